package layout

import (
	"octavo/book"
	"octavo/book/base/rule"
	"octavo/book/base/unit"
	"octavo/book/language/locale"
	"octavo/book/typeset/document"
	"octavo/book/typeset/flow"
	"octavo/book/typeset/pagebreak"
	"octavo/book/typeset/para"
	"octavo/book/typeset/theme"
)

// How tables are fitted.
//
// A table is narrower than its page, wider, or much wider, and nobody can tell before
// its words have been measured. For each column two widths are found: the least, that of
// its widest piece which is not broken, and the most, that of its widest cell on one
// line. A cell over several columns makes these wider, by equal parts, only when they are
// too narrow for it together, and so is measured after all others.
//
// When the least widths do not fit the measure, the type is made smaller, in the four
// steps of squeezes. When they do not fit in the smallest type, the table is turned onto
// pages of its own, where the depth of the text is its measure, and is fitted again. Words are
// broken anywhere, which is reported, only in a table within a quotation or a list, which
// cannot be turned, and in a table that is too wide even for the depth.
//
// The room that is there is shared like water: all columns get their least, and then as
// much as they can use, up to a level that is the same for all. A column of numbers is soon
// served, and what it does not need is for the columns of text. See waterLevel, which
// finds the level by halving. When all have the most they can use, what is left is shared
// in equal parts, since a table is as wide as the text.
//
// A row is one strip, and the flow divides a table between rows: never behind the first
// one or before the last, so that no row stands alone, and at a cost in short tables,
// which look better whole. Rows that cells hold together are one strip too. A row that is
// taller than six tenths of a page is divided into parts between its lines, since else no page
// could hold it with anything above. The head stands again on each page, with a word
// that says so, as the Repeat of the flow.

// A grid is a table while it is set.
type grid struct {
	s       *section
	b       *book.Table
	fr      frame
	body    *theme.Style
	head    *theme.Style
	x, w    []unit.Length // of the columns
	gap     unit.Length   // between two columns
	pad     unit.Length   // above and below the text of a row
	tallest unit.Length   // a row that is higher is divided
}

// squeezes are the sizes that a table is tried in, in thousandths of its own. By eye: the last
// one is the smallest that is read with ease.
var squeezes = []int64{1000, 920, 840, 760}

// table sets a table in the manner of books: a rule above the head, below it
// and at the end, and none between columns.
func (s *section) table(b *book.Table, fr frame) {
	columns := len(b.Align)
	if columns == 0 || len(b.Head)+len(b.Rows) == 0 {
		return
	}
	st := s.theme.Style(theme.Table)
	elem := s.element(fr.elem, "Table")
	g := &grid{s: s, b: b, fr: fr, tallest: s.geo.Depth().Mul(6, 10)}
	if g.narrow() && fr.grid {
		s.turn(b, fr, elem)
		return
	}
	g.fit()
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
		cf := g.fr
		cf.style, cf.elem = s.theme.Style(theme.Caption), document.NewElement(elem, "Caption")
		s.putKept(s.text(g.b.Caption, cf.style, cf, 0), false)
		s.Keep()
		s.Space(s.geo.Baseline / 4)
	}
	g.rows(elem)
	s.Repeat = nil
}

// narrow reports whether words do not fit the columns in the smallest type.
func (g *grid) narrow() bool {
	size := squeezes[len(squeezes)-1]
	g.body, g.head = scaled(g.s.theme.Style(theme.Table), size), scaled(g.s.theme.Style(theme.TableHead), size)
	room := g.room()
	least, _ := g.measure()
	return sum(least) > room
}

// room returns the width that the columns share.
func (g *grid) room() unit.Length {
	// A good em, by eye; with very many columns all gaps together are a quarter of the width.
	g.gap = min(g.body.Size.Mul(13, 10), g.s.width(g.fr)/unit.Length(4*len(g.b.Align)))
	return g.s.width(g.fr) - g.gap*unit.Length(len(g.b.Align)-1)
}

// fit chooses the size of the type and the widths of the columns.
func (g *grid) fit() {
	s := g.s
	for _, size := range squeezes {
		g.body, g.head = scaled(s.theme.Style(theme.Table), size), scaled(s.theme.Style(theme.TableHead), size)
		g.pad = g.body.Leading / g.padding()
		room := g.room()
		least, most := g.measure()
		if sum(least) <= room || size == squeezes[len(squeezes)-1] {
			if sum(least) > room && room < leastColumn*unit.Length(len(least)) {
				s.Tell(rule.PageOverfull.At(g.b.Pos, "divide it into tables of fewer columns",
					"the table has more columns than the page is wide, %d", len(least)))
			} else if sum(least) > room {
				s.Tell(rule.TableWide.At(g.b.Pos, "use fewer columns, or shorter words",
					"the table is too wide for the page, so that words in it are broken anywhere"))
			}
			g.share(least, most, room)
			return
		}
	}
}

// leastColumn is the width of a column below which letters of neighbours would stand on
// one another: about half of the size of the smallest type of tables.
const leastColumn = 3 * unit.Point

// A table of no more rows than shortTable is divided at a cost: as much as a page that is
// five lines short, by the squares of package flow. By eye.
const (
	shortTable     = 12
	costShortTable = 2500
)

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

// measure returns the least and the greatest useful width of each column.
func (g *grid) measure() (least, most []unit.Length) {
	least, most = make([]unit.Length, len(g.b.Align)), make([]unit.Length, len(g.b.Align))
	var wide []func() // those of several columns, once the others are known
	add := func(rows [][]book.Cell, head bool) {
		for _, row := range rows {
			for i := range min(len(row), len(least)) {
				lo, hi := g.s.extent(row[i].Content, g.style(&row[i], head))
				if row[i].Cols > 1 {
					end := g.end(i, &row[i])
					wide = append(wide, func() { g.widen(least[i:end], lo); g.widen(most[i:end], hi) })
					continue
				}
				least[i], most[i] = max(least[i], lo), max(most[i], hi)
			}
		}
	}
	add(g.b.Head, true)
	add(g.b.Rows, false)
	for _, f := range wide {
		f()
	}
	return least, most
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

// share gives the columns their widths: as much as they can use, up to a level
// at which all fit, and no less than they need.
func (g *grid) share(least, most []unit.Length, room unit.Length) {
	n := len(least)
	g.w, g.x = make([]unit.Length, n), make([]unit.Length, n)
	lo, hi := sum(least), sum(most)
	level := waterLevel(least, most, room)
	for i := range n {
		switch {
		case lo > room:
			g.w[i] = room.Mul(int64(least[i]), int64(lo))
		case hi > room:
			g.w[i] = max(least[i], min(most[i], level))
		default:
			g.w[i] = most[i] + (room-hi)/unit.Length(n)
		}
		g.w[i] = max(g.w[i], unit.Point)
	}
	x := g.fr.left
	for i := range n {
		g.x[i] = x
		x += g.w[i] + g.gap
	}
}

// waterLevel returns the greatest width that columns may have for all of them
// to fit room, when each takes no less than least and no more than most.
func waterLevel(least, most []unit.Length, room unit.Length) unit.Length {
	low, high := unit.Length(0), room
	for low < high {
		mid := (low + high + 1) / 2
		var total unit.Length
		for i := range least {
			total += max(least[i], min(most[i], mid))
		}
		if total <= room {
			low = mid
		} else {
			high = mid - 1
		}
	}
	return low
}

// extent returns the least and the greatest useful width of a cell.
func (s *section) extent(list []book.Inline, st *theme.Style) (least, most unit.Length) {
	p := s.paragraph(st)
	p.Add(list, s.cellLook(st, nil))
	return p.Extent()
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
	width := s.width(g.fr)
	colors := &s.theme.Colors
	// The rules at the top and the foot are twice as thick as that below the head. By eye.
	thick, thin := unit.Point.Mul(8, 10), unit.Point.Mul(4, 10)
	first := true
	if len(g.b.Head) > 0 {
		g.headRows(table, thick, thin, width)
		first = false
	}
	for r, next := 0, 0; r < len(g.b.Rows); r = next {
		next = bandEnd(g.b.Rows, r)
		parts := g.band(g.b.Rows[r:next], table, false)
		for k, st := range parts {
			if r == 0 && k == 0 && len(g.b.Head) == 0 {
				st.Items = append(st.Items, document.NewRule(g.fr.left, 0, width, thick, document.Color(colors.Rule)))
			}
			if next == len(g.b.Rows) && k == len(parts)-1 {
				st.Items = append(st.Items, document.NewRule(g.fr.left, st.Height+g.pad/2, width, thick, document.Color(colors.Rule)))
			}
			cost := int32(0)
			if len(g.b.Rows) <= shortTable {
				cost = costShortTable
			}
			if k == 0 && (r == 0 || r == 1 && len(g.b.Rows) > 2 || next == len(g.b.Rows)) {
				cost = pagebreak.Never
			}
			if first {
				s.First(st, false)
				first = false
			} else {
				s.Next(st, cost, false)
			}
		}
	}
}

// headRows adds the head, which stands again where the table continues unless it
// is too tall for that.
func (g *grid) headRows(table *document.Element, thick, thin, width unit.Length) {
	s, color := g.s, document.Color(g.s.theme.Colors.Rule)
	parts := g.band(g.b.Head, table, true)
	top, foot := parts[0], parts[len(parts)-1]
	top.Items = append(top.Items, document.NewRule(g.fr.left, 0, width, thick, color))
	foot.Items = append(foot.Items, document.NewRule(g.fr.left, foot.Height-thin, width, thin, color))
	s.First(top, false)
	for _, st := range parts[1:] {
		s.Next(st, 0, false)
	}
	if len(parts) == 1 {
		s.Repeat = g.continued(thick, thin, width)
	}
}

// continued returns the head as it stands on the pages that the table continues on, with a
// word that says so. This copy of the head is no part of the structure.
func (g *grid) continued(thick, thin, width unit.Length) *flow.Strip {
	s := g.s
	style := *s.theme.Style(theme.Caption)
	style.Italic = true
	fr := g.fr
	fr.elem, fr.style = nil, &style
	word := flow.Join(s.plainText(s.words.Word(locale.Continued), &style, fr))
	head := g.band(g.b.Head, nil, true)[0]
	head.Items = append(head.Items, document.NewRule(g.fr.left, 0, width, thick, document.Color(s.theme.Colors.Rule)),
		document.NewRule(g.fr.left, head.Height-thin, width, thin, document.Color(s.theme.Colors.Rule)))
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

// parts returns a row as one strip, or as several when it is too tall.
func (g *grid) parts(columns [][]*flow.Strip) []*flow.Strip {
	lines := 0
	per := max(int((g.tallest-2*g.pad)/g.body.Leading), 1)
	for _, col := range columns {
		lines = max(lines, len(col))
	}
	var out []*flow.Strip
	// Part by part, per lines of each column; a row without lines is one part.
	for from := 0; from == 0 || from < lines; from += per {
		part := &flow.Strip{Height: 2 * g.pad}
		for _, col := range columns {
			if from < len(col) {
				cell := flow.Join(col[from:min(from+per, len(col))])
				cell.Lower(g.pad)
				part.Beside(cell)
				part.Height = max(part.Height, cell.Height+g.pad)
			}
		}
		g.s.Settle(part)
		out = append(out, part)
	}
	return out
}
