package theme

import (
	"maps"
	"slices"
	"strings"

	"octavo/book"
	"octavo/book/nearest"
	"octavo/book/unit"
)

// Parse reads a theme. Unknown keys, values of the wrong type and missing
// styles are errors; the theme is complete only when there is none.
func Parse(file string, data []byte) (*Theme, []book.Diagnostic) {
	root, list := read(file, data)
	d := &decoder{file: file, list: list}
	t := &Theme{styles: map[string]*Style{}}
	// The size and the grid are the units of other lengths, so they come first.
	d.em, d.ln = d.base(root)
	d.fields(root, map[string]setter{
		"name":      d.text(&t.Name),
		"fonts":     d.sub(map[string]setter{"serif": d.text(&t.Fonts.Serif), "sans": d.text(&t.Fonts.Sans), "mono": d.text(&t.Fonts.Mono)}),
		"page":      d.sub(d.page(&t.Page)),
		"paragraph": d.sub(d.lines(&t.Lines)),
		"opening":   d.sub(d.opening(&t.Opening)),
		"colors":    d.sub(d.colors(&t.Colors)),
		"styles":    func(n *node) string { d.styles(t, n); return "" },
	})
	for _, name := range StyleNames {
		if t.styles[name] == nil {
			d.fail(0, "theme-style", "", "style "+name+" is missing")
		}
	}
	if len(d.list) == 0 {
		d.sane(t)
	}
	return t, d.list
}

// sane reports what would make a page impossible.
func (d *decoder) sane(t *Theme) {
	g, ok := t.Geometry("", "")
	switch {
	case !ok:
		d.fail(0, "theme-value", "use a name such as us-trade, or 6in x 9in", "the trim is unknown")
	case t.Page.Baseline < 4*unit.Point || t.Page.Baseline > 100*unit.Point:
		d.fail(0, "theme-value", "", "the baseline is out of bounds")
	case g.Measure < 10*t.Style("paragraph").Size || g.Lines < 10:
		d.fail(0, "theme-value", "make the margins or the type smaller", "the page has no room for text")
	}
	for _, name := range StyleNames {
		s := t.styles[name]
		if s.Size < unit.Point || s.Size > 200*unit.Point || s.Leading < s.Size/2 || s.Leading > 4*s.Size {
			d.fail(0, "theme-value", "", "style "+name+" has an impossible size or leading")
		}
	}
}

type decoder struct {
	file   string
	list   []book.Diagnostic
	em, ln unit.Length
}

// A setter stores the value of a node, and returns what is wrong with it.
type setter func(*node) string

func (d *decoder) fail(line int, rule, hint, msg string) {
	d.list = append(d.list, book.Errorf(book.Pos{File: d.file, Line: line}, rule, hint, "%s", msg))
}

// fields gives each child of n to the setter of its key.
func (d *decoder) fields(n *node, known map[string]setter) {
	for _, kid := range n.kids {
		set, ok := known[kid.key]
		if !ok {
			d.unknown(kid, "key", slices.Sorted(maps.Keys(known)))
		} else if msg := set(kid); msg != "" {
			d.fail(kid.line, "theme-value", "", kid.key+" "+msg)
		}
	}
}

// unknown reports a name with the nearest known one.
func (d *decoder) unknown(n *node, kind string, known []string) {
	hint := "known are " + strings.Join(known, ", ")
	if near := nearest.Name(n.key, known); near != "" {
		hint = "did you mean " + near + "?"
	}
	d.fail(n.line, "theme-"+kind, hint, "unknown "+kind+" "+n.key)
}

// base returns the size of a paragraph and the grid.
func (d *decoder) base(root *node) (em, ln unit.Length) {
	em, ln = unit.Pt(10), unit.Pt(14)
	if v, ok := parseLength(root.at("styles", "paragraph", "size"), 0, 0); ok {
		em = v
	}
	if v, ok := parseLength(root.at("page", "baseline"), 0, 0); ok {
		ln = v
	}
	return em, ln
}

// at returns the scalar at a path of keys, "" when there is none.
func (n *node) at(path ...string) string {
	if len(path) == 0 {
		return n.value
	}
	for _, kid := range n.kids {
		if kid.key == path[0] {
			return kid.at(path[1:]...)
		}
	}
	return ""
}

func (d *decoder) page(p *Page) map[string]setter {
	return map[string]setter{
		"trim": d.text(&p.Trim), "inner": d.integer(&p.Inner), "outer": d.integer(&p.Outer),
		"top": d.integer(&p.Top), "bottom": d.integer(&p.Bottom),
		"max-measure": d.length(&p.MaxMeasure, &d.em), "baseline": d.length(&p.Baseline, &d.em),
	}
}

func (d *decoder) lines(l *Lines) map[string]setter {
	return map[string]setter{
		"space-stretch": d.integer(&l.SpaceStretch), "space-shrink": d.integer(&l.SpaceShrink),
		"letter-stretch": d.integer(&l.LetterStretch), "letter-shrink": d.integer(&l.LetterShrink),
		"pre-tolerance": d.integer(&l.PreTolerance), "tolerance": d.integer(&l.Tolerance),
		"emergency-stretch": d.length(&l.EmergencyStretch, &d.em),
		"hyphen-penalty":    d.integer(&l.HyphenPenalty), "line-penalty": d.integer(&l.LinePenalty),
		"adjacent-demerits":      d.integer(&l.AdjacentDemerits),
		"double-hyphen-demerits": d.integer(&l.DoubleHyphenDemerits),
		"final-hyphen-demerits":  d.integer(&l.FinalHyphenDemerits),
		"last-line-min":          d.length(&l.LastLineMin, &d.em),
		"last-line-demerits":     d.integer(&l.LastLineDemerits),
		"max-ladder":             d.integer(&l.MaxLadder), "hanging": d.integer(&l.Hanging),
	}
}

func (d *decoder) opening(o *Opening) map[string]setter {
	return map[string]setter{
		"sinkage": d.integer(&o.Sinkage), "matter-sinkage": d.integer(&o.MatterSinkage),
		"lead-in":       d.oneOf(&o.LeadIn, "none", "small-caps", "drop-cap"),
		"lead-in-words": d.integer(&o.LeadInWords), "rule": d.length(&o.Rule, &d.em),
		"rule-width": d.length(&o.RuleWidth, &d.em),
	}
}

func (d *decoder) colors(c *Colors) map[string]setter {
	return map[string]setter{
		"accent": d.color(&c.Accent), "link": d.color(&c.Link), "rule": d.color(&c.Rule),
		"hairline": d.color(&c.Hairline), "highlight": d.color(&c.Highlight), "tint": d.color(&c.Tint),
	}
}

// styles reads the styles in order, so that one can be like another before it.
func (d *decoder) styles(t *Theme, n *node) {
	for _, kid := range n.kids {
		if !slices.Contains(StyleNames, kid.key) {
			d.unknown(kid, "style", StyleNames)
			continue
		}
		t.styles[kid.key] = d.style(t, kid)
	}
}

func (d *decoder) style(t *Theme, n *node) *Style {
	s := &Style{Family: "serif", Size: d.em, Leading: d.ln, Weight: 400}
	if like := n.at("like"); like != "" {
		if base := t.styles[like]; base != nil {
			*s = *base
			s.Before, s.After = 0, 0
		} else {
			d.fail(n.line, "theme-style", "a style can be like one that stands before it", "style "+like+" is not known here")
		}
	}
	s.Name = n.key
	if v, ok := parseLength(n.at("size"), 0, 0); ok {
		s.Size = v
	}
	d.fields(n, map[string]setter{
		"like": func(*node) string { return "" }, "family": d.oneOf(&s.Family, "serif", "sans", "mono"),
		"size": d.length(&s.Size, &d.em), "leading": d.length(&s.Leading, &s.Size),
		"weight": d.integer(&s.Weight), "italic": d.flag(&s.Italic), "small-caps": d.flag(&s.SmallCaps),
		"caps": d.flag(&s.Caps), "old-style": d.flag(&s.OldStyle), "tracking": d.integer(&s.Tracking),
		"color": d.color(&s.Color), "before": d.length(&s.Before, &s.Size), "after": d.length(&s.After, &s.Size),
		"indent": d.length(&s.Indent, &s.Size), "left": d.length(&s.Left, &s.Size), "right": d.length(&s.Right, &s.Size),
		"align": d.align(&s.Align), "hyphenate": d.flag(&s.Hyphenate),
	})
	return s
}
