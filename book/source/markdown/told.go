package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"

	"octavo/book/base/rule"
)

// untaken tells of lists and tables of pandoc that the text at hand would print as running
// text: their signs are no signs of CommonMark, and nobody would hear of it.
func (d *document) untaken(n ast.Node) {
	lines := n.Lines()
	if lines.Len() == 0 {
		return
	}
	first := lines.At(0)
	pos := d.place(first.Start)
	line := bytes.TrimSpace(first.Value(d.src))
	switch e, ok := readEnumerator(line); {
	case isGridLine(line):
		d.report(rule.TableForm.At(pos, "write it with bars: | a | b |, and below it |---|---|", "this table of lines and crosses is printed as text"))
	case ok && (e.automatic() || d.goesOn(n, e)):
		d.report(rule.ListMarker.At(pos, "write numbers with a full stop, 1. and 2., each at the beginning of its line",
			"%q begins no item of a list here, and is printed as text", string(line[:e.length])))
	}
	for i := 1; i < lines.Len(); i++ {
		l := lines.At(i)
		if bytes.HasPrefix(l.Value(d.src), []byte("~  ")) {
			d.report(rule.ListMarker.At(d.place(l.Start), "write a colon in its place, :   ...", "a tilde begins no explanation of a term here, and is printed as text"))
			return
		}
	}
}

// goesOn reports whether the next line, or the next paragraph, counts on from e: one item
// alone is running text.
func (d *document) goesOn(n ast.Node, e enumerator) bool {
	numbering, value := e.first()
	counts := func(line []byte) bool {
		next, ok := readEnumerator(bytes.TrimSpace(line))
		return ok && next.delimiter == e.delimiter && next.value(numbering) == value+1
	}
	lines := n.Lines()
	for i := 1; i < lines.Len(); i++ {
		if l := lines.At(i); counts(l.Value(d.src)) {
			return true
		}
	}
	p, ok := n.NextSibling().(*ast.Paragraph)
	if !ok || p.Lines().Len() == 0 {
		return false
	}
	l := p.Lines().At(0)
	return counts(l.Value(d.src))
}

// isGridLine reports whether a line is the border of a grid table.
func isGridLine(line []byte) bool {
	return bytes.HasPrefix(line, []byte("+-")) && bytes.HasSuffix(line, []byte("-+")) && len(bytes.Trim(line, "+-=:")) == 0
}

// columnLine tells of a line of hyphens in groups, which pandoc's simple tables have below
// their heads, and which is a break here.
func (d *document) columnLine(n ast.Node) {
	at := max(n.Pos(), 0)
	line := d.src[at:]
	if end := bytes.IndexByte(line, '\n'); end >= 0 {
		line = line[:end]
	}
	groups := bytes.Fields(line)
	if len(groups) < 2 {
		return
	}
	for _, g := range groups {
		if len(g) < 2 || len(bytes.Trim(g, "-")) > 0 {
			return
		}
	}
	d.report(rule.TableForm.At(d.place(at), "write it with bars: | a | b |, and below it |---|---|", "this table, whose columns spaces part, is printed as text"))
}
