package rawhtml

import (
	"cmp"
	"strconv"
	"strings"

	"octavo/book"
)

// figures returns a figure for each image of content when there is nothing else in it but
// space and links around images, and nil otherwise. A last line in emphasis is the caption
// of the image above it.
func figures(content []book.Inline) []book.Block {
	var out []book.Block
	id := ""
	for i, in := range content {
		switch in := in.(type) {
		case *book.InlineImage:
			out, id = append(out, figureOfInline(in, id)), ""
		case *book.Link:
			image := imageIn(in)
			if image == nil {
				return nil
			}
			f := figureOfInline(image, id)
			id = ""
			f.Link = &book.Link{URL: in.URL, Title: in.Title, Pos: in.Pos}
			out = append(out, f)
		case *book.LineBreak:
		case *book.Text:
			if strings.TrimSpace(in.Value) != "" {
				return nil
			}
		case *book.Styled:
			if in.Style != book.Emphasis && in.Style != book.Small || len(out) == 0 || i != len(content)-1 || !lineBegins(content[:i]) {
				return nil
			}
			out[len(out)-1].(*book.Figure).Caption = in.Content
		case *book.Span: // a place, which the next figure is then
			if len(in.Content) > 0 || id != "" {
				return nil
			}
			id = in.ID
		case *book.Code, *book.Ruby, *book.Math, *book.NoteRef: // words
			return nil
		}
	}
	if id != "" {
		return nil
	}
	return out
}

func figureOfInline(in *book.InlineImage, id string) *book.Figure {
	return &book.Figure{Image: in.Image, ID: id, Width: in.Width, Pos: in.Image.Pos}
}

// imageIn returns the image that is all that a link holds, nil for any other link.
func imageIn(l *book.Link) *book.InlineImage {
	var image *book.InlineImage
	for _, in := range l.Content {
		switch in := in.(type) {
		case *book.InlineImage:
			if image != nil {
				return nil
			}
			image = in
		case *book.Text:
			if strings.TrimSpace(in.Value) != "" {
				return nil
			}
		default:
			return nil
		}
	}
	return image
}

// lineBegins reports whether a line begins behind content.
func lineBegins(content []book.Inline) bool {
	for i := len(content) - 1; i >= 0; i-- {
		switch content[i].(type) {
		case *book.LineBreak:
			return true
		case *book.Text: // blank
		default:
			return false
		}
	}
	return false
}

// figure returns the figures of a <figure>: one for each of its images, the
// last with the caption, to which other words within it are added: a credit, say. Without
// an image it is its content.
func (b *builder) figure(n *node) []book.Block {
	var figures []book.Block
	var caption *node
	var faults []book.Diagnostic
	links := map[*node]*book.Link{}
	n.walk(func(m *node) {
		switch m.Name {
		case "a":
			if to, ok := Address(m.Get("href")); ok && to != "" {
				m.walk(func(in *node) { links[in] = &book.Link{URL: to, Pos: b.place(m.at)} })
			}
		case "img":
			if image := Image(m.Tag, b.place(m.at)); image != nil {
				f := figureOf(m.Tag, image)
				f.Link = links[m]
				figures = append(figures, f)
			} else {
				faults = append(faults, NoFile(b.place(m.at)))
			}
		case "figcaption":
			caption = m
		}
	})
	if len(figures) == 0 {
		return blocksUnder(b.tag(n), b.blocks(n.children), b.place(n.at)) // which tells of the faults
	}
	b.list = append(b.list, faults...)
	last := figures[len(figures)-1].(*book.Figure)
	last.ID = cmp.Or(ID(n.Tag), last.ID)
	if caption != nil {
		last.Caption = b.run(caption)
	}
	if words := b.flat(beside(n.children)); len(words) > 0 {
		if len(last.Caption) > 0 {
			last.Caption = join(last.Caption, &book.Text{Value: " ", Pos: b.place(n.at)})
		}
		last.Caption = join(last.Caption, words...)
	}
	return figures
}

// beside returns what nodes hold beside images and captions.
func beside(nodes []*node) []*node {
	var out []*node
	for _, n := range nodes {
		switch {
		case ClassOf(n.Name) == Removed:
		case n.Name == "img", n.Name == "figcaption": // they part words
			out = append(out, &node{text: " ", at: n.at})
		case n.Name == "":
			out = append(out, n)
		default:
			rest := *n
			if rest.children = beside(n.children); len(rest.children) > 0 {
				out = append(out, &rest)
			}
		}
	}
	return out
}

// figureOf returns the figure of an <img>. An alternative text that is stated
// to be empty makes it decorative.
func figureOf(t Tag, image *book.Image) *book.Figure {
	f := &book.Figure{Image: image, ID: ID(t), Pos: image.Pos}
	for _, a := range t.attr {
		if a.Key == "alt" && strings.TrimSpace(a.Val) == "" {
			f.Decorative = true
		}
	}
	f.Width = Width(t)
	return f
}

// Width returns the width that an <img> has in percent, in 1/1000 of the text; 0 for none.
// Pixels are none: pages have them to load faster.
func Width(t Tag) int {
	if percent, ok := strings.CutSuffix(t.Get("width"), "%"); ok {
		if w, err := strconv.Atoi(percent); err == nil && w > 0 && w <= 100 {
			return w * 10
		}
	}
	return 0
}
