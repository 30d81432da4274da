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
