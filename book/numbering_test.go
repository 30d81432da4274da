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
