package theme

import "testing"

// TestGrey: a colour is as light in print as on the screen, and a soft black is black.
func TestGrey(t *testing.T) {
	for _, c := range []struct {
		name, color, want string
	}{
		{"black", "#000000", "#000000"},
		{"a soft black", "#333333", "#000000"},
		{"a grey", "#888888", "#888888"},
		{"red", "#ff0000", "#7f7f7f"},
		{"blue", "#0000ff", "#4b4b4b"},
		{"dark red", "#9b1b30", "#4f4f4f"},
		{"white", "#ffffff", "#ffffff"},
	} {
		color, _ := parseColor(c.color)
		want, _ := parseColor(c.want)
		if got := color.grey(); got != want {
			t.Errorf("%s: %s is %v, not %v", c.name, c.color, got, want)
		}
	}
}

// TestBlack: in print what has no tint is black, in each theme, and the theme on the screen
// stays as it is.
func TestBlack(t *testing.T) {
	for _, name := range Names() {
		th, _ := Builtin(name)
		soft := th.Style(Paragraph).Color
		black := th.Black()
		for _, style := range StyleNames {
			s := black.Style(style)
			if s.Color.R != s.Color.G || s.Color.G != s.Color.B || s.Tint == "" && s.Color != (Color{}) {
				t.Errorf("%s: the style %s has the colour %v", name, style, s.Color)
			}
		}
		if c := black.Colors; c.Rule != (Color{}) || c.Hairline != (Color{}) || c.Link != (Color{}) {
			t.Errorf("%s: rules and links are not black: %v", name, c)
		}
		if soft == (Color{}) || th.Style(Paragraph).Color != soft {
			t.Errorf("%s: the theme on the screen has %v, once %v", name, th.Style(Paragraph).Color, soft)
		}
	}
}
