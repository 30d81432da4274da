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

// TestIntroducedBio: of two bios of one person that of the first article counts, and a bio
// counts wherever the first article has none.
func TestIntroducedBio(t *testing.T) {
	ann := func(bio string) *Person { return &Person{Name: "Ann", Bio: []Inline{&Text{Value: bio}}} }
	b := &Book{Language: "en", Parts: []*Part{{Chapters: []*Chapter{
		{Lang: "fr", Authors: []*Person{{Name: "Ann"}}}, {Lang: "de", Authors: []*Person{ann("First.")}}, {Lang: "es", Authors: []*Person{ann("First.")}},
	}}}}
	list := Introduced(b)
	if len(list) != 1 || PlainText(list[0].Person.Bio) != "First." || list[0].Lang != "de" || len(list[0].Chapters) != 3 {
		t.Errorf("%+v", list)
	}
}
