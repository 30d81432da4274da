package book_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"regexp"
	"strings"
	"testing"
)

// sources calls visit for each Go file of the tree that goes into the command,
// with its path from the top.
func sources(t *testing.T, visit func(name string, src []byte)) {
	t.Helper()
	root := os.DirFS("..")
	err := fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && (strings.HasPrefix(d.Name(), ".") && name != "." || d.Name() == "testdata" || name == "book/internal"):
			return fs.SkipDir
		case !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go"):
			return nil
		}
		src, err := fs.ReadFile(root, name)
		if err == nil {
			visit(name, src)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// bans are what would make equal input give unequal bytes.
var bans = []struct {
	names []string // identifiers, or selections of a package
	why   string
	free  string // the folder that may
}{
	{[]string{"time.Now", "time.Since", "time.Until", "time.Local"}, "the clock", "cmd/octavo"},
	{[]string{"os.Getenv", "os.LookupEnv", "os.Environ", "os.ExpandEnv", "os.Getwd"}, "the environment", "cmd/octavo"},
	{[]string{"float32", "float64"}, "floating point, which processors fuse differently", "book/pdf/draw"},
}

// TestBans looks for what no package may use but the one that is named.
func TestBans(t *testing.T) {
	files := 0
	sources(t, func(name string, src []byte) {
		files++
		set := token.NewFileSet()
		file, err := parser.ParseFile(set, name, src, parser.SkipObjectResolution)
		if err != nil {
			t.Error(err)
			return
		}
		ast.Inspect(file, func(n ast.Node) bool {
			used := ""
			switch n := n.(type) {
			case *ast.SelectorExpr:
				if x, ok := n.X.(*ast.Ident); ok {
					used = x.Name + "." + n.Sel.Name
				}
			case *ast.Ident:
				used = n.Name
			}
			for _, ban := range bans {
				for _, b := range ban.names {
					if used == b && path.Dir(name) != ban.free {
						t.Errorf("%s uses %s: %s", set.Position(n.Pos()), used, ban.why)
					}
				}
			}
			return true
		})
	})
	if files < 100 {
		t.Errorf("%d files seen", files)
	}
}

// TestLateExpressions makes sure that no command waits for the expressions of others.
func TestLateExpressions(t *testing.T) {
	sources(t, func(name string, src []byte) {
		set := token.NewFileSet()
		file, err := parser.ParseFile(set, name, src, parser.SkipObjectResolution)
		if err != nil {
			t.Error(err)
			return
		}
		for _, d := range file.Decls {
			if g, ok := d.(*ast.GenDecl); ok && g.Tok == token.VAR {
				ast.Inspect(g, func(n ast.Node) bool {
					x, ok := n.(*ast.SelectorExpr)
					if ok && x.Sel.Name == "MustCompile" {
						t.Errorf("%s is compiled at each start: write pattern.Later", set.Position(x.Pos()))
					}
					_, later := n.(*ast.FuncLit)
					return !later
				})
			}
		}
	})
}

// TestMap makes sure that the map in the package comment names every package,
// and no other.
func TestMap(t *testing.T) {
	doc, err := os.ReadFile("doc.go")
	if err != nil {
		t.Fatal(err)
	}
	known := map[string]bool{}
	sources(t, func(name string, _ []byte) {
		if folder, ok := strings.CutPrefix(path.Dir(name), "book/"); ok {
			known[path.Base(folder)] = true
		}
	})
	onMap := map[string]bool{}
	for _, m := range regexp.MustCompile(`(?m)^//\t([a-z]+)  +\S`).FindAllStringSubmatch(string(doc), -1) {
		if onMap[m[1]] {
			t.Errorf("%s is on the map twice", m[1])
		}
		if onMap[m[1]] = true; !known[m[1]] {
			t.Errorf("the map names %s, which is no package", m[1])
		}
	}
	for name := range known {
		if !onMap[name] {
			t.Errorf("%s is not on the map", name)
		}
	}
}
