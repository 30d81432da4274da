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
	heldBack = 64
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

// An Extent says how wide a paragraph wants to be.
type Extent struct {
	// Word is the width of the widest part between two places where a line may end without
	// parting a word: at spaces, and within Chinese and Japanese.
	Word unit.Length
	// Piece is the width of the widest part that has no place to end a line at without a
	// hyphen that is made: "250/" of "250/cfu".
	Piece unit.Length
	// Syllable is the width of the widest part that has no place at all.
	Syllable unit.Length
	// Line is the width of the widest line when lines end only where the text says so.
	Line unit.Length

	word, piece, syllable, line unit.Length // of what has not ended yet
}

// Extent measures the paragraph. Hyphens says whether Syllable is to heed the hyphens that
// a language allows, and not only those of the author: these take time to find.
func (p *Paragraph) Extent(hyphens bool) Extent {
	p.measure = 1 << 40
	p.prepare()
	divided := p.softly()
	if hyphens {
		divided = atAll
	}
	var e Extent
	for p.portion(mostAtoms) {
		p.itemize(divided, 0)
		e.add(p.items.items)
		p.drop(p.ready)
	}
	return e
}

// add adds items to an extent.
func (e *Extent) add(items []linebreak.Item) {
	for i, it := range items {
		switch it.Kind {
		case linebreak.Box:
			e.grow(it.Width)
			e.Word, e.Piece, e.Syllable, e.Line = max(e.Word, e.word), max(e.Piece, e.piece), max(e.Syllable, e.syllable), max(e.Line, e.line)
		case linebreak.Glue:
			e.grow(it.Width)
			if i == 0 || items[i-1].Kind == linebreak.Box || items[i-1].Cost < linebreak.Never {
				e.word, e.piece, e.syllable = 0, 0, 0
			}
		case linebreak.Penalty:
			if it.Cost < linebreak.Never {
				e.end(it, inWord(items, i))
			}
		}
	}
}

// grow makes what has not ended wider.
func (e *Extent) grow(by unit.Length) {
	e.word, e.piece, e.syllable, e.line = e.word+by, e.piece+by, e.syllable+by, e.line+by
}

// end ends what a penalty ends.
func (e *Extent) end(it linebreak.Item, inWord bool) {
	e.Syllable, e.syllable = max(e.Syllable, e.syllable+it.Width), 0 // with the hyphen
	if !it.Flagged {
		e.piece = 0
	}
	if !inWord {
		e.word = 0
	}
	if it.Cost <= linebreak.Always {
		e.line = 0
	}
}

// inWord reports whether the penalty at i lets a line end within a word: neither at a space
// nor within Chinese or Japanese, which have none.
func inWord(items []linebreak.Item, i int) bool {
	it := &items[i]
	return it.Kind == linebreak.Penalty && it.Cost > linebreak.Always && it.Cost < linebreak.Never &&
		i+1 < len(items) && items[i+1].Kind == linebreak.Box
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
