package pdf

import (
	"image"
	"image/draw"
	"image/png"
	"math/big"
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
	"testing"

	"octavo/book/base/unit"
	"octavo/book/font/shape"
	"octavo/book/graphic/drawing"
	"octavo/book/graphic/render"
	"octavo/book/graphic/svg"
	"octavo/book/internal/validator"
	"octavo/book/pdf/object"
	"octavo/book/typeset/document"
)

func TestAppendMilli(t *testing.T) {
	tests := map[int64]string{
		0: "0", 5: "0.005", 50: "0.05", 500: "0.5", 505: "0.505", 550: "0.55", 1000: "1",
		-1: "-0.001", -12340: "-12.34", 123456789: "123456.789",
	}
	for v, want := range tests {
		if got := string(appendMilli(nil, v)); got != want {
			t.Errorf("%d thousandths: got %s, want %s", v, got, want)
		}
	}
}

// TestAppendColor writes a gray as such, and all parts of any other colour.
func TestAppendColor(t *testing.T) {
	for c, want := range map[document.Color]string{
		{R: 255, G: 255, B: 255}: "1 g", {R: 51, G: 51, B: 51}: "0.2 g", {R: 51, G: 51, B: 102}: "0.2 0.2 0.4 rg", {R: 0, G: 51, B: 51}: "0 0.2 0.2 rg",
	} {
		if got := string(appendColor(nil, c, "g", "rg")); got != want {
			t.Errorf("%v: %s, want %s", c, got, want)
		}
	}
}

// TestCoefficient compares the printing of matrix coefficients with that of
// exact fractions.
func TestCoefficient(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	for range 2000 {
		v := rng.Int64N(1<<50) >> rng.IntN(50)
		if rng.IntN(2) == 0 {
			v = -v
		}
		got, ok := new(big.Rat).SetString(string(coefficient(v)))
		if !ok {
			t.Fatalf("%d is printed as %s", v, coefficient(v))
		}
		off := new(big.Rat).Sub(got, big.NewRat(v, 1<<32))
		if off.Abs(off).Cmp(big.NewRat(501, 1_000_000_000_000)) > 0 {
			t.Errorf("%d/2^32 is printed as %s", v, coefficient(v))
		}
	}
}

func TestAdjustment(t *testing.T) {
	tests := map[int64]int64{0: 0, 49: 0, 50: -1, -49: 0, -50: 1, 1234: -12, -1299: 13}
	for d, want := range tests {
		if got := adjustment(d); got != want {
			t.Errorf("to move by %d: got %d, want %d", d, got, want)
		}
	}
}

func TestAppendArray(t *testing.T) {
	tests := []struct{ a, b, want string }{
		{"", "(a)", "(a)"}, {"(a)", "", "(a)"}, {"(a)", "(b)", "(ab)"}, {"(a)", "-5", "(a)-5"},
		{"-5", "(a)", "-5(a)"}, {"-5", "-6", "-5 -6"}, {`(\))`, `(\()`, `(\)\()`},
	}
	for _, test := range tests {
		if got := string(appendArray([]byte(test.a), []byte(test.b))); got != test.want {
			t.Errorf("%q and %q: got %q, want %q", test.a, test.b, got, test.want)
		}
	}
}

func TestMappable(t *testing.T) {
	tests := map[string]string{
		"a": "a", "\ufeff": nothing, "\x00": nothing, "a\ufffe\ufeffb": "ab", "": nothing,
	}
	for in, want := range tests {
		if got := mappable(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

// TestManyCodes uses more pairs of glyph and text than a font can have.
func TestManyCodes(t *testing.T) {
	c := newCoder()
	face := shape.Builtin().Stack(shape.Serif, 400, false).Face()
	ff, err := c.fonts.face(face)
	if err != nil {
		t.Fatal(err)
	}
	const n = maxCIDs + 10
	for i := range n {
		c.fonts.cid(face, ff, 7, strconv.Itoa(i))
	}
	if len(c.fonts.fonts) != 2 || len(c.fonts.fonts[0].glyphs) != maxCIDs {
		t.Fatalf("%d fonts, the first with %d glyphs", len(c.fonts.fonts), len(c.fonts.fonts[0].glyphs))
	}
	last := c.fonts.cid(face, ff, 7, strconv.Itoa(n-1))
	if last.font != c.fonts.fonts[1] || last.font.texts[last.code] != strconv.Itoa(n-1) {
		t.Errorf("the last text has code %d of font %s", last.code, last.font.name)
	}
	if again := c.fonts.cid(face, ff, 7, "0"); again.font != c.fonts.fonts[0] || again.code != 1 {
		t.Errorf("the first text has code %d of font %s", again.code, again.font.name)
	}
}

func TestStopsFunction(t *testing.T) {
	stop := func(offset int64, r uint8) drawing.Stop {
		return drawing.Stop{Offset: drawing.Frac(offset, 100), Color: drawing.Color{R: r}}
	}
	gray := func(s drawing.Stop) object.Array { return object.Array{object.Int(s.Color.R)} }
	part := func(a, b string) string {
		return "<</C0 [" + a + "]/C1 [" + b + "]/Domain [0 1]/FunctionType 2/N 1>>"
	}
	tests := []struct {
		name  string
		stops []drawing.Stop
		want  string
	}{
		{"two", []drawing.Stop{stop(0, 1), stop(100, 2)}, part("1", "2")},
		{"a step", []drawing.Stop{stop(0, 1), stop(50, 2), stop(50, 3), stop(100, 4)},
			"<</Bounds [0.5]/Domain [0 1]/Encode [0 1 0 1]/FunctionType 3/Functions [" + part("1", "2") + " " + part("3", "4") + "]>>"},
		{"inset", []drawing.Stop{stop(25, 1), stop(75, 2)},
			"<</Bounds [0.25 0.75]/Domain [0 1]/Encode [0 1 0 1 0 1]/FunctionType 3/Functions [" +
				part("1", "1") + " " + part("1", "2") + " " + part("2", "2") + "]>>"},
		{"all at the start", []drawing.Stop{stop(0, 1), stop(0, 2)}, part("2", "2")},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := string(stopsFunction(test.stops, gray).Append(nil)); got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}

// TestDrawing compares a drawing in the PDF, as poppler renders it, with the
// pixels that package render makes of it.
func TestDrawing(t *testing.T) {
	// Poppler rounds the cells of patterns to whole pixels, so that they end elsewhere; MuPDF and
	// browsers draw them as package render does.
	plain := strings.NewReplacer("url(#p)", "#060", "url(#q)", "navy").Replace(layers)
	for name, data := range map[string][]byte{"shapes": svgPicture.Data, "layers": []byte(plain)} {
		t.Run(name, func(t *testing.T) { compareDrawing(t, data) })
	}
}

func compareDrawing(t *testing.T, data []byte) {
	picture := *svgPicture
	picture.Data = data

	const w, h = 240, 120
	b := newBuilder()
	b.page = &document.Page{Width: w * unit.Point, Height: h * unit.Point, Label: "1"}
	b.doc.Pages = []*document.Page{b.page}
	fig := document.NewElement(b.doc.Root, "Figure")
	fig.Alt = "a"
	b.page.Items = []document.Item{&document.Graphic{W: b.page.Width, H: b.page.Height, Picture: &picture, Elem: fig}}
	got := decodePNG(t, validator.PDFPages(t, encode(t, b.doc, Options{}), 144)[0])

	d, _, err := svg.Parse(data, "")
	if err != nil {
		t.Fatal(err)
	}
	fonts := &render.Fonts{Library: b.lib, Shaper: shape.NewShaper(), Families: families(&document.Document{})}
	top, err := render.Image(d, fonts, 2*w, 2*h)
	if err != nil {
		t.Fatal(err)
	}
	want := image.NewRGBA(top.Bounds())
	draw.Draw(want, want.Rect, image.White, image.Point{}, draw.Src)
	draw.Draw(want, want.Rect, top, image.Point{}, draw.Over)
	if got.Bounds() != want.Bounds() {
		t.Fatalf("poppler's page is %v, want %v", got.Bounds(), want.Bounds())
	}
	sum := 0
	for y := range 2 * h {
		for x := range 2 * w {
			r, g, b, _ := got.At(x, y).RGBA()
			u, v, w, _ := want.At(x, y).RGBA()
			sum += apart(r, u) + apart(g, v) + apart(b, w)
		}
	}
	if mean := float64(sum) / (3 * 4 * w * h); mean > 2 {
		t.Errorf("the two differ by %.2f of 255 on average", mean)
	}
}

func apart(a, b uint32) int {
	d := int(a>>8) - int(b>>8)
	return max(d, -d)
}

func decodePNG(t *testing.T, path string) image.Image {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	img, err := png.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	return img
}

// layers has what is painted apart or over and over: a mask, patterns, blends,
// a picture of pixels, and a text along a path.
const layers = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 120">
<linearGradient id="g"><stop offset="0" stop-color="#000"/><stop offset="1" stop-color="#fff"/></linearGradient>
<mask id="m"><rect x="0" y="0" width="240" height="120" fill="url(#g)"/><circle cx="30" cy="30" r="8" fill="#000"/></mask>
<pattern id="p" width="10" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(30)"><rect width="5" height="8" fill="#060"/><circle cx="7" cy="4" r="2" fill="red" opacity=".5"/></pattern>
<pattern id="q" width=".25" height=".5" patternContentUnits="objectBoundingBox"><rect width=".125" height=".25" fill="navy"/></pattern>
<clipPath id="c" clipPathUnits="objectBoundingBox"><circle cx=".5" cy=".5" r=".5"/></clipPath>
<g mask="url(#m)"><rect x="5" y="5" width="60" height="50" fill="#1f6fb2"/><rect x="40" y="20" width="40" height="30" fill="#c33"/></g>
<rect x="90" y="5" width="60" height="50" fill="url(#p)" stroke="url(#q)" stroke-width="8"/>
<rect x="165" y="5" width="60" height="50" fill="url(#q)" clip-path="url(#c)"/>
<circle cx="30" cy="90" r="20" fill="#0ff"/><circle cx="50" cy="90" r="20" fill="#ff0" style="mix-blend-mode: multiply"/>
<g style="mix-blend-mode: screen" opacity=".7"><circle cx="40" cy="100" r="15" fill="#a0f"/></g>
<rect x="80" y="70" width="30" height="40" fill="#888"/><rect x="95" y="80" width="30" height="20" fill="#fa0" style="mix-blend-mode: difference"/>
<path id="k" d="M6 68Q60 40 110 66" fill="none"/><text font-size="12" font-family="sans-serif"><textPath href="#k">along the <tspan font-weight="bold">bend</tspan></textPath></text>
<image x="140" y="70" width="80" height="40" preserveAspectRatio="xMidYMid slice" transform="rotate(4 180 90)" href="data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAQAAAACCAIAAADwyuo0AAAAH0lEQVR4nGM4IScnB8YfPmgwiIiIVFRU3Llzh2HBAgB77gqN7Ou6qQAAAABJRU5ErkJggg=="/>
</svg>`
