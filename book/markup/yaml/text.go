package yaml

import (
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"octavo/book"
)

// A Text is the text of a scalar that knows where each of its bytes stands in
// the file.
type Text struct {
	Value string
	doc   *Document
	start int   // offset in the document of Value[0]
	at    []int // offset of each byte of Value; nil when they follow start
}

// Located returns a scalar with the places of its bytes; the empty Text and a
// report when v is no scalar.
func (v Value) Located() Text {
	n := v.resolve()
	t := Text{doc: v.doc, start: v.doc.offset(n.Line, n.Column)}
	switch v.Kind() {
	case Scalar:
		t.Value = n.Value
	case Null:
		return t
	default:
		v.Wrong("text")
		return t
	}
	t.align(n.Style)
	return t
}

// Pos returns the place of a byte of t.Value; its length is the end.
func (t Text) Pos(offset int) book.Pos {
	switch {
	case t.at == nil:
		return t.doc.pos(min(t.start+offset, len(t.doc.src)))
	case offset < len(t.at):
		return t.doc.pos(t.at[offset])
	case len(t.at) > 0:
		return t.doc.pos(min(t.at[len(t.at)-1]+1, len(t.doc.src)))
	}
	return t.doc.pos(t.start)
}

// align finds each byte of the value in the source.
//
// A fault in a text of the front matter, a link or a formula, is to be reported where it
// stands. The library gives the value and the place where its scalar begins, and nothing
// of what it did in between: a quoted value has lost its quotation marks and escapes, a
// folded one its line ends, and a block its indentation. To read the scalar a second time,
// by the rules of all five styles, would be a second parser, which might disagree with the
// first.
//
// Most scalars stand in the source as they are: then the places follow from the start, and
// at stays nil. Otherwise both texts are walked side by side, and only what may differ is
// known. White space of the value stands for any white space of the source (seek passes over
// more of it); any other character stands for itself, or for an escape, whose length its
// second character tells; in single quotation marks an apostrophe is written twice. The
// place of what a fold or an escape made is approximate. The time is that of one walk over
// the scalar.
func (t *Text) align(style yaml.Style) {
	src := t.doc.src
	i := t.properties(t.start)
	single := style&yaml.SingleQuotedStyle != 0
	switch {
	case style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0:
		i = t.nextLine(i)
	case style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) != 0 && i < len(src):
		i++
	}
	t.start = i
	if strings.HasPrefix(string(src[i:min(len(src), i+len(t.Value))]), t.Value) {
		return
	}
	t.at = make([]int, 0, len(t.Value))
	for _, r := range t.Value {
		i = t.seek(i, r)
		for range utf8.RuneLen(r) {
			t.at = append(t.at, min(i, len(src)))
		}
		i = t.advance(i, r)
		if single && r == '\'' && i < len(src) && src[i] == '\'' {
			i++ // written twice
		}
	}
}

// properties returns where a scalar begins behind its anchor and tag.
func (t *Text) properties(i int) int {
	src := t.doc.src
	for i < len(src) && (src[i] == '&' || src[i] == '!') {
		for i < len(src) && !isSpace(rune(src[i])) {
			i++
		}
		for i < len(src) && isSpace(rune(src[i])) {
			i++
		}
	}
	return i
}

func (t *Text) nextLine(i int) int {
	for i < len(t.doc.src) && t.doc.src[i] != '\n' {
		i++
	}
	return min(i+1, len(t.doc.src))
}

// seek returns where r stands, from i on.
func (t *Text) seek(i int, r rune) int {
	if isSpace(r) {
		return i
	}
	src := t.doc.src
	for i < len(src) && (isSpace(rune(src[i])) || src[i] == '\\' && i+1 < len(src) && src[i+1] == '\n') {
		i++
	}
	return i
}

// advance returns the offset behind what stood for r at i.
func (t *Text) advance(i int, r rune) int {
	src := t.doc.src
	switch {
	case i >= len(src):
		return i
	case r == '\n' && src[i] != '\\':
		return t.lineEnd(i)
	case isSpace(r) && isSpace(rune(src[i])):
		return i + 1
	case src[i] == '\\' && r != '\\':
		return min(i+escapeLen(src[i:]), len(src))
	}
	_, n := utf8.DecodeRune(src[i:])
	return i + n
}

// lineEnd returns the offset behind the line end that follows i through white
// space, or i.
func (t *Text) lineEnd(i int) int {
	for j := i; j < len(t.doc.src) && isSpace(rune(t.doc.src[j])); j++ {
		if t.doc.src[j] == '\n' {
			return j + 1
		}
	}
	return i
}

// escapeLen returns the length of the escape of a double-quoted scalar that s
// begins with.
func escapeLen(s []byte) int {
	if len(s) < 2 {
		return len(s)
	}
	switch s[1] {
	case 'x':
		return 4
	case 'u':
		return 6
	case 'U':
		return 10
	}
	return 2
}

func isSpace(r rune) bool { return r == ' ' || r == '\t' || r == '\n' || r == '\r' }
