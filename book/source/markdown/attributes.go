package markdown

import (
	"fmt"
	"strings"

	"octavo/book"
	"octavo/book/base/rule"
	"octavo/book/source/rawhtml"
)

const (
	// maxLosses bounds the names of attributes that are told of in a chapter.
	// Generous: a saved page has about 30.
	maxLosses = 100
	// maxNamed bounds the names that one message lists, by eye: a longer line is
	// not read.
	maxNamed = 8
)

// losses are the attributes of HTML that a book has no place for. Saved pages have
// them on each element. So each name is told once, at the first element that has it,
// with the number of later elements.
type losses struct {
	list  []*loss
	known map[string]*loss // by the name of an attribute
}

// A loss is an element with attributes that no element before it had.
type loss struct {
	tag   string
	names []string
	pos   book.Pos
	more  int // elements with the same ones
}

// lost counts the attributes of a tag.
func (l *losses) lost(tag rawhtml.Tag, pos book.Pos) {
	var first *loss
	seen := map[*loss]bool{}
	for _, name := range rawhtml.Unread(tag) {
		if known := l.known[name]; known != nil {
			if known != first && !seen[known] {
				known.more++
			}
			seen[known] = true
			continue
		}
		if len(l.known) >= maxLosses {
			continue
		}
		if first == nil {
			first = &loss{tag: tag.Name, pos: pos}
			l.list = append(l.list, first)
		}
		if l.known == nil {
			l.known = map[string]*loss{}
		}
		l.known[name] = first
		first.names = append(first.names, clip(name))
	}
}

// reportLosses reports the attributes that were dropped.
func (r *reader) reportLosses() {
	for _, l := range r.losses.list {
		what, more := "the attribute "+l.names[0]+" of <"+l.tag+"> is dropped", ""
		if names, last := l.names, len(l.names)-1; last > 0 {
			end := names[last]
			if last >= maxNamed {
				last = maxNamed - 1
				end = fmt.Sprintf("%d more", len(names)-last)
			}
			what = "the attributes " + strings.Join(names[:last], ", ") + " and " + end + " of <" + l.tag + "> are dropped"
		}
		switch {
		case l.more == 1:
			more = ", and of one more element"
		case l.more > 1:
			more = ", and of %d more elements"
		}
		const hint = "delete what a book does without: nothing runs in it, and its look is that of the theme"
		if l.more > 1 {
			r.report(rule.RawHTML.At(l.pos, hint, "%s"+more, what, l.more))
		} else {
			r.report(rule.RawHTML.At(l.pos, hint, "%s%s", what, more))
		}
	}
}
