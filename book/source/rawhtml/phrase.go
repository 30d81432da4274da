package rawhtml

import (
	"slices"
	"strconv"
	"strings"

	"octavo/book"
)

// inlines returns siblings as inlines; blocks among them are taken as their
// content.
func (b *builder) inlines(nodes []*node) []book.Inline {
	var out []book.Inline
	for _, n := range nodes {
		switch {
		case n.raw != "" && b.note != nil && b.literal == 0:
			out = b.calls(out, n)
		case n.Name == "" && n.text != "":
			if text := b.text(n.text); text != "" {
				out = join(out, &book.Text{Value: text, Pos: b.place(n.at)})
			}
		case n.Name == "br":
			if !b.space || len(out) > 0 {
				out = append(trimEnd(out), &book.LineBreak{})
			}
			b.space = true
		case n.Name == "wbr":
			out = join(out, &book.Text{Value: "\u200b", Pos: b.place(n.at)})
		case n.Name == "img":
			if image := Image(n.Tag, b.place(n.at)); image != nil {
				out = append(out, &book.InlineImage{Image: image, Width: Width(n.Tag)})
				b.space = false
			} else {
				b.list = append(b.list, NoFile(b.place(n.at)))
			}
		case n.Name == "rp": // for readers who do not know <ruby>; <rt> has brackets anyway
		case b.class(n) == Removed:
			b.dropped(n)
		case ClassOf(n.Name) == Media:
			out = join(out, b.media(n)...)
		case n.Name != "" && !n.End:
			out = join(out, b.wrap(n)...)
		}
	}
	return out
}

func (b *builder) wrap(n *node) []book.Inline {
	if ClassOf(n.Name) == Unknown {
		b.dropped(n)
	}
	if IsCode(n.Name) {
		b.literal++
		defer func() { b.literal-- }()
	}
	var content []book.Inline
	if n.Name == "ruby" {
		content = b.ruby(n.children)
	} else {
		content = b.inlines(n.children)
	}
	if n.Name == "a" {
		content = joined(Unlink(content))
	}
	if n.Name == "q" {
		open, end := QuoteMarks(n.lang(b.lang), n.quotations())
		content = fence(open, content, end, b.place(n.at))
	}
	list, faults := Wrap(b.tag(n), content, b.place(n.at))
	b.list = append(b.list, faults...)
	return list
}

// text collapses white space, also with what was written before.
func (b *builder) text(s string) string {
	var out strings.Builder
	for _, r := range clean(s) {
		if r == ' ' && b.space {
			continue
		}
		b.space = r == ' '
		out.WriteRune(r)
	}
	return out.String()
}

// join appends items to list, a text to the text before it.
func join(list []book.Inline, items ...book.Inline) []book.Inline {
	for _, in := range items {
		if t, ok := in.(*book.Text); ok && len(list) > 0 {
			if last, ok := list[len(list)-1].(*book.Text); ok {
				list[len(list)-1] = &book.Text{Value: last.Value + t.Value, Pos: last.Pos}
				continue
			}
		}
		list = append(list, in)
	}
	return list
}

// joined joins the texts that are neighbours anywhere in list.
func joined(list []book.Inline) []book.Inline {
	for _, in := range list {
		switch in := in.(type) {
		case *book.Styled:
			in.Content = joined(in.Content)
		case *book.Span:
			in.Content = joined(in.Content)
		case *book.Ruby:
			in.Content = joined(in.Content)
		}
	}
	return join(nil, list...)
}

// Trim removes space and line breaks from the ends of a run of text.
func Trim(list []book.Inline) []book.Inline {
	for len(list) > 0 {
		if _, ok := list[0].(*book.LineBreak); !ok {
			break
		}
		list = list[1:]
	}
	for len(list) > 0 {
		list = trimEnd(list)
		if len(list) == 0 {
			break
		}
		if _, ok := list[len(list)-1].(*book.LineBreak); !ok {
			break
		}
		list = list[:len(list)-1]
	}
	return list
}

// trimEnd removes a space at the end of list, also within its last item and before places
// that stand there.
func trimEnd(list []book.Inline) []book.Inline {
	for i := len(list) - 1; i >= 0; i-- {
		empty, content := false, book.InlineContent(list[i])
		if t, ok := list[i].(*book.Text); ok {
			t.Value = strings.TrimRight(t.Value, " ")
			empty = t.Value == ""
		} else if content != nil {
			*content = trimEnd(*content)
			empty = len(*content) == 0 && !IsPlace(list[i])
		}
		switch {
		case empty:
			list = slices.Delete(list, i, i+1)
		case content == nil || !silent(*content):
			return list
		}
	}
	return list
}

// silent reports whether nothing but places is in list.
func silent(list []book.Inline) bool {
	return !slices.ContainsFunc(list, func(in book.Inline) bool {
		content := book.InlineContent(in)
		return content == nil || !silent(*content)
	})
}

// flat returns siblings as one run of text; blocks are parted by line breaks.
func (b *builder) flat(nodes []*node) []book.Inline {
	var out []book.Inline
	from := 0
	flush := func(to int) {
		if from < to {
			b.space = true
			out = breakJoin(out, Trim(b.inlines(nodes[from:to])))
		}
		from = to + 1
	}
	for i, n := range nodes {
		if ClassOf(n.Name) == Block || n.hasBlock {
			flush(i)
			out = breakJoin(out, b.flatBlock(n))
		}
	}
	flush(len(nodes))
	return out
}

// flatBlock is flat for an element. The items of a list keep their bullets or numbers:
// in a cell or a caption there is no other sign that they are items.
func (b *builder) flatBlock(n *node) []book.Inline {
	number, ordered := 1, n.Name == "ol"
	if start, err := strconv.Atoi(n.Get("start")); err == nil && start >= 0 {
		number = start
	}
	if !ordered && n.Name != "ul" && n.Name != "menu" {
		return b.flat(n.children)
	}
	var out []book.Inline
	for _, c := range n.children {
		content := b.flat([]*node{c})
		if len(content) == 0 {
			continue
		}
		if c.Name == "li" {
			mark := Bullet
			if ordered {
				mark = strconv.Itoa(number) + ". "
				number++
			}
			content = join([]book.Inline{&book.Text{Value: mark, Pos: b.place(c.at)}}, content...)
		}
		out = breakJoin(out, content)
	}
	return out
}

// Bullet stands before an item of a list where there are no blocks, in a cell.
const Bullet = "• "

func breakJoin(a, c []book.Inline) []book.Inline {
	if len(a) > 0 && len(c) > 0 {
		a = append(a, &book.LineBreak{})
	}
	return append(a, c...)
}
