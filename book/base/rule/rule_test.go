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
)

var idForm = regexp.MustCompile(`^[a-z]+(-[a-z]+)+$`)

func TestTable(t *testing.T) {
	seen := map[string]bool{}
	last := map[string]int{}
	for i, r := range All() {
		if !idForm.MatchString(r.ID) && r.ID != "exclamations" && r.ID != "encoding" || seen[r.ID] {
			t.Errorf("the id %q is no id or stands twice", r.ID)
		}
		seen[r.ID] = true
		if r.Why == "" || r.Example == "" || strings.ContainsAny(r.Why+r.Example, "\n") || strings.HasSuffix(r.Why, ".") {
			t.Errorf("%s: why %q and example %q are one line each, without a full stop", r.ID, r.Why, r.Example)
		}
		if !slices.Contains(Levels(), string(r.Level)) || r.Fixed && r.Level != Error || !r.Fixed && r.Level == Error {
			t.Errorf("%s: level %q", r.ID, r.Level)
		}
		if at, ok := last[r.Group]; ok && at != i-1 {
			t.Errorf("%s is apart from its group %s", r.ID, r.Group)
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
		{"fixed", dead, map[string]string{"link-dead": "off", "text": "off"}, Error},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := c.rule.LevelOf(c.settings); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}

// reporters are the functions that take the id of a rule, by name.
var reporters = regexp.MustCompile(`^(Errorf|Warningf|warn|fail|fault|report|reportf|missing)$`)

// TestSource reads the source of all that looks at a manuscript: each id that it reports is in the
// table, and each rule of the table is reported.
func TestSource(t *testing.T) {
	reported := map[string]string{}
	all := map[string]bool{}
	root := os.DirFS("../../..")
	err := fs.WalkDir(root, "book", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") ||
			strings.HasPrefix(name, "book/check/rule/") || strings.HasPrefix(name, "book/ingest/") || strings.HasPrefix(name, "book/check/inspect/") {
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
			switch n := n.(type) {
			case *ast.CallExpr:
				if reporters.MatchString(callee(n)) {
					for _, id := range ids(n.Args) {
						reported[id] = name
					}
				}
			case *ast.BasicLit:
				for _, id := range ids([]ast.Expr{n}) {
					all[id] = true
				}
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(reported) < 40 {
		t.Errorf("only %d ids found in the source", len(reported))
	}
	for id, file := range reported {
		if _, ok := Find(id); !ok {
			t.Errorf("%s reports %q, which is not in the table", file, id)
		}
	}
	for _, r := range All() {
		if !all[r.ID] && r.ID != "theme-key" { // package theme puts that together
			t.Errorf("nothing reports %q", r.ID)
		}
	}
}

func callee(n *ast.CallExpr) string {
	switch f := n.Fun.(type) {
	case *ast.Ident:
		return f.Name
	case *ast.SelectorExpr:
		return f.Sel.Name
	}
	return ""
}

// ids returns the literals among args that have the form of an id.
func ids(args []ast.Expr) []string {
	var list []string
	for _, a := range args {
		lit, ok := a.(*ast.BasicLit)
		if !ok || lit.Kind != token.STRING {
			continue
		}
		if s, err := strconv.Unquote(lit.Value); err == nil && (idForm.MatchString(s) || s == "exclamations" || s == "encoding") {
			list = append(list, s)
		}
	}
	return list
}
