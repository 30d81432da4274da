package markdown

import (
	"testing"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"octavo/book/base/fault"
	"octavo/book/base/rule"
)

// A failing parser fails at every text.
type failing struct{ parser.Parser }

func (failing) Parse(text.Reader, ...parser.ParseOption) ast.Node { panic(fault.Injected("secret")) }

// TestPanicOfParser checks that a panic of goldmark is a finding without its text.
func TestPanicOfParser(t *testing.T) {
	root, g := parse(failing{}, []byte("Text."), nil)
	if root == nil || root.HasChildren() || len(g.faults) != 1 {
		t.Fatalf("the text became %v with %v", root, g.faults)
	}
	if got := g.faults[0]; got.rule != rule.InternalFault || got.message != "this text cannot be read, by a fault of octavo itself" {
		t.Errorf("the finding is %+v", got)
	}
}
