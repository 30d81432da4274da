package finish

import (
	"slices"

	"octavo/book/pdf/object"
	"octavo/book/typeset/document"
)

// roles says what the types of PDF 2.0 that elements may have are in PDF 1.7.
var roles = map[string]object.Name{"Aside": "Div", "Em": "Span", "Strong": "Span", "Title": "H1"}

// roleMap returns the roles of the types that the tree has.
func (s *structure) roleMap() object.Dict {
	m := object.Dict{}
	for i := range s.nodes {
		if role, ok := roles[s.nodes[i].elem.Type]; ok {
			m[object.Name(s.nodes[i].elem.Type)] = role
		}
	}
	return m
}

// types17 are the types that PDF 2.0 has in the namespace of PDF 1.7 alone, which is that of
// elements without a namespace (ISO 32000-2, 14.8.6).
var types17 = map[string]bool{
	"Art": true, "BlockQuote": true, "TOC": true, "TOCI": true, "Index": true, "Quote": true,
	"Reference": true, "BibEntry": true, "Code": true,
}

// A vocabulary is what PDF/UA-2 asks of a tree beyond PDF/UA-1; its zero value is that of
// PDF/UA-1.
type vocabulary struct {
	namespace object.Ref        // that of PDF 2.0; 0 in PDF 1.7
	refs      map[int32][]int32 // the nodes that a node refers to
	opens     []int32           // a node that begins on each page, or another of the page
}

// vocabularyUA2 puts the namespace and finds what refers to what: a call and its note to
// each other, and a line of the contents to what it names (PDF/UA-2, 8.2.5.8 and 8.2.5.14).
func (s *structure) vocabularyUA2() vocabulary {
	v := vocabulary{
		namespace: s.w.add(object.Dict{"Type": object.Name("Namespace"), "NS": object.String("http://iso.org/pdf2/ssn")}),
		refs:      map[int32][]int32{},
		opens:     s.openings(),
	}
	refer := func(from, to int32) {
		if list := v.refs[from]; !slices.Contains(list[max(len(list)-1, 0):], to) {
			v.refs[from] = append(list, to)
		}
	}
	s.vocabulary = v
	each := func(n int32, to *document.Dest) {
		if to == nil {
			return
		}
		if line := s.above(n, "TOCI"); line >= 0 {
			refer(line, s.landingNode(to))
		} else if note, ok := s.index[to.Elem]; ok && to.Elem.Type == "Note" {
			call := n
			if ref := s.above(n, "Reference"); ref >= 0 {
				call = ref
			}
			refer(call, note)
			refer(note, call)
		}
	}
	for i, n := range s.links {
		each(n, s.Tree.to[i])
	}
	for i := range s.nodes {
		each(int32(i), s.nodes[i].elem.To)
	}
	return v
}

// above returns the node of the type not far above n, -1 when there is none.
func (s *structure) above(n int32, typ string) int32 {
	for range 3 {
		if n = s.nodes[n].parent; n < 0 || s.nodes[n].elem.Type == typ {
			return n
		}
	}
	return -1
}

// openings returns for each page the first node with content that begins on it, or the first
// of those that go on, or the root.
func (s *structure) openings() []int32 {
	list := make([]int32, len(s.Tree.pages))
	for i, nodes := range s.Tree.pages {
		at := slices.IndexFunc(nodes, func(n int32) bool { return s.nodes[n].page() == int32(i) })
		if len(nodes) > 0 {
			list[i] = nodes[max(at, 0)]
		}
	}
	return list
}

// landing returns the element that a destination leads to.
func (s *structure) landing(to *document.Dest) object.Ref { return s.ref(s.landingNode(to)) }

// landingNode returns the node of the element at a place, when it begins on the page of that
// place: a reader goes to the page where the element begins.
func (s *structure) landingNode(to *document.Dest) int32 {
	if n, ok := s.index[to.Elem]; ok && s.begins(n) == int32(to.Page) {
		return n
	}
	return s.opens[to.Page]
}

// begins returns the page on which the content of a node begins, -1 for none.
func (s *structure) begins(n int32) int32 {
	for {
		kids := s.nodes[n].kids
		switch {
		case len(kids) == 0:
			return -1
		case kids[0].kind != kidNode:
			return kids[0].page
		}
		n = kids[0].num
	}
}

// appendType appends the type of an element as the vocabulary names it.
func (s *structure) appendType(dst []byte, typ string) []byte {
	if s.namespace == 0 {
		return object.Name(typ).Append(dst)
	}
	if typ == "Note" {
		typ = "FENote"
	}
	dst = object.Name(typ).Append(dst)
	if types17[typ] {
		return dst
	}
	return s.namespace.Append(append(dst, "/NS "...))
}

func (s *structure) appendRefs(dst []byte, n int32) []byte {
	list := s.refs[n]
	if len(list) == 0 {
		return dst
	}
	dst = append(dst, "/Ref["...)
	for i, to := range list {
		if i > 0 {
			dst = append(dst, ' ')
		}
		dst = s.ref(to).Append(dst)
	}
	return append(dst, ']')
}

// numbering returns the ListNumbering of a list. A list with labels that do not count has
// another in PDF/UA-2 (8.2.5.25), which knows labels that are what the items describe.
func (s *structure) numbering(list *node) string {
	if s.namespace == 0 || list.elem.Numbering != "None" {
		return list.elem.Numbering
	}
	for _, item := range list.kids {
		if item.kind != kidNode {
			continue
		}
		for _, k := range s.nodes[item.num].kids {
			if k.kind == kidNode && s.nodes[k.num].elem.Type == "Lbl" {
				return "Description"
			}
		}
	}
	return "None"
}
