package markdown

import (
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// An exampleCall stands for the number of a numbered example, "(@label)" in the text.
type exampleCall struct {
	ast.BaseInline
	number int
}

var kindExampleCall = ast.NewNodeKind("ExampleCall")

func (*exampleCall) Kind() ast.NodeKind           { return kindExampleCall }
func (n *exampleCall) Dump(src []byte, level int) { ast.DumpHelper(n, src, level, nil, nil) }

// exampleCalls reads the labels of examples in the text, with parentheses around them or
// without. A name that is no label of the chapter stays what it is.
type exampleCalls struct{}

func (exampleCalls) Trigger() []byte { return []byte{'@'} }

func (exampleCalls) Parse(_ ast.Node, r text.Reader, pc parser.Context) ast.Node {
	g := guardOf(pc)
	line, _ := r.PeekLine()
	n := 1
	for n < len(line) && n <= maxEnumerator && (isAlnum(line[n]) || line[n] == '-' || line[n] == '_') {
		n++
	}
	number := g.examples[string(line[1:n])]
	if before := r.PrecendingCharacter(); number == 0 || before < 0x80 && isAlnum(byte(before)) {
		return nil
	}
	r.Advance(n)
	return &exampleCall{number: number}
}
