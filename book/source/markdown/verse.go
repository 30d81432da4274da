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
	"octavo/book/source/rawhtml"
)

// A lineBlock is pandoc's form of verse: lines that begin with a bar. Its children are
// its lines; one without segments parts two stanzas.
type lineBlock struct{ ast.BaseBlock }

var kindLineBlock = ast.NewNodeKind("LineBlock")

func (*lineBlock) Kind() ast.NodeKind           { return kindLineBlock }
func (n *lineBlock) Dump(src []byte, level int) { ast.DumpHelper(n, src, level, nil, nil) }

// A verseLine is a line of a lineBlock. More than one segment is a line that goes on
// where the source has a new one.
type verseLine struct {
	ast.BaseBlock
	indent int // spaces that it begins with
}

var kindVerseLine = ast.NewNodeKind("VerseLine")

func (*verseLine) Kind() ast.NodeKind           { return kindVerseLine }
func (n *verseLine) Dump(src []byte, level int) { ast.DumpHelper(n, src, level, nil, nil) }

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
	n.add(line, at)
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

// add appends the line that stands in the source at an offset.
func (n *lineBlock) add(line []byte, at int) {
	content := bytes.TrimLeft(line, " \t")[1:]
	if len(content) > 0 && content[0] == ' ' {
		content = content[1:]
	}
	at += len(line) - len(content)
	words := bytes.Trim(content, " \t\n")
	l := &verseLine{}
	l.SetPos(at)
	if len(words) > 0 {
		start := bytes.IndexByte(content, words[0])
		l.indent = min(start, maxIndent)
		l.Lines().Append(text.NewSegment(at+start, at+start+len(words)))
	}
	n.AppendChild(n, l)
}

func (lineBlocks) Continue(node ast.Node, r text.Reader, _ parser.Context) parser.State {
	n := node.(*lineBlock)
	line, at := rest(r)
	last := n.LastChild().(*verseLine)
	words := bytes.Trim(line, " \t\n")
	switch {
	case len(words) == 0:
		return parser.Close
	case words[0] == '|' && (len(words) == 1 || isBlank(words[1])):
		n.add(line, at)
	case isBlank(line[0]) && last.Lines().Len() > 0:
		// The space before the words parts them from those of the line above.
		start := bytes.IndexByte(line, words[0])
		prior := last.Lines().At(last.Lines().Len() - 1)
		prior.Stop = lineEnd(r.Source(), prior.Stop)
		last.Lines().Set(last.Lines().Len()-1, prior)
		last.Lines().Append(text.NewSegment(at+start, at+start+len(words)))
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

// verseLines returns a line block as verse.
func (d *document) verseLines(n *lineBlock, pos book.Pos) []book.Block {
	verse := &book.Division{Class: book.Verse, Pos: pos}
	var b *builder
	flush := func() {
		if b == nil {
			return
		}
		if content := b.finish(); len(content) > 0 {
			verse.Blocks = append(verse.Blocks, rawhtml.Paragraph(content, pos)...)
		}
		b = nil
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		l := c.(*verseLine)
		if l.Lines().Len() == 0 {
			flush()
			continue
		}
		at := l.Lines().At(0).Start
		if b == nil {
			pos = d.place(at)
			b = d.builder(l)
			b.spans = true
		}
		b.verseLine(l.indent, at)
		b.children(l)
	}
	flush()
	if len(verse.Blocks) == 0 {
		return nil
	}
	return []book.Block{verse}
}

// verseLine begins a line with an indent.
func (b *builder) verseLine(indent, at int) {
	if n := len(b.flat); n > 0 && b.last() != '\n' {
		b.lineBreak()
	}
	b.raw(strings.Repeat("\u00a0", indent), at)
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
	b.lineBreak()
	next := sort.Search(len(b.verse), func(i int) bool { return b.verse[i].at > at })
	if next < len(b.verse) {
		b.indent(b.verse[next])
	}
}
