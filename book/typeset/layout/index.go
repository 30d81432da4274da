package layout

import (
	"octavo/book"
	"octavo/book/base/unit"
	"octavo/book/language/locale"
	"octavo/book/matter"
	"octavo/book/typeset/document"
	"octavo/book/typeset/flow"
	"octavo/book/typeset/para"
	"octavo/book/typeset/theme"
)

const (
	// indexOutdent is by how many tenths of the size the second line of an entry is
	// further in than its first line, and an entry further in than the entry around it. By
	// eye: a step has to be seen, and columns are narrow.
	indexOutdent = 12
	// indexGap is the white between the two columns, in lines of the grid. By eye.
	indexGap = 1
	// columnSlack is how many lines a column stays short for an entry to stay whole. By eye.
	columnSlack = 6
	// leastColumns is how many lines the columns of the last page should have, as the last
	// page of a chapter. By eye.
	leastColumns = 5
)

// index sets the index in two columns.
func (d *dresser) index(all *matter.Element) {
	at := map[*book.Span]*document.Dest{}
	for _, b := range d.main {
		for _, m := range b.out.index {
			// Text that is measured, and heads of tables that are repeated, are set more than
			// once; only the place on a page counts.
			if m.Dest.Page >= 0 && at[m.Span] == nil {
				at[m.Span] = m.Dest
			}
		}
	}
	s := d.s
	above := s.Height() + s.Gap
	column := (s.geo.Measure - indexGap*s.geo.Baseline) / 2
	elem := document.NewElement(s.elem, "L")
	elem.Numbering = "None"
	x := &indexer{a: d.assembly, s: s, at: at, style: s.theme.Style(theme.Bio), right: s.geo.Measure - column}
	for _, e := range all.Kids {
		if e.Apart {
			x.lines = append(x.lines, indexLine{Strip: &flow.Strip{Height: x.style.Leading}})
		}
		x.entry(e, elem, 0)
	}
	x.columns(above, s.geo.Measure-column)
}

// An indexer sets the entries of an index, one line below the other.
type indexer struct {
	a     *assembly
	s     *section
	at    map[*book.Span]*document.Dest
	style *theme.Style
	right unit.Length // of a column, from the right end of the measure
	lines []indexLine
}

// An indexLine is a line of a column: of an entry, or the blank one between letters.
type indexLine struct {
	*flow.Strip
	head bool // the line begins an entry that is within no other
}

// entry sets a term with its page numbers, and those within it.
func (x *indexer) entry(e *matter.Element, list *document.Element, depth int) {
	s := x.s
	step := x.style.Size.Mul(indexOutdent, 10)
	body := document.NewElement(document.NewElement(list, "LI"), "LBody")
	style := *x.style
	style.Align = theme.Left
	fr := frame{left: step * unit.Length(depth+1), right: x.right, elem: document.NewElement(body, "P"), style: &style}
	p := s.paragraph(&style)
	p.Outdent = step
	lk := s.Look(&style, s.lang, fr.elem)
	p.Add(e.Kids[0].Content, lk)
	x.numbers(p, e, lk)
	for i, st := range s.linesOf(p, fr, 0) {
		st.From = flow.Origin{In: e.Entry.First(), Off: depth}
		x.lines = append(x.lines, indexLine{st, depth == 0 && i == 0})
	}
	if len(e.Entry.Kids) == 0 {
		return
	}
	within := document.NewElement(body, "L")
	within.Numbering = "None"
	for _, k := range e.Kids {
		if k.Role == matter.IndexEntry {
			x.entry(k, within, depth+1)
		}
	}
}

// A pageRange is pages that follow one another on which a term is marked.
type pageRange struct {
	first, last int
	dest        *document.Dest // of the first
}

// label returns "12", or "12–14".
func (r pageRange) label(words *locale.Locale) string {
	if r.first == r.last {
		return words.Number(r.first)
	}
	return words.Number(r.first) + "–" + words.Number(r.last)
}

// ranges returns the pages of an entry, each once, in order. Three pages or more that
// follow one another are one range.
func (x *indexer) ranges(e *matter.Element) []pageRange {
	const least = 3
	var list []pageRange
	for _, k := range e.Kids {
		if k.Role != matter.IndexPlace || x.at[k.To.Span] == nil {
			continue
		}
		d := x.at[k.To.Span]
		page := x.a.pageOf(k.To.Section, d)
		n := len(list)
		switch {
		case n > 0 && list[n-1].last == page:
		case n > 0 && list[n-1].last == page-1 && list[n-1].first < list[n-1].last:
			list[n-1].last = page
		case n >= least-1 && list[n-1].last == page-1 && list[n-2].last == page-2:
			list = list[:n-1]
			list[n-2].last = page
		default:
			list = append(list, pageRange{page, page, d})
		}
	}
	return list
}

// numbers adds the pages of an entry as links.
func (x *indexer) numbers(p *para.Paragraph, e *matter.Element, lk para.Look) {
	for _, r := range x.ranges(e) {
		p.Plain(x.s.words.Word(locale.Comma), lk)
		to := lk
		label := r.label(x.s.words)
		to.Link = &para.Link{Elem: document.NewElement(lk.Elem, "Link"), Dest: r.dest, Contents: x.s.words.Items(e.Entry.Term, x.s.words.Format(locale.PageNumber, label))}
		to.Elem = to.Link.Elem
		p.Plain(label, to)
	}
}

// How the index is divided.
//
// An index is set in two columns, which a flow, itself one column, does not know. So all
// lines are set one below the other first, and then cut into columns; the two columns of a
// page are one strip, as high as the longer of them.
//
// A column ends where an entry does, if one ends within its last lines: the white below it
// is seen less than an entry that goes on at the top of the next column. Blank lines
// between two letters of the alphabet are dropped at both ends. Function column does so.
//
// On the last page both columns are to be about as long. Half of the lines in each would do
// if columns could end anywhere; since they end with entries, the right length is not
// known beforehand, and function level tries: from half of the lines up, it takes the first
// length at which all lines are in two columns and the second begins with an entry. A try
// looks at a few lines, and there are no more tries than a page has lines.
//
// Where few lines would be left for the last page, the page before gives it some of its own.

// columns divides the lines into pages of two columns, which are about equally long on the
// last page. above is the height that is taken on the first page already.
func (x *indexer) columns(above, right unit.Length) {
	s := x.s
	room := int((s.geo.Depth() - above) / x.style.Leading)
	for rest := x.lines; len(rest) > 0; room = int(s.geo.Depth() / x.style.Leading) {
		var left, other []indexLine
		left, other, rest = pageful(rest, max(room, 1))
		s.First(abreast(left, other, right), false)
		s.Owed, s.Cost = 0, 0 // both columns stand below the title
	}
}

// pageful returns the two columns of a page with room for so many lines in each, and the lines
// that are left: none, or enough for the last page.
func pageful(lines []indexLine, room int) (left, other, rest []indexLine) {
	n := level(lines, room)
	left, other, rest = cut(lines, n)
	if few := 2*leastColumns - len(rest); len(rest) > 0 && few > 0 && n > 2*leastColumns {
		left, other, rest = cut(lines, n-(few+1)/2)
	}
	return left, other, rest
}

// cut returns two columns of at most n lines, and the lines that are left.
func cut(lines []indexLine, n int) (left, other, rest []indexLine) {
	left, rest = column(lines, n)
	other, rest = column(rest, n)
	return left, other, rest
}

// level returns how many lines each column of a page takes: room, or fewer when two shorter
// columns hold all lines.
func level(lines []indexLine, room int) int {
	for n := (len(lines) + 1) / 2; n < room; n++ {
		_, other := column(lines, n)
		if _, rest := column(other, n); len(rest) == 0 && (len(other) == 0 || other[0].head) {
			return n
		}
	}
	return room
}

// column returns at most n lines, and the lines that are left. The column ends before an
// entry that is within no other if that leaves only a few lines empty. Blank lines at the
// end of the column and at the beginning of the rest are dropped.
func column(lines []indexLine, n int) (col, rest []indexLine) {
	if len(lines) <= n {
		return lines, nil
	}
	for k := n; k > max(n-columnSlack, 0); k-- {
		if lines[k].head || lines[k].blank() {
			n = k
			break
		}
	}
	col, rest = lines[:n], lines[n:]
	for len(col) > 0 && col[len(col)-1].blank() {
		col = col[:len(col)-1]
	}
	for len(rest) > 0 && rest[0].blank() {
		rest = rest[1:]
	}
	return col, rest
}

func (l indexLine) blank() bool { return len(l.Items) == 0 }

// abreast joins two columns, the second one moved by right.
func abreast(left, other []indexLine, right unit.Length) *flow.Strip {
	a, b := joinLines(left), joinLines(other)
	b.Move(right, 0)
	height := max(a.Height, b.Height)
	a.Beside(b)
	a.Height = height
	return a
}

func joinLines(lines []indexLine) *flow.Strip {
	list := make([]*flow.Strip, len(lines))
	for i, l := range lines {
		list[i] = l.Strip
	}
	return flow.Join(list)
}
