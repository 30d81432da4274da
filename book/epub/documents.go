package epub

import (
	"strings"

	"octavo/book"
	"octavo/book/language/locale"
	"octavo/book/markup/xhtml"
	"octavo/book/typeset/layout"
)

// planDocuments lists the documents in reading order: what opens the book, the
// parts and chapters, what closes it.
func (p *plan) planDocuments() {
	b := p.book
	if p.cover != nil {
		p.add(&document{name: "front-cover.xhtml", id: "front-cover", matter: layout.CoverPage, title: p.word(locale.Cover), landmark: "cover"}, p.coverPage)
	}
	p.add(&document{name: "title-page.xhtml", id: "title-page", matter: layout.TitlePage, title: p.word(locale.TitlePage), landmark: "titlepage"}, p.titlePage)
	p.add(&document{name: "imprint.xhtml", id: "imprint", matter: layout.Imprint, title: p.word(locale.Imprint), landmark: "copyright-page"}, p.imprintPage)
	p.add(&document{name: "book-contents.xhtml", id: contentsID, matter: layout.Contents, title: p.word(locale.Contents)}, p.contentsPage)
	if figures := book.ListedFigures(b); len(figures) > 0 {
		p.anchorFigures(figures)
		p.add(&document{name: "list-of-figures.xhtml", id: "list-of-figures", matter: layout.ListOfFigures, title: p.word(locale.ListOfFigures), landmark: "loi"},
			func(w *writer) { w.figureList(figures) })
	}
	if b.EditorsNote != nil {
		p.add(&document{name: "foreword.xhtml", id: "foreword", matter: layout.Foreword, title: p.forewordTitle(), landmark: "foreword", lang: b.EditorsNote.Lang}, p.forewordPage)
	}
	p.planChapters()
	if people := book.Introduced(b); len(people) > 0 {
		book.SortByFileAs(people, locale.NewCollation(b.Language).Compare)
		p.add(&document{name: "contributors.xhtml", id: "contributors", matter: layout.Contributors, title: p.word(locale.Contributors), landmark: "contributors"},
			func(w *writer) { w.contributors(people) })
	}
	if credits := book.Credits(b); len(credits) > 0 {
		p.add(&document{name: "picture-credits.xhtml", id: "picture-credits", matter: layout.Credits, title: p.word(locale.PictureCredits), landmark: "other-credits"},
			func(w *writer) { w.pictureCredits(credits) })
	}
	if index := book.Index(b, locale.NewCollation(b.Language).Compare); len(index) > 0 {
		p.anchorTerms(index)
		p.add(&document{name: "book-index.xhtml", id: "book-index", matter: layout.Index, title: p.word(locale.Index), landmark: "index"},
			func(w *writer) { w.index(index) })
	}
}

// contentsID is the manifest id of the contents within the book.
const contentsID = "book-contents"

// ownNames are the documents that the compiler adds; a chapter file of the same
// name gets a hash behind its own.
var ownNames = []string{"front-cover", "title-page", "imprint", "book-contents", "list-of-figures", "foreword", "contributors", "picture-credits", "book-index"}

func (p *plan) planChapters() {
	taken := map[string]bool{}
	for _, n := range ownNames {
		taken[n+".xhtml"] = true
	}
	for _, part := range p.book.Parts {
		if len(part.Title) > 0 {
			name := unique(partName(part.ID), part.ID, ".xhtml", taken)
			p.add(&document{name: name, id: docID(name), matter: layout.PartPage, title: book.PlainText(part.Title), part: part},
				func(w *writer) { p.partPage(w, part) })
		}
		for _, c := range part.Chapters {
			name := unique(asciiName(c.ID), c.File, ".xhtml", taken)
			p.byFile[c] = p.add(&document{name: name, id: docID(name), title: book.PlainText(c.Title), lang: c.Lang, chapter: c},
				func(w *writer) { w.chapter(c) })
		}
	}
}

// partName is the file name of a part's page. An id from the manuscript says
// "part" already.
func partName(id string) string {
	if strings.HasPrefix(id, "part-") {
		return asciiName(id)
	}
	return "part-" + asciiName(id)
}

// docID returns an XML name for a document: file names may begin with a digit.
func docID(name string) string { return "doc." + strings.TrimSuffix(name, ".xhtml") }

func (p *plan) word(k locale.Key) string { return p.opt.Words.Word(k) }

func (p *plan) forewordTitle() string {
	if t := book.PlainText(p.book.EditorsNote.Title); t != "" {
		return t
	}
	return p.word(locale.EditorsNote)
}

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

func (w *writer) word(k locale.Key) string { return w.plan.word(k) }

func (p *plan) coverPage(w *writer) {
	w.section("class", "cover", "epub:type", "cover")
	w.Void("img", "src", "../"+p.cover.path(), "alt", p.opt.CoverAlt, "role", "doc-cover")
	w.Newline()
	w.endSection()
}

func (p *plan) titlePage(w *writer) {
	b := p.book
	w.section("class", "title-page", "epub:type", "titlepage")
	if b.Series != nil {
		w.line("p", "series", p.seriesText())
	}
	w.line("h1", "book-title", b.Title)
	w.line("p", "book-subtitle", b.Subtitle)
	for i, g := range roleGroups(p) {
		class := "contributor"
		if i == 0 {
			class = "contributor first"
		}
		w.line("p", class, g)
	}
	w.line("p", "publisher", b.Publisher)
	w.endSection()
}

// line writes an element with text and a line end, nothing when there is no
// text.
func (w *writer) line(tag, class, text string) {
	if text == "" {
		return
	}
	w.Element(tag, text, "class", class)
	w.Newline()
}

func (p *plan) seriesText() string {
	s := p.book.Series
	if s.Number == "" {
		return s.Name
	}
	return p.opt.Words.Format(locale.SeriesNumber, s.Name, s.Number)
}

func (p *plan) contentsPage(w *writer) {
	w.section("class", "contents", "aria-labelledby", "contents.title")
	w.Element("h1", p.word(locale.Contents), "class", "matter-title", "id", "contents.title")
	w.Newline()
	w.Open("ol", "class", "contents-list")
	w.Newline()
	for _, it := range p.tree() {
		w.contentsItem(it)
	}
	w.CloseLine()
	w.endSection()
}

func (w *writer) contentsItem(it navItem) {
	if it.doc == w.doc || it.doc.landmark == "cover" || it.doc.landmark == "titlepage" || it.doc.landmark == "copyright-page" {
		return
	}
	class := "contents-matter"
	switch {
	case it.doc.part != nil:
		class = "contents-part"
	case it.doc.chapter != nil:
		class = "contents-chapter"
	}
	w.Open("li", "class", class)
	w.titleMarks(it.doc)
	w.Open("a", "href", it.doc.name, "dir", w.titleDir(it.doc))
	w.navTitle(it.doc)
	w.Close()
	if c := it.doc.chapter; c != nil {
		if names := w.plan.opt.Words.Join(names(c)); names != "" {
			w.Text(" ")
			w.Element("span", names, "class", "contents-author")
		}
	}
	if len(it.kids) > 0 {
		w.Open("ol")
		w.Newline()
		for _, kid := range it.kids {
			w.contentsItem(kid)
		}
		w.Close()
	}
	w.CloseLine()
}

// navTitle writes a document's title, with its emphasis, and its language
// where that is another. It stands within a link, so note calls are left out.
func (w *writer) navTitle(d *document) {
	other := d.lang != w.doc.lang
	if other {
		w.Open("span", "lang", d.lang, "xml:lang", d.lang, "dir", xhtml.Dir(d.lang, w.doc.lang))
	}
	if text := d.titleText(); text != nil {
		w.Inlines(book.Label(text))
	} else {
		w.Text(d.title)
	}
	if other {
		w.Close()
	}
}

// titleDir returns the value of dir for the title of d within the document.
func (w *writer) titleDir(d *document) string {
	if d.lang != w.doc.lang {
		return "" // its element says so
	}
	return w.Direction(d.titleText())
}

// titleText is the title of a chapter or a part, nil for others.
func (d *document) titleText() []book.Inline {
	switch {
	case d.chapter != nil:
		return d.chapter.Title
	case d.part != nil:
		return d.part.Title
	}
	return nil
}

// names returns the names of the authors of c.
func names(c *book.Chapter) []string {
	var list []string
	for _, a := range c.Authors {
		if a.Name != "" {
			list = append(list, a.Name)
		}
	}
	return list
}

func (p *plan) forewordPage(w *writer) {
	n := p.book.EditorsNote
	w.section("class", "foreword", "epub:type", "foreword", "role", "doc-foreword", "aria-labelledby", "foreword.title")
	if len(n.Title) > 0 {
		w.Element("h1", p.forewordTitle(), "class", "matter-title", "id", "foreword.title", "dir", w.Direction(n.Title))
		w.Newline()
	} else {
		w.own("h1", "matter-title", "foreword.title", func() { w.Text(p.forewordTitle()) })
	}
	w.Blocks(n.Blocks)
	w.Notes(n.Notes)
	w.endSection()
}

func (p *plan) partPage(w *writer, part *book.Part) {
	w.section("class", "part", "epub:type", "part", "role", "doc-part", "aria-labelledby", "part.title")
	if n := p.partNumber(part); n != "" {
		w.line("p", "part-label", n)
	}
	w.MarkName(part.Title)
	w.Open("h1", "id", "part.title", "dir", w.Direction(part.Title))
	w.Run(part.Title)
	w.CloseLine()
	w.endSection()
}

// partNumber returns "Part 2" for the second part with a title.
func (p *plan) partNumber(part *book.Part) string {
	n := 0
	for _, other := range p.book.Parts {
		if len(other.Title) > 0 {
			n++
		}
		if other == part {
			return p.opt.Words.Format(locale.PartNumber, itoa(n))
		}
	}
	return ""
}
