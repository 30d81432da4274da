package para

import (
	"octavo/book/base/unit"
	"octavo/book/typeset/flow"
	"octavo/book/typeset/linebreak"
)

// The lines of a paragraph are chosen together. That takes half a kilobyte for each
// atom: half a gigabyte for a word of a million letters that is torn between them, or for as
// many characters of Chinese in one paragraph. So a paragraph that is longer than
// anybody writes is set in portions. How a portion ends is not known before the next
// portion is there: its last lines are dropped, and their text is set again at the
// beginning of the next.
const (
	// mostAtoms is the number of atoms of a portion: a page has 400 words, or a thousand
	// characters of Chinese.
	mostAtoms = 1 << 14
	// heldBack is the number of lines at the end of a portion that are set again. What
	// follows a line changes its end through the few lines between, if at all.
	heldBack = 32
)

// portion fills the atoms up to a limit and reports whether there are any. The last of
// them waits as long as there is more text, which decides on the gap behind it.
func (p *Paragraph) portion(limit int) bool {
	p.advance(limit)
	p.ready = len(p.atoms)
	if !p.done() {
		p.ready--
	}
	return p.ready > 0
}

// done reports whether all of the text is in atoms.
func (p *Paragraph) done() bool { return p.cursor.span == len(p.spans) }

// last reports whether an atom is the last of the paragraph.
func (p *Paragraph) last(a *atom) bool { return p.done() && a == &p.atoms[len(p.atoms)-1] }

// drop forgets the first n atoms, whose lines have been drawn.
func (p *Paragraph) drop(n int) {
	p.atoms = p.atoms[:copy(p.atoms, p.atoms[n:])]
}

// settled returns how many lines of the portion stay whatever follows, and how many
// atoms are in these lines: all lines when the paragraph ends with the portion. The next
// portion begins with a whole atom, never with a part of a hyphenated word. Of a portion of
// few lines half are held back, so that there is progress; without any line that can stay,
// the caller asks for a longer portion.
func (p *Paragraph) settled(breaks []linebreak.Break) (lines, atoms int) {
	if p.done() {
		return len(breaks), len(p.atoms)
	}
	for n := len(breaks) - min(heldBack, len(breaks)/2+1); n > 0; n-- {
		if r := p.items.refs[breaks[n].Start]; r.atom > 0 && r.from == 0 {
			return n, int(r.atom)
		}
	}
	return 0, 0
}

// Extent returns the width of the widest piece of the paragraph that is not broken,
// and that of all of it on one line.
func (p *Paragraph) Extent() (least, most unit.Length) {
	p.measure = 1 << 40
	p.prepare()
	var piece unit.Length
	for p.portion(mostAtoms) {
		p.itemize(p.softly(), 0)
		least, most, piece = extentOf(p.items.items, least, most, piece)
		p.drop(p.ready)
	}
	return least, most
}

// extentOf adds items to an extent. A piece is the width of what is not broken before them.
func extentOf(items []linebreak.Item, least, most, piece unit.Length) (unit.Length, unit.Length, unit.Length) {
	for i, it := range items {
		switch it.Kind {
		case linebreak.Box:
			piece += it.Width
			most += it.Width
			least = max(least, piece)
			continue
		case linebreak.Glue:
			most += it.Width
			piece += it.Width
			if i == 0 || items[i-1].Kind == linebreak.Box || items[i-1].Cost < linebreak.Never {
				piece = 0
			}
		case linebreak.Penalty:
			if it.Cost < linebreak.Never {
				least = max(least, piece+it.Width) // with the hyphen
				piece = 0
			}
		}
	}
	return least, most, piece
}

// widthsFrom returns the measures of the lines from line n on.
func (p *Paragraph) widthsFrom(n int) []unit.Length {
	list := p.widths(p.measure)
	return list[min(n, len(list)-1):]
}

// Supple readies a paragraph to be broken into a number of lines, and reports whether it
// can be: it is neither empty nor longer than a portion.
func (p *Paragraph) Supple(measure, indent unit.Length) bool {
	if !p.divide(measure) || !p.done() {
		return false
	}
	p.itemize(atAll, indent)
	return true
}

// FitsIn reports whether the supple paragraph can be set in n lines, none of them worse than a
// badness.
func (p *Paragraph) FitsIn(n, worst int) bool { return p.inLines(n, worst) != nil }

// LinesIn sets the supple paragraph in n lines, which it fits.
func (p *Paragraph) LinesIn(n, worst int, left, indent unit.Length) []*flow.Strip {
	return p.drawn(p.inLines(n, worst), left, indent, nil)
}

// inLines breaks the paragraph into n lines, nil when it cannot be done without lines of
// more than the worst badness, or a runt.
func (p *Paragraph) inLines(n, worst int) []linebreak.Break {
	opt := p.options(p.widths(p.measure))
	opt.PreTolerance, opt.Tolerance = min(opt.PreTolerance, worst), min(opt.Tolerance, worst)
	breaks, ok := p.set.lines.TryLines(p.items.items, opt, n)
	if !ok || breaks[n-1].Natural < opt.LastLineMin {
		return nil
	}
	return breaks
}
