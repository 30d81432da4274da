package pdf

import (
	"strconv"

	"octavo/book/base/unit"
	"octavo/book/typeset/document"
)

// emToLength returns the length of x, in 1/em, at the size.
func emToLength(x int64, size unit.Length) unit.Length { return size.Mul(x, em) }

// milli returns l in 1/1000 pt, rounded to the nearest.
func milli(l unit.Length) int64 { return int64(l.Mul(1000, int64(unit.Point))) }

// appendMilli appends v thousandths, with at most three decimals.
func appendMilli(dst []byte, v int64) []byte {
	if v < 0 {
		dst, v = append(dst, '-'), -v
	}
	dst = strconv.AppendInt(dst, v/1000, 10)
	v %= 1000
	if v == 0 {
		return dst
	}
	dst = append(dst, '.', byte('0'+v/100))
	if v %= 100; v > 0 {
		dst = append(dst, byte('0'+v/10))
	}
	if v %= 10; v > 0 {
		dst = append(dst, byte('0'+v))
	}
	return dst
}

// appendColor appends a colour with its operator, which is gray for a gray.
func appendColor(dst []byte, c document.Color, gray, rgb string) []byte {
	part := func(v uint8) { dst = append(appendMilli(dst, (int64(v)*1000+127)/255), ' ') }
	part(c.R)
	if c.R == c.G && c.G == c.B {
		return append(dst, gray...)
	}
	part(c.G)
	part(c.B)
	return append(dst, rgb...)
}
