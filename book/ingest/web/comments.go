package web

import (
	"slices"
	"strings"
	"sync"

	"octavo/book/language/langdata"
)

// commentNames are the names of the part of a page in which readers speak: those of systems of
// comments, and of the blogs and papers that have their own.
var commentNames = []string{"disqus thread", "disqus comments", "fb comments", "u cbox", "cbox module", "livefyre", "livefyre comments", "fyre", "coral talk", "coral talk stream", "coral thread",
	"coral stream", "hyvor talk", "hyvor talk view", "giscus", "utterances", "webmentions", "commento", "isso thread", "remark42", "cusdis thread", "discourse comments", "spot im", "spotim",
	"viafoura", "gig comments", "comments area", "comment area", "comments section", "comment section", "comment list", "commentlist", "comments list", "comments page", "comment thread",
	"reader comments", "readers comments", "user comments", "leserkommentare", "comment respond", "comments wrapper", "comments container", "comment wrapper"}

// commentNamesAlone count where they are the whole name: pages name themselves "comments-open".
var commentNamesAlone = []string{"comments", "respond", "reader responses"}

// isComments reports whether an element is what readers have said below the article, however
// long that is; the article must stand beside it.
func (r *reader) isComments(e *el) bool {
	if !isDiscussion(e) || r.body.inside(e) || r.scope.size-e.size < leastArticle {
		return false
	}
	return !e.holds("h1")
}

func isDiscussion(e *el) bool {
	if e.Name() == "a" || e.Name() == "body" || e.Name() == "html" {
		return false
	}
	for _, name := range e.names {
		joined := strings.Join(name, " ")
		if slices.Contains(commentNamesAlone, joined) || joined == "comment" && (e.Name() == "li" || e.Name() == "article") {
			return true
		}
	}
	label := strings.ToLower(strings.Trim(e.Get("aria-label"), " 0123456789()（）"))
	return e.named(commentNames) || label != "" && !furnitureTags[e.Name()] && discussion()[label]
}

// discussion are the labels of comments in all languages, in lower case.
var discussion = sync.OnceValue(func() map[string]bool {
	m := map[string]bool{}
	for _, d := range langdata.All() {
		for _, w := range d.Import["comments"] {
			m[strings.ToLower(w)] = true
		}
	}
	return m
})
