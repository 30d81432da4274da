package parts

import (
	"strings"

	"octavo/book"
)

// figure takes a picture above the body as the lead figure.
func (h *headReader) figure(f *book.Figure, i int) int {
	switch lead := h.chapter.Image; {
	case h.authorNamed(f.Image.Alt) != nil && len(f.Caption) == 0:
		h.guess("portrait of the author, left out", f.Image.Alt)
	case i > 0 && len(h.lines) > 0 && h.lines[len(h.lines)-1] == h.items[i-1] && h.labelled == len(h.lines) && len(h.lines) > 1:
		return 0
	case lead == nil:
		h.chapter.Image = f
	case lead.Image.Src == "", lead.Image.Src == f.Image.Src && !otherWords(lead, f):
		merge(lead, f)
	default:
		return 0
	}
	return 1
}

// otherWords reports whether two figures of the same picture have captions that differ: the
// picture stands there twice, and says another thing each time.
func otherWords(a, b *book.Figure) bool {
	one, other := book.PlainText(a.Caption), book.PlainText(b.Caption)
	return one != "" && other != "" && !strings.Contains(one, other) && !strings.Contains(other, one)
}

// merge fills in what a lacks from b, a figure of the same picture.
func merge(a, b *book.Figure) {
	if a.Image.Src == "" {
		a.Image.Src = b.Image.Src
	}
	if a.Image.Alt == "" {
		a.Image.Alt = b.Image.Alt
	}
	if len(a.Caption) == 0 {
		a.Caption = b.Caption
	}
	if len(a.Credit) == 0 {
		a.Credit = b.Credit
	}
}
