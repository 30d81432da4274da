// Package ebook reads the articles of an EPUB of any maker (EPUB 2 and 3).
//
// In: the bytes of the file. Out: a [draft.Article] for each chapter, in the order of the
// spine, with its notes and pictures; what the package says of the book as hints.
//
//	package, contents, spine --> documents --judge--> pages that are left out, each told
//	                                 |--joinSplit, divide--> a document for each chapter
//	                                 |--notes, lead, head, shape, dress--> such as a page has
//	                                 +--web--> articles
//
// A document is read as a page without anything around it. Notes that stand in a document
// of their own come to the documents that call them. What a book makes by itself, such as
// cover, title page, imprint and contents, is left out.
//
// Invariant: what is unpacked is within the bounds of package unzip; a book that is
// protected (DRM) is refused.
package ebook

import (
	"errors"
	"fmt"
	"net/url"
	"path"
	"strings"

	"octavo/book"
	"octavo/book/base/rule"
	"octavo/book/ingest/draft"
	"octavo/book/ingest/unzip"
	"octavo/book/ingest/web"
	"octavo/book/language/langdata"
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
	b := &ebook{
		pack: p, documents: map[string][]*document{}, small: map[*xmltree.Node]bool{}, contents: map[string]bool{}, stated: map[string]*page{},
		sheets: map[string]looks{}, together: map[string]looks{}, leading: map[string][]int{},
	}
	if err := b.open(); err != nil {
		return nil, err
	}
	b.judgeAll()
	b.joinSplit()
	b.divide()
	b.judgeAll()
	b.notes()
	b.lead()
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
	documents map[string][]*document // by path: a document, or its parts
	cover     string                 // the path of the picture on the cover
	entries   []entry                // of the contents
	leading   map[string][]int       // the entries that lead into a document, by its path
	contents  map[string]bool        // the documents that the contents name
	stated    map[string]*page       // the documents that landmarks or guide call pages
	begun     bool                   // a document with text has been judged
	small     map[*xmltree.Node]bool // whether an element has no more text than a note has
	sheets    map[string]looks       // by path
	together  map[string]looks       // by the paths of all sheets of a document

	title, lang, series    string
	authors, others, names []string // names are those that pages of the publisher mention
	translators            []*book.Person
	date                   book.Date
	periodical             bool
}

// A document is a document of the spine, or the part of one that is a chapter.
type document struct {
	path    string
	name    string   // of a part, as links call it
	title   string   // as the contents give it
	number  string   // above the title
	more    []string // the paths of documents in which its text goes on
	root    *xmltree.Node
	ids     map[string]*xmltree.Node
	page    *page // nil for a chapter
	broken  bool  // it cannot be read
	divided bool  // it is a part
	gone    bool  // all of its text came to other documents, as notes
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
	b.metadata(orEmpty(opf.Child("metadata")))
	items := map[string]*xmltree.Node{}
	for _, it := range opf.Child("manifest").All("item") {
		items[it.Any("id")] = it
	}
	b.cover = coverOf(name, opf, items)
	for _, r := range opf.Child("guide").All("reference") {
		if p := types[r.Any("type")]; p != nil && !strings.Contains(r.Any("href"), "#") {
			b.stated[join(name, r.Any("href"))] = p
		}
	}
	b.readContents(name, opf.Child("spine").Any("toc"), items)
	for i, e := range b.entries {
		b.leading[e.path] = append(b.leading[e.path], i)
	}
	for i, ref := range opf.Child("spine").All("itemref") {
		it := items[ref.Any("idref")]
		if it == nil || i >= maxDocuments {
			continue
		}
		if err := b.document(join(name, it.Any("href")), it); err != nil {
			return err
		}
	}
	return nil
}

// document reads one document. A document that is no XML is left out, as readers leave it.
func (b *ebook) document(name string, item *xmltree.Node) error {
	if b.documents[name] != nil || !strings.Contains(item.Any("media-type"), "html") && !strings.HasSuffix(name, "html") {
		return nil
	}
	root, err := b.pack.XML(name)
	var fault *xmltree.Fault
	if err == unzip.ErrBomb || errors.As(err, &fault) && fault.Kind == xmltree.Bounds {
		return err
	}
	d := &document{path: name, root: orEmpty(root), ids: map[string]*xmltree.Node{}, page: b.stated[name], broken: root == nil || err != nil}
	d.root.Walk(func(k *xmltree.Node) {
		if id := k.Any("id"); id != "" && d.ids[id] == nil {
			d.ids[id] = k
		}
	})
	if strings.Contains(" "+item.Any("properties")+" ", " nav ") {
		d.page = contentsPage
	}
	for _, i := range b.leading[name] {
		if d.title == "" {
			d.title = b.entries[i].title
		}
	}
	b.spine = append(b.spine, d)
	b.documents[name] = []*document{d}
	return nil
}

// articles makes the articles of the documents that have text, and tells what the others are.
func (b *ebook) articles() ([]*draft.Article, error) {
	var out []*draft.Article
	told := &draft.Article{}
	for _, d := range b.spine {
		switch {
		case d.gone:
			continue
		case d.broken:
			told.Tell(rule.ImportLeftOut, "mend the EPUB, or copy the text from it", fmt.Sprintf("left out: %s, which is no XML", d.path))
			continue
		case d.page != nil && d.page.matter == "":
			b.leave(told, d, d.page)
			continue
		case b.isPart(d):
			b.leave(told, d, partPage)
			continue
		}
		a, err := b.article(d)
		if err != nil {
			return nil, err
		}
		if a == nil {
			b.leave(told, d, nil)
			continue
		}
		out = append(out, a)
	}
	if len(out) == 0 {
		return nil, errors.New("there is no text in this EPUB")
	}
	for _, a := range out {
		b.state(a, len(out) == 1)
	}
	b.tell(told)
	out[0].Warnings = append(out[0].Warnings, told.Warnings...)
	return out, nil
}

// leave tells of a document that is left out. One without text or pictures is nothing.
func (b *ebook) leave(told *draft.Article, d *document, p *page) {
	body := orEmpty(d.root.Child("body"))
	text := strings.TrimSpace(d.number + " " + wordsOf(body))
	switch {
	case p != nil:
	case text != "":
		p = partPage
	case pictured(body):
		p = picturePage
	default:
		return
	}
	words := ""
	if text != "" {
		words = fmt.Sprintf(", %q", book.Clip(text, 60))
	}
	told.Tell(rule.ImportLeftOut, p.hint, fmt.Sprintf("left out: %s, %s%s", p.name, d.path, words))
}

// article makes the article of a document, nil for one that has no text.
func (b *ebook) article(d *document) (*draft.Article, error) {
	body := d.root.Child("body")
	if body == nil {
		return nil, nil
	}
	list, err := b.looksOf(d)
	if err != nil {
		return nil, err
	}
	d.head(b.authors)
	anchors(body)
	shape(body, false)
	dress(body, list, false)
	sources, err := b.ready(d, body)
	if err != nil {
		return nil, err
	}
	a := web.Fragment(markup(body), "")
	if !hasWords(a) {
		return nil, nil
	}
	a.Addresses = append([]string{d.path}, d.more...)
	if d.name != "" {
		a.Addresses = []string{path.Join(path.Dir(d.path), path.Base(d.name))}
	}
	if langtag.Valid(b.lang) {
		a.Lang = b.lang
	}
	a.Hint, a.Kicker = b.hint(d), draft.Text(d.number)
	if d.page != nil {
		a.Matter = d.page.matter
	}
	if a.Pictures == nil {
		a.Pictures = map[string][]byte{}
	}
	for name, data := range sources {
		a.Pictures[name] = data
	}
	return a, nil
}

// hint returns a title for a document without one: that of the contents, or the
// word for the page that it is, or that of its head.
func (b *ebook) hint(d *document) string {
	if d.title != "" {
		return d.title
	}
	if d.page != nil {
		for _, lang := range []string{b.lang, "en"} {
			if words := langdata.For(lang); words != nil && words.Words[string(d.page.matter)].Text != "" {
				return words.Words[string(d.page.matter)].Text
			}
		}
	}
	if title := oneLine(d.root.Child("head").Child("title").Content()); title != b.title && !d.divided {
		return title
	}
	return ""
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
