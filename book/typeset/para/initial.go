package para

import (
	"unicode"
	"unicode/utf8"

	"octavo/book"
	"octavo/book/base/unit"
	"octavo/book/typeset/document"
	"octavo/book/typeset/theme"
)

// InitialLines is how many lines an initial is high. By eye.
const InitialLines = 3

// An initial is the large first letter of a chapter. The lines beside an initial are
// shorter by its width.
type initial struct {
	text  *document.Text
	size  int // of the letter in the text, in bytes
	lines int
	width unit.Length // with the white beside it
}

// initialOf returns the initial of a paragraph, nil when the paragraph does not begin with
// a capital, or runs from right to left. An initial reaches from the height of the capitals
// of the first line to the baseline of the last.
func (p *Paragraph) initialOf(b *book.Paragraph, lk Look) *initial {
	s := &p.set
	if len(b.Content) == 0 || s.RTL {
		return nil
	}
	t, ok := b.Content[0].(*book.Text)
	if !ok {
		return nil
	}
	r, _ := utf8.DecodeRuneInString(t.Value)
	if !unicode.IsUpper(r) {
		return nil
	}
	n := letter(t.Value) // with its marks, which would else stand alone
	body := s.theme.Style(theme.Paragraph)
	high := s.CapHeight(body)
	key := lk.Font.FontKey
	key.Size = body.Size.Mul(int64((InitialLines-1)*body.Leading+high), int64(high))
	key.OldStyle = false
	w := s.Word(s.Font(key), t.Value[:n])
	// The letter stands on the baseline of the last line, and at its size its capitals reach
	// to the top of those in the first. The white beside it is a fifth of an em, by eye.
	style := *body
	style.Size = key.Size
	y := s.Baseline(body, s.Line) + (InitialLines-1)*body.Leading
	text := LabelText(w, 0, y, &style, lk.Elem)
	text.Words[len(text.Words)-1].Space = false
	return &initial{text: text, size: n, lines: InitialLines, width: w.Width + body.Size/5}
}

// Open makes the paragraph the first of a chapter, as the theme has it: with words in small
// capitals, or with an initial when there is room for one.
func (p *Paragraph) Open(b *book.Paragraph, lk Look, room bool) {
	switch o := &p.set.theme.Opening; o.LeadIn {
	case theme.SmallCaps:
		p.leadIn = o.LeadInWords
	case theme.DropCap:
		p.leadIn = o.LeadInWords
		if room {
			p.initial = p.initialOf(b, lk)
		}
	}
	p.Add(b.Content, lk)
}

// Tied returns how many of the first lines are not parted: those beside an initial.
func (p *Paragraph) Tied() int {
	if p.initial == nil {
		return 0
	}
	return p.initial.lines
}
