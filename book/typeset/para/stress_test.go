package para

import (
	"testing"

	"octavo/book"
	"octavo/book/base/unit"
	"octavo/book/typeset/document"
	"octavo/book/typeset/flow"
	"octavo/book/typeset/theme"
)

// stressedLines sets inlines in a style, and returns the lines with their marks.
func stressedLines(t *testing.T, lang string, name theme.StyleName, list ...book.Inline) (lines []*flow.Strip, marks []*document.Stress) {
	t.Helper()
	s := bare(t, lang)
	p := s.paragraph(s.theme.Style(name))
	p.Add(list, s.Look(p.style, lang, s.elem))
	lines = s.linesOf(p, frame{elem: s.elem, style: p.style}, 0)
	for _, st := range lines {
		for _, it := range st.Items {
			if m, ok := it.(*document.Stress); ok {
				marks = append(marks, m)
			}
		}
	}
	return lines, marks
}

func emphasis(content ...book.Inline) book.Inline {
	return &book.Styled{Style: book.Emphasis, Content: content}
}

func text(s string) book.Inline { return &book.Text{Value: s} }

// baselineOf returns the height of the first text of a line.
func baselineOf(st *flow.Strip) unit.Length {
	for _, it := range st.Items {
		if tx, ok := it.(*document.Text); ok {
			return tx.Y
		}
	}
	return 0
}

// TestMarks: each stressed letter and figure has a mark on the side of its language, in its
// middle; Western words, punctuation and emphasis within emphasis have none.
func TestMarks(t *testing.T) {
	for _, tt := range []struct {
		lang, text string
		want       int
		above      bool
	}{
		{"ja", "しかし、点は「句読点」に。", 9, true},
		{"ja", "2011年", 5, true},
		{"ja", "Nature", 0, true},
		{"ko", "그러나, 점", 4, true},
		{"zh-Hans", "但是，“句读”3D打印", 6, false},
		{"zh-Hant", "但是，句讀", 4, false},
		{"en", "北京", 0, false},
	} {
		lines, marks := stressedLines(t, tt.lang, theme.Paragraph, text("字"), emphasis(text(tt.text)), text("字"))
		if tt.want == 0 {
			if len(marks) > 0 {
				t.Errorf("%s %s: %d rows of marks", tt.lang, tt.text, len(marks))
			}
			continue
		}
		if len(marks) != 1 || len(marks[0].X) != tt.want {
			t.Errorf("%s %s: marks %v", tt.lang, tt.text, marks)
			continue
		}
		if above := marks[0].Y < baselineOf(lines[0]); above != tt.above {
			t.Errorf("%s: above the line %v", tt.lang, above)
		}
	}
	_, marks := stressedLines(t, "ja", theme.Paragraph, emphasis(text("強い"), emphasis(text("言葉")), &book.Code{Value: "x"}))
	if len(marks) != 1 || len(marks[0].X) != 2 {
		t.Errorf("emphasis within emphasis: %v", marks)
	}
	size := bare(t, "ja").theme.Style(theme.Paragraph).Size
	if got := marks[0].X[1] - marks[0].X[0]; got < size*9/10 || got > size*11/10 {
		t.Errorf("the marks of two letters are apart by %s", got)
	}
}

// TestMarksRoom: marks leave the lines on the grid, but below a line with marks below, where
// a reading stands above the next; a base with a reading above has its marks below.
func TestMarksRoom(t *testing.T) {
	long := ""
	for range 40 {
		long += "言葉の点"
	}
	lines, _ := stressedLines(t, "ja", theme.Paragraph, emphasis(text(long)))
	plain := lines[0].Height
	for i, st := range lines {
		if st.Height != plain {
			t.Errorf("line %d is %s high", i, st.Height)
		}
	}
	ruby := &book.Ruby{Content: []book.Inline{text("傍点")}, Text: "ぼうてん"}
	lines, marks := stressedLines(t, "ja", theme.Paragraph, emphasis(ruby))
	if len(marks) != 1 || len(marks[0].X) != 2 || marks[0].Y < baselineOf(lines[0]) {
		t.Errorf("a base with a reading: %v", marks)
	}
	lines, _ = stressedLines(t, "zh-Hans", theme.Paragraph, emphasis(text(long)), &book.LineBreak{}, ruby)
	if got := lines[len(lines)-1].Height; got != 2*plain {
		t.Errorf("a reading below marks: a line of %s", got)
	}
}

// TestNoMarks: with the form none, stressed letters are bold.
func TestNoMarks(t *testing.T) {
	s := bare(t, "ja")
	th := *s.theme
	th.Marks = theme.NoMarks
	s.theme = &th
	p := s.paragraph(th.Style(theme.Paragraph))
	p.Add([]book.Inline{emphasis(text("点"))}, s.Look(p.style, "ja", s.elem))
	st := s.linesOf(p, frame{elem: s.elem, style: p.style}, 0)[0]
	if len(st.Items) != 1 {
		t.Fatalf("%d items", len(st.Items))
	}
	if got := st.Items[0].(*document.Text).Words[0].Run.Face.Name(); got != "NotoSerifJP-Bold" {
		t.Errorf("the letters are in %s", got)
	}
}
