package theme

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"octavo/book/base/unit"
)

func (d *decoder) text(to *string) setter {
	return func(n *node) string {
		if n.kids != nil || n.value == "" {
			return "must be a text"
		}
		*to = n.value
		return ""
	}
}

func oneOf[T ~string](to *T, names ...T) setter {
	return func(n *node) string {
		if !slices.Contains(names, T(n.value)) {
			return "must be one of " + joined(names)
		}
		*to = T(n.value)
		return ""
	}
}

// joined returns names with commas between them.
func joined[T ~string](names []T) string {
	var b strings.Builder
	for i, name := range names {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(string(name))
	}
	return b.String()
}

func (d *decoder) align(to *Align) setter {
	names := []string{"justify", "left", "center", "right", "balance"}
	return func(n *node) string {
		i := slices.Index(names, n.value)
		if i < 0 {
			return "must be one of " + joined(names)
		}
		*to = Align(i)
		return ""
	}
}

func (d *decoder) integer(to *int) setter {
	return func(n *node) string {
		v, ok := parseMilli(n.value)
		if !ok || v < 0 || v%1000 != 0 {
			return "must be a whole number"
		}
		*to = int(v / 1000)
		return ""
	}
}

// maxGlyph is the most, in thousandths, that glyphs may be drawn wider or narrower by.
const maxGlyph = 100

// upTo sets a whole number of no more than most.
func (d *decoder) upTo(most int, to *int) setter {
	set := d.integer(to)
	return func(n *node) string {
		fault := set(n)
		if fault == "" && *to > most {
			*to, fault = most, fmt.Sprintf("must be no more than %d", most)
		}
		return fault
	}
}

func (d *decoder) flag(to *bool) setter {
	return func(n *node) string {
		if n.value != "true" && n.value != "false" {
			return "must be true or false"
		}
		*to = n.value == "true"
		return ""
	}
}

// maxLength is the greatest length in a theme.
const maxLength = 100 * unit.Inch

// replacement reads what a style sheet does to that of the theme extended.
func (d *decoder) replacement(to *bool) setter {
	return func(n *node) string {
		var word string
		msg := oneOf(&word, "append", "replace")(n)
		*to = word == "replace"
		return msg
	}
}

// ornament reads a text of a few characters, or none.
func (d *decoder) ornament(to *string) setter {
	return func(n *node) string {
		if n.kids != nil || utf8.RuneCountInString(n.value) > 20 {
			return "must be a text of at most 20 characters"
		}
		*to = n.value
		return ""
	}
}

// length reads a length in which "em" is *em at the time of reading.
func (d *decoder) length(to, em *unit.Length) setter {
	return func(n *node) string {
		v, ok := parseLength(n.value, *em, d.ln)
		if !ok || v < 0 || v > maxLength {
			return "must be a length such as 10.5pt, 1.2em or 0.5ln"
		}
		*to = v
		return ""
	}
}

func (d *decoder) color(to *Color) setter {
	return func(n *node) string {
		v, ok := parseColor(n.value)
		if !ok {
			return `must be a colour such as "#1a2b3c"`
		}
		*to = v
		return ""
	}
}

// sub reads a map of its own.
func (d *decoder) sub(known map[string]setter) setter {
	return func(n *node) string {
		if n.kids == nil {
			return "must be a map"
		}
		d.fields(n, known)
		return ""
	}
}
