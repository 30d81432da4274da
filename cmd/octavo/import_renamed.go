package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"octavo/book"
	"octavo/book/base/rule"
)

// maxImports bounds the files of last imports that are looked through, generously: a book
// has some hundred chapters.
const maxImports = 5000

// renamed returns the last import of a chapter whose file has another name since, and where
// it is kept; "" for none. It is one that has no chapter any more, and more than half of
// whose lines, 500 in a thousand, stand in the chapter. Where two are as like it, none is taken.
func renamed(kept string, ours []byte) (string, []byte) {
	top, _, ok := strings.Cut(kept, filepath.FromSlash(imports))
	if !ok {
		return "", nil
	}
	folder := filepath.Join(top, filepath.FromSlash(imports))
	lines := linesOf(ours)
	best, most, twice := "", 500, false
	var text []byte
	left := maxImports
	filepath.WalkDir(folder, func(path string, e fs.DirEntry, err error) error {
		if left--; err != nil || left < 0 {
			return fs.SkipAll
		}
		if !e.Type().IsRegular() {
			return nil
		}
		rel, err := filepath.Rel(folder, path)
		if err != nil || exists(filepath.Join(top, rel)) {
			return nil
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return nil
		}
		share := shared(linesOf(data), lines)
		if share > most {
			best, most, twice, text = path, share, false, data
		} else if share == most && best != "" {
			twice = true
		}
		return nil
	})
	if twice {
		return "", nil
	}
	return best, text
}

// exists reports whether there is something at a path.
func exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

// linesOf returns the lines of a chapter that are not blank.
func linesOf(text []byte) map[string]bool {
	set := map[string]bool{}
	for line := range strings.Lines(string(text)) {
		if line = strings.TrimSpace(line); line != "" && line != "---" {
			set[line] = true
		}
	}
	return set
}

// shared returns how many of a thousand lines of a stand in b.
func shared(a, b map[string]bool) int {
	n := 0
	for line := range a {
		if b[line] {
			n++
		}
	}
	return n * 1000 / max(len(a), 1)
}

// tellRenamed says which last import an update compares with, since another name might as
// well be another article.
func (im *importer) tellRenamed(old string) {
	im.diagnostic(rule.ImportUpdate.At(book.Pos{File: filepath.ToSlash(im.update)}, "give the file that the chapter was made from with --base if this is not it; else remove it after the update",
		"the chapter has another name since it was imported: it is compared with %s, which has no chapter any more", filepath.ToSlash(old)))
}
