package drawing

import (
	"math/big"
	"math/rand/v2"
	"strconv"
	"testing"
)

func TestParseFixed(t *testing.T) {
	tests := []struct {
		in   string
		want string
		n    int
	}{
		{"", "0", 0},
		{"x", "0", 0},
		{"-", "0", 0},
		{"0", "0", 1},
		{"12", "12", 2},
		{"+1.5", "1.5", 4},
		{"-1.5.5", "-1.5", 4},
		{".5", "0.5", 2},
		{"1.", "1", 1},
		{"1-2", "1", 1},
		{"1e2", "100", 3},
		{"25e-2", "0.25", 5},
		{"2em", "2", 1},
		{"2ex", "2", 1},
		{"1e", "1", 1},
		{"1e+", "1", 1},
		{"1e999999999999", "16777216", 14},
		{"-1e99", "-16777216", 5},
		{"1e-99", "0", 5},
		{"0.0000000000000000000000000000000001e34", "1", 39},
		{"100000000000000000000e-20", "1", 25},
	}
	for _, tt := range tests {
		got, n := ParseFixed(tt.in)
		if got.String() != tt.want || n != tt.n {
			t.Errorf("ParseFixed(%q) = %v, %d; want %s, %d", tt.in, got, n, tt.want, tt.n)
		}
	}
}

// The reference is rational arithmetic.
func TestParseFixedAgainstRationals(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for range 20_000 {
		s := strconv.FormatFloat((rng.Float64()-0.5)*float64(int64(1)<<rng.IntN(24)), 'f', rng.IntN(12), 64)
		got, n := ParseFixed(s)
		r, _ := new(big.Rat).SetString(s)
		// Round to the nearest, halves away from zero.
		r.Mul(r, big.NewRat(int64(One), 1))
		half := big.NewRat(1, 2)
		if r.Sign() < 0 {
			half.Neg(half)
		}
		r.Add(r, half)
		want := new(big.Int).Quo(r.Num(), r.Denom())
		if n != len(s) || int64(got) != want.Int64() {
			t.Fatalf("ParseFixed(%q) = %d, %d; want %v, %d", s, int64(got), n, want, len(s))
		}
	}
}

func TestDecimalRoundTrip(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	for range 20_000 {
		f := Fixed(rng.Int64N(int64(2*Limit)) - int64(Limit))
		if back, _ := ParseFixed(f.Decimal(6)); back != f {
			t.Fatalf("%d prints as %s, which reads as %d", int64(f), f.Decimal(6), int64(back))
		}
	}
}

func TestMulDivAgainstBigInts(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	number := func() int64 { return (rng.Int64() >> rng.IntN(62)) * int64(1-2*rng.IntN(2)) }
	for range 20_000 {
		a, b, d := number(), number(), number()
		if d == 0 {
			continue
		}
		p := new(big.Int).Mul(big.NewInt(a), big.NewInt(b))
		half := new(big.Int).Quo(new(big.Int).Abs(big.NewInt(d)), big.NewInt(2))
		neg := (a < 0) != (b < 0) != (d < 0)
		q := new(big.Int).Quo(new(big.Int).Add(new(big.Int).Abs(p), half), new(big.Int).Abs(big.NewInt(d)))
		if !q.IsInt64() {
			continue // saturates
		}
		want := q.Int64()
		if neg {
			want = -want
		}
		if got := mulDiv(a, b, d); got != want {
			t.Fatalf("mulDiv(%d, %d, %d) = %d, want %d", a, b, d, got, want)
		}
	}
}

func TestHypot(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 8))
	for range 20_000 {
		x, y := Fixed(rng.Int64()>>(16+rng.IntN(46))), -Fixed(rng.Int64()>>(16+rng.IntN(46)))
		got := Hypot(x, y)
		square := new(big.Int).Mul(big.NewInt(int64(x)), big.NewInt(int64(x)))
		square.Add(square, new(big.Int).Mul(big.NewInt(int64(y)), big.NewInt(int64(y))))
		want := new(big.Int).Sqrt(square).Int64()
		// 31 significant bits.
		if diff := int64(got) - want; diff < -1-want>>29 || diff > 1+want>>29 {
			t.Fatalf("Hypot(%d, %d) = %d, want %d", x, y, got, want)
		}
	}
}
