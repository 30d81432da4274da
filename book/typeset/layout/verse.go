package layout

import (
	"strings"
	"unicode/utf8"

	"octavo/book"
	"octavo/book/base/unit"
	"octavo/book/typeset/document"
	"octavo/book/typeset/flow"
	"octavo/book/typeset/para"
	"octavo/book/typeset/theme"
)

// verseHang is by how many hundredths of the size a line of verse that is turned over
// begins to the right of its beginning. By eye: more than an indent of the poet's.
const verseHang = 200

// verse sets a poem: its paragraphs are stanzas, whose lines end where the poet ends them.
// As a whole it stands as its style says: at the left, or with its longest line in the middle.
func (s *section) verse(b *book.Division, fr frame) {
	own := s.styleIn(fr, theme.Verse)
	st := own
	if own.Align == theme.Center {
		c := *own
		c.Align, st = theme.Left, &c
	}
	grid := s.onGrid(fr, st)
	s.Space(st.Before)
	if !grid {
		s.Balance(true)
	}
	inner := s.inset(fr, st.Left, st.Right)
	if own.Align == theme.Center {
		inner = s.centred(b, fr, st)
	}
	inner.style, inner.grid, inner.flush = st, grid, true
	s.title(b, theme.BlockTitle, inner)
	for i, bl := range b.Blocks {
		outer := s.Of
		s.Of = bl
		if p, ok := bl.(*book.Paragraph); ok {
			if i > 0 {
				s.Space(st.Leading)
			}
			s.stanza(p, inner)
		} else {
			s.oneBlock(bl, inner)
		}
		s.Of = outer
	}
	s.Space(st.After)
}

// centred returns the frame of a poem whose longest line is in the middle.
func (s *section) centred(b *book.Division, fr frame, st *theme.Style) frame {
	var longest unit.Length
	for _, bl := range b.Blocks {
		if p, ok := bl.(*book.Paragraph); ok {
			for _, line := range verseLines(p.Content) {
				longest = max(longest, s.verseLength(line, st))
			}
		}
	}
	if free := s.width(fr) - longest; free > 0 {
		fr.left += free / 2
		fr.right += free / 2
	}
	return fr
}

// verseLength returns the length of a line of verse with its indent, when it is not
// turned over.
func (s *section) verseLength(line []book.Inline, st *theme.Style) unit.Length {
	in, skip := s.verseIndent(line, st)
	p := s.paragraph(st)
	p.Skip = skip
	p.Add(line, s.Look(st, s.lang, nil))
	return in + p.Extent(false).Line
}

// stanza sets a stanza, kept together like a title unless it is long.
func (s *section) stanza(b *book.Paragraph, fr frame) {
	fr.elem = s.element(fr.elem, "P")
	s.putKept(s.verseLinesOf(verseLines(b.Content), fr), fr.grid)
}

// verseLinesOf sets lines of verse, of one stanza.
func (s *section) verseLinesOf(lines [][]book.Inline, fr frame) (list []*flow.Strip) {
	for i, line := range lines {
		list = append(list, s.verseLine(line, fr, i < len(lines)-1)...)
	}
	return list
}

// verseLine sets one line of verse. More says that the stanza goes on.
func (s *section) verseLine(line []book.Inline, fr frame, more bool) []*flow.Strip {
	st := fr.style
	in, skip := s.verseIndent(line, st)
	fr.left += min(in, s.width(fr)/2)
	p := s.paragraph(st)
	p.More, p.Skip = more, skip
	p.Add(line, s.Look(st, s.lang, fr.elem))
	list := s.hanging(p, fr, st.Size.Mul(verseHang, 100))
	if len(list) == 0 && more { // an empty line of the stanza
		list = []*flow.Strip{{Height: st.Leading, Items: []document.Item{&document.Mark{Elem: fr.elem}}}}
	}
	return list
}

// hanging breaks a paragraph whose lines but the first begin further to the right, by as
// much as the measure leaves room for.
func (s *section) hanging(p *para.Paragraph, fr frame, hang unit.Length) []*flow.Strip {
	hang = min(hang, s.width(fr)/4)
	p.Outdent = hang
	fr.left += hang
	return s.linesOf(p, fr, 0)
}

// verseIndent returns the width of the spaces that a line of verse begins with, and how
// many bytes of its first text they are.
func (s *section) verseIndent(line []book.Inline, st *theme.Style) (unit.Length, int) {
	var first string
	found := false
	book.WalkInlines(line, func(in book.Inline) bool {
		if t, ok := in.(*book.Text); ok && !found {
			first = t.Value
		}
		found = found || len(book.InlineChildren(in)) == 0
		return !found
	})
	skip := len(first) - len(strings.TrimLeft(first, " \u00a0"))
	n := utf8.RuneCountInString(first[:skip])
	return unit.Length(n) * s.Word(s.Font(s.StyleKey(st, s.lang)), "\u00a0").Width, skip
}

// verseLines divides inlines at their line breaks. A style or a link that goes over a
// break is divided as well; what is indexed is so once, where it begins.
func verseLines(list []book.Inline) [][]book.Inline {
	lines := [][]book.Inline{nil}
	for _, in := range list {
		last := len(lines) - 1
		if _, ok := in.(*book.LineBreak); ok {
			lines = append(lines, nil)
			continue
		}
		parts := verseLines(book.InlineChildren(in))
		if len(parts) == 1 {
			lines[last] = append(lines[last], in)
			continue
		}
		for i, part := range parts {
			c := book.WithContent(in, part)
			if sp, ok := c.(*book.Span); ok && i > 0 {
				sp.Indexed = false
			}
			if i > 0 {
				lines = append(lines, nil)
			}
			lines[len(lines)-1] = append(lines[len(lines)-1], c)
		}
	}
	return lines
}
