package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"octavo/book"
	"octavo/book/base/rule"
)

// A loose is a list of attributes that stands behind words, or alone on a line. Hugo gives
// it to the block before, djot to the block behind, and pandoc to neither. An id
// is a place that links lead to, wherever it stands; the rest is for a style sheet.
type loose struct {
	ast.BaseInline
	attributes *attributes
	text       string
}

var kindLoose = ast.NewNodeKind("Loose")

func (*loose) Kind() ast.NodeKind              { return kindLoose }
func (n *loose) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// maxLoose is how many bytes such a list may have, with the white behind it: a line of
// braces is then read in a time that is proportional to it.
const maxLoose = 300

// looseBraces reads attributes that end a line and stand at its beginning or behind a space.
// Those of a caption belong to its table.
func looseBraces(parent ast.Node, r text.Reader, pc parser.Context) ast.Node {
	line, seg := r.PeekLine()
	if before := r.PrecendingCharacter(); before != '\n' && before != ' ' && before != '\t' || len(line) > maxLoose {
		return nil
	}
	if lines := parent.Lines(); lines.Len() > 0 {
		first := lines.At(0)
		if captionMark(string(r.Source()[first.Start:min(first.Stop, first.Start+len(captionMarks[0]))])) != "" {
			return nil
		}
	}
	trimmed := bytes.TrimRight(line, " \t\r\n")
	a, n, ok := parseBraces(trimmed, func(i int) int { return seg.Start + i })
	if !ok || n != len(trimmed) {
		return nil
	}
	guardOf(pc).mark(seg.Start)
	r.Advance(n)
	return &loose{attributes: a, text: string(trimmed)}
}

// loose adds the place that attributes name, and tells what else they hold.
func (b *builder) loose(n *loose) {
	a := n.attributes
	if b.removed > 0 {
		return
	}
	if len(a.classes) > 0 || len(a.pairs) > 0 {
		b.d.g.faultHint(a.offset, rule.ForeignTag, "delete them; for an aside write a line ::: note before it, and ::: behind it",
			"attributes such as %s are left out: they are for the style sheet of a site", clip(strings.Join(strings.Fields(n.text), " ")))
	}
	if a.id != "" {
		b.flush()
		b.splice([]book.Inline{&book.Span{ID: a.id}})
	}
}
