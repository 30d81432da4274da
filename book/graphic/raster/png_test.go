package raster

import "testing"

// TestPaeth has each of the three samples predicted, and ties.
func TestPaeth(t *testing.T) {
	for _, test := range [][4]byte{{1, 2, 3, 1}, {9, 2, 3, 9}, {2, 9, 3, 9}, {5, 5, 5, 5}, {10, 20, 15, 15}, {1, 4, 1, 4}, {4, 1, 1, 4}, {2, 4, 3, 3}, {3, 3, 2, 3}} {
		if got := Paeth(test[0], test[1], test[2]); got != test[3] {
			t.Errorf("Paeth(%d, %d, %d) is %d, want %d", test[0], test[1], test[2], got, test[3])
		}
	}
}
