package layout

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"octavo/book"
	"octavo/book/base/unit"
	"octavo/book/typeset/document"
	"octavo/book/typeset/theme"
)

// timeline sets a list, or definitions, whose heads are dates: these hang in a column.
func (s *section) timeline(b *book.Division, fr frame) {
	st := s.styleIn(fr, theme.Timeline)
	s.Space(st.Before)
	s.Balance(true)
	fr.style, fr.grid, fr.flush = st, false, true
	s.title(b, theme.BlockTitle, fr)
	for _, bl := range b.Blocks {
		outer := s.Of
		s.Of = bl
		if dated := datesOf(bl); len(dated) > 0 {
			s.dates(dated, fr)
		} else {
			s.oneBlock(bl, fr)
		}
		s.Of = outer
	}
	s.Space(st.After)
}

// A dated entry is a date of a timeline with what happened.
type dated struct {
	date   []book.Inline
	of     *book.Paragraph // that begins with the date; nil when the date stands alone
	rest   []book.Inline   // of the paragraph
	skip   int             // bytes of the first text of rest that are not set
	blocks []book.Block    // that follow
}

// datesOf returns the entries of a list or of definitions, none when there is one without
// a date.
func datesOf(b book.Block) (list []dated) {
	switch b := b.(type) {
	case *book.DefinitionList:
		for _, it := range b.Items {
			d := dated{}
			for i, t := range it.Terms {
				if i > 0 {
					d.date = append(d.date, &book.LineBreak{})
				}
				d.date = append(d.date, t...)
			}
			for _, blocks := range it.Details {
				d.blocks = append(d.blocks, blocks...)
			}
			list = append(list, d)
		}
	case *book.List:
		for _, it := range b.Items {
			d, ok := datedItem(it)
			if !ok {
				return nil
			}
			list = append(list, d)
		}
	}
	return list
}

// datedItem takes the date from the beginning of an item: a strong run, or what stands
// before a colon or a dash and has a figure in it.
func datedItem(it *book.ListItem) (dated, bool) {
	if len(it.Blocks) == 0 || it.Task != book.NoTask {
		return dated{}, false
	}
	p, ok := it.Blocks[0].(*book.Paragraph)
	if !ok || len(p.Content) == 0 {
		return dated{}, false
	}
	d := dated{of: p, blocks: it.Blocks[1:]}
	if strong := book.LeadingStrong(p.Content); strong != nil {
		d.date, d.rest = slices.Clone(strong.Content), p.Content[1:] // the column has a style of its own
		if len(d.rest) > 0 {
			if t, ok := d.rest[0].(*book.Text); ok {
				d.skip = separatorEnd(t.Value)
				d.date = append(d.date, &book.Text{Value: strings.TrimRight(t.Value[:d.skip], " "), Pos: t.Pos})
			}
		}
		return d, true
	}
	t, ok := p.Content[0].(*book.Text)
	if !ok {
		return dated{}, false
	}
	at := dateEnd(t.Value)
	if at == 0 {
		return dated{}, false
	}
	d.skip = at + separatorEnd(t.Value[at:])
	d.date, d.rest = []book.Inline{&book.Text{Value: strings.TrimRight(t.Value[:d.skip], " "), Pos: t.Pos}}, p.Content
	return d, true
}

// separators stand between a date and what happened. They stay with the date: no sign of
// the author's is lost.
const separators = ":：–—"

// separatorEnd returns how many bytes of a text are a separator with the spaces around.
func separatorEnd(s string) int {
	text := strings.TrimLeft(s, " \u00a0")
	if r, n := utf8.DecodeRuneInString(text); strings.ContainsRune(separators, r) {
		text = strings.TrimLeft(text[n:], " \u00a0")
	}
	return len(s) - len(text)
}

// longestDate is the most characters of a date in a list without strong runs, as in
// "12. September 1848 bis". By eye.
const longestDate = 24

// dateEnd returns the length of the date that a text begins with, 0 when it begins with
// none: something with a figure before a colon, or before a dash behind a space.
func dateEnd(s string) int {
	n, figure := 0, false
	for i, r := range s {
		if figure && strings.ContainsRune(separators, r) && (r == ':' || r == '：' || s[i-1] == ' ') {
			return len(strings.TrimRight(s[:i], " "))
		}
		figure = figure || unicode.IsDigit(r)
		if n++; n > longestDate {
			break
		}
	}
	return 0
}

// The column of dates is no wider than dateShare hundredths of the measure: a longer date
// stands above what happened. The white between is dateWhite hundredths of the size. By eye.
const (
	dateShare = 34
	dateWhite = 100
)

// dates sets the entries of a timeline.
func (s *section) dates(list []dated, fr frame) {
	term := s.styleIn(fr, theme.Term)
	if fr.depth == 0 {
		term = s.theme.Style(theme.Term)
	}
	most := s.width(fr).Mul(dateShare, 100)
	var column unit.Length
	for _, d := range list {
		p := s.paragraph(term)
		p.Add(d.date, s.Look(term, s.lang, nil))
		if w := p.Extent(false).Line; w <= most {
			column = max(column, w)
		}
	}
	inner := fr
	inner.left += column + fr.style.Size.Mul(dateWhite, 100)
	elem := s.element(fr.elem, "L")
	elem.Numbering = "None"
	for i, d := range list {
		if i > 0 {
			s.Space(s.geo.Baseline.Mul(turnWhite, 100))
		}
		s.date(d, document.NewElement(elem, "LI"), term, fr, inner)
	}
}

// date sets an entry of a timeline: its date beside the first line, where it fits there.
func (s *section) date(d dated, item *document.Element, term *theme.Style, fr, inner frame) {
	label := fr
	label.elem, label.right = document.NewElement(item, "Lbl"), s.geo.Measure-inner.left
	label.style = term
	inner.elem, inner.flush = document.NewElement(item, "LBody"), true
	lines := s.text(d.date, term, label, 0)
	if len(lines) == 1 && len(d.rest)+len(d.blocks) > 0 && lines[0].Light() {
		down := s.baseline(inner.style) - s.baseline(term)
		lines[0].Move(0, down)
		s.Prefix = append(s.Prefix, lines[0].Items...)
	} else {
		label.right = fr.right
		s.putKept(s.text(d.date, term, label, 0), false)
		s.Owed = headingLines
	}
	if len(d.rest) > 0 {
		s.happened(d, inner)
	}
	s.blocks(d.blocks, inner)
}

// happened sets the rest of the paragraph that begins with a date.
func (s *section) happened(d dated, fr frame) {
	outer := s.Of
	s.Of = d.of
	fr.elem = s.element(fr.elem, "P")
	p := s.paragraph(fr.style)
	p.Skip = d.skip
	p.Add(d.rest, s.Look(fr.style, s.lang, fr.elem))
	s.put(s.linesOf(p, fr, 0), false)
	s.Of = outer
}
