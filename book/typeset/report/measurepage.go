package report

import (
	"strings"

	"octavo/book"
	"octavo/book/base/unit"
	"octavo/book/typeset/document"
)

// A noteKey is a note by what its calls say: its number in a section.
type noteKey struct {
	section *document.Element
	number  string
}

// notes compares the pages of notes with those of their first calls.
func (m *meter) notes(doc *document.Document) {
	// A label that no call was seen for is not counted: the number may be set in another way.
	calls := map[noteKey]int{}
	for i, pg := range doc.Pages {
		for _, it := range pg.Items {
			t, ok := it.(*document.Text)
			if !ok || t.Elem == nil {
				continue
			}
			note, ref := ancestor(t.Elem, "Note"), ancestor(t.Elem, "Reference")
			label := ancestor(t.Elem, "Lbl")
			key := noteKey{ancestor(t.Elem, "Sect"), strings.TrimSpace(document.TextOf(t))}
			switch {
			case ref != nil && ancestor(ref, "TOCI") == nil:
				if _, again := calls[key]; !again {
					calls[key] = i
					m.r.Notes++
				}
			case note != nil && label != nil && label.Parent == note:
				if at, called := calls[key]; called && at != i {
					m.r.NotesAway++
					m.r.Findings = append(m.r.Findings, Finding{Kind: kindNoteAway, Page: i, Pos: sourceOf(note), Degree: max(i-at, at-i)})
				}
			}
		}
	}
}

// ancestor returns e, or the nearest element above it, of the type; nil for none.
func ancestor(e *document.Element, typ string) *document.Element {
	for e != nil && e.Type != typ {
		e = e.Parent
	}
	return e
}

// spreads compares the feet of facing pages.
func (m *meter) spreads(doc *document.Document) {
	of := map[int]*book.PageBreak{}
	for i := range doc.Breaks {
		of[doc.Breaks[i].Page] = &doc.Breaks[i]
	}
	inner := func(i int) bool {
		b, before, after := of[i], of[i-1], of[i+1]
		return b != nil && before != nil && after != nil && before.Chapter == b.Chapter && after.Chapter == b.Chapter
	}
	for i := range doc.Pages {
		if inner(i) {
			m.short(i, doc.Pages[i], of[i])
		}
		if b, before, after := of[i], of[i-1], of[i+1]; b != nil && before != nil && before.Chapter == b.Chapter && (after == nil || after.Chapter != b.Chapter) {
			m.end(i, doc.Pages[i], b)
		}
		// Pages with odd numbers are right ones.
		if !m.geo.Facing || (i-m.first)%2 == 0 || i+1 == len(doc.Pages) || !inner(i) || !inner(i+1) {
			continue
		}
		left, okLeft := foot(doc.Pages[i])
		right, okRight := foot(doc.Pages[i+1])
		if !okLeft || !okRight {
			continue
		}
		m.r.Spreads++
		// Code and tables, in a smaller type, end within a line of the text.
		d := max(left-right, right-left)
		if d > m.geo.Baseline*3/4 {
			m.r.Uneven++
			m.r.Findings = append(m.r.Findings, Finding{
				Kind: kindUneven, Page: i + 1, Pos: of[i+1].Position(), Degree: int((d + m.geo.Baseline/2) / m.geo.Baseline),
			})
		}
	}
}

// shortLines is by how many lines a page may end early without being counted. The number
// is by eye: the rules against widows, orphans and stranded headings take a few lines off
// many pages.
const shortLines = 4

// short judges how far a page is filled, but for one that was given to a figure alone.
func (m *meter) short(i int, pg *document.Page, at *book.PageBreak) {
	var end unit.Length
	text := false
	for _, it := range pg.Items {
		switch it := it.(type) {
		case *document.Text:
			if it.Elem != nil {
				end = max(end, it.Y)
				text = text || ancestor(it.Elem, "Caption") == nil
			}
		case *document.Graphic:
			end = max(end, it.Y+it.H)
		}
	}
	if lack := int((m.geo.Top + m.geo.Depth() - end) / m.geo.Baseline); lack > shortLines && !pg.Turned && text {
		m.r.Short++
		m.r.Findings = append(m.r.Findings, Finding{Kind: kindShort, Page: i, Pos: at.Position(), Degree: lack})
	}
}

// endLines is the least number of lines on the last page of a chapter that are not counted: fewer
// look like what was left over. By eye.
const endLines = 5

// end judges the last page of a chapter of several pages, but for one with a figure.
func (m *meter) end(i int, pg *document.Page, at *book.PageBreak) {
	lines := map[unit.Length]bool{}
	for _, it := range pg.Items {
		switch it := it.(type) {
		case *document.Graphic:
			return
		case *document.Text:
			if it.Elem != nil && ofArticle(it.Elem) {
				lines[it.Y] = true
			}
		}
	}
	switch n := len(lines); {
	case n >= endLines || pg.Turned:
	case n == 0 && at.Block != nil: // of whose lines nothing is known
	case n == 0:
		m.r.Alone++
		m.r.Findings = append(m.r.Findings, Finding{Kind: kindAlone, Page: i, Pos: at.Position()})
	default:
		m.r.Ends++
		m.r.Findings = append(m.r.Findings, Finding{Kind: kindEnd, Page: i, Pos: at.Position(), Degree: n})
	}
}

// ofArticle reports whether an element of a chapter is from the text of the article: that has
// places in the manuscript, which what is told of the authors has not. Notes stand at the
// foot, and do not lengthen the text.
func ofArticle(e *document.Element) bool {
	placed := false
	for ; e != nil && e.Type != "Sect"; e = e.Parent {
		if e.Type == "Note" {
			return false
		}
		placed = placed || e.Pos.File != ""
	}
	return placed
}

// foot returns the height of the last line of a page of text alone.
func foot(pg *document.Page) (unit.Length, bool) {
	if pg.Turned {
		return 0, false
	}
	var y unit.Length
	for _, it := range pg.Items {
		switch it := it.(type) {
		case *document.Graphic:
			return 0, false
		case *document.Text:
			if it.Elem != nil {
				y = max(y, it.Y)
			}
		}
	}
	return y, true
}

// grid counts the lines of running text, the paragraphs of the manuscript in the most
// usual size that stand right in a section, that are not at the most usual height of the grid.
func (m *meter) grid() {
	tolerance := unit.Point / 10
	running := func(yield func(*measuredLine)) {
		for i := range m.blocks {
			if b := &m.blocks[i]; b.elem.Type == "P" && b.elem.Pos.File != "" && b.elem.Parent.Type == "Sect" {
				for k := range b.lines {
					yield(&b.lines[k])
				}
			}
		}
	}
	size := usual(running, func(ln *measuredLine) unit.Length { return ln.size })
	step := func(ln *measuredLine) unit.Length { return (ln.y - m.geo.Top) % m.geo.Baseline }
	height := usual(func(yield func(*measuredLine)) {
		running(func(ln *measuredLine) {
			if ln.size == size {
				yield(ln)
			}
		})
	}, step)
	running(func(ln *measuredLine) {
		if d := step(ln) - height; ln.size == size && (d > tolerance || d < -tolerance) {
			m.r.OffGrid++
			m.r.Findings = append(m.r.Findings, Finding{Kind: kindOffGrid, Page: ln.page, Text: ln.text})
		}
	})
}

// usual returns the most frequent value of the lines, of several the least.
func usual(lines func(func(*measuredLine)), value func(*measuredLine) unit.Length) unit.Length {
	counts := map[unit.Length]int{}
	lines(func(ln *measuredLine) { counts[value(ln)]++ })
	best := unit.Length(-1)
	for v, n := range counts {
		if best < 0 || n > counts[best] || n == counts[best] && v < best {
			best = v
		}
	}
	return best
}
