package layout

import (
	"octavo/book"
	"octavo/book/linebreak"
	"octavo/book/shape"
	"octavo/book/theme"
	"octavo/book/unit"
)

// A piece is a part of a line: the runs of an atom, or of a part of one.
type piece struct {
	atom  *atom
	runs  []*shape.Run
	x     unit.Length
	width unit.Length
	space bool // a space follows in the text
	glue  linebreak.Item
}

// A line is a line of a paragraph on its way to items.
type line struct {
	p      *paragraph
	pieces []piece
	hyphen *font // a hyphen of this font ends the line
	left   unit.Length
	at     place
}

// A place is a place of the manuscript, for page breaks.
type place struct {
	text *book.Text
	off  int
}

// gather collects the pieces of a line with their true widths: a word that is
// cut is shaped anew.
func (p *paragraph) gather(b linebreak.Break, ln *line) {
	ln.pieces, ln.hyphen, ln.at = ln.pieces[:0], nil, place{}
	for i := b.Start; i < b.End; i++ {
		r := p.items.refs[i]
		if r.atom < 0 {
			if it := p.items.items[i]; it.Kind == linebreak.Glue && len(ln.pieces) > 0 {
				ln.pieces[len(ln.pieces)-1].glue = it
			}
			continue
		}
		a := &p.atoms[r.atom]
		from := r.from
		for i+2 < b.End && p.items.refs[i+2].atom == r.atom {
			i += 2 // over the hyphen between
		}
		p.addPiece(ln, a, from, p.items.refs[i].to)
	}
	if n := len(ln.pieces); n > 0 {
		last := &ln.pieces[n-1]
		last.glue = linebreak.Item{}
		if b.Flagged {
			ln.hyphen = p.looks[p.spans[last.atom.span].look].font
		}
	}
}

// addPiece adds the part of atom a between the cuts from and to.
func (p *paragraph) addPiece(ln *line, a *atom, from, to int16) {
	sp := &p.spans[a.span]
	src := a.start
	pc := piece{atom: a}
	switch {
	case a.image != nil:
		pc.width, _ = p.imageSize(a)
		pc.space = a.gap == spaced || a.gap == tied
	default:
		w := a.word
		start, end := 0, len(w.text)
		if from > 0 {
			start = w.cuts[from-1].at
			src += w.cuts[from-1].src
		}
		if to >= 0 {
			end = w.cuts[to-1].at
		}
		if start > 0 || end < len(w.text) {
			w = p.set.word(p.looks[sp.look].font, w.text[start:end])
		}
		pc.runs, pc.width = w.runs, w.width
		pc.space = to < 0 && (a.gap == spaced || a.gap == tied)
	}
	if len(ln.pieces) == 0 && sp.src != nil {
		ln.at = place{sp.src, sp.off + src - sp.start}
	}
	ln.pieces = append(ln.pieces, pc)
}

// justify gives each piece its place. x0 is the left end of the measure.
func (p *paragraph) justify(b linebreak.Break, ln *line, x0, indent unit.Length) {
	natural := indent
	var stretch, shrink unit.Length
	for i := range ln.pieces {
		pc := &ln.pieces[i]
		natural += pc.width + pc.glue.Width
		if pc.glue.Order == 0 {
			stretch += pc.glue.Stretch
			shrink += pc.glue.Shrink
		}
	}
	if ln.hyphen != nil {
		natural += ln.hyphen.hyphen.width
	}
	excess := b.Width + b.Left + b.Right - natural
	x := x0 - b.Left + indent
	weight := stretch
	if excess < 0 {
		weight = shrink
	}
	switch p.style.Align {
	case theme.Center:
		x += max(excess, 0) / 2
	case theme.Right:
		x += max(excess, 0)
	}
	fill := p.style.Align == theme.Justify && b.Order == 0 && b.Adjust != 0 && weight > 0
	if !fill {
		excess = 0
	} else if excess < 0 {
		excess = max(excess, -shrink)
	}
	p.place(ln, x, excess, weight)
}

// place sets the pieces from x on and gives excess to the glue by its share in
// weight, without rounding errors that add up.
func (p *paragraph) place(ln *line, x, excess, weight unit.Length) {
	var seen, given unit.Length
	for i := range ln.pieces {
		pc := &ln.pieces[i]
		pc.x = x
		x += pc.width + pc.glue.Width
		if excess == 0 || pc.glue.Order > 0 {
			continue
		}
		if excess > 0 {
			seen += pc.glue.Stretch
		} else {
			seen += pc.glue.Shrink
		}
		share := excess.Mul(int64(seen), int64(weight)) - given
		given += share
		x += share
	}
}
