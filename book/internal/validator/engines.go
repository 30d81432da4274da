package validator

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode"
)

// EnginesAgree fails for each page on which poppler and mupdf read other
// letters. Their order and the spaces between them are each engine's guess,
// as is a hyphen at the end of a line, so these are not compared.
func EnginesAgree(t testing.TB, path string) {
	t.Helper()
	poppler := strings.Split(PDFText(t, path, TextOptions{}), "\f")
	mupdf := strings.Split(MuText(t, path, TextOptions{}), "\f")
	if len(poppler) != len(mupdf) {
		t.Fatalf("poppler reads %d pages, mupdf %d", len(poppler)-1, len(mupdf)-1)
	}
	for i := range poppler {
		if difference := compareLetters(poppler[i], mupdf[i]); difference != "" {
			t.Errorf("page %d: %s", i+1, difference)
		}
	}
}

// compareLetters tells which letters one of two texts has more often, or
// nothing if there are none.
func compareLetters(poppler, mupdf string) string {
	surplus := map[rune]int{}
	for _, r := range poppler {
		surplus[r]++
	}
	for _, r := range mupdf {
		surplus[r]--
	}
	var only [2][]rune
	for r, n := range surplus {
		if unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) || r == '-' || r == '\u2010' {
			continue
		}
		if n > 0 {
			only[0] = append(only[0], r)
		} else if n < 0 {
			only[1] = append(only[1], r)
		}
	}
	if len(only[0])+len(only[1]) == 0 {
		return ""
	}
	slices.Sort(only[0])
	slices.Sort(only[1])
	return fmt.Sprintf("poppler reads more of %q, mupdf more of %q", string(only[0]), string(only[1]))
}
