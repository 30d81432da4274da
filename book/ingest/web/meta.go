package web

import (
	"net/url"
	"slices"
	"strings"

	"octavo/book"
	"octavo/book/ingest/dateline"
	"octavo/book/ingest/draft"
	"octavo/book/language/langtag"
)

// A page is what is known of a page while it is read.
type page struct {
	root    *el
	src     string // as it was read, "" where its lines are not those of a file
	article *draft.Article
	base    *url.URL // the address that its links are relative to; nil when unknown
	address string   // of the page as the caller knows it, "" when unknown
	titles  []string // what the page states as its title, but for <title>, the surest first
	site    []string // names of the publication, the first being that which is stated
}

// The properties that state a field, the surest first: those of OpenGraph, Dublin Core,
// and of the systems that newspapers use.
var (
	titleProps   = []string{"og:title", "dc.title", "dcterms.title", "citation_title", "twitter:title", "parsely-title", "sailthru.title", "title", "headline"}
	dateProps    = []string{"article:published_time", "datepublished", "og:article:published_time", "citation_publication_date", "date", "dc.date", "dc.date.issued", "dcterms.issued", "dcterms.date", "dcterms.created", "parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "publish-date", "publish_date", "article.published", "cxenseparse:recs:publishtime", "weibo:article:create_at", "ptime", "datecreated"}
	updatedProps = []string{"article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "lastmod", "article.updated"}
	authorProps  = []string{"dc.creator", "dcterms.creator", "citation_author", "author", "article:author_name", "article:author", "og:article:author", "parsely-author", "sailthru.author", "byl", "byline", "article.author", "cxenseparse:author", "dcsext.author", "rbauthors"}
	siteProps    = []string{"og:site_name", "application-name", "apple-mobile-web-app-title", "dc.publisher", "citation_journal_title", "publisher"}
)

// metadata reads what the page states about itself. Where sources differ, the first is
// believed: JSON-LD, then the properties of OpenGraph, then the rest.
func (p *page) metadata() {
	a := p.article
	props := p.properties()
	for _, name := range titleProps {
		p.titles = append(p.titles, props[name]...)
	}
	p.jsonLD(p.linked())
	setDate(&a.Date, stated(props, dateProps)...)
	setDate(&a.Updated, stated(props, updatedProps)...)
	p.times()
	if len(a.Bylines) == 0 {
		a.Bylines = p.authors(props)
	}
	p.publication(props)
	p.language(props)
	if p.settleTitle(); len(a.Title) == 0 {
		a.Title = draft.Text(p.withoutSite(p.headTitle(), true))
	}
	a.SettleDates()
}

// publication finds the name and address of the page.
func (p *page) publication(props map[string][]string) {
	a := p.article
	setString(&a.Source.Name, stated(props, siteProps[:2])...)
	setString(&a.Source.URL, p.canonical(), webAddress(first(props["og:url"])), webAddress(p.address))
	p.setBase()
	if b := p.root.find(func(e *el) bool { return e.Name() == "base" && e.Get("href") != "" }); b != nil {
		if u, err := url.Parse(b.Get("href")); err == nil && u.Host != "" {
			p.base = u
		}
	}
	p.site = append(p.site, stated(props, siteProps)...)
	if p.base != nil {
		p.site = append(p.site, strings.TrimPrefix(p.base.Hostname(), "www."))
	}
}

// stated returns the values of properties, in the order of their names.
func stated(props map[string][]string, names []string) (out []string) {
	for _, name := range names {
		out = append(out, props[name]...)
	}
	return out
}

func first(values []string) string {
	if len(values) == 0 {
		return ""
	}
	return values[0]
}

// authors returns the authors of the first property that names some: several where the
// property is there several times. Addresses and names at a network are no names.
func (p *page) authors(props map[string][]string) (out []string) {
	for _, key := range authorProps {
		for _, name := range props[key] {
			if draft.Letters(name) != draft.Letters(first(stated(props, siteProps))) { // the publication stands once, as the source
				out = appendName(out, name)
			}
		}
		if len(out) > 0 {
			return out
		}
	}
	return cardAuthor(props)
}

// cardAuthor returns the author whom a card of Yoast or Rank Math states: its first label is
// "Written by" in the language of the site, and its second one that of the reading time.
func cardAuthor(props map[string][]string) []string {
	by := first(props["twitter:data1"])
	timed := strings.ContainsAny(first(props["twitter:data2"]), "0123456789")
	if !strings.EqualFold(first(props["twitter:label1"]), "Written by") && !timed || strings.ContainsAny(by, "0123456789") {
		return nil
	}
	return appendName(nil, by)
}

// maxStatedByline is the longest byline of metadata, in bytes, by eye: three lines of print.
// A longer value is text.
const maxStatedByline = 240

// appendName appends a name that is neither an address nor a name at a network, once.
func appendName(list []string, name string) []string {
	switch {
	case name == "", len(name) > maxStatedByline, strings.HasPrefix(name, "@"), webAddress(name) != "", slices.Contains(list, name):
		return list
	}
	return append(list, name)
}

func (p *page) language(props map[string][]string) {
	candidates := []string{}
	if h := p.root.find(func(e *el) bool { return e.Name() == "html" }); h != nil {
		candidates = append(candidates, h.Get("lang"), h.Get("xml:lang"))
	}
	candidates = append(candidates, stated(props, []string{"content-language", "og:locale"})...)
	for _, tag := range candidates {
		if tag = strings.ReplaceAll(tag, "_", "-"); tag != "" && langtag.Valid(tag) {
			p.article.Lang = tag
			return
		}
	}
}

// properties returns the contents of the meta elements, by each of their names or
// properties in lower case, the name space parted by a dot or colon as it is. A content
// of 2,000 bytes or more, by eye, is no property but data or text.
func (p *page) properties() map[string][]string {
	props := map[string][]string{}
	for _, m := range p.root.all("meta") {
		value := plain(m.Get("content"))
		if value == "" || len(value) >= 2000 {
			continue
		}
		for _, attr := range []string{"property", "name", "itemprop", "http-equiv"} {
			for _, key := range strings.Fields(strings.ToLower(m.Get(attr))) {
				if rest, ok := strings.CutPrefix(key, "dc:"); ok {
					key = "dc." + rest
				}
				props[key] = append(props[key], value)
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

// updatedNames are names of the day on which an article was changed, or of its line.
var updatedNames = []string{"date modified", "updated", "modified"}

// times reads the dates of <time> elements that say what they are.
func (p *page) times() {
	for _, t := range p.root.all("time") {
		value := t.Get("datetime")
		switch {
		case t.named(updatedNames), t.parent != nil && t.parent.named(updatedNames) && t.parent.size-t.size <= maxLabel:
			setDate(&p.article.Updated, value)
		case t.named([]string{"date published", "published", "entry date", "pubdate"}) || t.Has("pubdate"):
			setDate(&p.article.Date, value)
		}
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
