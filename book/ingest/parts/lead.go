package parts

import "octavo/book"

// figure takes a picture above the body as the lead figure.
func (h *headReader) figure(f *book.Figure, i int) int {
	switch lead := h.chapter.Image; {
	case h.authorNamed(f.Image.Alt) != nil && len(f.Caption) == 0:
		h.guess("portrait of the author, left out", f.Image.Alt)
	case i > 0 && len(h.lines) > 0 && h.lines[len(h.lines)-1] == h.items[i-1] && h.labelled == len(h.lines) && len(h.lines) > 1:
		return 0
	case lead == nil:
		h.chapter.Image = f
	case lead.Image.Src == f.Image.Src || lead.Image.Src == "":
		merge(lead, f)
	default:
		return 0
	}
	return 1
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
