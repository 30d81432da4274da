package pdf

import (
	"strings"
	"testing"

	"octavo/book/graphic/drawing"
)

// TestPen writes how lines are drawn, as tables 52 to 55 of ISO 32000-1 have it.
func TestPen(t *testing.T) {
	one, half := drawing.One, drawing.One/2
	for _, tt := range []struct {
		stroke drawing.Stroke
		want   string
	}{
		{drawing.Stroke{Width: 2 * one, MiterLimit: 4 * one}, "2 w 0 J 0 j 4 M"},
		{drawing.Stroke{Width: half, Cap: drawing.RoundCap, Join: drawing.RoundJoin}, "0.5 w 1 J 1 j"},
		{drawing.Stroke{Width: one, Cap: drawing.Square, Join: drawing.Bevel, MiterLimit: one}, "1 w 2 J 2 j"},
		{drawing.Stroke{Width: one, MiterLimit: half}, "1 w 0 J 0 j 1 M"},
		{drawing.Stroke{Width: one, Join: drawing.Bevel, Dash: []drawing.Fixed{one, 3 * one}, Offset: half}, "1 w 0 J 2 j [1 3 ] 0.5 d"},
		{drawing.Stroke{Width: one, Join: drawing.Bevel, Dash: []drawing.Fixed{one, 2 * one, 3 * one}}, "1 w 0 J 2 j [1 2 3 1 2 3 ] 0 d"},
		{drawing.Stroke{Width: one, Join: drawing.Bevel, Dash: []drawing.Fixed{0, 0}}, "1 w 0 J 2 j"},
		{drawing.Stroke{Width: one, Join: drawing.Bevel, Dash: []drawing.Fixed{one, -one}}, "1 w 0 J 2 j"},
	} {
		var p painter
		p.pen(&tt.stroke)
		if got := strings.Join(strings.Fields(string(p.out)), " "); got != strings.Join(strings.Fields(tt.want), " ") {
			t.Errorf("got  %s\nwant %s", got, tt.want)
		}
	}
}
