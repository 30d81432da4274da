package markdown

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"octavo/book"
	"octavo/book/base/pattern"
	"octavo/book/base/rule"
	"octavo/book/source/foreign"
)

// A lineKind is what a line that is one mark of another tool asks for.
type lineKind int

const (
	noMark        lineKind = iota
	pageMark               // a new page
	contentsMark           // a table of contents
	kramdownIndex          // a table of contents in place of the list before it
)

// frames are the signs before and behind a word that is a line and asks for a new page or
// for a table of contents: of Leanpub, GitLab, Typora, kramdown, MediaWiki, WordPress, and
// what people make up where their tool has no sign. Emphasis of one word is none: it may
// be text.
var frames = map[lineKind]map[string]bool{
	pageMark:     set("{|} {{|}} {::|/} {:|} [|] [[|]] <!--|--> <!--\\|--> <|> <|/> <<|>> ***|*** ---|--- --|-- ===|=== +++|+++ :::|::: %%|%%"),
	contentsMark: set("{|} {{|}} [|] [[|]] [_|_] [[_|_]] @[|] ${|} <!--|--> __|__"),
}

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// framed returns what a word between signs asks for.
func framed(line string) lineKind {
	line = strings.ToLower(strings.Join(strings.Fields(line), ""))
	if line == "{:toc}" {
		return kramdownIndex
	}
	from, to := strings.IndexFunc(line, unicode.IsLetter), strings.LastIndexFunc(line, unicode.IsLetter)+1
	if from <= 0 || to == len(line) || line[to-1] >= utf8.RuneSelf {
		return noMark
	}
	kind := noMark
	switch foreign.SignOf(strings.TrimPrefix(line[from:to], "mbp:")) { // of Mobipocket
	case foreign.NewPage:
		kind = pageMark
	case foreign.Contents:
		kind = contentsMark
	}
	if kind == noMark || !frames[kind][line[:from]+"|"+line[to:]] {
		return noMark
	}
	return kind
}

// commands are the commands of LaTeX that stand on a line of their own and print nothing.
var commands = map[string]lineKind{
	"newpage": pageMark, "pagebreak": pageMark, "clearpage": pageMark, "cleardoublepage": pageMark,
	"tableofcontents": contentsMark, "printindex": contentsMark,
}

// command is a line that is one command of LaTeX, with its name and arguments.
var command = pattern.Later(`^\\([A-Za-z]+)\*?(?:\[[^\]{}]*\]|\{[^{}]*\})*$`)

// maxLineMark is the longest mark that is a line, in bytes: the longest command with
// its arguments, generously.
const maxLineMark = 80

// lineMarkOf returns what a line asks for.
func lineMarkOf(line []byte) lineKind {
	line = bytes.TrimSpace(line)
	if len(line) > maxLineMark {
		return noMark
	}
	if m := command().FindSubmatch(line); m != nil {
		return commands[string(m[1])]
	}
	return framed(string(line))
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

func (markLines) Trigger() []byte { return []byte(`\{[@$<*-=+:%_`) }

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

// unframed writes the emphasis of a word in another way where it would be taken for the
// sign of a new page, ***pagebreak***: the one frame that formatted text can have.
func unframed(text string) string {
	const stars = "***"
	if !strings.Contains(text, stars) {
		return text
	}
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		if framed(line) != noMark {
			lines[i] = "_**" + strings.Trim(line, "* ") + "**_"
		}
	}
	return strings.Join(lines, "\n")
}
