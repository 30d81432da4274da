package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"octavo/book"
	"octavo/book/base/rule"
	"octavo/book/source/rawhtml"
)

// A frame is a container of raw HTML whose end tag is still to come.
type frame struct {
	tag rawhtml.Tag
	pos book.Pos
	out []book.Block // the blocks before the container
}

// blocks returns the blocks below a node. The start and the end tag of a
// container may stand in HTML blocks with Markdown between them.
func (d *document) blocks(parent ast.Node) []book.Block {
	var out []book.Block
	var frames []frame
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		if h, ok := n.(*ast.HTMLBlock); ok {
			out, frames = d.htmlBlock(h, out, frames)
			continue
		}
		if p, ok := n.(*ast.Paragraph); ok && len(out) > 0 {
			if t, ok := out[len(out)-1].(*book.Table); ok && d.caption(p, t) {
				continue
			}
		}
		if p, ok := n.(*ast.Paragraph); ok {
			if t := d.captioned(p); t != nil {
				out, n = append(out, t...), n.NextSibling()
				continue
			}
		}
		out = append(out, d.block(n)...)
	}
	for len(frames) > 0 {
		f := frames[len(frames)-1]
		d.report(rule.RawHTML.At(f.pos, "write </"+f.tag.Name+"> where it ends", "the element <%s> is not closed", clip(f.tag.Name)))
		out, frames = closeFrame(out, frames)
	}
	return out
}

func (d *document) htmlBlock(h *ast.HTMLBlock, out []book.Block, frames []frame) ([]book.Block, []frame) {
	f := d.fragment(h)
	d.allow(f.text, h)
	d.rawLosses(h, f)
	d.marksInHTML(f)
	pieces, faults := rawhtml.Fragment(f.text, d.lang,
		func(i int) book.Pos { return d.place(f.offset(i)) },
		func(label string, i int) bool { return d.g.defined(label, f.offset(i)) },
		func(t rawhtml.Tag, i int) { d.losses.lost(t, d.place(f.offset(i))) })
	d.report(faults...)
	for _, p := range pieces {
		d.calls(p.Blocks)
		switch {
		case p.Open != nil && len(frames) < MaxDepth:
			frames = append(frames, frame{*p.Open, p.Pos, out})
			out = nil
		case p.Open != nil:
			if !d.deep {
				d.report(rule.NestingLimit.At(p.Pos, rawhtml.NestingHint, "nesting of more than %d levels", MaxDepth))
			}
			d.deep = true
		case p.Close != "":
			out, frames = d.endFrame(p, out, frames)
		}
		out = append(out, p.Blocks...)
	}
	return out, frames
}

// endFrame closes the nearest frame of a name and the frames within it.
func (d *document) endFrame(p rawhtml.Piece, out []book.Block, frames []frame) ([]book.Block, []frame) {
	k := len(frames) - 1
	for k >= 0 && frames[k].tag.Name != p.Close {
		k--
	}
	if k < 0 {
		if rawhtml.ClassOf(p.Close) != rawhtml.Unknown && rawhtml.ClassOf(p.Close) != rawhtml.Removed {
			d.report(rule.RawHTML.At(p.Pos, "delete it, or write <"+clip(p.Close)+"> where the element begins", "</%s> ends an element that is not open", clip(p.Close)))
		}
		return out, frames
	}
	for len(frames) > k {
		out, frames = closeFrame(out, frames)
	}
	return out, frames
}

func closeFrame(out []book.Block, frames []frame) ([]book.Block, []frame) {
	f := frames[len(frames)-1]
	return append(f.out, rawhtml.Classed(f.tag, out, f.pos)...), frames[:len(frames)-1]
}

// block returns the blocks of a node, usually one.
func (d *document) block(n ast.Node) []book.Block {
	pos := d.place(max(n.Pos(), 0))
	switch n := n.(type) {
	case *ast.Paragraph, *ast.TextBlock:
		return d.paragraph(n)
	case *ast.Heading:
		return d.heading(n, pos)
	case *ast.ThematicBreak:
		d.columnLine(n)
		return []book.Block{&book.Break{Pos: pos}}
	case *ast.CodeBlock:
		return d.code(n, pos)
	case *ast.FencedCodeBlock:
		code := d.code(n, pos)
		if n.Info == nil {
			return code
		}
		return d.fenced(code, n.Info.Segment.Value(d.src))
	case *ast.Blockquote:
		if blocks := d.blocks(n); len(blocks) > 0 {
			return []book.Block{&book.Quote{Blocks: blocks, Pos: pos}}
		}
	case *ast.List:
		if seedsContents(n) {
			return nil
		}
		return d.listOf(n, pos)
	case *east.Table:
		return d.table(n, pos)
	case *east.DefinitionList:
		return d.definitions(n, pos)
	case *lineMark:
		return d.lineMark(n, pos)
	case *display:
		return d.display(n)
	case *division:
		return d.division(n, pos)
	case *lineBlock:
		if blocks := d.blocks(n); len(blocks) > 0 {
			return []book.Block{&book.Division{Class: book.Verse, Blocks: blocks, Pos: pos}}
		}
	case *stray:
		d.once("stray", rule.BlockOpen.At(pos, "delete it, or write what begins the block, such as ::: box", "a line of colons ends no block"))
	}
	return nil
}

func (d *document) paragraph(n ast.Node) []book.Block {
	if figures := d.figures(n); figures != nil {
		return figures
	}
	d.untaken(n)
	b := d.builder(n)
	b.startVerse(n)
	b.children(n)
	content := b.finish()
	if len(content) == 0 {
		return nil
	}
	return rawhtml.Paragraph(content, d.place(max(n.Pos(), 0)))
}

func (d *document) heading(n *ast.Heading, pos book.Pos) []book.Block {
	content := d.inlines(n)
	if len(content) == 0 {
		d.report(rule.HeadingEmpty.At(pos, "write its words, or delete it", "a heading without words is left out"))
		return nil
	}
	h := &book.Heading{Level: n.Level, Content: content, Pos: pos}
	if a := bracesOf(n); a != nil {
		h.ID = a.id
		for _, class := range a.classes {
			if class != unnumbered && class != "unlisted" { // no heading of a book has a number
				d.unknown(a, "."+class, "#id")
			}
		}
		for _, p := range a.pairs {
			d.unknown(a, p.key, "#id")
		}
	}
	return []book.Block{h}
}

// code returns a code block. Tabs are spaces up to the next fourth column, and
// lines of spaces are empty.
func (d *document) code(n ast.Node, pos book.Pos) []book.Block {
	var text bytes.Buffer
	for i := range n.Lines().Len() {
		l := n.Lines().At(i)
		line := l.Value(d.src)
		if len(bytes.Trim(line, " \t\n")) == 0 {
			line = []byte("\n")
		}
		text.Write(expandTabs(line))
	}
	return []book.Block{&book.CodeBlock{
		Text: strings.TrimSuffix(text.String(), "\n"),
		Pos:  pos,
	}}
}

func expandTabs(line []byte) []byte {
	if bytes.IndexByte(line, '\t') < 0 {
		return line
	}
	const width = 4 // CommonMark's tab stop
	var out []byte
	col := 0
	for _, c := range line {
		if c != '\t' {
			out = append(out, c)
			if c&0xc0 != 0x80 {
				col++
			}
			continue
		}
		for ok := true; ok; ok = col%width != 0 {
			out = append(out, ' ')
			col++
		}
	}
	return out
}

// langRune keeps what the name of a programming language is made of.
func langRune(r rune) rune {
	if r < 0x80 && (isAlnum(byte(r)) || strings.ContainsRune("+#.-_", r)) {
		return r
	}
	return -1
}

func (d *document) listOf(n *ast.List, pos book.Pos) []book.Block {
	l := &book.List{Ordered: n.IsOrdered(), Tight: n.IsTight, Pos: pos}
	if l.Ordered {
		l.Start = n.Start
		l.Delimiter = delimiterOf(n.Marker)
	}
	if e := enumerationOf(n); e != nil {
		l.Numbering, l.Delimiter = e.numbering, e.delimiter
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		it := &book.ListItem{Blocks: d.blocks(c), Pos: d.place(max(c.Pos(), 0))}
		if first := c.FirstChild(); first != nil {
			if box, ok := first.FirstChild().(*east.TaskCheckBox); ok {
				it.Task = book.Open
				if box.IsChecked {
					it.Task = book.Done
				}
			}
		}
		l.Items = append(l.Items, it)
	}
	return []book.Block{l}
}

// delimiterOf returns what stands around the numbers of CommonMark.
func delimiterOf(marker byte) book.Delimiter {
	if marker == ')' {
		return book.Parenthesis
	}
	return book.Period
}

func (d *document) definitions(n *east.DefinitionList, pos book.Pos) []book.Block {
	var out []book.Block
	var cur *book.Definition
	flush := func() {
		if cur != nil {
			out = rawhtml.Define(out, cur, pos)
		}
		cur = nil
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		_, isTerm := c.(*east.DefinitionTerm)
		if cur == nil || isTerm && len(cur.Details) > 0 {
			flush()
			cur = &book.Definition{}
		}
		if isTerm {
			if term := d.inlines(c); len(term) > 0 {
				cur.Terms = append(cur.Terms, term)
			}
		} else if blocks := d.blocks(c); len(blocks) > 0 {
			cur.Details = append(cur.Details, blocks)
		}
	}
	flush()
	return out
}
