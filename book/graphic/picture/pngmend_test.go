package picture

import (
	"encoding/binary"
	"slices"
	"testing"
)

// chunkOf is a chunk with a length and a check sum as given.
func chunkOf(kind string, length uint32, body []byte, sum uint32) []byte {
	out := append(binary.BigEndian.AppendUint32(nil, length), kind...)
	return binary.BigEndian.AppendUint32(append(out, body...), sum)
}

// TestMended takes damaged files with all of their rows, and says what is wrong.
func TestMended(t *testing.T) {
	gray, rows, end := pngHead(8, 0, 0), packed(0, 1, 2, 3, 0, 4, 5, 6), part{"IEND", nil}
	n := len(rows)
	whole := pngFile(gray, part{"IDAT", rows}, end)
	head := pngFile(gray)
	cut := len(whole) - 12 // where IEND begins
	join := func(parts ...[]byte) []byte { return slices.Concat(parts...) }
	wrongSum := slices.Clone(rows)
	wrongSum[n-1]++
	const sums = `the check sum of its "IDAT" chunk is wrong`
	for _, tt := range []struct {
		name  string
		data  []byte
		fault string
	}{
		{"check sum of the chunk", patched(whole, cut-1, whole[cut-1]+1), sums},
		{"check sum of the rows", pngFile(gray, part{"IDAT", wrongSum}, end), "the check sum of its pixels is wrong"},
		{"no check sum of the rows", pngFile(gray, part{"IDAT", rows[:n-4]}, end), "the end of its pixels is missing"},
		{"half a check sum", pngFile(gray, part{"IDAT", rows[:n-2]}, end), "the end of its pixels is missing"},
		{"a row more", pngFile(gray, part{"IDAT", packed(make([]byte, 12)...)}, end), "it has more pixels than it says"},
		{"no end", whole[:cut], "its end is missing"},
		{"half an end", whole[:len(whole)-6], "its end is missing"},
		{"wrong end", patched(whole, len(whole)-1, whole[len(whole)-1]+1), "its end is damaged"},
		{"cut in a check sum", whole[:cut-2], "its end is missing"},
		{"cut behind the rows", whole[:cut-4], "its end is missing"},
		{"zeros behind the pixels", join(whole[:cut], make([]byte, 30)), "what follows its pixels is no part of a picture"},
		{"a long chunk behind the pixels", join(whole[:cut], chunkOf("tEXt", 1<<30, []byte("no"), 0)), "what follows its pixels is no part of a picture"},
		{"length one too small", join(head, chunkOf("IDAT", uint32(n-1), rows, 7), whole[cut:]), "the length of its pixels is wrong"},
		{"length far too small", join(head, chunkOf("IDAT", 3, rows, 7), whole[cut:]), "the length of its pixels is wrong"},
		{"length too large", join(head, chunkOf("IDAT", uint32(n+3), rows, 7), whole[cut:]), sums},
		{"length beyond the file", join(head, chunkOf("IDAT", 1<<31, rows, 7), whole[cut:]), "its end is missing"},
		{"check sum of the header", patched(whole, 29, whole[29]+1), `the check sum of its "IHDR" chunk is wrong`},
		{"check sum of a text", join(head, chunkOf("tEXt", 2, []byte("no"), 0), whole[33:]), `the check sum of its "tEXt" chunk is wrong`},
		{"check sum of transparency", join(head, chunkOf("tRNS", 2, []byte{0, 1}, 0), whole[33:]), `the check sum of its "tRNS" chunk is wrong`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			p, err := Probe("p.png", tt.data)
			if err != nil {
				t.Fatal(err)
			}
			if p.Mended != tt.fault {
				t.Errorf("%q, want %q", p.Mended, tt.fault)
			}
			if err := p.Sound(); err != nil || Verify(p, nil) != nil {
				t.Errorf("not sound: %v", err)
			}
			want, _ := decode("png", whole)
			if tt.name == "a row more" {
				want, _ = decode("png", pngFile(gray, part{"IDAT", packed(make([]byte, 8)...)}, end))
			}
			if is, err := decode("png", p.Data); err != nil || !alike(want, is) {
				t.Errorf("other pixels: %v", err)
			}
		})
	}
}

// TestNotMended leaves alone what lacks a row, what nothing proves, what moves, and what
// decoders take without complaint.
func TestNotMended(t *testing.T) {
	gray, rows, end := pngHead(8, 0, 0), part{"IDAT", packed(0, 1, 2, 3, 0, 4, 5, 6)}, part{"IEND", nil}
	whole := pngFile(gray, rows, end)
	short := pngFile(gray, part{"IDAT", packed(0, 1, 2, 3)}, end)
	wide := pngFile(part{"IHDR", []byte{0, 0, 0, 3, 0, 0, 0, 1, 8, 0, 0, 0, 0}}, rows, end)
	for name, data := range map[string][]byte{
		"a row too few":              short,
		"a row too few, and no end":  short[:len(short)-12],
		"no pixels":                  pngFile(gray)[:33],
		"size that nothing proves":   patched(wide, 29, wide[29]+1),
		"header of no chunk":         patched(whole, 12, 0),
		"animation":                  pngFile(gray, part{"acTL", numbers(nil, 1, 0)}, rows)[:80],
		"sound":                      whole,
		"bytes behind the rows":      pngFile(gray, rows, part{"IDAT", []byte{0}}, end),
		"area that no picture has":   patched(whole, 16, 0, 1, 0, 0, 0, 1, 0, 0),
		"row of hundreds of MB, cut": patched(whole, 16, 0x7f, 0xff, 0xff, 0xff, 0, 0, 0, 0),
	} {
		t.Run(name, func(t *testing.T) {
			if p, err := Probe("p.png", data); err == nil && p.Mended != "" {
				t.Errorf("mended: %s", p.Mended)
			}
		})
	}
}
