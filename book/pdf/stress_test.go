package pdf

import (
	"strings"
	"testing"

	"octavo/book/base/unit"
	"octavo/book/internal/validator"
	"octavo/book/typeset/document"
	"octavo/book/typeset/theme"
)

// TestStressed draws marks of emphasis of each form as paths of an artifact, where they were
// set, and no other item.
func TestStressed(t *testing.T) {
	for form, curves := range map[theme.Marks]int{theme.Dots: 4, theme.Circles: 8, theme.Sesames: 3} {
		st := &document.Stress{X: []unit.Length{60 * unit.Point, 70 * unit.Point}, Y: 40 * unit.Point, Size: 2 * unit.Point, Form: form}
		ops := stressed(st, 100*unit.Point)
		if got := strings.Count(ops, " c\n"); got != 2*curves {
			t.Errorf("%s: %d curves", form, got)
		}
		if form == theme.Dots && !strings.Contains(ops, "61 60 m\n") {
			t.Errorf("the first dot is not at its place: %s", ops)
		}
	}
	b := newBuilder()
	b.newPage("1")
	b.line(document.NewElement(document.NewElement(b.doc.Root, "Sect"), "P"), "강조", "ko", 0, false)
	b.page.Items = append(b.page.Items,
		&document.Stress{X: []unit.Length{60 * unit.Point}, Y: 60 * unit.Point, Size: 2 * unit.Point, Form: theme.Circles},
		&document.Rule{X: 60 * unit.Point, Y: 70 * unit.Point, W: unit.Point, H: unit.Point})
	path := encode(t, b.doc, Options{})
	validator.VeraPDF(t, path)
	validator.EnginesAgree(t, path)
}
