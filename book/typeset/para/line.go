package para

import (
	"octavo/book/base/unit"
	"octavo/book/font/shape"
	"octavo/book/typeset/flow"
	"octavo/book/typeset/linebreak"
	"octavo/book/typeset/theme"
)

// A piece is a part of a line: the runs of an atom, or of a part of one.
type piece struct {
	atom    *atom
	runs    []*shape.Run
	x       unit.Length
	width   unit.Length
	letters int         // that may be tracked
	ink     unit.Length // of the width, what may be drawn wider or narrower
	space   bool        // a space follows in the text
	gapX    unit.Length // of what follows, in a line that runs both ways
	glue    linebreak.Item
}

// A line is a line of a paragraph on its way to items.
type line struct {
	pieces  []piece
	hyphen  *Font       // a hyphen of this font ends the line
	track   unit.Length // added after each glyph to fill the line
	stretch int         // of the glyphs, in thousandths, likewise
	// order is that of the pieces and gaps, by turns, from left to right; empty
	// for a line that runs one way.
	order   []int
	hyphenX unit.Length // likewise
	at      flow.Origin
	// first and last say that no line of the paragraph stands above or below.
	first, last bool
}

// gather collects the pieces of a line with their true widths: a word that is divided at
// the end of the line is shaped anew, since its last letter may have another form there.
func (p *Paragraph) gather(b linebreak.Break, ln *line) {
	ln.pieces, ln.hyphen, ln.track, ln.stretch, ln.at = ln.pieces[:0], nil, 0, 0, flow.Origin{}
	ln.order = ln.order[:0]
	for i := b.Start; i < b.End; i++ {
		r := p.items.refs[i]
		if r.atom < 0 {
			if n := len(ln.pieces); n > 0 && p.items.items[i].Kind == linebreak.Glue {
				ln.pieces[n-1].glue = p.glue(ln.pieces[n-1].atom, 0, 0)
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
			ln.hyphen = p.looks[p.spans[last.atom.span].look].Font
		}
	}
}

// addPiece adds the part of atom a between the cuts from and to.
func (p *Paragraph) addPiece(ln *line, a *atom, from, to int16) {
	sp := &p.spans[a.span]
	src := a.start
	pc := piece{atom: a}
	switch {
	case a.formula != nil:
		pc.width = a.formula.Box.Width
		pc.space = p.spaceAfter(a)
	case a.ruby != nil:
		pc.width = a.ruby.width
		pc.space = p.spaceAfter(a)
	case a.image != nil:
		pc.width, _ = p.imageSize(a)
		pc.space = p.spaceAfter(a)
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
			w = p.set.part(p.looks[sp.look].Font, w.text, start, end)
		}
		pc.runs, pc.width, pc.ink = w.Runs, w.Width, w.ink
		if !p.looks[sp.look].Font.fixed() {
			pc.letters = w.letters
		}
		pc.space = to < 0 && p.spaceAfter(a)
	}
	if len(ln.pieces) == 0 {
		ln.at = sp.place(src)
	}
	ln.pieces = append(ln.pieces, pc)
}

// spaceAfter reports whether a space follows an atom in the text: also at a
// forced line end, so that the words beside it stay apart when they are read out.
func (p *Paragraph) spaceAfter(a *atom) bool {
	return a.gap.white() || a.gap == ended && !p.last(a) || p.More && p.last(a)
}

// place returns the place in the manuscript of what stands at an offset in the
// paragraph's text, within the span.
func (sp *span) place(at int) flow.Origin {
	switch {
	case sp.src != nil:
		return flow.Origin{In: sp.src, Off: sp.off + at - sp.start}
	case sp.of != nil:
		return flow.Origin{In: sp.of, Off: at - sp.start}
	}
	return flow.Origin{}
}

// justify gives each piece its place. x0 is the left end of the measure.
func (p *Paragraph) justify(b linebreak.Break, ln *line, x0, indent unit.Length) {
	natural := indent
	for i := range ln.pieces {
		natural += ln.pieces[i].width + ln.pieces[i].glue.Width
	}
	if ln.hyphen != nil {
		natural += ln.hyphen.hyphen.Width
	}
	excess := b.Width + b.Left + b.Right - natural
	x := x0 - b.Left + indent
	switch p.style.Align {
	case theme.Center:
		x += max(excess, 0) / 2
	case theme.Right:
		x += max(excess, 0)
	}
	if p.style.Align != theme.Justify || b.Order > 0 || b.Adjust == 0 || p.ragged(b, ln, excess) {
		excess = 0
	}
	excess, weight := p.fill(ln, excess)
	p.place(ln, x, excess, weight)
	if p.levels != nil {
		p.reorder(ln, x0, b.Width)
	}
}

// place sets the pieces from x on and gives excess to the glue by its share in
// weight, without rounding errors that add up.
func (p *Paragraph) place(ln *line, x, excess, weight unit.Length) {
	var seen, given unit.Length
	for i := range ln.pieces {
		pc := &ln.pieces[i]
		pc.x = x
		pc.width += ln.track * unit.Length(pc.letters)
		x += pc.width + pc.glue.Width
		if excess == 0 || weight == 0 {
			continue
		}
		seen += giving(&pc.glue, excess)
		share := excess.Mul(int64(seen), int64(weight)) - given
		given += share
		x += share
	}
}
