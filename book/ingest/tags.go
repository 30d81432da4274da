package ingest

import (
	"iter"
	"regexp"
	"strings"

	"octavo/book/base/pattern"
)

// An enclosure is what of a page is no text, from one sign to another.
type enclosure struct {
	begin, end func() *regexp.Regexp
}

// enclosures are those in which tags have no meaning.
var enclosures = []enclosure{
	{pattern.Later(`^<!--`), pattern.Later(`-->`)},
	{pattern.Later(`^<(?i:script)\b`), pattern.Later(`</(?i:script)\s*>`)},
	{pattern.Later(`^<(?i:style)\b`), pattern.Later(`</(?i:style)\s*>`)},
}

// tags yields where the parts of a page begin and end between which its text stands: tags,
// scripts, style sheets and comments. What nothing closes is a tag. The end of each kind is
// not looked for again where there was none, so that the time is linear.
func tags(text string) iter.Seq2[int, int] {
	return func(yield func(int, int) bool) {
		open := make([]bool, len(enclosures))
		for at := 0; at < len(text); {
			i := strings.IndexByte(text[at:], '<')
			if i < 0 {
				return
			}
			from := at + i
			at = from + 1
			if at == len(text) || !strings.ContainsRune("!?/", rune(text[at])) && !isASCIILetter(text[at]) {
				continue
			}
			to := closed(text, from, open)
			if to == 0 {
				return
			}
			if !yield(from, to) {
				return
			}
			at = to
		}
	}
}

// closed returns where the tag or enclosure ends that begins at a place, 0 for nowhere.
// open says of which enclosures there is no end.
func closed(text string, from int, open []bool) int {
	for k, e := range enclosures {
		if open[k] || !e.begin().MatchString(text[from:min(len(text), from+8)]) {
			continue
		}
		if end := e.end().FindStringIndex(text[from:]); end != nil {
			return from + end[1]
		}
		open[k] = true
	}
	if i := strings.IndexByte(text[from:], '>'); i >= 0 {
		return from + i + 1
	}
	return 0
}

func isASCIILetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }
