package drawing

import "testing"

// TestWalk has places on a path of two lines, and none before and behind it.
func TestWalk(t *testing.T) {
	var p Path
	p.MoveTo(Point{Int(1), Int(2)})
	p.LineTo(Point{Int(4), Int(2)})
	p.LineTo(Point{Int(4), Int(2)})
	p.LineTo(Point{Int(4), Int(6)})
	w := NewWalk(&p)
	if w.Length() != Int(7) {
		t.Errorf("the length is %v", w.Length())
	}
	for _, tt := range []struct {
		way, x, y int
		down, ok  bool
	}{{0, 1, 2, false, true}, {2, 3, 2, false, true}, {5, 4, 4, true, true}, {7, 4, 6, true, true}, {-1, 0, 0, false, false}, {8, 0, 0, false, false}} {
		at, turned, ok := w.At(Int(tt.way))
		if at != (Point{Int(tt.x), Int(tt.y)}) || ok != tt.ok || (turned.B > 1<<31) != tt.down {
			t.Errorf("at %d is %v, turned by %v, %v", tt.way, at, turned, ok)
		}
	}
	if _, _, ok := NewWalk(&Path{}).At(0); ok {
		t.Error("a path without points has a place")
	}
}
