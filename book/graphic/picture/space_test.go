package picture

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"testing"

	"octavo/book/internal/fuzzing"
)

// profile makes an ICC profile of a colour space with a description.
func profile(space, description string) []byte {
	p := make([]byte, 144)
	copy(p[16:], space)
	binary.BigEndian.PutUint32(p[128:], 1)
	copy(p[132:], "desc")
	binary.BigEndian.PutUint32(p[136:], 144)
	binary.BigEndian.PutUint32(p[140:], uint32(len(description)))
	return append(p, description...)
}

func utf16(s string) string {
	var out []byte
	for _, c := range []byte(s) {
		out = append(out, 0, c)
	}
	return string(out)
}

func jpegWith(profile []byte, components byte) []byte {
	out := []byte("\xff\xd8\xff\xff\xe0\x00\x04ab")
	for i := 0; i < len(profile); i += 100 {
		part := profile[i:min(i+100, len(profile))]
		out = append(out, 0xff, 0xe2, 0, byte(16+len(part)))
		out = append(append(out, "ICC_PROFILE\x00\x01\x02"...), part...)
	}
	return append(out, 0xff, 0xc0, 0, 8, 8, 0, 1, 0, 1, components)
}

func pngWith(name string, profile []byte) []byte {
	var z bytes.Buffer
	w := zlib.NewWriter(&z)
	w.Write(profile)
	w.Close()
	body := append([]byte(name+"\x00\x00"), z.Bytes()...)
	out := []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\x00gAMA\x00\x00\x00\x00")
	out = binary.BigEndian.AppendUint32(out, uint32(len(body)))
	return append(append(append(out, "iCCP"...), body...), 0, 0, 0, 0)
}

func webpWith(profile []byte) []byte {
	out := []byte("RIFF\x00\x00\x00\x00WEBPVP8X\x01\x00\x00\x00x\x00ICCP")
	out = binary.LittleEndian.AppendUint32(out, uint32(len(profile)))
	return append(out, profile...)
}

var colourCases = []struct {
	name string
	data []byte
	want string
}{
	{"sRGB in JPEG", jpegWith(profile("RGB ", "sRGB IEC61966-2.1"), 3), ""},
	{"Adobe RGB in JPEG, in parts", jpegWith(profile("RGB ", "Adobe RGB (1998)"), 3), "Adobe RGB"},
	{"four components", jpegWith(nil, 4), "CMYK"},
	{"grey", jpegWith(profile("GRAY", "Dot Gain 20%"), 1), ""},
	{"a CMYK profile before the frame", jpegWith(profile("CMYK", "Coated FOGRA39"), 3), "CMYK"},
	{"Display P3 in PNG, in UTF-16", pngWith("ICC profile", profile("RGB ", utf16("Display P3"))), "Display P3"},
	{"by its name in PNG", pngWith("ProPhoto RGB", nil), "ProPhoto"},
	{"sRGB in PNG", pngWith("ICC profile", profile("RGB ", "sRGB")), ""},
	{"eciRGB in WebP", webpWith(profile("RGB ", "eciRGB v2")), "eciRGB"},
	{"no picture", []byte("GIF89a"), ""},
	{"Lab in JPEG", jpegWith(profile("Lab ", "Lab"), 3), "Lab"},
	{"grey that is called wide", jpegWith(profile("GRAY", "Adobe RGB (1998)"), 1), ""},
	{"PNG without a profile", pngWith("x", nil)[:20], ""},
	{"PNG of a chunk before a profile", []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\x01tRNS\x00\x00\x00\x00\x00" + string(pngWith("ProPhoto RGB", nil)[8:])), "ProPhoto"},
	{"PNG whose chunk is cut", pngWith("ProPhoto RGB", nil)[:50], ""},
	{"PNG whose profile has no name", []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\x03iCCPabc\x00\x00\x00\x00"), ""},
	{"PNG whose profile is not packed", []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\x08iCCPa\x00\x00notzl\x00\x00\x00\x00"), ""},
	{"a profile without a description", jpegWith(profile("RGB ", "Adobe RGB (1998)")[:132], 3), ""},
	{"a profile whose description is cut", jpegWith(profile("RGB ", "Adobe RGB (1998)")[:150], 3), ""},
	{"cut short", jpegWith(profile("RGB ", "Adobe RGB (1998)"), 3)[:60], ""},
}

func TestSpace(t *testing.T) {
	for _, c := range colourCases {
		t.Run(c.name, func(t *testing.T) {
			if got := Space(c.data); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// FuzzSpace reads files of any bytes.
func FuzzSpace(f *testing.F) {
	fuzzing.Begin(f)
	for _, c := range colourCases {
		f.Add(c.data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if s := Space(data); s != "" && s != "CMYK" && s != "Lab" && wideName(s) == "" {
			t.Errorf("%q is no space", s)
		}
	})
}
