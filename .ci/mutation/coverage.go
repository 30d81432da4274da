package main

import (
	"bufio"
	"cmp"
	"fmt"
	"maps"
	"os"
	"path"
	"slices"
	"strings"
)

// coverage is what the tests of a package run of the product, by the files' import
// paths. Tests that do not run a place cannot see a fault there, and most of the time
// of a round would go into those of some forty packages that do not: a fault that
// nobody sees has to be tried on all that are left. nil is all of the product.
type coverage map[string][]stretch

// A stretch is a part of a file without a branch.
type stretch struct {
	from, to place
	ran      bool
}

// A place is a line and a column, both from 1.
type place struct{ line, column int }

func (p place) compare(q place) int {
	return cmp.Or(cmp.Compare(p.line, q.line), cmp.Compare(p.column, q.column))
}

// covered lists, for go test, the packages whose lines the tests of p may run.
func (j *judge) covered(p *pack) string {
	below := j.tree.below(p)
	below[p.ImportPath] = true
	return strings.Join(slices.Sorted(maps.Keys(below)), ",")
}

// readCoverage reads a profile that go test has written.
func readCoverage(name string) (coverage, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	c := coverage{}
	lines := bufio.NewScanner(f)
	lines.Scan() // the first line has the mode
	for lines.Scan() {
		file, rest, _ := strings.Cut(lines.Text(), ":")
		var s stretch
		var statements, count int
		if _, err := fmt.Sscanf(rest, "%d.%d,%d.%d %d %d", &s.from.line, &s.from.column, &s.to.line, &s.to.column, &statements, &count); err != nil {
			return nil, fmt.Errorf("%s: %q: %w", name, lines.Text(), err)
		}
		s.ran = count > 0
		c[file] = append(c[file], s)
	}
	return c, lines.Err()
}

// reaches reports whether the tests run what m breaks. What is in no stretch is run
// when a program starts, or stands between two stretches, as the expressions of a
// case do.
func (c coverage) reaches(m mutant) bool {
	at := place{m.place.Line, m.place.Column}
	within := false
	for _, s := range c[m.pack.ImportPath+"/"+path.Base(m.place.Filename)] {
		if s.from.compare(at) <= 0 && at.compare(s.to) < 0 {
			if s.ran {
				return true
			}
			within = true
		}
	}
	return !within
}
