package book

import "strings"

// Naturally compares names as people sort them: "2-x" before "10-x". Figures are
// compared as text, the longer number last, so that no number is too large.
func Naturally(a, b string) int {
	for a != "" && b != "" {
		na, nb := digits(a), digits(b)
		if na > 0 && nb > 0 {
			x, y := strings.TrimLeft(a[:na], "0"), strings.TrimLeft(b[:nb], "0")
			if len(x) != len(y) {
				return len(x) - len(y)
			}
			if c := strings.Compare(x, y); c != 0 {
				return c
			}
			a, b = a[na:], b[nb:]
			continue
		}
		if a[0] != b[0] {
			return int(a[0]) - int(b[0])
		}
		a, b = a[1:], b[1:]
	}
	return len(a) - len(b)
}

// ByPath compares paths with slashes as people sort them, folder by folder: 2 before 10, and
// the file that stands for its folder first.
func ByPath(x, y string) int {
	a, b := strings.Split(x, "/"), strings.Split(y, "/")
	for i := 0; i < len(a) && i < len(b); i++ {
		if c := Naturally(rankName(a[i]), rankName(b[i])); c != 0 {
			return c
		}
	}
	return len(a) - len(b)
}

// rankName returns a name by which the file that stands for its folder is the first.
func rankName(name string) string {
	base, ending, _ := strings.Cut(strings.ToLower(name), ".")
	if (base == "index" || base == "readme" || base == "_index") && ending != "" {
		return ""
	}
	return name
}

func digits(s string) int {
	n := 0
	for n < len(s) && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	return n
}

// CutDay parts the name of an article as Jekyll has it, "2024-05-01-tides", into day and
// name. The day is "" when the name has none.
func CutDay(name string) (day, rest string) {
	const form = "0000-00-00-"
	if len(name) <= len(form) {
		return "", name
	}
	for i, c := range []byte(form) {
		if digit := name[i] >= '0' && name[i] <= '9'; digit != (c == '0') || c == '-' && name[i] != '-' {
			return "", name
		}
	}
	return name[:len(form)-1], name[len(form):]
}
