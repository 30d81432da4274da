package main

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// product is the package whose dependencies are the product. Helpers of tests
// are no part of it, so their lines are not broken.
const product = "./cmd/octavo"

// pack is a package of the tree.
type pack struct {
	ImportPath   string
	Name         string
	Dir          string
	Export       string // the file of its export data
	GoFiles      []string
	Imports      []string
	TestGoFiles  []string
	TestImports  []string
	XTestGoFiles []string
	XTestImports []string
	Standard     bool
	Module       *struct{ Main bool }

	inProduct bool
	files     []*ast.File
	sources   [][]byte // as files
}

func (p *pack) ours() bool  { return p.Module != nil && p.Module.Main }
func (p *pack) tests() bool { return len(p.TestGoFiles)+len(p.XTestGoFiles) > 0 }

// tree is the module with all that it imports.
type tree struct {
	root  string
	set   *token.FileSet
	packs map[string]*pack
	info  *types.Info // of all files of the product
	types types.Importer
}

// readTree lists the packages below root and checks the types of the product.
func readTree(root string) (*tree, error) {
	t := &tree{root: root, set: token.NewFileSet(), packs: map[string]*pack{}}
	if err := t.list("./..."); err != nil {
		return nil, err
	}
	if err := t.list("-export", product); err != nil {
		return nil, err
	}
	t.types = importer.ForCompiler(t.set, "gc", t.export)
	t.info = &types.Info{
		Types: map[ast.Expr]types.TypeAndValue{},
		Uses:  map[*ast.Ident]types.Object{},
		Defs:  map[*ast.Ident]types.Object{},
	}
	for _, p := range t.product() {
		if err := t.parse(p); err != nil {
			return nil, err
		}
		if err := t.check(p, p.files, t.info); err != nil {
			return nil, err
		}
	}
	return t, nil
}

// list reads what go list tells of packages and their dependencies. Those that
// were asked for with export data are the product.
func (t *tree) list(args ...string) error {
	const fields = "-json=ImportPath,Name,Dir,Export,GoFiles,Imports,TestGoFiles,TestImports,XTestGoFiles,XTestImports,Standard,Module"
	cmd := exec.Command("go", append([]string{"list", "-deps", fields}, args...)...)
	cmd.Dir, cmd.Stderr = t.root, os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return fmt.Errorf("go list %s: %w", strings.Join(args, " "), err)
	}
	for dec := json.NewDecoder(bytes.NewReader(out)); ; {
		p := new(pack)
		if err := dec.Decode(p); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return fmt.Errorf("what go list says: %w", err)
		}
		p.inProduct = p.ours() && p.Export != ""
		t.packs[p.ImportPath] = p
	}
}

// export opens the export data of an imported package.
func (t *tree) export(path string) (io.ReadCloser, error) {
	p := t.packs[path]
	if p == nil {
		p = t.packs["vendor/"+path] // what the standard library brings along
	}
	if p == nil || p.Export == "" {
		return nil, fmt.Errorf("no export data of %s", path)
	}
	return os.Open(p.Export)
}

// product returns the packages whose lines are broken, in order of their paths.
func (t *tree) product() []*pack {
	var ps []*pack
	for _, p := range t.packs {
		if p.inProduct {
			ps = append(ps, p)
		}
	}
	slices.SortFunc(ps, func(a, b *pack) int { return cmp.Compare(a.ImportPath, b.ImportPath) })
	return ps
}

func (t *tree) parse(p *pack) error {
	for _, name := range p.GoFiles {
		path := filepath.Join(p.Dir, name)
		src, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		f, err := parser.ParseFile(t.set, path, src, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		p.files, p.sources = append(p.files, f), append(p.sources, src)
	}
	return nil
}

// check returns the first fault that the compiler would find in files.
func (t *tree) check(p *pack, files []*ast.File, info *types.Info) error {
	conf := types.Config{Importer: t.types}
	_, err := conf.Check(p.ImportPath, t.set, files, info)
	return err
}

// above returns the packages with tests that a change of p can reach: p itself,
// then its importers, the nearest first and of equally near ones those that
// import least. An import by a test counts as one, but leads no further.
func (t *tree) above(p *pack) []*pack {
	near := map[string]int{p.ImportPath: 0}
	for grown := true; grown; {
		grown = false
		for _, q := range t.packs {
			grown = q.ours() && nearer(near, near, q.ImportPath, q.Imports) || grown
		}
	}
	reached := maps.Clone(near)
	for _, q := range t.packs {
		if q.ours() {
			nearer(reached, near, q.ImportPath, slices.Concat(q.TestImports, q.XTestImports))
		}
	}
	var ps []*pack
	for path := range reached {
		if q := t.packs[path]; q.tests() {
			ps = append(ps, q)
		}
	}
	slices.SortFunc(ps, func(a, b *pack) int {
		return cmp.Or(
			cmp.Compare(reached[a.ImportPath], reached[b.ImportPath]),
			cmp.Compare(t.weight(a), t.weight(b)),
			cmp.Compare(a.ImportPath, b.ImportPath))
	})
	return ps
}

// nearer notes in to how far path is by its imports, whose distances are from,
// and reports whether that is less than was known.
func nearer(to, from map[string]int, path string, imports []string) (changed bool) {
	for _, imp := range imports {
		d, ok := from[imp]
		if had, seen := to[path]; ok && (!seen || d+1 < had) {
			to[path], changed = d+1, true
		}
	}
	return changed
}

// weight is how many packages of ours p imports, itself or by its tests.
func (t *tree) weight(p *pack) int { return len(t.below(p)) }

// below returns the paths of the packages of ours that p imports, itself or by its
// tests.
func (t *tree) below(p *pack) map[string]bool {
	seen := map[string]bool{}
	var visit func(imports []string)
	visit = func(imports []string) {
		for _, imp := range imports {
			if q := t.packs[imp]; q != nil && q.ours() && !seen[imp] {
				seen[imp] = true
				visit(q.Imports)
			}
		}
	}
	visit(slices.Concat(p.Imports, p.TestImports, p.XTestImports))
	return seen
}
