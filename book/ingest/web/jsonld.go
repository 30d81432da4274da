package web

import (
	"encoding/json"
	"strings"
)

// maxJSON bounds the data of one script, in bytes. It is generous: metadata has a few
// kilobytes, with the text of the article ten times as much.
const maxJSON = 1 << 20

// linked returns the JSON-LD objects of the page that are articles, with the
// objects that they refer to.
func (p *page) linked() []graph {
	var out []graph
	for _, s := range p.root.all("script") {
		text := s.Text()
		if !strings.EqualFold(strings.TrimSpace(strings.Split(s.Get("type"), ";")[0]), "application/ld+json") || len(text) > maxJSON {
			continue
		}
		text = strings.TrimSuffix(strings.TrimPrefix(strings.TrimSpace(text), "<!--"), "-->")
		var v any
		if json.Unmarshal([]byte(text), &v) != nil {
			continue
		}
		g := graph{byID: map[string]map[string]any{}}
		g.collect(v, 0)
		out = append(out, g)
	}
	return out
}

// A graph is the objects of one script.
type graph struct {
	articles []map[string]any
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
		if isArticle(v["@type"]) {
			g.articles = append(g.articles, v)
		}
		for _, key := range []string{"@graph", "mainEntity", "author", "publisher", "itemListElement"} {
			if inner, ok := v[key]; ok {
				g.collect(inner, depth+1)
			}
		}
	}
}

func isArticle(v any) bool {
	for _, t := range list(v) {
		s, _ := t.(string)
		if strings.HasSuffix(s, "Article") || s == "BlogPosting" || s == "Report" {
			return true
		}
	}
	return false
}

// list returns the items of a value, or the value as the only one.
func list(v any) []any {
	if items, ok := v.([]any); ok {
		return items
	}
	if v == nil {
		return nil
	}
	return []any{v}
}

// jsonLD takes what the first article of a graph says.
func (p *page) jsonLD(g graph) {
	if len(g.articles) == 0 {
		return
	}
	a, o := p.article, g.articles[0]
	setText(&a.Title, text(o["headline"]))
	setDate(&a.Date, text(o["datePublished"]))
	setDate(&a.Updated, text(o["dateModified"]))
	setString(&a.Source.Name, text(g.object(o["publisher"])["name"]))
	if u := text(o["mainEntityOfPage"]); u != "" {
		setString(&a.Source.URL, webAddress(u))
	}
	setString(&a.Source.URL, webAddress(text(g.object(o["mainEntityOfPage"])["@id"])), webAddress(text(o["url"])))
	if len(a.Authors) > 0 {
		return
	}
	for _, author := range list(o["author"]) {
		if s, ok := author.(string); ok {
			a.Authors = append(a.Authors, persons(plain(s))...)
			continue
		}
		who := g.object(author)
		if t := text(who["@type"]); t == "Organization" || t == "NewsMediaOrganization" {
			continue // the site itself, where nobody is named
		}
		if name := text(who["name"]); name != "" {
			a.Authors = append(a.Authors, persons(name)...)
		}
	}
}

// object returns an object, or the object that a reference leads to.
func (g graph) object(v any) map[string]any {
	for _, item := range list(v) {
		o, ok := item.(map[string]any)
		if !ok {
			continue
		}
		if id, ok := o["@id"].(string); ok && len(o) == 1 && g.byID[id] != nil {
			return g.byID[id]
		}
		return o
	}
	return nil
}

// text returns a string, the first of several; "" for anything else.
func text(v any) string {
	for _, item := range list(v) {
		if s, ok := item.(string); ok {
			return plain(s)
		}
	}
	return ""
}

// plain returns text of metadata on one line, with characters for the entities that some
// systems leave in it.
func plain(s string) string {
	return strings.Join(strings.Fields(unescape(s)), " ")
}
