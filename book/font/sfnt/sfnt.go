// Package sfnt reads TrueType and OpenType font files and cuts subsets of them
// to embed in a document.
//
// In: the bytes of a font file, which may be anything. Out: a [Font] with its
// measures and outlines; a subset as a font file ([SubsetTrueType],
// [SubsetForWeb]) or as a bare CFF table ([SubsetCFF]).
//
// Invariant: no input makes it panic, loop for long or allocate more than a
// small multiple of the input's size.
//
// Invariant: equal input gives equal bytes.
//
// # Words of the trade
//
//	glyph       a shape of a font, known by its number; glyph 0 stands for
//	            characters that the font lacks
//	table       a part of a font file with a name of four letters
//	outline     the curves around a glyph: quadratic in the table glyf, cubic in CFF
//	contour     one closed curve of an outline
//	composite   a glyph that is made of other glyphs, as é of e and an accent
//	charstring  the program that draws a glyph in CFF
//	subroutine  a piece of program that several charstrings call
//	stem, hint  what tells a rasteriser which edges are to meet whole pixels
//	cmap        the map from characters to glyphs
//	GSUB        substitutions: ligatures, small capitals, forms of Arabic letters
//	GPOS, GDEF  kerning and places of accents; classes of glyphs
//	loca        where each glyph begins in the table glyf
//	advance     the width from one glyph to the next
//	subset      a font file with the glyphs that a document uses
//	CID         the number by which a CFF for PDF knows a glyph
package sfnt

import (
	"errors"
	"fmt"
	"slices"
)

// MaxSize is the most bytes that a font file may have, 64 MiB. The bound is generous: large
// fonts of Han have some 25 MB.
const MaxSize = 64 << 20

// ErrCollection says that the file holds several fonts.
var ErrCollection = errors.New("file is a font collection")

// A Tag names a table or a feature, such as "glyf".
type Tag uint32

// MakeTag returns the tag that the four bytes of s spell; a shorter s is filled
// up with spaces.
func MakeTag(s string) Tag {
	var t Tag
	for i := range 4 {
		c := byte(' ')
		if i < len(s) {
			c = s[i]
		}
		t = t<<8 | Tag(c)
	}
	return t
}

// String returns the four letters of t.
func (t Tag) String() string {
	return string([]byte{byte(t >> 24), byte(t >> 16), byte(t >> 8), byte(t)})
}

// A Table is a table of a font file.
type Table struct {
	Tag  Tag
	Data []byte
}

// A Font is a font file that has been looked at. It refers to the bytes that
// it was parsed from, which must not change. It is safe for concurrent use.
type Font struct {
	tables    []Table // by tag
	numGlyphs int
	upem      int
	longLoca  bool
	glyf      []byte
	loca      []byte
	hmtx      []byte
	numHM     int // glyphs in hmtx with an advance of their own
	cmap      cmap
	cff       *cff // nil for TrueType outlines
}

// Parse reads the font file data. Only its directory and the heads of a few
// tables are looked at; outlines are read when they are asked for. A collection
// gives [ErrCollection].
func Parse(data []byte) (*Font, error) {
	if len(data) > MaxSize {
		return nil, fmt.Errorf("font file of %d bytes: the limit is %d", len(data), MaxSize)
	}
	tables, err := directory(data)
	if err != nil {
		return nil, err
	}
	f := &Font{tables: tables}
	if err := f.readHeads(); err != nil {
		return nil, err
	}
	f.cmap = parseCmap(f.Table("cmap"))
	return f, nil
}

// directory lists the tables of the font file, sorted by tag.
func directory(data []byte) ([]Table, error) {
	switch be32(data, 0) {
	case 0x00010000, 0x74727565, 0x4f54544f: // TrueType, "true", "OTTO"
	case 0x74746366: // "ttcf"
		return nil, ErrCollection
	case 0x774f4646, 0x774f4632:
		return nil, errors.New("compressed web font (WOFF): give the TTF or OTF file")
	default:
		return nil, errors.New("not a TrueType or OpenType font")
	}
	n := be16(data, 4)
	var tables []Table
	for i := range n {
		entry := 12 + 16*i
		body, ok := slice(data, int(be32(data, entry+8)), int(be32(data, entry+12)))
		if !ok || entry+16 > len(data) {
			return nil, fmt.Errorf("table %d of the font lies outside the file", i)
		}
		tables = append(tables, Table{Tag(be32(data, entry)), body})
	}
	slices.SortStableFunc(tables, func(a, b Table) int { return cmpTag(a.Tag, b.Tag) })
	return tables, nil
}

func cmpTag(a, b Tag) int {
	if a < b {
		return -1
	}
	if a > b {
		return 1
	}
	return 0
}

// readHeads reads the tables that every font must have.
func (f *Font) readHeads() error {
	head, maxp, hhea := f.Table("head"), f.Table("maxp"), f.Table("hhea")
	if len(head) < 54 || len(maxp) < 6 || len(hhea) < 36 {
		return errors.New("font lacks a head, maxp or hhea table")
	}
	f.upem = be16(head, 18)
	if f.upem < 16 || f.upem > 16384 { // the bounds of the OpenType specification
		return fmt.Errorf("font has %d units to the em", f.upem)
	}
	f.numGlyphs = be16(maxp, 4)
	f.longLoca = be16(head, 50) != 0
	f.hmtx, f.numHM = f.Table("hmtx"), be16(hhea, 34)
	f.numHM = min(f.numHM, len(f.hmtx)/4)
	if f.numGlyphs == 0 || f.numHM == 0 {
		return errors.New("font has no glyphs")
	}
	if data := f.Table("CFF "); data != nil {
		c, err := parseCFF(data)
		if err != nil {
			return err
		}
		f.cff = c
		f.numGlyphs = min(f.numGlyphs, len(c.charStrings))
		return nil
	}
	f.glyf, f.loca = f.Table("glyf"), f.Table("loca")
	size := 2
	if f.longLoca {
		size = 4
	}
	if len(f.glyf) == 0 || len(f.loca) < 2*size {
		return errors.New("font has no outlines")
	}
	f.numGlyphs = min(f.numGlyphs, len(f.loca)/size-1)
	return nil
}

// Table returns the bytes of the named table, or nil.
func (f *Font) Table(name string) []byte {
	tag := MakeTag(name)
	i, ok := slices.BinarySearchFunc(f.tables, tag, func(t Table, tag Tag) int { return cmpTag(t.Tag, tag) })
	if !ok {
		return nil
	}
	return f.tables[i].Data
}

// NumGlyphs returns how many glyphs there are.
func (f *Font) NumGlyphs() int { return f.numGlyphs }

// UnitsPerEm returns how many font units the em has.
func (f *Font) UnitsPerEm() int { return f.upem }

// IsCFF reports whether the outlines are cubic (a CFF table).
func (f *Font) IsCFF() bool { return f.cff != nil }

// GlyphID returns the glyph that the font's character map gives for r.
func (f *Font) GlyphID(r rune) (uint16, bool) {
	g := f.cmap.lookup(r)
	return g, g != 0 && int(g) < f.numGlyphs
}

// Advance returns the advance width of the glyph in font units, 0 for one that
// the font does not have.
func (f *Font) Advance(gid uint16) int32 {
	if int(gid) >= f.numGlyphs {
		return 0
	}
	return int32(be16(f.hmtx, 4*min(int(gid), f.numHM-1)))
}

// sideBearing returns the left side bearing of the glyph in font units.
func (f *Font) sideBearing(gid uint16) int16 {
	if int(gid) < f.numHM {
		return int16(be16(f.hmtx, 4*int(gid)+2))
	}
	return int16(be16(f.hmtx, 4*f.numHM+2*(int(gid)-f.numHM)))
}
