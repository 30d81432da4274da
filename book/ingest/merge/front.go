package merge

import (
	"slices"
	"strings"
)

// An entry is a key of front matter with all its lines.
type entry struct {
	key, text string
	line      int
}

// A Key is a key of front matter that the source changed.
type Key struct {
	Name string
	Line int // in ours, from 1; 0 where ours has not the key
	// From and To are the lines of the base and of theirs, without the key, "" where there
	// are none.
	From, To string
	// Kept says that ours changed the key too, or left it out, and stays.
	Kept bool
}

// split parts a chapter into its front matter, without the fences, and what stands behind
// it, with the line on which that begins.
func split(s string) (front, body string, line int) {
	rest, ok := strings.CutPrefix(s, "---\n")
	if !ok {
		return "", s, 1
	}
	if strings.HasPrefix(rest, "---\n") {
		return "", rest[4:], 3
	}
	i := strings.Index(rest, "\n---\n")
	if i < 0 {
		return "", s, 1
	}
	front, body = rest[:i+1], rest[i+5:]
	return front, body, 3 + strings.Count(front, "\n")
}

// entries parts front matter by its keys. Lines above the first key, and comments, are
// entries without a key.
func entries(s string) []entry {
	var out []entry
	line := 2
	for l := range strings.Lines(s) {
		key := keyOf(l)
		if key != "" || len(out) == 0 || strings.HasPrefix(l, "#") {
			out = append(out, entry{key: key, line: line})
		}
		out[len(out)-1].text += l
		line++
	}
	return out
}

// keyOf returns the key that a line begins at its left edge, "" for none.
func keyOf(l string) string {
	key, rest, ok := strings.Cut(l, ":")
	if !ok || key == "" || strings.ContainsAny(key[:1], " \t#-") || rest != "" && !strings.ContainsAny(rest[:1], " \t\n") {
		return ""
	}
	return strings.Trim(key, `"'`)
}

// value returns what an entry says: quotation marks around it say nothing.
func (e entry) value() string {
	_, v, _ := strings.Cut(e.text, ":")
	v = strings.TrimSpace(v)
	if n := len(v); n > 1 && !strings.Contains(v, "\n") && (v[0] == '"' || v[0] == '\'') && v[n-1] == v[0] {
		v = v[1 : n-1]
	}
	return v
}

// front merges front matter key by key, and returns the keys that the source changed. What
// the editor changed stays, unless the changes are of different words or lines.
func (m *merger) front(base, our, their string) (string, []Key) {
	b, o, t := keys(entries(base)), entries(our), keys(entries(their))
	mine := keys(o)
	var changed []Key
	var out []entry
	for _, e := range o {
		was, inBase := b[e.key]
		is, inTheirs := t[e.key]
		switch {
		case e.key == "" || !inBase && !inTheirs || was.value() == is.value() && inBase && inTheirs || e.value() == is.value() && inTheirs:
			out = append(out, e)
		case e.value() == was.value() && inBase:
			changed = append(changed, Key{e.key, e.line, was.value(), is.value(), false})
			if inTheirs {
				out = append(out, entry{e.key, is.text, e.line})
			}
		default:
			merged, ok := mergedEntry(was, e, is)
			changed = append(changed, Key{e.key, e.line, was.value(), is.value(), !ok})
			out = append(out, merged)
		}
	}
	after := ""
	for _, e := range entries(their) {
		if _, inOurs := mine[e.key]; e.key == "" {
			continue
		} else if !inOurs {
			was, inBase := b[e.key]
			if !inBase {
				out = insert(out, e, after)
				changed = append(changed, Key{e.key, 0, "", e.value(), false})
			} else if was.value() != e.value() {
				changed = append(changed, Key{e.key, 0, was.value(), e.value(), true})
			}
		}
		after = e.key
	}
	var text strings.Builder
	for _, e := range out {
		text.WriteString(e.text)
	}
	return text.String(), changed
}

// insert puts an entry behind the one of the key after, or first.
func insert(list []entry, e entry, after string) []entry {
	i := slices.IndexFunc(list, func(x entry) bool { return x.key == after && after != "" })
	return slices.Insert(list, i+1, e)
}

func keys(list []entry) map[string]entry {
	at := map[string]entry{}
	for _, e := range list {
		if e.key != "" {
			at[e.key] = e
		}
	}
	return at
}

// mergedEntry merges a key that both sides changed: text by its words, a list by its
// lines. ok is false where that is not to be had; ours stays then.
func mergedEntry(base, our, their entry) (e entry, ok bool) {
	if base.text == "" || their.text == "" {
		return our, false
	}
	var m merger
	merged := ""
	switch {
	case isProse(base) && isProse(our) && isProse(their):
		merged = m.words(literal(base.text), literal(our.text), literal(their.text), 1)
	case strings.Count(our.text, "\n") > 1:
		merged = m.lines(base.text, our.text, their.text)
	default:
		return our, false
	}
	if len(m.conflicts) > 0 {
		return our, false
	}
	return entry{our.key, merged, our.line}, true
}

// isProse reports whether an entry is a plain line or a block of text, in which words may
// change without other signs to be put around them.
func isProse(e entry) bool {
	_, v, _ := strings.Cut(e.text, ":")
	v = strings.TrimSpace(v)
	if strings.Contains(v, "\n") {
		return strings.HasPrefix(v, "|") || strings.HasPrefix(v, ">")
	}
	return v != "" && !strings.ContainsAny(v[:1], "\"'[{&*!%@`") && !strings.ContainsAny(v, ":#")
}

// literal returns the tokens of text whose white space counts.
func literal(s string) []token {
	return tokens([]chunk{{text: s, line: 1, code: true}})
}

// lines merges texts line by line; changes that touch are conflicts.
func (m *merger) lines(base, our, their string) string {
	b, o, t := strings.SplitAfter(base, "\n"), strings.SplitAfter(our, "\n"), strings.SplitAfter(their, "\n")
	var out strings.Builder
	touch := func(x, y change) bool { return true }
	for _, s := range stretches(b, o, t, difference(b, o), difference(b, t), touch) {
		if s.clash {
			m.conflicts = append(m.conflicts, Conflict{})
		}
		if !s.clash && s.changed && s.of == theirs {
			out.WriteString(strings.Join(t[s.theirs.from:s.theirs.to], ""))
		} else {
			out.WriteString(strings.Join(o[s.ours.from:s.ours.to], ""))
		}
	}
	return out.String()
}

// WithKey returns a chapter with the lines that another chapter has for a key, where both
// have it.
func WithKey(chapter, from, key string) string {
	front, body, _ := split(chapter)
	other, _, _ := split(from)
	is, ok := keys(entries(other))[key]
	if !ok || front == "" {
		return chapter
	}
	var text strings.Builder
	for _, e := range entries(front) {
		if e.key == key {
			e = is
		}
		text.WriteString(e.text)
	}
	return "---\n" + text.String() + "---\n" + body
}
