// Package raster fills polygons on a grid of pixels.
//
// In: polygons in fixed point, one pixel being [drawing.One]. Out: the share of
// each pixel that is inside, and colours blended by it.
//
// Invariant: all arithmetic is in integers, so that an image is the same on
// every processor.
package raster

import (
	"image"
	"slices"

	"octavo/book/graphic/drawing"
)

// The grid within a pixel: edges are rounded to it, and a pixel's coverage is
// exact on it. FreeType's smooth rasteriser has the same grid; its sums of cover
// and area are used here.
const (
	subBits = 8
	sub     = 1 << subBits
)

// Full is the coverage of a pixel that is wholly inside.
const Full = 256

// An edge leads down, from (x0, y0) to (x1, y1) in 1/256 pixel.
type edge struct {
	x0, y0, x1, y1 int64
	dir            int64 // 1 when it came downwards, -1 when upwards
}

// A Span is a run of pixels of one row with the same coverage, 1 to Full.
type Span struct{ X0, X1, Coverage int }

// Scan calls visit for each row of clip that polys cover, from the top, with
// its spans from the left. Every polygon counts as closed. The spans are only
// valid during the call. Scan returns how many pixels it had to look at.
//
// To test points within each pixel, the simple way, costs more for each shade of grey,
// and thin lines come and go between the points. Here the share of a pixel is computed
// exactly, from its edges alone, in the way of FreeType's smooth rasteriser. An edge
// that goes down by h within a row changes the winding of all that lies to its right by
// h. In the pixel that the edge crosses, the part to the left of the edge has to be taken
// off again: a trapezium, whose doubled area is h times the sum of the places at
// which the edge enters and leaves. So two numbers a column are enough, cover and area,
// and a sum from the left gives the winding and so the share of every pixel. The sums
// are of whole numbers and do not depend on the order of edges.
//
//	share of a pixel = (256 · 2 · sum of cover up to it - area in it) / 2⁹, in 1/256
//
// A row costs the edges that cross it and the columns between the first and the last
// of them; runs without edges are passed over at once.
func Scan(polys []drawing.Polygon, rule drawing.Rule, clip image.Rectangle, visit func(y int, spans []Span)) (work int) {
	if clip.Empty() {
		return 0
	}
	edges := collect(polys, clip)
	s := scanner{clip: clip, rule: rule, cover: make([]int64, clip.Dx()+1), area: make([]int64, clip.Dx()+1)}
	var active []edge
	next := 0
	for y := clip.Min.Y; y < clip.Max.Y; y++ {
		top, bottom := int64(y)*sub, int64(y+1)*sub
		if len(active) == 0 {
			if next == len(edges) {
				break
			}
			if edges[next].y0 >= bottom {
				y = min(int(edges[next].y0>>subBits), clip.Max.Y) - 1
				continue
			}
		}
		for next < len(edges) && edges[next].y0 < bottom {
			active = append(active, edges[next])
			next++
		}
		s.begin()
		for _, e := range active {
			s.row(e, max(e.y0, top), min(e.y1, bottom), top)
		}
		active = slices.DeleteFunc(active, func(e edge) bool { return e.y1 <= bottom })
		if spans := s.sweep(); len(spans) > 0 {
			visit(y, spans)
		}
	}
	return s.work
}

// collect returns the edges that cross rows of clip, by their upper ends. Level edges are
// left out: they change no winding.
func collect(polys []drawing.Polygon, clip image.Rectangle) []edge {
	var edges []edge
	top, bottom := int64(clip.Min.Y)*sub, int64(clip.Max.Y)*sub
	for _, p := range polys {
		for i, a := range p.Points {
			b := p.Points[(i+1)%len(p.Points)]
			e := edge{grid(a.X), grid(a.Y), grid(b.X), grid(b.Y), 1}
			if e.y0 > e.y1 {
				e = edge{e.x1, e.y1, e.x0, e.y0, -1}
			}
			if e.y0 == e.y1 || e.y1 <= top || e.y0 >= bottom {
				continue
			}
			edges = append(edges, e)
		}
	}
	slices.SortStableFunc(edges, func(a, b edge) int {
		switch {
		case a.y0 < b.y0:
			return -1
		case a.y0 > b.y0:
			return 1
		}
		return 0
	})
	return edges
}

// grid rounds a coordinate to the grid, within bounds that keep products of two
// of them in 64 bits.
func grid(f drawing.Fixed) int64 {
	const limit = 1 << 29
	v := (int64(f) + 1<<(15-subBits)) >> (16 - subBits)
	return max(-limit, min(limit, v))
}

type scanner struct {
	clip   image.Rectangle
	rule   drawing.Rule
	cover  []int64 // by column: change of winding, in 1/256 row
	area   []int64 // by column: what of it lies left of the edge, doubled
	lo, hi int     // columns touched
	spans  []Span
	work   int
}

func (s *scanner) begin() { s.lo, s.hi = len(s.cover), -1 }

// row adds the part of e between the heights y0 and y1, which are within the
// row that begins at top.
func (s *scanner) row(e edge, y0, y1, top int64) {
	x0, x1 := e.at(y0), e.at(y1)
	h0, h1 := y0-top, y1-top
	if x0 == x1 {
		s.cell(x0>>subBits, x0&(sub-1), x0&(sub-1), (h1-h0)*e.dir)
		return
	}
	dir := e.dir
	if x0 > x1 { // walk from left to right, counting the other way
		x0, x1, h0, h1, dir = x1, x0, h1, h0, -dir
	}
	left, right := int64(s.clip.Min.X)*sub, int64(s.clip.Max.X)*sub
	height := func(x int64) int64 { return h0 + floorDiv((x-x0)*(h1-h0), x1-x0) }
	x, h := x0, h0
	// What lies left of the clip still changes the winding of all to its right, and
	// what lies right of the clip changes nothing that is seen.
	if x < left { // all that is left of the clip counts at its edge
		stop := min(x1, left)
		end := height(stop)
		s.cell(int64(s.clip.Min.X), 0, 0, (end-h)*dir)
		x, h = stop, end
	}
	for x < x1 && x < right {
		col := x >> subBits
		stop := min(x1, (col+1)*sub)
		end := h1
		if stop != x1 {
			end = height(stop)
		}
		s.cell(col, x-col*sub, stop-col*sub, (end-h)*dir)
		x, h = stop, end
	}
}

// at returns the place of e at height y.
func (e *edge) at(y int64) int64 {
	switch y {
	case e.y0:
		return e.x0
	case e.y1:
		return e.x1
	}
	return e.x0 + floorDiv((e.x1-e.x0)*(y-e.y0), e.y1-e.y0)
}

// cell adds an edge that crosses a column from f0 to f1 while it goes down h.
func (s *scanner) cell(col, f0, f1, h int64) {
	i := int(col) - s.clip.Min.X
	if i < 0 {
		i, f0, f1 = 0, 0, 0
	}
	if i >= len(s.cover)-1 || h == 0 {
		return
	}
	s.cover[i] += h
	s.area[i] += (f0 + f1) * h
	s.lo, s.hi = min(s.lo, i), max(s.hi, i)
}

// sweep turns the sums of a row into spans and clears them.
func (s *scanner) sweep() []Span {
	s.spans = s.spans[:0]
	s.work += max(0, s.hi-s.lo) + 1
	var winding int64
	for i := s.lo; i <= s.hi; i++ {
		if s.cover[i]|s.area[i] == 0 { // no edge here: all the same up to the next
			j := i + 1
			for j <= s.hi && s.cover[j]|s.area[j] == 0 {
				j++
			}
			s.add(i, j, s.coverage(winding*2*sub))
			i = j - 1
			continue
		}
		winding += s.cover[i]
		s.add(i, i+1, s.coverage(winding*2*sub-s.area[i]))
		s.cover[i], s.area[i] = 0, 0
	}
	if s.hi >= 0 {
		s.add(s.hi+1, s.clip.Dx(), s.coverage(winding*2*sub))
	}
	return s.spans
}

// coverage applies the rule to twice the signed area of a pixel. For EvenOdd the
// area is folded, as a strip of paper is, at every whole pixel: two windings are none.
func (s *scanner) coverage(area int64) int {
	v := area >> (subBits + 1)
	if v < 0 {
		v = -v
	}
	if s.rule == drawing.EvenOdd {
		v &= 2*Full - 1
		if v > Full {
			v = 2*Full - v
		}
	}
	return int(min(v, Full))
}

func (s *scanner) add(x0, x1, coverage int) {
	if coverage == 0 || x0 >= x1 {
		return
	}
	x0, x1 = x0+s.clip.Min.X, x1+s.clip.Min.X
	if n := len(s.spans); n > 0 && s.spans[n-1].X1 == x0 && s.spans[n-1].Coverage == coverage {
		s.spans[n-1].X1 = x1
		return
	}
	s.spans = append(s.spans, Span{x0, x1, coverage})
}

func floorDiv(a, b int64) int64 {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}
