package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"octavo/book/base/rule"
)

// tables reads the tables of GitHub: a head, a row of hyphens, and rows of cells
// between bars.
//
// GitHub parts cells at each bar without a backslash, also within code, and drops the
// cells that a row has too many. Authors write "`a | b`" and lose the last column. So a
// row that has more cells than the head is cut again, where bars in code, in the brackets
// of wiki links, in addresses and tags, and in formulas part nothing, one kind after the
// other until the row fits. What is too much even then is joined to the last cell, and
// told. A row that fits by GitHub's rule is never cut otherwise.
//
// Source: GitHub Flavored Markdown, "Tables (extension)".
type tables struct{}

func (t tables) Transform(p *ast.Paragraph, r text.Reader, pc parser.Context) {
	g, lines := guardOf(pc), p.Lines()
	for i := 1; i < lines.Len(); i++ {
		l := lines.At(i)
		align := delimiterRow(l.Value(r.Source()))
		if align == nil {
			continue
		}
		g.cells += len(align) * (lines.Len() - i)
		if g.cells > maxCells {
			g.fault(p.Pos(), rule.SizeLimit, "more than %d table cells in one chapter", maxCells)
			return
		}
		if head := g.headOf(lines.At(i-1), len(align)); head != nil {
			g.tableBelow(p, i, head, align)
		}
		return
	}
}

// headOf returns the cells of a head, which are as many as the row of hyphens has, or
// nil.
func (g *guard) headOf(line text.Segment, columns int) []text.Segment {
	for stage := gitHub; stage <= withMath; stage++ {
		cells := cut(g.src, line, stage)
		if len(cells) == columns {
			return cells
		}
		if len(cells) < columns {
			break
		}
	}
	if n := len(cut(g.src, line, gitHub)); n > 1 && g.src[line.Start] == '|' {
		g.tell(line.Start, rule.TableRow, "give both as many cells",
			"no table: its head has %d cells, and the row of hyphens below it %d", n, columns)
	}
	return nil
}

// tableBelow takes the lines of p from before the row of hyphens on as a table.
func (g *guard) tableBelow(p *ast.Paragraph, hyphens int, head []text.Segment, align []east.Alignment) {
	lines := p.Lines()
	t := east.NewTable()
	t.Alignments = align
	t.SetPos(p.Pos())
	t.AppendChild(t, east.NewTableHeader(rowNode(lines.At(hyphens-1), head, align)))
	for i := hyphens + 1; i < lines.Len(); i++ {
		t.AppendChild(t, rowNode(lines.At(i), g.rowOf(lines.At(i), len(align)), align))
	}
	lines.SetSliced(0, hyphens-1)
	p.Parent().InsertAfter(p.Parent(), p, t)
	if lines.Len() == 0 {
		p.Parent().RemoveChild(p.Parent(), p)
		return
	}
	last := lines.At(lines.Len() - 1)
	last.Stop-- // without its line end
	lines.Set(lines.Len()-1, last)
}

// rowNode makes a row of the tree.
func rowNode(line text.Segment, cells []text.Segment, align []east.Alignment) *east.TableRow {
	row := east.NewTableRow(align)
	row.SetPos(line.Start)
	for i, c := range cells {
		cell := east.NewTableCell()
		cell.SetPos(c.Start)
		cell.Alignment = align[i]
		cell.Lines().Append(c)
		row.AppendChild(row, cell)
	}
	return row
}

// rowOf returns the cells of a row, no more than columns.
func (g *guard) rowOf(line text.Segment, columns int) []text.Segment {
	cells := cut(g.src, line, gitHub)
	if len(cells) <= columns {
		if inCode := cut(g.src, line, withCode); len(inCode) < len(cells) {
			g.tell(line.Start, rule.TableRow, `write \| for a bar within code, and <code> where that does not help`,
				"a bar within backticks parts two cells of this row")
		}
		return cells
	}
	for stage := withCode; stage <= withMath && len(cells) > columns; stage++ {
		cells = cut(g.src, line, stage)
	}
	if n := len(cells); n > columns {
		g.tell(line.Start, rule.TableRow, `write \| for a bar that parts no cells, or give the head a column more`,
			"this row has %d cells, and the head of its table %d; what is too much stands in the last cell", n, columns)
		cells[columns-1].Stop = cells[n-1].Stop
		cells = cells[:columns]
	}
	return cells
}

// A stage says within what a bar parts no cells; each stage has those before it.
type stage int

const (
	gitHub   stage = iota // within nothing
	withCode              // `a|b`
	withWiki              // [[a|b]]
	withTags              // [a](b|c), <a|b>
	withMath              // $a|b$
)

// cut returns the cells of a line, without the space around them.
func cut(src []byte, line text.Segment, until stage) []text.Segment {
	line = line.TrimLeftSpace(src)
	line = line.TrimRightSpace(src)
	s := src[line.Start:line.Stop]
	from, stop := 0, len(s)
	if stop > 0 && s[0] == '|' {
		from = 1
	}
	if stop > from && s[stop-1] == '|' && s[stop-2] != '\\' {
		stop--
	}
	c := cutter{s: s[:stop], until: until}
	var cells []text.Segment
	for from < stop {
		end := c.bar(from)
		cell := text.NewSegment(line.Start+from, line.Start+end)
		cell = cell.TrimLeftSpace(src)
		cells = append(cells, cell.TrimRightSpace(src))
		from = end + 1
	}
	return cells
}

// A cutter looks for the bars of a line.
type cutter struct {
	s     []byte
	until stage
	ticks map[int]int // length of a run of backticks -> offset of its last one
	// none holds, for each mark that ends a span, the offset from which on the line has
	// no such mark: each search that fails is made once, so that the work is linear.
	none [4]int
}

// bar returns the offset of the next bar that ends a cell, the length of the line for
// none.
func (c *cutter) bar(i int) int {
	for i < len(c.s) {
		switch {
		case c.s[i] == '|':
			return i
		case c.s[i] == '\\' && i+1 < len(c.s) && (c.s[i+1] == '|' || c.until > gitHub && c.s[i+1] != '\\'):
			i += 2
		default:
			i += max(c.span(i), 1)
		}
	}
	return len(c.s)
}

// span returns the length of what begins at i and holds bars that part nothing, 0 for
// none.
func (c *cutter) span(i int) int {
	rest := c.s[i:]
	switch {
	case c.until >= withCode && rest[0] == '`':
		return c.code(i)
	case c.until >= withWiki && bytes.HasPrefix(rest, []byte("[[")):
		return c.to(i, 2, "]]", 0)
	case c.until >= withTags && bytes.HasPrefix(rest, []byte("](")):
		return c.to(i, 2, ")", 1)
	case c.until >= withTags && rest[0] == '<' && len(rest) > 1 && (isAlnum(rest[1]) || rest[1] == '/'):
		return c.to(i, 1, ">", 2)
	case c.until >= withMath && rest[0] == '$' && len(rest) > 1 && rest[1] != ' ':
		return c.math(i)
	}
	return 0
}

// to returns the length of a span that a mark ends; kind is that of the mark in none.
func (c *cutter) to(i, open int, mark string, kind int) int {
	if c.none[kind] > 0 && i >= c.none[kind]-1 {
		return 0
	}
	n := bytes.Index(c.s[i+open:], []byte(mark))
	if n < 0 {
		c.none[kind] = i + 1
		return 0
	}
	return open + n + len(mark)
}

// math returns the length of a formula: no space stands before the sign that ends it, and
// no figure behind.
func (c *cutter) math(i int) int {
	const kind = 3
	if c.none[kind] > 0 && i >= c.none[kind]-1 {
		return 0
	}
	for k := i + 2; k < len(c.s); k++ {
		if c.s[k] != '$' || c.s[k-1] == ' ' || c.s[k-1] == '\\' {
			continue
		}
		if k+1 == len(c.s) || c.s[k+1] < '0' || c.s[k+1] > '9' {
			return k + 1 - i
		}
	}
	c.none[kind] = i + 1
	return 0
}

// code returns the length of a code span, or of backticks that nothing closes.
func (c *cutter) code(i int) int {
	if c.ticks == nil {
		lines := text.NewSegments()
		lines.Append(text.NewSegment(0, len(c.s)))
		c.ticks = lastTicks(c.s, lines)
	}
	n := run(c.s[i:], '`')
	if c.ticks[n] <= i {
		return n
	}
	for k := i + n; k < len(c.s); {
		m := run(c.s[k:], '`')
		if m == n {
			return k + m - i
		}
		k += max(m, 1)
	}
	return n
}

// delimiterRow returns the alignments of a row of hyphens, nil when line is none.
func delimiterRow(line []byte) []east.Alignment {
	line = bytes.TrimRight(line, " \t\n")
	if len(bytes.Trim(line, "-|: \t")) > 0 || bytes.IndexByte(line, '-') < 0 || len(bytes.Trim(line, "-")) == 0 {
		return nil
	}
	line = bytes.TrimLeft(line, " \t")
	line = bytes.TrimPrefix(line, []byte("|"))
	line = bytes.TrimSuffix(line, []byte("|"))
	var list []east.Alignment
	for col := range bytes.SplitSeq(line, []byte("|")) {
		col = bytes.TrimSpace(col)
		left, right := bytes.HasPrefix(col, []byte(":")), bytes.HasSuffix(col, []byte(":"))
		if hyphens := bytes.Trim(col, ":"); len(hyphens) == 0 || len(bytes.Trim(hyphens, "-")) > 0 || len(col)-len(hyphens) > 2 || len(col)-len(hyphens) == 2 && !(left && right) {
			return nil
		}
		list = append(list, alignmentOf(left, right))
	}
	return list
}

func alignmentOf(left, right bool) east.Alignment {
	switch {
	case left && right:
		return east.AlignCenter
	case left:
		return east.AlignLeft
	case right:
		return east.AlignRight
	}
	return east.AlignNone
}
