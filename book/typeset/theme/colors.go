package theme

import (
	"slices"
	"strings"

	"octavo/book"
	"octavo/book/base/rule"
	"octavo/book/markup/yaml"
)

// A Color is sRGB, 8 bits a channel.
type Color struct{ R, G, B uint8 }

// Colors are the colours of a theme that belong to no style.
type Colors struct {
	Accent, Link, Rule, Hairline, Highlight, Ground Color
}

// A Tint is a colour by its name.
type Tint string

// The colours that a style may name: those that text can be read in.
const (
	Accent Tint = "accent"
	Link   Tint = "link"
)

var tints = []Tint{Accent, Link}

func (c *Colors) named(t Tint) *Color {
	if t == Link {
		return &c.Link
	}
	return &c.Accent
}

var colorKeys = yaml.Object[settings[Theme]]{
	readable("accent", "the colour of kickers, labels, ornaments and short rules in both editions, and of a cover that is made", []ground{white, sepia}, func(t *Theme) *Color { return &t.Colors.Accent }),
	readable("link", "the colour of links", []ground{white}, func(t *Theme) *Color { return &t.Colors.Link }),
	color("rule", "the colour of the rules of tables", func(t *Theme) *Color { return &t.Colors.Rule }),
	color("hairline", "the colour of thin rules", func(t *Theme) *Color { return &t.Colors.Hairline }),
	color("highlight", "the ground of highlighted text", func(t *Theme) *Color { return &t.Colors.Highlight }),
	color("ground", "the ground of blocks with a tint, on paper", func(t *Theme) *Color { return &t.Colors.Ground }),
}

// colorForm is the form of a colour.
const colorForm = `^#[0-9A-Fa-f]{6}$`

// color is a key with a colour. An empty value is most often a colour without quotation
// marks, which YAML takes for a comment: so it is read, and reported.
func color[T any](name, doc string, of func(*T) *Color) yaml.Field[settings[T]] {
	f := field(name, doc, yaml.Shape{Form: yaml.AnyText, Pattern: colorForm}, readColor, of)
	f.Blank = true
	return f
}

// readable is a key with the colour of a text, which can be read on all grounds.
func readable[T any](name, doc string, grounds []ground, of func(*T) *Color) yaml.Field[settings[T]] {
	f := field(name, doc, yaml.Shape{Form: yaml.AnyText, Pattern: colorForm}, func(v yaml.Value) (Color, bool) { return readText(v, grounds) }, of)
	f.Blank = true
	return f
}

// readText reads the colour of a text.
func readText(v yaml.Value, grounds []ground) (Color, bool) {
	c, ok := readColor(v)
	for _, g := range grounds {
		if ok && !c.legible(g.Color) {
			hint := "make it darker: text needs a contrast of 4.5:1"
			v.Report(rule.ThemeContrast.At(v.Pos(), hint, "%s has a contrast of %s:1 on %s", v.Text(), c.ratio(g.Color).Decimal(1), g.name))
			return c, false
		}
	}
	return c, ok
}

// styleColor is the colour of a style: its own, which is that of ink on paper, or one of
// the tints.
var styleColor = func() yaml.Field[settings[Style]] {
	shape := yaml.Shape{Form: yaml.AnyText, Pattern: strings.TrimSuffix(colorForm, "$") + "$|^(?:accent|link)$"}
	f := yaml.NewField("color", "its colour, or accent or link for one of colors; the accent is seen in both editions", shape, func(s *settings[Style], v yaml.Value) {
		if tint := Tint(v.Line()); slices.Contains(tints, tint) {
			s.then = append(s.then, func(st *Style, _ units) { st.Tint = tint })
		} else if c, ok := readText(v, []ground{white}); ok {
			s.then = append(s.then, func(st *Style, _ units) { st.Tint, st.Color = "", c })
		}
	})
	f.Blank = true
	return f
}()

func readColor(v yaml.Value) (Color, bool) {
	s := v.Text()
	c, ok := parseColor(s)
	if k := v.Kind(); !ok && (k == yaml.Scalar || k == yaml.Null) {
		hint := `write # and six digits from 0 to f in quotation marks, "#9b1b30"`
		v.Report(rule.ThemeColor.At(v.Pos(), hint, "%q is no colour", book.Clip(s, 60)))
	}
	return c, ok
}

// parseColor reads "#1a2b3c".
func parseColor(s string) (Color, bool) {
	hex, ok := strings.CutPrefix(s, "#")
	if !ok || len(hex) != 6 {
		return Color{}, false
	}
	var v uint32
	for _, c := range strings.ToLower(hex) {
		d := strings.IndexRune("0123456789abcdef", c)
		if d < 0 {
			return Color{}, false
		}
		v = v<<4 | uint32(d)
	}
	return Color{uint8(v >> 16), uint8(v >> 8), uint8(v)}, true
}
