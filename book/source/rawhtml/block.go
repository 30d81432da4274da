package rawhtml

import (
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"octavo/book"
	"octavo/book/base/rule"
)

// A Piece is a part of a fragment: blocks, or the start or the end of a
// container whose other end is outside the fragment.
type Piece struct {
	Blocks []book.Block
	Open   *Tag   // a container that begins here
	Close  string // the name of a container that ends here
	Pos    book.Pos
}

// Fragment reads src. place gives the place of an offset in it. Elements nested
// deeper than [MaxDepth] are an error.
//
// "[^label]" calls a footnote, as in Markdown, when note says so of the label and
// its offset; note may be nil. The call has a note of its own, with nothing but the
// label. "&#91;^label]" and code call none.
//
// lang is the language of the text around, for quotation marks.
//
// lost is called for each element with attributes that are [Unread]; it may be nil.
func Fragment(src, lang string, place func(int) book.Pos, note func(label string, at int) bool, lost func(Tag, int)) ([]Piece, []book.Diagnostic) {
	root, open, deep := parse(src)
	if lost != nil {
		root.losses(lost)
	}
	b := builder{place: place, note: note, lang: lang}
	if deep >= 0 {
		b.list = append(b.list, rule.NestingLimit.At(place(deep), NestingHint, "nesting of more than %d levels", MaxDepth))
	}
	var pieces []Piece
	n := root
	for {
		var inner *node
		children := n.children
		if len(open) > 0 && holds(open[0].Name) {
			inner, open = open[0], open[1:]
			children = children[:len(children)-1]
		}
		pieces = append(pieces, b.split(children)...)
		if inner == nil {
			return pieces, b.list
		}
		b.centred(inner)
		pieces = append(pieces, Piece{Open: &inner.Tag, Pos: place(inner.at)})
		n = inner
	}
}

// holds reports whether Markdown may stand between the tags of an element.
func holds(name string) bool { return containers[name] || name == "blockquote" }

// Contain returns what a container is in the model, with its blocks.
func Contain(t Tag, blocks []book.Block, pos book.Pos) []book.Block {
	if t.Name == "blockquote" && len(blocks) > 0 {
		blocks = []book.Block{&book.Quote{Blocks: blocks, Pos: pos}}
	}
	return blocksUnder(t, blocks, pos)
}

// A builder turns nodes into blocks and inlines.
type builder struct {
	place   func(int) book.Pos
	note    func(label string, at int) bool // whether a label calls a footnote; may be nil
	lang    string                          // of the text around
	list    []book.Diagnostic
	space   bool // the last character written is a space, or nothing was written
	literal int  // open elements that are code
	foreign bool // the page is none of the book: nothing of the book leads to its places
}

// tag returns the tag of an element, without its places and directions on a page that is
// none of the book: saved pages have them on each element.
func (b *builder) tag(n *node) Tag {
	if !b.foreign {
		return n.Tag
	}
	t := n.Tag
	t.attr = slices.DeleteFunc(slices.Clone(t.attr), func(a html.Attribute) bool {
		return a.Key == "id" || a.Key == "name" || a.Key == "dir" || a.Key == "datetime"
	})
	return t
}

// class returns the class of an element. A page that is none of the book has its films among
// players and advertisements, and they are left out.
func (b *builder) class(n *node) Class {
	class := ClassOf(n.Name)
	if class == Media && b.foreign {
		return Removed
	}
	return class
}

func (b *builder) dropped(n *node) { b.list = append(b.list, Dropped(n.Name, b.place(n.at))) }

// centred reports an element that centres its text, since where text stands is the theme's.
func (b *builder) centred(n *node) {
	if n.Name == "center" && !b.foreign {
		b.list = append(b.list, rule.RawHTML.At(b.place(n.at), "take <center> away: where text stands is that of the theme", "the text in <center> is set as any other"))
	}
}

// split returns the pieces of a list of siblings, parted at stray end tags.
func (b *builder) split(nodes []*node) []Piece {
	var pieces []Piece
	from := 0
	flush := func(to int) {
		if blocks := b.blocks(nodes[from:to]); len(blocks) > 0 {
			pieces = append(pieces, Piece{Blocks: blocks, Pos: blocks[0].Position()})
		}
		from = to + 1
	}
	for i, n := range nodes {
		if n.End {
			flush(i)
			pieces = append(pieces, Piece{Close: n.Name, Pos: b.place(n.at)})
		}
	}
	flush(len(nodes))
	return pieces
}

// blocks returns the blocks of siblings; runs of text and phrases among them
// are paragraphs.
func (b *builder) blocks(nodes []*node) []book.Block {
	var out []book.Block
	from := 0
	flush := func(to int) {
		if from < to {
			out = append(out, b.paragraph(nodes[from:to])...)
		}
		from = to + 1
	}
	for i, n := range nodes {
		class := b.class(n)
		switch {
		case n.Name == "", class == Removed:
		case class != Block && !b.foreign && isPage(n):
			flush(i)
			out = append(out, &book.NewPage{Pos: b.place(n.at)})
		case class == Block:
			b.centred(n)
			flush(i)
			out = append(out, b.block(n)...)
		case class == Media && n.hasBlock:
			flush(i)
			out = append(out, b.mediaBlocks(n)...)
		case n.hasBlock:
			flush(i)
			if class == Unknown {
				b.dropped(n)
			}
			out = append(out, b.blocks(n.children)...)
		}
	}
	flush(len(nodes))
	return out
}

// paragraph returns what a run of phrases is: a paragraph, figures when it is
// images alone, or nothing.
func (b *builder) paragraph(nodes []*node) []book.Block {
	b.space = true
	content := Trim(b.inlines(nodes))
	if len(content) == 0 {
		return nil
	}
	return Paragraph(content, b.place(start(nodes)))
}

// Paragraph returns what a run of text is as blocks: figures when it is images
// alone, nothing when it is no-break spaces, which pages have as a gap, and a paragraph
// otherwise.
func Paragraph(content []book.Inline, pos book.Pos) []book.Block {
	if len(content) == 1 {
		if t, ok := content[0].(*book.Text); ok && strings.TrimSpace(t.Value) == "" {
			return nil
		}
	}
	if figures := figures(content); figures != nil {
		return figures
	}
	return []book.Block{&book.Paragraph{Content: content, Pos: pos}}
}

// start returns the offset of the first node that is not white space.
func start(nodes []*node) int {
	for _, n := range nodes {
		if text := strings.TrimLeft(n.text, " \t\r\n\f"); n.Name != "" || text != "" {
			return n.at + len(n.text) - len(text)
		}
	}
	return nodes[0].at
}

// block returns the blocks of an element of class Block, with the new pages that its author
// asks for.
func (b *builder) block(n *node) []book.Block {
	pos := b.place(n.at)
	if b.foreign {
		return b.element(n, pos)
	}
	return paged(n.Tag, b.element(n, pos), pos)
}

// element returns the blocks of an element of class Block.
func (b *builder) element(n *node, pos book.Pos) []book.Block {
	switch n.Name {
	case "h1", "h2", "h3", "h4", "h5", "h6":
		return b.heading(n, pos)
	case "ul", "ol", "menu":
		return blocksUnder(b.tag(n), b.listBlock(n, pos), pos)
	case "pre":
		if class, _, _ := blockClass(n.Tag); class == book.Verse {
			return blocksUnder(b.tag(n), b.verse(n, pos), pos)
		}
		return blocksUnder(b.tag(n), b.code(n, pos), pos)
	case "hr":
		return []book.Block{&book.Break{Pos: pos}}
	case "figure":
		return b.figure(n)
	case "table":
		return blocksUnder(b.tag(n), b.table(n, pos), pos)
	case "dl":
		return blocksUnder(b.tag(n), b.definitions(n, pos), pos)
	}
	if !b.foreign {
		return classed(n.Tag, b.blocks(n.children), pos)
	}
	return Contain(b.tag(n), b.blocks(n.children), pos)
}

// heading returns a heading, whose id is a place of its own.
func (b *builder) heading(n *node, pos book.Pos) []book.Block {
	b.space = true
	content := Trim(b.inlines(n.children))
	if len(content) == 0 {
		return nil
	}
	h := &book.Heading{Level: int(n.Name[1] - '0'), ID: ID(n.Tag), Content: content, Pos: pos}
	if s := own(b.tag(n)); s != nil {
		if s.ID = ""; s.Lang != "" || s.Dir != book.DirInherit {
			h.Content = under(s, content)
		}
	}
	return []book.Block{h}
}

// run returns what is in an element as one run of text, under what the element says of it.
func (b *builder) run(n *node) []book.Inline { return under(own(b.tag(n)), b.flat(n.children)) }

// ID returns the id of an element: its letters, digits and "-_:.", as an
// attribute in braces may have them.
func ID(t Tag) string { return idOf(t.Get("id")) }

func idOf(s string) string {
	return strings.Map(func(r rune) rune {
		if r < 0x80 && langRune(r) < 0 && r != ':' || r == '+' || r == '#' {
			return -1
		}
		return r
	}, s)
}

// numberings are the types of numbers of a list, but for figures.
var numberings = map[string]book.Numbering{"a": book.LowerAlpha, "A": book.UpperAlpha, "i": book.LowerRoman, "I": book.UpperRoman}

func (b *builder) listBlock(n *node, pos book.Pos) []book.Block {
	l := &book.List{Ordered: n.Name == "ol", Tight: true, Pos: pos}
	if l.Ordered {
		l.Start = 1
		if start, err := strconv.Atoi(n.Get("start")); err == nil && start >= 0 && start <= 999_999_999 {
			l.Start = start
		}
		if b.foreign { // of a page; Markdown has signs of its own
			l.Numbering = numberings[n.Get("type")]
		}
	}
	for i := 0; i < len(n.children); i++ {
		c := n.children[i]
		inside := []*node{c}
		if c.End {
			continue // it ends nothing
		}
		if c.Name == "li" {
			inside = c.children
		}
		blocks := b.blocks(inside)
		if c.Name == "li" {
			blocks = blocksUnder(b.tag(c), blocks, b.place(c.at))
		}
		if len(blocks) == 0 && c.Name != "li" {
			continue
		}
		for _, g := range inside {
			l.Tight = l.Tight && g.Name != "p"
		}
		l.Items = append(l.Items, &book.ListItem{Blocks: blocks, Pos: b.place(c.at)})
	}
	if len(l.Items) == 0 {
		return nil
	}
	return []book.Block{l}
}

// code returns a <pre> as a code block; the language is that of a class
// "language-x".
func (b *builder) code(n *node, pos book.Pos) []book.Block {
	var text strings.Builder
	c := &book.CodeBlock{Pos: pos}
	n.walk(func(m *node) {
		if m.Name == "br" {
			text.WriteByte('\n')
		}
		text.WriteString(m.text)
		for _, class := range strings.Fields(m.Get("class")) {
			if lang, ok := strings.CutPrefix(class, "language-"); ok && c.Lang == "" {
				c.Lang = strings.Map(langRune, lang)
			}
		}
	})
	lines := strings.Split(strings.TrimPrefix(strings.ReplaceAll(text.String(), "\r", ""), "\n"), "\n")
	for i, line := range lines {
		lines[i] = clean(strings.ReplaceAll(line, "\t", "    "))
		if strings.Trim(lines[i], " ") == "" {
			lines[i] = ""
		}
	}
	c.Text = strings.TrimSuffix(strings.Join(lines, "\n"), "\n")
	return []book.Block{c}
}

// langRune keeps what the name of a programming language is made of.
func langRune(r rune) rune {
	if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || strings.ContainsRune("+#.-_", r) {
		return r
	}
	return -1
}

// definitions returns a <dl>. Terms without an explanation, and the other way
// round, are plain blocks.
func (b *builder) definitions(n *node, pos book.Pos) []book.Block {
	var out []book.Block
	var cur *book.Definition
	flush := func() {
		if cur != nil {
			out = Define(out, cur, pos)
		}
		cur = nil
	}
	for _, c := range n.unwrap("div") {
		if c.Name == "" && strings.TrimSpace(c.text) == "" {
			continue // the ends of lines between them
		}
		if cur == nil || c.Name == "dt" && len(cur.Details) > 0 {
			flush()
			cur = &book.Definition{}
		}
		switch c.Name {
		case "dt":
			if term := b.run(c); len(term) > 0 {
				cur.Terms = append(cur.Terms, term)
			}
		case "dd":
			if blocks := blocksUnder(b.tag(c), b.blocks(c.children), b.place(c.at)); len(blocks) > 0 {
				cur.Details = append(cur.Details, blocks)
			}
		default:
			flush()
			out = append(out, b.blocks([]*node{c})...)
		}
	}
	flush()
	return out
}

// Define appends a definition to the list that out ends with, or to a new one.
// A definition without terms or details is plain blocks.
func Define(out []book.Block, d *book.Definition, pos book.Pos) []book.Block {
	if len(d.Terms) > 0 && len(d.Details) > 0 {
		if len(out) > 0 {
			if l, ok := out[len(out)-1].(*book.DefinitionList); ok {
				l.Items = append(l.Items, d)
				return out
			}
		}
		return append(out, &book.DefinitionList{Items: []*book.Definition{d}, Pos: pos})
	}
	for _, t := range d.Terms {
		out = append(out, Paragraph(t, pos)...)
	}
	for _, blocks := range d.Details {
		out = append(out, blocks...)
	}
	return out
}
