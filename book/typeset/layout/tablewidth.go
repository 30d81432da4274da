package layout

import (
	"cmp"
	"slices"
	"sort"

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
// all their cells on one line, and the rest to all. In three other ways the table may
// get shorter, and the shortest is taken then: to a level that is the same for all, like
// water; by how much text the columns have; or between the two, by its square root.
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

// nearlyFull is the share of the room, in twentieths, from which on a table is made as wide as
// the text. By eye.
const nearlyFull = 17

// share gives the columns their widths and the table its place.
func (g *grid) share(c *columns) {
	room := g.room()
	switch natural := sum(c.line); {
	case len(g.b.Columns) == len(c.line) && sum(c.part) <= room:
		g.w = levelled(c.part, g.asked(room), nil, room)
	case natural <= room:
		g.w = c.line
		if natural*20 >= room*nearlyFull || g.b.Width > 0 {
			g.w = spread(c.line, room)
		}
	case sum(c.word) <= room:
		g.w = spread(c.shortest(room), room)
	case sum(c.part) <= room:
		g.w = spread(levelled(c.part, c.word, nil, room), room)
	default:
		g.w = make([]unit.Length, len(c.part))
		for i, least := range c.part {
			g.w[i] = room.Mul(int64(least), int64(sum(c.part)))
		}
	}
	g.x = make([]unit.Length, len(g.w))
	for i := range g.w {
		g.w[i] = max(g.w[i], unit.Point)
	}
	g.width = sum(g.w) + g.gap*unit.Length(len(g.w)-1)
	g.left = g.fr.left + g.axis()
	x := g.left
	for i := range g.w {
		g.x[i] = x
		x += g.w[i] + g.gap
	}
}

// asked returns the widths of columns that the author of the table asks for. A word that is
// wider has its room nevertheless.
func (g *grid) asked(room unit.Length) []unit.Length {
	out := make([]unit.Length, len(g.b.Columns))
	for i, share := range g.b.Columns {
		out[i] = room.Mul(int64(share), 1000)
	}
	return out
}

// axis returns how far a table that is narrower than its frame stands from the beginning of
// lines: in the middle where the theme has its titles there, and on pages of its own.
func (g *grid) axis() unit.Length {
	free := max(g.s.width(g.fr)-g.width, 0)
	if g.turned || g.fr.grid && g.s.theme.Opening.RuleAlign == theme.Center {
		return free / 2
	}
	return 0
}

// captionFrame returns where the caption stands: above the table, as wide as it is. Above a
// narrow table, whose lines would be too short, it is as wide as the text. By eye, as for
// figures.
func (g *grid) captionFrame() frame {
	fr, st := g.fr, g.s.theme.Style(theme.Caption)
	fr.style = st
	measure := g.s.width(g.fr)
	switch left := g.left - g.fr.left; {
	case g.width >= measure*6/10:
		fr.left, fr.right = g.left, fr.right+max(measure-g.width-left, 0)
	case left > 0:
		centred := *st
		centred.Align = theme.Center
		fr.style = &centred
	}
	return fr
}

// spread shares what columns leave of the room in equal parts, so that all of it is used.
func spread(w []unit.Length, room unit.Length) []unit.Length {
	out := make([]unit.Length, len(w))
	free, n := room-sum(w), unit.Length(len(w))
	for i := range w {
		out[i] = w[i] + free/n
	}
	out[len(out)-1] += free % n
	return out
}

// worthWhile is the part of its lines that another way to share the room has to save: with
// the first way most columns of few words have them on one line. By eye.
const worthWhile = 16

// heaviest is the weight of the column of the most text.
const heaviest = 1000

// shortest returns the widths of columns, no word of which is parted, that make the table
// shortest.
func (c *columns) shortest(room unit.Length) []unit.Length {
	text := make([]int64, len(c.line))
	most := int64(1)
	for i := range c.line {
		for _, row := range c.cells {
			text[i] += int64(row[i] / unit.Point)
		}
		most = max(most, text[i])
	}
	even, root, whole := make([]int64, len(text)), make([]int64, len(text)), make([]int64, len(text))
	for i, n := range text {
		even[i], whole[i] = heaviest, max(n*heaviest/most, 1)
		root[i] = rootOf(whole[i] * heaviest)
	}
	best := c.served(room)
	least := c.lines(best)
	for _, weights := range [][]int64{even, root, whole} {
		w := levelled(c.word, c.line, weights, room)
		if n := c.lines(w); n < least-least/worthWhile {
			best, least = w, n
		}
	}
	return best
}

// served returns the widths of columns when those that lack least for all their cells to be
// on one line get that, one after the other, and the rest is shared evenly.
func (c *columns) served(room unit.Length) []unit.Length {
	low := slices.Clone(c.word)
	order := make([]int, len(low))
	for i := range order {
		order[i] = i
	}
	lack := func(i int) unit.Length { return c.line[i] - c.word[i] }
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(lack(a), lack(b)) })
	free := room - sum(low)
	for _, i := range order[:len(order)-1] {
		if lack(i) > free/2 {
			break
		}
		low[i] += lack(i)
		free -= lack(i)
	}
	return levelled(low, c.line, nil, room)
}

// rootOf returns the square root of n, which is no more than the square of heaviest.
func rootOf(n int64) int64 {
	return int64(sort.Search(heaviest, func(r int) bool { return int64(r+1)*int64(r+1) > n }))
}

// rowWeight is how much a line of a row counts for, that of a cell being one: of two ways
// that are as short, the one is better that leaves more cells on a line. By eye.
const rowWeight = 8

// lines estimates how many lines the rows have in columns of these widths, and their cells. A
// line that is not justified leaves about a tenth of it free.
func (c *columns) lines(w []unit.Length) (lines int64) {
	for _, row := range c.cells {
		most := unit.Length(1)
		for i, l := range row {
			n := unit.Length(1)
			if l > w[i] {
				n = (l + l/10 + w[i] - 1) / max(w[i], 1)
			}
			most = max(most, n)
			lines += int64(n)
		}
		lines += int64(most) * rowWeight
	}
	return lines
}

// levelled returns the widths of columns that take no less than least and no more than most,
// and between these a share by weight, the same for all without weights. All together fit
// the room, and nearly fill it.
func levelled(least, most []unit.Length, weights []int64, room unit.Length) []unit.Length {
	out := make([]unit.Length, len(least))
	fill := func(level unit.Length) unit.Length { // of the heaviest column
		for i := range out {
			l := level
			if weights != nil {
				l = level.Mul(weights[i], heaviest)
			}
			out[i] = max(least[i], min(most[i], l))
		}
		return sum(out)
	}
	low, high := unit.Length(0), room*heaviest
	for low < high {
		mid := (low + high + 1) / 2
		if fill(mid) <= room {
			low = mid
		} else {
			high = mid - 1
		}
	}
	fill(low)
	return out
}
