package layout

import (
	"strings"
	"unicode/utf8"

	"octavo/book"
	"octavo/book/base/unit"
	"octavo/book/typeset/document"
	"octavo/book/typeset/flow"
	"octavo/book/typeset/pagebreak"
	"octavo/book/typeset/para"
	"octavo/book/typeset/theme"
)

// Measures and costs of code, by eye.
const (
	costContinued = 200 // of a page break within a line of code: a little more than one line short
	mostEmpty     = 2   // empty lines in a row that a page break swallows
	codeKept      = 15  // lines that no page break divides, where they take no more than two thirds of a page
	codeSide      = 3   // lines on either side of a page break
	tabStop       = 4   // columns: eight, as on terminals, take too much of a printed line
)

// A codeRow is what stands on one line of a page.
type codeRow struct {
	text      string
	continues bool // a line that was too long
	off       int  // in the block's text
	line      int  // of the block, from 0
}

// code sets preformatted text line by line, below its title. A line that is too long is
// broken, with a mark that is no part of the text. Numbers of lines stand at the left.
func (s *section) code(b *book.CodeBlock, fr frame) {
	base := s.theme.Style(theme.Code)
	s.Space(base.Before)
	s.Balance(true)
	parent := s.codeTitle(b, fr)
	if s.rtl { // code runs from left to right
		fr.left, fr.right = fr.right, fr.left
	}
	numbers := s.lineNumbers(b)
	fr.left += numbers.width
	st := s.codeStyle(b.Text, fr)
	fr = s.inset(fr, st.Left, 0)
	fr.style = st
	elem := document.NewElement(s.element(parent, "P"), "Code")
	bar := document.Rule{X: fr.left - st.Left, W: unit.Point, Color: document.Color(s.theme.Colors.Hairline)}
	if s.rtl {
		bar.X = s.geo.Measure - bar.X - bar.W
	}
	s.Enter(&flow.Panel{Rules: []document.Rule{bar}})
	rows := s.codeRows(b.Text, st, s.width(fr))
	costs := rowCosts(rows, b.Start > 0)
	if rows[len(rows)-1].line < codeKept && st.Leading*unit.Length(len(rows)) <= s.geo.Depth()*2/3 {
		keepRows(costs)
	}
	for i, c := range costs {
		r := rows[i]
		if c.blank {
			s.Blank(st.Leading, c.cost)
			continue
		}
		strip := s.drawCode(r, st, fr, elem)
		numbers.put(s, strip, r, fr.left-st.Left)
		strip.From = flow.Origin{Off: r.off}
		if s.rtl {
			strip.Mirror(0, s.geo.Measure)
		}
		if i == 0 {
			s.Settle(strip)
			s.First(strip, false)
		} else {
			strip.Solid = true
			s.Next(strip, c.cost, false)
		}
	}
	s.Leave()
	s.Space(st.After)
}

// A rowCost says what a page break before a row of code costs, and whether the row is
// white that a page break swallows.
type rowCost struct {
	cost  int32
	blank bool
}

// keepRows forbids page breaks between rows.
func keepRows(costs []rowCost) {
	for i := range costs {
		costs[i].cost = pagebreak.Never
	}
}

// rowCosts returns the costs of rows. As many rows as codeSide says that are not empty stay
// together at either end: fewer are no piece of code that is read. Empty rows do not count, so that up to mostEmpty rows
// more may be in between. A row that has a number is never white alone.
func rowCosts(rows []codeRow, numbered bool) []rowCost {
	list := make([]rowCost, len(rows))
	solid := 0 // rows before that are not empty
	left := 0  // rows from here on that are not empty
	for _, r := range rows {
		left += min(len(r.text), 1)
	}
	empty := 0
	for i, r := range rows {
		switch {
		case i < codeSide+mostEmpty && solid < codeSide, i >= len(rows)-codeSide-mostEmpty && left < codeSide:
			list[i].cost = pagebreak.Never
		case r.continues:
			list[i].cost = costContinued
		}
		if r.text != "" {
			empty = 0
			solid, left = solid+1, left-1
		} else if empty++; empty <= mostEmpty && i > 0 && i < len(rows)-1 {
			list[i].blank = !numbered
		}
	}
	return list
}

// codeRows divides code into the rows that it takes.
func (s *section) codeRows(text string, st *theme.Style, width unit.Length) []codeRow {
	var list []codeRow
	start, n := 0, 0
	for line := range strings.SplitSeq(text, "\n") {
		src := tabbed{line: line}
		for k, row := range s.rows(expandTabs(strings.TrimRight(line, " \t\r")), st, width) {
			list = append(list, codeRow{row, k > 0, start + src.at, n})
			src.advance(len(row))
		}
		start += len(line) + 1
		n++
	}
	return list
}

// codeStyle returns the style of code, up to an eighth smaller when that keeps its lines
// whole. By eye: code that is smaller still is hard to read, and a broken line is the lesser
// evil.
func (s *section) codeStyle(text string, fr frame) *theme.Style {
	base := s.theme.Style(theme.Code)
	longest := 0
	for line := range strings.SplitSeq(text, "\n") {
		longest = max(longest, utf8.RuneCountInString(expandTabs(strings.TrimRight(line, " \t\r"))))
	}
	for _, size := range []int64{1000, 940, 880} {
		st := scaled(base, size)
		column := s.Word(s.Font(s.StyleKey(st, s.lang)), "0").Width
		if column*unit.Length(longest) <= s.width(s.inset(fr, st.Left, 0)) {
			return st
		}
	}
	return base
}

func expandTabs(s string) string {
	if strings.IndexByte(s, '\t') < 0 {
		return s
	}
	var b strings.Builder
	col := 0
	for _, r := range s {
		n := 1
		if r == '\t' {
			n, r = tabStop-col%tabStop, ' '
		}
		for range n {
			b.WriteRune(r)
		}
		col += n
	}
	return b.String()
}

// A tabbed line of code is read along with the same line whose tabs are expanded, for the
// place in the manuscript of each row.
type tabbed struct {
	line string
	at   int // in the line
	col  int // there
	past int // by how many bytes of the expanded line at is beyond what was asked for
}

// advance goes on by n bytes of the expanded line, or to the end of a tab in which
// these end.
func (t *tabbed) advance(n int) {
	for t.past -= n; t.past < 0 && t.at < len(t.line); {
		r, size := utf8.DecodeRuneInString(t.line[t.at:])
		t.at += size
		if r == '\t' {
			size = tabStop - t.col%tabStop
			t.col += size - 1
		}
		t.col++
		t.past += size
	}
}

// rows divides a line of code into rows that fit width, behind a blank if there
// is one in the last third.
func (s *section) rows(text string, st *theme.Style, width unit.Length) []string {
	f := s.Font(s.StyleKey(st, s.lang))
	column := max(s.Word(f, "0").Width, 1)
	columns := max(int(width/column), 4)
	var rows []string
	room := columns
	for {
		// end is how many bytes fit the room, and blank the last place behind a separator among
		// them, as long as it is in the last third: else a row would be nearly empty. Han and
		// its like take two columns.
		end, col, blank := 0, 0, 0
		for end < len(text) && col < room {
			r, n := utf8.DecodeRuneInString(text[end:])
			w := 1
			if para.Wide(r) {
				w = 2
			}
			if col+w > room {
				break
			}
			col += w
			end += n
			if strings.ContainsRune(" ,;(/", r) && col > room*2/3 {
				blank = end
			}
		}
		if end == 0 {
			_, end = utf8.DecodeRuneInString(text)
		}
		if end >= len(text) {
			return append(rows, text)
		}
		if blank > 0 {
			end = blank
		}
		rows = append(rows, text[:end])
		text = text[end:]
		room = max(columns-markColumns, 2)
	}
}

// markColumns is the indent of a row that continues a line.
const markColumns = 2

// drawCode draws one row.
func (s *section) drawCode(r codeRow, st *theme.Style, fr frame, elem *document.Element) *flow.Strip {
	f := s.Font(s.StyleKey(st, s.lang))
	y := s.baseline(st)
	out := &flow.Strip{Height: st.Leading}
	x := fr.left
	if r.continues {
		column := s.Word(f, "0").Width
		out.Items = append(out.Items, &document.Turn{X: x, Y: y, Size: column, Color: document.Color(s.theme.Colors.Accent)})
		x += markColumns * column
	}
	if r.text == "" {
		return out
	}
	w := s.Word(f, r.text)
	if w.Missing != 0 {
		out.Told = append(out.Told, para.Lack{Rune: w.Missing, Pos: s.position(), Words: 1})
	}
	t := para.LabelText(w, x, y, st, elem)
	t.Words[len(t.Words)-1].Space = false
	out.Items = append(out.Items, t)
	return out
}
