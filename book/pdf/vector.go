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
	*shared
}

// What the forms of one drawing share.
type shared struct {
	files map[*drawing.File]object.Ref
	err   error // the first fault of a pattern
}

// fault keeps an error, nil for none.
func (s *shared) fault(err error) { s.err = cmp.Or(s.err, err) }

// form adds a drawing as a form of one unit by one, as an image is.
func (e *encoder) form(d *drawing.Drawing) (object.Ref, error) {
	fonts := &render.Fonts{Library: e.doc.Fonts, Shaper: shape.NewShaper(), Families: families(e.doc)}
	p := &painter{
		encoder: e, fonts: fonts, resources: map[object.Name]object.Dict{},
		shared: &shared{files: map[*drawing.File]object.Ref{}},
	}
	if p.fault(p.items(d.Items)); p.err != nil {
		return 0, p.err
	}
	w, h := max(d.Width, 1), max(d.Height, 1)
	toUnit := drawing.StretchRatio(drawing.One, w, -drawing.One, h)
	toUnit.F = drawing.One
	return p.close(drawing.Point{}, drawing.Point{X: w, Y: h}, object.Dict{"Matrix": matrixArray(toUnit)}), nil
}

// close adds what was painted as a form with the box and further entries.
func (p *painter) close(lo, hi drawing.Point, d object.Dict) object.Ref {
	d["Type"], d["Subtype"] = object.Name("XObject"), object.Name("Form")
	return p.pictures.add(p.stream(lo, hi, d))
}

// stream returns what was painted with its resources, its box and further entries.
func (p *painter) stream(lo, hi drawing.Point, d object.Dict) *object.Stream {
	resources := object.Dict{}
	for category, entries := range p.resources {
		resources[category] = entries
	}
	d["Resources"] = resources
	d["BBox"] = object.Array{fixedReal(lo.X), fixedReal(lo.Y), fixedReal(hi.X), fixedReal(hi.Y)}
	return &object.Stream{Dict: d, Data: p.out}
}

// apart returns a painter for a form within p's.
func (p *painter) apart() *painter {
	return &painter{encoder: p.encoder, fonts: p.fonts, resources: map[object.Name]object.Dict{}, shared: p.shared}
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
		case *drawing.Picture:
			err = p.picture(it)
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
	if !g.Apart() && p.level < maxLevel {
		p.level++
		defer func() { p.level-- }()
		return p.items(g.Items)
	}
	if g.Mask != nil {
		mask, err := p.whole(g.Mask.Items)
		if err != nil {
			return err
		}
		soft := object.Dict{"S": object.Name("Luminosity"), "G": mask}
		p.op("/" + p.resource("ExtGState", object.Dict{"SMask": soft}) + " gs")
	}
	form, err := p.whole(g.Items)
	if err != nil {
		return err
	}
	if name := blendNames[g.Blend]; name != "" {
		p.op("/" + p.resource("ExtGState", object.Dict{"BM": name}) + " gs")
	}
	p.opacity(g.Opacity)
	p.op("/" + p.resource("XObject", form) + " Do")
	return nil
}

// blendNames are the blends as a PDF calls them (ISO 32000-1, 11.3.5.2).
var blendNames = [...]object.Name{
	drawing.Multiply: "Multiply", drawing.Screen: "Screen", drawing.Darken: "Darken", drawing.Lighten: "Lighten",
	drawing.Overlay: "Overlay", drawing.HardLight: "HardLight", drawing.Difference: "Difference", drawing.Exclusion: "Exclusion",
}

// whole adds items as a form that is painted as one. The clip of a group is set outside;
// within, nothing is cut: the box of the form is generous, larger than any drawing that is
// shown.
func (p *painter) whole(items []drawing.Item) (object.Ref, error) {
	inner := p.apart()
	if err := inner.items(items); err != nil {
		return 0, err
	}
	const far = 1 << 14 * drawing.One
	return inner.close(drawing.Point{X: -far, Y: -far}, drawing.Point{X: far, Y: far}, object.Dict{
		"Group": object.Dict{"S": object.Name("Transparency"), "CS": object.Name("DeviceRGB")},
	}), nil
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
