package pdf

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"octavo/book/font/sfnt"
	"octavo/book/font/shape"
	"octavo/book/pdf/finish"
	"octavo/book/pdf/object"
)

// em is how many units the em has for pens, which are lengths "in 1/em" in this package:
// 100,000, since the widths of a PDF font are in 1/1000 em, and are written here with two
// decimals.
const em = 100_000

// maxCIDs is how many codes a font hands out: half of the 65,535 glyphs that it
// can have, which leaves the rest to the parts of composite glyphs.
const maxCIDs = 1 << 15

// nothing is the text of a glyph that another one speaks for, a zero width space. A reader
// drops it; PDF/A wants some text for every glyph.
const nothing = "\u200b"

// A font is a subset in the making. CIDs are handed out at first use, so that
// the subset is compact and a CID is the number of its glyph.
//
// Invariant: a CID stands for one glyph and one text. CID 0 is .notdef, which
// PDF/A forbids to show: a missing glyph is shown by a copy of it.
type font struct {
	index  int // in the fontSet
	name   string
	face   *shape.Face
	glyphs []uint16 // by CID
	widths []int64
	texts  []string

	compounds map[int]sfnt.Compound // by CID, in place of the glyph
}

// A glyphKey is what a CID stands for.
type glyphKey struct {
	glyph uint16
	parts string // of a compound: its advance, and glyph and shift of each part, as figures
	text  string
}

// A fontSet is the fonts of a document.
type fontSet struct {
	fonts []*font
	faces map[*shape.Face]*faceFonts
}

// faceFonts are the fonts of a face. A face has more than one font only when more
// pairs of glyph and text are in use than a font can have.
type faceFonts struct {
	current *font
	cids    map[glyphKey]cid
}

// A cid is a code of a font.
type cid struct {
	font *font
	code uint16
}

// face returns the fonts of a face, and an error when the face may not be embedded.
func (s *fontSet) face(f *shape.Face) (*faceFonts, error) {
	if ff := s.faces[f]; ff != nil {
		return ff, nil
	}
	if err := f.Embeddable(); err != nil {
		return nil, fmt.Errorf("font %s: %w", f.Name(), err)
	}
	ff := &faceFonts{cids: map[glyphKey]cid{}}
	s.faces[f] = ff
	s.open(f, ff)
	return ff, nil
}

// open begins another font of the face.
func (s *fontSet) open(f *shape.Face, ff *faceFonts) {
	ff.current = &font{
		index: len(s.fonts), name: "F" + strconv.Itoa(len(s.fonts)+1), face: f,
		glyphs: []uint16{0}, widths: []int64{advance(f, 0)}, texts: []string{""},
		compounds: map[int]sfnt.Compound{},
	}
	s.fonts = append(s.fonts, ff.current)
}

// cid returns the code for a glyph that stands for text.
func (s *fontSet) cid(f *shape.Face, ff *faceFonts, glyph uint16, text string) cid {
	return s.hand(f, ff, glyphKey{glyph: glyph, text: text}, nil)
}

// compound returns the code for glyphs made into one, which stands for text.
func (s *fontSet) compound(f *shape.Face, ff *faceFonts, made *sfnt.Compound, text string) cid {
	parts := strconv.AppendInt(nil, int64(made.Advance), 10)
	for _, p := range made.Parts {
		for _, v := range []int{int(p.Glyph), p.X, p.Y} {
			parts = strconv.AppendInt(append(parts, ' '), int64(v), 10)
		}
	}
	return s.hand(f, ff, glyphKey{parts: string(parts), text: text}, made)
}

// hand returns the code for a key, a new one when the key has none yet. made is the
// compound of a key that has parts.
func (s *fontSet) hand(f *shape.Face, ff *faceFonts, key glyphKey, made *sfnt.Compound) cid {
	if c, ok := ff.cids[key]; ok {
		return c
	}
	if len(ff.current.glyphs) == maxCIDs {
		s.open(f, ff)
	}
	to := ff.current
	c := cid{to, uint16(len(to.glyphs))}
	key.text = strings.Clone(key.text) // not to keep the paragraph
	width := advance(f, key.glyph)
	if made != nil {
		width = toEm(int64(made.Advance), f)
		to.compounds[int(c.code)] = *made
	}
	to.glyphs = append(to.glyphs, key.glyph)
	to.widths = append(to.widths, width)
	to.texts = append(to.texts, mappable(key.text))
	ff.cids[key] = c
	return c
}

// advance returns the width of a glyph in 1/em.
func advance(f *shape.Face, glyph uint16) int64 { return toEm(int64(f.Advance(glyph)), f) }

// toEm converts font units of a face to 1/em, rounded to the nearest.
func toEm(v int64, f *shape.Face) int64 {
	den := int64(max(f.UnitsPerEm(), 1))
	if v < 0 {
		return -((-v*em + den/2) / den)
	}
	return (v*em + den/2) / den
}

// mappable returns text without what a ToUnicode map must not have (ISO
// 19005-2, 6.2.11.7.2).
func mappable(text string) string {
	clean := strings.Map(func(r rune) rune {
		if r == 0 || r == 0xfeff || r == 0xfffe {
			return -1
		}
		return r
	}, text)
	if clean == "" {
		return nothing
	}
	return clean
}

// private reports whether text has a character of a private use area, whose
// meaning PDF/A asks for as ActualText (ISO 19005-2, 6.2.11.7.3).
func private(text string) bool {
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		i += n
		if r >= 0xe000 && r <= 0xf8ff || r >= 0xf0000 {
			return true
		}
	}
	return false
}

// embed cuts the subset of a font.
func (f *font) embed() (*finish.Font, error) {
	file := f.face.Font()
	program, err := f.cut(file)
	if err != nil {
		return nil, fmt.Errorf("font %s: %w", f.face.Name(), err)
	}
	return &finish.Font{
		Name: object.Name(f.name), PostScript: f.face.Name(), Program: program, CFF: file.IsCFF(),
		Widths: f.widths, Texts: f.texts, Metrics: f.face.Metrics(),
	}, nil
}

func (f *font) cut(file *sfnt.Font) ([]byte, error) {
	if file.IsCFF() {
		return sfnt.SubsetCFF(file, f.glyphs)
	}
	return sfnt.SubsetTrueType(file, f.glyphs, f.compounds)
}
