package docx

import (
	"octavo/book"
	"octavo/book/ingest/draft"
	"octavo/book/markup/xmltree"
)

// item reads a paragraph of a list, and reports whether it is one.
//
// A Word document has no lists, only paragraphs with a number of a list (numId) and a
// level (ilvl), by themselves or by their style; what the level looks like and how it is
// counted stands in another file. Lists are made of them while they are read: lists has the
// list that is open at each level, and its last item takes the lists of deeper levels. Any
// block that is no item closes all of them (add), but for paragraphs that are as far
// indented as the text of an item, which belong to it. An item stands under the open lists
// whose levels are higher: a list may begin at a deep level, behind a paragraph or by the Tab
// key, and there is no item for what lies between. A list whose kind changes at a level, or
// whose numbers do not go on, is another list. An item whose number no list of a book shows is
// a paragraph that begins with it, within the item above.
func (b *builder) item(m mark, props *xmltree.Node, st style, content []book.Inline) bool {
	switch {
	case m.count == nil:
		return b.goesOn(b.leftOf(props, st), content)
	case m.level.blank:
		return b.goesOn(max(m.level.left, 1), content)
	case m.label != "" && !m.listed:
		p := &book.Paragraph{Content: m.before(b, content)}
		if depth := b.depthOf(m.own); depth > 0 {
			b.under(depth, p)
		} else {
			b.add(p, draft.None)
		}
		return true
	}
	it := &book.ListItem{Task: m.level.task, Blocks: []book.Block{&book.Paragraph{Content: content}}}
	depth := b.depthOf(m.own)
	if depth < len(b.lists) && goesOn(b.lists[depth], m) {
		b.lists, b.lefts, b.levels = b.lists[:depth+1], b.lefts[:depth+1], append(b.levels[:depth], m.own)
		b.lists[depth].Items = append(b.lists[depth].Items, it)
		return true
	}
	list := &book.List{Ordered: m.level.ordered, Tight: true, Items: []*book.ListItem{it}}
	if m.level.ordered {
		list.Start, list.Numbering, list.Delimiter = m.n, m.numbering, m.delimiter
	}
	if depth == 0 {
		b.out = append(b.out, draft.Block{Block: list})
	} else {
		last := lastItem(b.lists[depth-1])
		last.Blocks = append(last.Blocks, list)
	}
	b.lists, b.lefts, b.levels = append(b.lists[:depth], list), append(b.lefts[:depth], m.level.left), append(b.levels[:depth], m.own)
	return true
}

func lastItem(list *book.List) *book.ListItem { return list.Items[len(list.Items)-1] }

// under puts a paragraph at the end of the last item of the deepest of the open lists, of
// which there are so many, and closes the others.
func (b *builder) under(lists int, p *book.Paragraph) {
	b.lists, b.lefts = b.lists[:lists], b.lefts[:lists]
	last := lastItem(b.lists[lists-1])
	last.Blocks = append(last.Blocks, p)
	for _, l := range b.lists {
		l.Tight = false
	}
}

// depthOf returns how many of the open lists an item of a level stands under.
func (b *builder) depthOf(level int) int {
	depth := 0
	for depth < len(b.lists) && b.levels[depth] < level {
		depth++
	}
	return depth
}

// levelOf returns the list and the level that a paragraph is of, with their numbers; no
// list where it is of none. What a paragraph does not say of itself its style says.
func (b *builder) levelOf(props *xmltree.Node, st style) (c *count, id, at string) {
	num := props.Child("numPr")
	id, at = num.Child("numId").Any("val"), num.Child("ilvl").Any("val")
	byStyle := id == ""
	if byStyle {
		id, at = st.list, orElse(at, st.listLevel)
	}
	// The number 0 takes a paragraph out of the list that its style puts it in.
	if c = b.numbering[id]; c == nil || id == "0" {
		return nil, "", ""
	}
	if byStyle && at == "" {
		for k, l := range c.levels {
			if l.style != "" && l.style == st.id {
				at = k
			}
		}
	}
	at = orElse(at, "0")
	if _, ok := c.levels[at]; !ok {
		return nil, "", ""
	}
	return c, id, at
}

// goesOn reports whether an item with a mark is the next one of a list.
func goesOn(list *book.List, m mark) bool {
	if list.Ordered != m.level.ordered {
		return false
	}
	return !list.Ordered || list.Numbering == m.numbering && list.Delimiter == m.delimiter && list.Start+len(list.Items) == m.n
}

// leftOf returns the indentation of a paragraph, in twentieths of a point.
func (b *builder) leftOf(props *xmltree.Node, st style) int {
	if ind := props.Child("ind"); ind != nil {
		return twips(orElse(ind.Any("left"), ind.Any("start")), st.left)
	}
	return st.left
}

// goesOn takes a paragraph without a number as one of the item above it when it stands
// under the text of that item, and reports whether it does.
func (b *builder) goesOn(left int, content []book.Inline) bool {
	for depth := len(b.lists) - 1; depth >= 0; depth-- {
		if b.lefts[depth] > 0 && left >= b.lefts[depth] {
			b.under(depth+1, &book.Paragraph{Content: content})
			return true
		}
	}
	return false
}
