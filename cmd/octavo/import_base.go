package main

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"octavo/book"
	"octavo/book/base/disk"
	"octavo/book/base/rule"
	"octavo/book/ingest"
)

// A base is the last import of a chapter.
type base struct {
	kept []byte // see [ingest.Kept]
	at   string // where the book has it, "" for one that was made of the file of --base
	goes string // where the book is to have that of the update, "" where there is no book
}

// before returns the import that the chapter was made from: that of the file that --base
// names, or what its book keeps. Ours is the chapter, by which its import is found when its
// file has another name since.
func (im *importer) before(ctx context.Context, goes string, ours []byte) (base, error) {
	b := base{goes: goes}
	if im.base != "" {
		r, err := im.single(ctx, im.base)
		if err != nil {
			return b, fmt.Errorf("--base %s: %w", im.base, err)
		}
		b.kept = r.Kept
		return b, nil
	}
	if goes == "" {
		return b, fmt.Errorf("the last import of %s is not kept, since there is no book.yaml at or above it: give the file that it was made from with --base", im.update)
	}
	kept, err := os.ReadFile(goes)
	if err == nil && share(kept, phrases(ours)) > half {
		return base{kept, goes, goes}, nil
	}
	if at, text := renamed(goes, ours); at != "" {
		im.tellRenamed(at)
		return base{text, at, goes}, nil
	}
	if err != nil {
		return b, fmt.Errorf("the last import of %s is not at %s: give the file that it was made from with --base, or import it anew and compare", im.update, goes)
	}
	return base{kept, goes, goes}, nil
}

// files are those by which a book keeps an import instead of the base. What another chapter
// has at the place where it goes, since their names have changed, goes to where the base was.
func (b base) files(theirs []byte) []disk.File {
	if b.goes == "" {
		return nil
	}
	list := []disk.File{{Path: b.goes, Data: theirs}}
	if other, err := os.ReadFile(b.goes); err == nil && b.at != "" && b.at != b.goes {
		list = append(list, disk.File{Path: b.at, Data: other})
	}
	return list
}

// leave removes a base whose chapter has another name since, and the folders that it leaves
// empty. Was says what files gave.
func (b base) leave(was []disk.File) {
	if b.at == "" || b.at == b.goes || slices.ContainsFunc(was, func(f disk.File) bool { return f.Path == b.at }) {
		return
	}
	folder, _, _ := strings.Cut(b.at, filepath.FromSlash(imports))
	folder = filepath.Join(folder, filepath.FromSlash(imports))
	for path := b.at; path != folder && os.Remove(path) == nil; path = filepath.Dir(path) {
	}
}

// maxImports bounds the files of last imports that are looked through, generously: a book
// has some hundred chapters.
const maxImports = 5000

// half of a text, in thousandths, is how much of an import has to stand in a chapter for
// being its: two articles of an author share less, and an editor leaves more.
const half = 500

// renamed returns the last import of a chapter whose file has another name since, and where
// it is kept; "" for none. It is one that is not of the chapter of its own name, and more than
// half of which stands in this one. Where two are as like it, none is taken.
func renamed(goes string, ours []byte) (at string, kept []byte) {
	top, _, ok := strings.Cut(goes, filepath.FromSlash(imports))
	if !ok {
		return "", nil
	}
	folder := filepath.Join(top, filepath.FromSlash(imports))
	own := phrases(ours)
	most, twice := half, false
	left := maxImports
	_ = filepath.WalkDir(folder, func(path string, e fs.DirEntry, err error) error {
		if left--; err != nil || left < 0 {
			return fs.SkipAll
		}
		if !e.Type().IsRegular() || path == goes {
			return nil
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return nil
		}
		is := share(data, own)
		if is < most || is == half || is == most && at == "" || hasChapter(folder, path, data) {
			return nil
		}
		if twice = is == most; !twice {
			at, most, kept = path, is, data
		}
		return nil
	})
	if twice {
		return "", nil
	}
	return at, kept
}

// hasChapter reports whether the chapter of the name under which an import is kept was made
// from it.
func hasChapter(folder, path string, kept []byte) bool {
	rel, err := filepath.Rel(folder, path)
	if err != nil {
		return true
	}
	chapter, err := os.ReadFile(filepath.Join(folder, "..", "..", rel))
	return err == nil && share(kept, phrases(chapter)) > half
}

// phrases returns the words of a text between two signs, in whatever lines they stand.
func phrases(text []byte) map[string]bool {
	set := map[string]bool{}
	for _, s := range phrasesOf(text) {
		set[s] = true
	}
	return set
}

func phrasesOf(text []byte) []string {
	list := strings.FieldsFunc(strings.ReplaceAll(string(text), "\n\n", "."), func(r rune) bool { return unicode.IsPunct(r) || unicode.IsSymbol(r) })
	for i, s := range list {
		list[i] = strings.Join(strings.Fields(s), " ")
	}
	return slices.DeleteFunc(list, func(s string) bool { return s == "" })
}

// share returns how many in a thousand bytes of what is kept of an import stand in the
// chapter that has these phrases.
func share(kept []byte, own map[string]bool) int {
	chapter, _ := ingest.Kept(kept)
	all, n := 0, 0
	for _, s := range phrasesOf(chapter) {
		all += len(s)
		if own[s] {
			n += len(s)
		}
	}
	return n * 1000 / max(all, 1)
}

// tellRenamed says which last import an update compares with, since another name might as
// well be another article.
func (im *importer) tellRenamed(at string) {
	im.diagnostic(rule.ImportUpdate.At(book.Pos{File: filepath.ToSlash(im.update)}, "give the file that the chapter was made from with --base if this is not it",
		"the chapter has another name since it was imported: it is compared with %s", filepath.ToSlash(at)))
}
