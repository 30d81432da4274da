package main

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/parser"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// deck is every way to break the product, by line. Mutants are drawn from it: a
// line, each as likely as another, then an operator that can break it, then one
// of its places. A line is drawn once.
type deck struct {
	tree   *tree
	lines  [][]mutant
	random *rand.Rand
}

// newDeck finds all of them below a folder, given by its path from the top.
func newDeck(t *tree, seed uint64, in string) *deck {
	d := &deck{tree: t, random: rand.New(rand.NewPCG(seed, 0))}
	for _, p := range t.product() {
		if !strings.HasPrefix(t.rel(p.Dir)+"/", strings.TrimSuffix(in, "/")+"/") && in != "" {
			continue
		}
		for file := range p.files {
			all := t.find(p, file)
			slices.SortStableFunc(all, func(a, b mutant) int { return a.place.Line - b.place.Line })
			for len(all) > 0 {
				n := 1
				for n < len(all) && all[n].place.Line == all[0].place.Line {
					n++
				}
				d.lines, all = append(d.lines, all[:n:n]), all[n:]
			}
		}
	}
	return d
}

// draw returns the next mutant that compiles, and false when no line is left.
func (d *deck) draw() (mutant, bool) {
	for len(d.lines) > 0 {
		i := d.random.IntN(len(d.lines))
		line := d.lines[i]
		last := len(d.lines) - 1
		d.lines[i], d.lines = d.lines[last], d.lines[:last]
		var ops []string
		for _, m := range line {
			if !slices.Contains(ops, m.op) {
				ops = append(ops, m.op)
			}
		}
		op := ops[d.random.IntN(len(ops))]
		line = slices.DeleteFunc(line, func(m mutant) bool { return m.op != op })
		if m := line[d.random.IntN(len(line))]; d.tree.compiles(m) {
			return m, true
		}
	}
	return mutant{}, false
}

// named returns the mutants of one place, "path:line" or "path:line:operator",
// that compile.
func (d *deck) named(place string) []mutant {
	var ms []mutant
	for _, line := range d.lines {
		for _, m := range line {
			at := d.tree.rel(m.place.Filename) + ":" + strconv.Itoa(m.place.Line)
			if (place == at || place == at+":"+m.op) && d.tree.compiles(m) {
				ms = append(ms, m)
			}
		}
	}
	return ms
}

// mutate returns the source of the file with the fault in it.
func (m mutant) mutate() []byte {
	src := m.pack.sources[m.file]
	return slices.Concat(src[:m.from], []byte(m.text), src[m.to:])
}

// diff returns the first line that the fault changes, before and after.
func (m mutant) diff() (was, is string) {
	src, out := m.pack.sources[m.file], m.mutate()
	from := bytes.LastIndexByte(src[:m.from], '\n') + 1
	line := func(b []byte) string {
		s, _, _ := strings.Cut(string(b[from:]), "\n")
		return strings.TrimSpace(s)
	}
	return line(src), line(out)
}

// compiles reports whether the compiler would take the file with the fault.
func (t *tree) compiles(m mutant) bool {
	f, err := parser.ParseFile(t.set, m.place.Filename, m.mutate(), parser.SkipObjectResolution)
	if err != nil {
		return false
	}
	files := slices.Concat(m.pack.files[:m.file], []*ast.File{f}, m.pack.files[m.file+1:])
	return t.check(m.pack, files, nil) == nil
}

// rel returns the path of a file from the top of the tree.
func (t *tree) rel(path string) string {
	rel, err := filepath.Rel(t.root, path)
	if err != nil {
		return path
	}
	return filepath.ToSlash(rel)
}

// at names the place of a mutant as --only takes it.
func (t *tree) at(m mutant) string {
	return fmt.Sprintf("%s:%d:%s", t.rel(m.place.Filename), m.place.Line, m.op)
}
