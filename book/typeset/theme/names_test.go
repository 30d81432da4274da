package theme

import (
	"go/ast"
	"go/parser"
	"go/token"
	"slices"
	"strconv"
	"testing"
)

// TestStyleNames makes sure that the list of styles is all of the constants, sorted.
func TestStyleNames(t *testing.T) {
	file, err := parser.ParseFile(token.NewFileSet(), "names.go", nil, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	var named []StyleName
	for _, d := range file.Decls {
		if d, ok := d.(*ast.GenDecl); ok && d.Tok == token.CONST {
			for _, s := range d.Specs {
				text, _ := strconv.Unquote(s.(*ast.ValueSpec).Values[0].(*ast.BasicLit).Value)
				named = append(named, StyleName(text))
			}
		}
	}
	slices.Sort(named)
	if !slices.Equal(named, StyleNames) {
		t.Errorf("the constants are\n%q, the list is\n%q", named, StyleNames)
	}
}
