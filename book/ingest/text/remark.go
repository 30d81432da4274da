package text

import (
	"strings"

	"octavo/book/base/rule"
	"octavo/book/ingest/draft"
)

// remarks takes the comments of Google Docs out of a text that was saved there, and tells
// them: they stand below it, "[a]Who says so?", and are called by "[a]" in it. Letters that
// nothing calls, that do not begin with a, or that have a space behind are the writer's, and so
// are those with paragraphs below them, which may be the rest of the article.
func remarks(s string, a *draft.Article) string {
	at := strings.LastIndex(s, "\n[a]")
	if at < 0 || len(s)-at > at || strings.HasPrefix(s[at:], "\n[a] ") || !strings.Contains(s[:at], "[a]") {
		return s
	}
	list := remarksIn(s[at+1:])
	if list == nil {
		return s
	}
	text, mark := s[:at+1], "a"
	var kept strings.Builder
	for _, comment := range list {
		a.Tell(rule.ImportRemark, "settle it before the article is printed", "a comment on the text is left out: \""+comment+"\"")
		if before, after, ok := strings.Cut(text, "["+mark+"]"); ok {
			kept.WriteString(before)
			text = after
		}
		mark = following(mark)
	}
	return kept.String() + text
}

// remarksIn returns the comments that a text is, nil when it is more than comments: behind a
// blank line one begins with its mark.
func remarksIn(s string) (list []string) {
	const longest = 1000 // bytes of one, by eye
	mark, blank := "a", false
	for line := range strings.Lines(s) {
		line, next := strings.TrimSpace(line), strings.HasPrefix(line, "["+mark+"]")
		switch last := len(list) - 1; {
		case next:
			list = append(list, strings.TrimSpace(line[len("["+mark+"]"):]))
			mark = following(mark)
		case line == "":
		case blank || len(list[last])+len(line) > longest:
			return nil
		default:
			list[last] += " " + line
		}
		blank = line == ""
	}
	return list
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
