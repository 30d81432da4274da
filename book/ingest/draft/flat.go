package draft

import (
	"strings"

	"octavo/book"
)

// Cell returns the blocks of a cell as one run; paragraphs are parted by line breaks.
func Cell(list []Block) []book.Inline {
	var content []book.Inline
	for _, b := range list {
		for _, run := range flat(b.Block, "") {
			if len(content) > 0 {
				content = append(content, &book.LineBreak{})
			}
			content = append(content, run...)
		}
	}
	return content
}

// flat returns the runs of text in a block of a cell, which has no blocks: items keep
// their marks as text.
func flat(bl book.Block, mark string) [][]book.Inline {
	var out [][]book.Inline
	add := func(run []book.Inline) {
		if len(run) > 0 {
			out = append(out, Join(Text(mark), run...))
			mark = ""
		}
	}
	switch bl := bl.(type) {
	case *book.Figure:
		add([]book.Inline{&book.InlineImage{Image: bl.Image}})
	case *book.Formula:
		add([]book.Inline{bl.Math})
	case *book.CodeBlock:
		for line := range strings.Lines(bl.Text) {
			add([]book.Inline{&book.Code{Value: strings.TrimRight(line, "\n")}})
		}
	case *book.List:
		for i, it := range bl.Items {
			mark := "• "
			if bl.Ordered {
				mark = bl.Delimiter.Mark(bl.Numbering.Number(bl.Start+i)) + " "
			}
			for _, inner := range it.Blocks {
				out = append(out, flat(inner, mark)...)
				mark = ""
			}
		}
		return out
	}
	for _, run := range book.BlockInlines(bl) {
		add(run)
	}
	for _, inner := range book.BlockChildren(bl) {
		out = append(out, flat(inner, "")...)
	}
	return out
}
