package epub

import (
	"fmt"

	"octavo/book"
	"octavo/book/base/fault"
	"octavo/book/base/parallel"
	"octavo/book/markup/xhtml"
)

// The names that go-epub gives to the parts of the container.
const (
	contentFolder = "EPUB/"
	packageFile   = "EPUB/package.opf"
	containerFile = "META-INF/container.xml"
)

// finish has the publication assembled, completes it and returns the file. The files are
// compressed while go-epub assembles, which keeps one core busy: its work is that of the
// entry with the container file.
func finish(p *plan) ([]byte, error) {
	files := []*entry{
		{name: containerFile},
		{name: packageFile, data: packageDocument(p)},
		{name: contentFolder + "nav.xhtml", data: navDocument(p)},
		{name: contentFolder + "toc.ncx", data: ncxDocument(p)},
	}
	for _, d := range p.docs {
		files = append(files, &entry{name: contentFolder + "xhtml/" + d.name, data: d.body})
	}
	for _, m := range p.media {
		files = append(files, &entry{name: contentFolder + m.path(), data: m.data})
	}
	s := &skeleton{}
	var err error
	parallel.Each(len(files), p.opt.Workers, func(i int) {
		if files[i].name == containerFile {
			if s, err = assembled(p); err != nil {
				return
			}
			files[i].data = s.files[containerFile]
		}
		files[i].pack()
	})
	if err != nil {
		return nil, fmt.Errorf("epub: assemble: %w", err)
	}
	return writeContainer(s.files["mimetype"], files)
}

// assembled returns what go-epub makes of the plan, or an error when that is not just the
// plan.
func assembled(p *plan) (*skeleton, error) {
	s, err := assemble(p)
	if err != nil {
		return nil, err
	}
	return s, verify(p, s)
}

// render writes every document of the plan.
func (p *plan) render() {
	parallel.Each(len(p.docs), p.opt.Workers, func(i int) {
		d := p.docs[i]
		if d.chapter != nil {
			defer fault.In(d.chapter.File)
		}
		marks := d.marks()
		d.body = p.page(d, marks)
		for marks != nil && d.settle(marks.Written()) {
			marks = d.marks()
			d.body = p.page(d, marks)
		}
	})
}

// A writer renders the body of one document.
type writer struct {
	xhtml.Renderer
	plan *plan
	doc  *document
}

const xhtmlHead = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
`

// anchorsIn returns a function that gives the places in d their ids, each once: a person who
// is named twice among the authors of a chapter has two bios there.
func (p *plan) anchorsIn(d *document) func(of any) string {
	given := map[any]bool{}
	return func(of any) string {
		if given[of] {
			return ""
		}
		given[of] = true
		return p.anchors[placeKey{d.chapter, of}]
	}
}

// page returns the whole XHTML document of d.
func (p *plan) page(d *document, marks *xhtml.Marks) []byte {
	w := &writer{plan: p, doc: d}
	w.Renderer = xhtml.Renderer{
		Writer:  xhtml.NewWriter(sizeHint(d)),
		Words:   p.opt.Words,
		Lang:    d.lang,
		Marks:   marks,
		Href:    w.href,
		Picture: w.picture,
		Echo:    book.NewEcho(d.chapter),
		Anchor:  p.anchorsIn(d),
	}
	if p.opt.Profile == book.Kindle {
		w.Formula = w.formula
	}
	w.Extent = func(m *book.Math) (width, height int) {
		e := p.extents[m.TeX]
		return e.width, e.height
	}
	w.Raw(xhtmlHead)
	w.Open("html", "xmlns", "http://www.w3.org/1999/xhtml", "xmlns:epub", "http://www.idpf.org/2007/ops",
		"lang", d.lang, "xml:lang", d.lang, "dir", xhtml.Dir(d.lang, ""))
	w.Newline()
	w.Open("head")
	w.Element("title", d.title)
	w.Void("link", "rel", "stylesheet", "type", "text/css", "href", "../css/book.css")
	w.CloseLine()
	w.Open("body")
	w.Newline()
	w.write()
	w.CloseLine()
	w.CloseLine()
	return w.Bytes()
}
