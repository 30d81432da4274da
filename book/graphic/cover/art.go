package cover

import "octavo/book/graphic/drawing"

// arts are the kinds of pictures, all abstract. Their proportions, counts and steps are by
// eye. A change of any of them changes the covers of all books that draw that kind.
var arts = []func(*page, rect) []drawing.Item{tiles, rings, contours, waves, sun, pillars}

// grounds is how many of arts, from the first, bear a sheet in their middle.
const grounds = 3

// art paints one of the first n kinds of pictures, so that it fills r.
func (p *page) art(r rect, n int) {
	if r.w <= 0 || r.h <= 0 {
		return
	}
	r = r.whole()
	p.clipped(r, arts[p.rand.below(n)](p, r))
}

// at returns the point a share of the way across and down r, in thousandths.
func (r rect) at(x, y int64) drawing.Point {
	return drawing.Point{X: r.x + r.w.Scale(drawing.Fixed(x), 1000), Y: r.y + r.h.Scale(drawing.Fixed(y), 1000)}
}

// sine returns size times the sine of an angle.
func sine(degrees, size drawing.Fixed) drawing.Fixed {
	sin, _ := drawing.SinCos(degrees)
	return drawing.Fixed(sin >> 16).Mul(size)
}

// smooth adds to path a curve through pts, from the first of them
// (Catmull-Rom).
func smooth(path *drawing.Path, pts []drawing.Point) {
	get := func(i int) drawing.Point { return pts[max(0, min(len(pts)-1, i))] }
	for i := 0; i+1 < len(pts); i++ {
		a, b, c, d := get(i-1), get(i), get(i+1), get(i+2)
		path.CubicTo(
			drawing.Point{X: b.X + (c.X-a.X)/6, Y: b.Y + (c.Y-a.Y)/6},
			drawing.Point{X: c.X - (d.X-b.X)/6, Y: c.Y - (d.Y-b.Y)/6},
			c)
	}
}

// waves are layers with a swell, the deepest in front.
func waves(p *page, r rect) []drawing.Item {
	art := p.palette.art
	sky := art[0]
	items := []drawing.Item{fill(drawing.Rect(r.x, r.y, r.w, r.h), sky)}
	disc := min(r.w, r.h).Scale(drawing.Fixed(17+p.rand.below(8)), 100)
	at := r.at(int64(250+p.rand.below(500)), 240)
	items = append(items, fill(drawing.Ellipse(at.X, at.Y, disc, disc), art[2]))
	const layers = 8
	phase, lean := p.rand.between(0, 360), p.rand.between(20, 60)
	for i := range layers {
		base := r.y + r.h.Scale(drawing.Fixed(250+i*95), 1000)
		swell := r.h.Scale(drawing.Fixed(28+5*i), 1000)
		var pts []drawing.Point
		const steps = 24
		for k := range steps + 1 {
			x := r.x + r.w.Scale(drawing.Fixed(k), steps)
			angle := phase + lean*drawing.Fixed(i) + drawing.Int(k*(420-20*i)/steps)
			y := base + sine(angle, swell) + sine(angle*2+phase, swell/4)
			pts = append(pts, drawing.Point{X: x, Y: y})
		}
		items = append(items, fill(below(pts, r), layerColor(art, i, layers)))
	}
	return items
}

// below returns the area between a curve and the foot of r.
func below(pts []drawing.Point, r rect) drawing.Path {
	var path drawing.Path
	path.MoveTo(pts[0])
	smooth(&path, pts)
	path.LineTo(drawing.Point{X: r.right(), Y: r.bottom()})
	path.LineTo(drawing.Point{X: r.x, Y: r.bottom()})
	path.Close()
	return path
}

// layerColor runs from a light fourth colour to the fifth.
func layerColor(art [5]drawing.Color, i, n int) drawing.Color {
	if half := n / 2; i < half {
		return mix(mix(art[0], art[3], 1, 3), art[3], i, half)
	}
	return mix(art[3], art[4], i-n/2, n-1-n/2)
}

// tiles are squares with arcs.
func tiles(p *page, r rect) []drawing.Item {
	cols := 4 + p.rand.below(2)
	side := drawing.Int((r.w / drawing.Fixed(cols)).Ceil())
	rows := (r.h + side - 1) / side
	art := p.palette.art
	var items []drawing.Item
	last := 0
	for row := range int(rows) {
		for col := range cols {
			back := (last + 1 + p.rand.below(4)) % 5
			fore := (back + 1 + p.rand.below(4)) % 5
			last = back
			t := rect{r.x + side*drawing.Fixed(col), r.y + side*drawing.Fixed(row), side, side}
			items = append(items, fill(drawing.Rect(t.x, t.y, t.w, t.h), art[back]))
			items = append(items, p.tile(t, art[fore], art[back])...)
		}
	}
	return items
}

func (p *page) tile(t rect, fore, back drawing.Color) []drawing.Item {
	corner := t.at(int64(1000*p.rand.below(2)), int64(1000*p.rand.below(2)))
	cut := func(items ...drawing.Item) []drawing.Item {
		return []drawing.Item{&drawing.Group{Items: items, Opacity: drawing.Opaque, Clip: &drawing.Clip{Path: drawing.Rect(t.x, t.y, t.w, t.h)}}}
	}
	disc := func(at drawing.Point, r drawing.Fixed, c drawing.Color) drawing.Item {
		return fill(drawing.Ellipse(at.X, at.Y, r, r), c)
	}
	switch p.rand.below(6) {
	case 0, 1: // a quarter
		return cut(disc(corner, t.w, fore))
	case 2: // quarter rings
		var rings []drawing.Item
		for i, c := range []drawing.Color{fore, back, fore, back, fore} {
			rings = append(rings, disc(corner, t.w.Scale(drawing.Fixed(5-i), 5), c))
		}
		return cut(rings...)
	case 3: // a half
		side := [4]drawing.Point{t.at(500, 0), t.at(500, 1000), t.at(0, 500), t.at(1000, 500)}[p.rand.below(4)]
		return cut(disc(side, t.w/2, fore))
	case 4: // a disc
		return []drawing.Item{disc(t.at(500, 500), t.w.Scale(36, 100), fore)}
	}
	// two halves of a diagonal
	var path drawing.Path
	path.MoveTo(corner)
	path.LineTo(drawing.Point{X: 2*t.x + t.w - corner.X, Y: corner.Y})
	path.LineTo(drawing.Point{X: corner.X, Y: 2*t.y + t.h - corner.Y})
	path.Close()
	return []drawing.Item{fill(path, fore)}
}

// sun is a disc over water: below the horizon it comes apart into bars.
func sun(p *page, r rect) []drawing.Item {
	art := p.palette.art
	items := []drawing.Item{fill(drawing.Rect(r.x, r.y, r.w, r.h), art[4])}
	radius := min(r.w.Scale(36, 100), r.h.Scale(42, 100))
	at := r.at(int64(380+p.rand.below(240)), 500)
	for i := range 4 { // a glow in even steps
		grow := radius + radius.Scale(drawing.Fixed(4-i)*26, 100)
		items = append(items, fill(drawing.Ellipse(at.X, at.Y, grow, grow), mix(art[4], art[3], i+1, 5)))
	}
	items = append(items, fill(drawing.Ellipse(at.X, at.Y, radius, radius), art[1]))
	const bars = 9
	step := (r.bottom() - at.Y) / bars
	for i := range bars + 1 {
		y := at.Y + step*drawing.Fixed(i)
		high := step.Scale(drawing.Fixed(18+6*i), 100)
		items = append(items, fill(drawing.Rect(r.x, y, r.w, high), mix(art[3], art[4], i, bars)))
	}
	return items
}

// pillars stand side by side, with round heads.
func pillars(p *page, r rect) []drawing.Item {
	art := p.palette.art
	items := []drawing.Item{fill(drawing.Rect(r.x, r.y, r.w, r.h), art[0])}
	count := 7 + 2*p.rand.below(3)
	wide := r.w / drawing.Fixed(count)
	level := int64(350 + p.rand.below(300))
	last := 4
	for i := range count {
		level += int64(p.rand.below(360)) - 180
		level = max(120, min(780, level))
		c := 1 + (last+p.rand.below(3))%4
		last = c
		x := r.x + wide*drawing.Fixed(i)
		top := r.y + r.h.Scale(drawing.Fixed(level), 1000)
		for k := range 3 { // an arch within an arch
			in := wide.Scale(drawing.Fixed(k)*16, 100)
			w := wide - 2*in
			color := [3]drawing.Color{art[c], mix(art[c], art[0], 1, 2), art[4-c%2]}[k]
			items = append(items, fill(drawing.RoundRect(x+in, top+in, w, r.h*2, w/2, w/2), color))
		}
	}
	return items
}

// rings grow from two corners.
func rings(p *page, r rect) []drawing.Item {
	art := p.palette.art
	items := []drawing.Item{fill(drawing.Rect(r.x, r.y, r.w, r.h), art[0])}
	low := r.at(0, 1000)
	high := r.at(1000, int64(p.rand.below(300)))
	if p.rand.below(2) == 0 {
		low, high = r.at(1000, 1000), r.at(0, int64(p.rand.below(300)))
	}
	size := max(r.w, r.h)
	fan := func(at drawing.Point, reach drawing.Fixed, n, first int) {
		for i := range n {
			radius := reach.Scale(drawing.Fixed(n-i), drawing.Fixed(n))
			items = append(items, fill(drawing.Ellipse(at.X, at.Y, radius, radius), art[(first+i)%5]))
		}
	}
	fan(high, size.Scale(72, 100), 6, 1+p.rand.below(2))
	fan(low, size.Scale(62, 100), 7, 2+p.rand.below(3))
	return items
}

// contours are the height lines of an island.
func contours(p *page, r rect) []drawing.Item {
	art := p.palette.art
	items := []drawing.Item{fill(drawing.Rect(r.x, r.y, r.w, r.h), art[4])}
	at := r.at(int64(350+p.rand.below(300)), int64(400+p.rand.below(200)))
	reach := max(r.w, r.h).Scale(78, 100)
	turn2, turn3, turn5 := p.rand.between(0, 360), p.rand.between(0, 360), p.rand.between(0, 360)
	const levels = 11
	for i := range levels {
		base := reach.Scale(drawing.Fixed(levels-i), levels)
		var pts []drawing.Point
		const steps = 48
		for k := range steps + 3 { // three more close the curve smoothly
			a := drawing.Int(k * 360 / steps)
			// The shape drifts from level to level, as hills do.
			d := drawing.Int(5 * i)
			rho := base + sine(a*2+turn2+d, base/6) + sine(a*3+turn3-d, base/9) + sine(a*5+turn5+2*d, base/26)
			pts = append(pts, drawing.Point{X: at.X + sine(a+drawing.Int(90), rho), Y: at.Y + sine(a, rho)})
		}
		var path drawing.Path
		path.MoveTo(pts[1])
		smooth(&path, pts[1:])
		path.Close()
		shape := fill(path, contourColor(art, i, levels))
		shape.Stroke = stroke(path, mix(contourColor(art, i, levels), art[4], 1, 2), drawing.Int(4)).Stroke
		items = append(items, shape)
	}
	return items
}

// contourColor climbs from deep to light.
func contourColor(art [5]drawing.Color, i, n int) drawing.Color {
	if half := n / 2; i < half {
		return mix(art[4], art[3], i+1, half)
	}
	return mix(art[2], art[0], i-n/2, n-n/2)
}
