package text

import (
	"strings"

	"octavo/book"
	"octavo/book/base/rule"
	"octavo/book/ingest/draft"
)

// remarks takes the comments of Google Docs out of a text that was saved there, and tells
// them: they stand below it, "[a]Who says so?", and are called by "[a]" in it. Letters that
// nothing calls, that do not begin with a, or that have a space behind are the writer's.
func remarks(s string, a *draft.Article) string {
	const most, longest = 500, 1000 // comments, and bytes of one that is told, by eye
	at := strings.LastIndex(s, "\n[a]")
	if at < 0 || len(s)-at > at || strings.HasPrefix(s[at:], "\n[a] ") || !strings.Contains(s[:at], "[a]") {
		return s
	}
	text, below := s[:at+1], s[at+1:]
	n := 0
	mark, comment := "a", ""
	var kept strings.Builder
	take := func() {
		a.Tell(rule.ImportRemark, "settle it before the article is printed", "a comment on the text is left out: \""+book.Clip(strings.TrimSpace(comment), 200)+"\"")
		if before, after, ok := strings.Cut(text, "["+mark+"]"); ok {
			kept.WriteString(before)
			text = after
		}
	}
	for line := range strings.Lines(below) {
		if rest, ok := strings.CutPrefix(line, "["+mark+"]"); ok {
			comment = rest
		} else if rest, ok := strings.CutPrefix(line, "["+following(mark)+"]"); ok && n < most {
			take()
			n++
			mark, comment = following(mark), rest
		} else if len(comment) < longest {
			comment += line
		}
	}
	take()
	return kept.String() + text
}

// following returns the mark behind another: b behind a, aa behind z, ab behind aa.
func following(mark string) string {
	last := len(mark) - 1
	switch {
	case mark[last] < 'z':
		return mark[:last] + string(mark[last]+1)
	case last == 0:
		return "aa"
	}
	return following(mark[:last]) + "a"
}
