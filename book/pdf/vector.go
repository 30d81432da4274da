package pdf

import (
	"cmp"
	"strconv"

	"octavo/book/font/shape"
	"octavo/book/graphic/drawing"
	"octavo/book/graphic/render"
	"octavo/book/pdf/object"
	"octavo/book/typeset/document"
)

// families returns the typefaces of the texts in drawings.
func families(doc *document.Document) [3]string {
	f := doc.Families
	return [3]string{
		drawing.Sans: cmp.Or(f.Sans, shape.Sans), drawing.Serif: cmp.Or(f.Serif, shape.Serif), drawing.Mono: cmp.Or(f.Mono, shape.Mono),
	}
}

// maxLevel is how many states groups may save within one form. PDF/A allows 28 (ISO
// 19005-2, 6.1.13), of which a shape takes two, and the page around a few. A group that
// is deeper becomes a form of its own.
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
	fonts := &render.Fonts{Library: e.doc.Fonts, Shaper: shape.NewShaper(), Families: families(e.doc)}
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
	// The group's own clip is set outside; within, nothing is cut: the box of its form is
	// generous, larger than any drawing that is shown.
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
