package check

import (
	"fmt"
	"slices"

	"octavo/book/graphic/drawing"
)

// A mark is a shape of a chart, by all that tells it apart from others without a word. Two
// marks that differ in their colour only are told apart by colour alone.
type mark struct {
	color  drawing.Color
	form   string // the steps of its outline; "line" for all lines
	dashes string
	width  int // of a line, in quarters of a pixel; of a bar, in pixels
}

// like reports whether two marks differ in nothing but colour. A line that is
// twice as thick is seen to be another.
func (m mark) like(n mark) bool {
	return m.form == n.form && m.dashes == n.dashes && 2*min(m.width, n.width) > max(m.width, n.width)
}

// A survey is what a drawing consists of.
type survey struct {
	width, height int
	shapes        []shape
	words         []words
	uses          map[drawing.Color]int // shapes of a colour
}

// A shape is a mark with its place.
type shape struct {
	mark
	x, y, w, h int  // its bounds in pixels
	bar        bool // a rectangle along the axes
	curve      bool // a line of some steps
}

// words are a text with its place; end says that the text stands left of x.
type words struct {
	x, y, size int
	end        bool
}

// The bounds of a survey, generous: a drawing that has more is no chart to be read.
const (
	maxShapes = 4000
	maxWords  = 1000
	maxMarks  = 64 // of a kind, that are compared with each other
	maxSteps  = 12 // of an outline: longer ones are all of one form
)

func surveyOf(d *drawing.Drawing) *survey {
	s := &survey{width: d.Width.Round(), height: d.Height.Round(), uses: map[drawing.Color]int{}}
	s.items(d.Items, drawing.Opaque)
	return s
}

func (s *survey) items(list []drawing.Item, opacity drawing.Alpha) {
	for _, it := range list {
		switch it := it.(type) {
		case *drawing.Group:
			s.items(it.Items, opacity.Mul(it.Opacity))
		case *drawing.Text:
			s.text(it)
		case *drawing.Shape:
			s.shape(it, opacity)
		}
	}
}

func (s *survey) text(t *drawing.Text) {
	if len(t.Spans) == 0 || t.Anchor == drawing.Middle || len(s.words) == maxWords {
		return
	}
	at := t.Transform.Apply(drawing.Point{X: t.X, Y: t.Y})
	size := t.Spans[0].Size.Mul(t.Transform.Expansion()).Round()
	s.words = append(s.words, words{at.X.Round(), at.Y.Round(), size, t.Anchor == drawing.End})
}

func (s *survey) shape(sh *drawing.Shape, opacity drawing.Alpha) {
	if len(s.shapes) == maxShapes {
		return
	}
	path := sh.Path.Transform(sh.Transform)
	lo, hi := path.Bounds()
	at := shape{x: lo.X.Round(), y: lo.Y.Round(), w: (hi.X - lo.X).Round(), h: (hi.Y - lo.Y).Round()}
	if c, ok := flat(sh.Fill, opacity); ok {
		at.mark = mark{color: c, form: form(path.Ops), width: 1}
		at.bar = upright(path.Points)
	} else if st := sh.Stroke; st != nil && sh.Fill == nil {
		c, ok := flat(&st.Paint, opacity)
		if !ok {
			return
		}
		width := (4 * st.Width.Mul(sh.Transform.Expansion())).Round()
		at.mark = mark{color: c, form: "line", dashes: fmt.Sprint(st.Dash), width: max(width, 1)}
		at.curve = len(path.Ops) >= leastCurve
	} else {
		return
	}
	s.shapes = append(s.shapes, at)
	s.uses[at.color]++
}

// form tells the outlines of rectangles, circles and triangles apart.
func form(ops []drawing.Op) string {
	if len(ops) > maxSteps {
		return "long"
	}
	return fmt.Sprint(ops)
}

// upright reports whether a path is a rectangle along the axes: four corners, of which two
// that follow one another share x and y by turns.
func upright(p []drawing.Point) bool {
	if len(p) == 5 && p[4] == p[0] {
		p = p[:4]
	}
	return len(p) == 4 && (p[0].Y == p[1].Y && p[1].X == p[2].X && p[2].Y == p[3].Y && p[3].X == p[0].X ||
		p[0].X == p[1].X && p[1].Y == p[2].Y && p[2].X == p[3].X && p[3].Y == p[0].Y)
}

// keyed returns the marks of a key: marks of no more than a sixth of the width and an
// eighth of the height of the drawing, by eye, with words beside them, in a colour that
// the drawing uses elsewhere as well.
func (s *survey) keyed() (list []mark) {
	for _, sh := range s.shapes {
		if sh.w <= s.width/6 && sh.h <= s.height/8 && s.uses[sh.color] > 1 &&
			!slices.Contains(list, sh.mark) && len(list) < maxMarks && slices.ContainsFunc(s.words, sh.beside) {
			list = append(list, sh.mark)
		}
	}
	return list
}

// beside reports whether words stand right or left of a shape, as high as it.
func (sh *shape) beside(t words) bool {
	gap := t.x - (sh.x + sh.w)
	if t.end {
		gap = sh.x - t.x
	}
	middle := t.y - t.size/3 - (sh.y + sh.h/2) // of the letters, above that of the shape
	return gap >= 0 && gap <= max(16, 2*t.size) && 2*max(middle, -middle) <= max(t.size, sh.h)
}

// leastBars are how many bars are a series. By eye: two rectangles of one breadth and colour
// are often no chart.
const leastBars = 3

// bars returns the series of bars that are of one breadth.
func (s *survey) bars() (list []mark) {
	count := map[mark]int{}
	for _, sh := range s.shapes {
		if !sh.bar {
			continue
		}
		for _, m := range []mark{{color: sh.color, form: "column", width: sh.w}, {color: sh.color, form: "bar", width: sh.h}} {
			if count[m]++; count[m] == leastBars && len(list) < maxMarks {
				list = append(list, m)
			}
		}
	}
	return list
}

// A curve has at least leastCurve steps, more than an axis or a frame, and at least one part
// of leastWide of the width of the drawing. By eye.
const (
	leastCurve = 6
	leastWide  = 3
)

// lines returns the curves across the drawing.
func (s *survey) lines() (list []mark) {
	for _, sh := range s.shapes {
		if sh.form == "line" && sh.curve && sh.w >= s.width/leastWide && !slices.Contains(list, sh.mark) && len(list) < maxMarks {
			list = append(list, sh.mark)
		}
	}
	return list
}
