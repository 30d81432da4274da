package bidi

import (
	"slices"

	"golang.org/x/text/unicode/bidi"
)

func direction(l Level) bidi.Class {
	if l.RTL() {
		return bidi.R
	}
	return bidi.L
}

// resolve resolves the sequence at hand.
func (r *Resolver) resolve() {
	level := r.levels[r.seq[0]]
	sos, eos := r.ends()
	r.weak(sos)
	r.brackets(level, sos)
	r.neutral(level, sos, eos)
	// I1 and I2: text against the direction of its sequence lies one level deeper, and
	// numbers, which run from left to right, on the next even level.
	for _, i := range r.seq {
		r.implicit[i] = level
		switch t := r.types[i]; {
		case level.RTL() && t != bidi.R, !level.RTL() && t == bidi.R:
			r.implicit[i]++
		case !level.RTL() && (t == bidi.AN || t == bidi.EN):
			r.implicit[i] += 2
		}
	}
}

// weak resolves numbers and marks (W1 to W7).
func (r *Resolver) weak(sos bidi.Class) {
	r.marks(sos)
	r.numbers(sos)
	r.separators()
	strong := sos
	for _, i := range r.seq {
		switch r.types[i] {
		case bidi.L, bidi.R:
			strong = r.types[i]
		case bidi.EN:
			if strong == bidi.L {
				r.types[i] = bidi.L // W7
			}
		}
	}
}

// marks gives a combining mark the type of the character that it stands on (W1).
func (r *Resolver) marks(sos bidi.Class) {
	last := sos
	for _, i := range r.seq {
		t := r.types[i]
		switch {
		case t == bidi.NSM:
			r.types[i] = last
		case isolating(t) || t == bidi.PDI:
			last = bidi.ON
			continue
		}
		last = r.types[i]
	}
}

// numbers tells Arabic numbers from European ones and joins them over
// separators (W2 to W4).
func (r *Resolver) numbers(sos bidi.Class) {
	strong := sos
	for _, i := range r.seq {
		switch r.types[i] {
		case bidi.L, bidi.R, bidi.AL:
			strong = r.types[i]
		case bidi.EN:
			if strong == bidi.AL {
				r.types[i] = bidi.AN
			}
		}
	}
	for k, i := range r.seq {
		if r.types[i] == bidi.AL {
			r.types[i] = bidi.R
		}
		t := r.types[i]
		if k == 0 || k+1 == len(r.seq) || t != bidi.ES && t != bidi.CS {
			continue
		}
		before, after := r.types[r.seq[k-1]], r.types[r.seq[k+1]]
		if before == after && (before == bidi.EN || before == bidi.AN && t == bidi.CS) {
			r.types[i] = before
		}
	}
}

// separators makes percent signs and the like beside a number a part of it (W5), and all
// other separators neutral (W6).
func (r *Resolver) separators() {
	for k := 0; k < len(r.seq); k++ {
		switch r.types[r.seq[k]] {
		case bidi.ET:
			end := k
			for end < len(r.seq) && r.types[r.seq[end]] == bidi.ET {
				end++
			}
			to := bidi.ON
			if k > 0 && r.types[r.seq[k-1]] == bidi.EN || end < len(r.seq) && r.types[r.seq[end]] == bidi.EN {
				to = bidi.EN
			}
			for _, i := range r.seq[k:end] {
				r.types[i] = to
			}
			k = end - 1
		case bidi.ES, bidi.CS:
			r.types[r.seq[k]] = bidi.ON
		}
	}
}

// maxBrackets is the depth of brackets that are paired: the standard's number (BD16),
// so that all programs pair alike.
const maxBrackets = 63

// brackets gives both brackets of a pair the direction of what is in them (N0).
//
// Brackets are neutral, and by N1 and N2 alone the two of a pair could come out in
// different directions: the opening one between Hebrew and Latin, the closing one
// between two words of Hebrew. So pairs are resolved first. The direction of the
// sequence, if it occurs inside at all, wins (N0 b). If only the other direction
// occurs, the pair takes that one where the text before the bracket has it
// too (N0 c 1), and else the direction of the sequence (N0 c 2). A pair without letters
// or numbers stays neutral (N0 d).
//
// The time is the text times the depth of brackets, which maxBrackets bounds.
func (r *Resolver) brackets(level Level, sos bidi.Class) {
	pairs := r.pairs()
	embedding := direction(level)
	for _, p := range pairs {
		inside := bidi.ON
		for _, i := range r.seq[p[0]+1 : p[1]] {
			if s := strongType(r.types[i]); s == embedding {
				inside = s
				break
			} else if s != bidi.ON {
				inside = s
			}
		}
		switch {
		case inside == bidi.ON:
			continue
		case inside != embedding:
			if r.before(p[0], sos) != inside {
				inside = embedding
			}
		}
		r.setBracket(p[0], inside)
		r.setBracket(p[1], inside)
	}
}

// before returns the strong type before place k of the sequence.
func (r *Resolver) before(k int, sos bidi.Class) bidi.Class {
	for k--; k >= 0; k-- {
		if s := strongType(r.types[r.seq[k]]); s != bidi.ON {
			return s
		}
	}
	return sos
}

// setBracket resolves a bracket with the combining marks that were on it.
func (r *Resolver) setBracket(k int, to bidi.Class) {
	r.types[r.seq[k]] = to
	for k++; k < len(r.seq) && r.classes[r.seq[k]] == bidi.NSM; k++ {
		r.types[r.seq[k]] = to
	}
}

// strongType returns the direction that a type counts as among neutral ones.
func strongType(t bidi.Class) bidi.Class {
	switch t {
	case bidi.L:
		return bidi.L
	case bidi.R, bidi.EN, bidi.AN, bidi.AL:
		return bidi.R
	}
	return bidi.ON
}

// pairs returns the pairs of brackets as places in the sequence, in the order of
// their openings (BD16).
func (r *Resolver) pairs() [][2]int {
	type opening struct {
		closer rune
		at     int
	}
	var open []opening
	var pairs [][2]int
	for k, i := range r.seq {
		p := r.props[i]
		if r.types[i] != bidi.ON || !p.IsBracket() {
			continue
		}
		c := canonical(r.runes[i])
		if p.IsOpeningBracket() {
			if len(open) == maxBrackets {
				break
			}
			open = append(open, opening{canonical(mirror(r.runes[i])), k})
			continue
		}
		for j := len(open) - 1; j >= 0; j-- {
			if open[j].closer == c {
				pairs = append(pairs, [2]int{open[j].at, k})
				open = open[:j]
				break
			}
		}
	}
	slices.SortFunc(pairs, func(a, b [2]int) int { return a[0] - b[0] })
	return pairs
}

// mirror returns the other bracket of a pair.
func mirror(c rune) rune { return []rune(bidi.ReverseString(string(c)))[0] }

// canonical returns the bracket that c is another form of, or c.
func canonical(c rune) rune {
	switch c {
	case 0x2329:
		return 0x3008
	case 0x232a:
		return 0x3009
	}
	return c
}

// neutral resolves the characters without a direction. Between two characters of one
// direction they take that direction (N1), and otherwise the direction of the sequence
// (N2).
func (r *Resolver) neutral(level Level, sos, eos bidi.Class) {
	last := sos
	for k := 0; k < len(r.seq); k++ {
		if s := strongType(r.types[r.seq[k]]); s != bidi.ON {
			last = s
			continue
		}
		end := k
		next := eos
		for ; end < len(r.seq); end++ {
			if s := strongType(r.types[r.seq[end]]); s != bidi.ON {
				next = s
				break
			}
		}
		to := direction(level)
		if last == next {
			to = last
		}
		for _, i := range r.seq[k:end] {
			r.types[i] = to
		}
		k = end - 1
	}
}
