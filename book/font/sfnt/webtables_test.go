package sfnt

import (
	"encoding/binary"
	"math/bits"
	"testing"

	"golang.org/x/image/font"
	other "golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// TestWebSubsetForOthers has another reader of fonts look at what browsers get: it finds the same
// advances and outlines in the glyphs of the text, and nothing in the rest.
func TestWebSubsetForOthers(t *testing.T) {
	text := []rune("Affirm: “Octavo” — 12")
	for name, f := range map[string]*Font{"TrueType": builtin(t, serifPath), "CFF": garamond(t)} {
		t.Run(name, func(t *testing.T) {
			data, err := SubsetForWeb(f, WebOptions{Runes: text, NoLayout: true})
			if err != nil {
				t.Fatal(err)
			}
			cut, err := other.Parse(data)
			if err != nil {
				t.Fatal(err)
			}
			whole, err := other.Parse(f.data())
			if err != nil {
				t.Fatal(err)
			}
			var a, b other.Buffer
			em := fixed.I(int(whole.UnitsPerEm()))
			for _, r := range text {
				g, err := cut.GlyphIndex(&a, r)
				if want, _ := whole.GlyphIndex(&b, r); err != nil || g != want {
					t.Fatalf("%q is glyph %d, want %d: %v", r, g, want, err)
				} else if g == 0 { // a test font has few
					continue
				}
				got, err := cut.GlyphAdvance(&a, g, em, font.HintingNone)
				if want, _ := whole.GlyphAdvance(&b, g, em, font.HintingNone); err != nil || got != want {
					t.Errorf("%q has the advance %v, want %v: %v", r, got, want, err)
				}
				lines, err := cut.LoadGlyph(&a, g, em, nil)
				if want, _ := whole.LoadGlyph(&b, g, em, nil); err != nil || lines.Bounds() != want.Bounds() || len(lines) != len(want) {
					t.Errorf("%q has the outline %v, want %v: %v", r, lines.Bounds(), want.Bounds(), err)
				}
			}
			if lines, err := cut.LoadGlyph(&a, mustIndex(t, whole, 'Q'), em, nil); err != nil || len(lines) != 0 {
				t.Errorf("Q is in the font, with %d lines: %v", len(lines), err)
			}
			if p := cut.PostTable(); p == nil || *p != *whole.PostTable() {
				t.Errorf("the table post is %+v, want %+v", p, whole.PostTable())
			}
			for id, want := range map[other.NameID]string{
				other.NameIDFamily: "Subset", other.NameIDSubfamily: "Regular", other.NameIDFull: "Subset Regular",
				other.NameIDPostScript: "Subset-Regular", other.NameIDVersion: "Version 1.0", other.NameIDUniqueIdentifier: "Subset Regular",
			} {
				if got, err := cut.Name(&a, id); err != nil || got != want {
					t.Errorf("name %d is %q, want %q: %v", id, got, want, err)
				}
			}
		})
	}
}

func mustIndex(t *testing.T, f *other.Font, r rune) other.GlyphIndex {
	t.Helper()
	g, err := f.GlyphIndex(nil, r)
	if err != nil || g == 0 {
		t.Fatal(r, err)
	}
	return g
}

// data is the font as a file again.
func (f *Font) data() []byte {
	version := uint32(0x00010000)
	if f.cff != nil {
		version = 0x4f54544f
	}
	return Assemble(version, f.tables)
}

// TestWebTables looks at the fields of the tables that a browser's sanitizer and line heights go
// by, in fonts with and without a table OS/2 of their own.
func TestWebTables(t *testing.T) {
	whole := builtin(t, serifPath)
	bare := mustParse(t, Assemble(0x00010000, without(whole.tables, "OS/2")))
	for name, f := range map[string]*Font{"whole": whole, "without OS/2": bare} {
		t.Run(name, func(t *testing.T) {
			data, err := SubsetForWeb(f, WebOptions{Runes: []rune("abé—")})
			if err != nil {
				t.Fatal(err)
			}
			cut := mustParse(t, data)
			m := f.Metrics()
			at := func(table string, i int) int { return int(int16(binary.BigEndian.Uint16(cut.Table(table)[i:]))) }
			for _, c := range []struct {
				field string
				table string
				at    int
				want  int
			}{
				{"version", "OS/2", 0, 4}, {"weight", "OS/2", 4, int(m.Weight)}, {"width", "OS/2", 6, 5},
				{"first character", "OS/2", 64, 'a'}, {"last character", "OS/2", 66, '—'},
				{"x-height", "OS/2", 86, int(m.XHeight)}, {"height of capitals", "OS/2", 88, int(m.CapHeight)},
				{"version, high", "post", 0, 3}, {"version, low", "post", 2, 0},
				{"glyphs", "maxp", 4, f.NumGlyphs()}, {"widths", "hhea", 34, f.NumGlyphs()},
				{"ascent", "hhea", 4, int(m.Ascent)}, {"descent", "hhea", 6, int(m.Descent)},
				{"form of loca", "head", 50, 1}, {"form of glyphs", "head", 52, 0},
			} {
				if got := at(c.table, c.at); got != c.want {
					t.Errorf("%s: the %s is %d, want %d", c.table, c.field, got, c.want)
				}
			}
			if n := len(cut.Table("OS/2")); n != 96 {
				t.Errorf("OS/2 of version 4 has %d bytes, want 96", n)
			}
			if n := len(cut.Table("post")); n != 32 {
				t.Errorf("post of version 3 has %d bytes, want 32", n)
			}
			if style := at("OS/2", 62); style&^0x3ff != 0 || bits.OnesCount16(uint16(style)&0x41) > 1 {
				t.Errorf("OS/2 says the style %#x", style)
			}
		})
	}
}

func without(tables []Table, name string) []Table {
	var out []Table
	for _, table := range tables {
		if table.Tag != MakeTag(name) {
			out = append(out, table)
		}
	}
	return out
}
