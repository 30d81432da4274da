package book

import "testing"

func TestNumber(t *testing.T) {
	for _, tt := range []struct {
		n    Numbering
		i    int
		want string
	}{
		{Decimal, 0, "0"}, {Decimal, 12, "12"}, {LowerAlpha, 1, "a"}, {LowerAlpha, 26, "z"}, {LowerAlpha, 27, "aa"}, {UpperAlpha, 703, "AAA"},
		{LowerRoman, 4, "iv"}, {UpperRoman, 1994, "MCMXCIV"}, {LowerRoman, 3999, "mmmcmxcix"}, {LowerRoman, 4000, "4000"}, {LowerAlpha, 0, "0"}, {UpperRoman, -3, "-3"},
	} {
		if got := tt.n.Number(tt.i); got != tt.want {
			t.Errorf("numbering %d of %d: %s, not %s", tt.n, tt.i, got, tt.want)
		}
	}
	for d, want := range map[Delimiter]string{Period: "c.", Parenthesis: "c)", Parentheses: "(c)"} {
		if got := d.Mark("c"); got != want {
			t.Errorf("delimiter %d: %s, not %s", d, got, want)
		}
	}
}

func TestRoman(t *testing.T) {
	for n := 1; n < 4000; n++ {
		if got := LowerRoman.Roman(LowerRoman.Number(n)); got != n {
			t.Fatalf("%d is written %q and read %d", n, LowerRoman.Number(n), got)
		}
	}
	for n, want := range map[int]string{4: "iv", 49: "xlix", 1994: "mcmxciv"} {
		if got := LowerRoman.Number(n); got != want {
			t.Errorf("%d is %q, want %q", n, got, want)
		}
	}
	for _, s := range []string{"", "iiii", "IV", "vx", "a", "mmmm", "4"} {
		if got := LowerRoman.Roman(s); got != 0 {
			t.Errorf("%q is read %d", s, got)
		}
	}
}
