package shape

import (
	"encoding/binary"
	"os"
	"testing"

	"octavo/book/font/sfnt"
	"octavo/book/internal/fuzzing"
)

// FuzzFontFile sets text in a font of any bytes. Whatever the font is, the
// promises about text hold.
func FuzzFontFile(f *testing.F) {
	fuzzing.Begin(f)
	otf, err := os.ReadFile("../sfnt/testdata/garamond.otf")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(smallFont(f, Builtin().Stack(Mono, 400, false).Face().Data(), "AVfi"), "AVfi é")
	if font, err := sfnt.Parse(otf); err != nil {
		f.Fatal(err)
	} else if outlines, err := sfnt.SubsetCFF(font, []uint16{0, 20, 33, 40}); err == nil {
		f.Add(sfnt.Assemble(0x4f54544f, tablesOf(font, []sfnt.Table{{Tag: sfnt.MakeTag("CFF "), Data: outlines}, {Tag: sfnt.MakeTag("cmap"), Data: cmapOf("AVf")}}, "head", "hhea", "maxp", "hmtx", "OS/2")), "fAV")
	}
	f.Fuzz(func(t *testing.T, data []byte, text string) {
		if len(text) > 200 {
			return
		}
		lib, err := NewLibrary([]File{{Family: "Own", Weight: 400, Data: func() ([]byte, error) { return data, nil }}})
		if err != nil {
			t.Fatal(err)
		}
		stack := lib.Stack("Own", 400, false)
		checkRuns(t, text, stack.Shape(text, Options{SmallCaps: true, Superscript: true}))
		stack.Covers('x', "")
		stack.Face().Metrics()
	})
}

// smallFont is a TrueType font of the letters, of the first glyphs of another: the
// fuzzer reads it in a tenth of a millisecond and changes it in telling places.
func smallFont(f *testing.F, data []byte, letters string) []byte {
	font, err := sfnt.Parse(data)
	if err != nil {
		f.Fatal(err)
	}
	glyphs := []uint16{0}
	for i := range letters {
		glyphs = append(glyphs, uint16(20+i))
	}
	small, err := sfnt.SubsetTrueType(font, glyphs, nil)
	if err != nil {
		f.Fatal(err)
	}
	if font, err = sfnt.Parse(small); err != nil {
		f.Fatal(err)
	}
	return sfnt.Assemble(0x00010000, tablesOf(font, []sfnt.Table{{Tag: sfnt.MakeTag("cmap"), Data: cmapOf(letters)}}, "head", "hhea", "maxp", "hmtx", "loca", "glyf", "OS/2", "cvt ", "fpgm", "prep"))
}

// tablesOf adds those of a font's tables that are named.
func tablesOf(font *sfnt.Font, tables []sfnt.Table, names ...string) []sfnt.Table {
	for _, name := range names {
		if data := font.Table(name); data != nil {
			tables = append(tables, sfnt.Table{Tag: sfnt.MakeTag(name), Data: data})
		}
	}
	return tables
}

// cmapOf is a character map of format 12 which gives the letters the glyphs from 1
// on.
func cmapOf(letters string) []byte {
	b := []byte{0, 0, 0, 1, 0, 3, 0, 10, 0, 0, 0, 12, 0, 12, 0, 0}
	b = binary.BigEndian.AppendUint32(b, uint32(16+12*len(letters)))
	b = binary.BigEndian.AppendUint32(b, 0) // language
	b = binary.BigEndian.AppendUint32(b, uint32(len(letters)))
	for i, r := range letters {
		b = binary.BigEndian.AppendUint32(b, uint32(r))
		b = binary.BigEndian.AppendUint32(b, uint32(r))
		b = binary.BigEndian.AppendUint32(b, uint32(1+i))
	}
	return b
}
