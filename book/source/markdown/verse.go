package markdown

import (
	"bytes"
	"sort"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"octavo/book"
)

// A lineBlock is pandoc's form of verse: lines that begin with a bar. Its children are
// paragraphs, its stanzas.
type lineBlock struct {
	ast.BaseBlock
	empty bool // the last line is a bar alone, so that a stanza ended
}

var kindLineBlock = ast.NewNodeKind("LineBlock")

func (*lineBlock) Kind() ast.NodeKind           { return kindLineBlock }
func (n *lineBlock) Dump(src []byte, level int) { ast.DumpHelper(n, src, level, nil, nil) }

// lineBlocks reads pandoc's line blocks. A table is none, and nor is a line that ends
// in a bar, as rows do; within a paragraph two lines are asked for, and no row before
// them.
type lineBlocks struct{}

func (lineBlocks) Trigger() []byte             { return []byte{'|'} }
func (lineBlocks) CanInterruptParagraph() bool { return true }
func (lineBlocks) CanAcceptIndentedLine() bool { return false }

func (lineBlocks) Close(ast.Node, text.Reader, parser.Context) {}

func (lineBlocks) Open(_ ast.Node, r text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, at := rest(r)
	next := following(r.Source(), at+len(line))
	if !isVerseLine(line) || isDelimiterRow(next) {
		return nil, parser.NoChildren
	}
	if last := pc.LastOpenedBlock().Node; last != nil && ast.IsParagraph(last) {
		above := last.Lines().At(last.Lines().Len() - 1)
		if !isVerseLine(next) || bytes.IndexByte(above.Value(r.Source()), '|') >= 0 {
			return nil, parser.NoChildren
		}
	}
	n := &lineBlock{}
	n.add(r.Source(), line, at)
	r.AdvanceToEOL()
	return n, parser.NoChildren
}

// following returns the line of src at an offset, without the marks of the quotations
// that it is in.
func following(src []byte, at int) []byte {
	line := src[at:]
	if n := bytes.IndexByte(line, '\n'); n >= 0 {
		line = line[:n]
	}
	return bytes.TrimLeft(line, "> \t")
}

// isVerseLine reports whether a line begins with a bar and a space, or is a bar alone.
func isVerseLine(line []byte) bool {
	s := bytes.Trim(line, " \t\n")
	return len(s) > 0 && s[0] == '|' && (len(s) == 1 || isBlank(s[1]) && s[len(s)-1] != '|')
}

// isDelimiterRow reports whether a line may stand below the head of a table.
func isDelimiterRow(line []byte) bool {
	return bytes.IndexByte(line, '-') >= 0 && len(bytes.Trim(line, "|-: \t\n")) == 0
}

// add appends the line that stands in src at an offset.
func (n *lineBlock) add(src, line []byte, at int) {
	content := bytes.TrimLeft(line, " \t")[1:]
	if len(content) > 0 && content[0] == ' ' {
		content = content[1:]
	}
	words := bytes.Trim(content, " \t\n")
	if len(words) == 0 {
		n.empty = true
		return
	}
	indent := bytes.IndexByte(content, words[0])
	if n.empty || n.LastChild() == nil {
		stanza := ast.NewParagraph()
		stanza.SetPos(at + len(line) - len(content) + indent)
		n.AppendChild(n, stanza)
		n.empty = false
	}
	n.line(src, at+len(line)-len(content)+indent, len(words), min(indent, maxIndent))
}

// line appends words of src to the last stanza; the line above, if there is one, gets its
// line end.
func (n *lineBlock) line(src []byte, at, size, indent int) {
	stanza := n.LastChild()
	if last := stanza.Lines().Len() - 1; last >= 0 {
		above := stanza.Lines().At(last)
		above.Stop = lineEnd(src, above.Stop)
		stanza.Lines().Set(last, above)
	}
	stanza.Lines().Append(text.NewSegment(at, at+size))
	stanza.SetAttributeString(indentsKey, append(indentsOf(stanza), verseIndent{at, indent}))
}

func (lineBlocks) Continue(node ast.Node, r text.Reader, _ parser.Context) parser.State {
	n := node.(*lineBlock)
	line, at := rest(r)
	words := bytes.Trim(line, " \t\n")
	switch {
	case len(words) == 0:
		return parser.Close
	case words[0] == '|' && (len(words) == 1 || isBlank(words[1])):
		n.add(r.Source(), line, at)
	case isBlank(line[0]) && !n.empty && n.LastChild() != nil:
		n.line(r.Source(), at+bytes.IndexByte(line, words[0]), len(words), goesOn)
	default:
		return parser.Close
	}
	r.AdvanceToEOL()
	return parser.Continue | parser.NoChildren
}

// lineEnd returns the offset behind the end of the line at an offset.
func lineEnd(src []byte, at int) int {
	if n := bytes.IndexByte(src[at:], '\n'); n >= 0 {
		return at + n + 1
	}
	return len(src)
}

// goesOn stands for the indent of a line of the source that goes on with the line of
// verse above it.
const goesOn = -1

// maxIndent is the most spaces that a line of verse begins with: more are beyond the
// edge of a page, by eye.
const maxIndent = 40

// verseText reads the paragraphs of a block of class verse, and notes how far their lines
// are indented. One that is indented would elsewhere be code: it is asked for before that.
type verseText struct {
	parser.BlockParser
	indented bool
}

// A verseIndent says how far a line of verse is indented, in columns, by the offset of
// its first word.
type verseIndent struct{ at, columns int }

// indentsKey is the name under which a paragraph keeps the indents of its lines.
const indentsKey = "indents"

func (v verseText) CanAcceptIndentedLine() bool { return v.indented }

func (v verseText) Open(parent ast.Node, r text.Reader, pc parser.Context) (ast.Node, parser.State) {
	d, ok := parent.(*division)
	if !ok || d.class != book.Verse || (pc.BlockIndent() > 3) != v.indented {
		return nil, parser.NoChildren
	}
	indent := indentOf(r, d)
	node, state := v.BlockParser.Open(parent, r, pc)
	if node != nil {
		node.SetAttributeString(indentsKey, []verseIndent{indent})
	}
	return node, state
}

func (v verseText) Continue(node ast.Node, r text.Reader, pc parser.Context) parser.State {
	d, ok := node.Parent().(*division)
	if !ok {
		return v.BlockParser.Continue(node, r, pc)
	}
	indent := indentOf(r, d)
	state := v.BlockParser.Continue(node, r, pc)
	if state&parser.Continue != 0 {
		node.SetAttributeString(indentsKey, append(indentsOf(node), indent))
	}
	return state
}

func indentOf(r text.Reader, d *division) verseIndent {
	line, seg := r.PeekLine()
	columns, _ := util.IndentWidth(line, r.LineOffset())
	return verseIndent{seg.TrimLeftSpace(r.Source()).Start, min(max(columns-d.base, 0), maxIndent)}
}

func indentsOf(n ast.Node) []verseIndent {
	if v, ok := n.AttributeString(indentsKey); ok {
		return v.([]verseIndent)
	}
	return nil
}

// startVerse prepares a builder for a paragraph within a block of class verse: the
// lines of the source are lines, and spaces before them are indents.
func (b *builder) startVerse(n ast.Node) {
	if b.verse = indentsOf(n); b.verse != nil {
		b.indent(b.verse[0])
	}
}

func (b *builder) indent(i verseIndent) { b.raw(strings.Repeat("\u00a0", i.columns), i.at) }

// nextVerseLine ends a line of verse, at whose end the source is at an offset.
func (b *builder) nextVerseLine(at int) {
	next := sort.Search(len(b.verse), func(i int) bool { return b.verse[i].at > at })
	if next < len(b.verse) && b.verse[next].columns == goesOn {
		b.soft = true
		return
	}
	b.lineBreak()
	if next < len(b.verse) {
		b.indent(b.verse[next])
	}
}
