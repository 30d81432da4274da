package svg

import (
	"testing"

	"octavo/book/graphic/drawing"
)

// TestLengths reads lengths in each unit (CSS Values 4, sections 6.1 and 6.2) in a font of 20
// pixels, and shares of a side of 300.
func TestLengths(t *testing.T) {
	p := newParser()
	for s, want := range map[string]float64{
		"7": 7, " 7px ": 7, "3pt": 4, "3PC": 48, "2in": 192, "2.54cm": 96, "25.4mm": 96, "101.6q": 96, "2em": 40, "2ex": 20, "2ch": 20, "2rem": 32, "50%": 150, "-1e1": -10, ".5": 0.5,
	} {
		got, ok := p.length(s, drawing.Int(20), drawing.Int(300))
		if d := float64(got)/float64(drawing.One) - want; !ok || d > 0.01 || d < -0.01 {
			t.Errorf("%s is %s, %t, want %v", s, got.Decimal(2), ok, want)
		}
	}
	for _, s := range []string{"", "px", "7 7", "7vw", "7p", "auto"} {
		if got, ok := p.length(s, drawing.Int(20), drawing.Int(300)); ok {
			t.Errorf("%q is %s", s, got.Decimal(2))
		}
	}
	p.view = viewBox{0, 0, drawing.Int(300), drawing.Int(400)}
	if got := p.diagonal().Decimal(1); got != "353.6" { // 500/√2
		t.Errorf("the diagonal is %s", got)
	}
	n, err := readTree([]byte(`<svg cx="10%" cy="10%" r="10%" rx="auto"/>`))
	if err != nil {
		t.Fatal(err)
	}
	s := initial()
	if x, y, r := p.x(n, "cx", &s).Decimal(1), p.y(n, "cy", &s).Decimal(1), p.size(n, "r", &s).Decimal(1); x != "30" || y != "40" || r != "35.4" {
		t.Errorf("a tenth is %s across, %s down and %s of both", x, y, r)
	}
	if p.x(n, "rx", &s) != 0 || p.x(n, "x", &s) != 0 || len(p.problems) > 0 {
		t.Error("what is not said is no length of 0, or is told")
	}
}
