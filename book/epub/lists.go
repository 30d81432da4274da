package epub

import (
	"octavo/book"
	"octavo/book/markup/xhtml"
	"octavo/book/matter"
)

// A placeKey is a figure or a term with its chapter. The chapter tells places apart: a term
// in a bio stands in each chapter of the author and among the contributors, and a list leads
// to one of these places.
type placeKey struct {
	chapter *book.Chapter
	of      any
}

// keyOf is the place that an element leads to.
func keyOf(to *matter.Target) placeKey {
	if to.Figure != nil {
		return placeKey{to.Section.Chapter, to.Figure}
	}
	return placeKey{to.Section.Chapter, to.Span}
}

// entry writes an entry of the contents, with the articles of a part within it, or of
// the list of figures.
func (w *writer) entry(e *matter.Element) {
	if e.Figure != nil {
		w.Open("li", "class", "contents-chapter", "lang", e.Lang, "xml:lang", e.Lang)
		w.Mark(e.Figure)
		w.Open("a", "href", w.placeOf(e))
		w.Inlines(e.Content)
		w.Close()
		w.CloseLine()
		return
	}
	class := "contents-matter"
	switch s := e.To.Section; {
	case s.Part != nil:
		class = "contents-part"
	case s.Chapter != nil:
		class = "contents-chapter"
	}
	w.Open("li", "class", class)
	w.reference(e)
	within := e.Kids
	if len(within) > 0 && within[0].Role == matter.EntryAuthors {
		w.Text(" ")
		w.within("span", "contents-author", within[0])
		within = within[1:]
	}
	if len(within) > 0 {
		w.Open("ol")
		w.Newline()
		w.elements(within)
		w.Close()
	}
	w.CloseLine()
}

// item writes a line of a list.
func (w *writer) item(e *matter.Element) {
	switch e.Role {
	case matter.WrittenArticle:
		w.Open("li")
		w.Mark(article{e.Person, e.To.Section.Chapter})
		w.reference(e)
		w.Close()
	case matter.Credit:
		w.Open("li", "lang", e.Lang, "xml:lang", e.Lang, "dir", w.dirOf(e.Lang))
		w.Mark(e.Figure)
		w.pieces(e)
		w.CloseLine()
	case matter.IndexEntry:
		w.indexEntry(e, 0)
	default:
		w.Open("li")
		w.pieces(e)
		w.CloseLine()
	}
}

// dirOf returns the direction of words in another language than the document's, "" for
// those in its own.
func (w *writer) dirOf(lang string) string {
	if lang == "" {
		return ""
	}
	return xhtml.Dir(lang, w.doc.lang)
}

// indexEntry writes a term with its places, and those within it.
func (w *writer) indexEntry(e *matter.Element, depth int) {
	class := ""
	if e.Apart {
		class = "index-group"
	}
	w.Open("li", "class", class)
	w.Mark(entryAt{e.Entry.First(), depth})
	w.pieces(e)
	if len(e.Entry.Kids) > 0 {
		w.Newline()
		w.Open("ul", "class", "index-entries")
		w.Newline()
		for _, k := range e.Kids {
			if k.Role == matter.IndexEntry {
				w.indexEntry(k, depth+1)
			}
		}
		w.CloseLine()
	}
	w.CloseLine()
}

// reference writes the title of another section as a link to it.
func (w *writer) reference(e *matter.Element) {
	w.MarkAll(e.To.Section.Title)
	dir := ""
	if e.Lang == "" { // its element says so
		dir = w.Direction(e.Content)
	}
	w.Open("a", "href", w.plan.of[e.To.Section].name, "dir", dir)
	w.Inlines(e.Words())
	w.Close()
}

// placeOf returns the address of the figure or term that an element leads to.
func (w *writer) placeOf(e *matter.Element) string {
	return w.plan.of[e.To.Section].name + "#" + w.plan.anchors[keyOf(e.To)]
}
