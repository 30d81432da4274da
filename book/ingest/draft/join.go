package draft

import (
	"strings"

	"octavo/book"
)

// Join appends runs: neighbouring texts, and texts under the same styles, are
// one. Editors of documents part a sentence where somebody stopped typing.
func Join(list []book.Inline, items ...book.Inline) []book.Inline {
	for _, in := range items {
		if len(list) == 0 {
			list = append(list, in)
			continue
		}
		switch last := list[len(list)-1].(type) {
		case *book.Text:
			if t, ok := in.(*book.Text); ok {
				list[len(list)-1] = &book.Text{Value: last.Value + t.Value}
				continue
			}
		case *book.Code:
			if c, ok := in.(*book.Code); ok {
				list[len(list)-1] = &book.Code{Value: last.Value + c.Value}
				continue
			}
		case *book.Styled:
			if s, ok := in.(*book.Styled); ok && s.Style == last.Style {
				last.Content = Join(last.Content, s.Content...)
				continue
			}
		}
		if over(list, in) {
			list = list[:len(list)-1]
			continue
		}
		list = append(list, in)
	}
	return list
}

// over joins a styled run to the run of the same style before the space that list
// ends with, and reports whether there is such a run.
func over(list []book.Inline, in book.Inline) bool {
	s, ok := in.(*book.Styled)
	if !ok || len(list) < 2 {
		return false
	}
	gap, ok1 := list[len(list)-1].(*book.Text)
	before, ok2 := list[len(list)-2].(*book.Styled)
	if !ok1 || !ok2 || before.Style != s.Style || strings.Trim(gap.Value, " ") != "" {
		return false
	}
	before.Content = Join(Join(before.Content, gap), s.Content...)
	return true
}

// Under returns text under styles, the last one innermost, with the space at
// its ends before and behind.
func Under(s string, styles []book.Style) []book.Inline {
	core := strings.TrimSpace(s)
	if core == "" {
		return Text(s)
	}
	i := strings.Index(s, core)
	var in book.Inline = &book.Text{Value: core}
	for k := len(styles) - 1; k >= 0; k-- {
		in = &book.Styled{Style: styles[k], Content: []book.Inline{in}}
	}
	out := append(Text(s[:i]), in)
	return append(out, Text(s[i+len(core):])...)
}
