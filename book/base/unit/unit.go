// Package unit measures the page in whole numbers.
//
// In: numbers of points, millimetres, inches or font units. Out: [Length]
// values, and back to points only where a file is written.
//
// Invariant: no floating-point operation takes part in a layout decision, since
// Go may fuse them and the same page would then differ between processors.
package unit

import (
	"fmt"
	"strconv"
	"strings"
)

// A Length is a distance in scaled points: 65,536 to the point of 1/72 inch, the step of TeX
// for its slightly smaller point. A step is far below what any device shows, so that
// rounding to steps is never seen.
type Length int64

// The units of length in scaled points.
const (
	Point Length = 1 << 16
	Inch         = 72 * Point
)

// Pt returns n points.
func Pt(n int64) Length { return Length(n) * Point }

// Milli returns n thousandths of a point.
func Milli(n int64) Length { return Length(n * int64(Point) / 1000) }

// MM returns n thousandths of a millimetre as a Length, rounded to the nearest.
func MM(n int64) Length { return Length(divRound(n*72*int64(Point), 25400)) }

// Mul returns l times num over den, rounded to the nearest; den is positive.
func (l Length) Mul(num, den int64) Length { return Length(divRound(int64(l)*num, den)) }

// FromFont scales v font units at size and unitsPerEm, rounded to the nearest.
func FromFont(v int32, size Length, unitsPerEm int) Length {
	return Length(divRound(int64(v)*int64(size), int64(unitsPerEm)))
}

// String prints l in points with up to three decimals, as "12.5pt".
func (l Length) String() string { return l.Decimal(3) + "pt" }

// Decimal prints l in points with at most places decimals and no trailing
// zeros, in integer arithmetic, so that every processor prints the same.
func (l Length) Decimal(places int) string {
	pow := int64(1)
	for range places {
		pow *= 10
	}
	v := divRound(int64(l)*pow, int64(Point))
	sign := ""
	if v < 0 {
		sign, v = "-", -v
	}
	whole, frac := v/pow, v%pow
	if frac == 0 {
		return sign + strconv.FormatInt(whole, 10)
	}
	return sign + strconv.FormatInt(whole, 10) + "." + strings.TrimRight(fmt.Sprintf("%0*d", places, frac), "0")
}

func divRound(a, b int64) int64 {
	if a < 0 {
		return -((-a + b/2) / b)
	}
	return (a + b/2) / b
}
