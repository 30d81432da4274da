package layout

import (
	"octavo/book"
	"octavo/book/base/rule"
	"octavo/book/base/unit"
	"octavo/book/typeset/para"
	"octavo/book/typeset/theme"
)

// How tables are fitted.
//
// A table is narrower than its page, wider, or much wider, and nobody can tell before its
// words have been measured. For each column three widths are found: that of its widest cell
// on one line, that of its widest word, and that of the widest part of a word, "250/" of
// "250/cfu". A cell over several columns makes these wider, by equal parts, only when they
// are too narrow for it together, and so is measured after all others.
//
// Where all cells have room on one line a table is as wide as that and no wider: figures a
// hand apart are not read as a row. One that lacks little of the measure is made as wide as
// the text, since edges that miss each other by little look like a slip.
//
// Else the room is shared. Each column has its widest word first, so that no word is parted
// while another column has air. What is left goes to the columns that lack least to have
// all their cells on one line, and the rest to all. In four other ways the table may
// get shorter, and the shortest is taken then: to a level that is the same for all, like
// water; by how much text the columns have; between the two, by its square root; or
// by what they lack, as browsers do. Of 644 tables of random words, in both themes, the
// rows took 12,632 lines; by the way of browsers alone 12,931, by that of LaTeX's tabulary
// 12,994.
//
// When words do not fit the measure, smaller type is tried, and parts of words: in the order
// of attempts. When even these do not fit in the smallest type, the table is turned onto
// pages of its own, where the depth of the text is its measure, and is fitted again. Words
// are broken anywhere, which is reported, only in a table within a quotation or a list,
// which cannot be turned, and in a table that is too wide even for the depth.
//
// A row is one strip, and the flow divides a table between rows: never behind the first
// one or before the last, so that no row stands alone, and at a cost in short tables,
// which look better whole. Rows that cells hold together are one strip too. A row that is
// taller than six tenths of a page is divided between its lines, as a paragraph is. The
// head stands again on each page, with a word that says so, as the Repeat of the flow.

// attempts are how a table is tried to fit, one after the other: in a size, in thousandths of
// its own, with words whole or in parts. By eye: the last size is the smallest that is
// read with ease, and type that is a step smaller is better than a word that is parted.
var attempts = []struct {
	size  int64
	parts parts
}{
	{1000, ofWords}, {920, ofWords}, {1000, ofPieces}, {920, ofPieces}, {840, ofPieces},
	{920, ofSyllables}, {840, ofSyllables}, {760, ofPieces}, {760, ofSyllables},
}

// A parts says which parts of a word have to fit a column.
type parts uint8

const (
	ofWords     parts = iota
	ofPieces          // those between its own hyphens and strokes
	ofSyllables       // those between the hyphens of its language
)

// columns are the widths that the columns of a table ask for.
type columns struct {
	word, part, line []unit.Length
	cells            [][]unit.Length // the lines of all cells, row by row; 0 for those of several columns
}

// fit chooses the size of the type and the widths of the columns. It reports false when
// words do not fit even in the smallest type, in which the table then is.
func (g *grid) fit() bool {
	var c *columns
	for _, a := range attempts {
		g.resize(a.size)
		if a.parts == ofSyllables && !g.divides() {
			continue
		}
		if c = g.measure(a.parts); sum(c.part) <= g.room() {
			g.share(c)
			return true
		}
	}
	g.share(c)
	return false
}

// leastDivided is the width in ems that columns have on average where hyphens may help: some
// dozen letters. A table of narrower ones is easier to read when it is turned. By eye.
const leastDivided = 9

// divides reports whether words of the table may be hyphenated.
func (g *grid) divides() bool {
	return g.s.theme.Style(theme.Table).Hyphenate && g.room() >= leastDivided*g.body.Size*unit.Length(len(g.b.Align))
}

// resize sets the type of the table in so many thousandths of its size. Words are not
// hyphenated but when they are wider than their column.
func (g *grid) resize(thousandths int64) {
	g.body, g.head = scaled(g.s.theme.Style(theme.Table), thousandths), scaled(g.s.theme.Style(theme.TableHead), thousandths)
	g.body.Hyphenate, g.head.Hyphenate = false, false
	g.pad = g.body.Leading / g.padding()
	// A good em, by eye; with very many columns all gaps together are a quarter of the width.
	g.gap = min(g.body.Size.Mul(13, 10), g.s.width(g.fr)/unit.Length(4*len(g.b.Align)))
}

// room returns the width that the columns share.
func (g *grid) room() unit.Length { return g.measured() - g.gap*unit.Length(len(g.b.Align)-1) }

// measured returns the width that the table may have: what its author says, or the text.
func (g *grid) measured() unit.Length {
	measure := g.s.width(g.fr)
	if g.b.Width > 0 {
		return measure.Mul(int64(g.b.Width), 1000)
	}
	return measure
}

// leastColumn is the width of a column below which letters of neighbours would stand on
// one another: about half of the size of the smallest type of tables.
const leastColumn = 3 * unit.Point

// tell reports a table that does not fit.
func (g *grid) tell() {
	n := len(g.b.Align)
	if g.room() < leastColumn*unit.Length(n) {
		g.s.Tell(rule.PageOverfull.At(g.b.Pos, "divide it into tables of fewer columns",
			"the table has more columns than the page is wide, %d", n))
		return
	}
	g.s.Tell(rule.TableWide.At(g.b.Pos, "use fewer columns, or shorter words",
		"the table is too wide for the page, so that words in it are broken anywhere"))
}

func scaled(st *theme.Style, thousandths int64) *theme.Style {
	out := *st
	out.Size = st.Size.Mul(thousandths, 1000)
	out.Leading = st.Leading.Mul(thousandths, 1000)
	return &out
}

func sum(list []unit.Length) unit.Length {
	var total unit.Length
	for _, l := range list {
		total += l
	}
	return total
}

// measure returns what the columns ask for in the size at hand.
func (g *grid) measure(of parts) *columns {
	n := len(g.b.Align)
	c := &columns{word: make([]unit.Length, n), part: make([]unit.Length, n), line: make([]unit.Length, n)}
	var wide []func() // those of several columns, once the others are known
	add := func(rows [][]book.Cell, head bool) {
		for _, row := range rows {
			cells := make([]unit.Length, n)
			for i := range min(len(row), n) {
				e := g.s.extent(row[i].Content, g.style(&row[i], head), of)
				part := [...]unit.Length{ofWords: e.Word, ofPieces: e.Piece, ofSyllables: e.Syllable}[of]
				if row[i].Cols > 1 {
					end := g.end(i, &row[i])
					wide = append(wide, func() {
						g.widen(c.word[i:end], e.Word)
						g.widen(c.part[i:end], part)
						g.widen(c.line[i:end], e.Line)
					})
					continue
				}
				c.word[i], c.part[i], c.line[i] = max(c.word[i], e.Word), max(c.part[i], part), max(c.line[i], e.Line)
				cells[i] = e.Line
			}
			c.cells = append(c.cells, cells)
		}
	}
	add(g.b.Head, true)
	add(g.b.Rows, false)
	for _, f := range wide {
		f()
	}
	return c
}

// widen makes columns as wide together as a cell that covers them.
func (g *grid) widen(columns []unit.Length, want unit.Length) {
	n := unit.Length(len(columns))
	if lack := want - sum(columns) - g.gap*(n-1); lack > 0 {
		for i := range columns {
			columns[i] += (lack + n - 1) / n
		}
	}
}

// end returns the column behind a cell that begins in column i.
func (g *grid) end(i int, c *book.Cell) int {
	return min(i+max(c.Cols, 1), len(g.b.Align))
}

// style returns the style of a cell.
func (g *grid) style(c *book.Cell, head bool) *theme.Style {
	if head || c.Header {
		return g.head
	}
	return g.body
}

// extent measures a cell.
func (s *section) extent(list []book.Inline, st *theme.Style, of parts) para.Extent {
	style := *st
	style.Hyphenate = of == ofSyllables
	p := s.paragraph(&style)
	p.Add(list, s.cellLook(&style, nil))
	return p.Extent(of == ofSyllables)
}
