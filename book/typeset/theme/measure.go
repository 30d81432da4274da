package theme

import (
	"fmt"
	"strings"

	"octavo/book"
	"octavo/book/base/rule"
	"octavo/book/base/unit"
	"octavo/book/markup/yaml"
)

// units are what the lengths of a theme are measured in beside points: the size of type,
// and the grid.
type units struct{ em, ln unit.Length }

// maxLength is the greatest length in a theme. The bound is generous: no page is as large,
// and sums of such lengths stay in range.
const maxLength = 100 * unit.Inch

var lengthShape = yaml.Shape{Form: yaml.AnyText, Pattern: `^[0-9]+(?:\.[0-9]{1,3})?(?:pt|in|mm|em|ln)$`}

// A measure is a length as written, within bounds.
type measure struct {
	text        string
	at          yaml.Value
	least, most unit.Length
}

// readMeasure reads the form of a length. The length itself is known when its units are.
func readMeasure(v yaml.Value, least, most unit.Length) (measure, bool) {
	m := measure{v.Text(), v, least, most}
	if v.Kind() != yaml.Scalar {
		return m, false // reported as no text
	}
	if _, ok := parseLength(m.text, 0, 0); ok {
		return m, true
	}
	hint := "write a number of at most three decimals and pt, mm, in, em (the size of the type) or ln (lines of the grid)"
	if _, ok := parseMilli(m.text); ok {
		hint = "give it a unit: " + m.text + "pt"
	}
	v.Report(rule.ThemeLength.At(v.Pos(), hint, "%q is no length", book.Clip(m.text, 60)))
	return m, false
}

// in returns the length. A length out of bounds is reported, and brought to the bounds.
func (m measure) in(u units) unit.Length {
	l, _ := parseLength(m.text, u.em, u.ln)
	if l < m.least || l > m.most {
		hint := fmt.Sprintf("give a length from %v to %v", m.least, m.most)
		m.at.Report(rule.ValueRange.At(m.at.Pos(), hint, "%s is out of bounds", m.text))
	}
	return max(min(l, m.most), m.least)
}

// maxNumber bounds the thousandths of a number in a theme: 100,000 is far more than any
// length in points, and times a unit it stays in 64 bits.
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
