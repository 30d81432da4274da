package markdown

import (
	"strconv"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"

	"octavo/book"
	"octavo/book/source/rawhtml"
)

// An inlineNote is a footnote that stands where it is called: ^[a note].
type inlineNote struct{ ast.BaseInline }

var kindInlineNote = ast.NewNodeKind("InlineNote")

func (*inlineNote) Kind() ast.NodeKind              { return kindInlineNote }
func (n *inlineNote) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// opensNote reports whether line begins with the marks of a note within text. "^[^1]" is
// a call of a note that stands elsewhere, raised by hand.
func opensNote(line []byte) bool {
	if len(line) < 3 || line[0] != '^' || line[1] != '[' || line[2] == ']' {
		return false
	}
	_, call := callLabel(line[1:])
	return !call
}

// enclose moves what stands between an opening bracket and the end of parent into a node.
func (o *openingBracket) enclose(node, parent ast.Node, pc parser.Context) {
	parser.ProcessDelimiters(o.bottom, pc)
	for c := o.NextSibling(); c != nil; {
		next := c.NextSibling()
		parent.RemoveChild(parent, c)
		node.AppendChild(node, c)
		c = next
	}
	parent.RemoveChild(parent, o)
}

// inlineNote adds the call of a note that stands at its call. Within code it is no note.
func (b *builder) inlineNote(n *inlineNote) {
	at := max(n.Pos(), 0)
	switch {
	case b.mute || b.removed > 0:
		return
	case b.literal > 0:
		b.raw("^[", at)
		b.children(n)
		b.raw("]", at)
		return
	}
	note := b.d.inlineNote(n, at)
	b.add(&book.NoteRef{Note: note, Call: 1, Pos: b.d.place(at)}, caller, at)
}

// inlineNote returns the note of a node, under the first number that is the label of no
// other note.
func (d *document) inlineNote(n *inlineNote, at int) *book.Note {
	label := ""
	for label == "" || d.text.g.notes[label] != nil {
		d.labels++
		label = strconv.Itoa(d.labels)
	}
	note := &book.Note{Label: label, Number: len(d.reader.notes) + 1, Pos: d.place(at)}
	d.nodes[note] = noteNode{d, n}
	d.reader.notes = append(d.reader.notes, note)
	return note
}

// noteBlocks returns the blocks of a note that stands at a node.
func (d *document) noteBlocks(note *book.Note, node ast.Node) []book.Block {
	n, ok := node.(*inlineNote)
	if !ok {
		return d.blocks(node)
	}
	b := &builder{d: d, lang: d.lang, buffers: d.spare, spans: true}
	d.spare = buffers{}
	b.children(n)
	content := b.finish()
	if len(content) == 0 {
		return nil
	}
	return rawhtml.Paragraph(content, note.Pos)
}
