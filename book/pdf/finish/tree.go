package finish

import (
	"errors"
	"fmt"

	"octavo/book/base/unit"
	"octavo/book/typeset/document"
)

// maxAncestors bounds the depth of the structure tree, far above that of any book: elements
// whose parents are a circle end in ErrOutside, not in a loop.
const maxAncestors = 1000

// ErrOutside says that an element does not descend from the tree's root.
var ErrOutside = errors.New("structure element outside the tree")

// A Tree is the structure tree in the making. An element joins its parent at
// its first content, so the order of calls is the reading order.
//
// Invariant: every marked-content id of a page belongs to one element.
type Tree struct {
	nodes []node // nodes[0] is the root
	index map[*document.Element]int32
	pages [][]int32        // the node of each marked-content id, by page
	links []int32          // the node of each link annotation, in order
	to    []*document.Dest // where each link annotation leads; nil for what leads out of the document
	ids   map[string]int32
	boxes map[*document.Element][4]unit.Length // of figures that have none of their own
}

// A node is an element that has found its place.
type node struct {
	elem   *document.Element
	parent int32
	kids   []kid
}

// A kid is a child node, a piece of marked content or a link annotation.
type kid struct {
	kind kidKind
	page int32 // of content or annotation
	num  int32 // node, marked-content id, or number of the annotation
}

type kidKind uint8

const (
	kidNode kidKind = iota
	kidContent
	kidLink
)

// NewTree returns a tree over pages pages that has only its root.
func NewTree(root *document.Element, pages int) *Tree {
	t := &Tree{
		nodes: []node{{elem: root, parent: -1}},
		index: map[*document.Element]int32{root: 0},
		pages: make([][]int32, pages),
		ids:   map[string]int32{},
		boxes: map[*document.Element][4]unit.Length{},
	}
	if root.ID != "" {
		t.ids[root.ID] = 0
	}
	return t
}

// Mark gives e its place in the reading order.
func (t *Tree) Mark(e *document.Element) error {
	_, err := t.place(e)
	return err
}

// Content adds the next piece of content of a page to e and returns its
// marked-content id.
func (t *Tree) Content(e *document.Element, page int) (int, error) {
	n, err := t.place(e)
	if err != nil {
		return 0, err
	}
	id := len(t.pages[page])
	t.pages[page] = append(t.pages[page], n)
	t.nodes[n].kids = append(t.nodes[n].kids, kid{kidContent, int32(page), int32(id)})
	return id, nil
}

// Box says where on its page a picture of e is. The box counts when e has none of its
// own, as a picture within a line: a Figure must have a box.
func (t *Tree) Box(e *document.Element, box [4]unit.Length) { t.boxes[e] = box }

// Link adds the next link annotation of the document, which is on the page. A
// screen reader finds it as the object of a Link element (PDF/UA-1, 7.18.5), so
// an e of another type gets one within it. The annotation leads to the place to; nil
// when it leads out of the document.
func (t *Tree) Link(e *document.Element, page int, to *document.Dest) error {
	n, err := t.place(e)
	if err != nil {
		return err
	}
	if e.Type != "Link" {
		n = t.inner(n)
	}
	t.nodes[n].kids = append(t.nodes[n].kids, kid{kidLink, int32(page), int32(len(t.links))})
	t.links = append(t.links, n)
	t.to = append(t.to, to)
	return nil
}

// inner returns the Link element that was made within the node n, and makes it at
// the first call. A link that is broken over two lines has two annotations, which follow
// one another and share the element. An element that was made here is known by having no
// place in index, which holds the elements of layout alone.
func (t *Tree) inner(n int32) int32 {
	kids := t.nodes[n].kids
	if len(kids) > 0 {
		if last := kids[len(kids)-1]; last.kind == kidNode {
			if _, given := t.index[t.nodes[last.num].elem]; !given {
				return last.num
			}
		}
	}
	made := document.NewElement(t.nodes[n].elem, "Link")
	return t.join(made, n)
}

// place returns the node of e, which joins its parent now if it has not yet.
func (t *Tree) place(e *document.Element) (int32, error) {
	if n, ok := t.index[e]; ok {
		return n, nil
	}
	var path []*document.Element // from e up to what has no place yet
	n := int32(-1)
	for a := e; n < 0; a = a.Parent {
		if a == nil || len(path) > maxAncestors {
			return 0, ErrOutside
		}
		if at, ok := t.index[a]; ok {
			n = at
			break
		}
		path = append(path, a)
	}
	for i := len(path) - 1; i >= 0; i-- {
		n = t.join(path[i], n)
		t.index[path[i]] = n
		if err := t.name(path[i], n); err != nil {
			return 0, err
		}
	}
	return n, nil
}

// join adds a node for e as the last kid of parent.
func (t *Tree) join(e *document.Element, parent int32) int32 {
	n := int32(len(t.nodes))
	t.nodes = append(t.nodes, node{elem: e, parent: parent})
	t.nodes[parent].kids = append(t.nodes[parent].kids, kid{kind: kidNode, num: n})
	return n
}

// types are the structure types that elements may have: those of ISO 32000-1, 14.8.4, and
// those that roles maps to them.
var types = map[string]bool{
	"Document": true, "Part": true, "Art": true, "Sect": true, "Div": true, "BlockQuote": true,
	"Caption": true, "TOC": true, "TOCI": true, "Index": true, "NonStruct": true,
	"P": true, "H": true, "H1": true, "H2": true, "H3": true, "H4": true, "H5": true, "H6": true,
	"L": true, "LI": true, "Lbl": true, "LBody": true,
	"Table": true, "TR": true, "TH": true, "TD": true, "THead": true, "TBody": true, "TFoot": true,
	"Span": true, "Quote": true, "Note": true, "Reference": true, "BibEntry": true, "Code": true,
	"Link": true, "Figure": true, "Formula": true, "Ruby": true, "RB": true, "RT": true,
	"Aside": true, "Em": true, "Strong": true, "Title": true,
}

// name checks the type of e and records its id.
func (t *Tree) name(e *document.Element, n int32) error {
	if !types[e.Type] {
		return fmt.Errorf("structure type %q is not of the standard", e.Type)
	}
	if e.ID == "" {
		if e.Type == "Note" { // PDF/UA-1, 7.9
			return errors.New("a Note without an id")
		}
		return nil
	}
	if _, twice := t.ids[e.ID]; twice {
		return fmt.Errorf("two structure elements with the id %q", e.ID)
	}
	t.ids[e.ID] = n
	return nil
}
