package picture

import (
	"bytes"
	"fmt"
)

// jpegInfo is what decides whether a JPEG file can be used as it is.
type jpegInfo struct {
	bits        int
	components  int
	ids         [3]byte // of the first three components
	transform   int     // the colour transform of the Adobe segment, -1 without one
	orientation int
}

func jpegInfoOf(data []byte) jpegInfo {
	info := jpegInfo{transform: -1, orientation: orientation("jpeg", data)}
	jpegSegments(data, func(marker byte, _, body []byte) {
		switch {
		case marker >= sof0 && marker <= sof2:
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

// Bounds on the scans of a progressive file, each of which goes over all blocks
// of the picture even when it has next to no bytes. Encoders make some 10 of
// them, and those that search for the best order some tens.
const (
	maxScans = 100
	// maxScanned is the product of scans and pixels: 20 scans of the largest
	// picture, which take a second or two to decode.
	maxScanned = 20 * MaxPixels
)

// inspectScans counts the scans of a file from the first on, as decoders find
// them, up to its end.
func inspectScans(rest []byte, pixels int) error {
	scans := 0
	for {
		i := bytes.IndexByte(rest, 0xff)
		if i < 0 || i+1 >= len(rest) {
			return errTruncated
		}
		marker := rest[i+1]
		if marker == 0xff { // a byte of fill
			rest = rest[i+1:]
			continue
		}
		rest = rest[i+2:]
		switch {
		case marker == eoi:
			return boundScans(scans, pixels)
		case marker == 0, marker >= rst0 && marker <= rst7:
			continue
		case marker == sos:
			scans++
		}
		if len(rest) < 2 {
			return errTruncated
		}
		rest = rest[min(len(rest), int(rest[0])<<8|int(rest[1])):]
	}
}

// boundScans is the error for more scans than are decoded.
func boundScans(scans, pixels int) error {
	if most := min(maxScans, maxScanned/pixels); scans > most {
		return &limitError{
			what: fmt.Sprintf("it has %d scans; the limit for %d pixels is %d", scans, pixels, most),
			hint: "save it as a JPEG that is not progressive",
		}
	}
	return nil
}
