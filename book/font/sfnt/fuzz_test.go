package sfnt

import (
	"os"
	"testing"

	"octavo/book/internal/fuzzing"
)

// FuzzFont reads any bytes as a font and does all that can be done with it.
func FuzzFont(f *testing.F) {
	fuzzing.Begin(f)
	otf, err := os.ReadFile("testdata/garamond.otf")
	if err != nil {
		f.Fatal(err)
	}
	// Small fonts, which the fuzzer can change in telling places.
	garamond := mustParse(f, otf)
	if small, err := SubsetCFF(garamond, []uint16{0, 20, 33, 40}); err == nil {
		tables := []Table{{MakeTag("CFF "), small}}
		for _, name := range []string{"head", "hhea", "maxp", "hmtx", "cmap", "GSUB"} {
			tables = append(tables, Table{MakeTag(name), garamond.Table(name)})
		}
		f.Add(Assemble(0x4f54544f, tables), uint16(2))
	}
	serif := builtin(f, "eb-garamond/EBGaramond-Regular.ttf.zst")
	small, err := SubsetTrueType(serif, []uint16{0, 3, 200, 300}, nil)
	if err != nil {
		f.Fatal(err)
	}
	cmap := cmapTable(serif, []rune("Aé𝔸"))
	tables := append(mustParse(f, small).Tables(), Table{MakeTag("cmap"), cmap}, Table{MakeTag("GSUB"), garamond.Table("GSUB")})
	f.Add(Assemble(0x00010000, tables), uint16(1))
	formulas := builtin(f, mathPath)
	if small, err = SubsetCFF(formulas, []uint16{0, 9, 12}); err == nil {
		tables := []Table{{MakeTag("CFF "), small}}
		for _, name := range []string{"head", "hhea", "maxp", "hmtx", "GSUB", "MATH"} {
			tables = append(tables, Table{MakeTag(name), formulas.Table(name)})
		}
		f.Add(Assemble(0x4f54544f, tables), uint16(9))
	}
	f.Fuzz(func(t *testing.T, data []byte, gid uint16) {
		font, err := Parse(data)
		if err != nil {
			return
		}
		font.Metrics()
		font.PostScriptName()
		font.Embeddable()
		font.HasFeature("smcp")
		last := uint16(font.NumGlyphs() - 1)
		glyphs := []uint16{0, min(gid, last), last, min(gid/2, last)}
		table := font.Math()
		for _, g := range append(glyphs, gid) {
			if font.Alternate(g, "ssty"); table != nil {
				checkMath(table, g)
			}
			font.Outline(g)
			font.Bounds(g)
			font.Advance(g)
		}
		checkSubset(t, font, glyphs)
		if _, err := SubsetForWeb(font, WebOptions{Runes: []rune("ABCfi é한"), Features: []string{"smcp"}}); err != nil && !font.IsCFF() {
			t.Fatalf("web subset: %v", err)
		}
	})
}

// checkMath reads all that a MATH table says of a glyph.
func checkMath(m *Math, g uint16) {
	m.Constant(RadicalDegreeBottomRaisePercent)
	m.Italics(g)
	m.TopAccent(g)
	m.Kern(g, BottomLeft, -100)
	m.Sizes(g, true)
	m.Sizes(g, false)
}

// checkSubset wants a subset of a font that was read to be a font again, with
// the same outlines. A broken outline may come out as what could be read of it.
func checkSubset(t *testing.T, font *Font, glyphs []uint16) {
	t.Helper()
	if font.IsCFF() {
		table, err := SubsetCFF(font, glyphs)
		if err != nil {
			return
		}
		cut, err := parseCFF(table)
		if err != nil {
			t.Fatalf("subset: %v", err)
		}
		for i, g := range glyphs {
			if a, b := font.Outline(g), cut.outline(uint16(i)); len(a) != len(b) {
				t.Fatalf("glyph %d has %d segments, want %d", g, len(b), len(a))
			}
		}
		return
	}
	file, err := SubsetTrueType(font, glyphs, nil)
	if err != nil {
		return
	}
	cut, err := Parse(file)
	if err != nil {
		t.Fatalf("subset: %v", err)
	}
	for i, g := range glyphs {
		if a, b := font.Outline(g), cut.Outline(uint16(i)); a != nil && len(a) != len(b) {
			t.Fatalf("glyph %d has %d segments, want %d", g, len(b), len(a))
		}
	}
}
