package svg

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"strconv"
	"strings"

	"octavo/book/graphic/drawing"
)

// Encode writes d as an SVG file, which [Parse] reads back to a drawing that
// looks the same. Texts name the generic families only.
func Encode(d *Drawing) []byte {
	e := &encoder{}
	fmt.Fprintf(&e.buf, "<svg xmlns=\"%s\" width=\"%s\" height=\"%s\" viewBox=\"0 0 %[2]s %[3]s\">\n", nsSVG, num(d.Width), num(d.Height))
	e.items(d.Items)
	e.buf.WriteString("</svg>\n")
	return e.buf.Bytes()
}

type encoder struct {
	buf bytes.Buffer
	ids int
}

// num writes a coordinate so that it is read back exactly.
func num(f drawing.Fixed) string { return f.Decimal(6) }

func (e *encoder) items(list []drawing.Item) {
	for _, it := range list {
		switch it := it.(type) {
		case *drawing.Shape:
			e.shape(it)
		case *drawing.Text:
			e.text(it)
		case *drawing.Picture:
			e.picture(it)
		case *drawing.Group:
			e.group(it)
		}
	}
}

func (e *encoder) group(g *drawing.Group) {
	clip := ""
	if g.Clip != nil {
		id := e.id()
		fmt.Fprintf(&e.buf, "<clipPath id=\"%s\"><path d=\"%s\"%s/></clipPath>\n", id, pathData(&g.Clip.Path), ruleAttr("clip-rule", g.Clip.Rule))
		clip = ` clip-path="url(#` + id + `)"`
	}
	mask := ""
	if g.Mask != nil {
		id := e.id()
		fmt.Fprintf(&e.buf, "<mask id=\"%s\" maskUnits=\"userSpaceOnUse\"%s>\n", id, everywhere)
		e.items(g.Mask.Items)
		e.buf.WriteString("</mask>\n")
		mask = ` mask="url(#` + id + `)"`
	}
	blend := ""
	for name, b := range drawing.BlendNames {
		if b == g.Blend && b != drawing.Normal {
			blend = ` mix-blend-mode="` + name + `"`
		}
	}
	fmt.Fprintf(&e.buf, "<g%s%s%s%s>\n", clip, mask, blend, alphaAttr("opacity", g.Opacity))
	e.items(g.Items)
	e.buf.WriteString("</g>\n")
}

func (e *encoder) id() string {
	e.ids++
	return "d" + strconv.Itoa(e.ids)
}

func (e *encoder) shape(s *drawing.Shape) {
	fill := e.paint("fill", s.Fill)
	stroke := e.stroke(s.Stroke)
	fmt.Fprintf(&e.buf, "<path d=\"%s\"%s%s%s%s/>\n", pathData(&s.Path), matrixAttr("transform", s.Transform), fill, ruleAttr("fill-rule", s.Rule), stroke)
}

func pathData(p *drawing.Path) string {
	var b strings.Builder
	p.Each(func(op drawing.Op, pts []drawing.Point) {
		b.WriteByte("MLCZ"[op])
		for i, pt := range pts {
			if i > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(num(pt.X) + " " + num(pt.Y))
		}
	})
	return b.String()
}

func matrixAttr(name string, m drawing.Matrix) string {
	if m.IsIdentity() {
		return ""
	}
	// Coefficients have 32 binary places; sixteen are what the reader keeps.
	c := func(v int64) string { return num(drawing.Fixed((v + 1<<15) >> 16)) }
	if m.A == 1<<32 && m.D == 1<<32 && m.B == 0 && m.C == 0 {
		return fmt.Sprintf(` %s="translate(%s %s)"`, name, num(m.E), num(m.F))
	}
	return fmt.Sprintf(` %s="matrix(%s %s %s %s %s %s)"`, name, c(m.A), c(m.B), c(m.C), c(m.D), num(m.E), num(m.F))
}

func ruleAttr(name string, r drawing.Rule) string {
	if r == drawing.EvenOdd {
		return " " + name + `="evenodd"`
	}
	return ""
}

func alphaAttr(name string, a drawing.Alpha) string {
	if a >= drawing.Opaque {
		return ""
	}
	return " " + name + `="` + num(drawing.Fixed(a)) + `"`
}

// paint returns the attributes of a fill or stroke. The gradient that the attributes
// refer to is written first.
func (e *encoder) paint(name string, p *drawing.Paint) string {
	if p == nil {
		return " " + name + `="none"`
	}
	value := p.Color.Hex()
	if p.Pattern != nil {
		value = "url(#" + e.pattern(p.Pattern) + ")"
	}
	if p.Gradient != nil {
		value = "url(#" + e.gradient(p.Gradient) + ")"
	}
	return " " + name + `="` + value + `"` + alphaAttr(name+"-opacity", p.Opacity)
}

func (e *encoder) pattern(t *drawing.Pattern) string {
	id := e.id()
	fmt.Fprintf(&e.buf, "<pattern id=\"%s\" patternUnits=\"userSpaceOnUse\" width=\"%s\" height=\"%s\"%s>\n", id, num(t.Width), num(t.Height), matrixAttr("patternTransform", t.Transform))
	e.items(t.Items)
	e.buf.WriteString("</pattern>\n")
	return id
}

func (e *encoder) picture(p *drawing.Picture) {
	fmt.Fprintf(&e.buf, "<image width=\"1\" height=\"1\" preserveAspectRatio=\"none\"%s href=\"data:%s;base64,%s\"/>\n",
		matrixAttr("transform", p.Transform), p.File.Type, base64.StdEncoding.EncodeToString(p.File.Data))
}

func (e *encoder) gradient(g *drawing.Gradient) string {
	id, kind := e.id(), "linearGradient"
	place := fmt.Sprintf(`x1="%s" y1="%s" x2="%s" y2="%s"`, num(g.From.X), num(g.From.Y), num(g.To.X), num(g.To.Y))
	if g.Radial {
		kind = "radialGradient"
		place = fmt.Sprintf(`cx="%s" cy="%s" r="%s" fx="%s" fy="%s"`, num(g.Center.X), num(g.Center.Y), num(g.Radius), num(g.Focus.X), num(g.Focus.Y))
	}
	spread := [...]string{drawing.Pad: "", drawing.Reflect: ` spreadMethod="reflect"`, drawing.Repeat: ` spreadMethod="repeat"`}[g.Spread]
	fmt.Fprintf(&e.buf, "<%s id=\"%s\" gradientUnits=\"userSpaceOnUse\" %s%s%s>", kind, id, place, matrixAttr("gradientTransform", g.Transform), spread)
	for _, s := range g.Stops {
		fmt.Fprintf(&e.buf, `<stop offset="%s" stop-color="%s"%s/>`, num(s.Offset), s.Color.Hex(), alphaAttr("stop-opacity", s.Opacity))
	}
	fmt.Fprintf(&e.buf, "</%s>\n", kind)
	return id
}

func (e *encoder) stroke(s *drawing.Stroke) string {
	if s == nil {
		return ""
	}
	attrs := e.paint("stroke", &s.Paint) + ` stroke-width="` + num(s.Width) + `"`
	attrs += [...]string{drawing.Butt: "", drawing.RoundCap: ` stroke-linecap="round"`, drawing.Square: ` stroke-linecap="square"`}[s.Cap]
	attrs += [...]string{drawing.Miter: "", drawing.RoundJoin: ` stroke-linejoin="round"`, drawing.Bevel: ` stroke-linejoin="bevel"`}[s.Join]
	if s.MiterLimit >= drawing.One && s.MiterLimit != drawing.Int(4) {
		attrs += ` stroke-miterlimit="` + num(s.MiterLimit) + `"`
	}
	if len(s.Dash) > 0 {
		var list []string
		for _, d := range s.Dash {
			list = append(list, num(d))
		}
		attrs += ` stroke-dasharray="` + strings.Join(list, " ") + `"`
	}
	if s.Offset != 0 {
		attrs += ` stroke-dashoffset="` + num(s.Offset) + `"`
	}
	return attrs
}

func (e *encoder) text(t *drawing.Text) {
	along := ""
	if t.Along != nil {
		along = e.id()
		fmt.Fprintf(&e.buf, "<defs><path id=\"%s\" d=\"%s\"/></defs>\n", along, pathData(t.Along))
	}
	anchor := [...]string{drawing.Start: "", drawing.Middle: ` text-anchor="middle"`, drawing.End: ` text-anchor="end"`}[t.Anchor]
	fmt.Fprintf(&e.buf, `<text xml:space="preserve" x="%s" y="%s"%s%s>`, num(t.X), num(t.Y), matrixAttr("transform", t.Transform), anchor)
	if t.Along != nil {
		fmt.Fprintf(&e.buf, `<textPath href="#%s" startOffset="%s">`, along, num(t.X))
	}
	for i := range t.Spans {
		e.span(&t.Spans[i])
	}
	if t.Along != nil {
		e.buf.WriteString("</textPath>")
	}
	e.buf.WriteString("</text>\n")
}

func (e *encoder) span(s *drawing.Span) {
	family := [...]string{drawing.Sans: "sans-serif", drawing.Serif: "serif", drawing.Mono: "monospace"}[s.Family]
	fmt.Fprintf(&e.buf, `<tspan font-family="%s" font-size="%s" font-weight="%d"`, family, num(s.Size), s.Weight)
	optional := func(name, value string, given bool) {
		if given {
			e.buf.WriteString(" " + name + `="`)
			escape(&e.buf, value)
			e.buf.WriteByte('"')
		}
	}
	optional("font-style", "italic", s.Italic)
	optional("letter-spacing", num(s.Spacing), s.Spacing != 0)
	optional("xml:lang", s.Lang, s.Lang != "")
	optional("dx", num(s.DX), s.DX != 0)
	optional("dy", num(s.DY), s.DY != 0)
	e.buf.WriteString(e.paint("fill", s.Fill) + e.stroke(s.Stroke))
	optional("paint-order", "stroke", s.StrokeFirst)
	e.buf.WriteByte('>')
	escape(&e.buf, s.Value)
	e.buf.WriteString("</tspan>")
}
