package epub

import (
	"strings"

	"octavo/book"
	"octavo/book/base/address"
	"octavo/book/language/locale"
	"octavo/book/markup/xhtml"
)

// chapter writes an article: its opening, editor's note, lead figure, body,
// footnotes and the lines about its authors.
func (w *writer) chapter(c *book.Chapter) {
	w.section("class", "chapter", "epub:type", "chapter", "role", "doc-chapter", "aria-labelledby", "chapter.title")
	w.opening(c)
	if c.Image != nil && c.Image.Image != nil && c.Image.Image.Src != "" {
		w.Figure(c.Image, "figure lead")
		w.Newline()
	}
	w.editorsNote(c)
	w.Open("div", "class", "body")
	w.Newline()
	w.Opening(c.Body, w.plan.opt.LeadIn)
	w.CloseLine()
	w.Notes(c.Notes)
	w.bios(c)
	w.endSection()
}

// opening writes what stands above the text. It is a div and no header, which
// some reading systems would announce as the page's banner.
func (w *writer) opening(c *book.Chapter) {
	w.Open("div", "class", "opening")
	w.Newline()
	w.inlineLine("p", "kicker", "", c.Kicker)
	w.MarkName(c.Title)
	w.Open("h1", "class", "title", "id", "chapter.title", "dir", w.Direction(c.Title))
	w.Run(c.Title)
	w.CloseLine()
	w.inlineLine("p", "standfirst", "doc-subtitle", c.Subtitle)
	w.byline(c)
	w.dateline(c)
	w.CloseLine()
}

func (w *writer) inlineLine(tag, class, role string, list []book.Inline) {
	if len(list) == 0 {
		return
	}
	w.Open(tag, "class", class, "role", role, "dir", w.Direction(list))
	w.Run(list)
	w.CloseLine()
}

func (w *writer) byline(c *book.Chapter) {
	if text := w.plan.opt.Words.Byline(names(c)); text != "" {
		w.own("p", "byline", "", func() { w.Text(text) })
	}
}

func (w *writer) dateline(c *book.Chapter) {
	if c.Date.IsZero() && c.Updated.IsZero() && c.Source == (book.Source{}) {
		return
	}
	w.own("p", "dateline", "", func() { w.dates(c) })
}

func (w *writer) dates(c *book.Chapter) {
	sep := ""
	part := func(write func()) {
		w.Text(sep)
		sep = "\u00A0· " // a line does not begin with a dot
		write()
	}
	if !c.Date.IsZero() {
		part(func() { w.date(locale.FirstPublished, c.Date) })
	}
	if !c.Updated.IsZero() {
		part(func() { w.date(locale.Updated, c.Updated) })
	}
	if c.Source.Name != "" || c.Source.URL != "" {
		part(func() { w.source(c.Source) })
	}
}

// own writes an element with words of ours, which are in the language of the book,
// whatever the document is in. Where they run the other way they are set apart within
// it, so that it keeps to the side of the document.
func (w *writer) own(tag, class, id string, write func()) {
	lang, dir := w.plan.book.Language, xhtml.Dir(w.plan.book.Language, w.doc.lang)
	if lang == w.doc.lang {
		lang = ""
	}
	attrs := []string{"lang", lang, "xml:lang", lang}
	if dir == "" {
		w.Open(tag, append([]string{"class", class, "id", id}, attrs...)...)
		write()
	} else {
		w.Open(tag, "class", class, "id", id)
		w.Open("span", append(attrs, "dir", dir)...)
		write()
		w.Close()
	}
	w.CloseLine()
}

func (w *writer) date(label locale.Key, d book.Date) {
	w.Text(w.word(label) + " ")
	w.time(d)
}

// time writes a day. Its number and its month stay on one line.
func (w *writer) time(d book.Date) {
	day := w.plan.opt.Words.Date(d)
	w.Element("time", strings.Replace(day, " ", "\u00A0", 1), "datetime", d.String())
}

func (w *writer) source(s book.Source) {
	name := s.Name
	if name == "" {
		name = s.URL
	}
	if href := address.Href(s.URL); href != "" {
		w.Element("a", name, "href", href)
		return
	}
	w.Text(name)
}

func (w *writer) editorsNote(c *book.Chapter) {
	if len(c.EditorsNote) == 0 {
		return
	}
	w.MarkStart(c.EditorsNote[0]) // a page that begins with the note begins with its label
	w.Open("aside", "class", "editors-note", "role", "note", "aria-labelledby", "note.title")
	w.Newline()
	w.own("p", "label", "note.title", func() { w.Text(w.word(locale.EditorsNote)) })
	w.Blocks(c.EditorsNote)
	w.CloseLine()
}

// bios writes the lines about the authors. A bio without a name stands alone,
// as many opinion pages print it.
func (w *writer) bios(c *book.Chapter) {
	if !hasBio(c) {
		return
	}
	w.Open("div", "class", "bios")
	w.Newline()
	for _, a := range c.Authors {
		if len(a.Bio) == 0 && a.Email == "" && a.URL == "" {
			continue
		}
		w.Open("p", "class", "bio", "dir", w.Direction(a.Bio))
		w.Mark(a)
		w.bio(a, true)
		w.CloseLine()
	}
	w.CloseLine()
}

func hasBio(c *book.Chapter) bool {
	for _, a := range c.Authors {
		if len(a.Bio) > 0 || a.Email != "" || a.URL != "" {
			return true
		}
	}
	return false
}

// bio writes what is known of an author. When it is named, a bio that does not
// say the name is led by it.
func (w *writer) bio(a *book.Person, named bool) {
	sep, text := "", book.PlainText(a.Bio)
	if named && a.Name != "" && !strings.Contains(text, a.Name) {
		w.Element("strong", a.Name, "class", "bio-name")
		if sep = " "; text != "" {
			sep = ". "
		}
	}
	if len(a.Bio) > 0 {
		w.Text(sep)
		w.Run(a.Bio)
		sep = " "
	}
	if a.Email != "" && !strings.Contains(text, a.Email) {
		w.Text(sep)
		w.address("mailto:"+a.Email, a.Email)
		sep = " "
	}
	if a.URL != "" {
		w.Text(sep)
		w.address(a.URL, a.URL)
	}
}

func (w *writer) address(url, text string) {
	if href := address.Href(url); href != "" {
		w.Element("a", text, "href", href, "class", "address", "dir", w.Literal())
		return
	}
	w.Text(text)
}

func (w *writer) contributors(people []book.Contribution) {
	w.section("class", "contributors", "epub:type", "contributors", "aria-labelledby", "contributors.title")
	w.Element("h1", w.word(locale.Contributors), "class", "matter-title", "id", "contributors.title")
	w.Newline()
	for _, p := range people {
		w.Open("div", "class", "contributor")
		w.MarkBlock(p.Person)
		w.Newline()
		w.line("h2", "contributor-name", p.Person.Name)
		if len(p.Person.Bio) > 0 || p.Person.Email != "" || p.Person.URL != "" {
			w.Open("p", "dir", w.Direction(p.Person.Bio))
			w.bio(p.Person, false)
			w.CloseLine()
		}
		w.articles(p)
		w.CloseLine()
	}
	w.endSection()
}

func (w *writer) articles(p book.Contribution) {
	if len(p.Chapters) == 0 {
		return
	}
	w.Open("ul", "class", "contributor-articles")
	for _, c := range p.Chapters {
		w.Open("li")
		w.Mark(article{p.Person, c})
		w.chapterLink(c, "")
		w.Close()
	}
	w.CloseLine()
}

func (w *writer) chapterLink(c *book.Chapter, anchor string) {
	d := w.plan.byFile[c]
	href := d.name
	if anchor != "" {
		href += "#" + anchor
	}
	w.titleMarks(d)
	w.Open("a", "href", href, "dir", w.titleDir(d))
	w.navTitle(d)
	w.Close()
}
