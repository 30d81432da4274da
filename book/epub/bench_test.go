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

// paged returns the pages of a book of [series]: one begins in every third
// paragraph.
func paged(b *book.Book) *book.Pagination {
	d := &book.Pagination{}
	for _, c := range b.Chapters() {
		for i := 0; i < len(c.Body); i += 3 {
			label := fmt.Sprint(len(d.Labels) + 1)
			p := c.Body[i].(*book.Paragraph)
			d.Breaks = append(d.Breaks, book.PageBreak{Page: len(d.Labels), Label: label, Chapter: c, Block: p, Text: p.Content[0].(*book.Text), Offset: 40})
			d.Labels = append(d.Labels, label)
		}
	}
	return d
}

func BenchmarkEncode(b *testing.B) {
	for _, n := range []int{10, 100, 1000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) { benchmark(b, series(b, n), nil) })
	}
	bk := series(b, 1000)
	b.Run("1000-paged", func(b *testing.B) { benchmark(b, bk, paged(bk)) })
}

func benchmark(b *testing.B, bk *book.Book, pages *book.Pagination) {
	opt := options(b, bk, 2)
	opt.Pages = pages
	b.ReportAllocs()
	for b.Loop() {
		data, err := Encode(bk, opt)
		if err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(len(data)), "file-bytes")
	}
}
