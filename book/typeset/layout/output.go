package layout

import (
	"octavo/book"
	"octavo/book/base/unit"
)

// A strip is a horizontal slice of the text: a line, a rule, a figure. Its
// items stand relative to its top and to the left end of the measure.
type strip struct {
	height  unit.Length
	items   []Item
	links   []LinkArea
	dests   []destAt
	notes   int32 // called first in it
	at      place
	block   book.Block
	person  *book.Person
	bar     *Rule       // stands at the left of all strips that share it
	grid    bool        // stands on the grid
	pages   []*strip    // tables on turned pages that follow its page
	heading bool        // of a heading
	hyphen  bool        // ends in a hyphen
	content unit.Length // height of a float without the white around it
}

// A destAt is a destination at a height within a strip.
type destAt struct {
	dest *Dest
	y    unit.Length
}

// A drawer turns the pieces of a line into items.
type drawer struct {
	p        *paragraph
	out      *strip
	baseline unit.Length
	text     *Text
	words    []Word // of all texts of the line
	first    int    // of text in words
	look     int    // of text
	track    unit.Length
	stretch  int
	under    []Item
	over     []Item
	deco     decoration
	decoLook int
	decoFrom unit.Length
	decoTo   unit.Length
	link     *link
	linkFrom unit.Length
}

// draw makes the items of a line with the given leading and baseline.
func (p *paragraph) draw(ln *line, leading, baseline unit.Length) *strip {
	out := &strip{height: leading, at: ln.at}
	d := drawer{p: p, out: out, baseline: baseline, look: -1, track: ln.track, stretch: ln.stretch}
	d.words = make([]Word, 0, len(ln.pieces)+1) // with a hyphen: exact where no piece has two runs
	var x unit.Length
	for i := range ln.pieces {
		pc := &ln.pieces[i]
		d.piece(pc, len(ln.order) > 0)
		x = pc.x + pc.width
	}
	if len(ln.order) > 0 {
		d.bothWays(ln)
		return out
	}
	if ln.hyphen != nil && d.text != nil {
		d.word(Word{Run: ln.hyphen.hyphen.runs[0], X: x - d.text.X, Hyphen: true})
		x += ln.tail()
	}
	d.closeDeco(x)
	d.closeLink(x)
	d.decorate()
	return out
}

// decorate adds the decorations to the line.
func (d *drawer) decorate() {
	if len(d.under)+len(d.over) > 0 {
		d.out.items = append(append(d.under, d.out.items...), d.over...)
	}
}

// bothWays ends a line that runs both ways: its pieces have been drawn in the
// order of the text, and their decorations and links go from left to right.
func (d *drawer) bothWays(ln *line) {
	if ln.hyphen != nil && d.text != nil {
		d.word(Word{Run: ln.hyphen.hyphen.runs[0], X: ln.hyphenX - d.text.X, Hyphen: true})
	}
	var x unit.Length
	for _, k := range ln.order {
		if k%2 == 1 {
			continue
		}
		pc := &ln.pieces[k/2]
		look := d.p.spans[pc.atom.span].look
		d.marks(&d.p.looks[look], look, pc.x)
		x = pc.x + pc.width
		d.decoTo = x
	}
	d.closeDeco(x)
	d.closeLink(x)
	for _, it := range d.out.items {
		if t, ok := it.(*Text); ok {
			t.settle()
		}
	}
	d.decorate()
}

// piece draws a piece of the line. In one that runs both ways, decorations are
// left to the end.
func (d *drawer) piece(pc *piece, both bool) {
	sp := &d.p.spans[pc.atom.span]
	lk := &d.p.looks[sp.look]
	if !both {
		d.marks(lk, sp.look, pc.x)
	}
	if sp.call != nil {
		d.call(sp.call)
	}
	if !d.p.set.dry {
		for _, m := range sp.marks {
			d.out.dests = append(d.out.dests, destAt{m, 0})
		}
		sp.marks = nil // once, where it begins
	}
	if pc.atom.formula != nil {
		d.formula(pc, lk)
		return
	}
	if pc.atom.image != nil {
		d.image(pc, lk)
		return
	}
	d.begin(sp.look, lk, pc)
	d.runs(pc, lk.font, both)
	d.decoTo = pc.x + pc.width
}

// runs draws the runs of a piece.
func (d *drawer) runs(pc *piece, f *font, both bool) {
	x := pc.x
	if f.direction == leftward {
		x += pc.width
	}
	for i, run := range pc.runs {
		w := runWidth(run, f)
		if pc.ink > 0 {
			w += widened(w-unit.Length(len(run.Glyphs))*f.tracking, d.stretch)
		}
		if !f.fixed() {
			w += d.track * unit.Length(len(run.Glyphs))
		}
		if f.direction == leftward {
			x -= w
		}
		word := Word{Run: run, X: x - d.text.X, Space: i == len(pc.runs)-1 && pc.space, Apart: both}
		if both {
			word.SpaceX = pc.gapX - d.text.X
		}
		d.word(word)
		if f.direction != leftward {
			x += w
		}
	}
}

func (d *drawer) word(w Word) {
	d.words = append(d.words, w)
	d.text.Words = d.words[d.first:len(d.words):len(d.words)]
}

// begin opens a Text for a look, unless the one that is open will do.
func (d *drawer) begin(i int, lk *look, pc *piece) {
	stretch := d.stretch
	if pc.ink == 0 {
		stretch = 0
	}
	if d.text != nil && d.look == i && d.text.Stretch == stretch {
		return
	}
	d.look = i
	y := d.baseline - lk.rise
	fill := d.track
	if lk.font.fixed() {
		fill = 0
	}
	tracking := lk.font.tracking + fill
	if t := d.text; t != nil && t.Y == y && t.Size == lk.font.size && t.Tracking == tracking && t.Stretch == stretch &&
		t.Color == lk.color && t.Elem == lk.elem {
		return
	}
	d.first = len(d.words)
	d.text = &Text{X: pc.x, Y: y, Size: lk.font.size, Tracking: tracking, Fill: fill, Stretch: stretch, Color: lk.color, Elem: lk.elem}
	d.out.items = append(d.out.items, d.text)
}

// marks opens and closes decorations and links at x.
func (d *drawer) marks(lk *look, i int, x unit.Length) {
	if lk.deco != d.deco {
		d.closeDeco(x)
		d.deco, d.decoLook, d.decoFrom = lk.deco, i, x
	}
	if lk.link != d.link {
		d.closeLink(x)
		d.link, d.linkFrom = lk.link, x
	}
}

// call notes that the line calls a note.
func (d *drawer) call(c *call) {
	if d.p.set.dry {
		return
	}
	if c.note.first == nil {
		c.note.first = c
		d.p.set.notes = append(d.p.set.notes, c.note)
		d.out.notes++
	}
	d.out.dests = append(d.out.dests, destAt{c.dest, 0})
}

func (d *drawer) closeLink(x unit.Length) {
	if d.link == nil {
		return
	}
	x = min(x, max(d.decoTo, d.linkFrom))
	d.out.links = append(d.out.links, LinkArea{
		X: d.linkFrom, W: x - d.linkFrom, H: d.out.height, Elem: d.link.elem,
		Contents: d.link.contents, URI: d.link.uri, Dest: d.link.dest,
	})
	d.link = nil
}

// closeDeco draws the decoration that ends at x, or where its last word does.
func (d *drawer) closeDeco(x unit.Length) {
	if d.deco == 0 {
		return
	}
	lk := &d.p.looks[d.decoLook]
	x = min(x, max(d.decoTo, d.decoFrom))
	size, colors := lk.font.size, &d.p.set.theme.Colors
	w, y := x-d.decoFrom, d.baseline-lk.rise
	thin := max(size/18, unit.Point/3)
	if d.deco&highlighted != 0 {
		d.under = append(d.under, &Rule{X: d.decoFrom - size/12, Y: y - size.Mul(78, 100), W: w + size/6, H: size, Color: Color(colors.Highlight)})
	}
	if d.deco&boxed != 0 {
		d.under = append(d.under, frameItems(d.decoFrom-size/8, y-size.Mul(82, 100), w+size/4, size.Mul(106, 100), Color(colors.Hairline))...)
	}
	if d.deco&underlined != 0 {
		d.over = append(d.over, &Rule{X: d.decoFrom, Y: y + size.Mul(12, 100), W: w, H: thin, Color: lk.color})
	}
	if d.deco&struck != 0 {
		d.over = append(d.over, &Rule{X: d.decoFrom, Y: y - size.Mul(27, 100), W: w, H: thin, Color: lk.color})
	}
	d.deco = 0
}

// frameItems returns the four sides of a rectangle.
func frameItems(x, y, w, h unit.Length, c Color) []Item {
	const thin = unit.Point / 2
	return []Item{
		&Rule{X: x, Y: y, W: w, H: thin, Color: c}, &Rule{X: x, Y: y + h - thin, W: w, H: thin, Color: c},
		&Rule{X: x, Y: y, W: thin, H: h, Color: c}, &Rule{X: x + w - thin, Y: y, W: thin, H: h, Color: c},
	}
}

// image puts a picture on the baseline.
func (d *drawer) image(pc *piece, lk *look) {
	w, h := d.p.imageSize(pc.atom)
	g := &Graphic{X: pc.x, Y: d.baseline - h, W: w, H: h, Picture: pc.atom.image.Picture}
	if pc.atom.image.Alt != "" {
		g.Elem = NewElement(lk.elem, "Figure")
		g.Elem.Alt = pc.atom.image.Alt
	}
	d.out.items = append(d.out.items, g)
	d.text, d.look = nil, -1
	d.decoTo = pc.x + w
}

// imageSize returns the size of a picture within a line: at most as high as
// the line is.
func (p *paragraph) imageSize(a *atom) (w, h unit.Length) {
	pic := a.image.Picture
	if pic == nil || pic.Width <= 0 || pic.Height <= 0 {
		return 0, 0
	}
	w, h = pixels(pic.Width), pixels(pic.Height)
	if limit := p.style.Leading.Mul(8, 10); h > limit {
		w, h = limit.Mul(int64(pic.Width), int64(pic.Height)), limit
	}
	if p.measure > 0 && w > p.measure {
		w, h = p.measure, p.measure.Mul(int64(pic.Height), int64(pic.Width))
	}
	return max(w, 1), max(h, 1)
}

// pixels returns the length of n pixels at 96 to the inch.
func pixels(n int) unit.Length { return unit.Length(n) * 3 * unit.Point / 4 }
