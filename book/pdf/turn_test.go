package pdf

import (
	"strings"
	"testing"

	"octavo/book/base/unit"
	"octavo/book/internal/validator"
	"octavo/book/typeset/document"
)

// TestTurnSign draws the sign of a turned line as one path of straight lines at its place, and
// no reader takes a letter of it out of the page.
func TestTurnSign(t *testing.T) {
	turn := &document.Turn{X: 60 * unit.Point, Y: 40 * unit.Point, Size: 10 * unit.Point}
	if ops := turned(turn, 100*unit.Point); !strings.Contains(ops, "60.8 69.6 m\n") || strings.Count(ops, " l\n") != len(turnCorners)-1 {
		t.Errorf("the sign is drawn as %s", ops)
	}
	b := newBuilder()
	b.newPage("1")
	b.line(document.NewElement(document.NewElement(b.doc.Root, "Sect"), "P"), "goes on", "en", 0, false)
	b.page.Items = append(b.page.Items, turn, &document.Rule{X: 60 * unit.Point, Y: 70 * unit.Point, W: unit.Point, H: unit.Point})
	path := encode(t, b.doc, Options{})
	validator.VeraPDF(t, path)
	validator.EnginesAgree(t, path)
}
