package layout

import (
	"unicode"
	"unicode/utf8"

	"octavo/book"
	"octavo/book/base/unit"
	"octavo/book/typeset/theme"
)

// initialLines is how many lines an initial is high.
const initialLines = 3

// An initial is the large first letter of a chapter, around which the lines
// beside it are shorter.
type initial struct {
	text  *Text
	size  int // of the letter in the text, in bytes
	lines int
	width unit.Length // with the white beside it
}

// initial returns the initial of a paragraph, nil when it does not begin with a
// letter of an alphabet that has capitals. It stands from the height of the capitals of
// the first line to the baseline of the last.
func (s *section) initial(b *book.Paragraph, lk look) *initial {
	if len(b.Content) == 0 || s.rtl {
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
	high := s.capHeight(body)
	key := lk.font.fontKey
	key.size = body.Size.Mul(int64((initialLines-1)*body.Leading+high), int64(high))
	key.oldStyle = false
	w := s.word(s.font(key), t.Value[:n])
	style := *body
	style.Size = key.size
	y := s.baseline(body) + (initialLines-1)*body.Leading
	text := labelText(w, 0, y, &style, lk.elem)
	text.Words[len(text.Words)-1].Space = false
	return &initial{text: text, size: n, lines: initialLines, width: w.width + body.Size/5}
}
