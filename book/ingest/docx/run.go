package docx

import (
	"strconv"
	"strings"

	"octavo/book"
	"octavo/book/base/rule"
	"octavo/book/ingest/draft"
	"octavo/book/ingest/unzip"
	"octavo/book/markup/xmltree"
)

// runs reads what is in a paragraph.
type runs struct {
	*builder
	inLink bool
	fields []*field // the open fields, the innermost last
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
			if c := k.Child("fldChar"); c != nil {
				out = r.field(c.Any("fldCharType"), out)
				continue
			}
			if code := k.Child("instrText"); code != nil && len(r.fields) > 0 {
				r.fields[len(r.fields)-1].code += code.Content()
				continue
			}
			out = draft.Join(out, r.run(k)...)
		case "fldSimple":
			out = draft.Join(out, r.fieldOf(k.Any("instr"), r.inlines(k))...)
		case "oMath", "oMathPara":
			r.left(rule.ImportFormula, "set it by hand", "a formula is text here")
			out = draft.Join(out, draft.Text(strings.Join(strings.Fields(k.Content()), " "))...)
		case "hyperlink":
			out = draft.Join(out, r.link(k)...)
		case "AlternateContent":
			out = draft.Join(out, r.inlines(firstChild(k))...)
		case "ins", "smartTag", "sdt", "sdtContent", "moveTo", "customXml", "Choice", "dir", "bdo":
			out = draft.Join(out, r.inlines(k)...)
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

func firstChild(n *xmltree.Node) *xmltree.Node {
	if c := n.Child("Choice"); c != nil {
		return c
	}
	return &xmltree.Node{}
}

func (r *runs) link(n *xmltree.Node) []book.Inline {
	inner := &runs{builder: r.builder, inLink: true}
	content := inner.inlines(n)
	url := r.links[relationID(n.Attr, "id")]
	if url == "" || len(content) == 0 || strings.HasPrefix(url, "word/") {
		return content
	}
	return []book.Inline{&book.Link{URL: url, Content: content}}
}

// run reads a run of text under one set of properties.
func (r *runs) run(n *xmltree.Node) []book.Inline {
	props := n.Child("rPr")
	if on(props.Child("vanish")) {
		return nil
	}
	var out []book.Inline
	for _, k := range n.Kids {
		out = draft.Join(out, r.piece(k)...)
	}
	return r.styled(props, out)
}

func (r *runs) piece(k *xmltree.Node) []book.Inline {
	switch k.Name {
	case "t":
		return draft.Text(k.Content())
	case "tab":
		return draft.Text(" ")
	case "noBreakHyphen":
		return draft.Text("\u2011")
	case "br", "cr":
		if t := k.Any("type"); t == "page" || t == "column" {
			return nil
		}
		return []book.Inline{&book.LineBreak{}}
	case "ruby":
		base, above := (&runs{builder: r.builder}).inlines(orEmpty(k.Child("rubyBase"))), (&runs{builder: r.builder}).inlines(orEmpty(k.Child("rt")))
		if len(above) == 0 {
			return base
		}
		return draft.Join(draft.Join(draft.Join(base, draft.Text("(")...), above...), draft.Text(")")...)
	case "footnoteReference":
		return r.call("footnote", k.Any("id"))
	case "endnoteReference":
		return r.call("endnote", k.Any("id"))
	case "drawing", "pict", "object":
		return r.picture(k)
	case "AlternateContent":
		var out []book.Inline
		for _, c := range firstChild(k).Kids {
			out = append(out, r.piece(c)...)
		}
		return out
	}
	return nil
}

// picture reads a drawing: its picture, and the words of a text box.
func (r *runs) picture(n *xmltree.Node) []book.Inline {
	if box := n.Find("txbxContent"); box != nil {
		for _, b := range r.document.blocks(box) {
			r.boxes = append(r.boxes, b.Block)
		}
		return nil
	}
	id, alt := "", n.Find("docPr").Any("descr")
	if blip := n.Find("blip"); blip != nil {
		if id = relationID(blip.Attr, "embed"); id == "" {
			id = relationID(blip.Attr, "link")
		}
	} else if data := n.Find("imagedata"); data != nil {
		id = relationID(data.Attr, "id")
		alt = orElse(n.Find("shape").Any("alt"), data.Any("title"))
	}
	target := r.links[id]
	if target == "" {
		if n.Name == "drawing" {
			r.left(rule.ImportEmbed, "save it as a picture", "a drawing or chart is left out")
		}
		return nil
	}
	image := &book.Image{Src: target, Alt: strings.Join(strings.Fields(alt), " ")}
	if strings.Contains(target, "://") {
		return []book.Inline{&book.InlineImage{Image: image}} // not in the document
	}
	if _, ok := r.article.Pictures[target]; !ok {
		data, err := r.Read(target)
		if err == unzip.ErrBomb {
			r.failed = err
		}
		if data == nil || err != nil {
			return nil
		}
		r.article.Pictures[target] = data
	}
	return []book.Inline{&book.InlineImage{Image: image}}
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
	b := &builder{document: r.document, links: r.noteLinks[kind]}
	b.read(n)
	for _, bl := range b.out {
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

// styled puts content under the styles of a run. Space stays outside of them.
func (r *runs) styled(props *xmltree.Node, content []book.Inline) []book.Inline {
	if props == nil || len(content) == 0 {
		return content
	}
	var styles []book.Style
	for _, s := range []struct {
		name  string
		style book.Style
	}{{"b", book.Strong}, {"i", book.Emphasis}, {"strike", book.Strike}, {"smallCaps", book.SmallCaps}} {
		if on(props.Child(s.name)) {
			styles = append(styles, s.style)
		}
	}
	switch raised := props.Child("position").Any("val"); {
	case props.Child("vertAlign").Any("val") == "superscript", raised != "" && raised[0] != '-' && raised != "0" && props.Child("sz") != nil:
		styles = append(styles, book.Superscript) // LibreOffice raises and makes small
	case props.Child("vertAlign").Any("val") == "subscript", strings.HasPrefix(raised, "-") && props.Child("sz") != nil:
		styles = append(styles, book.Subscript)
	}
	if !r.inLink && on(props.Child("u")) && props.Child("rStyle") == nil {
		styles = append(styles, book.Underline)
	}
	var out []book.Inline
	for _, in := range content {
		t, ok := in.(*book.Text)
		if len(styles) == 0 || !ok {
			out = append(out, in) // a call, a picture or a break needs no style
			continue
		}
		out = append(out, draft.Under(t.Value, styles)...)
	}
	return out
}
