package web

import (
	"cmp"
	"errors"
	"fmt"

	"octavo/book"
	"octavo/book/base/rule"
	"octavo/book/ingest/draft"
	"octavo/book/source/rawhtml"
)

// maxReadable bounds, in bytes, the page that is handed to Readability, which parses it
// anew. The bound is generous but for pages that have their pictures in them.
const maxReadable = 8 << 20

// Read makes an article of a page. The error says in one line why there is
// none.
func Read(src string) (*draft.Article, error) { return ReadAt(src, "") }

// ReadAt is [Read] for a page whose address is known, as that of a page in an archive is: its
// links to its own notes name that address.
func ReadAt(src, address string) (*draft.Article, error) {
	p, ok := newPage(src, &draft.Article{})
	if !ok {
		return nil, fmt.Errorf("more than %d elements", maxElements)
	}
	p.address = address
	if address == "" {
		p.src = src
	}
	p.metadata()
	p.libre()
	scope, body, err := p.settled(src)
	if err != nil {
		return nil, err
	}
	r := &reader{page: p, scope: scope, body: body, homeward: map[book.Block]bool{}, pruned: map[*el]bool{}}
	p.article.Signed = r.signed(r.anchorOfHead())
	r.unpublished()
	r.footnotes(scope)
	r.wordComments(scope)
	r.filmsOf(scope)
	r.emphasise(scope)
	seen := r.witness()
	r.prune(scope)
	r.deckElsewhere()
	r.headElsewhere()
	r.outside(scope)
	r.bioElsewhere()
	if len(r.out) == 0 {
		return nil, errors.New("there is no article in this page")
	}
	r.resolve()
	r.title()
	if !p.isDocument() {
		r.tellMissed(seen)
	}
	p.article.Blocks, p.article.Page = r.out, !p.isDocument()
	return p.article, nil
}

// settled returns where the article is: where the page says, unless Readability finds
// half as much text again elsewhere, or so much less, two fifths, that the stated element
// is more than the article; and what Readability finds where the page says nothing. The
// bounds were measured on the 137 saved pages of Readability's own tests: of 124, the
// chapter has nine words in ten and hardly any others.
func (p *page) settled(src string) (scope, body *el, err error) {
	if p.isDocument() {
		return p.whole(), p.whole(), nil
	}
	if body := p.medium(); body != nil {
		return body, body, nil
	}
	scope, body = p.scope()
	if len(src) > maxReadable {
		if scope == nil {
			err = fmt.Errorf("%d MB of page that does not say where its article is", len(src)>>20)
		}
		return scope, body, err
	}
	found, ok := readable(src)
	switch {
	case !ok && scope == nil:
		found = p.whole()
	case !ok, scope != nil && found.size*2 < body.size*3 && body.size*2 < found.size*5:
		return scope, body, nil
	case scope != nil && found.size < leastReadable:
		return scope, body, nil
	}
	return found, found, nil
}

// isDocument reports whether the page is a document that a program has exported, such as
// Word, LibreOffice, pandoc or Google Docs: there is nothing around it.
func (p *page) isDocument() bool {
	return p.madeBy(documentMakers) || p.root.find(func(e *el) bool {
		return e.Name() == "body" && e.named([]string{"doc content"}) || e.named([]string{"word section1"})
	}) != nil
}

// leastReadable is the text, in bytes, below which Readability is not believed
// against what the page says. By eye: an article that is shorter has little to be found by.
const leastReadable = 800

// whole returns the body of the page.
func (p *page) whole() *el {
	if b := p.root.find(func(e *el) bool { return e.Name() == "body" }); b != nil {
		return b
	}
	return p.root
}

// Fragment makes an article of a piece of HTML, such as an entry of a feed: its
// blocks, notes and pictures. base is the address that its links and pictures are relative
// to, "" when unknown.
func Fragment(src, base string) *draft.Article {
	p, _ := newPage(src, &draft.Article{Source: book.Source{URL: base}})
	p.setBase()
	r := &reader{page: p, scope: p.root, body: p.root, homeward: map[book.Block]bool{}, pruned: map[*el]bool{}}
	r.footnotes(p.root)
	r.filmsOf(p.root)
	r.emphasise(p.root)
	r.prune(p.root)
	r.outside(p.root)
	r.resolve()
	r.firstTitle()
	p.article.Blocks = r.out
	r.locate()
	return p.article
}

// locate gives the pictures of a fragment their whole addresses: unlike a page that was saved,
// it has no folder where they could lie beside it. Those that came within it stay.
func (r *reader) locate() {
	if r.base == nil {
		return
	}
	all := &book.Chapter{Notes: r.article.Notes}
	for _, b := range r.out {
		all.Body = append(all.Body, b.Block)
	}
	for _, im := range book.ImagesOf(all) {
		if _, here := r.article.Pictures[im.Src]; !here && im.Src != "" {
			im.Src = cmp.Or(r.absolute(im.Src, nil), im.Src)
		}
	}
}

// document reads a page, with its formulas as TeX, and returns what is told of those
// without.
func document(src string) (e rawhtml.Element, untold []book.Diagnostic) {
	e = rawhtml.Document(src)
	exported(e)
	for _, why := range formulas(e) {
		untold = append(untold, rule.ImportFormula.At(book.Pos{}, "write it in TeX, between dollar signs", "%s", why))
	}
	return e, untold
}

// newPage returns a page without what it states about itself; ok is false when it has too
// many elements.
func newPage(src string, a *draft.Article) (p *page, ok bool) {
	budget := maxElements
	root, untold := document(src)
	a.Markup, a.Warnings = true, untold
	return &page{root: newEl(root, nil, &budget), article: a}, budget >= 0
}
