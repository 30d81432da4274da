package parts

import (
	"slices"
	"strings"
	"unicode/utf8"

	"octavo/book"
	"octavo/book/base/pattern"
	"octavo/book/ingest/draft"
)

// comments leaves out what readers say below an article on a page: all from its heading on,
// but for what the page calls a note or a bio. A heading of one word has a count, since
// articles have headings such as "Discussion" too. A line that is no heading is a button,
// which may stand in the middle of a text; so may a heading without a count, when the text
// goes on below it.
func (r *reader) comments() {
	if r.article.Text != "" { // Markdown has no page around it
		return
	}
	prose, buttons := false, 0
	for i := 0; i < len(r.items); i++ {
		it := r.items[i]
		if !prose || !r.headsComments(it) {
			prose = prose || it.isText() && it.width > maxLabel
			continue
		}
		below := r.items[i+1:]
		if buttons < maxButtons && !strings.ContainsAny(it.text, "123456789") && goesOn(below) {
			r.guess("page furniture, left out", it.text)
			r.items = slices.Delete(r.items, i, i+1)
			i--
			buttons++
			continue
		}
		kept := r.items[:i:i]
		for len(kept) > 0 && kept[len(kept)-1].isText() && countOf().MatchString(kept[len(kept)-1].text) {
			kept = kept[:len(kept)-1]
		}
		words := 0
		for _, b := range below {
			if b.Role == draft.Bio || b.Role == draft.Note {
				kept = append(kept, b)
				continue
			}
			words += draft.WordCount(b.text)
		}
		as := "readers' comments, left out"
		if words > 0 {
			as += " with the " + book.Count(words, "word") + " below"
		}
		r.guess(as, it.text)
		r.items = kept
		return
	}
}

// maxButtons bounds how many headings of an article are looked below, by eye: no page asks for
// comments more often.
const maxButtons = 8

// goesOn reports whether the text of the article goes on below a heading over comments, as
// where a button stands in the middle of it: two paragraphs of prose or more stand there, and
// hardly a line that is none, while each comment has one with its reader's name.
func goesOn(list []*item) bool {
	long, short, since := 0, 0, 0
	for _, it := range list {
		switch {
		case !it.isText() || it.Role == draft.Bio || it.Role == draft.Note:
		case isProse(it):
			long++
			short, since = short+since, 0
		default:
			since++ // behind the last paragraph a bio and credits may stand
		}
	}
	return long > 1 && short*4 < long
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
