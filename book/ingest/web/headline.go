package web

import (
	"strings"

	"octavo/book/ingest/draft"
	"octavo/book/source/rawhtml"
)

// maxHeadLine is the text, in bytes, up to which a block without a name of its own is a
// line of the head for what is in it; by eye, three long names and a word before them.
const maxHeadLine = 200

// isSigned reports whether e is a line of the head that names the authors: it holds links
// or the like that say so, and else only some words, "By" and "and" in any language. Taken
// apart, these would be lines of their own.
func isSigned(e *el) bool {
	if !e.IsBlock() || e.size > maxHeadLine {
		return false
	}
	named, dates := 0, 0
	flat := true
	e.walk(func(n *el) bool {
		switch {
		case n == e || n.Name() == "":
		case n.IsBlock():
			flat = false
		case roleOf(n, false) == draft.Byline:
			named += n.size
			return false
		case roleOf(n, false) == draft.Dateline:
			dates++
		}
		return true
	})
	return flat && dates == 0 && named > 0 && named < e.size && e.size-named <= maxLabel
}

// maxLabel is the text, in bytes, of the words beside the names of a byline and beside a
// date; by eye, "Aggiornato l'ultima volta il" has 28 and labels of Cyrillic twice as much.
const maxLabel = 60

// isDated reports whether e is a date with some words before it, such as "Updated", and
// nothing else.
func isDated(e *el) bool {
	dates := e.all("time")
	if len(dates) != 1 || e.Name() == "time" {
		return false
	}
	before, _, _ := strings.Cut(e.line(), dates[0].line())
	rest := e.size - dates[0].size
	return rest > 0 && rest <= maxLabel && len(before) > 1 && len(before)+1 >= rest && !strings.ContainsAny(before, "|·•")
}

// separated appends what stands between the parts of a head behind a sign, such as "· 4 min
// read" behind a date: a line without a meaning of its own is left out with the dates.
func (r *reader) separated(run []rawhtml.Element) bool {
	if r.prose || len(r.out) == 0 {
		return false
	}
	role := r.out[len(r.out)-1].Role
	if role != draft.Dateline && role != draft.Byline {
		return false
	}
	var text strings.Builder
	for _, e := range run {
		text.WriteString(e.Text())
	}
	line := strings.Join(strings.Fields(text.String()), " ")
	rest := strings.TrimLeft(line, "·|• ")
	if rest == line || len(rest) > maxLabel {
		return false
	}
	r.emit(draft.Text(rest), draft.Dateline)
	return true
}

// pagerSigns are arrows by which a page leads to the article before and to the next one.
const pagerSigns = "←→‹›⟵⟶⬅➡"

// isPager reports whether e is the links to the articles before and behind this one.
func isPager(e *el) bool {
	if e.size == 0 || e.size > 600 || e.links*4 < e.size*3 || !e.IsBlock() {
		return false
	}
	for _, a := range e.all("a") {
		if strings.HasPrefix(a.Get("href"), "#") {
			return false // the way back of a note
		}
	}
	line := e.line()
	first, last := []rune(line)[0], []rune(line)[len([]rune(line))-1]
	return strings.ContainsRune(pagerSigns, first) || strings.ContainsRune(pagerSigns, last)
}

// isSentence reports whether a line says something, rather than naming somebody.
func isSentence(line string) bool {
	return len(strings.Fields(line)) > 4 && strings.HasSuffix(line, ".") || strings.HasSuffix(line, "。")
}

// isWayOut reports whether e is a link at the end of a bio that leads to the author's other
// articles.
func isWayOut(e *el) bool {
	return e.Name() == "a" && e.named([]string{"author link", "author posts", "author posts link", "all posts", "view all", "more posts"})
}
