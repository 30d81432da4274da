package svg

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"octavo/book/markup/xmltree"
)

// The bounds of a file, far above what a figure needs.
const (
	MaxBytes    = 8 << 20
	maxElements = 100_000
	maxDepth    = 200
	maxAttrs    = 200
)

const (
	nsSVG   = "http://www.w3.org/2000/svg"
	nsXLink = "http://www.w3.org/1999/xlink"
	nsXML   = "http://www.w3.org/XML/1998/namespace"
)

// A node is an element or, with an empty name, a run of text. Its space is "" in
// SVG's name space and that of its attributes "", "xlink" or "xml"; otherwise it
// is [foreignSpace].
type (
	node = xmltree.Node
	attr = xmltree.Attr
)

const foreignSpace = "?"

func foreign(n *node) bool { return n.Space != "" }

// href returns the reference of a use, image, gradient or link.
func href(n *node) string {
	for _, a := range n.Attr {
		if a.Name == "href" && (a.Space == "" || a.Space == "xlink") {
			return strings.TrimSpace(a.Value)
		}
	}
	return ""
}

// readTree reads data into a tree. It expands no entities but XML's own five,
// opens nothing, and fails on what exceeds the bounds.
func readTree(data []byte) (*node, error) {
	if len(data) > MaxBytes {
		return nil, fmt.Errorf("svg: file is larger than %d MB", MaxBytes>>20)
	}
	root, err := xmltree.Parse(data, xmltree.Options{
		Rigor: xmltree.Plain, MaxDepth: maxDepth, MaxNodes: maxElements, MaxAttrs: maxAttrs, Root: isSVG,
	})
	var f *xmltree.Fault
	if errors.As(err, &f) {
		return nil, syntax(f)
	}
	root.Walk(localize)
	return root, err
}

func isSVG(n *node) error {
	if n.Name != "svg" || n.Space != nsSVG && n.Space != "" {
		return fmt.Errorf("root element is <%s>, not <svg>", n.Name)
	}
	return nil
}

// syntax words a fault for the author of the manuscript.
func syntax(f *xmltree.Fault) error {
	switch {
	case f.Kind == xmltree.Encoding:
		return fmt.Errorf("svg: it is in %q, not in UTF-8", f.Charset)
	case f.Kind == xmltree.Cut:
		return errors.New("svg: the file is cut short")
	case f.Kind == xmltree.Empty:
		return errors.New("svg: no <svg> element")
	case f.Col == 0:
		return fmt.Errorf("svg: line %d: %s", f.Line, f.Msg)
	}
	return fmt.Errorf("svg: line %d, column %d: %s", f.Line, f.Col, f.Msg)
}

// localize gives n and its attributes the short names of their name spaces, and
// takes declarations of these away.
func localize(n *node) {
	if n.Name != "" && n.Space != "" {
		n.Space = map[bool]string{true: "", false: foreignSpace}[n.Space == nsSVG]
	}
	kept := n.Attr[:0]
	for _, a := range n.Attr {
		if a.Space == "xmlns" || a.Space == "" && a.Name == "xmlns" {
			continue
		}
		// Of two attributes that have come to share a name the first counts.
		a.Space = attrSpace(a.Space)
		if !slices.ContainsFunc(kept, func(b attr) bool { return a.Space == b.Space && a.Name == b.Name }) {
			kept = append(kept, a)
		}
	}
	n.Attr = kept
}

func attrSpace(space string) string {
	switch space {
	case "", nsSVG:
		return ""
	case nsXLink, "xlink":
		return "xlink"
	case nsXML, "xml":
		return "xml"
	}
	return foreignSpace
}
