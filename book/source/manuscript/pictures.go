package manuscript

import (
	"errors"
	"io/fs"
	"path"
	"strings"

	"octavo/book"
	"octavo/book/base/fault"
	"octavo/book/base/parallel"
	"octavo/book/base/rule"
	"octavo/book/graphic/picture"
)

// A shot is a picture file that is read once for all its uses.
type shot struct {
	name    string
	uses    []*book.Image
	picture *book.Picture
	err     error
}

// pictures finds the files of all images and reads each once.
func (l *loader) pictures(b *book.Book) {
	var shots []*shot
	byName := map[string]*shot{}
	for _, image := range book.Images(b) {
		name, err := l.locate(image)
		if name == "" {
			continue
		}
		if err != nil {
			l.absent(image, name, err)
			continue
		}
		s := byName[name]
		if s == nil {
			s = &shot{name: name}
			byName[name] = s
			shots = append(shots, s)
		}
		s.uses = append(s.uses, image)
	}
	names := make([]string, len(shots))
	for i, s := range shots {
		names[i] = s.name
	}
	fit := l.fitting(names, maxPicture, maxAll)
	parallel.Each(len(shots), l.opts.Workers, func(i int) {
		s := shots[i]
		defer fault.Library(&s.err)
		var data []byte
		if data, s.err = l.readFitting(s.name, maxPicture, i < fit); s.err == nil {
			s.picture, s.err = l.opts.Probe(s.name, data)
		}
	})
	for _, s := range shots {
		l.settle(s)
	}
}

// settle gives the uses of a picture file its picture, or reports why it has
// none.
func (l *loader) settle(s *shot) {
	for i, image := range s.uses {
		image.Picture = s.picture
		switch {
		case s.err == nil && i == 0 && s.picture.Mended != "":
			l.report(rule.ImageDamaged.At(image.Pos, "get the file once more, or save it anew", "the image %s is damaged: %s; its pixels are all there, and are written anew", s.name, s.picture.Mended))
		case s.err == nil:
		case errors.Is(s.err, fs.ErrNotExist), escapes(s.err):
			l.absent(image, s.name, s.err)
		default:
			l.report(rule.ImageUnreadable.At(image.Pos, hintFor(s.err), "the image %s cannot be used: %s", s.name, reason(s.err)))
		}
	}
}

// absent reports a picture whose file is not there: no fault of the manuscript where it
// says from where the file is to be had.
func (l *loader) absent(image *book.Image, name string, err error) {
	if image.Source == "" || !errors.Is(err, fs.ErrNotExist) {
		l.missing(rule.ImageMissing, "image", name, image.Pos, err, isPicture)
		return
	}
	l.report(rule.ImageWanted.At(image.Pos, "get the file there, and put it at "+name, "the image %s is still at %s; its place shows its words", name, image.Source))
}

// hintFor says what to do about a picture that cannot be used.
func hintFor(err error) string {
	var file *fs.PathError
	if errors.Is(err, errTooLarge) {
		return "save the picture with fewer pixels, or as JPEG"
	}
	if errors.As(err, &file) || errors.Is(err, errTooMuch) || errors.Is(err, errNotFile) {
		return remedy(err)
	}
	return picture.Hint(err)
}

// locate returns the file of an image: relative to the chapter's file when there
// is one, else to the folder of the book, or from the root of a site. The name is "" when the path was
// refused and reported.
func (l *loader) locate(image *book.Image) (string, error) {
	src := strings.TrimSpace(image.Src)
	if scheme, _, ok := strings.Cut(src, ":"); ok && len(scheme) > 1 && isScheme(scheme) || strings.HasPrefix(src, "//") {
		l.report(rule.ImageRemote.At(image.Pos, "put the file into the manuscript's folder", "the image %q is not a file of the manuscript", clip(src)))
		return "", nil
	}
	switch list := l.found(src, path.Dir(image.Pos.File)); {
	case len(list) == 1:
		return list[0], nil
	case len(list) > 1:
		l.report(rule.ImageMissing.At(image.Pos, "name the one that is meant from the folder of the chapter", "the image %q may be %s or %s", clip(src), clip(list[0]), clip(list[1])))
		return "", nil
	}
	name, ok := l.lost(src, image.Pos)
	if !ok {
		return "", nil
	}
	_, err := l.root.Stat(name)
	return name, err
}

// lost returns the name under which a picture is missed. An address from the root of a site
// is one of the site's files, and no path of the machine.
func (l *loader) lost(src string, pos book.Pos) (name string, ok bool) {
	all := readings(src)
	name = all[len(all)-1]
	if rel, ok := strings.CutPrefix(name, "/"); ok && !strings.HasPrefix(rel, "/") {
		if rel = path.Clean(rel); !outsideOf(rel) {
			return rel, true
		}
	}
	if up := strings.TrimLeft(path.Clean(name), "./"); outsideOf(path.Join(path.Dir(pos.File), name)) && l.isThere(up) {
		l.report(rule.PathOutside.At(pos, "did you mean "+up+"?", "%q leads out of the manuscript's folder", clip(src)))
		return "", false
	}
	return l.name(name, pos)
}

// isScheme reports whether s has the form of the scheme of an address.
func isScheme(s string) bool {
	for i, c := range []byte(s) {
		letter := c|0x20 >= 'a' && c|0x20 <= 'z'
		if !letter && (i == 0 || !strings.ContainsRune("0123456789+-.", rune(c))) {
			return false
		}
	}
	return s != ""
}
