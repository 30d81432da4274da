package shape

import (
	"strings"
	"testing"

	"octavo/book/font/sfnt"
)

const prose = `The harbour had been dredged twice before the office opened its ledgers, and twice the
silt came back. Nobody wrote it down; the clerks who might have done so were paid by the ship, not by the tide. What we
call policy is often only the memory of such afternoons, filed under the wrong letter and affirmed by habit.`

func BenchmarkShapeCached(b *testing.B) {
	lib := Builtin()
	stack, sh := lib.Stack(Serif, 400, false), lib.NewShaper()
	words := strings.Fields(prose)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		sh.Shape(stack, words[i%len(words)], Options{Lang: "en"})
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds()/1e6, "Mwords/s")
}

func BenchmarkShapeLatin(b *testing.B) {
	lib := Builtin()
	stack, sh := lib.Stack(Serif, 400, false), lib.NewShaper()
	words := strings.Fields(prose)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		sh.shape(stack, words[i%len(words)], Options{Lang: "en"})
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds()/1e3, "kwords/s")
}

func BenchmarkShapeHangul(b *testing.B) {
	lib := Builtin()
	stack, sh := lib.Stack(Serif, 400, false), lib.NewShaper()
	b.ReportAllocs()
	for b.Loop() {
		sh.shape(stack, "대한민국의", Options{Lang: "ko"})
	}
}

func BenchmarkBreaks(b *testing.B) {
	sh := NewShaper()
	var dst []int
	b.SetBytes(int64(len(prose)))
	b.ReportAllocs()
	for b.Loop() {
		dst = sh.Breaks(prose, "en", dst[:0])
	}
}

func BenchmarkLoadSerif(b *testing.B) {
	for b.Loop() {
		Builtin().Stack(Serif, 400, false).Face().Metrics()
	}
}

func BenchmarkLoadHan(b *testing.B) {
	for b.Loop() {
		Builtin().Stack("Noto Serif SC", 400, false).Face().Metrics()
	}
}

func BenchmarkSubset300OfHan(b *testing.B) {
	f := Builtin().Stack("Noto Serif SC", 400, false).Face().Font()
	var glyphs []uint16
	for i := range 300 {
		glyphs = append(glyphs, uint16(i*97))
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := sfnt.SubsetTrueType(f, glyphs, nil); err != nil {
			b.Fatal(err)
		}
	}
}
