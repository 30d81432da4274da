// Package ebook reads the articles of an EPUB of any maker (EPUB 2 and 3).
//
// In: the bytes of the file. Out: a [draft.Article] for each document of the text, in the
// order of the spine, with its notes and pictures; the title of the book as the source.
// Covers, contents, title and copyright pages are left out, and counted.
//
// A document is read as a page without anything around it. Notes that stand in a document
// of their own come to the documents that call them.
//
// Invariant: what is unpacked is within the bounds of package unzip; a book that is
// protected (DRM) is refused.
package ebook

import (
	"errors"
	"net/url"
	"path"
	"strings"

	"octavo/book"
	"octavo/book/base/rule"
	"octavo/book/ingest/draft"
	"octavo/book/ingest/unzip"
	"octavo/book/ingest/web"
	"octavo/book/language/langtag"
	"octavo/book/markup/xmltree"
)

// maxDocuments bounds the documents of a book. Long ones have some hundred.
const maxDocuments = 5_000

// Read makes articles of a book. The error says in one line why there are none.
func Read(data []byte) ([]*draft.Article, error) {
	p, err := unzip.Open(data)
	if err != nil {
		return nil, err
	}
	if err := protected(p); err != nil {
		return nil, err
	}
	b := &ebook{pack: p, documents: map[string]*document{}, small: map[*xmltree.Node]bool{}}
	if err := b.open(); err != nil {
		return nil, err
	}
	b.joinSplit()
	b.notes()
	return b.articles()
}

// obfuscations are what EPUBs do to fonts, which hides no text.
var obfuscations = map[string]bool{"http://www.idpf.org/2008/embedding": true, "http://ns.adobe.com/pdf/enc#RC": true}

// protected returns an error for a book whose text is enciphered.
func protected(p *unzip.Pack) error {
	const advice = "this EPUB is protected (DRM): import what it was made from"
	if p.Has("META-INF/sinf.xml") || p.Has("META-INF/license.lcpl") {
		return errors.New(advice)
	}
	root, err := p.XML("META-INF/encryption.xml")
	if err != nil {
		return errors.New(advice)
	}
	if root == nil {
		return nil
	}
	for _, e := range root.All("EncryptedData") {
		if !obfuscations[e.Child("EncryptionMethod").Any("Algorithm")] {
			return errors.New(advice)
		}
	}
	return nil
}

// An ebook is a book that is being read.
type ebook struct {
	pack      *unzip.Pack
	spine     []*document
	documents map[string]*document // by path
	title     string
	creator   string
	lang      string
	skipped   int
	cover     string                 // the path of the picture on the cover
	contents  map[string]bool        // the documents that the contents name
	small     map[*xmltree.Node]bool // whether an element has no more text than a note has
}

// A document is a document of the spine.
type document struct {
	path  string
	more  []string // the paths of documents in which its text goes on
	root  *xmltree.Node
	ids   map[string]*xmltree.Node
	apart bool // its text is no article: a cover, contents
	gone  bool // all of its text came to other documents, as notes
}

// open reads the package and the documents of its spine.
func (b *ebook) open() error {
	container, err := b.pack.XML("META-INF/container.xml")
	if err != nil {
		return err
	}
	name := clean(container.Find("rootfile").Any("full-path"))
	opf, err := b.pack.XML(name)
	if err != nil {
		return err
	}
	if opf == nil {
		return errors.New("this EPUB is damaged: it does not say where its package is")
	}
	b.metadata(opf.Child("metadata"))
	items := map[string]*xmltree.Node{}
	for _, it := range opf.Child("manifest").All("item") {
		items[it.Any("id")] = it
	}
	b.cover = coverOf(name, opf, items)
	b.contents = b.named(name, opf.Child("spine").Any("toc"), items)
	guide := map[string]bool{}
	for _, r := range opf.Child("guide").All("reference") {
		if apart[r.Any("type")] {
			guide[join(name, r.Any("href"))] = true
		}
	}
	for i, ref := range opf.Child("spine").All("itemref") {
		it := items[ref.Any("idref")]
		if it == nil || i >= maxDocuments {
			continue
		}
		if err := b.document(join(name, it.Any("href")), it, guide); err != nil {
			return err
		}
	}
	return nil
}

// metadata reads what the package says of the book.
func (b *ebook) metadata(n *xmltree.Node) {
	line := func(name string) string { return strings.Join(strings.Fields(n.Child(name).Content()), " ") }
	b.title, b.creator, b.lang = line("title"), line("creator"), line("language")
}

// document reads one document. A document that is no XML is left out, as readers leave it.
func (b *ebook) document(name string, item *xmltree.Node, guide map[string]bool) error {
	if b.documents[name] != nil || !strings.Contains(item.Any("media-type"), "html") && !strings.HasSuffix(name, "html") {
		return nil
	}
	root, err := b.pack.XML(name)
	var fault *xmltree.Fault
	if err == unzip.ErrBomb || errors.As(err, &fault) && fault.Kind == xmltree.Bounds {
		return err
	}
	if root == nil || err != nil {
		b.skipped++
		return nil
	}
	d := &document{path: name, root: root, ids: map[string]*xmltree.Node{}}
	root.Walk(func(k *xmltree.Node) {
		if id := k.Any("id"); id != "" && d.ids[id] == nil {
			d.ids[id] = k
		}
	})
	d.apart = guide[name] || strings.Contains(" "+item.Any("properties")+" ", " nav ") || d.isApart() || b.isCover(d)
	b.spine = append(b.spine, d)
	b.documents[name] = d
	return nil
}

// apart are the kinds of documents that are no articles, by the words of EPUB 3 and of the guide of EPUB 2.
var apart = map[string]bool{
	"cover": true, "titlepage": true, "title-page": true, "halftitlepage": true, "halftitle": true, "toc": true, "copyright-page": true, "copyright": true, "imprint": true,
	"colophon": true, "landmarks": true, "loi": true, "lot": true, "page-list": true, "index": true, "contributors": true, "seriespage": true, "frontispiece": true,
}

// isApart reports whether a document says that it is no article: by its type, or the type of
// all that is in it.
func (d *document) isApart() bool {
	n := d.root.Child("body")
	for range 4 { // a section in a section; makers nest no deeper
		if n == nil {
			break
		}
		for _, t := range strings.Fields(n.Any("type")) {
			if apart[t] {
				return true
			}
		}
		role := strings.TrimPrefix(n.Any("role"), "doc-")
		if apart[role] && role != "" {
			return true
		}
		n = n.Only()
	}
	return false
}

// articles makes the articles of the documents that have text.
func (b *ebook) articles() ([]*draft.Article, error) {
	var out []*draft.Article
	for _, d := range b.spine {
		if d.gone {
			continue
		}
		if d.apart {
			b.skipped++
			continue
		}
		a, err := b.article(d)
		if err != nil {
			return nil, err
		}
		if a == nil {
			b.skipped++
			continue
		}
		out = append(out, a)
	}
	if len(out) == 0 {
		return nil, errors.New("there is no text in this EPUB")
	}
	if b.skipped > 0 {
		out[0].Warnings = append(out[0].Warnings, rule.ImportLeftOut.At(book.Pos{}, "", "%s of this EPUB left out: cover, contents, title page and the like", book.Count(b.skipped, "document")))
	}
	return out, nil
}

// article makes the article of a document, nil for one that has no text.
func (b *ebook) article(d *document) (*draft.Article, error) {
	body := d.root.Child("body")
	if body == nil {
		return nil, nil
	}
	sources, err := b.ready(d, body)
	if err != nil {
		return nil, err
	}
	a := web.Fragment(markup(body), "")
	if !hasWords(a) {
		return nil, nil
	}
	a.Addresses = append([]string{d.path}, d.more...)
	a.Source = book.Source{Name: b.title}
	a.Creator = b.creator
	if langtag.Valid(b.lang) {
		a.Lang = b.lang
	}
	if title := strings.Join(strings.Fields(d.root.Child("head").Child("title").Content()), " "); title != b.title {
		a.Hint = title
	}
	if a.Pictures == nil {
		a.Pictures = map[string][]byte{}
	}
	for name, data := range sources {
		a.Pictures[name] = data
	}
	return a, nil
}

// hasWords reports whether an article has more than its title.
func hasWords(a *draft.Article) bool {
	for _, bl := range a.Blocks {
		switch bl.Block.(type) {
		case *book.Heading:
		default:
			if bl.Role != draft.Title && bl.Role != draft.Furniture {
				return true
			}
		}
	}
	return false
}

// ready makes the tree of a document one that a page has: paths of pictures from the root of
// the archive, and the types of EPUB as roles. It returns the pictures.
func (b *ebook) ready(d *document, body *xmltree.Node) (map[string][]byte, error) {
	pictures := map[string][]byte{}
	var failed error
	body.Walk(func(k *xmltree.Node) {
		if t := typeOf(k); t == "footnote" || t == "rearnote" || t == "endnote" {
			set(k, "role", "doc-footnote")
		}
		if k.Name == "svg" { // a cover or a plate that is drawn around a picture
			if im := k.Find("image"); im != nil && len(strings.TrimSpace(k.Content())) == 0 {
				src := im.Any("href")
				*k = xmltree.Node{Name: "img", Parent: k.Parent, Attr: []xmltree.Attr{{Name: "src", Value: src}, {Name: "alt", Value: k.Any("aria-label")}}}
			}
		}
		for i := range k.Attr {
			a := &k.Attr[i]
			if !(k.Name == "img" && a.Name == "src" || k.Name == "image" && a.Name == "href") || strings.Contains(a.Value, ":") {
				continue
			}
			a.Value = join(d.path, a.Value)
			data, err := b.pack.Read(a.Value)
			if err == unzip.ErrBomb {
				failed = err
			}
			if data != nil {
				pictures[a.Value] = data
			}
		}
	})
	return pictures, failed
}

// typeOf returns the type of an element in EPUB's words.
func typeOf(n *xmltree.Node) string {
	for _, a := range n.Attr {
		if a.Name == "type" && a.Space != "" {
			return a.Value
		}
	}
	return ""
}

// set gives an element an attribute.
func set(n *xmltree.Node, name, value string) {
	for i := range n.Attr {
		if n.Attr[i].Name == name && n.Attr[i].Space == "" {
			n.Attr[i].Value = value
			return
		}
	}
	n.Attr = append(n.Attr, xmltree.Attr{Name: name, Value: value})
}

// join returns the path of a reference from a file, without its fragment; paths do not leave the archive.
func join(from, ref string) string {
	ref, _, _ = strings.Cut(ref, "#")
	if plain, err := url.PathUnescape(ref); err == nil {
		ref = plain
	}
	return clean(path.Join(path.Dir(from), ref))
}

func clean(name string) string { return strings.TrimPrefix(path.Clean("/"+name), "/") }
