package parts

import (
	"slices"
	"strings"
	"unicode/utf8"

	"octavo/book"
	"octavo/book/ingest/draft"
)

// The numbers are by eye, from heads of newspapers, and the tests have some of each kind.
// Greater ones take the first paragraphs of the body for the head, lesser ones end the
// head early, so that bylines and dates below are read as text.
const (
	// maxLine is the longest line of a head, in columns: a long headline.
	maxLine = 200
	// maxStandfirst is the longest standfirst.
	maxStandfirst = 480
	// maxKicker is the longest kicker.
	maxKicker = 60
	// lookAhead is how many items after a line are searched for a label that
	// says that the head goes on, nearAhead how many when they may be prose.
	lookAhead = 10
	nearAhead = 2
	// maxHead is how many lines without a label a head can have.
	maxHead = 8
)

// head reads the head of the article and takes its items away.
//
// An article begins with some lines of which a few say what they are, a byline or a date,
// and the others do not: kicker, title, standfirst, and then the first paragraph of the
// body. Papers put them in different orders, and leave out some. The place of a line alone
// tells nothing, and its form little: the second line may be the title below a kicker,
// the standfirst below a title, or the body.
//
// So the head is read from the top, and bare lines wait. A line with a label is taken at
// once (step). A bare line belongs to the head as long as a label comes soon behind it, or
// it may still be the title (continues); such lines are kept in their order. The first
// item that is neither ends the head. Then the bare lines are seen together (assign):
// those above the title are kickers, the next is the title, the next the standfirst, and
// what is left goes back to the body.
//
// To look ahead for a label is to read it on a copy of the reader, whose findings are
// thrown away (probe). The time is the lines of the head times lookAhead times the labels.
func (r *reader) head() {
	defer r.unboxed()()
	h := &headReader{reader: r}
	i := 0
	for i < len(r.items) {
		n := h.step(i)
		if n == 0 {
			break
		}
		i += n
	}
	rest := slices.DeleteFunc(r.items[i:], func(it *item) bool {
		return it.Role == draft.Title && same(it.text, book.PlainText(h.chapter.Title))
	})
	r.items = append(h.assign(), rest...)
}

// datePair reads the label of a date and a date that stand in two items, and returns how
// many items it took.
func (h *headReader) datePair(i int) int {
	if !h.isDateLabel(h.items[i].text) || i+1 >= len(h.items) || h.items[i+1].content == nil || h.items[i+1].width > maxKicker {
		return 0
	}
	to := &h.chapter.Date
	if equals(h.items[i].text, h.tables, func(w *words) []string { return w.updated }) {
		to = &h.chapter.Updated
	}
	if !h.date(strings.TrimSpace(h.items[i+1].text), to) {
		return 0
	}
	return 2
}

type headReader struct {
	*reader
	lines    []*item // items without a label, in order
	labelled int     // how many of lines stood before the last label
	noted    bool
}

// step reads the item i, and returns how many items it took; 0 ends the head.
func (h *headReader) step(i int) int {
	it := h.items[i]
	if f, ok := it.Block.Block.(*book.Figure); ok {
		return h.figure(f, i)
	}
	if it.content == nil {
		return 0
	}
	if it.Role != draft.Title && h.repeated(it) {
		return 1
	}
	if n := h.datePair(i); n > 0 {
		h.labelled = len(h.lines)
		return n
	}
	// A role of the format is believed before the words of the item are looked at.
	switch it.Role {
	case draft.Kicker:
		if len(h.chapter.Kicker) > 0 && len(h.lines) < maxHead {
			h.lines = append(h.lines, it)
			return 1
		}
		h.chapter.Kicker = unstyled(it.content)
		return 1
	case draft.Title:
		if len(h.chapter.Title) == 0 {
			h.chapter.Title = unstyled(it.content)
		}
		if len(h.lines) > 0 && len(h.chapter.Kicker) == 0 && h.lines[0].width <= maxKicker {
			h.chapter.Kicker = h.taken(h.lines[0], "kicker")
			h.lines, h.labelled = h.lines[1:], 0
		}
		return 1
	case draft.Standfirst:
		if len(h.chapter.Subtitle) == 0 {
			h.chapter.Subtitle = unstyled(it.content)
		}
		return 1
	}
	if n := h.note(i); n > 0 {
		h.noted = true
		h.labelled = len(h.lines)
		return n
	}
	// Behind a note a long paragraph is the body: a standfirst would stand above it.
	if h.noted && (len(h.lines) > 0 || len(h.chapter.Title) > 0) && it.width > maxLine {
		return 0
	}
	if h.further(i) || h.affiliation(i) || h.label(it) || h.titled(it) || h.wire(it) || h.bareByline(i) || h.foreignByline(it) || (h.hasTitle(it) || h.stated()) && h.helper(it, false) || h.caption(it, h.captionAbove(it)) || h.headBio(it) || h.contact(it) || h.mailBelow(it) {
		h.labelled = len(h.lines)
		return 1
	}
	if (it.Role == draft.Byline || it.Role == draft.Dateline) && !isProse(it) {
		h.guess("page furniture, left out", it.text)
		return 1
	}
	if content := h.slanted(i); content != nil {
		h.guess("standfirst", it.text)
		h.chapter.Subtitle = content
		return 1
	}
	if h.continues(i) {
		h.lines = append(h.lines, it)
		return 1
	}
	return 0
}

// repeated reports whether an item says again what the head has already: title,
// standfirst or kicker, from the metadata or a line above.
func (h *headReader) repeated(it *item) bool {
	for _, known := range [][]book.Inline{h.chapter.Title, h.chapter.Subtitle, h.chapter.Kicker} {
		if len(known) > 0 && same(book.PlainText(known), it.text) {
			return true
		}
	}
	return false
}

// same compares words, case and punctuation apart.
func same(a, b string) bool {
	return a == b || draft.Letters(a) == draft.Letters(b) && draft.Letters(a) != ""
}

// continues reports whether the unlabelled line i belongs to the head.
func (h *headReader) continues(i int) bool {
	it := h.items[i]
	if it.joined && len(h.lines) > 0 && h.lines[len(h.lines)-1] != h.items[i-1] {
		return false
	}
	if len(h.lines) >= maxHead || i+1 == len(h.items) {
		return false
	}
	titled := len(h.chapter.Title) > 0
	switch {
	case it.Role != draft.None && it.Role != draft.Title:
		return false
	case h.labelAhead(i):
		return it.width <= maxStandfirst
	case titled || it.width > maxLine:
		return false
	case len(h.lines) == 0:
		return it.isHeading() || !(terminalStop(it.text) && it.width > 60)
	case h.labelled < len(h.lines) && len(h.lines) < 3:
		// A line below kickers is the title.
		for _, l := range h.lines {
			if !h.isKicker(l, it) {
				return false
			}
		}
		return !terminalStop(it.text)
	}
	return false
}

// labelAhead reports whether one of the next items has a label, so that the items
// before it are no body yet. The label of an editor's note does not count: notes stand
// anywhere. Beyond the nearest items, no more than one paragraph of prose may stand before
// the label, as a standfirst does.
func (h *headReader) labelAhead(i int) bool {
	prose := 0
	if isProse(h.items[i]) {
		prose++
	}
	for k, it := range h.items[i+1 : min(len(h.items), i+1+lookAhead)] {
		if _, ok := it.Block.Block.(*book.Figure); ok && h.article.Markup {
			continue
		}
		if it.content == nil || it.width > maxStandfirst {
			return false
		}
		probe := &headReader{reader: h.probe()}
		if probe.label(it) || it.Role != draft.None && it.Role <= draft.Dateline {
			return true
		}
		// Behind the byline a caption may be in the body.
		if !(prose > 0 && h.stated()) && !h.article.Markup && k < nearAhead && probe.caption(it, nil) {
			return true
		}
		if isProse(it) {
			prose++
		}
		if prose > 1 && (k+1 >= nearAhead || h.article.Markup) {
			return false
		}
	}
	return false
}

// stated reports whether the head has named its authors or date.
func (h *headReader) stated() bool {
	return len(h.chapter.Authors) > 0 || !h.chapter.Date.IsZero()
}

// isProse reports whether an item is a sentence rather than a line.
func isProse(it *item) bool { return it.width > 60 && terminalStop(it.text) }

// probe returns a reader whose findings are thrown away.
func (r *reader) probe() *reader {
	c := *r
	chapter := *r.chapter
	chapter.Authors = nil
	chapter.Contributors = nil
	if r.article.Markup {
		// The metadata have them already.
		chapter.Date, chapter.Updated = book.Date{}, book.Date{}
	}
	chapter.Image = nil
	chapter.Source = book.Source{}
	c.chapter, c.guesses, c.warnings, c.unzoned = &chapter, nil, nil, nil
	return &c
}

// terminalStop reports whether a line ends with a full stop, as a sentence of
// the body does and a headline does not.
func terminalStop(s string) bool {
	s = strings.TrimRight(s, " \"'”’»“‘」』)）")
	last, _ := utf8.DecodeLastRuneInString(s)
	return last == '.' && !strings.HasSuffix(s, "...") || strings.ContainsRune("。．।॥۔", last)
}

// assign gives the lines without a label their fields, and returns the lines that are
// body after all.
func (h *headReader) assign() []*item {
	lines := h.lines
	lines = h.kickers(lines)
	if len(h.chapter.Title) == 0 && len(lines) > 0 {
		h.chapter.Title = unstyled(lines[0].content)
		lines = lines[1:]
		h.bracketed()
		h.barred()
	}
	if len(lines) > 0 && len(h.chapter.Subtitle) == 0 {
		h.chapter.Subtitle = unstyled(h.taken(lines[0], "standfirst"))
		lines = lines[1:]
	}
	// A line between labels that is left, such as the number of an issue.
	if len(lines) == 1 && len(h.chapter.Kicker) == 0 && h.labelled == len(h.lines) && lines[0].width <= maxKicker && !terminal(lines[0].text) {
		h.chapter.Kicker = h.taken(lines[0], "kicker")
		lines = nil
	}
	return lines
}

func (h *headReader) taken(it *item, as string) []book.Inline {
	if it.Role == draft.None {
		h.guess(as, it.text)
	}
	return it.content
}

// unstyled removes the emphasis that is only how the part was set.
func unstyled(list []book.Inline) []book.Inline {
	content, _, _ := draft.Unstyle(list)
	return content
}
