package report

import (
	"fmt"
	"strings"
	"testing"

	"octavo/book"
	"octavo/book/base/unit"
	"octavo/book/typeset/document"
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
			b := measuredBlock{elem: &document.Element{Type: "P"}}
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

// TestWorst takes the worst of each kind.
func TestWorst(t *testing.T) {
	r := Report{Findings: []Finding{
		{Kind: kindLoose, Degree: 1600}, {Kind: kindWidow, Page: 3}, {Kind: kindLoose, Degree: 1900},
		{Kind: kindTight, Degree: 740}, {Kind: kindLoose, Degree: 1700}, {Kind: kindTight, Degree: 700}, {Kind: kindRiver, Degree: 5},
	}}
	r.sort()
	var got []string
	for _, f := range r.Worst(2) {
		got = append(got, f.Kind.String()+" "+book.Count(f.Degree, "x"))
	}
	want := "widow 0 xs, loose 1900 xs, loose 1700 xs, tight 700 xs, tight 740 xs, river 5 xs"
	if strings.Join(got, ", ") != want {
		t.Errorf("the worst are %v", got)
	}
	if (Finding{Kind: kindRunt}).Breach() || !(Finding{Kind: kindShort, Pos: book.Pos{}}).Breach() {
		t.Error("a runt is a breach, or a short page is not")
	}
}

// TestFindingTexts prints a finding of each kind, and says which break a rule.
func TestFindingTexts(t *testing.T) {
	tests := []struct {
		kind   FindingKind
		degree int
		want   string
		breach bool
	}{
		{kindOverfull, 3, "line 3 pt too wide", true},
		{kindWidow, 0, "last line of a paragraph alone on the page", true},
		{kindOrphan, 0, "first line of a paragraph alone on the page", true},
		{kindStranded, 0, "heading with fewer than two lines after it", true},
		{kindOffGrid, 0, "line off the grid", true},
		{kindLadder, 4, "4 hyphens below each other", true},
		{kindNoteAway, 1, "note 1 page after its call", true},
		{kindNoteAway, 2, "note 2 pages after its call", true},
		{kindShort, 7, "page 7 lines short", true},
		{kindAlone, 0, "what is told of the authors alone on the page", true},
		{kindEnd, 2, "chapter ends with 2 lines on the page", false},
		{kindUneven, 1, "page ends 1 line off the one that it faces", true},
		{kindLoose, 1684, "loose line, a word space 1.68 of the natural", false},
		{kindTight, 705, "tight line, a word space 0.70 of the natural", false},
		{kindRunt, 0, "last line shorter than two ems", false},
		{kindRiver, 5, "river through 5 lines", false},
	}
	seen := map[FindingKind]bool{}
	for _, tt := range tests {
		f := Finding{Kind: tt.kind, Label: "xi", Degree: tt.degree}
		if got, want := f.String(), "page xi: "+tt.want; got != want {
			t.Errorf("it says %q, want %q", got, want)
		}
		if f.Breach() != tt.breach {
			t.Errorf("%s: breach %v", tt.kind, f.Breach())
		}
		seen[tt.kind] = true
	}
	if len(seen) != len(findingKinds) {
		t.Errorf("%d kinds of %d are printed", len(seen), len(findingKinds))
	}
}

// TestReportText prints figures that are all different.
func TestReportText(t *testing.T) {
	r := Report{
		Pages: 1, Paragraphs: 2, Lines: 1000, Widows: 4, Orphans: 5, Stranded: 6, Overfull: 7, OffGrid: 8, Short: 9, Ends: 22, Alone: 23,
		Hyphens: 12, Ladder: 11, Runts: 13, Rivers: 14, Notes: 15, NotesAway: 16, Spreads: 17, Uneven: 18,
		Narrowest: 704, Widest: 2011, Spaced: 600, Tight: 21, Loose: 1,
	}
	want := `pages 1, paragraphs 2, lines 1000
widows 4, orphans 5, stranded headings 6, overfull lines 7, off the grid 8, short pages 9, short ends 22, authors alone 23
hyphens 12 (1.20% of lines), longest ladder 11, runts 13, rivers 14
notes 15, not on the page of their call 16
spreads of text 17, uneven 18
word spaces 0.704 to 2.011 of the natural in 600 lines, tight 21, loose 1 (0.17%)
`
	if got := r.String(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	for _, tt := range []struct {
		n, of int
		want  string
	}{{0, 0, "0%"}, {3, 0, "0%"}, {1, 3, "33.33%"}, {2, 3, "66.67%"}, {1, 200, "0.50%"}, {7, 7, "100.00%"}} {
		if got := percent(tt.n, tt.of); got != tt.want {
			t.Errorf("%d of %d are %s, want %s", tt.n, tt.of, got, tt.want)
		}
	}
}

// TestBlocks judges blocks of lines that are a point high and 100 points long, each
// written as the page that it stands on and what is special about it.
func TestBlocks(t *testing.T) {
	const pt = unit.Point
	plain := func(page int) measuredLine {
		return measuredLine{page: page, x0: 50 * pt, x1: 150 * pt, size: 10 * pt, left: 50 * pt, measure: 100 * pt}
	}
	with := func(change func(*measuredLine)) measuredLine {
		ln := plain(0)
		change(&ln)
		return ln
	}
	hyphened := with(func(ln *measuredLine) { ln.hyphen = true })
	long := func(x0, x1 unit.Length) measuredLine {
		return with(func(ln *measuredLine) { ln.x0, ln.x1 = x0, x1 })
	}
	spaced := func(least, most int) measuredLine {
		return with(func(ln *measuredLine) { ln.least, ln.most = least, most })
	}
	tests := []struct {
		name, typ string
		lines     []measuredLine
		want      string
	}{
		{"whole", "P", []measuredLine{plain(0), plain(0), plain(0)}, ""},
		{"orphan", "P", []measuredLine{plain(0), plain(1), plain(1)}, "orphan 0"},
		{"widow", "P", []measuredLine{plain(0), plain(0), plain(1)}, "widow 0"},
		{"two and two", "P", []measuredLine{plain(0), plain(0), plain(1), plain(1)}, ""},
		{"both", "P", []measuredLine{plain(0), plain(1)}, "widow 0, orphan 0"},
		{"no paragraph", "TD", []measuredLine{plain(0), plain(1), plain(1)}, ""},
		{"runt", "P", []measuredLine{plain(0), long(50*pt, 70*pt-1)}, "runt 0"},
		{"two ems", "P", []measuredLine{plain(0), long(50*pt, 70*pt)}, ""},
		{"a short line alone", "P", []measuredLine{long(50*pt, 55*pt)}, ""},
		{"ladder", "P", []measuredLine{hyphened, hyphened, hyphened, plain(0)}, "ladder 3"},
		{"two hyphens", "P", []measuredLine{hyphened, hyphened, plain(0), hyphened, plain(0)}, ""},
		{"an em too far to the right", "P", []measuredLine{long(50*pt, 160*pt)}, ""},
		{"more than an em to the right", "P", []measuredLine{long(50*pt, 161*pt)}, "overfull 11"},
		{"an em too far to the left", "P", []measuredLine{long(40*pt, 150*pt)}, ""},
		{"more than an em to the left", "P", []measuredLine{long(38*pt, 150*pt)}, "overfull 12"},
		{"just not tight, just not loose", "P", []measuredLine{spaced(749, 1501), plain(0)}, ""},
		{"tight", "P", []measuredLine{spaced(748, 1000), plain(0)}, "tight 748"},
		{"loose", "P", []measuredLine{spaced(900, 1502), plain(0)}, "loose 1502"},
		{"the last line", "P", []measuredLine{spaced(500, 3000)}, ""},
		{"a cell", "TD", []measuredLine{spaced(500, 3000), plain(0)}, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			m := &meter{}
			m.block(&measuredBlock{elem: &document.Element{Type: tt.typ}, lines: tt.lines})
			m.r.sort()
			var got []string
			for _, f := range m.r.Findings {
				got = append(got, fmt.Sprint(f.Kind, " ", f.Degree))
			}
			if s := strings.Join(got, ", "); s != tt.want {
				t.Errorf("found %q, want %q", s, tt.want)
			}
			if n := m.r.Orphans + m.r.Widows + m.r.Runts + m.r.Overfull + m.r.Tight + m.r.Loose; !strings.Contains(tt.want, "ladder") && n != len(got) {
				t.Errorf("%d are counted, %d found", n, len(got))
			}
		})
	}
	m := &meter{}
	m.block(&measuredBlock{elem: &document.Element{Type: "P"}, lines: []measuredLine{
		hyphened, hyphened, hyphened, spaced(900, 1200), spaced(800, 1100), spaced(850, 1300), plain(0)}})
	if m.r.Hyphens != 3 || m.r.Ladder != 3 || m.r.Spaced != 3 || m.r.Narrowest != 800 || m.r.Widest != 1300 || m.r.Lines != 7 || m.r.Paragraphs != 1 {
		t.Errorf("other figures: %+v", m.r)
	}
}

// TestOffGrid counts the lines that stand off the height of most of them.
func TestOffGrid(t *testing.T) {
	const pt = unit.Point
	sect := &document.Element{Type: "Sect"}
	pos := book.Pos{File: "a.md", Line: 1, Col: 1}
	line := func(y, size unit.Length) measuredLine { return measuredLine{y: y, size: size, text: "so", page: 4} }
	tests := []struct {
		name string
		elem document.Element
		y    unit.Length
		size unit.Length
		want int
	}{
		{"on it", document.Element{Type: "P", Pos: pos, Parent: sect}, 64 * pt, 10 * pt, 0},
		{"a tenth lower", document.Element{Type: "P", Pos: pos, Parent: sect}, 64*pt + pt/10, 10 * pt, 0},
		{"more than a tenth lower", document.Element{Type: "P", Pos: pos, Parent: sect}, 64*pt + pt/10 + 1, 10 * pt, 1},
		{"a tenth higher", document.Element{Type: "P", Pos: pos, Parent: sect}, 64*pt - pt/10, 10 * pt, 0},
		{"more than a tenth higher", document.Element{Type: "P", Pos: pos, Parent: sect}, 64*pt - pt/10 - 1, 10 * pt, 1},
		{"in another size", document.Element{Type: "P", Pos: pos, Parent: sect}, 66 * pt, 9 * pt, 0},
		{"not of the manuscript", document.Element{Type: "P", Parent: sect}, 66 * pt, 10 * pt, 0},
		{"in a quotation", document.Element{Type: "P", Pos: pos, Parent: &document.Element{Type: "BlockQuote"}}, 66 * pt, 10 * pt, 0},
		{"no paragraph", document.Element{Type: "H2", Pos: pos, Parent: sect}, 66 * pt, 10 * pt, 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			m := &meter{}
			m.geo.Top, m.geo.Baseline = 40*pt, 12*pt
			usual := document.Element{Type: "P", Pos: pos, Parent: sect}
			m.blocks = []measuredBlock{
				{&usual, []measuredLine{line(40*pt, 10*pt), line(52*pt, 10*pt), line(64*pt, 10*pt)}},
				{&tt.elem, []measuredLine{line(tt.y, tt.size)}},
			}
			// A line above the first height would be counted from the one before it.
			for i := range m.blocks {
				for k := range m.blocks[i].lines {
					m.blocks[i].lines[k].y += 5 * pt
				}
			}
			m.grid()
			if m.r.OffGrid != tt.want || len(m.r.Findings) != tt.want {
				t.Fatalf("%d off the grid, want %d", m.r.OffGrid, tt.want)
			}
			if tt.want > 0 && m.r.Findings[0] != (Finding{Kind: kindOffGrid, Page: 4, Text: "so"}) {
				t.Errorf("found %+v", m.r.Findings[0])
			}
		})
	}
}

// TestFacing compares the feet of pages that face each other, moving the last lines.
func TestFacing(t *testing.T) {
	const pt = unit.Point
	c := &book.Chapter{Pos: book.Pos{File: "a.md", Line: 1, Col: 1}}
	other := &book.Chapter{}
	block := &book.Paragraph{Pos: book.Pos{File: "a.md", Line: 9, Col: 1}}
	text := &book.Text{Pos: book.Pos{File: "a.md", Line: 9, Col: 5}}
	elem := &document.Element{Type: "P"}
	tests := []struct {
		name string
		feet [4]unit.Length // of the pages 1 to 4, of which 2 and 3 face each other
		edit func(m *meter, doc *document.Document)
		want string // findings; "-" when the spread is not compared
	}{
		{"even", [4]unit.Length{500, 500, 500, 500}, nil, ""},
		{"three quarters of a line", [4]unit.Length{500, 500, 491, 500}, nil, ""},
		{"nearly a line", [4]unit.Length{500, 500, 490, 500}, nil, "uneven 1 on 3 a.md:9:5"},
		{"two lines, the left one", [4]unit.Length{500, 476, 500, 500}, nil, "uneven 2 on 3 a.md:9:5"},
		{"four lines", [4]unit.Length{500, 452, 452, 500}, nil, ""},
		{"five lines", [4]unit.Length{500, 440, 440, 500}, nil, "short 5 on 2 a.md:9:5, short 5 on 3 a.md:9:5"},
		{"the first and the last", [4]unit.Length{100, 500, 500, 100}, nil, ""},
		{"no facing pages", [4]unit.Length{500, 476, 500, 500}, func(m *meter, _ *document.Document) { m.geo.Facing = false }, "-"},
		{"another chapter before", [4]unit.Length{500, 476, 500, 500}, func(_ *meter, doc *document.Document) { doc.Breaks[0].Chapter = other }, "-"},
		{"another chapter after", [4]unit.Length{500, 476, 500, 500}, func(_ *meter, doc *document.Document) { doc.Breaks[3].Chapter = other }, "-"},
		{"a picture on the left", [4]unit.Length{500, 476, 500, 500}, func(_ *meter, doc *document.Document) {
			doc.Pages[2].Items = append(doc.Pages[2].Items, &document.Graphic{Y: 10 * pt, H: 50 * pt})
		}, "-"},
		{"a picture on the right", [4]unit.Length{500, 476, 500, 500}, func(_ *meter, doc *document.Document) {
			doc.Pages[3].Items = append(doc.Pages[3].Items, &document.Graphic{Y: 10 * pt, H: 50 * pt})
		}, "-"},
		{"a picture fills the page", [4]unit.Length{500, 440, 500, 500}, func(_ *meter, doc *document.Document) {
			doc.Pages[2].Items = append(doc.Pages[2].Items, &document.Graphic{Y: 440 * pt, H: 20 * pt})
		}, "-"},
		{"a turned page", [4]unit.Length{500, 300, 500, 500}, func(_ *meter, doc *document.Document) { doc.Pages[2].Turned = true }, "-"},
		{"a number at the foot", [4]unit.Length{500, 500, 500, 500}, func(_ *meter, doc *document.Document) {
			doc.Pages[2].Items = append(doc.Pages[2].Items, &document.Text{Y: 540 * pt})
		}, ""},
		{"a page of a block", [4]unit.Length{500, 500, 440, 500}, func(m *meter, doc *document.Document) {
			m.geo.Facing = false
			doc.Breaks[2].Text = nil
		}, "short 5 on 3 a.md:9:1"},
		{"a page of a chapter", [4]unit.Length{500, 500, 440, 500}, func(m *meter, doc *document.Document) {
			m.geo.Facing = false
			doc.Breaks[2].Text, doc.Breaks[2].Block = &book.Text{}, nil
		}, "short 5 on 3 a.md:1:1"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			m := &meter{first: 1}
			m.geo.Facing, m.geo.Top, m.geo.Height, m.geo.Baseline = true, 40*pt, 560*pt, 12*pt
			m.geo.Lines = int(460 / 12)
			end := m.geo.Top + m.geo.Depth()
			doc := &document.Document{Pages: []*document.Page{{}}}
			for i, y := range tt.feet {
				doc.Pages = append(doc.Pages, &document.Page{Items: []document.Item{&document.Text{Y: 60 * pt, Elem: elem}, &document.Text{Y: end - (500-y)*pt, Elem: elem}}})
				doc.Breaks = append(doc.Breaks, book.PageBreak{Page: i + 1, Chapter: c, Block: block, Text: text})
			}
			if tt.edit != nil {
				tt.edit(m, doc)
			}
			m.spreads(doc)
			var got []string
			for _, f := range m.r.Findings {
				got = append(got, fmt.Sprintf("%s %d on %d %s", f.Kind, f.Degree, f.Page, f.Pos))
			}
			want, spreads := tt.want, 1
			if want == "-" {
				want = ""
			}
			if tt.want == "-" || !m.geo.Facing {
				spreads = 0
			}
			if s := strings.Join(got, ", "); s != want || m.r.Spreads != spreads {
				t.Errorf("found %q in %d spreads, want %q in %d", s, m.r.Spreads, want, spreads)
			}
		})
	}
	if got := (&book.PageBreak{}).Position(); got != (book.Pos{}) {
		t.Errorf("a page of nothing begins at %v", got)
	}
}

// TestChapterEnd counts the lines of the last page of a chapter.
func TestChapterEnd(t *testing.T) {
	pos := book.Pos{File: "a.md", Line: 3}
	sect := &document.Element{Type: "Sect", Pos: pos}
	article, about := &document.Element{Type: "P", Pos: pos, Parent: sect}, &document.Element{Type: "P", Parent: sect}
	note := &document.Element{Type: "P", Pos: pos, Parent: &document.Element{Type: "Note", Parent: sect}}
	c := &book.Chapter{}
	for _, tt := range []struct {
		name        string
		lines       []*document.Element
		edit        func(pg *document.Page, at *book.PageBreak)
		ends, alone int
	}{
		{"five lines", []*document.Element{article, article, article, article, article, about}, nil, 0, 0},
		{"four lines", []*document.Element{article, article, article, article, about, about}, nil, 1, 0},
		{"four lines and a note", []*document.Element{article, article, article, article, note, note}, nil, 1, 0},
		{"the authors alone", []*document.Element{about, about}, nil, 0, 1},
		{"one line beside a figure", []*document.Element{article}, func(pg *document.Page, _ *book.PageBreak) { pg.Items = append(pg.Items, &document.Graphic{}) }, 0, 0},
		{"a turned table", []*document.Element{article}, func(pg *document.Page, _ *book.PageBreak) { pg.Turned = true }, 0, 0},
		{"a chapter of one page", []*document.Element{article}, func(_ *document.Page, at *book.PageBreak) { at.Chapter = &book.Chapter{} }, 0, 0},
	} {
		doc := &document.Document{Pages: []*document.Page{{}, {}}, Breaks: []book.PageBreak{{Chapter: c}, {Page: 1, Chapter: c}}}
		for i, e := range tt.lines {
			doc.Pages[1].Items = append(doc.Pages[1].Items, &document.Text{Y: unit.Length(i) * unit.Point, Elem: e})
		}
		if tt.edit != nil {
			tt.edit(doc.Pages[1], &doc.Breaks[1])
		}
		m := &meter{}
		m.spreads(doc)
		if m.r.Ends != tt.ends || m.r.Alone != tt.alone || len(m.r.Findings) != tt.ends+tt.alone {
			t.Errorf("%s: %d ends and %d alone, want %d and %d", tt.name, m.r.Ends, m.r.Alone, tt.ends, tt.alone)
		}
	}
}
