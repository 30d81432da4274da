package web

import (
	"slices"
	"strings"

	"octavo/book/ingest/draft"
)

// nameNames are names of the elements of a card that hold the name, of microdata and hCard.
var nameNames = []string{"fn", "p name", "name", "author name", "byline name", "authorname"}

// maxSigned bounds the names that are taken from the page around the article, by eye.
const maxSigned = 8

// signed finds the lines around the article that name its authors: what microdata, a link
// with rel=author or a card calls the author, and elements that are named for the byline.
// at is the headline or the body. The search goes from it outwards, one element around the
// other, and ends with the first that has such lines: further out are those of other
// articles. Of several lines those are taken that stand together with the first.
func (r *reader) signed(at *el) []string {
	for n := at; n != nil; n = n.parent {
		found := r.bylinesIn(n, at)
		if len(found) == 0 {
			continue
		}
		var out []string
		box := company(found[0])
		for _, e := range found {
			if line := nameLine(e); e.inside(box) && !slices.Contains(out, line) && len(out) < maxSigned {
				out = append(out, line)
			}
		}
		return out
	}
	return nil
}

// unpublished takes the name of the publication, with which the page's title ends, out of the
// stated authors where the article itself is signed by somebody else.
func (r *reader) unpublished() {
	a := r.article
	at, segment, _ := lastSegment(r.headTitle())
	if at <= 0 || len(a.Bylines) != 1 || len(a.Signed) == 0 || draft.Letters(a.Bylines[0]) != draft.Letters(segment) {
		return
	}
	if !strings.Contains(draft.Letters(strings.Join(a.Signed, " ")), draft.Letters(segment)) {
		a.Bylines = nil
		setString(&a.Source.Name, segment)
	}
}

// company returns the element around a byline and what stands beside it: the smallest with
// more text, or the byline when that has a third as much text again and more than a line.
func company(e *el) *el {
	const line = 120 // bytes
	for n := e; n.parent != nil; n = n.parent {
		if n.parent.size > e.size && n.parent.size > line && n.parent.size*2 > e.size*3 {
			return n
		}
	}
	return e
}

// bylinesIn returns the elements in e that name an author, the innermost of those that
// hold one another; the elements of microdata where there are some.
func (r *reader) bylinesIn(e, at *el) []*el {
	var sure, named []*el
	e.walk(func(n *el) bool {
		switch {
		case n == e:
		case n.Name() == "" || r.isElsewhere(n, at):
			return false
		case isCard(n):
			if nameLine(n) != "" && (n.Get("itemprop") != "" || !n.within("aside")) {
				sure = append(sure, nameOf(n))
			}
			return false
		case n.size < 200 && n.named(bylineNames) && nameLine(n) != "" && n.find(isCard) == nil && !n.within("aside"):
			named = append(named, n)
			return false
		}
		return true
	})
	if len(sure) > 0 {
		return sure
	}
	return named
}

// isCard reports whether e is said to be the author: by microdata, rel, or hCard.
func isCard(e *el) bool {
	if e.size == 0 || e.size > 300 {
		return false
	}
	for _, attr := range []string{"itemprop", "rel"} {
		for _, token := range strings.Fields(e.Get(attr)) {
			if strings.EqualFold(token, "author") || strings.EqualFold(token, "creator") {
				return true
			}
		}
	}
	classes := strings.Fields(e.Get("class"))
	return slices.Contains(classes, "p-author") || slices.Contains(classes, "fn") && e.Name() != "sup" && !e.within("table") // WordPress calls notes so too, and a table is a card of what the article is about
}

// within reports whether e stands in an element of a name.
func (e *el) within(name string) bool {
	for n := e.parent; n != nil; n = n.parent {
		if n.Name() == name {
			return true
		}
	}
	return false
}

// nameOf returns the element in a card that is the name, or the card.
func nameOf(card *el) *el {
	if n := card.find(func(n *el) bool { return n != card && n.size > 0 && n.named(nameNames) && nameLine(n) != "" }); n != nil {
		return n
	}
	return card
}

// isElsewhere reports whether an element belongs to other articles, to the readers or to
// the site.
func (r *reader) isElsewhere(e, at *el) bool {
	switch e.Name() {
	case "nav", "form", "button", "select", "noscript":
		return true
	case "article":
		return !at.inside(e) && !e.inside(r.scope)
	}
	return hidden(e) || e.named(furniture) || e.named(bookmarkNames)
}

// nameLine returns the words of a byline without buttons, dates, and links to networks;
// a stroke stands between blocks.
func nameLine(e *el) string {
	var words []string
	e.walk(func(n *el) bool {
		switch {
		case n.Name() == "":
			words = append(words, strings.Fields(n.Own())...)
		case unnamed[n.Name()] || hidden(n) || n.named(clutter):
			return false
		case n != e && (n.IsBlock() || n.Name() == "br") && len(words) > 0 && words[len(words)-1] != "|":
			words = append(words, "|")
		}
		return true
	})
	return strings.Trim(strings.Join(words, " "), " ,|·•—–-")
}

// unnamed are elements in a byline that hold no name.
var unnamed = map[string]bool{"button": true, "time": true, "abbr": true, "svg": true, "script": true, "style": true, "template": true}
