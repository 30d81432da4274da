package odt

import (
	"octavo/book"
	"octavo/book/ingest/draft"
	"octavo/book/markup/xmltree"
)

// listOf reads a list at the outermost level.
//
// LibreOffice parts a list that a paragraph interrupts into several, of which the later ones
// say that they go on with the numbers of the style or of another list. A list that goes on right
// below the one before is the same list.
func (b *builder) listOf(n *xmltree.Node) {
	if holdsHeadings(n) { // numbered headings are written as items of a list
		b.items(n)
		return
	}
	style := n.Any("style-name")
	goesOn := n.Any("continue-numbering") == "true" || n.Any("continue-list") != ""
	if above, ok := b.last().(*book.List); ok && goesOn && style != "" && b.list == style && len(headers(n)) == 0 {
		b.fill(above, n, style, 0)
		b.counted(n, style, above)
		return
	}
	for _, k := range headers(n) {
		b.items(k)
	}
	l := b.newList(n, style, 0)
	if len(l.Items) == 0 {
		return
	}
	b.add(l, draft.None)
	b.list = style
	b.counted(n, style, l)
}

func holdsHeadings(n *xmltree.Node) bool {
	for _, k := range n.Kids {
		if k.Name == "h" || (k.Name == "list-item" || k.Name == "list" || k.Name == "list-header") && holdsHeadings(k) {
			return true
		}
	}
	return false
}

// items reads the blocks of items as if there were no list.
func (b *builder) items(n *xmltree.Node) {
	for _, k := range n.Kids {
		switch k.Name {
		case "list-item", "list-header":
			b.items(k)
		case "list":
			b.listOf(k)
		default:
			b.read(&xmltree.Node{Kids: []*xmltree.Node{k}})
		}
	}
}

// headers returns the headers that a list begins with, which have no number of their own: they
// stand before it.
func headers(n *xmltree.Node) []*xmltree.Node {
	var out []*xmltree.Node
	for _, k := range n.Kids {
		switch k.Name {
		case "list-header":
			out = append(out, k)
		case "list-item":
			return out
		}
	}
	return out
}

// counted keeps the number of the last item, for lists that go on.
func (b *builder) counted(n *xmltree.Node, style string, l *book.List) {
	last := l.Start + len(l.Items) - 1
	b.counts["style "+style] = last
	if id := n.Any("id"); id != "" {
		b.counts["list "+id] = last
	}
}

// newList reads a list of a level, counted from 0.
func (b *builder) newList(n *xmltree.Node, style string, level int) *book.List {
	var how listLevel
	if levels := b.lists[style]; level < len(levels) {
		how = levels[level]
	}
	l := &book.List{Ordered: how.ordered, Tight: true}
	if how.ordered {
		l.Start, l.Numbering, l.Delimiter = how.start, how.numbering, how.delimiter
		if level == 0 {
			l.Start = b.start(n, style, how.start)
		}
		if v := n.Child("list-item").Any("start-value"); v != "" {
			l.Start = number(v, l.Start)
		}
	}
	b.fill(l, n, style, level)
	return l
}

// start returns the number that a list begins with.
func (b *builder) start(n *xmltree.Node, style string, first int) int {
	if last, ok := b.counts["list "+n.Any("continue-list")]; ok {
		return last + 1
	}
	if last, ok := b.counts["style "+style]; ok && n.Any("continue-numbering") == "true" {
		return last + 1
	}
	return first
}

// fill appends the items of a list. An item that has nothing but a list belongs to the item
// before it.
func (b *builder) fill(l *book.List, n *xmltree.Node, style string, level int) {
	above := len(headers(n)) // which stand before the list
	for _, k := range n.Kids {
		if k.Name == "list-header" {
			above--
		}
		if k.Name != "list-item" && (k.Name != "list-header" || above >= 0) {
			continue
		}
		blocks := b.itemBlocks(k, style, level)
		switch _, nested := first(blocks).(*book.List); {
		case len(blocks) == 0:
		case (nested || k.Name == "list-header") && len(l.Items) > 0:
			last := l.Items[len(l.Items)-1]
			last.Blocks = append(last.Blocks, blocks...)
		default:
			l.Items = append(l.Items, &book.ListItem{Blocks: blocks})
		}
	}
}

func first(list []book.Block) book.Block {
	if len(list) == 0 {
		return nil
	}
	return list[0]
}

// itemBlocks returns the blocks of an item.
func (b *builder) itemBlocks(n *xmltree.Node, style string, level int) []book.Block {
	inner := &builder{document: b.document}
	for _, k := range n.Kids {
		switch k.Name {
		case "list":
			own := k.Any("style-name")
			if own == "" {
				own = style
			}
			for _, h := range headers(k) {
				inner.items(h)
			}
			if l := inner.newList(k, own, level+1); len(l.Items) > 0 {
				inner.add(l, draft.None)
			}
		default:
			inner.read(&xmltree.Node{Kids: []*xmltree.Node{k}})
		}
	}
	if inner.pending != nil {
		inner.add(inner.pending, draft.None)
	}
	return plainBlocks(inner.out)
}

// plainBlocks returns blocks without what the format says of them.
func plainBlocks(list []draft.Block) []book.Block {
	var out []book.Block
	for _, b := range list {
		out = append(out, b.Block)
	}
	return out
}
