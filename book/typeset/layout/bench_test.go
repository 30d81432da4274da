package layout

import (
	"fmt"
	"testing"
)

func BenchmarkSet(b *testing.B) {
	for _, n := range []int{10, 100, 1000} {
		bk := articles(b, n, 2000)
		b.Run(fmt.Sprintf("chapters=%d", n), func(b *testing.B) {
			pages := 0
			b.ReportAllocs()
			for b.Loop() {
				doc, _ := set(b, bk, Options{})
				pages = len(doc.Pages)
			}
			b.ReportMetric(float64(pages), "pages")
		})
	}
}
