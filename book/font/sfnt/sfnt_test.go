package sfnt

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"octavo/assets"
)

func builtin(t testing.TB, path string) *Font {
	t.Helper()
	data, err := assets.Font(path)
	if err != nil {
		t.Fatal(err)
	}
	return mustParse(t, data)
}

func mustParse(t testing.TB, data []byte) *Font {
	t.Helper()
	f, err := Parse(data)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func garamond(t testing.TB) *Font {
	t.Helper()
	data, err := os.ReadFile("testdata/garamond.otf")
	if err != nil {
		t.Fatal(err)
	}
	return mustParse(t, data)
}

const serifPath = "source-serif-4/SourceSerif4-Regular.ttf.zst"

func TestMetrics(t *testing.T) {
	m := builtin(t, "source-serif-4/SourceSerif4-SemiBoldItalic.ttf.zst").Metrics()
	if m.UnitsPerEm != 1000 || m.Weight != 600 || !m.Italic || m.FixedPitch {
		t.Errorf("%+v", m)
	}
	if m.XHeight < 450 || m.XHeight > 500 || m.CapHeight < 650 || m.CapHeight > 700 {
		t.Errorf("x-height %d and capital height %d", m.XHeight, m.CapHeight)
	}
	if m.ItalicAngle >= 0 || m.ItalicAngle < -20<<16 {
		t.Errorf("italic angle %d/65536", m.ItalicAngle)
	}
	if m.Ascent <= m.CapHeight || m.Descent >= 0 || m.StemV < 120 || m.StemV > 170 {
		t.Errorf("%+v", m)
	}
	if m := builtin(t, "source-code-pro/SourceCodePro-Regular.ttf.zst").Metrics(); m.Serif || m.Italic {
		t.Errorf("code face: %+v", m)
	}
}

func TestNames(t *testing.T) {
	f := builtin(t, "eb-garamond/EBGaramond-BoldItalic.ttf.zst")
	for _, tt := range []struct {
		id   int
		want string
	}{{NameFamily, "EB Garamond"}, {NameStyle, "Bold Italic"}, {NamePostScript, "EBGaramond-BoldItalic"}, {999, ""}} {
		if got := f.Name(tt.id); got != tt.want {
			t.Errorf("name %d is %q, want %q", tt.id, got, tt.want)
		}
	}
}

func TestHasFeature(t *testing.T) {
	roman, italic := builtin(t, serifPath), builtin(t, "source-serif-4/SourceSerif4-Italic.ttf.zst")
	for _, tt := range []struct {
		name          string
		roman, italic bool
	}{{"smcp", true, false}, {"kern", true, true}, {"onum", true, true}, {"xxxx", false, false}} {
		if roman.HasFeature(tt.name) != tt.roman || italic.HasFeature(tt.name) != tt.italic {
			t.Errorf("feature %s", tt.name)
		}
	}
}

func TestEmbeddable(t *testing.T) {
	for _, tt := range []struct {
		name   string
		fsType int
		want   bool
	}{
		{"installable", 0, true}, {"restricted", 2, false}, {"preview and print", 4, true}, {"editable", 8, true},
		{"restricted but for preview", 6, true}, {"no subsetting", 0x100, false}, {"bitmaps only", 0x204, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			data, _ := assets.Font(serifPath)
			os2 := bytes.Clone(mustParse(t, data).Table("OS/2"))
			put16(os2, 8, tt.fsType)
			if got := mustParse(t, withTable(mustParse(t, data), "OS/2", os2)).Embeddable(); got != tt.want {
				t.Errorf("embeddable: %v", got)
			}
		})
	}
}

// withTable returns the font file with a table replaced, or without it when data is nil.
func withTable(f *Font, name string, data []byte) []byte {
	var tables []Table
	for _, t := range f.Tables() {
		switch {
		case t.Tag != MakeTag(name):
			tables = append(tables, t)
		case data != nil:
			tables = append(tables, Table{t.Tag, data})
		}
	}
	return Assemble(0x00010000, tables)
}

func TestParseRefuses(t *testing.T) {
	f := builtin(t, serifPath)
	file := Assemble(0x00010000, f.Tables())
	for _, tt := range []struct {
		name string
		data []byte
		want string
	}{
		{"nothing", nil, "not a TrueType"},
		{"text", []byte("# A heading, not a font at all"), "not a TrueType"},
		{"web font", []byte("wOF2 and more of it"), "WOFF"},
		{"cut short", file[:len(file)/2], "outside the file"},
		{"no head", withTable(f, "head", nil), "lacks a head"},
		{"no outlines", withTable(f, "glyf", nil), "no outlines"},
		{"no widths", withTable(f, "hmtx", nil), "no glyphs"},
		{"collection", append([]byte("ttcf\x00\x01\x00\x00\x00\x00\x00\x01\x00\x00\x00\x10"), file...), ErrCollection.Error()},
		{"broken CFF", Assemble(0x4f54544f, append([]Table{{MakeTag("CFF "), []byte{1, 0, 4, 1, 0, 9}}}, f.Tables()...)), "broken CFF"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := Parse(tt.data)
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("error %v, want %q", err, tt.want)
			}
		})
	}
}

func TestAssembleSetsChecksums(t *testing.T) {
	for _, f := range []*Font{builtin(t, serifPath), garamond(t)} {
		file := Assemble(0x00010000, f.Tables())
		if got := checksum(file); got != checksumMagic {
			t.Errorf("checksum of the file is %#x, want %#x", got, uint32(checksumMagic))
		}
		again := mustParse(t, file)
		for i, table := range f.Tables() {
			if got := again.Tables()[i]; got.Tag != table.Tag || table.Tag != MakeTag("head") && !bytes.Equal(got.Data, table.Data) {
				t.Errorf("table %s has changed", table.Tag)
			}
			if sum := be32(file, 12+16*i+4); table.Tag != MakeTag("head") && sum != checksum(table.Data) {
				t.Errorf("checksum of %s is %#x", table.Tag, sum)
			}
		}
	}
}

func TestRunesAgreeWithGlyphID(t *testing.T) {
	for _, f := range []*Font{builtin(t, serifPath), garamond(t), builtin(t, "noto-serif-jp/NotoSerifJP-Regular.ttf.zst")} {
		listed := map[rune]uint16{}
		last := rune(-1)
		for r, gid := range f.Runes {
			if r <= last {
				t.Fatalf("%q after %q", r, last)
			}
			last, listed[r] = r, gid
		}
		for r := rune(0); r <= 0x2ffff; r++ {
			gid, ok := f.GlyphID(r)
			if want, listed := listed[r]; ok != listed || ok && gid != want {
				t.Fatalf("%q: glyph %d, %v; listed as %d", r, gid, ok, want)
			}
		}
	}
}
