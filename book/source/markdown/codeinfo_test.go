package markdown

import (
	"testing"

	"octavo/book/internal/dump"
)

// TestFenceInfo reads what stands behind a fence.
func TestFenceInfo(t *testing.T) {
	for _, tt := range []struct{ info, want string }{
		{"go", "code \"go\"\n  |x\n"},
		{"c++", "code \"c++\"\n  |x\n"},
		{"rust,ignore", "code \"rust\"\n  |x\n"},
		{"rust, should_panic", "code \"rust\"\n  |x\n"},
		{`js title="my app.js" {1,3-4} showLineNumbers`, "code \"js\" from 1\n  caption \"my app.js\"\n  |x\n"},
		{"js:app.js", "code \"js\"\n  caption \"app.js\"\n  |x\n"},
		{`{.python .numberLines startFrom="10"}`, "code \"python\" from 10\n  |x\n"},
		{"{.numberLines .python}", "code \"python\" from 1\n  |x\n"},
		{`{#lst-x .go lst-cap="A caption"}`, "division #lst-x \"\"\n  code \"go\"\n    caption \"A caption\"\n    |x\n"},
		{`py hl_lines="2 3" linenums="7"`, "code \"py\" from 7\n  |x\n"},
		{"{linenos=table,hl_lines=[8],linenostart=5}", "code \"\" from 5\n  |x\n"},
		{"{r, eval=FALSE}", "code \"r\"\n  |x\n"},
		{"filename='it\"s.go'", "code \"\"\n  caption \"it\\\"s.go\"\n  |x\n"},
		{";", "code \"\"\n  |x\n"},
	} {
		t.Run(tt.info, func(t *testing.T) {
			src := []byte("---\ntitle: T\n---\n\n```" + tt.info + "\nx\n```\n")
			c, list := Parse("c.md", src, Options{Language: "en"})
			var p dump.Printer
			p.Blocks(c.Body)
			if got := p.String(); got != tt.want || len(list) > 0 {
				t.Errorf("got\n%swant\n%stold %v", got, tt.want, list)
			}
			roundTrip(t, src)
		})
	}
}

// TestDiagrams tells of diagrams that are not drawn.
func TestDiagrams(t *testing.T) {
	_, list := Parse("c.md", []byte("---\ntitle: T\n---\n\n```mermaid\ngraph TD\n```\n\n``` dot\n```\n"), Options{Language: "en"})
	if len(list) != 2 || list[0].Rule != "diagram-code" || list[0].Pos.Line != 5 || list[1].Pos.Line != 9 {
		t.Errorf("told %v", list)
	}
}
