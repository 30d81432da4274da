package epub

import (
	"strings"

	"octavo/book"
	"octavo/book/base/address"
	"octavo/book/markup/xhtml"
	"octavo/book/matter"
)

// A sectionDress is how a section is written: its file, and the attributes of its
// element.
type sectionDress struct {
	name        string // of the document of a section that there is but one of
	landmark    string // its epub:type in the landmarks, "" when it is none
	class, typ  string
	role, label string // label is the id of its heading, "" for none
	free        bool   // a chapter may have the name in a book without such a section
}

var sectionDresses = map[book.Matter]*sectionDress{
	"":                        {class: "chapter", typ: "chapter", role: "doc-chapter", label: "chapter.title"},
	book.PartPage:             {class: "part", typ: "part", role: "doc-part", label: "part.title"},
	book.CoverPage:            {name: "front-cover", landmark: "cover", class: "cover", typ: "cover"},
	book.TitlePage:            {name: "title-page", landmark: "titlepage", class: "title-page", typ: "titlepage"},
	book.ImprintPage:          {name: "imprint", landmark: "copyright-page", class: "imprint", typ: "copyright-page"},
	book.ContentsPage:         {name: "book-contents", class: "contents", label: "contents.title"},
	book.FiguresPage:          {name: "list-of-figures", landmark: "loi", class: "list-of-figures", typ: "loi", label: "figures.title"},
	book.DedicationPage:       {name: "dedication", landmark: "dedication", class: "display", typ: "dedication", role: "doc-dedication", free: true},
	book.EpigraphPage:         {name: "epigraph", landmark: "epigraph", class: "display", typ: "epigraph", role: "doc-epigraph", free: true},
	book.AfterwordPage:        {name: "afterword", landmark: "afterword", class: "written", typ: "afterword", role: "doc-afterword", label: "afterword.title", free: true},
	book.AcknowledgementsPage: {name: "acknowledgements", landmark: "acknowledgments", class: "written", typ: "acknowledgments", role: "doc-acknowledgments", label: "acknowledgements.title", free: true},
	book.ForewordPage:         {name: "foreword", landmark: "foreword", class: "foreword", typ: "foreword", role: "doc-foreword", label: "foreword.title"},
	book.EditorsNotePage:      {name: "editors-note", landmark: "preface", class: "foreword", typ: "preface", role: "doc-preface", label: "editors-note.title", free: true},
	book.ContributorsPage:     {name: "contributors", landmark: "contributors", class: "contributors", typ: "contributors", label: "contributors.title"},
	book.CreditsPage:          {name: "picture-credits", landmark: "other-credits", class: "picture-credits", typ: "other-credits", role: "doc-credits", label: "credits.title"},
	book.IndexPage:            {name: "book-index", landmark: "index", class: "index", typ: "index", role: "doc-index", label: "index.title"},
}

// A lineDress is how a line is written.
type lineDress struct{ tag, class, role, id string }

// lineDresses are the looks of roles that are lines. Roles with another form have a
// function: see [writer.element].
var lineDresses = map[matter.Role]lineDress{
	matter.Series:             {"p", "series", "", ""},
	matter.BookTitle:          {"h1", "book-title", "", ""},
	matter.BookSubtitle:       {"p", "book-subtitle", "", ""},
	matter.Maker:              {"p", "contributor", "", ""},
	matter.Publisher:          {"p", "publisher", "", ""},
	matter.BookName:           {"p", "imprint-book", "", ""},
	matter.Published:          {"p", "", "", ""},
	matter.Rights:             {"p", "imprint-rights", "", ""},
	matter.ISBN:               {"p", "imprint-isbn", "", ""},
	matter.Description:        {"p", "imprint-description", "", ""},
	matter.FirstPublished:     {"p", "imprint-label", "", ""},
	matter.Colophon:           {"p", "colophon", "", ""},
	matter.PartLabel:          {"p", "part-label", "", ""},
	matter.Kicker:             {"p", "kicker", "", ""},
	matter.Standfirst:         {"p", "standfirst", "doc-subtitle", ""},
	matter.Byline:             {"p", "byline", "", ""},
	matter.Dateline:           {"p", "dateline", "", ""},
	matter.EditorsNoteLabel:   {"p", "label", "", "note.title"},
	matter.ContributorName:    {"h2", "contributor-name", "", ""},
	matter.ContributorGroup:   {"h2", "contributor-group", "", ""},
	matter.ContributorInGroup: {"h3", "contributor-name", "", ""},
	matter.ContributorBio:     {"p", "", "", ""},
	matter.Bio:                {"p", "bio", "", ""},
}

// groupDresses are the elements that stand around others. With an empty dress, the elements
// of a role stand by themselves.
var groupDresses = map[matter.Role]lineDress{
	matter.Opening:      {"div", "opening", "", ""}, // and no header, which some reading systems would announce as the page's banner
	matter.Bios:         {"div", "bios", "", ""},
	matter.Contributor:  {"div", "contributor", "", ""},
	matter.Articles:     {"ul", "first-published", "", ""},
	matter.Written:      {"ul", "contributor-articles", "", ""},
	matter.CreditList:   {"ul", "", "", ""},
	matter.ContentsList: {"ol", "contents-list", "", ""},
	matter.FigureList:   {"ol", "contents-list", "", ""},
	matter.Index:        {"ul", "index-entries", "", ""},
	matter.Makers:       {},
	matter.House:        {},
	matter.Facts:        {},
	matter.CreditGroup:  {},
}

// write writes the section that the document is, with the marks of the pages that begin
// with the section and behind it. The section cannot be a mark itself: Ace wants the
// targets of the list of pages to be marks of pages and nothing else.
func (w *writer) write() {
	d := w.doc.dress
	name := ""
	if sec := w.doc.section; sec.Matter == book.ImprintPage || sec.Display { // which have no heading of ours
		name = w.doc.title
	}
	w.Open("section", "class", d.class, "epub:type", d.typ, "role", d.role, "aria-label", name, "aria-labelledby", d.label)
	w.MarkBlock(docStart{w.doc})
	w.Newline()
	w.elements(w.doc.section.Elements)
	w.MarkBlock(docEnd{w.doc})
	w.CloseLine()
}

func (w *writer) elements(list []*matter.Element) {
	for i, e := range list {
		w.element(e, i)
	}
}

// element writes an element that is the i-th of its group.
func (w *writer) element(e *matter.Element, i int) {
	switch e.Role {
	case matter.Heading:
		w.heading(e)
	case matter.CoverPicture:
		w.Void("img", "src", "../"+w.plan.cover.path(), "alt", book.PlainText(e.Content), "role", "doc-cover")
		w.Newline()
	case matter.LeadFigure:
		if e.Figure.Image != nil && e.Figure.Image.Src != "" {
			w.Figure(e.Figure, "figure lead")
			w.Newline()
		}
	case matter.Logo:
		w.Figure(e.Figure, "logo")
		w.Newline()
	case matter.EditorsNote:
		w.editorsNote(e)
	case matter.Body:
		w.text(e)
	case matter.Notes:
		w.Notes(e.Notes)
	case matter.Entry:
		w.entry(e)
	case matter.Article, matter.WrittenArticle, matter.Credit, matter.IndexEntry:
		w.item(e)
	case matter.CreditTitle:
		w.Open("h2", "class", "credits-chapter")
		w.reference(e)
		w.CloseLine()
	default:
		if g, ok := groupDresses[e.Role]; ok {
			w.group(g, e)
		} else {
			w.line(lineDresses[e.Role], e, i)
		}
	}
}

// group writes elements within another.
func (w *writer) group(g lineDress, e *matter.Element) {
	if e.Role == matter.CreditGroup {
		w.MarkBlock(e.Figure) // a page that begins with the first of an article begins with its title
	}
	if g.tag == "" {
		w.elements(e.Kids)
		return
	}
	w.Open(g.tag, "class", g.class)
	if e.Person != nil {
		w.MarkBlock(e.Person)
	}
	if e.Role != matter.Written {
		w.Newline()
	}
	w.elements(e.Kids)
	w.CloseLine()
}

// heading writes the title of the section. Marks of pages that begin within the title stand
// before it.
func (w *writer) heading(e *matter.Element) {
	class := "matter-title"
	switch {
	case w.doc.chapter != nil:
		class = "title"
	case w.doc.part != nil:
		class = ""
	}
	if e.Lang != "" {
		w.own(lineDress{"h1", class, "", w.doc.dress.label}, e)
		return
	}
	w.MarkName(e.Content)
	w.Open("h1", "class", class, "id", w.doc.dress.label, "dir", w.Direction(e.Content))
	w.Run(e.Content)
	w.CloseLine()
}

// line writes a line with its pieces.
func (w *writer) line(d lineDress, e *matter.Element, i int) {
	if e.Lang != "" {
		w.own(d, e)
		return
	}
	class, dir := d.class, ""
	switch e.Role {
	case matter.Kicker, matter.Standfirst:
		dir = w.Direction(e.Content)
	case matter.Bio, matter.ContributorBio:
		dir = w.Direction(e.Person.Bio)
	case matter.Maker:
		if i == 0 {
			class += " first"
		}
	}
	portrait := w.portrait(e)
	w.Open(d.tag, "class", class, "id", d.id, "role", d.role, "dir", dir)
	if e.Role == matter.Bio {
		w.Mark(e.Person)
	}
	w.Run(e.Content)
	w.pieces(e)
	w.CloseLine()
	if portrait {
		w.CloseLine()
	}
}

// portrait opens what holds a bio with the picture of the person, and writes the picture;
// it reports whether there is one.
func (w *writer) portrait(e *matter.Element) bool {
	if e.Figure == nil || e.Figure.Image.Picture == nil {
		return false
	}
	src := w.Picture(e.Figure.Image.Picture)
	if src == "" {
		return false
	}
	w.Open("div", "class", "introduced")
	w.Void("img", "class", "portrait", "src", src, "alt", e.Figure.Image.Alt)
	w.Newline()
	return true
}

// pieces writes the pieces of a line.
func (w *writer) pieces(e *matter.Element) {
	for _, k := range e.Kids {
		switch k.Role {
		case matter.PersonName:
			w.within("strong", "bio-name", k)
		case matter.Caption: // of a credited picture
			w.captionLink(e, k)
		case matter.CreditName:
			w.within("span", "credit", k)
		case matter.IndexTerm:
			w.within("span", "index-term", k)
		case matter.Day:
			w.day(k)
		case matter.WorkTitle:
			w.MarkAll(k.To.Section.Title)
			w.Open("cite")
			w.reference(k)
			w.Close()
		case matter.IndexPlace:
			w.Open("a", "class", "index-place", "href", w.placeOf(k))
			w.Inlines(k.Words())
			w.Close()
		case matter.Address:
			w.address(k)
		case matter.IndexEntry: // it is a list within: see item
		case matter.CreditedIn: // the heading above says it
		default:
			w.words(e, k)
		}
	}
}

// captionLink writes the caption of a credited picture as a link to the picture, unless no
// document shows it.
func (w *writer) captionLink(credit, caption *matter.Element) {
	if f := credit.Figure; f.Image == nil || f.Image.Src == "" {
		w.within("span", "caption", caption)
		return
	}
	w.Open("a", "class", "caption", "href", w.placeOf(credit))
	w.Inlines(caption.Content)
	w.Close()
}

// words writes words of a line. Words in another language are marked as such already: by
// their line, or by elements of their own.
func (w *writer) words(line, e *matter.Element) {
	if line.Lang != "" || e.Lang != "" {
		w.Inlines(e.Words())
		return
	}
	w.Run(e.Content)
}

func (w *writer) within(tag, class string, e *matter.Element) {
	w.Open(tag, "class", class)
	w.Inlines(e.Content)
	w.Close()
}

// day writes a day. Its number and its month stay on one line.
func (w *writer) day(e *matter.Element) {
	words := book.PlainText(e.Content)
	w.Element("time", strings.Replace(words, " ", "\u00A0", 1), "datetime", e.Day.String())
}

// address writes an address that leads to itself.
func (w *writer) address(e *matter.Element) {
	link, ok := e.Content[0].(*book.Link)
	if !ok {
		w.Inlines(e.Content)
		return
	}
	w.Element("a", book.PlainText(link.Content), "href", address.Href(link.URL), "class", "address", "dir", w.Literal())
}

// own writes a line in another language than that of the document, as words that the
// compiler adds may be. Words that run the other way stand in a span within the element,
// so that the element keeps to the side of the document.
func (w *writer) own(d lineDress, e *matter.Element) {
	attrs := []string{"lang", e.Lang, "xml:lang", e.Lang}
	words := func() { w.Inlines(e.Content); w.pieces(e) }
	if dir := xhtml.Dir(e.Lang, w.doc.lang); dir == "" {
		w.Open(d.tag, append([]string{"class", d.class, "id", d.id}, attrs...)...)
		words()
	} else {
		w.Open(d.tag, "class", d.class, "id", d.id)
		w.Open("span", append(attrs, "dir", dir)...)
		words()
		w.Close()
	}
	w.CloseLine()
}

// text writes the text of an article or a foreword.
func (w *writer) text(e *matter.Element) {
	if w.doc.chapter == nil {
		w.Blocks(e.Blocks)
		return
	}
	w.Open("div", "class", "body")
	w.Newline()
	w.Renderer.Opening(e.Blocks, w.plan.opt.LeadIn)
	w.CloseLine()
}

func (w *writer) editorsNote(e *matter.Element) {
	w.MarkStart(e.Blocks[0]) // a page that begins with the note begins with its label
	w.Open("aside", "class", "editors-note", "role", "note", "aria-labelledby", "note.title")
	w.Newline()
	w.elements(e.Kids)
	w.Blocks(e.Blocks)
	w.CloseLine()
}
