package inspect

import (
	"errors"
	"strings"

	"octavo/book/markup/xmltree"
)

// Bounds of one document's tree, and of all trees together. Generous: a chapter has some
// thousand nodes and ten levels. A node takes some hundred bytes, so that the nodes of all
// trees are held to about half a gigabyte.
const (
	maxNodes    = 400_000
	maxDepth    = 2_000
	maxAllNodes = 5_000_000
)

// Name spaces.
const (
	nsXHTML = "http://www.w3.org/1999/xhtml"
	nsOPS   = "http://www.idpf.org/2007/ops"
	nsOPF   = "http://www.idpf.org/2007/opf"
	nsDC    = "http://purl.org/dc/elements/1.1/"
	nsNCX   = "http://www.daisy.org/z3986/2005/ncx/"
	nsSVG   = "http://www.w3.org/2000/svg"
	nsMath  = "http://www.w3.org/1998/Math/MathML"
	nsXLink = "http://www.w3.org/1999/xlink"
	nsXML   = "http://www.w3.org/XML/1998/namespace"
)

type node = xmltree.Node

// types are the words of epub:type.
func types(n *node) []string {
	v, _ := n.Lookup(nsOPS, "type")
	return strings.Fields(v)
}

// inline are the elements that stand within a line; all others end words.
var inline = map[string]bool{
	"a": true, "abbr": true, "b": true, "bdi": true, "bdo": true, "cite": true, "code": true, "data": true, "del": true,
	"dfn": true, "em": true, "i": true, "img": true, "ins": true, "kbd": true, "mark": true, "q": true, "s": true, "samp": true,
	"small": true, "span": true, "strong": true, "sub": true, "sup": true, "time": true, "u": true, "var": true, "wbr": true,
}

// content is the text of n as a listener hears it, with each run of white space as one
// space: alternative texts of images count, and words of two blocks are apart.
func content(n *node) string {
	var b strings.Builder
	spell(n, &b)
	return strings.Join(strings.Fields(b.String()), " ")
}

func spell(n *node, b *strings.Builder) {
	if n.Name == "" {
		b.WriteString(n.Text)
		return
	}
	if n.Name == "img" {
		b.WriteString(n.Get("alt"))
	}
	if !inline[n.Name] {
		b.WriteByte(' ')
		defer b.WriteByte(' ')
	}
	for _, k := range n.Kids {
		spell(k, b)
	}
}

// A syntaxFault says why a document is not well-formed.
type syntaxFault struct {
	rule Rule
	at   place
	text string
}

// parseXML reads a document into a tree and returns its root. left is the number of nodes
// that all trees may still have; the nodes of this tree are taken off it.
func parseXML(data []byte, left *int) (*node, *syntaxFault) {
	root, err := xmltree.Parse(data, xmltree.Options{Rigor: xmltree.Strict, MaxDepth: maxDepth, MaxNodes: maxNodes, Left: left})
	var f *xmltree.Fault
	if !errors.As(err, &f) {
		return root, nil
	}
	at := place{f.Line, f.Col}
	switch {
	case f.Kind == xmltree.Bounds:
		return nil, &syntaxFault{epubBounds, at, f.Msg}
	case f.Kind == xmltree.Entities:
		return nil, &syntaxFault{epubDoctype, at, f.Msg}
	case f.Kind == xmltree.Empty:
		return nil, &syntaxFault{epubXML, at, "the document is empty"}
	case f.Kind == xmltree.Encoding && f.Charset == "":
		return nil, &syntaxFault{epubXML, at, f.Msg}
	}
	return nil, &syntaxFault{epubXML, at, "not well-formed: " + f.Msg}
}
