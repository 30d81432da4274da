package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"

	"octavo/book"
	"octavo/book/base/rule"
	"octavo/book/source/rawhtml"
)

// figures returns the figures of a paragraph that holds images alone, and nil for any
// other. An image may be a link, and the last line may be words in emphasis: they are the
// caption of the image above them, as in README files and on Medium.
//
// Words in emphasis behind a blank line are none: they may be a note of the editor's, and
// as a paragraph nothing of them is lost.
func (d *document) figures(n ast.Node) []book.Block {
	caption, ok := d.pictured(n)
	if !ok {
		return nil
	}
	out := []book.Block{}
	for c := n.FirstChild(); c != nil && c != caption; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Image:
			if f := d.figure(c); f != nil {
				out = append(out, f)
			}
		case *ast.Link:
			if f := d.figure(imageIn(c)); f != nil {
				f.Link = d.linkOf(c)
				out = append(out, f)
			}
		case *ast.RawHTML:
			d.allow(string(c.Segments.Value(d.src)), c)
		}
	}
	if caption == nil {
		return out
	}
	b := d.builder(n)
	b.node(caption)
	words := b.finish()
	if f := lastFigure(out); f != nil && len(f.Caption) == 0 && len(words) == 1 {
		f.Caption = *book.InlineContent(words[0])
		return out
	}
	if len(words) > 0 {
		out = append(out, &book.Paragraph{Content: words, Pos: d.place(max(caption.Pos(), 0))})
	}
	return out
}

func lastFigure(blocks []book.Block) *book.Figure {
	if len(blocks) == 0 {
		return nil
	}
	return blocks[len(blocks)-1].(*book.Figure)
}

// pictured reports whether a paragraph holds images alone, and returns the emphasis on its
// last line, nil for none.
func (d *document) pictured(n ast.Node) (caption ast.Node, ok bool) {
	images, line := 0, false // a line has begun behind the last image
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if caption != nil && !d.blank(c) {
			return nil, false
		}
		switch c := c.(type) {
		case *ast.Image:
			images, line = images+1, false
		case *ast.Link:
			if imageIn(c) == nil {
				return nil, false
			}
			images, line = images+1, false
		case *ast.Emphasis:
			if !line || images == 0 || c.Level > 1 {
				return nil, false
			}
			caption = c
		case *ast.Text:
			if !d.blank(c) {
				return nil, false
			}
			line = line || c.SoftLineBreak() || c.HardLineBreak()
		case *ast.RawHTML:
			raw := string(c.Segments.Value(d.src))
			if !isComment([]byte(raw)) && !(images > 0 && rawhtml.ParseTag(raw).Name == "br") {
				return nil, false
			}
			line = line || !isComment([]byte(raw))
		default:
			return nil, false
		}
	}
	return caption, images > 0
}

// blank reports whether a node of the tree is white space, or a comment.
func (d *document) blank(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.Text:
		return len(bytes.TrimSpace(n.Segment.Value(d.src))) == 0
	case *ast.RawHTML:
		return isComment(n.Segments.Value(d.src))
	}
	return false
}

// imageIn returns the image that is all that a link holds, nil for any other link.
func imageIn(n *ast.Link) *ast.Image {
	image, ok := n.FirstChild().(*ast.Image)
	if !ok || n.FirstChild() != n.LastChild() {
		return nil
	}
	return image
}

// linkOf returns where a link of the tree leads, nil for nowhere.
func (d *document) linkOf(n *ast.Link) *book.Link {
	raw := unescape(n.Destination)
	address, ok := rawhtml.Address(raw)
	pos := d.place(max(n.Pos(), 0))
	switch {
	case !ok:
		d.report(rawhtml.Scheme(raw, pos))
	case address == "":
		d.report(rule.LinkEmpty.At(pos, "write the address between the parentheses", "a link leads nowhere"))
	default:
		return &book.Link{URL: address, Title: strings.Join(strings.Fields(unescape(n.Title)), " "), Pos: pos}
	}
	return nil
}

func (d *document) figure(n *ast.Image) *book.Figure {
	image := d.imageOf(n)
	if image == nil {
		return nil
	}
	f := &book.Figure{Image: image, Pos: image.Pos}
	if v, ok := n.AttributeString(sizeKey); ok {
		f.Width = v.(int)
	}
	var width int
	if image.Alt, width = d.sizeInAlt(n, image.Alt); width > 0 {
		f.Width = width
	}
	if len(n.Title) > 0 {
		text, at := d.title(n)
		f.Caption = d.inlineAt(text, at)
	}
	if a := bracesOf(n); a != nil {
		d.figureAttributes(f, a)
	}
	return f
}

// quotable are the characters that are escaped by quoting Markdown as a title
// or an attribute. The other escapes are those of the Markdown.
const quotable = "\"'()\\"

// title returns the title of an image as Markdown. at gives the offset of each
// byte: that of the image when the title stands in a definition.
func (d *document) title(n *ast.Image) (text []byte, at []int) {
	places := d.titlePlaces(n)
	for i := 0; i < len(n.Title); i++ {
		c := n.Title[i]
		if c == '\\' && i+1 < len(n.Title) {
			if strings.IndexByte(quotable, n.Title[i+1]) < 0 {
				text, at = append(text, c), append(at, places[i])
			}
			i++
			c = n.Title[i]
		}
		text, at = append(text, c), append(at, places[i])
	}
	return text, at
}

// titlePlaces returns the offset of each byte of the title of an image.
func (d *document) titlePlaces(n *ast.Image) []int {
	places := make([]int, 0, len(n.Title))
	if v, ok := n.AttributeString(titleKey); ok {
		segments := v.(*text.Segments)
		for i := range segments.Len() {
			for l, k := segments.At(i), segments.At(i).Start; k < l.Stop; k++ {
				places = append(places, k)
			}
		}
	}
	for len(places) < len(n.Title) {
		places = append(places, max(n.Pos(), 0))
	}
	return places
}

// inlineAt reads text whose bytes stand at the given offsets of the document.
func (d *document) inlineAt(text []byte, at []int) []book.Inline {
	text, at = oneLine(text, at)
	return d.reader.inline(text, func(i int) book.Pos {
		if i >= len(at) {
			i = len(at) - 1
		}
		if i < 0 {
			return d.place(0)
		}
		return d.place(at[i])
	})
}

// oneLine collapses white space, so that text has no paragraphs, and trims the ends.
func oneLine(text []byte, at []int) ([]byte, []int) {
	var out []byte
	var offsets []int
	for i, c := range text {
		if isBlank(c) {
			if len(out) == 0 || out[len(out)-1] == ' ' {
				continue
			}
			c = ' '
		}
		out = append(out, c)
		offsets = append(offsets, at[i])
	}
	if len(out) > 0 && out[len(out)-1] == ' ' {
		out, offsets = out[:len(out)-1], offsets[:len(offsets)-1]
	}
	return out, offsets
}

// sourceKey is the attribute that says where the file of an image is to be had.
const sourceKey = "source"

// source reads where the file of an image is to be had.
func (d *document) source(image *book.Image, a *attributes, p pair) {
	pos := d.place(a.offset)
	var told *book.Diagnostic
	if image.Source, told = rawhtml.Web(string(p.value), pos); told != nil {
		d.report(*told)
	}
}

// figureAttributes reads the braces after the image of a figure.
func (d *document) figureAttributes(f *book.Figure, a *attributes) {
	f.ID = a.id
	for _, class := range a.classes {
		if class == "decorative" {
			f.Decorative = true
		} else if p, ok := placements[class]; ok {
			f.Placement = p
		} else if s, ok := sorts[class]; ok {
			f.Sort = s
		} else {
			d.unknown(a, "."+class, ".decorative", ".wide", ".page", ".photo", ".drawing", ".map", ".chart")
		}
	}
	for _, p := range a.pairs {
		switch p.key {
		case "fig-alt", "alt": // of Quarto: what is in the brackets is the caption
			if f.Caption == nil && f.Image.Alt != "" {
				f.Caption = []book.Inline{&book.Text{Value: f.Image.Alt, Pos: f.Pos}}
			}
			f.Image.Alt = Quote(string(p.value), d.lang)
		case "caption", "fig-cap":
			f.Caption = d.inlineAt(p.value, p.at)
		case "credit":
			f.Credit = d.inlineAt(p.value, p.at)
		case "width":
			f.Width = d.width(a, string(p.value))
		case "described-by":
			f.Details = &book.Link{URL: string(p.value), Pos: d.place(a.offset)}
		case sourceKey:
			d.source(f.Image, a, p)
		default:
			d.unknown(a, p.key, "caption", "credit", "width", "described-by", sourceKey)
		}
	}
}
