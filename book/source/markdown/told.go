package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"

	"octavo/book/base/rule"
)

// untaken tells of a drawn table that package foreign left as it is, since its cells cover
// others or its bars do not stand below each other, and that would be running text.
func (d *document) untaken(n ast.Node) {
	lines := n.Lines()
	if lines.Len() == 0 {
		return
	}
	first := lines.At(0)
	pos := d.place(first.Start)
	line := bytes.TrimSpace(first.Value(d.src))
	if isGridLine(line) {
		d.report(rule.TableForm.At(pos, "write it with bars: | a | b |, and below it |---|---|", "this table of lines and crosses is printed as text"))
	}
}

// isGridLine reports whether a line is the border of a grid table.
func isGridLine(line []byte) bool {
	return bytes.HasPrefix(line, []byte("+-")) && bytes.HasSuffix(line, []byte("-+")) && len(bytes.Trim(line, "+-=:")) == 0
}

// columnLine tells of a line of hyphens in groups, which pandoc's simple tables have below
// their heads, and which is a break where package foreign found no table.
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
