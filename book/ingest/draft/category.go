package draft

import (
	"strings"
	"sync"

	"octavo/book/language/langdata"
)

var uncategorised = sync.OnceValue(func() map[string]bool {
	m := map[string]bool{"": true}
	for _, d := range langdata.All() {
		for _, w := range d.Import["uncategorised"] {
			m[strings.ToLower(w)] = true
		}
	}
	return m
})

// Uncategorised reports whether a category is the one that systems give to articles
// without one, in any language, or has no name at all.
func Uncategorised(name string) bool {
	return uncategorised()[strings.ToLower(strings.TrimSpace(name))]
}
