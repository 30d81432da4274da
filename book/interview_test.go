package book

import (
	"slices"
	"testing"
)

// TestTurns: who speaks first asks, and questions without a name are strong as a whole.
func TestTurns(t *testing.T) {
	said := func(name, text string) Block {
		p := &Paragraph{}
		if name != "" {
			p.Content = append(p.Content, &Styled{Strong, []Inline{&Text{Value: name}}})
		}
		if text != "" {
			p.Content = append(p.Content, &Text{Value: text})
		}
		return p
	}
	for _, tt := range []struct {
		blocks []Block
		want   []Turn
	}{
		{nil, nil},
		{[]Block{said("Q:", " a"), said("A:", " b"), said("", "c"), said("Q: ", "d"), said("B:", "e")}, []Turn{Asked, Answered, Continued, Asked, Answered}},
		{[]Block{said("Why?", ""), said("", "So."), &Break{}, said("When?", ""), said("", "Then.")}, []Turn{Asked, Continued, Continued, Asked, Continued}},
		{[]Block{&Paragraph{}}, []Turn{Continued}},
	} {
		if got := Turns(tt.blocks); !slices.Equal(got, tt.want) {
			t.Errorf("%v, not %v", got, tt.want)
		}
	}
}
