package parts

import (
	"strings"
	"unicode/utf8"

	"octavo/book/base/pattern"
	"octavo/book/ingest/draft"
)

// comments leaves out what readers say below an article on a page: all from its heading on,
// but for what the page calls a note or a bio. A heading of one word has a count, since
// articles have headings such as "Discussion" too. A line that is no heading is a button,
// which may stand in the middle of a text.
func (r *reader) comments() {
	if r.article.Text != "" { // Markdown has no page around it
		return
	}
	prose := false
	for i, it := range r.items {
		if !prose || !r.headsComments(it) {
			prose = prose || it.isText() && it.width > maxLabel
			continue
		}
		kept := r.items[:i]
		for len(kept) > 0 && kept[len(kept)-1].isText() && countOf().MatchString(kept[len(kept)-1].text) {
			kept = kept[:len(kept)-1]
		}
		r.guess("readers' comments, left out", it.text)
		for _, below := range r.items[i:] {
			if below.Role == draft.Bio || below.Role == draft.Note {
				kept = append(kept, below)
			}
		}
		r.items = kept
		return
	}
}

// countOf is a count above comments: of claps, of shares.
var countOf = pattern.Later(`^[\d.,]+ ?[KkM]?( \pL+)?$`)

// headsComments reports whether a line stands over what readers say.
func (r *reader) headsComments(it *item) bool {
	if !it.isHeading() || it.width > maxLabel {
		return false
	}
	s := strings.Trim(it.text, " :：")
	word := strings.Trim(s, " 0123456789.,()（）[]개件条條則则+")
	counted := word != s && strings.ContainsAny(s, "0123456789")
	for _, w := range r.tables {
		for _, c := range w.comments {
			phrase := strings.Contains(c, " ") || !isLatin(firstRune(c)) && utf8.RuneCountInString(c) > 3
			switch {
			case phrase && strings.EqualFold(s, c), counted && strings.EqualFold(word, c):
				return true
			}
		}
	}
	return false
}

// maxLabel is the longest line, in columns, that stands over comments, and is no prose; by eye.
const maxLabel = 60
