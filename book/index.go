package book

import (
	"slices"
	"strings"
)

// An IndexMark is a place that the index lists.
type IndexMark struct {
	Span    *Span
	Chapter *Chapter
}

// An IndexEntry is a line of the index: a term with the places that are listed
// under it, in reading order, and the entries within it, sorted.
type IndexEntry struct {
	Term  string
	Marks []IndexMark
	Kids  []*IndexEntry

	of map[string]*IndexEntry // Kids by term
}

// Index returns the index of b, its entries sorted by compare; nil when nothing is
// marked. An index leads to places in chapters alone.
func Index(b *Book, compare func(a, b string) int) []*IndexEntry {
	var root IndexEntry
	for at, run := range Runs(b) {
		if at.Chapter != nil {
			root.addAll(at.Chapter, run)
		}
	}
	root.sort(compare)
	return root.Kids
}

// addAll puts the marks of inlines of a chapter under their terms.
func (e *IndexEntry) addAll(c *Chapter, list []Inline) {
	WalkInlines(list, func(in Inline) bool {
		if s, ok := in.(*Span); ok && s.Indexed {
			e.add(strings.Split(s.Term(), "!"), IndexMark{s, c})
		}
		return true
	})
}

// First returns the first place that is listed under e or within it. With the
// depth of e it tells e from all others.
func (e *IndexEntry) First() *Span {
	for len(e.Marks) == 0 {
		if len(e.Kids) == 0 {
			return nil
		}
		e = e.Kids[0]
	}
	return e.Marks[0].Span
}

// Term returns what the index lists a span under: its Entry, or its text.
func (s *Span) Term() string {
	if s.Entry != "" {
		return s.Entry
	}
	return strings.Join(strings.Fields(PlainText(s.Content)), " ")
}

// maxIndexDepth bounds the entries within entries. By eye: the columns of an index have no
// room for more than three steps.
const maxIndexDepth = 3

// add puts a mark under the terms of path.
func (e *IndexEntry) add(path []string, m IndexMark) {
	for i, term := range path {
		term = strings.TrimSpace(term)
		if i >= maxIndexDepth || term == "" {
			break
		}
		e = e.kid(term)
	}
	if e.Term != "" {
		e.Marks = append(e.Marks, m)
	}
}

// kid returns the entry of the term within e.
func (e *IndexEntry) kid(term string) *IndexEntry {
	k := e.of[term]
	if k == nil {
		k = &IndexEntry{Term: term}
		if e.of == nil {
			e.of = map[string]*IndexEntry{}
		}
		e.of[term] = k
		e.Kids = append(e.Kids, k)
	}
	return k
}

func (e *IndexEntry) sort(compare func(a, b string) int) {
	slices.SortStableFunc(e.Kids, func(a, b *IndexEntry) int { return compare(a.Term, b.Term) })
	for _, k := range e.Kids {
		k.sort(compare)
	}
}

// HasIndex reports whether b marks a term for an index.
func HasIndex(b *Book) bool { return len(Index(b, strings.Compare)) > 0 }
