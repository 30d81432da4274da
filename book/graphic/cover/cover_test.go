package cover

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"image"
	"image/png"
	"math"
	"strings"
	"testing"

	"octavo/book"
	"octavo/book/font/shape"
	"octavo/book/graphic/drawing"
	"octavo/book/graphic/render"
	"octavo/book/graphic/svg"
	"octavo/book/internal/golden"
)

func fonts() *render.Fonts {
	return &render.Fonts{Library: shape.Builtin(), Shaper: shape.NewShaper(), Families: [3]string{shape.Sans, shape.Serif, shape.Mono}}
}

func people(names ...string) []*book.Person {
	var list []*book.Person
	for _, n := range names {
		list = append(list, &book.Person{Name: n})
	}
	return list
}

// books are those that a cover may go wrong on.
func books() []*book.Book {
	return []*book.Book{
		{Title: "Tar", Language: "en"},
		{Title: "The Width of the Water", Subtitle: "Nine essays on the straits, ports and rivers that neighbours share", Language: "en", Publisher: "Tidewrack & Daughters", Contributors: people("Agnete Rossmoor", "Ilse Brandvik"), Series: &book.Series{Name: "Kell Packet Viewpoints", Number: "4"}},
		{Title: "An Inquiry into the Habits, Customs and Unwritten Laws of the Lighthouse Keepers of the Northern Coast, with an Account of their Quarrels and Reconciliations", Subtitle: strings.Repeat("Being a collection of papers read in winter. ", 5), Language: "en", Publisher: "The Society of Pilots and Harbour Masters of the Outer Sounds", Contributors: people("Maud Ferrier", "Tobias Quill", "Ines Okafor", "Piet van der Meer", "Ruth Abelard", "Jonas Eklund", "Chen Wei", "Amara Diallo", "Lucía Ferrer", "Otto Brandt", "Sofia Lund")},
		{Title: "邻居的海：关于海峡与港口的九篇随笔", Subtitle: "谁的水面，谁的桥梁", Language: "zh-Hans", Publisher: "潮声出版社", Contributors: people("林知远", "苏明月")},
		{Title: "물의 너비: 이웃이 함께 쓰는 바다", Subtitle: "해협과 항구에 관한 아홉 편의 글", Language: "ko", Publisher: "물결출판사", Contributors: people("한서윤")},
		{Title: "海の幅", Language: "ja", Contributors: people("三浦 千尋")},
		{Title: "Donaudampfschifffahrtsgesellschaftskapitän", Subtitle: "Grenzgewässerbewirtschaftungsverantwortung", Language: "de", Publisher: "Uferverlag"},
		{Title: strings.Repeat("x", 400), Subtitle: strings.Repeat("y", 400), Language: "und", Publisher: strings.Repeat("z", 200), Contributors: people(strings.Repeat("w", 200))},
		{Title: "", Language: "en"},
		{Title: "Ετικέτα", Language: "el", Publisher: "Εκδόσεις Μώλος"},
	}
}

// texts returns all texts of a drawing.
func texts(list []drawing.Item) []*drawing.Text {
	var all []*drawing.Text
	for _, it := range list {
		switch it := it.(type) {
		case *drawing.Text:
			all = append(all, it)
		case *drawing.Group:
			all = append(all, texts(it.Items)...)
		}
	}
	return all
}

// Every composition keeps every text on the page, within the margins and clear
// of the next line, whatever the book is called.
func TestTextsKeepWithinThePage(t *testing.T) {
	f := fonts()
	for _, b := range books() {
		for i, compose := range layouts {
			name := fmt.Sprintf("%.20s/%d", b.Title, i)
			p := &page{
				Drawing: drawing.Drawing{Width: drawing.Int(Width), Height: drawing.Int(Height)},
				fonts:   f, lang: b.Language, rand: newRand(b.Title), palette: palettes[0],
			}
			compose(p, wordsOf(b))
			last := map[drawing.Fixed]drawing.Fixed{}
			for _, txt := range texts(p.Items) {
				size := txt.Spans[0].Size
				runs := f.Set(txt)
				lo, hi := runs[0].X, runs[0].X+f.Width(&txt.Spans[0])
				if lo < drawing.Int(120) || hi > drawing.Int(Width-120) {
					t.Errorf("%s: %q reaches from %v to %v", name, txt.Spans[0].Value, lo, hi)
				}
				if txt.Y-size < 0 || txt.Y > p.Height-drawing.Int(40) {
					t.Errorf("%s: %q stands at %v", name, txt.Spans[0].Value, txt.Y)
				}
				for y, other := range last {
					if d := txt.Y - y; d > 0 && d < size.Scale(8, 10) || d <= 0 && -d < other.Scale(8, 10) {
						t.Errorf("%s: %q at %v is too near the line at %v", name, txt.Spans[0].Value, txt.Y, y)
					}
				}
				last[txt.Y] = size
			}
		}
	}
}

// TestLogo: in every composition a logo stands once, whole on the page, and on white where
// the cover is dark. Without one that is asked for, the cover is as it was.
func TestLogo(t *testing.T) {
	f := fonts()
	logo := book.NewLogo("house.svg", book.Pos{})
	logo.Figure.Image.Picture = &book.Picture{Format: "svg", Data: []byte(`<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"><path d="M0 10 L10 0 L20 10 Z" fill="#010203"/><g opacity="0.5"><path d="M0 0H9V9Z"/></g></svg>`)}
	for _, b := range books()[:4] {
		bare := svg.Encode(Scene(b, Options{Fonts: f}))
		with := *b
		with.Logo = logo
		logo.OnCover = false
		if !bytes.Equal(svg.Encode(Scene(&with, Options{Fonts: f})), bare) {
			t.Errorf("%.20s: a logo is on the cover that nobody asked for", b.Title)
		}
		logo.OnCover = true
		for i, compose := range layouts {
			for k, colors := range palettes[:2] { // of which the second is dark
				p := &page{
					Drawing: drawing.Drawing{Width: drawing.Int(Width), Height: drawing.Int(Height)},
					fonts:   f, lang: b.Language, rand: newRand(b.Title), palette: colors,
				}
				compose(p, wordsOf(&with))
				checkLogo(t, fmt.Sprintf("%.20s/%d/%d", b.Title, i, k), p)
			}
		}
	}
}

func checkLogo(t *testing.T, name string, p *page) {
	t.Helper()
	found := 0
	for i, it := range p.Items {
		g, ok := it.(*drawing.Group)
		if !ok || len(g.Items) != 2 {
			continue
		}
		s, ok := g.Items[0].(*drawing.Shape)
		if !ok || s.Fill == nil || s.Fill.Color != (drawing.Color{R: 1, G: 2, B: 3}) {
			continue
		}
		found++
		path := s.Path.Transform(s.Transform)
		lo, hi := path.Bounds()
		if lo.X < drawing.Int(margin) || hi.X > p.Width-drawing.Int(margin) || hi.Y > p.Height-drawing.Int(60) || (hi.X-lo.X).Round() != 2*logoHeight {
			t.Errorf("%s: the logo stands from %v to %v", name, lo, hi)
		}
		sheet, _ := p.Items[i-1].(*drawing.Shape)
		if white := sheet != nil && sheet.Fill != nil && sheet.Fill.Color == (drawing.Color{R: 255, G: 255, B: 255}); white != p.palette.dark() {
			t.Errorf("%s: it stands on white: %t", name, white)
		}
	}
	if found != 1 {
		t.Errorf("%s: %d logos", name, found)
	}
}

func TestEveryWordIsOnTheCover(t *testing.T) {
	f := fonts()
	for _, b := range books()[:7] {
		d := Scene(b, Options{Fonts: f})
		var got strings.Builder
		for _, txt := range texts(d.Items) {
			got.WriteString(txt.Spans[0].Value)
		}
		squeeze := func(s string) string {
			return strings.ToLower(strings.NewReplacer(" ", "", "-", "", "\u00a0", "").Replace(s))
		}
		have := squeeze(got.String())
		for _, want := range append([]string{b.Title, b.Subtitle, b.Publisher}, names(b)...) {
			if !strings.Contains(have, squeeze(want)) {
				t.Errorf("cover of %q lacks %q: %s", b.Title, want, have)
			}
		}
	}
}

func TestMake(t *testing.T) {
	f := fonts()
	for _, b := range books() {
		data, _, err := Make(b, f)
		if err != nil {
			t.Fatal(err)
		}
		// Four hundred letters without a space are no title, but no error.
		if len(data) > 400<<10 && len(b.Title) < 400 {
			t.Errorf("cover of %.20q has %d bytes", b.Title, len(data))
		}
		cfg, err := png.DecodeConfig(bytes.NewReader(data))
		if err != nil || cfg.Width != Width || cfg.Height != Height {
			t.Fatalf("%d × %d, %v", cfg.Width, cfg.Height, err)
		}
		if again, _, _ := Make(b, fonts()); !bytes.Equal(data, again) {
			t.Errorf("cover of %.20q differs when it is made again", b.Title)
		}
	}
}

func TestAlt(t *testing.T) {
	tests := []struct {
		name string
		b    *book.Book
		want string
	}{
		{"all", books()[1], "The Width of the Water. Nine essays on the straits, ports and rivers that neighbours share. Agnete Rossmoor, Ilse Brandvik"},
		{"too long", books()[7], strings.Repeat("x", 138) + "…"},
		{"title alone", books()[0], "Tar"},
		{"authors of chapters", &book.Book{Title: "Salt", Parts: []*book.Part{{Chapters: []*book.Chapter{{Authors: people("A", "B")}, {Authors: people("B", "")}}}}}, "Salt. A, B"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := Alt(tt.b); got != tt.want {
				t.Errorf("Alt = %q, want %q", got, tt.want)
			}
		})
	}
}

// The picture for the PDF is within what package svg supports, has the trim's
// proportions and the same texts.
func TestPicture(t *testing.T) {
	f := fonts()
	for _, b := range books() {
		p := Picture(b, Options{Fonts: f, Width: 148, Height: 210})
		if p.Width != 1600 || p.Height != 2271 {
			t.Fatalf("%d × %d, want 1600 × 2271", p.Width, p.Height)
		}
		d, problems, err := svg.Parse(p.Data, "")
		if err != nil || len(problems) > 0 {
			t.Fatalf("%.20q: %v %v", b.Title, err, problems)
		}
		want := texts(Scene(b, Options{Fonts: f, Width: 148, Height: 210}).Items)
		got := texts(d.Items)
		if len(got) != len(want) {
			t.Fatalf("%.20q: %d texts, want %d", b.Title, len(got), len(want))
		}
		for i := range got {
			if got[i].X != want[i].X || got[i].Y != want[i].Y || got[i].Spans[0].Value != want[i].Spans[0].Value {
				t.Errorf("text %d is %+v, want %+v", i, got[i], want[i])
			}
		}
	}
}

// TestSums compares covers with sums that were kept: a cover that was published looks
// the same when the book is built again. The sixty titles meet every layout, art
// and palette.
func TestSums(t *testing.T) {
	f, all := fonts(), books()
	for i := range 50 {
		all = append(all, &book.Book{Title: fmt.Sprintf("Volume %d", i), Subtitle: "Of harbours", Language: "en", Publisher: "Mole", Contributors: people("Ann Lee", "Bo Ek")})
	}
	var list strings.Builder
	for _, b := range all {
		fmt.Fprintf(&list, "%x %.40q\n", sha256.Sum256(Picture(b, Options{Fonts: f}).Data), b.Title)
	}
	golden.File(t, "testdata/covers.txt", []byte(list.String()))
}

// Text on its ground has the contrast that [palette] promises.
func TestContrast(t *testing.T) {
	for i, p := range palettes {
		if c := contrast(p.ground, p.ink); c < 7 {
			t.Errorf("palette %d: ink on ground has %.1f", i, c)
		}
		if c := contrast(p.ground, p.accent); c < 4.5 {
			t.Errorf("palette %d: accent on ground has %.1f", i, c)
		}
	}
}

func contrast(a, b drawing.Color) float64 {
	la, lb := luminance(a), luminance(b)
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)
}

func luminance(c drawing.Color) float64 {
	f := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*f(c.R) + 0.7152*f(c.G) + 0.0722*f(c.B)
}

// Every kind of art fills its area: no transparent pixel is left.
func TestArtFillsItsArea(t *testing.T) {
	for i, art := range arts {
		for seed := range 4 {
			p := &page{rand: newRand(fmt.Sprint(seed)), palette: palettes[seed]}
			r := rect{0, 0, drawing.Int(300), drawing.Int(200 + 100*seed)}
			p.Width, p.Height = r.w, r.h
			p.clipped(r, art(p, r))
			img, err := render.Image(&p.Drawing, nil, 300, 200+100*seed)
			if err != nil {
				t.Fatal(err)
			}
			if !img.SubImage(image.Rect(0, 0, 300, 200)).(*image.RGBA).Opaque() {
				t.Errorf("art %d, seed %d: there are holes", i, seed)
			}
		}
	}
}

func TestTokens(t *testing.T) {
	tests := []struct{ in, want string }{
		{"The Width of the Water", "The~ Width of~ the~ Water"},
		{"물의 너비", "물의 너비"},
		{"海の「幅」を", "海~ の 「幅」 を"},
		{"关于海峡：港口", "关~ 于~ 海~ 峡： 港~ 口"},
		{"No\u00a0break here", "No\u00a0break here"},
		{"", ""},
	}
	for _, tt := range tests {
		var got []string
		for _, tok := range tokens(tt.in) {
			if tok.weak {
				tok.text += "~"
			}
			got = append(got, tok.text)
		}
		if s := strings.Join(got, " "); s != tt.want {
			t.Errorf("tokens(%q) = %q, want %q", tt.in, s, tt.want)
		}
	}
}

func BenchmarkMake(b *testing.B) {
	f := fonts()
	bk := books()[1]
	for b.Loop() {
		if _, _, err := Make(bk, f); err != nil {
			b.Fatal(err)
		}
	}
}

// TestJoinTokens gives a line a hyphen where its last word goes on, and nowhere else.
func TestJoinTokens(t *testing.T) {
	for _, tt := range []struct {
		want string
		list []token
	}{
		{"The quay", []token{{text: "The", space: true}, {text: "quay", space: true}}},
		{"The har-", []token{{text: "The", space: true}, {text: "har", hyphen: true}}},
		{"harbour", []token{{text: "har", hyphen: true}, {text: "bour", space: true}}},
		{"港口", []token{{text: "港"}, {text: "口"}}},
		{"", nil},
	} {
		if got := joinTokens(tt.list); got != tt.want {
			t.Errorf("got %q, want %q", got, tt.want)
		}
	}
}
