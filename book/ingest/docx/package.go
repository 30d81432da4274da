// Package docx reads articles of Word documents, as Word and Google Docs write
// them (ECMA-376, Office Open XML).
//
// In: the bytes of a .docx file. Out: a [draft.Article]: headings, lists, tables,
// emphasis, code, verse, links, footnotes, formulas, pictures and text boxes, by the names
// of styles and not by how they look; what the document's properties say of title and author
// as hints. What is taken in another form, or not at all, is told: comments, hidden words,
// tables of contents, charts.
//
// The tree of a part is settled first (clean): changes are accepted, and what only stands
// around content gives way to it. Its paragraphs are then read in their order by a builder,
// their runs by runs, their drawings by a canvas; captions find their figures at the end.
//
// The readers to be had as libraries give paragraphs without notes and numbering, or
// write documents too.
//
// Invariant: what is unpacked is within the bounds of package unzip.
package docx

import (
	"strings"

	"octavo/book/ingest/unzip"
	"octavo/book/markup/xmltree"
)

// A pack is the zip of a document. The names of its parts differ by more than case
// (ECMA-376, part 2, 6.2.2.3).
type pack struct {
	zip   *unzip.Pack
	names map[string]string // as the zip has them, by those in lower case
}

func openPack(data []byte) (*pack, error) {
	z, err := unzip.Open(data)
	if err != nil {
		return nil, err
	}
	p := &pack{zip: z, names: map[string]string{}}
	for _, name := range z.Names {
		if key := strings.ToLower(name); p.names[key] == "" {
			p.names[key] = name
		}
	}
	return p, nil
}

// has reports whether there is a part; data returns its bytes and xml its tree, nil for one
// that is not there.
func (p *pack) has(name string) bool { return p.names[strings.ToLower(name)] != "" }

func (p *pack) data(name string) ([]byte, error) { return p.zip.Read(p.names[strings.ToLower(name)]) }

func (p *pack) xml(name string) (*xmltree.Node, error) {
	return p.zip.XML(p.names[strings.ToLower(name)])
}
