package foreign

import (
	"bytes"
	"path"
	"strings"

	"octavo/book/base/pattern"
)

// bracket reads what a bracket begins: a link of a wiki, a citation, or a shortcode of
// WordPress. See sign for what it returns.
func (s *scanner) bracket(i, p, end int) int {
	if content, n := s.wikiForm(i, end); n > 0 {
		s.keep(p, i)
		s.wiki(content, i)
		return n
	}
	if n := s.citation(i, p, end); n > 0 {
		return n
	}
	return s.wordpress(i, p, end)
}

// wikiForm returns what stands between the two brackets on each side that begin at i,
// and the offset behind them; 0 where CommonMark makes something of them, or a text
// has them for another reason: "[[1]]", "x[[i]]".
func (s *scanner) wikiForm(i, end int) (content string, n int) {
	if i+4 >= end || s.text[i] != '[' || s.text[i+1] != '[' || i > 0 && (s.text[i-1] == '[' || isAlnum(s.text[i-1])) {
		return "", 0
	}
	k := s.next("]]", i+2)
	if k < 0 || k >= end || k-i > maxTag {
		return "", 0
	}
	content = string(s.text[i+2 : k])
	lower := strings.ToLower(content)
	switch {
	case strings.ContainsAny(content, "[]\n`<>"), strings.TrimSpace(content) == "", strings.Trim(content, "0123456789,;- ") == "" && len(content) < 4,
		s.labels[lower], s.labels["["+lower+"]"], k+2 < len(s.text) && strings.IndexByte("([]:", s.text[k+2]) >= 0 && (s.text[k+2] != ':' || s.lineOf(i).marks == i):
		return "", 0
	}
	return content, k + 2
}

// A wikilink is what stands between the brackets.
type wikilink struct {
	note, part string // name and heading, or "^" and the id of a block
	words      string // behind the bar; "" when there are none
}

func parseWiki(content string) wikilink {
	target, words, barred := strings.Cut(content, `\|`)
	if !barred {
		target, words, _ = strings.Cut(content, "|")
	}
	note, part, _ := strings.Cut(strings.TrimSpace(target), "#")
	if k := strings.LastIndexByte(part, '#'); k >= 0 { // headings from the outermost on
		part = part[k+1:]
	}
	return wikilink{strings.TrimSuffix(strings.TrimSpace(note), ".md"), strings.TrimSpace(part), strings.TrimSpace(words)}
}

// label returns the words of a link.
func (w wikilink) label() string {
	if w.words != "" {
		return w.words
	}
	base := path.Base(w.note)
	switch {
	case w.note == "":
		return plain(strings.TrimPrefix(w.part, "^"))
	case w.part == "" || w.part[0] == '^':
		return plain(base)
	}
	return plain(base + ", " + w.part)
}

// address returns where the link leads.
func (w wikilink) address() string {
	a := w.note
	if w.part != "" {
		a += "#" + strings.TrimPrefix(w.part, "^")
	}
	return destination(a)
}

// link returns the link as Markdown, with the class by which pandoc marks it.
func (w wikilink) link() string { return "[" + w.label() + "](" + w.address() + "){.wikilink}" }

// destination writes an address of Markdown.
func destination(a string) string {
	return "<" + addressEscapes.Replace(a) + ">"
}

// The signs that addresses and words must not have bare.
var (
	addressEscapes = strings.NewReplacer(`\`, `\\`, "<", `\<`, ">", `\>`, "|", `\|`)
	wordEscapes    = strings.NewReplacer(`\`, `\\`, "[", `\[`, "]", `\]`, "*", `\*`, "_", `\_`, "`", "\\`", "<", `\<`, "|", `\|`, "{", `\{`, "@", `\@`)
)

// plain escapes what Markdown could take for more than words.
func plain(words string) string { return wordEscapes.Replace(words) }

// wiki writes a link of a wiki.
func (s *scanner) wiki(content string, i int) {
	if SignOf(content) != NoSign && s.alone(i, i+len(content)+4) {
		s.put("[["+content+"]]", i) // which package markdown knows
		return
	}
	w := parseWiki(content)
	s.put(w.link(), i)
}

// pictures are the endings of what an embed shows, and films those of what a page
// cannot.
var (
	pictures = pattern.Later(`(?i)\.(?:png|jpe?g|gif|svg|webp|bmp|tiff?|avif|heic)$`)
	films    = pattern.Later(`(?i)\.(?:pdf|mp3|m4a|wav|ogg|flac|3gp|mp4|webm|ogv|mov|mkv|canvas|base|excalidraw)$`)
	sizeForm = pattern.Later(`^\d+(?:x\d+)?$`)
)

// embed writes what a wiki embeds between i and n: a picture, or a note.
func (s *scanner) embed(content string, i, n int) {
	w := parseWiki(content)
	switch {
	case pictures().MatchString(w.note):
		s.put(picture(w), i)
	case films().MatchString(w.note):
		s.tell(tagRule, i, "an embedded file, "+clip(w.note)+", is no text: its name stands in its place", "name in words what it shows, or link to where it can be had")
		s.put(w.label(), i)
	case s.alone(i, n) && s.includeNote(w, i, n):
	default:
		s.put(w.link(), i)
	}
}

// picture returns an embedded picture as Markdown. Bars part its name, its words and
// its size.
func picture(w wikilink) string {
	alt := ""
	for _, words := range strings.Split(w.words, "|") {
		if words = strings.TrimSpace(strings.TrimSuffix(words, `\`)); !sizeForm().MatchString(words) {
			alt = words
		}
	}
	return "![" + plain(alt) + "](" + destination(w.note) + ")"
}

var blockID = pattern.Later(`^\^([A-Za-z0-9-]+)[ \t]*$`)

// blockID takes the name of a block at the end of its line: it is a place for links,
// and no text.
func (s *scanner) blockID(i, p, end int) int {
	l := s.lineOf(i)
	if i > l.marks && s.text[i-1] != ' ' && s.text[i-1] != '\t' {
		return 0
	}
	m := blockID().FindSubmatch(s.text[i:l.end])
	if m == nil {
		return 0
	}
	s.keep(p, i)
	if i > l.marks {
		s.put(`<a id="`+string(m[1])+`"></a>`, i)
	}
	return l.end
}

// section returns the part of a note that a link names: what stands below a heading up
// to the next one of its rank, or the block of an id. ok is false when there is none.
func section(text []byte, part string) (from, to int, ok bool) {
	if id, block := strings.CutPrefix(part, "^"); block {
		return blockOf(text, id)
	}
	rank, fenced := 0, false
	for at := 0; at < len(text); {
		end := len(text)
		if k := bytes.IndexByte(text[at:], '\n'); k >= 0 {
			end = at + k + 1
		}
		line := bytes.TrimSpace(text[at:end])
		if _, is := fenceOf(line); is {
			fenced = !fenced
		}
		if n := len(line) - len(bytes.TrimLeft(line, "#")); !fenced && n > 0 && n < 7 {
			switch {
			case ok && n <= rank:
				return from, at, true
			case !ok && sameName(string(bytes.TrimRight(line[n:], "# ")), part):
				from, rank, ok = at, n, true
			}
		}
		at = end
	}
	return from, len(text), ok
}

// sameName reports whether a heading is the one that a link names: links write spaces
// for the signs that they cannot hold.
func sameName(heading, part string) bool {
	letters := func(t string) string {
		t, _, _ = strings.Cut(t, "{#")
		return strings.ToLower(strings.Join(strings.FieldsFunc(t, func(r rune) bool { return strings.ContainsRune(" \t*_`[]#^|:%-", r) }), " "))
	}
	return letters(heading) == letters(part)
}

// blockOf returns the paragraph or the item of a list that ends with an id.
func blockOf(text []byte, id string) (from, to int, ok bool) {
	k := bytes.Index(append(append([]byte{}, text...), '\n'), []byte("^"+id+"\n"))
	if k < 0 {
		return 0, 0, false
	}
	from = bytes.LastIndex(text[:k], []byte("\n\n")) + 1
	if line := bytes.LastIndexByte(text[:k], '\n') + 1; marks(text[line:k]) > 0 {
		from = line
	}
	return from, k, true
}
