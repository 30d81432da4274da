package picture

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/gif"
	"image/png"
	"testing"

	"octavo/book"
)

func animation(t *testing.T, frames int, local bool) []byte {
	t.Helper()
	var g gif.GIF
	for i := range frames {
		p := color.Palette{color.Black, color.White}
		if local && i > 0 {
			p = color.Palette{color.White, color.Black, color.Gray{9}, color.Gray{99}}
		}
		g.Image, g.Delay = append(g.Image, image.NewPaletted(image.Rect(0, 0, 3, 3), p)), append(g.Delay, 5)
	}
	var buf bytes.Buffer
	if err := gif.EncodeAll(&buf, &g); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

// animatedPNG returns a PNG file that says how many frames it has.
func animatedPNG(t *testing.T, frames uint32) []byte {
	t.Helper()
	var buf bytes.Buffer
	if err := png.Encode(&buf, image.NewGray(image.Rect(0, 0, 2, 2))); err != nil {
		t.Fatal(err)
	}
	body := binary.BigEndian.AppendUint32([]byte("acTL"), frames)
	body = append(body, 0, 0, 0, 0)
	chunk := append(binary.BigEndian.AppendUint32(nil, 8), body...)
	chunk = binary.BigEndian.AppendUint32(chunk, crc32.ChecksumIEEE(body))
	const header = 8 + 25 // signature and IHDR
	return bytes.Join([][]byte{buf.Bytes()[:header], chunk, buf.Bytes()[header:]}, nil)
}

func TestMoves(t *testing.T) {
	film := animation(t, 3, true)
	tests := []struct {
		name, format string
		data         []byte
		want         bool
	}{
		{"still GIF", "gif", animation(t, 1, false), false},
		{"GIF of two frames", "gif", animation(t, 2, false), true},
		{"GIF with colours of each frame", "gif", film, true},
		{"GIF cut in its first frame", "gif", film[:30], false},
		{"GIF without a body", "gif", film[:13], false},
		{"no GIF", "gif", nil, false},
		{"still PNG", "png", animatedPNG(t, 1), false},
		{"animated PNG", "png", animatedPNG(t, 4), true},
		{"no PNG", "png", []byte("\x89PNG\r\n\x1a\nxx"), false},
		{"empty PNG", "png", nil, false},
		{"another", "jpeg", film, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := Moves(&book.Picture{Format: tt.format, Data: tt.data}); got != tt.want {
				t.Errorf("got %t", got)
			}
		})
	}
	for n := range film { // every cut is read without harm
		gifFrames(film[:n], 9)
	}
}
