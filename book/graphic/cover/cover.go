// Package cover makes the cover of a book that has none, from its metadata.
//
// In: a [book.Book] and fonts. Out: the cover as a drawing, from which the PDF
// edition takes vectors, and as a PNG file for the EPUB edition.
//
// Invariant: the words on the cover are the words of the manifest; nothing is
// made up.
//
// Invariant: the same book has the same cover, on every processor: the
// composition and its colours follow from the title alone.
//
// Invariant: a logo is as dark on its ground as on white: where the ground of the cover is
// dark it stands on a light sheet.
package cover

import (
	"hash/fnv"

	"octavo/book"
	"octavo/book/graphic/drawing"
	"octavo/book/graphic/render"
	"octavo/book/graphic/svg"
	"octavo/book/language/locale"
)

// Width and Height are the pixels of the cover that stores ask for.
const (
	Width  = 1600
	Height = 2560
)

// Options say how a cover is made.
type Options struct {
	Fonts *render.Fonts
	// Width and Height are the proportions of the cover, those of [Width] and
	// [Height] when 0. A drawing is always 1600 units wide.
	Width, Height int64
}

// Make returns the cover as a PNG file of [Width] by [Height] pixels in RGB,
// with its alternative text.
func Make(b *book.Book, fonts *render.Fonts) (png []byte, alt string, err error) {
	png, err = render.PNG(Scene(b, Options{Fonts: fonts}), fonts, Width, Height, drawing.Color{R: 255, G: 255, B: 255})
	return png, Alt(b), err
}

// longestAlt is the length in characters that stores take (Kindle: less than
// 140).
const longestAlt = 139

// Alt returns the alternative text of the cover: the words on it, as far as
// stores take them.
func Alt(b *book.Book) string {
	var alt []rune
	words, _ := locale.For(b.Language).With(b.Words)
	for _, part := range []string{b.Title, b.Subtitle, words.Items(names(b)...), b.Publisher} {
		next := []rune(part)
		if len(alt) > 0 && len(next) > 0 {
			next = append([]rune(words.Word(locale.Stop)), next...)
		}
		if len(alt) == 0 && len(next) > longestAlt {
			return string(next[:longestAlt-1]) + "…"
		}
		if len(alt)+len(next) <= longestAlt {
			alt = append(alt, next...)
		}
	}
	return string(alt)
}

// Scene returns the cover as a drawing.
func Scene(b *book.Book, opts Options) *drawing.Drawing {
	height := drawing.Int(Height)
	if opts.Width > 0 && opts.Height > 0 {
		height = drawing.Frac(Width*opts.Height, opts.Width)
		// By eye: a cover more than three halves as wide as high, or three times as high as
		// wide, has no room for title and picture in any layout.
		height = max(drawing.Int(Width*2/3), min(drawing.Int(Width*3), height))
	}
	r := newRand(b.Title)
	p := &page{
		Drawing: drawing.Drawing{Width: drawing.Int(Width), Height: height},
		fonts:   opts.Fonts, lang: b.Language, rand: r,
		palette: palettes[r.below(len(palettes))],
	}
	layouts[r.below(len(layouts))](p, wordsOf(b))
	return &p.Drawing
}

// words are what a cover says.
type words struct {
	kicker, title, subtitle string
	names                   []string
	publisher               string
	logo                    *drawing.Drawing // nil for none
}

func wordsOf(b *book.Book) words {
	w := words{title: b.Title, subtitle: b.Subtitle, names: names(b), publisher: b.Publisher, logo: logoOf(b)}
	if b.Series != nil {
		w.kicker = b.Series.Name
		if b.Series.Number != "" {
			w.kicker += " · " + b.Series.Number
		}
	}
	return w
}

// maxNames is how many names a cover bears, by eye; the last one is a mark of omission
// when there are more.
const maxNames = 9

// names returns the names of the contributors, or else of the chapters' authors, each
// once.
func names(b *book.Book) []string {
	var list []string
	seen := map[string]bool{}
	add := func(people []*book.Person) {
		for _, p := range people {
			if p.Name != "" && !seen[p.Name] {
				seen[p.Name] = true
				list = append(list, p.Name)
			}
		}
	}
	add(b.Contributors)
	if len(list) == 0 {
		for _, c := range b.Chapters() {
			add(c.Authors)
		}
	}
	if len(list) > maxNames {
		list = append(list[:maxNames-1:maxNames-1], "…")
	}
	return list
}

// A random is a stream of numbers that follows from the title (splitmix64).
type random struct{ state uint64 }

func newRand(title string) *random {
	h := fnv.New64a()
	h.Write([]byte(title))
	return &random{h.Sum64()}
}

func (r *random) next() uint64 {
	r.state += 0x9e3779b97f4a7c15
	z := r.state
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

// below returns a number from 0 to n-1.
func (r *random) below(n int) int { return int(r.next() >> 33 % uint64(n)) }

// between returns a number from lo to hi.
func (r *random) between(lo, hi int) drawing.Fixed {
	return drawing.Int(lo) + drawing.Fixed(r.next()%uint64(drawing.Int(hi-lo)+1))
}

// Picture returns the cover as an SVG picture, for the PDF edition.
func Picture(b *book.Book, opts Options) *book.Picture {
	d := Scene(b, opts)
	return &book.Picture{
		Path: "cover.svg", Format: "svg", Data: svg.Encode(d),
		Width: d.Width.Ceil(), Height: d.Height.Ceil(),
	}
}
