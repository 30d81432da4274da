package formula

import (
	"testing"

	"octavo/book/base/unit"
	"octavo/book/font/sfnt"
	"octavo/book/markup/math"
)

// TestStyles: scripts are smaller by a step, down to the least; parts of fractions are
// smaller but in a display; what is cramped stays so.
func TestStyles(t *testing.T) {
	st := func(l math.Style, cramped bool) style { return style{size, l, cramped} }
	for i, tt := range []struct{ got, want style }{
		{st(math.Display, false).script(false), st(math.Small, false)},
		{st(math.Inline, false).script(true), st(math.Small, true)},
		{st(math.Small, true).script(false), st(math.Tiny, true)},
		{st(math.Tiny, false).script(false), st(math.Tiny, false)},
		{st(math.Display, false).part(true), st(math.Inline, true)},
		{st(math.Display, true).part(false), st(math.Inline, true)},
		{st(math.Inline, false).part(true), st(math.Small, true)},
		{st(math.Small, false).part(false), st(math.Tiny, false)},
		{st(math.Small, false).cramp(), st(math.Small, true)},
		{st(math.Small, true).at(math.Display), st(math.Display, true)},
	} {
		if tt.got != tt.want {
			t.Errorf("%d: %+v, want %+v", i, tt.got, tt.want)
		}
	}
}

// TestSpacing checks the white between classes: 3, 4 and 5 eighteenths of an em, of which
// scripts have only some (The TeXbook, page 170).
func TestSpacing(t *testing.T) {
	s := setter(t)
	row := "Ord Op Bin Rel Open Close Punct Inner"
	classes := []math.Class{math.Ord, math.Op, math.Bin, math.Rel, math.Open, math.Close, math.Punct, math.Inner}
	// 1 is thin, 2 medium, 3 thick; in brackets in the book, and negative here, what scripts
	// have not. Pairs that cannot be are 0.
	table := [8][8]int64{
		{0, 1, -2, -3, 0, 0, 0, -1}, {1, 1, 0, -3, 0, 0, 0, -1}, {-2, -2, 0, 0, -2, 0, 0, -2}, {-3, -3, 0, 0, -3, 0, 0, -3},
		{0, 0, 0, 0, 0, 0, 0, 0}, {0, 1, -2, -3, 0, 0, 0, -1}, {-1, -1, 0, -1, -1, -1, -1, -1}, {-1, 1, -2, -3, -1, 0, -1, -1},
	}
	for i, a := range classes {
		for k, b := range classes {
			n := table[i][k]
			text, script := max(n, -n), max(n, 0)
			for _, tt := range []struct {
				level math.Style
				n     int64
			}{{math.Display, text}, {math.Inline, text}, {math.Small, script}, {math.Tiny, script}} {
				st := style{base: size, level: tt.level}
				want := unit.Length(0)
				if tt.n > 0 {
					want = s.size(st).Mul(tt.n+2, 18)
				}
				if got := s.space(st, a, b); got != want {
					t.Errorf("%d and %d of %s, style %d: %s, want %s", i, k, row, tt.level, got, want)
				}
			}
		}
	}
}

// TestSizes: letters of scripts are as large as the font says.
func TestSizes(t *testing.T) {
	s := setter(t)
	for level, want := range map[math.Style]unit.Length{
		math.Display: size, math.Inline: size,
		math.Small: size.Mul(int64(s.table.Constant(sfnt.ScriptPercentScaleDown)), 100),
		math.Tiny:  size.Mul(int64(s.table.Constant(sfnt.ScriptScriptPercentScaleDown)), 100),
	} {
		if got := s.size(style{base: size, level: level}); got != want {
			t.Errorf("style %d: %s, want %s", level, got, want)
		}
	}
}

// TestEndsOfPieces: white stands between the signs of two pieces, whatever blanks are there.
func TestEndsOfPieces(t *testing.T) {
	blank := math.Blank
	for _, tt := range []struct {
		list        []math.Class
		first, last math.Class
	}{
		{[]math.Class{blank, math.Rel, math.Bin, blank}, math.Rel, math.Bin}, {[]math.Class{math.Rel}, math.Rel, math.Rel},
		{[]math.Class{blank}, math.Ord, math.Ord}, {nil, math.Ord, math.Ord},
	} {
		if a, b := firstClass(tt.list), lastClass(tt.list); a != tt.first || b != tt.last {
			t.Errorf("%v: %v and %v", tt.list, a, b)
		}
	}
}

// TestLimits: what is written below and above stands there in a display, and beside in a
// line, unless the formula says otherwise.
func TestLimits(t *testing.T) {
	for _, tt := range []struct {
		src     string
		display bool
		above   bool
	}{
		{`\sum_1^2`, true, true}, {`\sum_1^2`, false, false}, {`\sum\limits_1^2`, false, true}, {`\sum\nolimits_1^2`, true, false},
		{`\lim_1`, true, true}, {`\lim_1`, false, false}, {`\int_1^2`, true, false}, {`\log_1`, true, false}, {`x_1`, true, false},
		{`\overbrace{xyz}^2`, false, true}, {`\hat{x}^2`, true, false},
	} {
		row, faults := math.Parse(tt.src)
		if len(faults) > 0 {
			t.Fatal(faults)
		}
		st := style{base: size, level: math.Inline}
		if tt.display {
			st.level = math.Display
		}
		if got := limits(row.Nodes[0].(*math.Scripts), st); got != tt.above {
			t.Errorf("%s, display %v: above and below is %v", tt.src, tt.display, got)
		}
	}
}

// TestPut moves what stands in a box, and makes the box around it as high and as deep.
func TestPut(t *testing.T) {
	out := Box{Height: 3, Depth: 4}
	out.put(&Box{Height: 10, Depth: 5, Glyphs: []Glyph{{X: 1, Y: 2}}, Rules: []Rule{{X: 3, Y: 4, W: 5, H: 6}}}, 100, 20)
	if g, r := out.Glyphs[0], out.Rules[0]; g.X != 101 || g.Y != 22 || r != (Rule{103, 24, 5, 6}) || out.Height != 30 || out.Depth != 4 {
		t.Errorf("%+v", out)
	}
	out.put(&Box{Height: 10, Depth: 5}, 0, -20)
	if out.Height != 30 || out.Depth != 25 {
		t.Errorf("%+v", out)
	}
	p := &part{Box: Box{Width: 7, Height: 10, Depth: 5, Rules: []Rule{{Y: 1}}}, italic: 2}
	if p.shift(-8); p.Width != 7 || p.Height != 2 || p.Depth != 13 || p.Rules[0].Y != -7 {
		t.Errorf("%+v", p)
	}
	if b := p.leaned(); b.Width != 9 || p.Width != 7 {
		t.Errorf("leaned: %s, %s", b.Width, p.Width)
	}
}
