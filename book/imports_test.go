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

// layers is the way of the data as a rule: a package may import packages of
// ours that stand on a line above its own, and no others. Package doc draws the
// same as a picture.
const layers = `
	book book/fault
	cmd/octavo/space assets book/disk book/unit book/nearest book/parallel book/drawing book/sfnt book/deflate book/rule book/internal/langtag book/internal/address book/pdf/object book/charset book/bidi book/extract/xmltree book/extract/dateline book/extract/draft book/extract/mhtml
	book/thai book/locale book/hyphen book/linebreak book/pagebreak book/raster book/svg book/yaml book/shape book/rawhtml book/math book/internal/dump book/extract/text book/inspect
	book/check/store book/markdown book/formula book/theme book/xhtml book/picture book/render book/extract/web
	book/manifest book/layout book/cover book/extract/parts book/extract/docx book/extract/feed book/extract/matter
	book/schema book/scaffold book/manuscript book/check book/epub book/pdf/draw book/pdf/finish book/extract
	book/pdf
	book/build
	cmd/octavo
`

// owners names the one package that imports each module of somebody else.
// Modules of one repository that do unlike things count by their folder.
var owners = map[string]string{
	"github.com/go-pdf/fpdf":              "book/pdf/draw",
	"github.com/go-shiori/go-epub":        "book/epub",
	"github.com/go-text/typesetting":      "book/shape",
	"github.com/klauspost/compress/flate": "book/deflate",
	"github.com/klauspost/compress/zstd":  "assets",
	"github.com/spf13":                    "cmd/octavo",
	"github.com/yuin/goldmark":            "book/markdown",
	"go.yaml.in/yaml/v3":                  "book/yaml",
	"golang.org/x/image":                  "book/picture",
	"golang.org/x/net/html":               "book/rawhtml",
	"golang.org/x/term":                   "cmd/octavo",
	"golang.org/x/text/collate":           "book/locale",
	"golang.org/x/text/encoding":          "book/charset",
	"golang.org/x/text/language":          "book/locale",
	"codeberg.org/readeck/go-readability": "book/extract/web",
	"golang.org/x/text/unicode/bidi":      "book/bidi",
	"golang.org/x/text/unicode/norm":      "book/check",
	"golang.org/x/text/width":             "book/shape",
	"github.com/BurntSushi/toml":          "book/extract/matter",
}

// TestImports holds the tree to the layers and owners. Test files may import
// what they like.
func TestImports(t *testing.T) {
	root := os.DirFS("..")
	level := map[string]int{}
	for i, line := range strings.Split(strings.TrimSpace(layers), "\n") {
		for _, p := range strings.Fields(line) {
			level[p] = i
		}
	}
	seen := map[string]map[string]bool{} // imports by package
	err := fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() && (strings.HasPrefix(d.Name(), ".") && name != "." || d.Name() == "testdata") {
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
	if len(seen) < len(level) {
		t.Errorf("%d packages found, %d in the layers", len(seen), len(level))
	}
	for _, pkg := range slices.Sorted(maps.Keys(seen)) {
		if _, ok := level[pkg]; !ok {
			if !strings.HasPrefix(pkg, "book/internal/") {
				t.Errorf("%s stands in no layer", pkg)
			}
			continue
		}
		for imp := range seen[pkg] {
			checkImport(t, pkg, imp, level)
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

func checkImport(t *testing.T, pkg, imp string, level map[string]int) {
	own, ours := strings.CutPrefix(imp, "octavo/")
	switch {
	case ours && level[own] >= level[pkg]:
		t.Errorf("%s imports %s, which is not in a layer above it", pkg, own)
	case !ours && strings.Contains(strings.SplitN(imp, "/", 2)[0], "."):
		for module, owner := range owners {
			if imp == module || strings.HasPrefix(imp, module+"/") {
				if pkg != owner {
					t.Errorf("%s imports %s, which only %s may", pkg, imp, owner)
				}
				return
			}
		}
		t.Errorf("%s imports %s, which has no owner", pkg, imp)
	case pkg == "book" && slices.Contains([]string{"os", "net", "net/http"}, imp):
		t.Errorf("book imports %s: the model knows nothing of the world", imp)
	case imp == "math/rand" || imp == "math/rand/v2":
		t.Errorf("%s imports %s: equal input gives equal bytes", pkg, imp)
	case slices.Contains([]string{"net", "net/http", "os/exec"}, imp) && pkg != "book/epub": // which hands go-epub a client that refuses
		t.Errorf("%s imports %s: nothing is fetched and nothing run", pkg, imp)
	}
}
