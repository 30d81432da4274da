package layout

import (
	"fmt"

	"octavo/book/theme"
	"octavo/book/unit"
)

// A Report is what can be measured of a finished document. It is taken from the
// pages alone, not from how they were made.
type Report struct {
	Pages, Paragraphs, Lines int
	Widows, Orphans          int // last or first lines alone on a page
	Stranded                 int // headings with fewer than two lines after them on the page
	Hyphens                  int // lines that end in a hyphen made
	Ladder                   int // the most of them in a row
	Runts                    int // last lines shorter than two ems
	Overfull                 int // lines more than an em outside of the margin
	OffGrid                  int // lines of running text off the grid by more than 0.1 pt
	Notes, NotesAway         int // calls of notes; those whose note begins on another page
	// Spreads are pairs of facing pages of text alone, neither the first nor the
	// last of a chapter; Uneven are those that do not end at the same height.
	Spreads, Uneven int
	// Word spaces of lines that are not the last of their paragraph, in
	// thousandths of the natural space.
	Spaced, Tight, Loose int // lines measured; below 750; above 1500
	Narrowest, Widest    int
}

// String prints the report, a line for each group of figures.
func (r Report) String() string {
	return fmt.Sprintf("pages %d, paragraphs %d, lines %d\n"+
		"widows %d, orphans %d, stranded headings %d, overfull %d, off the grid %d\n"+
		"hyphens %d, longest ladder %d, runts %d, notes %d, not on the page of their call %d\n"+
		"spreads of text %d, uneven %d\n"+
		"word spaces %d.%03d to %d.%03d of %d lines, tight %d, loose %d\n",
		r.Pages, r.Paragraphs, r.Lines, r.Widows, r.Orphans, r.Stranded, r.Overfull, r.OffGrid,
		r.Hyphens, r.Ladder, r.Runts, r.Notes, r.NotesAway, r.Spreads, r.Uneven,
		r.Narrowest/1000, r.Narrowest%1000, r.Widest/1000, r.Widest%1000, r.Spaced, r.Tight, r.Loose)
}

// A measured line is what the report knows of one.
type measuredLine struct {
	page          int
	y, x0, x1     unit.Length
	size          unit.Length
	hyphen        bool
	least, most   int // word spaces in thousandths of the natural; 0 for none
	left, measure unit.Length
}

// Measure measures a document that was set on pages of the geometry.
func Measure(doc *Document, geo theme.Geometry) Report {
	geo = geo.Bind(len(doc.Pages))
	m := &meter{geo: geo, first: doc.Info.FirstNumbered, of: map[*Element]int{}}
	for i, pg := range doc.Pages {
		m.page(i, pg)
	}
	m.r.Pages = len(doc.Pages)
	for i := range m.blocks {
		m.block(&m.blocks[i])
	}
	m.grid()
	m.notes(doc)
	m.spreads(doc)
	return m.r
}

// notes compares the pages of notes with those of their calls.
func (m *meter) notes(doc *Document) {
	for i, pg := range doc.Pages {
		for _, l := range pg.Links {
			if l.Dest == nil || l.Dest.Elem == nil || l.Dest.Elem.Type != "Note" {
				continue
			}
			m.r.Notes++
			if l.Dest.Page != i {
				m.r.NotesAway++
			}
		}
	}
}

// spreads compares the feet of facing pages.
func (m *meter) spreads(doc *Document) {
	of := map[int]*PageBreak{}
	for i := range doc.Breaks {
		of[doc.Breaks[i].Page] = &doc.Breaks[i]
	}
	inner := func(i int) bool {
		b, before, after := of[i], of[i-1], of[i+1]
		return b != nil && before != nil && after != nil && before.Chapter == b.Chapter && after.Chapter == b.Chapter
	}
	for i := range len(doc.Pages) - 1 {
		if (i-m.first)%2 == 0 || !inner(i) || !inner(i+1) {
			continue
		}
		left, okLeft := foot(doc.Pages[i])
		right, okRight := foot(doc.Pages[i+1])
		if !okLeft || !okRight {
			continue
		}
		m.r.Spreads++
		// Code and tables, in a smaller type, end within a line of the text.
		if d := left - right; d > m.geo.Baseline*3/4 || d < -m.geo.Baseline*3/4 {
			m.r.Uneven++
		}
	}
}

// foot returns the height of the last line of a page of text alone.
func foot(pg *Page) (unit.Length, bool) {
	var y unit.Length
	for _, it := range pg.Items {
		switch it := it.(type) {
		case *Graphic:
			return 0, false
		case *Text:
			if it.Elem != nil {
				y = max(y, it.Y)
			}
		}
	}
	return y, true
}

// grid counts the lines of running text, the paragraphs in the most usual size
// that stand right in a section, that are not at the most usual height of the grid.
func (m *meter) grid() {
	tolerance := unit.Point / 10
	running := func(yield func(*measuredLine)) {
		for i := range m.blocks {
			if b := &m.blocks[i]; b.elem.Type == "P" && b.elem.Parent != nil && b.elem.Parent.Type == "Sect" {
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

type meter struct {
	geo    theme.Geometry
	first  int // page that is numbered 1
	of     map[*Element]int
	blocks []measuredBlock
	r      Report
}

type measuredBlock struct {
	elem  *Element
	lines []measuredLine
}

// page collects the lines of one page and looks for headings left alone at its end.
func (m *meter) page(n int, pg *Page) {
	heading, after := false, 0
	for _, it := range pg.Items {
		switch it := it.(type) {
		case *Graphic:
			after += 2
		case *Text:
			block := blockOf(it.Elem)
			if block == nil || inNote(block) {
				continue
			}
			fresh := m.text(n, it, block)
			switch {
			case isHeading(block) && block.Type != "H1":
				if heading && after > 0 && after < 2 {
					m.r.Stranded++
				}
				heading, after = true, 0
			case fresh:
				after++
			}
		}
	}
	if heading && after < 2 {
		m.r.Stranded++
	}
}

func isHeading(e *Element) bool { return len(e.Type) == 2 && e.Type[0] == 'H' }

// blockOf returns the block that an element is, or is in.
func blockOf(e *Element) *Element {
	for ; e != nil; e = e.Parent {
		switch e.Type {
		case "P", "H1", "H2", "H3", "H4", "H5", "H6", "TD", "TH", "Caption", "Lbl":
			return e
		}
	}
	return nil
}

func inNote(e *Element) bool {
	for ; e != nil; e = e.Parent {
		if e.Type == "Note" {
			return true
		}
	}
	return false
}

// text adds t to its line and reports whether the line is new.
func (m *meter) text(n int, t *Text, block *Element) bool {
	i, ok := m.of[block]
	if !ok {
		i = len(m.blocks)
		m.of[block] = i
		m.blocks = append(m.blocks, measuredBlock{elem: block})
	}
	b := &m.blocks[i]
	k := len(b.lines) - 1
	fresh := k < 0 || b.lines[k].page != n || t.Y-b.lines[k].y > t.Size/2
	if fresh {
		left := m.geo.Left((n-m.first)%2 == 0)
		b.lines = append(b.lines, measuredLine{page: n, y: t.Y, x0: t.X, size: t.Size, left: left, measure: m.geo.Measure})
		k++
	}
	ln := &b.lines[k]
	if t.Size > ln.size {
		ln.y, ln.size = t.Y, t.Size
	}
	ln.x1 = max(ln.x1, t.X+textWidth(t))
	m.spaces(ln, t)
	return fresh
}

// spaces measures the word spaces within t.
func (m *meter) spaces(ln *measuredLine, t *Text) {
	for i, w := range t.Words {
		ln.hyphen = w.Hyphen
		if !w.Space || i+1 == len(t.Words) {
			continue
		}
		upem := int64(w.Run.Face.UnitsPerEm())
		gid, ok := w.Run.Face.GlyphID(' ')
		natural := t.Size.Mul(int64(w.Run.Face.Advance(gid)), upem) + t.Tracking
		if !ok || natural <= 0 {
			continue
		}
		width := t.Size.Mul(w.Run.Width, upem) + t.Tracking*unit.Length(len(w.Run.Glyphs))
		share := int((t.Words[i+1].X - w.X - width) * 1000 / natural)
		if ln.most == 0 || share < ln.least {
			ln.least = share
		}
		ln.most = max(ln.most, share)
	}
}

// block judges a block once all its lines are known.
func (m *meter) block(b *measuredBlock) {
	m.r.Paragraphs++
	n := len(b.lines)
	m.r.Lines += n
	if b.elem.Type == "P" && n > 1 {
		if b.lines[0].page != b.lines[1].page {
			m.r.Orphans++
		}
		if b.lines[n-1].page != b.lines[n-2].page {
			m.r.Widows++
		}
	}
	ladder := 0
	for i := range b.lines {
		ln := &b.lines[i]
		if ladder++; !ln.hyphen {
			ladder = 0
		}
		m.r.Ladder = max(m.r.Ladder, ladder)
		m.line(ln, i == n-1, b.elem)
	}
	if last := &b.lines[n-1]; b.elem.Type == "P" && n > 1 && last.x1-last.x0 < 2*last.size {
		m.r.Runts++
	}
}

func (m *meter) line(ln *measuredLine, last bool, elem *Element) {
	if ln.hyphen {
		m.r.Hyphens++
	}
	if ln.x0 < ln.left-ln.size || ln.x1 > ln.left+ln.measure+ln.size {
		m.r.Overfull++
	}
	if !last && ln.most > 0 && elem.Type == "P" {
		if m.r.Spaced == 0 || ln.least < m.r.Narrowest {
			m.r.Narrowest = ln.least
		}
		m.r.Widest = max(m.r.Widest, ln.most)
		m.r.Spaced++
		if ln.least < 749 {
			m.r.Tight++
		}
		if ln.most > 1501 {
			m.r.Loose++
		}
	}
}
