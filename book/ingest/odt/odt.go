// Package odt reads articles of OpenDocument texts, as LibreOffice, Google Docs and pandoc
// write them (ODF 1.3, ISO/IEC 26300).
//
// In: the bytes of an .odt file, or of a flat .fodt. Out: a [draft.Article]: headings,
// lists, tables, emphasis, links, notes, pictures and formulas, by the names of styles and
// what automatic styles add to them; what the properties say of title and author as hints.
//
// Tracked changes are taken as accepted: the text has insertions in it, and what was
// deleted stands apart. Comments, hidden text and tables of contents are left out.
//
// Invariant: what is unpacked is within the bounds of package unzip.
package odt

import (
	"bytes"
	"errors"
	"strings"

	"octavo/book"
	"octavo/book/base/rule"
	"octavo/book/ingest/draft"
	"octavo/book/ingest/unzip"
	"octavo/book/markup/xmltree"
)

// Read makes an article of a document. The error says in one line why there is none.
func Read(data []byte) (*draft.Article, error) {
	p, err := unzip.Open(data)
	if err != nil {
		return nil, err
	}
	manifest, err := p.XML("META-INF/manifest.xml")
	if err == nil && manifest.Find("encryption-data") != nil {
		return nil, errors.New("this document is protected by a password: save it without one")
	}
	content, err := p.XML("content.xml")
	if err != nil {
		return nil, err
	}
	styles, err := p.XML("styles.xml")
	if err != nil {
		return nil, err
	}
	meta, err := p.XML("meta.xml")
	if err != nil {
		meta = nil // a hint less
	}
	return read(p, content, styles, meta)
}

// IsFlat reports whether a file begins as a flat document of text.
func IsFlat(data []byte) bool {
	top := data[:min(len(data), 8192)]
	return bytes.Contains(top, []byte("<office:document")) && bytes.Contains(top, []byte(`office:mimetype="application/vnd.oasis.opendocument.text`))
}

// ReadFlat makes an article of a document that is one file of XML.
func ReadFlat(data []byte) (*draft.Article, error) {
	root, err := xmltree.Parse(data, xmltree.Options{})
	if err != nil {
		return nil, err
	}
	return read(nil, root, nil, root)
}

// A document is a document that is being read.
type document struct {
	pack     *unzip.Pack // nil for a flat document
	article  *draft.Article
	styles   map[string]*style     // by family and name
	lists    map[string]listStyle  // by name
	lang     string                // the language that is usual in the document
	wanted   map[string]bool       // the places that links of the document name
	outlines map[string]bool       // the headings that links name by their text
	counts   map[string]int        // the number of the last item, by the name of a list or of its style
	names    map[string]string     // of the places whose heading or caption has another name
	noted    map[string]*book.Note // by id
	cells    int                   // of all tables
	quoted   int                   // how often something was told with the words around it
	failed   error
}

func read(p *unzip.Pack, content, styles, meta *xmltree.Node) (*draft.Article, error) {
	body := content.Child("body").Child("text")
	if body == nil {
		return nil, errors.New("there is no text in this document: it is no OpenDocument text")
	}
	d := &document{
		pack: p, article: &draft.Article{Pictures: map[string][]byte{}}, styles: map[string]*style{}, lists: map[string]listStyle{},
		wanted: map[string]bool{}, outlines: map[string]bool{}, counts: map[string]int{}, names: map[string]string{},
		noted: map[string]*book.Note{},
	}
	d.readStyles(styles)
	d.readStyles(content)
	d.places(body)
	d.article.Blocks = d.blocks(body)
	if d.failed != nil {
		return nil, d.failed
	}
	if len(d.article.Blocks) == 0 {
		return nil, errors.New("there is no text in this document")
	}
	d.article.Settle()
	d.settlePlaces()
	d.margins(styles)
	d.margins(content)
	d.properties(meta)
	return d.article, nil
}

// left warns, once, of what the article has lost or has in another form.
func (d *document) left(what rule.Rule, hint, message string) {
	d.article.Tell(what, hint, message)
}

// places gathers the places that links name, but for those of tables of contents.
func (d *document) places(n *xmltree.Node) {
	switch {
	case indexes[n.Name]:
		return
	case n.Name == "a":
		if name, ok := strings.CutPrefix(n.Any("href"), "#"); ok {
			if text, ok := strings.CutSuffix(name, "|outline"); ok {
				d.outlines[outlineText(text)] = true
			} else {
				d.wanted[name] = true
			}
		}
	case n.Name == "bookmark-ref" || n.Name == "reference-ref":
		d.wanted[n.Any("ref-name")] = true
	}
	for _, k := range n.Kids {
		d.places(k)
	}
}

// outlineText returns the words of a heading as a link names them: LibreOffice puts the
// number of the heading before them.
func outlineText(s string) string {
	s = strings.TrimLeft(s, "0123456789. ")
	return strings.Join(strings.Fields(s), " ")
}

// properties reads the title and author of the document. Both are often left from the
// document that it was made of: they are hints.
func (d *document) properties(root *xmltree.Node) {
	meta := root.Child("meta")
	line := func(name string) string { return strings.Join(strings.Fields(meta.Child(name).Content()), " ") }
	a := d.article
	a.Hint = line("title")
	if a.Creator = line("initial-creator"); a.Creator == "" {
		a.Creator = line("creator")
	}
	const first = 6 // blocks that may be the title, by eye
	for i, b := range a.Blocks {
		p, ok := b.Block.(*book.Paragraph)
		if i < first && ok && a.Hint != "" && b.Role == draft.None && strings.EqualFold(strings.TrimSpace(book.PlainText(p.Content)), a.Hint) {
			a.Blocks[i].Role = draft.Title
			return
		}
	}
}
