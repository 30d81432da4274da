package layout

import (
	"octavo/book/base/unit"
	"octavo/book/typeset/linebreak"
)

// The lines of a paragraph are chosen together. That takes half a kilobyte for each
// atom: half a gigabyte for a word of a million letters that is torn between them, or as
// many characters of Chinese in one paragraph. So one that is longer than
// anybody writes is set in portions. How a portion ends is not known before the next is
// there: its last lines are dropped and their text is set again at the beginning of
// the next.
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
func (p *paragraph) portion(limit int) bool {
	p.advance(limit)
	p.ready = len(p.atoms)
	if !p.done() {
		p.ready--
	}
	return p.ready > 0
}

// done reports whether all of the text is in atoms.
func (p *paragraph) done() bool { return p.cursor.span == len(p.spans) }

// last reports whether an atom is the last of the paragraph.
func (p *paragraph) last(a *atom) bool { return p.done() && a == &p.atoms[len(p.atoms)-1] }

// drop forgets the first n atoms, whose lines have been drawn.
func (p *paragraph) drop(n int) {
	p.atoms = p.atoms[:copy(p.atoms, p.atoms[n:])]
}

// settled returns how many lines of the portion stay whatever follows, and how many
// atoms are in them: all when the paragraph ends with it. The next portion begins with a whole
// atom, no part of a hyphenated word.
func (p *paragraph) settled(breaks []linebreak.Break) (lines, atoms int) {
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

// widthsFrom returns the measures of the lines from line n on.
func (p *paragraph) widthsFrom(n int) []unit.Length {
	list := p.widths(p.measure)
	return list[min(n, len(list)-1):]
}
