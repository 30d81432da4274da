package picture

import "octavo/book"

// plainPNG returns a PNG file whose compressed rows a PDF takes as they are, as the
// chunks IHDR, IDAT and IEND alone, and nil for a file that is not of such: 8-bit gray or
// RGB, opaque, upright and not interlaced. The rows are read to their end, since what
// is wrong with them would be found by readers only.
func plainPNG(p *book.Picture) (file []byte, gray bool) {
	if p.Format != "png" || len(p.Data) < 8 || orientation("png", p.Data) != 1 {
		return nil, false
	}
	file = append(make([]byte, 0, len(p.Data)), p.Data[:8]...)
	channels := 0
	err := pngChunks(p.Data, func(kind string, c []byte) error {
		switch body := c[8 : len(c)-4]; kind {
		case "IHDR":
			channels = plainChannels(body)
		case "tRNS":
			channels = 0
			return nil
		case "IDAT", "IEND":
		default:
			return nil
		}
		file = append(file, c...)
		return nil
	})
	if err != nil || channels == 0 || sound(p) != nil {
		return nil, false
	}
	return file, channels == 1
}

// plainChannels returns the number of samples to a pixel for the header of a plain
// file, and 0 for another.
func plainChannels(header []byte) int {
	if len(header) != 13 || header[8] != 8 || header[12] != 0 {
		return 0
	}
	return map[byte]int{0: 1, 2: 3}[header[9]]
}
