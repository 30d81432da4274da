package theme

import (
	"octavo/book"
	"octavo/book/yaml"
)

// maxDepth is how deep the maps of a theme nest.
const maxDepth = 4

// A node is an entry of a map: a key with a scalar or with a map.
type node struct {
	key, value string
	line       int
	kids       []*node
}

// read reads a theme as maps of scalars.
func read(file string, data []byte) (*node, []book.Diagnostic) {
	doc := yaml.Parse(file, data, 1)
	root := &node{}
	root.fill(doc.Root, 0)
	return root, doc.Diagnostics()
}

func (n *node) fill(v yaml.Value, depth int) {
	if v.Kind() == yaml.Scalar && depth > 0 {
		n.value = v.Text()
		return
	}
	if depth > maxDepth {
		v.Errorf("theme-value", "", "maps are nested too deep")
		return
	}
	for _, e := range v.Entries() {
		kid := &node{key: e.Key, line: e.At.Pos().Line}
		kid.fill(e.Value, depth+1)
		n.kids = append(n.kids, kid)
	}
}
