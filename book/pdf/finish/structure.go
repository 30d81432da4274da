package finish

import (
	"maps"
	"slices"
	"strconv"

	"octavo/book"
	"octavo/book/base/unit"
	"octavo/book/pdf/object"
	"octavo/book/typeset/document"
)

// leafSize is how many entries a leaf of a number or name tree has, and pages a node of
// the page tree. The standard sets no bound. By eye: larger leaves make a reader parse
// more to find one entry, smaller ones make more of them.
const leafSize = 64

// A structure writes a Tree.
type structure struct {
	*Tree
	w      *writer
	root   object.Ref    // the StructTreeRoot
	first  object.Ref    // of nodes[0]; the others follow
	pages  []object.Ref  // the page objects
	annots []object.Ref  // the link annotations
	tops   []unit.Length // heights of the pages, to turn boxes over
	vocabulary
}

// newStructure gives numbers to the root of a tree and its elements.
func newStructure(t *Tree, w *writer, standard book.Standard) *structure {
	s := &structure{Tree: t, w: w, root: w.alloc()}
	s.first = w.allocN(len(t.nodes))
	if standard == book.UA2 {
		s.vocabulary = s.vocabularyUA2()
	}
	return s
}

func (s *structure) ref(n int32) object.Ref { return s.first + object.Ref(n) }

// write puts the elements and the trees that lead to them (ISO 32000-1, 14.7).
//
// A screen reader goes from the root down to pieces of content, which it knows by page
// and number. A viewer that shows what is under the pointer goes the other way: from
// the page's number through the parent tree to the array of its elements, one for each
// piece of content, and from an annotation's number to its element. Both ways are
// written from the same nodes, so that they agree.
//
// Elements have consecutive numbers, so that the reference to a node is a sum and no
// map of a million entries is needed.
func (s *structure) write() {
	s.putElements()
	parents, next := s.parentTree()
	root := object.Dict{
		"Type": object.Name("StructTreeRoot"), "K": object.Array{s.ref(0)},
		"ParentTree": parents, "ParentTreeNextKey": object.Int(next),
	}
	if s.namespace != 0 {
		root["Namespaces"] = object.Array{s.namespace}
	} else if roles := s.roleMap(); len(roles) > 0 {
		root["RoleMap"] = roles
	}
	if ids := s.idTree(); ids != 0 {
		root["IDTree"] = ids
	}
	s.w.put(s.root, root)
}

// putElements puts an object for each node. There can be a million, so they are
// built without objects of their own.
func (s *structure) putElements() {
	for i := range s.nodes {
		n := &s.nodes[i]
		s.w.build(s.ref(int32(i)), func(dst []byte) []byte { return s.appendElement(dst, int32(i), n) })
	}
}

func (s *structure) appendElement(dst []byte, self int32, n *node) []byte {
	dst = append(dst, "<</Type/StructElem/S"...)
	dst = s.appendType(dst, n.elem.Type)
	parent := s.root
	if n.parent >= 0 {
		parent = s.ref(n.parent)
	}
	dst = parent.Append(append(dst, "/P "...))
	page := n.page()
	if page >= 0 {
		dst = s.pages[page].Append(append(dst, "/Pg "...))
	}
	dst = s.appendKids(dst, n.kids, page)
	dst = s.appendTexts(dst, n.elem)
	dst = s.appendRefs(dst, self)
	dst = s.appendAttributes(dst, n, page)
	return append(dst, ">>"...)
}

// page returns the page of the first content of n, -1 when it has none.
func (n *node) page() int32 {
	for _, k := range n.kids {
		if k.kind != kidNode {
			return k.page
		}
	}
	return -1
}

func (s *structure) appendKids(dst []byte, kids []kid, page int32) []byte {
	if len(kids) == 0 {
		return dst
	}
	dst = append(dst, "/K["...)
	for i, k := range kids {
		if i > 0 {
			dst = append(dst, ' ')
		}
		dst = s.appendKid(dst, k, page)
	}
	return append(dst, ']')
}

func (s *structure) appendKid(dst []byte, k kid, page int32) []byte {
	switch {
	case k.kind == kidNode:
		return s.ref(k.num).Append(dst)
	case k.kind == kidLink:
		dst = s.annots[k.num].Append(append(dst, "<</Type/OBJR/Obj "...))
	// Content on the element's own page is its number alone; on a later page, where the
	// element is divided, a dictionary names the page.
	case k.page == page:
		return strconv.AppendInt(dst, int64(k.num), 10)
	default:
		dst = append(dst, "<</Type/MCR/MCID "...)
		dst = strconv.AppendInt(dst, int64(k.num), 10)
	}
	dst = s.pages[k.page].Append(append(dst, "/Pg "...))
	return append(dst, ">>"...)
}

func (s *structure) appendTexts(dst []byte, e *document.Element) []byte {
	for _, entry := range [...]struct{ key, text string }{
		{"/Lang", e.Lang}, {"/Alt", e.Alt}, {"/ActualText", e.Actual}, {"/T", e.Title},
	} {
		if entry.text != "" {
			dst = object.Text(entry.text).Append(append(dst, entry.key...))
		}
	}
	if e.ID != "" {
		dst = object.String(e.ID).Append(append(dst, "/ID"...))
	}
	return dst
}

// appendAttributes appends the attributes that a type calls for (ISO 32000-1,
// 14.8.5).
func (s *structure) appendAttributes(dst []byte, n *node, page int32) []byte {
	start, e := len(dst), n.elem
	dst = append(dst, "/A"...)
	switch {
	case e.Type == "L" && e.Numbering != "":
		dst = append(dst, "<</O/List/ListNumbering"...)
		dst = object.Name(s.numbering(n)).Append(dst)
	case e.Type == "Note" && s.namespace != 0:
		dst = append(dst, "<</O/FENote/NoteType/Footnote"...)
	case e.Scope != "" || e.Cols > 1 || e.Rows > 1:
		dst = appendTable(dst, e)
	case e.Type == "Figure" && page >= 0:
		b, placement := e.BBox, "Block"
		if b == ([4]unit.Length{}) {
			b, placement = s.boxes[e], "Inline"
		}
		dst = append(append(dst, "<</O/Layout/Placement/"...), placement...)
		dst = append(dst, "/BBox"...)
		dst = box(b[0], s.tops[page]-b[3], b[2], s.tops[page]-b[1]).Append(dst)
	default:
		return dst[:start]
	}
	return append(dst, ">>"...)
}

func appendTable(dst []byte, e *document.Element) []byte {
	dst = append(dst, "<</O/Table"...)
	if e.Scope != "" {
		dst = object.Name(e.Scope).Append(append(dst, "/Scope"...))
	}
	if e.Cols > 1 {
		dst = object.Int(e.Cols).Append(append(dst, "/ColSpan "...))
	}
	if e.Rows > 1 {
		dst = object.Int(e.Rows).Append(append(dst, "/RowSpan "...))
	}
	return dst
}

// parentTree adds the number tree that leads from content and annotations back
// to their elements, and returns it with the next free key. A page's key is its
// index, an annotation's follows behind the pages.
func (s *structure) parentTree() (tree object.Ref, next int) {
	var leaves []object.Object
	total := len(s.Tree.pages) + len(s.links)
	for start := 0; start < total; start += leafSize {
		end := min(start+leafSize, total)
		leaf := s.w.alloc()
		s.w.build(leaf, func(dst []byte) []byte { return s.appendLeaf(dst, start, end) })
		leaves = append(leaves, leaf)
	}
	return s.w.add(object.Dict{"Kids": object.Array(leaves)}), total
}

func (s *structure) appendLeaf(dst []byte, start, end int) []byte {
	dst = append(dst, "<</Limits["...)
	dst = strconv.AppendInt(dst, int64(start), 10)
	dst = append(dst, ' ')
	dst = strconv.AppendInt(dst, int64(end-1), 10)
	dst = append(dst, "]/Nums["...)
	for key := start; key < end; key++ {
		dst = strconv.AppendInt(dst, int64(key), 10)
		dst = append(dst, ' ')
		if k := key - len(s.Tree.pages); k >= 0 {
			dst = append(s.ref(s.links[k]).Append(dst), ' ')
			continue
		}
		dst = append(dst, '[')
		for _, n := range s.Tree.pages[key] {
			dst = append(s.ref(n).Append(dst), ' ')
		}
		dst = append(dst, ']')
	}
	return append(dst, "]>>"...)
}

// idTree adds the name tree of the ids of elements; 0 when none has one.
func (s *structure) idTree() object.Ref {
	names := slices.Sorted(maps.Keys(s.ids))
	if len(names) == 0 {
		return 0
	}
	var leaves object.Array
	for part := range slices.Chunk(names, leafSize) {
		pairs := make(object.Array, 0, 2*len(part))
		for _, name := range part {
			pairs = append(pairs, object.String(name), s.ref(s.ids[name]))
		}
		limits := object.Array{object.String(part[0]), object.String(part[len(part)-1])}
		leaves = append(leaves, s.w.add(object.Dict{"Limits": limits, "Names": pairs}))
	}
	return s.w.add(object.Dict{"Kids": leaves})
}
