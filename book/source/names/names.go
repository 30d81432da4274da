// Package names knows what a link may call an article.
//
// In: the articles of a book or of an import, with what each may be called: its file, its
// title, what its front matter says, the address where it was first published. Out: for the
// address of a link the articles that it may mean, and for the name of a place its id.
//
// Invariant: an address means the same article in an import and in a build.
package names

import (
	"net/url"
	"path"
	"slices"
	"strings"

	"octavo/book"
	"octavo/book/base/nfc"
)

// An Article is what an article may be called.
type Article struct {
	File string // path with slashes, from where those of all articles begin; "" for none
	// Title is the title in plain words.
	Title string
	// Aliases are names and addresses on its site, those with a slash before them.
	Aliases []string
	// Sources are the addresses on the web where the article stands or stood.
	Sources []string
	Date    book.Date
}

// Of returns what a chapter may be called.
func Of(c *book.Chapter) Article {
	return Article{File: c.File, Title: book.PlainText(c.Title), Aliases: append(slices.Clone(c.Aliases), c.Anchor), Sources: []string{c.Source.URL}, Date: c.Date}
}

// An Index finds articles by their names. Articles are numbers in the list that it was
// made of.
type Index struct {
	articles []Article
	files    map[string]int   // by composed path
	twins    map[string][]int // likewise without the ending
	known    map[string][]int // by what a wiki calls them: name of the file, or title
	aliases  map[string][]int // by folded alias
	site     *site
}

// New returns the index of a list of articles.
func New(list []Article) *Index {
	x := &Index{list, map[string]int{}, map[string][]int{}, map[string][]int{}, map[string][]int{}, newSite(list)}
	for i, a := range list {
		if a.File == "" {
			continue
		}
		name := nfc.Compose(a.File)
		x.files[name] = i
		name = strings.TrimSuffix(name, path.Ext(name))
		x.twins[name] = append(x.twins[name], i)
		x.know(path.Base(name), i)
	}
	for i, a := range list {
		x.know(a.Title, i)
		for _, name := range a.Aliases {
			if name = Fold(name); name != "" && !slices.Contains(x.aliases[name], i) {
				x.aliases[name] = append(x.aliases[name], i)
			}
		}
	}
	return x
}

// know notes a name of an article. The names of files go before titles: a title is a name
// only where no file has it.
func (x *Index) know(name string, i int) {
	file := x.articles[i].File
	name = Fold(name)
	if name != "" && (len(x.known[name]) == 0 || strings.HasSuffix(Fold(strings.TrimSuffix(file, path.Ext(file))), name)) {
		x.known[name] = append(x.known[name], i)
	}
}

// Find returns the articles that a link in the file from may lead to by an address without
// its fragment: as a rule one, none when there is no such article, several when the address
// fits more than one alike. The address is relative to the file, or to where the paths of
// all begin, or one on a site, or a name as in a wiki.
func (x *Index) Find(from, target string) []int {
	if plain, err := url.PathUnescape(target); err == nil {
		target = plain
	}
	target = strings.ReplaceAll(target, `\`, "/")
	dir := path.Dir(from)
	for _, name := range []string{path.Join(dir, target), path.Clean(target)} {
		if i, ok := x.files[nfc.Compose(name)]; ok {
			return []int{i}
		}
	}
	if i := x.byName(from, target); i >= 0 {
		return []int{i}
	}
	if list := x.aliases[Fold(target)]; len(list) > 0 || onWeb(target) {
		return list
	}
	if IsMarkdown(target) && !isIndex(target) {
		if list := x.ending(target); len(list) > 0 {
			return list
		}
		return x.twins[nfc.Compose(path.Join(dir, strings.TrimSuffix(target, path.Ext(target))))]
	}
	return x.site.articles(within(dir, target))
}

// Published returns the articles that were first published at an address of the web.
func (x *Index) Published(address string) []int { return x.site.published(address) }

// within returns a relative address with the folder that it is written in before it, when
// it stays in the folder of all: the article of a name that is nearer is meant.
func within(dir, target string) string {
	if joined := path.Join(dir, target); !strings.HasPrefix(target, "/") && joined != "." && joined != ".." && !strings.HasPrefix(joined, "../") {
		return joined
	}
	return target
}

// byName returns the article that a link names as a wiki does: by the name of its file
// or by its title; -1 when there is none. Where several have the name, the nearest is
// meant.
func (x *Index) byName(from, target string) int {
	if IsMarkdown(target) || strings.HasPrefix(target, "..") || onWeb(target) || strings.HasSuffix(target, "/") {
		return -1 // a path
	}
	for _, list := range [][]int{x.matching(x.known[Fold(path.Base(target))], target), x.known[Fold(target)]} {
		if i := x.nearest(list, from); i >= 0 {
			return i
		}
	}
	return -1
}

// nearest returns the article of a list whose path is nearest to from, -1 for an empty list.
func (x *Index) nearest(list []int, from string) int {
	files := x.filesOf(list)
	if len(files) == 0 {
		return -1
	}
	return list[slices.Index(files, Nearest(files, from))]
}

func (x *Index) filesOf(list []int) []string {
	files := make([]string, len(list))
	for k, i := range list {
		files[k] = x.articles[i].File
	}
	return files
}

// matching returns the articles of a list whose paths end with the folders of a name.
func (x *Index) matching(list []int, name string) (out []int) {
	fit := Matching(x.filesOf(list), name)
	for _, i := range list {
		if slices.Contains(fit, x.articles[i].File) {
			out = append(out, i)
		}
	}
	return out
}

// ending returns the articles whose path ends with one that a link names from wherever the
// site has its articles, as Hugo's ref, Jekyll's link and Zola's @/ do.
func (x *Index) ending(target string) (list []int) {
	target = strings.TrimPrefix(target, "@")
	if strings.HasPrefix(target, "..") {
		return nil // which says how to go from here
	}
	name := nfc.Compose(path.Base(target))
	for _, i := range x.matching(x.known[Fold(strings.TrimSuffix(name, path.Ext(name)))], target) {
		if nfc.Compose(path.Base(x.articles[i].File)) == name && !slices.Contains(list, i) {
			list = append(list, i)
		}
	}
	return list
}

// Fold returns a name as it is compared: capitals and the two ways to write a letter
// with its mark make no difference.
func Fold(name string) string { return strings.ToLower(nfc.Compose(name)) }

// Nearest returns the path that shares most folders with from, the shortest of
// several; "" for an empty list.
func Nearest(list []string, from string) string {
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

// Matching returns the paths of a list that end with the folders that a name has before
// its last part.
func Matching(list []string, name string) []string {
	dir := path.Dir(path.Clean("/" + name))
	if dir == "/" {
		return list
	}
	dir = Fold(dir)
	var out []string
	for _, p := range list {
		if strings.HasSuffix(Fold("/"+path.Dir(p)), dir) {
			out = append(out, p)
		}
	}
	return out
}

// IsMarkdown reports whether the name of a file is that of Markdown.
func IsMarkdown(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".md", ".markdown", ".qmd":
		return true
	}
	return false
}

// isIndex reports whether a file stands for its folder.
func isIndex(name string) bool {
	base := strings.ToLower(strings.TrimSuffix(path.Base(name), path.Ext(name)))
	return base == "index" || base == "_index" || base == "readme"
}
