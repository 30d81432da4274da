// Package docx reads articles of Word documents, as Word and Google Docs write
// them (ECMA-376, Office Open XML).
//
// In: the bytes of a .docx file. Out: a [draft.Article]: headings, lists, tables,
// emphasis, links, footnotes and pictures, by the names of styles and not by how
// they look; what the document's properties say of title and author as hints.
//
// The readers to be had as libraries give paragraphs without notes and numbering, or
// write documents too.
//
// Invariant: what is unpacked is within the bounds of package unzip.
package docx

import (
	"path"
	"strings"

	"octavo/book/ingest/unzip"
	"octavo/book/markup/xmltree"
)

// A pack is the zip of a document.
type pack struct{ *unzip.Pack }

// relations returns where the relations of a part lead, by their ids: paths
// within the zip, and addresses for relations that lead out of it.
func (p *pack) relations(part string) (map[string]string, error) {
	n, err := p.XML(path.Dir(part) + "/_rels/" + path.Base(part) + ".rels")
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
