package check

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"io"
	"strings"
)

// maxProfile bounds a colour profile, in bytes. Generous: profiles of cameras and screens
// have a few thousand, those of presses with their tables a million or two.
const maxProfile = 4 << 20

// colourSpace returns the name of the colour space of a picture file, "" when it
// is sRGB or grey, or when the file does not say. Only the containers of JPEG, PNG and WebP
// are read, no pixels. (A TIFF in CMYK is not read at all.)
func colourSpace(data []byte) string {
	switch {
	case bytes.HasPrefix(data, []byte("\xff\xd8")):
		return jpegSpace(data)
	case bytes.HasPrefix(data, []byte("\x89PNG\r\n\x1a\n")):
		return pngSpace(data[8:])
	case len(data) > 12 && string(data[:4]) == "RIFF" && string(data[8:12]) == "WEBP":
		return webpSpace(data[12:])
	}
	return ""
}

// jpegSpace reads the segments before the image data (ISO/IEC 10918-1, B.1.1): the
// frame header tells the number of components, APP2 holds the profile in
// parts (ICC.1, B.4).
func jpegSpace(data []byte) string {
	var profile []byte
	for i := 2; i+4 <= len(data) && data[i] == 0xff; {
		marker, size := data[i+1], int(binary.BigEndian.Uint16(data[i+2:]))
		if marker == 0xff { // a fill byte
			i++
			continue
		}
		if size < 2 || i+2+size > len(data) || marker == 0xda {
			break
		}
		body := data[i+4 : i+2+size]
		// Of the markers C0 to CF all are frames but those of tables, C4 and CC, and C8, which
		// is reserved. The number of components is the sixth byte of a frame.
		frame := marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc
		switch {
		case frame && len(body) > 5 && body[5] == 4:
			return "CMYK"
		case marker == 0xe2 && bytes.HasPrefix(body, []byte("ICC_PROFILE\x00")) && len(body) > 14 && len(profile) < maxProfile:
			profile = append(profile, body[14:]...) // behind the name, the part's number and their count
		}
		i += 2 + size
	}
	return profileSpace(profile)
}

// pngSpace reads the chunks before the image data (PNG, 11.3.2.3).
func pngSpace(chunks []byte) string {
	for len(chunks) >= 12 {
		size := binary.BigEndian.Uint32(chunks)
		if uint64(size)+12 > uint64(len(chunks)) {
			break
		}
		body := chunks[8 : 8+size]
		switch string(chunks[4:8]) {
		case "IDAT":
			return ""
		case "iCCP":
			name, rest, ok := bytes.Cut(body, []byte{0})
			if !ok || len(rest) < 2 {
				return ""
			}
			if known := wideName(string(name)); known != "" {
				return known
			}
			z, err := zlib.NewReader(bytes.NewReader(rest[1:]))
			if err != nil {
				return ""
			}
			profile, _ := io.ReadAll(io.LimitReader(z, maxProfile)) // what can be read of it
			return profileSpace(profile)
		}
		chunks = chunks[12+size:]
	}
	return ""
}

func webpSpace(chunks []byte) string {
	for len(chunks) >= 8 {
		size := uint64(binary.LittleEndian.Uint32(chunks[4:]))
		if 8+size > uint64(len(chunks)) {
			break
		}
		if string(chunks[:4]) == "ICCP" {
			return profileSpace(chunks[8 : 8+size])
		}
		chunks = chunks[min(8+size+size%2, uint64(len(chunks))):]
	}
	return ""
}

// profileSpace names the space of an ICC profile that is not sRGB or grey: by the
// signature of its data (ICC.1, 7.2.6), or by what its description says.
func profileSpace(p []byte) string {
	if len(p) < 132 {
		return ""
	}
	switch string(p[16:20]) {
	case "CMYK":
		return "CMYK"
	case "Lab ":
		return "Lab"
	case "RGB ":
		return wideName(description(p))
	}
	return ""
}

// description returns the text of the tag "desc" of a profile, in ASCII or
// UTF-16, as bytes that are not zero.
func description(p []byte) string {
	n := uint64(binary.BigEndian.Uint32(p[128:]))
	for i := range min(n, 100) { // generous, as the 4 kB below: profiles have some twenty tags
		e := 132 + 12*i
		if e+12 > uint64(len(p)) {
			break
		}
		at, size := uint64(binary.BigEndian.Uint32(p[e+4:])), uint64(binary.BigEndian.Uint32(p[e+8:]))
		if string(p[e:e+4]) == "desc" && at+size <= uint64(len(p)) && size < 4096 {
			return string(bytes.ReplaceAll(p[at:at+size], []byte{0}, nil))
		}
	}
	return ""
}

// wide are RGB spaces whose colours look dull when they are taken for sRGB.
var wide = []string{"Adobe RGB", "AdobeRGB", "Display P3", "DCI-P3", "P3 D65", "ProPhoto", "ROMM", "eciRGB", "ECI-RGB", "Wide Gamut", "Rec. 2020", "Rec2020", "BT.2020"}

func wideName(s string) string {
	for _, name := range wide {
		if strings.Contains(s, name) {
			return name
		}
	}
	return ""
}
