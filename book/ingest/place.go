package ingest

import (
	"html"
	"sort"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"octavo/book/base/pattern"
	"octavo/book/ingest/charset"
	"octavo/book/ingest/draft"
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

// A piecewise is where a line, or a run of text between two tags, begins. Within says that
// it is only a line of the file, which goes on in a line of the text.
type piecewise struct {
	at, line int
	within   bool
}

// A speller makes a wording of a text from above to below.
type speller struct {
	wording
	b    strings.Builder
	line int // of the file
	// Of a text that was decoded, starts are where lines of the file begin in it, from the
	// place at on.
	starts []draft.Start
	at     int
}

// newWording returns the wording of a text that begins at a line of its file.
func newWording(text string, line int) *wording {
	p := speller{line: line}
	p.read(text, false)
	return p.done()
}

// newPage returns the wording of a page, whose tags say nothing.
func newPage(text string) *wording {
	p := speller{line: 1}
	p.page(text)
	return p.done()
}

// newDecoded returns the wording of what was decoded from a file.
func newDecoded(list []draft.Words) *wording {
	var p speller
	for _, w := range list {
		p.starts, p.at = w.Starts, 0
		if w.Page {
			p.page(w.Text)
		} else {
			p.read(w.Text, false)
		}
	}
	return p.done()
}

func (p *speller) done() *wording {
	p.letters = p.b.String()
	return &p.wording
}

func (p *speller) page(text string) {
	at := 0
	for from, to := range tags(text) {
		p.read(text[at:from], true)
		p.pass(text[from:to])
		at = to
	}
	p.read(text[at:], true)
}

// pass goes past a text that says nothing.
func (p *speller) pass(s string) {
	if p.starts == nil {
		p.line += strings.Count(s, "\n")
	}
	p.at += len(s)
	p.seek(p.at)
}

// seek finds the line of the file that a place of the text is on.
func (p *speller) seek(at int) {
	for len(p.starts) > 0 && p.starts[0].At <= at {
		p.line, p.starts = p.starts[0].Line, p.starts[1:]
		if len(p.starts) == 0 {
			p.starts = []draft.Start{}
		}
	}
}

// read spells the lines of a text, of a page with escapes.
func (p *speller) read(s string, escaped bool) {
	for l := range strings.Lines(s) {
		p.seek(p.at)
		for from := p.b.Len(); l != ""; {
			part := l
			if len(p.starts) > 0 {
				part = l[:whole(l, p.starts[0].At-p.at)]
			}
			p.pieces = append(p.pieces, piecewise{p.b.Len(), p.line, p.b.Len() > from})
			if escaped {
				spell(&p.b, html.UnescapeString(part))
			} else {
				spell(&p.b, part)
			}
			p.pass(part)
			l = l[len(part):]
		}
	}
}

// whole returns the first place in s from at on that no character lies over, nor an escape
// of a page.
func whole(s string, at int) int {
	const longest = 10 // bytes of an escape; longer ones are rare
	for at < len(s) && !utf8.RuneStart(s[at]) {
		at++
	}
	if at >= len(s) {
		return len(s)
	}
	if i := strings.LastIndexByte(s[max(0, at-longest):at], '&'); i >= 0 && !strings.ContainsAny(s[max(0, at-longest)+i:at], "; ") {
		if end := strings.IndexByte(s[at:min(len(s), at+longest)], ';'); end >= 0 {
			return at + end + 1
		}
	}
	return at
}

// spell writes the letters and digits of s.
func spell(b *strings.Builder, s string) {
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			b.WriteRune(unicode.ToLower(r))
		}
	}
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
		if p.pieces[k].at == at && !p.pieces[k].within && (clipped || p.ends(at+len(what))) {
			return p.pieces[k].line
		}
		from = at + len(what)
	}
	return first
}

// ends reports whether a piece ends at a place.
func (p *wording) ends(at int) bool {
	k := sort.Search(len(p.pieces), func(k int) bool { return p.pieces[k].at >= at })
	for k < len(p.pieces) && p.pieces[k].at == at && p.pieces[k].within {
		k++
	}
	return at == len(p.letters) || k < len(p.pieces) && p.pieces[k].at == at
}

// maxPlaced bounds how many letters are searched for the guesses of a file: with a hundred
// of them it is a file of ten megabytes, while real ones have ten and of some kilobytes.
const maxPlaced = 1 << 30

// trace gives guesses their lines in the file that was read.
func trace(list []parts.Guess, a *draft.Article, data []byte) {
	if len(list) == 0 {
		return
	}
	var p, head *wording
	if n := len(a.Words); n > 0 {
		p, head = newDecoded(a.Words), newDecoded(a.Words[n-1:])
	} else {
		p = wordingOf(data)
	}
	for i := range list {
		g := &list[i]
		switch words, _, several := strings.Cut(g.Text, " / "); {
		case p == nil || (i+1)*len(p.letters) > maxPlaced:
		case g.IsDay():
			g.Line = p.line(a.Day.As)
		case g.Stands() && head != nil && strings.Contains(g.As, ", from the document"):
			if g.Line = head.line(g.Text); g.Line == 0 {
				g.Line = p.line(g.Text)
			}
		case g.Stands():
			if g.Line = p.line(g.Text); g.Line == 0 && several { // lines that something stands between
				g.Line = p.line(words)
			}
		}
	}
}

// wordingOf returns the wording of a file, nil where its format has no lines.
func wordingOf(data []byte) *wording {
	if strings.HasPrefix(string(data[:min(4, len(data))]), "PK\x03\x04") {
		return nil
	}
	text := charset.Decode(data, label(data)).Text
	switch begin := start(data); {
	case isFeed(data):
		return newPage(html.UnescapeString(text)) // its texts are pages with escapes
	case strings.HasPrefix(begin, "{"):
		return newPage(escapeOfJSON().ReplaceAllStringFunc(text, unescaped))
	case strings.Contains(begin, "<html"):
		return newPage(text)
	}
	return newWording(text, 1)
}

// escapeOfJSON is an escape within a string of JSON.
var escapeOfJSON = pattern.Later(`\\(?:u[0-9a-fA-F]{4}|.)`)

// unescaped returns what an escape of JSON stands for: a letter, or a space in place of a
// line end, so that the lines of the file keep their numbers.
func unescaped(s string) string {
	if c, err := strconv.ParseUint(s[2:], 16, 16); s[1] == 'u' && err == nil {
		return string(rune(c))
	}
	if strings.ContainsAny(s[1:], "nrtbf") {
		return " "
	}
	return s[1:]
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
