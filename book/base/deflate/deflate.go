// Package deflate compresses whole byte slices with the DEFLATE algorithm.
//
// In: bytes and a level. Out: the compressed bytes, raw (RFC 1951, for zip
// entries) or in a zlib envelope (RFC 1950, for PDF streams).
//
// Invariant: the result depends on the source and the level only, never on
// what was compressed before, on the processor or on the Go release. That is
// why the compressor is not the standard library's, which changes.
package deflate

import (
	"encoding/binary"
	"fmt"
	"hash/adler32"
	"sync"

	"github.com/klauspost/compress/flate"
)

// The levels in use. Every level from 1 to 9 is allowed.
const (
	Fast     = 1
	Balanced = 6 // about four times as fast as Smallest
	Smallest = 9
)

// writers holds idle compressors by level: each has tables of some hundred
// kilobytes, which cost more to clear than a page costs to compress.
var writers [Smallest + 1]sync.Pool

// Raw appends the compressed src to dst. Levels outside 1 to 9 are taken as the
// nearest of them.
func Raw(dst, src []byte, level int) []byte {
	level = min(max(level, Fast), Smallest)
	out := appender{dst}
	w, _ := writers[level].Get().(*flate.Writer)
	if w == nil {
		w = newWriter(level)
	}
	w.Reset(&out)
	// An appender never fails, so neither do Write and Close.
	_, _ = w.Write(src)
	_ = w.Close()
	w.Reset(nil) // let go of dst
	writers[level].Put(w)
	return out.bytes
}

// Zlib appends the compressed src to dst, with a zlib header and checksum.
func Zlib(dst, src []byte, level int) []byte {
	// 0x78: deflate with a window of 32 kB; the second byte makes the pair a
	// multiple of 31 and says that no dictionary is used.
	dst = append(dst, 0x78, 0x9c)
	dst = Raw(dst, src, level)
	return binary.BigEndian.AppendUint32(dst, adler32.Checksum(src))
}

func newWriter(level int) *flate.Writer {
	w, err := flate.NewWriter(nil, level)
	if err != nil {
		panic(fmt.Sprintf("deflate: level %d: %v", level, err))
	}
	return w
}

// An appender is an io.Writer onto a slice.
type appender struct{ bytes []byte }

func (a *appender) Write(p []byte) (int, error) {
	a.bytes = append(a.bytes, p...)
	return len(p), nil
}
