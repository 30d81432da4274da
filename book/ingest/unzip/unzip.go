// Package unzip reads the files of a document that is a zip: of Word, OpenDocument, an EPUB.
//
// In: the bytes of the zip. Out: its files by their paths, as bytes or as trees of XML.
//
// Invariant: no more than [MaxUnpacked] bytes are unpacked, whatever the directory of the
// zip says of their number.
package unzip

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"

	"octavo/book/markup/xmltree"
)

// The bounds are generous: an article has ten files, a few megabytes of pictures and
// less than one of XML.
const (
	// MaxUnpacked bounds all that is unpacked of a document, in bytes: a zip of a
	// megabyte can hold a gigabyte.
	MaxUnpacked = 256 << 20
	// MaxFile bounds one file, XML or a picture.
	MaxFile = 64 << 20
	// MaxFiles bounds the files of a document.
	MaxFiles = 10_000
	// MaxNodes bounds the elements and texts of all XML of a document: a node takes some
	// hundred bytes and more than its source. A novel as an EPUB has 100,000.
	MaxNodes = 2_000_000
)

// A Pack is the zip of a document.
type Pack struct {
	// Names are the paths of its files, with slashes, in the order of the zip.
	Names []string
	zip   *zip.Reader
	files map[string]*zip.File
	left  int64 // bytes that may still be unpacked
	nodes int   // of XML that may still be read
}

// Open reads the directory of a zip. The error says in one line why there is none.
func Open(data []byte) (*Pack, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, fmt.Errorf("this zip is damaged: %w", err)
	}
	if len(z.File) > MaxFiles {
		return nil, fmt.Errorf("%d files in this document; the limit is %d", len(z.File), MaxFiles)
	}
	p := &Pack{zip: z, files: map[string]*zip.File{}, left: MaxUnpacked, nodes: MaxNodes}
	for _, f := range z.File {
		name := strings.TrimPrefix(strings.ReplaceAll(f.Name, `\`, "/"), "/")
		if _, ok := p.files[name]; !ok {
			p.files[name] = f
			p.Names = append(p.Names, name)
		}
	}
	return p, nil
}

// ErrBomb is the error for what unpacks to too many bytes.
var ErrBomb = errors.New("this document unpacks to more than can be right")

// FS is the zip as a folder, for looking through it. What is read there does not count.
func (p *Pack) FS() fs.FS { return p.zip }

// Has reports whether there is a file.
func (p *Pack) Has(name string) bool { return p.files[name] != nil }

// Read returns the bytes of a file, nil for one that is not there.
func (p *Pack) Read(name string) ([]byte, error) {
	f, ok := p.files[name]
	if !ok {
		return nil, nil
	}
	r, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	defer r.Close()
	limit := min(MaxFile, p.left)
	data, err := io.ReadAll(io.LimitReader(r, limit+1))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if int64(len(data)) > limit {
		return nil, ErrBomb
	}
	p.left -= int64(len(data))
	return data, nil
}

// XML returns the tree of a file, nil for one that is not there.
func (p *Pack) XML(name string) (*xmltree.Node, error) {
	data, err := p.Read(name)
	if data == nil || err != nil {
		return nil, err
	}
	n, err := xmltree.Parse(data, xmltree.Options{Left: &p.nodes})
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return n, nil
}
