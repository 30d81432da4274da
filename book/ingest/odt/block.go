package odt

import (
	"strings"

	"octavo/book"
	"octavo/book/base/rule"
	"octavo/book/ingest/draft"
	"octavo/book/markup/xmltree"
	"octavo/book/source/markdown"
)

// blocks returns the blocks of a body, a cell, a note or a box.
func (d *document) blocks(n *xmltree.Node) []draft.Block {
	b := &builder{document: d}
	b.read(n)
	if b.pending != nil {
		b.add(b.pending, draft.None)
	}
	return b.out
}

// A builder makes the blocks of one container.
type builder struct {
	*document
	out     []draft.Block
	pending *book.Paragraph // a caption that may belong to the table below it
	list    string          // the style of the list that was read last, "" when something followed it
}

// indexes are what the program makes of the text: it is no text itself.
var indexes = map[string]bool{"table-of-content": true, "illustration-index": true, "table-index": true, "object-index": true, "user-index": true, "alphabetical-index": true}

func (b *builder) read(n *xmltree.Node) {
	for _, k := range n.Kids {
		if indexes[k.Name] {
			b.index(k)
			continue
		}
		switch k.Name {
		case "h":
			b.heading(k)
		case "p":
			b.paragraph(k)
		case "list":
			b.listOf(k)
		case "table":
			b.table(k)
		case "section":
			b.section(k)
		case "bibliography":
			b.read(k)
		case "index-body", "index-title", "numbered-paragraph":
			b.read(k)
		case "tracked-changes":
			if k.Child("changed-region") != nil {
				b.left(rule.ImportChanges, "accept or reject them in LibreOffice to be sure", "tracked changes are taken as accepted")
			}
		case "frame", "custom-shape", "rect", "ellipse", "line", "connector", "polygon", "path", "g", "a", "caption", "control":
			r := &runs{builder: b}
			b.loose(draft.Trim(r.piece(k, look{})), r.boxes)
		}
	}
}

// loose adds what stands on a page and in no paragraph.
func (b *builder) loose(content []book.Inline, boxes []book.Block) {
	if len(content) > 0 {
		b.figures(content)
	}
	for _, box := range boxes {
		b.add(box, draft.None)
	}
}

// section reads a section; one that is hidden is left out.
func (b *builder) section(n *xmltree.Node) {
	b.linked(n)
	if v := n.Any("display"); v == "none" || v == "condition" && n.Any("is-hidden") == "true" {
		b.conceal(n.Content())
		return
	}
	b.read(n)
}

func (b *builder) add(bl book.Block, role draft.Role) {
	if p := b.pending; p != nil {
		b.pending = nil
		if t, ok := bl.(*book.Table); ok && len(t.Caption) == 0 {
			t.Caption = b.hoist(p.Content, &t.ID)
		} else if bl != book.Block(p) {
			b.out = append(b.out, draft.Block{Block: p})
		}
	}
	b.list = ""
	b.out = append(b.out, draft.Block{Block: bl, Role: role})
}

// last returns the block above.
func (b *builder) last() book.Block {
	if len(b.out) == 0 || b.pending != nil {
		return nil
	}
	return b.out[len(b.out)-1].Block
}

// heading reads a heading; one that has the style of titles is the title.
func (b *builder) heading(n *xmltree.Node) {
	chain := b.chain("paragraph", n.Any("style-name"))
	if k, _ := kindOf(chain); k == title || k == subtitle {
		b.paragraph(n)
		return
	}
	b.headingOf(n, chain, number(n.Any("outline-level"), 1))
}

func (b *builder) headingOf(n *xmltree.Node, chain []*style, level int) {
	l := b.ofParagraph(chain, true)
	if l.hidden {
		b.conceal(n.Content())
		return
	}
	r := &runs{builder: b}
	content := draft.Trim(r.inlines(n, l))
	if len(content) > 0 {
		content, _, _ = draft.Unstyle(content)
		h := &book.Heading{Level: min(max(level, 1)+1, 6), Content: content}
		if text := strings.Join(strings.Fields(book.PlainText(content)), " "); b.outlines[text] {
			h.ID = markdown.Slug(text)
		}
		h.Content = b.hoist(content, &h.ID)
		b.add(h, draft.None)
	}
	b.loose(nil, r.boxes)
}

// paragraph reads a paragraph, and the boxes that hang on it.
func (b *builder) paragraph(n *xmltree.Node) {
	chain := b.chain("paragraph", n.Any("style-name"))
	k, level := kindOf(chain)
	l := b.ofParagraph(chain, k != text)
	switch {
	case l.hidden || isConcealed(n):
		b.conceal(n.Content())
		return
	case k == code:
		b.codeLine(n)
		return
	case level > 0:
		b.headingOf(n, chain, level)
		return
	}
	r := &runs{builder: b}
	content := draft.Trim(r.inlines(n, l))
	b.place(k, content, chain)
	b.loose(nil, r.boxes)
}

// place adds the content of a paragraph by what it is.
func (b *builder) place(k kind, content []book.Inline, chain []*style) {
	p := &book.Paragraph{Content: content}
	switch {
	case len(content) == 0:
		if k == ruled || bordered(chain) {
			b.add(&book.Break{}, draft.None)
		}
	case onlyImages(content):
		b.figures(content)
	case single(content) != nil:
		b.add(&book.Formula{Math: single(content)}, draft.None)
	case k == caption && b.captioned(content):
	case k == tableCaption:
		if t, ok := b.last().(*book.Table); ok && len(t.Caption) == 0 {
			t.Caption = b.hoist(content, &t.ID)
			return
		}
		if b.pending != nil {
			b.add(b.pending, draft.None)
		}
		b.pending = p
	case k == title:
		b.add(p, draft.Title)
	case k == subtitle:
		b.add(p, draft.Standfirst)
	case k == author:
		b.add(p, draft.Byline)
	case k == date:
		b.add(p, draft.Dateline)
	case k == quote:
		if q, ok := b.last().(*book.Quote); ok {
			q.Blocks = append(q.Blocks, p)
			return
		}
		b.add(&book.Quote{Blocks: []book.Block{p}}, draft.None)
	case k == pull:
		b.add(&book.Division{Class: book.PullQuote, Blocks: []book.Block{p}}, draft.None)
	default:
		b.add(p, draft.None)
	}
}

// bordered reports whether an empty paragraph is a line, by its lower border.
func bordered(chain []*style) bool {
	for _, s := range chain {
		if v := s.node.Child("paragraph-properties").Any("border-bottom"); v != "" && v != "none" {
			return true
		}
	}
	return false
}

func onlyImages(content []book.Inline) bool {
	for _, in := range content {
		switch in := in.(type) {
		case *book.InlineImage, *book.LineBreak:
		case *book.Link:
			if !onlyImages(in.Content) {
				return false
			}
		case *book.Text:
			if strings.TrimSpace(in.Value) != "" {
				return false
			}
		default:
			return false
		}
	}
	return len(content) > 0
}

// single returns the formula that is all of a paragraph, nil for none.
func single(content []book.Inline) *book.Math {
	if len(content) != 1 {
		return nil
	}
	m, _ := content[0].(*book.Math)
	return m
}

func (b *builder) figures(content []book.Inline) {
	for _, in := range content {
		switch in := in.(type) {
		case *book.InlineImage:
			b.add(&book.Figure{Image: in.Image}, draft.None)
		case *book.Link:
			from := len(b.out)
			b.figures(in.Content)
			for _, bl := range b.out[from:] {
				if f, ok := bl.Block.(*book.Figure); ok {
					f.Link = &book.Link{URL: in.URL}
				}
			}
		}
	}
}

// captioned gives a caption to the picture above it.
func (b *builder) captioned(content []book.Inline) bool {
	f, ok := b.last().(*book.Figure)
	if ok && len(f.Caption) == 0 {
		f.Caption = b.hoist(content, &f.ID)
		return true
	}
	return false
}

// codeLine appends a line to the listing above, or begins one.
func (b *builder) codeLine(n *xmltree.Node) {
	line := verbatim(n)
	if c, ok := b.last().(*book.CodeBlock); ok {
		c.Text += "\n" + line
		return
	}
	b.add(&book.CodeBlock{Text: line}, draft.None)
}

// verbatim returns the text of a line of code, with its spaces.
func verbatim(n *xmltree.Node) string {
	var out strings.Builder
	for _, k := range n.Kids {
		switch k.Name {
		case "":
			out.WriteString(collapse(k.Text))
		case "s":
			out.WriteString(strings.Repeat(" ", min(number(k.Any("c"), 1), maxSpaces)))
		case "tab":
			out.WriteByte('\t')
		case "line-break":
			out.WriteByte('\n')
		case "note", "annotation", "annotation-end", "frame":
		default:
			out.WriteString(verbatim(k))
		}
	}
	return out.String()
}

// maxSpaces bounds the spaces that one element stands for.
const maxSpaces = 200
