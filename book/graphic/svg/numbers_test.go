package svg

import (
	"reflect"
	"strings"
	"testing"

	"octavo/book/graphic/drawing"
)

// TestPaths compares path data with the same written in other commands (SVG 2, section 9.3).
func TestPaths(t *testing.T) {
	for short, long := range map[string]string{
		"m1 2 3 4-1 1":                     "M1 2L4 6L3 7",
		"M1,2,3,4 5,6":                     "M1 2L3 4L5 6",
		"M1 2h3v4H0V1":                     "M1 2L4 2L4 6L0 6L0 1",
		"M1 2l3 4 5 6z":                    "M1 2L4 6L9 12Z",
		"M1 2L3 4zl5 6":                    "M1 2L3 4ZM1 2L6 8",
		"M1 2L3 4zm1 1l1 1":                "M1 2L3 4ZM2 3L3 4",
		"M0 0C1 2 3 4 5 6S7 9 9 10":        "M0 0C1 2 3 4 5 6C7 8 7 9 9 10",
		"M0 0c1 2 3 4 5 6s2 3 4 4s1 1 2 2": "M0 0C1 2 3 4 5 6C7 8 7 9 9 10C11 11 10 11 11 12",
		"M1 1S7 9 9 10":                    "M1 1C1 1 7 9 9 10",
		"M1 1Q2 3 4 5T8 8T9 9":             "M1 1Q2 3 4 5Q6 7 8 8Q10 9 9 9",
		"M1 1q1 2 3 4t4 3":                 "M1 1Q2 3 4 5Q6 7 8 8",
		"M1 1T3 3":                         "M1 1Q1 1 3 3",
		"M1 1Q2 3 4 5S8 8 9 9":             "M1 1Q2 3 4 5C4 5 8 8 9 9",
		"M1 1C1 2 3 4 5 6T8 8":             "M1 1C1 2 3 4 5 6Q5 6 8 8",
		"M0 0a5 5 0 0110 0":                "M0 0A5 5 0 0 1 10 0",
		"M1 1a5 5 0 1 0 1 2 5 5 0 0 1 1 2": "M1 1A5 5 0 1 0 2 3A5 5 0 0 1 3 5",
		"M.5.5-1-1":                        "M0.5 0.5L-1 -1",
		"M1e1 2E-1":                        "M10 0.2",
		" \t\r\n\fM1 2":                    "M1 2",
		"M0 0l1 1M5 5m1 1 2 2":             "M0 0L1 1M5 5M6 6L8 8",
	} {
		got, ok1 := parsePath(short)
		want, ok2 := parsePath(long)
		if !ok1 || !ok2 || !reflect.DeepEqual(got, want) {
			t.Errorf("%s is %v, %s is %v", short, got, long, want)
		}
	}
	for broken, kept := range map[string]string{
		"M1 2L3": "M1 2", "L1 2": "", "M1": "", "1 2": "", "M1 2L3 4z5 6": "M1 2L3 4z", "M1 2X3": "M1 2", "M0 0A5 5 0 2 1 1 1": "M0 0", "M0 0A5 5 0 1": "M0 0", "z": "", "M1 2 L 3 4 ,": "",
	} {
		got, ok := parsePath(broken)
		want, _ := parsePath(kept)
		if broken == "M1 2 L 3 4 ," { // a comma at the end parts nothing
			want, _ = parsePath("M1 2L3 4")
			ok = !ok
		}
		if ok || !reflect.DeepEqual(got, want) {
			t.Errorf("%s gives %v, want %v", broken, got, want)
		}
	}
}

// TestTransforms sends the point 2, 3 through lists of transforms.
func TestTransforms(t *testing.T) {
	for s, want := range map[string][2]float64{
		"": {2, 3}, "translate(5)": {7, 3}, "translate(5 -1)": {7, 2}, "scale(2)": {4, 6}, "scale(2,3)": {4, 9}, "matrix(1 2 3 4 5 6)": {2 + 9 + 5, 4 + 12 + 6},
		"rotate(90)": {-3, 2}, "rotate(90 2 3)": {2, 3}, "rotate(180, 1, 1)": {0, -1}, "skewX(45)": {5, 3}, "skewY(45)": {2, 5},
		"translate(1,1) scale(2)": {5, 7}, "scale(2)translate(1 1)": {6, 8}, " scale (2) , translate( 1 ) ": {6, 6},
	} {
		m, ok := parseTransform(s)
		p := m.Apply(drawing.Point{X: drawing.Int(2), Y: drawing.Int(3)})
		x, y := float64(p.X)/float64(drawing.One), float64(p.Y)/float64(drawing.One)
		if !ok || x-want[0] > 0.001 || want[0]-x > 0.001 || y-want[1] > 0.001 || want[1]-y > 0.001 {
			t.Errorf("%s: %v, %v, %t, want %v", s, x, y, ok, want)
		}
	}
	for _, s := range []string{"scale", "scale(", "scale(2", "scale(1 2 3)", "translate()", "translate(1 2 3)", "matrix(1 2 3)", "rotate(1 2)", "skewX(1 2)", "skewY()", "turn(1)", "scale(a)", "scale(2)x"} {
		if _, ok := parseTransform(s); ok {
			t.Errorf("%s is understood", s)
		}
	}
}

// TestFit shows a box of 20 by 10 from 100, 200 on in a viewport of 100 by 100: where its
// corner and its far corner come.
func TestFit(t *testing.T) {
	for preserve, want := range map[string][5]int{ // both corners, and 1 where it reaches beyond
		"": {0, 25, 100, 75, 0}, "xMidYMid meet": {0, 25, 100, 75, 0}, "xMinYMin": {0, 0, 100, 50, 0}, "xMaxYMax meet": {0, 50, 100, 100, 0}, "none": {0, 0, 100, 100, 0}, "none slice": {0, 0, 100, 100, 0},
		"xMidYMid slice": {-50, 0, 150, 100, 1}, "xMinYMid slice": {0, 0, 200, 100, 1}, " xMaxYMin  slice ": {-100, 0, 100, 100, 1},
	} {
		box := viewBox{drawing.Int(100), drawing.Int(200), drawing.Int(20), drawing.Int(10)}
		m, slice := fit(box, drawing.Int(100), drawing.Int(100), preserve)
		a, b := m.Apply(drawing.Point{X: box.x, Y: box.y}), m.Apply(drawing.Point{X: box.x + box.w, Y: box.y + box.h})
		got := [5]int{a.X.Round(), a.Y.Round(), b.X.Round(), b.Y.Round(), 0}
		if slice {
			got[4] = 1
		}
		if got != want {
			t.Errorf("%q: %v, want %v", preserve, got, want)
		}
	}
	// A high box: 10 by 20.
	m, _ := fit(viewBox{0, 0, drawing.Int(10), drawing.Int(20)}, drawing.Int(100), drawing.Int(100), "xMaxYMin")
	if a := m.Apply(drawing.Point{}); a.X.Round() != 50 || a.Y != 0 {
		t.Errorf("a high box begins at %v", a)
	}
}

// TestSides reads sizes in each unit, sides that are missing, and those out of bounds.
func TestSides(t *testing.T) {
	for attributes, want := range map[string][2]int{
		`width="1in" height="72pt"`: {96, 96}, `width="6pc" height="2.54cm"`: {96, 96}, `width="25.4mm" height="100Q"`: {96, 95}, `width="6em" height="12ex"`: {96, 96}, `width="96PX" height=" 96 "`: {96, 96},
		`width="10"`: {10, 150}, `height="10"`: {300, 10}, `width="10.01" height="9.99"`: {11, 10}, `width="30000" height="30000"`: {30000, 30000}, `width="5%" height="7"`: {300, 7}, `width="x" viewBox="0,0,30,20"`: {30, 20},
		`viewBox="0 0 30" width="4"`: {4, 150}, `viewBox="0 0 0 20"`: {300, 150}, `viewBox="0 0 30 0"`: {300, 150}, `viewBox="a b c d"`: {300, 150}, `viewBox="-5 -5 30 20"`: {30, 20},
	} {
		if w, h, err := Size([]byte("<svg " + attributes + "/>")); err != nil || w != want[0] || h != want[1] {
			t.Errorf("%s: %d by %d, %v, want %v", attributes, w, h, err, want)
		}
	}
	for attributes, want := range map[string]string{
		`width="0" height="1"`: "zero", `width="1" height="0"`: "zero", `width="-1" height="1"`: "zero", `width="30000.1" height="1"`: "30,000", `width="1" height="30001"`: "30,000", `viewBox="0 0 40000 1"`: "30,000",
	} {
		if _, _, err := Size([]byte("<svg " + attributes + "/>")); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", attributes, err)
		}
	}
}

// TestShares reads opacities.
func TestShares(t *testing.T) {
	for s, want := range map[string]drawing.Alpha{"0": 0, "1": drawing.Opaque, "50%": drawing.Opaque / 2, ".25": drawing.Opaque / 4, "2": drawing.Opaque, "-1": 0, "200%": drawing.Opaque} {
		if got, ok := parseAlpha(s); !ok || got != want {
			t.Errorf("%s is %d, %t, want %d", s, got, ok, want)
		}
	}
	for _, s := range []string{"", "x", "1px", "50 %"} {
		if got, ok := parseAlpha(s); ok {
			t.Errorf("%q is %d", s, got)
		}
	}
}
