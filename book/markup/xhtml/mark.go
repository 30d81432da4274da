package xhtml

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"octavo/book"
)

// A PageMark names a page of the paged edition where it begins.
type PageMark struct{ ID, Label string }

// Marks are the places of a document where pages begin. A place is something of
// the model, such as a [*book.Text], [*book.Code] or [book.Block], or whatever
// else the writer of the document calls [Renderer.Mark] with.
type Marks struct {
	at      map[any][]markAt
	written []string
}

type markAt struct {
	offset int
	mark   PageMark
}

// Add puts a mark offset bytes into the text of a place. Marks of one place and
// offset are written in the order in which they were added.
func (m *Marks) Add(place any, offset int, mark PageMark) {
	if m.at == nil {
		m.at = map[any][]markAt{}
	}
	m.at[place] = append(m.at[place], markAt{offset, mark})
}

// Written returns the IDs of the marks that were written, in their order.
func (m *Marks) Written() []string { return m.written }

// take returns the marks of a place by offset and forgets them, so that a place
// that is shown twice has them once.
func (r *Renderer) take(place any) []markAt {
	if r.Marks == nil {
		return nil
	}
	list, ok := r.Marks.at[place]
	if !ok {
		return nil
	}
	delete(r.Marks.at, place)
	slices.SortStableFunc(list, func(a, b markAt) int { return a.offset - b.offset })
	return list
}

// The elements of marks: an inline one between blocks makes a line of its own in
// old engines, and a page of its own before the first block.
const (
	withinLine    = "span"
	betweenBlocks = "div"
)

// Mark writes the marks of a place within a line.
func (r *Renderer) Mark(place any) { r.markPlace(place, withinLine) }

// MarkBlock writes the marks of a place between blocks.
func (r *Renderer) MarkBlock(place any) { r.markPlace(place, betweenBlocks) }

func (r *Renderer) markPlace(place any, tag string) {
	for _, m := range r.take(place) {
		r.mark(m.mark, tag)
	}
}

// mark writes an element that says that a page begins. The element is empty, for the
// number of the page not to be read as text, and has an end tag for readers that take
// the file for HTML.
func (r *Renderer) mark(m PageMark, tag string) {
	r.Open(tag, "id", m.ID, "epub:type", "pagebreak", "role", "doc-pagebreak", "aria-label", m.Label)
	r.Close()
	r.Marks.written = append(r.Marks.written, m.ID)
}

// MarkAll writes the marks within a run of inlines before the line that it is
// written in; MarkName those within the name of a block, such as a heading, before
// the block: their labels would become part of the name.
func (r *Renderer) MarkAll(list []book.Inline)  { r.markRun(list, withinLine) }
func (r *Renderer) MarkName(list []book.Inline) { r.markRun(list, betweenBlocks) }

func (r *Renderer) markRun(list []book.Inline, tag string) {
	if r.Marks == nil {
		return
	}
	book.WalkInlines(list, func(in book.Inline) bool {
		r.markPlace(in, tag)
		return true
	})
}

// MarkStart writes the marks at the beginning of a block, before what is set
// above it.
func (r *Renderer) MarkStart(b book.Block) {
	r.MarkBlock(b)
	for _, list := range book.BlockInlines(b) {
		r.markStart(list, betweenBlocks)
		break
	}
}

// markStart writes the marks at the beginning of a run of inlines before the
// element that holds it.
func (r *Renderer) markStart(list []book.Inline, tag string) {
	if r.Marks == nil {
		return
	}
	leaf, text := firstLeaf(list)
	if leaf == nil {
		return
	}
	for _, m := range r.take(leaf) {
		if wordStart(text, m.offset) == 0 {
			r.mark(m.mark, tag)
		} else {
			r.Marks.Add(leaf, m.offset, m.mark)
		}
	}
}

// firstLeaf returns the first inline of list that shows something, with its
// text.
func firstLeaf(list []book.Inline) (leaf book.Inline, text string) {
	book.WalkInlines(list, func(in book.Inline) bool {
		if leaf != nil {
			return false
		}
		switch in := in.(type) {
		case *book.Text:
			if in.Value != "" {
				leaf, text = in, in.Value
			}
		case *book.Code:
			leaf, text = in, in.Value
		case *book.InlineImage, *book.NoteRef, *book.Math:
			leaf = in
		case *book.Styled, *book.Link, *book.Span, *book.Ruby, *book.LineBreak: // no leaf, or one that shows nothing
		}
		return true
	})
	return leaf, text
}

// marked writes the text of a place with the marks in it. A page that begins in
// the middle of a word is marked before the word.
func (r *Renderer) marked(place any, s string) {
	list := r.take(place)
	for len(list) > 0 && wordStart(s, list[0].offset) == 0 { // before a lead-in, which is one piece
		r.mark(list[0].mark, withinLine)
		list = list[1:]
	}
	from := r.lead(s)
	for _, m := range list {
		at := max(wordStart(s, m.offset), from)
		r.numbered(s[from:at])
		r.mark(m.mark, withinLine)
		from = at
	}
	r.numbered(s[from:])
}

// wordStart returns the offset at or before at where a word of s begins. Words
// stand between spaces and dashes; a character of Chinese or Japanese is one.
func wordStart(s string, at int) int {
	at = min(max(at, 0), len(s))
	for at > 0 && at < len(s) {
		before, size := utf8.DecodeLastRuneInString(s[:at])
		after, _ := utf8.DecodeRuneInString(s[at:])
		// Within a character both are [utf8.RuneError], behind which no word begins.
		if wordEnd(before) || isDash(after) || eastAsian(before) || eastAsian(after) {
			break
		}
		at -= size
	}
	return at
}

// wordEnd reports whether a word may begin after r.
func wordEnd(r rune) bool { return unicode.IsSpace(r) || isDash(r) }

func isDash(r rune) bool { return r >= '\u2012' && r <= '\u2015' || r == '\u2E3A' }

// eastAsian reports whether r is written without spaces between words.
func eastAsian(r rune) bool {
	return r >= 0x2E80 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Bopomofo) ||
		r >= 0x3000 && r <= 0x303F || r >= 0xFF00 && r <= 0xFF65
}
