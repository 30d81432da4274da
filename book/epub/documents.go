package epub

import (
	"strconv"
	"strings"

	"octavo/book"
	"octavo/book/language/locale"
	"octavo/book/markup/xhtml"
	"octavo/book/matter"
)

// planDocuments gives each section of the book a document.
func (p *plan) planDocuments() {
	opt := matter.Options{Words: p.opt.Words, Cover: p.cover != nil, CoverAlt: p.opt.CoverAlt, Generator: p.opt.Generator}
	if f := p.opt.Families; p.opt.Fonts != nil && p.opt.Profile != book.Kindle {
		opt.Faces = []string{f.Serif, f.Sans, f.Mono}
	}
	// A chapter file of the same name as a document of ours gets a hash behind its own.
	taken := map[string]bool{}
	for m, d := range sectionDresses {
		if d.name != "" && (!d.free || p.book.Page(m) != nil) {
			taken[d.name+".xhtml"] = true
		}
	}
	figures := map[*matter.Section]int{} // that the lists have come by
	for _, s := range matter.Compose(p.book, opt) {
		d := p.document(s, taken)
		p.docs = append(p.docs, d)
		p.of[s] = d
		if d.chapter != nil {
			p.byFile[d.chapter] = d
		}
		for _, e := range s.Elements {
			p.anchor(e, figures, map[*matter.Section]int{})
		}
	}
}

// document names the document of a section.
func (p *plan) document(s *matter.Section, taken map[string]bool) *document {
	d := &document{section: s, title: s.Name, lang: s.Lang, chapter: s.Chapter, part: s.Part, dress: sectionDresses[s.Matter]}
	switch {
	case s.Chapter != nil:
		d.name = unique(asciiName(s.Chapter.ID), s.Chapter.File, ".xhtml", taken)
		d.id = docID(d.name)
	case s.Part != nil:
		d.name = unique(partName(s.Part.ID), s.Part.ID, ".xhtml", taken)
		d.id = docID(d.name)
	default:
		d.name, d.id = d.dress.name+".xhtml", d.dress.name
	}
	return d
}

// anchor gives the figures and terms that lists lead to their ids, numbered through each
// article. Figures are in two lists, of the figures and of their credits.
func (p *plan) anchor(e *matter.Element, figures, terms map[*matter.Section]int) {
	switch {
	case (e.Role == matter.Entry || e.Role == matter.Credit) && e.Figure != nil && p.anchors[keyOf(e.To)] == "":
		figures[e.To.Section]++
		p.anchors[keyOf(e.To)] = "figure." + strconv.Itoa(figures[e.To.Section])
		if id := e.Figure.ID; id != "" {
			p.anchors[keyOf(e.To)] = xhtml.ID(id)
		}
	case e.Role == matter.IndexPlace:
		terms[e.To.Section]++
		p.anchors[keyOf(e.To)] = "term." + strconv.Itoa(terms[e.To.Section])
	}
	for _, k := range e.Kids {
		p.anchor(k, figures, terms)
	}
}

// partName is the file name of a part's page: "part-" and the id, unless the id begins so
// itself.
func partName(id string) string {
	if strings.HasPrefix(id, "part-") {
		return asciiName(id)
	}
	return "part-" + asciiName(id)
}

// docID returns an XML name for a document. A file name may begin with a digit, which an
// XML name may not.
func docID(name string) string { return "doc." + strings.TrimSuffix(name, ".xhtml") }

func (p *plan) word(k locale.Key) string { return p.opt.Words.Word(k) }

// sizeHint returns about how many bytes the document will have, which saves copies of it: the
// texts of its paragraphs with the tags around them, and what stands above them. By eye.
func sizeHint(d *document) int {
	if d.chapter == nil {
		return 4 << 10
	}
	n := 8 << 10
	for _, b := range d.chapter.Body {
		if para, ok := b.(*book.Paragraph); ok {
			for _, in := range para.Content {
				if t, ok := in.(*book.Text); ok {
					n += len(t.Value) + 16
				}
			}
		}
	}
	return n
}

func (w *writer) href(l *book.Link) string { return w.plan.href(l, w.doc.chapter) }

func (w *writer) picture(pic *book.Picture) string {
	m := w.plan.images[pic]
	if m == nil {
		return ""
	}
	return "../" + m.path()
}
