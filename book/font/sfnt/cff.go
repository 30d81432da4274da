package sfnt

import (
	"errors"
	"fmt"
)

// cff is a table of cubic outlines: Adobe Technical Note 5176.
type cff struct {
	charStrings [][]byte
	globalSubrs [][]byte
	fonts       []cffFont
	fdSelect    []byte // nil when there is one font
	matrix      []byte // operands of FontMatrix, nil for the default
	bbox        []byte // operands of FontBBox
}

// A cffFont is what glyphs of one kind share: their private dictionary.
type cffFont struct {
	private []byte // without its Subrs entry
	subrs   [][]byte
	matrix  []byte
}

// Operators of dictionaries; those of two bytes are 0x0c00 and the second byte.
const (
	opFontBBox    = 5
	opCharset     = 15
	opCharStrings = 17
	opPrivate     = 18
	opSubrs       = 19
	opFontMatrix  = 0x0c07
	opROS         = 0x0c1e
	opCIDCount    = 0x0c22
	opFDArray     = 0x0c24
	opFDSelect    = 0x0c25
)

// parseCFF reads the indexes and dictionaries of the first font in the table.
func parseCFF(data []byte) (*cff, error) {
	_, at, ok := cffIndex(data, at8(data, 2)) // names
	if !ok {
		return nil, errors.New("broken CFF table: names")
	}
	tops, at, ok := cffIndex(data, at)
	if !ok || len(tops) == 0 {
		return nil, errors.New("broken CFF table: top dictionary")
	}
	_, at, ok = cffIndex(data, at) // strings
	if !ok {
		return nil, errors.New("broken CFF table: strings")
	}
	c := &cff{}
	if c.globalSubrs, _, ok = cffIndex(data, at); !ok {
		return nil, errors.New("broken CFF table: global subroutines")
	}
	return c, c.readTop(data, tops[0])
}

// readTop reads what the top dictionary points to.
func (c *cff) readTop(data, top []byte) error {
	strings, array, sel := 0, 0, 0
	var private []int
	dictEntries(top, func(op int, operands []byte) {
		v := dictInts(operands)
		switch op {
		case opFontMatrix:
			c.matrix = operands
		case opFontBBox:
			c.bbox = operands
		case opCharStrings:
			strings = last(v)
		case opFDArray:
			array = last(v)
		case opFDSelect:
			sel = last(v)
		case opPrivate:
			private = v
		}
	})
	var ok bool
	if c.charStrings, _, ok = cffIndex(data, strings); !ok || strings == 0 || len(c.charStrings) == 0 {
		return errors.New("broken CFF table: no outlines")
	}
	if array == 0 {
		font, err := readPrivate(data, private)
		c.fonts = []cffFont{font}
		return err
	}
	return c.readFonts(data, array, sel)
}

// readFonts reads the font dictionaries of a CID-keyed font.
func (c *cff) readFonts(data []byte, array, sel int) error {
	dicts, _, ok := cffIndex(data, array)
	if !ok || len(dicts) == 0 || len(dicts) > 256 {
		return errors.New("broken CFF table: font dictionaries")
	}
	for _, dict := range dicts {
		var private []int
		var matrix []byte
		dictEntries(dict, func(op int, operands []byte) {
			switch op {
			case opPrivate:
				private = dictInts(operands)
			case opFontMatrix:
				matrix = operands
			}
		})
		font, err := readPrivate(data, private)
		if err != nil {
			return err
		}
		font.matrix = matrix
		c.fonts = append(c.fonts, font)
	}
	c.fdSelect = make([]byte, len(c.charStrings))
	return c.readSelect(from(data, sel))
}

// readSelect reads which font each glyph belongs to.
func (c *cff) readSelect(b []byte) error {
	switch at8(b, 0) {
	case 0:
		copy(c.fdSelect, b[min(1, len(b)):])
	case 3:
		for i := range be16(b, 1) {
			first, fd, next := be16(b, 3+3*i), at8(b, 5+3*i), be16(b, 6+3*i)
			for gid := first; gid < min(next, len(c.fdSelect)); gid++ {
				c.fdSelect[gid] = byte(fd)
			}
			if next <= first {
				return errors.New("broken CFF table: font selection")
			}
		}
	default:
		return errors.New("broken CFF table: font selection")
	}
	for _, fd := range c.fdSelect {
		if int(fd) >= len(c.fonts) {
			return fmt.Errorf("broken CFF table: no font %d", fd)
		}
	}
	return nil
}

// font returns the font that the glyph belongs to.
func (c *cff) font(gid uint16) int {
	if c.fdSelect == nil {
		return 0
	}
	return int(c.fdSelect[gid])
}

// readPrivate reads the private dictionary of the size and at the offset given.
func readPrivate(data []byte, sizeAndOffset []int) (cffFont, error) {
	if len(sizeAndOffset) != 2 {
		return cffFont{}, nil
	}
	dict, ok := slice(data, sizeAndOffset[1], sizeAndOffset[0])
	if !ok {
		return cffFont{}, errors.New("broken CFF table: private dictionary")
	}
	var f cffFont
	subrs := 0
	dictEntries(dict, func(op int, operands []byte) {
		if op == opSubrs {
			subrs = last(dictInts(operands))
			return
		}
		f.private = appendOp(append(f.private, operands...), op)
	})
	if subrs == 0 {
		return f, nil
	}
	if f.subrs, _, ok = cffIndex(data, sizeAndOffset[1]+subrs); !ok {
		return f, errors.New("broken CFF table: subroutines")
	}
	return f, nil
}

func last(v []int) int {
	if len(v) == 0 {
		return 0
	}
	return v[len(v)-1]
}

// cffIndex reads the index at offset at and returns its entries and its end.
func cffIndex(data []byte, at int) (entries [][]byte, end int, ok bool) {
	if at < 0 || at > len(data)-2 {
		return nil, 0, false
	}
	count := be16(data, at)
	if count == 0 {
		return nil, at + 2, true
	}
	size := at8(data, at+2)
	first := at + 3 + (count+1)*size // where the objects begin
	if size < 1 || size > 4 || first > len(data) {
		return nil, 0, false
	}
	offset := func(i int) int {
		v := 0
		for _, b := range data[at+3+i*size : at+3+(i+1)*size] {
			v = v<<8 | int(b)
		}
		return first - 1 + v
	}
	entries = make([][]byte, count)
	for i := range entries {
		start, stop := offset(i), offset(i+1)
		if entries[i], ok = slice(data, start, stop-start); !ok || start < first {
			return nil, 0, false
		}
	}
	return entries, offset(count), true
}
