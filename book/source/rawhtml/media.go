package rawhtml

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"octavo/book"
	"octavo/book/base/rule"
)

// MediaLink returns what stands behind the words within an element of class [Media]: its
// title as a link to its address, or its address when there is neither a title nor a link
// among the words; nil for nothing. source is the address of a <source> within the element,
// which counts where the element has none. A file beside the manuscript is in no edition, so
// that nothing leads to it. The diagnostic says what became of the element.
func MediaLink(t Tag, source string, words []book.Inline, pos book.Pos) (book.Inline, book.Diagnostic) {
	source = cmp.Or(t.Get("src"), t.Get("data"), source)
	title := strings.Join(strings.Fields(cmp.Or(t.Get("title"), t.Get("aria-label"))), " ")
	to, ok := Address(source)
	web := ok && (strings.HasPrefix(to, "https:") || strings.HasPrefix(to, "http:"))
	var own book.Inline
	switch {
	case web && (title != "" || !hasLink(words)):
		own = &book.Link{URL: to, Content: []book.Inline{&book.Text{Value: cmp.Or(title, to), Pos: pos}}, Pos: pos}
	case !web && title != "" && len(words) == 0:
		own = &book.Text{Value: title, Pos: pos}
	}
	return own, mediaTold(t, source, len(words) > 0, web, pos)
}

// mediaTold says what became of an element of class [Media].
func mediaTold(t Tag, source string, words, web bool, pos book.Pos) book.Diagnostic {
	of, left := "", "nothing of it is left"
	if source != "" {
		of = fmt.Sprintf(" of %q", clip(source))
	}
	switch {
	case words && web:
		left = "its words stand for it, with its address"
	case words:
		left = "its words stand for it"
	case web:
		left = "a link to its address stands for it"
	case t.Get("title") != "" || t.Get("aria-label") != "":
		left = "its title stands for it"
	}
	return rule.RawHTML.At(pos, "say what it shows and where it is: [A film of the harbour](https://example.org/film)",
		"a book plays no <%s>%s: %s", t.Name, of, left)
}

func hasLink(list []book.Inline) (found bool) {
	book.WalkInlines(list, func(in book.Inline) bool {
		_, ok := in.(*book.Link)
		found = found || ok
		return !found
	})
	return found
}

// media returns the words of an element of class [Media], with its link.
func (b *builder) media(n *node) []book.Inline {
	content := b.inlines(n.words())
	own, told := MediaLink(n.Tag, n.source(), content, b.place(n.at))
	b.list = append(b.list, told)
	if own == nil {
		return content
	}
	if len(content) > 0 && !b.space {
		content = join(content, &book.Text{Value: " ", Pos: b.place(n.at)})
	}
	b.space = false
	return join(content, own)
}

// mediaBlocks is media for an element with blocks in it.
func (b *builder) mediaBlocks(n *node) []book.Block {
	out := b.blocks(n.words())
	var words []book.Inline
	book.WalkBlocks(out, func(in book.Block) bool {
		words = append(words, slices.Concat(book.BlockInlines(in)...)...)
		return true
	})
	own, told := MediaLink(n.Tag, n.source(), words, b.place(n.at))
	b.list = append(b.list, told)
	if own != nil {
		out = append(out, &book.Paragraph{Content: []book.Inline{own}, Pos: b.place(n.at)})
	}
	return out
}

// words returns what is shown where the element cannot be. The content of an <iframe> is one
// raw text for the parser, and is read as what it was when browsers had no frames.
func (n *node) words() []*node {
	if n.Name != "iframe" || len(n.children) == 0 {
		return n.children
	}
	raw := n.children[0]
	root, _, _ := parse(raw.text)
	root.walk(func(m *node) { m.at += raw.at })
	return root.children
}

// source returns the address of the first <source>, or of a film in a <param>, within n.
func (n *node) source() (address string) {
	n.walk(func(m *node) { address = cmp.Or(address, Source(m.Tag)) })
	return address
}

// Source returns the address that an element gives to the element of class [Media] around it, ""
// for none.
func Source(t Tag) string {
	switch {
	case t.Name == "source":
		return t.Get("src")
	case t.Name == "param" && (t.Get("name") == "movie" || t.Get("name") == "src"):
		return t.Get("value")
	}
	return ""
}
