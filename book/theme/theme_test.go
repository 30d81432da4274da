package theme

import (
	"math"
	"slices"
	"strings"
	"testing"

	"octavo/assets"
	"octavo/book"
	"octavo/book/unit"
)

func source(t testing.TB) string {
	t.Helper()
	data, err := assets.Themes.ReadFile("themes/press/theme.yaml")
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestBuiltins(t *testing.T) {
	for _, name := range Names() {
		th, ok := Builtin(name)
		if !ok {
			data, _ := assets.Themes.ReadFile("themes/" + name + "/theme.yaml")
			_, list := Parse(name, data)
			t.Fatalf("%s: %v", name, list)
		}
		if th.Name != name {
			t.Errorf("%s names itself %q", name, th.Name)
		}
	}
	if !slices.Contains(Names(), "press") {
		t.Error("press is not built in")
	}
	if _, ok := Builtin("../press"); ok {
		t.Error("a path is taken for a theme")
	}
}

func TestParseFaults(t *testing.T) {
	press := source(t)
	for _, tt := range []struct{ name, old, new, want string }{
		{"unknown key", "  trim: us-trade", "  trimm: us-trade", `unknown key "trimm"`},
		{"unknown style", "  bio:", "  boi:", `unknown style "boi"`},
		{"unknown style key", "    align: justify", "    aline: justify", `unknown key "aline"`},
		{"wrong number", "tolerance: 160", "tolerance: much", "must be a whole number"},
		{"wrong length", "size: 10.5pt", "size: 10.5", "must be a length"},
		{"wrong colour", `accent: "#9b1b30"`, `accent: "red"`, "must be a colour"},
		{"twice", "name: press", "name: press\nname: press", "already"},
		{"not a map", "name: press", "- name", "theme.yaml"},
		{"flow", "name: press", "name: {a: b}", "must be a text"},
		{"no trim", "trim: us-trade", "trim: huge", `unknown trim "huge"`},
		{"no room", "inner: 120", "inner: 800", "no room"},
		{"like itself", "like: paragraph\n    family: sans\n    size: 8.5pt", "like: toc-part\n    family: sans\n    size: 8.5pt", "is like itself"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			text := strings.Replace(press, tt.old, tt.new, 1)
			if text == press {
				t.Fatal("the fault was not put in")
			}
			_, list := Parse("theme.yaml", []byte(text))
			for _, d := range list {
				if strings.Contains(d.String(), tt.want) && d.Severity == book.Error {
					return
				}
			}
			t.Errorf("no error says %q: %v", tt.want, list)
		})
	}
}

func TestGeometry(t *testing.T) {
	th, _ := Builtin("press")
	for _, trim := range Trims {
		for _, media := range []string{"screen", "print"} {
			g, ok := th.Geometry(trim.Name, media)
			if !ok {
				t.Fatalf("%s is unknown", trim.Name)
			}
			if got := g.Inner + g.Measure + g.Outer; got != trim.Width {
				t.Errorf("%s %s: margins and measure make %v, not %v", trim.Name, media, got, trim.Width)
			}
			if g.Facing != (media == "print") || !g.Facing && g.Outer-g.Inner > unit.Point {
				t.Errorf("%s %s: margins %v and %v", trim.Name, media, g.Inner, g.Outer)
			}
			if foot := g.Height - g.Top - g.Depth(); foot < g.Top.Mul(9, 10) {
				t.Errorf("%s %s: foot %v under top %v", trim.Name, media, foot, g.Top)
			}
		}
	}
	if _, ok := th.Geometry("1in x 1in", ""); ok {
		t.Error("a page of an inch is taken")
	}
	if g, ok := th.Geometry("152.4mm x 228.6mm", ""); !ok || g.Width != 432*unit.Point {
		t.Errorf("a measure gives %v, %v", g.Width, ok)
	}
}

// luminance is the relative luminance of WCAG 2.2, in a test, where floats do
// not matter.
func luminance(c Color) float64 {
	lin := func(v uint8) float64 {
		x := float64(v) / 255
		if x <= 0.04045 {
			return x / 12.92
		}
		y := (x + 0.055) / 1.055
		return math.Pow(y, 2.4)
	}
	return 0.2126*lin(c.R) + 0.7152*lin(c.G) + 0.0722*lin(c.B)
}

func TestContrast(t *testing.T) {
	th, _ := Builtin("press")
	check := func(name string, c Color) {
		if ratio := 1.05 / (luminance(c) + 0.05); ratio < 4.5 {
			t.Errorf("%s has a contrast of %.1f:1", name, ratio)
		}
	}
	for _, s := range th.Styles() {
		check(s.Name, s.Color)
	}
	check("link", th.Colors.Link)
	check("accent", th.Colors.Accent)
}

func FuzzParse(f *testing.F) {
	f.Add(source(f))
	f.Add("a:\n  b:\n    c: d\n")
	f.Fuzz(func(t *testing.T, text string) {
		th, list := Parse("t", []byte(text))
		if len(list) > 0 {
			return
		}
		for _, s := range th.Styles() {
			if s == nil {
				t.Fatal("an incomplete theme without a fault")
			}
		}
	})
}
