package docx

import (
	"strings"

	"octavo/book/markup/xmltree"
)

// listing keeps the words of a table of contents or an index, to be told.
func (d *document) listing(n *xmltree.Node) {
	n.Walk(func(m *xmltree.Node) {
		if m.Name == "t" && len(d.listed) < maxListed {
			d.listed = append(d.listed, m.Content())
		}
	})
}

// maxListed bounds how many words of tables of contents are kept.
const maxListed = 50

// listings leaves out the text of fields that list what is on the pages of the document.
// They begin in one paragraph and end in another; paragraphs without text are none.
func (d *document) listings(n *xmltree.Node) {
	l := &lister{document: d}
	l.walk(n)
}

// A lister follows the fields of a document.
type lister struct {
	*document
	open []*openField
	in   int // how many of the open fields list
}

type openField struct {
	code  string
	shown bool
	lists bool
}

// lists are the fields that list (ECMA-376, part 1, 17.16.5): contents, index, authorities.
var lists = map[string]bool{"TOC": true, "INDEX": true, "TOA": true}

func (l *lister) walk(n *xmltree.Node) {
	kept := n.Kids[:0:0]
	for _, k := range n.Kids {
		switch k.Name {
		case "fldChar":
			l.mark(k.Any("fldCharType"))
		case "instrText":
			if i := len(l.open) - 1; i >= 0 && !l.open[i].shown {
				l.open[i].code += k.Content()
			}
		case "fldSimple":
			if args := arguments(k.Any("instr")); len(args) > 0 && lists[strings.ToUpper(args[0])] {
				l.listing(k)
				continue
			}
		case "t", "tab", "br", "oMath", "drawing", "pict":
			if l.in > 0 {
				l.listing(k)
				continue
			}
		}
		l.walk(k)
		kept = append(kept, k)
	}
	n.Kids = kept
}

// mark takes in the begin, the separator or the end of a field.
func (l *lister) mark(kind string) {
	i := len(l.open) - 1
	switch {
	case kind == "begin":
		l.open = append(l.open, &openField{})
	case i < 0:
	case kind == "separate" && !l.open[i].shown:
		f := l.open[i]
		f.shown = true
		if args := arguments(f.code); len(args) > 0 && lists[strings.ToUpper(args[0])] {
			f.lists = true
			l.in++
		}
	case kind == "end":
		if l.open[i].lists {
			l.in--
		}
		l.open = l.open[:i]
	}
}
