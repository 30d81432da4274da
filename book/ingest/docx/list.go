package docx

import (
	"strings"

	"octavo/book"
	"octavo/book/base/rule"
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
// key, and there is no item for what lies between. A list whose kind changes at a level, or whose numbers do not go on, is another
// list.
func (b *builder) item(props *xmltree.Node, st style, content []book.Inline) bool {
	c, l, id, at := b.levelOf(props, st)
	switch {
	case c == nil:
		return b.goesOn(b.leftOf(props, st), content)
	case l.blank:
		return b.goesOn(max(l.left, 1), content)
	}
	n := 0
	if l.ordered {
		n = c.next(id, at)
		if words := l.words(n); words != "" {
			b.add(&book.Paragraph{Content: draft.Join(draft.Text(words+" "), content...)}, draft.None)
			return true
		}
		if !l.known {
			b.left(rule.ImportList, "look at what the text says of its numbers", "a list that Word counts in another way has figures here, from "+clip(book.PlainText(content)))
		}
	}
	it := &book.ListItem{Task: l.task, Blocks: []book.Block{&book.Paragraph{Content: content}}}
	own := min(number(at, 0), maxListDepth-1)
	depth := b.depthOf(own)
	if depth < len(b.lists) && goesOn(b.lists[depth], l, n) {
		b.lists, b.lefts, b.levels = b.lists[:depth+1], b.lefts[:depth+1], append(b.levels[:depth], own)
		b.lists[depth].Items = append(b.lists[depth].Items, it)
		return true
	}
	list := &book.List{Ordered: l.ordered, Tight: true, Items: []*book.ListItem{it}}
	if l.ordered {
		list.Start, list.Numbering, list.Delimiter = n, l.numbering, l.delimiter
	}
	if depth == 0 {
		b.out = append(b.out, draft.Block{Block: list})
		b.lists, b.lefts, b.levels = []*book.List{list}, []int{l.left}, []int{own}
		return true
	}
	items := b.lists[depth-1].Items
	last := items[len(items)-1]
	last.Blocks = append(last.Blocks, list)
	b.lists, b.lefts, b.levels = append(b.lists[:depth], list), append(b.lefts[:depth], l.left), append(b.levels[:depth], own)
	return true
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
// list where it is of none.
func (b *builder) levelOf(props *xmltree.Node, st style) (c *count, l level, id, at string) {
	num := props.Child("numPr")
	own := num.Child("numId") != nil
	if !own {
		num = st.num
	}
	// The number 0 takes a paragraph out of the list that its style puts it in.
	id = num.Child("numId").Any("val")
	if c = b.numbering[id]; c == nil || id == "0" {
		return nil, l, "", ""
	}
	at = orElse(num.Child("ilvl").Any("val"), "0")
	if !own && num.Child("ilvl") == nil {
		for k, l := range c.levels {
			if l.style != "" && l.style == st.id {
				at = k
			}
		}
	}
	l, ok := c.levels[at]
	if !ok || l.none {
		return nil, l, "", ""
	}
	return c, l, id, at
}

// goesOn reports whether an item of a level, with a number when it is ordered, is the next
// one of a list.
func goesOn(list *book.List, l level, n int) bool {
	if list.Ordered != l.ordered {
		return false
	}
	return !l.ordered || list.Numbering == l.numbering && list.Delimiter == l.delimiter && list.Start+len(list.Items) == n
}

// leftOf returns the indentation of a paragraph, in twentieths of a point.
func (b *builder) leftOf(props *xmltree.Node, st style) int {
	if ind := props.Child("ind"); ind != nil {
		return number(orElse(ind.Any("left"), ind.Any("start")), st.left)
	}
	return st.left
}

// goesOn takes a paragraph without a number as one of the item above it when it stands
// under the text of that item, and reports whether it does.
func (b *builder) goesOn(left int, content []book.Inline) bool {
	for depth := len(b.lists) - 1; depth >= 0; depth-- {
		if b.lefts[depth] == 0 || left < b.lefts[depth] {
			continue
		}
		list := b.lists[depth]
		last := list.Items[len(list.Items)-1]
		last.Blocks = append(last.Blocks, &book.Paragraph{Content: content})
		for _, l := range b.lists[:depth+1] {
			l.Tight = false
		}
		b.lists, b.lefts = b.lists[:depth+1], b.lefts[:depth+1]
		return true
	}
	return false
}

// numbered tells that a heading has a number in Word, which its text has not. The number is
// counted, so that lists of the same numbers go on behind it.
func (b *builder) numbered(props *xmltree.Node, st style, content []book.Inline) {
	c, l, id, at := b.levelOf(props, st)
	if c == nil || !l.ordered || strings.TrimSpace(l.text) == "" {
		return
	}
	c.next(id, at)
	if !b.headed {
		b.headed = true
		b.left(rule.ImportList, "write the numbers where the text speaks of them", "headings are numbered by Word, and have no numbers here, from "+clip(book.PlainText(content)))
	}
}
