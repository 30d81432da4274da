package report

import (
	"strings"
	"unicode/utf8"

	"octavo/book"
	"octavo/book/base/unit"
	"octavo/book/typeset/document"
	"octavo/book/typeset/theme"
)

// A measuredLine is what the report knows of a line.
type measuredLine struct {
	page          int
	y, x0, x1     unit.Length
	size          unit.Length
	hyphen        bool
	least, most   int // word spaces in thousandths of the natural; 0 for none
	left, measure unit.Length
	gaps          []gapOnPage
	text          string // how the line begins
}

// Measure measures a document.
func Measure(doc *document.Document) Report {
	m := &meter{geo: doc.Geometry, first: doc.Info.FirstNumbered, of: map[*document.Element]int{}}
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
	m.r.sort()
	for i := range m.r.Findings {
		m.r.Findings[i].Label = doc.Pages[m.r.Findings[i].Page].Label
	}
	return m.r
}

// found records a finding in line i of a block.
func (m *meter) found(kind FindingKind, b *measuredBlock, i, degree int) {
	ln := &b.lines[i]
	m.r.Findings = append(m.r.Findings, Finding{
		Kind: kind, Page: ln.page, Pos: sourceOf(b.elem), Text: strings.TrimSpace(ln.text), Degree: degree,
	})
}

// sourceOf returns the place in the manuscript that an element is from.
func sourceOf(e *document.Element) book.Pos {
	for ; e != nil; e = e.Parent {
		if e.Pos.File != "" {
			return e.Pos
		}
	}
	return book.Pos{}
}

type meter struct {
	geo    theme.Geometry
	first  int // page that is numbered 1
	of     map[*document.Element]int
	blocks []measuredBlock
	r      Report
}

type measuredBlock struct {
	elem  *document.Element
	lines []measuredLine
}

// page collects the lines of one page and looks for headings left alone at its end.
func (m *meter) page(n int, pg *document.Page) {
	// after counts the lines since the last heading; a picture or a display counts for two.
	// A heading right above another one is not judged: the lower one is.
	var heading *document.Element
	after := 0
	stranded := func() {
		m.r.Stranded++
		m.r.Findings = append(m.r.Findings, Finding{Kind: kindStranded, Page: n, Pos: sourceOf(heading)})
	}
	for _, it := range pg.Items {
		switch it := it.(type) {
		case *document.Graphic:
			after += 2
		case *document.Text:
			if it.Within.Phrase != nil && m.formula(n, it) {
				after += 2
			}
			if it.Within.Phrase != nil {
				continue
			}
			block := blockOf(it.Elem)
			if block == nil || ancestor(block, "Note") != nil {
				continue
			}
			fresh := m.text(n, pg, it, block)
			switch {
			case isHeading(block) && block.Type != "H1":
				if heading != nil && after > 0 && after < 2 {
					stranded()
				}
				heading, after = block, 0
			case fresh:
				after++
			}
		}
	}
	if heading != nil && after < 2 {
		stranded()
	}
}

// formula takes a glyph of a formula into its line, which the glyph makes longer, and
// reports whether it is one of a display.
func (m *meter) formula(n int, t *document.Text) bool {
	block := blockOf(t.Elem)
	if i, ok := m.of[block]; ok && block != nil {
		lines := m.blocks[i].lines
		if ln := &lines[len(lines)-1]; ln.page == n && max(t.Y-ln.y, ln.y-t.Y) < ln.size {
			ln.x1 = max(ln.x1, t.X+t.Width())
		}
	}
	return block == nil
}

func isHeading(e *document.Element) bool { return len(e.Type) == 2 && e.Type[0] == 'H' }

// blockOf returns the block that an element is, or is in.
func blockOf(e *document.Element) *document.Element {
	for ; e != nil; e = e.Parent {
		switch e.Type {
		case "P", "Title", "H1", "H2", "H3", "H4", "H5", "H6", "TD", "TH", "Caption", "Lbl":
			return e
		}
	}
	return nil
}

// text adds t to its line and reports whether the line is new.
//
// A page is a list of texts at places, and nothing in it says where a line begins. But the
// texts of a block follow each other in reading order: so a text belongs to the line at
// hand unless it stands on another page or lower by more than half of its size. A
// superscript stands higher, and a subscript lower by less. The baseline of a line is that
// of its largest text. An initial is told by its size, and by the text beside it, which
// stands higher than the initial's foot: the block then begins anew with that text.
func (m *meter) text(n int, pg *document.Page, t *document.Text, block *document.Element) bool {
	i, ok := m.of[block]
	if !ok {
		i = len(m.blocks)
		m.of[block] = i
		m.blocks = append(m.blocks, measuredBlock{elem: block})
	}
	b := &m.blocks[i]
	k := len(b.lines) - 1
	if k == 0 && b.lines[0].page == n && b.lines[0].size > 2*t.Size && t.Y < b.lines[0].y {
		b.lines, k = b.lines[:0], -1 // the line was an initial, which the text stands beside
	}
	fresh := k < 0 || b.lines[k].page != n || t.Y-b.lines[k].y > t.Size/2
	if fresh {
		left, measure := m.geo.Left((n-m.first)%2 == 0), m.geo.Measure
		if pg.Turned {
			left, measure = m.geo.Height-m.geo.Top-m.geo.Depth(), m.geo.Depth()
		}
		b.lines = append(b.lines, measuredLine{page: n, y: t.Y, x0: t.X, size: t.Size, left: left, measure: measure})
		k++
	}
	ln := &b.lines[k]
	if t.Size > ln.size {
		ln.y, ln.size = t.Y, t.Size
	}
	ln.x0 = min(ln.x0, t.X)
	ln.x1 = max(ln.x1, t.X+t.Width())
	m.spaces(ln, t)
	return fresh
}

// quoted is the number of characters that a finding quotes, to the end of a word: by eye,
// enough to find a line on its page.
const quoted = 24

// spaces measures the word spaces within t.
func (m *meter) spaces(ln *measuredLine, t *document.Text) {
	for i, w := range t.Words {
		ln.hyphen = w.Hyphen
		if utf8.RuneCountInString(ln.text) < quoted && !w.Hyphen {
			ln.text += w.Run.Text
			if w.Space {
				ln.text += " "
			}
		}
		if !w.Space || w.Apart || i+1 == len(t.Words) {
			continue
		}
		upem := int64(w.Run.Face.UnitsPerEm())
		gid, ok := w.Run.Face.GlyphID(' ')
		natural := t.Size.Mul(int64(w.Run.Face.Advance(gid)), upem) + t.Tracking - t.Fill
		if !ok || natural <= 0 {
			continue
		}
		// What letters are moved apart by to fill the line is white between words too.
		width := t.WordWidth(&t.Words[i]) - t.Fill
		ln.gaps = append(ln.gaps, gapOnPage{t.X + w.X + width, t.X + t.Words[i+1].X})
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
			m.found(kindOrphan, b, 0, 0)
		}
		if b.lines[n-1].page != b.lines[n-2].page {
			m.r.Widows++
			m.found(kindWidow, b, n-1, 0)
		}
		if last := &b.lines[n-1]; last.x1-last.x0 < 2*last.size {
			m.r.Runts++
			m.found(kindRunt, b, n-1, 0)
		}
		m.rivers(b)
	}
	ladder := 0
	for i := range b.lines {
		if ladder++; !b.lines[i].hyphen {
			if ladder > most+1 {
				m.found(kindLadder, b, i-1, ladder-1)
			}
			ladder = 0
		}
		m.r.Ladder = max(m.r.Ladder, ladder)
		m.line(b, i)
	}
}

// most is the number of hyphens that may stand below each other. Both built-in themes set
// max-ladder to the same number.
const most = 2

// The word spaces that lines should have: from three quarters of the natural space to one
// and a half, in thousandths, with one more on either side for what is lost in rounding.
// The bounds are by eye. They decide what the report lists, and no line is broken by them.
const (
	tightest = 749
	loosest  = 1501
)

func (m *meter) line(b *measuredBlock, i int) {
	ln := &b.lines[i]
	if ln.hyphen {
		m.r.Hyphens++
	}
	if over := max(ln.left-ln.x0, ln.x1-ln.left-ln.measure); over > ln.size {
		m.r.Overfull++
		m.found(kindOverfull, b, i, int(over/unit.Point))
	}
	if i == len(b.lines)-1 || ln.most == 0 || b.elem.Type != "P" {
		return
	}
	if m.r.Spaced == 0 || ln.least < m.r.Narrowest {
		m.r.Narrowest = ln.least
	}
	m.r.Widest = max(m.r.Widest, ln.most)
	m.r.Spaced++
	if ln.least < tightest {
		m.r.Tight++
		m.found(kindTight, b, i, ln.least)
	}
	if ln.most > loosest {
		m.r.Loose++
		m.found(kindLoose, b, i, ln.most)
	}
}
