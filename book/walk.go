package book

import "strings"

// PlainText returns the words of list without markup: a line break is a space,
// a note call nothing, an image its alternative text, a formula its text.
func PlainText(list []Inline) string {
	var b strings.Builder
	WalkInlines(list, func(in Inline) bool {
		switch in := in.(type) {
		case *Text:
			b.WriteString(in.Value)
		case *Code:
			b.WriteString(in.Value)
		case *Math:
			b.WriteString(in.Text)
		case *LineBreak:
			b.WriteByte(' ')
		case *InlineImage:
			if in.Image != nil {
				b.WriteString(in.Image.Alt)
			}
		}
		return true
	})
	return b.String()
}

// Label returns list as a label elsewhere shows it, such as a title in the
// contents: without note calls, pictures, formulas, line breaks and links, and with
// the styles and languages of its words.
func Label(list []Inline) []Inline {
	var out []Inline
	for _, in := range list {
		switch in := in.(type) {
		case *Text, *Code:
			out = append(out, in)
		case *Styled:
			out = append(out, &Styled{in.Style, Label(in.Content)})
		case *Span:
			out = append(out, &Span{Lang: in.Lang, Title: in.Title, Content: Label(in.Content)})
		case *Link:
			out = append(out, Label(in.Content)...)
		case *Math:
			out = append(out, &Text{Value: in.Text})
		case *LineBreak:
			out = append(out, &Text{Value: " "})
		case *InlineImage:
			if in.Image != nil && in.Image.Alt != "" {
				out = append(out, &Text{Value: in.Image.Alt})
			}
		}
	}
	return out
}

// InlineContent returns where the inlines within in are, for those who change
// them; nil for a leaf.
func InlineContent(in Inline) *[]Inline {
	switch in := in.(type) {
	case *Styled:
		return &in.Content
	case *Link:
		return &in.Content
	case *Span:
		return &in.Content
	}
	return nil
}

// WithContent returns a copy of in with other inlines within, all else as it is; a
// leaf itself.
func WithContent(in Inline, content []Inline) Inline {
	switch in := in.(type) {
	case *Styled:
		c := *in
		c.Content = content
		return &c
	case *Link:
		c := *in
		c.Content = content
		return &c
	case *Span:
		c := *in
		c.Content = content
		return &c
	}
	return in
}

// InlineChildren returns the inlines within in, nil for a leaf.
func InlineChildren(in Inline) []Inline {
	if content := InlineContent(in); content != nil {
		return *content
	}
	return nil
}

// WalkInlines calls visit for each inline of list and those within it, in
// reading order. When visit returns false the inlines within are passed over.
func WalkInlines(list []Inline, visit func(Inline) bool) {
	for _, in := range list {
		if visit(in) {
			WalkInlines(InlineChildren(in), visit)
		}
	}
}

// BlockChildren returns the blocks within b in reading order, nil for a leaf.
func BlockChildren(b Block) []Block {
	switch b := b.(type) {
	case *List:
		var all []Block
		for _, it := range b.Items {
			all = append(all, it.Blocks...)
		}
		return all
	case *Quote:
		return b.Blocks
	case *Division:
		return b.Blocks
	case *DefinitionList:
		var all []Block
		for _, it := range b.Items {
			for _, d := range it.Details {
				all = append(all, d...)
			}
		}
		return all
	}
	return nil
}

// WalkBlocks calls visit for each block of list and those within it, in reading
// order. When visit returns false the blocks within are passed over.
func WalkBlocks(list []Block, visit func(Block) bool) {
	for _, b := range list {
		if visit(b) {
			WalkBlocks(BlockChildren(b), visit)
		}
	}
}

// BlockInlines returns the runs of inlines that b itself holds, not those of
// the blocks within it.
func BlockInlines(b Block) [][]Inline {
	switch b := b.(type) {
	case *Paragraph:
		return [][]Inline{b.Content}
	case *Heading:
		return [][]Inline{b.Content}
	case *Figure:
		return [][]Inline{b.Caption, b.Credit}
	case *Formula:
		return [][]Inline{{b.Math}}
	case *Table:
		return tableInlines(b)
	case *DefinitionList:
		var all [][]Inline
		for _, it := range b.Items {
			all = append(all, it.Terms...)
		}
		return all
	}
	return nil
}

func tableInlines(t *Table) [][]Inline {
	all := [][]Inline{t.Caption}
	for _, rows := range [][][]Cell{t.Head, t.Rows} {
		for _, row := range rows {
			for _, c := range row {
				all = append(all, c.Content)
			}
		}
	}
	return all
}

// ChapterBlocks returns the editor's note, body and notes of c, the blocks that
// rules over text have to see.
func ChapterBlocks(c *Chapter) []Block {
	all := append([]Block(nil), c.EditorsNote...)
	if c.Image != nil {
		all = append(all, c.Image)
	}
	all = append(all, c.Body...)
	for _, n := range c.Notes {
		all = append(all, n.Blocks...)
	}
	return all
}

// NoteBlocks returns the blocks of the book's editor's note and of its
// footnotes; none when n is nil.
func NoteBlocks(n *Note) []Block {
	if n == nil {
		return nil
	}
	all := append([]Block(nil), n.Blocks...)
	for _, foot := range n.Notes {
		all = append(all, foot.Blocks...)
	}
	return all
}

// FigureAlt returns what stands for the figure where it cannot be seen: its
// alternative text, or else its caption, and nothing for a decoration.
func FigureAlt(f *Figure) string {
	switch {
	case f.Decorative:
		return ""
	case f.Image != nil && f.Image.Alt != "":
		return f.Image.Alt
	}
	return PlainText(f.Caption)
}
