package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"octavo/book"
	"octavo/book/base/pattern"
)

var comment = pattern.Later(`(?s)<!--(.*?)-->`)

// isComment reports whether raw HTML is one comment.
func isComment(raw []byte) bool {
	return bytes.HasPrefix(raw, []byte("<!--")) && bytes.HasSuffix(raw, []byte("-->"))
}

// allow keeps the remarks in raw HTML that silence a rule. A remark on lines of its
// own, an HTML block, holds for the block that follows; a remark within a block holds
// for that block.
func (d *document) allow(raw string, n ast.Node) {
	if !strings.Contains(raw, "octavo:") || len(d.reader.allows) >= maxAllows {
		return
	}
	first, last := d.within(n)
	if _, ok := n.(*ast.HTMLBlock); ok {
		first, last = d.following(n)
	}
	for _, at := range comment().FindAllStringSubmatch(raw, -1) {
		for _, id := range book.ParseAllow(at[1]) {
			if len(d.reader.allows) < maxAllows {
				d.reader.allows = append(d.reader.allows, book.Allow{Rule: id, Pos: d.place(max(n.Pos(), 0)), First: first, Last: last})
			}
		}
	}
}

// within returns the lines of the block that an inline stands in.
func (d *document) within(n ast.Node) (first, last int) {
	for n.Parent() != nil && (n.Type() != ast.TypeBlock || isCell(n)) {
		n = n.Parent()
	}
	return d.place(max(n.Pos(), 0)).Line, d.lastLine(n)
}

func isCell(n ast.Node) bool {
	switch n.(type) {
	case *east.TableCell, *east.TableRow, *east.TableHeader:
		return true
	}
	return false
}

// following returns the lines from an HTML block to the end of the block that
// follows it, past other comments.
func (d *document) following(n ast.Node) (first, last int) {
	first = d.place(max(n.Pos(), 0)).Line
	for next := n.NextSibling(); next != nil; next = next.NextSibling() {
		n = next
		h, ok := n.(*ast.HTMLBlock)
		if !ok || h.Lines().Len() > 0 && !bytes.HasPrefix(bytes.TrimSpace(d.src[h.Lines().At(0).Start:]), []byte("<!--")) {
			break
		}
	}
	return first, d.lastLine(n)
}

// lastLine returns the line before the one on which the node after n begins: the
// last of n, blank lines counted.
func (d *document) lastLine(n ast.Node) int {
	for ; n != nil; n = n.Parent() {
		for next := n.NextSibling(); next != nil; next = next.NextSibling() {
			if next.Pos() >= 0 {
				return d.place(next.Pos()).Line - 1
			}
		}
	}
	return d.place(len(d.src)).Line
}
