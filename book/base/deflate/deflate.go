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
	"io"
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

// How bytes are made fewer.
//
// DEFLATE does two things one after the other. A string of three bytes or more that stood
// within the last 32 kB is written as a distance and a length, of at most 258 (Ziv and
// Lempel, 1977). Then the bytes, lengths and distances that are left are written in codes of
// Huffman's, of which the frequent ones are short, made for each block or fixed by the
// standard (RFC 1951, section 3.2).
//
// How strings are found is no part of the format, and is where compressors and levels
// differ. To compare each place with all places of the window would find the longest string
// and take far too long. So the next bytes are hashed, and a table has the last places of
// each hash: levels 1 to 6 look at a few of them, levels 7 to 9 follow a chain of them,
// up to a bound that grows with the level, and look whether the string that begins one byte
// later is longer still. All of that is the work of package flate. The work of this package
// is to use flate so that equal sources give equal bytes.
//
// A compressor that has been used has its tables full. Reset makes what they hold
// unreachable, so that a pool of compressors saves the making of tables and changes
// nothing: TestHistory compares used ones with fresh ones. Which goroutine gets which
// compressor does not matter then, and pages may be compressed beside each other.
//
// A whole slice goes through at once, and no block ends before flate wants it to. Bytes
// that no code makes shorter are stored as they are, for five bytes more in each block of
// up to 64 kB, so that the result is never much longer than the source.

// Raw appends the compressed src to dst. Levels outside 1 to 9 are taken as the
// nearest of them.
func Raw(dst, src []byte, level int) []byte {
	return compressed(dst, level, func(w io.Writer) { _, _ = w.Write(src) })
}

// compressed appends what fill writes. The writer that it is given never fails.
func compressed(dst []byte, level int, fill func(io.Writer)) []byte {
	level = min(max(level, Fast), Smallest)
	out := appender{dst}
	w, _ := writers[level].Get().(*flate.Writer)
	if w == nil {
		w = newWriter(level)
	}
	w.Reset(&out)
	// An appender never fails, so neither do Write and Close.
	fill(w)
	_ = w.Close()
	w.Reset(nil) // let go of dst
	writers[level].Put(w)
	return out.bytes
}

// Zlib appends the compressed src to dst, with a zlib header and checksum.
func Zlib(dst, src []byte, level int) []byte {
	return ZlibOf(dst, level, func(w io.Writer) { _, _ = w.Write(src) })
}

// ZlibOf appends the compressed bytes that fill writes, as [Zlib] does: they need not be
// held at once. The writer never fails, and how the bytes are cut makes no difference.
func ZlibOf(dst []byte, level int, fill func(io.Writer)) []byte {
	// 0x78: deflate with a window of 32 kB. 0x9c says that no dictionary is used and names
	// the default level, which no reader looks at; the pair is a multiple of 31 (RFC 1950,
	// section 2.2).
	dst = append(dst, 0x78, 0x9c)
	sum := adler32.New()
	dst = compressed(dst, level, func(w io.Writer) { fill(io.MultiWriter(w, sum)) })
	return binary.BigEndian.AppendUint32(dst, sum.Sum32())
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
