package docx

import (
	"strconv"
	"strings"

	"octavo/book"
	"octavo/book/ingest/draft"
	"octavo/book/markup/xmltree"
)

// runs reads what is in a paragraph.
type runs struct {
	*builder
	paragraph style // of the paragraph
	raw       bool  // the text is code: its white space counts, and nothing is emphasised
	inLink    bool
	fields    []*field // the open fields, the innermost last
	place     string   // the id of the paragraph for links to it
	counts    string   // what a field of the paragraph counts: "Figure"
	mark      mark     // what Word puts before the paragraph
}

// within returns a reader for content that stands within that of r.
func (r *runs) within() *runs {
	return &runs{builder: r.builder, paragraph: r.paragraph, raw: r.raw, inLink: r.inLink, mark: r.mark}
}

// inlines returns the content of a paragraph or of an element in it.
//
// Word writes a field, such as a link, as five runs in a row: begin, its code,
// separate, the text that the code made, end. Fields may stand within fields, so that
// the open fields are a stack. At separate, what has been read so far is put aside in
// the field and reading begins anew; at end, the two are joined, with the text in a link
// if the code says so. Between begin and separate there is only code, which is no text.
func (r *runs) inlines(n *xmltree.Node) []book.Inline {
	var out []book.Inline
	outer := r.fields
	r.fields = nil
	for _, k := range n.Kids {
		switch k.Name {
		case "r":
			out = r.run(k, out)
		case "fldSimple":
			out = r.ended(&field{code: k.Any("instr"), before: out, shown: true}, r.inlines(k))
		case "oMath", "oMathPara":
			out = draft.Join(out, r.formula(k)...)
		case "hyperlink":
			out = draft.Join(out, r.link(k)...)
		}
	}
	for len(r.fields) > 0 { // a field that goes on in the next paragraph
		out = r.field("end", out)
	}
	r.fields = outer
	return out
}

func orEmpty(n *xmltree.Node) *xmltree.Node {
	if n == nil {
		return &xmltree.Node{}
	}
	return n
}

func (r *runs) link(n *xmltree.Node) []book.Inline {
	inner := r.within()
	inner.inLink = true
	content := inner.inlines(n)
	url := r.links[relationID(n.Attr, "id")].target
	if url == "" {
		return r.linked("#"+n.Any("anchor"), content)
	}
	if len(content) == 0 || strings.HasPrefix(url, "word/") {
		return content
	}
	if place := n.Any("anchor"); place != "" && !strings.Contains(url, "#") {
		url += "#" + place
	}
	return []book.Inline{&book.Link{URL: url, Content: content}}
}

// run reads a run of text under one set of properties, and returns it behind what the
// paragraph has so far.
func (r *runs) run(n *xmltree.Node, out []book.Inline) []book.Inline {
	props := n.Child("rPr")
	char := r.sheet.byID[props.Child("rStyle").Any("val")]
	l := lookOf(props).onStyle(char.look, r.paragraph.look)
	if l.hidden == isOn {
		r.conceal(n)
		return out
	}
	if l.marker != "" && l.marker != "none" && r.paragraph.look.marker == "" {
		r.highlight(n)
	}
	marked := false // the mark of a note follows, which the note has too
	for _, k := range n.Kids {
		switch {
		case k.Name == "fldChar":
			out = r.field(k.Any("fldCharType"), out)
			if choice := choiceOf(k); choice != "" && len(r.fields) > 0 {
				r.fields[len(r.fields)-1].choice = choice
			}
		case (k.Name == "instrText" || k.Name == "t" && r.inCode()) && len(r.fields) > 0:
			r.fields[len(r.fields)-1].code += k.Content()
		case (marked || r.note && char.is("footnote reference", "endnote reference")) && (k.Name == "t" || k.Name == "sym"):
		default:
			out = draft.Join(out, r.styled(l, props, r.piece(k, l))...)
		}
		marked = marked || on(orNil(k.Any("customMarkFollows")))
	}
	return out
}

// orNil returns a property of a value, nil for none.
func orNil(value string) *xmltree.Node {
	if value == "" {
		return nil
	}
	return &xmltree.Node{Attr: []xmltree.Attr{{Name: "val", Value: value}}}
}

// highlight keeps the words under a highlighter, to be told: in newsrooms it marks what is
// open, and is not for readers.
func (r *runs) highlight(n *xmltree.Node) {
	s := textOf(n)
	if s != "" && len(r.highlighted) < maxMarked {
		r.highlighted = append(r.highlighted, s)
	}
}

// maxMarked bounds how many highlighted runs are told.
const maxMarked = 20

// conceal keeps the words of a hidden run, to be told.
func (r *runs) conceal(n *xmltree.Node) {
	for _, t := range n.All("t") {
		s := t.Content()
		if i := len(r.hidden) - 1; i >= 0 && r.concealed {
			r.hidden[i] += s
		} else if strings.TrimSpace(s) != "" {
			r.hidden, r.concealed = append(r.hidden, s), true
		}
	}
}

// piece reads an element of a run of a look.
func (r *runs) piece(k *xmltree.Node, l look) []book.Inline {
	r.concealed = r.concealed && k.Name != "t"
	switch k.Name {
	case "t":
		return draft.Text(r.signs(k.Content(), l.font))
	case "sym":
		return draft.Text(r.symbol(k.Any("font"), k.Any("char")))
	case "symEx":
		return draft.Text(r.symbol(k.Any("font"), k.Any("char")))
	case "tab", "ptab":
		return draft.Text("\t")
	case "noBreakHyphen":
		return draft.Text("\u2011")
	case "br", "cr":
		if t := k.Any("type"); t == "page" || t == "column" {
			return draft.Text(pageBreak)
		}
		return []book.Inline{&book.LineBreak{}}
	case "ruby":
		return r.ruby(k)
	case "footnoteReference":
		return r.call("footnote", k.Any("id"))
	case "endnoteReference":
		return r.call("endnote", k.Any("id"))
	case "drawing", "pict", "object":
		return r.picture(k)
	}
	return nil
}

// ruby reads a word with its reading above it.
func (r *runs) ruby(k *xmltree.Node) []book.Inline {
	base, above := r.within().inlines(orEmpty(k.Child("rubyBase"))), r.within().inlines(orEmpty(k.Child("rt")))
	reading := strings.TrimSpace(book.PlainText(above))
	switch {
	case reading == "":
		return base
	case strings.TrimSpace(book.PlainText(base)) == "":
		return draft.Text("(" + reading + ")")
	}
	return []book.Inline{&book.Ruby{Content: base, Text: reading}}
}

func orElse(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// call reads the call of a note, and the note itself at its first call.
func (r *runs) call(kind, id string) []book.Inline {
	if note, ok := r.byID[kind+id]; ok {
		return []book.Inline{&book.NoteRef{Note: note, Call: 2}}
	}
	n, ok := r.notes[kind+id]
	if !ok {
		return nil
	}
	note := &book.Note{Number: len(r.called) + 1, Label: strconv.Itoa(len(r.called) + 1)}
	r.byID[kind+id] = note
	r.called = append(r.called, note)
	b := newBuilder(r.document, r.noteLinks[kind])
	b.note = true
	for _, bl := range b.all(n) {
		note.Blocks = append(note.Blocks, bl.Block)
	}
	return []book.Inline{&book.NoteRef{Note: note, Call: 1}}
}

// on reports whether a property is there and not switched off.
func on(n *xmltree.Node) bool {
	if n == nil {
		return false
	}
	v := n.Any("val")
	return v != "0" && v != "false" && v != "none" && v != "off"
}

// styled puts content under the styles that a look means. Space stays outside of them.
func (r *runs) styled(l look, props *xmltree.Node, content []book.Inline) []book.Inline {
	if len(content) == 0 || r.raw {
		return content
	}
	char, usual := r.sheet.byID[props.Child("rStyle").Any("val")], r.paragraph.look
	if r.paragraph.plain() {
		usual = r.sheet.usual.look
	}
	inLink := r.inLink || char.is("hyperlink", "followedhyperlink", "internet link", "visited internet link") || strings.EqualFold(props.Child("rStyle").Any("val"), "hyperlink")
	styles := l.styles(usual, inLink)
	code := char.isCode() || isMonospaced(l.font) && !isMonospaced(usual.font)
	var out []book.Inline
	for _, in := range content {
		t, ok := in.(*book.Text)
		switch {
		case ok && code && t.Value != pageBreak:
			out = append(out, &book.Code{Value: t.Value})
		case ok && len(styles) > 0:
			out = append(out, draft.Under(t.Value, styles)...)
		default:
			out = append(out, in) // a call, a picture or a break needs no style
		}
	}
	return out
}
