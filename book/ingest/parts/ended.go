package parts

import (
	"slices"
	"strings"

	"octavo/book/ingest/draft"
)

// ended takes out the mark by which a writer ends a text for the newsroom, such as "-ends-",
// "###" or "(Ende)", and what stands behind it for the newsroom alone: fee, account,
// telephone, number of words. All of it is said. A bio or a credit below stays for the tail,
// as does a paragraph of prose. When a heading, a table or a picture is below, the text goes
// on, and nothing but the mark is taken out. A rule of signs is a mark at the very end, or
// where it is one of those that newsrooms have.
func (r *reader) ended() {
	at := r.endAt()
	if at < 0 {
		return
	}
	r.guess("mark of the end, left out", r.items[at].text)
	behind := r.items[at+1:]
	r.items = slices.Clip(r.items[:at])
	solid := slices.ContainsFunc(behind, func(it *item) bool { return !it.isText() && !isBreak(it.Block.Block) })
	for _, it := range behind {
		switch {
		case solid || !r.forNewsroom(it):
			r.items = append(r.items, it)
		case !isRule(it) && it.isText():
			r.guess("words for the newsroom behind the end, left out", it.text)
		}
	}
}

// endAt returns the place of the first mark of the end among the last items, -1 for none.
// A text stands above it.
func (r *reader) endAt() int {
	if r.article.Text != "" { // Markdown, where "###" and the like have a meaning
		return -1
	}
	for i := max(1, len(r.items)-maxTail); i < len(r.items); i++ {
		if it := r.items[i]; it.isText() && r.isEnd(it.text) && slices.ContainsFunc(r.items[:i], func(it *item) bool { return it.width >= r.proseWidth() }) {
			return i
		}
	}
	return -1
}

// isEnd reports whether a line is a mark of the end: the word for it in signs or alone, or
// the signs that newsrooms have in its place.
func (r *reader) isEnd(s string) bool {
	s = strings.TrimSpace(s)
	if plain := strings.ReplaceAll(s, " ", ""); plain == "###" || plain == "####" {
		return true
	}
	word := strings.Trim(s, " -–—−*#~=_()（）[]［］【】<>.。")
	if word == "30" {
		return word != s
	}
	return equals(word, r.tables, func(w *words) []string { return w.end })
}

// forNewsroom reports whether a line below the end of a text is for the newsroom: one that
// speaks of money, of the text or of how somebody is reached, or a short line that neither
// says who wrote the text nor is a credit or a note.
func (r *reader) forNewsroom(it *item) bool {
	if isBreak(it.Block.Block) || isRule(it) {
		return true
	}
	if !it.isText() || it.Role != draft.None || it.width > maxStandfirst {
		return false
	}
	if r.isReached(it.text) || r.probe().contact(it) {
		return true
	}
	_, _, bio := r.isBio(it.text)
	_, _, credit := r.credited(it.content)
	if bio || credit || r.noteLabel(it) >= 0 || r.isLabel(it) || anyPrefix(it.text, r.tables, func(w *words) []string { return w.closing }) >= 0 {
		return false
	}
	if _, address := mailAtEnd(it.text, r.tables); address != "" || r.probe().label(it) {
		return false
	}
	return !isProse(it) || contains(it.text, r.tables, func(w *words) []string { return w.cover })
}
