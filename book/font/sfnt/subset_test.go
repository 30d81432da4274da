package sfnt

import (
	"bytes"
	"slices"
	"strings"
	"testing"
)

func TestSubsetRefuses(t *testing.T) {
	plain := func(f *Font, glyphs []uint16) ([]byte, error) { return SubsetTrueType(f, glyphs, nil) }
	ttf, otf := builtin(t, serifPath), garamond(t)
	for _, tt := range []struct {
		name   string
		font   *Font
		cut    func(*Font, []uint16) ([]byte, error)
		glyphs []uint16
		want   string
	}{
		{"no glyphs", ttf, plain, nil, "glyph 0"},
		{"not beginning with .notdef", ttf, plain, []uint16{5, 0}, "glyph 0"},
		{"glyph that is not there", ttf, plain, []uint16{0, 60000}, "no glyph 60000"},
		{"cubic outlines as TrueType", otf, plain, []uint16{0}, "cubic"},
		{"TrueType as CFF", ttf, SubsetCFF, []uint16{0}, "no CFF"},
		{"CFF glyph that is not there", otf, SubsetCFF, []uint16{0, 60000}, "no glyph 60000"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if _, err := tt.cut(tt.font, tt.glyphs); err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("error %v, want %q", err, tt.want)
			}
		})
	}
}

func TestSubsetIsCompact(t *testing.T) {
	f := builtin(t, "noto-serif-kr/NotoSerifKR-Regular.ttf.zst")
	glyphs := []uint16{0}
	for _, r := range "한국어 English" {
		gid, _ := f.GlyphID(r)
		glyphs = append(glyphs, gid)
	}
	data, err := SubsetTrueType(f, glyphs, nil)
	if err != nil {
		t.Fatal(err)
	}
	if len(data) > 10_000 {
		t.Errorf("subset of %d glyphs has %d bytes", len(glyphs), len(data))
	}
	if checksum(data) != checksumMagic {
		t.Error("checksum is wrong")
	}
	var names []string
	for _, table := range mustParse(t, data).Tables() {
		names = append(names, table.Tag.String())
	}
	if got, want := strings.Join(names, " "), "glyf head hhea hmtx loca maxp prep"; got != want {
		t.Errorf("tables %s, want %s", got, want)
	}
}

func TestSubsetTakesPartsOfComposites(t *testing.T) {
	f := builtin(t, "eb-garamond/EBGaramond-Regular.ttf.zst")
	var composite uint16
	for gid := range uint16(f.NumGlyphs()) {
		if data := f.glyphData(gid); data != nil && int16At(data, 0) < 0 {
			composite = gid
			break
		}
	}
	if composite == 0 {
		t.Fatal("the font has no composite glyph")
	}
	data, err := SubsetTrueType(f, []uint16{0, composite, composite}, nil)
	if err != nil {
		t.Fatal(err)
	}
	cut := mustParse(t, data)
	if cut.NumGlyphs() <= 3 {
		t.Errorf("subset has %d glyphs, and no part of glyph %d", cut.NumGlyphs(), composite)
	}
	if !slices.Equal(cut.Outline(1), f.Outline(composite)) || !slices.Equal(cut.Outline(2), f.Outline(composite)) {
		t.Error("the composite has another outline")
	}
}

func TestWebSubset(t *testing.T) {
	text := []rune("Affirm: “Octavo” — ά и 12\U0001d538한")
	for name, f := range map[string]*Font{
		"TrueType": builtin(t, serifPath), "CFF": garamond(t),
		"beyond the basic plane": builtin(t, "noto-sans-math/NotoSansMath-Regular.ttf.zst"),
	} {
		t.Run(name, func(t *testing.T) {
			opt := WebOptions{Runes: text}
			data, err := SubsetForWeb(f, opt)
			if err != nil {
				t.Fatal(err)
			}
			if again, _ := SubsetForWeb(f, opt); !bytes.Equal(data, again) {
				t.Error("the same subset is other bytes")
			}
			cut := mustParse(t, data)
			var want, got []rune
			for _, r := range text {
				gid, ok := f.GlyphID(r)
				if !ok {
					continue
				}
				want = append(want, r)
				if cutGID, _ := cut.GlyphID(r); cutGID != gid || !slices.Equal(cut.Outline(gid), f.Outline(gid)) || cut.Advance(gid) != f.Advance(gid) {
					t.Errorf("%q is glyph %d, want %d with the same outline and width", r, cutGID, gid)
				}
			}
			for r := range cut.Runes {
				got = append(got, r)
			}
			slices.Sort(want)
			if !slices.Equal(got, slices.Compact(want)) {
				t.Errorf("maps %q, want %q", string(got), string(want))
			}
			if got, want := cut.Name(NameFull), "Subset Regular"; got != want {
				t.Errorf("name %q, want %q", got, want)
			}
			if !strings.Contains(cut.Name(nameLicence), "Open Font License") {
				t.Error("the licence is lost")
			}
		})
	}
}

func TestWebSubsetKeepsWhatFeaturesReach(t *testing.T) {
	f := builtin(t, serifPath)
	outlines := func(opt WebOptions) int {
		data, err := SubsetForWeb(f, opt)
		if err != nil {
			t.Fatal(err)
		}
		cut, n := mustParse(t, data), 0
		for gid := range uint16(cut.NumGlyphs()) {
			if cut.Outline(gid) != nil {
				n++
			}
		}
		return n
	}
	letters := []rune("afi")
	bare := outlines(WebOptions{Runes: letters, NoLayout: true})
	plain := outlines(WebOptions{Runes: letters})
	caps := outlines(WebOptions{Runes: letters, Features: []string{"smcp"}})
	if bare != 4 { // with .notdef
		t.Errorf("%d outlines without layout, want 4", bare)
	}
	if plain <= bare { // ff, fi, ffi
		t.Errorf("%d outlines with ligatures, %d without", plain, bare)
	}
	if caps < plain+3 {
		t.Errorf("%d outlines with small capitals, %d without", caps, plain)
	}
}

// TestSubsetMakesCompounds puts a letter, a mark and a glyph that is a composite itself into
// one glyph, and holds its outline, width and bounds against those of the parts.
func TestSubsetMakesCompounds(t *testing.T) {
	f := builtin(t, "eb-garamond/EBGaramond-Regular.ttf.zst")
	id := func(r rune) uint16 {
		gid, ok := f.GlyphID(r)
		if !ok {
			t.Fatalf("no glyph for %q", r)
		}
		return gid
	}
	made := Compound{Advance: 700, Parts: []Placed{{id('\u0301'), 40, -25}, {id(' '), 0, 0}, {id('ő'), 130, 12}, {id('n'), -60, 0}}}
	data, err := SubsetTrueType(f, []uint16{0, 0, id('n')}, map[int]Compound{1: made})
	if err != nil {
		t.Fatal(err)
	}
	cut := mustParse(t, data)
	var want []Segment
	for _, p := range made.Parts {
		for _, s := range f.Outline(p.Glyph) {
			for i := range s.Pts[:s.Op.points()] {
				s.Pts[i].X += int32(p.X) << 6
				s.Pts[i].Y += int32(p.Y) << 6
			}
			want = append(want, s)
		}
	}
	if got := cut.Outline(1); !slices.Equal(got, want) {
		t.Errorf("the compound has the outline\n%v, want\n%v", got, want)
	}
	if got := cut.Advance(uint16(cut.numGlyphs)); got != 0 {
		t.Errorf("a glyph that the font lacks is %d wide", got)
	}
	if got := cut.Advance(1); got != 700 {
		t.Errorf("the compound is %d wide, want 700", got)
	}
	box := [4]int32{}
	for i := range box {
		box[i] = int16At(cut.glyphData(1), 2+2*i)
	}
	acute, letter, n := f.glyphData(id('\u0301')), f.glyphData(id('ő')), f.glyphData(id('n'))
	if left := min(int16At(acute, 2)+40, int16At(letter, 2)+130, int16At(n, 2)-60); box[0] != left || int32(cut.sideBearing(1)) != left {
		t.Errorf("the compound begins at %d, its bearing is %d, want %d", box[0], cut.sideBearing(1), left)
	}
	if top := max(int16At(acute, 8)-25, int16At(letter, 8)+12, int16At(n, 8)); box[3] != top {
		t.Errorf("the compound ends at %d, want %d", box[3], top)
	}
	if low, right := min(int16At(acute, 4)-25, int16At(letter, 4)+12, int16At(n, 4)), max(int16At(acute, 6)+40, int16At(letter, 6)+130, int16At(n, 6)-60); box[1] != low || box[2] != right {
		t.Errorf("the compound goes down to %d and right to %d, want %d and %d", box[1], box[2], low, right)
	}
	had, has := f.Table("maxp"), cut.Table("maxp")
	if be16(has, 28) < 3 || be16(has, 30) != be16(had, 30)+1 {
		t.Errorf("parts %d and depth %d of composites in maxp", be16(has, 28), be16(has, 30))
	}
	if !slices.Equal(cut.Outline(2), f.Outline(id('n'))) {
		t.Error("the glyph behind the compound is another")
	}
}

func TestSubsetRefusesCompounds(t *testing.T) {
	f := builtin(t, serifPath)
	part := []Placed{{3, 0, 0}}
	for _, tt := range []struct {
		name string
		at   int
		made Compound
		want string
	}{
		{"in place of glyph 0", 0, Compound{part, 1}, "none of the 2 glyphs"},
		{"behind the list", 2, Compound{part, 1}, "none of the 2 glyphs"},
		{"no part", 1, Compound{nil, 1}, "larger"},
		{"too many parts", 1, Compound{make([]Placed, 65), 1}, "larger"},
		{"back behind the pen", 1, Compound{part, -1}, "larger"},
		{"too wide", 1, Compound{part, 1 << 15}, "larger"},
		{"too far", 1, Compound{[]Placed{{3, 0, -1 << 15}}, 1}, "larger"},
		{"a glyph that is not there", 1, Compound{[]Placed{{60000, 0, 0}}, 1}, "no glyph 60000"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if _, err := SubsetTrueType(f, []uint16{0, 5}, map[int]Compound{tt.at: tt.made}); err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("error %v, want %q", err, tt.want)
			}
		})
	}
	full := Compound{make([]Placed, 64), 1<<15 - 1}
	if !full.Fits() {
		t.Error("a compound of 64 parts does not fit")
	}
}
