package ingest

import (
	"html"
	"sort"
	"strings"
	"unicode"

	"octavo/book/base/pattern"
	"octavo/book/ingest/charset"
	"octavo/book/ingest/parts"
)

// Guesses are told with the lines of their words. Readers of formats keep no places, since
// what they hand over went through decoders, parsers and rules; the words themselves are
// looked for instead, without signs and capitals, in the file and in the chapter.

// A wording is a text as its letters and digits alone.
type wording struct {
	letters string
	pieces  []piecewise // in order
}

// A piecewise is where a line, or a run of text between two tags, begins.
type piecewise struct{ at, line int }

// newWording returns the wording of a text that begins at a line of its file.
func newWording(text string, line int) *wording {
	var p wording
	var b strings.Builder
	for l := range strings.Lines(text) {
		p.pieces = append(p.pieces, piecewise{b.Len(), line})
		spell(&b, l)
		line++
	}
	p.letters = b.String()
	return &p
}

// spell writes the letters and digits of s.
func spell(b *strings.Builder, s string) {
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			b.WriteRune(unicode.ToLower(r))
		}
	}
}

// unread are the parts of a page between which no text stands: scripts, comments, tags.
var unread = pattern.Later(`(?is)<script\b.*?</script\s*>|<style\b.*?</style\s*>|<!--.*?-->|</?[a-z!?][^>]*>`)

// newPage returns the wording of a page, whose tags say nothing.
func newPage(text string) *wording {
	var p wording
	var b strings.Builder
	line, at := 1, 0
	add := func(s string) {
		for l := range strings.Lines(s) {
			p.pieces = append(p.pieces, piecewise{b.Len(), line})
			spell(&b, html.UnescapeString(l))
			line += strings.Count(l, "\n")
		}
	}
	for _, tag := range unread().FindAllStringIndex(text, -1) {
		add(text[at:tag[0]])
		line += strings.Count(text[tag[0]:tag[1]], "\n")
		at = tag[1]
	}
	add(text[at:])
	p.letters = b.String()
	return &p
}

// maxFinds bounds how many places of the same words are looked at for one that is a line of
// its own.
const maxFinds = 100

// line returns the line on which words begin, 0 where they are not: a place that begins and
// ends a line, or else the first one.
func (p *wording) line(words string) int {
	short, clipped := strings.CutSuffix(words, "…")
	var b strings.Builder
	spell(&b, short)
	what := b.String()
	if what == "" {
		return 0
	}
	first := 0
	for from, n := 0, 0; n < maxFinds; n++ {
		i := strings.Index(p.letters[from:], what)
		if i < 0 {
			break
		}
		at := from + i
		k := sort.Search(len(p.pieces), func(k int) bool { return p.pieces[k].at > at }) - 1
		if first == 0 {
			first = p.pieces[k].line
		}
		if p.pieces[k].at == at && (clipped || p.ends(at+len(what))) {
			return p.pieces[k].line
		}
		from = at + len(what)
	}
	return first
}

// ends reports whether a piece ends at a place.
func (p *wording) ends(at int) bool {
	k := sort.Search(len(p.pieces), func(k int) bool { return p.pieces[k].at >= at })
	return at == len(p.letters) || k < len(p.pieces) && p.pieces[k].at == at
}

// maxPlaced bounds how many letters are searched for the guesses of a file: with a hundred
// of them it is a file of ten megabytes, while real ones have ten and of some kilobytes.
const maxPlaced = 1 << 30

// trace gives guesses their lines in the file that was read.
func trace(list []parts.Guess, data []byte) {
	if len(list) == 0 {
		return
	}
	p := wordingOf(data)
	for i := range list {
		if g := &list[i]; p != nil && g.Stands() && (i+1)*len(p.letters) <= maxPlaced {
			g.Line = p.line(g.Text)
		}
	}
}

// wordingOf returns the wording of a file, nil where its format has no lines.
func wordingOf(data []byte) *wording {
	if strings.HasPrefix(string(data[:min(4, len(data))]), "PK\x03\x04") {
		return nil
	}
	text := charset.Decode(data, label(data)).Text
	if strings.Contains(start(data), "<html") || isFeed(data) {
		return newPage(text)
	}
	return newWording(text, 1)
}

// Place gives guesses their lines in a chapter: that of the key of front matter, or within
// its value that of the words, or that of the words in the body.
func Place(list []parts.Guess, chapter []byte) {
	text := string(chapter)
	front, body, line := "", text, 1
	if rest, ok := strings.CutPrefix(text, "---\n"); ok {
		if i := strings.Index(rest, "\n---\n"); i >= 0 {
			front, body = rest[:i+1], rest[i+len("\n---\n"):]
			line = 3 + strings.Count(front, "\n")
		}
	}
	var p *wording
	for i := range list {
		g := &list[i]
		switch {
		case g.Key != "":
			g.At = lineOfKey(front, g.Key, g.Text)
		case !g.LeftOut():
			if p == nil {
				p = newWording(body, line)
			}
			if (i+1)*len(p.letters) <= maxPlaced {
				g.At = p.line(g.Text)
			}
		}
	}
}

// lineOfKey returns the line of words within the value of a key, that of the key where its
// value is written in other words, such as a date, and 0 where there is no such key.
func lineOfKey(front, key, words string) int {
	var value strings.Builder
	first, line := 0, 2 // below the fence
	for l := range strings.Lines(front) {
		switch {
		case strings.HasPrefix(l, key+":"):
			first = line
			l = strings.TrimPrefix(l, key+":")
			fallthrough
		case first > 0 && strings.HasPrefix(l, " "):
			value.WriteString(l)
		case first > 0:
			return max(first, newWording(value.String(), first).line(words))
		}
		line++
	}
	if first == 0 {
		return 0
	}
	return max(first, newWording(value.String(), first).line(words))
}
