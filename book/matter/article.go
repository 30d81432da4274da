package matter

import (
	"path"
	"slices"
	"strings"

	"octavo/book"
	"octavo/book/language/locale"
)

// article makes the section of a chapter: what heads the text, the text, and what is told
// of the authors.
func (c *composer) article(ch *book.Chapter) *Section {
	s := &Section{Name: book.PlainText(ch.Title), Title: ch.Title, Lang: ch.Lang, TitleLang: ch.Lang, Listed: true, Chapter: ch}
	if !c.book.Anonymous {
		s.Authors = c.words.Join(names(ch.Authors))
	}
	s.add(group(Opening,
		line(Kicker, ch.Kicker),
		&Element{Role: Heading, Content: ch.Title},
		line(Standfirst, ch.Subtitle),
		c.byline(ch),
		c.dateline(ch)))
	if ch.Image != nil {
		s.add(&Element{Role: LeadFigure, Figure: ch.Image})
	}
	if len(ch.EditorsNote) > 0 {
		label := c.ours(ch, text(EditorsNoteLabel, c.words.Word(locale.EditorsNote)))
		s.add((&Element{Role: EditorsNote, Blocks: ch.EditorsNote}).add(label))
	}
	return s.add(&Element{Role: Body, Blocks: ch.Body}, notes(ch.Notes), c.bios(ch))
}

func line(role Role, list []book.Inline) *Element {
	if len(list) == 0 {
		return nil
	}
	return &Element{Role: role, Content: list}
}

// byline names the authors, and then what others did, role by role in the order of the
// front matter: "By Ann Lee · Translated by Bo Berg".
func (c *composer) byline(ch *book.Chapter) *Element {
	line := c.words.Byline(names(ch.Authors))
	for _, r := range c.roles(ch.Contributors) {
		if line != "" {
			line += between
		}
		line += r
	}
	return c.ours(ch, text(Byline, line))
}

// roles says what people did, a text for each role, in the order in which they are named.
func (c *composer) roles(people []*book.Person) []string {
	var roles []string
	of := map[string][]*book.Person{}
	for _, p := range people {
		if p.Name == "" {
			continue
		}
		if of[p.Role] == nil {
			roles = append(roles, p.Role)
		}
		of[p.Role] = append(of[p.Role], p)
	}
	for i, r := range roles {
		roles[i] = c.words.Credit(r, c.words.Join(names(of[r])))
	}
	return roles
}

// ours marks the words of an element as the compiler's, which are in the language of the
// book and not of the article. The element may be nil.
func (c *composer) ours(ch *book.Chapter, e *Element) *Element {
	if e != nil {
		e.Lang = unless(c.book.Language, ch.Lang)
	}
	return e
}

// names returns the names of people.
func names(people []*book.Person) []string {
	var list []string
	for _, a := range people {
		if a.Name != "" {
			list = append(list, a.Name)
		}
	}
	return list
}

// between stands between the parts of a byline and a dateline.
const between = locale.Between

// dateline says when and where the article first appeared, and when it was changed.
func (c *composer) dateline(ch *book.Chapter) *Element {
	e := c.ours(ch, &Element{Role: Dateline})
	part := func(kids ...*Element) {
		if len(e.Kids) > 0 {
			e.add(text(Words, between))
		}
		e.add(kids...)
	}
	dated := func(label locale.Key, d book.Date) {
		if !d.IsZero() {
			part(text(Words, c.words.Word(label)+" "), c.day(d))
		}
	}
	dated(locale.FirstPublished, ch.Date)
	dated(locale.Updated, ch.Updated)
	if s := source(ch.Source); s != nil {
		part(s)
	}
	if len(e.Kids) == 0 {
		return nil
	}
	return e
}

// bios tells of the people of an article at its end, of each once: who wrote it and took
// the pictures is one person.
func (c *composer) bios(ch *book.Chapter) *Element {
	var list []*Element
	people := ch.People()
	for i, a := range people {
		if a.Name != "" && slices.ContainsFunc(people[:i], func(b *book.Person) bool { return b.Name == a.Name && a.Same(b) }) {
			continue
		}
		list = append(list, c.about(Bio, a, unless(a.BioLang(c.book.Language, ch), ch.Lang), true))
	}
	return group(Bios, list...)
}

// about makes an element of what is known of a person: bio and addresses, and the name
// first where it is wanted and the bio does not say it. A bio without a name stands alone,
// as many opinion pages print it. lang is the language of the bio, "" for the section's.
// The element is nil when no more than the name is known.
func (c *composer) about(role Role, a *book.Person, lang string, named bool) *Element {
	if !a.Known() {
		return nil
	}
	e := &Element{Role: role, Person: a}
	bio := book.PlainText(a.Bio)
	part := func(k *Element, sep string) {
		if len(e.Kids) > 0 {
			e.add(text(Words, sep))
		}
		e.add(k)
	}
	told := a.Name != "" && strings.Contains(bio, a.Name) // the bio begins with the name, as a rule
	if named && a.Name != "" && !told {
		e.add(text(PersonName, a.Name))
	}
	house := a.Affiliation != "" && !strings.Contains(bio, a.Affiliation)
	if house && !told {
		part(text(Words, a.Affiliation), c.words.Word(locale.Comma))
	}
	if len(a.Bio) > 0 {
		part(&Element{Role: Words, Content: a.Bio, Lang: lang}, c.words.Word(locale.Stop))
	}
	if house && told {
		part(text(Words, a.Affiliation), " ")
	}
	if a.Email != "" && !strings.Contains(bio, a.Email) {
		part(&Element{Role: Address, Content: linked("mailto:"+a.Email, a.Email)}, " ")
	}
	if a.URL != "" && !strings.Contains(bio, a.URL) {
		part(&Element{Role: Address, Content: linked(a.URL, a.URL)}, " ")
	}
	if a.ORCID != "" {
		part(&Element{Role: Address, Content: linked(a.ORCID, "ORCID\u00A0"+path.Base(a.ORCID))}, between)
	}
	if f := a.Portrait; f != nil {
		e.Figure = f
		if len(f.Credit) > 0 {
			credit := &Element{Role: Words, Content: f.Credit, Lang: lang}
			if label := text(Words, c.words.CreditLabel(f)); label != nil {
				part(label, between)
				e.add(credit)
			} else {
				part(credit, between)
			}
		}
	}
	return e
}
