package manuscript

import (
	"path/filepath"
	"strings"
	"testing"

	"octavo/book"
	"octavo/book/base/rule"
)

// TestWikiLinks builds a book of pasted notes: a link of a wiki that leads nowhere is a
// warning and its words stay, while a link to a file that is missing remains an error.
func TestWikiLinks(t *testing.T) {
	for _, c := range []struct {
		name, written, want, hint string
		level                     book.Severity
	}{
		{"no note", "see [[Slack water]] here", `no chapter of the book is called "Slack water"`, "take the brackets away", book.Warning},
		{"other words", "see [[Slack water|the pause]] here", `no chapter of the book is called "Slack water"`, "take the brackets away", book.Warning},
		{"nearly a note", "see [[Ebbs]] here", `no chapter of the book is called "Ebbs"`, "did you mean [[Ebb]]?", book.Warning},
		{"no heading", "see [[Ebb#Noon]] here", `the link to "Noon" leads to the beginning of ebb.md`, "name a heading", book.Warning},
		{"in a heading", "## Of [[Slack water]]\n\nText.", `no chapter of the book is called "Slack water"`, "take the brackets away", book.Warning},
		{"in a cell", "| [[Slack water]] | b |\n| --- | --- |\n| c | d |", `no chapter of the book is called "Slack water"`, "take the brackets away", book.Warning},
		{"a file", "see [slack water](slack.md) here", `the link "slack.md" leads to no chapter`, "link to a chapter", book.Error},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := t.TempDir()
			write(t, filepath.Join(dir, "book.yaml"), least+"chapters: [a.md, ebb.md]\n")
			write(t, filepath.Join(dir, "a.md"), "---\ntitle: A\n---\n"+c.written+"\n")
			write(t, filepath.Join(dir, "ebb.md"), "---\ntitle: Ebb\n---\nText.\n")
			b, list, err := Load(dir, Options{Probe: probe})
			if err != nil {
				t.Fatal(err)
			}
			if len(list) != 1 || list[0].Severity != c.level || !strings.Contains(list[0].Message, c.want) || !strings.Contains(list[0].Hint, c.hint) {
				t.Errorf("told %v, want %q with the hint %q", list, c.want, c.hint)
			}
			for _, run := range book.Runs(b) {
				book.WalkInlines(run, func(in book.Inline) bool {
					if l, ok := in.(*book.Link); ok && list[0].Rule == rule.LinkWiki.ID && l.Chapter == nil && l.URL != "" {
						t.Errorf("the link still leads to %q", l.URL)
					}
					return true
				})
			}
		})
	}
}
