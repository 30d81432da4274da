package ebook

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"octavo/book/markup/xmltree"
)

// notes brings notes that stand in a document of their own to the documents that call
// them: each call leads to a copy of its note at the end of its document then.
func (b *ebook) notes() {
	taken := map[*xmltree.Node]bool{}
	for _, d := range b.spine {
		body := d.root.Child("body")
		if body == nil || d.page != nil && d.page.matter == "" {
			continue
		}
		var here []*xmltree.Node
		ids := map[*xmltree.Node]string{}
		body.Walk(func(a *xmltree.Node) {
			if a.Name != "a" {
				return
			}
			n := b.noteAt(d, a)
			if n == nil {
				return
			}
			id, again := ids[n]
			if !again {
				id = "octavo-note-" + strconv.Itoa(len(ids)+1)
				ids[n] = id
				here = append(here, note(n, id))
				taken[n] = true
			}
			set(a, "href", "#"+id)
		})
		if len(here) > 0 {
			section := &xmltree.Node{Name: "section", Attr: []xmltree.Attr{{Name: "role", Value: "doc-endnotes"}}, Kids: here, Parent: body}
			body.Kids = append(body.Kids, section)
		}
	}
	for _, d := range b.spine {
		if d.gone = d.isLeft(taken); !d.gone {
			b.takeOut(d, taken)
		}
	}
}

// takeOut removes from a document the notes that other documents alone call.
func (b *ebook) takeOut(d *document, taken map[*xmltree.Node]bool) {
	body := orEmpty(d.root.Child("body"))
	own := map[*xmltree.Node]bool{}
	body.Walk(func(a *xmltree.Node) {
		if a.Name != "a" {
			return
		}
		to, n := b.place(d, a.Any("href"))
		for ; to == d && n != nil; n = n.Parent {
			own[n] = own[n] || taken[n]
		}
	})
	sweep(body, func(k *xmltree.Node) bool { return taken[k] && !own[k] })
}

// sweep removes what gone is true of, and the elements that have nothing but a heading then.
func sweep(n *xmltree.Node, gone func(*xmltree.Node) bool) (removed bool) {
	n.Kids = slices.DeleteFunc(n.Kids, func(k *xmltree.Node) bool {
		if gone(k) || sweep(k, gone) && isBare(k) {
			removed = true
			return true
		}
		return false
	})
	return removed
}

// isBare reports whether an element has no text outside of headings, and no picture.
func isBare(n *xmltree.Node) bool {
	if n.Name == "img" || n.Name == "image" || n.Name == "" && strings.TrimSpace(n.Text) != "" {
		return false
	}
	return level(n) > 0 || !slices.ContainsFunc(n.Kids, func(k *xmltree.Node) bool { return !isBare(k) })
}

// noteAt returns the note in another document that a link calls, nil for any other link.
func (b *ebook) noteAt(from *document, a *xmltree.Node) *xmltree.Node {
	to, n := b.place(from, a.Any("href"))
	if n == nil || to == from {
		return nil
	}
	if !isSign(a.Content()) && !strings.Contains(typeOf(a), "noteref") && a.Any("role") != "doc-noteref" {
		return nil
	}
	for n != nil && !holders[n.Name] {
		n = n.Parent
	}
	if n == nil || n.Parent == nil || n == to.root.Child("body") || !b.isSmall(n) {
		return nil
	}
	if t := typeOf(a) + a.Any("role"); !strings.Contains(t, "noteref") && !b.leadsBack(to, n, from) {
		return nil
	}
	return n
}

// Bounds on a note, by eye: its text in bytes, of which a long note has 2,000, and its elements.
const (
	maxNote     = 10_000
	maxElements = 1_000
)

// isSmall reports whether an element is within the bounds of a note. Many links may lead to one.
func (b *ebook) isSmall(n *xmltree.Node) bool {
	small, known := b.small[n]
	if !known {
		text, elements := 0, 0
		n.Walk(func(k *xmltree.Node) {
			text += len(k.Text)
			elements++
		})
		small = text <= maxNote && elements <= maxElements
		b.small[n] = small
	}
	return small
}

// holders are the elements that a note can be in.
var holders = map[string]bool{"aside": true, "li": true, "p": true, "div": true, "dd": true, "section": true}

// leadsBack reports whether a note of a document has a link to the document that calls it.
func (b *ebook) leadsBack(of *document, n *xmltree.Node, to *document) bool {
	found := false
	n.Walk(func(a *xmltree.Node) {
		if a.Name == "a" && !found {
			d, _ := b.place(of, a.Any("href"))
			found = d == to
		}
	})
	return found
}

// note returns a copy of a note, with a name, and without the links back.
func note(n *xmltree.Node, id string) *xmltree.Node {
	out := &xmltree.Node{Name: "aside", Attr: []xmltree.Attr{{Name: "role", Value: "doc-footnote"}, {Name: "id", Value: id}}}
	kids := copies(n, n.Any("id"))
	if n.Name == "p" {
		kids = []*xmltree.Node{{Name: "p", Kids: kids}}
	}
	out.Kids = kids
	return out
}

// copies returns copies of what is in a note, but for the links back and the number that
// stands in such a link.
func copies(n *xmltree.Node, id string) []*xmltree.Node {
	var out []*xmltree.Node
	for _, k := range n.Kids {
		if k.Name == "a" && isBack(k) {
			continue
		}
		c := *k
		c.Kids = copies(k, id)
		c.Attr = nil
		for _, a := range k.Attr {
			if a.Name != "id" {
				c.Attr = append(c.Attr, a)
			}
		}
		out = append(out, &c)
	}
	return out
}

// isSign reports whether a text is a number or a sign, as calls and the ways back are.
func isSign(s string) bool {
	return strings.TrimFunc(s, func(c rune) bool {
		return unicode.IsDigit(c) || unicode.IsSpace(c) || strings.ContainsRune("[]().*†‡§↩\ufe0e\ufe0f^↑↵⏎⤴", c)
	}) == ""
}

// isBack reports whether a link leads from a note to its call.
func isBack(a *xmltree.Node) bool {
	words := strings.TrimSpace(a.Content())
	return strings.Contains(a.Any("role"), "backlink") || strings.Contains(typeOf(a), "backlink") ||
		strings.Contains(a.Any("href"), "#") && isSign(words)
}

// isLeft reports whether nothing is left of a document but its headings when the notes are
// taken out of it.
func (d *document) isLeft(taken map[*xmltree.Node]bool) bool {
	body := d.root.Child("body")
	if len(taken) == 0 || body == nil {
		return false
	}
	found, left := false, 0
	var visit func(n *xmltree.Node)
	visit = func(n *xmltree.Node) {
		for _, k := range n.Kids {
			switch {
			case taken[k]:
				found = true
			case k.Name == "":
				left += len(strings.TrimSpace(k.Text))
			case len(k.Name) == 2 && k.Name[0] == 'h':
			default:
				visit(k)
			}
		}
	}
	visit(body)
	return found && left <= few
}
