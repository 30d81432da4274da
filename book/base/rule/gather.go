package rule

import (
	"fmt"
	"strings"

	"octavo/book"
)

// maxPlaces bounds the places that one message lists, by eye: an editor searches for
// what stands in more.
const maxPlaces = 12

// Foreign reports whether a rule is on the signs of other tools.
func Foreign(id book.RuleID) bool {
	r, ok := Find(id)
	return ok && r.Group == otherTools
}

// Gather makes one line a kind of what is told of the signs of other tools, since a site
// has the same ones on all its pages. Its first place is that of the line, and the
// others are listed in it. A message is of one kind with another when they are the same
// up to the words "such as", behind which an example stands.
func Gather(list []book.Diagnostic) []book.Diagnostic {
	first := map[string]int{} // index in out
	places := map[int][]book.Pos{}
	out := list[:0:0]
	for _, d := range list {
		if !Foreign(d.Rule) {
			out = append(out, d)
			continue
		}
		kind, _, _ := strings.Cut(d.Message, "such as ")
		key := string(d.Rule) + "\x00" + kind
		if i, again := first[key]; again {
			places[i] = append(places[i], d.Pos)
			continue
		}
		first[key] = len(out)
		out = append(out, d)
	}
	for i, also := range places {
		out[i].Message += "; also at " + listed(also)
	}
	return out
}

// listed writes places as "a.md:3, a.md:8 and 4 more".
func listed(places []book.Pos) string {
	var words []string
	for _, p := range places {
		p.Col = 0
		if text := p.String(); len(words) == 0 || words[len(words)-1] != text {
			words = append(words, text)
		}
	}
	if more := len(words) - maxPlaces; more > 0 {
		return strings.Join(words[:maxPlaces], ", ") + fmt.Sprintf(" and %d more", more)
	}
	return strings.Join(words, ", ")
}
