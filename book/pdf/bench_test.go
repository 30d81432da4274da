package pdf

import (
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"octavo/book/base/unit"
	"octavo/book/font/shape"
	"octavo/book/typeset/document"
)

// vocabulary returns shaped words of invented letters, in two faces.
func (b *builder) vocabulary(rng *rand.Rand, n int) [][]*shape.Run {
	stacks := []*shape.Stack{b.stack(shape.Serif), b.lib.Stack(shape.Serif, 400, true)}
	words := make([][]*shape.Run, n)
	for i := range words {
		var s strings.Builder
		for range 2 + rng.IntN(9) {
			s.WriteByte("etaoinshrdlucmfwypvbgkjqxz"[min(rng.IntN(26), rng.IntN(26))])
		}
		stack := stacks[0]
		if i%20 == 0 {
			stack = stacks[1]
		}
		words[i] = stack.Shape(s.String(), shape.Options{Lang: "en"})
	}
	return words
}

// longBook makes a book of chapters with five pages of 400 words each, in
// paragraphs of five lines, with a link and a rule on each page.
func longBook(chapters int) *document.Document {
	rng := rand.New(rand.NewPCG(3, uint64(chapters)))
	b := newBuilder()
	words := b.vocabulary(rng, 3000)
	for c := range chapters {
		sect := document.NewElement(b.doc.Root, "Sect")
		dest := &document.Dest{Page: len(b.doc.Pages)}
		b.doc.Outline = append(b.doc.Outline, &document.Bookmark{Title: "Chapter " + strconv.Itoa(c+1), Dest: dest})
		for range 5 {
			b.newPage(strconv.Itoa(len(b.doc.Pages) + 1))
			b.page.Width, b.page.Height = 2*pageWidth, 2*pageHeight // poppler passes over text outside
			var p *document.Element
			for line := range 36 {
				if line%5 == 0 {
					p = document.NewElement(sect, "P")
				}
				b.random(p, rng, words, 11)
			}
			link := document.NewElement(p, "Link")
			b.random(link, rng, words, 4)
			b.link(link, "", dest)
			b.rule()
			b.endPage()
		}
	}
	return b.doc
}

// random sets a line of n words.
func (b *builder) random(e *document.Element, rng *rand.Rand, words [][]*shape.Run, n int) {
	t := &document.Text{X: margin, Y: b.y, Size: textSizePt, Elem: e}
	var x unit.Length
	for range n {
		for _, r := range words[min(rng.IntN(len(words)), rng.IntN(len(words)))] {
			t.Words = append(t.Words, document.Word{Run: r, X: x, Space: true})
			x += runWidth(r, textSizePt, 0)
		}
		x += unit.Length(rng.IntN(200_000) + 100_000)
	}
	b.page.Items = append(b.page.Items, t)
	b.y += leading
}

func BenchmarkEncode(b *testing.B) {
	for _, chapters := range []int{10, 100, 1000} {
		b.Run(fmt.Sprintf("chapters=%d", chapters), func(b *testing.B) {
			doc := longBook(chapters)
			b.ReportAllocs()
			var size int
			for b.Loop() {
				data, err := Encode(doc, Options{Workers: 2})
				if err != nil {
					b.Fatal(err)
				}
				size = len(data)
			}
			b.ReportMetric(float64(size), "out-bytes")
			b.ReportMetric(float64(len(doc.Pages)), "pages")
		})
	}
}
