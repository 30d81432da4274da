package markdown

import (
	"fmt"
	"strings"
	"testing"
)

// TestUntaken tells of tables of other tools, and of nothing that is prose.
func TestUntaken(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"a grid", "+---+---+\n| a | b |\n|   +---+\n|   | c |\n+---+---+", "5 table-form"},
		{"columns", "  Right     Left\n-------     ------\n     12 to 1212", "6 table-form"},
		{"marks in HTML", "<div>\nA **low** tide\n</div>\n\n<div>[a](b)</div>", "6 foreign-tag\n9 foreign-tag"},
		{"marks around HTML", "<div>\n\nA **low** tide\n\n</div>\n\n<pre>**a**</pre>\n\n<p>2 ** 3 ** 4 and a[1] (b)</p>", ""},
		{"a break", "- - -\n\n---\n\n* * *", ""},
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
