package web

import (
	"octavo/book"
	"octavo/book/ingest/draft"
	"octavo/book/source/rawhtml"
)

// maxTitle is the text, in bytes, up to which a line is the title of a box or a listing; by
// eye, a long headline.
const maxTitle = 120

// boldNames are names of lines that look or are named as titles.
var boldNames = []string{"font bold", "font semibold", "fw bold", "title", "heading", "header"}

// titleIn takes the title out of a box that has no heading: its first line, when that is
// bold or is named for it, and paragraphs follow.
func titleIn(e *el) []book.Inline {
	for i, k := range e.kids {
		if k.size == 0 {
			continue
		}
		strong := k.find(func(n *el) bool { return (n.Name() == "strong" || n.Name() == "b") && n.size == k.size }) != nil
		if k.Name() != "p" && k.Name() != "div" && k.Name() != "header" && k.Name() != "strong" || k.size > maxTitle || !strong && !k.named(boldNames) || e.size < 2*k.size || k.holds("img") {
			return nil
		}
		title := rawhtml.Line(k.Element)
		if inner, style, ok := draft.Unstyle(title); ok && style == book.Strong {
			title = inner
		}
		e.kids = append(e.kids[:i:i], e.kids[i+1:]...)
		e.RemoveIf(func(c rawhtml.Element) bool { return c == k.Element })
		return title
	}
	return nil
}

// listingNames are names of the line above a listing that says what it is.
var listingNames = []string{"code block title", "code title", "code caption", "code header", "code filename", "filename"}

// isListing reports whether e is a listing with a title above it, as Docusaurus has them,
// or a <figure> of a listing with its caption.
func isListing(e *el) bool {
	title := titleOfListing(e)
	if title == nil || e.holds("img") {
		return false
	}
	listings := e.all("pre")
	return len(listings) == 1 && !listings[0].inside(title) && title.size+listings[0].size+maxLabel >= e.size
}

// titleOfListing returns what stands right in e and says what the listing in e is, nil for
// nothing.
func titleOfListing(e *el) *el {
	for _, k := range e.kids {
		if k.size > 0 && k.size <= maxTitle && (k.named(listingNames) || e.Name() == "figure" && k.Name() == "figcaption") {
			return k
		}
	}
	return nil
}

// listing reads a listing with its title.
func (r *reader) listing(e *el) {
	r.leaf(e.all("pre")[0])
	if c, ok := r.out[len(r.out)-1].Block.(*book.CodeBlock); ok {
		c.Caption = rawhtml.Line(titleOfListing(e).Element)
	}
}

// citeApart parts the last paragraph of a quotation before the <cite> that stands on a line
// of its own, as WordPress writes who said it.
func citeApart(q *book.Quote) {
	if len(q.Blocks) == 0 {
		return
	}
	p, ok := q.Blocks[len(q.Blocks)-1].(*book.Paragraph)
	if !ok || len(p.Content) < 3 {
		return
	}
	n := len(p.Content)
	cite, ok := p.Content[n-1].(*book.Styled)
	if !ok || cite.Style != book.Cite || !isLineBreak(p.Content[n-2]) {
		return
	}
	q.Blocks = append(q.Blocks, &book.Paragraph{Content: []book.Inline{cite}, Pos: p.Pos})
	p.Content = draft.Trim(p.Content[:n-2])
}
