package picture

import (
	"compress/zlib"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"slices"
)

// A pngWalk reads the chunks of a PNG file as the standard has them (PNG third
// edition, clause 5.6): decoders differ in what they make of others.
type pngWalk struct {
	depth, colour byte
	interlaced    bool
	width, height int
	palette       int // entries of PLTE, 0 without one
	transparent   bool
	last          string // the kind of the chunk before
	pixels        pngData
	animation     apng
}

// An apng is what the chunks acTL, fcTL and fdAT say (clause 11.3.6).
type apng struct {
	frames   int // as announced; 0 for a still picture
	controls int // frames so far
	sequence uint32
	area     int  // pixels of all frames
	still    bool // the first frame is the still picture
	// The frame at hand.
	width, height int
	data          pngData
}

var (
	errChunks    = errors.New("its chunks are not in order")
	errRows      = errors.New("its rows are not as many as it has")
	errAnimation = errors.New("its animation is damaged")
)

// maxAnimation is the area of all frames of an animation, in pixels: 500 frames of
// a megapixel, which take some seconds to read.
const maxAnimation = 500_000_000

// soundPNG reads all of a PNG file, whose check sums [inspectPNG] found right, and
// says what is amiss.
func soundPNG(data []byte) error {
	w := &pngWalk{}
	err := pngChunks(data, func(kind string, c []byte) error {
		err := w.chunk(kind, c[8:len(c)-4])
		w.last = kind
		return err
	})
	switch {
	case err != nil:
		return err
	case len(w.pixels) == 0:
		return errChunks
	case !w.hasRows(w.pixels, w.width, w.height):
		return errRows
	case w.animation.controls != w.animation.frames:
		return errAnimation
	}
	return w.endFrame()
}

// chunk reads one chunk after w.last.
func (w *pngWalk) chunk(kind string, body []byte) error {
	if (kind == "IHDR") != (w.last == "") || len(kind) != 4 {
		return errChunks
	}
	started := len(w.pixels) > 0
	ok := true
	switch kind {
	case "IHDR":
		ok = w.header(body)
	case "PLTE":
		w.palette = len(body) / 3
		ok = !started && !w.transparent && len(body)%3 == 0 && w.palette > 0 && w.colour&2 != 0 &&
			w.palette <= 256 && (w.colour != 3 || w.palette <= 1<<w.depth)
	case "tRNS":
		ok = !started && !w.transparent && w.transparency(len(body))
		w.transparent = true
	case "IDAT":
		ok = (!started || w.last == "IDAT") && (w.colour != 3 || w.palette > 0)
		w.pixels = append(w.pixels, body)
	case "IEND":
		ok = len(body) == 0
	case "acTL", "fcTL", "fdAT":
		return w.animate(kind, body)
	default:
		ok = kind[0]&0x20 != 0 // another one, which decoders need not know
	}
	if !ok {
		return errChunks
	}
	return nil
}

// header reads IHDR (11.2.1). That depth and colour go together was seen by image/png.
func (w *pngWalk) header(b []byte) bool {
	if len(b) != 13 {
		return false
	}
	w.width, w.height = int(binary.BigEndian.Uint32(b)), int(binary.BigEndian.Uint32(b[4:]))
	w.depth, w.colour, w.interlaced = b[8], b[9], b[12] == 1
	return b[10] == 0 && b[11] == 0 && b[12] <= 1
}

// transparency reports whether tRNS may have n bytes (11.3.1.1).
func (w *pngWalk) transparency(n int) bool {
	switch w.colour {
	case 0:
		return n == 2
	case 2:
		return n == 6
	case 3:
		return n > 0 && n <= w.palette
	}
	return false
}

// animate reads a chunk of an animation.
func (w *pngWalk) animate(kind string, body []byte) error {
	a := &w.animation
	if kind == "acTL" {
		if len(body) != 8 || a.frames > 0 || len(w.pixels) > 0 {
			return errAnimation
		}
		a.frames = int(binary.BigEndian.Uint32(body))
		return nil
	}
	if len(body) < 4 || binary.BigEndian.Uint32(body) != a.sequence {
		return errAnimation
	}
	a.sequence++
	if kind == "fcTL" {
		return w.frame(body)
	}
	if a.controls == 0 || len(w.pixels) == 0 {
		return errAnimation
	}
	a.data = append(a.data, body[4:])
	return nil
}

// frame reads fcTL (11.3.6.2), with which the frame before ends.
func (w *pngWalk) frame(body []byte) error {
	if err := w.endFrame(); err != nil || len(body) != 26 {
		return errors.Join(err, errAnimation)
	}
	a := &w.animation
	field := func(i int) int { return int(binary.BigEndian.Uint32(body[4*i:])) }
	a.width, a.height = field(1), field(2)
	a.controls++
	inside := a.width > 0 && a.height > 0 && a.width+field(3) <= w.width && a.height+field(4) <= w.height
	first := len(w.pixels) == 0
	a.still = a.still || first
	if !inside || first && (a.controls > 1 || a.width < w.width || a.height < w.height) || body[24] > 2 || body[25] > 1 {
		return errAnimation
	}
	if a.area += a.width * a.height; a.area > maxAnimation {
		return errMoving(a.controls)
	}
	return nil
}

// errMoving is the error for an animation that is too large at a frame.
func errMoving(frame int) error {
	return &limitError{
		what: fmt.Sprintf("the frames of its animation have more than %d megapixels together, at frame %d", maxAnimation/1_000_000, frame),
		hint: "save it with fewer frames, or smaller",
	}
}

// endFrame reads the rows of the frame of which all chunks were seen.
func (w *pngWalk) endFrame() error {
	a := &w.animation
	ok := a.controls == 0 || a.still && a.controls == 1 && len(a.data) == 0 || w.hasRows(a.data, a.width, a.height)
	a.data = nil
	if !ok {
		return errAnimation
	}
	return nil
}

// hasRows reports whether compressed data hold the rows of a picture of a size and
// no more, each of which begins with the number of a filter.
func (w *pngWalk) hasRows(data pngData, width, height int) bool {
	data = slices.Clone(data)
	z, err := zlib.NewReader(&data)
	if err != nil || !w.rows(z, width, height, func([]byte) {}) {
		return false
	}
	// After the last row the stream has to end, with a right check sum, and no byte may be
	// left behind it.
	_, err = io.ReadFull(z, make([]byte, 1))
	return err == io.EOF && data.empty()
}

// maxPiece is how many bytes of a row are read at once: a row may have hundreds of megabytes,
// and pictures are read beside each other.
const maxPiece = 64 << 10

// rows visits the rows of a picture of a size, pass by pass, each with the number of its
// filter before it and a long one in pieces, and reports whether all of them are there.
func (w *pngWalk) rows(z io.Reader, width, height int, visit func(piece []byte)) bool {
	passes := []step{{0, 0, 1, 1}}
	if w.interlaced {
		passes = adam7
	}
	buf := make([]byte, min(1+ceil(width*w.bits(), 8), maxPiece))
	for _, p := range passes {
		across, down := ceil(width-p.x, p.dx), ceil(height-p.y, p.dy)
		if width <= p.x || height <= p.y {
			continue
		}
		for range down {
			for left, first := 1+ceil(across*w.bits(), 8), true; left > 0; first = false {
				piece := buf[:min(left, len(buf))]
				if _, err := io.ReadFull(z, piece); err != nil || first && piece[0] > 4 {
					return false
				}
				visit(piece)
				left -= len(piece)
			}
		}
	}
	return true
}

// bits returns the bits of a pixel.
func (w *pngWalk) bits() int {
	return int(w.depth) * map[byte]int{0: 1, 2: 3, 3: 1, 4: 2, 6: 4}[w.colour]
}

// A step is from one pixel of a pass of an interlaced picture to the next.
type step struct{ x, y, dx, dy int }

// adam7 are the passes of interlacing (clause 8.1).
var adam7 = []step{{0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}}

// pngData are the bodies of chunks that hold one stream. As an [io.ByteReader] it gives
// the decompressor single bytes, so that nothing is read ahead and what follows the
// stream is seen.
type pngData [][]byte

func (d *pngData) Read(p []byte) (int, error) {
	if d.empty() {
		return 0, io.EOF
	}
	n := copy(p, (*d)[0])
	(*d)[0] = (*d)[0][n:]
	return n, nil
}

func (d *pngData) ReadByte() (byte, error) {
	if d.empty() {
		return 0, io.EOF
	}
	b := (*d)[0][0]
	(*d)[0] = (*d)[0][1:]
	return b, nil
}

// empty reports whether nothing is left, and moves on to a chunk with bytes.
func (d *pngData) empty() bool {
	for len(*d) > 0 && len((*d)[0]) == 0 {
		*d = (*d)[1:]
	}
	return len(*d) == 0
}
