package merge

import (
	"strings"
)

// A Conflict is a place where both sides changed the same words differently.
type Conflict struct {
	Line               int // in ours, from 1
	Base, Ours, Theirs string
}

// A merger merges one text.
type merger struct {
	conflicts []Conflict
}

// body merges texts paragraph by paragraph. Line is where ours stands when it has none.
func (m *merger) body(b, o, t []chunk, line int) []chunk {
	bk, ok, tk := chunkKeys(b), chunkKeys(o), chunkKeys(t)
	// What is added beside a paragraph does not change it; two additions meet.
	meet := func(x, y change) bool { return x.insertion() && y.insertion() }
	var out []chunk
	for _, s := range stretches(bk, ok, tk, difference(bk, ok), difference(bk, tk), meet) {
		mine, yours := o[s.ours.from:s.ours.to], t[s.theirs.from:s.theirs.to]
		was := b[s.base.from:s.base.to]
		switch {
		case !s.clash && s.of == theirs && s.changed && join(was) == join(mine):
			out = append(out, yours...)
		case !s.clash && (s.of != theirs || !s.changed):
			out = append(out, mine...)
		default: // also where ours has the words of the base in other lines
			out = append(out, m.chunks(was, mine, yours, nearest(o, s.ours.from, line))...)
		}
	}
	return out
}

// nearest returns the line of the chunk at i, of the last one where there is none.
func nearest(list []chunk, i, line int) int {
	switch {
	case i < len(list):
		return list[i].line
	case len(list) > 0:
		return list[len(list)-1].line
	}
	return line
}

// chunkKeys returns what makes chunks equal to others.
func chunkKeys(list []chunk) []string {
	keys := make([]string, len(list))
	for i, c := range list {
		var b strings.Builder
		for _, t := range tokens([]chunk{c}) {
			b.WriteString(t.key)
		}
		keys[i] = b.String()
	}
	return keys
}

// join writes chunks, each parted from the next.
func join(list []chunk) string {
	var b strings.Builder
	for i, c := range list {
		b.WriteString(c.text)
		if i+1 < len(list) {
			b.WriteString(c.gap())
		} else if c.apart != "" {
			b.WriteString("\n")
		}
	}
	return b.String()
}

// chunks merges paragraphs that both sides changed.
func (m *merger) chunks(base, our, their []chunk, line int) []chunk {
	if len(base) == 0 && !alike(tokens(our), tokens(their)) {
		// Both added paragraphs, of which the source's go on from the text before, and
		// the editor's, such as a subhead, are about what follows.
		return append(append([]chunk{}, their...), our...)
	}
	text := m.words(tokens(base), tokens(our), tokens(their), line)
	return chunks(text+"\n", line)
}

// words merges runs of tokens. Line is where ours stands when it has no words.
func (m *merger) words(b, o, t []token, line int) string {
	bk, ok, tk := keysOf(b), keysOf(o), keysOf(t)
	var out strings.Builder
	for _, s := range stretches(bk, ok, tk, wordHunks(b, o), wordHunks(b, t), wordsMeet) {
		mine, yours := o[s.ours.from:s.ours.to], t[s.theirs.from:s.theirs.to]
		switch {
		case !s.clash && s.of == theirs && s.changed:
			out.WriteString(textOf(yours))
		case !s.clash:
			out.WriteString(textOf(mine))
		default:
			out.WriteString(m.clash(b, o, t, s, line))
		}
	}
	return out.String()
}

// wordsMeet reports whether two changes are about the same words though they only touch:
// two additions at one place, and an addition at the edge of what the other side took
// away.
func wordsMeet(x, y change) bool {
	return x.insertion() && y.insertion() || x.insertion() && y.deletion() || x.deletion() && y.insertion()
}

// clash settles a stretch that both sides changed, or notes a conflict. Marks of emphasis
// that ours puts at a place where theirs adds words stay beside the word they are of.
func (m *merger) clash(b, o, t []token, s stretch, line int) string {
	mine, yours := o[s.ours.from:s.ours.to], t[s.theirs.from:s.theirs.to]
	if s.base.from == s.base.to && !hasWords(mine) && hasWords(yours) && !hasSpace(mine) {
		if s.ours.to < len(o) && o[s.ours.to].word && !(s.ours.from > 0 && o[s.ours.from-1].word) {
			return textOf(yours) + textOf(mine)
		}
		return textOf(mine) + textOf(yours)
	}
	if s.ours.from < len(o) {
		line = o[s.ours.from].line
	}
	m.conflicts = append(m.conflicts, Conflict{line, around(b, s.base), around(o, s.ours), around(t, s.theirs)})
	return textOf(mine)
}

func hasWords(list []token) bool {
	for _, t := range list {
		if t.word {
			return true
		}
	}
	return false
}

func hasSpace(list []token) bool {
	for _, t := range list {
		if strings.TrimSpace(t.text) == "" {
			return true
		}
	}
	return false
}

// near is how many tokens on either side of a conflict are shown with it: about three
// words, by which the place is found.
const near = 6

// around returns the words of a span with some on either side, as far as the line goes; of
// a table the row.
func around(list []token, s span) string {
	start, end := s.from, s.to
	for start > 0 && !list[start-1].ends() {
		start--
	}
	for end < len(list) && !list[end].ends() {
		end++
	}
	if start < len(list) && list[start].text == "|" {
		return textOf(list[start:end])
	}
	return strings.TrimSpace(textOf(list[max(start, s.from-near):min(end, s.to+near)]))
}

// ends reports whether a token ends a line that nobody may wrap.
func (t token) ends() bool { return strings.Contains(t.key, "\n") }

// wordHunks returns the hunks that make b of a, so that each is of whole phrases.
func wordHunks(a, b []token) []hunk {
	return rewritten(a, cohere(a, difference(keysOf(a), keysOf(b))))
}

// cohere joins hunks that have no word between them: two changed words that stand side by
// side are one change.
func cohere(a []token, list []hunk) []hunk {
	var out []hunk
	for _, h := range list {
		if n := len(out); n > 0 && !hasWords(a[out[n-1].end:h.start]) && !insertsAround(out[n-1], h) {
			out[n-1].end, out[n-1].to = h.end, h.to
			continue
		}
		out = append(out, h)
	}
	return out
}

// insertsAround reports whether two hunks only add.
func insertsAround(x, y hunk) bool { return x.insertion() && y.insertion() }

// rewritten makes one hunk of those in a paragraph of which more than half of the words
// are gone: what the two versions have still in common is there by chance.
func rewritten(a []token, list []hunk) []hunk {
	var out []hunk
	start := 0
	for i := 0; i <= len(a); i++ {
		if i < len(a) && a[i].key != paragraphBreak {
			continue
		}
		var within []hunk
		for len(list) > 0 && list[0].end <= i && (list[0].start < i || i == len(a)) {
			within, list = append(within, list[0]), list[1:]
		}
		out = append(out, wholly(a, within, start, i)...)
		if len(list) > 0 && list[0].start < i { // a hunk over the end of the paragraph
			out, list = append(out, list[0]), list[1:]
		}
		start = i + 1
	}
	return append(out, list...)
}

// wholly joins the hunks of the paragraph [start, end) of a where they take away more than
// half of its words.
func wholly(a []token, list []hunk, start, end int) []hunk {
	gone := 0
	for _, h := range list {
		gone += words(a[h.start:h.end])
	}
	if len(list) < 2 || 2*gone <= words(a[min(start, end):end]) {
		return list
	}
	last := list[len(list)-1]
	return []hunk{{list[0].start, last.end, list[0].from, last.to}}
}

func words(list []token) int {
	n := 0
	for _, t := range list {
		if t.word {
			n++
		}
	}
	return n
}

// alike reports whether at least half of the words of the shorter text are in the other
// in the same order.
func alike(a, b []token) bool {
	kept := words(a)
	for _, h := range difference(keysOf(a), keysOf(b)) {
		kept -= words(a[h.start:h.end])
	}
	return 2*kept >= min(words(a), words(b))
}
