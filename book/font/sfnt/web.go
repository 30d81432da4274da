package sfnt

import (
	"slices"
	"unicode/utf16"
)

// WebOptions say what a font for a web page or an EPUB holds.
type WebOptions struct {
	// Runes are the characters of the text; those that the font lacks are left
	// out. Where a style sheet changes case, or asks for small capitals of a
	// font that has none, both cases belong here.
	Runes []rune
	// Features are the OpenType features that the style sheet switches on
	// beside those that are on by default: "smcp", "onum".
	Features []string
	// NoLayout leaves out kerning, ligatures and all other features.
	NoLayout bool
}

// defaultFeatures are on in a browser without being asked for.
var defaultFeatures = []string{
	"abvs", "akhn", "blwf", "blws", "calt", "ccmp", "cfar", "cjct", "clig", "fin2", "fin3", "fina", "half", "haln",
	"init", "isol", "liga", "ljmo", "locl", "med2", "medi", "mset", "nukt", "pref", "pres", "pstf", "psts", "rclt",
	"rkrf", "rlig", "rphf", "rtla", "rtlm", "tjmo", "vatu", "vjmo",
}

// SubsetForWeb returns a font file that shows the characters. Glyphs keep their
// numbers, so that the tables of kerning and ligatures stay as they are; the
// glyphs that no text can reach have no outline. A browser's sanitizer accepts it.
func SubsetForWeb(f *Font, opt WebOptions) ([]byte, error) {
	runes, keep := f.reach(opt)
	tables := []Table{
		{MakeTag("cmap"), cmapTable(f, runes)}, {MakeTag("name"), f.nameTable()},
		{MakeTag("OS/2"), f.os2Table(runes)}, {MakeTag("post"), f.postTable()},
		{MakeTag("hhea"), f.hheaTable(f.numGlyphs)}, {MakeTag("maxp"), f.maxpTable(f.numGlyphs)},
		{MakeTag("hmtx"), f.sparseMetrics(keep)},
	}
	if gasp := f.Table("gasp"); gasp != nil {
		tables = append(tables, Table{MakeTag("gasp"), gasp})
	}
	if !opt.NoLayout {
		for _, name := range []string{"GDEF", "GSUB", "GPOS"} {
			if data := f.Table(name); data != nil {
				tables = append(tables, Table{MakeTag(name), data})
			}
		}
	}
	if f.cff != nil {
		data, err := f.cff.sparse(keep)
		if err != nil {
			return nil, err
		}
		tables = append(tables, Table{MakeTag("CFF "), data}, Table{MakeTag("head"), f.headTable(false)})
		return Assemble(0x4f54544f, tables), nil
	}
	glyf, loca := f.sparseOutlines(keep)
	tables = append(tables, Table{MakeTag("glyf"), glyf}, Table{MakeTag("loca"), loca}, Table{MakeTag("head"), f.headTable(true)})
	return Assemble(0x00010000, append(tables, f.programs()...)), nil
}

// reach returns the characters that the font has, in order, and marks the
// glyphs that they, the features and composites lead to.
func (f *Font) reach(opt WebOptions) (runes []rune, keep []bool) {
	keep = make([]bool, f.numGlyphs)
	keep[0] = true
	runes = slices.Clone(opt.Runes)
	slices.Sort(runes)
	runes = slices.DeleteFunc(slices.Compact(runes), func(r rune) bool {
		gid, ok := f.GlyphID(r)
		if ok {
			keep[gid] = true
		}
		return !ok
	})
	if !opt.NoLayout {
		closeSubstitutions(f.Table("GSUB"), slices.Concat(defaultFeatures, opt.Features), keep)
	}
	if f.cff == nil {
		for gid := range keep {
			if keep[gid] {
				f.keepParts(uint16(gid), keep, 0)
			}
		}
	}
	return runes, keep
}

// keepParts marks the parts of a composite glyph.
func (f *Font) keepParts(gid uint16, keep []bool, depth int) {
	data := f.glyphData(gid)
	if data == nil || int16At(data, 0) >= 0 || depth > maxDepth {
		return
	}
	components(data, func(c *component) bool {
		if int(c.gid) >= len(keep) {
			return false
		}
		if !keep[c.gid] {
			keep[c.gid] = true
			f.keepParts(c.gid, keep, depth+1)
		}
		return true
	})
}

// sparseOutlines copies the outlines of the kept glyphs; the others are empty.
func (f *Font) sparseOutlines(keep []bool) (glyf, loca []byte) {
	loca = make([]byte, 0, 4*len(keep)+4)
	for gid, kept := range keep {
		loca = append32(loca, uint32(len(glyf)))
		if !kept {
			continue
		}
		glyf = append(glyf, f.glyphData(uint16(gid))...)
		for len(glyf)%4 != 0 {
			glyf = append(glyf, 0)
		}
	}
	if len(glyf) == 0 {
		glyf = make([]byte, 4) // a table must not be empty
	}
	return glyf, append32(loca, uint32(len(glyf)&^3))
}

// sparseMetrics returns an hmtx table. Glyphs that are not kept have zeros, which compress
// to nothing.
func (f *Font) sparseMetrics(keep []bool) []byte {
	out := make([]byte, 4*len(keep))
	for gid, kept := range keep {
		if kept {
			put16(out, 4*gid, int(f.Advance(uint16(gid))))
			put16(out, 4*gid+2, int(f.sideBearing(uint16(gid))))
		}
	}
	return out
}

// postTable says that glyphs have no names.
func (f *Font) postTable() []byte {
	out := make([]byte, 32)
	copy(out, f.Table("post"))
	put32(out, 0, 0x00030000)
	clear(out[16:])
	return out
}

// os2Table copies the OS/2 table in version 4 with the range of the runes.
func (f *Font) os2Table(runes []rune) []byte {
	out := make([]byte, 96)
	copy(out, f.Table("OS/2"))
	m := f.Metrics()
	if be16(out, 0) < 2 {
		put16(out, 86, int(m.XHeight))
		put16(out, 88, int(m.CapHeight))
	}
	put16(out, 0, 4)
	if len(f.Table("OS/2")) < 78 {
		f.bareOS2(out, &m)
	}
	put16(out, 62, be16(out, 62)&0x3ff) // the bits of fsSelection that version 4 has
	first, last := 0xffff, 0
	if len(runes) > 0 {
		first, last = int(min(runes[0], 0xffff)), int(min(runes[len(runes)-1], 0xffff))
	}
	put16(out, 64, first)
	put16(out, 66, last)
	return out
}

// bareOS2 fills in what a font without the table needs.
func (f *Font) bareOS2(out []byte, m *Metrics) {
	put16(out, 4, m.Weight)
	put16(out, 6, 5) // normal width
	put16(out, 68, int(m.Ascent))
	put16(out, 70, int(m.Descent))
	put16(out, 72, int(m.LineGap))
	put16(out, 74, int(max(m.Ascent, 0)))
	put16(out, 76, int(max(-m.Descent, 0)))
}

// nameTable keeps the copyright and the licence and names the rest anew: a font whose
// licence reserves its name must not lend it to a changed file.
func (f *Font) nameTable() []byte {
	const family, style = "Subset", "Regular"
	entries := []struct {
		id    int
		value string
	}{
		{nameCopyright, f.Name(nameCopyright)}, {NameFamily, family}, {NameStyle, style},
		{nameUnique, family + " " + style}, {NameFull, family + " " + style}, {nameVersion, "Version 1.0"},
		{NamePostScript, family + "-" + style}, {nameLicence, f.Name(nameLicence)}, {nameLicenceURL, f.Name(nameLicenceURL)},
	}
	var records, storage []byte
	n := 0
	for _, e := range entries {
		units := utf16.Encode([]rune(e.value))
		if len(units) == 0 || len(units) > maxName {
			continue
		}
		for _, v := range []int{3, 1, 0x409, e.id, 2 * len(units), len(storage)} {
			records = append16(records, v)
		}
		for _, u := range units {
			storage = append16(storage, int(u))
		}
		n++
	}
	out := append16(append16(append16(nil, 0), n), 6+len(records))
	return slices.Concat(out, records, storage)
}
