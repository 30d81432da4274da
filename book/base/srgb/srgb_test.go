package srgb

import (
	"math"
	"testing"
)

// TestLight compares the table with the formula of the standard.
func TestLight(t *testing.T) {
	for i, got := range Light {
		v := float64(i) / 255
		if v <= 0.04045 {
			v /= 12.92
		} else {
			v = math.Pow((v+0.055)/1.055, 2.4)
		}
		if want := math.Round(v * 65535); math.Abs(float64(got)-want) > 0 {
			t.Errorf("the light of %d is %d, want %v", i, got, want)
		}
	}
}
