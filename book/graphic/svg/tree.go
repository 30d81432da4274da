package svg

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
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

// A node is an element or, with an empty name, a run of text.
type node struct {
	name     string // local name
	foreign  bool   // in a namespace other than SVG's
	attrs    []attr
	parent   *node
	children []*node
	text     string
	line     int
	col      int
}

// An attr is an attribute: space is "", "xlink", "xml", or "?" for a foreign
// namespace.
type attr struct{ space, name, value string }

// get returns the value of the attribute without namespace, "" when absent.
func (n *node) get(name string) string {
	for _, a := range n.attrs {
		if a.space == "" && a.name == name {
			return a.value
		}
	}
	return ""
}

// href returns the reference of a use, image, gradient or link.
func (n *node) href() string {
	for _, a := range n.attrs {
		if a.name == "href" && (a.space == "" || a.space == "xlink") {
			return strings.TrimSpace(a.value)
		}
	}
	return ""
}

// content returns the text within n and its children.
func (n *node) content() string {
	if n.name == "" {
		return n.text
	}
	var b strings.Builder
	for _, c := range n.children {
		b.WriteString(c.content())
	}
	return b.String()
}

// An encodingError is that of a file in another encoding.
type encodingError string

func (e encodingError) Error() string { return fmt.Sprintf("it is in %q, not in UTF-8", string(e)) }

// syntax words a fault of the XML reader for the author of the manuscript.
func syntax(err error) error {
	var e *xml.SyntaxError
	var other encodingError
	switch {
	case errors.As(err, &other):
		return other
	case errors.As(err, &e) && e.Msg == "unexpected EOF":
		return errors.New("the file is cut short")
	case errors.As(err, &e):
		return fmt.Errorf("line %d: %s", e.Line, e.Msg)
	}
	return err
}

// readTree reads data into a tree. It expands no entities but XML's own five,
// opens nothing, and fails on what exceeds the bounds.
func readTree(data []byte) (*node, error) {
	if len(data) > MaxBytes {
		return nil, fmt.Errorf("svg: file is larger than %d MB", MaxBytes>>20)
	}
	dec := xml.NewDecoder(bytes.NewReader(data))
	dec.CharsetReader = func(charset string, r io.Reader) (io.Reader, error) {
		return nil, encodingError(charset)
	}
	var r treeReader
	for {
		r.line, r.col = dec.InputPos()
		tok, err := dec.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("svg: %w", syntax(err))
		}
		if err := r.token(tok); err != nil {
			return nil, fmt.Errorf("svg: line %d, column %d: %w", r.line, r.col, err)
		}
	}
	if r.root == nil {
		return nil, errors.New("svg: no <svg> element")
	}
	return r.root, nil
}

type treeReader struct {
	root  *node
	open  []*node
	count int
	line  int // where the token began
	col   int
}

func (r *treeReader) token(tok xml.Token) error {
	switch tok := tok.(type) {
	case xml.StartElement:
		return r.start(tok)
	case xml.EndElement:
		r.open = r.open[:len(r.open)-1]
	case xml.CharData:
		return r.chars(string(tok))
	}
	return nil
}

func (r *treeReader) start(tok xml.StartElement) error {
	if len(r.open) >= maxDepth {
		return fmt.Errorf("elements are nested more than %d deep", maxDepth)
	}
	if err := r.more(); err != nil {
		return err
	}
	if len(tok.Attr) > maxAttrs {
		return fmt.Errorf("element has more than %d attributes", maxAttrs)
	}
	n := &node{name: tok.Name.Local, foreign: tok.Name.Space != nsSVG && tok.Name.Space != ""}
	n.line, n.col = r.line, r.col
	for _, a := range tok.Attr {
		if a.Name.Space == "xmlns" || a.Name.Space == "" && a.Name.Local == "xmlns" {
			continue
		}
		n.attrs = append(n.attrs, attr{attrSpace(a.Name.Space), a.Name.Local, a.Value})
	}
	n.attrs = firsts(n.attrs)
	switch {
	case len(r.open) > 0:
		n.parent = r.open[len(r.open)-1]
		n.parent.children = append(n.parent.children, n)
	case r.root != nil:
		return errors.New("more than one root element")
	case n.name != "svg" || n.foreign:
		return fmt.Errorf("root element is <%s>, not <svg>", n.name)
	default:
		r.root = n
	}
	r.open = append(r.open, n)
	return nil
}

func (r *treeReader) chars(s string) error {
	if len(r.open) == 0 {
		return nil
	}
	if err := r.more(); err != nil {
		return err
	}
	top := r.open[len(r.open)-1]
	top.children = append(top.children, &node{text: s, parent: top, line: r.line, col: r.col})
	return nil
}

func (r *treeReader) more() error {
	r.count++
	if r.count > maxElements {
		return fmt.Errorf("more than %d elements and texts", maxElements)
	}
	return nil
}

// firsts returns attrs without those whose name came before, which the decoder
// lets pass and XML does not.
func firsts(attrs []attr) []attr {
	kept := attrs[:0]
	for _, a := range attrs {
		if !slices.ContainsFunc(kept, func(b attr) bool { return a.space == b.space && a.name == b.name }) {
			kept = append(kept, a)
		}
	}
	return kept
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
	return "?"
}
