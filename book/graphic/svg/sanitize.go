package svg

import (
	"bytes"
	"strconv"
	"strings"

	"octavo/book/graphic/drawing"
	"octavo/book/markup/css"
)

// storeSide is the largest width or height that stores take for an SVG.
const storeSide = 3200 * drawing.One

// Sanitize returns the SVG file for the EPUB edition: only elements, attributes
// and style rules that are known to be harmless, references only within the
// file, ids that are unique and valid, and a viewBox. What is dropped and would
// have been seen is a Problem.
//
// To look for what is harmful and cut it out, the simple way, is a race with all the ways
// to write it. So nothing of the file is passed on: it is read into a tree, and a file is
// written anew of the elements, attributes and properties that are known (keptElements,
// keptAttributes, properties). What is new or misspelled is left out by that. Values may
// hold references: only those to an id of the file are written, by the valid name that the
// id was given, and a value that may hide another is refused as a whole (value). The root
// is written last, since the name space of links is declared only when there are some.
//
// With set, texts become the outlines of their letters: a reading system shows a
// picture's texts in whatever fonts it has. A text stays as it is when it cannot
// be read or set in full.
//
// The file is that of a book in lang, "" for any.
func Sanitize(data []byte, lang string, set Setter) ([]byte, []Problem, error) {
	root, err := readFor(data, lang)
	if err != nil {
		return nil, nil, err
	}
	f, err := frameOf(root)
	if err != nil {
		return nil, nil, err
	}
	w := &writer{parser: newParser(), names: map[string]string{}, taken: map[string]bool{}}
	if hasVariable(string(data)) {
		p := newParser()
		p.collect(root)
		p.settle(root, nil, w.note)
	}
	if set != nil {
		w.out = newOutliner(root, f.box, set)
	}
	w.nameIDs(root)
	w.inside(root)
	body := w.buf
	w.buf = bytes.Buffer{}
	w.buf.WriteString("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
	w.root(root, f)
	w.buf.Write(body.Bytes())
	w.buf.WriteString("</svg>\n")
	return w.buf.Bytes(), w.sorted(), nil
}

type writer struct {
	*parser
	buf   bytes.Buffer
	names map[string]string // id in the file to id written
	taken map[string]bool
	links bool // a reference has been written
	out   *outliner
}

// nameIDs gives each id of the file one that is a valid XML name. The first
// element with an id keeps it.
func (w *writer) nameIDs(n *node) {
	if id := n.Get("id"); id != "" && w.ids[id] == nil {
		w.ids[id] = n
		name := validName(id)
		for i := 2; w.taken[name]; i++ {
			name = validName(id) + "-" + strconv.Itoa(i)
		}
		w.names[id], w.taken[name] = name, true
	}
	for _, c := range n.Kids {
		if keeps(c) {
			w.nameIDs(c)
		}
	}
}

// keeps reports whether an element is written.
func keeps(n *node) bool {
	return n.Name != "" && !foreign(n) && (n.Name == "a" || keptElements[n.Name] || n.Name == "image" && embedded(href(n)) != nil)
}

// validName makes an XML name without colon out of s.
func validName(s string) string {
	var b strings.Builder
	for i, r := range s {
		letter := r|0x20 >= 'a' && r|0x20 <= 'z' && r < 0x80 || r == '_' || r >= 0xc0 && r <= 0x2ff && r != 0xd7 && r != 0xf7 || r >= 0x370 && r <= 0xd7ff && r != 0x37e && (r < 0x2000 || r > 0x2fef)
		more := r >= '0' && r <= '9' || r == '-' || r == '.'
		switch {
		case letter:
			b.WriteRune(r)
		case more && i > 0:
			b.WriteRune(r)
		case more:
			b.WriteByte('_')
			b.WriteRune(r)
		default:
			b.WriteByte('_')
		}
	}
	return b.String()
}

func (w *writer) root(n *node, f frame) {
	width, height := f.width, f.height
	if most := max(width, height); most > storeSide {
		width, height = width.Scale(storeSide, most), height.Scale(storeSide, most)
	}
	w.buf.WriteString(`<svg xmlns="` + nsSVG + `"`)
	if w.links {
		w.buf.WriteString(` xmlns:xlink="` + nsXLink + `"`)
	}
	w.put("width", max(width, 1).Decimal(3))
	w.put("height", max(height, 1).Decimal(3))
	b := f.box
	w.put("viewBox", strings.Join([]string{b.x.Decimal(4), b.y.Decimal(4), b.w.Decimal(4), b.h.Decimal(4)}, " "))
	for _, a := range n.Attr {
		if a.Name != "width" && a.Name != "height" && a.Name != "viewBox" && a.Name != "x" && a.Name != "y" {
			w.attribute(n, a)
		}
	}
	w.buf.WriteByte('>')
}

// keptElements are the elements that are written.
var keptElements = words(`svg g defs symbol use switch path rect circle ellipse line polyline polygon
	text tspan textPath linearGradient radialGradient stop clipPath mask pattern marker title desc style
	filter feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting
	feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur
	feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence`)

// quietElements are dropped without a word: they show nothing.
var quietElements = words("metadata view")

func (w *writer) inside(n *node) {
	for _, c := range n.Kids {
		switch {
		case c.Name == "":
			w.text(c, n)
		case c.Name == "text" && keeps(c) && !inText(n) && w.outlines(c):
		case keeps(c):
			w.element(c)
		case !foreign(c) && !quietElements[c.Name]:
			w.note(c, "<"+clip(c.Name)+"> is dropped")
		}
	}
}

func (w *writer) element(n *node) {
	start, links, name := w.buf.Len(), w.links, n.Name
	switch {
	case name == "a" && inText(n.Parent):
		name = "tspan"
	case name == "a":
		name = "g"
	}
	if n.Name == "use" && w.names[trimHash(href(n))] == "" {
		w.note(n, "reference "+clip(href(n))+" leads nowhere in the file and is dropped")
		// Something may refer to the reference itself.
		w.buf.WriteString("<g")
		w.attribute(n, attr{Name: "id", Value: n.Get("id")})
		w.buf.WriteString("/>")
		return
	}
	w.open(name, n)
	w.buf.WriteByte('>')
	inner := w.buf.Len()
	switch n.Name {
	case "style":
		w.sheet(n)
	case "title", "desc":
		escape(&w.buf, n.Content())
	default:
		w.inside(n)
	}
	switch {
	case w.buf.Len() > inner:
		w.buf.WriteString("</" + name + ">")
	case n.Name == "style":
		w.buf.Truncate(start)
		w.links = links
	default:
		w.buf.Truncate(inner - 1)
		w.buf.WriteString("/>")
	}
}

// open writes a start tag without its end.
func (w *writer) open(name string, n *node) {
	w.buf.WriteString("<" + name)
	for _, a := range n.Attr {
		if n.Name != "a" || a.Name != "href" {
			w.attribute(n, a)
		}
	}
}

// text writes text where it shows, and keeps one line break between elements.
func (w *writer) text(c, parent *node) {
	switch {
	case inText(parent):
		escape(&w.buf, c.Text)
	case strings.Contains(c.Text, "\n") && !bytes.HasSuffix(w.buf.Bytes(), []byte("\n")):
		w.buf.WriteByte('\n')
	}
}

// inText reports whether what n holds is set as text.
func inText(n *node) bool {
	for n != nil && n.Name == "a" {
		n = n.Parent
	}
	return n != nil && (n.Name == "text" || n.Name == "tspan" || n.Name == "textPath")
}

// keptAttributes are the attributes besides properties that are written.
var keptAttributes = words(`id class style x y x1 y1 x2 y2 cx cy r rx ry fx fy fr dx dy width height d points
	transform viewBox preserveAspectRatio offset gradientUnits gradientTransform spreadMethod
	clipPathUnits maskUnits maskContentUnits patternUnits patternContentUnits patternTransform
	markerUnits markerWidth markerHeight refX refY orient pathLength rotate textLength lengthAdjust
	startOffset method spacing side role aria-label aria-hidden lang overflow clip
	filterUnits primitiveUnits in in2 result stdDeviation mode type values tableValues slope intercept
	amplitude exponent operator k1 k2 k3 k4 order kernelMatrix divisor bias targetX targetY edgeMode
	preserveAlpha surfaceScale diffuseConstant specularConstant specularExponent azimuth elevation z
	pointsAtX pointsAtY pointsAtZ limitingConeAngle scale xChannelSelector yChannelSelector radius
	baseFrequency numOctaves seed stitchTiles`)

func (w *writer) attribute(n *node, a attr) {
	switch {
	case a.Name == "href" && (a.Space == "" || a.Space == "xlink"):
		w.reference(n, a.Value)
	case a.Space == "xml" && (a.Name == "lang" || a.Name == "space"):
		w.put("xml:"+a.Name, a.Value)
	case a.Space != "":
	case a.Name == "id":
		if w.ids[a.Value] == n {
			w.put("id", w.names[a.Value])
		} // else the element is the second with the id, which nothing refers to
	case a.Name == "style":
		list, _ := css.Attribute(a.Value)
		if decls := w.decls(n, list); decls != "" {
			w.put("style", decls)
		}
	case strings.HasPrefix(a.Name, "on"):
		w.note(n, "event handler "+clip(a.Name)+" is dropped")
	case a.Name != "style" && hasVariable(a.Value): // said again in the style attribute
	case keptAttributes[a.Name] || properties[a.Name] != nil || ignoredProperties[a.Name]:
		if v, ok := w.value(a.Name, a.Value); ok {
			w.put(a.Name, v)
		} else {
			w.note(n, "value of "+a.Name+" leads out of the file and is dropped")
			if paints[a.Name] {
				w.put(a.Name, "none")
			}
		}
	}
}

// paints are the properties that are black when they are not there.
var paints = words("fill stroke")

func (w *writer) put(name, value string) {
	w.buf.WriteString(" " + name + `="`)
	escape(&w.buf, value)
	w.buf.WriteByte('"')
}

// escape writes s as XML text or attribute value.
func escape(b *bytes.Buffer, s string) {
	for _, r := range s {
		switch r {
		case '&':
			b.WriteString("&amp;")
		case '<':
			b.WriteString("&lt;")
		case '>':
			b.WriteString("&gt;")
		case '"':
			b.WriteString("&quot;")
		default:
			b.WriteRune(r)
		}
	}
}
