package finish

import (
	"crypto/sha256"
	"fmt"
	"strconv"
	"unicode/utf16"

	"octavo/book/base/unit"
	"octavo/book/font/sfnt"
	"octavo/book/pdf/object"
)

// A Font is an embedded subset that content streams use with codes of two
// bytes, each a CID and also the glyph's number in Program.
type Font struct {
	Name       object.Name // in the resources
	PostScript string      // name of the face
	Program    []byte      // TrueType, or a bare CID-keyed CFF
	CFF        bool
	// Widths are the advances of all CIDs in 1/100,000 em.
	Widths []int64
	// Texts are what the glyphs stand for; Texts[0] is not used.
	Texts   []string
	Metrics sfnt.Metrics // of the whole face
}

// addFont adds f and returns its Type0 font.
func (w *writer) addFont(f *Font) object.Ref {
	name := object.Name(subsetTag(f.Program) + "+" + f.PostScript)
	descendant := object.Dict{
		"Type": object.Name("Font"), "Subtype": object.Name("CIDFontType2"), "BaseFont": name,
		"CIDSystemInfo": object.Dict{
			"Registry": object.String("Adobe"), "Ordering": object.String("Identity"), "Supplement": object.Int(0),
		},
		"FontDescriptor": w.add(w.descriptor(f, name)),
		"W":              object.Array{object.Int(0), widths(f.Widths)},
	}
	if f.CFF {
		descendant["Subtype"] = object.Name("CIDFontType0")
	} else {
		descendant["CIDToGIDMap"] = object.Name("Identity")
	}
	return w.add(object.Dict{
		"Type": object.Name("Font"), "Subtype": object.Name("Type0"), "BaseFont": name,
		"Encoding":        object.Name("Identity-H"),
		"DescendantFonts": object.Array{w.add(descendant)},
		"ToUnicode":       w.addDeflated(object.Dict{}, toUnicode(f.Texts)),
	})
}

func (w *writer) descriptor(f *Font, name object.Name) object.Dict {
	m := &f.Metrics
	em := func(v int32) object.Int {
		return object.Int(unit.FromFont(v, 1000, max(m.UnitsPerEm, 1)))
	}
	d := object.Dict{
		"Type": object.Name("FontDescriptor"), "FontName": name, "Flags": object.Int(f.flags()),
		"Ascent": em(m.Ascent), "Descent": em(m.Descent), "CapHeight": em(m.CapHeight),
		"ItalicAngle": object.Real(unit.Length(m.ItalicAngle).Decimal(2)), "StemV": em(m.StemV),
		"FontBBox": object.Array{em(m.BBox[0]), em(m.BBox[1]), em(m.BBox[2]), em(m.BBox[3])},
	}
	if f.CFF {
		d["FontFile3"] = w.addDeflated(object.Dict{"Subtype": object.Name("CIDFontType0C")}, f.Program)
	} else {
		d["FontFile2"] = w.addDeflated(object.Dict{"Length1": object.Int(len(f.Program))}, f.Program)
	}
	return d
}

// flags returns the font flags of ISO 32000-1, table 123. Symbolic is set for
// all: the codes are those of no standard character set.
func (f *Font) flags() int {
	const fixed, serif, symbolic, italic = 1 << 0, 1 << 1, 1 << 2, 1 << 6
	flags := symbolic
	if f.Metrics.FixedPitch {
		flags |= fixed
	}
	if f.Metrics.Serif {
		flags |= serif
	}
	if f.Metrics.Italic {
		flags |= italic
	}
	return flags
}

// subsetTag returns the six capitals that mark a subset (ISO 32000-1, 9.6.4). They hash
// the program, so that equal subsets have equal names.
func subsetTag(program []byte) string {
	sum := sha256.Sum256(program)
	tag := make([]byte, 6)
	for i := range tag {
		tag[i] = 'A' + sum[i]%26
	}
	return string(tag)
}

// widths converts advances in 1/100,000 em to the 1/1000 em of a W array.
func widths(advances []int64) object.Array {
	out := make(object.Array, len(advances))
	for i, v := range advances {
		if v%100 == 0 {
			out[i] = object.Int(v / 100)
			continue
		}
		out[i] = object.Real(hundredths(v))
	}
	return out
}

func hundredths(v int64) string {
	sign := ""
	if v < 0 {
		sign, v = "-", -v
	}
	return fmt.Sprintf("%s%d.%02d", sign, v/100, v%100)
}

const (
	cmapOpen = `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
`
	cmapClose = `endcmap
CMapName currentdict /CMap defineresource pop
end
end`
	// perBlock is how many lines a block of a CMap may have (Adobe Technical Note 5014).
	perBlock = 100
)

// MaxMapped is how many units of UTF-16 the text of a CID may have. poppler reads
// words of up to 255 bytes, and stumbles over the rest of the block after a
// longer one; 60 units are 240 hexadecimal digits with two brackets. A cluster with
// more text needs ActualText.
const MaxMapped = 60

// mapped is text in UTF-16, cut between characters to what a CMap may hold.
func mapped(text string) []uint16 {
	var units []uint16
	for _, r := range text {
		n := len(units)
		if units = utf16.AppendRune(units, r); len(units) > MaxMapped {
			return units[:n]
		}
	}
	return units
}

// toUnicode returns the CMap that gives the text of each CID.
func toUnicode(texts []string) []byte {
	out := []byte(cmapOpen)
	for start := 1; start < len(texts); start += perBlock {
		block := texts[start:min(start+perBlock, len(texts))]
		out = strconv.AppendInt(out, int64(len(block)), 10)
		out = append(out, " beginbfchar\n"...)
		for i, text := range block {
			out = fmt.Appendf(out, "<%04X> <", start+i)
			for _, u := range mapped(text) {
				out = fmt.Appendf(out, "%04X", u)
			}
			out = append(out, ">\n"...)
		}
		out = append(out, "endbfchar\n"...)
	}
	return append(out, cmapClose...)
}
