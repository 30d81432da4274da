package web

import (
	"slices"
	"strings"

	"octavo/book/ingest/draft"
)

// maxNames is how many words a line has that names somebody, by eye.
const maxNames = 6

// bioElsewhere reads who the author is from a box beside the article, where the article says
// nothing of it: one that is named for a bio and says the author's name.
func (r *reader) bioElsewhere() {
	if slices.ContainsFunc(r.out, func(b draft.Block) bool { return b.Role == draft.Bio }) {
		return
	}
	var names []string
	for _, name := range slices.Concat(r.article.Bylines, r.article.Signed) {
		if s := draft.Letters(name); s != "" && len(strings.Fields(name)) <= maxNames { // a longer line may be the bio itself
			names = append(names, s)
		}
	}
	at := r.anchorOfHead()
	box := r.root.find(func(e *el) bool {
		if roleOf(e, false) != draft.Bio || e.inside(r.scope) || e.size < leastBio || r.isOthers(e, at) {
			return false
		}
		said := draft.Letters(e.line())
		return slices.ContainsFunc(names, func(name string) bool { return strings.Contains(said, name) })
	})
	if box != nil {
		r.part(box, draft.Bio)
	}
}

// isOthers reports whether an element is in a part of the page that belongs to other articles.
func (r *reader) isOthers(e, at *el) bool {
	for n := e; n != nil && !r.scope.inside(n); n = n.parent {
		if r.isElsewhere(n, at) {
			return true
		}
	}
	return false
}
