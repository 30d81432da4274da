package layout

import (
	"testing"

	"octavo/book"
	"octavo/book/base/unit"
)

// TestAgainst makes sure that a division which runs against its chapter has all of its
// blocks at the other side: labels of lists stand at the right, code at the left.
func TestAgainst(t *testing.T) {
	const src = "Some English text.\n\n<div dir=\"rtl\" lang=\"he\">\n\n1. אחת\n2. שתיים\n\n```\nx = 1\n```\n\n<div lang=\"en\">\n\n1. one\n\n</div>\n\n</div>\n"
	doc := inLanguage(t, "en", src)
	geo, _ := press(t).Geometry("", book.Screen)
	left := geo.Left(true)
	right := left + geo.Measure
	items := seenLines(doc, "LI")
	if len(items) != 3 {
		t.Fatalf("%d items, want 3", len(items))
	}
	for i, ln := range items {
		first, last := ln.words[0], ln.words[len(ln.words)-1]
		switch {
		case i < 2 && (last != "1" && last != "2" || ln.right < right-20*unit.Point):
			t.Errorf("item %q: %q from %d to %d, want its number at %d", ln.text, ln.words, ln.left, ln.right, right)
		case i == 2 && (first != "1." || ln.left > left+20*unit.Point):
			t.Errorf("item %q: %q from %d, want its number at %d", ln.text, ln.words, ln.left, left)
		}
	}
	for _, ln := range seenLines(doc, "Code") {
		if ln.left > left+20*unit.Point {
			t.Errorf("code %q begins at %d, want near %d", ln.text, ln.left, left)
		}
	}
}

// TestPlaces makes sure that links lead to the lines of the places that they name.
func TestPlaces(t *testing.T) {
	const src = "Go to [1](#one), [2](#two), [3](#three), [4](#four), [5](#five).\n\nFirst.\n\n[]{#one}Second [here]{#two} and at the end[]{#three}\n\n" +
		"<div id=\"four\">\n\n- item\n\n</div>\n\n| A | B |\n|---|---|\n| a | [b]{#five} |\n"
	c := parse(t, "a.md", "---\ntitle: T\n---\n\n"+src)
	for _, run := range book.RunsOf(c) {
		book.WalkInlines(run, func(in book.Inline) bool {
			if l, ok := in.(*book.Link); ok {
				l.Chapter, l.Anchor = c, l.URL[1:]
			}
			return true
		})
	}
	doc := linked(t, volume(c), Options{})
	var at []unit.Length
	for _, l := range doc.Pages[doc.Breaks[0].Page].Links {
		if l.Dest != nil {
			at = append(at, l.Dest.Y)
		}
	}
	if len(at) != 5 {
		t.Fatalf("%d links with a place, want 5", len(at))
	}
	if at[0] != at[1] || at[1] != at[2] || at[3] <= at[2] || at[4] <= at[3] {
		t.Errorf("the places stand at %v", at)
	}
}
