package epub

import (
	"strings"

	"octavo/book"
	"octavo/book/base/address"
	"octavo/book/graphic/picture"
	"octavo/book/language/locale"
)

// Access is what an edition offers to readers, found in the book itself:
// nothing is claimed that was not seen. The package document and a catalogue
// tell the same.
type Access struct {
	Images    bool // there are pictures that mean something
	Described bool // each of them has alternative text
	Explained bool // a picture has a long description
	Moving    bool // there is a picture that moves
	Pages     bool // there are the pages of a paged edition, marked and listed
	Index     bool // there is an index
	Formulas  bool // there are formulas, as MathML with a text
	// Summary is a sentence or more in the book's language.
	Summary string
	// Evaluation is what the manifest says about an evaluation by somebody.
	Evaluation book.Accessibility
}

// AccessOf looks at what the EPUB edition of b offers; pages says that the edition has
// the page list of a paged one. The work is linear in the size of the book.
func AccessOf(b *book.Book, pages bool) Access {
	a := Access{Described: true, Pages: pages, Index: book.HasIndex(b), Evaluation: b.Accessibility}
	decorative := map[*book.Image]bool{}
	eachFormula(b, func(*book.Math, bool) { a.Formulas = true })
	for at, bl := range book.Blocks(b) {
		f, ok := bl.(*book.Figure)
		if !ok || f.Image == nil {
			continue
		}
		if f.Decorative {
			decorative[f.Image] = true
		} else if d := f.Details; d != nil && at.Chapter != nil && d.Chapter == at.Chapter && f.Image.Picture != nil {
			a.Explained = true
		}
	}
	if b.Logo != nil {
		decorative[b.Logo.Figure.Image] = true
	}
	for _, im := range book.Images(b) {
		if im != b.Cover {
			a.image(im, decorative[im])
		}
	}
	words, _ := locale.For(b.Language).With(b.Words)
	a.Summary = a.summary(words)
	return a
}

// In returns what the edition in a profile offers: for Kindle, formulas are pictures
// with their text.
func (a Access) In(profile book.Profile, words *locale.Locale) Access {
	if a.Formulas && profile == book.Kindle {
		a.Formulas, a.Images = false, true
		a.Summary = a.summary(words)
	}
	return a
}

func (a *Access) image(im *book.Image, decorative bool) {
	if im.Picture == nil {
		return
	}
	a.Moving = a.Moving || picture.Moves(im.Picture)
	if decorative {
		return
	}
	a.Images = true
	a.Described = a.Described && im.Alt != ""
}

// modes are the senses that the content is for.
func (a *Access) modes() []string {
	if a.Images {
		return []string{"textual", "visual"}
	}
	return []string{"textual"}
}

// sufficient are the senses that are enough for all of the content.
func (a *Access) sufficient() string {
	if a.Described {
		return "textual"
	}
	return "textual,visual"
}

// features lists what the edition has, in the terms of the Schema.org
// Accessibility Properties for Discoverability Vocabulary. Contents, headings,
// order, roles and free display are of every edition.
func (a *Access) features() []string {
	list := []string{"tableOfContents", "readingOrder", "structuralNavigation", "displayTransformability", "ARIA"}
	add := func(found bool, terms ...string) {
		if found {
			list = append(list, terms...)
		}
	}
	add(a.Images && a.Described, "alternativeText")
	add(a.Explained, "longDescription")
	add(a.Pages, "pageBreakMarkers", "pageNavigation")
	add(a.Index, "index")
	add(a.Formulas, "MathML")
	return list
}

// hazard is "none", the term that the vocabulary recommends where there is
// none of any kind, or "unknown": whether what moves also flashes, the compiler
// cannot tell. (Terms for flashing and motion alone are to be had; Ace 1.4 takes
// the one for motion only with a misspelling.)
func (a *Access) hazard() string {
	if a.Moving {
		return "unknown"
	}
	return "none"
}

func (a *Access) summary(words *locale.Locale) string {
	if s := a.Evaluation.Summary; s != "" {
		return s
	}
	list := []string{words.Word(locale.AccessReflowable), words.Word(locale.AccessStructure)}
	switch {
	case a.Images && a.Described:
		list = append(list, words.Word(locale.AccessImagesDescribed))
	case a.Images:
		list = append(list, words.Word(locale.AccessImagesUndescribed))
	default:
		list = append(list, words.Word(locale.AccessNoImages))
	}
	if a.Pages {
		list = append(list, words.Word(locale.AccessPageList))
	}
	return strings.Join(list, " ")
}

// accessibility writes the metadata that EPUB Accessibility 1.1 asks for.
func (o *opf) accessibility() {
	a := AccessOf(o.p.book, len(o.p.pages) > 0).In(o.p.opt.Profile, o.p.opt.Words)
	for _, m := range a.modes() {
		o.meta("schema:accessMode", "", m)
	}
	o.meta("schema:accessModeSufficient", "", a.sufficient())
	for _, f := range a.features() {
		o.meta("schema:accessibilityFeature", "", f)
	}
	o.meta("schema:accessibilityHazard", "", a.hazard())
	o.meta("schema:accessibilitySummary", "", a.Summary)
	o.evaluation(a.Evaluation)
}

// evaluated reports whether somebody stands behind a claim of conformance.
func evaluated(e book.Accessibility) bool { return e.ConformsTo != "" && e.CertifiedBy != "" }

// evaluation writes what the manifest says about an evaluation by somebody.
func (o *opf) evaluation(e book.Accessibility) {
	if !evaluated(e) {
		return
	}
	o.Element("meta", e.ConformsTo, "property", "dcterms:conformsTo", "id", "conformance")
	o.Newline()
	o.Element("meta", e.CertifiedBy, "property", "a11y:certifiedBy", "refines", "#conformance", "id", "certifier")
	o.Newline()
	o.meta("a11y:certifierCredential", "certifier", e.Credential)
	if href := address.Href(e.Report); href != "" {
		o.Void("link", "rel", "a11y:certifierReport", "refines", "#certifier", "href", href)
		o.Newline()
	}
}
