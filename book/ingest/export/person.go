package export

import (
	"cmp"
	"strings"

	"octavo/book"
	"octavo/book/ingest/web"
	"octavo/book/markup/xmltree"
)

// login returns the key of an author: WordPress makes a short name of a login for addresses,
// and plug-ins name authors by either.
func login(s string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(". _@", r) {
			return '-'
		}
		return r
	}, strings.ToLower(strings.TrimSpace(s)))
}

// author takes an author by the logins that posts name.
func (w *wordpress) author(p *book.Person, logins ...string) {
	for _, s := range logins {
		known := w.people[login(s)]
		switch {
		case s == "" || p.Name == "":
		case known == nil:
			w.people[login(s)] = p
		case known.Bio == nil:
			known.Bio, known.URL = p.Bio, cmp.Or(known.URL, p.URL)
		}
	}
}

// guest returns an author whom the plug-in Co-Authors Plus keeps as an item: one who has no
// account. The address of mail is not for printing.
func guest(item *xmltree.Node) *book.Person {
	return &book.Person{Name: cmp.Or(meta(item, "cap-display_name"), field(item, "title")), Bio: phrase(meta(item, "cap-description")), URL: web.Address(meta(item, "cap-website"))}
}

// authors returns the authors of a post by the names that the site shows. The plug-ins
// Co-Authors Plus and PublishPress Authors keep several of them as categories: the first by
// their logins, the other by their names.
func (w *wordpress) authors(item *xmltree.Node) []*book.Person {
	var out []*book.Person
	add := func(keys ...string) {
		p := &book.Person{}
		for _, key := range keys {
			if known := w.people[login(key)]; known != nil {
				*p = *known
				break
			}
			p.Name = strings.TrimSpace(key)
		}
		if p.Role = "aut"; p.Name != "" && p.Name != "admin" {
			out = append(out, p)
		}
	}
	for _, c := range item.All("category") {
		if c.Any("domain") == "author" {
			add(strings.TrimPrefix(c.Any("nicename"), "cap-"), c.Content())
		}
	}
	if len(out) == 0 {
		add(field(item, "creator"))
	}
	return out
}
