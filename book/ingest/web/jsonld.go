package web

import (
	"encoding/json"
	"strings"

	"octavo/book/ingest/draft"
)

// maxJSON bounds the data of one script, in bytes. It is generous: metadata has a few
// kilobytes, with the text of the article ten times as much.
const maxJSON = 1 << 20

// linked returns the graphs of the page: the JSON-LD objects of each script.
func (p *page) linked() []graph {
	var out []graph
	for _, s := range p.root.all("script") {
		kind, _, _ := strings.Cut(s.Get("type"), ";")
		text := s.Text()
		if !strings.EqualFold(strings.TrimSpace(kind), "application/ld+json") || len(text) > maxJSON {
			continue
		}
		g := graph{byID: map[string]map[string]any{}}
		for _, v := range values(uncovered(text)) {
			g.collect(v, 0)
		}
		out = append(out, g)
	}
	return out
}

// A graph is the objects of one script.
type graph struct {
	articles []map[string]any
	pages    []map[string]any // objects of the page, where systems state what is the article's
	byID     map[string]map[string]any
}

func (g *graph) collect(v any, depth int) {
	if depth > 20 { // generous: metadata nests five deep
		return
	}
	switch v := v.(type) {
	case []any:
		for _, item := range v {
			g.collect(item, depth+1)
		}
	case map[string]any:
		if id, ok := v["@id"].(string); ok && len(v) > 1 {
			g.byID[id] = v
		}
		switch {
		case isA(v["@type"], isArticle):
			g.articles = append(g.articles, v)
		case isA(v["@type"], func(t string) bool { return t == "WebPage" }):
			g.pages = append(g.pages, v)
		}
		for _, key := range []string{"@graph", "@list", "mainEntity", "mainEntityOfPage", "author", "creator", "publisher"} {
			if inner, ok := v[key]; ok {
				g.collect(inner, depth+1)
			}
		}
	}
}

// isArticle reports whether a type of schema.org is an article of some kind.
func isArticle(t string) bool {
	return strings.HasSuffix(t, "Article") || strings.HasSuffix(t, "Posting") && t != "JobPosting" || t == "Report" || t == "Review"
}

// isA reports whether ok is true for one of the types of an object, which may be stated
// with their vocabulary before them.
func isA(v any, ok func(string) bool) bool {
	for _, t := range list(v) {
		s, _ := t.(string)
		if ok(s[strings.LastIndexAny(s, "/:#")+1:]) {
			return true
		}
	}
	return false
}

// list returns the items of a value, or the value as the only one.
func list(v any) []any {
	if o, ok := v.(map[string]any); ok && len(o) == 1 && o["@list"] != nil {
		v = o["@list"]
	}
	if items, ok := v.([]any); ok {
		return items
	}
	if v == nil {
		return nil
	}
	return []any{v}
}

// articleOf returns the object that states what this article is, with its graph. Pages
// also state the articles that they lead to: so the one whose address is that of the page
// is taken, else one whose headline stands among the page's titles, else the first. Where
// no object is an article, the page itself may have dates and authors.
func (p *page) articleOf(graphs []graph) (g graph, o map[string]any) {
	best := 0
	for _, each := range graphs {
		for _, a := range each.articles {
			if n := p.fits(a); n > best {
				best, g, o = n, each, a
			}
		}
	}
	for _, each := range graphs {
		if o == nil && len(each.pages) > 0 {
			g, o = each, each.pages[0]
		}
	}
	return g, o
}

// fits tells how sure it is that an object is of this article: 1 to 3.
func (p *page) fits(o map[string]any) int {
	own := p.canonical()
	for _, address := range []string{text(o["url"]), text(o["@id"]), text(o["mainEntityOfPage"])} {
		if own != "" && strings.TrimRight(address, "/") == strings.TrimRight(own, "/") {
			return 3
		}
	}
	for _, t := range append(p.titles, p.headTitle()) {
		if headline := text(o["headline"]); headline != "" && strings.Contains(draft.Letters(t), draft.Letters(headline)) {
			return 2
		}
	}
	return 1
}

// jsonLD takes what the object of the article says.
func (p *page) jsonLD(graphs []graph) {
	g, o := p.articleOf(graphs)
	if o == nil {
		return
	}
	a := p.article
	if isA(o["@type"], isArticle) {
		p.state(text(o["headline"]))
	}
	setDate(&a.Date, text(o["datePublished"]))
	setDate(&a.Updated, text(o["dateModified"]))
	setString(&a.Source.Name, text(g.object(o["publisher"])["name"]))
	if u := text(o["mainEntityOfPage"]); u != "" {
		setString(&a.Source.URL, webAddress(u))
	}
	setString(&a.Source.URL, webAddress(text(g.object(o["mainEntityOfPage"])["@id"])), webAddress(text(o["url"])))
	a.Bylines = g.bylines(o)
}

// bylines returns the names of the authors: of people, and of organisations where there
// are no people.
func (g graph) bylines(o map[string]any) []string {
	for _, key := range []string{"author", "creator"} {
		var people, others []string
		for _, v := range list(o[key]) {
			if s, ok := v.(string); ok {
				people = appendName(people, plain(s))
				continue
			}
			who := g.object(v)
			to := &people
			if isA(who["@type"], func(t string) bool { return strings.HasSuffix(t, "Organization") }) {
				to = &others
				if name := text(who["name"]); name == text(g.object(o["publisher"])["name"]) {
					continue // it stands once, as the source
				}
			}
			for _, name := range list(who["name"]) {
				*to = appendName(*to, text(name))
			}
		}
		if len(people) > 0 {
			return people
		}
		if len(others) > 0 {
			return others
		}
	}
	return nil
}

// object returns an object, or the object that a reference leads to.
func (g graph) object(v any) map[string]any {
	for _, item := range list(v) {
		o, ok := item.(map[string]any)
		if !ok {
			continue
		}
		if id, ok := o["@id"].(string); ok && o["name"] == nil && g.byID[id] != nil {
			return g.byID[id]
		}
		return o
	}
	return nil
}

// text returns a string, the first of several; "" for anything else.
func text(v any) string {
	for _, item := range list(v) {
		switch item := item.(type) {
		case string:
			return plain(item)
		case map[string]any:
			if s, ok := item["@value"].(string); ok {
				return plain(s)
			}
		}
	}
	return ""
}

// plain returns text of metadata on one line, with characters for the entities that some
// systems leave in it.
func plain(s string) string {
	return strings.Join(strings.Fields(unescape(s)), " ")
}

// uncovered removes what hides data from old readers of HTML or XML: comments, and the
// marks of CDATA, which may stand in comments of JavaScript.
func uncovered(s string) string {
	s = strings.TrimSpace(s)
	for again := true; again; {
		again = false
		for _, mark := range []string{"<!--", "<![CDATA[", "//<![CDATA[", "// <![CDATA[", "/*<![CDATA[*/", "/* <![CDATA[ */"} {
			if rest, ok := strings.CutPrefix(s, mark); ok {
				s, again = strings.TrimSpace(rest), true
			}
		}
		for _, mark := range []string{"-->", "//]]>", "// ]]>", "/*]]>*/", "/* ]]> */", "]]>", "//", ";"} {
			if rest, ok := strings.CutSuffix(s, mark); ok {
				s, again = strings.TrimSpace(rest), true
			}
		}
	}
	return s
}

// values returns the values of JSON that follow one another in s. What is broken in a way
// that has one meaning is mended first: see [mended].
func values(s string) []any {
	for _, text := range []string{s, mended(s), mended(unescape(s))} {
		var out []any
		d := json.NewDecoder(strings.NewReader(text))
		for {
			var v any
			if err := d.Decode(&v); err != nil {
				break
			}
			out = append(out, v)
		}
		if len(out) > 0 {
			return out
		}
	}
	return nil
}

// mended returns JSON without the faults that templates of systems make and that have one
// meaning: a line break or tab within a string, which is a space; a quotation mark within a
// string, which is one where no sign of JSON follows; a comma with nothing behind it; and
// brackets that nothing closes at the end.
func mended(s string) string {
	var b strings.Builder
	var open []byte // what closes the brackets
	quoted := false
	for i := 0; i < len(s); i++ {
		c := s[i]
		next := nextSign(s[i+1:])
		switch {
		case quoted && c == '\\' && i+1 < len(s):
			b.WriteByte(c)
			i++
			c = s[i]
		case c == '"' && quoted && next != 0 && strings.IndexByte(",:}]", next) < 0:
			b.WriteByte('\\')
		case c == '"':
			quoted = !quoted
		case quoted && c < ' ':
			c = ' '
		case quoted:
		case c == ',' && (next == '}' || next == ']' || next == ','):
			continue
		case c == '{' || c == '[':
			open = append(open, c+2) // in ASCII a bracket and its mate are two apart
		case (c == '}' || c == ']') && len(open) > 0 && open[len(open)-1] == c:
			open = open[:len(open)-1]
		}
		b.WriteByte(c)
	}
	for len(open) > 0 && !quoted {
		b.WriteByte(open[len(open)-1])
		open = open[:len(open)-1]
	}
	return b.String()
}

// nextSign returns the first byte of s that is no white space, 0 where none is near.
func nextSign(s string) byte {
	for i := 0; i < len(s) && i < 256; i++ {
		if strings.IndexByte(" \t\r\n", s[i]) < 0 {
			return s[i]
		}
	}
	return 0
}
