package parts

import (
	"slices"

	"octavo/book/base/rule"
)

// anothers tells where in the text other articles begin, as in a mail that brings two: at a
// byline with a title right above and prose below it. They stay in the text, and their
// bylines are no headings.
func (r *reader) anothers(heading []bool) {
	for i := range r.items {
		if r.isByOther(i) {
			heading[i] = false
			r.warn(rule.ImportTitle, "to have it as a chapter, save it as a file of its own, and import that", "another article stands in this one, from %q on", clip(r.items[i-1].text))
		}
	}
}

// isByOther reports whether item i is the byline of another article: the label of a byline and
// full names alone.
func (r *reader) isByOther(i int) bool {
	if i < 2 || i+1 >= len(r.items) || !r.items[i].isText() || !isProse(r.items[i+1]) {
		return false
	}
	title, text := r.items[i-1], r.items[i].text
	n := anyPrefix(text, r.tables, func(w *words) []string { return w.by })
	if n <= 0 || title.content == nil || title.width > maxHeading || terminalStop(title.text) {
		return false
	}
	list, ok := people(text[n:], r.tables)
	return ok && !slices.ContainsFunc(list, func(p person) bool { return p.bio != "" || !r.isFullName(p.name) })
}
