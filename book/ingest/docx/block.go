package docx

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"octavo/book"
	"octavo/book/ingest/draft"
	"octavo/book/markup/xmltree"
)

// maxListDepth is the deepest list: Word has nine levels (ECMA-376, part 1, 17.9.6).
const maxListDepth = 9

// blocks returns the blocks of a body, a cell, a box or a note; links are the
// relations of its part.
func (d *document) blocks(n *xmltree.Node, links relations) []draft.Block {
	return newBuilder(d, links).all(n)
}

func newBuilder(d *document, links relations) *builder {
	return &builder{document: d, links: links, captions: map[*book.Paragraph]caption{}, aparts: map[*book.Paragraph]apart{}, prose: map[string]bool{}}
}

// A builder makes the blocks of one container.
type builder struct {
	*document
	links    relations
	out      []draft.Block
	lists    []*book.List                // the open list of each level
	lefts    []int                       // the indentation of their texts
	levels   []int                       // their levels in Word
	hanging  []draft.Block               // what hangs on the paragraph at hand: text boxes, pictures that float
	note     bool                        // the container is a note
	cell     bool                        // the container is a cell
	stanza   bool                        // the next paragraph of verse begins a stanza
	initial  string                      // a letter that begins the next paragraph
	captions map[*book.Paragraph]caption // paragraphs that are captions
	aparts   map[*book.Paragraph]apart   // paragraphs that may be lines of verse
	prose    map[string]bool             // styles of paragraphs that are none
	gap      bool                        // the paragraph before was empty
}

// all returns the blocks of a container.
func (b *builder) all(n *xmltree.Node) []draft.Block {
	if n != nil {
		b.read(n)
	}
	b.begin("")
	return b.captioned()
}

func (b *builder) read(n *xmltree.Node) {
	for _, k := range n.Kids {
		switch k.Name {
		case "p":
			b.paragraph(k)
		case "tbl":
			b.lists = nil
			b.begin("")
			b.table(k)
		case "altChunk", "subDoc":
			b.lists = nil
			b.elsewhere(b.links[relationID(k.Attr, "id")])
		}
	}
}

func (b *builder) add(bl book.Block, role draft.Role) {
	b.lists = nil
	b.out = append(b.out, draft.Block{Block: bl, Role: role})
}

// styleOf returns the style of a paragraph.
func (b *builder) styleOf(props *xmltree.Node) style {
	if st, ok := b.sheet.byID[props.Child("pStyle").Any("val")]; ok {
		return st
	}
	return b.sheet.usual
}

// paragraph reads a paragraph, and what hangs on it.
func (b *builder) paragraph(n *xmltree.Node) {
	props := n.Child("pPr")
	st := b.styleOf(props)
	if st.isListing() {
		b.listing(n)
		return
	}
	r := &runs{builder: b, paragraph: st, raw: st.isCode(), mark: b.counted(props, st)}
	content := r.inlines(n)
	switch frame := props.Child("framePr").Any("dropCap"); {
	case frame == "drop" || frame == "margin":
		b.begin(strings.TrimLeftFunc(book.PlainText(content), unicode.IsSpace))
	case r.raw:
		b.code(literal(content))
	case r.isVerse(props, content):
		b.verse(r, props, content)
	default:
		r.place = b.placed[n]
		for _, part := range pages(unlettered(spaced(content))) {
			part = draft.Trim(b.withInitial(part))
			b.part(r, props, part)
			if b.gap = len(part) == 0; !b.gap {
				r.place, r.mark = "", mark{}
			}
		}
	}
	hanging := b.hanging
	b.hanging = nil
	for _, h := range hanging {
		b.add(h.Block, h.Role)
	}
}

// part reads a paragraph, or the part of one on a page.
func (b *builder) part(r *runs, props *xmltree.Node, content []book.Inline) {
	st := r.paragraph
	level := b.headingLevel(props, st)
	switch {
	case len(content) == 0 && b.cell && r.mark.label != "": // a column of numbers
		b.add(&book.Paragraph{Content: draft.Trim(r.mark.before(b, nil))}, draft.None)
	case len(content) == 0:
		if props.Child("pBdr").Child("bottom") != nil {
			b.add(&book.Break{}, draft.None)
		}
	case r.mark.label == "" && b.display(content):
	case r.mark.label == "" && onlyImages(content):
		b.figures(r, content)
	case st.isCaption() || r.counts != "":
		b.caption(r, r.mark.before(b, content))
	case st.role() != draft.None:
		b.add(&book.Paragraph{Content: r.mark.before(b, content)}, st.role())
	case level > 0:
		content, _, _ = draft.Unstyle(content)
		b.add(&book.Heading{Level: level, ID: r.place, Content: r.mark.before(b, content)}, draft.None)
	case b.item(r.mark, props, st, r.atPlace(content)):
	case st.is("definition term") || st.is("definition"):
		b.definition(st, content)
	case st.is("pull quote", "pullquote"):
		b.add(&book.Division{Class: book.PullQuote, Blocks: []book.Block{&book.Paragraph{Content: r.atPlace(content)}}}, draft.None)
	case st.isQuote():
		b.quote(r.atPlace(content))
	default:
		p := &book.Paragraph{Content: r.atPlace(content)}
		b.setApart(props, st, p)
		b.add(p, draft.None)
	}
}

// begin keeps the letter in a frame that begins the next paragraph, its drop cap. A
// letter that no paragraph followed is one itself.
func (b *builder) begin(initial string) {
	if b.initial != "" {
		b.add(&book.Paragraph{Content: draft.Text(b.initial)}, draft.None)
	}
	b.initial = initial
}

// withInitial returns the content of a paragraph with the drop cap before it. A space behind
// the cap is one between words ("A dog"), since Word parts a word at its first letter without any.
func (b *builder) withInitial(content []book.Inline) []book.Inline {
	text := book.PlainText(content)
	if b.initial == "" || text == "" {
		return content
	}
	initial := b.initial
	if c, _ := utf8.DecodeRuneInString(text); unicode.IsSpace(c) {
		initial += " "
	}
	content = draft.Join(draft.Text(initial), draft.Trim(content)...)
	b.initial = ""
	return content
}

// pageBreak stands in a text where a page or column ends by hand.
const pageBreak = "\f"

// pages parts the content of a paragraph where a page ends by hand. Behind a sentence that
// is a paragraph's end, and within one a space.
func pages(content []book.Inline) [][]book.Inline {
	var out [][]book.Inline
	var part []book.Inline
	for _, in := range content {
		t, ok := in.(*book.Text)
		if !ok || !strings.Contains(t.Value, pageBreak) {
			part = draft.Join(part, in)
			continue
		}
		for i, s := range strings.Split(t.Value, pageBreak) {
			switch {
			case i > 0 && endsSentence(book.PlainText(part)):
				out, part = append(out, part), nil
			case i > 0:
				s = " " + s
			}
			part = draft.Join(part, draft.Text(s)...)
		}
	}
	return append(out, part)
}

// endsSentence reports whether a text is empty or ends as a sentence does.
func endsSentence(s string) bool {
	s = strings.TrimRight(s, " \n\u00a0\"'”’»“‘」』)）")
	last, _ := utf8.DecodeLastRuneInString(s)
	return s == "" || strings.ContainsRune(".!?…:。！？：", last)
}

func (b *builder) headingLevel(props *xmltree.Node, st style) int {
	if st.level > 0 {
		return st.level
	}
	return headingOf("", props)
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

func (b *builder) figures(r *runs, content []book.Inline) {
	for _, in := range content {
		if i, ok := in.(*book.InlineImage); ok {
			b.add(&book.Figure{Image: i.Image, ID: r.place}, draft.None)
			r.place = ""
		}
	}
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
