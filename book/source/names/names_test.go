package names

import (
	"fmt"
	"strings"
	"testing"
)

// TestNamesakes bounds what many chapters of one name cost.
func TestNamesakes(t *testing.T) {
	var list []Article
	for i := range 2 * maxNamesakes {
		list = append(list, Article{File: fmt.Sprintf("%d/x.md", i)})
	}
	s := newSite(list)
	if got := s.articles("/" + strings.Repeat("a/", 1000) + "x/"); got != nil {
		t.Errorf("%d articles", len(got))
	}
}
