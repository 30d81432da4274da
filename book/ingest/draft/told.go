package draft

import (
	"strings"
	"unicode"

	"octavo/book"
	"octavo/book/base/rule"
)

// MaxTold bounds what is told of a document: more than an editor reads.
const MaxTold = 200

// Tell warns, once, of what the article has lost or has in another form.
func (a *Article) Tell(what rule.Rule, hint, message string) {
	for _, w := range a.Warnings {
		if w.Message == message {
			return
		}
	}
	if len(a.Warnings) < MaxTold {
		a.Warnings = append(a.Warnings, what.At(book.Pos{}, hint, "%s", message))
	}
}

// Settle decides whether the document marks its headings. A document that does not,
// such as a pasted text, is read like text.
func (a *Article) Settle() {
	for _, b := range a.Blocks {
		switch v := b.Block.(type) {
		case *book.Heading:
			a.Markup = true
		case *book.Paragraph:
			if _, style, ok := Unstyle(v.Content); ok && style == book.Strong {
				a.Markup = true
			}
		}
	}
}

// WordCount counts the words of a text that is told; in scripts without spaces between words,
// each character is one.
func WordCount(s string) int {
	n := 0
	for _, w := range strings.Fields(s) {
		alone := 0
		for _, c := range w {
			if unicode.In(c, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai) {
				alone++
			}
		}
		n += max(alone, 1)
	}
	return n
}
