package rule

import (
	"testing"

	"octavo/book"
)

func TestGather(t *testing.T) {
	at := func(line int) book.Pos { return book.Pos{File: "a.md", Line: line, Col: 2} }
	list := Gather([]book.Diagnostic{
		Citation.At(at(3), "", "citations such as @vale are words"),
		ForeignTag.At(at(3), "", "{%% if %%}"),
		LinkText.At(at(4), "", "here"),
		Citation.At(at(5), "", "citations such as @kell are words"),
		Citation.At(at(5), "", "citations such as @bo are words"),
		ForeignTag.At(at(6), "", "{%% for %%}"),
		LinkText.At(at(7), "", "here"),
	})
	want := []string{
		"a.md:3:2: warning: citations such as @vale are words; also at a.md:5 [citation]",
		"a.md:3:2: warning: {% if %} [foreign-tag]", "a.md:4:2: warning: here [link-text]",
		"a.md:6:2: warning: {% for %} [foreign-tag]", "a.md:7:2: warning: here [link-text]",
	}
	if len(list) != len(want) {
		t.Fatalf("%d lines: %v", len(list), list)
	}
	for i, d := range list {
		if d.String() != want[i] {
			t.Errorf("got %q, want %q", d, want[i])
		}
	}
	var many []book.Diagnostic
	for i := range maxPlaces + 4 {
		many = append(many, ForeignTag.At(at(i+1), "", "x"))
	}
	if got := Gather(many)[0].Message; got != "x; also at a.md:2, a.md:3, a.md:4, a.md:5, a.md:6, a.md:7, a.md:8, a.md:9, a.md:10, a.md:11, a.md:12, a.md:13 and 3 more" {
		t.Error(got)
	}
}
