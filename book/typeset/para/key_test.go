package para

import (
	"testing"

	"octavo/book"
	"octavo/book/base/unit"
	"octavo/book/typeset/document"
	"octavo/book/typeset/theme"
)

// TestFrameOfKey: the frame of a key leaves the space before it and behind it, and stands
// within the white of a sign that is joined to the key.
func TestFrameOfKey(t *testing.T) {
	for _, name := range theme.Names() {
		s := themed(t, name, "en")
		p := s.paragraph(s.theme.Style(theme.Paragraph))
		lk := s.Look(s.theme.Style(theme.Paragraph), "en", s.elem)
		key := func(text string) book.Inline {
			return &book.Styled{Style: book.Keyboard, Content: []book.Inline{&book.Text{Value: text}}}
		}
		p.Add([]book.Inline{&book.Text{Value: "press "}, key("Esc"), &book.Text{Value: " or "}, key("Del"), &book.Text{Value: "; then"}}, lk)
		var sides []unit.Length // of the frames, by turns left and right
		var texts []*document.Text
		for _, it := range p.Lines(0, s.width(frame{}), 0)[0].Items {
			switch it := it.(type) {
			case *document.Rule:
				if it.H > it.W {
					sides = append(sides, it.X)
				}
			case *document.Text:
				texts = append(texts, it)
			}
		}
		if len(sides) != 4 || len(texts) != 5 {
			t.Fatalf("%s: sides of frames at %v among %d texts", name, sides, len(texts))
		}
		least := lk.Font.space * 3 / 4
		if room := sides[0] - texts[0].X - texts[0].Width(); room < least {
			t.Errorf("%s: %v are left before a key, want %v or more", name, room, least)
		}
		if room := texts[2].X - sides[1]; room < least {
			t.Errorf("%s: %v are left behind a key, want %v or more", name, room, least)
		}
		if over := sides[3] - texts[4].X; over > lk.Font.Size/20 {
			t.Errorf("%s: the frame reaches %v into the sign behind it", name, over)
		}
	}
}
