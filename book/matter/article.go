package matter

import (
	"strings"

	"octavo/book"
	"octavo/book/language/locale"
)

// article is a chapter: what heads it, the text, and what is told of its authors.
func (c *composer) article(ch *book.Chapter) *Section {
	s := &Section{Name: book.PlainText(ch.Title), Title: ch.Title, Lang: ch.Lang, TitleLang: ch.Lang, Listed: true, Chapter: ch}
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
		label := text(EditorsNoteLabel, c.words.Word(locale.EditorsNote))
		label.Ours = true
		s.add(&Element{Role: EditorsNote, Kids: []*Element{label}, Blocks: ch.EditorsNote})
	}
	return s.add(&Element{Role: Body, Blocks: ch.Body}, notes(ch.Notes), bios(ch))
}

func line(role Role, list []book.Inline) *Element {
	if len(list) == 0 {
		return nil
	}
	return &Element{Role: role, Content: list}
}

func (c *composer) byline(ch *book.Chapter) *Element {
	e := text(Byline, c.words.Byline(names(ch)))
	if e != nil {
		e.Ours = true
	}
	return e
}

// names returns the names of the authors of an article.
func names(ch *book.Chapter) []string {
	var list []string
	for _, a := range ch.Authors {
		if a.Name != "" {
			list = append(list, a.Name)
		}
	}
	return list
}

// between stands between the parts of a dateline. A line does not begin with a dot.
const between = "\u00A0· "

// dateline says when and where the article first appeared, and when it was changed.
func (c *composer) dateline(ch *book.Chapter) *Element {
	e := &Element{Role: Dateline, Ours: true}
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

// bios tells of the authors at the end of an article.
func bios(ch *book.Chapter) *Element {
	var list []*Element
	for _, a := range ch.Authors {
		list = append(list, about(Bio, a, true))
	}
	return group(Bios, list...)
}

// about is what is known of a person: bio and addresses, and the name first where it is
// wanted and the bio does not say it. A bio without a name stands alone, as many opinion
// pages print it. It is nil when no more than the name is known.
func about(role Role, a *book.Person, named bool) *Element {
	if len(a.Bio) == 0 && a.Email == "" && a.URL == "" {
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
	if named && a.Name != "" && !strings.Contains(bio, a.Name) {
		e.add(text(PersonName, a.Name))
	}
	if len(a.Bio) > 0 {
		part(&Element{Role: Words, Content: a.Bio}, ". ")
	}
	if a.Email != "" && !strings.Contains(bio, a.Email) {
		part(&Element{Role: Address, Content: linked("mailto:"+a.Email, a.Email)}, " ")
	}
	if a.URL != "" && !strings.Contains(bio, a.URL) {
		part(&Element{Role: Address, Content: linked(a.URL, a.URL)}, " ")
	}
	if len(e.Kids) == 0 {
		return nil
	}
	return e
}
