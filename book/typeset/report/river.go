package report

import "octavo/book/base/unit"

// riverLines is the number of lines that a river runs through at least. The number is by
// eye: word spaces of three or four lines meet by chance in any text.
const riverLines = 5

// A gapOnPage is a word space with its ends.
type gapOnPage struct{ x0, x1 unit.Length }

// rivers counts the rivers of a block: word spaces of lines below each other that
// overlap by half of the narrower one, line after line. A river is counted once,
// with all the lines that it runs through.
//
// To follow each space down the block, the simple way, counts a river again from each of
// its lines, and again for each way where it forks. So the lines are walked once, from the
// top, with a number for each space of the line at hand: how many lines the longest river
// runs through that ends there. It is one more than the greatest number of the spaces
// above that the space continues, and one where there is none. A river ends at a space of
// the line above that no space continues, and is counted there if it is long enough. Where
// a river forks and ends twice it is counted twice, for its two ends.
//
// A page has nothing above it: the numbers begin anew. A pair of lines costs the product of
// their spaces, some ten by ten.
func (m *meter) rivers(b *measuredBlock) {
	var above []int // lines that the rivers to each space of the line above run through
	for i := range b.lines {
		ln := &b.lines[i]
		runs := make([]int, len(ln.gaps))
		fresh := i == 0 || b.lines[i-1].page != ln.page
		ends := make([]bool, len(above))
		for k := range ends {
			ends[k] = above[k] >= riverLines
		}
		for k, g := range ln.gaps {
			runs[k] = 1
			if fresh {
				continue
			}
			for j, o := range b.lines[i-1].gaps {
				if g.below(o) {
					runs[k] = max(runs[k], above[j]+1)
					ends[j] = false
				}
			}
		}
		m.riverEnds(b, i-1, above, ends)
		above = runs
	}
	ends := make([]bool, len(above))
	for k := range ends {
		ends[k] = above[k] >= riverLines
	}
	m.riverEnds(b, len(b.lines)-1, above, ends)
}

// riverEnds counts the rivers that end in line i.
func (m *meter) riverEnds(b *measuredBlock, i int, runs []int, ends []bool) {
	for k, end := range ends {
		if end {
			m.r.Rivers++
			m.found(kindRiver, b, i-runs[k]+1, runs[k])
		}
	}
}

// below reports whether g continues o as a river does.
func (g gapOnPage) below(o gapOnPage) bool {
	overlap := min(g.x1, o.x1) - max(g.x0, o.x0)
	return 2*overlap >= min(g.x1-g.x0, o.x1-o.x0)
}
