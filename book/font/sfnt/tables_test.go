package sfnt

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
)

// mapped writes what a map has for characters.
func mapped(c cmap, runes ...rune) string {
	var b strings.Builder
	for _, r := range runes {
		fmt.Fprintf(&b, "%d ", c.lookup(r))
	}
	return strings.TrimSpace(b.String())
}

// TestCmapFormats reads each format of subtable, the best of several, and runs that overlap.
func TestCmapFormats(t *testing.T) {
	zero := append(part{0, 262, 0}.bytes(), make([]byte, 256)...)
	zero[6+'A'], zero[6+'B'], zero[6+255] = 7, 8, 9
	four := part{4, 0, 0, 6, 0, 0, 0, 67, 90, 0xffff, 0, 65, 89, 0xffff, 10, 5, 1, 0, 4, 0, 0, 20}.bytes()
	six := part{6, 14, 0, 65, 2, 3, 4}.bytes()
	twelve := part{12, 0, 0, 0, 0, 0, 0, 2, 0, 65, 0, 66, 0, 30, 1, 0xf600, 1, 0xf601, 0, 40}.bytes()
	twelve[15] = 2 // groups, of which both are there
	table := func(parts ...any) []byte {
		p := part{0, len(parts) / 3}
		at := 4 + 8*len(parts)/3
		var data []byte
		for i := 0; i < len(parts); i += 3 {
			p = append(p, parts[i], parts[i+1], 0, at+len(data))
			data = append(data, parts[i+2].([]byte)...)
		}
		return append(p.bytes(), data...)
	}
	for _, test := range []struct {
		name  string
		table []byte
		want  string
	}{
		{"bytes", table(0, 3, zero), "7 8 0 0 0 0"},
		{"segments", table(3, 1, four), "75 76 77 0 25 0"},
		{"a list", table(0, 3, six), "3 4 0 0 0 0"},
		{"all of Unicode", table(3, 10, twelve), "30 31 0 0 0 41"},
		{"the best last", table(0, 3, zero, 3, 1, four, 3, 10, twelve), "30 31 0 0 0 41"},
		{"the best first", table(3, 1, four, 0, 3, six), "75 76 77 0 25 0"},
		{"symbols", table(3, 0, four), "75 76 77 0 25 0"},
		{"symbols beside a list", table(3, 0, four, 0, 3, six), "3 4 0 0 0 0"},
		{"symbols of another format", table(3, 0, six), "0 0 0 0 0 0"},
		{"variants of characters", table(0, 5, four), "0 0 0 0 0 0"},
		{"another script", table(1, 0, zero), "0 0 0 0 0 0"},
		{"another encoding", table(3, 2, four), "0 0 0 0 0 0"},
		{"another format", table(0, 3, part{2, 0, 0}.bytes()), "0 0 0 0 0 0"},
		{"an empty list", table(0, 3, part{6, 10, 0, 65, 0}.bytes()), "0 0 0 0 0 0"},
		{"bytes cut short", table(0, 3, zero[:6+'B']), "7 0 0 0 0 0"},
	} {
		if got := mapped(parseCmap(test.table), 'A', 'B', 'C', 'Y', 'Z', 0x1f601); got != test.want {
			t.Errorf("%s: %s, want %s", test.name, got, test.want)
		}
	}
	group := func(first, last, glyph uint32) []byte { return append32(append32(append32(nil, first), last), glyph) }
	broken := append(append32(part{12, 0, 0, 0, 0, 0}.bytes(), 9),
		slices.Concat(group(9, 8, 1), group(20, 0x110000, 1), group(30, 30, 0x10000), group(40, 41, 5), group(41, 42, 8), group(0x10ffff, 0x10ffff, 0xffff))...)
	if got := mapped(cmapFormat12(broken).tidy(), 8, 9, 20, 30, 40, 41, 42, 0x10ffff); got != "0 0 0 0 5 6 0 65535" {
		t.Errorf("broken groups: %s", got)
	}
}

// TestNameRanks takes English names of Windows before those of the Macintosh, and those before others.
func TestNameRanks(t *testing.T) {
	for _, test := range []struct{ platform, lang, want int }{{3, 0x409, 4}, {3, 0x411, 2}, {0, 0, 2}, {1, 0, 3}, {1, 1, 1}, {2, 0, 1}} {
		if got := nameRank(test.platform, test.lang); got != test.want {
			t.Errorf("platform %d, language %#x: %d, want %d", test.platform, test.lang, got, test.want)
		}
	}
	for _, test := range []struct {
		platform  int
		raw, want string
	}{{1, "A ~\x1f\x7f\x8a", "A ~???"}, {3, "\x00A\x20\x22\x00", "A•"}, {0, "", ""}} {
		if got := decodeName(test.platform, []byte(test.raw)); got != test.want {
			t.Errorf("%q is %q, want %q", test.raw, got, test.want)
		}
	}
	record := func(platform, lang, id, length, at int) []byte {
		return part{platform, 0, lang, id, length, at}.bytes()
	}
	table := slices.Concat(part{0, 6, 6 + 6*12}.bytes(), record(1, 1, 4, 1, 0), record(3, 0x411, 4, 2, 1), record(1, 0, 4, 1, 3), record(1, 0, 4, 1, 4),
		record(3, 0x409, 4, 9, 1), record(3, 0x409, 5, 2, 1), []byte("a\x00bcd"))
	f := &Font{tables: []Table{{MakeTag("name"), table}}}
	if got := f.Name(4) + f.Name(5) + f.Name(6) + f.PostScriptName(); got != "cbc" {
		t.Errorf("the names are %q", got)
	}
}

// TestLicences lets fonts be embedded as their licence bits say.
func TestLicences(t *testing.T) {
	for bits, want := range map[int]bool{0: true, 2: false, 4: true, 8: true, 6: true, 10: true, 0x0100: false, 0x0200: false, 0x0104: false, 1: true} {
		os2 := make([]byte, 78)
		os2[8], os2[9] = byte(bits>>8), byte(bits)
		if f := (&Font{tables: []Table{{MakeTag("OS/2"), os2}}}); f.Embeddable() != want {
			t.Errorf("%#x: %v", bits, !want)
		}
	}
}

// TestGuesses has the measures of a font that says none.
func TestGuesses(t *testing.T) {
	os2 := make([]byte, 96)
	put16(os2, 0, 2)
	for name, test := range map[string]struct {
		edit func()
		want string
	}{
		"nothing":         {func() {}, "1600 -400 1400 1000 400 190"},
		"bold":            {func() { put16(os2, 4, 700) }, "1600 -400 1400 1000 700 336"},
		"a weight of all": {func() { put16(os2, 4, 1000) }, "1600 -400 1400 1000 1000 484"},
		"no weight":       {func() { put16(os2, 4, 1001) }, "1600 -400 1400 1000 400 190"},
		"measures": {func() {
			put16(os2, 68, 1)
			put16(os2, 70, -1)
			put16(os2, 86, 3)
			put16(os2, 88, 4)
		},
			"1 -1 4 3 400 190"},
		"measures of an old version": {func() { put16(os2, 0, 1); put16(os2, 86, 3) }, "1600 -400 1400 1000 400 190"},
	} {
		clear(os2)
		put16(os2, 0, 2)
		test.edit()
		m := (&Font{upem: 2000, tables: []Table{{MakeTag("OS/2"), os2}}}).Metrics()
		got := fmt.Sprint(m.Ascent, m.Descent, m.CapHeight, m.XHeight, m.Weight, m.StemV)
		if got != test.want {
			t.Errorf("%s: %s, want %s", name, got, test.want)
		}
	}
}

// drawn writes an outline in font units.
func drawn(segments []Segment) string {
	var b strings.Builder
	for _, s := range segments {
		n := map[Op]int{MoveTo: 1, LineTo: 1, QuadTo: 2, CubeTo: 3, CloseTo: 0}[s.Op]
		b.WriteString(map[Op]string{MoveTo: "M", LineTo: "L", QuadTo: "Q", CubeTo: "C", CloseTo: "Z"}[s.Op])
		for i, p := range s.Pts[:n] {
			if i > 0 {
				b.WriteByte(' ')
			}
			fmt.Fprintf(&b, "%v,%v", float64(p.X)/64, float64(p.Y)/64)
		}
	}
	return b.String()
}

// TestCharStrings draws with each operator of charstrings.
func TestCharStrings(t *testing.T) {
	code := func(op []byte, numbers ...int) []byte {
		var b []byte
		for _, n := range numbers {
			b = append(b, byte(139+n))
		}
		return append(b, op...)
	}
	move := code([]byte{csRMoveTo}, 10, 20)
	for _, test := range []struct {
		name string
		code []byte
		want string
	}{
		{"moves", slices.Concat(code([]byte{csRMoveTo}, 99, 1, 2), code([]byte{csHMoveTo}, 99, 3), code([]byte{csVMoveTo}, 99, 4), code([]byte{csRMoveTo}, 1), []byte{csHMoveTo, csVMoveTo}), "M1,2ZM4,2ZM4,6Z"},
		{"lines", slices.Concat(move, code([]byte{csRLineTo}, 1, 2, 3, 4, 5), code([]byte{csHLineTo}, 1, 2, 3), code([]byte{csVLineTo}, 1, 2)), "M10,20L11,22L14,26L15,26L15,28L18,28L18,29L20,29Z"},
		{"a line without a move", code([]byte{csHLineTo}, 7), "M0,0L7,0Z"},
		{"curves", slices.Concat(move, code([]byte{csRRCurveTo}, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 9)), "M10,20C11,21 12,22 13,23C15,25 17,27 19,29Z"},
		{"curves and a line", slices.Concat(move, code([]byte{csRCurveLine}, 1, 1, 1, 1, 1, 1, 5, 6)), "M10,20C11,21 12,22 13,23L18,29Z"},
		{"a line and a curve", slices.Concat(move, code([]byte{csRLineCurve}, 5, 6, 1, 1, 1, 1, 1, 1)), "M10,20L15,26C16,27 17,28 18,29Z"},
		{"too little for both", slices.Concat(move, code([]byte{csRCurveLine}, 1), code([]byte{csRLineCurve}, 1, 2, 3, 4, 5)), "M10,20Z"},
		{"across", slices.Concat(move, code([]byte{csHHCurveTo}, 9, 1, 2, 3, 4, 1, 2, 3, 4)), "M10,20C11,29 13,32 17,32C18,32 20,35 24,35Z"},
		{"down", slices.Concat(move, code([]byte{csVVCurveTo}, 9, 1, 2, 3, 4)), "M10,20C19,21 21,24 21,28Z"},
		{"in turn", slices.Concat(move, code([]byte{csHVCurveTo}, 1, 2, 3, 4, 1, 2, 3, 4, 5)), "M10,20C11,20 13,23 13,27C13,28 15,31 19,36Z"},
		{"in turn, down first", slices.Concat(move, code([]byte{csVHCurveTo}, 1, 2, 3, 4, 5)), "M10,20C10,21 12,24 16,29Z"},
		{"hflex", slices.Concat(move, code([]byte{csEscape, csHFlex}, 1, 2, 3, 4, 5, 6, 7)), "M10,20C11,20 13,23 17,23C22,23 28,20 35,20Z"},
		{"flex", slices.Concat(move, code([]byte{csEscape, csFlex}, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 50)), "M10,20C11,21 12,22 13,23C15,25 17,27 19,29Z"},
		{"hflex1", slices.Concat(move, code([]byte{csEscape, csHFlex1}, 1, 2, 3, 4, 5, 6, 7, 8, 9)), "M10,20C11,22 14,26 19,26C25,26 32,34 41,20Z"},
		{"flex1 across", slices.Concat(move, code([]byte{csEscape, csFlex1}, 9, 1, 2, 1, 1, 1, 1, 1, 1, 1, 5)), "M10,20C19,21 21,22 22,23C23,24 24,25 29,20Z"},
		{"flex1 down", slices.Concat(move, code([]byte{csEscape, csFlex1}, 1, 9, 1, 2, 1, 1, 1, 1, 1, 1, 5)), "M10,20C11,29 12,31 13,32C14,33 15,34 10,39Z"},
		{"flex1 with as much of both", slices.Concat(move, code([]byte{csEscape, csFlex1}, -1, 1, -1, 1, -1, 1, -1, 1, -1, 1, 5)), "M10,20C9,21 8,22 7,23C6,24 5,25 10,30Z"},
		{"flex of too little", slices.Concat(move, code([]byte{csEscape, csHFlex}, 1, 2, 3, 4, 5, 6), code([]byte{csEscape, csHFlex1}, 1, 2, 3, 4, 5, 6, 7, 8),
			code([]byte{csEscape, csFlex}, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11), code([]byte{csEscape, csFlex1}, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10)), "M10,20Z"},
		{"hints", slices.Concat(code([]byte{csHStemHM}, 1, 2, 3, 4), code([]byte{csVStemHM}, 1, 2), code([]byte{csHintMask, 22}, 1, 2), code([]byte{csHMoveTo}, 5)), "M5,0Z"},
		{"hints of two bytes", slices.Concat(code([]byte{csHStem}, 1, 2, 1, 2, 1, 2, 1, 2), code([]byte{csVStem}, 1, 2, 1, 2, 1, 2, 1, 2), code([]byte{csCntrMask, 22, 22}, 1, 2), code([]byte{csHMoveTo}, 5)), "M5,0Z"},
		{"long numbers", []byte{csShortInt, 0xff, 0x00, 255, 0, 5, 0x80, 0, csRMoveTo, 247, 0, csHMoveTo, 251, 0, csHMoveTo}, "M-256,5.5ZM-148,5.5ZM-256,5.5Z"},
	} {
		c := &cff{charStrings: [][]byte{test.code}, fonts: make([]cffFont, 1)}
		if got := drawn(c.outline(0)); got != test.want {
			t.Errorf("%s: %s, want %s", test.name, got, test.want)
		}
	}
}

// TestFlattenRefuses has charstrings that are broken or not supported.
func TestFlattenRefuses(t *testing.T) {
	const subr0 = 32 // -107
	for _, test := range []struct {
		name string
		code []byte
		want error
	}{
		{"number cut short", []byte{csShortInt, 1}, errCharString},
		{"most numbers", bytes.Repeat([]byte{139}, maxCharOperand), nil},
		{"too many numbers", bytes.Repeat([]byte{139}, maxCharOperand+1), errCharString},
		{"mask cut short", []byte{140, 140, csHintMask}, errCharString},
		{"escape cut short", []byte{csEscape}, errArithmetic},
		{"below flex", []byte{csEscape, csHFlex - 1}, errArithmetic},
		{"first flex", []byte{csEscape, csHFlex}, nil},
		{"last flex", []byte{csEscape, csFlex1}, nil},
		{"above flex", []byte{csEscape, csFlex1 + 1}, errArithmetic},
		{"an end with three numbers", []byte{139, 139, 139, csEndChar}, nil},
		{"an accent", []byte{139, 139, 139, 139, csEndChar}, errAccentGlyph},
		{"a call of nothing", []byte{csCallSubr}, errCharString},
		{"a call below", []byte{subr0 - 1 + 1, csCallGSubr}, errCharString},
		{"a call beyond", []byte{subr0 + 1, csCallSubr}, errCharString},
		{"a call of itself", []byte{subr0, csCallSubr}, errCharString},
	} {
		c := &cff{charStrings: [][]byte{test.code}, fonts: []cffFont{{subrs: [][]byte{{subr0, csCallSubr}}}}}
		if _, err := c.flatten(0); !errors.Is(err, test.want) || (err == nil) != (test.want == nil) {
			t.Errorf("%s: %v, want %v", test.name, err, test.want)
		}
		if out := c.outline(0); test.want != nil && out != nil {
			t.Errorf("%s: an outline %v", test.name, out)
		}
	}
	for n, want := range map[int]int{0: 107, 1239: 107, 1240: 1131, 33899: 1131, 33900: 32768} {
		if got := subrBias(n); got != want {
			t.Errorf("subrBias(%d) is %d, want %d", n, got, want)
		}
	}
}

// TestComposites draws glyphs of parts that are moved, scaled and fitted to points.
func TestComposites(t *testing.T) {
	simple := append(part{1, 0, 0, 0, 0, 2, 0}.bytes(), onCurve|xSame|ySame, onCurve|xShort|xSame|ySame, onCurve|xShort|yShort|ySame, 8, 4, 6) // 0,0 8,0 4,6
	many := append(append(part{1, 0, 0, 0, 0, 199, 0}.bytes(), onCurve|repeatFlag|xSame|ySame, 198), onCurve|xShort|xSame|ySame, 9)
	composite := func(parts ...[]byte) []byte {
		return append(part{0xffff, 0, 0, 0, 0}.bytes(), slices.Concat(parts...)...)
	}
	font := func(glyphs ...[]byte) *Font {
		f := &Font{numGlyphs: len(glyphs), longLoca: true, loca: append32(nil, 0)}
		for _, g := range glyphs {
			f.glyf = append(f.glyf, g...)
			f.loca = append32(f.loca, uint32(len(f.glyf)))
		}
		return f
	}
	bytesOf := func(flags, gid int, args ...byte) []byte { return append(part{flags, gid}.bytes(), args...) }
	const half = 0x20 // the high byte of 1/2
	for _, test := range []struct {
		name  string
		glyph []byte
		want  string
	}{
		{"moved", composite(bytesOf(argsAreXY, 0, 1, 0xfe)), "M1,-2L9,-2L5,4Z"},
		{"moved by words", composite(bytesOf(argsAreXY|argsAreWords, 0, 1, 0, 0, 1)), "M256,1L264,1L260,7Z"},
		{"scaled", composite(bytesOf(argsAreXY|haveScale, 0, 2, 4, half, 0)), "M2,4L6,4L4,7Z"},
		{"scaled with its move", composite(bytesOf(argsAreXY|haveScale|scaledOffset, 0, 2, 4, half, 0)), "M1,2L5,2L3,5Z"},
		{"scaled across", composite(bytesOf(argsAreXY|haveXYScale, 0, 0, 0, half, 0, 0x40, 0)), "M0,0L4,0L2,6Z"},
		{"turned", composite(bytesOf(argsAreXY|haveTwoByTwo, 0, 0, 0, 0, 0, 0x40, 0, 0xc0, 0, 0, 0)), "M0,0L0,8L-6,4Z"},
		{"fitted", composite(bytesOf(argsAreXY|moreComponents, 0, 0, 0), bytesOf(0, 0, 2, 1)), "M0,0L8,0L4,6ZM-4,6L4,6L0,12Z"},
		{"fitted by words", composite(bytesOf(argsAreXY|moreComponents, 0, 0, 0), bytesOf(argsAreWords, 0, 0, 1, 0, 2)), "M0,0L8,0L4,6ZM4,-6L12,-6L8,0Z"},
		{"fitted to the last point", composite(bytesOf(argsAreXY|moreComponents, 0, 0, 0), bytesOf(0, 0, 2, 2)), "M0,0L8,0L4,6ZM0,0L8,0L4,6Z"},
		{"fitted beyond", composite(bytesOf(argsAreXY|moreComponents, 0, 0, 0), bytesOf(0, 0, 3, 0)), ""},
		{"fitted by a point beyond", composite(bytesOf(argsAreXY|moreComponents, 0, 0, 0), bytesOf(0, 0, 0, 3)), ""},
		{"a part that is not there", composite(bytesOf(argsAreXY, 9, 0, 0)), ""},
		{"itself", composite(bytesOf(argsAreXY, 2, 0, 0)), ""},
		{"cut short", composite([]byte{0, argsAreXY, 0}), ""},
		{"move cut short", composite(bytesOf(argsAreXY, 0, 1)), ""},
		{"scale cut short", composite(bytesOf(argsAreXY|haveScale, 0, 1, 1, 1)), ""},
	} {
		if got := drawn(font(simple, many, test.glyph).Outline(2)); got != test.want {
			t.Errorf("%s: %s, want %s", test.name, got, test.want)
		}
	}
	// The numbers of points are without a sign: the last of 200 is 9 to the right.
	segments := font(simple, many, composite(bytesOf(argsAreXY|moreComponents, 1, 0, 0), bytesOf(0, 0, 199, 0))).Outline(2)
	if got := drawn(segments[max(0, len(segments)-4):]); got != "M9,0L17,0L13,6Z" {
		t.Errorf("fitted to point 199: %s", got)
	}
}

// TestContours draws contours that begin with and without a point on them.
func TestContours(t *testing.T) {
	for on, want := range map[string]string{
		"1111": "M0,0L8,0L8,8L0,8Z", "1010": "M0,0Q8,0 8,8Q0,8 0,0Z", "0101": "M0,8Q0,0 8,0Q8,8 0,8Z", "0000": "M0,4Q0,0 4,0Q8,0 8,4Q8,8 4,8Q0,8 0,4Z",
		"1000": "M0,0Q8,0 8,4Q8,8 4,8Q0,8 0,0Z", "0110": "M0,4Q0,0 8,0L8,8Q0,8 0,4Z",
	} {
		points := []Point{{}, {512, 0}, {512, 512}, {0, 512}}
		var flags []bool
		for _, c := range on {
			flags = append(flags, c == '1')
		}
		if got := drawn(contour(nil, points, flags)); got != want {
			t.Errorf("%s: %s, want %s", on, got, want)
		}
	}
}

// TestCoverage finds glyphs in both formats of coverage, and what puts others in their place.
func TestCoverage(t *testing.T) {
	list, spans := part{1, 3, 4, 6, 9}.bytes(), part{2, 2, 4, 6, 0, 9, 9, 3}.bytes()
	for _, test := range []struct {
		table []byte
		gid   uint16
		index int
		ok    bool
	}{
		{list, 4, 0, true}, {list, 6, 1, true}, {list, 9, 2, true}, {list, 5, 0, false}, {list, 10, 0, false}, {list[:8], 9, 0, false}, {nil, 0, 0, false},
		{spans, 4, 0, true}, {spans, 6, 2, true}, {spans, 9, 3, true}, {spans, 3, 0, false}, {spans, 7, 0, false}, {spans, 10, 0, false}, {part{3, 1, 4}.bytes(), 4, 0, false},
	} {
		if i, ok := covered(test.table, test.gid); ok != test.ok || ok && i != test.index {
			t.Errorf("%v of %v: %d, %v", test.gid, test.table, i, ok)
		}
	}
	cover := part{1, 2, 4, 6}
	for name, test := range map[string]struct {
		lookup part
		want   string
	}{
		"by a number":      {part{1, 0, 1, part{1, cover, 10}}, "16 true"},
		"by a list":        {part{1, 0, 1, part{2, cover, 2, 20, 30}}, "30 true"},
		"alternates":       {part{3, 0, 1, part{1, cover, 2, part{1, 20}, part{2, 40, 41}}}, "40 true"},
		"no alternates":    {part{3, 0, 1, part{1, cover, 2, part{1, 20}, part{0}}}, "0 false"},
		"an extension":     {part{7, 0, 1, part{1, 1, far{1, cover, 10}}}, "16 true"},
		"ligatures":        {part{4, 0, 1, part{1, cover, 10}}, "0 false"},
		"the second of it": {part{1, 0, 2, part{1, part{1, 1, 9}, 10}, part{1, cover, 11}}, "17 true"},
		"not covered":      {part{1, 0, 1, part{1, part{1, 1, 9}, 10}}, "0 false"},
	} {
		gid, ok := substitute(test.lookup.bytes(), 6)
		if got := fmt.Sprint(gid, ok); got != test.want {
			t.Errorf("%s: %s, want %s", name, got, test.want)
		}
	}
}
