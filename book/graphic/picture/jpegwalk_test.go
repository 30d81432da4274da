package picture

import (
	"bytes"
	"image/jpeg"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"octavo/book/internal/fuzzing"
)

// jpegFiles are files of 17 by 33 pixels that cjpeg of libjpeg-turbo made: each
// kind of scan is in one of them.
func jpegFiles(t testing.TB) map[string][]byte {
	t.Helper()
	paths, err := filepath.Glob("testdata/jpeg/*.jpg")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no files: %v", err)
	}
	files := map[string][]byte{"go.jpg": jpegOf(sample())}
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		files[filepath.Base(path)] = data
	}
	return files
}

// TestSoundJPEG finds files of every kind of scan sound, and passes them through
// with the same codes.
func TestSoundJPEG(t *testing.T) {
	for name, data := range jpegFiles(t) {
		t.Run(name, func(t *testing.T) {
			if !soundJPEG(data) {
				t.Fatal("not sound")
			}
			clean := cleanJPEG(withSegment(data, 0xfe, []byte("SECRET")), true)
			if !bytes.Equal(clean, data) {
				t.Errorf("%d bytes became %d others", len(data), len(clean))
			}
		})
	}
}

// scanOf returns where the first scan begins, and where its codes do.
func scanOf(data []byte) (header, codes int) {
	header = bytes.Index(data, []byte{0xff, sos})
	return header, header + 2 + int(data[header+2])<<8 + int(data[header+3])
}

// TestDamagedJPEG damages a file in the ways that some decoders pass over. What is
// not sound is encoded anew for both editions, or is no picture at all.
func TestDamagedJPEG(t *testing.T) {
	data := jpegFiles(t)["restarts.jpg"] // baseline, two MCUs between markers
	header, codes := scanOf(data)
	restart := codes + bytes.Index(data[codes:], []byte{0xff, rst0})
	end := len(data) - 2
	put := func(at int, b ...byte) []byte { return slices.Insert(slices.Clone(data), at, b...) }
	set := func(at int, b byte) []byte { c := slices.Clone(data); c[at] = b; return c }
	cut := func(from, to int) []byte { return slices.Delete(slices.Clone(data), from, to) }
	frame := bytes.Index(data, []byte{0xff, sof0})
	for _, tt := range []struct {
		name  string
		data  []byte
		sound bool
	}{
		{"as it was", data, true},
		{"fill before a segment", put(header, 0xff, 0xff), true},
		{"fill before the end", put(end, 0xff), true},
		{"bytes after the end", put(len(data), 1, 2, 3), true},
		{"unknown marker before the scan", put(header, 0xff, 0x04, 0, 2), false},
		{"marker without a length", put(header, 0xff, 0x01), false},
		{"restart before the scan", put(header, 0xff, rst0), false},
		{"extension before the scan", put(header, 0xff, 0xf3, 0, 2), false},
		{"bytes between segments", put(header, 1, 2, 3), false},
		{"bytes after the codes", put(end, 1, 2, 3), false},
		{"zeros after the codes", put(end, make([]byte, 400)...), false},
		{"restart after the codes", put(end, 0xff, rst0+1), false},
		{"unknown marker after the codes", put(end, 0xff, 0x04, 0, 2), false},
		{"number of lines after the codes", put(end, 0xff, 0xdc, 0, 4, 0, 33), false},
		{"segment too long", set(header+3, data[header+3]+2), false},
		{"segment too short", set(header+3, data[header+3]-2), false},
		{"table too long", set(bytes.Index(data, []byte{0xff, dht})+3, 0x21), false},
		{"codes cut short", cut(end-3, end), false},
		{"half of the codes", cut(codes+(end-codes)/2, end), false},
		{"no codes", cut(codes, end), false},
		{"no restart", cut(restart, restart+2), false},
		{"other restart", set(restart+1, rst0+3), false},
		{"fill before a restart", put(restart, 0xff), false},
		{"restart twice", put(restart, 0xff, rst0), false},
		{"zeros instead of codes", slices.Concat(data[:restart-8], make([]byte, 8), data[restart:]), false},
		{"no end", data[:end], false},
		{"end twice", put(end, 0xff, eoi), true},
		{"higher than its codes", set(frame+6, 200), false},
		{"wider than its codes", set(frame+8, 90), false},
		{"frame twice", put(header, data[frame:frame+19]...), false},
		{"scan twice", put(end, data[header:end]...), false},
		{"tables between scans", put(end, data[bytes.Index(data, []byte{0xff, dqt}):][:69]...), false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := soundJPEG(tt.data); got != tt.sound {
				t.Fatalf("sound: %t, want %t", got, tt.sound)
			}
			p, err := Probe("p.jpg", tt.data)
			if err != nil {
				return
			}
			e, err := ForPDF(p, PDFOptions{})
			if err == nil && !soundJPEG(e.JPEG) {
				t.Error("the PDF holds a file that is not sound")
			}
			file, _, errEPUB := ForEPUB(p, EPUBOptions{})
			if errEPUB == nil && !soundJPEG(file) {
				t.Error("the EPUB holds a file that is not sound")
			}
			if (err == nil) != (errEPUB == nil) || tt.sound && err != nil {
				t.Errorf("PDF: %v; EPUB: %v", err, errEPUB)
			}
			if verified := Verify(p, nil); (verified == nil) != (err == nil) {
				t.Errorf("Verify says %v, a build %v", verified, err)
			}
		})
	}
}

// TestCutScan cuts a scan short at each of its bytes.
func TestCutScan(t *testing.T) {
	for name, data := range jpegFiles(t) {
		_, codes := scanOf(data)
		progressive := bytes.Contains(data[:codes], []byte{0xff, sof0 + 2})
		for at := codes; at < len(data)-2; at++ {
			if data[at-1] == 0xff && data[at] != 0 {
				continue // within a marker, whose first byte is fill before the end
			}
			// A progressive file may end after any of its scans, another after none but
			// the last: refined.jpg has one for each component.
			whole := data[at] == 0xff && data[at+1] != 0 && !(data[at+1] >= rst0 && data[at+1] <= rst7)
			whole = progressive && (whole || at > codes && isSegment(data, at))
			if soundJPEG(append(slices.Clone(data[:at]), 0xff, eoi)) && !whole {
				t.Errorf("%s is sound when cut at byte %d of %d", name, at, len(data))
			}
		}
	}
}

// isSegment reports whether a segment that is no scan ends at a byte.
func isSegment(data []byte, at int) bool {
	for i := at - 4; i > 0 && i > at-400; i-- {
		if data[i] == 0xff && data[i+1] == dht && i+2+int(data[i+2])<<8+int(data[i+3]) == at {
			return true
		}
	}
	return false
}

// TestSoundJPEGDecodes changes files at random: what is still sound, image/jpeg
// decodes too. It reads other restarts than the standard has in progressive files
// whose components are not of one size.
func TestSoundJPEGDecodes(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	sounds := 0
	for name, data := range jpegFiles(t) {
		if name == "progressive-restarts.jpg" {
			continue
		}
		for range 3000 {
			c := slices.Clone(data)
			for range 1 + r.IntN(2) {
				switch i := 2 + r.IntN(len(c)-2); r.IntN(4) {
				case 0:
					c[i] ^= 1 << r.IntN(8)
				case 1:
					c[i] = byte(r.Uint32())
				case 2:
					c = slices.Delete(c, i, i+1)
				case 3:
					c = slices.Insert(c, i, byte(r.Uint32()))
				}
			}
			if p, err := Probe(name, c); err != nil || !jpegInfoOf(c).passes() || sound(p) != nil {
				continue
			}
			sounds++
			if _, err := jpeg.Decode(bytes.NewReader(c)); err != nil {
				t.Fatalf("%s is sound, but %v:\n%x", name, err, c)
			}
		}
	}
	if sounds == 0 {
		t.Error("no changed file is sound")
	}
}

// TestManyScans refuses more scans than any encoder writes before they are decoded.
func TestManyScans(t *testing.T) {
	data := jpegFiles(t)["progressive.jpg"]
	last := bytes.LastIndex(data, []byte{0xff, sos})
	scans := bytes.Count(data, []byte{0xff, sos})
	for _, tt := range []struct {
		name          string
		width, height int
		scans         int
		ok            bool
	}{
		{"as many as there may be", 17, 33, 100, true},
		{"one more", 17, 33, 101, false},
		{"on 50 megapixels", 10_000, 5_000, 40, true},
		{"one more on 50 megapixels", 10_000, 5_000, 41, false},
		{"two thousand", 3000, 3000, 2000, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c := slices.Concat(data[:len(data)-2], bytes.Repeat(data[last:len(data)-2], tt.scans-scans), data[len(data)-2:])
			frame := bytes.Index(c, []byte{0xff, sof2})
			copy(c[frame+5:], []byte{byte(tt.height >> 8), byte(tt.height), byte(tt.width >> 8), byte(tt.width)})
			_, err := Probe("p.jpg", c)
			if (err == nil) != tt.ok {
				t.Fatalf("error: %v", err)
			}
			if err != nil && Hint(err) != "save it as a JPEG that is not progressive" {
				t.Errorf("hint: %s", Hint(err))
			}
		})
	}
}

// FuzzSoundJPEG reads any bytes without harm, and again what it passes through.
func FuzzSoundJPEG(f *testing.F) {
	fuzzing.Begin(f)
	for _, data := range jpegFiles(f) {
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		p, err := Probe("p.jpg", data)
		if err != nil || p.Format != "jpeg" || p.Width*p.Height > 1<<20 || sound(p) != nil {
			return
		}
		clean := cleanJPEG(data, true)
		if clean == nil || !soundJPEG(clean) || !bytes.Equal(clean, cleanJPEG(clean, true)) {
			t.Errorf("not sound when passed through: %x", clean)
		}
	})
}
