package picture

import (
	"bytes"
	"compress/zlib"
	"errors"
	"io"
	"strings"
)

// maxProfile bounds a colour profile, in bytes. Generous: profiles of cameras and screens
// have a few thousand, those of presses with their tables a million or two.
const maxProfile = 4 << 20

// minProfile is what every profile has: a header and the number of its tags.
const minProfile = 132

// Space returns the name of the colour space of a picture file whose colours no edition
// has as they are meant, "" for any other: sRGB, grey, and the spaces that are converted.
func Space(data []byte) string {
	profile, name := profileOf(data)
	if name != "" || conversionOf(data) != nil {
		return name
	}
	return profileSpace(profile)
}

// profileOf returns the ICC profile of a picture file, as far as it can be read, and the
// name of its space when that is known without one. Only the containers of JPEG, PNG and
// WebP are read, no pixels. (A TIFF in CMYK is not read at all.)
func profileOf(data []byte) (profile []byte, name string) {
	switch sniff(data) {
	case "jpeg":
		return jpegProfile(data)
	case "png":
		return pngProfile(data)
	case "webp":
		return riffChunk(data, "ICCP"), ""
	}
	return nil, ""
}

// jpegProfile reads the segments before the image data: the frame header tells the number
// of components, APP2 holds the profile in parts (ICC.1, B.4).
func jpegProfile(data []byte) (profile []byte, name string) {
	jpegSegments(data, func(marker byte, _, body []byte) {
		// Of the markers C0 to CF all are frames but those of tables, C4 and CC, and C8, which
		// is reserved. The number of components is the sixth byte of a frame.
		frame := marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc
		switch {
		case frame && len(body) > 5 && body[5] == 4:
			name = "CMYK"
		case marker == 0xe2 && bytes.HasPrefix(body, []byte("ICC_PROFILE\x00")) && len(body) > 14 && len(profile) < maxProfile:
			profile = append(profile, body[14:]...) // behind the name, the part's number and their count
		}
	})
	return profile, name
}

// errPixels ends a walk over the chunks of a PNG at its pixels, or at what decides.
var errPixels = errors.New("here the pixels begin")

// pngProfile reads the chunks before the image data (PNG, 11.3.2.3).
func pngProfile(data []byte) (profile []byte, name string) {
	pngChunks(data, func(kind string, c []byte) error {
		switch kind {
		case "IDAT":
			return errPixels
		case "iCCP":
			profile, name = unpacked(c[8 : len(c)-4])
			return errPixels
		}
		return nil
	})
	return profile, name
}

// unpacked reads an iCCP chunk; its profile counts before its name.
func unpacked(body []byte) (profile []byte, name string) {
	title, rest, ok := bytes.Cut(body, []byte{0})
	if !ok || len(rest) < 2 {
		return nil, ""
	}
	if z, err := zlib.NewReader(bytes.NewReader(rest[1:])); err == nil {
		profile, _ = io.ReadAll(io.LimitReader(z, maxProfile)) // what can be read of it
	}
	if len(profile) < minProfile {
		return nil, wideName(string(title))
	}
	return profile, ""
}

// profileSpace names the space of an ICC profile that is not sRGB or grey: by the
// signature of its data (ICC.1, 7.2.6), or by what its description says.
func profileSpace(p []byte) string {
	if len(p) < minProfile {
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
	tag := iccTag(p, "desc")
	if len(tag) > 4096 { // generous: descriptions have some tens of letters
		return ""
	}
	return string(bytes.ReplaceAll(tag, []byte{0}, nil))
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
