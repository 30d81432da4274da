package finish

import (
	"strconv"
	"strings"

	"octavo/book/pdf/object"
)

// pageLabels returns the number tree of page labels (ISO 32000-1, 12.4.2): a
// range for each run of labels that count on, in arabic or lower-case roman
// numerals, and one for each page with another label.
func pageLabels(labels []string) object.Dict {
	nums := object.Array{}
	var style object.Name
	next := -1 // the value that would continue the range
	for i, label := range labels {
		value, sty := labelValue(label)
		if value > 0 && value == next && sty == style {
			next++
			continue
		}
		nums = append(nums, object.Int(i), labelRange(label, value, sty))
		style, next = sty, value+1
		if value == 0 {
			next = -1
		}
	}
	return object.Dict{"Nums": nums}
}

func labelRange(label string, value int, style object.Name) object.Dict {
	switch {
	case value > 1:
		return object.Dict{"S": style, "St": object.Int(value)}
	case value == 1:
		return object.Dict{"S": style}
	case label == "":
		return object.Dict{}
	}
	return object.Dict{"P": object.Text(label)}
}

// labelValue returns the number that a label stands for, and its style; 0 for a label
// that counting would not produce, such as "iiii" or "07".
func labelValue(label string) (int, object.Name) {
	if n, err := strconv.Atoi(label); err == nil && n > 0 && strconv.Itoa(n) == label {
		return n, "D"
	}
	if n := unroman(label); n > 0 && roman(n) == label {
		return n, "r"
	}
	return 0, ""
}

var romans = []struct {
	value int
	text  string
}{
	{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"},
	{50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"},
}

func roman(n int) string {
	var b strings.Builder
	for _, r := range romans {
		for ; n >= r.value; n -= r.value {
			b.WriteString(r.text)
		}
	}
	return b.String()
}

// unroman adds up the numerals that s begins with, greedily.
func unroman(s string) int {
	n := 0
	for _, r := range romans {
		for strings.HasPrefix(s, r.text) {
			s = s[len(r.text):]
			n += r.value
		}
	}
	if s != "" {
		return 0
	}
	return n
}
