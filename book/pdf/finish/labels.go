package finish

import (
	"strconv"

	"octavo/book"
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
	if n := book.LowerRoman.Roman(label); n > 0 {
		return n, "r"
	}
	return 0, ""
}
