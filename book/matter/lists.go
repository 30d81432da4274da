package matter

import (
	"octavo/book"
	"octavo/book/language/locale"
)

// contents lists the sections, the articles of a part within the part's entry.
func (c *composer) contents() *Element {
	list := &Element{Role: ContentsList}
	of := map[*Section]*Element{}
	for _, s := range c.sections {
		if !s.Listed {
			continue
		}
		e := &Element{Role: Entry, Content: book.Label(s.Title), Lang: c.foreign(s.TitleLang), To: &Target{Section: s}}
		e.add(text(EntryAuthors, s.Authors))
		into := list
		if s.Within != nil {
			into = of[s.Within]
		}
		into.add(e)
		of[s] = e
	}
	return list
}

// figureList begins the list of figures; nil when it would be empty.
func (c *composer) figureList(list []book.ListedFigure) *Section {
	if len(list) == 0 {
		return nil
	}
	s := c.headed(book.FiguresPage, locale.ListOfFigures)
	s.Listed = true
	return s
}

// figures lists the figures by what their captions begin with.
func (c *composer) figures(list []book.ListedFigure) *Element {
	all := &Element{Role: FigureList}
	for _, f := range list {
		all.add(&Element{Role: Entry, Content: f.Caption, Lang: c.foreign(f.Chapter.Lang), Figure: f.Figure,
			To: &Target{Section: c.of[f.Chapter], Figure: f.Figure}})
	}
	return all
}

// foreign returns a language when it is another than the book's, else "".
func (c *composer) foreign(lang string) string { return unless(lang, c.book.Language) }

// unless returns lang, or "" when the text around is in the same language.
func unless(lang, around string) string {
	if lang == around {
		return ""
	}
	return lang
}

// contributors presents those who wrote the book, by their sort form, with their
// articles; nil when nobody is named.
func (c *composer) contributors() *Section {
	list := book.Introduced(c.book)
	if len(list) == 0 {
		return nil
	}
	book.SortByFileAs(list, locale.NewCollation(c.book.Language).Compare)
	s := c.headed(book.ContributorsPage, locale.Contributors)
	s.Listed = true
	shown := map[string]*book.Person{}
	for _, g := range groups {
		var head *Element
		if g != "" {
			head = text(ContributorGroup, c.words.Word(g))
		}
		for _, p := range list {
			if groupOf(p.Role) == g {
				s.add(head, c.contributor(p, g, shown))
				head = nil
			}
		}
	}
	return s
}

// groups are the heads under which contributors stand, in their order: first, without a
// head, those who wrote and edited.
var groups = []locale.Key{"", locale.Translation, locale.Photographs, locale.Illustrations}

// groupOf returns the head for a role.
func groupOf(role string) locale.Key {
	switch role {
	case "trl":
		return locale.Translation
	case "pht":
		return locale.Photographs
	case "ill", "art":
		return locale.Illustrations
	}
	return ""
}

// contributor presents a person in a group, with the articles; shown are those who were
// presented before, of whom the name is enough in another group.
func (c *composer) contributor(p book.Contribution, group locale.Key, shown map[string]*book.Person) *Element {
	name := ContributorName
	if group != "" {
		name = ContributorInGroup
	}
	e := &Element{Role: Contributor, Person: p.Person}
	e.add(text(name, p.Person.Name))
	if before := shown[p.Person.Name]; before == nil || p.Person.Name == "" || !before.Same(p.Person) {
		e.add(c.about(ContributorBio, p.Person, c.foreign(p.Lang), false))
		shown[p.Person.Name] = p.Person
	}
	if len(p.Chapters) > 0 {
		articles := &Element{Role: Written}
		for _, ch := range p.Chapters {
			articles.add(c.byPerson(p.Person, ch))
		}
		e.add(articles)
	}
	return e
}

// byPerson is an article of a contributor.
func (c *composer) byPerson(by *book.Person, ch *book.Chapter) *Element {
	e := c.reference(WrittenArticle, ch)
	e.Person = by
	return e
}

// credits names whom the pictures are from, article by article; nil when no figure has a
// credit.
func (c *composer) credits() *Section {
	list := book.Credits(c.book)
	if len(list) == 0 {
		return nil
	}
	s := c.headed(book.CreditsPage, locale.PictureCredits)
	s.Listed = true
	var of *Element
	var last *book.Chapter
	for _, credit := range list {
		if credit.Chapter != last {
			last = credit.Chapter
			of = &Element{Role: CreditList}
			s.add(&Element{Role: CreditGroup, Figure: credit.Figure, Kids: []*Element{c.reference(CreditTitle, last), of}})
		}
		e := &Element{Role: Credit, Figure: credit.Figure, Lang: c.foreign(last.Lang), To: &Target{Section: c.of[last], Figure: credit.Figure}}
		if caption := book.CreditCaption(credit.Figure); len(caption) > 0 {
			e.add(&Element{Role: Caption, Content: caption}, text(Words, between))
		} else {
			e.add(c.reference(CreditedIn, last).add(text(Words, between)))
		}
		of.add(e.add(&Element{Role: CreditName, Content: credit.Figure.Credit}))
	}
	return s
}

// index lists the terms that are marked, with their places; nil when no term is.
func (c *composer) index() *Section {
	order := locale.NewCollation(c.book.Language)
	list := book.Index(c.book, order.Compare)
	if len(list) == 0 {
		return nil
	}
	s := c.headed(book.IndexPage, locale.Index)
	s.Listed = true
	all := &Element{Role: Index}
	for i, e := range list {
		entry := c.indexEntry(e)
		entry.Apart = i > 0 && !order.SameGroup(list[i-1].Term, e.Term)
		all.add(entry)
	}
	return s.add(all)
}

// indexEntry is a term with its places. The first place in an article is the article's
// title, and further places in the same article are numbers.
func (c *composer) indexEntry(e *book.IndexEntry) *Element {
	out := &Element{Role: IndexEntry, Entry: e}
	out.add(text(IndexTerm, e.Term))
	n := 0
	for i, m := range e.Marks {
		to := &Target{Section: c.of[m.Chapter], Span: m.Span}
		place := &Element{Role: IndexPlace, To: to}
		if i == 0 || e.Marks[i-1].Chapter != m.Chapter {
			n = 1
			place.Content, place.Lang = book.Label(m.Chapter.Title), c.foreign(m.Chapter.Lang)
		} else {
			n++
			place.Content = plain(c.words.Number(n))
		}
		out.add(text(Words, c.words.Word(locale.Comma)), place)
	}
	for _, k := range e.Kids {
		out.add(c.indexEntry(k))
	}
	return out
}
