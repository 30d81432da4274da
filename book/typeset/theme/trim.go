package theme

import (
	"strings"

	"octavo/book/base/nearest"
	"octavo/book/base/unit"
)

// A Trim is the size of a cut page.
type Trim struct {
	Name          string
	Width, Height unit.Length
}

// Trims are the trims that have a name: those of ISO 216, of North America and
// of the British trade.
var Trims = []Trim{
	{"a4", unit.MM(210_000), unit.MM(297_000)},
	{"a5", unit.MM(148_000), unit.MM(210_000)},
	{"a6", unit.MM(105_000), unit.MM(148_000)},
	{"b5", unit.MM(176_000), unit.MM(250_000)},
	{"letter", unit.Inch.Mul(17, 2), unit.Inch * 11},
	{"executive", unit.Inch * 7, unit.Inch * 10},
	{"us-trade", unit.Inch * 6, unit.Inch * 9},
	{"digest", unit.Inch.Mul(11, 2), unit.Inch.Mul(17, 2)},
	{"novella", unit.Inch * 5, unit.Inch * 8},
	{"pocket", unit.Inch.Mul(17, 4), unit.Inch.Mul(55, 8)},
	{"royal", unit.MM(156_000), unit.MM(234_000)},
	{"demy", unit.MM(138_000), unit.MM(216_000)},
	{"b-format", unit.MM(129_000), unit.MM(198_000)},
	{"a-format", unit.MM(110_000), unit.MM(178_000)},
}

// The least and the greatest side of a trim. The bounds are generous: miniature books have
// sides of 3 inches, and large atlases of some 20.
const (
	minSide = 3 * unit.Inch
	maxSide = 40 * unit.Inch
)

// ParseTrim reads the name of a trim, in any case, or a measure: "6x9in",
// "152 x 229 mm", "6in x 9in". The unit of one side serves for both.
func ParseTrim(s string) (Trim, bool) {
	name := strings.NewReplacer(" ", "-", "_", "-").Replace(strings.ToLower(s))
	for _, t := range Trims {
		if name == t.Name {
			return t, true
		}
	}
	measure := strings.NewReplacer(" ", "", "\u00d7", "x").Replace(strings.ToLower(s))
	ws, hs, ok := strings.Cut(measure, "x")
	if !ok {
		return Trim{}, false
	}
	if ws == strings.TrimRight(ws, "abcdefghijklmnopqrstuvwxyz") {
		ws += strings.TrimLeft(hs, "0123456789.")
	}
	w, okW := parseLength(ws, 0, 0)
	h, okH := parseLength(hs, 0, 0)
	ok = okW && okH && w >= minSide && w <= maxSide && h >= minSide && h <= maxSide
	return Trim{s, w, h}, ok
}

// TrimHint returns what to say of a trim that [ParseTrim] does not take.
func TrimHint(s string) string {
	var names []string
	for _, t := range Trims {
		names = append(names, t.Name)
	}
	if near := nearest.Name(strings.ToLower(s), names); near != "" {
		return "did you mean " + near + "?"
	}
	return "give a measure such as 152x229mm or 6x9in, from 3 to 40 inches, or one of " + strings.Join(names, ", ")
}
