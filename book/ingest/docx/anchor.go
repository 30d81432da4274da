package docx

import (
	"strconv"
	"strings"

	"octavo/book"
	"octavo/book/ingest/draft"
	"octavo/book/markup/xmltree"
)

// Links within a document lead to bookmarks, and a bookmark stands anywhere: around a
// heading, before a paragraph, within a caption. A chapter has places at headings, figures
// and tables, by their ids, and in text. So the bookmarks that links lead to are looked for
// before the text is read (seek); a paragraph that has one becomes the place (place), or the
// figure or table whose caption it is, and links to bookmarks that have no place in the
// chapter are text, and told.

// seek finds the bookmarks that links of the text lead to.
func (d *document) seek(root *xmltree.Node) {
	wanted := map[string]bool{}
	root.Walk(func(n *xmltree.Node) {
		switch n.Name {
		case "hyperlink":
			wanted[n.Any("anchor")] = true
		case "fldSimple":
			want(n.Any("instr"), wanted)
		case "p":
			// A code may be in pieces.
			var code strings.Builder
			for _, r := range n.All("r") {
				code.WriteString(r.Child("instrText").Content())
				if r.Child("fldChar") != nil {
					code.WriteByte('\n')
				}
			}
			for line := range strings.Lines(code.String()) {
				want(line, wanted)
			}
		}
	})
	delete(wanted, "")
	d.places, d.placed = map[string]string{}, map[*xmltree.Node]string{}
	d.mark(root, nil, wanted)
}

// want takes in the bookmark that a field leads to.
func want(code string, wanted map[string]bool) {
	args := arguments(code)
	if len(args) < 2 {
		return
	}
	switch strings.ToUpper(args[0]) {
	case "REF", "PAGEREF":
		wanted[args[1]] = true
	case "HYPERLINK":
		if place, ok := strings.CutPrefix(hyperlink(args[1:]), "#"); ok {
			wanted[place] = true
		}
	}
}

// mark gives a name to the place of each bookmark that is wanted and stands in a
// paragraph, or between two, before the second. waiting are those of the paragraph to come; it
// returns those that none has come for.
func (d *document) mark(n *xmltree.Node, waiting []string, wanted map[string]bool) []string {
	for _, k := range n.Kids {
		switch k.Name {
		case "bookmarkStart":
			if name := k.Any("name"); wanted[name] {
				waiting = append(waiting, name)
				delete(wanted, name) // the first of a name counts
			}
		case "p":
			own := d.mark(k, waiting, wanted)
			waiting = nil
			st := (&builder{document: d}).styleOf(k.Child("pPr"))
			if st.role() != draft.None || st.isCode() || st.isListing() || textOf(k) == "" && k.Find("blip") == nil || k.Find("txbxContent") != nil {
				continue
			}
			if len(own) > 0 {
				d.placed[k] = "at-" + strconv.Itoa(len(d.placed)+1)
			}
			for _, name := range own {
				d.places[name] = d.placed[k]
			}
		default:
			waiting = d.mark(k, waiting, wanted)
		}
	}
	return waiting
}

// atPlace returns the content of a paragraph with the place that links lead to.
func (r *runs) atPlace(content []book.Inline) []book.Inline { return at(r.place, content) }

// at returns content behind the place of an id, where there is one.
func at(id string, content []book.Inline) []book.Inline {
	if id == "" {
		return content
	}
	return append([]book.Inline{&book.Span{ID: id}}, content...)
}
