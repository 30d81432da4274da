package ingest

import (
	"fmt"
	"slices"
	"strings"

	"octavo/book"
	"octavo/book/base/rule"
)

// maxNamed is how many files a message on many names, and maxKeys how many bytes of keys, by
// eye: a site has the same keys on all its pages.
const (
	maxNamed = 3
	maxKeys  = 200
)

// leftKeys tells once of the keys that are left out of all articles of a run.
func (r *run) leftKeys() {
	var keys, files []string
	var first *piece
	for _, p := range r.pieces {
		if len(p.left) == 0 {
			continue
		}
		if first == nil {
			first = p
		}
		if !slices.Contains(files, p.File) {
			files = append(files, p.File)
		}
		for _, key := range p.left {
			if len(keys) < maxKeys && !slices.Contains(keys, key) {
				keys = append(keys, key)
			}
		}
	}
	if first == nil {
		return
	}
	of := ""
	if n := len(files) - maxNamed; n > 0 {
		of = fmt.Sprintf(" of %s and %d more", strings.Join(files[:maxNamed], ", "), n)
	} else if len(files) > 1 {
		of = " of " + strings.Join(files, ", ")
	}
	first.Warnings = append(first.Warnings, rule.ImportKeys.At(book.Pos{File: first.File}, "", "keys without a place in a chapter are left out%s: %s", of, book.Clip(strings.Join(keys, ", "), maxKeys)))
}

// leftLanguages tells once for a file of several articles of which ones the language could not
// be told.
func (r *run) leftLanguages() {
	first, named := map[int]*book.Diagnostic{}, map[int][]string{}
	for _, p := range r.pieces {
		i := slices.IndexFunc(p.Warnings, func(d book.Diagnostic) bool { return d.Rule == rule.ImportLanguage.ID })
		if i < 0 {
			continue
		}
		named[p.file] = append(named[p.file], p.Name+".md")
		if first[p.file] == nil {
			first[p.file] = &p.Warnings[i]
		} else {
			p.Warnings = slices.Delete(p.Warnings, i, i+1)
		}
	}
	for file, list := range named {
		switch n := len(list) - maxNamed; {
		case n > 0:
			first[file].Message += fmt.Sprintf(" (%s and %d more)", strings.Join(list[:maxNamed], ", "), n)
		case len(list) > 1:
			first[file].Message += " (" + strings.Join(list, ", ") + ")"
		}
	}
}
