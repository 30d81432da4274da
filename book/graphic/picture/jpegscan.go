package picture

import (
	"bytes"
	"math/bits"
)

// A jpegScan is what the header of a scan says (T.81, B.2.3).
type jpegScan struct {
	components []*component
	dc, ac     []*codes // of each component; nil when not needed
	start, end int      // the first and the last coefficient, in zigzag order
	high, low  uint8    // the bits of successive approximation, 0 for a sequential frame
}

// scan reads the header of a scan and the codes after it.
func (w *jpegWalk) scan(body []byte) bool {
	s, ok := w.scanHeader(body)
	if !ok {
		return false
	}
	w.scans++
	if !w.strict {
		w.copy(sos, body)
		w.copyEntropy()
		return true
	}
	return w.entropy(s)
}

// copyEntropy copies the codes of a scan and its restart markers.
func (w *jpegWalk) copyEntropy() {
	for at := 0; ; at += 2 {
		at += entropyEnd(w.rest[at:])
		if at+1 >= len(w.rest) || w.rest[at+1] < rst0 || w.rest[at+1] > rst7 {
			w.out, w.rest = append(w.out, w.rest[:at]...), w.rest[at:]
			return
		}
	}
}

func (w *jpegWalk) scanHeader(body []byte) (s *jpegScan, ok bool) {
	if len(body) < 1 || len(body) != 4+2*int(body[0]) || body[0] < 1 || body[0] > 4 {
		return nil, false
	}
	s = &jpegScan{}
	n := int(body[0])
	last := body[1+2*n:]
	s.start, s.end, s.high, s.low = int(last[0]), int(last[1]), last[2]>>4, last[2]&15
	blocks, at := 0, -1
	for b := body[1 : 1+2*n]; len(b) > 0; b = b[2:] {
		c := w.frame.component(b[0])
		if c == nil || !w.quant[c.table] || b[1]>>4 > 3 || b[1]&15 > 3 {
			return nil, false
		}
		if next := w.frame.index(c); next <= at { // B.2.3: in the order of the frame
			return nil, false
		} else {
			at = next
		}
		s.components = append(s.components, c)
		s.dc, s.ac = append(s.dc, w.huffman[0][b[1]>>4]), append(s.ac, w.huffman[1][b[1]&15])
		blocks += c.h * c.v
	}
	if n > 1 && blocks > 10 { // B.2.3
		return nil, false
	}
	if w.frame.progressive() {
		return s, s.advance() && s.hasTables()
	}
	for _, c := range s.components {
		if c.done {
			return nil, false
		}
		c.done = true
	}
	return s, s.start == 0 && s.end == 63 && s.high == 0 && s.low == 0 && s.hasTables()
}

func (f *jpegFrame) index(c *component) int {
	for i, other := range f.components {
		if other == c {
			return i
		}
	}
	return -1
}

// hasTables reports whether the tables are there that the codes of the scan need.
func (s *jpegScan) hasTables() bool {
	for i := range s.components {
		if s.start == 0 && s.high == 0 && (s.dc[i] == nil || !s.dc[i].differences) || s.end > 0 && s.ac[i] == nil {
			return false
		}
	}
	return true
}

// advance notes what a progressive scan adds (G.1.1.1): the coefficients that it
// begins have not been begun, and those that it refines have been read down to
// the bit above.
func (s *jpegScan) advance() bool {
	if s.start > s.end || s.end > 63 || (s.start == 0) != (s.end == 0) || s.start > 0 && len(s.components) > 1 {
		return false
	}
	if s.low > 13 || s.high != 0 && s.high != s.low+1 {
		return false
	}
	for _, c := range s.components {
		if s.start > 0 && c.level[0] == 0 {
			return false
		}
		for k := s.start; k <= s.end; k++ {
			was := c.level[k]
			if s.high == 0 && was != 0 || s.high != 0 && was != s.high+1 {
				return false
			}
			c.level[k] = s.low + 1
		}
	}
	return true
}

// entropy reads the codes of a scan, with the restart markers between them.
func (w *jpegWalk) entropy(s *jpegScan) bool {
	if w.frame.progressive() {
		for _, c := range s.components {
			if c.nonzero == nil {
				c.nonzero = make([]uint64, c.filled)
			}
		}
	}
	across, down := w.frame.mcus()
	if len(s.components) == 1 {
		across, down = s.components[0].across, s.components[0].down
	}
	r := &codeReader{}
	run := 0 // blocks that the code for the end of a band stands for
	for mcu, restarts := 0, 0; ; restarts++ {
		n := entropyEnd(w.rest)
		r.reset(w.rest[:n])
		w.rest = w.rest[n:]
		last := across * down
		if w.interval > 0 {
			last = min(last, mcu+w.interval)
		}
		for ; mcu < last; mcu++ {
			if !s.mcu(r, mcu%across, mcu/across, &run) {
				return false
			}
		}
		// A run may not reach beyond a restart, nor may anything but bits that fill up a
		// byte be left over: there readers differ.
		if run != 0 || !r.empty() {
			return false
		}
		if mcu == across*down {
			return true
		}
		marker := byte(rst0 + restarts&7)
		if len(w.rest) < 2 || w.rest[0] != 0xff || w.rest[1] != marker {
			return false
		}
		w.rest = w.rest[2:]
	}
}

// entropyEnd returns where codes end: at a marker, which a byte 0xff within codes
// is told from by a zero after it.
func entropyEnd(data []byte) int {
	for at := 0; ; at += 2 {
		i := bytes.IndexByte(data[at:], 0xff)
		if i < 0 {
			return len(data)
		}
		if at += i; at+1 >= len(data) || data[at+1] != 0 {
			return at
		}
	}
}

// mcu reads the codes of an MCU: of a block when the scan has one component, and
// otherwise of a rectangle of blocks of each (A.2).
func (s *jpegScan) mcu(r *codeReader, x, y int, run *int) bool {
	if len(s.components) == 1 {
		return s.block(r, 0, y*s.components[0].stride+x, run)
	}
	for i, c := range s.components {
		for k := range c.h * c.v {
			if !s.block(r, i, (y*c.v+k/c.h)*c.stride+x*c.h+k%c.h, run) {
				return false
			}
		}
	}
	return true
}

// block reads the codes of the block with a number of component i of the scan.
func (s *jpegScan) block(r *codeReader, i, number int, run *int) bool {
	c := s.components[i]
	switch {
	case c.nonzero == nil:
		return s.difference(r, i) && sequential(r, s.ac[i])
	case s.start == 0 && s.high == 0:
		return s.difference(r, i)
	case s.start == 0:
		return r.skip(1)
	case s.high == 0:
		return s.first(r, s.ac[i], &c.nonzero[number], run)
	}
	return s.refine(r, s.ac[i], &c.nonzero[number], run)
}

// difference reads the DC coefficient (F.2.2.1).
func (s *jpegScan) difference(r *codeReader, i int) bool {
	_, ok := r.next(s.dc[i])
	return ok
}

// largest is the most bits that an AC coefficient of 8-bit samples has (F.1.2.2).
const largest = 10

// sequential reads the AC coefficients of a block (F.2.2.2).
func sequential(r *codeReader, ac *codes) bool {
	for k := 1; k <= 63; k++ {
		code, ok := r.next(ac)
		if !ok {
			return false
		}
		zeros, size := int(code>>4), int(code&15)
		if size == 0 {
			if zeros == 0 {
				return true // the end of the block
			}
			if zeros != 15 {
				return false
			}
		}
		k += zeros
		if k > 63 || size == 0 && k == 63 || size > largest {
			return false
		}
	}
	return true
}

// first reads a band of AC coefficients for the first time (G.1.2.2).
func (s *jpegScan) first(r *codeReader, ac *codes, nonzero *uint64, run *int) bool {
	if *run > 0 {
		*run--
		return true
	}
	for k := s.start; k <= s.end; k++ {
		code, ok := r.next(ac)
		if !ok {
			return false
		}
		zeros, size := int(code>>4), int(code&15)
		if size == 0 && zeros < 15 {
			return r.run(zeros, run)
		}
		k += zeros
		if k > s.end || size > largest {
			return false
		}
		if size > 0 {
			*nonzero |= 1 << k
		}
	}
	return true
}

// refine reads one more bit of a band (G.1.2.3): of each coefficient that is not
// zero where it stands, and the codes of those that become so.
func (s *jpegScan) refine(r *codeReader, ac *codes, nonzero *uint64, run *int) bool {
	k := s.start
	for *run == 0 && k <= s.end {
		code, ok := r.next(ac)
		if !ok {
			return false
		}
		zeros, size := int(code>>4), int(code&15)
		if size > 1 {
			return false
		}
		if size == 0 && zeros < 15 {
			if !r.run(zeros, run) {
				return false
			}
			*run++ // this block too, whose corrections follow
			break
		}
		// A code's zeros count only coefficients that are still zero. Each of the others
		// that is passed on the way has one bit more in the stream, behind the code.
		corrections := 0
		for ; k <= s.end; k++ {
			if *nonzero>>k&1 != 0 {
				corrections++
			} else if zeros--; zeros < 0 {
				break
			}
		}
		if k > s.end || !r.skip(corrections) {
			return false
		}
		*nonzero |= uint64(size) << k
		k++
	}
	if *run == 0 {
		return true
	}
	*run--
	band := *nonzero >> k & (1<<(s.end-k+1) - 1)
	return r.skip(bits.OnesCount64(band))
}
