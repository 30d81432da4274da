package web

import (
	"strings"

	"octavo/book"
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

// headlineOf returns the words of a headline. Those above it, which some pages have in it,
// are appended as its kicker; the signs that part the two go.
func (r *reader) headlineOf(e *el) []book.Inline {
	k := e.find(func(n *el) bool { return n != e && n.size > 0 && n.size < e.size && n.named(kickerNames) })
	if k == nil {
		return rawhtml.Line(e.Element)
	}
	const signs = " :|·•/–—-"
	r.emit(draft.Text(strings.TrimRight(k.line(), signs)), draft.Kicker)
	k.leave()
	content := rawhtml.Line(e.Element)
	text := book.PlainText(content)
	return draft.Slice(content, len(text)-len(strings.TrimLeft(text, signs)), len(text))
}

// signedStandfirst reads a paragraph of the head that ends with who wrote the article, behind
// a sentence, as a standfirst and a byline, and reports whether e is one.
func (r *reader) signedStandfirst(e *el) bool {
	if e.Name() != "p" || len(e.kids) < 2 {
		return false
	}
	last := e.kids[len(e.kids)-1]
	if roleOf(last, false) != draft.Byline || last.size >= e.size {
		return false
	}
	before, ok := strings.CutSuffix(e.line(), last.line())
	before = strings.TrimSpace(before)
	if !ok || !strings.HasSuffix(before, ".") && !strings.HasSuffix(before, "?") && !strings.HasSuffix(before, "!") || len(strings.Fields(before)) < 3 {
		return false
	}
	last.leave()
	r.emit(rawhtml.Line(e.Element), draft.Standfirst)
	r.lines(last, draft.Byline)
	return true
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
