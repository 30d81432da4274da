package picture

import "encoding/binary"

// codes is a table of Huffman codes (T.81, annex C).
//
// A file gives how many codes there are of each length and their symbols in order. The
// codes themselves follow: they count upwards, and a zero is appended where the length
// grows. So all codes of a length are a range of numbers, and a code is found by its
// length: the first one whose limit is above the next 16 bits. That search takes a step
// for each length; a table by the next 9 bits answers most codes in one step.
type codes struct {
	// fast has the entry for the next fastBits bits; 0 for a longer code.
	fast [1 << fastBits]uint16
	// For the codes of each length: one more than the last, as the first bits of
	// 16, and what is to be added to a code to find its symbol.
	limit   [17]uint32
	offset  [17]int
	symbols []byte
	// differences says that all symbols are sizes of differences of DC
	// coefficients: at most 11 bits for samples of 8 (F.1.2.1).
	differences bool
}

// fastBits is the length of the codes that are found at once. Of those in a
// photograph fewer than one in 20 are longer.
const fastBits = 9

// newCodes makes the table of a number of codes of each length from 1 to 16, and
// nil when there are none or more than there can be. A code of ones alone is not
// allowed (C.2), and libjpeg takes no table that has one.
func newCodes(counts, symbols []byte) *codes {
	if len(symbols) == 0 || len(symbols) > 256 {
		return nil
	}
	c := &codes{symbols: symbols, differences: true}
	code, at := 0, 0
	for length := 1; length <= 16; length++ {
		// All codes of a length and their symbols count upwards together: one difference
		// leads from each code to its symbol. A short code stands in fast at every number
		// that begins with it.
		code <<= 1
		c.offset[length] = at - code
		for range counts[length-1] {
			c.differences = c.differences && symbols[at] <= 11
			if length <= fastBits && code < 1<<length {
				from := code << (fastBits - length)
				for i := range 1 << (fastBits - length) {
					c.fast[from+i] = entryOf(symbols[at], length)
				}
			}
			code++
			at++
		}
		if counts[length-1] > 0 && code >= 1<<length {
			return nil
		}
		c.limit[length] = uint32(code) << (16 - length)
	}
	return c
}

// A codeReader reads the bits of the codes between two markers.
type codeReader struct {
	data []byte
	acc  uint64 // the next bits, from the highest on
	n    int    // how many of them are data
}

func (r *codeReader) reset(data []byte) { *r = codeReader{data: data} }

// fill reads bytes until there are more than 32 bits, or no more data. The zero
// after a byte 0xff is left out (B.1.1.5).
func (r *codeReader) fill() {
	for r.n <= 32 && len(r.data) >= 4 {
		v := binary.BigEndian.Uint32(r.data)
		// Four bytes at a time, unless one of them is 0xff: the usual test for a zero
		// byte, on the complement. A false alarm costs time alone.
		if inv := ^v; (inv-0x01010101)&^inv&0x80808080 != 0 {
			break // there may be a byte 0xff
		}
		r.acc |= uint64(v) << (32 - r.n)
		r.n += 32
		r.data = r.data[4:]
	}
	for r.n <= 32 && len(r.data) > 0 {
		b := r.data[0]
		r.data = r.data[1:]
		if b == 0xff {
			r.data = r.data[1:] // entropyEnd saw the zero
		}
		r.acc |= uint64(b) << (56 - r.n)
		r.n += 8
	}
}

// next reads a code, and passes over the bits of the coefficient after it, whose
// number is the low half of the symbol in every kind of table. Both are at most
// 16 + 15 bits.
func (r *codeReader) next(c *codes) (symbol byte, ok bool) {
	if r.n <= 32 {
		r.fill()
	}
	e := c.fast[r.acc>>(64-fastBits)]
	if e == 0 {
		if e = c.long(uint32(r.acc >> 48)); e == 0 {
			return 0, false
		}
	}
	r.acc <<= e & 0xff
	r.n -= int(e & 0xff)
	return byte(e >> 8), r.n >= 0
}

// long finds a code that is longer than fastBits at the head of 16 bits.
func (c *codes) long(head uint32) (entry uint16) {
	for length := fastBits + 1; length <= 16; length++ {
		if head < c.limit[length] {
			return entryOf(c.symbols[int(head>>(16-length))+c.offset[length]], length)
		}
	}
	return 0
}

// entryOf has a symbol in its high byte, and in its low one the length of the code
// and of the bits after it.
func entryOf(symbol byte, length int) uint16 {
	return uint16(symbol)<<8 | uint16(length+int(symbol&15))
}

// skip passes over n bits, of which there may be 63.
func (r *codeReader) skip(n int) bool {
	if n > r.n {
		r.fill()
	}
	if n > r.n && n > 32 { // fill reads at least 33
		r.acc <<= 32
		r.n -= 32
		n -= 32
		r.fill()
	}
	r.acc <<= n
	r.n -= n
	return r.n >= 0
}

// run reads how many blocks, after this one, a code for the end of a band stands
// for (G.1.2.2).
func (r *codeReader) run(size int, run *int) bool {
	if r.n <= 32 {
		r.fill()
	}
	*run = 1<<size - 1 + int(r.acc>>1>>(63-size))
	return r.skip(size)
}

// empty reports whether nothing is left but the bits that fill up a byte.
func (r *codeReader) empty() bool { return len(r.data) == 0 && r.n >= 0 && r.n < 8 }
