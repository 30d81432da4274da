package dialect

import (
	"strings"
	"testing"

	"octavo/book"
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
		{"a scene between rules", "---\n\nScene one: it goes.\n\n---\n\nText.\n", "body: break\nbody: paragraph \"Scene one: it goes.\"\nbody: break\n" + body, ""},
		{"keys below a blank line", "---\n\ntitle: Tides\n---\n\nText.\n", "title: Tides\n" + body, ""},
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

// TestSentence: a note without front matter that begins with a sentence has its title by its
// file, and one that begins with a line has that line for its title.
func TestSentence(t *testing.T) {
	for _, tt := range []struct{ name, src, want string }{
		{"a sentence", "The fen is wet.\n\n## Reeds\n\nThey stand.\n", "Fen notes"},
		{"a sentence of East Asia", "霧は人を黙らせる。\n\n港は静かだ。\n", "Fen notes"},
		{"a line", "The Fen\n\nIt is wet.\n", ""},
		{"a heading", "# The fen.\n\nIt is wet.\n", "The fen."},
		{"a sentence alone", "The fen is wet.\n", ""},
	} {
		if got := book.PlainText(Read("fen-notes.md", tt.src, Options{}).Title); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}

// TestSubtitled: pictures have their words below them where the tool of the file prints them so.
func TestSubtitled(t *testing.T) {
	const src = "Words.\n\n![The *quay*](a.png)\n\n![The bar](b.png){fig-alt=\"Sand\"}\n"
	for name, want := range map[string]string{
		"a.md":  "The quay||Sand|The bar",
		"a.qmd": "The quay|The quay|Sand|The bar",
		"a.Rmd": "The quay|The quay|Sand|The bar",
	} {
		var got []string
		for _, b := range Read(name, src, Options{}).Blocks {
			if f, ok := b.Block.(*book.Figure); ok {
				got = append(got, f.Image.Alt, book.PlainText(f.Caption))
			}
		}
		if s := strings.Join(got, "|"); s != want {
			t.Errorf("%s: got %q, want %q", name, s, want)
		}
	}
}
