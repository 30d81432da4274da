package odt

import (
	"encoding/base64"
	"fmt"
	"path"
	"strings"

	"octavo/book"
	"octavo/book/base/rule"
	"octavo/book/ingest/draft"
	"octavo/book/ingest/mathml"
	"octavo/book/ingest/unzip"
	"octavo/book/markup/math"
	"octavo/book/markup/xmltree"
)

// shape reads a frame or a drawing: a picture, a formula, or a box of text.
func (r *runs) shape(n *xmltree.Node) []book.Inline {
	if n.Name != "frame" {
		r.drawing(n)
		return nil
	}
	object := n.Child("object")
	image := n.Child("image")
	switch {
	case n.Child("text-box") != nil:
		r.textBox(n.Child("text-box"))
		return nil
	case object != nil:
		if m := r.formula(object); m != nil {
			return m
		}
		r.left(rule.ImportEmbed, "save it as a picture", "a chart or another object is left out")
		return nil
	case image != nil:
		return r.picture(n, image)
	case n.Child("table") != nil:
		r.boxes = append(r.boxes, plainBlocks(r.document.blocks(n))...)
		return nil
	}
	r.left(rule.ImportEmbed, "save it as a picture", "a chart or another object is left out")
	return nil
}

// drawing reads a shape that may have text in it; a shape that has none is told.
func (r *runs) drawing(n *xmltree.Node) {
	var blocks []book.Block
	for _, holder := range shapes(n) {
		if holder.Name == "frame" {
			blocks = append(blocks, asFigures(r.shape(holder))...)
			continue
		}
		blocks = append(blocks, plainBlocks(r.document.blocks(&xmltree.Node{Kids: texts(holder)}))...)
	}
	if len(blocks) == 0 {
		r.left(rule.ImportEmbed, "save it as a picture", "a drawing is left out")
		return
	}
	r.boxes = append(r.boxes, &book.Division{Class: book.Box, Blocks: blocks})
}

// asFigures returns the pictures of a run as figures.
func asFigures(list []book.Inline) []book.Block {
	var out []book.Block
	for _, in := range list {
		if i, ok := in.(*book.InlineImage); ok {
			out = append(out, &book.Figure{Image: i.Image})
		}
	}
	return out
}

// shapes returns the shapes of a group, at any depth, n itself when it is none.
func shapes(n *xmltree.Node) []*xmltree.Node {
	if n.Name != "g" {
		return []*xmltree.Node{n}
	}
	var out []*xmltree.Node
	for _, k := range n.Kids {
		if k.Name != "" && k.Name != "title" && k.Name != "desc" {
			out = append(out, shapes(k)...)
		}
	}
	return out
}

// texts returns the paragraphs and lists of a shape.
func texts(n *xmltree.Node) []*xmltree.Node {
	var out []*xmltree.Node
	for _, k := range n.Kids {
		if k.Name == "p" || k.Name == "list" {
			out = append(out, k)
		}
	}
	return out
}

// textBox reads a box of text. LibreOffice puts a picture and its caption into a box, so that
// they stay together: such a box is a figure.
func (r *runs) textBox(n *xmltree.Node) {
	inner := &builder{document: r.document}
	if p := captionedPicture(n); p != nil {
		rr := &runs{builder: inner}
		content := rr.inlines(p, look{})
		var words []book.Inline
		var figure *book.Figure
		for _, in := range content {
			if i, ok := in.(*book.InlineImage); ok && figure == nil {
				figure = &book.Figure{Image: i.Image}
				continue
			}
			words = append(words, in)
		}
		if figure != nil {
			figure.Caption = draft.Trim(r.hoist(words, &figure.ID))
			r.boxes = append(r.boxes, figure)
			r.boxes = append(r.boxes, rr.boxes...)
			return
		}
	}
	blocks := plainBlocks(r.document.blocks(n))
	switch {
	case len(blocks) == 0:
	case len(blocks) == 1 && isFigure(blocks[0]):
		r.boxes = append(r.boxes, blocks[0])
	default:
		r.boxes = append(r.boxes, &book.Division{Class: book.Box, Blocks: blocks})
	}
}

func isFigure(b book.Block) bool {
	_, ok := b.(*book.Figure)
	return ok
}

// captionedPicture returns the paragraph of a box that is a picture with its caption, nil for
// other boxes.
func captionedPicture(n *xmltree.Node) *xmltree.Node {
	only := n.Only()
	if only == nil || only.Name != "p" || only.Find("image") == nil {
		return nil
	}
	return only
}

// picture reads a picture, which lies in the document, beside it, or on the web.
func (r *runs) picture(frame, n *xmltree.Node) []book.Inline {
	alt := strings.Join(strings.Fields(frame.Child("desc").Content()), " ")
	if alt == "" {
		alt = strings.Join(strings.Fields(frame.Child("title").Content()), " ")
	}
	src := path.Clean(n.Any("href"))
	if strings.Contains(n.Any("href"), "://") {
		src = n.Any("href")
	}
	image := &book.Image{Src: strings.TrimPrefix(src, "../"), Alt: alt}
	switch data := n.Child("binary-data"); {
	case data != nil:
		image.Src = fmt.Sprintf("Pictures/%d", len(r.article.Pictures)+1)
		bytes, err := base64.StdEncoding.DecodeString(strings.Join(strings.Fields(data.Content()), ""))
		if err != nil {
			r.left(rule.ImportEmbed, "save it as a picture", "a picture is damaged, and left out")
			return nil
		}
		r.article.Pictures[image.Src] = bytes
	case n.Any("href") == "":
		return nil
	case r.pack != nil && r.pack.Has(src):
		if _, ok := r.article.Pictures[src]; ok {
			break
		}
		bytes, err := r.pack.Read(src)
		if err == unzip.ErrBomb {
			r.failed = err
		}
		if err != nil {
			return nil
		}
		r.article.Pictures[src] = bytes
	}
	return []book.Inline{&book.InlineImage{Image: image}}
}

// formula reads an object that is a formula, nil for any other. A formula that has no TeX is
// text, and told.
func (r *runs) formula(n *xmltree.Node) []book.Inline {
	root := n.Child("math")
	if root == nil && r.pack != nil {
		var err error
		name := path.Join(strings.TrimPrefix(n.Any("href"), "./"), "content.xml")
		if root, err = r.pack.XML(name); err != nil || root == nil {
			return nil
		}
	}
	if root == nil || root.Name != "math" {
		return nil
	}
	node := mathml.FromXML(root)
	tex, err := mathml.TeX(node)
	if err != nil || tex == "" {
		text := node.Content()
		if text != "" {
			r.article.Warnings = append(r.article.Warnings, rule.ImportFormula.At(book.Pos{}, "set it by hand", "a formula is text here: %s", book.Clip(text, 60)))
		}
		return draft.Text(text)
	}
	if r.article.Formula == "" {
		r.article.Formula = tex
	}
	row, _ := math.Parse(tex)
	return []book.Inline{&book.Math{TeX: tex, Text: math.Text(row)}}
}
