package book

import "testing"

// TestLabel writes a title as the contents have it.
func TestLabel(t *testing.T) {
	text := func(s string) []Inline { return []Inline{&Text{Value: s}} }
	list := []Inline{
		&Text{Value: "The "}, &Link{URL: "a", Content: text("quay")}, &NoteRef{Note: &Note{Number: 1}}, &LineBreak{}, &Ruby{Content: text("漢"), Text: "kan"},
		&Styled{Style: Strong, Content: []Inline{&Text{Value: " at "}, &Link{Content: text("night")}}}, &InlineImage{Image: &Image{Alt: " (a lamp)"}}, &InlineImage{}, &InlineImage{Image: &Image{}},
		&Span{ID: "x", Lang: "fr", Content: text(" port")}, &Span{ID: "y"}, &Span{Content: []Inline{&NoteRef{}}}, &Code{Value: " c"}, &Math{Text: " m"},
	}
	label := Label(list)
	if got, want := PlainText(label), "The quay 漢 at night (a lamp) port c m"; got != want {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	WalkInlines(label, func(in Inline) bool {
		switch in := in.(type) {
		case *Link, *NoteRef, *LineBreak, *Ruby, *InlineImage:
			t.Errorf("a %T is in the label", in)
		case *Span:
			if in.ID != "" || in.Lang != "fr" {
				t.Errorf("a span with the id %q and the language %q", in.ID, in.Lang)
			}
		}
		return true
	})
}
