package render

import (
	"bytes"
	"errors"
	"image"
	"image/color"
	"image/png"
	"strings"
	"testing"

	"octavo/book/font/shape"
	"octavo/book/graphic/drawing"
	"octavo/book/graphic/svg"
)

func fonts() *Fonts {
	return &Fonts{Library: shape.Builtin(), Shaper: shape.NewShaper(), Families: [3]string{shape.Sans, shape.Serif, shape.Mono}}
}

func parse(t testing.TB, body string) *drawing.Drawing {
	t.Helper()
	d, problems, err := svg.Parse([]byte(`<svg xmlns="http://www.w3.org/2000/svg" width="12" height="6">`+body+`</svg>`), "")
	if err != nil || len(problems) > 0 {
		t.Fatalf("%v %v", err, problems)
	}
	return d
}

// ascii shows the alpha of an image: a digit for each eighth.
func ascii(img *image.RGBA) string {
	var b strings.Builder
	for y := range img.Rect.Dy() {
		for x := range img.Rect.Dx() {
			b.WriteByte(".1234567#"[(int(img.RGBAAt(x, y).A)+16)/32])
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func TestImage(t *testing.T) {
	tests := []struct{ name, body, want string }{
		{"rectangle", `<rect x="1" y="1" width="4" height="2.5"/>`, `
............
.####.......
.####.......
.4444.......
............
............`},
		{"hole", `<path fill-rule="evenodd" d="M0 0H6V6H0zM2 2H4V4H2z"/>`, `
######......
######......
##..##......
##..##......
######......
######......`},
		{"same way round, no hole", `<path d="M0 0H6V6H0zM2 2H4V4H2z"/>`, `
######......
######......
######......
######......
######......
######......`},
		{"stroke with round caps", `<line x1="3" y1="3" x2="9" y2="3" stroke="red" stroke-width="2" stroke-linecap="round"/>`, `
............
............
..6######6..
..6######6..
............
............`},
		{"dashes", `<line y1="1" x2="12" y2="1" stroke="red" stroke-width="2" stroke-dasharray="3 2"/>`, `
###..###..##
###..###..##
............
............
............
............`},
		{"opacity of a group, not of its parts", `<g opacity=".5"><rect width="6" height="6"/><rect x="3" width="6" height="6"/></g>`, strings.Repeat("\n444444444...", 6)},
		{"opacity of parts", `<rect width="6" height="6" opacity=".5"/><rect x="3" width="6" height="6" opacity=".5"/>`, strings.Repeat("\n444666444...", 6)},
		{"clip on pixels", `<clipPath id="c"><rect x="2" y="1" width="3" height="3"/></clipPath><rect width="12" height="6" clip-path="url(#c)"/>`, `
............
..###.......
..###.......
..###.......
............
............`},
		{"clip within clip", `<clipPath id="c"><rect x="2.5" y="1" width="6" height="3"/></clipPath><clipPath id="d"><rect x="4" width="9" height="2"/></clipPath><g clip-path="url(#c)"><rect width="12" height="6" clip-path="url(#d)"/></g>`, `
............
....####4...
............
............
............
............`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			img, err := Image(parse(t, tt.body), nil, 12, 6)
			if err != nil {
				t.Fatal(err)
			}
			got, want := strings.ReplaceAll(ascii(img), "8", "#"), strings.ReplaceAll(strings.TrimPrefix(tt.want, "\n")+"\n", "8", "#")
			if got != want {
				t.Errorf("got\n%swant\n%s", got, want)
			}
		})
	}
}

func TestAnchors(t *testing.T) {
	f := fonts()
	d := parse(t, `<text x="100">Tide</text><text x="100" text-anchor="middle">Tide</text><text x="100" text-anchor="end">Ti<tspan dx="5">de</tspan></text>`)
	width := f.Width(&d.Items[0].(*drawing.Text).Spans[0])
	if width < drawing.Int(20) || width > drawing.Int(40) {
		t.Fatalf("four letters at 16 pixels are %v wide", width)
	}
	last := d.Items[2].(*drawing.Text)
	total := f.Width(&last.Spans[0]) + drawing.Int(5) + f.Width(&last.Spans[1])
	want := []drawing.Fixed{drawing.Int(100), drawing.Int(100) - width/2, drawing.Int(100) - total}
	for i, it := range d.Items {
		if got := f.Set(it.(*drawing.Text))[0].X; got != want[i] {
			t.Errorf("text %d begins at %v, want %v", i, got, want[i])
		}
	}
}

// Every letter that is drawn lies between the pen's start and end, about.
func TestOutlineIsWhereTheTextIs(t *testing.T) {
	f := fonts()
	text := &drawing.Text{Transform: drawing.Identity, X: drawing.Int(50), Y: drawing.Int(70), Spans: []drawing.Span{
		{Value: "Höhe 水 높이", Size: drawing.Int(20), Weight: 400, Spacing: drawing.One, Fill: &drawing.Paint{}},
	}}
	end := text.X + f.Width(&text.Spans[0])
	for _, run := range f.Set(text) {
		path := run.Outline()
		if strings.TrimSpace(run.Run.Text) == "" {
			continue
		}
		lo, hi := path.Extent()
		slack := drawing.Int(3)
		if lo.X < text.X-slack || hi.X > end+slack || lo.Y < drawing.Int(50) || hi.Y > drawing.Int(77) {
			t.Errorf("run %q reaches from %v to %v", run.Run.Text, lo, hi)
		}
		if hi.Y-lo.Y < drawing.Int(8) {
			t.Errorf("run %q is only %v high", run.Run.Text, hi.Y-lo.Y)
		}
	}
}

func TestPNGHasNoTransparency(t *testing.T) {
	data, err := PNG(parse(t, `<rect width="3" height="6" opacity=".5"/>`), nil, 24, 12, drawing.Color{R: 255, G: 255, B: 255})
	if err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	if o := img.(*image.RGBA); !o.Opaque() {
		t.Error("the file has transparent places")
	}
	for x, want := range map[int]color.RGBA{1: {127, 127, 127, 255}, 20: {255, 255, 255, 255}} {
		if got := img.At(x, 5); got != want {
			t.Errorf("pixel %d is %v, want %v", x, got, want)
		}
	}
}

// A drawing made to take for ever is an error, and soon.
func TestComplexity(t *testing.T) {
	var shapes, groups strings.Builder
	for range 20_000 {
		shapes.WriteString(`<rect width="12" height="6"/>`)
		groups.WriteString(`<g opacity=".5"><rect width="12" height="6"/><rect width="11" height="6"/></g>`)
	}
	for name, body := range map[string]string{"shapes": shapes.String(), "groups": groups.String()} {
		if _, err := paint(parse(t, body), nil, 2000, 1000, maxWork/20); !errors.Is(err, ErrComplex) {
			t.Errorf("%s: error is %v, want %v", name, err, ErrComplex)
		}
	}
	if _, err := Image(parse(t, ""), nil, 100_000, 100_000); err == nil {
		t.Error("an image of ten gigapixels is made")
	}
}

func BenchmarkImage(b *testing.B) {
	d := parse(b, `<circle cx="6" cy="3" r="3" fill="teal"/><path d="M0 0C4 6 8 0 12 6" fill="none" stroke="red"/>`)
	for b.Loop() {
		if _, err := Image(d, nil, 1200, 600); err != nil {
			b.Fatal(err)
		}
	}
}
