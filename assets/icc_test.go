package assets

import (
	"encoding/binary"
	"math"
	"testing"
)

// TestSRGB reads the profile as a colour engine does and compares it with the
// numbers of IEC 61966-2-1.
func TestSRGB(t *testing.T) {
	p := SRGB()
	if int(binary.BigEndian.Uint32(p)) != len(p) {
		t.Fatalf("the header says %d bytes, the profile has %d", binary.BigEndian.Uint32(p), len(p))
	}
	if got := string(p[12:24]) + string(p[36:40]); got != "mntrRGB XYZ acsp" {
		t.Fatalf("header has %q", got)
	}
	tags := map[string][]byte{}
	for i := range int(binary.BigEndian.Uint32(p[128:])) {
		e := p[132+12*i:]
		at, n := binary.BigEndian.Uint32(e[4:]), binary.BigEndian.Uint32(e[8:])
		tags[string(e[:4])] = p[at : at+n]
	}
	// The primaries add up to the white of the connection space, D50.
	for i, want := range []float64{0.9642, 1, 0.8249} {
		sum := 0.0
		for _, name := range []string{"rXYZ", "gXYZ", "bXYZ"} {
			sum += float64(int32(binary.BigEndian.Uint32(tags[name][8+4*i:]))) / 65536
		}
		if math.Abs(sum-want) > 0.0005 {
			t.Errorf("component %d of white is %.4f, want %.4f", i, sum, want)
		}
	}
	for _, name := range []string{"rTRC", "gTRC", "bTRC"} {
		checkCurve(t, name, tags[name])
	}
}

func checkCurve(t *testing.T, name string, curve []byte) {
	n := int(binary.BigEndian.Uint32(curve[8:]))
	if n < 2 {
		t.Fatalf("%s has %d points", name, n)
	}
	for i := range n {
		x := float64(i) / float64(n-1)
		want := x / 12.92
		if x > 0.04045 {
			want = math.Pow((x+0.055)/1.055, 2.4)
		}
		got := float64(binary.BigEndian.Uint16(curve[12+2*i:])) / 65535
		if math.Abs(got-want) > 1.0/65535 {
			t.Fatalf("%s at %.4f is %.5f, want %.5f", name, x, got, want)
		}
	}
}
