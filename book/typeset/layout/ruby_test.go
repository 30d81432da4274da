package layout

import (
	"testing"

	"octavo/book/base/unit"
	"octavo/book/typeset/document"
)

// TestRuby makes sure that a reading stands over the middle of its base in small letters,
// that the longer of the two sets the width, and that lines stay on the grid.
func TestRuby(t *testing.T) {
	doc := inLanguage(t, "ja", "水は<ruby>東京<rt>とう</rt></ruby>の<ruby>志<rt>こころざし</rt></ruby>と。\n\n次の行。\n")
	var base, reading []*document.Text
	for _, it := range doc.Pages[doc.Breaks[0].Page].Items {
		if tx, ok := it.(*document.Text); ok && tx.Elem != nil {
			switch tx.Elem.Type {
			case "RB":
				base = append(base, tx)
			case "RT":
				reading = append(reading, tx)
			}
		}
	}
	if len(base) != 2 || len(reading) != 2 {
		t.Fatalf("%d bases and %d readings, want 2 of each", len(base), len(reading))
	}
	for i, b := range base {
		r := reading[i]
		if off := (b.X + b.Width()/2) - (r.X + r.Width()/2); off > unit.Point/2 || off < -unit.Point/2 {
			t.Errorf("ruby %d: the reading is %d off the middle", i, off)
		}
		if r.Size > b.Size/2 || r.Size < b.Size.Mul(42, 100) || r.Y >= b.Y-b.Size.Mul(4, 5) || r.Y < b.Y-b.Size {
			t.Errorf("ruby %d: a reading of %d at %d over a base of %d at %d", i, r.Size, r.Y, b.Size, b.Y)
		}
	}
	if base[0].Width() <= reading[0].Width() || base[1].Width() >= reading[1].Width() {
		t.Error("the longer of the two does not set the width")
	}
	geo := doc.Pages[doc.Breaks[0].Page]
	lines := map[unit.Length]bool{}
	for _, it := range geo.Items {
		if tx, ok := it.(*document.Text); ok && tx.Elem != nil && tx.Elem.Type == "P" {
			lines[tx.Y] = true
		}
	}
	if len(lines) < 2 {
		t.Errorf("%d lines", len(lines))
	}
}
