package manuscript

import (
	"errors"
	"path"
	"slices"
	"strings"
	"sync"

	"octavo/book"
	"octavo/book/base/nfc"
	"octavo/book/source/markdown"
)

// errNoNote is the error for the name of a note that no file has.
var errNoNote = errors.New("there is no note of that name in the folder")

// notes finds files by their names alone, as links of a wiki name them.
type notes struct {
	once sync.Once
	md   map[string][]string // paths by the name without its ending, folded
}

// fold returns a name as it is compared: capitals and the two ways to write a letter
// with its mark make no difference.
func fold(name string) string { return strings.ToLower(nfc.Compose(name)) }

// index reads the names of the folder once. Several chapters are parsed at a time.
func (l *loader) index() *notes {
	n := &l.notes
	n.once.Do(func() {
		n.md = map[string][]string{}
		for _, p := range l.listing() {
			base := path.Base(p)
			if isMarkdown(base) {
				base = strings.TrimSuffix(base, path.Ext(base))
				n.md[fold(base)] = append(n.md[fold(base)], p)
			}
		}
	})
	return n
}

// nearestPath returns the path that shares most folders with from, the shortest of
// several; "" for an empty list.
func nearestPath(list []string, from string) string {
	best, most := "", -1
	for _, p := range list {
		n := 0
		for n < len(p) && n < len(from) && p[n] == from[n] {
			n++
		}
		shared := strings.Count(p[:n], "/")
		if shared > most || shared == most && len(p) < len(best) {
			best, most = p, shared
		}
	}
	return best
}

// matching returns the paths of a list that end with the folders that a name has before
// its last part.
func matching(list []string, name string) []string {
	dir := path.Dir(path.Clean("/" + name))
	if dir == "/" {
		return list
	}
	var out []string
	for _, p := range list {
		if strings.HasSuffix(fold("/"+path.Dir(p)), fold(dir)) {
			out = append(out, p)
		}
	}
	return out
}

// noteFile returns the file of a note that the file named from names.
func (l *loader) noteFile(from, name string) string {
	base := path.Base(name)
	if isMarkdown(base) {
		base = strings.TrimSuffix(base, path.Ext(base))
	}
	return nearestPath(matching(l.index().md[fold(base)], name), from)
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

// byName returns the chapter that a link names as a wiki does: by the name of its file
// or by its title; nil when there is none. Where several have
// the name, the nearest is meant.
func (k *linker) byName(link *book.Link, target string) *book.Chapter {
	if isMarkdown(target) || strings.HasPrefix(target, "..") || onWeb(target) || strings.HasSuffix(target, "/") {
		return nil // a path
	}
	for _, list := range [][]string{matching(k.known()[fold(path.Base(target))], target), k.known()[fold(target)]} {
		if file := nearestPath(list, link.Pos.File); file != "" {
			return k.chapters[file]
		}
	}
	return nil
}

// known returns the files of chapters by what a wiki calls them.
func (k *linker) known() map[string][]string {
	if k.names == nil {
		k.names = map[string][]string{}
		for _, c := range k.files {
			base := path.Base(c)
			k.add(strings.TrimSuffix(base, path.Ext(base)), c)
		}
		for _, c := range k.files {
			k.add(book.PlainText(k.chapters[c].Title), c)
		}
	}
	return k.names
}

// add notes a name of a chapter. The names of files go before titles: a title is a name
// only where no file has it.
func (k *linker) add(name, file string) {
	name = fold(name)
	if name != "" && (len(k.names[name]) == 0 || strings.HasSuffix(fold(strings.TrimSuffix(file, path.Ext(file))), name)) {
		k.names[name] = append(k.names[name], file)
	}
}

// placed returns the id of the heading whose words a link names, "" when there is
// none: links of a wiki name headings by their words.
func placed(c *book.Chapter, words string) string {
	for _, b := range book.BlocksOf(c) {
		if h, ok := b.(*book.Heading); ok && fold(strings.TrimSpace(book.PlainText(h.Content))) == fold(words) {
			return h.ID
		}
	}
	return ""
}

// aliased returns the chapters that have a name in their front matter, as notes of Obsidian
// have it.
func (k *linker) aliased(target string) []*book.Chapter {
	if k.aliases == nil {
		k.aliases = map[string][]*book.Chapter{}
		for _, file := range k.files {
			c := k.chapters[nfc.Compose(file)]
			for _, name := range append(c.Aliases, c.Anchor) {
				if name = fold(name); name != "" && !slices.Contains(k.aliases[name], c) {
					k.aliases[name] = append(k.aliases[name], c)
				}
			}
		}
	}
	return k.aliases[fold(target)]
}

// ending returns the chapters whose path ends with one that a link names from wherever the
// site has its articles, as Hugo's ref, Jekyll's link and Zola's @/ do.
func (k *linker) ending(target string) (list []*book.Chapter) {
	target = strings.TrimPrefix(target, "@")
	if strings.HasPrefix(target, "..") {
		return nil // which says how to go from here
	}
	name := nfc.Compose(path.Base(target))
	for _, file := range matching(k.known()[fold(stem(target, false))], target) {
		if c := k.chapters[nfc.Compose(file)]; nfc.Compose(path.Base(file)) == name && !slices.Contains(list, c) {
			list = append(list, c)
		}
	}
	return list
}
