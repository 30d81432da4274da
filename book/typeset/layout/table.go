package layout

import (
	"octavo/book"
	"octavo/book/base/unit"
	"octavo/book/language/locale"
	"octavo/book/typeset/document"
	"octavo/book/typeset/flow"
	"octavo/book/typeset/pagebreak"
	"octavo/book/typeset/para"
	"octavo/book/typeset/theme"
)

// A grid is a table while it is set.
type grid struct {
	s     *section
	b     *book.Table
	fr    frame
	body  *theme.Style
	head  *theme.Style
	left  unit.Length   // where the table begins
	width unit.Length   // of the table
	x, w  []unit.Length // of the columns
	gap   unit.Length   // between two columns
	pad   unit.Length   // above and below the text of a row
	// tallest is the height above which a row is divided.
	tallest unit.Length
	turned  bool // the table stands on turned pages
}

// newGrid returns the grid of a table in a frame of the section.
func (s *section) newGrid(b *book.Table, fr frame) *grid {
	return &grid{s: s, b: b, fr: fr, tallest: s.geo.Depth().Mul(6, 10)}
}

// A table of no more rows than shortTable is divided at a cost: as much as a page that is
// five lines short, by the squares of package flow. By eye.
const (
	shortTable     = 12
	costShortTable = 2500
)

// table sets a table in the manner of books: a rule above the head, below it
// and at the end, and none between columns.
func (s *section) table(b *book.Table, fr frame) {
	columns := len(b.Align)
	if columns == 0 || len(b.Head)+len(b.Rows) == 0 {
		return
	}
	st := s.theme.Style(theme.Table)
	elem := s.element(fr.elem, "Table")
	g := s.newGrid(b, fr)
	if !g.fit() {
		if fr.grid {
			s.turn(b, fr, elem)
			return
		}
		g.tell()
	}
	s.Space(st.Before)
	s.Balance(true)
	if s.Owed > 0 {
		s.Keep() // the heading above keeps the first rows
	}
	s.Owed = 0
	g.place(elem)
	s.Space(st.After + unit.Point)
}

// place adds the table with its caption to the flow.
func (g *grid) place(elem *document.Element) {
	s := g.s
	if d := s.places.find(s.chapter, g.b.ID); g.b.ID != "" && d != nil && !s.Held(d) {
		s.Anchor(d, elem)
	}
	if len(g.b.Caption) > 0 {
		cf := g.captionFrame()
		cf.elem = document.NewElement(elem, "Caption")
		s.putKept(s.text(g.b.Caption, cf.style, cf, 0), false)
		s.Keep()
		s.Space(s.geo.Baseline / 4)
	}
	g.rows(elem)
	s.Repeat = nil
}

// cellLook is the look of text in a cell: its figures stand below each other.
func (s *section) cellLook(st *theme.Style, elem *document.Element) para.Look {
	key := s.StyleKey(st, s.lang)
	key.Tabular = !st.OldStyle
	return para.Look{Font: s.Font(key), Color: document.Color(st.Color), Elem: elem}
}

// rows adds the rows to the flow. No row is left alone by a page break.
func (g *grid) rows(table *document.Element) {
	s := g.s
	color := document.Color(s.theme.Colors.Rule)
	// The rules at the top and the foot are twice as thick as that below the head. By eye.
	thick, thin := unit.Point.Mul(8, 10), unit.Point.Mul(4, 10)
	first := true
	if len(g.b.Head) > 0 {
		g.headRows(document.NewElement(table, "THead"), thick, thin)
		table = document.NewElement(table, "TBody")
		first = false
	}
	for r, next := 0, 0; r < len(g.b.Rows); r = next {
		next = bandEnd(g.b.Rows, r)
		parts := g.band(g.b.Rows[r:next], table, false)
		for k, st := range parts {
			if r == 0 && k == 0 && len(g.b.Head) == 0 {
				st.Items = append(st.Items, document.NewRule(g.left, 0, g.width, thick, color))
			}
			if next == len(g.b.Rows) && k == len(parts)-1 {
				st.Items = append(st.Items, document.NewRule(g.left, st.Height+g.pad/2, g.width, thick, color))
			}
			if first {
				s.First(st, false)
				first = false
			} else {
				s.Next(st, g.breakCost(r, next, k, len(parts)), false)
			}
		}
	}
}

// breakCost returns what a page break costs before part k, of so many, of the rows from r to
// next. A row is divided as a paragraph is, two lines at the least on either side. The
// first row and the last one stand with a neighbour, unless they are divided themselves.
func (g *grid) breakCost(r, next, k, parts int) int32 {
	rows := len(g.b.Rows)
	switch {
	case k > 0 && (k == 1 || k == parts-1):
		return pagebreak.Never
	case k > 0:
		return 0
	case r == 0, parts == 1 && (r == 1 && rows > 2 || next == rows):
		return pagebreak.Never
	case rows <= shortTable:
		return costShortTable
	}
	return 0
}

// headRows adds the head, which stands again where the table continues unless it
// is too tall for that.
func (g *grid) headRows(table *document.Element, thick, thin unit.Length) {
	s, color := g.s, document.Color(g.s.theme.Colors.Rule)
	parts := g.band(g.b.Head, table, true)
	top, foot := parts[0], parts[len(parts)-1]
	top.Items = append(top.Items, document.NewRule(g.left, 0, g.width, thick, color))
	foot.Items = append(foot.Items, document.NewRule(g.left, foot.Height-thin, g.width, thin, color))
	s.First(top, false)
	for _, st := range parts[1:] {
		s.Next(st, 0, false)
	}
	if len(parts) == 1 {
		s.Repeat = g.continued(thick, thin)
	}
}

// continued returns the head as it stands on the pages that the table continues on, with a
// word that says so. This copy of the head is no part of the structure.
func (g *grid) continued(thick, thin unit.Length) *flow.Strip {
	s := g.s
	style := *s.theme.Style(theme.Caption)
	style.Italic = true
	fr := g.captionFrame()
	fr.elem, fr.style = nil, &style
	word := flow.Join(s.plainText(s.words.Word(locale.Continued), &style, fr))
	head := g.band(g.b.Head, nil, true)[0]
	head.Items = append(head.Items, document.NewRule(g.left, 0, g.width, thick, document.Color(s.theme.Colors.Rule)),
		document.NewRule(g.left, head.Height-thin, g.width, thin, document.Color(s.theme.Colors.Rule)))
	for _, what := range word.Told {
		s.Tell(what)
	}
	out := flow.Join([]*flow.Strip{word, head})
	stripElements(out.Items)
	return &flow.Strip{Height: out.Height, Items: out.Items}
}

// stripElements makes items artifacts.
func stripElements(items []document.Item) {
	for _, it := range items {
		switch it := it.(type) {
		case *document.Text:
			it.Elem = nil
		case *document.Graphic:
			it.Elem = nil
		}
	}
}

// parts returns a row as one strip, or line by line when it is too tall: then it begins
// where it stands, and is divided between any two lines.
func (g *grid) parts(columns [][]*flow.Strip) []*flow.Strip {
	lines, height := 1, unit.Length(0)
	for _, col := range columns {
		lines, height = max(lines, len(col)), max(height, flow.Height(col))
	}
	per := lines
	if height+2*g.pad > g.tallest {
		per = 1
	}
	var out []*flow.Strip
	// Part by part, per lines of each column; a row without lines is one part.
	for from := 0; from < lines; from += per {
		part := &flow.Strip{}
		above, below := unit.Length(0), unit.Length(0)
		if from == 0 {
			above = g.pad
		}
		if from+per == lines {
			below = g.pad
		}
		for _, col := range columns {
			if from < len(col) {
				cell := flow.Join(col[from:min(from+per, len(col))])
				cell.Lower(above)
				part.Beside(cell)
				part.Height = max(part.Height, cell.Height)
			}
		}
		part.Height = max(part.Height, above) + below
		g.s.Settle(part)
		out = append(out, part)
	}
	return out
}
