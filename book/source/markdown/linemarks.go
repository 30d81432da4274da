package markdown

import (
	"bytes"
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"octavo/book"
	"octavo/book/base/rule"
)

// A lineKind is what a line that is one mark of another tool asks for.
type lineKind int

const (
	noMark        lineKind = iota
	pageMark               // a new page
	contentsMark           // a table of contents
	kramdownIndex          // a table of contents in place of the list before it
)

// lineMarks are the marks of other tools that are a line of their own, in lower case and
// without spaces: of Leanpub, GitLab, Typora and kramdown. Those in two braces have been read
// by package foreign.
var lineMarks = map[string]lineKind{
	"{pagebreak}": pageMark,
	"[toc]":       contentsMark, "[[toc]]": contentsMark, "[[_toc_]]": contentsMark, "[_toc_]": contentsMark,
	"@[toc]": contentsMark, "${toc}": contentsMark,
	"{:toc}": kramdownIndex,
}

// commands are the commands of LaTeX that stand on a line of their own and print nothing.
var commands = map[string]lineKind{
	"newpage": pageMark, "pagebreak": pageMark, "clearpage": pageMark, "cleardoublepage": pageMark,
	"tableofcontents": contentsMark, "printindex": contentsMark,
}

// command is a line that is one command of LaTeX, with its name and arguments.
var command = regexp.MustCompile(`^\\([A-Za-z]+)\*?(?:\[[^\]{}]*\]|\{[^{}]*\})*$`)

// maxLineMark is the longest mark that is a line, in bytes: the longest command with
// its arguments, generously.
const maxLineMark = 80

// lineMarkOf returns what a line asks for.
func lineMarkOf(line []byte) lineKind {
	line = bytes.TrimSpace(line)
	if len(line) > maxLineMark {
		return noMark
	}
	if m := command.FindSubmatch(line); m != nil {
		return commands[string(m[1])]
	}
	return lineMarks[strings.ToLower(strings.Join(strings.Fields(string(line)), ""))]
}

// A lineMark is a line that is one mark of another tool.
type lineMark struct {
	ast.BaseBlock
	kind lineKind
	text string
}

var kindLineMark = ast.NewNodeKind("LineMark")

func (*lineMark) Kind() ast.NodeKind              { return kindLineMark }
func (n *lineMark) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// markLines reads lines that are one mark of another tool.
type markLines struct{}

func (markLines) Trigger() []byte { return []byte(`\{[@$`) }

func (markLines) Open(_ ast.Node, r text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, _ := r.PeekLine()
	at := pc.BlockOffset()
	if at < 0 {
		return nil, parser.NoChildren
	}
	kind := lineMarkOf(line[at:])
	if kind == noMark {
		return nil, parser.NoChildren
	}
	n := &lineMark{kind: kind, text: string(bytes.TrimSpace(line[at:]))}
	r.AdvanceToEOL()
	return n, parser.NoChildren
}

func (markLines) Continue(ast.Node, text.Reader, parser.Context) parser.State { return parser.Close }
func (markLines) Close(ast.Node, text.Reader, parser.Context)                 {}
func (markLines) CanInterruptParagraph() bool                                 { return true }
func (markLines) CanAcceptIndentedLine() bool                                 { return false }

// lineMark returns the block of a mark, and tells of one that has none.
func (d *document) lineMark(n *lineMark, pos book.Pos) []book.Block {
	switch n.kind {
	case pageMark:
		return []book.Block{&book.NewPage{Pos: pos}}
	case contentsMark, kramdownIndex:
		d.report(rule.ContentsMark.At(pos, "delete it: each edition has its contents", "%q is left out", clip(n.text)))
	}
	return nil
}

// seedsContents reports whether a list is the place of kramdown's table of contents: one item,
// with the line {:toc} right behind it.
func seedsContents(n *ast.List) bool {
	mark, ok := n.NextSibling().(*lineMark)
	return ok && mark.kind == kramdownIndex && n.ChildCount() == 1 && !mark.HasBlankPreviousLines()
}
