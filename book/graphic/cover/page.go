package cover

import (
	"strings"
	"unicode"

	"octavo/book/graphic/drawing"
	"octavo/book/graphic/render"
	"octavo/book/language/capital"
	"octavo/book/language/locale"
)

// A page is a cover in the making.
type page struct {
	drawing.Drawing
	fonts   *render.Fonts
	lang    string
	rand    *random
	palette palette
}

// A rect is an area of the page.
type rect struct{ x, y, w, h drawing.Fixed }

func (r rect) bottom() drawing.Fixed { return r.y + r.h }
func (r rect) right() drawing.Fixed  { return r.x + r.w }

func (r rect) inset(d drawing.Fixed) rect { return rect{r.x + d, r.y + d, r.w - 2*d, r.h - 2*d} }

// whole returns r with its edges on whole units, which are pixels of the PNG
// file and are then sharp.
func (r rect) whole() rect {
	round := func(f drawing.Fixed) drawing.Fixed { return drawing.Int(f.Round()) }
	x, y := round(r.x), round(r.y)
	return rect{x, y, round(r.right()) - x, round(r.bottom()) - y}
}

func (p *page) all() rect { return rect{0, 0, p.Width, p.Height} }

// fill returns a shape in one colour.
func fill(path drawing.Path, c drawing.Color) *drawing.Shape {
	return &drawing.Shape{Path: path, Transform: drawing.Identity, Fill: &drawing.Paint{Color: c, Opacity: drawing.Opaque}}
}

// stroke returns a line in one colour.
func stroke(path drawing.Path, c drawing.Color, width drawing.Fixed) *drawing.Shape {
	return &drawing.Shape{Path: path, Transform: drawing.Identity, Stroke: &drawing.Stroke{
		Paint: drawing.Paint{Color: c, Opacity: drawing.Opaque}, Width: width, MiterLimit: drawing.Int(4),
	}}
}

func (p *page) add(items ...drawing.Item) { p.Items = append(p.Items, items...) }

func (p *page) box(r rect, c drawing.Color) {
	r = r.whole()
	p.add(fill(drawing.Rect(r.x, r.y, r.w, r.h), c))
}

// clipped adds items that are cut at the edges of r.
func (p *page) clipped(r rect, items []drawing.Item) {
	p.add(&drawing.Group{
		Items: items, Opacity: drawing.Opaque,
		Clip: &drawing.Clip{Path: drawing.Rect(r.x, r.y, r.w, r.h)},
	})
}

// A column is text set downwards within an area.
type column struct {
	p      *page
	area   rect
	center bool
	y      drawing.Fixed // where the next line's top is
}

// line sets one line in a style with its top at the column's y.
func (c *column) line(text string, style drawing.Span, leading int64) {
	style.Value, style.Lang = text, c.p.lang
	height := style.Size.Scale(drawing.Fixed(leading), 100)
	t := &drawing.Text{Transform: drawing.Identity, X: c.area.x, Y: c.y + style.Size.Scale(74, 100) + (height-style.Size)/2}
	switch {
	case c.center:
		t.X, t.Anchor = c.area.x+c.area.w/2+style.Spacing/2, drawing.Middle
	case c.rightToLeft():
		t.X, t.Anchor = c.area.right(), drawing.End
	}
	t.Spans = []drawing.Span{style}
	c.p.add(t)
	c.y += height
}

func (c *column) rightToLeft() bool { return locale.RightToLeft(c.p.lang) }

func (c *column) gap(units int) { c.y += drawing.Int(units) }

// rule sets a short line.
func (c *column) rule(color drawing.Color, width, weight int) {
	x := c.area.x
	switch {
	case c.center:
		x += (c.area.w - drawing.Int(width)) / 2
	case c.rightToLeft():
		x = c.area.right() - drawing.Int(width)
	}
	c.p.box(rect{x, c.y, drawing.Int(width), drawing.Int(weight)}, color)
	c.y += drawing.Int(weight)
}

// The styles of a cover's texts.

func (p *page) span(family drawing.Family, weight int, c drawing.Color) drawing.Span {
	return drawing.Span{Family: family, Weight: weight, Lang: p.lang, Fill: &drawing.Paint{Color: c, Opacity: drawing.Opaque}}
}

// small is for kickers and the publisher: letterspaced capitals where the
// script has them. Capitals are set apart by an eighth of their size, Han, which fills its
// square, by a twelfth; both by eye.
func (p *page) small(text string, size int, c drawing.Color) (string, drawing.Span) {
	sp := p.span(drawing.Sans, 600, c)
	sp.Size = drawing.Int(size)
	if hasHan(text) {
		sp.Spacing = sp.Size / 12
		return text, sp
	}
	if joined(text) {
		return text, sp
	}
	sp.Spacing = sp.Size / 8
	return capital.Upper(text, p.lang), sp
}

// joined reports whether the text has letters that are not set apart, as those of
// Arabic and of the scripts of India.
func joined(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return r >= 0x600 && r < 0x10a0 })
}

func hasHan(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return ideograph(r) || unicode.Is(unicode.Hangul, r) })
}

// texts sets title, subtitle and names, at most height high.
func (c *column) texts(w words, height drawing.Fixed) {
	p := c.p
	if w.kicker != "" {
		c.smallLines(w.kicker, 38, p.palette.accent, 2)
		c.gap(40)
	}
	rest := height - (c.y - c.area.y)
	c.title(w.title, rest.Scale(58, 100))
	if w.subtitle != "" {
		c.gap(44)
		c.subtitle(w.subtitle, rest.Scale(24, 100))
	}
	if len(w.names) > 0 {
		c.gap(60)
		c.rule(p.palette.accent, 140, 8)
		c.gap(48)
		c.names(w.names, max(drawing.Int(130), height-(c.y-c.area.y)))
	}
}

func (c *column) title(text string, height drawing.Fixed) {
	s := setter{c.p, c.p.span(drawing.Serif, 700, c.p.palette.ink)}
	leading := int64(106)
	if hasHan(text) {
		leading = 124
	}
	lines, size := s.fit(text, c.area.w, fitting{most: 280, least: 64, height: height, lines: 3, leading: leading})
	s.style.Size = size
	if size >= drawing.Int(150) && !hasHan(text) {
		s.style.Spacing = -size / 100 // large letters want to stand closer
	}
	for _, l := range lines {
		c.line(l, s.style, leading)
	}
}

func (c *column) subtitle(text string, height drawing.Fixed) {
	s := setter{c.p, c.p.span(drawing.Serif, 400, c.p.palette.ink)}
	s.style.Italic = !hasHan(text)
	lines, size := s.fit(text, c.area.w, fitting{most: 76, least: 44, height: height, lines: 2, leading: 130})
	s.style.Size = size
	for _, l := range lines {
		c.line(l, s.style, 130)
	}
}

// names sets up to three names on lines of their own, and more as running
// lines.
func (c *column) names(list []string, height drawing.Fixed) {
	s := setter{c.p, c.p.span(drawing.Sans, 600, c.p.palette.ink)}
	if len(list) > 3 {
		// A name is not broken: its spaces are no-break spaces until set.
		var hard []string
		for i, n := range list {
			n = strings.ReplaceAll(n, " ", "\u00a0")
			if i < len(list)-1 && n != "…" {
				n += "\u00a0·"
			}
			hard = append(hard, n)
		}
		list = []string{strings.Join(hard, " ")}
	}
	size := drawing.Int(58)
	var lines []string
	for _, n := range list {
		l, fit := s.fit(n, c.area.w, fitting{most: 58, least: 34, height: height / drawing.Fixed(len(list)), lines: 2, leading: 132})
		lines, size = append(lines, l...), min(size, fit)
	}
	s.style.Size = size
	for _, l := range lines {
		c.line(strings.TrimSuffix(strings.ReplaceAll(l, "\u00a0", " "), " ·"), s.style, 132)
	}
}

// smallLines sets a kicker or a publisher's name.
func (c *column) smallLines(text string, size int, color drawing.Color, most int) {
	text, style := c.p.small(text, size, color)
	s := setter{c.p, style}
	lines, fit := s.fit(text, c.area.w, fitting{most: size, least: size * 2 / 3, height: drawing.Int(size * 14 / 10 * most), lines: most, leading: 135})
	style.Spacing = style.Spacing.Scale(fit, style.Size)
	style.Size = fit
	for _, l := range lines {
		c.line(l, style, 135)
	}
}
