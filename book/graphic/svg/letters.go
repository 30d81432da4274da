package svg

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"octavo/book/font/sfnt"
	"octavo/book/graphic/drawing"
)

// outlines writes a text element as paths, false when it has to stay a text.
func (w *writer) outlines(n *node) bool {
	if w.out == nil {
		return false
	}
	runs, ok := w.out.read(n)
	if !ok {
		return false
	}
	// The element becomes a group with what bears on the text as a whole. Whether it says
	// anything is known when its attributes are written: a bare group is taken back.
	start := w.buf.Len()
	w.buf.WriteString("<g")
	for _, a := range n.Attr {
		if a.Space == "" && (a.Name == "id" || a.Name == "transform") {
			w.attribute(n, a)
		}
	}
	if decls := w.decls(n, w.out.effectsOf(n)); decls != "" {
		w.put("style", decls)
	}
	bare := w.buf.Len() == start+len("<g")
	if bare {
		w.buf.Truncate(start)
	} else {
		w.buf.WriteByte('>')
	}
	inner := w.buf.Len()
	under := w.out.pathStyle(n)
	for i := range runs {
		w.run(&runs[i], &under)
	}
	switch {
	case bare:
	case w.buf.Len() > inner:
		w.buf.WriteString("</g>")
	default:
		w.buf.Truncate(inner - 1)
		w.buf.WriteString("/>")
	}
	return true
}

// run writes the letters of a run. A halo is a path of its own: not every
// reading system knows paint-order.
func (w *writer) run(r *Run, under *style) {
	d := w.out.data(r)
	sp := r.Span
	if len(d) == 0 || sp.Fill == nil && sp.Stroke == nil {
		return
	}
	em := r.Font.UnitsPerEm()
	scale := ratio(sp.Size, em)
	path := func(fill *drawing.Paint, stroke *drawing.Stroke) {
		fmt.Fprintf(&w.buf, `<path transform="matrix(%s 0 0 -%[1]s %s %s)" style="%s" d="%s"/>`,
			scale, r.X.Decimal(4), r.Y.Decimal(4), look(fill, inUnits(stroke, em, sp.Size), under), d)
	}
	if sp.StrokeFirst && sp.Fill != nil && sp.Stroke != nil {
		path(nil, sp.Stroke)
		path(sp.Fill, nil)
		return
	}
	path(sp.Fill, sp.Stroke)
}

// ratio writes size over em with nine decimals. Sizes are at most [maxSide], so
// that the product is less than 2^62.
func ratio(size drawing.Fixed, em int) string {
	v := (int64(size)*1_000_000_000/int64(em) + 1<<15) >> 16
	return strings.TrimRight(strings.TrimRight(fmt.Sprintf("%d.%09d", v/1_000_000_000, v%1_000_000_000), "0"), ".")
}

// inUnits returns a stroke measured in font units.
func inUnits(s *drawing.Stroke, em int, size drawing.Fixed) *drawing.Stroke {
	if s == nil {
		return nil
	}
	units := func(f drawing.Fixed) drawing.Fixed { return f.Scale(drawing.Int(em), size) }
	t := *s
	t.Width, t.Offset, t.Dash = units(s.Width), units(s.Offset), nil
	for _, d := range s.Dash {
		t.Dash = append(t.Dash, units(d))
	}
	return &t
}

// look returns the declarations that make a path under a style look so. A property is
// written only where the path would not have it anyway, since there is a path for each
// run of letters.
func look(fill *drawing.Paint, stroke *drawing.Stroke, under *style) string {
	var b strings.Builder
	set := func(name, value string, needed bool) {
		if !needed {
			return
		}
		if b.Len() > 0 {
			b.WriteString("; ")
		}
		b.WriteString(name + ": " + value)
	}
	set("fill", "none", fill == nil)
	if fill != nil {
		set("fill", fill.Color.Hex(), true)
		set("fill-opacity", num(drawing.Fixed(fill.Opacity)), fill.Opacity != under.fillOpacity)
		set("fill-rule", "nonzero", under.fillRule != drawing.NonZero)
	}
	set("stroke", "none", stroke == nil && under.stroke.kind != noPaint)
	if s := stroke; s != nil {
		dash := make([]string, len(s.Dash))
		for i, d := range s.Dash {
			dash[i] = d.Decimal(2)
		}
		set("stroke", s.Paint.Color.Hex(), true)
		set("stroke-opacity", num(drawing.Fixed(s.Paint.Opacity)), s.Paint.Opacity != under.strokeOpacity)
		set("stroke-width", s.Width.Decimal(2), true)
		set("stroke-linecap", [...]string{drawing.Butt: "butt", drawing.RoundCap: "round", drawing.Square: "square"}[s.Cap], s.Cap != under.cap)
		set("stroke-linejoin", [...]string{drawing.Miter: "miter", drawing.RoundJoin: "round", drawing.Bevel: "bevel"}[s.Join], s.Join != under.join)
		set("stroke-miterlimit", num(s.MiterLimit), s.MiterLimit != under.miter)
		set("stroke-dasharray", cmp.Or(strings.Join(dash, ","), "none"), len(s.Dash) > 0 || len(under.dash) > 0)
		set("stroke-dashoffset", s.Offset.Decimal(2), s.Offset != under.dashOffset)
	}
	set("opacity", "1", under.opacity != drawing.Opaque)
	set("visibility", "visible", under.hidden)
	set("display", "inline", under.none)
	set("clip-path", "none", under.clip != "")
	set("mask", "none", under.mask != "")
	set("mix-blend-mode", "normal", under.blend != drawing.Normal)
	set("marker", "none", under.markers != [3]string{})
	return b.String()
}

type glyph struct {
	font *sfnt.Font
	id   uint16
}

// An outline is the path data of a glyph from its first point on, relative to that
// point: wherever the glyph stands its data are the same bytes, which a compressor finds.
type outline struct {
	x, y int
	data []byte
}

// data returns the path data of a run in font units.
func (o *outliner) data(r *Run) []byte {
	var d []byte
	for _, g := range r.Glyphs {
		key := glyph{r.Font, g.ID}
		shape, ok := o.glyphs[key]
		if !ok {
			shape = outlineOf(r.Font.Outline(g.ID))
			o.glyphs[key] = shape
		}
		if len(shape.data) == 0 {
			continue
		}
		d = strconv.AppendInt(append(d, 'M'), int64(g.X+shape.x), 10)
		d = appendNumber(d, g.Y+shape.y)
		d = append(d, shape.data...)
	}
	return d
}

// outlineOf writes segments in 1/64 font unit as path data in whole units. The
// points are rounded before they are made relative, so that no errors add up.
func outlineOf(segments []sfnt.Segment) outline {
	var o outline
	x, y := 0, 0 // the pen, and where its contour began
	startX, startY := 0, 0
	var last byte
	for i, s := range segments {
		op := "mlqcz"[s.Op]
		n := [...]int{sfnt.MoveTo: 1, sfnt.LineTo: 1, sfnt.QuadTo: 2, sfnt.CubeTo: 3, sfnt.CloseTo: 0}[s.Op]
		if i > 0 && op != last {
			o.data = append(o.data, op)
		}
		endX, endY := x, y
		for k := range n {
			endX, endY = int(s.Pts[k].X+32)>>6, int(s.Pts[k].Y+32)>>6
			if i == 0 {
				o.x, o.y = endX, endY
				continue
			}
			if k > 0 || op == last {
				o.data = appendNumber(o.data, endX-x)
			} else {
				o.data = strconv.AppendInt(o.data, int64(endX-x), 10)
			}
			o.data = appendNumber(o.data, endY-y)
		}
		x, y, last = endX, endY, op
		switch s.Op {
		case sfnt.MoveTo:
			startX, startY = x, y
		case sfnt.CloseTo:
			x, y = startX, startY
		}
	}
	return o
}

// appendNumber adds a number that follows another.
func appendNumber(b []byte, v int) []byte {
	if v >= 0 {
		b = append(b, ' ')
	}
	return strconv.AppendInt(b, int64(v), 10)
}
