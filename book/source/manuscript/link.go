package manuscript

import (
	"path"
	"path/filepath"
	"strings"

	"octavo/book"
	"octavo/book/base/rule"
)

// maxLinks bounds the symbolic links that lead from one to the next. Linux follows as
// many; a longer chain is a circle.
const maxLinks = 40

// outside reports a file that the root does not open since a link leads out of the
// folder. An absolute link within the folder is refused, too: the book would depend on
// where its folder is, and the target could only be opened by a path that others may
// change meanwhile.
func (l *loader) outside(name string, pos book.Pos) {
	if link, target := l.absoluteLink(name); target != "" {
		hint := "make it a link to " + clip(target) + ", so that the folder can be moved"
		l.report(rule.PathOutside.At(pos, hint, "%q is a link with an absolute path, though into the manuscript's folder", clip(link)))
		return
	}
	l.report(rule.PathOutside.At(pos, "put the file itself into the manuscript's folder", "%q leads out of the manuscript's folder", clip(name)))
}

// absoluteLink returns the link on the way to name that has an absolute path into
// the folder, and the relative path that the link should have; "" when there is none.
func (l *loader) absoluteLink(name string) (link, target string) {
	for range maxLinks {
		link, to := l.firstLink(name)
		switch {
		case link == "":
			return "", ""
		case filepath.IsAbs(to):
			return link, l.relative(link, to)
		}
		name = path.Join(path.Dir(link), filepath.ToSlash(to), strings.TrimPrefix(name, link))
		if name == ".." || strings.HasPrefix(name, "../") {
			return "", ""
		}
	}
	return "", ""
}

// firstLink returns the first part of a path that is a symbolic link, and where it
// leads.
func (l *loader) firstLink(name string) (link, to string) {
	for i := 0; i <= len(name); i++ {
		if i < len(name) && name[i] != '/' {
			continue
		}
		if to, err := l.root.Readlink(name[:i]); err == nil {
			return name[:i], to
		}
	}
	return "", ""
}

// relative returns the absolute path to as the link may have it instead: relative to
// the link's own folder; "" when the path leads out of the manuscript.
func (l *loader) relative(link, to string) string {
	folder, err := filepath.Abs(l.root.Name())
	if err != nil {
		return ""
	}
	real, err := filepath.EvalSymlinks(folder)
	if err != nil {
		return ""
	}
	for _, f := range []string{folder, real} {
		inside, err := filepath.Rel(f, to)
		if err != nil || !filepath.IsLocal(inside) {
			continue
		}
		if s, err := filepath.Rel(filepath.Dir(filepath.FromSlash(link)), inside); err == nil {
			return filepath.ToSlash(s)
		}
	}
	return ""
}
