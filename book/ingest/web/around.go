package web

import (
	"slices"
	"strings"

	"octavo/book"
	"octavo/book/ingest/draft"
	"octavo/book/source/rawhtml"
)

// The bounds of what is read around the headline; by eye.
const (
	// maxInfo is the text, in bytes, of the longest line of dates, source and names: of
	// Chinese, some 100 characters.
	maxInfo = 300
	// leastDeck and maxDeck bound the text of a standfirst, in bytes: a few words, and a
	// paragraph.
	leastDeck, maxDeck = 20, 600
	// leastDeckWords is how many words a line right below the headline has that is no label.
	leastDeckWords = 4
	// maxHeadLines is how many lines below the headline are looked at; no head has more.
	maxHeadLines = 32
	// maxClimb is how many boxes around the headline are left to find that line.
	maxClimb = 3
)

// headElsewhere reads the line of dates below the headline where Readability has found the
// article: it keeps the text alone, and a page that does not say where its article is has
// the rest of the head beside it.
func (r *reader) headElsewhere() {
	h := r.headlineElsewhere()
	if h == nil || h.inside(r.scope) {
		return
	}
	text := draft.Letters(r.scope.line())
	looked := 0
	for climb := 0; climb < maxClimb && h.parent != nil && h.Name() != "body"; climb++ {
		below := false
		for _, k := range h.parent.kids {
			if k == h {
				below = true
				continue
			}
			if !below || k.Name() == "" || k.size == 0 {
				continue
			}
			if looked++; looked > maxHeadLines || k.size > maxInfo || r.scope.inside(k) || strings.Contains(text, draft.Letters(k.line())) {
				return
			}
			if !r.isElsewhere(k, h) && hasYear(k.line()) {
				r.infos(k)
			}
		}
		h = h.parent
	}
}

// deckElsewhere reads the standfirst beside a headline that stands apart from the article: a
// line that is named for it, or that says what the page states as its description.
func (r *reader) deckElsewhere() {
	h := r.headlineElsewhere()
	if h == nil || h.inside(r.scope) {
		return
	}
	text, stated, below := draft.Letters(r.scope.line()), r.descriptions(), r.lineBelow(h)
	box, looked := h, 0
	for climb := 0; climb < maxClimb && box.parent != nil && box.parent.Name() != "body" && !r.scope.inside(box.parent); climb++ {
		box = box.parent
		var deck *el
		box.walk(func(e *el) bool {
			switch {
			case deck != nil || e == h || e.Name() == "" || r.isElsewhere(e, h):
				return false
			case e.size < leastDeck || e.size > maxDeck || e.links > 0 || e.find(func(n *el) bool { return n != e && n.IsBlock() }) != nil:
				return true
			}
			if said := draft.Letters(e.line()); looked < maxHeadLines && (roleOf(e, false) == draft.Standfirst || slices.Contains(stated, said) || e == below) {
				if looked++; !strings.Contains(text, said) {
					deck = e
				}
			}
			return true
		})
		if deck != nil {
			r.emit(oneLine(rawhtml.Line(deck.Element)), draft.Standfirst)
			return
		}
	}
}

// lineBelow returns the line right below a headline when that says something and is neither a
// date nor names anybody, nil for any other.
func (r *reader) lineBelow(h *el) *el {
	past := false
	for _, e := range h.parent.kids {
		if !past || e.size == 0 {
			past = past || e == h
			continue
		}
		said := draft.Letters(e.line())
		named := slices.ContainsFunc(slices.Concat(r.article.Bylines, r.article.Signed), func(name string) bool { return strings.Contains(said, draft.Letters(name)) })
		if !e.IsBlock() || named || roleOf(e, false) != draft.None || hasYear(e.line()) || len(strings.Fields(e.line())) < leastDeckWords {
			return nil
		}
		return e
	}
	return nil
}

// descriptions returns the letters of what the page states that its article is about.
func (r *reader) descriptions() (list []string) {
	for _, s := range stated(r.properties(), []string{"description", "og:description", "twitter:description", "subtitle", "dek"}) {
		list = append(list, draft.Letters(s))
	}
	return list
}

// infos appends a line of dates, or a line for each of its elements when there is nothing
// between them: the style of the page parts these. Elements without a year or the colon of a
// label are what an author is, or buttons.
func (r *reader) infos(e *el) {
	parts := 0
	whole := func() {
		if line := e.line(); hasYear(line) || strings.ContainsAny(line, ":：") {
			r.emit(rawhtml.Line(e.Element), draft.Dateline)
		}
	}
	for _, k := range e.kids {
		if k.Name() == "" && strings.TrimSpace(k.Own()) != "" {
			whole()
			return
		}
		if k.Name() != "" && k.size > 0 {
			parts++
		}
	}
	if parts == 0 {
		whole()
		return
	}
	for _, k := range e.kids {
		if k.Name() != "" && k.size > 0 {
			r.infos(k)
		}
	}
}

// isBareLine reports whether an element is the line right below the headline that no name
// tells: a block of words without blocks or buttons in it. Some standfirsts are such blocks.
func (r *reader) isBareLine(e *el) bool {
	if r.past || !e.IsBlock() || e.Name() == "li" || e.size <= 30 || e.links > 0 || len(r.out) == 0 || r.out[len(r.out)-1].Role != draft.Title {
		return false
	}
	return e.find(func(n *el) bool {
		return n != e && (n.IsBlock() || roleOf(n, false) != draft.None || n.Name() == "img")
	}) == nil
}

// isDatedLine reports whether an element between the headline and the body is a line with a
// year in it that no name tells: who reads its words sees whether it is a date.
func (r *reader) isDatedLine(e *el) bool {
	if r.past || e.size > maxHeadLine || e.links*2 > e.size || !hasYear(e.line()) || !slices.ContainsFunc(r.out, func(b draft.Block) bool { return b.Role == draft.Title }) {
		return false
	}
	return e.find(func(n *el) bool {
		return n != e && (n.IsBlock() || roleOf(n, false) != draft.None || n.Name() == "img")
	}) == nil
}

// gluedLine appends a line, or the parts of one that only the style of the page parts.
func (r *reader) gluedLine(e *el) {
	if !isGlued(e) {
		r.emit(oneLine(rawhtml.Line(e.Element)), draft.None)
		return
	}
	for _, k := range e.kids {
		r.emit(rawhtml.Line(k.Element), roleOf(k, false))
	}
}

// oneLine returns a line with spaces in the place of its breaks, which are the page's.
func oneLine(list []book.Inline) []book.Inline {
	out := make([]book.Inline, len(list))
	for i, in := range list {
		if out[i] = in; isLineBreak(in) {
			out[i] = &book.Text{Value: " "}
		}
	}
	return out
}
