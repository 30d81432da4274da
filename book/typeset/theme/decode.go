package theme

import (
	"fmt"
	"maps"
	"slices"

	"octavo/book"
	"octavo/book/base/nearest"
	"octavo/book/base/rule"
	"octavo/book/base/unit"
)

// Parse reads the theme.yaml of a theme that extends a built-in one: the one
// that it names, or the default one. Unknown keys and values of the wrong type
// are errors; the theme is complete only when there is none.
func Parse(file string, data []byte) (*Theme, []book.Diagnostic) {
	root, list := read(file, data)
	base := root.at("extends")
	if base == "" {
		base = Default
	}
	under, css, ok := builtin(base)
	if !ok {
		list = append(list, rule.ThemeUnknown.At(root.kid("extends").pos, NameHint(base), "no built-in theme is called %q", base))
		under, css, _ = builtin(Default)
	}
	// A theme has a name of its own, or none.
	under.kids = slices.DeleteFunc(under.kids, func(n *node) bool { return n.key == "name" })
	t, list := decode(file, root.under(under), list)
	t.css = css
	return t, list
}

// decode makes a theme of maps. Faults are added to list.
func decode(file string, root *node, list []book.Diagnostic) (*Theme, []book.Diagnostic) {
	d := &decoder{file: file, list: list}
	t := &Theme{styles: map[StyleName]*Style{}}
	// The size and the grid are the units of other lengths, so they come first.
	d.em, d.ln = d.base(root)
	d.fields(root, map[string]setter{
		"name": d.text(&t.Name), "extends": d.text(&t.extends), "epub-css": d.replacement(&t.replace),
		"fonts":          d.sub(map[string]setter{"serif": d.text(&t.Fonts.Serif), "sans": d.text(&t.Fonts.Sans), "mono": d.text(&t.Fonts.Mono)}),
		"page":           d.sub(d.page(&t.Page)),
		"paragraph":      d.sub(d.lines(&t.Lines)),
		"opening":        d.sub(d.opening(&t.Opening)),
		"heads":          d.sub(d.heads(&t.Heads)),
		"break-ornament": d.ornament(&t.Ornament),
		"colors":         d.sub(d.colors(&t.Colors)),
		"styles":         func(n *node) string { d.styles(t, n); return "" },
	})
	if base := t.styles[Paragraph]; t.styles[Display] == nil && base != nil { // themes were made before it was there
		s := *base
		s.Name, s.Italic, s.Indent, s.Align, s.Hyphenate = Display, true, 0, Center, false
		t.styles[Display] = &s
	}
	for _, name := range StyleNames {
		if t.styles[name] == nil {
			d.fail(root.pos, rule.ThemeStyle, "give the style, or extend a built-in theme", "style "+string(name)+" is missing")
			t.styles[name] = &Style{Name: name, Size: d.em, Leading: d.ln, Weight: 400}
		}
	}
	if len(d.list) == 0 {
		d.sane(t, root)
	}
	return t, d.list
}

// sane reports what would make a page impossible.
func (d *decoder) sane(t *Theme, root *node) {
	for _, name := range StyleNames {
		s := t.styles[name]
		if s.Size < 4*unit.Point || s.Size > 200*unit.Point || s.Leading < s.Size/2 || s.Leading > 4*s.Size {
			d.fail(d.where(root, "styles", string(name)), rule.ThemeValue, "sizes go from 4 to 200 points, leadings from half of the size to four times it", "style "+string(name)+" has an impossible size or leading")
		}
		if s.Weight < 100 || s.Weight > 900 || s.Tracking > 1000 {
			d.fail(d.where(root, "styles", string(name)), rule.ThemeValue, "weights go from 100 to 900, tracking to 1000", "style "+string(name)+" has an impossible weight or tracking")
		}
	}
	p := &t.Page
	_, known := ParseTrim(p.Trim)
	switch {
	case !known:
		d.fail(d.where(root, "page", "trim"), rule.EditionTrim, TrimHint(p.Trim), fmt.Sprintf("unknown trim %q", p.Trim))
	case p.Baseline < 4*unit.Point || p.Baseline > 100*unit.Point:
		d.fail(d.where(root, "page", "baseline"), rule.ThemeValue, "give the distance of two lines of text, such as 14pt", "the baseline is out of bounds")
	case p.Measure < 10*unit.Point || p.MinScale < 500 || p.MinScale > p.MaxScale || p.MaxScale > 2000:
		d.fail(d.where(root, "page"), rule.ThemeValue, "scales go from 500 to 2000", "the measure or the scales are out of bounds")
	case len(d.list) == 0:
		if fit, g, _ := t.Fit("", ""); g.Measure < 10*fit.Style(Paragraph).Size || g.Lines < 10 {
			d.fail(d.where(root, "page"), rule.ThemeValue, "make the margins or the type smaller", "the page has no room for text")
		}
	}
}

// where returns the place of the entry at a path, or of the last one that there is.
func (d *decoder) where(n *node, path ...string) book.Pos {
	for _, key := range path {
		kid := n.kid(key)
		if kid == nil {
			break
		}
		n = kid
	}
	if n.pos.File != d.file {
		return book.Pos{File: d.file}
	}
	return n.pos
}

type decoder struct {
	file   string
	list   []book.Diagnostic
	em, ln unit.Length
}

// A setter stores the value of a node, and returns what is wrong with it.
type setter func(*node) string

func (d *decoder) fail(pos book.Pos, broken rule.Rule, hint, msg string) {
	d.list = append(d.list, broken.At(pos, hint, "%s", msg))
}

// fields gives each child of n to the setter of its key.
func (d *decoder) fields(n *node, known map[string]setter) {
	for _, kid := range n.kids {
		set, ok := known[kid.key]
		if !ok {
			unknown(d, kid, rule.ThemeKey, "key", slices.Sorted(maps.Keys(known)))
		} else if msg := set(kid); msg != "" {
			d.fail(kid.pos, rule.ThemeValue, "", kid.key+" "+msg)
		}
	}
}

// unknown reports a name with the nearest known one.
func unknown[T ~string](d *decoder, n *node, broken rule.Rule, kind string, known []T) {
	hint := nearest.Hint(n.key, known, "known are "+joined(known))
	d.fail(n.pos, broken, hint, fmt.Sprintf("unknown %s %q", kind, n.key))
}

// base returns the size of a paragraph and the grid.
func (d *decoder) base(root *node) (em, ln unit.Length) {
	em, ln = unit.Pt(10), unit.Pt(14)
	if v, ok := parseLength(root.at("styles", string(Paragraph), "size"), 0, 0); ok && v > 0 && v <= maxLength {
		em = v
	}
	if v, ok := parseLength(root.at("page", "baseline"), 0, 0); ok && v > 0 && v <= maxLength {
		ln = v
	}
	return em, ln
}

func (d *decoder) page(p *Page) map[string]setter {
	return map[string]setter{
		"trim": d.text(&p.Trim), "inner": d.integer(&p.Inner), "outer": d.integer(&p.Outer),
		"top": d.integer(&p.Top), "bottom": d.integer(&p.Bottom),
		"measure": d.length(&p.Measure, &d.em), "max-measure": d.length(&p.MaxMeasure, &d.em),
		"min-scale": d.integer(&p.MinScale), "max-scale": d.integer(&p.MaxScale),
		"baseline": d.length(&p.Baseline, &d.em),
	}
}

func (d *decoder) lines(l *Lines) map[string]setter {
	return map[string]setter{
		"space-stretch": d.integer(&l.SpaceStretch), "space-shrink": d.integer(&l.SpaceShrink),
		"letter-stretch": d.integer(&l.LetterStretch), "letter-shrink": d.integer(&l.LetterShrink),
		"glyph-stretch": d.upTo(maxGlyph, &l.GlyphStretch), "glyph-shrink": d.upTo(maxGlyph, &l.GlyphShrink),
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
		"lead-in":       oneOf(&o.LeadIn, NoLeadIn, SmallCaps, DropCap),
		"lead-in-words": d.integer(&o.LeadInWords), "rule": d.length(&o.Rule, &d.em),
		"rule-width": d.length(&o.RuleWidth, &d.em), "end-rule": d.length(&o.EndRule, &d.em),
		"end-rule-width": d.length(&o.EndRuleWidth, &d.em), "rule-align": d.align(&o.RuleAlign),
	}
}

func (d *decoder) heads(h *Heads) map[string]setter {
	return map[string]setter{
		"align": oneOf(&h.Align, Outside, Middle), "drop-folio": oneOf(&h.Drop, Outside, Middle),
	}
}

func (d *decoder) colors(c *Colors) map[string]setter {
	return map[string]setter{
		"accent": d.color(&c.Accent), "link": d.color(&c.Link), "rule": d.color(&c.Rule),
		"hairline": d.color(&c.Hairline), "highlight": d.color(&c.Highlight),
	}
}

// styles reads the styles. Each may be like any other, as long as that does not
// come back to it.
func (d *decoder) styles(t *Theme, n *node) {
	for _, kid := range n.kids {
		if !slices.Contains(StyleNames, StyleName(kid.key)) {
			unknown(d, kid, rule.ThemeStyle, "style", StyleNames)
		}
	}
	for _, name := range StyleNames {
		if kid := n.kid(string(name)); kid != nil {
			d.style(t, n, kid, nil)
		}
	}
}

// style returns the style that n describes, and keeps it. The nodes of path are
// those of the styles that are like it.
func (d *decoder) style(t *Theme, all, n *node, path []*node) *Style {
	name := StyleName(n.key)
	if s := t.styles[name]; s != nil {
		return s
	}
	s := &Style{Family: Serif, Size: d.em, Leading: d.ln, Weight: 400}
	if like := n.kid("like"); like != nil {
		switch base := all.kid(like.value); {
		case base == nil || !slices.Contains(StyleNames, StyleName(like.value)):
			unknown(d, &node{key: like.value, pos: like.pos}, rule.ThemeStyle, "style", StyleNames)
		case base == n || slices.Contains(path, base):
			d.fail(like.pos, rule.ThemeStyle, "name another style", "style "+n.key+" is like itself")
		default:
			*s = *d.style(t, all, base, append(path, n))
			s.Before, s.After = 0, 0
		}
	}
	s.Name = name
	t.styles[name] = s
	if v, ok := parseLength(n.at("size"), 0, 0); ok && v <= maxLength {
		s.Size = v
	}
	d.fields(n, map[string]setter{
		"like": func(*node) string { return "" }, "family": oneOf(&s.Family, Serif, Sans, Mono),
		"size": d.length(&s.Size, &d.em), "leading": d.length(&s.Leading, &s.Size),
		"weight": d.integer(&s.Weight), "italic": d.flag(&s.Italic), "small-caps": d.flag(&s.SmallCaps),
		"caps": d.flag(&s.Caps), "old-style": d.flag(&s.OldStyle), "tracking": d.integer(&s.Tracking),
		"color": d.color(&s.Color), "before": d.length(&s.Before, &s.Size), "after": d.length(&s.After, &s.Size),
		"indent": d.length(&s.Indent, &s.Size), "left": d.length(&s.Left, &s.Size), "right": d.length(&s.Right, &s.Size),
		"align": d.align(&s.Align), "hyphenate": d.flag(&s.Hyphenate),
	})
	return s
}
