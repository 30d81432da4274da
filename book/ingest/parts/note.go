package parts

import (
	"strings"
	"unicode/utf8"

	"octavo/book"
	"octavo/book/ingest/draft"
)

// maxNote is the greatest number of paragraphs in an editor's note whose end is
// not marked, by eye. A greater number lets a paragraph of the body that names the
// publication draw those above it into the note.
const maxNote = 8

// note reads an editor's note that begins at the item i, and returns how many
// items it takes; 0 when there is none.
func (r *reader) note(i int) int {
	if r.items[i].Role == draft.Note {
		n := 1
		for i+n < len(r.items) && r.items[i+n].Role == draft.Note {
			n++
		}
		r.takeNote(r.items[i:i+n], max(r.noteLabel(r.items[i]), 0))
		return n
	}
	cut := r.noteLabel(r.items[i])
	if cut < 0 {
		return 0
	}
	from := i
	if cut == len(r.items[i].text) {
		from++ // the label has a line of its own
	}
	n, drop, sure := r.noteEnd(from, from == i)
	if n == 0 {
		return from - i
	}
	if drop == 0 && !r.article.Markup && r.isSpaced() {
		// A line right below one of the note is of the same paragraph.
		for from+n < len(r.items)-1 && r.items[from+n].Tight && r.items[from+n].isText() && terminal(r.items[from+n].text) {
			n++
		}
	}
	if from == i {
		r.takeNote(r.items[from:from+n], cut)
	} else {
		r.takeNote(r.items[from:from+n], 0)
	}
	if !sure {
		last := r.items[from+n-1].text
		if n == 1 && from == i {
			last = last[cut:]
		}
		r.guess("end of the editor's note", last)
	}
	return from - i + n + drop
}

// noteLabel returns the length of the label of an editor's note, -1 for none.
func (r *reader) noteLabel(it *item) int {
	if it.content == nil {
		return -1
	}
	_, before, _ := bare(it.text)
	s := it.text[before:]
	n := anyPrefix(s, r.tables, func(w *words) []string { return w.note })
	if n < 0 {
		return -1
	}
	rest := strings.TrimLeft(s[n:], " \u00a0*_")
	switch {
	case strings.Trim(rest, " )）]】*_") == "":
		return len(it.text)
	case strings.ContainsRune(":：.—–-|＝】］]）)　／/", firstRune(rest)):
		rest = strings.TrimLeft(rest, " \u00a0\u3000:：.—–-|＝*_】］]）)／/")
	case n < len(s) && fold(firstRune(s[n:])) == ' ' && r.byItself(it):
	default:
		return -1
	}
	if rest == "" {
		return len(it.text)
	}
	return len(it.text) - len(rest)
}

// byItself reports whether the label of a note is set apart from what follows,
// as strong or other emphasis.
func (r *reader) byItself(it *item) bool {
	if len(it.content) < 2 {
		return false
	}
	s, ok := it.content[0].(*book.Styled)
	return ok && equals(book.PlainText(s.Content), r.tables, func(w *words) []string { return w.note })
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// noteEnd returns how many paragraphs from the item i on are the note, how many
// items after them part it from the body, and whether the text says so.
//
// Where nothing marks the end, the note ends with the last paragraph in which the
// publication speaks of itself or of its series, which is what notes are for. The body
// begins at the latest at a heading, or with a paragraph that opens with a quotation.
func (r *reader) noteEnd(i int, inline bool) (n, drop int, sure bool) {
	open := r.noteRoom(i)
	if open == 0 {
		return 0, 0, true
	}
	if at := i + open; at < len(r.items) && open < maxNote {
		if _, ok := r.items[at].Block.Block.(*book.Break); ok || isRule(r.items[at]) {
			return open, 1, true
		}
	}
	if n := r.emphasised(i, open); n > 0 {
		return n, 0, true
	}
	if _, before, after := bare(r.items[i].text); inline && before > 0 && after > 0 {
		return 1, 0, true
	}
	last := 1
	for k := range open {
		if r.speaksOfItself(r.items[i+k].text) {
			last = k + 1
		}
	}
	return last, 0, open == 1 && !r.endsArticle(i+open)
}

// endsArticle reports whether nothing is left from the item i on.
func (r *reader) endsArticle(i int) bool { return i >= len(r.items) }

// noteRoom returns how many paragraphs from i on can be a note.
func (r *reader) noteRoom(i int) int {
	n := 0
	for ; n < maxNote && i+n < len(r.items); n++ {
		it := r.items[i+n]
		if !it.isText() || it.Role != draft.None || isRule(it) {
			break
		}
		if n > 0 && (strings.ContainsRune("\"“„«‹「『‘'”", firstRune(it.text)) || r.looksLikeHeading(i+n) || r.probe().label(it)) {
			break
		}
		if i+n == len(r.items)-1 && n > 0 {
			break // something has to be the body
		}
	}
	return n
}

// isRule reports whether a paragraph is a line of signs that parts sections.
func isRule(it *item) bool {
	return it.isText() && it.text != "" && strings.Trim(it.text, " *-–—_=~#•·◇◆■□●○＊※─━―═＝〜～ー.…") == ""
}

// emphasised returns how many paragraphs from i on are wholly emphasised, at
// most open.
func (r *reader) emphasised(i, open int) int {
	n := 0
	for n < open {
		if _, style, ok := draft.Unstyle(r.items[i+n].content); !ok || style != book.Emphasis {
			break
		}
		n++
	}
	return n
}

func (r *reader) speaksOfItself(s string) bool {
	if name := r.chapter.Source.Name; len(name) > 3 && strings.Contains(s, name) {
		return true
	}
	for _, w := range r.tables {
		for _, p := range w.self {
			first, _ := utf8.DecodeRuneInString(p)
			if !isLatin(first) && strings.Contains(s, p) {
				return true
			}
		}
	}
	return contains(s, r.tables, func(w *words) []string { return w.self })
}

// takeNote makes the items the editor's note, the first item without its label of cut
// bytes.
func (r *reader) takeNote(items []*item, cut int) {
	for k, it := range items {
		b := it.Block.Block
		if it.isText() || it.isHeading() && cut > 0 {
			content, from, to := it.content, 0, len(it.text)
			if k == 0 {
				from = cut
			}
			if _, before, after := bare(it.text); before > 0 && (k == 0 && cut > 0) {
				to -= after
			}
			if from >= to {
				continue
			}
			content = draft.Slice(content, from, to)
			if inner, style, ok := draft.Unstyle(content); ok && style == book.Emphasis {
				content = inner
			}
			if len(content) == 0 {
				continue
			}
			b = &book.Paragraph{Content: content, Pos: b.Position()}
		}
		r.chapter.EditorsNote = append(r.chapter.EditorsNote, b)
	}
}
