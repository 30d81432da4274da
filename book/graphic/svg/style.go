package svg

import (
	"strings"

	"octavo/book/graphic/drawing"
	"octavo/book/markup/css"
)

// A style holds the properties of an element that decide how it looks.
type style struct {
	// Inherited.
	fill, stroke               paintRef
	fillOpacity, strokeOpacity drawing.Alpha
	fillRule, clipRule         drawing.Rule
	width                      drawing.Fixed
	cap                        drawing.Cap
	join                       drawing.Join
	miter                      drawing.Fixed
	dash                       []drawing.Fixed
	dashOffset                 drawing.Fixed
	color                      drawing.Color
	hidden                     bool
	size                       drawing.Fixed
	family                     drawing.Family
	weight                     int
	italic                     bool
	anchor                     drawing.Anchor
	spacing                    drawing.Fixed
	baseline                   string
	strokeFirst                bool
	lang                       string
	markers                    [3]string // ids for the start, the middle and the end
	// Of the element alone.
	opacity     drawing.Alpha
	none        bool   // display: none
	clip, mask  string // ids
	blend       drawing.Blend
	stopColor   drawing.Color
	stopOpacity drawing.Alpha
}

// A paintRef is a paint before its reference is looked up.
type paintRef struct {
	kind  paintKind
	color drawing.Color
	alpha drawing.Alpha
	id    string // of a gradient; the color is for when there is none
	none  bool   // the fallback of id is no paint
}

type paintKind uint8

const (
	noPaint paintKind = iota
	solid
	currentColor
	reference
)

// initial is the style at the root (SVG 2, property index).
func initial() style {
	return style{
		fill:        paintRef{kind: solid, alpha: drawing.Opaque},
		fillOpacity: drawing.Opaque, strokeOpacity: drawing.Opaque,
		width: drawing.One, miter: drawing.Int(4), size: drawing.Int(16), weight: 400,
	}.child()
}

// child returns what an element inherits.
func (s style) child() style {
	s.opacity, s.none, s.clip, s.mask, s.blend = drawing.Opaque, false, "", "", drawing.Normal
	s.stopColor, s.stopOpacity = drawing.Color{}, drawing.Opaque
	return s
}

// styleOf returns the style of n: what it inherits, then its attributes, the
// rules that select it and its style attribute.
//
// CSS says which of many declarations of a property counts: the important ones before the
// others, the style attribute before rules, a rule before another by its selector and then
// by its place, and attributes of SVG last (SVG 2, section 6.6). To look for the winner of
// each property would be to go through all declarations some forty times. Here the
// declarations are put in order, the weakest first, and carried out one after the other: a
// later one overwrites an earlier one, and the winner is what is left. The order costs
// next to nothing: rules are sorted by their selectors once (sortRules), and important
// declarations are appended a second time (declarations).
//
// The size of the font is carried out before all else, in the same order: lengths in em of
// other properties refer to it wherever it stands.
func (p *parser) styleOf(n *node, inherited style) style {
	s := inherited.child()
	decls := p.declarations(n)
	for _, d := range decls {
		p.pay(16+len(d.Value), n)
	}
	for _, d := range decls {
		if d.Name == "font-size" || d.Name == "font" {
			p.property(&s, inherited, d, n)
		}
	}
	for _, d := range decls {
		if d.Name != "font-size" && d.Name != "font" {
			p.property(&s, inherited, d, n)
		}
	}
	for _, a := range n.Attr {
		if a.Name == "lang" && (a.Space == "xml" || a.Space == "") {
			s.lang = a.Value
		}
	}
	return s
}

// declarations returns what applies to n, the strongest last.
func (p *parser) declarations(n *node) []css.Decl {
	var list, important []css.Decl
	for _, a := range n.Attr {
		if a.Space == "" && properties[a.Name] != nil {
			list = append(list, css.Decl{Name: a.Name, Value: strings.TrimSpace(a.Value)})
		}
	}
	for i := range p.rules {
		if p.steps < maxSteps && p.rules[i].matches(n, &p.steps) {
			list = append(list, p.rules[i].decls...)
		}
	}
	own, _ := css.Attribute(n.Get("style"))
	list = append(list, own...)
	for _, d := range list {
		if d.Important {
			important = append(important, d)
		}
	}
	return append(list, important...)
}

// property sets one property of s, or notes that it is not supported.
func (p *parser) property(s *style, inherited style, d css.Decl, n *node) {
	set := properties[d.Name]
	switch {
	case set == nil:
		if d.Name != "" && !ignoredProperties[d.Name] && !strings.HasPrefix(d.Name, "-") {
			p.note(n, "property "+clip(d.Name)+" is not supported")
		}
	case hasVariable(d.Value): // said again in the style attribute, see settle
	case d.Value == "inherit":
		inheritProperty(s, inherited, d.Name)
	case !set(p, s, d.Value):
		p.note(n, "value "+clip(d.Value)+" of "+d.Name+" is not supported")
	}
}

// inheritProperty takes over the properties that do not inherit by themselves;
// the others hold the inherited value until they are set.
func inheritProperty(s *style, inherited style, name string) {
	switch name {
	case "opacity":
		s.opacity = inherited.opacity
	case "stop-color":
		s.stopColor = inherited.stopColor
	case "stop-opacity":
		s.stopOpacity = inherited.stopOpacity
	}
}

// parsePaint reads a fill or a stroke.
func parsePaint(v string) (paintRef, bool) {
	switch strings.ToLower(v) {
	case "none":
		return paintRef{}, true
	case "currentcolor":
		return paintRef{kind: currentColor, alpha: drawing.Opaque}, true
	case "context-stroke", "context-fill":
		return paintRef{kind: currentColor, alpha: drawing.Opaque}, false
	}
	if id, rest, ok := cutURL(v); ok {
		ref := paintRef{kind: reference, id: id, none: true}
		if rest == "" || strings.EqualFold(rest, "none") {
			return ref, true
		}
		c, a, ok := parseColor(rest)
		ref.color, ref.alpha, ref.none = c, a, false
		return ref, ok
	}
	c, a, ok := parseColor(v)
	return paintRef{kind: solid, color: c, alpha: a}, ok
}

// cutURL reads "url(#id) rest".
func cutURL(v string) (id, rest string, ok bool) {
	url, rest, ok := css.CutURL(v)
	id, local := strings.CutPrefix(strings.TrimSpace(url), "#")
	return id, rest, ok && local
}

// paint resolves r for a shape with the bounding box.
func (p *parser) paint(s *style, r paintRef, opacity drawing.Alpha, box *bounds, n *node) *drawing.Paint {
	switch r.kind {
	case solid:
		return &drawing.Paint{Color: r.color, Opacity: opacity.Mul(r.alpha)}
	case currentColor:
		return &drawing.Paint{Color: s.color, Opacity: opacity}
	case reference:
		if target := p.ids[r.id]; target != nil && target.Name == "pattern" {
			if tile := p.pattern(target, box, n); tile != nil {
				return &drawing.Paint{Color: s.color, Opacity: opacity, Pattern: tile}
			}
		} else if paint := p.gradient(r.id, opacity, box, n); paint != nil {
			return paint
		}
		if !r.none {
			return &drawing.Paint{Color: r.color, Opacity: opacity.Mul(r.alpha)}
		}
	}
	return nil
}
