package markdown

import (
	"bytes"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"octavo/book"
	"octavo/book/base/rule"
)

// maxLabel is the longest label of a footnote or a link: CommonMark's bound on the
// labels of links, in characters.
const maxLabel = 999

// A footnoteBlock reads definitions of footnotes as goldmark does, but leaves each where
// it stands and finds it by a table: goldmark's own search is quadratic.
type footnoteBlock struct{ parser.BlockParser }

func (f footnoteBlock) Open(parent ast.Node, r text.Reader, pc parser.Context) (ast.Node, parser.State) {
	for p := parent; p.Kind() != ast.KindDocument; p = p.Parent() {
		if d, ok := p.(*division); !ok || d.fences == 0 {
			return nil, parser.NoChildren
		}
	}
	node, state := container(f).Open(parent, r, pc)
	if note, ok := node.(*east.Footnote); ok {
		g := guardOf(pc)
		if g.notes == nil {
			g.notes = map[string]*east.Footnote{}
		}
		label := string(note.Ref)
		if !isLabel(label) {
			_, seg := r.Position()
			g.fault(seg.Start, rule.NoteLabel, "the footnote %q has a label with a space or a mark in it", clip(label))
		}
		if g.notes[label] == nil {
			g.notes[label] = note
		} else {
			_, seg := r.Position()
			g.fault(seg.Start, rule.NoteDuplicate, "the footnote %q is defined twice", clip(label))
		}
	}
	return node, state
}

func (f footnoteBlock) Continue(node ast.Node, r text.Reader, pc parser.Context) parser.State {
	return container(f).Continue(node, r, pc)
}

func (f footnoteBlock) Close(ast.Node, text.Reader, parser.Context) {}

// footnoteCall reads calls, [^label]. A call without a definition stays text.
type footnoteCall struct{}

func (footnoteCall) Trigger() []byte { return []byte{'['} }

func (footnoteCall) Parse(parent ast.Node, r text.Reader, pc parser.Context) ast.Node {
	line, seg := r.PeekLine()
	label, ok := callLabel(line)
	if !ok {
		return nil
	}
	g := guardOf(pc)
	if !g.defined(label, seg.Start) {
		return nil
	}
	g.calls = append(g.calls, call{label, seg.Start})
	r.Advance(len(label) + len("[^]"))
	n := east.NewFootnoteLink(len(g.calls) - 1)
	n.SetPos(seg.Start)
	return n
}

// noPlace reports a note where there can be none.
func (g *guard) noPlace(at int) {
	g.faultHint(at, rule.NotePlace, "write the words in parentheses, or call the note in the text", "a footnote cannot be called here")
}

// defined reports whether the label of a call is that of a footnote. A label that
// has the right form, but no footnote, is a fault.
func (g *guard) defined(label string, at int) bool {
	switch {
	case g.notes[label] != nil || len(label) >= maxLabel || !isLabel(label):
	case g.apart:
		g.noPlace(at)
	default:
		g.fault(at, rule.NoteUndefined, "the footnote %q is not defined", clip(label))
	}
	return g.notes[label] != nil
}

// calls numbers the footnotes that blocks of raw HTML call. Calls in the caption
// of a table come after calls in its cells, since a caption in Markdown stands
// below.
func (d *document) calls(blocks []book.Block) {
	number := func(list []book.Inline) {
		book.WalkInlines(list, func(in book.Inline) bool {
			if ref, ok := in.(*book.NoteRef); ok {
				ref.Note = d.note(ref.Note.Label)
				d.called[ref.Note]++
				ref.Call = d.called[ref.Note]
			}
			return true
		})
	}
	book.WalkBlocks(blocks, func(b book.Block) bool {
		t, ok := b.(*book.Table)
		if !ok {
			for _, run := range book.BlockInlines(b) {
				number(run)
			}
			return true
		}
		for _, row := range slices.Concat(t.Head, t.Rows) {
			for _, c := range row {
				number(c.Content)
			}
		}
		number(t.Caption)
		return true
	})
}

// callLabel returns the label of the call that line begins with.
func callLabel(line []byte) (string, bool) {
	if len(line) < 4 || line[1] != '^' {
		return "", false
	}
	end := bytes.IndexAny(line[2:min(len(line), 2+maxLabel)], "[]\n")
	if end < 1 || line[2+end] != ']' || !isLabel(string(line[2:2+end])) {
		return "", false
	}
	return string(line[2 : 2+end]), true
}

// isLabel reports whether a label is one word without marks of Markdown.
func isLabel(s string) bool {
	return s != "" && !strings.ContainsAny(s, " \t\n|\\`<>\u00a0")
}

// clip shortens text of the author for a message; 60 letters are a line, by eye.
func clip(s string) string { return book.Clip(s, 60) }
