package epub

import (
	"strings"

	"octavo/book"
	"octavo/book/locale"
)

// access is what the publication offers to readers, found in the book itself:
// nothing is claimed that was not seen.
type access struct {
	images    bool // there are pictures that mean something
	described bool // each of them has alternative text
	sections  bool // there are headings below the chapters'
	moving    bool // there is a GIF, which may move
	explained bool // a picture has a long description
	pages     bool // there is a page list
}

func findAccess(b *book.Book) access {
	a := access{described: true}
	visit := func(bl book.Block) bool {
		switch bl := bl.(type) {
		case *book.Figure:
			a.image(bl.Image, bl.Decorative)
			a.explained = a.explained || bl.Details != nil && !bl.Decorative
		case *book.Heading:
			a.sections = true
		}
		for _, run := range book.BlockInlines(bl) {
			book.WalkInlines(run, func(in book.Inline) bool {
				if im, ok := in.(*book.InlineImage); ok {
					a.image(im.Image, false)
				}
				return true
			})
		}
		return true
	}
	for _, c := range b.Chapters() {
		book.WalkBlocks(book.ChapterBlocks(c), visit)
	}
	if b.EditorsNote != nil {
		book.WalkBlocks(b.EditorsNote.Blocks, visit)
	}
	return a
}

func (a *access) image(im *book.Image, decorative bool) {
	if im == nil || im.Picture == nil {
		return
	}
	if im.Picture.Format == "gif" {
		a.moving = true
	}
	if decorative {
		return
	}
	a.images = true
	if im.Alt == "" {
		a.described = false
	}
}

// accessibility writes the metadata that EPUB Accessibility 1.1 asks for.
func (o *opf) accessibility() {
	a := findAccess(o.p.book)
	a.pages = len(o.p.pages) > 0
	o.meta("schema:accessMode", "", "textual")
	if a.images {
		o.meta("schema:accessMode", "", "visual")
	}
	if a.described {
		o.meta("schema:accessModeSufficient", "", "textual")
	} else {
		o.meta("schema:accessModeSufficient", "", "textual,visual")
	}
	for _, f := range a.features() {
		o.meta("schema:accessibilityFeature", "", f)
	}
	if a.moving {
		o.meta("schema:accessibilityHazard", "", "unknown")
	} else {
		o.meta("schema:accessibilityHazard", "", "none")
	}
	o.meta("schema:accessibilitySummary", "", o.p.accessSummary(a))
	o.evaluation()
}

func (a access) features() []string {
	list := []string{"tableOfContents", "readingOrder", "structuralNavigation", "displayTransformability", "ARIA"}
	if a.images && a.described {
		list = append(list, "alternativeText")
	}
	if a.explained {
		list = append(list, "longDescription")
	}
	if a.pages {
		list = append(list, "pageBreakMarkers", "pageNavigation")
	}
	return list
}

func (p *plan) accessSummary(a access) string {
	if s := p.book.Accessibility.Summary; s != "" {
		return s
	}
	list := []string{p.word(locale.AccessReflowable), p.word(locale.AccessStructure)}
	switch {
	case a.images && a.described:
		list = append(list, p.word(locale.AccessImagesDescribed))
	case a.images:
		list = append(list, p.word(locale.AccessImagesUndescribed))
	default:
		list = append(list, p.word(locale.AccessNoImages))
	}
	if a.pages {
		list = append(list, p.word(locale.AccessPageList))
	}
	return strings.Join(list, " ")
}

// evaluation writes what the manifest says about an evaluation by somebody.
func (o *opf) evaluation() {
	e := o.p.book.Accessibility
	if e.ConformsTo == "" || e.CertifiedBy == "" {
		return
	}
	o.Element("meta", e.ConformsTo, "property", "dcterms:conformsTo", "id", "conformance")
	o.Newline()
	o.Element("meta", e.CertifiedBy, "property", "a11y:certifiedBy", "refines", "#conformance", "id", "certifier")
	o.Newline()
	o.meta("a11y:certifierCredential", "certifier", e.Credential)
	if href := webAddress(e.Report); href != "" {
		o.Void("link", "rel", "a11y:certifierReport", "refines", "#certifier", "href", href)
		o.Newline()
	}
}
