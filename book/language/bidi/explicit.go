package bidi

import "golang.org/x/text/unicode/bidi"

// matchIsolates pairs the beginnings of isolates with their ends (BD9).
func (r *Resolver) matchIsolates() {
	var open []int
	for i, c := range r.classes {
		r.match[i] = -1
		switch {
		case isolating(c):
			open = append(open, i)
		case c == bidi.PDI && len(open) > 0:
			j := open[len(open)-1]
			open = open[:len(open)-1]
			r.match[i], r.match[j] = j, i
		}
	}
}

// A status is an entry of the stack of explicit levels.
type status struct {
	level    Level
	override bidi.Class // ON for none
	isolate  bool
}

// An explicitState is the state of rules X1 to X8.
type explicitState struct {
	stack                  []status
	badIsolates, badEmbeds int
	isolates               int
}

func (s *explicitState) top() status { return s.stack[len(s.stack)-1] }

// push enters a level and reports whether there was room for it. The new level is the
// next one of the wanted direction: one or two above the last. The caller counts the
// levels that were refused, so that their ends close nothing else.
func (s *explicitState) push(rtl bool, override bidi.Class, isolate bool) bool {
	level := s.top().level + 1
	if level.RTL() != rtl {
		level++
	}
	if level > maxDepth || s.badIsolates > 0 || s.badEmbeds > 0 {
		return false
	}
	s.stack = append(s.stack, status{level, override, isolate})
	return true
}

// explicit finds the explicit levels (X1 to X8).
func (r *Resolver) explicit() {
	s := explicitState{stack: []status{{r.base, bidi.ON, false}}}
	for i, c := range r.classes {
		switch {
		case isolating(c):
			r.give(i, s.top())
			rtl := c == bidi.RLI || c == bidi.FSI && r.firstStrong(i)
			if s.push(rtl, bidi.ON, true) {
				s.isolates++
			} else {
				s.badIsolates++
			}
		case c == bidi.PDI:
			s.popIsolate()
			r.give(i, s.top())
		case c == bidi.RLE || c == bidi.LRE || c == bidi.RLO || c == bidi.LRO:
			s.embed(c)
			r.levels[i] = s.top().level
		case c == bidi.PDF:
			// The mark ends the last embedding, but none outside of the isolate that
			// the mark stands in (X7).
			if s.badIsolates == 0 && s.badEmbeds > 0 {
				s.badEmbeds--
			} else if s.badIsolates == 0 && !s.top().isolate && len(s.stack) > 1 {
				s.stack = s.stack[:len(s.stack)-1]
			}
			r.levels[i] = s.top().level
		case c == bidi.BN:
			r.levels[i] = s.top().level
		default:
			r.give(i, s.top())
		}
	}
}

func (r *Resolver) give(i int, st status) {
	r.levels[i] = st.level
	if st.override != bidi.ON {
		r.types[i] = st.override
	}
}

func (s *explicitState) embed(c bidi.Class) {
	rtl, override := c == bidi.RLE || c == bidi.RLO, bidi.ON
	switch c {
	case bidi.RLO:
		override = bidi.R
	case bidi.LRO:
		override = bidi.L
	}
	if !s.push(rtl, override, false) && s.badIsolates == 0 {
		s.badEmbeds++
	}
}

func (s *explicitState) popIsolate() {
	switch {
	case s.badIsolates > 0:
		s.badIsolates--
	case s.isolates > 0:
		s.badEmbeds = 0
		for !s.top().isolate {
			s.stack = s.stack[:len(s.stack)-1]
		}
		s.stack = s.stack[:len(s.stack)-1]
		s.isolates--
	}
}

// firstStrong reports whether the first strong character after the initiator at
// i runs from right to left (P2 and P3).
func (r *Resolver) firstStrong(i int) bool {
	end := r.match[i]
	if end < 0 {
		end = len(r.classes)
	}
	// Bounded, since isolates of this kind may be nested, and each looks through
	// those within it: without the bound the time would be quadratic. No sentence
	// has a thousand characters before its first letter.
	for k, seen := i+1, 0; k < end && seen < 1000; k, seen = k+1, seen+1 {
		switch c := r.classes[k]; {
		case c == bidi.L:
			return false
		case c == bidi.R || c == bidi.AL:
			return true
		case isolating(c):
			if r.match[k] < 0 {
				return false
			}
			k = r.match[k]
		}
	}
	return false
}

// A levelRun is runes in a row of one level, less those that X9 removes: the first and
// the last of them.
type levelRun struct{ first, last int }

// sequences resolves the isolating run sequences one by one (X10).
func (r *Resolver) sequences() {
	r.levelRuns()
	for _, run := range r.runs {
		if c := r.classes[run.first]; c == bidi.PDI && r.match[run.first] >= 0 {
			continue // not the first of its sequence
		}
		r.seq = r.seq[:0]
		for {
			for i := run.first; i <= run.last; i++ {
				if !removed(r.classes[i]) {
					r.seq = append(r.seq, i)
				}
			}
			// A run that ends in the start of an isolate goes on behind the isolate's end
			// (BD13): the isolate does not part the sentence around it.
			if !isolating(r.classes[run.last]) || r.match[run.last] < 0 {
				break
			}
			run = r.runs[r.runOf[r.match[run.last]]]
		}
		r.resolve()
	}
	// The rules know nothing of what X9 removes; here such characters stay in the text
	// and take the level of what is before them (UAX #9, section 5.2).
	last := r.base
	for i, c := range r.classes {
		if removed(c) {
			r.implicit[i] = last
		}
		last = r.implicit[i]
	}
	r.levels, r.implicit = r.implicit, r.levels
}

func (r *Resolver) levelRuns() {
	r.runs = r.runs[:0]
	for i, c := range r.classes {
		if removed(c) {
			continue
		}
		if n := len(r.runs); n > 0 && r.levels[r.runs[n-1].first] == r.levels[i] {
			r.runs[n-1].last = i
		} else {
			r.runs = append(r.runs, levelRun{i, i})
		}
		r.runOf[i] = len(r.runs) - 1
	}
}

// ends returns the directions before and after the sequence at hand.
func (r *Resolver) ends() (sos, eos bidi.Class) {
	first, last := r.seq[0], r.seq[len(r.seq)-1]
	level := r.levels[first]
	before, after := r.base, r.base
	if k := r.runOf[first]; k > 0 {
		before = r.levels[r.runs[k-1].first]
	}
	if k := r.runOf[last] + 1; k < len(r.runs) && !isolating(r.classes[last]) {
		after = r.levels[r.runs[k].first]
	}
	return direction(max(level, before)), direction(max(level, after))
}
