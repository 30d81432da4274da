// Package pdf writes a finished document as a PDF file that is PDF/UA-1 and
// PDF/A-2a at once, or PDF/UA-2.
//
// In: a [document.Document]. Out: the bytes of the file.
//
//	document.Document --> Encode -- draw (fpdf): pages, rules, pictures, links, bookmarks
//	                      |         and a comment where text belongs
//	                      +------ finish: fills the comments in, adds fonts, structure,
//	                                metadata, compresses
//
// One pass in reading order hands out everything that has an order: marked
// content ids, the kids of structure elements, the codes of glyphs. Then the
// pages are composed and compressed beside each other.
//
// Invariant: equal input gives equal bytes, whatever the number of workers.
//
// Invariant: all text is in marked content of its element, or is an artifact;
// marked content is never nested.
package pdf

import (
	"errors"
	"fmt"

	"octavo/assets"
	"octavo/book"
	"octavo/book/base/parallel"
	"octavo/book/graphic/picture"
	"octavo/book/pdf/draw"
	"octavo/book/pdf/finish"
	"octavo/book/typeset/document"
)

// Options steer the encoder. The zero value will do.
type Options struct {
	Standard book.Standard
	// Workers is how many goroutines compose and compress; less than 1 is 1.
	Workers int
	// Compression is a level from 1, fast, to 9, small; 0 is 6.
	Compression int
	// Resolution is how many pixels to the inch pictures keep at most; 0 is 300.
	Resolution int
	// Exact keeps the colours of pictures that were stored without loss, for print.
	Exact bool
	// Room is where pictures are decoded; nil for no bound.
	Room *picture.Room
}

// Encode returns the file. Encode fails when a font may not be embedded, when a
// picture cannot be decoded, and when the document breaks its contract.
func Encode(doc *document.Document, opt Options) ([]byte, error) {
	if opt.Compression == 0 {
		opt.Compression = 6
	}
	if opt.Resolution == 0 {
		opt.Resolution = 300
	}
	e := &encoder{
		doc: doc, opt: opt, coder: newCoder(), canvas: draw.New(),
		tree: finish.NewTree(doc.Root, len(doc.Pages)),
	}
	if err := e.preparePictures(); err != nil {
		return nil, err
	}
	for i := range doc.Pages {
		if err := e.page(i); err != nil {
			return nil, fmt.Errorf("page %d: %w", i+1, err)
		}
	}
	if err := e.outline(doc.Outline); err != nil {
		return nil, err
	}
	e.canvas.Outline(doc.Outline)
	return e.finish()
}

// An encoder holds the state of one Encode.
type encoder struct {
	doc      *document.Document
	opt      Options
	coder    *coder
	canvas   *draw.Canvas
	tree     *finish.Tree
	pictures pictures
	pages    []finish.Page
}

// finish hands all over to package finish.
func (e *encoder) finish() ([]byte, error) {
	drawn, err := e.canvas.Bytes()
	if err != nil {
		return nil, err
	}
	e.canvas = nil // fpdf's own copies of the pages are not needed any more
	fonts, err := e.embedFonts()
	if err != nil {
		return nil, err
	}
	fill := filler{e.doc, e.coder}
	return finish.File(drawn, finish.Parts{
		Standard: e.opt.Standard, Info: e.doc.Info, Pages: e.pages, Content: fill.page, Fonts: fonts,
		XObjects: e.pictures.xobjects, Objects: e.pictures.objects,
		Tree: e.tree, Targets: targets(nil, e.doc.Outline), Profile: assets.SRGB(),
		Workers: e.opt.Workers, Level: e.opt.Compression,
	})
}

// targets appends where bookmarks lead, in the order of the outline.
func targets(to []*document.Dest, list []*document.Bookmark) []*document.Dest {
	for _, b := range list {
		to = targets(append(to, b.Dest), b.Kids)
	}
	return to
}

func (e *encoder) embedFonts() ([]*finish.Font, error) {
	list := make([]*finish.Font, len(e.coder.fonts.fonts))
	errs := make([]error, len(list))
	parallel.Each(len(list), e.opt.Workers, func(i int) {
		list[i], errs[i] = e.coder.fonts.fonts[i].embed()
	})
	return list, errors.Join(errs...)
}

// outline checks the destinations of bookmarks.
func (e *encoder) outline(list []*document.Bookmark) error {
	for _, b := range list {
		if err := e.checkDest(b.Dest); err != nil {
			return fmt.Errorf("bookmark %q: %w", b.Title, err)
		}
		if err := e.outline(b.Kids); err != nil {
			return err
		}
	}
	return nil
}

func (e *encoder) checkDest(d *document.Dest) error {
	if d == nil || d.Page < 0 || d.Page >= len(e.doc.Pages) {
		return errors.New("it leads to no page of the document")
	}
	return nil
}
