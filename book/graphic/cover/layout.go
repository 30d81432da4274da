package cover

import "octavo/book/graphic/drawing"

// layouts are the compositions of a cover.
var layouts = []func(*page, words){horizon, plate, panel, frame}

// margin is the white space at the edges, in units. All measures of the layouts are by eye,
// for a cover of 1600 units across.
const margin = 136

// strip sets the publisher at the foot of the page, the logo above the name, and returns
// how high that is.
func (p *page) strip(w words, center bool) drawing.Fixed {
	if w.publisher == "" && w.logo == nil {
		return drawing.Int(margin)
	}
	h := drawing.Int(190)
	if w.logo != nil {
		h += drawing.Int(logoHeight + logoGap)
	}
	c := column{p: p, area: rect{drawing.Int(margin), p.Height - h, p.Width - drawing.Int(2*margin), h}, center: center}
	c.y = c.area.y + drawing.Int(72)
	c.publisher(w, 34)
	return h
}

// logoGap is the white between a logo and the name below it.
const logoGap = 54

// publisher sets the logo and the name of the publisher.
func (c *column) publisher(w words, size int) {
	if w.logo != nil {
		c.logo(w.logo)
		c.gap(logoGap)
	}
	if w.publisher != "" {
		c.smallLines(w.publisher, size, c.p.palette.ink, 1)
	}
}

// horizon has the words above and the art below.
func horizon(p *page, w words) {
	p.box(p.all(), p.palette.ground)
	foot := p.strip(w, false)
	most := p.Height.Scale(56, 100)
	c := column{p: p, area: rect{drawing.Int(margin), drawing.Int(150), p.Width - drawing.Int(2*margin), most}}
	c.y = c.area.y
	c.texts(w, most)
	top := max(c.y+drawing.Int(110), p.Height.Scale(42, 100))
	p.art(rect{0, top, p.Width, p.Height - foot - top}, len(arts))
}

// plate has the art above and the words below.
func plate(p *page, w words) {
	p.box(p.all(), p.palette.ground)
	foot := p.strip(w, false)
	most := p.Height.Scale(54, 100) - foot
	// The words are set at the top first, to learn how high they are.
	c := column{p: p, area: rect{drawing.Int(margin), 0, p.Width - drawing.Int(2*margin), most}}
	mark := len(p.Items)
	c.texts(w, most)
	top := p.Height - foot - max(c.y, p.Height.Scale(30, 100)) - drawing.Int(20)
	shift(p.Items[mark:], top)
	p.art(rect{0, 0, p.Width, top - drawing.Int(110)}, len(arts))
}

// panel has the art all over, and the words on a sheet that lies on it.
func panel(p *page, w words) {
	p.art(p.all(), grounds)
	side := drawing.Int(170)
	sheet := rect{side, p.Height.Scale(14, 100), p.Width - 2*side, 0}
	inner := rect{sheet.x + drawing.Int(110), 0, sheet.w - drawing.Int(220), p.Height.Scale(56, 100)}
	words := page{Drawing: drawing.Drawing{Width: p.Width, Height: p.Height}, fonts: p.fonts, lang: p.lang, rand: p.rand, palette: p.palette}
	c := column{p: &words, area: inner, center: true}
	c.texts(w, inner.h)
	if w.publisher != "" || w.logo != nil {
		c.gap(90)
		c.publisher(w, 32)
	}
	pad := drawing.Int(140)
	sheet.h = max(c.y+2*pad, p.Height.Scale(46, 100))
	shift(words.Items, sheet.y+(sheet.h-c.y)/2)
	p.box(sheet, p.palette.ground)
	in := sheet.inset(drawing.Int(34))
	p.add(stroke(drawing.Rect(in.x, in.y, in.w, in.h), p.palette.accent, drawing.Int(5)))
	p.add(words.Items...)
}

// frame has the words above, centred, and the art below as a picture with
// margins.
func frame(p *page, w words) {
	p.box(p.all(), p.palette.ground)
	foot := p.strip(w, true)
	most := p.Height.Scale(54, 100)
	c := column{p: p, area: rect{drawing.Int(margin), drawing.Int(160), p.Width - drawing.Int(2*margin), most}, center: true}
	c.y = c.area.y
	c.texts(w, most)
	top := max(c.y+drawing.Int(110), p.Height.Scale(40, 100))
	p.art(rect{drawing.Int(margin), top, p.Width - drawing.Int(2*margin), p.Height - foot - top}, len(arts))
}

// shift moves texts, boxes and a logo down.
func shift(items []drawing.Item, by drawing.Fixed) {
	down := drawing.Translate(0, by)
	for i, it := range items {
		switch it := it.(type) {
		case *drawing.Text:
			it.Y += by
		case *drawing.Shape:
			it.Transform = down.Mul(it.Transform)
		case *drawing.Group:
			items[i] = moved(items[i:i+1], down)[0]
		}
	}
}
