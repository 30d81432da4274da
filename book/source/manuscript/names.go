package manuscript

import (
	"errors"
	"io/fs"
	"net/url"
	"path"
	"slices"
	"strings"

	"octavo/book/base/nfc"
)

// spelt returns the name that a file has on the disk. A file system that keeps bytes tells
// "é" of one character from "é" of two, where the author sees one name; a name that is
// not there is looked for among the others by what they look like.
func (l *loader) spelt(name string) string {
	if nfc.Single(name) {
		return name
	}
	if _, err := l.root.Stat(name); !errors.Is(err, fs.ErrNotExist) {
		return name
	}
	if twin, ok := l.spellings()[nfc.Compose(name)]; ok {
		return twin
	}
	return name
}

// spellings returns the names of files and folders that could be spelt in another way, by
// their composed form. Of two that look the same the first one counts.
func (l *loader) spellings() map[string]string {
	if l.spelling != nil {
		return l.spelling
	}
	l.spelling = map[string]string{}
	for _, file := range l.listing() {
		for p := file; p != "." && !nfc.Single(p); p = path.Dir(p) {
			if key := nfc.Compose(p); l.spelling[key] == "" {
				l.spelling[key] = p
			}
		}
	}
	return l.spelling
}

// siteRoots are the folders whose content a site shows at its root: Hugo and Docusaurus
// have static, Jekyll assets, Astro, Gatsby and Vite public, Hexo source.
var siteRoots = []string{"static", "assets", "public", "source"}

// found returns the files that the address of a picture may mean, in a text that stands in
// the folder dir: one as a rule, none when there is no such file, several when an address
// of a site fits more than one.
func (l *loader) found(written, dir string) []string {
	for _, s := range readings(written) {
		var fit []string
		for _, p := range l.places(s, dir) {
			if p = l.spelt(p); !slices.Contains(fit, p) && l.isThere(p) {
				fit = append(fit, p)
			}
			if len(fit) > 0 && !path.IsAbs(s) {
				break // beside the text goes before the folder of the book
			}
		}
		if len(fit) > 0 {
			return fit
		}
	}
	if strings.ContainsAny(written, `/\`) {
		return nil
	}
	return l.anywhere(written)
}

// isThere reports whether there is a file of a name, one that may be read or not.
func (l *loader) isThere(name string) bool {
	_, err := l.root.Stat(name)
	return err == nil
}

// readings returns what the address of a picture may say, likeliest first: as it is written,
// with the strokes of Windows as slashes, without escapes, and without the query and
// fragment by which a server would cut the picture to size.
func readings(written string) []string {
	list := []string{written}
	add := func(s string) {
		if s != "" && !slices.Contains(list, s) {
			list = append(list, s)
		}
	}
	plain := strings.ReplaceAll(written, `\`, "/")
	add(plain)
	if s, err := url.PathUnescape(plain); err == nil {
		add(s)
	}
	cut := plain
	if i := strings.IndexAny(plain, "?#"); i > 0 {
		cut = plain[:i]
		add(cut)
	}
	if s, err := url.PathUnescape(cut); err == nil {
		add(s)
	}
	return list
}

// places returns where a picture may lie: beside the text, or in the folder of the book; for
// an address from the root of a site in the folders that a site has there. No place is
// outside of the folder.
func (l *loader) places(written, dir string) []string {
	if strings.HasPrefix(written, "//") || len(written) > 1 && written[1] == ':' || strings.Contains(written, "\x00") {
		return nil
	}
	rel, fromRoot := strings.CutPrefix(written, "/")
	var list []string
	if fromRoot {
		list = append(list, path.Clean(rel))
		for _, root := range siteRoots {
			list = append(list, path.Join(root, rel))
		}
	} else {
		list = append(list, path.Join(dir, written), path.Clean(written))
	}
	return slices.DeleteFunc(list, outsideOf)
}

// outsideOf reports whether a cleaned path names no file within the folder.
func outsideOf(p string) bool { return p == "." || p == ".." || strings.HasPrefix(p, "../") }

// anywhere returns the picture of a bare name wherever it lies, when there is one only: an
// editor such as Obsidian writes the name alone as long as it says which.
func (l *loader) anywhere(written string) []string {
	if !isPicture(written) {
		return nil
	}
	if l.byBase == nil {
		l.byBase = map[string][]string{}
		for _, p := range l.listing() {
			if isPicture(p) {
				base := nfc.Compose(path.Base(p))
				l.byBase[base] = append(l.byBase[base], p)
			}
		}
	}
	for _, s := range readings(written) {
		if list := l.byBase[nfc.Compose(s)]; len(list) == 1 {
			return list
		}
	}
	return nil
}
