package docx

import (
	"path"
	"strconv"
	"strings"

	"octavo/book"
	"octavo/book/base/rule"
	"octavo/book/ingest/draft"
	"octavo/book/ingest/unzip"
	"octavo/book/markup/xmltree"
)

// A canvas is a drawing that is being read: of DrawingML, of its older form VML, or an
// object of another program with its picture.
type canvas struct {
	*runs
	root   *xmltree.Node
	alt    string
	link   string // where a click on it leads
	hidden bool   // it says nothing to readers
	images []book.Inline
	found  bool // something of it was taken
}

// picture reads a drawing. Pictures in the line are returned; text boxes, charts and
// pictures that float hang on the paragraph, and follow it.
func (r *runs) picture(n *xmltree.Node) []book.Inline {
	c := &canvas{runs: r, root: n}
	props := n.Find("docPr")
	c.alt = orElse(orElse(props.Any("descr"), n.Find("shape").Any("alt")), props.Any("title"))
	c.link = r.links[relationID(orEmpty(props.Child("hlinkClick")).Attr, "id")].target
	c.hidden = on(orNil(n.Find("decorative").Any("val")))
	c.visit(n)
	if !c.found && isLine(n) {
		c.found = true
		c.hanging = append(c.hanging, draft.Block{Block: &book.Break{}})
	}
	if !c.found && n.Name != "pict" {
		message := "a drawing or chart is left out"
		if what := orElse(c.alt, n.Find("OLEObject").Any("ProgID")); what != "" {
			message += ": " + clip(what)
		}
		r.left(rule.ImportEmbed, "save it as a picture", message)
	}
	if n.Child("anchor") == nil {
		return c.images
	}
	for _, in := range c.images {
		r.hanging = append(r.hanging, draft.Block{Block: figureOf(in.(*book.InlineImage))})
	}
	return nil
}

// isLine reports whether a shape is a line across the page: at least a third of the width of
// a page and no more than three points high, in the units of drawings.
func isLine(n *xmltree.Node) bool {
	const point = 12_700
	extent := n.Find("extent")
	wide, err := strconv.Atoi(extent.Any("cx"))
	high, other := strconv.Atoi(extent.Any("cy"))
	return err == nil && other == nil && n.Find("wsp") != nil && wide >= 150*point && high >= 0 && high <= 3*point
}

// visit reads the parts of a drawing, each once.
func (c *canvas) visit(n *xmltree.Node) {
	for _, k := range n.Kids {
		switch k.Name {
		case "txbxContent":
			c.found = true
			c.box(k)
		case "txBody": // a drawing of another program
			c.shapeText(k)
		case "blip":
			c.blip(k)
		case "imagedata":
			c.image(relationID(k.Attr, "id"), orElse(c.alt, k.Any("title")))
		case "textpath": // letters as shapes
			if s := strings.TrimSpace(k.Any("string")); s != "" {
				c.found = true
				c.hanging = append(c.hanging, draft.Block{Block: &book.Paragraph{Content: draft.Text(s)}})
			}
		case "OLEObject":
			if kind := k.Any("ProgID"); strings.HasPrefix(kind, "Equation") {
				c.left(rule.ImportFormula, "set it by hand", "a formula of an old editor is a picture here ("+kind+")")
			} else if len(c.images) > 0 {
				c.left(rule.ImportEmbed, "look at what it shows", "an object of another program is a picture here ("+book.Clip(kind, 40)+")")
			}
		case "chart":
			c.found = c.chart(relationID(k.Attr, "id")) || c.found
		case "relIds":
			c.found = c.diagram(relationID(k.Attr, "dm")) || c.found
		default:
			if on(orNil(k.Any("hr"))) { // a line across the page
				c.found = true
				c.hanging = append(c.hanging, draft.Block{Block: &book.Break{}})
			}
			c.visit(k)
		}
	}
}

// shapeText takes the text of a shape, which has runs of its own.
func (c *canvas) shapeText(n *xmltree.Node) {
	for _, p := range n.All("p") {
		if s := drawn(p); s != "" {
			c.found = true
			c.hanging = append(c.hanging, draft.Block{Block: &book.Paragraph{Content: draft.Text(s)}})
		}
	}
}

// blip takes a picture: as SVG where the document has that beside its pixels.
func (c *canvas) blip(n *xmltree.Node) {
	before := len(c.images) + len(c.hanging)
	if svg := n.Find("svgBlip"); svg != nil && c.has(c.links[relationID(svg.Attr, "embed")].target) {
		c.image(relationID(svg.Attr, "embed"), c.alt)
	}
	if len(c.images)+len(c.hanging) == before {
		c.image(orElse(relationID(n.Attr, "embed"), relationID(n.Attr, "link")), c.alt)
	}
	if crop := n.Parent.Child("srcRect"); crop != nil && strings.Trim(crop.Any("l")+crop.Any("t")+crop.Any("r")+crop.Any("b"), "0") != "" {
		c.left(rule.ImportPicture, "crop the file where what was cut off is not for readers", "a picture that was cropped in Word is whole here: "+clip(orElse(c.alt, path.Base(c.links[relationID(n.Attr, "embed")].target))))
	}
}

// image takes the picture that a relation leads to.
func (c *canvas) image(id, alt string) {
	to := c.links[id]
	if to.target == "" {
		return
	}
	image := &book.Image{Src: to.target, Alt: strings.Join(strings.Fields(alt), " ")}
	if !to.external && !c.bytes(to.target) {
		return
	}
	c.found = true
	c.images = append(c.images, &book.InlineImage{Image: image})
	if c.link != "" || c.hidden {
		c.hangs(image)
	}
}

// hangs makes a figure of the last picture, which says more of itself than a picture in
// the line can.
func (c *canvas) hangs(image *book.Image) {
	f := &book.Figure{Image: image, Decorative: c.hidden}
	if c.link != "" {
		f.Link = &book.Link{URL: c.link}
	}
	c.images = c.images[:len(c.images)-1]
	c.hanging = append(c.hanging, draft.Block{Block: f})
}

// bytes takes the bytes of a picture in the document, and reports whether there are any.
func (c *canvas) bytes(target string) bool {
	if _, ok := c.article.Pictures[target]; ok {
		return true
	}
	data, err := c.data(target)
	if err == unzip.ErrBomb {
		c.failed = err
	}
	if data == nil || err != nil {
		c.left(rule.ImportPicture, "look for it in Word", "a picture is not in the document: "+clip(path.Base(target)))
		return false
	}
	c.article.Pictures[target] = data
	return true
}

func figureOf(in *book.InlineImage) *book.Figure { return &book.Figure{Image: in.Image} }

// box reads a text box, which hangs on the paragraph. Where it only frames a picture with its
// caption, it is no box.
func (c *canvas) box(n *xmltree.Node) {
	list := c.document.blocks(n, c.links)
	if framesPicture(list) {
		c.hanging = append(c.hanging, list...)
		return
	}
	d := &book.Division{Class: book.Box}
	for i, bl := range list {
		if title := boxTitle(bl.Block); title != nil && i == 0 && len(list) > 1 {
			d.Title = title
			continue
		}
		d.Blocks = append(d.Blocks, bl.Block)
	}
	if len(d.Blocks) > 0 {
		c.boxes = append(c.boxes, d)
		c.hanging = append(c.hanging, draft.Block{Block: d})
	}
}

// boxTitle returns the words of a first block that is the title of a box, a heading or a
// line in bold; nil for another.
func boxTitle(bl book.Block) []book.Inline {
	switch bl := bl.(type) {
	case *book.Heading:
		return bl.Content
	case *book.Paragraph:
		if content, style, ok := draft.Unstyle(bl.Content); ok && style == book.Strong && len(draft.Lines(content)) == 1 && !endsSentence(book.PlainText(content)) {
			return content
		}
	}
	return nil
}

// framesPicture reports whether blocks are pictures, with or without captions.
func framesPicture(list []draft.Block) bool {
	for _, bl := range list {
		if _, ok := bl.Block.(*book.Figure); !ok {
			return false
		}
	}
	return true
}

// maxQuoted is the longest pull quote, in bytes: some lines in large letters.
const maxQuoted = 600

// pullQuotes finds the boxes whose words stand in the text too, which are there to catch
// the eye, and tells of the others: where they belong in the text, the file does not say.
func (d *document) pullQuotes() {
	var text strings.Builder
	for _, bl := range d.article.Blocks {
		if _, box := bl.Block.(*book.Division); !box {
			text.WriteString(draft.Letters(wordsOf(bl.Block)))
		}
	}
	budget := maxSearched
	for _, box := range d.boxes {
		words := wordsOf(box)
		s := draft.Letters(words)
		budget -= text.Len()
		if len(s) > 0 && len(s) <= maxQuoted && budget > 0 && strings.Contains(text.String(), s) {
			box.Class = book.PullQuote
			continue
		}
		d.left(rule.ImportBox, "move it to where it belongs", "a text box stands behind the paragraph that it is fastened to: "+clip(words))
	}
}

// maxSearched bounds the bytes that are searched for the words of boxes: each is sought in
// the whole text.
const maxSearched = 64 << 20

// wordsOf returns the words of a block.
func wordsOf(bl book.Block) string {
	var s strings.Builder
	book.WalkBlocks([]book.Block{bl}, func(b book.Block) bool {
		for _, run := range book.BlockInlines(b) {
			s.WriteString(book.PlainText(run) + " ")
		}
		return true
	})
	return strings.TrimSpace(s.String())
}
