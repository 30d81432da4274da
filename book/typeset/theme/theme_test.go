package theme

import (
	"fmt"
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
		for _, style := range StyleNames {
			if d, _ := builtin(name); d.styles[style] == nil {
				t.Errorf("%s has no style %s", name, style)
			}
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
		{"unknown key", "  trim: us-trade", "  trimm: us-trade", `18:3: error: the key "trimm" is unknown [key-unknown] | did you mean trim?`},
		{"unknown group", "heads:", "heds:", `85:1: error: the key "heds" is unknown [key-unknown] | did you mean heads?`},
		{"unknown style", "  bio:", "  boi:", `195:3: error: the key "boi" is unknown [key-unknown]`},
		{"unknown style key", "    align: justify", "    aline: justify", `119:5: error: the key "aline" is unknown [key-unknown] | did you mean like?`},
		{"glyphs out of shape", "glyph-shrink: 20", "glyph-shrink: 101", "43:17: error: 101 is out of bounds [value-range] | write a whole number from 0 to 100"},
		{"a number beyond all", "tolerance: 500", "tolerance: 99999999999999999999", "out of bounds [value-range] | write a whole number from 0 to 100000"},
		{"wrong number", "tolerance: 500", "tolerance: much", `45:14: error: want a whole number, got "much" [type-wrong] | write a whole number from 0 to 100000`},
		{"a fraction", "tolerance: 500", "tolerance: 16.5", `want a whole number, got "16.5" [type-wrong]`},
		{"a list for a number", "tolerance: 500", "tolerance: [160]", "want text, got a list [type-wrong]"},
		{"no unit", "size: 10.5pt", "size: 10.5", `114:11: error: "10.5" is no length [theme-length] | give it a unit: 10.5pt`},
		{"wrong unit", "size: 10.5pt", "size: 14px", `114:11: error: "14px" is no length [theme-length] | write a number of at most three decimals and pt, mm, in, em`},
		{"a short length", "size: 10.5pt", "size: 10.pt", `"10.pt" is no length [theme-length]`},
		{"a long fraction", "size: 10.5pt", "size: 10.5001pt", `"10.5001pt" is no length [theme-length]`},
		{"less than nothing", "indent: 1.3em", "indent: -1.3em", "118:13: error: -1.3em is out of bounds [value-range] | give a length from 0pt to 7200pt"},
		{"a list for a length", "size: 10.5pt", "size: [10.5pt]", "want text, got a list [type-wrong]"},
		{"wrong colour", `accent: "#9b1b30"`, `accent: "red"`, `100:11: error: "red" is no colour [theme-color] | write # and six digits from 0 to f in quotation marks, "#9b1b30"`},
		{"bad hex", `accent: "#9b1b30"`, `accent: "#9b1bg0"`, `"#9b1bg0" is no colour [theme-color]`},
		{"a colour that is a comment", `accent: "#9b1b30"`, `accent: #9b1b30`, `100:10: error: "" is no colour [theme-color] | write # and six digits from 0 to f in quotation marks`},
		{"a list for a colour", `accent: "#9b1b30"`, `accent: [red]`, "want text, got a list [type-wrong]"},
		{"twice", "name: press", "name: press\nname: press", `4:1: error: the key "name" was given on line 3 already [key-duplicate]`},
		{"not a map", "name: press", "- name", "[yaml-syntax]"},
		{"a map for a text", "name: press", "name: {a: b}", "3:7: error: want text, got a mapping [type-wrong]"},
		{"a text for a group", "name: press", "name: press\nheads: a", "want a mapping, got text [type-wrong]"},
		{"baseline of nothing", "baseline: 14pt", "baseline: 0pt", "27:13: error: 0pt is out of bounds [value-range] | give a length from 4pt to 100pt"},
		{"baseline of miles", "baseline: 14pt", "baseline: 90000in", "90000in is out of bounds [value-range] | give a length from 4pt to 100pt"},
		{"scale", "min-scale: 900", "min-scale: 9000", "9000 is out of bounds [value-range] | write a whole number from 500 to 2000"},
		{"scales", "min-scale: 900", "min-scale: 1900", "18:3: error: min-scale is more than max-scale [theme-page]"},
		{"weight", "    weight: 600\n    caps", "    weight: 6000\n    caps", "130:13: error: 6000 is out of bounds [value-range] | write a whole number from 100 to 900"},
		{"ornament", `break-ornament: ""`, "break-ornament: this is longer than any ornament", "too long for an ornament [value-range] | write at most 20 characters"},
		{"like nothing", "like: paragraph\n    family: sans\n    size: 8.5pt", "like: paragraf\n    family: sans\n    size: 8.5pt", `126:11: error: "paragraf" is not known here [value-unknown] | did you mean paragraph?`},
		{"like itself", "like: paragraph\n    family: sans\n    size: 8.5pt", "like: toc-part\n    family: sans\n    size: 8.5pt", "is like itself [theme-style] | name another style"},
		{"no trim", "trim: us-trade", "trim: huge", `18:9: error: unknown trim "huge" [edition-trim]`},
		{"no flag", "hyphenate: true", "hyphenate: maybe", `want true or false, got "maybe" [type-wrong]`},
		{"no alignment", "align: justify", "align: justified", `119:12: error: "justified" is not known here [value-unknown] | did you mean justify?`},
		{"no such mark", "emphasis-marks: dot", "emphasis-marks: dots", `94:17: error: "dots" is not known here`},
		{"no such lead-in", "lead-in: small-caps", "lead-in: fleuron", "there are none, small-caps and drop-cap"},
		{"size", "size: 10.5pt", "size: 201pt", "114:11: error: 201pt is out of bounds [value-range] | give a length from 4pt to 200pt"},
		{"lines on lines", "leading: 14pt\n    weight: 400", "leading: 4pt\n    weight: 400", "113:5: error: the style paragraph has lines of 10.5pt at 4pt [theme-page]"},
		{"no room", "inner: 120", "inner: 800", "18:3: error: the page has no room for text [theme-page]"},
		{"no measure", "measure: 30.5em", "measure: 0.5em", "23:12: error: 0.5em is out of bounds [value-range]"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			text := strings.Replace(press, tt.old, tt.new, 1)
			if text == press {
				t.Fatal("the fault was not put in")
			}
			_, list := Parse("theme.yaml", []byte(text))
			for _, d := range list {
				if strings.Contains(strings.ReplaceAll(d.String(), "\n    hint: ", " | "), tt.want) && d.Severity == book.Error {
					return
				}
			}
			t.Errorf("no error says %q: %v", tt.want, list)
		})
	}
}

// TestFaultsAtOnce: one run tells of all faults, in their order.
func TestFaultsAtOnce(t *testing.T) {
	_, list := Parse("theme.yaml", []byte("colors: {acent: x, link: blue}\npage: {baseline: 1pt, trim: A55}\nstyles: {bio: {size: 8px}, boi: {}}\n"))
	var got []string
	for _, d := range list {
		got = append(got, fmt.Sprintf("%d:%d %s", d.Pos.Line, d.Pos.Col, d.Rule))
	}
	want := []string{"1:10 key-unknown", "1:26 theme-color", "2:18 value-range", "2:29 edition-trim", "3:22 theme-length", "3:28 key-unknown"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestLayers: what a theme says wins over the theme extended, also where other styles of
// that take it over, and an empty ornament is one.
func TestLayers(t *testing.T) {
	th, list := Parse("theme.yaml", []byte("extends: classic\nbreak-ornament: ''\npage: {baseline: 15pt}\nstyles:\n  paragraph: {size: 12pt, leading: 15pt}\n  byline: {color: \"#123456\", before: 2em}\n"))
	if len(list) > 0 {
		t.Fatal(list)
	}
	classic, _ := Builtin("classic")
	pt := func(milli int64) unit.Length { return unit.Milli(milli) }
	for _, tt := range []struct {
		what      string
		got, want any
	}{
		{"the name", th.Name, ""},
		{"the ornament", th.Ornament, ""},
		{"another group", th.Heads, classic.Heads},
		{"the em of the page", th.Page.Measure, pt(27 * 12000)},
		{"the em of paragraphs", th.Style(Paragraph).Indent, pt(14400)},
		{"a style that says nothing", th.Style(Definition).Size, pt(12000)},
		{"what is like it takes over", th.Style(BookEditors).Color, Color{0x12, 0x34, 0x56}},
		{"the room before it is its own", th.Style(BookEditors).Before, unit.Length(0)},
		{"the em of a style", th.Style(Byline).Before, pt(22000)},
		{"lines of the grid", th.Style(Kicker).After, pt(15000)},
	} {
		if tt.got != tt.want {
			t.Errorf("%s: %v, not %v", tt.what, tt.got, tt.want)
		}
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
