package docx

import (
	"slices"
	"strings"

	"octavo/book/markup/xmltree"
)

// clean settles a tree in place, so that the readers see the document as it is printed:
// tracked changes are accepted, of alternatives one is left, and elements that mean
// nothing here but stand around others (content controls, smart tags, directions) give
// way to what they hold, be that runs, paragraphs, rows or cells.
//
// It goes from the leaves to the root, so that each element is seen once. What stands
// around nothing goes; nothing is moved but the content of a paragraph whose mark was
// deleted, which goes to the next paragraph.
func (d *document) clean(n *xmltree.Node) {
	var kids []*xmltree.Node
	for _, k := range n.Kids {
		if d.deleted(k) {
			d.changed = true
			continue
		}
		d.clean(k)
		switch {
		case k.Name == "sdt":
			kids = append(kids, d.control(k)...)
		case k.Name == "AlternateContent":
			kids = append(kids, alternative(k)...)
		case around[k.Name]:
			d.changed = d.changed || k.Name == "ins" || k.Name == "moveTo"
			kids = append(kids, k.Kids...)
		case (k.Name == "tbl" && k.Child("tr") == nil) || (k.Name == "tr" && k.Child("tc") == nil):
		default:
			kids = append(kids, k)
		}
	}
	n.Kids = kids
	d.joinParagraphs(n)
	for _, k := range n.Kids {
		k.Parent = n
	}
}

// around are the elements that stand around content and mean nothing here
// (ECMA-376, part 1, 17.5 and 17.13.5; 17.3.2.3 and 17.3.2.8).
var around = map[string]bool{"sdtContent": true, "customXml": true, "smartTag": true, "ins": true, "moveTo": true, "dir": true, "bdo": true}

// deleted reports whether an element is a tracked deletion, or a row or cell with the mark of one.
func (d *document) deleted(n *xmltree.Node) bool {
	switch n.Name {
	case "del", "moveFrom":
		// In properties, these are marks of their element: of a row, or the end of a paragraph.
		return n.Parent == nil || n.Parent.Name != "rPr" && n.Parent.Name != "trPr"
	case "tr":
		return n.Child("trPr").Child("del") != nil
	case "tc":
		return n.Child("tcPr").Child("cellDel") != nil
	}
	return false
}

// joinParagraphs joins each paragraph whose mark was deleted with the next one, which
// keeps its own properties.
func (d *document) joinParagraphs(n *xmltree.Node) {
	var kids []*xmltree.Node
	var waiting *xmltree.Node
	for _, k := range n.Kids {
		if k.Name != "" && k.Name != "p" && waiting != nil && !isMark(k) {
			kids, waiting = append(kids, waiting), nil
		}
		if k.Name == "p" && waiting != nil {
			prepend(k, waiting)
			waiting = nil
		}
		if mark := k.Child("pPr").Child("rPr"); k.Name == "p" && (mark.Child("del") != nil || mark.Child("moveFrom") != nil) {
			d.changed, waiting = true, k
			continue
		}
		kids = append(kids, k)
	}
	if waiting != nil {
		kids = append(kids, waiting)
	}
	n.Kids = kids
}

// isMark reports whether an element between paragraphs is only a mark of a place.
func isMark(n *xmltree.Node) bool {
	return strings.HasPrefix(n.Name, "bookmark") || strings.HasPrefix(n.Name, "comment") || strings.HasPrefix(n.Name, "move") || n.Name == "proofErr" || strings.HasPrefix(n.Name, "perm")
}

// prepend puts the content of a paragraph at the beginning of the next one.
func prepend(to, from *xmltree.Node) {
	var kids []*xmltree.Node
	props := to.Child("pPr")
	if props != nil {
		kids = append(kids, props)
	}
	for _, k := range from.Kids {
		if k.Name != "pPr" {
			kids = append(kids, k)
		}
	}
	for _, k := range to.Kids {
		if k != props {
			kids = append(kids, k)
		}
	}
	to.Kids = kids
}

// alternative returns what is taken of alternatives: the first that has something that is
// read here, in the order of the file, which has the old form last.
func alternative(n *xmltree.Node) []*xmltree.Node {
	var first *xmltree.Node
	for _, k := range n.Kids {
		if k.Name != "Choice" && k.Name != "Fallback" {
			continue
		}
		if slices.ContainsFunc(k.Kids, holds) {
			return k.Kids
		}
		if first == nil {
			first = k
		}
	}
	if first == nil {
		return nil
	}
	return first.Kids // a shape, to be told
}

// holds reports whether an element has anything that is read here.
func holds(n *xmltree.Node) bool {
	switch n.Name {
	case "t", "sym", "symEx", "blip", "imagedata", "chart", "relIds", "textpath", "tab", "br", "footnoteReference", "endnoteReference":
		return true
	}
	return slices.ContainsFunc(n.Kids, holds)
}

// control returns the content of a content control. The words that stand in an empty one
// ("Click or tap here to enter text") are Word's and not the author's.
func (d *document) control(n *xmltree.Node) []*xmltree.Node {
	props := n.Child("sdtPr")
	if on(props.Child("showingPlcHdr")) {
		d.empty++
		return nil
	}
	if gallery := props.Child("docPartObj").Child("docPartGallery").Any("val"); gallery == "Table of Contents" {
		d.listing(n)
		return nil
	}
	d.unhead(n)
	var kids []*xmltree.Node
	for _, k := range n.Kids {
		switch k.Name {
		case "sdtPr", "sdtEndPr", "":
		default:
			kids = append(kids, k) // sdtContent has been opened already
		}
	}
	return kids
}

// unhead takes the heading off a table of contents that stands in a content control: one
// short paragraph above the field.
func (d *document) unhead(n *xmltree.Node) {
	var before []*xmltree.Node
	for _, k := range n.Kids {
		if k.Name != "p" {
			continue
		}
		if code := k.Find("instrText"); code != nil && strings.HasPrefix(strings.TrimSpace(code.Content()), "TOC") {
			break
		}
		before = append(before, k)
	}
	const longest = 60 // bytes, by eye
	if len(before) == 1 && len(before[0].Content()) <= longest && len(before) < len(n.All("p")) {
		d.listing(before[0])
		n.Kids = slices.DeleteFunc(n.Kids, func(k *xmltree.Node) bool { return k == before[0] })
	}
}
