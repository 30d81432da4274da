package book_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// doors says which doors each of book's folders may go through: what is in one
// imports packages of these, of its own, and of the model, and no others. Package doc
// draws the same as a picture.
const doors = `
	base:
	language: base assets
	font:     base assets
	markup:   base language
	graphic:  base language font markup typeset
	matter:   base language
	typeset:  base language font markup matter assets
	epub:     base language font markup graphic matter typeset assets
	pdf:      base language font graphic typeset assets
	check:    base language markup graphic typeset pdf
	source:   base language font markup graphic typeset
	ingest:   base language markup source
	compile:  base language font graphic typeset epub pdf check source
	cmd:      base typeset epub check source ingest compile
`

// owners names the one package that imports each module of somebody else.
// Modules of one repository that do unlike things count by their folder.
var owners = map[string]string{
	"github.com/go-pdf/fpdf":              "book/pdf/draw",
	"github.com/go-shiori/go-epub":        "book/epub",
	"github.com/go-text/typesetting":      "book/font/shape",
	"github.com/aymanbagabas/go-udiff":    "book/ingest/merge",
	"github.com/klauspost/compress/flate": "book/base/deflate",
	"github.com/klauspost/compress/zstd":  "assets",
	"github.com/spf13":                    "cmd/octavo",
	"github.com/tdewolff/parse/v2":        "book/markup/css",
	"github.com/yuin/goldmark":            "book/source/markdown",
	"github.com/yuin/goldmark-emoji":      "book/source/markdown",
	"go.yaml.in/yaml/v3":                  "book/markup/yaml",
	"golang.org/x/image":                  "book/graphic/picture",
	"golang.org/x/net/html":               "book/source/rawhtml",
	"golang.org/x/net/idna":               "book/base/address",
	"golang.org/x/term":                   "cmd/octavo",
	"golang.org/x/text/collate":           "book/language/locale",
	"golang.org/x/text/encoding":          "book/ingest/charset",
	"golang.org/x/text/language":          "book/language/locale",
	"codeberg.org/readeck/go-readability": "book/ingest/web",
	"golang.org/x/text/unicode/bidi":      "book/language/bidi",
	"golang.org/x/text/unicode/norm":      "book/base/nfc",
	"golang.org/x/text/width":             "book/font/shape",
	"github.com/BurntSushi/toml":          "book/markup/toml",
}

// bookless are packages that know no book: what they work on has another form by then.
var bookless = []string{"book/typeset/flow", "book/typeset/formula", "book/typeset/linebreak", "book/typeset/pagebreak"}

// door returns through which door a package is come by: "typeset" for
// "book/typeset/layout", "cmd" for the command, and "book" for the model.
func door(pkg string) string {
	rest, _ := strings.CutPrefix(pkg, "book/")
	first, _, _ := strings.Cut(rest, "/")
	return first
}

// TestImports holds the tree to the doors and owners, and the doors to what is used.
// Test files may import what they like.
func TestImports(t *testing.T) {
	root := os.DirFS("..")
	open := map[string][]string{}
	for line := range strings.Lines(strings.TrimSpace(doors)) {
		from, to, _ := strings.Cut(strings.TrimSpace(line), ":")
		open[from] = strings.Fields(to)
	}
	seen := map[string]map[string]bool{} // imports by package
	err := fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() && (strings.HasPrefix(d.Name(), ".") && name != "." || d.Name() == "testdata" || name == "book/internal") {
			return errOrSkip(err)
		}
		if strings.HasSuffix(name, ".go") && !strings.HasSuffix(name, "_test.go") {
			return readImports(root, name, seen)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	used := map[string]bool{} // "typeset font": a door and one that it goes through
	for _, pkg := range slices.Sorted(maps.Keys(seen)) {
		from := door(pkg)
		if _, ok := open[from]; !ok && from != "book" && from != "assets" {
			t.Errorf("%s stands behind no door", pkg)
		}
		for imp := range seen[pkg] {
			checkImport(t, pkg, imp)
			if own, ours := strings.CutPrefix(imp, "octavo/"); ours {
				to := door(own)
				used[from+" "+to] = true
				if pkg == "book/epub" && (own == "book/typeset/layout" || own == "book/typeset/document") {
					t.Errorf("epub imports %s: what it is told of pages is in the model", own)
				}
				if to != from && to != "book" && !slices.Contains(open[from], to) {
					t.Errorf("%s imports %s: from %s no door leads to %s", pkg, own, from, to)
				}
			}
		}
	}
	for from, list := range open {
		for _, to := range list {
			if !used[from+" "+to] {
				t.Errorf("nothing goes from %s to %s: close the door", from, to)
			}
		}
	}
}

func errOrSkip(err error) error {
	if err != nil {
		return err
	}
	return fs.SkipDir
}

func readImports(root fs.FS, name string, seen map[string]map[string]bool) error {
	src, err := fs.ReadFile(root, name)
	if err != nil {
		return err
	}
	f, err := parser.ParseFile(token.NewFileSet(), name, src, parser.ImportsOnly)
	if err != nil {
		return err
	}
	pkg := path.Dir(name)
	if seen[pkg] == nil {
		seen[pkg] = map[string]bool{}
	}
	for _, spec := range f.Imports {
		imp, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			return err
		}
		seen[pkg][imp] = true
	}
	return nil
}

// checkImport holds an import of what is not ours to the owners and bans.
func checkImport(t *testing.T, pkg, imp string) {
	switch {
	case !strings.HasPrefix(imp, "octavo/") && strings.Contains(strings.SplitN(imp, "/", 2)[0], "."):
		for module, owner := range owners {
			if imp == module || strings.HasPrefix(imp, module+"/") {
				if pkg != owner {
					t.Errorf("%s imports %s, which only %s may", pkg, imp, owner)
				}
				return
			}
		}
		t.Errorf("%s imports %s, which has no owner", pkg, imp)
	case imp == "octavo/book" && slices.Contains(bookless, pkg):
		t.Errorf("%s imports the model", pkg)
	case pkg == "book" && slices.Contains([]string{"os", "net", "net/http"}, imp):
		t.Errorf("book imports %s: the model knows nothing of the world", imp)
	case imp == "math/rand" || imp == "math/rand/v2":
		t.Errorf("%s imports %s: equal input gives equal bytes", pkg, imp)
	case slices.Contains([]string{"net", "net/http", "os/exec"}, imp) && pkg != "book/epub": // which hands go-epub a client that refuses
		t.Errorf("%s imports %s: nothing is fetched and nothing run", pkg, imp)
	}
}
