package epub

import (
	"fmt"
	"hash/fnv"
	"path"
	"strings"

	"octavo/book"
	"octavo/book/base/address"
	"octavo/book/graphic/render"
	"octavo/book/markup/xhtml"
	"octavo/book/matter"
)

// A plan names everything that the publication will hold, before any of it is
// written.
type plan struct {
	book   *book.Book
	opt    Options
	docs   []*document // in reading order
	media  []*media    // images, then fonts and the style sheet
	byFile map[*book.Chapter]*document
	of     map[*matter.Section]*document
	images map[*book.Picture]*media
	cover  *media
	// formulas are the pictures of formulas; nil for an edition with MathML.
	formulas map[formulaKey]*formulaImage
	// extents are the sizes of formulas on lines of their own, by their TeX; nil for an
	// edition with pictures of them.
	extents map[string]extent
	fonts   *render.Fonts // of drawings, from the first on
	// anchors are the ids of the figures and terms that a list or the index leads to.
	anchors map[any]string
	pages   []*page // of the paged edition; nil for no page list
}

// A document is one XHTML file of the spine.
type document struct {
	name    string // in the xhtml folder, "02-ports.xhtml"
	id      string // in the manifest
	section *matter.Section
	title   string // plain text, for <title> and the navigation
	lang    string
	chapter *book.Chapter // nil for what the compiler adds
	part    *book.Part    // for a part's opening page
	dress   *sectionDress
	pages   []*page // that begin in it
	body    []byte
}

// A media file is an image, a font or the style sheet.
type media struct {
	folder string // "images", "fonts", "css"
	name   string
	id     string
	typ    string
	data   []byte
	props  string
}

func (m *media) path() string { return m.folder + "/" + m.name }

func newPlan(b *book.Book, opt Options) (*plan, error) {
	p := &plan{book: b, opt: opt, byFile: map[*book.Chapter]*document{}, of: map[*matter.Section]*document{}, images: map[*book.Picture]*media{}, anchors: map[any]string{}}
	if err := p.planMedia(); err != nil {
		return nil, err
	}
	p.planDocuments()
	p.planPages()
	return p, nil
}

func (p *plan) planMedia() error {
	p.media = append(p.media, &media{folder: "css", name: "book.css", id: "css", typ: "text/css"})
	if len(p.opt.Cover) > 0 {
		ext := ".png"
		if p.opt.CoverType == "image/jpeg" {
			ext = ".jpg"
		}
		p.cover = &media{folder: "images", name: "cover" + ext, id: "cover-image",
			typ: p.opt.CoverType, data: p.opt.Cover, props: "cover-image"}
		p.media = append(p.media, p.cover)
	}
	taken := map[string]bool{"cover.png": true, "cover.jpg": true}
	for _, pic := range pictures(p.book) {
		m, err := p.imageMedia(pic, taken)
		if err != nil {
			return fmt.Errorf("%s: %w", pic.Path, err)
		}
		p.images[pic] = m
		p.media = append(p.media, m)
	}
	p.planFormulas(taken)
	p.measureFormulas()
	return nil
}

// pictures returns the pictures that the documents show, each once, in reading
// order. The cover is a file of its own.
func pictures(b *book.Book) []*book.Picture {
	shown := *b
	shown.Cover = nil
	var list []*book.Picture
	seen := map[*book.Picture]bool{}
	for _, im := range book.Images(&shown) {
		if im.Picture != nil && !seen[im.Picture] {
			seen[im.Picture] = true
			list = append(list, im.Picture)
		}
	}
	return list
}

func (p *plan) imageMedia(pic *book.Picture, taken map[string]bool) (*media, error) {
	data, typ, err := p.imageFile(pic)
	if err != nil {
		return nil, err
	}
	stem := strings.TrimSuffix(path.Base(pic.Path), path.Ext(pic.Path))
	name := unique(asciiName(stem), pic.Path, extensions[typ], taken)
	return &media{folder: "images", name: name, id: "image." + name, typ: typ, data: data}, nil
}

// extensions are the file name endings of the core media types.
var extensions = map[string]string{
	"image/png": ".png", "image/jpeg": ".jpg", "image/gif": ".gif", "image/svg+xml": ".svg",
}

// unique returns stem and ext, or with a hash of key between them when the name
// is taken: a number would depend on the order.
func unique(stem, key, ext string, taken map[string]bool) string {
	name := stem + ext
	for salt := key; taken[strings.ToLower(name)]; salt += "+" {
		h := fnv.New32a()
		h.Write([]byte(salt))
		name = fmt.Sprintf("%s-%08x%s", stem, h.Sum32(), ext)
	}
	taken[strings.ToLower(name)] = true
	return name
}

// asciiName returns s in lower-case ASCII letters, digits, hyphens and
// underscores, which every store and file system takes, cut to 80 characters. By eye: with
// a hash and its folder a name stays far below the bounds of any system.
func asciiName(s string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(s) {
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r == '-' || r == '_':
			b.WriteRune(r)
		case r < 0x80:
			b.WriteByte('-')
		default:
			fmt.Fprintf(&b, "u%x", r)
		}
	}
	name := b.String()
	if name == "" {
		name = "x"
	}
	return name[:min(len(name), 80)]
}

// href is the place that a link leads to: a document of the book, or the
// address as the author wrote it.
func (p *plan) href(l *book.Link, from *book.Chapter) string {
	if l.Chapter == nil {
		return address.Href(l.URL)
	}
	target := p.byFile[l.Chapter]
	if target == nil {
		return ""
	}
	switch {
	case l.Anchor == "":
		return target.name
	case l.Chapter == from:
		return "#" + xhtml.ID(l.Anchor)
	}
	return target.name + "#" + xhtml.ID(l.Anchor)
}
