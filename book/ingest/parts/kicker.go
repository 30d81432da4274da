package parts

import (
	"strings"
	"unicode/utf8"

	"octavo/book"
	"octavo/book/base/pattern"
	"octavo/book/ingest/draft"
)

// isKicker reports whether a line above another is a kicker: the name of a
// section, or words parted like a path, or capitals above a title without.
func (h *headReader) isKicker(it, below *item) bool {
	s := it.text
	if it.width > maxKicker || terminal(s) {
		return false
	}
	for _, sep := range []string{" / ", " > ", " » ", " › ", " | ", " ｜ ", "＞", " · "} {
		if strings.Contains(s, sep) {
			return true
		}
	}
	if isUpper(s) && !isUpper(below.text) || issue().MatchString(s) {
		return true
	}
	return h.isSection(s)
}

// issue is the number of an issue or volume.
var issue = pattern.Later(`(?i)(?:^|[ ,(])(?:vol|no|nr|issue|núm|nº|n°)[. ]+\d|第.{1,6}[期号號]|제\s?\d+\s?호`)

// isSection reports whether s is the name of a section, or of several.
func (r *reader) isSection(s string) bool {
	s = strings.Trim(s, "[]【】<>〈〉《》［］() ")
	sections := func(w *words) []string { return w.sections }
	if equals(s, r.tables, sections) {
		return true
	}
	fields := strings.Fields(s)
	for _, f := range fields {
		if !equals(strings.Trim(f, "&/,"), r.tables, sections) && strings.Trim(f, "&/,") != "" {
			return false
		}
	}
	return len(fields) > 1
}

func isUpper(s string) bool { return strings.ToUpper(s) == s && strings.ToLower(s) != s }

// barred takes a section that a stroke parts from the title as the kicker: "深度｜最后一家".
func (h *headReader) barred() {
	text := book.PlainText(h.chapter.Title)
	at := strings.IndexAny(text, "｜丨|")
	if at <= 0 || len(h.chapter.Kicker) > 0 || !h.isSection(strings.TrimSpace(text[:at])) {
		return
	}
	_, size := utf8.DecodeRuneInString(text[at:])
	if strings.TrimSpace(text[at+size:]) == "" {
		return
	}
	h.guess("kicker", strings.TrimSpace(text[:at]))
	h.chapter.Kicker = draft.Trim(draft.Slice(h.chapter.Title, 0, at))
	h.chapter.Title = draft.Trim(draft.Slice(h.chapter.Title, at+size, len(text)))
}

// bracketed takes a section that stands in brackets before the title as the
// kicker: "[기고] 항구는 기다리지 않는다". A name of more than 24 columns, by eye, is part of
// the title.
func (h *headReader) bracketed() {
	text := book.PlainText(h.chapter.Title)
	for _, pair := range []string{"[]", "【】", "〔〕", "［］", "（）", "<>", "＜＞"} {
		open, n := utf8.DecodeRuneInString(pair)
		end := strings.Index(text, pair[n:])
		if !strings.HasPrefix(text, string(open)) || end < 0 || len(h.chapter.Kicker) > 0 {
			continue
		}
		name, next := text[n:end], end+len(pair)-n
		if draft.Width(name) > 24 || strings.TrimSpace(text[next:]) == "" || !h.isSection(name) && !h.endsSection(name) {
			continue
		}
		h.guess("kicker", name)
		h.chapter.Kicker = draft.Slice(h.chapter.Title, n, end)
		h.chapter.Title = draft.Slice(h.chapter.Title, next, len(text))
		return
	}
}

// endsSection reports whether a name without spaces ends in the name of a section:
// 私の視点.
func (h *headReader) endsSection(name string) bool {
	for _, w := range h.tables {
		for _, s := range w.sections {
			if !isLatin(firstRune(s)) && strings.HasSuffix(name, s) {
				return true
			}
		}
	}
	return false
}

// kickers takes the lines above the title, and returns the rest.
func (h *headReader) kickers(lines []*item) []*item {
	if len(h.chapter.Kicker) > 0 {
		return lines
	}
	n := 0
	for n+1 < len(lines) && h.aboveTitle(lines[n:]) {
		n++
	}
	for i, l := range lines[:n] {
		if i > 0 {
			h.chapter.Kicker = append(h.chapter.Kicker, &book.Text{Value: " / "})
		}
		h.chapter.Kicker = append(h.chapter.Kicker, unbracketed(h.taken(l, "kicker"))...)
	}
	return lines[n:]
}

// unbracketed removes the brackets around a kicker: 【评论】.
func unbracketed(list []book.Inline) []book.Inline {
	text := book.PlainText(list)
	if inner, before, _ := bare(text); before > 0 && strings.ContainsRune("【［[〔", firstRune(text)) {
		return draft.Slice(list, before, before+len(inner))
	}
	return list
}

// aboveTitle reports whether the first of lines stands above the title, which
// then is among the other lines. The first line does when it is a kicker, when the second
// is marked as a heading, or when it is short and there are too many lines for a title
// and a standfirst.
func (h *headReader) aboveTitle(lines []*item) bool {
	const short = 30 // by eye: the name of a section, and half of a headline
	first, next := lines[0], lines[1]
	if len(h.chapter.Title) > 0 {
		return len(h.lines) > 1 && h.isKicker(first, next)
	}
	if first.isHeading() || first.Role == draft.Title {
		return false
	}
	if h.isKicker(first, next) || next.isHeading() {
		return true
	}
	if len(lines) < 3 || first.width > maxKicker || terminal(first.text) {
		return false
	}
	return len(lines) > 3 || first.width <= short && next.width >= 2*first.width
}
