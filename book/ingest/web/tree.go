package web

import (
	"slices"
	"strings"
	"unicode"

	"octavo/book/ingest/draft"
	"octavo/book/source/rawhtml"
)

// An el is an element with the facts that the rules look at.
type el struct {
	rawhtml.Element
	parent *el
	kids   []*el
	size   int        // of its text without space around it, in bytes
	links  int        // of the text in links
	names  [][]string // the words of its classes, id and itemprop
}

// maxElements bounds the elements of a page, texts counted. It is generous: few pages
// have 10,000; what a search costs grows with it.
const maxElements = 500_000

// newEl returns the tree of an element; budget is the number of elements left.
func newEl(e rawhtml.Element, parent *el, budget *int) *el {
	if *budget--; *budget < 0 {
		return nil
	}
	n := &el{Element: e, parent: parent}
	switch n.Name() {
	case "":
		n.size = len(strings.TrimSpace(e.Own()))
	case "script", "style", "template":
		n.names = namesOf(e)
		return n
	case "amp-img":
		e.Rename("img")
		n.names = namesOf(e)
		return n
	default:
		n.names = namesOf(e)
	}
	for _, c := range e.Content() {
		if k := newEl(c, n, budget); k != nil {
			n.kids = append(n.kids, k)
			n.size += k.size
			n.links += k.links
		}
	}
	if n.Name() == "a" {
		n.links = n.size
	}
	n.forgetSlug()
	return n
}

// forgetSlug takes the id from the names of an element whose heading's words it is made of:
// systems make the address of a section so, and "promotion-of-pawns" is no advertisement. An
// id of one word or two may be both, as "related-articles" above a list of them.
func (e *el) forgetSlug() {
	const words = 3
	id := e.Get("id")
	slug := draft.Letters(id)
	if slug == "" || len(wordsOf(id)) < words {
		return
	}
	h := e
	if e.Name() == "section" || e.Name() == "div" {
		if h = e.find(func(n *el) bool { return isHeadingName(n.Name()) }); h == nil {
			return
		}
	}
	said := draft.Letters(h.line())
	if h.size < maxHeadline && said != "" && (strings.HasPrefix(said, slug) || strings.HasPrefix(slug, said)) {
		e.names = slices.DeleteFunc(e.names, func(n []string) bool { return slices.Equal(n, wordsOf(id)) })
	}
}

// namesOf returns the words of the classes, the id and the like of an element:
// "post__author-bio" and "postAuthorBio" are post, author, bio. Classes of more than 80
// bytes, by eye, are made by programs and mean nothing.
func namesOf(e rawhtml.Element) [][]string {
	var out [][]string
	for _, attr := range []string{"class", "id", "itemprop", "rel", "data-component", "data-testid", "data-block"} {
		for _, token := range strings.Fields(e.Get(attr)) {
			if len(token) <= 80 {
				out = append(out, wordsOf(token))
			}
		}
	}
	return out
}

func wordsOf(token string) []string {
	var out []string
	var word []rune
	flush := func() {
		if len(word) > 0 {
			out = append(out, strings.ToLower(string(word)))
		}
		word = word[:0]
	}
	last := ' '
	for _, r := range token {
		switch {
		case !unicode.IsLetter(r) && !unicode.IsDigit(r):
			flush()
		case unicode.IsUpper(r) && unicode.IsLower(last):
			flush()
			word = append(word, r)
		default:
			word = append(word, r)
		}
		last = r
	}
	flush()
	return out
}

// named reports whether one of the names of e has the words of one of the
// phrases in a row: "author bio" in "post-author-bio".
func (e *el) named(phrases []string) bool {
	for _, name := range e.names {
		joined := " " + strings.Join(name, " ") + " "
		for _, p := range phrases {
			if strings.Contains(joined, " "+p+" ") {
				return true
			}
		}
	}
	return false
}

// leave takes e out of its page, with what is in it.
func (e *el) leave() {
	p := e.parent
	p.RemoveIf(func(c rawhtml.Element) bool { return c == e.Element })
	p.kids = slices.DeleteFunc(p.kids, func(k *el) bool { return k == e })
	for ; p != nil; p = p.parent {
		p.size -= e.size
		p.links -= e.links
	}
}

// walk calls visit for e and all elements in it. When visit returns false, the content of
// the element is passed over.
func (e *el) walk(visit func(*el) bool) {
	if !visit(e) {
		return
	}
	for _, k := range e.kids {
		k.walk(visit)
	}
}

// find returns the first element that ok is true for, nil for none.
func (e *el) find(ok func(*el) bool) *el {
	var found *el
	e.walk(func(n *el) bool {
		if found == nil && n.Name() != "" && ok(n) {
			found = n
		}
		return found == nil
	})
	return found
}

// all returns the elements of a name.
func (e *el) all(name string) []*el {
	var out []*el
	e.walk(func(n *el) bool {
		if n.Name() == name {
			out = append(out, n)
		}
		return true
	})
	return out
}

// inside reports whether e is in outer, or outer itself.
func (e *el) inside(outer *el) bool {
	for n := e; n != nil; n = n.parent {
		if n == outer {
			return true
		}
	}
	return false
}

// line returns the text of e on one line.
func (e *el) line() string { return strings.Join(strings.Fields(e.Text()), " ") }
