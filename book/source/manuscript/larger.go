package manuscript

import (
	"net/url"
	"path"
	"strings"

	"octavo/book"
	"octavo/book/base/rule"
)

// larger takes the larger picture where a picture is a link to one: a web page shows a
// small file that leads to a large one, and a book has room for the large one at once. A
// link to a picture on the web stays a link.
func (l *loader) larger(b *book.Book) {
	for _, bl := range book.Blocks(b) {
		f, ok := bl.(*book.Figure)
		if !ok || f.Link == nil || !isPicture(strings.ToLower(f.Link.URL)) {
			continue
		}
		if scheme, _, ok := strings.Cut(f.Link.URL, ":"); ok && isScheme(scheme) || strings.HasPrefix(f.Link.URL, "//") {
			continue
		}
		if l.there(f.Link) {
			f.Image.Src = f.Link.URL
		} else {
			l.report(rule.FigureLink.At(f.Link.Pos, "put the larger file into the manuscript's folder, or take the link away",
				"the picture leads to %q, which is not there; it is printed as it stands", clip(f.Link.URL)))
		}
		f.Link = nil
	}
}

// there reports whether the file that a link names lies in the folder, beside the file
// that the link is written in or by its path from the folder of the book.
func (l *loader) there(link *book.Link) bool {
	for _, dir := range []string{path.Dir(link.Pos.File), "."} {
		for _, name := range []string{link.URL, unescaped(link.URL)} {
			if name = path.Join(dir, name); path.IsAbs(name) || strings.HasPrefix(name, "..") {
				continue
			}
			if _, err := l.root.Stat(name); err == nil {
				return true
			}
		}
	}
	return false
}

func unescaped(s string) string {
	if plain, err := url.PathUnescape(s); err == nil {
		return plain
	}
	return s
}
