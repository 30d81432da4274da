package dialect

import (
	"strings"
	"testing"

	"octavo/book/base/rule"
)

// TestMended reads front matter that is broken: one fault does not lose the other keys, no line
// becomes text of the article, and none of the text is taken for a key.
func TestMended(t *testing.T) {
	const head = "---\ntitle: "
	const body = "body: paragraph \"Text.\"\n"
	for _, tt := range []struct{ name, src, want, line string }{
		{"a colon in the title", head + "Tides: a history\nauthor: Ann Lee\n---\nText.\n", "title: Tides: a history\nauthor: Ann Lee\n" + body, "2:1"},
		{"a tab", head + "Tides\nauthor:\n\tname: Ann Lee\n---\nText.\n", "title: Tides\nauthor: Ann Lee\n" + body, "4:1"},
		{"a mark without its other", head + "\"Tides\nauthor: 'Ann Lee'\n---\nText.\n", "title: Tides\nauthor: Ann Lee\n" + body, "2:1"},
		{"marks around a part", head + "\"Ebb\" and flow\ndate: 2025-01-31\n---\nText.\n", "title: “Ebb” and flow\ndate: 2025-01-31\n" + body, "2:8"},
		{"backslashes", head + "\"C:\\tide\\quay\"\n---\nText.\n", "title: C:\\tide\\quay\n" + body, "2:1"},
		{"a bracket", head + "[Ebb] and flow\nauthor: [Ann, Bo]\n---\nText.\n", "title: [Ebb] and flow\nauthor: Ann\nauthor: Bo\n" + body, "2:8"},
		{"no spaces", "---\ntitle:Tides\ndate:2025-01-31\n---\nText.\n", "title: Tides\ndate: 2025-01-31\n" + body, "2:1"},
		{"a text that is folded", head + "Ebb: and\n  flow\n---\nText.\n", "title: Ebb: and flow\n" + body, "2:1"},
		{"TOML", "+++\ntitle = \"Tides\nauthors = [\"Ann\", \"Bo\"]\n[extra]\ndate = 2025-01-31\n+++\nText.\n", "title: Tides\nauthor: Ann\nauthor: Bo\ndate: 2025-01-31\n" + body, "2:15"},
		{"JSON", "{\n\"title\": \"Tides\",\n\"date\": \"2025-01-31\",\n}\nText.\n", "title: Tides\ndate: 2025-01-31\n" + body, ""},
		{"no end", head + "Tides\nauthors:\n- Ann\n\nText.\n", "title: Tides\nauthor: Ann\n" + body, "1:1"},
		{"fences of four", "----\ntitle: Tides\ndate: 2025-01-31\n----\n\nText.\n", "title: Tides\ndate: 2025-01-31\n" + body, "1:1"},
		{"a value cut by a sign", head + "Berth #9\n---\nText.\n", "title: Berth\n" + body, "2:8"},
		{"a day in two ways", head + "Tides\ndate: 02/03/2025\n---\nText.\n", "title: Tides\ndate: 2025-02-03\n" + body, "3:7"},
		{"a day of one meaning", head + "Tides\ndate: 03/03/2025\n---\nText.\n", "title: Tides\ndate: 2025-03-03\n" + body, ""},
		{"text between rules", "---\nOnly words.\n---\nText.\n", "body: break\nbody: heading 2 #only-words \"Only words.\"\n" + body, ""},
		{"a rule", "---\n\nText.\n", "body: break\n" + body, ""},
		{"old line ends", strings.ReplaceAll(head+"Tides\n---\n\nText.\n", "\n", "\r"), "title: Tides\n" + body, ""},
	} {
		a := Read("a.md", tt.src, Options{})
		line := ""
		for _, w := range a.Warnings {
			if w.Rule == rule.ImportFrontMatter.ID {
				line = strings.TrimPrefix(w.Pos.String(), "a.md:")
			}
		}
		a.Warnings = nil
		if got := stated(a); got != tt.want || line != tt.line {
			t.Errorf("%s: got at %q\n%s\nwant at %q\n%s", tt.name, line, got, tt.line, tt.want)
		}
	}
}
