package parts

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"octavo/book/ingest/draft"
)

// lengths leaves out lines that say how long the text is, "1,200 words", which its writer
// adds for the newsroom: between the head and the first paragraph, and below the last one.
func (r *reader) lengths() {
	first, last := len(r.items), -1 // paragraphs of prose
	for i, it := range r.items {
		if it.content == nil || it.width >= r.proseWidth() || terminalStop(it.text) && !r.isLength(it) {
			first, last = min(first, i), i
		}
	}
	if last < 0 {
		return
	}
	kept := r.items[:0]
	for i, it := range r.items {
		if (i < first || i > last) && i > 0 && r.isLength(it) {
			r.guess("length of the text, left out", it.text)
			continue
		}
		kept = append(kept, it)
	}
	r.items = kept
}

// isLength reports whether a line says how long the text is, with nothing else.
func (r *reader) isLength(it *item) bool {
	const longest = 60 // columns, by eye: words and signs
	if !it.isText() || it.Role != draft.None || it.width > longest {
		return false
	}
	s, cut, _ := bare(strings.TrimSpace(it.text))
	if cut == 0 && terminalStop(s) {
		return false
	}
	list := strings.FieldsFunc(s, func(c rune) bool { return strings.ContainsRune("/|·;；", c) })
	return len(list) > 0 && !slices.ContainsFunc(list, func(s string) bool { return !r.counts(s) })
}

// counts reports whether s is a number of words or signs: behind it stands what is counted,
// before it at most a sign or a short word such as "ca.".
func (r *reader) counts(s string) bool {
	const short = 8 // columns, by eye
	at := strings.IndexFunc(s, unicode.IsDigit)
	if at < 0 || draft.Width(s[:at]) > short || strings.Contains(strings.TrimSpace(s[:at]), " ") {
		return false
	}
	end, figures := figuresOf(s[at:])
	const least = 3 // figures; fewer may count what the text is about
	unit := strings.Join(strings.FieldsFunc(s[at+end:], func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsMark(c) && c != '\'' }), " ")
	return figures >= least && equals(unit, r.tables, func(w *words) []string { return w.length })
}

// figuresOf returns where the number ends that s begins with, and how many figures it has.
func figuresOf(s string) (end, figures int) {
	for i, c := range s {
		switch {
		case unicode.IsDigit(c):
			figures++
			end = i + utf8.RuneLen(c)
		case !strings.ContainsRune(".,'’\u00a0\u202f 、，٬", c):
			return end, figures
		}
	}
	return end, figures
}
