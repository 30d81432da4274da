package para

import (
	"testing"

	"octavo/book"
	"octavo/book/typeset/theme"
)

func TestHeadOfInitial(t *testing.T) {
	for _, tt := range []struct {
		text, mark, letters string
		size                int
	}{
		{"Water", "", "W", 1},
		{"“Off we go”", "“", "O", 4},
		{"«\u00a0Allons", "«", "A", 5},
		{"« Allons", "«", "A", 4},
		{"’Tis", "’", "T", 4},
		{"E\u0301tienne", "", "E\u0301", 3},
		{"J. Flynn", "", "J.", 3},
		{"J. F. Flynn", "", "", 0},
		{"A... B", "", "A", 1},
		{"1984 was", "", "", 0},
		{"IJmuiden ligt", "", "IJ", 2},
		{"IJ", "", "I", 1},
		{"water", "", "", 0},
		{"“", "", "", 0},
		{"", "", "", 0},
	} {
		mark, letters, size := head(tt.text)
		if mark != tt.mark || letters != tt.letters || size != tt.size {
			t.Errorf("%q begins with %q, %q in %d bytes", tt.text, mark, letters, size)
		}
	}
}

// TestInitialDescends gives initials that reach below their line another line.
func TestInitialDescends(t *testing.T) {
	th, ok := theme.Builtin("classic")
	if !ok {
		t.Fatal("there is no classic theme")
	}
	s := bare(t, "en")
	s.Engine = New(fonts, th, nil)
	s.theme = th
	for text, want := range map[string]int{"Jane": 4, "Quick": 4, "Ça": 4, "Şan": 4, "Water": 3, "“Off": 3} {
		body := s.theme.Style(theme.Paragraph)
		p := s.paragraph(body)
		p.Open(&book.Paragraph{Content: []book.Inline{&book.Text{Value: text}}}, s.Look(body, "en", s.elem), true)
		if got := p.Tied(); got != want {
			t.Errorf("%s has %d lines beside its initial, want %d", text, got, want)
		}
	}
}
