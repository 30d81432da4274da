package flow

import (
	"slices"

	"octavo/book/base/unit"
	"octavo/book/typeset/document"
)

// A Strip is a horizontal slice of the text: a line, a rule, a figure. Its
// items stand relative to its top and to the left end of the measure.
//
// A strip carries all that comes of it: the calls of notes, the places that links lead
// to, what is told of it. None of that is in force before the strip is put into a flow, so
// that a strip may be made only to be measured.
type Strip struct {
	Height  unit.Length
	Items   []document.Item
	Links   []document.LinkArea
	Dests   []Dest
	Calls   []Call
	Told    []any // for who reads [Flow.Told], such as a warning
	From    Origin
	Raised  unit.Length // above its line, for a formula or a reading that is high
	Panel   *Panel      // drawn under the strips that share it, and beside them
	Heading bool        // of a heading
	Hyphen  bool        // ends in a hyphen
	Joined  bool        // a float that does not stand apart from the float before it
	Solid   bool        // no float stands between it and the strip before it
	Outward *Outward    // what reaches into the outer margin; nil for nothing

	grid    bool        // stands on the grid
	pages   []*Strip    // those on turned pages that follow its page
	content unit.Length // height of a float without the white around it
}

// Outward is a picture that reaches into the outer margin by a length. It stands as on a page
// whose outer margin is at the ends of lines.
type Outward struct {
	Picture *document.Graphic
	By      unit.Length
}

// turn moves the picture of a strip to the other margin.
func (o *Outward) turn(st *Strip) {
	for i := range st.Links {
		if l := &st.Links[i]; l.X == o.Picture.X && l.W == o.Picture.W {
			l.X -= o.By
		}
	}
	o.Picture.X -= o.By
}

// A Dest is a destination at a height within a strip.
type Dest struct {
	To *document.Dest
	Y  unit.Length
	// Elem is the element that stands there; nil when To knows it, or need not.
	Elem *document.Element
}

// An Origin says what a strip shows. Flow compares origins and hands them back; their
// meaning is the matter of the maker of the strip.
type Origin struct {
	Of  any // the block or the person that the strip is a part of; filled by a flow
	In  any // the piece of text that it begins in; nil when not known
	Off int // how far in, also where In is nil
}

// known reports whether an origin says where in Of the strip begins.
func (o Origin) known() bool { return o.In != nil || o.Off != 0 }

// Lower puts white above the content of a strip.
func (st *Strip) Lower(by unit.Length) {
	if by == 0 {
		return
	}
	st.Move(0, by)
	st.Height += by
}

// Move shifts what stands in a strip.
func (st *Strip) Move(dx, dy unit.Length) {
	document.Move(st.Items, dx, dy)
	for i := range st.Links {
		st.Links[i].X += dx
		st.Links[i].Y += dy
	}
	for i := range st.Dests {
		st.Dests[i].Y += dy
	}
}

// Mirror turns what stands between left and right to the other side.
func (st *Strip) Mirror(left, right unit.Length) {
	document.Mirror(st.Items, left+right)
	document.MirrorLinks(st.Links, left+right)
}

// Beside adds the content of a strip that stands beside the others.
func (st *Strip) Beside(o *Strip) {
	st.Items = append(st.Items, o.Items...)
	st.Links = append(st.Links, o.Links...)
	st.Dests = append(st.Dests, o.Dests...)
	st.Calls = append(st.Calls, o.Calls...)
	st.Told = append(st.Told, o.Told...)
	if st.From.In == nil {
		st.From = o.From
	}
}

// Before puts the content of st before that of o, in the same place, and returns o.
func (st *Strip) Before(o *Strip) *Strip {
	o.Dests = append(st.Dests, o.Dests...)
	o.Items = append(st.Items, o.Items...)
	o.Told = append(st.Told, o.Told...)
	o.Links = append(st.Links, o.Links...)
	o.Height = max(o.Height, st.Height)
	return o
}

// Join stacks strips into a single strip, which no page break divides.
func Join(list []*Strip) *Strip {
	out := &Strip{}
	for _, st := range list {
		st.Move(0, out.Height)
		out.Beside(st)
		out.Height += st.Height
	}
	return out
}

// Height returns the height of strips that stand below each other.
func Height(list []*Strip) unit.Length {
	var total unit.Length
	for _, st := range list {
		total += st.Height
	}
	return total
}

// copy returns a copy of a strip whose items are its own.
func (st *Strip) copy() *Strip {
	out := &Strip{Height: st.Height}
	for _, it := range st.Items {
		switch it := it.(type) {
		case *document.Text:
			c := *it
			out.Items = append(out.Items, &c)
		case *document.Rule:
			c := *it
			out.Items = append(out.Items, &c)
		case *document.Stress:
			c := *it
			c.X = slices.Clone(it.X)
			out.Items = append(out.Items, &c)
		case *document.Turn:
			c := *it
			out.Items = append(out.Items, &c)
		case *document.Graphic:
			c := *it
			out.Items = append(out.Items, &c)
		}
	}
	return out
}

// Light reports whether all that a strip brings about is to be seen.
func (st *Strip) Light() bool {
	return len(st.Links)+len(st.Dests)+len(st.Calls)+len(st.Told) == 0
}
