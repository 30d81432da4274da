package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"octavo/book/base/rule"
)

// remarkMark stands on both sides of a remark of Obsidian, %%which nobody shall read%%.
const remarkMark = "%%"

// A remarkBlock is a note of authors to themselves, within a line or over many lines. Nothing
// of it reaches an edition.
type remarkBlock struct {
	ast.BaseBlock
	start  int
	closed bool
}

var kindRemarkBlock = ast.NewNodeKind("RemarkBlock")

func (*remarkBlock) Kind() ast.NodeKind              { return kindRemarkBlock }
func (n *remarkBlock) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// remarkLines reads remarks that begin a line and end with one. Where nothing ends a remark,
// its marks are text, and told: else the rest of the chapter would be lost.
type remarkLines struct{}

func (remarkLines) Trigger() []byte { return []byte{'%'} }

// Open looks for the next mark in the text, which is where the next remark can begin at the
// earliest, so that all these searches together read the text once.
func (remarkLines) Open(_ ast.Node, r text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, seg := r.PeekLine()
	at := pc.BlockOffset()
	if at < 0 || !bytes.HasPrefix(line[at:], []byte(remarkMark)) {
		return nil, parser.NoChildren
	}
	n := &remarkBlock{start: seg.Start + at}
	rest := line[at+len(remarkMark):]
	if k := bytes.Index(rest, []byte(remarkMark)); k >= 0 {
		if len(bytes.TrimSpace(rest[k+len(remarkMark):])) > 0 {
			return nil, parser.NoChildren // text follows
		}
		n.closed = true
	} else if !bytes.Contains(r.Source()[seg.Stop:], []byte(remarkMark)) {
		return nil, parser.NoChildren
	}
	r.AdvanceToEOL()
	return n, parser.NoChildren
}

func (remarkLines) Continue(node ast.Node, r text.Reader, pc parser.Context) parser.State {
	n := node.(*remarkBlock)
	if n.closed {
		return parser.Close
	}
	line, _ := r.PeekLine()
	k := bytes.Index(line, []byte(remarkMark))
	if k < 0 {
		r.AdvanceToEOL()
		return parser.Continue | parser.NoChildren
	}
	n.closed = true
	if after := k + len(remarkMark); len(bytes.TrimSpace(line[after:])) > 0 {
		r.Advance(after) // what follows is a block of its own
	} else {
		r.AdvanceToEOL()
	}
	return parser.Close
}

func (remarkLines) Close(node ast.Node, _ text.Reader, pc parser.Context) {
	if n := node.(*remarkBlock); !n.closed {
		guardOf(pc).fault(n.start, rule.RemarkOpen, "a remark between %%%% has no end where it begins, and is left out up to there")
	}
}

func (remarkLines) CanInterruptParagraph() bool { return true }
func (remarkLines) CanAcceptIndentedLine() bool { return false }

// A remarkSpan is a remark within a line.
type remarkSpan struct{ ast.BaseInline }

var kindRemarkSpan = ast.NewNodeKind("RemarkSpan")

func (*remarkSpan) Kind() ast.NodeKind              { return kindRemarkSpan }
func (n *remarkSpan) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// remarkSpans reads remarks within a block. Behind a figure the signs say percent.
type remarkSpans struct{}

func (remarkSpans) Trigger() []byte { return []byte{'%'} }

func (remarkSpans) Parse(parent ast.Node, r text.Reader, pc parser.Context) ast.Node {
	line, seg := r.PeekLine()
	before := r.PrecendingCharacter()
	if !bytes.HasPrefix(line, []byte(remarkMark)) || before >= '0' && before <= '9' {
		return nil
	}
	g := guardOf(pc)
	g.in(parent)
	if g.lastRemark == 0 {
		g.lastRemark = 1 + lastOf(g.src, parent.Lines(), remarkMark)
	}
	if g.lastRemark-1 < seg.Start+len(remarkMark) {
		if isSpaceRune(before) && len(line) > len(remarkMark) && !isBlank(line[len(remarkMark)]) {
			g.fault(seg.Start, rule.RemarkOpen, "a remark that begins with %%%% has no end in its paragraph, and is printed")
		}
		r.Advance(len(remarkMark))
		return plain(parent, seg.WithStop(seg.Start+len(remarkMark)))
	}
	r.Advance(len(remarkMark))
	for {
		line, _ := r.PeekLine()
		if k := bytes.Index(line, []byte(remarkMark)); k >= 0 {
			r.Advance(k + len(remarkMark))
			return &remarkSpan{}
		}
		r.AdvanceLine()
	}
}

// lastOf returns the offset of the last mark in lines, -1 for none.
func lastOf(src []byte, lines *text.Segments, mark string) int {
	for i := lines.Len() - 1; i >= 0; i-- {
		l := lines.At(i)
		if k := bytes.LastIndex(src[l.Start:l.Stop], []byte(mark)); k >= 0 {
			return l.Start + k
		}
	}
	return -1
}
