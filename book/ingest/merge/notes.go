package merge

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"octavo/book/base/pattern"
)

// A note is a footnote's text, with the label by which the text calls it.
type note struct {
	label string
	text  string // behind the label, with the lines that go on
	line  int
}

var (
	mark       = pattern.Later(`\[\^([^\]\s]+)\]`)
	definition = pattern.Later(`^\[\^([^\]\s]+)\]:[ \t]*`)
)

// withoutNotes takes the notes out of the chunks of a text. What defines a label again is
// no note.
func withoutNotes(list []chunk) (rest []chunk, notes []note) {
	seen, within := map[string]bool{}, false
	for _, c := range list {
		found := definitions(c)
		switch {
		case len(found) > 0 && fresh(seen, found):
			notes, within = append(notes, found...), true
		case within && strings.HasPrefix(c.text, "  ") || within && strings.HasPrefix(c.text, "\t"):
			n := &notes[len(notes)-1]
			n.text += "\n\n" + c.text
		default:
			rest, within = append(rest, c), false
		}
	}
	return rest, notes
}

// fresh reports whether notes have labels of their own, and adds these to seen.
func fresh(seen map[string]bool, list []note) bool {
	own := map[string]bool{}
	for _, n := range list {
		if seen[n.label] || own[n.label] {
			return false
		}
		own[n.label] = true
	}
	maps.Copy(seen, own)
	return true
}

// definitions parts a chunk of notes on lines of their own, none where it begins with
// other words.
func definitions(c chunk) []note {
	var out []note
	if !definition().MatchString(c.text) {
		return nil
	}
	line := c.line
	for l := range strings.Lines(c.text) {
		if m := definition().FindStringSubmatch(l); m != nil {
			out = append(out, note{m[1], strings.TrimRight(l[len(m[0]):], "\n"), line})
		} else {
			out[len(out)-1].text += "\n" + strings.TrimRight(l, "\n")
		}
		line++
	}
	return out
}

// tokens returns the tokens of a note's text.
func (n note) tokens() []token { return tokens(chunks(n.text, n.line)) }

// key is what makes the text of a note equal to another.
func (n note) key() string { return strings.Join(strings.Fields(n.text), " ") }

// renamed returns the labels of a side's notes in words of the base: a note has the label
// of the note of the base that it is, and one that the base has not gets a label of its own,
// which begins with prefix. Each label of the base is given once.
//
// A note is the one of the same text; else the one of the same label or of any other that
// says much the same; else, being rewritten, the one of the same label.
func renamed(base, list []note, prefix string) map[string]string {
	names, used := map[string]string{}, map[string]bool{}
	round := func(is func(n, of note) bool) {
		for _, n := range list {
			for _, of := range base {
				if names[n.label] == "" && !used[of.label] && is(n, of) {
					names[n.label], used[of.label] = of.label, true
				}
			}
		}
	}
	similar := func(n, of note) bool { return alike(n.tokens(), of.tokens()) }
	if len(base)*len(list) > maxPairs {
		similar = func(n, of note) bool { return n.label == of.label }
	}
	round(func(n, of note) bool { return n.label == of.label && n.key() == of.key() })
	round(func(n, of note) bool { return n.key() == of.key() })
	round(func(n, of note) bool { return n.label == of.label && similar(n, of) })
	round(similar)
	round(func(n, of note) bool { return n.label == of.label })
	for _, n := range list {
		if names[n.label] == "" {
			names[n.label] = prefix + n.label
		}
	}
	return names
}

// maxPairs bounds how many notes are compared with each other by their words, since the
// time goes with the square: 200 notes on either side.
const maxPairs = 40_000

// relabel gives the marks of chunks and the notes new labels. A mark without a note stays.
func relabel(list []chunk, notes []note, names map[string]string) {
	rename := func(s string) string {
		return mark().ReplaceAllStringFunc(s, func(m string) string {
			if to := names[m[2:len(m)-1]]; to != "" {
				return "[^" + to + "]"
			}
			return m
		})
	}
	for i := range list {
		if !list[i].code {
			list[i].text = rename(list[i].text)
		}
	}
	for i := range notes {
		notes[i].text = rename(notes[i].text)
		if to := names[notes[i].label]; to != "" {
			notes[i].label = to
		}
	}
}

// notes merges the notes of three texts, whose labels agree. Those of ours come in its
// order, and behind them those that theirs has alone.
func (m *merger) notes(base, our, their []note) []note {
	b, t := byLabel(base), byLabel(their)
	var out []note
	for _, o := range our {
		was, inBase := b[o.label]
		is, inTheirs := t[o.label]
		switch {
		case !inTheirs && inBase && o.key() == was.key(): // gone from the source
			continue
		case !inTheirs && inBase:
			m.conflicts = append(m.conflicts, Conflict{o.line, was.key(), o.key(), ""})
		case inTheirs && inBase && o.key() == was.key():
			o.text = is.text
		case inTheirs && is.key() != was.key():
			o.text = m.words(was.tokens(), o.tokens(), is.tokens(), o.line)
		}
		out = append(out, o)
	}
	mine := byLabel(our)
	for _, n := range their {
		was, inBase := b[n.label]
		_, inOurs := mine[n.label]
		switch {
		case inOurs:
		case !inBase:
			out = append(out, n)
		case n.key() != was.key():
			m.conflicts = append(m.conflicts, Conflict{1, was.key(), "", n.key()})
		}
	}
	return out
}

func byLabel(list []note) map[string]note {
	at := map[string]note{}
	for _, n := range list {
		at[n.label] = n
	}
	return at
}

// callOrder returns by their labels as which one a text calls its notes: those of the body,
// then those that notes call, and then those that nothing calls.
func callOrder(body []chunk, notes []note) map[string]int {
	at, order := byLabel(notes), map[string]int{}
	call := func(s string) {
		for _, m := range mark().FindAllStringSubmatch(s, -1) {
			if _, ok := at[m[1]]; ok && order[m[1]] == 0 {
				order[m[1]] = len(order) + 1
			}
		}
	}
	for _, c := range body {
		if !c.code {
			call(c.text)
		}
	}
	for _, n := range notes {
		call(n.text)
	}
	for _, n := range notes {
		call("[^" + n.label + "]")
	}
	return order
}

// sortedByCalls reports whether notes stand in the order in which a text calls them.
func sortedByCalls(notes []note, order map[string]int) bool {
	return slices.IsSortedFunc(notes, func(x, y note) int { return order[x.label] - order[y.label] })
}

// theirLabel begins the labels of notes that the source has alone, as long as texts are merged.
const theirLabel = "theirs:"

// arranged returns notes in the order in which the text calls them; or where the editor has
// another one, in that, and each of the source's behind the one that is called before it.
func arranged(notes []note, order map[string]int, asCalled bool) []note {
	byCall := slices.SortedStableFunc(slices.Values(notes), func(x, y note) int { return order[x.label] - order[y.label] })
	if asCalled {
		return byCall
	}
	out := slices.DeleteFunc(slices.Clone(notes), func(n note) bool { return strings.HasPrefix(n.label, theirLabel) })
	last := ""
	for _, n := range byCall {
		if strings.HasPrefix(n.label, theirLabel) {
			i := slices.IndexFunc(out, func(o note) bool { return o.label == last && last != "" })
			out = slices.Insert(out, i+1, n)
		}
		last = n.label
	}
	return out
}

// numbered gives the notes of a merged text their labels: numbers in the order in which
// the text calls them. Labels that are names of the editor's stay.
func numbered(text string, notes []note, named map[string]string, asCalled bool) (string, []note) {
	body := chunks(text, 1)
	order, names := callOrder(body, notes), map[string]string{}
	for _, n := range notes {
		if name := named[n.label]; name != "" && !isNumber(name) {
			names[n.label] = name
		}
	}
	next := 1
	for _, n := range arranged(notes, order, true) {
		if names[n.label] == "" {
			names[n.label] = strconv.Itoa(next)
			next++
		}
	}
	notes = arranged(notes, order, asCalled)
	relabel(body, notes, names)
	return join(body), notes
}

func isNumber(s string) bool { _, err := strconv.Atoi(s); return err == nil }

// writeNotes writes notes behind a text, each a paragraph.
func writeNotes(text string, notes []note) string {
	if len(notes) == 0 {
		return text
	}
	var b strings.Builder
	b.WriteString(strings.TrimRight(text, "\n"))
	for _, n := range notes {
		b.WriteString("\n\n[^" + n.label + "]: " + n.text)
	}
	return b.String() + "\n"
}
