package picture

import (
	"bytes"
	"encoding/binary"
	"errors"
	"image"
	"image/color"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
)

// TestFrameHeader reads headers of frames (T.81, B.2.2).
func TestFrameHeader(t *testing.T) {
	gray := []byte{8, 0, 20, 0, 30, 1, 1, 0x11, 0}
	colours := []byte{8, 0, 20, 0, 30, 3, 1, 0x21, 0, 2, 0x11, 1, 3, 0x11, 3}
	set := func(b []byte, at int, v byte) []byte { b = slices.Clone(b); b[at] = v; return b }
	for _, tt := range []struct {
		name string
		body []byte
		ok   bool
	}{
		{"gray", gray, true}, {"colours", colours, true}, {"factors of 4", set(gray, 7, 0x44), true},
		{"cut", gray[:5], false}, {"12 bits", set(gray, 0, 12), false}, {"no width", set(gray, 4, 0), false}, {"no height", set(gray, 2, 0), false},
		{"no components", []byte{8, 0, 20, 0, 30, 0}, false}, {"five", append([]byte{8, 0, 20, 0, 30, 5}, bytes.Repeat([]byte{1, 0x11, 0}, 5)...), false},
		{"a byte more", append(slices.Clone(gray), 0), false}, {"factor 0 across", set(gray, 7, 0x01), false}, {"factor 0 down", set(gray, 7, 0x10), false},
		{"factor 5 across", set(gray, 7, 0x51), false}, {"factor 5 down", set(gray, 7, 0x15), false}, {"table 4", set(gray, 8, 4), false},
		{"an id twice", set(colours, 9, 1), false},
	} {
		var f jpegFrame
		if got := f.read(sof0, tt.body); got != tt.ok {
			t.Errorf("%s: %t", tt.name, got)
		}
	}
	// 30 by 20 pixels at 4:2:2 are MCUs of 16 by 8: 2 across and 3 down.
	var f jpegFrame
	f.read(sof2, colours)
	across, down := f.mcus()
	y, cb := f.components[0], f.components[1]
	got := []int{f.width, f.height, across, down, y.across, y.down, y.stride, y.filled, cb.across, cb.down, cb.stride, cb.filled, int(cb.table)}
	if want := []int{30, 20, 2, 3, 4, 3, 4, 12, 2, 3, 2, 6, 1}; !slices.Equal(got, want) || !f.progressive() {
		t.Errorf("blocks %d, want %d", got, want)
	}
}

// TestTables reads tables of quantization (T.81, B.2.4.1), of 8 bits and of 16.
func TestTables(t *testing.T) {
	table := func(head byte, n int) []byte { return append([]byte{head}, make([]byte, n)...) }
	for _, tt := range []struct {
		body   []byte
		tables [4]bool
		ok     bool
	}{
		{nil, [4]bool{}, true}, {table(0x02, 64), [4]bool{2: true}, true}, {table(0x13, 128), [4]bool{3: true}, true}, {append(table(0x10, 128), table(0x01, 64)...), [4]bool{true, true}, true},
		{table(0x20, 256), [4]bool{}, false}, {table(0x04, 64), [4]bool{}, false}, {table(0x00, 63), [4]bool{}, false}, {table(0x10, 64), [4]bool{}, false}, {table(0x00, 65), [4]bool{true}, false},
	} {
		var w jpegWalk
		if ok := w.quantization(tt.body); ok != tt.ok || w.quant != tt.tables {
			t.Errorf("%d bytes: %t, %v", len(tt.body), ok, w.quant)
		}
	}
}

// scanning is a walk that has come to a scan of a picture of three components.
func scanning(marker byte) *jpegWalk {
	w := &jpegWalk{strict: true, quant: [4]bool{true, true, false, false}}
	w.frame.read(marker, []byte{8, 0, 16, 0, 16, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1})
	c := newCodes([]byte{1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}, []byte{0})
	w.huffman = [2][4]*codes{{c, nil, c, c}, {c, nil, c, c}}
	return w
}

// TestScanHeader reads headers of scans (B.2.3).
func TestScanHeader(t *testing.T) {
	for _, tt := range []struct {
		name string
		body []byte
		ok   bool
	}{
		{"one component", []byte{1, 1, 0x00, 0, 63, 0}, true},
		{"three", []byte{3, 1, 0x00, 2, 0x22, 3, 0x33, 0, 63, 0}, true},
		{"the last two", []byte{2, 2, 0, 3, 0, 0, 63, 0}, true},
		{"nothing", nil, false},
		{"none", []byte{0, 0, 63, 0}, false},
		{"five", []byte{5, 1, 0, 2, 0, 3, 0, 4, 0, 5, 0, 0, 63, 0}, false},
		{"a byte less", []byte{1, 1, 0, 0, 63}, false},
		{"a byte more", []byte{1, 1, 0, 0, 63, 0, 0}, false},
		{"an unknown one", []byte{1, 9, 0, 0, 63, 0}, false},
		{"one twice", []byte{2, 1, 0, 1, 0, 0, 63, 0}, false},
		{"another order", []byte{2, 2, 0, 1, 0, 0, 63, 0}, false},
		{"table 4 of differences", []byte{1, 1, 0x40, 0, 63, 0}, false},
		{"table 4 of the others", []byte{1, 1, 0x04, 0, 63, 0}, false},
		{"no table of differences", []byte{1, 1, 0x10, 0, 63, 0}, false},
		{"no table of the others", []byte{1, 1, 0x01, 0, 63, 0}, false},
		{"a later start", []byte{1, 1, 0, 1, 63, 0}, false},
		{"an earlier end", []byte{1, 1, 0, 0, 62, 0}, false},
		{"refined", []byte{1, 1, 0, 0, 63, 0x10}, false},
		{"rough", []byte{1, 1, 0, 0, 63, 0x01}, false},
	} {
		if _, ok := scanning(sof0).scanHeader(tt.body); ok != tt.ok {
			t.Errorf("%s: %t", tt.name, ok)
		}
	}
	again := scanning(sof0)
	if _, ok := again.scanHeader([]byte{1, 2, 0, 0, 63, 0}); !ok {
		t.Error("the second component is not read")
	}
	if _, ok := again.scanHeader([]byte{2, 2, 0, 3, 0, 0, 63, 0}); ok {
		t.Error("the second component is read twice")
	}
	quant := scanning(sof0)
	quant.quant[1] = false
	if _, ok := quant.scanHeader([]byte{1, 2, 0, 0, 63, 0}); ok {
		t.Error("a component without its table is read")
	}
	large := scanning(sof0) // 16 blocks and 1 in an MCU
	large.frame.components[0].h, large.frame.components[0].v = 4, 4
	if _, ok := large.scanHeader([]byte{2, 1, 0, 2, 0, 0, 63, 0}); ok {
		t.Error("an MCU of 17 blocks is read")
	}
	if _, ok := large.scanHeader([]byte{1, 1, 0, 0, 63, 0}); !ok {
		t.Error("a component of 16 blocks is not read alone")
	}
}

// TestProgression begins and refines coefficients in orders that are right and wrong (G.1.1.1).
func TestProgression(t *testing.T) {
	const all = "1:0-0:0/1 2:0-0:0/1 3:0-0:0/1"
	for _, tt := range []struct {
		scans string // component, first and last coefficient, high and low bit
		ok    bool   // of the last; those before are right
	}{
		{"1:0-0:0/0", true}, {"1:0-0:0/13", true}, {"1:0-0:0/14", false}, {"1:0-1:0/0", false}, {"1:1-63:0/0", false},
		{"1:0-0:0/1 1:0-0:1/0", true}, {"1:0-0:0/1 1:0-0:2/1", false}, {"1:0-0:0/1 1:0-0:0/0", false}, {"1:0-0:0/0 1:0-0:1/0", false},
		{"1:0-0:1/0", false}, {"1:0-0:0/2 1:0-0:2/1", true}, {"1:0-0:0/2 1:0-0:2/0", false}, {"1:0-0:0/2 1:0-0:2/1 1:0-0:1/0", true},
		{"1:0-0:0/0 1:1-63:0/0", true}, {"1:0-0:0/0 1:1-64:0/0", false}, {"1:0-0:0/0 1:5-4:0/0", false}, {"1:0-0:0/0 2:1-63:0/0", false},
		{"1:0-0:0/0 1:1-5:0/2 1:6-63:0/2 1:1-63:2/1", true}, {"1:0-0:0/0 1:1-5:0/2 1:5-63:0/2", false}, {"1:0-0:0/0 1:1-5:0/2 1:1-6:2/1", false},
		{"12:0-0:0/0", true}, {all + " 12:1-63:0/1", false}, {all + " 12:0-0:1/0", true},
	} {
		w := scanning(sof2)
		list := strings.Fields(tt.scans)
		for i, s := range list {
			who, what, _ := strings.Cut(s, ":")
			band, bits, _ := strings.Cut(what, ":")
			var v [4]int
			for k, text := range append(strings.Split(band, "-"), strings.Split(bits, "/")...) {
				for _, c := range text {
					v[k] = 10*v[k] + int(c-'0')
				}
			}
			body := []byte{byte(len(who))}
			for _, c := range who {
				body = append(body, byte(c-'0'), 0)
			}
			_, ok := w.scanHeader(append(body, byte(v[0]), byte(v[1]), byte(v[2]<<4|v[3])))
			if want := tt.ok || i < len(list)-1; ok != want {
				t.Errorf("%s, scan %d: %t", tt.scans, i+1, ok)
			}
		}
	}
}

// TestCodes writes random codes, one of each length, and bits behind them, and reads all.
func TestCodes(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	counts, symbols := make([]byte, 16), make([]byte, 16)
	for i := range 16 {
		counts[i], symbols[i] = 1, byte(15-i)
	}
	c := newCodes(counts, symbols)
	for range 200 {
		var bits []byte // one of each bit
		put := func(v uint64, n int) {
			for n--; n >= 0; n-- {
				bits = append(bits, byte(v>>n&1))
			}
		}
		type step struct {
			kind  int // 0: a code, 1: some bits, 2: a run
			value int
		}
		var steps []step
		for range 1 + r.IntN(20) {
			switch s := (step{r.IntN(3), r.IntN(16)}); s.kind {
			case 0: // a code of n bits has ones and a zero at its end
				put(1<<(s.value+1)-2, s.value+1)
				put(r.Uint64(), int(symbols[s.value]&15))
				steps = append(steps, s)
			case 1:
				s.value = r.IntN(64)
				put(r.Uint64(), s.value)
				steps = append(steps, s)
			case 2:
				size := r.IntN(15)
				extra := r.IntN(1 << size)
				put(uint64(extra), size)
				steps = append(steps, step{2, size<<16 | (1<<size - 1 + extra)})
			}
		}
		var data []byte
		for at := 0; at < len(bits); at += 8 {
			b := byte(0)
			for i := range 8 {
				b = b<<1 | append(bits[at:len(bits):len(bits)], 1, 1, 1, 1, 1, 1, 1)[i]
			}
			if data = append(data, b); b == 0xff {
				data = append(data, 0)
			}
		}
		var reader codeReader
		reader.reset(data)
		for i, s := range steps {
			ok := true
			switch s.kind {
			case 0:
				var symbol byte
				symbol, ok = reader.next(c)
				ok = ok && symbol == symbols[s.value]
			case 1:
				ok = reader.skip(s.value)
			case 2:
				run := 0
				ok = reader.run(s.value>>16, &run) && run == s.value&0xffff
			}
			if !ok {
				t.Fatalf("step %d of %v on %x", i, steps, data)
			}
		}
		if !reader.empty() {
			t.Fatalf("%d bits are left of %x", reader.n, data)
		}
		if reader.skip(8) {
			t.Fatal("more is read than there is")
		}
	}
	for name, tt := range map[string]struct{ counts, symbols []byte }{
		"no codes": {make([]byte, 16), nil}, "ones alone": {append([]byte{2}, make([]byte, 15)...), []byte{0, 1}},
		"too many": {append([]byte{1, 3}, make([]byte, 14)...), []byte{0, 1, 2, 3}},
	} {
		if newCodes(tt.counts, tt.symbols) != nil {
			t.Errorf("a table of %s", name)
		}
	}
	for most, want := range map[byte]bool{11: true, 12: false} {
		if c := newCodes(counts, append(slices.Repeat([]byte{3}, 15), most)); c.differences != want {
			t.Errorf("differences of %d bits: %t", most, c.differences)
		}
	}
}

// TestCutGIF cuts a GIF file short at each of its bytes: only between blocks it may end.
func TestCutGIF(t *testing.T) {
	film := animation(t, 2, true)
	still := bytes.IndexByte(film[13:], 0x2c) + 13
	ends := map[int]bool{}
	pos := 13 + colourTable(film[10])
	for ends[pos] = true; film[pos] != 0x3b; ends[pos] = true {
		n := pos + 2
		if film[pos] == 0x2c {
			n = pos + 11 + colourTable(film[pos+9])
		}
		for film[n] != 0 {
			n += int(film[n]) + 1
		}
		pos = n + 1
	}
	first := 0 // the end of the first frame
	for n := range ends {
		if n > still && (first == 0 || n < first) {
			first = n
		}
	}
	for n := 13; n < len(film); n++ {
		sound, inspected := soundGIF(film[:n]), inspectGIF(film[:n])
		if (sound == nil) != ends[n] && n < len(film)-1 {
			t.Errorf("%d of %d bytes: sound: %v", n, len(film), sound)
		}
		if want := n >= first; (inspected == nil) != want || !want && !errors.Is(inspected, errTruncated) {
			t.Errorf("%d of %d bytes: inspected: %v", n, len(film), inspected)
		}
		if clean := cleanGIF(film[:n]); !bytes.HasPrefix(film, clean[:13]) {
			t.Errorf("%d of %d bytes: another head", n, len(film))
		}
	}
	if err := inspectGIF(slices.Concat(film[:still], []byte{0x3b})); err == nil || err.Error() != "it has no pixels" {
		t.Errorf("a file without a frame: %v", err)
	}
}

// TestAlphaAnimation decodes a lossy frame with alpha, which needs a file of its own kind.
func TestAlphaAnimation(t *testing.T) {
	data, err := os.ReadFile("testdata/webp/patches-alpha.webp")
	if err != nil {
		t.Fatal(err)
	}
	want, err := webpDecode(data)
	if err != nil {
		t.Fatal(err)
	}
	chunk := func(kind string, body []byte) []byte {
		out := binary.LittleEndian.AppendUint32([]byte(kind), uint32(len(body)))
		return append(append(out, body...), make([]byte, len(body)&1)...)
	}
	three := func(n int) []byte { return []byte{byte(n), byte(n >> 8), byte(n >> 16)} }
	size := want.Bounds().Size()
	film := func(canvas image.Point, head []byte) []byte {
		body := slices.Concat([]byte("WEBP"), chunk("VP8X", slices.Concat([]byte{0x12, 0, 0, 0}, three(canvas.X-1), three(canvas.Y-1))),
			chunk("ANMF", slices.Concat(head, chunk("ALPH", riffChunk(data, "ALPH")), chunk("VP8 ", riffChunk(data, "VP8 ")))))
		return append(binary.LittleEndian.AppendUint32([]byte("RIFF"), uint32(len(body))), body...)
	}
	head := func(x, y int) []byte {
		return slices.Concat(three(x/2), three(y/2), three(size.X-1), three(size.Y-1), three(100), []byte{0})
	}
	got, err := webpDecode(film(size, head(0, 0)))
	if err != nil || !alike(got, want) {
		t.Fatalf("other pixels: %v", err)
	}
	got, err = webpDecode(film(size.Add(image.Pt(4, 6)), head(2, 6)))
	if err != nil || got.Bounds().Size() != size.Add(image.Pt(4, 6)) {
		t.Fatalf("on a larger canvas: %v", err)
	}
	for y := range size.Y {
		for x := range size.X {
			if color.NRGBAModel.Convert(got.At(x+2, y+6)) != color.NRGBAModel.Convert(want.At(want.Bounds().Min.X+x, want.Bounds().Min.Y+y)) {
				t.Fatalf("the pixel at %d, %d is another", x, y)
			}
		}
	}
	if _, _, _, a := got.At(1, 6).RGBA(); a != 0 {
		t.Error("the canvas beside the frame shows")
	}
	if _, err := webpDecode(film(size.Add(image.Pt(2, 0)), head(4, 0))); err == nil {
		t.Error("a frame is drawn beyond its canvas")
	}
	cut := film(size, nil)
	binary.LittleEndian.PutUint32(cut[34:], 10)
	if _, err := webpDecode(cut); !errors.Is(err, errTruncated) {
		t.Errorf("a frame of 10 bytes: %v", err)
	}
}

// TestOrientationFields reads the turn of a picture from EXIF data in either order of
// bytes, and takes damaged ones for none.
func TestOrientationFields(t *testing.T) {
	for _, order := range []binary.AppendByteOrder{binary.LittleEndian, binary.BigEndian} {
		file := tiffFile(order, nil, tiffField{256, 4, []uint32{1}}, tiffField{274, 3, []uint32{6}})
		if got := tiffOrientation(file); got != 6 {
			t.Errorf("%v: %d", order, got)
		}
		for n := range len(file) - 4 {
			if got := tiffOrientation(file[:n]); got != 1 {
				t.Errorf("%v: of %d bytes: %d", order, n, got)
			}
		}
		for _, v := range []uint32{0, 9} {
			if got := tiffOrientation(tiffFile(order, nil, tiffField{274, 3, []uint32{v}})); got != 1 {
				t.Errorf("%v: turn %d is taken for %d", order, v, got)
			}
		}
		if got := tiffOrientation(tiffFile(order, nil, tiffField{256, 3, []uint32{8}})); got != 1 {
			t.Errorf("%v: none is taken for %d", order, got)
		}
	}
}

// TestRowsOfFewImages reads images that are transparent, odd or without a kind of their own.
func TestRowsOfFewImages(t *testing.T) {
	read := func(img image.Image, width, height int) (out []uint8) {
		p := readPixels(newRowReader(img, img.Bounds().Dx(), img.Bounds().Dy()), width, height)
		for i := range width * height {
			a := uint8(255)
			if p.alpha != nil {
				a = p.alpha[i]
			}
			out = append(out, p.rgb[3*i], p.rgb[3*i+1], p.rgb[3*i+2], a)
		}
		return out
	}
	odd := image.NewPaletted(image.Rect(0, 0, 2, 1), color.Palette{color.NRGBA{9, 8, 7, 255}})
	odd.Pix[1] = 5 // no such colour
	rgba := &image.RGBA{Pix: []uint8{50, 100, 25, 100, 0, 0, 0, 0, 1, 2, 3, 255}, Stride: 12, Rect: image.Rect(0, 0, 3, 1)}
	wide := image.NewRGBA64(image.Rect(0, 0, 2, 1))
	wide.SetRGBA64(1, 0, color.RGBA64{0x4000, 0x2000, 0x8000, 0x8000})
	for _, tt := range []struct {
		name          string
		img           image.Image
		width, height int
		want          []uint8
	}{
		{"a colour that is not there", odd, 2, 1, []uint8{9, 8, 7, 255, 0, 0, 0, 255}},
		{"multiplied with alpha", rgba, 3, 1, []uint8{128, 255, 64, 100, 0, 0, 0, 0, 1, 2, 3, 255}},
		{"of 16 bits", wide, 2, 1, []uint8{0, 0, 0, 0, 128, 64, 255, 128}},
		{"a mask", &image.Alpha{Pix: []uint8{0, 255}, Stride: 2, Rect: image.Rect(0, 0, 2, 1)}, 2, 1, []uint8{0, 0, 0, 0, 255, 255, 255, 255}},
		{"transparent and shrunk", &image.NRGBA{Pix: []uint8{9, 9, 9, 0, 9, 9, 9, 0, 90, 60, 30, 255, 9, 9, 9, 0}, Stride: 16, Rect: image.Rect(0, 0, 4, 1)}, 2, 1,
			[]uint8{0, 0, 0, 0, 90, 60, 30, 128}},
	} {
		if got := read(tt.img, tt.width, tt.height); !slices.Equal(got, tt.want) {
			t.Errorf("%s: %v, want %v", tt.name, got, tt.want)
		}
	}
}
