package epub

import (
	"octavo/book"
	"octavo/book/graphic/picture"
	"octavo/book/graphic/render"
)

// kindleCSS follows the theme's style sheet in an edition for Kindle: the reader chooses
// the face of the text.
const kindleCSS = `
img.formula { max-width: 100%; height: auto; }
body { font-family: serif; }
`

// imageFile returns the file of a picture and its media type. For Kindle pictures are
// neither SVG nor transparent, which Enhanced Typesetting does without (kdp.amazon.com,
// help topics G75V4YX5X8GRGXWV and GH4DRT75GWWAGBTU).
func (p *plan) imageFile(pic *book.Picture) (data []byte, mediaType string, err error) {
	kindle := p.opt.Profile == book.Kindle
	if pic.Format != "svg" {
		return picture.ForEPUB(pic, picture.EPUBOptions{MaxPixels: picture.StorePixels, Opaque: kindle, Room: p.opt.Room})
	}
	if !kindle {
		data, err = render.SVG(pic.Data, p.book.Language, p.drawings())
		return data, "image/svg+xml", err
	}
	w, h := drawnSize(pic.Width, pic.Height)
	data, err = render.Painted(pic.Data, p.book.Language, p.drawings(), w, h)
	return data, "image/png", err
}

// drawings returns the faces of drawings with a shaper for the plan, since a shaper serves
// one goroutine.
func (p *plan) drawings() *render.Fonts {
	if p.fonts == nil && p.opt.Drawings != nil {
		f := *p.opt.Drawings
		f.Shaper = f.Library.NewShaper()
		p.fonts = &f
	}
	return p.fonts
}

// drawnWidth is the width of a drawing in pixels: 300 to the inch on a page of
// a large reader.
const drawnWidth = 1600

// drawnSize returns the size of a drawing in pixels: drawnWidth wide, or less when it would
// have more pixels than stores take.
func drawnSize(w, h int) (width, height int) {
	w, h = max(w, 1), max(h, 1)
	width = drawnWidth
	if most := picture.StorePixels / drawnWidth; h > most*w/drawnWidth { // high
		width = max(most*w/h, 1)
	}
	return width, max(min(width*h/w, picture.StorePixels/width), 1)
}
