package manuscript

import (
	"errors"
	"path"
	"strings"
	"sync"

	"octavo/book/source/markdown"
	"octavo/book/source/names"
)

// errNoNote is the error for the name of a note that no file has.
var errNoNote = errors.New("there is no note of that name in the folder")

// notes finds files by their names alone, as links of a wiki name them.
type notes struct {
	once sync.Once
	md   map[string][]string // paths by the name without its ending, folded
}

// index reads the names of the folder once. Several chapters are parsed at a time.
func (l *loader) index() *notes {
	n := &l.notes
	n.once.Do(func() {
		n.md = map[string][]string{}
		for _, p := range l.listing() {
			base := path.Base(p)
			if names.IsMarkdown(base) {
				base = strings.TrimSuffix(base, path.Ext(base))
				n.md[names.Fold(base)] = append(n.md[names.Fold(base)], p)
			}
		}
	})
	return n
}

// noteFile returns the file of a note that the file named from names.
func (l *loader) noteFile(from, name string) string {
	base := path.Base(name)
	if names.IsMarkdown(base) {
		base = strings.TrimSuffix(base, path.Ext(base))
	}
	return names.Nearest(names.Matching(l.index().md[names.Fold(base)], name), from)
}

// open reads a file that a chapter includes.
func (l *loader) open(from, name string, note bool) (string, []byte, error) {
	file := path.Join(path.Dir(from), strings.ReplaceAll(name, `\`, "/"))
	if note {
		if file = l.noteFile(from, name); file == "" {
			return "", nil, errNoNote
		}
	}
	if path.IsAbs(name) || file == ".." || strings.HasPrefix(file, "../") {
		return "", nil, errors.New("it leads out of the manuscript's folder")
	}
	data, err := l.read(file, markdown.MaxBytes)
	if err != nil {
		return "", nil, errors.New(reason(err))
	}
	return file, data, nil
}
