package epub

import (
	"slices"
	"strconv"
	"strings"

	"octavo/book"
	"octavo/book/language/locale"
	"octavo/book/markup/xhtml"
)

// imprintPage writes what book this is, who published it, when and by what
// right, where its articles first appeared, and what made the file. Like the
// page of a paged edition it has no heading.
func (p *plan) imprintPage(w *writer) {
	b := p.book
	w.section("class", "imprint", "epub:type", "copyright-page", "aria-label", p.word(locale.Imprint))
	title := b.Title
	if b.Subtitle != "" {
		title += ": " + b.Subtitle
	}
	w.line("p", "imprint-book", title)
	w.line("p", "", strings.Join(nonEmpty(b.Publisher, b.Place, p.opt.Words.Date(b.Date)), ", "))
	w.line("p", "imprint-rights", b.Rights)
	if isbn, ok := strings.CutPrefix(b.Identifier, "urn:isbn:"); ok {
		w.line("p", "imprint-isbn", p.opt.Words.Format(locale.ISBN, isbn))
	}
	w.line("p", "imprint-description", b.Description)
	w.firstPublished()
	w.colophon()
	w.endSection()
}

// colophon names the faces that are embedded, and the tool.
func (w *writer) colophon() {
	opt := &w.plan.opt
	if f := opt.Families; opt.Fonts != nil && opt.Profile != Kindle {
		var faces []string
		for _, name := range nonEmpty(f.Serif, f.Sans, f.Mono) {
			if !slices.Contains(faces, name) {
				faces = append(faces, name)
			}
		}
		w.line("p", "colophon", opt.Words.Format(locale.SetIn, opt.Words.Join(faces)))
	}
	if opt.Generator != "" {
		w.line("p", "colophon", opt.Words.Format(locale.MadeWith, opt.Generator))
	}
}

func nonEmpty(list ...string) []string {
	return slices.DeleteFunc(list, func(s string) bool { return s == "" })
}

// firstPublished lists where and when the articles first appeared.
func (w *writer) firstPublished() {
	var list []*book.Chapter
	for _, c := range w.plan.book.Chapters() {
		if c.Source.Name != "" || c.Source.URL != "" || !c.Date.IsZero() {
			list = append(list, c)
		}
	}
	if len(list) == 0 {
		return
	}
	w.line("p", "imprint-label", w.word(locale.FirstPublished))
	w.Open("ul", "class", "first-published")
	w.Newline()
	for _, c := range list {
		w.Open("li")
		w.titleMarks(w.plan.byFile[c])
		w.Open("cite")
		w.chapterLink(c, "")
		w.Close()
		if c.Source.Name != "" || c.Source.URL != "" {
			w.Text(", ")
			w.source(c.Source)
		}
		if !c.Date.IsZero() {
			w.Text(", ")
			w.time(c.Date)
		}
		w.CloseLine()
	}
	w.CloseLine()
}

func (w *writer) pictureCredits(credits []book.Credit) {
	w.section("class", "picture-credits", "epub:type", "other-credits", "role", "doc-credits", "aria-labelledby", "credits.title")
	w.Element("h1", w.word(locale.PictureCredits), "class", "matter-title", "id", "credits.title")
	var last *book.Chapter
	for _, c := range credits {
		if c.Chapter != last {
			if last != nil {
				w.CloseLine()
			}
			last = c.Chapter
			w.Newline()
			w.MarkBlock(c.Figure) // a page that begins with the first of a chapter begins with its title
			w.Open("h2", "class", "credits-chapter")
			w.chapterLink(c.Chapter, "")
			w.CloseLine()
			w.Open("ul")
			w.Newline()
		}
		w.credit(c)
	}
	w.CloseLine()
	w.endSection()
}

func (w *writer) credit(c book.Credit) {
	lang := ""
	if c.Chapter.Lang != w.doc.lang {
		lang = c.Chapter.Lang
	}
	w.Open("li", "lang", lang, "xml:lang", lang, "dir", xhtml.Dir(c.Chapter.Lang, w.doc.lang))
	w.Mark(c.Figure)
	if caption := book.CreditCaption(c.Figure); caption != "" {
		w.Element("span", caption, "class", "caption")
		w.Text(" · ")
	}
	w.Element("span", book.PlainText(c.Figure.Credit), "class", "credit")
	w.CloseLine()
}

// roleGroups returns a line for each role among the book's contributors, such
// as "Edited by A and B".
func roleGroups(p *plan) []string {
	var roles []string
	names := map[string][]string{}
	for _, c := range p.book.Contributors {
		if names[c.Role] == nil {
			roles = append(roles, c.Role)
		}
		names[c.Role] = append(names[c.Role], c.Name)
	}
	var lines []string
	for _, role := range roles {
		lines = append(lines, p.opt.Words.Credit(role, p.opt.Words.Join(names[role])))
	}
	return lines
}

// A navItem is an entry of the table of contents.
type navItem struct {
	doc  *document
	kids []navItem
}

// tree returns the documents as the navigation shows them: chapters under their
// parts, two levels, as deep as Kindle takes them.
func (p *plan) tree() []navItem {
	var list []navItem
	within := -1 // index of the part that is open
	for _, d := range p.docs {
		switch {
		case d.part != nil:
			within = len(list)
			list = append(list, navItem{doc: d})
		case d.chapter != nil && within >= 0 && p.inPart(list[within].doc.part, d.chapter):
			list[within].kids = append(list[within].kids, navItem{doc: d})
		default:
			list = append(list, navItem{doc: d})
		}
	}
	return list
}

func (p *plan) inPart(part *book.Part, c *book.Chapter) bool {
	for _, pc := range part.Chapters {
		if pc == c {
			return true
		}
	}
	return false
}

func itoa(n int) string { return strconv.Itoa(n) }
