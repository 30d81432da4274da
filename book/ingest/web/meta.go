package web

import (
	"net/url"
	"strings"

	"octavo/book"
	"octavo/book/ingest/dateline"
	"octavo/book/ingest/draft"
	"octavo/book/language/langtag"
)

// A page is what is known of a page while it is read.
type page struct {
	root    *el
	article *draft.Article
	base    *url.URL // the address that its links are relative to; nil when unknown
}

// metadata reads what the page states about itself. Where sources differ, the first is
// believed: JSON-LD, then the properties of OpenGraph, then the rest.
func (p *page) metadata() {
	a := p.article
	props := p.properties()
	for _, d := range p.linked() {
		p.jsonLD(d)
	}
	setText(&a.Title, props["og:title"])
	setDate(&a.Date, props["article:published_time"], props["datepublished"], props["date"], props["dc.date"], props["dcterms.created"], props["parsely-pub-date"])
	setDate(&a.Updated, props["article:modified_time"], props["og:updated_time"], props["datemodified"])
	p.times()
	if len(a.Authors) == 0 {
		for _, name := range []string{props["author"], props["article:author"], props["parsely-author"], props["dc.creator"]} {
			if name != "" && !strings.Contains(name, "://") && !strings.HasPrefix(name, "@") {
				a.Authors = append(a.Authors, persons(name)...)
				break
			}
		}
	}
	setString(&a.Source.Name, props["og:site_name"], props["application-name"])
	setString(&a.Source.URL, p.canonical(), webAddress(props["og:url"]))
	if p.base, _ = url.Parse(a.Source.URL); p.base != nil && p.base.Host == "" {
		p.base = nil
	}
	if b := p.root.find(func(e *el) bool { return e.Name() == "base" && e.Get("href") != "" }); b != nil {
		if u, err := url.Parse(b.Get("href")); err == nil && u.Host != "" {
			p.base = u
		}
	}
	p.language(props)
	if len(a.Title) == 0 {
		if t := p.root.find(func(e *el) bool { return e.Name() == "title" }); t != nil {
			a.Title = draft.Text(withoutSite(t.line(), a.Source.Name))
		}
	}
	a.SettleDates()
}

func (p *page) language(props map[string]string) {
	candidates := []string{}
	if h := p.root.find(func(e *el) bool { return e.Name() == "html" }); h != nil {
		candidates = append(candidates, h.Get("lang"), h.Get("xml:lang"))
	}
	candidates = append(candidates, props["content-language"], props["og:locale"])
	for _, tag := range candidates {
		if tag = strings.ReplaceAll(tag, "_", "-"); tag != "" && langtag.Valid(tag) {
			p.article.Lang = tag
			return
		}
	}
}

// properties returns the first content of each meta element, by its name or
// property in lower case. A content of 2,000 bytes or more, by eye, is no property but
// data or text.
func (p *page) properties() map[string]string {
	props := map[string]string{}
	for _, m := range p.root.all("meta") {
		for _, attr := range []string{"property", "name", "itemprop", "http-equiv"} {
			key, value := strings.ToLower(m.Get(attr)), strings.Join(strings.Fields(m.Get("content")), " ")
			if key != "" && value != "" && props[key] == "" && len(value) < 2000 {
				props[key] = value
			}
		}
	}
	return props
}

func (p *page) canonical() string {
	l := p.root.find(func(e *el) bool { return e.Name() == "link" && strings.EqualFold(e.Get("rel"), "canonical") })
	if l == nil {
		return ""
	}
	return webAddress(l.Get("href"))
}

// Address returns s when it is a whole address on the web, "" for any other.
func Address(s string) string { return webAddress(strings.TrimSpace(s)) }

func webAddress(s string) string {
	if strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "http://") {
		return s
	}
	return ""
}

// times reads the dates of <time> elements that say what they are.
func (p *page) times() {
	for _, t := range p.root.all("time") {
		value := t.Get("datetime")
		switch {
		case t.named([]string{"date modified", "updated", "modified"}):
			setDate(&p.article.Updated, value)
		case t.named([]string{"date published", "published", "entry date", "pubdate"}) || t.Has("pubdate"):
			setDate(&p.article.Date, value)
		}
	}
}

// withoutSite removes the name of the site from a page's title.
func withoutSite(title, site string) string {
	for _, sep := range []string{" | ", " - ", " – ", " — ", " · ", " :: ", "_"} {
		if i := strings.LastIndex(title, sep); i > 0 && (strings.EqualFold(title[i+len(sep):], site) || site == "" && i > len(title)/2) {
			return title[:i]
		}
	}
	return title
}

func setText(to *[]book.Inline, s string) {
	if len(*to) == 0 {
		*to = draft.Text(s)
	}
}

func setString(to *string, values ...string) {
	for _, v := range values {
		if *to == "" {
			*to = v
		}
	}
}

func setDate(to *book.Date, values ...string) {
	for _, v := range values {
		if !to.IsZero() {
			return
		}
		if d, ok := dateline.Parse(v, "en"); ok {
			*to = d.Date
		}
	}
}

// persons reads names as metadata has them, without a label. A name has less than 80
// bytes, by eye; a longer one is a sentence or an address.
func persons(s string) []*book.Person {
	var out []*book.Person
	for _, name := range strings.FieldsFunc(strings.NewReplacer(" and ", ";", " & ", ";", ", ", ";").Replace(s), func(r rune) bool { return r == ';' || r == '|' }) {
		if name = strings.TrimSpace(name); name != "" && len(name) < 80 {
			out = append(out, &book.Person{Name: name, Role: "aut"})
		}
	}
	return out
}
