package parts

import (
	"slices"
	"strings"
	"unicode/utf8"

	"octavo/book/ingest/draft"
)

// maxAppeal is the longest call to readers, in columns, by eye: five lines. More is text.
const maxAppeal = 400

// mostBehind is how many sentences a call to readers has from the only one that calls on, by eye:
// a name, where else to find it, and thanks.
const mostBehind = 3

// appeals leaves out calls to readers of a page to follow its author, to clap, to subscribe, to
// share or to give: at the end of the article, or where they stand alone between two breaks.
// Bios, credits and notes may stand below them. What is left out is told.
func (r *reader) appeals() {
	if r.article.Text != "" { // what an author has written in Markdown stays
		return
	}
	gone := map[*item]bool{}
	for i := len(r.items) - 1; i > 0 && i >= len(r.items)-maxTail; i-- {
		it := r.items[i]
		switch {
		case r.isAppeal(it):
			gone[it] = true
		case isBreak(it.Block.Block) || isRule(it) || it.Role == draft.Bio || it.Role == draft.Note || r.isOfTail(it):
			continue
		default:
			i = 0
		}
	}
	from := -1 // the last break above appeals and nothing else
	for i, it := range r.items {
		switch {
		case isBreak(it.Block.Block) || isRule(it):
			if from >= 0 && i > from+1 {
				for _, between := range r.items[from+1 : i+1] { // with one of the breaks
					gone[between] = true
				}
			}
			from = i
		case from >= 0 && !r.isAppeal(it):
			from = -1
		}
	}
	r.items = slices.DeleteFunc(r.items, func(it *item) bool {
		if gone[it] && it.content != nil && !isRule(it) {
			r.guess("call to readers, left out", it.text)
		}
		return gone[it]
	})
}

// isAppeal reports whether a line is a call to readers: one of its sentences begins as one, or
// with a condition ("If you enjoyed this") beside the word for what readers are to do.
func (r *reader) isAppeal(it *item) bool {
	if it.content == nil || it.width > maxAppeal || it.Role == draft.Bio || it.Role == draft.Note || strings.ContainsRune("\"“„«‹「『‘'”", firstRune(it.text)) {
		return false
	}
	if _, _, bio := r.isBio(it.text); bio {
		return false
	}
	acts := contains(it.text, r.tables, func(w *words) []string { return w.appealActs })
	first, calls := -1, 0
	list := sentences(it.text)
	for i, s := range list {
		if anyPrefix(s, r.tables, func(w *words) []string { return w.appeal }) >= 0 ||
			acts && anyPrefix(s, r.tables, func(w *words) []string { return w.appealIf }) >= 0 {
			first, calls = i, calls+1
		}
	}
	if calls == 1 && len(list)-first > mostBehind {
		return false // a tale that begins so
	}
	return calls > 0 || contains(it.text, r.tables, func(w *words) []string { return w.appealAmid })
}

// sentences returns what begins at each sentence of a line.
func sentences(s string) []string {
	list := []string{strings.TrimLeft(s, " *_—–-•👏")}
	for i, c := range s {
		if strings.ContainsRune(".!?。！？…", c) {
			if rest := strings.TrimLeft(s[i+utf8.RuneLen(c):], " "); rest != "" {
				list = append(list, rest)
			}
		}
	}
	return list
}
