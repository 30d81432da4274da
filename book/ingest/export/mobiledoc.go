package export

import (
	"cmp"
	"encoding/json"
	"html"
	"slices"
	"strings"
)

// A mobiledoc is the text that Ghost's editor kept in the versions 1 to 4: lists of lists,
// whose first values say what the others are (Mobiledoc 0.3, MOBILEDOC.md).
type mobiledoc struct {
	Markups, Atoms, Cards, Sections [][]json.RawMessage
}

// value reads the value at an index of a list, the zero value when it is not there or of
// another type.
func value[T any](list []json.RawMessage, i int) (v T) {
	if i < len(list) {
		_ = json.Unmarshal(list[i], &v)
	}
	return v
}

// at returns the list at an index, nil for none.
func at(lists [][]json.RawMessage, i int) []json.RawMessage {
	if i < 0 || i >= len(lists) {
		return nil
	}
	return lists[i]
}

// The kinds of sections and of markers.
const (
	markupSection = 1
	imageSection  = 2
	listSection   = 3
	cardSection   = 10
)

func (c *cards) mobiledoc(s string) {
	var d mobiledoc
	if json.Unmarshal([]byte(s), &d) != nil {
		return
	}
	for _, section := range d.Sections {
		switch value[int](section, 0) {
		case markupSection:
			name := value[string](section, 1)
			if !slices.Contains([]string{"p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "aside"}, name) {
				name = "p"
			}
			if name == "aside" { // another form of quotation; in a page an aside is no part of the article
				name = "blockquote"
			}
			c.element(name, d.run(value[[][]json.RawMessage](section, 2)))
		case imageSection:
			c.picture(card{Src: value[string](section, 1)})
		case listSection:
			name := "ul"
			if value[string](section, 1) == "ol" {
				name = "ol"
			}
			c.out.WriteString("<" + name + ">")
			for _, item := range value[[][][]json.RawMessage](section, 2) {
				c.element("li", d.run(item))
			}
			c.out.WriteString("</" + name + ">\n")
		case cardSection:
			if of := at(d.Cards, value[int](section, 1)); of != nil {
				c.card(value[string](of, 0), value[card](of, 1))
			}
		}
	}
}

// run returns the markers of a section as HTML. A marker has its kind, the markups that
// begin before it, how many end behind it, and its text or the index of an atom: a line break
// in Ghost, and words such as a name where others have written the text.
func (d mobiledoc) run(markers [][]json.RawMessage) string {
	var out strings.Builder
	var open []string
	for _, m := range markers {
		for _, i := range value[[]int](m, 1) {
			markup := at(d.Markups, i)
			name := value[string](markup, 0)
			if !slices.Contains([]string{"a", "b", "strong", "i", "em", "s", "u", "code", "sub", "sup"}, name) {
				name = "span"
			}
			out.WriteString("<" + name + linked(name, value[[]string](markup, 1)) + ">")
			open = append(open, name)
		}
		if value[int](m, 0) != 0 {
			out.WriteString(cmp.Or(html.EscapeString(value[string](at(d.Atoms, value[int](m, 3)), 1)), "<br>"))
		} else {
			out.WriteString(html.EscapeString(value[string](m, 3)))
		}
		for n := value[int](m, 2); n > 0 && len(open) > 0; n-- {
			out.WriteString("</" + open[len(open)-1] + ">")
			open = open[:len(open)-1]
		}
	}
	return out.String()
}

// linked returns the attribute of a link, of the names and values that a markup has.
func linked(name string, fields []string) string {
	for i := 0; i+1 < len(fields); i += 2 {
		if name == "a" && fields[i] == "href" {
			return ` href="` + quoted(fields[i+1]) + `"`
		}
	}
	return ""
}
