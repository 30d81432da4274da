package markdown

import (
	"strconv"
	"strings"

	"octavo/book"
	"octavo/book/source/rawhtml"
)

// cellBlock takes a tag of a block within a cell of GitHub's tables, where a line is all
// there is: a paragraph is a line, and an item a line with its bullet or number. It
// reports whether the tag is that of such a block.
func (b *builder) cellBlock(tag rawhtml.Tag, at int) bool {
	switch tag.Name {
	case "p", "div":
	case "ul", "ol":
		if tag.End {
			b.items = b.items[:max(len(b.items)-1, 0)]
		} else if len(b.items) < MaxDepth {
			b.items = append(b.items, firstNumber(tag))
		}
	case "li":
		if tag.End {
			return true
		}
		b.newLine()
		b.raw(b.itemMark(), at)
		return true
	default:
		return false
	}
	b.newLine()
	return true
}

func firstNumber(tag rawhtml.Tag) int {
	if tag.Name == "ul" {
		return 0
	}
	if n, err := strconv.Atoi(tag.Get("start")); err == nil && n > 0 {
		return n
	}
	return 1
}

// itemMark returns what stands before the next item of the innermost list.
func (b *builder) itemMark() string {
	last := len(b.items) - 1
	if last < 0 || b.items[last] == 0 {
		return rawhtml.Bullet
	}
	b.items[last]++
	return strconv.Itoa(b.items[last]-1) + ". "
}

// newLine begins a line unless one begins.
func (b *builder) newLine() {
	if b.last() != '\n' {
		b.lineBreak()
	}
}

// bullets gives the lines of a cell that are written as items, "- a<br>- b", bullets.
func bullets(content []book.Inline) []book.Inline {
	var items []*book.Text
	lines := 1
	for i, in := range content {
		if _, ok := in.(*book.LineBreak); ok {
			lines++
			continue
		}
		if t, ok := in.(*book.Text); ok && (i == 0 || isLineBreak(content[i-1])) && isItem(t.Value) {
			items = append(items, t)
		}
	}
	if lines < 2 || len(items) < 2 { // one hyphen alone may be a dash, or a minus
		return content
	}
	for _, t := range items {
		t.Value = rawhtml.Bullet + t.Value[2:]
	}
	return content
}

// isItem reports whether a line begins as an item of a list.
func isItem(s string) bool {
	return len(s) > 2 && strings.IndexByte("-*+", s[0]) >= 0 && s[1] == ' '
}

func isLineBreak(in book.Inline) bool {
	_, ok := in.(*book.LineBreak)
	return ok
}
