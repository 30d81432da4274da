package ebook

import (
	"strings"

	"octavo/book"
	"octavo/book/base/rule"
	"octavo/book/ingest/draft"
	"octavo/book/markup/xmltree"
	"octavo/book/markup/yaml"
)

// metadata reads what the package says of the book. A role stands at the creator (EPUB 2)
// or refines it (EPUB 3); one without is an author.
func (b *ebook) metadata(n *xmltree.Node) {
	line := func(name string) string { return oneLine(n.Child(name).Content()) }
	b.title, b.lang = line("title"), line("language")
	roles, properties := map[string]string{}, map[string]string{}
	for _, m := range n.All("meta") {
		value := m.Any("content")
		if value == "" {
			value = oneLine(m.Content())
		}
		if m.Any("property") == "role" {
			roles[strings.TrimPrefix(m.Any("refines"), "#")] = value
		}
		properties[m.Any("property")+m.Any("name")] = value
	}
	for _, name := range []string{"creator", "contributor"} {
		for _, c := range n.All(name) {
			role := c.Any("role")
			if r := roles[c.Any("id")]; r != "" {
				role = r
			}
			if role == "" && name == "creator" {
				role = "aut"
			}
			b.person(oneLine(c.Content()), role)
		}
	}
	if t := strings.ToLower(line("type") + properties["calibre:publication_type"]); strings.Contains(t, "periodical") || strings.Contains(t, "magazine") || strings.Contains(t, "journal") || strings.Contains(t, "newspaper") {
		b.periodical = true
	}
	b.date = b.issued(n)
	for _, name := range []string{"belongs-to-collection", "calibre:series"} {
		if v := properties[name]; v != "" {
			b.series = strings.TrimSpace(v + " " + properties["calibre:series_index"] + properties["group-position"])
		}
	}
	b.names = append(b.names, b.authors...)
	if p := line("publisher"); p != "" {
		b.names = append(b.names, p)
	}
}

// person takes a name with a role. The programs that made the file are nobody.
func (b *ebook) person(name, role string) {
	switch {
	case name == "" || role == "bkp":
	case role == "aut":
		b.authors = append(b.authors, name)
	case role == "trl":
		b.translators = append(b.translators, &book.Person{Name: name, Role: role})
	case role == "":
		b.others = append(b.others, name)
	default:
		b.others = append(b.others, name+" ("+role+")")
	}
}

// issued returns the day on which the book was published.
func (b *ebook) issued(n *xmltree.Node) book.Date {
	for _, d := range n.All("date") {
		if event := d.Any("event"); event != "" && event != "publication" {
			continue
		}
		s, _, _ := strings.Cut(oneLine(d.Content()), "T")
		if day, ok := yaml.ParseDay(s); ok && day.Time.Year() > 1000 { // Calibre writes the year 101 where it knows none
			return day
		}
	}
	return book.Date{}
}

// state gives an article what the package says of the book. The day of an issue is that of
// its articles; of a book that has chapters the day says nothing of when each was written.
func (b *ebook) state(a *draft.Article, alone bool) {
	if a.Matter != "" {
		return // a page is of the book
	}
	a.Source = book.Source{Name: b.title}
	a.Creator = strings.Join(b.authors, "; ")
	for _, t := range b.translators {
		p := *t
		a.Contributors = append(a.Contributors, &p)
	}
	if alone || b.periodical {
		a.Day = draft.Day{Date: b.date, Of: draft.OfBook}
	}
}

// tell says once what the package says of the book that a chapter has no place for.
func (b *ebook) tell(a *draft.Article) {
	if len(b.others) > 0 {
		a.Tell(rule.ImportKeys, "write them into book.yaml as its contributors, with their roles", "the EPUB names also "+book.Clip(strings.Join(b.others, ", "), 200))
	}
	if b.series != "" {
		a.Tell(rule.ImportKeys, "write it into book.yaml as `series`", "the EPUB is of the series "+book.Clip(b.series, 100))
	}
}
