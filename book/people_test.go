package book

import (
	"fmt"
	"slices"
	"testing"
)

// TestIntroduced: an editor with a bio stands among the authors, once.
func TestIntroduced(t *testing.T) {
	bio := []Inline{&Text{Value: "She edits."}}
	ann := &Person{Name: "Ann"}
	b := &Book{
		Contributors: []*Person{{Name: "Eve", Bio: bio}, {Name: "Ann", Bio: bio}, {Name: "Bob"}},
		Parts:        []*Part{{Chapters: []*Chapter{{Authors: []*Person{ann}}}}},
	}
	var got []string
	for _, c := range Introduced(b) {
		got = append(got, fmt.Sprintf("%s %d %q", c.Person.Name, len(c.Chapters), PlainText(c.Person.Bio)))
	}
	if want := []string{`Ann 1 "She edits."`, `Eve 0 "She edits."`}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}
