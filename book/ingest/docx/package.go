// Package docx reads articles of Word documents, as Word and Google Docs write
// them (ECMA-376, Office Open XML).
//
// In: the bytes of a .docx file. Out: a [draft.Article]: headings, lists, tables,
// emphasis, links, footnotes and pictures, by the names of styles and not by how
// they look; what the document's properties say of title and author as hints.
//
// The zip and its XML are read here, with bounds. The readers to be had as
// libraries give paragraphs without notes and numbering, or write documents too.
//
// Invariant: no more than [MaxUnpacked] bytes are unpacked, whatever the
// directory of the zip says of their number.
package docx

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"octavo/book/markup/xmltree"
)

// The bounds are generous: an article has ten parts, a few megabytes of pictures and
// less than one of XML.
const (
	// MaxUnpacked bounds all that is unpacked of a document, in bytes: a zip of a
	// megabyte can hold a gigabyte.
	MaxUnpacked = 256 << 20
	// maxPart bounds one part, XML or a picture.
	maxPart = 64 << 20
	// maxFiles bounds the files of a document.
	maxFiles = 10_000
)

// A pack is the zip of a document.
type pack struct {
	files map[string]*zip.File
	left  int64 // bytes that may still be unpacked
}

func openPack(data []byte) (*pack, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, fmt.Errorf("this zip is damaged: %w", err)
	}
	if len(z.File) > maxFiles {
		return nil, fmt.Errorf("%d files in this document; the limit is %d", len(z.File), maxFiles)
	}
	p := &pack{files: map[string]*zip.File{}, left: MaxUnpacked}
	for _, f := range z.File {
		name := strings.TrimPrefix(strings.ReplaceAll(f.Name, `\`, "/"), "/")
		if _, ok := p.files[name]; !ok {
			p.files[name] = f
		}
	}
	return p, nil
}

var errBomb = errors.New("this document unpacks to more than can be right")

// read returns the bytes of a file, nil for one that is not there.
func (p *pack) read(name string, most int64) ([]byte, error) {
	f, ok := p.files[name]
	if !ok {
		return nil, nil
	}
	r, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	defer r.Close()
	limit := min(most, p.left)
	data, err := io.ReadAll(io.LimitReader(r, limit+1))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if int64(len(data)) > limit {
		return nil, errBomb
	}
	p.left -= int64(len(data))
	return data, nil
}

// xml returns the tree of a part, nil for one that is not there.
func (p *pack) xml(name string) (*xmltree.Node, error) {
	data, err := p.read(name, maxPart)
	if data == nil || err != nil {
		return nil, err
	}
	n, err := xmltree.Parse(data, xmltree.Options{})
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return n, nil
}

// relations returns where the relations of a part lead, by their ids: paths
// within the zip, and addresses for relations that lead out of it.
func (p *pack) relations(part string) (map[string]string, error) {
	n, err := p.xml(path.Dir(part) + "/_rels/" + path.Base(part) + ".rels")
	if err != nil {
		return nil, err
	}
	out := map[string]string{}
	for _, r := range n.All("Relationship") {
		target := r.Any("Target")
		if r.Any("TargetMode") != "External" {
			if strings.HasPrefix(target, "/") {
				target = strings.TrimPrefix(target, "/")
			} else {
				target = path.Join(path.Dir(part), target)
			}
		}
		out[r.Any("Id")] = target
	}
	return out, nil
}

// relationID returns the attribute of a name that is in the name space of
// relations: r:id and not w:id.
func relationID(attrs []xmltree.Attr, name string) string {
	for _, a := range attrs {
		if a.Name == name && (a.Space == "r" || strings.Contains(a.Space, "relationships")) {
			return a.Value
		}
	}
	return ""
}
