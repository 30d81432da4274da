package epub

import (
	"octavo/book"
	"octavo/book/language/locale"
	"octavo/book/markup/xhtml"
)

// anchorFigures gives the figures of the list their ids, numbered through each
// chapter.
func (p *plan) anchorFigures(list []book.ListedFigure) {
	seen := map[*book.Chapter]int{}
	for _, f := range list {
		seen[f.Chapter]++
		p.anchors[f.Figure] = "figure." + itoa(seen[f.Chapter])
		if id := f.Figure.ID; id != "" {
			p.anchors[f.Figure] = xhtml.ID(id)
		}
	}
}

// figureList writes the list of figures.
func (w *writer) figureList(list []book.ListedFigure) {
	w.section("class", "list-of-figures", "epub:type", "loi", "aria-labelledby", "figures.title")
	w.Element("h1", w.word(locale.ListOfFigures), "class", "matter-title", "id", "figures.title")
	w.Newline()
	w.Open("ol", "class", "contents-list")
	w.Newline()
	for _, f := range list {
		lang := ""
		if f.Chapter.Lang != w.doc.lang {
			lang = f.Chapter.Lang
		}
		w.Open("li", "class", "contents-chapter", "lang", lang, "xml:lang", lang)
		w.Mark(f.Figure)
		w.Element("a", f.Caption, "href", w.placeOf(f.Figure, f.Chapter))
		w.CloseLine()
	}
	w.CloseLine()
	w.endSection()
}

// placeOf returns the address of a figure or a term of a chapter.
func (w *writer) placeOf(of any, c *book.Chapter) string {
	return w.plan.byFile[c].name + "#" + w.plan.anchors[of]
}

// anchorTerms gives the marked terms their ids, numbered through each chapter.
func (p *plan) anchorTerms(list []*book.IndexEntry) {
	seen := map[*book.Chapter]int{}
	var visit func([]*book.IndexEntry)
	visit = func(list []*book.IndexEntry) {
		for _, e := range list {
			for _, m := range e.Marks {
				seen[m.Chapter]++
				p.anchors[m.Span] = "term." + itoa(seen[m.Chapter])
			}
			visit(e.Kids)
		}
	}
	visit(list)
}

// index writes the index: under each term the articles where it is marked, and a
// number for each further place in one of them.
func (w *writer) index(list []*book.IndexEntry) {
	w.section("class", "index", "epub:type", "index", "role", "doc-index", "aria-labelledby", "index.title")
	w.Element("h1", w.word(locale.Index), "class", "matter-title", "id", "index.title")
	w.Newline()
	w.entries(list, 0, locale.NewCollation(w.plan.book.Language))
	w.endSection()
}

func (w *writer) entries(list []*book.IndexEntry, depth int, order *locale.Collation) {
	w.Open("ul", "class", "index-entries")
	w.Newline()
	for i, e := range list {
		class := ""
		if depth == 0 && i > 0 && !order.SameGroup(list[i-1].Term, e.Term) {
			class = "index-group" // begins with another letter
		}
		w.Open("li", "class", class)
		w.Mark(entryAt{e.First(), depth})
		w.Element("span", e.Term, "class", "index-term")
		w.marks(e.Marks)
		if len(e.Kids) > 0 {
			w.Newline()
			w.entries(e.Kids, depth+1, order)
		}
		w.CloseLine()
	}
	w.CloseLine()
}

// marks writes the places of an entry as links.
func (w *writer) marks(list []book.IndexMark) {
	n := 0
	for i, m := range list {
		w.Text(", ")
		if i == 0 || list[i-1].Chapter != m.Chapter {
			n = 1
			w.Open("a", "class", "index-place", "href", w.placeOf(m.Span, m.Chapter))
			w.navTitle(w.plan.byFile[m.Chapter])
			w.Close()
			continue
		}
		n++
		w.Element("a", itoa(n), "class", "index-place", "href", w.placeOf(m.Span, m.Chapter))
	}
}
