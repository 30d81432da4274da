package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"octavo/book"
	"octavo/book/base/rule"
)

func (d *document) table(n *east.Table, pos book.Pos) []book.Block {
	t := &book.Table{Pos: pos}
	for _, a := range n.Alignments {
		t.Align = append(t.Align, alignments[a])
	}
	for r := n.FirstChild(); r != nil; r = r.NextSibling() {
		cells := make([]book.Cell, 0, len(t.Align))
		any := false
		for c := r.FirstChild(); c != nil && len(cells) < len(t.Align); c = c.NextSibling() {
			b := d.builder(c)
			b.cell = true
			b.children(c)
			cell := book.Cell{Content: bullets(b.finish()), Pos: d.place(max(c.Pos(), r.Pos(), 0))}
			cells = append(cells, cell)
			any = any || len(cell.Content) > 0
		}
		for len(cells) < len(t.Align) {
			cells = append(cells, book.Cell{Pos: d.place(max(r.Pos(), 0))})
		}
		switch r.(type) {
		case *east.TableHeader:
			if any { // a row of empty heads is how a table without a head is written
				t.Head = [][]book.Cell{cells}
			}
		default:
			t.Rows = append(t.Rows, cells)
		}
	}
	if t.Head == nil && len(t.Rows) == 0 {
		return nil
	}
	return []book.Block{t}
}

var alignments = map[east.Alignment]book.Align{
	east.AlignLeft: book.AlignLeft, east.AlignCenter: book.AlignCenter, east.AlignRight: book.AlignRight,
}

// captionMarks begin the paragraph above or below a table that is its caption.
var captionMarks = []string{"Table: ", "table: ", ": "}

// captionMark returns the mark of a caption that text begins with, "" for none.
func captionMark(text string) string {
	for _, m := range captionMarks {
		if strings.HasPrefix(text, m) {
			return m
		}
	}
	return ""
}

// captioned returns the table behind p with p as its caption, nil where p is no caption
// or no table follows.
func (d *document) captioned(p *ast.Paragraph) []book.Block {
	n, ok := p.NextSibling().(*east.Table)
	if !ok || d.captionMark(p) == "" {
		return nil
	}
	if below, ok := n.NextSibling().(*ast.Paragraph); ok && d.captionMark(below) != "" {
		return nil
	}
	blocks := d.block(n)
	if len(blocks) != 1 || !d.caption(p, blocks[0].(*book.Table)) {
		return nil
	}
	return blocks
}

// captionMark returns the mark of a caption that p begins with, "" for none.
func (d *document) captionMark(p *ast.Paragraph) string {
	if p.Lines().Len() == 0 {
		return ""
	}
	l := p.Lines().At(0)
	return captionMark(string(d.src[l.Start:l.Stop]))
}

// caption makes p the caption of a table beside it when it is marked as one.
func (d *document) caption(p *ast.Paragraph, t *book.Table) bool {
	mark := d.captionMark(p)
	if mark == "" || t.Caption != nil || t.ID != "" {
		return false
	}
	content := d.inlines(p) // not empty: it begins with the mark
	first, ok := content[0].(*book.Text)
	if mark = strings.TrimRight(mark, " "); !ok || !strings.HasPrefix(first.Value, mark) {
		return false
	}
	d.captionID(p, content, t)
	words := strings.TrimLeft(first.Value[len(mark):], " ")
	first.Pos.Col += len(first.Value) - len(words)
	first.Value = words
	if content = tidy(content); len(content) > 0 {
		t.Caption = content
	}
	return true
}

// captionID takes {#id} off the end of a caption, and widths.
func (d *document) captionID(p *ast.Paragraph, content []book.Inline, t *book.Table) {
	l := p.Lines().At(p.Lines().Len() - 1)
	line := bytes.TrimRight(l.Value(d.src), " \t\n")
	open := bytes.LastIndexByte(line, '{')
	last, ok := content[len(content)-1].(*book.Text)
	if open < 1 || line[open-1] != ' ' || !ok {
		return
	}
	at := strings.LastIndexByte(last.Value, '{') // in the text, quotation marks are set
	if at < 0 || !strings.HasSuffix(last.Value, "}") {
		return
	}
	a, n, ok := parseBraces(line[open:], func(i int) int { return l.Start + open + i })
	if !ok || open+n != len(line) {
		return
	}
	last.Value = strings.TrimRight(last.Value[:at], " ")
	t.ID = a.id
	for _, class := range a.classes {
		d.unknown(a, "."+class, "#id")
	}
	for _, pair := range a.pairs {
		d.tableWidth(a, pair.key, string(pair.value), t)
	}
}

// tableWidth reads an attribute of a table: its width, or those of its columns.
func (d *document) tableWidth(a *attributes, key, value string, t *book.Table) {
	switch key {
	case "width":
		t.Width = d.width(a, value)
	case "columns":
		columns, ok := parseColumns(value, len(t.Align))
		if !ok {
			d.report(rule.WidthFormat.At(d.place(a.offset), `write a share of the table for each column, such as columns="20% 30% 50%"`, "%q are no widths of %d columns", clip(value), len(t.Align)))
		}
		t.Columns = columns
	default:
		d.unknown(a, key, "#id", "width", "columns")
	}
}

// parseColumns reads the widths of n columns, which are no more than the table together.
func parseColumns(value string, n int) ([]int, bool) {
	fields := strings.Fields(strings.ReplaceAll(value, ",", " "))
	if len(fields) != n {
		return nil, false
	}
	columns, sum := make([]int, n), 0
	for i, f := range fields {
		w, ok := parseWidth(f)
		if !ok || !strings.HasSuffix(f, "%") {
			return nil, false
		}
		columns[i] = w
		sum += w
	}
	if sum > 1000 {
		return nil, false
	}
	return columns, true
}
