package para

import (
	"octavo/book/base/unit"
	"octavo/book/typeset/document"
	"octavo/book/typeset/flow"
)

// A drawer turns the pieces of a line into items.
type drawer struct {
	p        *Paragraph
	out      *flow.Strip
	line     *line
	baseline unit.Length
	text     *document.Text
	words    []document.Word // of all texts of the line
	first    int             // of text in words
	look     int             // of text
	track    unit.Length
	stretch  int
	under    []document.Item
	over     []document.Item
	deco     decoration
	decoLook int
	decoFrom unit.Length
	decoTo   unit.Length
	stress   *document.Stress // to which the next mark of emphasis may belong
	link     *Link
	linkFrom unit.Length
}

// draw makes the items of a line with the given leading and baseline.
func (p *Paragraph) draw(ln *line, leading, baseline unit.Length) *flow.Strip {
	out := &flow.Strip{Height: leading, From: ln.at}
	d := drawer{p: p, out: out, line: ln, baseline: baseline, look: -1, track: ln.track, stretch: ln.stretch}
	d.words = make([]document.Word, 0, len(ln.pieces)+1) // with a hyphen: exact where no piece has two runs
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
		d.word(document.Word{Run: ln.hyphen.hyphen.Runs[0], X: x - d.text.X, Hyphen: true})
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
		d.out.Items = append(append(d.under, d.out.Items...), d.over...)
	}
}

// bothWays ends a line that runs both ways: its pieces have been drawn in the
// order of the text, and their decorations and links go from left to right.
func (d *drawer) bothWays(ln *line) {
	if ln.hyphen != nil && d.text != nil {
		d.word(document.Word{Run: ln.hyphen.hyphen.Runs[0], X: ln.hyphenX - d.text.X, Hyphen: true})
	}
	// The order has pieces and gaps by turns: odd numbers are gaps.
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
	for _, it := range d.out.Items {
		if t, ok := it.(*document.Text); ok {
			t.Settle()
		}
	}
	d.decorate()
}

// piece draws a piece of the line. In a line that runs both ways, decorations are
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
	for _, m := range sp.marks {
		d.out.Dests = append(d.out.Dests, flow.Dest{To: m.Dest, Elem: m.elem})
		if m.Span != nil {
			d.out.Told = append(d.out.Told, m)
		}
	}
	sp.marks = nil // once, where it begins
	if pc.atom.formula != nil {
		d.formula(pc, lk)
		return
	}
	if pc.atom.ruby != nil {
		d.ruby(pc, lk)
		return
	}
	if pc.atom.image != nil {
		d.image(pc, lk)
		return
	}
	d.begin(sp.look, lk, pc)
	d.runs(pc, lk.Font, both)
	d.stressed(pc.runs, lk, pc.x, lk.marks)
	d.decoTo = pc.x + pc.width
}

// runs draws the runs of a piece.
func (d *drawer) runs(pc *piece, f *Font, both bool) {
	x := pc.x
	if f.direction == leftward {
		x += pc.width
	}
	for i, run := range pc.runs {
		w, letters := runWidth(run, f), unit.Length(run.Clusters())
		if pc.ink > 0 {
			w += document.Widened(w-letters*f.tracking, d.stretch)
		}
		if !f.fixed() {
			w += d.track * letters
		}
		if f.direction == leftward {
			x -= w
		}
		word := document.Word{Run: run, X: x - d.text.X, Space: i == len(pc.runs)-1 && pc.space, Apart: both}
		if both {
			word.SpaceX = pc.gapX - d.text.X
		}
		d.word(word)
		if f.direction != leftward {
			x += w
		}
	}
}

func (d *drawer) word(w document.Word) {
	d.words = append(d.words, w)
	d.text.Words = d.words[d.first:len(d.words):len(d.words)]
}

// begin opens a Text for a look, unless the open Text has that look.
func (d *drawer) begin(i int, lk *Look, pc *piece) {
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
	if lk.Font.fixed() {
		fill = 0
	}
	tracking := lk.Font.tracking + fill
	if t := d.text; t != nil && t.Y == y && t.Size == lk.Font.Size && t.Tracking == tracking && t.Stretch == stretch &&
		t.Color == lk.Color && t.Elem == lk.Elem {
		return
	}
	d.first = len(d.words)
	d.text = &document.Text{X: pc.x, Y: y, Size: lk.Font.Size, Tracking: tracking, Fill: fill, Stretch: stretch, Color: lk.Color, Elem: lk.Elem}
	d.out.Items = append(d.out.Items, d.text)
}

// marks opens and closes decorations and links at x.
func (d *drawer) marks(lk *Look, i int, x unit.Length) {
	if lk.deco != d.deco {
		d.closeDeco(x)
		d.deco, d.decoLook, d.decoFrom = lk.deco, i, x
	}
	if lk.Link != d.link {
		d.closeLink(x)
		d.link, d.linkFrom = lk.Link, x
	}
}

// call notes that the line calls a note.
func (d *drawer) call(c *flow.Call) {
	d.out.Calls = append(d.out.Calls, *c)
	d.out.Dests = append(d.out.Dests, flow.Dest{To: c.From})
}

func (d *drawer) closeLink(x unit.Length) {
	if d.link == nil {
		return
	}
	x = min(x, max(d.decoTo, d.linkFrom))
	d.out.Links = append(d.out.Links, document.LinkArea{
		X: d.linkFrom, W: x - d.linkFrom, H: d.out.Height, Elem: d.link.Elem,
		Contents: d.link.Contents, URI: d.link.URI, Dest: d.link.Dest,
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
	// The places are shares of the size, by eye, for faces whose capitals have two thirds of it
	// and whose small letters nearly a half: marker and frame reach over both and below the
	// line, an underline clears the baseline, and a strike goes through the small letters.
	size, colors := lk.Font.Size, &d.p.set.theme.Colors
	w, y := x-d.decoFrom, d.baseline-lk.rise
	thin := max(size/18, unit.Point/3)
	if d.deco&highlighted != 0 {
		d.under = append(d.under, &document.Rule{X: d.decoFrom - size/12, Y: y - size.Mul(78, 100), W: w + size/6, H: size, Color: document.Color(colors.Highlight)})
	}
	if d.deco&boxed != 0 {
		d.under = append(d.under, document.Frame(d.decoFrom-size.Mul(framePad, 100), y-size.Mul(82, 100), w+size.Mul(2*framePad, 100), size.Mul(106, 100), document.Color(colors.Hairline))...)
	}
	if d.deco&underlined != 0 {
		d.over = append(d.over, &document.Rule{X: d.decoFrom, Y: y + size.Mul(12, 100), W: w, H: thin, Color: lk.Color})
	}
	if d.deco&struck != 0 {
		d.over = append(d.over, &document.Rule{X: d.decoFrom, Y: y - size.Mul(27, 100), W: w, H: thin, Color: lk.Color})
	}
	d.deco = 0
}

// image puts a picture on the baseline.
func (d *drawer) image(pc *piece, lk *Look) {
	w, h := d.p.imageSize(pc.atom)
	g := &document.Graphic{X: pc.x, Y: d.baseline - h, W: w, H: h, Picture: pc.atom.image.Picture}
	if pc.atom.image.Alt != "" {
		g.Elem = document.NewElement(lk.Elem, "Figure")
		g.Elem.Alt = pc.atom.image.Alt
	}
	d.out.Items = append(d.out.Items, g)
	d.text, d.look = nil, -1
	d.decoTo = pc.x + w
}

// imageSize returns the size of a picture within a line: at most eight tenths of the
// leading high, so that it does not touch the line above, and as wide as the measure.
func (p *Paragraph) imageSize(a *atom) (w, h unit.Length) {
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
