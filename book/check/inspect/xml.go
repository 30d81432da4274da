package inspect

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// Bounds of one document's tree, and of all trees together.
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

// A node is an element, or text when it has no name.
type node struct {
	space, name string
	attr        []xml.Attr
	text        string
	at          place
	parent      *node
	kids        []*node
}

// is reports whether n is the element.
func (n *node) is(space, name string) bool { return n.name == name && n.space == space }

// get returns the attribute without a name space.
func (n *node) get(name string) string {
	v, _ := n.lookup("", name)
	return v
}

func (n *node) lookup(space, name string) (string, bool) {
	for _, a := range n.attr {
		if a.Name.Space == space && a.Name.Local == name {
			return a.Value, true
		}
	}
	return "", false
}

// types are the words of epub:type.
func (n *node) types() []string {
	v, _ := n.lookup(nsOPS, "type")
	return strings.Fields(v)
}

// walk calls visit for n and all below it, in document order.
func (n *node) walk(visit func(*node)) {
	// The depth is bounded by maxDepth.
	visit(n)
	for _, k := range n.kids {
		k.walk(visit)
	}
}

// find returns the elements of the name below n, in document order.
func (n *node) find(space, name string) []*node {
	var list []*node
	n.walk(func(m *node) {
		if m.is(space, name) {
			list = append(list, m)
		}
	})
	return list
}

// first returns the first child element of the name, or nil.
func (n *node) first(space, name string) *node {
	for _, k := range n.kids {
		if k.is(space, name) {
			return k
		}
	}
	return nil
}

// inline are the elements that stand within a line; all others end words.
var inline = map[string]bool{
	"a": true, "abbr": true, "b": true, "bdi": true, "bdo": true, "cite": true, "code": true, "data": true, "del": true,
	"dfn": true, "em": true, "i": true, "img": true, "ins": true, "kbd": true, "mark": true, "q": true, "s": true, "samp": true,
	"small": true, "span": true, "strong": true, "sub": true, "sup": true, "time": true, "u": true, "var": true, "wbr": true,
}

// content is the text of n, with each run of white space as one space. It is
// what a listener hears: alternative texts of images count, and words of two
// blocks are apart.
func (n *node) content() string {
	var b strings.Builder
	n.spell(&b)
	return strings.Join(strings.Fields(b.String()), " ")
}

func (n *node) spell(b *strings.Builder) {
	if n.name == "" {
		b.WriteString(n.text)
		return
	}
	if n.name == "img" {
		b.WriteString(n.get("alt"))
	}
	if !inline[n.name] {
		b.WriteByte(' ')
		defer b.WriteByte(' ')
	}
	for _, k := range n.kids {
		k.spell(b)
	}
}

// A syntaxFault says why a document is not well-formed.
type syntaxFault struct {
	rule Rule
	at   place
	text string
}

// parseXML reads a document into a tree and returns its root. It takes what
// the tree has off the number of nodes that are left.
func parseXML(data []byte, left *int) (*node, *syntaxFault) {
	data, err := decodeUTF(data)
	if err != nil {
		return nil, &syntaxFault{epubXML, place{}, err.Error()}
	}
	p := &treeParser{dec: xml.NewDecoder(bytes.NewReader(data)), most: min(maxNodes, *left)}
	p.dec.CharsetReader = func(string, io.Reader) (io.Reader, error) {
		return nil, errors.New("the encoding is neither UTF-8 nor UTF-16")
	}
	defer func() { *left -= p.count }()
	for p.fault == nil {
		p.at.line, p.at.col = p.dec.InputPos()
		tok, err := p.dec.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			p.syntax(err)
			break
		}
		p.token(tok)
	}
	switch {
	case p.fault != nil:
		return nil, p.fault
	case p.root == nil:
		return nil, &syntaxFault{epubXML, place{}, "the document is empty"}
	}
	return p.root, nil
}

// decodeUTF returns the document in UTF-8, without its byte order mark.
func decodeUTF(data []byte) ([]byte, error) {
	switch {
	case bytes.HasPrefix(data, []byte("\xef\xbb\xbf")):
		data = data[3:]
	case bytes.HasPrefix(data, []byte("\xfe\xff")), bytes.HasPrefix(data, []byte("\xff\xfe")):
		return decodeUTF16(data), nil
	}
	if !utf8.Valid(data) {
		return nil, errors.New("the document is not in UTF-8")
	}
	return data, nil
}

// decodeUTF16 returns a document in UTF-8; its XML declaration goes, since it
// says otherwise.
func decodeUTF16(data []byte) []byte {
	high, low := 0, 1
	if data[0] == 0xff {
		high, low = 1, 0
	}
	units := make([]uint16, 0, len(data)/2)
	for i := 2; i+1 < len(data); i += 2 {
		units = append(units, uint16(data[i+high])<<8|uint16(data[i+low]))
	}
	out := []byte(string(utf16.Decode(units)))
	if bytes.HasPrefix(out, []byte("<?xml")) {
		if i := bytes.Index(out, []byte("?>")); i >= 0 {
			out = out[i+2:]
		}
	}
	return out
}

// A treeParser builds the tree of one document.
type treeParser struct {
	dec   *xml.Decoder
	at    place
	root  *node
	open  *node
	depth int
	count int
	most  int
	fault *syntaxFault
}

func (p *treeParser) fail(broken Rule, format string, args ...any) {
	if p.fault == nil {
		p.fault = &syntaxFault{broken, p.at, fmt.Sprintf(format, args...)}
	}
}

func (p *treeParser) syntax(err error) {
	var s *xml.SyntaxError
	if errors.As(err, &s) {
		p.at = place{line: s.Line}
		p.fail(epubXML, "not well-formed: %s", s.Msg)
		return
	}
	p.fail(epubXML, "not well-formed: %s", strings.TrimPrefix(err.Error(), "xml: "))
}

func (p *treeParser) token(tok xml.Token) {
	switch tok := tok.(type) {
	case xml.StartElement:
		p.start(tok)
	case xml.EndElement:
		p.open = p.open.parent
		p.depth--
	case xml.CharData:
		p.chars(tok)
	case xml.Directive:
		p.directive(string(tok))
	}
}

func (p *treeParser) add(n *node) {
	if p.count++; p.count > p.most {
		p.fail(epubBounds, "more than %d elements", p.most)
	}
	n.at, n.parent = p.at, p.open
	if p.open != nil {
		p.open.kids = append(p.open.kids, n)
	}
}

func (p *treeParser) start(e xml.StartElement) {
	if p.root != nil && p.open == nil {
		p.fail(epubXML, "not well-formed: a second root element, %s", e.Name.Local)
		return
	}
	p.names(e)
	n := &node{space: e.Name.Space, name: e.Name.Local, attr: e.Copy().Attr}
	p.add(n)
	if p.root == nil {
		p.root = n
	}
	p.open = n
	if p.depth++; p.depth > maxDepth {
		p.fail(epubBounds, "elements are nested more than %d deep", maxDepth)
	}
}

// names reports what encoding/xml lets pass: prefixes that nothing declares,
// and an attribute given twice.
func (p *treeParser) names(e xml.StartElement) {
	if undeclared(e.Name.Space) {
		p.fail(epubXML, "not well-formed: the prefix %s is not declared", e.Name.Space)
	}
	seen := make(map[xml.Name]bool, len(e.Attr))
	for _, a := range e.Attr {
		if a.Name.Space != "xmlns" && undeclared(a.Name.Space) {
			p.fail(epubXML, "not well-formed: the prefix %s is not declared", a.Name.Space)
		}
		if seen[a.Name] {
			p.fail(epubXML, "not well-formed: attribute %s twice", a.Name.Local)
		}
		seen[a.Name] = true
	}
}

// undeclared reports whether what should be the address of a name space is a
// bare prefix: encoding/xml leaves one as it is when nothing declares it.
func undeclared(space string) bool {
	return space != "" && space != "xmlns" && !strings.ContainsAny(space, ":/.")
}

func (p *treeParser) chars(text xml.CharData) {
	if p.open == nil {
		if len(bytes.TrimSpace(text)) > 0 {
			p.fail(epubXML, "not well-formed: text outside the root element")
		}
		return
	}
	p.add(&node{text: string(text)})
}

// directive reads a document type. The entities of XHTML 1.1 are known to the
// documents that name it, as EPUB 2 allows.
func (p *treeParser) directive(s string) {
	switch {
	case strings.Contains(s, "<!ENTITY"):
		p.fail(epubDoctype, "the document declares entities")
	case strings.Contains(s, "//DTD XHTML"):
		p.dec.Entity = xml.HTMLEntity
	}
}
