package sfnt

import "errors"

// SubsetCFF returns a bare CFF table with the glyphs alone, in the order given;
// the first one must be glyph 0. The table is CID-keyed with CIDs 0, 1, ...: what
// a PDF's FontFile3 of subtype CIDFontType0C holds. Subroutines are put in
// their places, since some viewers refuse a font whose subroutines are empty.
func SubsetCFF(f *Font, glyphs []uint16) ([]byte, error) {
	if f.cff == nil {
		return nil, errors.New("font has no CFF outlines")
	}
	if err := f.checkGlyphs(glyphs); err != nil {
		return nil, err
	}
	s := cffSubset{cff: f.cff, fontOf: map[int]int{}}
	for _, gid := range glyphs {
		if err := s.add(gid); err != nil {
			return nil, err
		}
	}
	return s.table(f.PostScriptName()), nil
}

// sparse returns a table with all glyphs, of which only the kept ones have an outline.
func (c *cff) sparse(keep []bool) ([]byte, error) {
	s := cffSubset{cff: c, fontOf: map[int]int{}}
	for gid, kept := range keep {
		if !kept {
			s.addEmpty()
			continue
		}
		if err := s.add(uint16(gid)); err != nil {
			return nil, err
		}
	}
	return s.table("Subset"), nil
}

// A cffSubset collects glyphs for a CID-keyed table.
type cffSubset struct {
	cff     *cff
	glyphs  [][]byte
	selects []byte      // font of each glyph
	fonts   []int       // fonts of the original by their new numbers
	fontOf  map[int]int // and the other way
	size    int
}

func (s *cffSubset) add(gid uint16) error {
	code, err := s.cff.flatten(gid)
	if err != nil {
		return err
	}
	if s.size += len(code); s.size > MaxSize {
		return errors.New("subset is too large")
	}
	fd := s.cff.font(gid)
	n, ok := s.fontOf[fd]
	if !ok {
		n = len(s.fonts)
		s.fontOf[fd] = n
		s.fonts = append(s.fonts, fd)
	}
	s.glyphs, s.selects = append(s.glyphs, code), append(s.selects, byte(n))
	return nil
}

func (s *cffSubset) addEmpty() {
	var fd byte
	if n := len(s.selects); n > 0 {
		fd = s.selects[n-1]
	}
	s.glyphs, s.selects = append(s.glyphs, []byte{csEndChar}), append(s.selects, fd)
}

// table writes the table. Its parts stand in a fixed order, and each offset has
// a fixed length.
//
// The top dictionary comes first and says where the others begin, which depends on
// its own length, which depends on the numbers in it. Since offsets are written with
// five bytes whatever they are, a dictionary of zeros has the same length, and one
// round is enough.
func (s *cffSubset) table(name string) []byte {
	start := []byte{1, 0, 4, 4} // version 1.0, the length of this head, and of offsets
	start = appendIndex(start, [][]byte{[]byte(name)})
	rest := appendIndex(nil, [][]byte{[]byte("Adobe"), []byte("Identity")})
	rest = appendIndex(rest, nil) // global subroutines

	charset, selects, strings := s.charset(), s.fdSelect(), appendIndex(nil, s.glyphs)
	top := s.top(0, 0, 0, 0)
	at := len(appendIndex(start, [][]byte{top})) + len(rest)
	charsetAt := at
	selectAt := charsetAt + len(charset)
	stringsAt := selectAt + len(selects)
	arrayAt := stringsAt + len(strings)
	privateAt := arrayAt + len(s.fontArray(0))

	out := appendIndex(start, [][]byte{s.top(charsetAt, selectAt, stringsAt, arrayAt)})
	out = append(out, rest...)
	out = append(out, charset...)
	out = append(out, selects...)
	out = append(out, strings...)
	out = append(out, s.fontArray(privateAt)...)
	for _, fd := range s.fonts {
		out = append(out, s.cff.fonts[fd].private...)
	}
	return out
}

// firstString is the number of the first string of a font's own, behind the 391 standard
// strings (Technical Note 5176, appendix A). The subset has two, "Adobe" and "Identity".
const firstString = 391

func (s *cffSubset) top(charset, selects, strings, array int) []byte {
	d := appendOp(appendInt(appendInt(appendInt(nil, firstString), firstString+1), 0), opROS)
	if s.cff.matrix != nil {
		d = appendOp(append(d, s.cff.matrix...), opFontMatrix)
	}
	if s.cff.bbox != nil {
		d = appendOp(append(d, s.cff.bbox...), opFontBBox)
	}
	d = appendOp(appendInt(d, len(s.glyphs)), opCIDCount)
	d = appendOp(appendInt(d, charset), opCharset)
	d = appendOp(appendInt(d, strings), opCharStrings)
	d = appendOp(appendInt(d, selects), opFDSelect)
	return appendOp(appendInt(d, array), opFDArray)
}

// charset gives glyph n the CID n.
func (s *cffSubset) charset() []byte {
	if len(s.glyphs) < 2 {
		return []byte{0}
	}
	return append16(append16([]byte{2}, 1), len(s.glyphs)-2)
}

// fdSelect writes ranges of glyphs of one font.
func (s *cffSubset) fdSelect() []byte {
	var ranges []byte
	n := 0
	for gid, fd := range s.selects {
		if gid == 0 || fd != s.selects[gid-1] {
			ranges = append(append16(ranges, gid), fd)
			n++
		}
	}
	out := append16([]byte{3}, n)
	return append16(append(out, ranges...), len(s.glyphs))
}

// fontArray writes the font dictionaries, whose private ones begin at offset at.
func (s *cffSubset) fontArray(at int) []byte {
	var dicts [][]byte
	for _, fd := range s.fonts {
		font := &s.cff.fonts[fd]
		var d []byte
		if font.matrix != nil {
			d = appendOp(append(d, font.matrix...), opFontMatrix)
		}
		d = appendOp(appendInt(appendInt(d, len(font.private)), at), opPrivate)
		dicts = append(dicts, d)
		at += len(font.private)
	}
	return appendIndex(nil, dicts)
}
