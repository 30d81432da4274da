package markdown

import (
	"bytes"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"

	"octavo/book"
	"octavo/book/base/rule"
)

// figures returns the figures of a paragraph that holds images alone, nil for
// any other.
func (d *document) figures(n ast.Node) []book.Block {
	if _, ok := n.FirstChild().(*ast.Image); !ok {
		return nil
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Image:
		case *ast.Text:
			if len(bytes.TrimSpace(c.Segment.Value(d.src))) > 0 {
				return nil
			}
		case *ast.RawHTML:
			if !isComment(c.Segments.Value(d.src)) {
				return nil
			}
		default:
			return nil
		}
	}
	out := []book.Block{}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Image:
			if f := d.figure(c); f != nil {
				out = append(out, f)
			}
		case *ast.RawHTML:
			d.allow(string(c.Segments.Value(d.src)), c)
		}
	}
	return out
}

func (d *document) figure(n *ast.Image) *book.Figure {
	image := d.imageOf(n)
	if image == nil {
		return nil
	}
	f := &book.Figure{Image: image, Pos: image.Pos}
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

// figureAttributes reads the braces after the image of a figure.
func (d *document) figureAttributes(f *book.Figure, a *attributes) {
	f.ID = a.id
	for _, class := range a.classes {
		if class == "decorative" {
			f.Decorative = true
		} else {
			d.unknown(a, "."+class, ".decorative")
		}
	}
	for _, p := range a.pairs {
		switch p.key {
		case "caption":
			f.Caption = d.inlineAt(p.value, p.at)
		case "credit":
			f.Credit = d.inlineAt(p.value, p.at)
		case "width":
			width, ok := parseWidth(string(p.value))
			if !ok {
				d.report(rule.WidthFormat.At(d.place(a.offset), "write a share of the text width, such as width=60%", "%q is no width", clip(string(p.value))))
			}
			f.Width = width
		case "described-by":
			f.Details = &book.Link{URL: string(p.value), Pos: d.place(a.offset)}
		default:
			d.unknown(a, p.key, "caption", "credit", "width", "described-by")
		}
	}
}

// parseWidth reads a percentage, with at most one decimal, as thousandths.
func parseWidth(s string) (int, bool) {
	number, ok := strings.CutSuffix(s, "%")
	whole, tenth, dot := strings.Cut(number, ".")
	w, err := strconv.Atoi(whole)
	if !ok || err != nil || w < 0 || w > 100 || dot && len(tenth) != 1 {
		return 0, false
	}
	w *= 10
	if dot {
		if tenth[0] < '0' || tenth[0] > '9' {
			return 0, false
		}
		w += int(tenth[0] - '0')
	}
	return w, w > 0 && w <= 1000
}

func formatWidth(w int) string {
	if w%10 == 0 {
		return strconv.Itoa(w/10) + "%"
	}
	return strconv.Itoa(w/10) + "." + strconv.Itoa(w%10) + "%"
}
