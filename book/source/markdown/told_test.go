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
