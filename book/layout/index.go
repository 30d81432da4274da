package layout

import (
	"strconv"
	"unicode"
	"unicode/utf8"

	"octavo/book"
	"octavo/book/locale"
	"octavo/book/theme"
	"octavo/book/unit"
)

// An indexed place is one that the index lists.
type indexed struct {
	span *book.Span
	dest *Dest
}

const (
	// indexOutdent is by how many tenths of the size the second line of an entry
	// is further in than its first, and an entry than the one that it is within.
	indexOutdent = 12
	// indexGap is the white between the two columns, in lines of the grid.
	indexGap = 1
)

// index sets the index in two columns. It is nil when nothing is marked.
func (a *assembly) index() *bound {
	list := book.Index(a.book)
	if len(list) == 0 {
		return nil
	}
	at := map[*book.Span]*Dest{}
	for _, b := range a.main {
		for _, m := range b.out.index {
			// What is measured, and heads of tables that are repeated, is set more than once.
			if m.dest.Page >= 0 && at[m.span] == nil {
				at[m.span] = m.dest
			}
		}
	}
	s, fr := a.matter(Index)
	title := a.words.Word(locale.Index)
	s.matterTitle(title, fr)
	above := s.height() + s.gap
	column := (s.geo.Measure - indexGap*s.geo.Baseline) / 2
	elem := NewElement(s.elem, "L")
	elem.Numbering = "None"
	x := &indexer{a: a, s: s, at: at, style: s.theme.Style("bio"), right: s.geo.Measure - column}
	var last rune
	for _, e := range list {
		if r := initialOf(e.Term); r != last && last != 0 {
			x.lines = append(x.lines, &strip{height: x.style.Leading})
		}
		last = initialOf(e.Term)
		x.entry(e, elem, 0)
	}
	x.columns(above, s.geo.Measure-column)
	return a.bindMatter(s, title)
}

// initialOf returns the letter that a term is sorted under.
func initialOf(term string) rune {
	for _, r := range term {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToUpper(r)
		}
	}
	r, _ := utf8.DecodeRuneInString(term)
	return r
}

// An indexer sets the entries of an index, one line below the other.
type indexer struct {
	a     *assembly
	s     *section
	at    map[*book.Span]*Dest
	style *theme.Style
	right unit.Length // of a column, from the right end of the measure
	lines []*strip
}

// entry sets a term with its page numbers, and those within it.
func (x *indexer) entry(e *book.IndexEntry, list *Element, depth int) {
	s := x.s
	step := x.style.Size.Mul(indexOutdent, 10)
	body := NewElement(NewElement(list, "LI"), "LBody")
	style := *x.style
	style.Align = theme.Left
	fr := frame{left: step * unit.Length(depth+1), right: x.right, elem: NewElement(body, "P"), style: &style}
	p := s.paragraph(&style)
	p.outdent = step
	lk := s.look(&style, s.lang, fr.elem)
	p.plain(e.Term, lk)
	x.numbers(p, e, lk)
	x.lines = append(x.lines, s.linesOf(p, fr, 0)...)
	if len(e.Kids) == 0 {
		return
	}
	within := NewElement(body, "L")
	within.Numbering = "None"
	for _, k := range e.Kids {
		x.entry(k, within, depth+1)
	}
}

// numbers adds the pages of an entry, each once, as links.
func (x *indexer) numbers(p *paragraph, e *book.IndexEntry, lk look) {
	last := -1
	for _, m := range e.Marks {
		d := x.at[m.Span]
		if d == nil {
			continue
		}
		page := x.a.of[m.Chapter].start + 1 + d.Page
		if page == last {
			continue
		}
		last = page
		p.plain(", ", lk)
		to := lk
		label := strconv.Itoa(page)
		to.link = &link{elem: NewElement(lk.elem, "Link"), dest: d, contents: e.Term + ", " + x.s.words.Format(locale.PageNumber, label)}
		to.elem = to.link.elem
		p.plain(label, to)
	}
}

// columns divides the lines into pages of two columns, on the last of which both
// are about as long. above is what stands on the first page already.
func (x *indexer) columns(above, right unit.Length) {
	s := x.s
	room := int((s.geo.Depth() - above) / x.style.Leading)
	for len(x.lines) > 0 {
		n := max(room, 1)
		if len(x.lines) < 2*n {
			n = (len(x.lines) + 1) / 2
		}
		n = min(n, len(x.lines))
		left := join(trimmed(x.lines[:n]))
		x.lines = trimmed(x.lines[n:])
		n = min(n, len(x.lines))
		other := join(x.lines[:n])
		x.lines = trimmed(x.lines[n:])
		other.move(right, 0)
		height := max(left.height, other.height)
		left.beside(other)
		left.height = height
		if len(s.entries) > 0 && len(x.lines) > 0 {
			s.cost = 0
		}
		s.first(left, false)
		room = int(s.geo.Depth() / x.style.Leading)
	}
}

// trimmed drops the empty lines at the head of a column.
func trimmed(lines []*strip) []*strip {
	for len(lines) > 0 && len(lines[0].items) == 0 {
		lines = lines[1:]
	}
	return lines
}
