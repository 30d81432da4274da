package layout

import (
	"octavo/book"
	"octavo/book/base/unit"
	"octavo/book/typeset/document"
	"octavo/book/typeset/flow"
	"octavo/book/typeset/theme"
)

// The rows of a gallery. By eye: four pictures beside each other are too small on a page of
// a book, and a row that is higher than rowDepth thousandths of the page leaves no room for
// another one with its captions. Between pictures is a line of the grid, rowWhite
// hundredths of it.
const (
	mostInRow = 3
	rowDepth  = 360
	pairDepth = 520
	rowWhite  = 70
	// A picture of a row is no narrower than so many ems: its caption has some twelve letters
	// on a line then. By eye.
	leastInRow = 6
)

// gallery sets figures in rows, beside each other at one height. What is no figure, or has
// no picture, is set as elsewhere.
func (s *section) gallery(b *book.Division, fr frame) {
	head := s.galleryTitle(b, fr)
	var run []*book.Figure
	flush := func() {
		s.figureRows(b.Class, run, head, fr)
		if len(run) > 0 {
			run, head = nil, nil
		}
	}
	for _, bl := range b.Blocks {
		if f, ok := bl.(*book.Figure); ok && pictured(f) && f.Placement == book.InMeasure {
			run = append(run, f)
			continue
		}
		flush()
		s.putTitle(head, fr)
		head = nil
		outer := s.Of
		s.Of = bl
		s.oneBlock(bl, fr)
		s.Of = outer
	}
	flush()
	s.putTitle(head, fr)
}

// galleryTitle returns the lines of the title of a gallery, with the white below it. They
// belong to the first row: where that goes to the top of a page, they go with it.
func (s *section) galleryTitle(b *book.Division, fr frame) []*flow.Strip {
	title := s.words.DivisionTitle(b)
	if len(title) == 0 {
		return nil
	}
	st := s.theme.Style(theme.BlockTitle)
	fr.style, fr.elem = st, document.NewElement(fr.elem, "P")
	if st.Caps {
		fr.elem.Actual = book.PlainText(title)
	}
	return append(s.text(title, st, fr, 0), &flow.Strip{Height: st.After})
}

// putTitle sets the title of a gallery above what is no row.
func (s *section) putTitle(head []*flow.Strip, fr frame) {
	if len(head) == 0 {
		return
	}
	s.Balance(true)
	s.Space(s.theme.Style(theme.BlockTitle).Before)
	s.putKept(head, false)
	s.Keep()
	s.Owed = headingLines
}

// figureRows divides figures into rows of about equal length, the longer ones first, and sets
// these, the first below the lines of head.
func (s *section) figureRows(class book.Class, list []*book.Figure, head []*flow.Strip, fr frame) {
	if len(list) == 0 {
		return
	}
	most := mostInRow
	if class == book.Pair {
		most = 2
	}
	n := (len(list) + most - 1) / most
	for i := range n {
		in := (len(list) + n - i - 1) / (n - i)
		s.row(class, list[:in], head, fr, i > 0)
		head = nil
		list = list[in:]
	}
}

// row sets figures beside each other, below the lines of head; below each other where they
// would be too small, or where their captions would be longer than a page.
func (s *section) row(class book.Class, list []*book.Figure, head []*flow.Strip, fr frame, joined bool) {
	outer := s.Of
	defer func() { s.Of = outer }()
	s.Of = list[0]
	plates := s.platesOf(class, list, fr)
	style := s.theme.Style(theme.Figure)
	white := style.Before + style.After
	var st *flow.Strip
	if plates != nil {
		st = flow.Join(append(head, s.rowStrip(list, plates, fr)))
	}
	switch {
	case st == nil || st.Height+white > s.geo.Depth():
		s.putTitle(head, fr)
		for _, f := range list {
			s.Of = f
			s.figure(f, fr)
		}
	default:
		st.Joined = joined
		s.float(st, fr)
	}
}

// platesOf returns how large the pictures of a row are set: as high as each other, and
// together as wide as the measure; nil when one would be too narrow, or there is but one.
//
// With r the ratio of width to height of a picture and g the white between two, a row of
// height h is as wide as h times the sum of all r, plus the white. So h is what is left of
// the measure by that sum. Ratios are in thousandths.
func (s *section) platesOf(class book.Class, list []*book.Figure, fr frame) []plate {
	if len(list) < 2 {
		return nil
	}
	const ratio = 1000
	var sum int64
	for _, f := range list {
		sum += ratioOf(f, ratio)
	}
	gap := s.rowGap()
	free := s.width(fr) - gap*unit.Length(len(list)-1)
	depth := s.geo.Depth().Mul(rowDepth, 1000)
	if class == book.Pair {
		depth = s.geo.Depth().Mul(pairDepth, 1000)
	}
	h := min(free.Mul(ratio, sum), depth)
	plates := make([]plate, len(list))
	for i, f := range list {
		plates[i] = plate{w: h.Mul(ratioOf(f, ratio), ratio), h: h}
		if plates[i].w < leastInRow*s.theme.Style(theme.Caption).Size {
			return nil
		}
	}
	return plates
}

// rowGap is the white between two pictures of a row.
func (s *section) rowGap() unit.Length { return s.geo.Baseline.Mul(rowWhite, 100) }

// ratioOf returns the width of a picture by its height, at least an eighth and at most eight
// times as wide as high: without bounds a hostile file would leave no room for the others.
func ratioOf(f *book.Figure, of int64) int64 {
	w, h := int64(min(f.Image.Picture.Width, 1<<24)), int64(min(f.Image.Picture.Height, 1<<24))
	return max(min(w*of/h, 8*of), of/8)
}

// rowStrip returns a row as one strip, each picture with its caption below it, on the axis of
// all figures.
func (s *section) rowStrip(list []*book.Figure, plates []plate, fr frame) *flow.Strip {
	gap := s.rowGap()
	total := gap * unit.Length(len(list)-1)
	for _, pl := range plates {
		total += pl.w
	}
	out := &flow.Strip{}
	x := fr.left + s.onAxis(total, s.width(fr))
	for i, f := range list {
		s.Of = f
		cell := fr
		cell.left, cell.right = x, s.geo.Measure-x-plates[i].w
		st := flow.Join(s.figureStrips(f, cell, plates[i]))
		out.Beside(st)
		out.Height = max(out.Height, st.Height)
		x += plates[i].w + gap
	}
	s.Of = list[0]
	return out
}

// leads makes a picture a link: its area with the element of the link, in which the picture
// then is. A link that leads nowhere is none.
func (s *section) leads(out *flow.Strip, b *book.Figure, group *document.Element, g *document.Graphic) *document.Element {
	if b.Link == nil {
		return group
	}
	c := s.context()
	l := c.Leads(b.Link, group)
	if l == nil {
		return group
	}
	if alt := book.FigureAlt(b); alt != "" && b.Link.Title == "" && b.Link.Chapter == nil {
		l.Contents = alt + " (" + b.Link.URL + ")"
	}
	out.Links = append(out.Links, document.LinkArea{X: g.X, W: g.W, H: g.H, Elem: l.Elem, Contents: l.Contents, URI: l.URI, Dest: l.Dest})
	return l.Elem
}
