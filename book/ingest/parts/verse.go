package parts

import (
	"strings"

	"octavo/book"
)

// verse cleans verse line by line, since its lines keep the no-break spaces that they begin
// with. It reports whether there is something in it.
func (t typesetter) verse(d *book.Division) bool {
	if d.Lang != "" {
		t.lang = d.Lang
	}
	kept := d.Blocks[:0:0]
	for _, b := range d.Blocks {
		p, ok := b.(*book.Paragraph)
		if !ok {
			if t.block(b) {
				kept = append(kept, b)
			}
			continue
		}
		if p.Content = t.stanza(p.Content); len(p.Content) > 0 {
			kept = append(kept, p)
		}
	}
	d.Blocks = kept
	return len(kept) > 0
}

// stanza cleans the lines of a stanza.
func (t typesetter) stanza(list []book.Inline) []book.Inline {
	var out, line []book.Inline
	end := func() {
		text := book.PlainText(line)
		begin := text[:len(text)-len(strings.TrimLeft(text, "\u00a0"))]
		if line = t.run(line); len(line) > 0 {
			if len(out) > 0 {
				out = append(out, &book.LineBreak{})
			}
			if begin != "" {
				line = tidy(append([]book.Inline{&book.Text{Value: begin}}, line...))
			}
			out = append(out, line...)
		}
		line = nil
	}
	for _, in := range list {
		if _, ok := in.(*book.LineBreak); ok {
			end()
			continue
		}
		line = append(line, in)
	}
	end()
	return out
}
