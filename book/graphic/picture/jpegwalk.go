package picture

import (
	"bytes"
	"encoding/binary"
	"slices"
)

// # Strict reading of JPEG
//
// What readers make of a damaged JPEG differs: image/jpeg passes over bytes
// between segments, takes any bytes for the padding of a scan and reads a
// restart marker where it finds one; libjpeg stops at a marker that it does not
// know, warns, or paints gray what is missing. A file is passed through only
// when none of that can matter: when each marker is where ITU-T T.81 (annex B)
// has it and each scan holds the codes of all its blocks and no more (annexes F
// and G). For that the codes are read, which is a small part of decoding: no
// coefficient is kept but for whether it is zero, on which the codes of a
// refining scan depend (G.1.2.3), and nothing is transformed.
//
// Stricter than the standard are: no DNL segment, no quantization table after
// the first scan, Huffman coding and 8 bits only, and no marker that is
// reserved or for extensions. Bytes of fill before a marker are left out.

// A jpegWalk reads a file from front to back.
type jpegWalk struct {
	rest    []byte
	strict  bool   // the codes of the scans are read; else they are copied
	out     []byte // that copy; nil when strict
	profile bool   // the ICC profile is kept

	frame    jpegFrame
	quant    [4]bool // tables that are there
	huffman  [2][4]*codes
	interval int // of restarts, in MCUs; 0 for none
	scans    int
}

// A jpegFrame is what the frame header says.
type jpegFrame struct {
	marker        byte // SOF0, SOF1 or SOF2; 0 before the header
	width, height int
	maxH, maxV    int
	components    []*component
}

// A component is one of the colours of a frame.
type component struct {
	id, table byte
	h, v      int // sampling factors, 1 to 4
	// across and down are the blocks that a scan of this component alone has.
	// Filled up to whole MCUs, a row has stride blocks and all rows filled.
	across, down, stride, filled int
	// level is, for each coefficient of a progressive frame, 1 more than the bit
	// down to which it has been read, and 0 when no scan had it.
	level   [64]uint8
	nonzero []uint64 // the coefficients of each block that are not zero, a bit each
	done    bool     // a sequential frame has had its scan
}

func (f *jpegFrame) progressive() bool { return f.marker == sof2 }

// Markers (T.81, table B.1).
const (
	sof0 = 0xc0 // baseline
	sof1 = 0xc1 // extended sequential
	sof2 = 0xc2 // progressive
	dht  = 0xc4
	rst0 = 0xd0
	rst7 = 0xd7
	soi  = 0xd8
	eoi  = 0xd9
	sos  = 0xda
	dqt  = 0xdb
	dri  = 0xdd
	app0 = 0xe0
	appF = 0xef
	com  = 0xfe
)

// soundJPEG reports whether every reader shows a JPEG file alike.
func soundJPEG(data []byte) bool {
	w := &jpegWalk{rest: data[2:], strict: true}
	return w.walk()
}

// cleanJPEG returns a file that [soundJPEG] found sound without metadata, such as
// the place where a photograph was taken: of the application segments only JFIF,
// Adobe and, with profile, the ICC profile stay; comments and what follows the end
// go. It is nil when the file is not sound after all.
func cleanJPEG(data []byte, profile bool) []byte {
	w := &jpegWalk{rest: data[2:], profile: profile}
	w.out = append(make([]byte, 0, len(data)), 0xff, soi)
	if !w.walk() {
		return nil
	}
	return append(w.out, 0xff, eoi)
}

// walk reads all segments up to the end of the picture.
func (w *jpegWalk) walk() bool {
	for {
		marker, ok := w.marker()
		if !ok {
			return false
		}
		if marker == eoi {
			return w.complete()
		}
		if body, ok := w.body(); !ok || !w.segment(marker, body) {
			return false
		}
	}
}

// marker reads a marker, with bytes of fill before it.
func (w *jpegWalk) marker() (marker byte, ok bool) {
	for len(w.rest) > 1 && w.rest[0] == 0xff && w.rest[1] == 0xff {
		w.rest = w.rest[1:]
	}
	if len(w.rest) < 2 || w.rest[0] != 0xff {
		return 0, false
	}
	marker, w.rest = w.rest[1], w.rest[2:]
	return marker, true
}

// body reads the rest of a segment, without its length.
func (w *jpegWalk) body() (body []byte, ok bool) {
	if len(w.rest) < 2 {
		return nil, false
	}
	n := int(binary.BigEndian.Uint16(w.rest))
	if n < 2 || n > len(w.rest) {
		return nil, false
	}
	body, w.rest = w.rest[2:n], w.rest[n:]
	return body, true
}

// segment reads one segment, and after the header of a scan its codes.
func (w *jpegWalk) segment(marker byte, body []byte) bool {
	ok, keep := true, true
	switch {
	case marker >= app0 && marker <= appF || marker == com:
		keep = w.scans == 0 && w.keeps(marker, body)
	case marker == dqt:
		ok = w.scans == 0 && w.quantization(body)
	case marker == dht:
		ok = w.huffmanTables(body)
	case marker == dri:
		if ok = len(body) == 2; ok {
			w.interval = int(binary.BigEndian.Uint16(body))
		}
	case marker >= sof0 && marker <= sof2:
		ok = w.frame.marker == 0 && w.frame.read(marker, body)
	case marker == sos:
		return w.scan(body)
	default:
		return false
	}
	if keep && !w.strict {
		w.copy(marker, body)
	}
	return ok
}

func (w *jpegWalk) copy(marker byte, body []byte) {
	w.out = append(w.out, 0xff, marker)
	w.out = binary.BigEndian.AppendUint16(w.out, uint16(len(body)+2))
	w.out = append(w.out, body...)
}

// keeps reports whether a segment of an application says how to show the picture.
func (w *jpegWalk) keeps(marker byte, body []byte) bool {
	switch marker {
	case app0:
		return len(body) >= 14 && bytes.HasPrefix(body, []byte("JFIF\x00\x01")) // of versions, libjpeg knows the first
	case app0 + 2:
		return w.profile && bytes.HasPrefix(body, []byte("ICC_PROFILE\x00"))
	case app0 + 14:
		return len(body) >= 12 && bytes.HasPrefix(body, []byte("Adobe"))
	}
	return false
}

// quantization reads a DQT segment (B.2.4.1).
func (w *jpegWalk) quantization(body []byte) bool {
	for len(body) > 0 {
		bits, id := body[0]>>4, body[0]&15
		n := 1 + 64<<bits
		if bits > 1 || id > 3 || len(body) < n {
			return false
		}
		w.quant[id] = true
		body = body[n:]
	}
	return true
}

// huffmanTables reads a DHT segment (B.2.4.2).
func (w *jpegWalk) huffmanTables(body []byte) bool {
	for len(body) > 0 {
		if len(body) < 17 {
			return false
		}
		class, id, n := body[0]>>4, body[0]&15, 17
		for _, count := range body[1:17] {
			n += int(count)
		}
		if class > 1 || id > 3 || n > len(body) {
			return false
		}
		c := newCodes(body[1:17], body[17:n])
		if c == nil {
			return false
		}
		w.huffman[class][id] = c
		body = body[n:]
	}
	return true
}

// read reads a frame header (B.2.2).
func (f *jpegFrame) read(marker byte, body []byte) bool {
	if len(body) < 6 || body[0] != 8 {
		return false
	}
	f.marker = marker
	f.height, f.width = int(binary.BigEndian.Uint16(body[1:])), int(binary.BigEndian.Uint16(body[3:]))
	n := int(body[5])
	if f.width == 0 || f.height == 0 || n == 0 || n > 4 || len(body) != 6+3*n {
		return false
	}
	for b := body[6:]; len(b) > 0; b = b[3:] {
		c := &component{id: b[0], h: int(b[1] >> 4), v: int(b[1] & 15), table: b[2]}
		if c.h < 1 || c.h > 4 || c.v < 1 || c.v > 4 || c.table > 3 || f.component(c.id) != nil {
			return false
		}
		f.components = append(f.components, c)
		f.maxH, f.maxV = max(f.maxH, c.h), max(f.maxV, c.v)
	}
	across, down := f.mcus()
	for _, c := range f.components {
		c.across = ceil(ceil(f.width*c.h, f.maxH), 8)
		c.down = ceil(ceil(f.height*c.v, f.maxV), 8)
		c.stride, c.filled = across*c.h, across*c.h*down*c.v
	}
	return true
}

// mcus returns the MCUs of a scan of several components.
func (f *jpegFrame) mcus() (across, down int) {
	return ceil(f.width, 8*f.maxH), ceil(f.height, 8*f.maxV)
}

func (f *jpegFrame) component(id byte) *component {
	if i := slices.IndexFunc(f.components, func(c *component) bool { return c.id == id }); i >= 0 {
		return f.components[i]
	}
	return nil
}

// complete reports whether all components have had what they are shown by: their
// scan, or at least the first of their progressive ones.
func (w *jpegWalk) complete() bool {
	for _, c := range w.frame.components {
		if !c.done && c.level[0] == 0 {
			return false
		}
	}
	return w.scans > 0
}

func ceil(n, by int) int { return (n + by - 1) / by }
