package merge

import (
	"strings"
)

// A Result is what a merge makes.
type Result struct {
	// Text is the merged chapter. Where there are conflicts, it has the words of ours.
	Text      string
	Conflicts []Conflict
	// Keys are the keys of front matter that the source changed.
	Keys []Key
}

// Chapters merges a chapter: base is the text that both sides began with, ours what the
// editor made of it, and theirs what the source says now. Lines end as those of ours.
func Chapters(base, ours, theirs string) Result {
	plain := func(s string) string { return strings.ReplaceAll(strings.TrimPrefix(s, "\ufeff"), "\r\n", "\n") }
	b, o, t := plain(base), plain(ours), plain(theirs)
	switch {
	case b == t || o == t:
		return Result{Text: ours}
	case b == o:
		_, keys := new(merger).front(first(split(b)), first(split(o)), first(split(t)))
		return Result{Text: ending(ours, t), Keys: keys}
	}
	var m merger
	bf, bb, _ := split(b)
	of, ob, line := split(o)
	tf, tb, _ := split(t)
	front, keys := m.front(bf, of, tf)
	text := m.text(bb, ob, tb, line)
	if front != "" {
		text = "---\n" + front + "---\n" + text
	}
	return Result{ending(ours, text), m.conflicts, keys}
}

func first(s, _ string, _ int) string { return s }

// ending gives a text the ends of lines, and the mark at the beginning, of another.
func ending(of, text string) string {
	if strings.Contains(of, "\r\n") {
		text = strings.ReplaceAll(text, "\n", "\r\n")
	}
	if !strings.HasSuffix(of, "\n") {
		text = strings.TrimRight(text, "\r\n")
	}
	if strings.HasPrefix(of, "\ufeff") {
		text = "\ufeff" + text
	}
	return text
}

// text merges what stands below the front matter: the body, and apart from it the notes,
// under labels on which the three texts agree for the while.
func (m *merger) text(base, our, their string, line int) string {
	head := our[:len(our)-len(strings.TrimLeft(our, "\n"))]
	b, bn := withoutNotes(chunks(base, 1))
	o, on := withoutNotes(chunks(our, line))
	t, tn := withoutNotes(chunks(their, 1))
	b, t = follow(b, o, t)
	b, o = follow(b, t, o)
	if len(bn)+len(on)+len(tn) == 0 {
		return head + join(m.body(b, o, t, line))
	}
	mine := renamed(bn, on, "ours:")
	relabel(o, on, mine)
	relabel(t, tn, renamed(bn, tn, theirLabel))
	named := map[string]string{}
	for from, to := range mine {
		named[to] = from
	}
	asCalled := sortedByCalls(on, callOrder(o, on))
	text, notes := numbered(join(m.body(b, o, t, line)), m.notes(bn, on, tn), named, asCalled)
	return head + writeNotes(text, notes)
}
