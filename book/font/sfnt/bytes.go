package sfnt

// be16 returns the big-endian number of 16 bits at i, 0 outside b: a table that
// is cut short reads as if filled up with zeros.
func be16(b []byte, i int) int {
	if i < 0 || i > len(b)-2 {
		return 0
	}
	return int(b[i])<<8 | int(b[i+1])
}

// be32 returns the big-endian number of 32 bits at i, 0 outside b.
func be32(b []byte, i int) uint32 {
	if i < 0 || i > len(b)-4 {
		return 0
	}
	return uint32(b[i])<<24 | uint32(b[i+1])<<16 | uint32(b[i+2])<<8 | uint32(b[i+3])
}

// slice returns the length bytes at offset, and whether b has them.
func slice(b []byte, offset, length int) ([]byte, bool) {
	if offset < 0 || length < 0 || offset > len(b) || length > len(b)-offset {
		return nil, false
	}
	return b[offset : offset+length : offset+length], true
}

// from returns what b has from offset on, nil when it has nothing there.
func from(b []byte, offset int) []byte {
	if offset < 0 || offset >= len(b) {
		return nil
	}
	return b[offset:]
}

func put16(b []byte, i, v int) {
	b[i], b[i+1] = byte(v>>8), byte(v)
}

func put32(b []byte, i int, v uint32) {
	b[i], b[i+1], b[i+2], b[i+3] = byte(v>>24), byte(v>>16), byte(v>>8), byte(v)
}

func append16(b []byte, v int) []byte { return append(b, byte(v>>8), byte(v)) }

func append32(b []byte, v uint32) []byte {
	return append(b, byte(v>>24), byte(v>>16), byte(v>>8), byte(v))
}
