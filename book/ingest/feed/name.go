package feed

import (
	"strings"

	"octavo/book"
	"octavo/book/base/rule"
	"octavo/book/ingest/draft"
)

// Name gives an article without a title its first words as one, as for a note in a feed,
// and says so. Eight words are by eye: a line.
func Name(a *draft.Article) {
	const most, longest = 8, 60
	if len(a.Title) > 0 {
		return
	}
	for _, b := range a.Blocks {
		p, ok := b.Block.(*book.Paragraph)
		if !ok {
			continue
		}
		words := strings.Fields(book.PlainText(p.Content))
		if len(words) == 0 {
			continue
		}
		title := strings.Join(words[:min(len(words), most)], " ")
		if runes := []rune(title); len(runes) > longest {
			title = string(runes[:longest]) + "…" // a script without spaces
		} else if len(words) > most {
			title += "…"
		}
		a.Title = draft.Text(title)
		a.Warnings = append(a.Warnings, rule.ImportTitle.At(book.Pos{}, "write another behind title", "an article without a title is named by its first words, %q", title))
		return
	}
}
