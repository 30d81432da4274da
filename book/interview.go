package book

import "strings"

// A Turn is what a block of an interview is.
type Turn uint8

// The turns. Continued goes on with what the block before says.
const (
	Continued Turn = iota
	Asked
	Answered
)

// Turns returns what the blocks of an interview are. A paragraph that begins with strong
// words is a turn: these name who speaks, and who speaks first asks. One that is strong as a
// whole is a question whose asker has no name.
func Turns(list []Block) []Turn {
	turns := make([]Turn, len(list))
	asker := ""
	for i, b := range list {
		p, ok := b.(*Paragraph)
		if !ok {
			continue
		}
		strong := LeadingStrong(p.Content)
		if strong == nil {
			continue
		}
		turns[i] = Answered
		if name := strings.TrimSpace(PlainText(strong.Content)); asker == "" || name == asker || len(p.Content) == 1 {
			turns[i], asker = Asked, name
		}
	}
	return turns
}

// LeadingStrong returns the strong run that inlines begin with, nil when they begin with
// something else.
func LeadingStrong(list []Inline) *Styled {
	if len(list) == 0 {
		return nil
	}
	if st, ok := list[0].(*Styled); ok && st.Style == Strong {
		return st
	}
	return nil
}
