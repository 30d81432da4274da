package theme

import (
	"strings"

	"octavo/book"
	"octavo/book/base/rule"
	"octavo/book/markup/yaml"
)

// A Color is sRGB, 8 bits a channel.
type Color struct{ R, G, B uint8 }

// Colors are those that are not the colour of a style.
type Colors struct {
	Accent, Link, Rule, Hairline, Highlight Color
}

var colorKeys = yaml.Object[settings[Theme]]{
	color("accent", "the colour of the rule above openings, and of a cover that is made", func(t *Theme) *Color { return &t.Colors.Accent }),
	color("link", "the colour of links", func(t *Theme) *Color { return &t.Colors.Link }),
	color("rule", "the colour of the rules of tables", func(t *Theme) *Color { return &t.Colors.Rule }),
	color("hairline", "the colour of thin rules", func(t *Theme) *Color { return &t.Colors.Hairline }),
	color("highlight", "the ground of highlighted text", func(t *Theme) *Color { return &t.Colors.Highlight }),
}

// colorForm is the form of a colour.
const colorForm = `^#[0-9A-Fa-f]{6}$`

// color is a key with a colour. An empty one is one that was taken for a comment.
func color[T any](name, doc string, of func(*T) *Color) yaml.Field[settings[T]] {
	f := field(name, doc, yaml.Shape{Form: yaml.AnyText, Pattern: colorForm}, readColor, of)
	f.Blank = true
	return f
}

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
