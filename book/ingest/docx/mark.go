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

// A mark is what Word puts before a paragraph of a list and does not write into its text.
//
// A list of a book shows what it can: bullets, and numbers of one level in figures, letters
// or Roman numerals. Everything else that readers saw stands in the text, since the text may
// refer to it: "1.1", "Article 1", "[4]", "第一章".
type mark struct {
	count *count // nil for a paragraph of no list
	level level
	own   int // the level, from 0
	n     int // the number of an ordered item
	// label is what readers saw; "" for a bullet, and for what shows nothing.
	label     string
	numbering book.Numbering
	delimiter book.Delimiter
	listed    bool // a list of a book shows the label
}

// counted counts a paragraph, which Word does with empty ones too, and returns its mark.
func (b *builder) counted(props *xmltree.Node, st style) mark {
	c, id, at := b.levelOf(props, st)
	if c == nil {
		return mark{}
	}
	m := mark{count: c, level: c.levels[at], own: min(number(at, 0), maxListDepth-1)}
	m.n = c.next(id, at)
	label, known := c.label(at)
	switch {
	case m.level.blank:
	case m.level.ordered:
		m.label = label
		m.numbering, m.delimiter, m.listed = m.level.ofList(m.n, label)
		if !known && !c.common.strange {
			c.common.strange = true
			b.left(rule.ImportList, "look at what the text says of its numbers", "a list that Word counts in another way ("+m.level.format+") has figures here, from "+clip(label))
		}
	case isWord(label, m.level.format):
		m.label = label
	case m.level.format == "none":
		return mark{}
	}
	return m
}

// isWord reports whether what stands before an item that is not counted is a word, such as
// "Note:". One letter is a bullet of a font of signs.
func isWord(label, format string) bool {
	n := 0
	for _, c := range label {
		if unicode.IsLetter(c) {
			n++
		}
	}
	return n > 1 || n > 0 && format == "none"
}

// before returns content behind the label of a paragraph, which is told once a list.
func (m mark) before(b *builder, content []book.Inline) []book.Inline {
	if m.label == "" {
		return content
	}
	out := draft.Join(draft.Text(m.spaced()), content...)
	if m.count != nil && !m.count.common.told {
		m.count.common.told = true
		b.left(rule.ImportList, "look whether they are right", "numbers that Word counts stand in the text here, from "+clip(book.PlainText(out)))
	}
	return out
}

// spaced returns the label with the space behind it. Signs of East Asia that are wide have
// theirs within them.
func (m mark) spaced() string {
	last, _ := utf8.DecodeLastRuneInString(m.label)
	if m.level.tight && last > unicode.MaxASCII || strings.ContainsRune("、。．）】」：", last) {
		return m.label
	}
	return m.label + " "
}
