package ebook

import (
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"

	"octavo/book/markup/xmltree"
)

// divide parts documents that hold several chapters, as those of word processors do: before
// each place at which, by the contents, a chapter begins, and in a document that the
// contents do not name before each <h1>.
func (b *ebook) divide() {
	begins := b.chapters()
	var spine []*document
	for _, d := range b.spine {
		spine = append(spine, b.parts(d, begins)...)
	}
	b.spine = spine
}

// chapters returns the entries of the contents that are chapters: those of the first rank,
// and those below an entry that has no text but its title, which is a part of the book.
func (b *ebook) chapters() map[int]bool {
	size := b.sizes()
	out := map[int]bool{}
	var above []int // the entries around the one at hand, by rank
	for i, e := range b.entries {
		above = above[:min(e.depth, len(above))]
		n := len(above)
		out[i] = n == 0 || out[above[n-1]] && size[above[n-1]] <= len(b.entries[above[n-1]].title)+few
		above = append(above, i)
	}
	return out
}

// few is the text, in bytes, that stands in a document which is as good as empty: a number, a
// rule.
const few = 16

// sizes returns how much text stands between the place of each entry and the next one.
func (b *ebook) sizes() map[int]int {
	size := map[int]int{}
	for _, d := range b.spine {
		at, begins := -1, d.entries(b)
		if whole, ok := begins[d.root]; ok {
			at = whole
		}
		body := d.root.Child("body")
		if body == nil {
			continue
		}
		body.Walk(func(n *xmltree.Node) {
			if i, ok := begins[n]; ok {
				at = i
			}
			if n.Name == "" && at >= 0 && (n.Parent == nil || level(n.Parent) == 0) {
				size[at] += len(strings.TrimSpace(n.Text))
			}
		})
	}
	return size
}

// entries returns the entries that lead into a document by their places, the root for the
// whole of it.
func (d *document) entries(b *ebook) map[*xmltree.Node]int {
	out := map[*xmltree.Node]int{}
	for _, i := range b.leading[d.path] {
		at := d.root
		if id := b.entries[i].id; id != "" && d.ids[id] != nil {
			at = d.ids[id]
		}
		if _, ok := out[at]; !ok {
			out[at] = i
		}
	}
	return out
}

// maxParts bounds the parts of a document: a file of all psalms has 150.
const maxParts = 1_000

// parts returns the parts of a document, d itself as the first, with their titles.
func (b *ebook) parts(d *document, begins map[int]bool) []*document {
	body := d.root.Child("body")
	if body == nil || d.page != nil {
		return []*document{d}
	}
	own := len(b.leading[d.path]) == 0
	places := d.entries(b)
	from := outermost(body, func(n *xmltree.Node) bool {
		_, named := places[n]
		return named || own && n.Name == "h1"
	})
	titles := map[*xmltree.Node]string{}
	// Of several entries that lead to one beginning the last one counts, which is the chapter of a part.
	for _, at := range slices.SortedFunc(maps.Keys(places), func(x, y *xmltree.Node) int { return places[x] - places[y] }) {
		switch i := places[at]; {
		case !begins[i]:
		case at == d.root:
			d.title = b.entries[i].title
		default:
			titles[from.of(at)] = b.entries[i].title
		}
	}
	var cuts []*xmltree.Node
	any := false // whether there is text above
	body.Walk(func(n *xmltree.Node) {
		title, named := titles[n]
		switch {
		case n.Name == "" && strings.TrimSpace(n.Text) != "" && (!own || !inHeading(n)):
			any = true
		case named && !any && n.Name != "":
			d.title = title // the first chapter of the document
		case any && (named || own && n.Name == "h1" && !inHeading(n)) && len(cuts) < maxParts:
			cuts, any = append(cuts, n), own && n.Name != "h1"
		}
	})
	out := []*document{d}
	for k := len(cuts) - 1; k >= 0; k-- {
		part := b.cut(d, from.of(cuts[k]), k+2)
		part.title = titles[cuts[k]]
		out = append(out, part)
	}
	slices.Reverse(out[1:])
	b.documents[d.path] = out
	return out
}

// inHeading reports whether a node stands in a heading.
func inHeading(n *xmltree.Node) bool {
	for n = n.Parent; n != nil; n = n.Parent {
		if level(n) > 0 {
			return true
		}
	}
	return false
}

// beginnings are the outermost elements that begin with others.
type beginnings map[*xmltree.Node]*xmltree.Node

// of returns the outermost element that begins with n.
func (b beginnings) of(n *xmltree.Node) *xmltree.Node {
	if outer := b[n]; outer != nil {
		return outer
	}
	return n
}

// outermost returns the beginnings with the elements that are wanted, in one walk: a document
// may have thousands of places.
func outermost(body *xmltree.Node, wanted func(*xmltree.Node) bool) beginnings {
	out := beginnings{}
	var outer *xmltree.Node // the outermost of the open elements that have shown nothing yet
	var visit func(n *xmltree.Node)
	visit = func(n *xmltree.Node) {
		for _, k := range n.Kids {
			if outer == nil && k.Name != "" {
				outer = k
			}
			if wanted(k) {
				out[k] = outer
			}
			visit(k)
			if outer == k || k.Name == "img" || strings.TrimSpace(k.Text) != "" {
				outer = nil
			}
		}
	}
	visit(body)
	return out
}

// cut takes what stands from a node on out of a document, as a document with the elements
// around it once more.
func (b *ebook) cut(d *document, at *xmltree.Node, number int) *document {
	body := d.root.Child("body")
	var right *xmltree.Node // what has been cut off, in the element that is being cut
	for n := at; n != body; {
		parent := n.Parent
		from := slices.Index(parent.Kids, n)
		kids := slices.Clone(parent.Kids[from:])
		parent.Kids = parent.Kids[:from]
		if right != nil { // n is cut itself: its beginning stays
			parent.Kids, kids[0] = append(parent.Kids, n), right
		}
		right = shell(parent)
		for _, k := range kids {
			k.Parent = right
		}
		right.Kids = kids
		n = parent
	}
	root := shell(d.root)
	for _, k := range d.root.Kids {
		if k == body {
			k, right.Parent = right, root
		}
		root.Kids = append(root.Kids, k)
	}
	part := &document{path: d.path, root: root, divided: true, ids: map[string]*xmltree.Node{}}
	ext := path.Ext(d.path)
	part.name = strings.TrimSuffix(d.path, ext) + ".part" + strconv.Itoa(number) + ext
	right.Walk(func(k *xmltree.Node) {
		if id := k.Any("id"); id != "" && d.ids[id] == k {
			part.ids[id] = k
			delete(d.ids, id)
		}
	})
	d.divided = true
	return part
}

// shell returns an element without what is in it and without its name for links.
func shell(n *xmltree.Node) *xmltree.Node {
	out := &xmltree.Node{Name: n.Name, Space: n.Space, Line: n.Line, Col: n.Col}
	for _, a := range n.Attr {
		if a.Name != "id" {
			out.Attr = append(out.Attr, a)
		}
	}
	return out
}

// place returns the document and the element that a link of a document leads to; the element
// is nil for a whole document, and both are for what is not of the book.
func (b *ebook) place(from *document, href string) (*document, *xmltree.Node) {
	name, id, _ := strings.Cut(href, "#")
	if strings.Contains(name, ":") {
		return nil, nil
	}
	list := b.documents[from.path]
	if name != "" {
		list = b.documents[join(from.path, name)]
	}
	for _, d := range list {
		if n := d.ids[id]; n != nil {
			return d, n
		}
	}
	if len(list) == 0 {
		return nil, nil
	}
	return list[0], nil
}

// lead gives the links of documents that have been divided or joined the places where their
// targets are now.
func (b *ebook) lead() {
	for _, d := range b.spine {
		orEmpty(d.root.Child("body")).Walk(func(a *xmltree.Node) {
			_, id, ok := strings.Cut(a.Any("href"), "#")
			if a.Name != "a" || !ok && !d.divided {
				return
			}
			to, n := b.place(d, a.Any("href"))
			switch {
			case n == nil:
			case to == d:
				set(a, "href", "#"+id)
			case to.name != "":
				set(a, "href", strings.Repeat("../", strings.Count(d.path, "/"))+to.name+"#"+id)
			case to.path == d.path:
				set(a, "href", path.Base(d.path)+"#"+id)
			}
		})
	}
}
