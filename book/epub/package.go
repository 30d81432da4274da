package epub

import (
	"bytes"
	"strconv"
	"time"

	"octavo/book"
	"octavo/book/markup/xhtml"
)

// An opf writes the package document.
type opf struct {
	*xhtml.Writer
	p *plan
}

// packageDocument returns the package document: metadata, manifest and spine.
func packageDocument(p *plan) []byte {
	o := &opf{xhtml.NewWriter(8 << 10), p}
	o.Raw(`<?xml version="1.0" encoding="UTF-8"?>` + "\n")
	o.Open("package", "xmlns", "http://www.idpf.org/2007/opf", "version", "3.0", "unique-identifier", "pub-id", "xml:lang", p.book.Language,
		"dir", xhtml.Dir(p.book.Language, ""))
	o.Newline()
	o.metadata()
	o.manifest()
	o.spine()
	o.guide()
	o.CloseLine()
	return o.Bytes()
}

func (o *opf) metadata() {
	b := o.p.book
	o.Open("metadata", "xmlns:dc", "http://purl.org/dc/elements/1.1/")
	o.Newline()
	o.dc("dc:identifier", "pub-id", b.Identifier)
	o.titles()
	o.languages()
	o.people()
	o.dc("dc:publisher", "", b.Publisher)
	if !b.Date.IsZero() {
		o.dc("dc:date", "", b.Date.String())
	}
	o.dc("dc:description", "", b.Description)
	o.dc("dc:rights", "", b.Rights)
	o.subjects()
	o.meta("dcterms:modified", "", modified(b))
	o.series()
	o.articles()
	o.accessibility()
	o.pagination()
	if o.p.cover != nil {
		o.Void("meta", "name", "cover", "content", o.p.cover.id)
		o.Newline()
	}
	if o.p.opt.Generator != "" {
		o.Void("meta", "name", "generator", "content", o.p.opt.Generator)
		o.Newline()
	}
	o.CloseLine()
}

// epoch stands for an unknown time, so that none is ever taken from the clock.
var epoch = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

func modified(b *book.Book) string {
	if b.Modified.IsZero() {
		return stamp(book.Date{Time: epoch})
	}
	return stamp(b.Modified)
}

// stamp is the one form of time that dcterms:modified takes.
func stamp(d book.Date) string {
	if d.IsZero() {
		return ""
	}
	return d.Time.UTC().Format("2006-01-02T15:04:05Z")
}

// dc writes an element of Dublin Core, nothing when the text is empty.
func (o *opf) dc(tag, id, text string) {
	if text == "" {
		return
	}
	o.Element(tag, text, "id", id)
	o.Newline()
}

// meta writes a property, of the whole publication when refines is "".
func (o *opf) meta(property, refines, text string, attrs ...string) {
	if text == "" {
		return
	}
	if refines != "" {
		refines = "#" + refines
	}
	o.Element("meta", text, append([]string{"property", property, "refines", refines}, attrs...)...)
	o.Newline()
}

func (o *opf) titles() {
	b := o.p.book
	o.dc("dc:title", "title", b.Title)
	o.meta("title-type", "title", "main")
	if b.Subtitle != "" {
		o.meta("display-seq", "title", "1")
		o.dc("dc:title", "subtitle", b.Subtitle)
		o.meta("title-type", "subtitle", "subtitle")
		o.meta("display-seq", "subtitle", "2")
	}
}

// languages writes the book's language first, which reading systems take for
// the main one, then those of chapters that differ.
func (o *opf) languages() {
	seen := map[string]bool{}
	add := func(lang string) {
		if lang != "" && !seen[lang] {
			seen[lang] = true
			o.dc("dc:language", "", lang)
		}
	}
	add(o.p.book.Language)
	for _, c := range o.p.book.Chapters() {
		add(c.Lang)
	}
}

// people writes the book's contributors and the authors of its chapters. A book
// with editors is theirs, and the authors contributed to it; one without is the
// authors'.
func (o *opf) people() {
	b := o.p.book
	authorTag := "dc:creator"
	n := 0
	for _, c := range b.Contributors {
		tag := "dc:contributor"
		if c.Role == "edt" || c.Role == "aut" {
			tag, authorTag = "dc:creator", "dc:contributor"
		}
		n++
		o.person(tag, "person."+strconv.Itoa(n), c, c.Role)
	}
	ids := map[string]string{}
	for _, c := range book.Contributions(b) {
		if id := ids[c.Person.Name]; id != "" {
			o.role(id, c.Role) // who wrote and took pictures is one person with two roles
			continue
		}
		n++
		id, tag := "person."+strconv.Itoa(n), "dc:contributor"
		if c.Role == "aut" {
			tag = authorTag
		}
		ids[c.Person.Name] = id
		o.person(tag, id, c.Person, c.Role)
	}
}

func (o *opf) person(tag, id string, p *book.Person, role string) {
	o.dc(tag, id, p.Name)
	o.role(id, role)
	o.meta("file-as", id, p.FileAs)
}

// role writes what a person did.
func (o *opf) role(id, role string) { o.meta("role", id, role, "scheme", "marc:relators") }

func (o *opf) subjects() {
	for i, s := range o.p.book.Subjects {
		id := "subject." + strconv.Itoa(i+1)
		o.dc("dc:subject", id, s.Text)
		if s.Scheme != "" {
			o.meta("authority", id, s.Scheme)
			o.meta("term", id, s.Text)
		}
	}
}

// series writes the series as EPUB 3 knows it and as calibre, Kobo and others
// read it.
func (o *opf) series() {
	s := o.p.book.Series
	if s == nil || s.Name == "" {
		return
	}
	o.Element("meta", s.Name, "property", "belongs-to-collection", "id", "series")
	o.Newline()
	o.meta("collection-type", "series", "series")
	o.meta("group-position", "series", s.Number)
	o.Void("meta", "name", "calibre:series", "content", s.Name)
	o.Newline()
	if s.Number != "" {
		o.Void("meta", "name", "calibre:series_index", "content", s.Number)
		o.Newline()
	}
}

// articles writes the authors and dates of the chapters.
func (o *opf) articles() {
	for _, d := range o.p.docs {
		if d.chapter == nil {
			continue
		}
		for _, a := range d.chapter.Authors {
			o.meta("dcterms:creator", d.id, a.Name)
		}
		for _, a := range d.chapter.Contributors {
			o.meta("dcterms:contributor", d.id, a.Name)
		}
		o.meta("dcterms:issued", d.id, d.chapter.Date.String())
		o.meta("dcterms:modified", d.id, stamp(d.chapter.Updated))
	}
}

// pagination names the paged edition that the page list is of, also in the
// way of EPUB 3.2 when it has an identifier.
func (o *opf) pagination() {
	if len(o.p.pages) == 0 {
		return
	}
	o.meta("pageBreakSource", "", o.p.pageSource())
	if id := o.p.opt.PageSource; id != "" {
		o.dc("dc:source", "page-source", id)
		o.meta("source-of", "page-source", "pagination")
	}
}

func (o *opf) manifest() {
	o.Open("manifest")
	o.Newline()
	o.item("nav", "nav.xhtml", "application/xhtml+xml", "nav")
	o.item("ncx", "toc.ncx", "application/x-dtbncx+xml", "")
	for _, d := range o.p.docs {
		props := ""
		if bytes.Contains(d.body, []byte("<math ")) {
			props = "mathml"
		}
		o.item(d.id, "xhtml/"+d.name, "application/xhtml+xml", props)
	}
	for _, m := range o.p.media {
		o.item(m.id, m.path(), m.typ, m.props)
	}
	o.CloseLine()
}

func (o *opf) item(id, href, typ, props string) {
	o.Void("item", "id", id, "href", href, "media-type", typ, "properties", props)
	o.Newline()
}

func (o *opf) spine() {
	o.Open("spine", "toc", "ncx", "page-progression-direction", xhtml.Dir(o.p.book.Language, ""))
	o.Newline()
	for _, d := range o.p.docs {
		o.Void("itemref", "idref", d.id)
		o.Newline()
	}
	o.CloseLine()
}

// guide writes the landmarks of EPUB 2, by which older Kindles find cover,
// contents and beginning.
func (o *opf) guide() {
	o.Open("guide")
	o.Newline()
	ref := func(typ, title, href string) {
		o.Void("reference", "type", typ, "title", title, "href", href)
		o.Newline()
	}
	for _, d := range o.p.docs {
		switch {
		case d.dress.landmark == "cover":
			ref("cover", d.title, "xhtml/"+d.name)
		case d.section.Matter == book.ContentsPage:
			ref("toc", d.title, "xhtml/"+d.name)
		}
	}
	if d := o.p.firstText(); d != nil {
		ref("text", d.title, "xhtml/"+d.name)
	}
	o.CloseLine()
}
