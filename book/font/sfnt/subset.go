package sfnt

import (
	"errors"
	"fmt"
)

// errNoGlyf says that the outlines are of the other kind.
var errNoGlyf = errors.New("font has cubic outlines: a TrueType subset cannot hold them")

// SubsetTrueType returns a font file with the glyphs alone, which get the
// numbers 0, 1, ... in the order given; a glyph may be there twice. The first
// one must be glyph 0. Parts of composite glyphs follow after them. A compound takes
// the place of the glyph in the list that has its number there.
//
// The file has the tables that a PDF's FontFile2 needs (ISO 32000-1, 9.9): no
// character map and no names. Its size and the time it takes depend on the
// glyphs, not on the font.
func SubsetTrueType(f *Font, glyphs []uint16, compounds map[int]Compound) ([]byte, error) {
	if f.cff != nil {
		return nil, errNoGlyf
	}
	if err := f.checkGlyphs(glyphs); err != nil {
		return nil, err
	}
	if err := f.checkCompounds(compounds, len(glyphs)); err != nil {
		return nil, err
	}
	s := &glyfSubset{font: f, glyphs: append([]uint16(nil), glyphs...), compounds: compounds}
	if err := s.write(); err != nil {
		return nil, err
	}
	tables := []Table{
		{MakeTag("glyf"), s.glyf}, {MakeTag("loca"), s.locaTable()},
		{MakeTag("hmtx"), s.hmtx()}, {MakeTag("head"), f.headTable(s.long())},
		{MakeTag("hhea"), f.hheaTable(len(s.glyphs))}, {MakeTag("maxp"), s.maxp()},
	}
	return Assemble(0x00010000, append(tables, f.programs()...)), nil
}

// checkGlyphs reports what a list of glyphs for a subset has wrong.
func (f *Font) checkGlyphs(glyphs []uint16) error {
	if len(glyphs) == 0 || glyphs[0] != 0 {
		return errors.New("subset does not begin with glyph 0")
	}
	if len(glyphs) > 0xffff {
		return fmt.Errorf("subset of %d glyphs: a font has 65,535 at most", len(glyphs))
	}
	for _, g := range glyphs {
		if int(g) >= f.numGlyphs {
			return fmt.Errorf("font has no glyph %d", g)
		}
	}
	return nil
}

// A glyfSubset builds the tables of outlines.
type glyfSubset struct {
	font   *Font
	glyphs []uint16       // old numbers by new ones
	parts  map[uint16]int // new numbers of parts of composites
	glyf   []byte
	loca   []int // where each glyph begins, and the end

	compounds map[int]Compound // by new numbers
}

// write copies the outlines. Parts that a composite needs join the end of the
// list while the list is walked, so that parts of parts follow by themselves, and
// a part that several composites share is added once. The glyphs of the caller keep their
// numbers, by which the PDF's text calls them.
func (s *glyfSubset) write() error {
	s.parts = map[uint16]int{}
	for i := 0; i < len(s.glyphs); i++ {
		s.loca = append(s.loca, len(s.glyf))
		data := s.data(i)
		if data == nil {
			continue
		}
		at := len(s.glyf)
		s.glyf = append(s.glyf, data...)
		// A negative number of contours marks a composite.
		if int16At(data, 0) < 0 && !s.renumber(s.glyf[at:]) {
			s.glyf = s.glyf[:at] // a broken composite shows nothing
		}
		for len(s.glyf)%4 != 0 {
			s.glyf = append(s.glyf, 0)
		}
		if len(s.glyphs) > 0xffff || len(s.glyf) > MaxSize {
			return errors.New("subset is too large")
		}
	}
	s.loca = append(s.loca, len(s.glyf))
	if len(s.glyf) == 0 {
		s.glyf = make([]byte, 4) // some readers refuse an empty table
	}
	return nil
}

// data returns the outline of the glyph with a new number, its parts with the old ones.
func (s *glyfSubset) data(i int) []byte {
	if c, ok := s.compounds[i]; ok {
		return c.glyph(s.font)
	}
	return s.font.glyphData(s.glyphs[i])
}

// renumber puts the new numbers of the parts into a composite.
func (s *glyfSubset) renumber(data []byte) bool {
	var parts []component
	ok := components(data, func(c *component) bool {
		parts = append(parts, *c)
		return int(c.gid) < s.font.numGlyphs
	})
	if !ok {
		return false
	}
	for _, c := range parts {
		n, seen := s.parts[c.gid]
		if !seen {
			n = len(s.glyphs)
			s.parts[c.gid] = n
			s.glyphs = append(s.glyphs, c.gid)
		}
		put16(data, c.at, n)
	}
	return true
}

// long reports whether offsets need 32 bits.
func (s *glyfSubset) long() bool { return len(s.glyf) > 2*0xffff }

func (s *glyfSubset) locaTable() []byte {
	var out []byte
	for _, at := range s.loca {
		if s.long() {
			out = append32(out, uint32(at))
		} else {
			out = append16(out, at/2)
		}
	}
	return out
}

func (s *glyfSubset) hmtx() []byte {
	out := make([]byte, 0, 4*len(s.glyphs))
	for i, g := range s.glyphs {
		if c, ok := s.compounds[i]; ok {
			all, _ := c.bounds(s.font)
			out = append16(append16(out, c.Advance), all.xMin)
			continue
		}
		out = append16(out, int(s.font.Advance(g)))
		out = append16(out, int(s.font.sideBearing(g)))
	}
	return out
}

// maxp returns the table of bounds, which the compounds may raise.
func (s *glyfSubset) maxp() []byte {
	maxp := s.font.maxpTable(len(s.glyphs))
	if len(maxp) < 32 {
		return maxp
	}
	raise := func(at, v int) { put16(maxp, at, max(be16(maxp, at), min(v, 0xffff))) }
	for _, c := range s.compounds {
		g := glyfReader{font: s.font}
		for _, p := range c.Parts {
			g.glyph(p.Glyph, identity, 0)
		}
		raise(10, len(g.points))
		raise(12, len(g.ends))
		raise(28, len(c.Parts))
	}
	if len(s.compounds) > 0 { // a part may be a composite itself
		raise(30, be16(maxp, 30)+1)
	}
	return maxp
}

// headTable copies the head table with the format of the loca table.
func (f *Font) headTable(long bool) []byte {
	head := append([]byte(nil), f.Table("head")[:54]...)
	format := 0
	if long {
		format = 1
	}
	put16(head, 50, format)
	put16(head, 52, 0)
	return head
}

func (f *Font) hheaTable(numHM int) []byte {
	hhea := append([]byte(nil), f.Table("hhea")[:36]...)
	put16(hhea, 34, numHM)
	return hhea
}

func (f *Font) maxpTable(numGlyphs int) []byte {
	maxp := append([]byte(nil), f.Table("maxp")...)
	if len(maxp) > 32 {
		maxp = maxp[:32]
	}
	put16(maxp, 4, numGlyphs)
	return maxp
}

// programs are the tables with hinting programs that the font has.
func (f *Font) programs() []Table {
	var out []Table
	for _, name := range []string{"cvt ", "fpgm", "prep"} {
		if data := f.Table(name); data != nil {
			out = append(out, Table{MakeTag(name), data})
		}
	}
	return out
}
