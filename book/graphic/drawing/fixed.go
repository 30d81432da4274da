package drawing

import (
	"math"
	"math/bits"
	"strconv"
)

// A Fixed is a number in 65,536ths, most often a coordinate in user units
// (CSS pixels).
type Fixed int64

// One is the number one.
const One Fixed = 1 << 16

// Limit is the largest magnitude that [ParseFixed] gives: beyond it a drawing
// makes no sense, and below it no product of a coordinate and a matrix
// coefficient overflows.
const Limit Fixed = 1 << 24 * One

// Int returns n as a Fixed.
func Int(n int) Fixed { return Fixed(n) * One }

// Frac returns num/den as a Fixed, rounded to the nearest; den is positive.
func Frac(num, den int64) Fixed { return Fixed(divRound(num*int64(One), den)) }

// Mul returns f times g, rounded to the nearest.
func (f Fixed) Mul(g Fixed) Fixed { return Fixed(mulShift(int64(f), int64(g), 16)) }

// Div returns f over g, rounded to the nearest, and 0 when g is 0.
func (f Fixed) Div(g Fixed) Fixed { return Fixed(mulDiv(int64(f), int64(One), int64(g))) }

// Scale returns f times num over den, rounded to the nearest, 0 when den is 0.
func (f Fixed) Scale(num, den Fixed) Fixed {
	return Fixed(mulDiv(int64(f), int64(num), int64(den)))
}

// Round returns the integer nearest to f.
func (f Fixed) Round() int { return int((f + One/2) >> 16) }

// Floor returns the greatest integer not above f.
func (f Fixed) Floor() int { return int(f >> 16) }

// Ceil returns the least integer not below f.
func (f Fixed) Ceil() int { return int((f + One - 1) >> 16) }

// Abs returns the magnitude of f.
func (f Fixed) Abs() Fixed {
	if f < 0 {
		return -f
	}
	return f
}

// Decimal prints f with at most places decimals and no trailing zeros.
func (f Fixed) Decimal(places int) string {
	pow := int64(1)
	for range places {
		pow *= 10
	}
	v := mulShift(int64(f), pow, 16)
	var b []byte
	if v < 0 {
		b, v = append(b, '-'), -v
	}
	b = strconv.AppendInt(b, v/pow, 10)
	frac := v % pow
	if frac == 0 {
		return string(b)
	}
	b = append(b, '.')
	for frac > 0 {
		pow /= 10
		b = append(b, byte('0'+frac/pow))
		frac %= pow
	}
	return string(b)
}

// String prints f with up to four decimals.
func (f Fixed) String() string { return f.Decimal(4) }

// ParseFixed reads the longest number that s begins with, in the grammar of
// SVG and CSS (sign, digits, point, exponent), and returns it with the number
// of bytes read: 0 when s begins with no number. Values beyond [Limit] are cut
// to it.
func ParseFixed(s string) (f Fixed, n int) {
	neg, i := false, 0
	if i < len(s) && (s[i] == '+' || s[i] == '-') {
		neg, i = s[i] == '-', i+1
	}
	var digits uint64 // at most 18 significant digits, which 64 bits hold
	scale, seen, point := 0, false, false
	for ; i < len(s); i++ {
		c := s[i]
		if c == '.' && !point {
			// "1." ends before its point unless a digit follows.
			if i+1 >= len(s) || s[i+1] < '0' || s[i+1] > '9' {
				break
			}
			point = true
			continue
		}
		if c < '0' || c > '9' {
			break
		}
		seen = true
		digits, scale = appendDigit(digits, scale, c, point)
	}
	if !seen {
		return 0, 0
	}
	exp, used := parseExponent(s[i:])
	f = scaleDecimal(digits, scale+exp)
	if neg {
		f = -f
	}
	return f, i + used
}

// appendDigit adds the digit c to the mantissa, or only to its power of ten
// when the mantissa is full.
func appendDigit(digits uint64, scale int, c byte, point bool) (uint64, int) {
	full := digits >= 1e17
	if !full {
		digits = digits*10 + uint64(c-'0')
	}
	if point && !full {
		scale--
	} else if !point && full {
		scale++
	}
	return digits, scale
}

// parseExponent reads "e-3" and the like. "em" and "ex" are units, not
// exponents.
func parseExponent(s string) (exp, n int) {
	if len(s) < 2 || s[0]|0x20 != 'e' {
		return 0, 0
	}
	i, neg := 1, false
	if s[1] == '+' || s[1] == '-' {
		neg, i = s[1] == '-', 2
	}
	start := i
	for ; i < len(s) && s[i] >= '0' && s[i] <= '9'; i++ {
		if exp < 1000 { // enough to make 0 or Limit of any number, and exp does not overflow
			exp = exp*10 + int(s[i]-'0')
		}
	}
	if i == start {
		return 0, 0
	}
	if neg {
		exp = -exp
	}
	return exp, i
}

// scaleDecimal returns digits times ten to the exp as a Fixed, rounded to the
// nearest and cut to Limit.
func scaleDecimal(digits uint64, exp int) Fixed {
	hi, lo := bits.Mul64(digits, uint64(One))
	for ; exp > 0 && hi == 0 && lo <= uint64(Limit); exp-- {
		hi, lo = bits.Mul64(lo, 10)
	}
	// Drop all but the last division by ten without rounding, so that only one
	// rounding takes place.
	for ; exp < -1 && (hi|lo) != 0; exp++ {
		hi, lo = div128(hi, lo, 10)
	}
	if exp == -1 {
		carry := uint64(0)
		lo, carry = bits.Add64(lo, 5, 0)
		hi, lo = div128(hi+carry, lo, 10)
	}
	if hi != 0 || lo > uint64(Limit) {
		return Limit
	}
	return Fixed(lo)
}

func div128(hi, lo, d uint64) (uint64, uint64) {
	q := hi / d
	l, _ := bits.Div64(hi%d, lo, d)
	return q, l
}

// mulShift returns a*b >> shift, rounded to the nearest (halves away from
// zero) over a 128-bit product; it saturates.
func mulShift(a, b int64, shift uint) int64 {
	hi, lo := bits.Mul64(magnitude(a), magnitude(b))
	carry := uint64(0)
	lo, carry = bits.Add64(lo, 1<<(shift-1), 0)
	hi += carry
	if hi>>(shift-1) != 0 {
		return saturate((a < 0) != (b < 0))
	}
	return withSign(hi<<(64-shift)|lo>>shift, (a < 0) != (b < 0))
}

// mulDiv returns a*b/d, rounded to the nearest over a 128-bit product; it
// saturates, and is 0 when d is 0.
func mulDiv(a, b, d int64) int64 {
	if d == 0 {
		return 0
	}
	neg := (a < 0) != (b < 0) != (d < 0)
	hi, lo := bits.Mul64(magnitude(a), magnitude(b))
	den := magnitude(d)
	carry := uint64(0)
	lo, carry = bits.Add64(lo, den/2, 0)
	hi += carry
	if hi >= den {
		return saturate(neg)
	}
	q, _ := bits.Div64(hi, lo, den)
	if q > math.MaxInt64 {
		return saturate(neg)
	}
	return withSign(q, neg)
}

func magnitude(a int64) uint64 {
	if a < 0 {
		return -uint64(a)
	}
	return uint64(a)
}

func withSign(v uint64, neg bool) int64 {
	if neg {
		return -int64(v)
	}
	return int64(v)
}

func saturate(neg bool) int64 {
	if neg {
		return -math.MaxInt64
	}
	return math.MaxInt64
}

func divRound(a, b int64) int64 {
	if a < 0 {
		return -((-a + b/2) / b)
	}
	return (a + b/2) / b
}

// isqrt returns the integer square root of v.
func isqrt(v uint64) uint64 {
	if v == 0 {
		return 0
	}
	// Newton's iteration from above falls until it reaches the root.
	x := uint64(1) << ((bits.Len64(v) + 1) / 2)
	for {
		y := (x + v/x) / 2
		if y >= x {
			return x
		}
		x = y
	}
}

// Sqrt returns the square root of f, 0 for a negative f.
func (f Fixed) Sqrt() Fixed {
	if f <= 0 {
		return 0
	}
	// The root of f·2¹⁶ is a Fixed, as long as the product fits in 64 bits. A larger f gives
	// up eight bits of its root, which is beyond 2¹⁵ and has enough of them.
	if f < 1<<47 {
		return Fixed(isqrt(uint64(f) << 16))
	}
	return Fixed(isqrt(uint64(f)) << 8)
}

// Hypot returns the length of the vector (x, y).
func Hypot(x, y Fixed) Fixed {
	x, y = x.Abs(), y.Abs()
	big := max(x, y)
	// The squares have to fit in 64 bits: shift both to 31 significant bits,
	// up for small vectors, so that short segments keep their precision.
	n := bits.Len64(uint64(big)) - 31
	if n >= 0 {
		x, y = x>>n, y>>n
		return Fixed(isqrt(uint64(x*x+y*y)) << n)
	}
	n = -n
	x, y = x<<n, y<<n
	root := isqrt(uint64(x*x + y*y))
	return Fixed((root + 1<<(n-1)) >> n)
}
