package compile

import (
	"context"
	"fmt"

	"octavo/book"
	"octavo/book/base/parallel"
	"octavo/book/base/rule"
	"octavo/book/check"
	"octavo/book/epub"
	"octavo/book/epub/look"
	"octavo/book/font/shape"
	"octavo/book/graphic/cover"
	"octavo/book/graphic/picture"
	"octavo/book/graphic/render"
	"octavo/book/language/locale"
	"octavo/book/pdf"
	"octavo/book/typeset/document"
	"octavo/book/typeset/layout"
	"octavo/book/typeset/report"
	"octavo/book/typeset/theme"
)

// A job is one build at work: what all its editions share.
type job struct {
	book     *book.Book
	opt      Options
	words    *locale.Locale
	theme    *theme.Theme
	fonts    *shape.Library
	editions []book.Edition
	cover    *book.Picture
	coverAlt string
	made     bool // the cover was made from the metadata
	// documents are the layouts by edition; nil for an EPUB.
	documents []*document.Document
	// paged is the layout whose pages the page list of an EPUB has: that of the first
	// PDF edition, whether that edition is made or not; nil for no page list.
	paged       *document.Document
	pagedSource string // the identifier of that edition; "" when it has none of its own
	room        picture.Room
}

// newJob gathers what the editions share. Faults of the manifest's choices are
// added to res.
func newJob(b *book.Book, opt Options, res *Result) (*job, error) {
	j := &job{book: b, opt: opt, fonts: opt.Fonts, editions: wanted(b, opt.Formats)}
	j.words, _ = locale.For(b.Language).With(b.Words) // package manifest reports their faults
	th, found := theme.Of(b)
	res.Diagnostics = append(res.Diagnostics, found...)
	j.theme = th
	if book.HasErrors(res.Diagnostics) { // which may be of trims, or that a font is missing
		return j, nil
	}
	for _, e := range j.editions {
		if _, ok := th.Geometry(e.Trim, e.Media); !ok {
			res.Diagnostics = append(res.Diagnostics, rule.EditionTrim.At(e.Pos,
				theme.TrimHint(e.Trim), "unknown trim %q", e.Trim))
		}
	}
	if err := j.fonts.Add(fontFiles(b)...); err != nil {
		return nil, fmt.Errorf("fonts: %w", err)
	}
	return j, nil
}

// fontFiles are the fonts of the manuscript. Each also stands in where others
// lack a character, before the built-in ones.
func fontFiles(b *book.Book) []shape.File {
	var list []shape.File
	for _, f := range b.Fonts {
		list = append(list, shape.File{
			Family: f.Family, Weight: f.Weight, Italic: f.Italic, Fallback: true,
			Data: func() ([]byte, error) { return f.Data, nil },
		})
	}
	return list
}

// failedFonts reports the fonts of the manuscript in which some text could not be shaped.
func (j *job) failedFonts() []book.Diagnostic {
	var list []book.Diagnostic
	for _, face := range j.fonts.Failed() {
		for _, f := range j.book.Fonts {
			if f.Family == face.Family() && f.Weight == face.Weight() && f.Italic == face.Italic() {
				list = append(list, rule.FontUnreadable.At(f.Pos, fontHint, "the font %s cannot be used: text of this book cannot be set with its tables", f.Path))
			}
		}
	}
	return list
}

// fontHint is what to do about a damaged font.
const fontHint = "get the TrueType or OpenType file anew"

// makeCover takes the manifest's cover, or makes one.
func (j *job) makeCover() error {
	if c := j.book.Cover; c != nil && c.Picture != nil {
		j.cover, j.coverAlt = c.Picture, c.Alt
		return nil
	}
	j.opt.Progress("drawing the cover")
	data, alt, err := cover.Make(j.book, j.coverFonts())
	if err != nil {
		return fmt.Errorf("cover: %w", err)
	}
	j.coverAlt, j.made = alt, true
	j.cover, err = picture.Probe("cover.png", data)
	if err != nil {
		return fmt.Errorf("cover: %w", err)
	}
	return nil
}

// pageCover returns the cover for the pages of an edition. A cover that was made is drawn
// anew, as vectors in the form of the page.
func (j *job) pageCover(e book.Edition) *book.Picture {
	geo, ok := j.theme.Geometry(e.Trim, e.Media)
	if !j.made || !ok {
		return j.cover
	}
	return cover.Picture(j.book, cover.Options{
		Fonts: j.coverFonts(), Width: int64(geo.Width), Height: int64(geo.Height),
	})
}

// coverPixels is the largest area of a cover in an EPUB: twice the width and height
// that stores ask for. More is not seen, and Google takes 7,200 pixels on a side.
const coverPixels = 4 * cover.Width * cover.Height

// coverFile returns the cover of an EPUB edition and its media type. Stores take no
// drawing for a cover: a drawing is painted as large as they ask for.
func (j *job) coverFile(e book.Edition) (data []byte, mediaType string, err error) {
	c := j.cover
	if c.Format == "svg" {
		w, h := paintedSize(c.Width, c.Height)
		data, err := render.Painted(c.Data, j.book.Language, j.coverFonts(), w, h)
		if err != nil {
			return nil, "", err
		}
		if c, err = picture.Probe("cover.png", data); err != nil {
			return nil, "", err
		}
	}
	return picture.ForEPUB(c, picture.EPUBOptions{MaxPixels: coverPixels, JPEG: e.Profile == book.Kindle, Room: &j.room})
}

// paintedSize returns the pixels of a cover that was drawn w by h: at least those of
// a cover that is made, and at most twice as many on a side.
func paintedSize(w, h int) (width, height int) {
	w, h = max(w, 1), max(h, 1)
	width, height = cover.Width, max(1, cover.Width*h/w)
	if height < cover.Height {
		width, height = max(1, cover.Height*w/h), cover.Height
	}
	return min(width, 2*cover.Width), min(height, 2*cover.Height)
}

func (j *job) coverFonts() *render.Fonts {
	f := j.theme.Fonts
	return &render.Fonts{Library: j.fonts, Shaper: j.fonts.NewShaper(), Families: [3]string{f.Sans, f.Serif, f.Mono}}
}

// layout sets the pages of the PDF editions; some faults, such as glyphs that no
// font has, show only there.
func (j *job) layout(ctx context.Context, res *Result) error {
	j.opt.Progress("setting pages")
	j.documents = make([]*document.Document, len(j.editions))
	first := j.firstPaged()
	for i, e := range j.editions {
		if err := ctx.Err(); err != nil {
			return err
		}
		var err error
		switch e.Format {
		case book.EPUB: // has no pages
		case book.PDF:
			j.documents[i], err = j.inspected(e, res)
		default:
			err = unknownFormat(e.Format)
		}
		if err != nil {
			return err
		}
		if e == first {
			j.paged = j.documents[i]
		}
	}
	return j.pagesForEPUB(first)
}

// inspected sets the pages of an edition, and adds to res what is found on them.
func (j *job) inspected(e book.Edition, res *Result) (*document.Document, error) {
	doc, found, err := j.setPages(e)
	if err != nil {
		return nil, err
	}
	if j.opt.Inspect != nil && !book.HasErrors(found) {
		j.opt.Inspect(j.book, doc)
	}
	for k := range found {
		if found[k].Pos.File == "" { // of the matter around the chapters
			found[k].Pos.File = j.book.File
		}
	}
	res.add(found)
	res.add(check.Pages(j.book, doc, e.Media))
	return doc, nil
}

// firstPaged returns the PDF edition that comes first in the manifest, or the edition that
// a manifest without a list would ask for.
func (j *job) firstPaged() book.Edition {
	return append(inFormat(j.book.Editions, book.PDF), book.Edition{Format: book.PDF})[0]
}

// pagesForEPUB sets the pages for the page list of an EPUB when the PDF edition with
// these pages is not made. The faults of that edition are not this build's.
func (j *job) pagesForEPUB(first book.Edition) error {
	if j.opt.NoPages || len(inFormat(j.editions, book.EPUB)) == 0 {
		j.paged = nil
		return nil
	}
	j.pagedSource = first.Identifier
	if j.paged != nil {
		return nil
	}
	doc, _, err := j.setPages(first)
	j.paged = doc
	return err
}

func (j *job) setPages(e book.Edition) (*document.Document, []book.Diagnostic, error) {
	doc, found, err := layout.Set(j.issue(e), j.theme, layout.Options{
		Fonts: j.fonts, Workers: j.opt.Workers, Cover: j.pageCover(e), CoverAlt: j.coverAlt, Generator: generator(j.opt.Version),
		Words: j.words, Trim: e.Trim, Media: e.Media, Ink: e.Inked(),
	})
	if err != nil {
		return nil, nil, fmt.Errorf("set pages: %w", err)
	}
	if e.NoBookmarks {
		doc.Outline = nil
	}
	return doc, found, nil
}

// issue returns the book with the edition's own identifier.
func (j *job) issue(e book.Edition) *book.Book {
	if e.Identifier == "" {
		return j.book
	}
	b := *j.book
	b.Identifier = e.Identifier
	return &b
}

// encode makes the editions at the same time, in the order of the manifest.
func (j *job) encode(ctx context.Context) ([]Edition, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	j.opt.Progress("writing editions")
	out := make([]Edition, len(j.editions))
	errs := make([]error, len(j.editions))
	names := fileNames(j.book.Title, j.editions)
	parallel.Each(len(out), len(out), func(i int) {
		e := j.editions[i]
		out[i] = Edition{Name: names[i], Format: e.Format, Profile: e.Profile}
		switch e.Format {
		case book.EPUB:
			errs[i] = j.epub(&out[i], e)
		case book.PDF:
			errs[i] = j.pdf(&out[i], e, j.documents[i])
		default:
			errs[i] = unknownFormat(e.Format)
		}
	})
	for _, err := range errs {
		if err != nil {
			return nil, err
		}
	}
	return out, ctx.Err()
}

func (j *job) pdf(out *Edition, e book.Edition, doc *document.Document) (err error) {
	out.Pages = len(doc.Pages)
	if j.opt.Report {
		r := report.Measure(doc)
		out.Report = &r
	}
	opt := pdf.Options{Standard: e.Standard, Workers: j.opt.Workers, Exact: e.Media == book.Print, Room: &j.room}
	if out.Data, err = pdf.Encode(doc, opt); err != nil {
		return fmt.Errorf("pdf: %w", err)
	}
	return nil
}

func (j *job) epub(out *Edition, e book.Edition) error {
	data, typ, err := j.coverFile(e)
	if err != nil {
		return fmt.Errorf("epub: cover: %w", err)
	}
	access := epub.AccessOf(j.book, j.paged != nil).In(e.Profile, j.words)
	out.ONIX = access.ONIX()
	f := j.theme.Fonts
	out.Data, err = epub.Encode(j.issue(e), epub.Options{
		Words: j.words, CSS: look.Sheet(j.theme, e.Profile != book.Kindle), Fonts: j.fonts,
		Families: epub.Families{Serif: f.Serif, Sans: f.Sans, Mono: f.Mono},
		Cover:    data, CoverType: typ, CoverAlt: j.coverAlt,
		Generator: generator(j.opt.Version), Workers: j.opt.Workers, LeadIn: j.leadIn(),
		Profile: e.Profile, Drawings: j.coverFonts(), Pages: j.pagination(), PageSource: j.pagedSource, Room: &j.room,
	})
	return err
}

// pagination returns what the EPUB editions are told of the pages, nil for no page list.
func (j *job) pagination() *book.Pagination {
	if j.paged == nil {
		return nil
	}
	return j.paged.Pagination()
}

// leadIn returns how many words open an article in small capitals.
func (j *job) leadIn() int {
	if j.theme.Opening.LeadIn == theme.SmallCaps {
		return j.theme.Opening.LeadInWords
	}
	return 0
}
