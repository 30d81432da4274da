package docx

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"octavo/book"
	"octavo/book/base/rule"
	"octavo/book/ingest/draft"
	"octavo/book/markup/xmltree"
)

// Verse without a style of its name is a paragraph for each line, which stand apart by their
// indentation or by a style that no prose has. The same look have addresses, lists without
// bullets, dialogues and forms, so that the words decide: lines of verse are short, most end
// within a sentence, and a sentence ends or goes on in small letters in some of them.

// An apart is a paragraph that stands apart from the text.
type apart struct {
	style string
	left  int
	blank bool // an empty paragraph stands before it
	own   bool // it is indented, and does not only have another style
}

// Bounds of verse, by eye: a stanza of four lines, a quarter of an inch to the right, and
// lines of three words or of fifteen columns on the average.
const (
	leastVerse    = 4
	leastIndent   = 360
	leastWords    = 3
	leastColumns  = 15
	commonAsVerse = 2 // of the lines, one in so many may end as a sentence
)

// bodies are the names of styles that text has as well.
var bodies = []string{"normal (web)", "body text", "text body", "body", "no spacing", "first paragraph", "compact", "plain text", "standard"}

// setApart keeps a paragraph that may be a line or a stanza of verse.
func (b *builder) setApart(props *xmltree.Node, st style, p *book.Paragraph) {
	left := b.leftOf(props, st)
	a := apart{style: st.id, left: left, blank: b.gap, own: left >= b.sheet.usual.left+leastIndent}
	long := false
	for _, l := range lined(p.Content) {
		long = long || draft.Width(book.PlainText(l)) > longestLine
	}
	switch named := st.id != b.sheet.usual.id && !st.is(bodies...); {
	case long:
		b.prose[st.id] = true
	case st.plain() && (a.own || named):
		b.aparts[p] = a
	}
}

// stanzas returns blocks with the verse among them as such.
func (b *builder) stanzas(list []draft.Block) []draft.Block {
	if len(b.aparts) == 0 {
		return list
	}
	var out []draft.Block
	for i := 0; i < len(list); {
		n := b.apartFrom(list[i:])
		if !b.areVerse(list[i : i+n]) {
			out = append(out, list[i:i+max(n, 1)]...)
			i += max(n, 1)
			continue
		}
		out = append(out, draft.Block{Block: b.set(list[i : i+n])})
		i += n
	}
	return out
}

// apartFrom returns how many paragraphs at the beginning of blocks stand apart in the same way.
func (b *builder) apartFrom(list []draft.Block) int {
	first := apart{}
	for i, bl := range list {
		p, _ := bl.Block.(*book.Paragraph)
		a, ok := b.aparts[p]
		if i == 0 {
			first = a
		}
		if !ok || a.style != first.style || a.own != first.own || !a.own && b.prose[a.style] {
			return i
		}
	}
	return len(list)
}

// areVerse reports whether paragraphs that stand apart read as verse.
func (b *builder) areVerse(list []draft.Block) bool {
	var lines []string
	for _, bl := range list {
		for _, l := range lined(bl.Block.(*book.Paragraph).Content) {
			lines = append(lines, strings.TrimSpace(book.PlainText(l)))
		}
	}
	if len(lines) < leastVerse {
		return false
	}
	words, columns, spoken, ended, listed, within := 0, 0, 0, 0, 0, 0
	for i, l := range lines {
		first, _ := utf8.DecodeRuneInString(l)
		last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(l, "\"'”’»“‘」』)）"))
		switch {
		case !unicode.IsLetter(first) && !strings.ContainsRune("\"'“‘„«¿¡「『(…’", first), strings.ContainsFunc(l, unicode.IsDigit), isSpeech(l), strings.ContainsAny(l, "@|\t"):
			return false
		case strings.ContainsRune("\"“„«「『", first):
			spoken++
		}
		if i > 0 && unicode.IsLower(first) && !endsSentence(lines[i-1]) {
			within++
		}
		switch {
		case endsSentence(l):
			ended++
		case last == ';' || last == '；':
			listed++
		}
		words += len(strings.Fields(l))
		columns += draft.Width(l)
	}
	n := len(lines)
	switch {
	case ended*commonAsVerse > n, spoken*commonAsVerse > n, listed == n-1, ended+within == 0:
		return false
	case strings.Contains(lines[0], " "):
		return words >= leastWords*n && columns >= leastColumns*n
	}
	return columns >= leastColumns*n/2
}

// isSpeech reports whether a line begins with who speaks, or with a label: a few words before
// a colon.
func isSpeech(line string) bool {
	before, behind, found := strings.Cut(strings.ReplaceAll(line, "：", ":"), ":")
	return found && strings.TrimSpace(behind) != "" && len(strings.Fields(before)) <= leastWords
}

// set returns paragraphs as verse, and tells it. Lines that stand further to the right than
// others begin with no-break spaces.
func (b *builder) set(list []draft.Block) *book.Division {
	paragraph := func(bl draft.Block) (*book.Paragraph, apart) {
		p := bl.Block.(*book.Paragraph)
		return p, b.aparts[p]
	}
	first, a := paragraph(list[0])
	left := a.left
	for _, bl := range list {
		_, a := paragraph(bl)
		left = min(left, a.left)
	}
	b.left(rule.ImportRemark, "take the colons around them away if they are prose", "lines that stand apart are taken for verse, from "+clip(book.PlainText(first.Content)))
	d := &book.Division{Class: book.Verse}
	whole := true // the last stanza is a paragraph with all of its lines
	for _, bl := range list {
		p, a := paragraph(bl)
		content := append(draft.Text(strings.Repeat("\u00a0", min((a.left-left)/spaceWidth, longestLine))), p.Content...)
		lines := len(lined(p.Content))
		if whole || a.blank || lines > 1 {
			d.Blocks = append(d.Blocks, &book.Paragraph{Content: content})
		} else {
			last := d.Blocks[len(d.Blocks)-1].(*book.Paragraph)
			last.Content = append(append(last.Content, &book.LineBreak{}), content...)
		}
		whole = lines > 1
	}
	return d
}
