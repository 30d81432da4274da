package rule

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"octavo/book"
)

var idForm = regexp.MustCompile(`^[a-z]+(-[a-z]+)*$`)

func TestTable(t *testing.T) {
	seen := map[string]bool{}
	last := map[string]int{}
	for i, r := range All() {
		id := string(r.ID)
		if !idForm.MatchString(id) || seen[id] {
			t.Errorf("the id %q is no id or stands twice", id)
		}
		seen[id] = true
		if !slices.Contains(Levels(), string(r.Level)) {
			t.Errorf("%s: level %q", id, r.Level)
		}
		if at, ok := last[r.Group]; ok && (at != i-1 || All()[at].Fixed() != r.Fixed()) {
			t.Errorf("%s is apart from its group %s, or unlike it in being fixed", id, r.Group)
		}
		last[r.Group] = i
	}
	for _, g := range Groups() {
		if seen[g] {
			t.Errorf("%q is a group and a rule", g)
		}
	}
}

func TestLevelOf(t *testing.T) {
	credit, _ := Find("figure-credit")
	dead, _ := Find("link-dead")
	caption, _ := Find("figure-caption")
	for _, c := range []struct {
		name     string
		rule     Rule
		settings map[string]string
		want     Level
	}{
		{"by default", credit, nil, Warning},
		{"off by default", caption, nil, Off},
		{"set", credit, map[string]string{"figure-credit": "error"}, Error},
		{"by its group", caption, map[string]string{"figures": "error"}, Error},
		{"before its group", credit, map[string]string{"figures": "error", "figure-credit": "off"}, Off},
		{"lowered", dead, map[string]string{"link-dead": "warning"}, Warning},
		{"fixed", dead, map[string]string{"link-dead": "off", "text": "off"}, Error},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := c.rule.LevelOf(c.settings); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}

// TestAt says of what severity a report is.
func TestAt(t *testing.T) {
	at := book.Pos{File: "a.md", Line: 2}
	for _, c := range []struct {
		name string
		got  book.Diagnostic
		want book.Severity
	}{
		{"a fixed rule", LinkDead.At(at, "mend it", "%d of two", 1), book.Error},
		{"a warning", FigureAlt.At(at, "mend it", "%d of two", 1), book.Warning},
		{"off by default", FigureCaption.At(at, "mend it", "%d of two", 1), book.Warning},
		{"a warning where nothing can be read", ControlCharacter.FatalAt(at, "mend it", "%d of two", 1), book.Error},
	} {
		t.Run(c.name, func(t *testing.T) {
			want := book.Diagnostic{Pos: at, Severity: c.want, Rule: c.got.Rule, Message: "1 of two", Hint: "mend it"}
			if c.got != want || want.Rule == "" {
				t.Errorf("got %+v, want %+v", c.got, want)
			}
		})
	}
}

// TestRows reads this package and the source of the product: each row says why and has
// an example and the name of its id, somebody uses it, and nobody writes its id.
func TestRows(t *testing.T) {
	named := map[string]string{} // id -> name
	for _, file := range []string{"table.go", "imports.go"} {
		for name, cells := range rows(t, file) {
			id := cells[0]
			named[id] = name
			if !strings.EqualFold(name, strings.ReplaceAll(id, "-", "")) && name != "ImportFault" {
				t.Errorf("%s has the id %q", name, id)
			}
			for _, line := range cells[len(cells)-2:] {
				if line == "" || strings.Contains(line, "\n") || strings.HasSuffix(line, ".") && line == cells[len(cells)-2] {
					t.Errorf("%s: why and example are one line each, and why has no full stop: %q", name, line)
				}
			}
		}
	}
	used, literals := source(t)
	for id, name := range named {
		if !used[name] {
			t.Errorf("nobody uses %s", name)
		}
		if file := literals[id]; file != "" && strings.Contains(id, "-") && id != "font-weight" { // a property of CSS, too
			t.Errorf("%s has %q: write rule.%s", file, id, name)
		}
	}
	if len(used) < 100 {
		t.Errorf("only %d names found in the source", len(used))
	}
}

// rows returns the texts of each row of a file by the name of its variable.
func rows(t *testing.T, file string) map[string][]string {
	f, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	list := map[string][]string{}
	ast.Inspect(f, func(n ast.Node) bool {
		if spec, ok := n.(*ast.ValueSpec); ok && ast.IsExported(spec.Names[0].Name) {
			list[spec.Names[0].Name] = texts(spec)
		}
		return true
	})
	return list
}

// texts returns the string literals within n.
func texts(n ast.Node) []string {
	var list []string
	ast.Inspect(n, func(n ast.Node) bool {
		if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
			s, _ := strconv.Unquote(lit.Value)
			list = append(list, s)
		}
		return true
	})
	return list
}

// source returns the names of this package that the product uses, and its string
// literals with a file of each.
func source(t *testing.T) (used map[string]bool, literals map[string]string) {
	used, literals = map[string]bool{}, map[string]string{}
	root := os.DirFS("../../..")
	err := fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && d.IsDir() && (name == "book/base/rule" || name == "book/internal") {
			return fs.SkipDir
		}
		if err != nil || d.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return err
		}
		src, err := fs.ReadFile(root, name)
		if err != nil {
			return err
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, src, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		ast.Inspect(f, func(n ast.Node) bool {
			if sel, ok := n.(*ast.SelectorExpr); ok {
				if pkg, ok := sel.X.(*ast.Ident); ok && pkg.Name == "rule" {
					used[sel.Sel.Name] = true
				}
			}
			return true
		})
		for _, s := range texts(f) {
			literals[s] = name
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return used, literals
}
