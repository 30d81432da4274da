package layout

import (
	"strings"
	"testing"

	"octavo/book"
	"octavo/book/unit"
)

// TestRivers measures blocks whose word spaces stand at places in points.
func TestRivers(t *testing.T) {
	tests := []struct {
		name  string
		lines [][]int
		want  []int // lines of each river
	}{
		{"straight", [][]int{{10}, {10}, {10}, {10}, {10}}, []int{5}},
		{"slanted", [][]int{{10}, {11}, {12}, {13}, {14}, {15}}, []int{6}},
		{"too short", [][]int{{10}, {10}, {10}, {10}, {40}}, nil},
		{"interrupted", [][]int{{10}, {10}, {50}, {10}, {10}, {10}}, nil},
		{"two", [][]int{{10, 90}, {10, 90}, {10, 90}, {10, 90}, {10, 90}, {90}}, []int{5, 6}},
		{"beside", [][]int{{10}, {14}, {10}, {14}, {10}}, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			b := measuredBlock{elem: &Element{Type: "P"}}
			for _, places := range tt.lines {
				var ln measuredLine
				for _, x := range places {
					ln.gaps = append(ln.gaps, gapOnPage{unit.Length(x) * unit.Point, unit.Length(x+3) * unit.Point})
				}
				b.lines = append(b.lines, ln)
			}
			m := &meter{}
			m.rivers(&b)
			var got []int
			for _, f := range m.r.Findings {
				got = append(got, f.Degree)
			}
			if len(got) != len(tt.want) || m.r.Rivers != len(got) {
				t.Fatalf("rivers %v, want %v", got, tt.want)
			}
			for i := range got {
				if got[i] != tt.want[i] {
					t.Errorf("rivers %v, want %v", got, tt.want)
				}
			}
		})
	}
}

// TestFindings spoils a page and looks for what is said of it.
func TestFindings(t *testing.T) {
	c := parse(t, "t.md", "---\ntitle: T\n---\n\nOne line.\n\n## A heading at the end\n\nSome more text.\n")
	doc, _ := set(t, volume(c), Options{})
	if r := Measure(doc); len(r.Findings) != 1 || r.Findings[0].Kind != "stranded" || r.Findings[0].Pos.Line != 7 {
		t.Errorf("a heading with one line after it: %v", r.Findings)
	}
	pg := doc.Pages[doc.Breaks[0].Page]
	for _, it := range pg.Items {
		if text, ok := it.(*Text); ok && strings.HasPrefix(TextOf(text), "One") {
			text.X += 300 * unit.Point
		}
	}
	r := Measure(doc)
	if r.Overfull != 1 || r.Findings[0].Kind != "overfull" || !r.Findings[0].Breach() {
		t.Fatalf("a line that was moved into the margin: %v", r.Findings)
	}
	f := r.Findings[0]
	f.Degree = 21
	if got, want := f.String(), "t.md:5:1: page 1: line 21 pt too wide: “One line.”"; got != want {
		t.Errorf("it says %q, want %q", got, want)
	}
}

// TestWorst takes the worst of each kind.
func TestWorst(t *testing.T) {
	r := Report{Findings: []Finding{
		{Kind: "loose", Degree: 1600}, {Kind: "widow", Page: 3}, {Kind: "loose", Degree: 1900},
		{Kind: "tight", Degree: 740}, {Kind: "loose", Degree: 1700}, {Kind: "tight", Degree: 700}, {Kind: "river", Degree: 5},
	}}
	r.sort()
	var got []string
	for _, f := range r.Worst(2) {
		got = append(got, f.Kind+" "+count(f.Degree, "x"))
	}
	want := "widow 0 xs, loose 1900 xs, loose 1700 xs, tight 700 xs, tight 740 xs, river 5 xs"
	if strings.Join(got, ", ") != want {
		t.Errorf("the worst are %v", got)
	}
	if (Finding{Kind: "runt"}).Breach() || !(Finding{Kind: "short", Pos: book.Pos{}}).Breach() {
		t.Error("a runt is a breach, or a short page is not")
	}
}
