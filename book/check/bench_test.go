package check_test

import (
	"fmt"
	"strings"
	"testing"

	"octavo/book"
	"octavo/book/check"
)

// series is a book of chapters of about 2,240 words each, and the bytes of their
// text.
func series(chapters int, lang, sentence string) (*book.Book, int64) {
	part := &book.Part{}
	size := int64(0)
	for i := range chapters {
		c := &book.Chapter{File: fmt.Sprintf("%04d.md", i), Lang: lang, Title: []book.Inline{&book.Text{Value: fmt.Sprint("Chapter ", i)}}}
		for j := range 40 {
			text := strings.TrimSpace(strings.Repeat(sentence, 4))
			size += int64(len(text))
			c.Body = append(c.Body, &book.Paragraph{Content: []book.Inline{&book.Text{Value: text, Pos: book.Pos{File: c.File, Line: j}}}})
		}
		part.Chapters = append(part.Chapters, c)
	}
	return &book.Book{Language: lang, Parts: []*book.Part{part}}, size
}

func BenchmarkBook(b *testing.B) {
	for _, c := range []struct{ lang, sentence string }{
		{"en", "The tide tables for the year are printed in the autumn of the year before – which is a kind of courage. "},
		{"zh", "今年的潮汐表是在去年秋天印好的，这也算是一种勇气。"},
	} {
		b.Run(c.lang, func(b *testing.B) {
			bk, size := series(200, c.lang, c.sentence)
			b.SetBytes(size)
			for b.Loop() {
				check.Book(bk, 1)
			}
		})
	}
}
