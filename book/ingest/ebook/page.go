package ebook

import (
	"path"
	"strings"
	"unicode"

	"octavo/book"
	"octavo/book/base/pattern"
	"octavo/book/ingest/draft"
	"octavo/book/language/langdata"
	"octavo/book/markup/xmltree"
)

// A page is a piece of a book that is no article. One with matter is kept as a page that a
// manifest can name; the others are left out, since a book makes them anew or has its own.
type page struct {
	name, hint string
	matter     book.Matter
}

const (
	fromManifest = "title, authors, publisher and rights of a book stand in its book.yaml"
	byHand       = "where the book is to have it, copy it from the EPUB as a chapter"
)

// The pages that are left out.
var (
	coverPage    = &page{name: "the cover", hint: "name its picture as `cover` in book.yaml"}
	titlePage    = &page{name: "a title page", hint: fromManifest}
	imprintPage  = &page{name: "the imprint", hint: fromManifest}
	contentsPage = &page{name: "the contents", hint: "a book makes its own"}
	listPage     = &page{name: "a list of figures", hint: "a book makes its own"}
	indexPage    = &page{name: "the index", hint: "words that are marked {.index} make one"}
	peoplePage   = &page{name: "the contributors", hint: "write each bio at its author"}
	partPage     = &page{name: "the page of a part", hint: "book.yaml has `part` for its title"}
	housePage    = &page{name: "a page that is no article", hint: byHand}
	picturePage  = &page{name: "a page with a picture alone", hint: "bring the picture into a chapter by hand"}
)

// kept returns the page of a matter that a manifest can name.
func kept(m book.Matter) *page { return &page{matter: m} }

var (
	dedication       = kept(book.DedicationPage)
	epigraph         = kept(book.EpigraphPage)
	foreword         = kept(book.ForewordPage)
	afterword        = kept(book.AfterwordPage)
	acknowledgements = kept(book.AcknowledgementsPage)
)

// types are pages by the words of EPUB 3 and of the guide of EPUB 2.
var types = map[string]*page{
	"cover": coverPage, "frontispiece": coverPage,
	"titlepage": titlePage, "title-page": titlePage, "halftitlepage": titlePage, "halftitle": titlePage, "seriespage": titlePage,
	"copyright-page": imprintPage, "copyright": imprintPage, "imprint": imprintPage, "colophon": imprintPage,
	"toc": contentsPage, "landmarks": contentsPage, "page-list": contentsPage, "loi": listPage, "lot": listPage,
	"index": indexPage, "contributors": peoplePage, "advertisement": housePage, "other-credits": housePage, "praise": housePage,
	"dedication": dedication, "epigraph": epigraph, "foreword": foreword, "afterword": afterword,
	"acknowledgments": acknowledgements, "acknowledgements": acknowledgements,
}

// makers are pages by the names that programs give to files, ids and classes, in their
// letters alone. An index.html is mostly none.
var makers = map[string]*page{
	"cover": coverPage, "coverpage": coverPage, "coverimage": coverPage, "frontcover": coverPage, "backcover": coverPage,
	"titlepage": titlePage, "booktitlepage": titlePage, "halftitle": titlePage, "halftitlepage": titlePage, "bastardtitle": titlePage,
	"copyright": imprintPage, "copyrightpage": imprintPage, "uncopyright": imprintPage, "imprint": imprintPage, "colophon": imprintPage, "masthead": imprintPage,
	"toc": contentsPage, "tableofcontents": contentsPage, "contents": contentsPage,
	"alsoby": housePage, "alsobytheauthor": housePage, "otherbooks": housePage, "praise": housePage, "blurbs": housePage, "adcard": housePage, "backads": housePage,
	"advertisement": housePage, "newsletter": housePage, "signup": housePage, "aboutthepublisher": housePage,
	"dedication": dedication, "acknowledgments": acknowledgements, "acknowledgements": acknowledgements,
}

// matters are pages by the words that a book of the language has for them.
var matters = map[string]*page{
	"cover": coverPage, "half-title": titlePage, "title-page": titlePage, "imprint": imprintPage, "contents": contentsPage, "list-of-figures": listPage,
	"index": indexPage, "contributors": peoplePage, "dedication": dedication, "epigraph": epigraph, "foreword": foreword, "afterword": afterword,
	"acknowledgements": acknowledgements,
}

// Bounds on pages, in bytes, by eye. Names lie, and the story of a book may be called as the
// book: a page that is told by less than its type has no more text than such pages have.
const (
	maxNamed   = 20_000 // praise of ten papers
	maxCover   = 200
	maxTitles  = 400
	maxImprint = 6_000 // with data of a library, and the printers
	maxSigned  = 700   // of an imprint without an ISBN
)

// judgeAll judges the documents of the book, each once: the parts of one are new.
func (b *ebook) judgeAll() {
	b.begun = false
	for _, d := range b.spine {
		if !d.broken {
			b.judge(d)
		}
		b.begun = b.begun || d.page == nil && len(d.root.Content()) > maxTitles
	}
}

// judge finds out which page a document is, if it is none of the articles.
func (b *ebook) judge(d *document) {
	body := d.root.Child("body")
	if body == nil {
		return
	}
	text := oneLine(body.Content())
	if d.page == nil {
		d.page = d.byType()
	}
	if d.page == nil && text == "" {
		d.page = b.pictures(d, body)
	}
	if d.page == nil && len(text) <= maxNamed {
		d.page = b.byName(d, body, text)
	}
	if d.page == nil && text != "" {
		d.page = b.byForm(d, body, text)
	}
}

// byType returns the page that a document says it is: by its type, or the type of all that
// is in it.
func (d *document) byType() *page {
	n := d.root.Child("body")
	for range maxNested {
		if n == nil {
			break
		}
		for _, t := range strings.Fields(typeOf(n)) {
			if p := types[t]; p != nil {
				return p
			}
		}
		if p := types[strings.TrimPrefix(n.Any("role"), "doc-")]; p != nil {
			return p
		}
		n = n.Only()
	}
	return nil
}

// maxNested is how deep the elements are nested that hold all of a document. Makers nest no
// deeper.
const maxNested = 4

// byName returns the page that the title of a document, its file or its classes name.
func (b *ebook) byName(d *document, body *xmltree.Node, text string) *page {
	p := b.titled(d.title)
	if h := headingIn(body); p == nil && h != nil {
		p = b.titled(oneLine(h.Content()))
	}
	if p == nil && d.title == "" { // above the title of an article such a word is its section
		p = b.titled(firstLine(body))
	}
	if p == nil && !d.divided {
		p = byMaker(d.path, body)
	}
	switch {
	case p == coverPage && len(text) > maxCover, p == titlePage && len(text) > maxTitles, p == contentsPage && !b.isList(d, body, text):
		return nil
	}
	return p
}

// byMaker returns the page that a program means by the name of a file, or of the elements
// that hold all of its text.
func byMaker(name string, body *xmltree.Node) *page {
	stem := strings.TrimSuffix(path.Base(name), path.Ext(name))
	names := []string{stem}
	if _, rest, ok := strings.Cut(stem, "-"); ok {
		names = append(names, rest) // p-colophon of Japanese houses
	}
	n := body
	for range maxNested {
		if n == nil {
			break
		}
		names = append(append(names, n.Any("id")), strings.Fields(n.Any("class"))...)
		if last := n; n.Only() == nil {
			n = sameClass(last)
			if n == nil {
				break
			}
			names = append(names, n.Any("class"))
			break
		}
		n = n.Only()
	}
	for _, name := range names {
		if p := makers[onlyLetters(name)]; p != nil {
			return p
		}
	}
	return nil
}

// sameClass returns the first of paragraphs of one class, nil where they have several.
func sameClass(n *xmltree.Node) *xmltree.Node {
	var first *xmltree.Node
	for _, k := range n.Kids {
		switch {
		case k.Name == "":
		case first == nil:
			first = k
		case k.Any("class") != first.Any("class"):
			return nil
		}
	}
	return first
}

func onlyLetters(s string) string {
	return strings.Map(func(r rune) rune {
		if !unicode.IsLetter(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, s)
}

// titled returns the page of a title in the language of the book, or in English.
func (b *ebook) titled(title string) *page {
	title = strings.ToLower(strings.TrimSpace(title))
	if title == "" || len(title) > maxTitles {
		return nil
	}
	for _, d := range []*langdata.Drawer{langdata.For(b.lang), langdata.For("en")} {
		if d == nil {
			continue
		}
		for key, p := range matters {
			if w := d.Words[key].Text; w != "" && strings.ToLower(w) == title {
				return p
			}
		}
		for _, label := range d.Import["book-pages"] {
			if b.isLabel(title, label) {
				return housePage
			}
		}
		for _, label := range d.Import["acknowledgements"] {
			if title == label {
				return acknowledgements
			}
		}
	}
	return nil
}

// isLabel reports whether a title is a label: all of it, or its beginning or end where the
// rest names the author or the book.
func (b *ebook) isLabel(title, label string) bool {
	before, behind, open := strings.Cut(label, "…")
	if !open {
		return title == label
	}
	rest, ok := strings.CutPrefix(title, before)
	if !ok || !strings.HasSuffix(rest, behind) {
		return false
	}
	rest = strings.TrimSuffix(rest, behind)
	for _, name := range append([]string{b.title}, b.names...) {
		for _, w := range strings.Fields(strings.ToLower(name)) {
			if stem := beginning(w); stem != "" && strings.Contains(rest, stem) {
				return true
			}
		}
	}
	return false
}

// beginning returns the letters of a word that no case changes, "" for a short one.
func beginning(w string) string {
	r := []rune(strings.TrimFunc(w, func(r rune) bool { return !unicode.IsLetter(r) }))
	if len(r) < 2 || len(r) == 3 && r[0] < 0x80 {
		return ""
	}
	return string(r[:min(len(r), 4)])
}

// isbnForm finds the number of a book.
var isbnForm = pattern.Later(`(?i)\bISS?BN|\bISSN`)

// byForm returns the page that the text of a document is like.
func (b *ebook) byForm(d *document, body *xmltree.Node, text string) *page {
	switch {
	case b.isTitlePage(d, body, text):
		return titlePage
	case len(text) <= maxImprint && headingIn(body) == nil && d.title == "" && isImprint(text):
		return imprintPage
	case b.isList(d, body, text) && d.title == "":
		return contentsPage
	}
	return nil
}

// isImprint reports whether a text says whose a book is.
func isImprint(text string) bool {
	signed := strings.Contains(text, "©") || strings.Contains(strings.ToLower(text), "copyright")
	numbered := isbnForm().MatchString(text)
	return signed && (numbered || len(text) <= maxSigned) || numbered && len(text) <= maxSigned
}

// pictures returns the page that pictures without text are: the cover where they begin the
// book or are named for it.
func (b *ebook) pictures(d *document, body *xmltree.Node) *page {
	if pictured(body) && (b.spine[0] == d || b.isCover(d)) {
		return coverPage
	}
	return nil
}

func pictured(body *xmltree.Node) bool { return body.Find("img") != nil || body.Find("image") != nil }

// isTitlePage reports whether a document before the articles has the title of the book, and
// else short lines.
func (b *ebook) isTitlePage(d *document, body *xmltree.Node, text string) bool {
	title := draft.Letters(b.title)
	if title == "" || len(text) > maxTitles || b.begun {
		return false
	}
	const most = 10 // lines, by eye
	lines := leavesOf(body, most+1)
	found := false
	for _, n := range lines {
		line := oneLine(n.Content())
		if l := draft.Letters(line); len(l)*2 > len(title) && (strings.HasPrefix(title, l) || strings.HasPrefix(l, title)) {
			found = true
		}
		if len(line) > 120 { // bytes, by eye: a sentence
			return false
		}
	}
	return found && len(lines) <= most
}

// isPart reports whether a document has nothing but a heading, and a number above it.
func (b *ebook) isPart(d *document) bool {
	body := orEmpty(d.root.Child("body"))
	lines := leavesOf(body, 3)
	for i, n := range lines {
		if i < len(lines)-1 && (len(oneLine(n.Content())) > 24 || len(lines) > 2) || i == len(lines)-1 && rank(n) == 0 {
			return false
		}
	}
	return len(lines) == 2 && body.Find("img") == nil && b.contents[d.path]
}

// isList reports whether a document is a list of the others: most of its text leads to them.
func (b *ebook) isList(d *document, body *xmltree.Node, text string) bool {
	linked, links := 0, 0
	body.Walk(func(a *xmltree.Node) {
		if a.Name != "a" || strings.Contains(a.Any("href"), ":") {
			return
		}
		if name, _, _ := strings.Cut(a.Any("href"), "#"); name != "" && join(d.path, name) != d.path {
			linked += len(oneLine(a.Content()))
			links++
		}
	})
	return links > 1 && linked*2 >= len(text)
}

// headingIn returns the first heading of a document, nil for none.
func headingIn(body *xmltree.Node) *xmltree.Node {
	var found *xmltree.Node
	body.Walk(func(k *xmltree.Node) {
		if found == nil && level(k) > 0 && strings.TrimSpace(k.Content()) != "" {
			found = k
		}
	})
	return found
}

// level returns the level of a heading, 0 for any other element.
func level(n *xmltree.Node) int {
	if len(n.Name) == 2 && n.Name[0] == 'h' && n.Name[1] >= '1' && n.Name[1] <= '6' {
		return int(n.Name[1] - '0')
	}
	return 0
}

// firstLine returns the first line of a document.
func firstLine(body *xmltree.Node) string {
	if list := leavesOf(body, 1); len(list) > 0 {
		return oneLine(list[0].Content())
	}
	return ""
}

// phrases are elements that stand within a line.
var phrases = map[string]bool{"a": true, "abbr": true, "b": true, "big": true, "br": true, "cite": true, "code": true, "em": true, "i": true, "img": true, "q": true, "ruby": true,
	"rb": true, "rp": true, "rt": true, "s": true, "small": true, "span": true, "strong": true, "sub": true, "sup": true, "u": true, "font": true}

// leavesOf returns the first blocks with text that hold no others, n at most.
func leavesOf(body *xmltree.Node, n int) []*xmltree.Node {
	var out []*xmltree.Node
	var visit func(k *xmltree.Node)
	visit = func(k *xmltree.Node) {
		if len(out) >= n {
			return
		}
		blocks := false
		for _, c := range k.Kids {
			blocks = blocks || c.Name != "" && !phrases[c.Name]
		}
		if !blocks {
			if strings.TrimSpace(k.Content()) != "" {
				out = append(out, k)
			}
			return
		}
		for _, c := range k.Kids {
			if c.Name != "" {
				visit(c)
			}
		}
	}
	visit(body)
	return out
}

// wordsOf returns the first words of a document.
func wordsOf(body *xmltree.Node) string {
	const most = 12 // lines, of which a message shows less
	var words []string
	for _, n := range leavesOf(body, most) {
		words = append(words, oneLine(n.Content()))
	}
	return strings.Join(words, " ")
}
