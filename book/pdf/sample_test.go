package pdf

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"octavo/book"
	"octavo/book/base/unit"
	"octavo/book/font/shape"
	"octavo/book/typeset/document"
)

// A builder sets documents by hand: it breaks lines greedily, and knows nothing
// of hyphens or justification.
type builder struct {
	lib    *shape.Library
	doc    *document.Document
	page   *document.Page
	y      unit.Length
	source strings.Builder // what was set, in reading order
}

const (
	pageWidth  = 420 * unit.Point
	pageHeight = 595 * unit.Point
	margin     = 48 * unit.Point
	textSizePt = 11 * unit.Point
	leading    = 15 * unit.Point
)

func newBuilder() *builder {
	lib := shape.Builtin()
	b := &builder{lib: lib, doc: &document.Document{
		Fonts: lib,
		Root:  document.NewElement(nil, "Document"),
		Info: document.Info{
			Title: "Tides & <Harbours>", Authors: []string{"Ilse Brandvik", "김하늘"},
			Subject: "A series", Keywords: []string{"tides", "ports"}, Publisher: "Press", Rights: "© 2025",
			Language: "en", Identifier: "urn:uuid:0f7e", Generator: "Octavo test",
			Modified: book.Date{Time: time.Date(2025, 11, 5, 22, 54, 0, 0, time.FixedZone("", 8*3600)), HasTime: true},
		},
	}}
	return b
}

// newPage begins a page with a running head and a folio.
func (b *builder) newPage(label string) {
	b.page = &document.Page{Width: pageWidth, Height: pageHeight, Label: label}
	b.doc.Pages = append(b.doc.Pages, b.page)
	b.y = margin + leading
	b.artifact("Tides and Harbours", margin-10*unit.Point)
}

func (b *builder) endPage() {
	b.artifact(b.page.Label, pageHeight-margin+20*unit.Point)
}

func (b *builder) artifact(s string, y unit.Length) {
	b.page.Items = append(b.page.Items, &document.Text{
		X: margin, Y: y, Size: 8 * unit.Point, Color: document.Color{R: 90, G: 90, B: 90},
		Words: b.words(nil, s, "en", 8*unit.Point, 0, false),
	})
}

func (b *builder) stack(family string) *shape.Stack {
	return b.lib.Stack(family, 400, false)
}

// words shapes s, one or more runs for each word.
func (b *builder) words(stack *shape.Stack, s, lang string, size, tracking unit.Length, space bool) []document.Word {
	if stack == nil {
		stack = b.stack(shape.Serif)
	}
	var out []document.Word
	var x unit.Length
	fields := strings.Fields(s)
	for i, f := range fields {
		runs := stack.Shape(f, shape.Options{Lang: lang})
		for k, r := range runs {
			last := k == len(runs)-1
			out = append(out, document.Word{Run: r, X: x, Space: last && (space || i < len(fields)-1)})
			x += runWidth(r, size, tracking)
		}
		x += 3*size/10 + unit.Length(i%3)*unit.Point/4
	}
	return out
}

func runWidth(r *shape.Run, size, tracking unit.Length) unit.Length {
	return size.Mul(r.Width, int64(r.Face.UnitsPerEm())) + unit.Length(len(r.Glyphs))*tracking
}

// set sets s under the element in lines of at most eight words, each line a
// Text.
func (b *builder) set(e *document.Element, s, lang string) {
	fields := strings.Fields(s)
	for len(fields) > 0 {
		n := min(8, len(fields))
		b.line(e, strings.Join(fields[:n], " "), lang, 0, n < len(fields))
		fields = fields[n:]
	}
	b.source.WriteString(s + "\n")
}

func (b *builder) line(e *document.Element, s, lang string, tracking unit.Length, space bool) {
	b.page.Items = append(b.page.Items, &document.Text{
		X: margin, Y: b.y, Size: textSizePt, Tracking: tracking, Elem: e,
		Words: b.words(nil, s, lang, textSizePt, tracking, space),
	})
	b.y += leading
}

func (b *builder) rule() {
	b.page.Items = append(b.page.Items, &document.Rule{
		X: margin, Y: b.y - 8*unit.Point, W: 100 * unit.Point, H: unit.Point / 2, Color: document.Color{R: 200, G: 30, B: 30},
	})
	b.y += leading / 2
}

func (b *builder) figure(parent *document.Element, pic *book.Picture, alt string) {
	fig := document.NewElement(parent, "Figure")
	fig.Alt = alt
	w, h := 120*unit.Point, 60*unit.Point
	fig.BBox = [4]unit.Length{margin, b.y, margin + w, b.y + h}
	b.page.Items = append(b.page.Items, &document.Graphic{X: margin, Y: b.y, W: w, H: h, Picture: pic, Elem: fig})
	b.y += h + leading
}

// link makes the line set last lead somewhere.
func (b *builder) link(e *document.Element, uri string, dest *document.Dest) {
	b.page.Links = append(b.page.Links, document.LinkArea{
		X: margin, Y: b.y - 2*leading, W: 100 * unit.Point, H: leading,
		Elem: e, Contents: "leads to " + uri, URI: uri, Dest: dest,
	})
}

func pngPicture(t testing.TB, name string, img image.Image) *book.Picture {
	t.Helper()
	var buf bytes.Buffer
	if err := png.Encode(&buf, img); err != nil {
		t.Fatal(err)
	}
	return &book.Picture{Path: name, Format: "png", Width: img.Bounds().Dx(), Height: img.Bounds().Dy(), Data: buf.Bytes()}
}

func jpegPicture(t testing.TB, name string, img image.Image) *book.Picture {
	t.Helper()
	var buf bytes.Buffer
	if err := jpeg.Encode(&buf, img, nil); err != nil {
		t.Fatal(err)
	}
	return &book.Picture{Path: name, Format: "jpeg", Width: img.Bounds().Dx(), Height: img.Bounds().Dy(), Data: buf.Bytes()}
}

// gradient is a picture whose alpha falls from left to right when see is set.
func gradient(w, h int, see bool) image.Image {
	img := image.NewNRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			a := uint8(255)
			if see {
				a = uint8(255 - 200*x/w)
			}
			img.SetNRGBA(x, y, color.NRGBA{uint8(255 * x / w), uint8(255 * y / h), 120, a})
		}
	}
	return img
}

func grays(w, h int) image.Image {
	img := image.NewGray(image.Rect(0, 0, w, h))
	for i := range img.Pix {
		img.Pix[i] = uint8(i * 7)
	}
	return img
}

// sample is a document with every kind of item and every structure type.
func sample(t testing.TB) *builder {
	t.Helper()
	b := newBuilder()
	root := b.doc.Root
	b.newPage("i")
	dest := &document.Dest{Page: 1, Y: margin}
	toc := document.NewElement(root, "TOC")
	toci := document.NewElement(toc, "TOCI")
	ref := document.NewElement(toci, "Reference")
	b.set(ref, "The last ferry 1", "en")
	b.rule()
	b.link(ref, "", dest)
	b.doc.Outline = []*document.Bookmark{
		{Title: "Contents", Dest: &document.Dest{Page: 0}},
		{Title: "마지막 배", Dest: dest, Kids: []*document.Bookmark{{Title: "Notes (all)", Dest: &document.Dest{Page: 2, Y: 100 * unit.Point}}}},
	}
	b.endPage()

	b.newPage("1")
	part := document.NewElement(root, "Part")
	sect := document.NewElement(part, "Sect")
	h1 := document.NewElement(sect, "H1")
	b.line(h1, "The Last Ferry", "en", unit.Point/2, false)
	b.source.WriteString("The Last Ferry\n")
	b.rule()
	p := document.NewElement(sect, "P")
	b.set(p, "Office workers affirm that the ferry’s final (and 2nd) crossing \\ was efficient; AVATAR To. “Quite,” said Ilse.", "en")
	p = document.NewElement(sect, "P")
	b.set(p, "Ελληνικά και русский текст, 마지막 배가 떠났다. 最后一班渡轮。", "en")
	// Letters of several glyphs each.
	p = document.NewElement(sect, "P")
	b.set(p, "q̈x̃ and g̊w̌ are rare", "en")
	p = document.NewElement(sect, "P")
	b.set(p, "no font has \U00013080 or \ue123 or two \U00013080\U00013080", "en")
	b.backwards(document.NewElement(sect, "P"))
	quote := document.NewElement(sect, "BlockQuote")
	qp := document.NewElement(quote, "P")
	qp.Lang = "ko"
	b.set(qp, "물때를 기다리는 사람들", "ko")
	lp := document.NewElement(sect, "P")
	link := document.NewElement(lp, "Link")
	b.set(link, "the harbour’s site", "en")
	b.link(link, "https://example.org/a(b)?q=é", nil)
	list := document.NewElement(sect, "L")
	list.Numbering = "Decimal"
	for i := range 2 {
		li := document.NewElement(list, "LI")
		b.set(document.NewElement(li, "Lbl"), strconv.Itoa(i+1)+".", "en")
		body := document.NewElement(li, "LBody")
		b.set(document.NewElement(body, "P"), "an item", "en")
	}
	b.hyphenated(document.NewElement(sect, "P"))
	code := document.NewElement(sect, "Code")
	b.set(code, "x := []int{1}", "en")
	b.endPage()

	b.newPage("2")
	b.figures(t, sect)
	b.table(sect)
	fp := document.NewElement(sect, "P")
	b.set(document.NewElement(fp, "Span"), "A call", "en")
	nref := document.NewElement(fp, "Reference")
	b.set(document.NewElement(nref, "Lbl"), "7", "en")
	note := document.NewElement(fp, "Note")
	note.ID = "n1"
	b.set(note, "What the note says.", "en")
	b.link(nref, "", &document.Dest{Page: 2, Y: b.y})
	b.endPage()
	return b
}

// hyphenated sets a word broken over two lines, the first of which is drawn wider.
func (b *builder) hyphenated(p *document.Element) {
	size := textSizePt
	stack := b.stack(shape.Serif)
	first := stack.Shape("har", shape.Options{Lang: "en"})[0]
	hyphen := stack.Shape("-", shape.Options{Lang: "en"})[0]
	b.page.Items = append(b.page.Items, &document.Text{X: margin, Y: b.y, Size: size, Stretch: 100, Elem: p, Words: []document.Word{
		{Run: first}, {Run: hyphen, X: runWidth(first, size, 0).Mul(11, 10), Hyphen: true},
	}})
	b.y += leading
	b.line(p, "bour walls", "en", 0, false)
	b.source.WriteString("har\u00adbour walls\n")
}

// backwards sets a word from right to left, and one as usual behind it, all of them narrow.
func (b *builder) backwards(p *document.Element) {
	runs := b.stack(shape.Serif).Shape("AVTo", shape.Options{Lang: "en"})
	glyphs := slices.Clone(runs[0].Glyphs)
	slices.Reverse(glyphs)
	run := &shape.Run{Face: runs[0].Face, Text: "AVTo", Glyphs: glyphs, Width: runs[0].Width, RTL: true}
	words := b.words(nil, "and on", "en", textSizePt, 0, false)
	for i := range words {
		words[i].X += 60 * unit.Point
	}
	words = append([]document.Word{{Run: run, Space: true}}, words...)
	b.page.Items = append(b.page.Items, &document.Text{X: margin, Y: b.y, Size: textSizePt, Stretch: -100, Elem: p, Words: words})
	b.y += leading
	b.source.WriteString("AVTo and on\n")
}

func (b *builder) figures(t testing.TB, sect *document.Element) {
	pic := pngPicture(t, "alpha.png", gradient(40, 20, true))
	b.figure(sect, pic, "A gradient that fades")
	b.figure(sect, pic, "The same again")
	b.figure(sect, jpegPicture(t, "a.jpg", gradient(64, 32, false)), "A JPEG")
	b.figure(sect, pngPicture(t, "gray.png", grays(30, 15)), "Grays")
	b.page.Items = append(b.page.Items, &document.Graphic{
		X: 300 * unit.Point, Y: 60 * unit.Point, W: 40 * unit.Point, H: 40 * unit.Point,
		Picture: pngPicture(t, "rgb.png", gradient(33, 17, false)),
	})
	b.figure(sect, svgPicture, "A drawing with everything in it")
	inline := document.NewElement(document.NewElement(sect, "P"), "Figure")
	inline.Alt = "A picture within a line"
	b.page.Items = append(b.page.Items, &document.Graphic{
		X: margin, Y: b.y - 8*unit.Point, W: 8 * unit.Point, H: 8 * unit.Point, Picture: pic, Elem: inline,
	})
	b.y += leading
	cap := document.NewElement(sect, "Caption")
	b.set(cap, "Two pictures", "en")
}

// svgPicture uses every kind of paint, stroke, clip, group and text.
var svgPicture = &book.Picture{Path: "a.svg", Format: "svg", Width: 240, Height: 120, Data: []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 120">
<defs>
<linearGradient id="a"><stop offset="0" stop-color="#004060"/><stop offset="0.5" stop-color="#40a0c0"/><stop offset="1" stop-color="#e0f0ff"/></linearGradient>
<linearGradient id="b" spreadMethod="reflect" x2="0.2"><stop stop-color="red"/><stop offset="1" stop-color="yellow"/></linearGradient>
<radialGradient id="c" fx="0.3" fy="0.3"><stop stop-color="white"/><stop offset="1" stop-color="purple" stop-opacity="0.1"/></radialGradient>
<radialGradient id="d" spreadMethod="repeat" r="0.2"><stop stop-color="black"/><stop offset="1" stop-color="lime"/></radialGradient>
<clipPath id="k"><circle cx="200" cy="30" r="25"/></clipPath>
</defs>
<rect width="240" height="120" fill="url(#a)"/>
<rect x="5" y="5" width="50" height="25" fill="url(#b)" stroke="#222" stroke-width="2" stroke-linejoin="round"/>
<circle cx="90" cy="30" r="24" fill="url(#c)"/>
<ellipse cx="145" cy="30" rx="24" ry="14" transform="rotate(15 145 30)" fill="url(#d)" fill-opacity="0.5"/>
<g clip-path="url(#k)" opacity="0.6"><rect x="170" width="70" height="30" fill="navy"/><rect x="185" y="20" width="60" height="40" fill="orange"/></g>
<path d="M10 70 C 60 40 90 110 140 70 s 60 -20 90 10" fill="none" stroke="white" stroke-opacity="0.7" stroke-width="4" stroke-dasharray="8 4 1" stroke-linecap="round"/>
<path d="M20 80 h30 v30 h-30 z M28 88 h14 v14 h-14 z" fill-rule="evenodd" fill="#fc6"/>
<text x="60" y="105" font-family="serif" font-size="14">Tidal range 한국</text>
<text x="230" y="80" font-size="12" text-anchor="end" fill="#fff" stroke="#000" stroke-width="0.3" letter-spacing="1">q̈ NORTH</text>
<text transform="translate(220 115) rotate(-30)" font-weight="bold" fill-opacity="0.5" text-anchor="end">slope</text>
</svg>`)}

func (b *builder) table(sect *document.Element) {
	table := document.NewElement(sect, "Table")
	row := document.NewElement(table, "TR")
	for i, s := range []string{"Port", "Tide"} {
		th := document.NewElement(row, "TH")
		th.Scope, th.ID = "Column", "th"+strconv.Itoa(i)
		b.set(th, s, "en")
	}
	row = document.NewElement(table, "TR")
	td := document.NewElement(row, "TD")
	b.set(td, "Narrow", "en")
	empty := document.NewElement(row, "TD")
	b.page.Items = append(b.page.Items, &document.Mark{Elem: empty})
}
