package render

import (
	"bytes"
	"image"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"octavo/book/graphic/svg"
	"octavo/book/internal/fuzzing"
)

func svgFile(body string) []byte {
	return []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100" width="200" height="100" font-size="20" font-family="sans-serif">` + body + `</svg>`)
}

// A text that became outlines looks as it did.
func TestSVG(t *testing.T) {
	tests := []struct{ name, body string }{
		{"plain", `<text x="5" y="30">Tide 1.6 m</text>`},
		{"several scripts", `<text x="5" y="30">2024 한국 東京 мост</text>`},
		{"right to left", `<text x="190" y="30" text-anchor="end" xml:lang="ar">مرحبا 2024</text>`},
		{"spans, anchors and weights", `<text x="100" y="30" text-anchor="middle">Salt <tspan fill="red" font-weight="700" dy="4">&amp; tar</tspan><tspan x="9" y="80" font-family="serif" font-style="italic">again</tspan></text>`},
		{"letters apart", `<text x="5" y="30" letter-spacing=".31em">VESTERAY</text>`},
		{"turned", `<text transform="translate(20 90) rotate(-30)" y="3">ferry <tspan font-size="9">fi</tspan></text>`},
		{"halo", `<text x="5" y="30" fill="#123" stroke="#fc0" stroke-width="5" stroke-linejoin="round" paint-order="stroke">Teel</text>`},
		{"outline in dashes", `<text x="5" y="60" font-size="60" fill="none" stroke="red" stroke-dasharray="5 2" stroke-dashoffset="1" stroke-opacity=".5">Rock</text>`},
		{"what is inherited", `<g fill-opacity=".5" fill-rule="evenodd" stroke="blue" fill="red" opacity=".7"><text y="30" x="9" stroke="none">Ærø</text><text y="80" x="9" fill-opacity="1">Ærø</text></g>`},
		{"rules for paths and groups", `<style>path { fill: none; stroke: red; opacity: .4; fill-opacity: .2; visibility: hidden } g { stroke: lime } .a { fill: blue; opacity: .5 }</style><text class="a" x="5" y="30">Lode</text><text x="5" y="80" id="b" transform="scale(.9)">Hallin</text>`},
		{"rules for texts", `<style>text { fill: red; opacity: .5; font-size: 30px } #c { display: none }</style><text x="5" y="30">seen</text><text id="c" x="5" y="60">hidden</text>`},
		{"clipped", `<clipPath id="c"><circle cx="40" cy="25" r="20"/></clipPath><text x="5" y="30" clip-path="url(#c)">clipped</text>`},
		{"shares of viewports", `<text x="50%" y="30">half</text><svg x="100" y="50" width="50%" height="50" viewBox="0 0 400 200"><text x="25%" y="50%" font-size="60">in</text></svg>`},
		{"small and huge", `<g transform="scale(10)"><text x="1" y="3" font-size="2">small</text></g><text transform="scale(.001)" x="9000" y="80000" font-size="20000">huge</text>`},
		{"link and empty", `<a href="#x"><text x="5" y="30">link</text></a><text/><text> </text>`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { sameLook(t, svgFile(tt.body), 20) })
	}
}

// The drawings of the sample are what readers will see.
func TestSVGSample(t *testing.T) {
	files, err := filepath.Glob("../../../chapters/images/*.svg")
	if err != nil || len(files) == 0 {
		t.Fatal(err, files)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		t.Run(filepath.Base(file), func(t *testing.T) { sameLook(t, data, 90) })
	}
}

// sameLook checks that data has texts no longer and still the same pixels, up
// to most of 255. Parse reads the numbers of a matrix to 16 binary places: with
// 0.0165 as 1081/65536 the last letter of a long line is off by a quarter of a
// pixel.
func sameLook(t *testing.T, data []byte, most int) {
	t.Helper()
	out, err := SVG(data, "", fonts())
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(out, []byte("<text")) {
		t.Errorf("a text is left:\n%s", out)
	}
	again, err := SVG(data, "", fonts())
	if err != nil || !bytes.Equal(out, again) {
		t.Errorf("a second time it is another file: %v", err)
	}
	isClean(t, out)
	before, after := pixels(t, data), pixels(t, out)
	ink, worst := 0, 0
	for i := range before.Pix {
		ink += int(before.Pix[i])
		d := int(before.Pix[i]) - int(after.Pix[i])
		worst = max(worst, d, -d)
	}
	if worst > most {
		t.Errorf("a pixel differs by %d\n%.3000s", worst, out)
	}
	if ink == 0 {
		t.Error("nothing is seen")
	}
}

// isClean checks that a file is one that Sanitize leaves as it is.
func isClean(t *testing.T, data []byte) {
	t.Helper()
	again, problems, err := svg.Sanitize(data, "", nil)
	if err != nil || len(problems) > 0 || !bytes.Equal(again, data) {
		t.Errorf("the file is not clean: %v %v\n%.3000s\nbecomes\n%.3000s", err, problems, data, again)
	}
}

func FuzzSVG(f *testing.F) {
	fuzzing.Begin(f)
	for _, seed := range []string{
		`<g fill-opacity=".5" stroke="blue"><text x="9" y="30" stroke-dasharray="2 1">Ærø <tspan dx="2">한국</tspan></text></g>`,
		`<style>path { fill: none; marker: url(#m) } text { filter: url(#f); opacity: .5 }</style><filter id="f"/><text id="t" y="20%" transform="scale(2)">a</text><use href="#u"/><g id="u"><text>b<text>c</text></text></g>`,
		`<text font-size="1e9" letter-spacing="-1e9" stroke="red" stroke-width="1e9" paint-order="stroke">ab</text><text font-size="1e-9" stroke="red">c</text>`,
	} {
		f.Add(seed)
	}
	set := fonts()
	f.Fuzz(func(t *testing.T, body string) {
		data := svgFile(body)
		kept, _, err := svg.Sanitize(data, "", nil)
		if err != nil {
			return
		}
		if again, _, err := svg.Sanitize(kept, "", nil); err != nil || !bytes.Equal(again, kept) {
			return // what is wrong beside the texts is for FuzzSanitize to find
		}
		out, err := SVG(data, "", set)
		if err != nil {
			t.Fatal(err)
		}
		isClean(t, out)
	})
}

func pixels(t *testing.T, data []byte) *image.RGBA {
	t.Helper()
	d, _, err := svg.Parse(data, "")
	if err != nil {
		t.Fatalf("%v\n%s", err, data)
	}
	img, err := Image(d, fonts(), 2*d.Width.Ceil(), 2*d.Height.Ceil())
	if err != nil {
		t.Fatal(err)
	}
	return img
}

// A text stays as it is where its look is not known, or its letters are not
// there: a reading system may do better.
func TestSVGKeepsText(t *testing.T) {
	tests := []struct{ name, body string }{
		{"glyph that no face has", "<text y=\"30\">a\U000F1234</text>"},
		{"places of single letters", `<text x="1 20 30" y="30">abc</text>`},
		{"rotated letters", `<text y="30" rotate="9">abc</text>`},
		{"a length to keep to", `<text y="30" textLength="90">abc</text>`},
		{"along a path", `<path id="p" d="M0 50H90"/><text><textPath href="#p">abc</textPath></text>`},
		{"gradient", `<linearGradient id="g"><stop stop-color="red"/><stop offset="1"/></linearGradient><text y="30" fill="url(#g)">abc</text>`},
		{"underlined", `<text y="30" style="text-decoration: underline">abc</text>`},
		{"underlined group", `<g text-decoration="underline"><text y="30">abc</text></g>`},
		{"capitals by style, within", `<text y="30">a<tspan style="text-transform: uppercase">bc</tspan></text>`},
		{"set from the right", `<g direction="rtl"><text y="30">abc</text></g>`},
		{"in a symbol", `<symbol id="s"><text y="30">abc</text></symbol><use href="#s" fill="red"/>`},
		{"used elsewhere", `<g id="s"><text y="30">abc</text></g><use href="#s" y="40" fill="red"/>`},
		{"as a clip", `<clipPath id="c"><text y="30">abc</text></clipPath><rect width="90" height="90" clip-path="url(#c)"/>`},
		{"too long", `<text y="30">` + strings.Repeat("letters ", 10_000) + `</text>`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			data := svgFile(tt.body + `<text y="90">other</text>`)
			want, _, err := svg.Sanitize(data, "", nil)
			if err != nil {
				t.Fatal(err)
			}
			out, err := SVG(data, "", fonts())
			if err != nil {
				t.Fatal(err)
			}
			kept, _, _ := bytes.Cut(want, []byte(`<text y="90">`))
			if !bytes.HasPrefix(out, kept) {
				t.Errorf("the file begins\n%.2000s\nwant\n%.2000s", out, kept)
			}
			if outlined := !bytes.Contains(out, []byte("other")); outlined == (tt.name == "too long") {
				t.Errorf("the other text is outlined: %v", outlined)
			}
		})
	}
}

// A drawing without texts is the same bytes whether fonts are there or not.
func TestSVGWithoutText(t *testing.T) {
	data := svgFile(`<title>A text</title><rect id="a" width="9" height="9"/><use href="#a" x="9"/>`)
	with, err := SVG(data, "", fonts())
	if err != nil {
		t.Fatal(err)
	}
	without, err := SVG(data, "", nil)
	if err != nil || !bytes.Equal(with, without) {
		t.Errorf("%v\n%s\n%s", err, with, without)
	}
}
