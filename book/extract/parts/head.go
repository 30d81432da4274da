package parts

import (
	"strings"
	"unicode"

	"octavo/book"
	"octavo/book/extract/draft"
)

const (
	// maxLine is the longest line of a head, in columns: a long headline.
	maxLine = 200
	// maxStandfirst is the longest standfirst.
	maxStandfirst = 480
	// maxKicker is the longest kicker.
	maxKicker = 60
	// lookAhead is how many items after a line are searched for a label that
	// says that the head goes on.
	lookAhead = 2
)

// head reads the head of the article and takes its items away.
func (r *reader) head() {
	h := &headReader{reader: r}
	i := 0
	for i < len(r.items) {
		n := h.step(i)
		if n == 0 {
			break
		}
		i += n
	}
	rest := r.items[i:]
	r.items = append(h.assign(), rest...)
}

type headReader struct {
	*reader
	lines    []*item // unlabelled ones, in order
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
	if h.repeated(it) {
		return 1
	}
	switch it.Role {
	case draft.Kicker:
		h.chapter.Kicker = it.content
		return 1
	case draft.Title:
		if len(h.chapter.Title) == 0 {
			h.chapter.Title = it.content
		}
		if len(h.lines) > 0 && len(h.chapter.Kicker) == 0 && h.lines[0].width <= maxKicker {
			h.chapter.Kicker = h.taken(h.lines[0], "kicker")
			h.lines, h.labelled = h.lines[1:], 0
		}
		return 1
	case draft.Standfirst:
		if len(h.chapter.Subtitle) == 0 {
			h.chapter.Subtitle = it.content
		}
		return 1
	}
	if n := h.note(i); n > 0 {
		h.noted = true
		h.labelled = len(h.lines)
		return n
	}
	if h.noted && (len(h.lines) > 0 || len(h.chapter.Title) > 0) && it.width > maxLine {
		return 0
	}
	if h.label(it) || h.caption(it, h.captionAbove(it)) {
		h.labelled = len(h.lines)
		return 1
	}
	if it.Role == draft.Byline || it.Role == draft.Dateline {
		h.guess("page furniture, left out", it.text)
		return 1
	}
	if h.continues(i) {
		h.lines = append(h.lines, it)
		return 1
	}
	return 0
}

// repeated reports whether an item says what the head has already: the title
// that the metadata gave, or a standfirst.
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
	return a == b || letters(a) == letters(b) && letters(a) != ""
}

func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// figure takes a picture above the body as the lead figure.
func (h *headReader) figure(f *book.Figure, i int) int {
	switch lead := h.chapter.Image; {
	case i > 0 && len(h.lines) > 0 && h.lines[len(h.lines)-1] == h.items[i-1] && h.labelled == len(h.lines) && len(h.lines) > 1:
		return 0
	case lead == nil:
		h.chapter.Image = f
	case lead.Image.Src == f.Image.Src || lead.Image.Src == "":
		merge(lead, f)
	default:
		return 0
	}
	return 1
}

// merge fills in what a says less than b of the same picture.
func merge(a, b *book.Figure) {
	if a.Image.Src == "" {
		a.Image.Src = b.Image.Src
	}
	if a.Image.Alt == "" {
		a.Image.Alt = b.Image.Alt
	}
	if len(a.Caption) == 0 {
		a.Caption = b.Caption
	}
	if len(a.Credit) == 0 {
		a.Credit = b.Credit
	}
}

// continues reports whether the unlabelled line i belongs to the head.
func (h *headReader) continues(i int) bool {
	it := h.items[i]
	if it.joined && len(h.lines) > 0 && h.lines[len(h.lines)-1] != h.items[i-1] {
		return false
	}
	if len(h.lines) >= 3 || i+1 == len(h.items) {
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
	case len(h.lines) == 1 && h.labelled < 1:
		// A line below a kicker is the title.
		return h.isKicker(h.lines[0], it) && !terminalStop(it.text)
	}
	return false
}

// labelAhead reports whether one of the next items has a label, so that what
// stands before it is no body yet. A note's label does not count: its paragraphs
// may stand anywhere.
func (h *headReader) labelAhead(i int) bool {
	for _, it := range h.items[i+1 : min(len(h.items), i+1+lookAhead)] {
		if it.content == nil || it.width > maxStandfirst {
			return false
		}
		probe := &headReader{reader: h.probe()}
		if probe.label(it) || it.Role == draft.Byline || it.Role == draft.Dateline || it.Role == draft.Standfirst {
			return true
		}
		if probe.caption(it, nil) && !h.article.Markup {
			return true
		}
	}
	return false
}

// probe returns a reader whose findings are thrown away.
func (r *reader) probe() *reader {
	c := *r
	chapter := *r.chapter
	chapter.Authors = nil
	chapter.Date, chapter.Updated = book.Date{}, book.Date{}
	chapter.Image = nil
	chapter.Source = book.Source{}
	c.chapter, c.guesses, c.warnings, c.unzoned = &chapter, nil, nil, nil
	return &c
}

// terminalStop reports whether a line ends with a full stop, as a sentence of
// the body does and a headline does not.
func terminalStop(s string) bool {
	s = strings.TrimRight(s, " \"'”’»“‘」』)）")
	return strings.HasSuffix(s, ".") && !strings.HasSuffix(s, "...") || strings.HasSuffix(s, "。") || strings.HasSuffix(s, "．")
}

// isKicker reports whether a line above another is a kicker: the name of a
// section, or words parted like a path, or capitals above a title without.
func (h *headReader) isKicker(it, below *item) bool {
	s := it.text
	if it.width > maxKicker || terminal(s) {
		return false
	}
	for _, sep := range []string{" / ", " > ", " » ", " › ", " | ", " ｜ ", "＞", " · "} {
		if strings.Contains(s, sep) {
			return true
		}
	}
	if isUpper(s) && !isUpper(below.text) {
		return true
	}
	return equals(strings.Trim(s, "[]【】<>〈〉《》［］()"), h.tables, func(w *words) []string { return w.sections })
}

func isUpper(s string) bool { return strings.ToUpper(s) == s && strings.ToLower(s) != s }

// assign gives the unlabelled lines their fields, and returns those that are
// body after all.
func (h *headReader) assign() []*item {
	lines := h.lines
	if len(h.chapter.Title) == 0 && len(lines) > 0 {
		if len(lines) > 1 && len(h.chapter.Kicker) == 0 && !lines[0].isHeading() && (h.isKicker(lines[0], lines[1]) || lines[1].isHeading()) {
			h.chapter.Kicker = h.taken(lines[0], "kicker")
			lines = lines[1:]
		}
		h.chapter.Title = unstyled(lines[0].content)
		lines = lines[1:]
	} else if len(lines) > 0 && len(h.chapter.Kicker) == 0 && len(h.lines) > 1 && h.isKicker(lines[0], lines[1]) {
		h.chapter.Kicker = h.taken(lines[0], "kicker")
		lines = lines[1:]
	}
	if len(lines) > 0 && len(h.chapter.Subtitle) == 0 {
		h.chapter.Subtitle = unstyled(h.taken(lines[0], "standfirst"))
		lines = lines[1:]
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
