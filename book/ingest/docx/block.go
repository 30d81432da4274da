package docx

import (
	"strings"

	"octavo/book"
	"octavo/book/ingest/draft"
	"octavo/book/markup/xmltree"
)

// maxListDepth is the deepest list: Word has nine levels (ECMA-376, part 1, 17.9.6).
const maxListDepth = 9

// blocks returns the blocks of a body, a cell or a note.
func (d *document) blocks(n *xmltree.Node) []draft.Block {
	b := &builder{document: d, links: d.links}
	if n != nil {
		b.read(n)
	}
	return b.out
}

// A builder makes the blocks of one container.
type builder struct {
	*document
	links map[string]string
	out   []draft.Block
	lists []*book.List // the open list of each level
}

// containers are elements that hold paragraphs and mean nothing more here.
var containers = map[string]bool{"sdt": true, "sdtContent": true, "customXml": true, "ins": true, "moveTo": true, "smartTag": true}

func (b *builder) read(n *xmltree.Node) {
	for _, k := range n.Kids {
		switch {
		case k.Name == "p":
			b.paragraph(k)
		case k.Name == "tbl":
			b.lists = nil
			b.table(k)
		case k.Name == "AlternateContent":
			if c := k.Child("Choice"); c != nil {
				b.read(c)
			}
		case containers[k.Name]:
			b.read(k)
		}
	}
}

func (b *builder) add(bl book.Block, role draft.Role) {
	b.lists = nil
	b.out = append(b.out, draft.Block{Block: bl, Role: role})
}

// paragraph reads a paragraph, and the text boxes that hang on it.
func (b *builder) paragraph(n *xmltree.Node) {
	props := n.Child("pPr")
	st := b.styles[props.Child("pStyle").Any("val")]
	r := &runs{builder: b}
	content := draft.Trim(r.inlines(n))
	boxes := b.boxes
	b.boxes = nil
	switch {
	case len(content) == 0:
		if props.Child("pBdr").Child("bottom") != nil {
			b.add(&book.Break{}, draft.None)
		}
	case onlyImages(content):
		b.figures(content)
	case st.name == "caption" && b.captions(content):
	case st.name == "title":
		b.add(&book.Paragraph{Content: content}, draft.Title)
	case st.name == "subtitle":
		b.add(&book.Paragraph{Content: content}, draft.Standfirst)
	case b.headingLevel(props, st) > 0:
		content, _, _ = draft.Unstyle(content)
		b.add(&book.Heading{Level: b.headingLevel(props, st), Content: content}, draft.None)
	case b.item(props, st, content):
	case strings.Contains(st.name, "quote") || strings.Contains(st.name, "quotation") || st.name == "block text":
		b.quote(content)
	default:
		b.add(&book.Paragraph{Content: content}, draft.None)
	}
	for _, box := range boxes {
		b.add(box, draft.None)
	}
}

func (b *builder) headingLevel(props *xmltree.Node, st style) int {
	if st.level > 0 {
		return st.level
	}
	if o := props.Child("outlineLvl"); o != nil {
		if l := number(o.Any("val"), 9); l < 6 {
			return l + 2
		}
	}
	return 0
}

func onlyImages(content []book.Inline) bool {
	for _, in := range content {
		switch in.(type) {
		case *book.InlineImage, *book.LineBreak:
		default:
			return false
		}
	}
	return true
}

func (b *builder) figures(content []book.Inline) {
	for _, in := range content {
		if i, ok := in.(*book.InlineImage); ok {
			b.add(&book.Figure{Image: i.Image}, draft.None)
		}
	}
}

// captions gives a caption to the picture above it.
func (b *builder) captions(content []book.Inline) bool {
	if len(b.out) == 0 {
		return false
	}
	f, ok := b.out[len(b.out)-1].Block.(*book.Figure)
	if ok && len(f.Caption) == 0 {
		f.Caption = content
		return true
	}
	return false
}

// quote appends a paragraph to the quotation above, or begins one.
func (b *builder) quote(content []book.Inline) {
	p := &book.Paragraph{Content: content}
	if len(b.out) > 0 {
		if q, ok := b.out[len(b.out)-1].Block.(*book.Quote); ok {
			q.Blocks = append(q.Blocks, p)
			return
		}
	}
	b.add(&book.Quote{Blocks: []book.Block{p}}, draft.None)
}

// item reads a paragraph of a list, and reports whether it is one.
//
// A Word document has no lists, only paragraphs with a number of a list (numId) and a
// level (ilvl), by themselves or by their style; what the level looks like stands in
// another file. Lists are made of them while they are read: lists has the list that
// is open at each level, and its last item takes the lists of deeper levels. Any block
// that is no item closes all of them (add). A level that is deeper by two or more, as
// authors get by the Tab key, counts as one deeper: there is no item for what lies
// between. A list whose kind changes at a level is another list.
func (b *builder) item(props *xmltree.Node, st style, content []book.Inline) bool {
	num := props.Child("numPr")
	if num == nil {
		num = st.num
	}
	// The number 0 takes a paragraph out of the list that its style puts it in.
	id := num.Child("numId").Any("val")
	l, ok := b.numbering[id][orZero(num.Child("ilvl").Any("val"))]
	if !ok || id == "0" || l.none {
		return false
	}
	depth := min(number(num.Child("ilvl").Any("val"), 0), maxListDepth-1)
	it := &book.ListItem{Blocks: []book.Block{&book.Paragraph{Content: content}}}
	depth = min(depth, len(b.lists)) // a level that was skipped has no list
	if depth < len(b.lists) && b.lists[depth].Ordered == l.ordered {
		b.lists = b.lists[:depth+1]
		b.lists[depth].Items = append(b.lists[depth].Items, it)
		return true
	}
	list := &book.List{Ordered: l.ordered, Start: l.start, Tight: true, Items: []*book.ListItem{it}}
	if !l.ordered {
		list.Start = 0
	}
	if depth == 0 {
		b.out = append(b.out, draft.Block{Block: list})
		b.lists = []*book.List{list}
		return true
	}
	items := b.lists[depth-1].Items
	last := items[len(items)-1]
	last.Blocks = append(last.Blocks, list)
	b.lists = append(b.lists[:depth], list)
	return true
}

func orZero(s string) string {
	if s == "" {
		return "0"
	}
	return s
}

// flat returns the runs of text in a block of a cell.
func flat(bl book.Block) [][]book.Inline {
	var out [][]book.Inline
	book.WalkBlocks([]book.Block{bl}, func(b book.Block) bool {
		if f, ok := b.(*book.Figure); ok {
			out = append(out, []book.Inline{&book.InlineImage{Image: f.Image}})
		}
		for _, run := range book.BlockInlines(b) {
			if len(run) > 0 {
				out = append(out, run)
			}
		}
		return true
	})
	return out
}
