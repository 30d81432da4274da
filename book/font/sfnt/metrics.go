package sfnt

// Metrics are the measures of a font, in font units but where said otherwise.
type Metrics struct {
	UnitsPerEm int
	// Ascent and Descent are the typographic extents; Descent is negative.
	Ascent, Descent, LineGap int32
	CapHeight, XHeight       int32
	// ItalicAngle is in 1/65536 degree, counter-clockwise; a slant to the right
	// is negative.
	ItalicAngle int32
	// StemV is the width of upright stems, guessed from the weight.
	StemV int32
	// BBox is what bounds all glyphs: left, bottom, right, top.
	BBox                      [4]int32
	Weight                    int // 400 is regular
	Italic, FixedPitch, Serif bool
	// FSType is the licence for embedding, as OS/2 has it.
	FSType uint16
}

// Metrics reads the measures from the head, hhea, OS/2 and post tables. What a
// font leaves out is guessed from what it has.
func (f *Font) Metrics() Metrics {
	head, hhea, os2, post := f.Table("head"), f.Table("hhea"), f.Table("OS/2"), f.Table("post")
	m := Metrics{
		UnitsPerEm: f.upem,
		Ascent:     int16At(hhea, 4), Descent: int16At(hhea, 6), LineGap: int16At(hhea, 8),
		ItalicAngle: int32(be32(post, 4)),
		FixedPitch:  be32(post, 12) != 0,
		Italic:      be16(head, 44)&2 != 0,
		Weight:      400,
	}
	for i := range m.BBox {
		m.BBox[i] = int16At(head, 36+2*i)
	}
	if len(os2) >= 78 {
		m.readOS2(os2)
	}
	m.guess(f)
	return m
}

func (m *Metrics) readOS2(os2 []byte) {
	m.Weight = be16(os2, 4)
	m.FSType = uint16(be16(os2, 8))
	m.Italic = m.Italic || be16(os2, 62)&1 != 0
	m.Serif = serif(os2)
	m.Ascent, m.Descent, m.LineGap = int16At(os2, 68), int16At(os2, 70), int16At(os2, 72)
	if be16(os2, 0) >= 2 {
		m.XHeight, m.CapHeight = int16At(os2, 86), int16At(os2, 88)
	}
}

// serif goes by the family class (1 to 5 and 7 have serifs) and, where that
// says nothing, by the serif style of PANOSE.
func serif(os2 []byte) bool {
	switch class := be16(os2, 30) >> 8; {
	case class >= 1 && class <= 5 || class == 7:
		return true
	case class == 8:
		return false
	}
	style := at8(os2, 33)
	return at8(os2, 32) == 2 && style >= 2 && style <= 10
}

// guess fills in what the tables left at zero or out of all reason, with the proportions of
// an ordinary face of Latin.
func (m *Metrics) guess(f *Font) {
	em := int32(f.upem)
	if m.Ascent <= 0 {
		m.Ascent = em * 4 / 5
	}
	if m.Descent >= 0 {
		m.Descent = -em / 5
	}
	if m.CapHeight <= 0 {
		m.CapHeight = f.height('H', em*7/10)
	}
	if m.XHeight <= 0 {
		m.XHeight = f.height('x', em/2)
	}
	if m.Weight < 1 || m.Weight > 1000 {
		m.Weight = 400
	}
	// 95 at regular and 168 at bold of an em of 1,000, by eye. PDF asks for the number;
	// viewers need it only to find another font for one that is not embedded.
	m.StemV = (10 + 220*(int32(m.Weight)-50)/900) * em / 1000
}

// height returns how high the glyph of r reaches, or otherwise.
func (f *Font) height(r rune, otherwise int32) int32 {
	if gid, ok := f.GlyphID(r); ok {
		if b, ok := f.Bounds(gid); ok {
			return b[3]
		}
	}
	return otherwise
}

// Embeddable reports whether the licence bits of OS/2 let the font be embedded
// in a document to be read, and a subset of it. A font without an OS/2 table may be.
func (f *Font) Embeddable() bool {
	fs := f.Metrics().FSType
	if fs&0x0300 != 0 { // no subsetting, bitmaps only
		return false
	}
	// Bit 1 alone forbids embedding; with a more lenient bit that one counts.
	return fs&0x000e != 0x0002
}

func int16At(b []byte, i int) int32 { return int32(int16(be16(b, i))) }

func at8(b []byte, i int) int {
	if i < 0 || i >= len(b) {
		return 0
	}
	return int(b[i])
}
