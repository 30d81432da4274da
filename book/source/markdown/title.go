package markdown

import (
	"strings"

	"octavo/book"
	"octavo/book/base/rule"
	"octavo/book/source/rawhtml"
)

// title takes the title of the chapter from its first heading when the front matter gives
// none, and else leaves out a heading that says the title again. A chapter with neither
// has its title from the name of its file, which is told unless the front matter could not be
// read.
//
// The heading is looked for before ranks are settled, so that Level is what was written.
func (r *reader) title(c *book.Chapter, read bool) *book.Heading {
	var first *book.Heading
	for i := titleHeading(c.Body, len(c.Title) > 0); i >= 0; i = titleHeading(c.Body, true) {
		h := c.Body[i].(*book.Heading)
		singleSpaces(h.Content)
		taken := len(c.Title) == 0
		if taken {
			c.Title, c.Pos = h.Content, h.Pos
		} else if !sameWords(h.Content, c.Title) || callsNote(h.Content) && callsNote(c.Title) {
			break
		} else if callsNote(h.Content) {
			c.Title = h.Content // whose note would be lost
		}
		if first == nil {
			first = h
		}
		if c.Body = without(c.Body, i, c.Title); h.Level > 1 {
			raise(c.Body)
		}
		if hasPlace(h.Content) {
			lowerPlaces(c, h)
			if taken {
				c.Title = h.Content
			}
		}
	}
	if len(c.Title) == 0 {
		name := FileTitle(c.File, c.Lang)
		c.Pos = book.Pos{File: c.File, Line: 1, Col: 1}
		c.Title = []book.Inline{&book.Text{Value: name, Pos: c.Pos}}
		if read {
			r.report(rule.TitleFile.At(c.Pos, "to give another, begin the file with the lines ---, title: ... and ---, or with # and the title",
				"the title of the chapter is the name of its file: %q", clip(name)))
		}
	}
	return first
}

// singleSpaces makes one space of several in the code of a title, which front matter has on
// one line.
func singleSpaces(list []book.Inline) {
	book.WalkInlines(list, func(in book.Inline) bool {
		if c, ok := in.(*book.Code); ok {
			c.Value = spaced(c.Value)
		}
		return true
	})
}

// lowerPlaces takes the places within a heading that has become the title to the beginning
// of the body, where links to them lead: a title stands in several places of the book.
func lowerPlaces(c *book.Chapter, h *book.Heading) {
	var places []book.Inline
	book.WalkInlines(h.Content, func(in book.Inline) bool {
		if s, ok := in.(*book.Span); ok && s.ID != "" {
			places = append(places, &book.Span{ID: s.ID})
		}
		return true
	})
	h.Content = rawhtml.Trim(tidy(withoutPlaces(h.Content)))
	c.Body = settlePlaces(append([]book.Block{&book.Paragraph{Content: places, Pos: h.Pos}}, c.Body...))
}

// titleHeading returns the place of the heading that stands where the title of a chapter
// does, -1 for none: the first heading, when it has the rank of a title
// or stands above all text and is the only one of its rank. Where several headings have
// one "#" and text stands before the first, they are sections, and so are several with
// "##". Where the chapter is titled already, a deeper rank counts as "##": it is settled to that,
// so that the heading says the title again now or when the chapter is read once more.
func titleHeading(blocks []book.Block, titled bool) int {
	first, worded := firstHeading(blocks)
	if first < 0 {
		return -1
	}
	level, peers := blocks[first].(*book.Heading).Level, 0
	for _, b := range blocks {
		if h, ok := b.(*book.Heading); ok && h.Level <= level {
			peers++
		}
	}
	switch {
	case len(blocks[first].(*book.Heading).Content) == 0:
		return -1
	case level == 1 && (peers == 1 || !worded), (level == 2 || level > 2 && titled) && peers == 1 && !worded:
		return first
	}
	return -1
}

// firstHeading returns the place of the first heading, -1 for none, and whether words
// stand before it. A picture above the title, or a rule, is no words.
func firstHeading(blocks []book.Block) (at int, worded bool) {
	for i, b := range blocks {
		switch b.(type) {
		case *book.Heading:
			return i, worded
		case *book.Figure, *book.Break, *book.NewPage:
		default:
			worded = true
		}
	}
	return -1, worded
}

// callsNote reports whether a run of text calls a note.
func callsNote(list []book.Inline) (found bool) {
	book.WalkInlines(list, func(in book.Inline) bool {
		_, ok := in.(*book.NoteRef)
		found = found || ok
		return !found
	})
	return found
}

func sameWords(a, b []book.Inline) bool {
	words := func(list []book.Inline) string { return strings.Join(strings.Fields(book.PlainText(list)), " ") }
	return words(a) != "" && strings.EqualFold(words(a), words(b))
}

// without returns a copy of blocks without the heading at i, and without those of its rank
// that say the title once more before anything else does. All of these go at once, so that
// a chapter of nothing else takes linear time; [reader.title] has at most one more
// heading of each rank to look at.
func without(blocks []book.Block, i int, title []book.Inline) []book.Block {
	level := blocks[i].(*book.Heading).Level
	out := append([]book.Block(nil), blocks[:i]...)
	for i++; i < len(blocks); i++ {
		switch b := blocks[i].(type) {
		case *book.Heading:
			if b.Level != level || !sameWords(b.Content, title) || callsNote(b.Content) {
				return append(out, blocks[i:]...)
			}
		case *book.Figure, *book.Break, *book.NewPage:
			out = append(out, b)
		default:
			return append(out, blocks[i:]...)
		}
	}
	return out
}

// raise makes up for a title that was written as "##": the headings below it are one rank
// too deep.
func raise(blocks []book.Block) {
	book.WalkBlocks(blocks, func(b book.Block) bool {
		if h, ok := b.(*book.Heading); ok {
			h.Level = max(h.Level-1, 2)
		}
		return true
	})
}
