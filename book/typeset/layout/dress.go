package layout

import (
	"octavo/book"
	"octavo/book/language/locale"
	"octavo/book/matter"
	"octavo/book/typeset/document"
	"octavo/book/typeset/para"
	"octavo/book/typeset/theme"
)

// A lineDress is a paragraph of a style, of a type of the structure.
type lineDress struct {
	style theme.StyleName
	typ   string
}

// lineDresses are the looks of roles that are lines. Roles with another form have a
// function: see [dresser.element].
var lineDresses = map[matter.Role]lineDress{
	matter.Series:             {theme.BookSeries, "P"},
	matter.BookTitle:          {theme.BookTitle, "Title"},
	matter.BookSubtitle:       {theme.BookSubtitle, "P"},
	matter.Maker:              {theme.BookEditors, "P"},
	matter.BookName:           {theme.Imprint, "P"},
	matter.Published:          {theme.Imprint, "P"},
	matter.Rights:             {theme.Imprint, "P"},
	matter.ISBN:               {theme.Imprint, "P"},
	matter.Description:        {theme.Imprint, "P"},
	matter.FirstPublished:     {theme.Imprint, "P"},
	matter.Article:            {theme.Imprint, "P"},
	matter.Colophon:           {theme.Imprint, "P"},
	matter.PartLabel:          {theme.PartLabel, "P"},
	matter.Kicker:             {theme.Kicker, "P"},
	matter.Standfirst:         {theme.Standfirst, "P"},
	matter.Byline:             {theme.Byline, "P"},
	matter.Dateline:           {theme.Dateline, "P"},
	matter.EditorsNoteLabel:   {theme.EditorsNoteLabel, "P"},
	matter.ContributorName:    {theme.Contributor, "P"},
	matter.ContributorGroup:   {theme.Heading2, "H2"},
	matter.ContributorInGroup: {theme.Contributor, "P"},
	matter.EntryAuthors:       {theme.TOCAuthor, "P"},
}

// dressed sets elements that are lines, each kept with what follows.
func (s *section) dressed(fr frame, list ...*matter.Element) {
	for _, e := range list {
		d := lineDresses[e.Role]
		s.line(d.style, d.typ, e.Inlines(), fr)
	}
}

// A dresser sets the elements of a section around the chapters.
type dresser struct {
	*assembly
	s       *section
	fr      frame
	display bool              // it is a few lines on a page of their own
	long    bool              // the contents are long: see [longContents]
	list    *document.Element // of the credits, which run through all articles
}

// dress sets a section around the chapters on pages of its own.
func (a *assembly) dress(sec *matter.Section, s *section) *bound {
	s.matterName, s.part = sec.Matter, sec.Part
	if sec.Lang != s.lang {
		s.lang, s.elem.Lang = sec.Lang, sec.Lang
	}
	d := &dresser{assembly: a, s: s, display: sec.Display, fr: frame{elem: s.elem, style: s.theme.Style(theme.Paragraph)}}
	a.above(sec, s)
	d.elements(sec.Elements)
	if sec.Matter == book.ImprintPage {
		s.Sink(s.geo.Depth())
	}
	return a.paged(sec, s)
}

func (d *dresser) elements(list []*matter.Element) {
	for _, e := range list {
		d.element(e)
	}
}

// element sets an element with what is within it.
func (d *dresser) element(e *matter.Element) {
	s := d.s
	switch e.Role {
	case matter.Heading:
		s.matterTitle(e, d.fr)
	case matter.Makers:
		s.Space(s.geo.Baseline)
		s.dressed(d.fr, e.Kids...)
	case matter.House:
		s.house(e, d.fr)
	case matter.Logo:
		if st := s.logo(e, theme.Imprint, imprintLogo); st != nil {
			s.First(st, false)
			s.Space(s.theme.Style(theme.Imprint).Leading)
			s.Keep()
		}
	case matter.Facts:
		d.facts(e.Kids)
		s.Space(s.theme.Style(theme.Imprint).Leading / 2)
	case matter.Body:
		d.body(e)
	case matter.ContentsList, matter.FigureList:
		d.long = countArticles(e) > longContents
		d.entries(e, document.NewElement(s.elem, "TOC"))
	case matter.Contributor:
		d.contributor(e)
	case matter.CreditGroup:
		d.credits(e)
	case matter.Index:
		d.index(e)
	case matter.Notes: // where they are called
	default:
		s.dressed(d.fr, e)
	}
}

// body sets the text of a section. A few lines on a page of their own have a style of
// their own.
func (d *dresser) body(e *matter.Element) {
	fr := d.fr
	fr.grid, fr.flush = true, true
	if d.display {
		fr.style, fr.grid = d.s.theme.Style(theme.Display), false
	}
	d.s.blocks(e.Blocks, fr)
}

// facts sets lines of the imprint, between which a page may end.
func (d *dresser) facts(list []*matter.Element) {
	for _, e := range list {
		if e.Role == matter.Articles {
			d.facts(e.Kids)
			continue
		}
		d.s.dressed(d.fr, e)
		if e.Role != matter.FirstPublished {
			d.s.Cost = 0
		}
	}
}

// contributor presents a person who wrote or made the book, with the pages of the articles.
func (d *dresser) contributor(e *matter.Element) {
	s := d.s
	s.Of = e.Person
	for _, k := range e.Kids {
		switch k.Role {
		case matter.ContributorBio:
			fr := d.fr
			fr.elem = document.NewElement(fr.elem, "P")
			s.bio(k, fr)
		case matter.Written:
			s.Keep()
			for _, w := range k.Kids {
				d.written(w)
			}
		default:
			s.dressed(d.fr, k)
		}
	}
	s.Cost = 0
	s.Space(s.geo.Baseline / 2)
}

// written sets the title of an article and the page where it begins as a link.
func (d *dresser) written(e *matter.Element) {
	sec := e.To.Section
	words := []book.Inline{
		&book.Styled{Style: book.Emphasis, Content: e.Words()},
		&book.Text{Value: d.words.Word(locale.Comma) + d.numberOf(d.of[sec])},
	}
	link := &book.Link{Chapter: sec.Chapter, Title: d.words.Items(sec.Name, d.numberOf(d.of[sec])), Content: words}
	d.s.line(theme.Bio, "P", []book.Inline{link}, d.fr)
	d.s.Cost = 0
}

// credits sets the credits of an article, without its title: numbers of pages lead to the
// pictures.
func (d *dresser) credits(e *matter.Element) {
	if d.list == nil {
		d.list = document.NewElement(d.s.elem, "L")
		d.list.Numbering = "None"
	}
	for _, k := range e.Kids {
		for _, c := range k.Kids {
			if to := d.of[c.To.Section].out.figures[c.Figure]; to != nil {
				d.credit(c, document.NewElement(d.list, "LI"), to)
			}
		}
	}
}

// creditColumn is the width of the column of page numbers, in ems: more than four figures take.
const creditColumn = 3

// credit sets the page of a picture, what it shows and whom it is from.
func (d *dresser) credit(e *matter.Element, item *document.Element, to *document.Dest) {
	s := d.s
	st := s.theme.Style(theme.Bio)
	left := creditColumn * st.Size
	fr := frame{left: left, elem: document.NewElement(document.NewElement(item, "LBody"), "P"), style: st}
	lk := s.Look(st, s.lang, fr.elem)
	s.Of = e.Figure
	p := s.paragraph(st)
	for _, k := range e.Kids {
		switch k.Role {
		case matter.CreditedIn: // in its own language
			p.Add(k.Inlines(), lk)
		case matter.CreditName:
			p.Add(matter.InLang(e.Lang, k.Content), s.Look(s.theme.Style(theme.Credit), s.lang, fr.elem))
		default:
			p.Add(matter.InLang(e.Lang, k.Content), lk)
		}
	}
	lines := s.linesOf(p, fr, 0)
	if len(lines) == 0 {
		return
	}
	label := d.words.Number(d.pageOf(e.To.Section, to))
	l := &para.Link{Elem: document.NewElement(document.NewElement(item, "Lbl"), "Link"), Dest: to, Contents: d.words.Format(locale.PageNumber, label)}
	num := s.Artifact(label, st, s.baseline(st), s.lang)
	num.Elem = l.Elem
	num.Words[len(num.Words)-1].Space = true
	lines[0].Items = append([]document.Item{num}, lines[0].Items...)
	lines[0].Links = append(lines[0].Links, document.LinkArea{
		W: max(num.Width(), st.Size), H: lines[0].Height, Elem: l.Elem, Contents: l.Contents, Dest: to,
	})
	s.putKept(lines, false)
	s.Space(s.geo.Baseline / 8)
	s.Cost = 0
}
