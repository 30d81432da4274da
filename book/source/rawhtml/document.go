package rawhtml

import (
	"slices"
	"strings"

	"golang.org/x/net/html"

	"octavo/book"
)

// An Element is an element of a page, or text when its name is "".
type Element struct{ n *node }

// Document reads a whole page. The element returned has no name; the page is
// its content.
func Document(src string) Element {
	root, _, _ := parse(src)
	return Element{root}
}

// Name returns the name of e in lower case, "" for text and for the page.
func (e Element) Name() string { return e.n.Name }

// Get returns an attribute without space at its ends, "" when e has none.
func (e Element) Get(name string) string { return e.n.Get(name) }

// Set gives e an attribute.
func (e Element) Set(name, value string) {
	for i := range e.n.attr {
		if e.n.attr[i].Key == name {
			e.n.attr[i].Val = value
			return
		}
	}
	e.n.attr = append(e.n.attr, html.Attribute{Key: name, Val: value})
}

// SetText makes a text all that is in e, and takes its attributes.
func (e Element) SetText(s string) {
	e.n.attr, e.n.children, e.n.hasBlock = nil, nil, false
	e.n.add(&node{text: s, at: e.n.at})
}

// Rename makes e an element of another name, which must be of the same class.
func (e Element) Rename(name string) { e.n.Name = name }

// Content returns what is in e, in its order.
func (e Element) Content() []Element {
	out := make([]Element, 0, len(e.n.children))
	for _, c := range e.n.children {
		if !c.End {
			out = append(out, Element{c})
		}
	}
	return out
}

// Own returns the text that e itself is.
func (e Element) Own() string { return e.n.text }

// At returns where e begins in the page, in bytes.
func (e Element) At() int { return e.n.at }

// Text returns all text in e, as it stands in the page.
func (e Element) Text() string {
	var b strings.Builder
	b.WriteString(e.n.text)
	e.n.walk(func(m *node) { b.WriteString(m.text) })
	return b.String()
}

// RemoveIf takes the elements and texts right in e away for which gone is true.
func (e Element) RemoveIf(gone func(Element) bool) {
	e.n.children = slices.DeleteFunc(e.n.children, func(c *node) bool { return gone(Element{c}) })
}

// Blocks returns siblings as blocks, without places.
func Blocks(list []Element) ([]book.Block, []book.Diagnostic) {
	nodes := make([]*node, len(list))
	for i, e := range list {
		nodes[i] = e.n
	}
	b := builder{place: func(int) book.Pos { return book.Pos{} }, foreign: true}
	return b.blocks(nodes), b.list
}

// Line returns what is in e as one run of inlines, with breaks between its
// blocks.
func Line(e Element) []book.Inline {
	b := builder{place: func(int) book.Pos { return book.Pos{} }, foreign: true}
	return b.flat(e.n.children)
}

// IsBlock reports whether e is a block or has one somewhere in it.
func (e Element) IsBlock() bool { return ClassOf(e.n.Name) == Block || e.n.hasBlock }

// Has reports whether e has an attribute, with or without a value.
func (e Element) Has(name string) bool {
	return e.n.has(name)
}

// New returns an element of a name that stands nowhere yet.
func New(name string) Element { return Element{&node{Tag: Tag{Name: name}}} }

// SetContent makes a list of elements all that is in e.
func (e Element) SetContent(list []Element) {
	e.n.children, e.n.hasBlock = nil, false
	for _, c := range list {
		e.Append(c)
	}
}

// Append puts an element behind what is in e.
func (e Element) Append(c Element) {
	c.n.at = max(c.n.at, e.n.at)
	e.n.add(c.n)
	for m := e.n; c.n.hasBlock && m != nil && !m.hasBlock; m = m.parent {
		m.hasBlock = true
	}
}

// Valid reports whether e is an element, and not the zero value.
func (e Element) Valid() bool { return e.n != nil }
