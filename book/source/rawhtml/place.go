package rawhtml

import "octavo/book"

// own returns what any element may say of its text, as a span without content: the place
// that it is, its language and its direction; nil when it says nothing.
func own(t Tag) *book.Span {
	s := &book.Span{ID: Place(t), Lang: Language(t), Dir: Direction(t)}
	switch {
	case t.Name == "bdo":
		s.Override = s.Dir == book.DirLTR || s.Dir == book.DirRTL
	case t.Name == "bdi" && s.Dir == book.DirInherit:
		s.Dir = book.DirAuto
	}
	if s.ID == "" && s.Lang == "" && s.Dir == book.DirInherit {
		return nil
	}
	return s
}

// under returns content as the text of a span that [own] returned. A span without
// content is kept when it is a place.
func under(s *book.Span, content []book.Inline) []book.Inline {
	if s == nil || len(content) == 0 && s.ID == "" {
		return content
	}
	if len(content) == 1 {
		if abbr, ok := content[0].(*book.Span); ok && abbr.Title+abbr.Time != "" {
			abbr.ID, abbr.Lang, abbr.Dir = s.ID, s.Lang, s.Dir
			return content
		}
	}
	s.Content = content
	return []book.Inline{s}
}

// blocksUnder returns blocks under what their element says of them: a paragraph has it as
// a span around its text, a figure may be the place itself, and all else is a division.
func blocksUnder(t Tag, blocks []book.Block, pos book.Pos) []book.Block {
	s := own(t)
	switch {
	case s == nil || len(blocks) == 0 && s.ID == "":
		return blocks
	case len(blocks) == 0:
		return []book.Block{&book.Paragraph{Content: []book.Inline{s}, Pos: pos}}
	}
	if len(blocks) == 1 {
		switch b := blocks[0].(type) {
		case *book.Paragraph:
			if !containers[t.Name] && book.Sole(b.Content) == nil {
				b.Content = under(s, b.Content)
				return blocks
			}
		case *book.Figure:
			if b.ID == "" && s.Lang == "" && s.Dir == book.DirInherit {
				b.ID = s.ID
				return blocks
			}
		}
	}
	return []book.Block{&book.Division{ID: s.ID, Lang: s.Lang, Dir: s.Dir, Blocks: blocks, Pos: pos}}
}

// Place returns the id of an element, or the name of an anchor, which is what pages had
// before there were ids.
func Place(t Tag) string {
	if id := ID(t); id != "" || t.Name != "a" {
		return id
	}
	return idOf(t.Get("name"))
}

// Direction returns the direction that an element states.
func Direction(t Tag) book.Direction { return book.DirectionNamed(t.Get("dir")) }

// IsPlace reports whether an inline is a place that links can name, and so means something
// without content.
func IsPlace(in book.Inline) bool {
	s, ok := in.(*book.Span)
	return ok && s.ID != ""
}
