package picture

import (
	"bytes"
	"encoding/binary"
	"errors"
	"image"
	"image/draw"

	"golang.org/x/image/webp"
)

// A WebP animation is a VP8X chunk with the size of its canvas and ANMF chunks,
// each a frame (RFC 9649, section 2.7.1.1). x/image reads still pictures only.

// webpCanvas returns the size of an animation, false for a still picture.
func webpCanvas(data []byte) (width, height int, ok bool) {
	x := riffChunk(data, "VP8X")
	if len(x) < 10 || x[0]&(1<<1) == 0 {
		return 0, 0, false
	}
	return uint24(x[4:]) + 1, uint24(x[7:]) + 1, true
}

func uint24(b []byte) int { return int(b[0]) | int(b[1])<<8 | int(b[2])<<16 }

func webpConfig(data []byte) (image.Config, error) {
	if w, h, ok := webpCanvas(data); ok {
		return image.Config{Width: w, Height: h}, nil
	}
	return webp.DecodeConfig(bytes.NewReader(data))
}

// webpDecode decodes a still picture, or the first frame of an animation on its
// canvas.
func webpDecode(data []byte) (image.Image, error) {
	w, h, ok := webpCanvas(data)
	if !ok {
		return decodeVP8(data)
	}
	frame := riffChunk(data, "ANMF")
	if len(frame) < 16 {
		return nil, errTruncated
	}
	at := image.Pt(2*uint24(frame), 2*uint24(frame[3:]))
	img, err := decodeVP8(still(frame))
	if err != nil {
		return nil, err
	}
	size := img.Bounds().Size()
	if size == image.Pt(w, h) {
		return img, nil
	}
	if !(image.Rectangle{Min: at, Max: at.Add(size)}).In(image.Rect(0, 0, w, h)) {
		return nil, errors.New("a frame lies outside its canvas")
	}
	canvas := image.NewNRGBA(image.Rect(0, 0, w, h))
	draw.Draw(canvas, image.Rectangle{Min: at, Max: at.Add(size)}, img, image.Point{}, draw.Src)
	return canvas, nil
}

// still makes a WebP file of a frame: its header and then ALPH and VP8, or VP8L.
func still(frame []byte) []byte {
	body := frame[16:]
	if len(body) >= 4 && string(body[:4]) == "ALPH" {
		// Only an extended file has a separate alpha.
		x := append([]byte("VP8X\x0a\x00\x00\x00\x10\x00\x00\x00"), frame[6:12]...)
		body = append(x, body...)
	}
	out := append([]byte("RIFF"), binary.LittleEndian.AppendUint32(nil, uint32(len(body)+4))...)
	return append(append(out, "WEBP"...), body...)
}
