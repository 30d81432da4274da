package epub

import (
	"archive/zip"
	"bytes"
	"hash/crc32"
	"strings"

	"octavo/book/base/deflate"
)

// An entry is a file of the container with what is written of it.
type entry struct {
	name   string
	data   []byte
	packed []byte
	method uint16
	crc    uint32
}

// pack compresses the entry, unless that does not make it smaller.
func (e *entry) pack() {
	e.crc = crc32.ChecksumIEEE(e.data)
	e.method, e.packed = zip.Store, e.data
	if compressed(e.name) {
		return
	}
	if small := deflate.Raw(nil, e.data, deflate.Balanced); len(small) < len(e.data) {
		e.method, e.packed = zip.Deflate, small
	}
}

// compressed reports whether the file is in a compressed format already.
func compressed(name string) bool {
	for _, ext := range []string{".png", ".jpg", ".gif"} {
		if strings.HasSuffix(name, ext) {
			return true
		}
	}
	return false
}

// The time of every entry, 1 January 1980, the first that a zip file knows.
const (
	dosDate = 1<<5 | 1
	dosTime = 0
)

// writeContainer returns the zip file: the media type first and stored, as OCF
// wants it, then the files in their order. Sizes and checksums stand in the
// local headers, since old reading systems do not look for them elsewhere.
func writeContainer(mimetype []byte, files []*entry) ([]byte, error) {
	// size only saves copies: a file has its name twice, in its local header of 30 bytes and
	// in the directory with 46. The rest is generous.
	size := 64 << 10
	for _, f := range files {
		size += len(f.packed) + 2*len(f.name) + 128
	}
	buf := bytes.NewBuffer(make([]byte, 0, size))
	zw := zip.NewWriter(buf)
	first := &entry{name: "mimetype", data: mimetype, packed: mimetype, crc: crc32.ChecksumIEEE(mimetype)}
	for _, f := range append([]*entry{first}, files...) {
		out, err := zw.CreateRaw(&zip.FileHeader{
			Name: f.name, Method: f.method, CRC32: f.crc,
			CompressedSize64: uint64(len(f.packed)), UncompressedSize64: uint64(len(f.data)),
			//lint:ignore SA1019 Modified would be written as a second time, with a zone, in an extra field
			ModifiedDate: dosDate,
			//lint:ignore SA1019 as above
			ModifiedTime: dosTime,
		})
		if err != nil {
			return nil, err
		}
		if _, err := out.Write(f.packed); err != nil {
			return nil, err
		}
	}
	if err := zw.Close(); err != nil {
		return nil, err
	}
	return buf.Bytes(), nil
}
