package para

import (
	"fmt"

	"octavo/book"
	"octavo/book/base/rule"
	"octavo/book/base/unit"
	"octavo/book/typeset/flow"
	"octavo/book/typeset/linebreak"
	"octavo/book/typeset/theme"
)

// narrow is the measure in ems below which lines are not justified: about 40 letters. By
// eye.
const narrow = 20

// Lines breaks the paragraph into lines of a measure that begin at left, and draws them.
func (p *Paragraph) Lines(left, measure, indent unit.Length) []*flow.Strip {
	if !p.divide(measure) {
		return nil
	}
	var out []*flow.Strip
	for limit := mostAtoms; p.portion(limit); {
		if len(out) > 0 {
			indent = 0
		}
		breaks := p.breakLines(p.widthsFrom(len(out)), indent)
		lines, atoms := p.settled(breaks)
		if lines == 0 {
			limit *= 2
			continue
		}
		out = p.drawn(breaks[:lines], left, indent, out)
		p.drop(atoms)
	}
	return out
}

// divide cuts the first portion of the paragraph into atoms, and reports whether
// there are any.
func (p *Paragraph) divide(measure unit.Length) bool {
	p.measure = measure
	if p.style.Align == theme.Justify && measure < narrow*p.style.Size {
		style := *p.style
		style.Align = theme.Left
		p.style = &style
	}
	p.prepare()
	return p.portion(mostAtoms)
}

// drawn draws more lines of the paragraph, and appends them to out.
func (p *Paragraph) drawn(breaks []linebreak.Break, left, indent unit.Length, out []*flow.Strip) []*flow.Strip {
	baseline := p.set.Baseline(p.style, p.set.Line)
	var ln line
	var foot below
	for k, b := range breaks {
		i := len(out)
		p.gather(b, &ln)
		in, x := unit.Length(0), left
		if i == 0 {
			in, x = indent, left-p.Outdent
		}
		if p.initial != nil && i < p.initial.lines {
			x += p.initial.width
		}
		p.justify(b, &ln, x, in)
		ln.first, ln.last = i == 0, k == len(breaks)-1 && p.done()
		above, below := p.tall(&ln, foot)
		foot = p.marksBelow(&ln)
		st := p.draw(&ln, above+p.style.Leading+below, above+baseline)
		st.Hyphen, st.Raised = ln.hyphen != nil, above
		if p.set.RTL {
			from := left
			if i == 0 {
				from -= p.Outdent
			}
			st.Mirror(from, left+p.measure)
		}
		p.tell(st, &ln, b.Overfull, k == 0)
		if i == 0 && p.initial != nil {
			p.initial.place(st, left)
		}
		out = append(out, st)
	}
	return out
}

// tell adds to a strip what is said of its line: the characters and small capitals that no font has, that the
// line is too wide by a length, or that it is the first line of a portion that is torn. Half
// a point too much is not told, as nobody sees it.
func (p *Paragraph) tell(st *flow.Strip, ln *line, over unit.Length, first bool) {
	for _, l := range p.lost {
		st.Told = append(st.Told, l)
	}
	for _, m := range p.small {
		st.Told = append(st.Told, m)
	}
	p.lost, p.small = nil, nil
	if over > unit.Point/2 {
		st.Told = append(st.Told, p.unbroken(ln, over, fmt.Sprintf("a line is %s too wide", over)))
	} else if first && p.torn && !p.told {
		p.told = true
		st.Told = append(st.Told, p.unbroken(ln, 0, "a line is too wide, and torn where it should not break"))
	}
}

// widths returns the measures of the lines, those beside an initial shorter.
func (p *Paragraph) widths(measure unit.Length) []unit.Length {
	var list []unit.Length
	if p.Outdent > 0 {
		list = append(list, measure+p.Outdent)
	}
	if p.initial != nil {
		for range p.initial.lines {
			list = append(list, measure-p.initial.width)
		}
	}
	return append(list, measure)
}

// unbroken returns what is said of a line that has no good end and is too wide by a length.
func (p *Paragraph) unbroken(ln *line, by unit.Length, fault string) book.Diagnostic {
	pos := p.set.Pos
	if text, ok := ln.at.In.(*book.Text); ok {
		pos = text.Pos
	}
	return TooWide(pos, by, p.set.Edge, "put a space into it, or a soft hyphen", fault)
}

// TooWide returns what is said of something too wide by a length: what is lost beyond the
// edge of the page, behind the narrower margin, is an error.
func TooWide(pos book.Pos, by, margin unit.Length, hint, fault string) book.Diagnostic {
	if by > margin {
		return rule.PageOverfull.At(pos, hint, "%s, and runs off the page", fault)
	}
	return rule.LineOverfull.At(pos, hint, "%s", fault)
}

// Baseline returns where in a line of the style the letters stand: on the grid
// when the leading is made of whole lines, else with the capitals in the middle.
func (e *Engine) Baseline(st *theme.Style, line unit.Length) unit.Length {
	body := e.theme.Style(theme.Paragraph)
	if st.Leading%line == 0 {
		return st.Leading - line + (line+e.CapHeight(body))/2
	}
	return (st.Leading + e.CapHeight(st)) / 2
}

// tall returns by how many lines of the grid a line has to be higher, and deeper, for
// its formulas to stay clear of the lines beside it. The letters of the line above reach
// 22 hundredths of the size below their baseline, the capitals of the line below
// 68 above theirs. By eye, for the built-in text faces. Foot are the marks of emphasis below
// the line above.
func (p *Paragraph) tall(ln *line, foot below) (above, below unit.Length) {
	leading, size := p.style.Leading, p.style.Size
	for i := range ln.pieces {
		a := ln.pieces[i].atom
		if a.ruby != nil {
			above = max(above, foot.at(&ln.pieces[i])+a.ruby.top(p.looks[p.spans[a.span].look].Font.Size)-leading)
		}
		above, below = p.marksRoom(ln, i, foot, above, below)
		if a.formula == nil {
			continue
		}
		rise := p.looks[p.spans[a.span].look].rise
		above = max(above, a.formula.Box.Height+rise-leading+size.Mul(22, 100))
		below = max(below, a.formula.Box.Depth-rise-leading+size.Mul(68, 100))
	}
	return WholeLines(above, p.set.Line), WholeLines(below, p.set.Line)
}

// WholeLines returns the least number of lines that h takes, as a height.
func WholeLines(h, line unit.Length) unit.Length {
	if h <= 0 {
		return 0
	}
	return (h + line - 1) / line * line
}
