package picture

import (
	"bytes"
	"image/jpeg"
)

// What a photograph is that was stored without loss, and what a JPEG of it may be off, by
// eye: few pixels of a photograph equal the one before them, and many of a drawing or the
// picture of a screen; where lines are sharp a JPEG has rings, which the worst of its
// squares of eight pixels shows.
const (
	mostAlike = 40  // percent of the pixels: photographs have up to 30, charts from 70 on
	jpegMean  = 16  // mean square of a sample, 36 dB
	jpegWorst = 250 // the same of the worst square, 24 dB
)

// photo returns opaque pixels as a JPEG when they are a photograph, and nil for what is
// none, or where the loss would be seen.
func (p *pixels) photo() []byte {
	if p.alike()*100 > mostAlike*p.width*p.height {
		return nil
	}
	file, err := encodeJPEG(p)
	if err != nil {
		return nil
	}
	img, err := jpeg.Decode(bytes.NewReader(file))
	if err != nil || !p.nearly(copyPixels(newRowReader(img, p.width, p.height))) {
		return nil
	}
	return file
}

// alike counts the pixels that equal the one to their left.
func (p *pixels) alike() (n int) {
	for i := 3; i+2 < len(p.rgb); i += 3 {
		if [3]uint8(p.rgb[i:]) == [3]uint8(p.rgb[i-3:]) {
			n++
		}
	}
	return n
}

// nearly reports whether q can stand for p.
func (p *pixels) nearly(q *pixels) bool {
	const side = 8
	total := 0
	for top := 0; top < p.height; top += side {
		for left := 0; left < p.width; left += side {
			sum, n := 0, 0
			for y := top; y < min(top+side, p.height); y++ {
				from, to := 3*(y*p.width+left), 3*(y*p.width+min(left+side, p.width))
				for i := from; i < to; i++ {
					d := int(p.rgb[i]) - int(q.rgb[i])
					sum, n = sum+d*d, n+1
				}
			}
			if total += sum; sum > jpegWorst*n {
				return false
			}
		}
	}
	return total <= jpegMean*len(p.rgb)
}
