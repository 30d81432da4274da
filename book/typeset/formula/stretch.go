package formula

import (
	"octavo/book/base/unit"
	"octavo/book/font/sfnt"
	"octavo/book/markup/math"
)

// maxExtenders bounds how often a part of a sign is repeated. The bound is generous: with
// extenders of a quarter of an em, 500 make a sign of more than a hundred ems.
const maxExtenders = 500

// upright sets a sign that is at least as high as target, or the largest that there is.
func (s *Setter) upright(r rune, target unit.Length, size unit.Length) *part {
	gid, ok := s.font.GlyphID(r)
	if !ok {
		return &part{}
	}
	sizes, parts := s.table.Sizes(gid, true)
	for _, v := range sizes {
		gid = v.ID
		if s.length(v.Advance, size) >= target {
			return s.glyph(gid, string(r), size)
		}
	}
	if len(parts) > 0 {
		return s.assemble(string(r), parts, target, size, true)
	}
	return s.glyph(gid, string(r), size)
}

// assemble puts a sign together from its parts, to be as long as target.
func (s *Setter) assemble(text string, parts []sfnt.Part, target, size unit.Length, vertical bool) *part {
	pieces, overlap := s.pieces(parts, target, size)
	out := &part{}
	var at unit.Length
	for i, pc := range pieces {
		if i > 0 {
			text = "" // the first one stands for the sign
			at -= min(overlap, s.connector(pieces[i-1], pc, size))
		}
		g := s.glyph(pc.ID, text, size)
		length := s.length(pc.Advance, size)
		if vertical {
			out.Glyphs = append(out.Glyphs, Glyph{Run: g.Glyphs[0].Run, Y: at + g.Depth, Size: size})
			out.Width = max(out.Width, g.Width)
		} else {
			out.Glyphs = append(out.Glyphs, Glyph{Run: g.Glyphs[0].Run, X: at, Size: size})
			out.Height, out.Depth = max(out.Height, g.Height), max(out.Depth, g.Depth)
		}
		at += length
	}
	if vertical {
		out.Height = at
	} else {
		out.Width, out.accent = at, at/2
	}
	return out
}

// connector is the most that two parts may overlap.
func (s *Setter) connector(a, b sfnt.Part, size unit.Length) unit.Length {
	return s.length(min(a.End, b.Start, a.Advance-1, b.Advance-1), size)
}

// pieces repeats the extenders until the parts reach target, and returns by how
// much all of them overlap.
//
// A sign longer than any in the font is made of parts: ends and middles, which
// stand once, and extenders, which repeat. Each joint may overlap between a least length,
// the same for all of the font, and a most, which is that of its two parts. So n repeats
// give signs of a range of lengths, long with the least overlaps and long-give with the
// most. The first n whose longest reaches target is taken, and what is too long goes
// into the joints in equal shares (OpenType, MATH, GlyphAssembly).
func (s *Setter) pieces(parts []sfnt.Part, target, size unit.Length) (list []sfnt.Part, overlap unit.Length) {
	least := s.length(s.table.MinOverlap(), size)
	for n := range maxExtenders {
		list = list[:0]
		grows := false
		for _, p := range parts {
			if !p.Extender {
				list = append(list, p)
				continue
			}
			grows = true
			for range n {
				list = append(list, p)
			}
		}
		if len(list) == 0 {
			continue
		}
		var long, give unit.Length // with the least overlap, and what more can be had
		for i, p := range list {
			long += s.length(p.Advance, size)
			if i > 0 {
				most := s.connector(list[i-1], p, size)
				long -= min(least, most)
				give += max(most-least, 0)
			}
		}
		if long < target && grows && len(list) < maxExtenders {
			continue
		}
		excess := min(max(long-target, 0), give)
		if joints := unit.Length(len(list) - 1); joints > 0 {
			least += excess / joints
		}
		break
	}
	return list, least
}

// wide returns the largest size of a sign that is no wider than target, or with
// least the smallest that is as wide.
func (s *Setter) wide(r rune, target, size unit.Length, least bool) *part {
	gid, ok := s.font.GlyphID(r)
	if !ok {
		return &part{}
	}
	sizes, parts := s.table.Sizes(gid, false)
	for i, v := range sizes {
		reaches := s.length(v.Advance, size) >= target
		if !least && reaches && i > 0 {
			break
		}
		gid = v.ID
		if reaches {
			return s.glyph(gid, string(r), size)
		}
	}
	if least && len(parts) > 0 {
		return s.assemble(string(r), parts, target, size, false)
	}
	return s.glyph(gid, string(r), size)
}

// mark sets a fence that covers what reaches height above and depth below the
// line, around the axis (rule 19): all but a tenth of it, or but half an em. The
// numbers are plain TeX's, \delimiterfactor 901 and \delimitershortfall 5 pt for
// letters of 10 pt. A fence need not cover all, since the eye takes it as high as
// its contents when it is a little lower.
func (s *Setter) mark(r rune, height, depth unit.Length, st style) *part {
	if r == 0 {
		return &part{Box: Box{Width: s.nothing(st)}}
	}
	axis := s.axis(st)
	reach := max(height-axis, depth+axis)
	target := max(reach.Mul(2*901, 1000), 2*reach-st.base/2)
	return s.centred(s.upright(r, target, s.size(st)), st)
}

// nothing is the white in the place of a fence that is left out: plain TeX's
// \nulldelimiterspace, 1.2 pt for letters of 10 pt.
func (s *Setter) nothing(st style) unit.Length { return st.base.Mul(12, 100) }

// centred moves a part to stand around the axis.
func (s *Setter) centred(p *part, st style) *part {
	p.shift(s.axis(st) - (p.Height-p.Depth)/2)
	p.char = false
	return p
}

func (s *Setter) fence(f *math.Fence, st style) *part {
	var parts []*part
	var height, depth unit.Length
	for _, row := range f.Parts {
		p := s.row(row, st)
		height, depth = max(height, p.Height), max(depth, p.Depth)
		parts = append(parts, p)
	}
	out := &part{}
	add := func(p *part) {
		out.put(&p.Box, out.Width, 0)
		out.Width += p.Width + p.italic
	}
	add(s.mark(f.Marks[0], height, depth, st))
	for i, p := range parts {
		if i > 0 {
			// Four fifths of the thick space is the medium one, and like the thick one
			// is none within scripts. By eye.
			gap := s.space(st, math.Ord, math.Rel) * 4 / 5
			out.Width += gap
			add(s.mark(f.Marks[i], height, depth, st))
			out.Width += gap
		}
		add(p)
	}
	add(s.mark(f.Marks[len(f.Marks)-1], height, depth, st))
	return out
}

// bigSizes are the heights that \big and the like ask for, in hundredths of an em: those of
// the brackets of Computer Modern, 1.2, 1.8, 2.4 and 3 em, less a sixtieth. The size that a
// face has in mind for each is so reached where it is drawn a little smaller.
var bigSizes = [...]int64{100, 118, 177, 236, 295}

func (s *Setter) delimiter(d *math.Delimiter, st style) *part {
	if d.Mark == 0 {
		return &part{Box: Box{Width: s.nothing(st)}}
	}
	return s.centred(s.upright(d.Mark, st.base.Mul(bigSizes[d.Size], 100), st.base), st)
}
