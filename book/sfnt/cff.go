package sfnt

import "errors"

// cff is a table of cubic outlines: Adobe Technical Note 5176.
type cff struct {
	data        []byte
	charStrings [][]byte
	globalSubrs [][]byte
	topDict     []byte
}

// parseCFF reads the indexes of the first font in the table.
func parseCFF(data []byte) (*cff, error) {
	c := &cff{data: data}
	_, at, ok := cffIndex(data, at8(data, 2)) // names
	if !ok {
		return nil, errors.New("broken CFF table: names")
	}
	tops, at, ok := cffIndex(data, at)
	if !ok || len(tops) == 0 {
		return nil, errors.New("broken CFF table: top dictionary")
	}
	c.topDict = tops[0]
	_, at, ok = cffIndex(data, at) // strings
	if !ok {
		return nil, errors.New("broken CFF table: strings")
	}
	if c.globalSubrs, _, ok = cffIndex(data, at); !ok {
		return nil, errors.New("broken CFF table: global subroutines")
	}
	return c, nil
}

// cffIndex reads the index at offset at and returns its entries and its end.
func cffIndex(data []byte, at int) (entries [][]byte, end int, ok bool) {
	count := be16(data, at)
	if at < 0 || at+2 > len(data) {
		return nil, 0, false
	}
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

func (c *cff) outline(gid uint16) []Segment { return nil }
