package para

import (
	"octavo/book/base/unit"
	"octavo/book/typeset/document"
	"octavo/book/typeset/linebreak"
)

// How a line is filled.
//
// The ends of the line are known, and by how much its natural width falls short of the
// measure, or exceeds it. Three things can give way: the word spaces; the room between
// letters; and the letters themselves, which are drawn a little wider or narrower. If the
// spaces took all, lines with few spaces would be full of holes, but letters that give much
// are seen. So a theme says how much each may give, for stretching and for shrinking: word
// spaces a share of their width, letters ten-thousandths of the size of the type each,
// glyphs thousandths of their width.
//
// The breaker has been told the sum of the three as the stretch and the shrink of
// the glue behind each word, so that it never chooses a line which needs more (see glue
// in items.go). Here the excess is shared in proportion to what each of the three may give:
// a line that is stretched by half of what it can be has spaces, letters and glyphs
// stretched by half of what they can be. Letters and glyphs never give more than their
// share; the spaces take the rest, also where a line has to be stretched beyond all limits.
//
// Everything is in whole scaled points. Glyphs are widened in whole thousandths, and the
// room between letters is one number for the line. What is lost to rounding goes into the
// spaces, whose shares are taken from running sums, so that rounding does not add up and
// the last letter stands on the margin to the scaled point.
//
// Letters of Thai take what the line needs, with the spaces, if there are any: see thaiStretch.
//
// Code, letters of scripts that join and the squares of Chinese do not give way: their
// pieces have no ink or no glyphs to count.

// A room is how much of an excess the parts of a line may take.
type room struct {
	ink     unit.Length // of which the glyphs may take a share
	glyphs  unit.Length
	letters unit.Length // between them
	slots   int         // places between letters
	glue    unit.Length
	thai    bool // letters of Thai give without end
}

// room returns how much of an excess the parts of a line may take.
func (p *Paragraph) room(ln *line, excess unit.Length) room {
	taste := &p.set.theme.Lines
	share, scale := taste.LetterStretch, taste.GlyphStretch
	if excess < 0 {
		share, scale = taste.LetterShrink, taste.GlyphShrink
	}
	r := room{slots: -1} // none after the last glyph
	if ln.hyphen != nil {
		r.slots, r.ink = 0, ln.tailInk()
	}
	for i := range ln.pieces {
		pc := &ln.pieces[i]
		r.slots += pc.letters
		r.ink += pc.ink
		if pc.letters > 0 {
			size := p.looks[p.spans[pc.atom.span].look].Font.Size
			give := share
			if excess > 0 && p.inThai(pc.atom) {
				give, r.thai = thaiStretch, true
			}
			r.letters += size.Mul(int64(pc.letters*give), 10000)
		}
		if pc.glue.Order == 0 {
			r.glue += giving(&pc.glue, excess)
		}
	}
	r.glyphs = r.ink.Mul(int64(scale), 1000)
	if r.slots <= 0 {
		r.letters = 0
	}
	return r
}

// fill gives an excess to the glyphs of a line and to the room between them, to
// each its part. It returns the excess that is left for the glue, and the glue's
// weight, of which each glue has its share.
func (p *Paragraph) fill(ln *line, excess unit.Length) (rest, weight unit.Length) {
	if excess == 0 {
		return 0, 0
	}
	r := p.room(ln, excess)
	if r.glue == 0 && !r.thai {
		return 0, 0
	}
	all := r.glyphs + r.letters + r.glue
	if excess < 0 {
		excess = max(excess, -all)
	}
	rest = excess
	if r.glyphs > 0 {
		part := max(min(excess.Mul(int64(r.glyphs), int64(all)), r.glyphs), -r.glyphs)
		rest -= ln.widen(int(part * 1000 / r.ink))
	}
	if r.letters > 0 {
		part := excess.Mul(int64(r.letters), int64(all))
		switch {
		case !r.thai:
			part = max(min(part, r.letters), -r.letters)
		case r.glue == 0:
			part = rest
		}
		ln.track = part / unit.Length(r.slots)
		rest -= ln.track * unit.Length(r.slots)
	}
	for i := range ln.pieces {
		weight += giving(&ln.pieces[i].glue, rest)
	}
	return rest, weight
}

// widen makes the glyphs of a line wider by thousandths of their width, and returns
// by how much the line is longer for it.
func (ln *line) widen(by int) unit.Length {
	ln.stretch = by
	sum := document.Widened(ln.tailInk(), by)
	for i := range ln.pieces {
		pc := &ln.pieces[i]
		wider := document.Widened(pc.ink, by)
		pc.width += wider
		sum += wider
	}
	return sum
}

// tail returns the width of the hyphen that ends the line.
func (ln *line) tail() unit.Length {
	if ln.hyphen == nil {
		return 0
	}
	return ln.hyphen.hyphen.Width + document.Widened(ln.tailInk(), ln.stretch)
}

// tailInk returns what of the hyphen is drawn wider or narrower with the line: as
// the word before it is.
func (ln *line) tailInk() unit.Length {
	if ln.hyphen == nil || len(ln.pieces) == 0 || ln.pieces[len(ln.pieces)-1].ink == 0 {
		return 0
	}
	return ln.hyphen.hyphen.ink
}

// giving returns how much of an excess a glue may take.
func giving(g *linebreak.Item, excess unit.Length) unit.Length {
	switch {
	case g.Order > 0:
		return 0
	case excess > 0:
		return g.Stretch
	}
	return g.Shrink
}
