package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"octavo/book"
)

// maxLabel is the longest label of a footnote, as of a link.
const maxLabel = 999

// A footnoteBlock reads definitions as goldmark does, but leaves them where
// they stand and finds them by a table: goldmark's own search is quadratic.
type footnoteBlock struct{ parser.BlockParser }

func (f footnoteBlock) Open(parent ast.Node, r text.Reader, pc parser.Context) (ast.Node, parser.State) {
	if parent.Kind() != ast.KindDocument {
		return nil, parser.NoChildren
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
			g.fault(seg.Start, "note-label", "the footnote %q has a label with a space or a mark in it", clip(label))
		}
		if g.notes[label] == nil {
			g.notes[label] = note
		} else {
			_, seg := r.Position()
			g.fault(seg.Start, "note-duplicate", "the footnote %q is defined twice", clip(label))
		}
	}
	return node, state
}

func (f footnoteBlock) Continue(node ast.Node, r text.Reader, pc parser.Context) parser.State {
	return container(f).Continue(node, r, pc)
}

func (f footnoteBlock) Close(ast.Node, text.Reader, parser.Context) {}

// footnoteCall reads calls, [^label]. One without a definition stays text.
type footnoteCall struct{}

func (footnoteCall) Trigger() []byte { return []byte{'['} }

func (footnoteCall) Parse(parent ast.Node, r text.Reader, pc parser.Context) ast.Node {
	line, seg := r.PeekLine()
	label, ok := callLabel(line)
	if !ok {
		return nil
	}
	g := guardOf(pc)
	if g.notes[label] == nil {
		g.fault(seg.Start, "note-undefined", "the footnote %q is not defined", clip(label))
		return nil
	}
	g.calls = append(g.calls, call{label, seg.Start})
	r.Advance(len(label) + len("[^]"))
	n := east.NewFootnoteLink(len(g.calls) - 1)
	n.SetPos(seg.Start)
	return n
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

// clip shortens text of the author for a message.
func clip(s string) string { return book.Clip(s, 60) }
