package pdf

import (
	"strconv"

	"octavo/book/drawing"
	"octavo/book/layout"
	"octavo/book/pdf/finish"
	"octavo/book/pdf/object"
	"octavo/book/render"
	"octavo/book/shape"
)

// families are the typefaces of the texts in drawings.
var families = [3]string{drawing.Sans: shape.Sans, drawing.Serif: shape.Serif, drawing.Mono: shape.Mono}

// maxLevel is how many states groups may save within one form. PDF/A allows 28,
// of which a shape takes two.
const maxLevel = 20

// A painter writes a drawing as the operators of a form.
type painter struct {
	*encoder
	fonts     *render.Fonts
	out       []byte
	resources map[object.Name]object.Dict
	level     int // saved states
}

// form adds a drawing as a form of one unit by one, as an image is.
func (e *encoder) form(d *drawing.Drawing) (object.Ref, error) {
	fonts := &render.Fonts{Library: e.doc.Fonts, Shaper: shape.NewShaper(), Families: families}
	p := &painter{encoder: e, fonts: fonts, resources: map[object.Name]object.Dict{}}
	if err := p.items(d.Items); err != nil {
		return 0, err
	}
	w, h := max(d.Width, 1), max(d.Height, 1)
	toUnit := drawing.StretchRatio(drawing.One, w, -drawing.One, h)
	toUnit.F = drawing.One
	return p.close(drawing.Point{}, drawing.Point{X: w, Y: h}, object.Dict{"Matrix": matrixArray(toUnit)}), nil
}

// close adds what was painted as a form with the box and further entries.
func (p *painter) close(lo, hi drawing.Point, d object.Dict) object.Ref {
	resources := object.Dict{}
	for category, entries := range p.resources {
		resources[category] = entries
	}
	d["Type"], d["Subtype"] = object.Name("XObject"), object.Name("Form")
	d["Resources"] = resources
	d["BBox"] = object.Array{fixedReal(lo.X), fixedReal(lo.Y), fixedReal(hi.X), fixedReal(hi.Y)}
	return p.pictures.add(&object.Stream{Dict: d, Data: p.out})
}

// apart returns a painter for a form within p's.
func (p *painter) apart() *painter {
	return &painter{encoder: p.encoder, fonts: p.fonts, resources: map[object.Name]object.Dict{}}
}

// resource adds a resource and returns its name.
func (p *painter) resource(category object.Name, o object.Object) string {
	if p.resources[category] == nil {
		p.resources[category] = object.Dict{}
	}
	name := string(category[:1]) + strconv.Itoa(len(p.resources[category])+1)
	p.resources[category][object.Name(name)] = o
	return name
}

func (p *painter) op(s string) { p.out = append(append(p.out, s...), '\n') }

func (p *painter) items(list []drawing.Item) error {
	for _, it := range list {
		var err error
		switch it := it.(type) {
		case *drawing.Shape:
			p.shape(it)
		case *drawing.Text:
			err = p.text(it)
		case *drawing.Group:
			err = p.group(it)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// group paints a group, as a form of its own when it is not opaque.
func (p *painter) group(g *drawing.Group) error {
	p.op("q")
	defer p.op("Q")
	if g.Clip != nil {
		p.path(&g.Clip.Path)
		p.op("W" + star(g.Clip.Rule) + " n")
	}
	if g.Opacity >= drawing.Opaque && p.level < maxLevel {
		p.level++
		defer func() { p.level-- }()
		return p.items(g.Items)
	}
	inner := p.apart()
	if err := inner.items(g.Items); err != nil {
		return err
	}
	// The group's own clip is set outside; within, nothing is cut.
	const far = 1 << 14 * drawing.One
	form := inner.close(drawing.Point{X: -far, Y: -far}, drawing.Point{X: far, Y: far}, object.Dict{
		"Group": object.Dict{"S": object.Name("Transparency"), "CS": object.Name("DeviceRGB")},
	})
	p.opacity(g.Opacity)
	p.op("/" + p.resource("XObject", form) + " Do")
	return nil
}

func star(r drawing.Rule) string {
	if r == drawing.EvenOdd {
		return "*"
	}
	return ""
}

// opacity sets the opacity of what follows.
func (p *painter) opacity(a drawing.Alpha) {
	if a >= drawing.Opaque {
		return
	}
	v := object.Real(drawing.Fixed(a).Decimal(4))
	for name, o := range p.resources["ExtGState"] {
		if d := o.(object.Dict); d["ca"] == v {
			p.op("/" + string(name) + " gs")
			return
		}
	}
	p.op("/" + p.resource("ExtGState", object.Dict{"ca": v, "CA": v}) + " gs")
}

func (p *painter) shape(s *drawing.Shape) {
	if s.Path.Empty() || s.Fill == nil && s.Stroke == nil {
		return
	}
	p.op("q")
	p.transform(s.Transform)
	if s.Fill != nil {
		p.fill(s, s.Fill)
	}
	if s.Stroke != nil && s.Stroke.Width > 0 {
		p.stroke(&s.Path, s.Transform, s.Stroke)
	}
	p.op("Q")
}

// fill fills the path of s, whose transform is set.
func (p *painter) fill(s *drawing.Shape, paint *drawing.Paint) {
	lo, hi := s.Path.Bounds()
	p.op("q")
	p.paint(paint, s.Transform, lo, hi, "g", "rg", "/Pattern cs", "scn")
	p.path(&s.Path)
	p.op("f" + star(s.Rule) + "\nQ")
}

// stroke strokes a path whose transform is set.
func (p *painter) stroke(path *drawing.Path, m drawing.Matrix, s *drawing.Stroke) {
	lo, hi := path.Bounds()
	reach := s.Width.Mul(max(s.MiterLimit, drawing.Int(2)))
	lo, hi = lo.Sub(drawing.Point{X: reach, Y: reach}), hi.Add(drawing.Point{X: reach, Y: reach})
	p.op("q")
	p.paint(&s.Paint, m, lo, hi, "G", "RG", "/Pattern CS", "SCN")
	p.pen(s)
	p.path(path)
	p.op("S\nQ")
}

// pen sets how lines are drawn. The numbers of caps and joins are those of PDF.
func (p *painter) pen(s *drawing.Stroke) {
	p.number(s.Width)
	p.op("w " + strconv.Itoa(int(s.Cap)) + " J " + strconv.Itoa(int(s.Join)) + " j")
	if s.Join == drawing.Miter {
		p.number(max(s.MiterLimit, drawing.One))
		p.op("M")
	}
	if !dashed(s.Dash) {
		return
	}
	p.out = append(p.out, '[')
	for _, d := range s.Dash {
		p.number(d)
	}
	if len(s.Dash)%2 != 0 { // PDF would swap dashes and gaps the second time, as SVG does
		for _, d := range s.Dash {
			p.number(d)
		}
	}
	p.out = append(p.out, "] "...)
	p.number(s.Offset)
	p.op("d")
}

// dashed reports whether a pattern draws anything but a solid line: PDF forbids
// one of zeros alone and negative lengths.
func dashed(pattern []drawing.Fixed) bool {
	var sum drawing.Fixed
	for _, d := range pattern {
		if d < 0 {
			return false
		}
		sum += d
	}
	return sum > 0
}

// paint sets a paint for a path with the given bounds in the space of m.
func (p *painter) paint(paint *drawing.Paint, m drawing.Matrix, lo, hi drawing.Point, gray, rgb, space, set string) {
	if g := paint.Gradient; g != nil {
		p.op(space + "\n/" + p.gradient(g, paint.Opacity, m, lo, hi) + " " + set)
		return
	}
	p.opacity(paint.Opacity)
	p.out = appendColor(p.out, layout.Color(paint.Color), gray+"\n", rgb+"\n")
}

func (p *painter) path(path *drawing.Path) {
	path.Each(func(op drawing.Op, pts []drawing.Point) {
		for _, pt := range pts {
			p.number(pt.X)
			p.number(pt.Y)
		}
		p.out = append(p.out, "mlch"[op], '\n')
	})
}

// number appends a number with a space.
func (p *painter) number(v drawing.Fixed) { p.out = append(appendFixed(p.out, v), ' ') }

// appendFixed appends v with at most three decimals.
func appendFixed(dst []byte, v drawing.Fixed) []byte {
	return appendMilli(dst, int64(v.Mul(1000*drawing.One)+drawing.One/2)>>16)
}

func fixedReal(v drawing.Fixed) object.Real { return object.Real(appendFixed(nil, v)) }

// transform changes the space of what follows.
func (p *painter) transform(m drawing.Matrix) {
	if m.IsIdentity() {
		return
	}
	for _, v := range matrixArray(m) {
		p.out = append(v.Append(p.out), ' ')
	}
	p.op("cm")
}

// matrixArray returns the six numbers of a matrix, the coefficients with nine
// decimals.
func matrixArray(m drawing.Matrix) object.Array {
	return object.Array{
		coefficient(m.A), coefficient(m.B), coefficient(m.C), coefficient(m.D), fixedReal(m.E), fixedReal(m.F),
	}
}

func coefficient(v int64) object.Real {
	sign := ""
	if v < 0 {
		sign, v = "-", -v
	}
	const billion = 1_000_000_000
	frac := (v&(1<<32-1)*billion + 1<<31) >> 32
	whole := v >> 32
	if frac == billion {
		whole, frac = whole+1, 0
	}
	digits := strconv.FormatInt(billion+frac, 10)[1:]
	return object.Real(sign + strconv.FormatInt(whole, 10) + "." + digits)
}

// text paints a line of text with our fonts.
func (p *painter) text(t *drawing.Text) error {
	p.op("q")
	p.transform(t.Transform)
	for _, placed := range p.fonts.Set(t) {
		if err := p.run(&placed, t.Transform); err != nil {
			return err
		}
	}
	p.op("Q")
	return nil
}

func (p *painter) run(r *render.Placed, m drawing.Matrix) error {
	sp := r.Span
	if sp.Size <= 0 {
		return nil
	}
	outline := func() {
		if sp.Stroke != nil && sp.Stroke.Width > 0 {
			path := r.Outline()
			p.stroke(&path, m, sp.Stroke)
		}
	}
	if sp.StrokeFirst {
		outline()
	}
	if sp.Fill != nil {
		if err := p.letters(r, m); err != nil {
			return err
		}
	}
	if !sp.StrokeFirst {
		outline()
	}
	return nil
}

// letters shows a run as text, or as a path when it would need ActualText,
// which is marked content that cannot be nested in the figure's.
func (p *painter) letters(r *render.Placed, m drawing.Matrix) error {
	k, err := p.coder.encode(r.Run, int64(em*r.Span.Spacing/r.Span.Size), false)
	if err != nil {
		return err
	}
	for _, piece := range k.pieces {
		if piece.actual != "" {
			p.fill(&drawing.Shape{Path: r.Outline(), Transform: m}, r.Span.Fill)
			return nil
		}
	}
	p.op("q")
	p.paint(r.Span.Fill, m, drawing.Point{}, drawing.Point{}, "g", "rg", "/Pattern cs", "scn")
	p.out = append(p.out, "BT\n1 0 0 -1 "...)
	p.number(r.X)
	p.number(r.Y)
	p.op("Tm")
	for _, piece := range k.pieces {
		p.out = append(p.out, '/')
		p.out = append(append(p.out, p.font(piece.font)...), ' ')
		p.number(r.Span.Size)
		p.out = append(p.out, "Tf "...)
		p.number(r.Span.Size.Scale(drawing.Fixed(piece.rise), em))
		p.out = append(append(append(p.out, "Ts\n["...), piece.array...), "]TJ\n"...)
	}
	p.op("ET\nQ")
	return nil
}

// font makes a font a resource of the form and returns its name.
func (p *painter) font(f *font) string {
	if p.resources["Font"] == nil {
		p.resources["Font"] = object.Dict{}
	}
	p.resources["Font"][object.Name(f.name)] = finish.FontRef(f.index)
	return f.name
}
