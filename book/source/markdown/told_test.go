package markdown

import (
	"fmt"
	"strings"
	"testing"
)

// TestUntaken tells of lists and tables of other tools, and of nothing that is prose.
func TestUntaken(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"letters", "a. one\nb. two", "5 list-marker"},
		{"letters in paragraphs", "a) one\n\nb) two", "5 list-marker"},
		{"brackets", "(1) one\n(2) two", "5 list-marker"},
		{"Roman", "i. one\nii. two", "5 list-marker"},
		{"Roman from the fourth", "iv) four\nv) five", "5 list-marker"},
		{"a number sign", "#. one", "5 list-marker"},
		{"an example", "(@good) one", "5 list-marker"},
		{"capitals", "A.  one\nB.  two", "5 list-marker"},
		{"a tilde", "Term\n~   What it is", "6 list-marker"},
		{"initials", "B. Russell was\nC. Darwin was", ""},
		{"one alone", "(1) one\n\nMore.", ""},
		{"a question and its answer", "q. Why?\n\na. So.", ""},
		{"a grid", "+---+---+\n| a | b |\n+---+---+", "5 table-form"},
		{"columns", "  Right     Left\n-------     ------\n     12     12", "6 table-form"},
		{"a break", "- - -\n\n---\n\n* * *", ""},
		{"numbers", "1. one\n2. two", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, list := Parse("c.md", []byte("---\ntitle: T\n---\n\n"+tt.text+"\n"), Options{Language: "en"})
			var told []string
			for _, d := range list {
				told = append(told, fmt.Sprintf("%d %s", d.Pos.Line, d.Rule))
			}
			if got := strings.Join(told, "\n"); got != tt.want {
				t.Errorf("told %q, want %q", got, tt.want)
			}
		})
	}
}
