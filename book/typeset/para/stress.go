package para

import (
	"unicode/utf8"

	"octavo/book"
	"octavo/book/base/unit"
	"octavo/book/font/shape"
	"octavo/book/language/stress"
	"octavo/book/typeset/document"
	"octavo/book/typeset/theme"
)

// How emphasis stands in Chinese, Japanese and Korean.
//
// Each character that is stressed has a mark in the white between the lines, on the side
// that package stress says. The mark is as large as the white lets it be, and where that has
// no room for the least mark, the line takes another one of the grid, as one with a ruby
// does. A base with a reading above it has its marks below, and so both can be read.
//
// A mark is drawn, and is no letter: who searches the text or hears it has the words alone.

// The size of marks and the white around them, in hundredths of the size of their letters.
// A dot is as large as one of half the size of the letters (JLREQ 3.3.9); the drops and
// circles are larger, since they have less ink. The rest is by eye.
const (
	mostDot, mostDrop = 17, 22
	leastMark         = 12
	mostWhite         = 5 // between a mark and its letters: much less than to the next line
	leastWhite        = 2
	lineWhite         = 12 // by which marks below an underline stand lower
)

// The first line of a title has no line above it, and the last one none below: what stands
// there is white. Their marks keep clear of the letters, where those between lines that are
// as close as those of titles are nearly touch them.

// A markSize is the size of a mark and the white between it and its letters.
type markSize struct{ size, white unit.Length }

// height returns what a mark takes of the white between two lines.
func (m markSize) height() unit.Length { return m.size + 2*m.white }

// markSize returns the size of marks between lines, at letters of a size.
func (p *Paragraph) markSize(size unit.Length) markSize {
	most := int64(mostDot)
	if p.set.theme.Marks != theme.Dots {
		most = mostDrop
	}
	room := p.style.Leading - size.Mul(baseTop+baseFoot, 100)
	m := markSize{size: min(max(room/2, size.Mul(leastMark, 100)), size.Mul(most, 100))}
	m.white = min(max((room-m.size)/2, size.Mul(leastWhite, 100)), size.Mul(mostWhite, 100))
	return m
}

// dressed returns the look of text under a style, which is that of marks where emphasis has
// them. Emphasis within emphasis takes them away.
func (p *Paragraph) dressed(style book.Style, lk Look) Look {
	side := stress.Of(lk.Font.lang)
	if style != book.Emphasis || side == stress.None || p.set.theme.Marks == theme.NoMarks {
		return p.styled(style, lk)
	}
	if lk.marks != stress.None {
		side = stress.None
	}
	lk.marks = side
	return lk
}

// words appends text of the manuscript. Western words among stressed characters are italic.
func (p *Paragraph) words(text string, lk Look, sp span) {
	if lk.marks == stress.None {
		p.push(text, lk, sp)
		return
	}
	slanted := lk
	slanted.marks = stress.None
	slanted = p.styled(book.Emphasis, slanted)
	for part, western := range stress.Cut(text) {
		if western {
			p.push(part, slanted, sp)
		} else {
			p.push(part, lk, sp)
		}
		sp.off += len(part)
	}
}

// apart reports whether the marks on a side of a line have no other line beside them.
func (ln *line) apart(side stress.Side) bool {
	return side == stress.Above && ln.first || side == stress.Below && ln.last
}

// besideReading returns the side of the marks of a base.
func besideReading(side stress.Side) stress.Side {
	if side == stress.Above {
		return stress.Below
	}
	return side
}

// sideOf returns the side on which an atom has marks, and the size of its letters.
func (p *Paragraph) sideOf(a *atom) (stress.Side, unit.Length) {
	lk := &p.looks[p.spans[a.span].look]
	switch {
	case a.ruby != nil:
		return besideReading(lk.marks), lk.Font.Size
	case a.word == nil:
		return stress.None, 0
	}
	return lk.marks, lk.Font.Size
}

// A below is the marks below a line: from where to where they stand, and what they take of
// the white between the lines.
type below struct{ from, to, height unit.Length }

// at returns the height of the marks above a piece of the next line.
func (b *below) at(pc *piece) unit.Length {
	if pc.x < b.to && pc.x+pc.width > b.from {
		return b.height
	}
	return 0
}

// marksBelow returns the marks below a line.
func (p *Paragraph) marksBelow(ln *line) (b below) {
	for i := range ln.pieces {
		pc := &ln.pieces[i]
		if side, size := p.sideOf(pc.atom); side == stress.Below {
			if b.height == 0 {
				b.from, b.to = pc.x, pc.x
			}
			b.from, b.to = min(b.from, pc.x), max(b.to, pc.x+pc.width)
			b.height = max(b.height, p.markSize(size).height())
		}
	}
	return b
}

// marksRoom returns what a line is to be higher and deeper by for the marks of its piece i,
// when it was to be so for those before it. Foot are the marks below the line above.
func (p *Paragraph) marksRoom(ln *line, i int, foot below, above, deeper unit.Length) (newAbove, newDeeper unit.Length) {
	pc := &ln.pieces[i]
	side, size := p.sideOf(pc.atom)
	if side == stress.None || ln.apart(side) {
		return above, deeper
	}
	need := size.Mul(baseTop+baseFoot, 100) + p.markSize(size).height() - p.style.Leading
	if side == stress.Above {
		return max(above, need+foot.at(pc)), deeper
	}
	return above, max(deeper, need)
}

// stressed draws the marks of the letters of runs, the first of which begins at x.
func (d *drawer) stressed(runs []*shape.Run, lk *Look, x unit.Length, side stress.Side) {
	if side == stress.None {
		return
	}
	f := lk.Font
	m := d.p.markSize(f.Size)
	if d.line.apart(side) {
		m.white = f.Size.Mul(mostWhite, 100)
	}
	y := d.baseline - lk.rise
	if side == stress.Above {
		y -= f.Size.Mul(baseTop, 100) + m.white + m.size/2
	} else {
		y += f.Size.Mul(baseFoot, 100) + m.white + m.size/2
		if lk.deco&underlined != 0 {
			y += f.Size.Mul(lineWhite, 100)
		}
	}
	tracking := f.tracking
	if !f.fixed() {
		tracking += d.track
	}
	for _, run := range runs {
		at, em := 0, int64(run.Face.UnitsPerEm())
		for _, g := range run.Glyphs {
			width := f.Size.Mul(int64(g.Advance), em)
			if r, _ := utf8.DecodeRuneInString(run.Text[min(at, len(run.Text)):]); g.Len > 0 && stress.Marked(r) {
				d.dot(x+width/2, y, m.size, lk)
			}
			at += int(g.Len)
			x += width + tracking
		}
	}
}

// dot draws a mark of emphasis.
func (d *drawer) dot(x, y, size unit.Length, lk *Look) {
	s := d.stress
	if s == nil || s.Y != y || s.Size != size || s.Color != lk.Color {
		s = &document.Stress{Y: y, Size: size, Form: d.p.set.theme.Marks, Color: lk.Color}
		d.over, d.stress = append(d.over, s), s
	}
	s.X = append(s.X, x)
}
