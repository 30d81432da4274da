package web

import (
	"html"
	"strings"

	readability "codeberg.org/readeck/go-readability/v2"
)

// unescape makes characters of entities.
func unescape(s string) string { return html.UnescapeString(s) }

// leastArticle is the least text, in bytes, that is taken for an article by its
// markup, by eye: a paragraph. Less is the teaser of another article.
const leastArticle = 140

// scope returns the element that holds the article with its head and tail, and the
// element that holds its body, which may be the same; nil when the page does not say.
func (p *page) scope() (scope, body *el) {
	article := p.stated(func(e *el) bool { return e.Name() == "article" || e.Get("role") == "article" })
	body = p.stated(func(e *el) bool { return e.named(bodyNames) })
	if article == nil && body == nil {
		body = p.stated(func(e *el) bool { return e.named(looseBodyNames) })
	}
	switch {
	case body == nil && article == nil:
		return nil, nil
	case body == nil:
		return widened(article), article
	case article != nil && body.inside(article):
		return widened(article), body
	case article != nil && article.inside(body):
		return widened(body), body
	}
	// The head stands beside the body, in what holds the headline too.
	scope = body
	for n := body; n != nil && n.Name() != "body" && n.Name() != "html" && n.Name() != ""; n = n.parent {
		scope = n
		if n.find(func(e *el) bool { return e.Name() == "h1" }) != nil {
			break
		}
	}
	return scope, body
}

// widened returns the element around an article when paragraphs of prose stand beside the
// article there, and little else: half as much text as the article has at most, by eye.
func widened(article *el) *el {
	around := article.parent
	if around == nil || around.Name() == "body" || around.Name() == "" || around.size*2 > article.size*3 {
		return article
	}
	for _, k := range around.kids {
		if k.Name() == "p" && k.size > leastBeside && k.links*2 < k.size {
			return around
		}
	}
	return article
}

// leastBeside is the text, in bytes, from which a paragraph beside an article is of the
// article, by eye: a sentence.
const leastBeside = 60

// stated returns the largest element that ok is true for, the outermost of
// those that hold each other. It returns nil when that element has too little text, when
// half of the text is links, or when the next largest has two thirds of its text, as on a
// page of teasers; the shares are by eye.
func (p *page) stated(ok func(*el) bool) *el {
	var best, second *el
	p.root.walk(func(e *el) bool {
		if e.Name() == "" && e != p.root || !ok(e) {
			return !hidden(e)
		}
		switch {
		case best == nil || e.size > best.size:
			best, second = e, best
		case second == nil || e.size > second.size:
			second = e
		}
		return false
	})
	if best == nil || best.size < leastArticle || best.links*2 > best.size || second != nil && second.size*3 > best.size*2 {
		return nil
	}
	return best
}

// readable finds the article of a page that does not say where it is.
func readable(src string) (*el, bool) {
	parser := readability.NewParser()
	parser.MaxElemsToParse = 100_000 // generous: few pages have 10,000
	parser.KeepClasses = true
	// Where no metadata name an author, Readability takes the first byline out of the text.
	article, err := parser.Parse(strings.NewReader(`<meta name="author" content="-">`+src), nil)
	if err != nil || article.Node == nil {
		return nil, false
	}
	var b strings.Builder
	if err := article.RenderHTML(&b); err != nil {
		return nil, false
	}
	budget := maxElements
	tree, _ := document(b.String())
	root := newEl(tree, nil, &budget)
	if root == nil || root.size == 0 {
		return nil, false
	}
	return root, true
}
