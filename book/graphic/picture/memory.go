package picture

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"runtime/debug"
	"sync"

	"octavo/book"
)

// maxMemory bounds what a file and its decoder take together, in bytes: with the
// fonts and the book beside them, a build with one such picture stays below 1 GB.
const maxMemory = 750_000_000

// memory returns what it takes at most to decode a file, in bytes: the images that
// its decoder holds at the same time, and itself.
func memory(format string, data []byte, cfg image.Config) int64 {
	area := int64(cfg.Width) * int64(cfg.Height)
	pixel := pixelBytes(cfg.ColorModel)
	n := area * pixel
	switch format {
	case "png":
		// tRNS stands before the pixels; 4,096 bytes hold the chunks that come before it in
		// usual files, a small colour profile among them.
		if pixel <= 2 && bytes.Contains(data[:min(len(data), 4096)], []byte("tRNS")) {
			n *= 4 // gray with a transparent one is decoded as colours with alpha
		}
		if data[28] != 0 {
			n += n / 2 // interlaced: the last pass is half of the picture
		}
	case "jpeg":
		n = jpegMemory(data, area)
	case "webp":
		n = webpMemory(data, area)
	case "tiff":
		n += tiffMemory(data)
	}
	return n + int64(len(data))
}

// pixelBytes returns the bytes of a pixel of the image that a colour model has.
func pixelBytes(m color.Model) int64 {
	if _, ok := m.(color.Palette); ok {
		return 1
	}
	switch m {
	case color.GrayModel:
		return 1
	case color.Gray16Model:
		return 2
	case color.RGBA64Model, color.NRGBA64Model:
		return 8
	}
	return 4
}

// jpegMemory returns the memory that a JPEG takes: a byte for each sample; four bytes for
// each coefficient of a progressive file; and the image of CMYK or RGB to which the
// decoder converts a file of four components, or of three that are no YCbCr.
func jpegMemory(data []byte, area int64) int64 {
	var f jpegFrame
	jpegSegments(data, func(marker byte, _, body []byte) {
		if marker >= sof0 && marker <= sof2 {
			f = jpegFrame{}
			f.read(marker, body)
		}
	})
	n := int64(0)
	for _, c := range f.components {
		n += area * int64(c.h*c.v) / int64(f.maxH*f.maxV)
	}
	if f.progressive() {
		n *= 5
	}
	if info := jpegInfoOf(data); info.components == 4 || info.components == 3 && !info.passes() {
		n += 4 * area
	}
	return n
}

// webpMemory returns the memory that a WebP takes. A lossy picture has planes at 4:2:0,
// of 3/2 bytes a pixel, and its alpha is a lossless picture. A lossless one has 4 bytes a
// pixel, and its transforms need as much again. The canvas of an animation comes on top.
func webpMemory(data []byte, area int64) int64 {
	n := 8 * area
	frame := riffChunk(data, "ANMF")
	if frame == nil && riffChunk(data, "VP8 ") != nil || len(frame) > 20 && bytes.HasPrefix(frame[16:], []byte("VP8 ")) {
		n = 3 * area / 2
	}
	if riffChunk(data, "ALPH") != nil {
		n += 9 * area
	}
	if frame != nil {
		n += 4 * area
	}
	return n
}

// A Room is the memory in which the pictures of a build are decoded: as many at a
// time as fit into the bound for one. The zero value is empty; a nil *Room has no
// bound.
type Room struct {
	mu    sync.Mutex
	left  sync.Cond
	taken int64
}

// collected is the size from which memory is cleared at once, in bytes. Otherwise
// the next picture would be decoded beside what this one left: the collector waits
// until as much again is in use, and a large image does not fit into the gap of
// another once anything small lies in it.
const collected = 64_000_000

// enter waits until there is room for n bytes, and takes it until leave is called.
func (r *Room) enter(n int64) (leave func()) {
	if r == nil {
		return func() {}
	}
	n = min(n, maxMemory)
	r.mu.Lock()
	defer r.mu.Unlock()
	r.left.L = &r.mu
	for r.taken+n > maxMemory {
		r.left.Wait()
	}
	r.taken += n
	return func() {
		if n >= collected {
			debug.FreeOSMemory()
		}
		r.mu.Lock()
		defer r.mu.Unlock()
		r.taken -= n
		r.left.Broadcast()
	}
}

// boundMemory is the error for a file that would take too much.
func boundMemory(format string, data []byte, cfg image.Config) error {
	if n := memory(format, data, cfg); n > maxMemory {
		return &limitError{
			what: fmt.Sprintf("with %d × %d pixels it would take %d MB of memory; the limit is %d MB", cfg.Width, cfg.Height, (n+1e6-1)/1e6, int64(maxMemory)/1e6),
			hint: "save it with fewer pixels, or as a JPEG or PNG of 8 bits that is neither progressive nor interlaced",
		}
	}
	return nil
}

// memoryOf returns the memory that it takes to decode a picture that was read.
func memoryOf(p *book.Picture) int64 {
	cfg, err := config(p.Format, p.Data)
	if err != nil {
		return 0 // the decoder will say the same
	}
	return memory(p.Format, p.Data, cfg)
}
