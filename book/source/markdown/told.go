package markdown

import (
	"bytes"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"

	"octavo/book/base/pattern"
	"octavo/book/base/rule"
)

// untaken tells of a drawn table that package foreign left as it is, since its cells cover
// others or its bars do not stand below each other, and that would be running text.
func (d *document) untaken(n ast.Node) {
	lines := n.Lines()
	if lines.Len() == 0 {
		return
	}
	first := lines.At(0)
	pos := d.place(first.Start)
	line := bytes.TrimSpace(first.Value(d.src))
	if isGridLine(line) {
		d.report(rule.TableForm.At(pos, "write it with bars: | a | b |, and below it |---|---|", "this table of lines and crosses is printed as text"))
	}
	for i := range lines.Len() {
		d.untakenLine(lines.At(i))
	}
}

// untakenLine tells of a line that has a meaning in other dialects, and that CommonMark takes
// for text: a heading without a space, tags and fields of Obsidian.
func (d *document) untakenLine(seg text.Segment) {
	line := bytes.TrimSpace(seg.Value(d.src))
	if len(line) == 0 {
		return
	}
	switch c := line[0]; {
	case c == '#' && bytes.HasPrefix(line, []byte("##")):
		rest := bytes.TrimLeft(line, "#")
		if r, _ := utf8.DecodeRune(rest); len(line)-len(rest) <= 6 && isWordRune(r) {
			d.g.faultHint(seg.Start, rule.HeadingMark, "write a space behind the marks: ## Words, or a backslash before them to print them", "%q is no heading and is printed as it is written", clip(string(line)))
		}
	case c == '#' && tagLine(line):
		d.g.faultHint(seg.Start, rule.ForeignTag, "delete them, or write them in the front matter: tags: [...]", "tags such as %s are printed as they are written", clip(string(line)))
	case bytes.Contains(line, []byte("::")) && fieldLine(line):
		d.g.faultHint(seg.Start, rule.ForeignTag, "delete them, or write them as text", "fields of a vault such as %s are printed as they are written", clip(string(line)))
	}
}

var (
	// looseMarks are strong words or a link of Markdown.
	looseMarks = pattern.Later(`\*\*[\pL\pN](?:[^*<>\n]*[^*<>\s])?\*\*|\[[^\[\]<>\n]+\]\([^()<>\s]+\)`)
	// codeTag begins an element whose text is no prose.
	codeTag = pattern.Later(`(?i)<(?:pre|code|kbd|samp|tt|script|style|textarea|!--)`)
)

// marksInHTML tells of Markdown within a block of HTML, which CommonMark takes for text.
func (d *document) marksInHTML(f fragment) {
	if m := looseMarks().FindStringIndex(f.text); m != nil && !codeTag().MatchString(f.text) {
		d.report(rule.ForeignTag.At(d.place(f.offset(m[0])), "put a blank line before and behind it, or write it as HTML", "Markdown within HTML such as %s is printed as it is written", clip(f.text[m[0]:m[1]])))
	}
}

// tagLine reports whether a line has tags of Obsidian alone: #harbour #books/old.
func tagLine(line []byte) bool {
	for _, word := range bytes.Fields(line) {
		name, ok := bytes.CutPrefix(word, []byte("#"))
		if r, _ := utf8.DecodeRune(name); !ok || !unicode.IsLetter(r) || bytes.ContainsAny(name, "#.!?)") {
			return false
		}
	}
	return true
}

// maxField is the longest name of a field of Dataview, in bytes, by eye.
const maxField = 40

// fieldLine reports whether a line is a field of Dataview: key:: value.
func fieldLine(line []byte) bool {
	key, value, _ := bytes.Cut(line, []byte("::"))
	return len(key) > 0 && len(key) <= maxField && len(value) > 0 && isBlank(value[0]) &&
		len(bytes.TrimFunc(key, func(r rune) bool { return isWordRune(r) || r == ' ' || r == '-' || r == '_' })) == 0
}

// openMarks tells of two marks that were to begin or end words in bold, or struck out, and
// came to nothing. Marks on both sides of which words stand, as in f**k, and marks apart from
// all words, are meant as they stand.
func (b *builder) openMarks(start, stop int) {
	if b.mute {
		return
	}
	src := b.d.src
	for i := start; i+1 < stop; i++ {
		c := src[i]
		if c != '*' && c != '~' && c != '_' || src[i+1] != c {
			continue
		}
		n := i + 2
		for n < stop && src[n] == c {
			n++
		}
		before, _ := utf8.DecodeLastRune(src[start:i])
		after, _ := utf8.DecodeRune(src[n:stop])
		if n == i+2 && isWordRune(before) != isWordRune(after) && (isEdge(before) || isEdge(after)) {
			b.d.g.faultHint(i, rule.MarkOpen, "write them again where the words end, or \\"+string(c)+"\\"+string(c)+" to print them", "the marks %s begin or end nothing here, and are printed", src[i:n])
		}
		i = n - 1
	}
}

// isEdge reports whether a mark beside r is at the edge of words.
func isEdge(r rune) bool { return r == utf8.RuneError || isSpaceRune(r) }

// isGridLine reports whether a line is the border of a grid table.
func isGridLine(line []byte) bool {
	return bytes.HasPrefix(line, []byte("+-")) && bytes.HasSuffix(line, []byte("-+")) && len(bytes.Trim(line, "+-=:")) == 0
}

// columnLine tells of a line of hyphens in groups, which pandoc's simple tables have below
// their heads, and which is a break where package foreign found no table.
func (d *document) columnLine(n ast.Node) {
	at := max(n.Pos(), 0)
	line := d.src[at:]
	if end := bytes.IndexByte(line, '\n'); end >= 0 {
		line = line[:end]
	}
	groups := bytes.Fields(line)
	if len(groups) < 2 {
		return
	}
	for _, g := range groups {
		if len(g) < 2 || len(bytes.Trim(g, "-")) > 0 {
			return
		}
	}
	d.report(rule.TableForm.At(d.place(at), "write it with bars: | a | b |, and below it |---|---|", "this table, whose columns spaces part, is printed as text"))
}
