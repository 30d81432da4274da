package epub

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"octavo/book"
)

// series returns a book of n chapters of 2,000 words.
func series(tb testing.TB, n int) *book.Book {
	rnd := rand.New(rand.NewPCG(1, 2))
	syllables := strings.Fields("ka ver lo sti mor an det ful ing per so la tor ne wick harb our ti de")
	vocabulary := make([]string, 4000)
	for i := range vocabulary {
		for range 1 + rnd.IntN(3) {
			vocabulary[i] += syllables[rnd.IntN(len(syllables))]
		}
	}
	b := sample(tb)
	b.Parts = []*book.Part{{}}
	for i := range n {
		c := &book.Chapter{File: fmt.Sprintf("%04d.md", i), ID: fmt.Sprintf("%04d", i), Lang: "en-GB", Title: text(fmt.Sprint("Chapter ", i)),
			Authors: []*book.Person{{Name: fmt.Sprint("Author ", i%50), FileAs: "Author", Role: "aut"}}}
		for range 20 {
			list := make([]string, 100)
			for k := range list {
				list[k] = vocabulary[rnd.IntN(len(vocabulary))]
			}
			c.Body = append(c.Body, para(words(strings.Join(list, " "))))
		}
		b.Parts[0].Chapters = append(b.Parts[0].Chapters, c)
	}
	return b
}

func BenchmarkEncode(b *testing.B) {
	for _, n := range []int{10, 100, 1000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			bk := series(b, n)
			b.ReportAllocs()
			for b.Loop() {
				b.ReportMetric(float64(len(encode(b, bk, 2))), "file-bytes")
			}
		})
	}
}
