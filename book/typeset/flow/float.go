package flow

import (
	"octavo/book/base/unit"
	"octavo/book/typeset/pagebreak"
)

// A floatPlace is where on its page a figure stands.
type floatPlace uint8

const (
	elsewhere floatPlace = iota
	atTop
	inText
	atFoot
	behind // what the page goes on with and no figure parts
)

const (
	// A figure does not stand between the text and fewer lines than these at the top or the
	// foot of its page: the figure takes the place of the lines. The last page has no foot.
	// By eye: two lines above a picture look forgotten, and the foot of a page bears five.
	linesAbove, linesBelow = 3, 5
	// Of figures that have waited for the page the last one goes to the foot when the text
	// between the figures has as many lines. By eye: with fewer, the text between two
	// pictures is a strip that readers miss.
	linesBetween = 8
)

// How figures find their page.
//
// A figure that may move is one item of the flow, at its place in the text, and takes
// its room where it comes to stand: its height has been made up to whole lines with
// the white around it. Package pagebreak chooses the page: that of the place when the
// figure fits there, else a later one, at floatCost for each page. Figures stay in order, and no
// more than three wait at a time. The text goes on in the meantime, so that no page ends
// early for a figure that does not fit.
//
// Where on the page the figure stands is settled here, when the page is known:
//
//	from a page before            at the top; of several the last one at the foot, when
//	                              there are lines enough between them
//	fewer than 3 lines above it   at the top: the lines go below the figure
//	fewer than 5 lines below it   at the foot, unless the flow ends on the page
//	otherwise                     in its place
//
// No figure parts the rows of code that goes on over the page: at the top it would stand
// between them and the rows on the page before, and so stands behind the code.
//
// Moved by a few lines a figure takes the text with it that would stand alone between
// figure and edge. Since all figures are made up to whole lines, the page is as
// full and its text as much on the grid whichever of the three it is; only the white of
// the figure is shared otherwise, see [sheet.float]. That is why pagebreak needs not
// know of the choice.

// floats returns the places of the figures of a page.
func (f *Flow) floats(pg pagebreak.Page) map[int]floatPlace {
	at := map[int]floatPlace{}
	base := f.baseline
	waited := 0
	first, last := atTop, atFoot // where figures at the edges of the page stand
	if f.solid(pg.Start) {
		first = behind
	}
	if pg.End == len(f.entries) || f.solid(pg.End) {
		last = inText
	}
	for _, i := range pg.Floats {
		above, below := f.between(pg.Start, i), f.between(i+1, pg.End)
		switch {
		case i < pg.Start:
			waited++
			at[i] = first
			if waited > 1 && !f.solid(pg.End) && i == pg.Floats[len(pg.Floats)-1] && !f.entries[i].strip.Joined && f.between(pg.Start, pg.End) >= linesBetween*base {
				at[i] = atFoot
			}
		case above < linesAbove*base && first == atTop:
			at[i] = atTop
		case below < linesBelow*base:
			at[i] = last
		default:
			at[i] = inText
		}
	}
	return at
}

// solid reports whether no float stands before what the entries from i on show first.
func (f *Flow) solid(i int) bool {
	for ; i < len(f.entries); i++ {
		if st := f.entries[i].strip; st != nil {
			return st.Solid
		}
	}
	return false
}

// resumed returns the entry of a page behind what goes on from the page before and no float
// parts.
func (f *Flow) resumed(pg pagebreak.Page) int {
	i := pg.Start
	for i < pg.End && f.solid(i) {
		i++
	}
	return i
}

// between returns the height of the text between two entries, but for figures.
func (f *Flow) between(from, to int) unit.Length {
	var sum unit.Length
	for i := from; i < to; i++ {
		if e := &f.entries[i]; e.item.Kind == pagebreak.Box || e.item.Kind == pagebreak.Glue {
			sum += e.item.Height
		}
	}
	return sum
}

// floats places the figures of the page that stand at a place.
func (sh *sheet) floats(pg pagebreak.Page, places map[int]floatPlace, at floatPlace) {
	for _, i := range pg.Floats {
		if places[i] == at {
			sh.float(sh.flow.entries[i].strip, at)
		}
	}
}

// float places a figure. At the top of a page all white is below it, at the
// foot above.
func (sh *sheet) float(st *Strip, at floatPlace) {
	above := st.Height - st.content
	switch at {
	case atTop:
		above = 0
	case inText, behind:
		above /= 2
	}
	sh.place(st, above)
	sh.y += st.Height
}
