package scaffold

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
)

// The picture's size: 6 inches by 4, half a page of print, at 200 pixels to the inch.
const (
	wide = 1200
	high = 800
	sea  = 520 // where the water begins
)

var palette = color.Palette{
	color.RGBA{0xe9, 0xe4, 0xd8, 0xff}, // sky
	color.RGBA{0xd9, 0xcf, 0xba, 0xff}, // haze
	color.RGBA{0xc8, 0x55, 0x3d, 0xff}, // sun
	color.RGBA{0x3f, 0x5a, 0x68, 0xff}, // water
	color.RGBA{0x57, 0x76, 0x85, 0xff}, // light on the water
}

// horizon draws a sun that sinks into water, in a few flat colours.
func horizon() ([]byte, error) {
	m := image.NewPaletted(image.Rect(0, 0, wide, high), palette)
	for y := range high {
		for x := range wide {
			m.SetColorIndex(x, y, shade(x, y))
		}
	}
	var b bytes.Buffer
	enc := png.Encoder{CompressionLevel: png.BestCompression}
	if err := enc.Encode(&b, m); err != nil {
		return nil, fmt.Errorf("draw the picture: %w", err)
	}
	return b.Bytes(), nil
}

// shade returns the colour of a pixel, as an index of the palette. The numbers are by
// eye: the sun's disc, the haze above the sea, and bands of light that repeat each 40
// rows, moved sideways from row to row, and grow towards the beholder.
func shade(x, y int) uint8 {
	dx, dy := x-780, y-480
	switch {
	case y < sea && dx*dx+dy*dy < 150*150:
		return 2
	case y < sea-120:
		return 0
	case y < sea:
		return 1
	case (y-sea)%40 < 6 && (x+13*(y-sea))%300 < 120+(y-sea)/2:
		return 4
	}
	return 3
}
