package document

import "testing"

// TestSettle: the leftmost word begins where the text does, and each space goes with its
// word.
func TestSettle(t *testing.T) {
	text := &Text{X: 10, Words: []Word{{X: 3, SpaceX: 9}, {X: -4, SpaceX: 2}}}
	text.Settle()
	if text.X != 6 || text.Words[0].X != 7 || text.Words[0].SpaceX != 13 || text.Words[1].X != 0 || text.Words[1].SpaceX != 6 {
		t.Errorf("settled at %d with %d and %d, %d and %d", text.X, text.Words[0].X, text.Words[0].SpaceX, text.Words[1].X, text.Words[1].SpaceX)
	}
}
