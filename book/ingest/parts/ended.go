package parts

import (
	"slices"
	"strings"

	"octavo/book/ingest/draft"
)

// ended takes out the mark by which a writer ends a text for the newsroom, such as "-ends-",
// "###" or "(Ende)", and what stands behind it for the newsroom alone: fee, account,
// telephone, number of words. All of it is said. A bio or a credit below stays for the tail.
// When the text goes on below, with a heading, a picture or prose, all of that stays. "###"
// is then a break between scenes, and stays too.
func (r *reader) ended() {
	at := r.endAt()
	if at < 0 {
		return
	}
	mark, behind := r.items[at], r.items[at+1:]
	goesOn := slices.ContainsFunc(behind, func(it *item) bool { return r.isStory(it, isRule(mark)) })
	if goesOn && isRule(mark) {
		return
	}
	r.guess("mark of the end, left out", mark.text)
	r.items = slices.Clip(r.items[:at])
	for _, it := range behind {
		switch {
		case goesOn || !r.forNewsroom(it):
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

// isStory reports whether an item below a mark of the end is of the text: no bio, credit or
// line for the newsroom, but prose, or below a rule a sentence, however short.
func (r *reader) isStory(it *item, rule bool) bool {
	if !it.isText() {
		return !isBreak(it.Block.Block)
	}
	if !isProse(it) && !(rule && terminal(it.text)) {
		return false
	}
	return !r.isOfTail(it) && !contains(it.text, r.tables, func(w *words) []string { return w.cover })
}

// isOfTail reports whether an item says who wrote the text, or is a credit or a note.
func (r *reader) isOfTail(it *item) bool {
	_, _, bio := r.isBio(it.text)
	_, _, credit := r.credited(it.content)
	return bio || credit || r.noteLabel(it) >= 0 || r.isLabel(it) || anyPrefix(it.text, r.tables, func(w *words) []string { return w.closing }) >= 0
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
	if r.isOfTail(it) {
		return false
	}
	if _, address := mailAtEnd(it.text, r.tables); address != "" || r.probe().label(it) {
		return false
	}
	return !isProse(it) || contains(it.text, r.tables, func(w *words) []string { return w.cover })
}
