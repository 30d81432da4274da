package sfnt

import (
	"bytes"
	"slices"
	"strings"
	"testing"
)

func TestSubsetRefuses(t *testing.T) {
	ttf, otf := builtin(t, serifPath), garamond(t)
	for _, tt := range []struct {
		name   string
		font   *Font
		cut    func(*Font, []uint16) ([]byte, error)
		glyphs []uint16
		want   string
	}{
		{"no glyphs", ttf, SubsetTrueType, nil, "glyph 0"},
		{"not beginning with .notdef", ttf, SubsetTrueType, []uint16{5, 0}, "glyph 0"},
		{"glyph that is not there", ttf, SubsetTrueType, []uint16{0, 60000}, "no glyph 60000"},
		{"cubic outlines as TrueType", otf, SubsetTrueType, []uint16{0}, "cubic"},
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
	data, err := SubsetTrueType(f, glyphs)
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
	data, err := SubsetTrueType(f, []uint16{0, composite, composite})
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
