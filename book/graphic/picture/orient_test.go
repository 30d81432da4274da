package picture

import "testing"

// TestOrientNothing: what EXIF says of no turn, or of none that there is, turns nothing.
func TestOrientNothing(t *testing.T) {
	p := &pixels{width: 2, height: 1, rgb: []uint8{1, 1, 1, 2, 2, 2}}
	for _, o := range []int{-1, 0, 1, 9, 300} {
		if p.orient(o) != p {
			t.Errorf("orientation %d turns the picture", o)
		}
	}
}
