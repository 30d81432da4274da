package theme

import (
	"strings"

	"octavo/book/base/unit"
)

// maxNumber bounds the thousandths of a number in a theme.
const maxNumber = 100_000_000

// parseMilli reads a decimal number with up to three places, such as "10.5",
// in thousandths.
func parseMilli(s string) (int64, bool) {
	neg := strings.HasPrefix(s, "-")
	s = strings.TrimPrefix(s, "-")
	whole, frac, dot := strings.Cut(s, ".")
	if whole == "" || dot && frac == "" || len(frac) > 3 {
		return 0, false
	}
	frac += strings.Repeat("0", 3-len(frac))
	var n int64
	for _, c := range whole + frac {
		if c < '0' || c > '9' {
			return 0, false
		}
		if n = n*10 + int64(c-'0'); n > maxNumber {
			return 0, false
		}
	}
	if neg {
		n = -n
	}
	return n, true
}

// parseLength reads a length: "10.5pt", "6in", "152.4mm", "1.3em" of the size
// em, or "0.5ln" of the baseline ln.
func parseLength(s string, em, ln unit.Length) (unit.Length, bool) {
	units := []struct {
		name string
		of   unit.Length
	}{{"pt", unit.Point}, {"in", unit.Inch}, {"em", em}, {"ln", ln}}
	for _, u := range units {
		if num, ok := strings.CutSuffix(s, u.name); ok {
			n, ok := parseMilli(num)
			return u.of.Mul(n, 1000), ok
		}
	}
	if num, ok := strings.CutSuffix(s, "mm"); ok {
		n, ok := parseMilli(num)
		return unit.MM(n), ok
	}
	return 0, false
}

// parseColor reads "#1a2b3c".
func parseColor(s string) (Color, bool) {
	hex, ok := strings.CutPrefix(s, "#")
	if !ok || len(hex) != 6 {
		return Color{}, false
	}
	var v uint32
	for _, c := range strings.ToLower(hex) {
		d := strings.IndexRune("0123456789abcdef", c)
		if d < 0 {
			return Color{}, false
		}
		v = v<<4 | uint32(d)
	}
	return Color{uint8(v >> 16), uint8(v >> 8), uint8(v)}, true
}
