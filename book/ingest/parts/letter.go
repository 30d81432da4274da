package parts

import (
	"strings"

	"octavo/book"
	"octavo/book/ingest/draft"
)

// letter leaves out what a mail has around its article, and says it: what stands together
// in one guess, long enough that an editor sees what it is.
func (r *reader) letter() {
	const longest = 400 // by eye: six lines of a terminal
	kept := r.items[:0]
	var words []string
	flush := func() {
		if len(words) > 0 {
			r.guesses = append(r.guesses, Guess{As: "letter around the article, left out", Text: book.Clip(strings.Join(words, " / "), longest)})
		}
		words = nil
	}
	for _, it := range r.items {
		if it.Role != draft.Letter {
			flush()
			kept = append(kept, it)
			continue
		}
		text := it.text
		if it.content == nil {
			text = listed(it.Block.Block)
		}
		if text = strings.Join(strings.Fields(text), " "); text != "" {
			words = append(words, text)
			r.around = append(r.around, text)
		}
	}
	flush()
	r.items = kept
}
