package layout

import (
	"fmt"
	"strings"
	"testing"

	"octavo/book/typeset/theme"
)

// TestNotesLeaveText: a note that is longer than a page leaves a third of each page to the
// text as long as there is some, and all of it is set.
func TestNotesLeaveText(t *testing.T) {
	for n := range 10 {
		var src strings.Builder
		src.WriteString("---\ntitle: Ports\n---\n\n" + strings.Repeat(tides+"\n\n", n) + "Called[^1]. " + strings.Repeat(tides+"\n\n", 12))
		src.WriteString("[^1]: " + strings.Repeat("Under the quay runs an older one. ", 150) + "zqend\n")
		doc := linked(t, volume(parse(t, "a.md", src.String())), Options{})
		th := press(t)
		body, note := th.Style(theme.Paragraph), th.Style(theme.Footnote)
		if pageOf(doc, "zqend") < 0 {
			t.Fatal("the end of the note is lost")
		}
		pages := chapterTexts(doc)
		for i, page := range pages[1 : len(pages)-1] { // the title takes of the first
			lines, notes := map[string]bool{}, 0
			for _, text := range page {
				switch text.Size {
				case body.Size:
					lines[fmt.Sprint(text.Y)] = true
				case note.Size:
					notes++
				}
			}
			if share := doc.Geometry.Depth() / 3 / doc.Geometry.Baseline; notes > 12 && len(lines) < int(share)-1 {
				t.Errorf("behind %d paragraphs page %d of the rest has %d lines of text over %d of notes", n, i, len(lines), notes)
			}
		}
	}
}
