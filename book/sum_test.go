package book_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"path"
	"slices"
	"strings"
	"testing"
)

// sums are the types with several forms, each with the method that its members have.
var sums = []string{"block", "inline"}

// TestSumTypes makes sure that who tells the forms of a block or an inline apart tells all
// of them: a type switch that names half of the members or more, and one is missing, has
// been forgotten when that was added. One that has nothing to do for a member names it
// and says so; a default does not, since it cannot know what will come.
func TestSumTypes(t *testing.T) {
	members := sumMembers(t)
	for _, sum := range sums {
		if len(members[sum]) < 9 {
			t.Fatalf("%s has %d members", sum, len(members[sum]))
		}
	}
	found := 0
	sources(t, func(name string, src []byte) {
		set := token.NewFileSet()
		file, err := parser.ParseFile(set, name, src, parser.SkipObjectResolution)
		if err != nil {
			t.Error(err)
			return
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if s, ok := n.(*ast.TypeSwitchStmt); ok {
				named := casesOf(s, file.Name.Name == "book")
				for _, sum := range sums {
					forgotten := forgottenOf(members[sum], named)
					if 2*len(forgotten) > len(members[sum]) {
						continue
					}
					if found++; len(forgotten) > 0 {
						t.Errorf("%s: the switch over the members of %s forgets %s", set.Position(s.Pos()), sum, strings.Join(forgotten, ", "))
					}
				}
			}
			return true
		})
	})
	if found < 20 {
		t.Errorf("%d switches over a sum seen", found)
	}
}

// sumMembers returns the names of the types of package book that have the method of a
// sum, which asks for nothing, sorted.
func sumMembers(t *testing.T) map[string][]string {
	t.Helper()
	members := map[string][]string{}
	sources(t, func(name string, src []byte) {
		if path.Dir(name) != "book" {
			return
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, src, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range file.Decls {
			f, ok := d.(*ast.FuncDecl)
			if ok && f.Recv != nil && slices.Contains(sums, f.Name.Name) && f.Type.Params.NumFields() == 0 {
				members[f.Name.Name] = append(members[f.Name.Name], typeName(f.Recv.List[0].Type, true))
			}
		}
	})
	for list := range maps.Values(members) {
		slices.Sort(list)
	}
	return members
}

// casesOf returns the types of package book that the cases of a switch name; within
// says that the switch is in the package itself.
func casesOf(s *ast.TypeSwitchStmt, within bool) map[string]bool {
	named := map[string]bool{}
	for _, c := range s.Body.List {
		for _, typ := range c.(*ast.CaseClause).List {
			named[typeName(typ, within)] = true
		}
	}
	return named
}

// typeName returns X of *book.X, and of *X when that is in the package itself; "" for
// any other type.
func typeName(typ ast.Expr, within bool) string {
	star, ok := typ.(*ast.StarExpr)
	if !ok {
		return ""
	}
	switch x := star.X.(type) {
	case *ast.Ident:
		if within {
			return x.Name
		}
	case *ast.SelectorExpr:
		if p, ok := x.X.(*ast.Ident); ok && p.Name == "book" {
			return x.Sel.Name
		}
	}
	return ""
}

// forgottenOf returns the members that are not named.
func forgottenOf(members []string, named map[string]bool) []string {
	var list []string
	for _, m := range members {
		if !named[m] {
			list = append(list, m)
		}
	}
	return list
}
