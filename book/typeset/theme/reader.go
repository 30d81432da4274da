package theme

import (
	"octavo/book"
	"octavo/book/base/rule"
	"octavo/book/markup/yaml"
)

// maxDepth is how deep the maps of a theme nest.
const maxDepth = 4

// A node is an entry of a map: a key with a scalar or with a map.
type node struct {
	key, value string
	pos        book.Pos // of the key
	kids       []*node
}

// read reads a theme as maps of scalars.
func read(file string, data []byte) (*node, []book.Diagnostic) {
	doc := yaml.Parse(file, data, 1)
	root := &node{pos: book.Pos{File: file}}
	root.fill(doc.Root, 0)
	return root, doc.Diagnostics()
}

func (n *node) fill(v yaml.Value, depth int) {
	if v.Kind() == yaml.Scalar && depth > 0 {
		n.value = v.Text()
		return
	}
	if depth > maxDepth {
		v.Report(rule.ThemeValue.At(v.Pos(), "leave out some of the levels", "keys are nested too deep"))
		return
	}
	for _, e := range v.Entries() {
		kid := &node{key: e.Key, pos: e.At.Pos()}
		kid.fill(e.Value, depth+1)
		n.kids = append(n.kids, kid)
	}
}

// kid returns the entry of a key, nil when there is none.
func (n *node) kid(key string) *node {
	for _, k := range n.kids {
		if k.key == key {
			return k
		}
	}
	return nil
}

// at returns the scalar at a path of keys, "" when there is none.
func (n *node) at(path ...string) string {
	for _, key := range path {
		if n = n.kid(key); n == nil {
			return ""
		}
	}
	return n.value
}

// under returns base with what n says in place of what base says, map by map.
// Neither is changed.
func (n *node) under(base *node) *node {
	out := *base
	out.value, out.pos = n.value, n.pos
	out.kids = make([]*node, len(base.kids))
	copy(out.kids, base.kids)
	for _, kid := range n.kids {
		found := false
		for i, k := range out.kids {
			if k.key == kid.key {
				out.kids[i], found = kid.over(k), true
			}
		}
		if !found {
			out.kids = append(out.kids, kid)
		}
	}
	return &out
}

// over is under for entries: only a map goes into a map.
func (n *node) over(base *node) *node {
	if n.kids == nil || base.kids == nil {
		return n
	}
	return n.under(base)
}
