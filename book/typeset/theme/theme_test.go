package theme

import (
	"math"
	"regexp"
	"slices"
	"strings"
	"testing"

	"octavo/assets"
	"octavo/book"
	"octavo/book/base/unit"
	"octavo/book/internal/fuzzing"
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
		{"glyphs out of shape", "glyph-shrink: 20", "glyph-shrink: 101", "must be no more than 100"},
		{"wrong number", "tolerance: 160", "tolerance: much", "must be a whole number"},
		{"wrong length", "size: 10.5pt", "size: 10.5", "must be a length"},
		{"wrong colour", `accent: "#9b1b30"`, `accent: "red"`, "must be a colour"},
		{"twice", "name: press", "name: press\nname: press", "already"},
		{"not a map", "name: press", "- name", "theme.yaml"},
		{"flow", "name: press", "name: {a: b}", "must be a text"},
		{"baseline of nothing", "baseline: 14pt", "baseline: 0pt", "baseline is out of bounds"},
		{"baseline of miles", "baseline: 14pt", "baseline: 90000in", "must be a length"},
		{"scales", "min-scale: 900", "min-scale: 9000", "out of bounds"},
		{"weight", "    weight: 600\n    caps", "    weight: 6000\n    caps", "impossible weight"},
		{"ornament", `break-ornament: ""`, "break-ornament: this is longer than any ornament", "at most 20 characters"},
		{"like nothing", "like: paragraph\n    family: sans\n    size: 8.5pt", "like: paragraf\n    family: sans\n    size: 8.5pt", "unknown style \"paragraf\""},
		{"no trim", "trim: us-trade", "trim: huge", `unknown trim "huge"`},
		{"no flag", "hyphenate: true", "hyphenate: yes", "must be true or false"},
		{"no alignment", "align: justify", "align: justified", "must be one of justify, left, center, right, balance"},
		{"impossible size", "size: 10.5pt", "size: 201pt", "has an impossible size or leading"},
		{"bad hex", `accent: "#9b1b30"`, `accent: "#9b1bg0"`, "must be a colour"},
		{"a short length", "size: 10.5pt", "size: 10.pt", "must be a length"},
		{"a long fraction", "size: 10.5pt", "size: 10.5001pt", "must be a length"},
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
	for _, name := range Names() {
		for _, trim := range Trims {
			for _, media := range []book.Media{book.Screen, book.Print} {
				t.Run(name+" "+trim.Name+" "+string(media), func(t *testing.T) { geometry(t, name, trim, media) })
			}
		}
	}
}

func geometry(t *testing.T, name string, trim Trim, media book.Media) {
	th, _ := Builtin(name)
	fit, g, ok := th.Fit(trim.Name, media)
	if !ok {
		t.Fatal("the trim is unknown")
	}
	if got := g.Inner + g.Measure + g.Outer; got != trim.Width {
		t.Errorf("margins and measure make %v, not %v", got, trim.Width)
	}
	if g.Facing != (media == book.Print) || !g.Facing && g.Outer-g.Inner > unit.Point {
		t.Errorf("margins %v and %v", g.Inner, g.Outer)
	}
	if foot := g.Height - g.Top - g.Depth(); foot < g.Top.Mul(9, 10) {
		t.Errorf("foot %v under top %v", foot, g.Top)
	}
	if g.Facing && g.Outer < g.Inner {
		t.Errorf("the outer margin %v is less than the inner one %v", g.Outer, g.Inner)
	}
	// Type that can be read, in lines of 40 to 80 letters of half an em or less.
	body := fit.Style(Paragraph)
	if body.Size < 9*unit.Point || body.Size > 13*unit.Point {
		t.Errorf("the type is %v", body.Size)
	}
	if ems := g.Measure * 10 / body.Size; ems < 180 && trim.Name != "a6" || ems > 345 {
		t.Errorf("a line has %d.%d ems", ems/10, ems%10)
	}
	if g.Baseline%(unit.Point/2) != 0 || body.Leading != g.Baseline {
		t.Errorf("the grid is %v, the leading %v", g.Baseline, body.Leading)
	}
	for i, s := range fit.Styles() {
		was := th.Styles()[i]
		if was.Leading%th.Page.Baseline == 0 && s.Leading%g.Baseline != 0 {
			t.Errorf("%s was of whole lines, and is %v of %v", s.Name, s.Leading, g.Baseline)
		}
	}
}

func TestBind(t *testing.T) {
	th, _ := Builtin("press")
	for _, tt := range []struct {
		trim  string
		media book.Media
		pages int
		shift unit.Length
	}{
		{"us-trade", book.Print, 150, 0}, {"us-trade", book.Print, 151, 9 * unit.Point}, {"us-trade", book.Print, 301, 18 * unit.Point},
		{"us-trade", book.Print, 501, 27 * unit.Point}, {"us-trade", book.Print, 5000, 36 * unit.Point}, {"us-trade", book.Screen, 5000, 0},
	} {
		g, _ := th.Geometry(tt.trim, tt.media)
		bound := g.Bind(tt.pages)
		if got := bound.Inner - g.Inner; got != tt.shift || bound.Measure != g.Measure || bound.Inner+bound.Outer != g.Inner+g.Outer {
			t.Errorf("%d pages of %s for %s: the text moves by %v, not %v", tt.pages, tt.trim, tt.media, got, tt.shift)
		}
	}
	for _, trim := range Trims {
		g, _ := th.Geometry(trim.Name, book.Print)
		for _, pages := range []int{24, 151, 301, 501, 701, 828} {
			if b := g.Bind(pages); b.Inner < gutter(pages)-unit.Point || b.Outer < leastOuter {
				t.Errorf("%s of %d pages: margins %v and %v", trim.Name, pages, b.Inner, b.Outer)
			}
		}
	}
}

func TestParseTrim(t *testing.T) {
	in, mm := unit.Inch, func(n int64) unit.Length { return unit.MM(n * 1000) }
	for _, tt := range []struct {
		text          string
		width, height unit.Length // 0 for no trim
	}{
		{"A5", mm(148), mm(210)}, {"us-trade", 6 * in, 9 * in}, {"US Trade", 6 * in, 9 * in}, {"b_format", mm(129), mm(198)},
		{"6x9in", 6 * in, 9 * in}, {"6in x 9in", 6 * in, 9 * in}, {"152x229mm", mm(152), mm(229)}, {"152mm × 229 mm", mm(152), mm(229)},
		{"432pt x 9in", 432 * unit.Point, 9 * in}, {"5.5x8.5in", in * 11 / 2, in * 17 / 2},
		{"6x9", 0, 0}, {"x", 0, 0}, {"", 0, 0}, {"1x1in", 0, 0}, {"60x90in", 0, 0}, {"-6x9in", 0, 0}, {"6x9x2in", 0, 0}, {"6emx9em", 0, 0},
	} {
		got, ok := ParseTrim(tt.text)
		if ok != (tt.width > 0) || ok && (got.Width != tt.width || got.Height != tt.height) {
			t.Errorf("%q is %v, %v", tt.text, got, ok)
		}
	}
	if got := TrimHint("us-trad"); got != "did you mean us-trade?" {
		t.Error(got)
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
	for _, name := range Names() {
		t.Run(name, func(t *testing.T) { contrast(t, name) })
	}
}

func contrast(t *testing.T, name string) {
	th, _ := Builtin(name)
	check := func(name string, c Color) {
		if ratio := 1.05 / (luminance(c) + 0.05); ratio < 4.5 {
			t.Errorf("%s has a contrast of %.1f:1", name, ratio)
		}
	}
	for _, s := range th.Styles() {
		check(string(s.Name), s.Color)
	}
	check("link", th.Colors.Link)
	check("accent", th.Colors.Accent)
}

func FuzzParse(f *testing.F) {
	fuzzing.Begin(f)
	// Without its comments, which are half of it.
	whole := regexp.MustCompile(`(?m)^ *#.*\n|^\n`).ReplaceAllString(source(f), "")
	f.Add(whole)
	f.Add("a:\n  b:\n    c: d\n")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > len(whole)+64 { // longer ones have nothing but repeats
			return
		}
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

// Styles returns all styles, sorted by name.
func (t *Theme) Styles() []*Style {
	var all []*Style
	for _, name := range StyleNames {
		all = append(all, t.styles[name])
	}
	return all
}

// TestDisplay: a theme that was made before pages of a few lines were has a style for them.
func TestDisplay(t *testing.T) {
	old := regexp.MustCompile(`(?m)^  display:\n(    .*\n)+`).ReplaceAllString(source(t), "")
	th, list := Parse("theme.yaml", []byte(old))
	if len(list) > 0 || strings.Contains(old, "display:") {
		t.Fatal(list)
	}
	full, _ := Parse("theme.yaml", []byte(source(t)))
	if got, want := *th.Style(Display), *full.Style(Display); got != want {
		t.Errorf("it is\n%+v, want\n%+v", got, want)
	}
}
