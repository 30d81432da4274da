package web

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"octavo/book"
	"octavo/book/base/rule"
	"octavo/book/ingest/draft"
)

// What an import leaves out of an article's place is told, whichever rule left it out. So
// each rule need not tell it, and none can forget to: the texts of the page are listed when the
// notes are out of it (witness), and looked for in what was read at the end (tellMissed).

// A witnessed is one text of a page before its furniture was taken out.
type witnessed struct {
	*el
	letters string
	found   finding
}

// A finding is what became of a text.
type finding int

// The findings.
const (
	unknown finding = iota // too short: it may stand anywhere
	kept
	lost
)

// voiceless are elements whose text is for other programs, or in another form in the chapter.
var voiceless = map[string]bool{"head": true, "title": true, "script": true, "style": true, "template": true, "noscript": true, "svg": true, "math": true, "select": true, "textarea": true,
	"iframe": true, "object": true, "embed": true, "video": true, "audio": true, "canvas": true, "pre": true, "mjx-container": true, "ruby": true, "time": true}

// witness lists the texts of a page.
func (p *page) witness() (list []*witnessed) {
	p.root.walk(func(e *el) bool {
		if voiceless[e.Name()] || e.named(machineNames) {
			return false
		}
		if e.Name() == "" && e.size > 0 {
			list = append(list, &witnessed{el: e, letters: draft.Letters(e.Own())})
		}
		return true
	})
	return list
}

const (
	// leastTold is the text, in bytes, from which words are the same words when they are
	// found again; by eye, two words.
	leastTold = 16
	// maxSought bounds how much is searched for the texts of a page, in bytes. It is generous:
	// a page of 200 kB with a thousand texts that are left out has a fifth.
	maxSought = 1 << 30
)

// find settles what became of each text.
func (r *reader) find(list []*witnessed) {
	lines := r.written()
	whole := map[string]bool{}
	for _, l := range lines {
		whole[l] = true
	}
	written := strings.Join(lines, " ")
	budget := maxSought / max(len(written), 1)
	stands := func(letters string) bool {
		budget--
		return strings.Contains(written, letters)
	}
	for _, t := range list {
		long, pruned := len(t.letters) >= leastTold, r.isPruned(t.el)
		switch {
		case strings.IndexFunc(t.letters, unicode.IsLetter) < 0: // a number or a sign goes with its neighbours
		case pruned && !long:
			t.found = lost
		case whole[t.letters]:
			if !pruned { // else a line of the text that the page shows twice
				t.found = kept
			}
		case budget < 0: // of so long a page only what was taken out by name is told
			if pruned {
				t.found = lost
			}
		case !stands(t.letters):
			t.found = lost
		case long && !pruned:
			t.found = kept
		}
	}
}

// written returns the letters of each line that was read, or that was told already.
func (r *reader) written() (lines []string) {
	a := r.article
	for _, s := range slices.Concat(a.Bylines, a.Signed, r.told, []string{a.Source.Name, book.PlainText(a.Title), book.PlainText(a.Subtitle), book.PlainText(a.Kicker)}) {
		lines = append(lines, draft.Letters(s))
	}
	c := &book.Chapter{EditorsNote: a.Note, Notes: r.notes}
	for _, b := range r.out {
		c.Body = append(c.Body, b.Block)
	}
	for _, run := range book.RunsOf(c) {
		lines = append(lines, draft.Letters(book.PlainText(run)))
	}
	for _, n := range r.notes {
		for _, run := range book.RunsOf(&book.Chapter{Body: n.Blocks}) {
			lines = append(lines, draft.Letters(book.PlainText(run)))
		}
	}
	return lines
}

func (r *reader) isPruned(e *el) bool {
	for n := e; n != nil; n = n.parent {
		if r.pruned[n] {
			return true
		}
	}
	return false
}

// A missedBox is an element of which nothing was read.
type missedBox struct {
	top   *el
	what  string
	first string // its first words
	words int
}

// tellMissed tells what of the article's place was not read, a line a kind.
func (r *reader) tellMissed(list []*witnessed) {
	r.find(list)
	places := r.placesOf(list)
	list = slices.DeleteFunc(list, func(t *witnessed) bool {
		for n := t.el; n != nil; n = n.parent {
			if places[n] {
				return false
			}
		}
		return true
	})
	some, gone := map[*el]bool{}, map[*el]bool{} // by element: whether some of its text was read, and some was not
	for _, t := range list {
		if t.found == unknown {
			continue
		}
		for n := t.el; n != nil; n = n.parent {
			some[n], gone[n] = some[n] || t.found == kept, gone[n] || t.found == lost
		}
	}
	var boxes []*missedBox
	for _, t := range list {
		top := t.el
		for n := t.el; n != nil; n = n.parent {
			if some[n] {
				break
			}
			if top = n; places[n] {
				break
			}
		}
		if !gone[top] {
			continue
		}
		if n := len(boxes); n == 0 || boxes[n-1].top != top {
			boxes = append(boxes, &missedBox{top: top, what: whatIs(top, t.el)})
		}
		b := boxes[len(boxes)-1]
		b.words += draft.WordCount(t.Own())
		if len(b.first) < maxFirst {
			b.first = strings.TrimSpace(b.first + " " + t.line())
		}
	}
	r.tellBoxes(slices.DeleteFunc(boxes, r.isCredit))
}

// isCredit reports whether a box is only the byline once more: a name of an author, which the
// chapter has, with "By" and "on" beside it, and a date.
func (r *reader) isCredit(b *missedBox) bool {
	const most = 6 // letters beside the name; more may be a section or a tag
	said, named := draft.Letters(b.first), false
	for _, name := range slices.Concat(r.article.Bylines, r.article.Signed) {
		before, after, ok := strings.Cut(said, draft.Letters(name))
		said, named = before+after, named || ok && name != ""
	}
	return named && utf8.RuneCountInString(said) <= most && len(b.first) < maxFirst
}

// whatIs returns what kind of furniture a box is, by its names or those around or in it.
func whatIs(top, inner *el) string {
	for n := inner; n != nil && n != top.parent; n = n.parent {
		if kind := kindOf(n); kind != "" {
			return kind
		}
	}
	for n := top.parent; n != nil; n = n.parent {
		if kind := kindOf(n); kind != "" && (n.size < 2*top.size || isDiscussion(n)) {
			return kind
		}
	}
	switch {
	case hidden(top):
		return "hidden text"
	case top.links*5 >= top.size*4 && top.size > 0:
		return otherLinks
	case top.Name() == "button", top.Name() == "form":
		return buttons
	}
	return "lines beside the text"
}

// placesOf returns the elements in which what was not read is told: that of the article, and
// that of its headline where that stands apart, with what lies between them. Of one there with
// more text than a head has, which holds menus too, it is the paragraphs.
func (r *reader) placesOf(list []*witnessed) map[*el]bool {
	main := r.scope
	if !main.inside(r.root) {
		main = r.placeOfText(list)
	}
	places := map[*el]bool{main: true}
	h := r.headlineElsewhere()
	if h == nil || h.inside(main) {
		return places
	}
	top := h
	for !main.inside(top.parent) {
		top = top.parent
	}
	past := false
	for _, k := range top.parent.kids {
		if main.inside(k) {
			break
		}
		switch past = past || k == top; {
		case !past:
		case k.size <= maxInfo+h.size:
			places[k] = true
		default:
			k.walk(func(e *el) bool {
				if r.isElsewhere(e, h) {
					return false
				}
				if e.Name() == "p" && e.size >= leastDeck && e.links*2 < e.size {
					places[e] = true
				}
				return true
			})
		}
	}
	return places
}

// placeOfText returns the innermost element with nearly all of the texts that were read.
// Some may stand again elsewhere, as teasers: a twentieth, by eye.
func (r *reader) placeOfText(list []*witnessed) *el {
	sizes := map[*el]int{}
	for _, t := range list {
		if t.found == kept {
			for n := t.el; n != nil; n = n.parent {
				sizes[n] += len(t.letters)
			}
		}
	}
	place := r.root
	for {
		i := slices.IndexFunc(place.kids, func(k *el) bool { return sizes[k]*20 >= sizes[r.root]*19 && sizes[k] > 0 })
		if i < 0 || place.kids[i].Name() == "" {
			return place
		}
		place = place.kids[i]
	}
}

// lineOf returns the line of the page on which an element begins, 0 where it has none.
func (r *reader) lineOf(e *el) int {
	at := e.At()
	if at > len(r.src) || r.src == "" {
		return 0
	}
	return 1 + strings.Count(r.src[:at], "\n")
}

const (
	// maxShown is how many boxes of a kind are told by their first words, maxLines how many
	// more by their lines; by eye: no editor reads more.
	maxShown, maxLines = 3, 12
	// maxFirst is how much of a box is shown, in characters, by eye.
	maxFirst = 60
	// maxMissed bounds the boxes whose kinds are told: no page for people has more.
	maxMissed = 2000
)

// tellBoxes tells the boxes of each kind in one line.
func (r *reader) tellBoxes(boxes []*missedBox) {
	var kinds []string
	of := map[string][]*missedBox{}
	for _, b := range boxes[:min(len(boxes), maxMissed)] {
		if of[b.what] == nil {
			kinds = append(kinds, b.what)
		}
		of[b.what] = append(of[b.what], b)
	}
	for _, what := range kinds {
		d := rule.ImportFurniture.At(book.Pos{Line: r.lineOf(of[what][0].top)}, "look whether any of it is of the article, and copy that into the chapter", "%s left out%s", what, r.described(of[what]))
		r.article.Warnings = append(r.article.Warnings, d)
	}
}

// described says which boxes of a kind were left out.
func (r *reader) described(boxes []*missedBox) string {
	words := 0
	for _, b := range boxes {
		words += b.words
	}
	var s strings.Builder
	if len(boxes) > 1 {
		fmt.Fprintf(&s, ", %s in %d places", book.Count(words, "word"), len(boxes))
	} else {
		fmt.Fprintf(&s, ", %s", book.Count(words, "word"))
	}
	// The longest boxes say most.
	shown := slices.Clone(boxes)
	slices.SortStableFunc(shown, func(a, b *missedBox) int { return cmp.Compare(b.words, a.words) })
	shown, rest := shown[:min(len(shown), maxShown)], shown[min(len(shown), maxShown):]
	for i, b := range shown {
		s.WriteString([]string{": ", ", "}[min(i, 1)])
		fmt.Fprintf(&s, "%q", book.Clip(b.first, maxFirst))
		if line := r.lineOf(b.top); line > 0 && len(boxes) > 1 {
			fmt.Fprintf(&s, " (line %d)", line)
		}
	}
	if len(rest) == 0 || r.src == "" {
		return s.String()
	}
	slices.SortFunc(rest, func(a, b *missedBox) int { return cmp.Compare(a.top.At(), b.top.At()) })
	s.WriteString(" and lines")
	for i, b := range rest[:min(len(rest), maxLines)] {
		s.WriteString([]string{" ", ", "}[min(i, 1)])
		fmt.Fprint(&s, r.lineOf(b.top))
	}
	if len(rest) > maxLines {
		fmt.Fprintf(&s, " and %d more", len(rest)-maxLines)
	}
	return s.String()
}
