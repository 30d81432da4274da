package picture

import "bytes"

// jpegInfo is what decides whether a JPEG file can be used as it is.
type jpegInfo struct {
	bits        int
	components  int
	ids         [3]byte // of the first three components
	transform   int     // of the Adobe segment, -1 without one
	orientation int
}

func jpegInfoOf(data []byte) jpegInfo {
	info := jpegInfo{transform: -1, orientation: orientation("jpeg", data)}
	jpegSegments(data, func(marker byte, _, body []byte) {
		switch {
		case marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc:
			info.frame(body)
		case marker == 0xee && len(body) >= 12 && bytes.HasPrefix(body, []byte("Adobe")):
			info.transform = int(body[11])
		}
	})
	return info
}

func (info *jpegInfo) frame(body []byte) {
	if len(body) < 6 {
		return
	}
	info.bits, info.components = int(body[0]), int(body[5])
	for i := range info.ids {
		if at := 6 + 3*i; at < len(body) {
			info.ids[i] = body[at]
		}
	}
}

// passes reports whether every reader shows the file right: gray or YCbCr of 8
// bits, not to be turned.
func (info jpegInfo) passes() bool {
	if info.bits != 8 || info.orientation != 1 {
		return false
	}
	switch info.components {
	case 1:
		return true
	case 3:
		return info.transform == 1 || info.transform == -1 && info.ids != [3]byte{'R', 'G', 'B'}
	}
	return false
}

// cleanJPEG returns a JPEG file without metadata, such as the place where a
// photograph was taken: of the application segments only JFIF, Adobe and, with
// profile, the ICC profile stay; comments and what follows the end go.
func cleanJPEG(data []byte, profile bool) []byte {
	out := append(make([]byte, 0, len(data)), 0xff, 0xd8)
	scan, err := jpegSegments(data, func(marker byte, whole, body []byte) {
		switch {
		case marker == 0xe0 && bytes.HasPrefix(body, []byte("JFIF\x00")):
		case marker == 0xe2 && profile && bytes.HasPrefix(body, []byte("ICC_PROFILE\x00")):
		case marker == 0xee && bytes.HasPrefix(body, []byte("Adobe")):
		case marker >= 0xe0 && marker <= 0xef || marker == 0xfe:
			return
		}
		out = append(out, whole...)
	})
	if err != nil {
		return data
	}
	return append(out, scan[:scanEnd(scan)]...)
}

// scanEnd returns where the picture ends, after its EOI marker.
func scanEnd(scan []byte) int {
	for i := 0; i+1 < len(scan); i++ {
		if scan[i] != 0xff {
			continue
		}
		switch m := scan[i+1]; {
		case m == 0xd9:
			return i + 2
		case m == 0xff, m == 0, m >= 0xd0 && m <= 0xd7:
		case i+3 < len(scan): // a segment between scans
			i += 1 + int(scan[i+2])<<8 + int(scan[i+3])
		}
	}
	return len(scan)
}
