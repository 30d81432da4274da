package xmltree

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
)

const (
	// MaxDepth is the deepest nesting of elements, unless something else is asked for. Real
	// documents have some tens of levels; each is a call of [Node.Walk].
	MaxDepth = 256
	// MaxNodes is the number of elements and texts that are read, unless something else is
	// asked for. A node takes 120 bytes besides its names and texts: at the bound a tree
	// takes some 100 MB.
	MaxNodes = 700_000
)

// A Rigor says how strictly a document is read.
type Rigor uint8

const (
	// Loose is for documents whose bytes are in UTF-8 whatever they say, with HTML's
	// entities, as feeds use them, and with whatever follows the root.
	Loose Rigor = iota
	// Plain is for UTF-8, one root and XML's own entities; declarations of others are
	// passed over.
	Plain
	// Strict is for what XML and Namespaces in XML ask for, in UTF-8 or UTF-16. HTML's
	// entities are known to documents that name a document type of XHTML.
	Strict
)

// Options are how a document is read. Bounds that are 0 are those of this package.
type Options struct {
	Rigor    Rigor
	MaxDepth int
	MaxNodes int
	MaxAttrs int               // of one element; 0 for any number
	Left     *int              // unless nil, the nodes that are left for all documents: those of this one are taken off
	Root     func(*Node) error // unless nil, judges the root before the rest is read
}

// A Kind is a kind of faults.
type Kind uint8

const (
	Syntax   Kind = iota // the document is not well-formed
	Cut                  // the document ends too early
	Encoding             // the document is in another encoding
	Empty                // there is no element in the document
	Bounds               // the document is larger than what is read
	Entities             // the document declares entities
	Root                 // the root is not the element that was asked for
)

// A Fault says why a document cannot be read.
type Fault struct {
	Kind    Kind
	Line    int // 0 when it is not known
	Col     int // 0 when only the line is
	Msg     string
	Charset string // of Encoding: the encoding that the document names
}

// Error returns the fault in one line.
func (f *Fault) Error() string {
	switch {
	case f.Line == 0 || f.Kind == Bounds || f.Kind == Entities:
		return f.Msg
	case f.Kind == Syntax || f.Kind == Cut:
		return fmt.Sprintf("line %d is no XML: %s", f.Line, f.Msg)
	}
	return fmt.Sprintf("line %d: %s", f.Line, f.Msg)
}

// Parse reads a document and returns its root element, or a [*Fault].
func Parse(data []byte, opt Options) (*Node, error) {
	r := &reader{opt: opt, depth: orElse(opt.MaxDepth, MaxDepth), most: orElse(opt.MaxNodes, MaxNodes)}
	if opt.Left != nil {
		r.most = min(r.most, *opt.Left)
		defer func() { *opt.Left -= r.count }()
	}
	if opt.Rigor == Strict {
		var err error
		if data, err = decodeUTF(data); err != nil {
			return nil, &Fault{Kind: Encoding, Msg: err.Error()}
		}
	}
	r.dec = xml.NewDecoder(bytes.NewReader(data))
	r.dec.CharsetReader = r.charset
	if opt.Rigor == Loose {
		r.dec.Entity = xml.HTMLEntity
	}
	for {
		r.line, r.col = r.dec.InputPos()
		tok, err := r.dec.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, r.syntax(err)
		}
		if f := r.token(tok); f != nil {
			return nil, f
		}
	}
	if r.root == nil {
		return nil, &Fault{Kind: Empty, Msg: "there is no element in it"}
	}
	return r.root, nil
}

func orElse(n, other int) int {
	if n == 0 {
		return other
	}
	return n
}

// A reader builds the tree of one document.
type reader struct {
	opt   Options
	dec   *xml.Decoder
	root  *Node
	open  []*Node
	depth int // at most
	most  int // nodes
	count int
	line  int // where the token at hand begins
	col   int
}

// A charsetError is the error of a document in another encoding.
type charsetError string

func (e charsetError) Error() string {
	return fmt.Sprintf("opening charset %q: the encoding is neither UTF-8 nor UTF-16", string(e))
}

func (r *reader) charset(name string, in io.Reader) (io.Reader, error) {
	if r.opt.Rigor == Loose {
		return in, nil // decoded already
	}
	return nil, charsetError(name)
}

// fail returns a fault of the token at hand.
func (r *reader) fail(kind Kind, format string, args ...any) *Fault {
	return &Fault{Kind: kind, Line: r.line, Col: r.col, Msg: fmt.Sprintf(format, args...)}
}

// syntax returns the fault of an error of the decoder.
func (r *reader) syntax(err error) *Fault {
	var e *xml.SyntaxError
	var other charsetError
	switch {
	case errors.As(err, &other):
		f := r.fail(Encoding, "%v", other)
		f.Charset = string(other)
		return f
	case errors.As(err, &e) && e.Msg == "unexpected EOF":
		return &Fault{Kind: Cut, Line: e.Line, Msg: e.Msg}
	case errors.As(err, &e):
		return &Fault{Kind: Syntax, Line: e.Line, Msg: strings.Join(strings.Fields(e.Msg), " ")}
	}
	return r.fail(Syntax, "%s", strings.TrimPrefix(err.Error(), "xml: "))
}

func (r *reader) token(tok xml.Token) *Fault {
	switch tok := tok.(type) {
	case xml.StartElement:
		return r.start(tok)
	case xml.EndElement:
		r.open = r.open[:len(r.open)-1]
	case xml.CharData:
		return r.chars(tok)
	case xml.Directive:
		return r.directive(string(tok))
	}
	return nil
}

// add puts a node in its place.
func (r *reader) add(n *Node) *Fault {
	if r.count++; r.count > r.most {
		return r.fail(Bounds, "more than %d elements and texts", r.most)
	}
	n.Line, n.Col = r.line, r.col
	if len(r.open) > 0 {
		n.Parent = r.open[len(r.open)-1]
		n.Parent.Kids = append(n.Parent.Kids, n)
	}
	return nil
}

func (r *reader) start(e xml.StartElement) *Fault {
	second := r.root != nil && len(r.open) == 0
	switch {
	case second && r.opt.Rigor != Loose:
		return r.fail(Syntax, "a second root element, %s", e.Name.Local)
	case r.opt.MaxAttrs > 0 && len(e.Attr) > r.opt.MaxAttrs:
		return r.fail(Bounds, "element has more than %d attributes", r.opt.MaxAttrs)
	case len(r.open) >= r.depth:
		return r.fail(Bounds, "elements are nested more than %d deep", r.depth)
	}
	attrs, f := r.attributes(e)
	if f != nil {
		return f
	}
	n := &Node{Space: e.Name.Space, Name: e.Name.Local, Attr: attrs}
	if f := r.add(n); f != nil {
		return f
	}
	r.open = append(r.open, n)
	if r.root == nil {
		r.root = n
		if r.opt.Root != nil {
			if err := r.opt.Root(n); err != nil {
				return r.fail(Root, "%v", err)
			}
		}
	}
	return nil
}

// attributes returns the attributes of an element. The decoder lets pass prefixes that
// nothing declares and an attribute given twice; the first counts where that is no fault.
func (r *reader) attributes(e xml.StartElement) ([]Attr, *Fault) {
	strict := r.opt.Rigor == Strict
	if strict && undeclared(e.Name.Space) {
		return nil, r.fail(Syntax, "the prefix %s is not declared", e.Name.Space)
	}
	if len(e.Attr) == 0 {
		return nil, nil
	}
	attrs := make([]Attr, 0, len(e.Attr))
	seen := newNames(len(e.Attr))
	for _, a := range e.Attr {
		if strict && a.Name.Space != "xmlns" && undeclared(a.Name.Space) {
			return nil, r.fail(Syntax, "the prefix %s is not declared", a.Name.Space)
		}
		switch twice := seen.add(attrs, a.Name); {
		case !twice:
			attrs = append(attrs, Attr{a.Name.Space, a.Name.Local, a.Value})
		case strict:
			return nil, r.fail(Syntax, "attribute %s twice", a.Name.Local)
		}
	}
	return attrs, nil
}

// names are the names of an element's attributes: a map when they are many, since an
// element of a hostile file may have a hundred thousand; nil when they are few.
type names map[xml.Name]bool

func newNames(n int) names {
	const few = 8 // by eye: so many are compared sooner than a map is made
	if n <= few {
		return nil
	}
	return make(names, n)
}

// add reports whether a name is among attrs, the attributes before it.
func (s names) add(attrs []Attr, name xml.Name) bool {
	if s != nil {
		twice := s[name]
		s[name] = true
		return twice
	}
	for _, a := range attrs {
		if a.Space == name.Space && a.Name == name.Local {
			return true
		}
	}
	return false
}

// undeclared reports whether what should be the address of a name space is a
// bare prefix: encoding/xml leaves a prefix as it is when nothing declares it. An address
// has a colon, a slash or a point; of these a prefix may have a point, and seldom has.
func undeclared(space string) bool {
	return space != "" && space != "xmlns" && !strings.ContainsAny(space, ":/.")
}

func (r *reader) chars(text xml.CharData) *Fault {
	if len(r.open) > 0 {
		return r.add(&Node{Text: string(text)})
	}
	if r.opt.Rigor == Strict && len(bytes.TrimSpace(text)) > 0 {
		return r.fail(Syntax, "text outside the root element")
	}
	return nil
}

// directive reads a document type.
func (r *reader) directive(s string) *Fault {
	switch r.opt.Rigor {
	case Loose:
		if strings.Contains(strings.ToUpper(s), "ENTITY") {
			return r.fail(Entities, "entities are declared in it, which is refused")
		}
	case Strict:
		switch {
		case strings.Contains(s, "<!ENTITY"):
			return r.fail(Entities, "the document declares entities")
		case strings.Contains(s, "//DTD XHTML"):
			r.dec.Entity = xml.HTMLEntity
		}
	}
	return nil
}
