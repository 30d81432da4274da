package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"octavo/book"
	"octavo/book/base/pattern"
)

// admonitions reads the asides of Python-Markdown and MkDocs, and MkDocs' tabs: a line
// with a mark, and text that is indented by four spaces.
type admonitions struct{}

func (admonitions) Trigger() []byte             { return []byte{'!', '?', '='} }
func (admonitions) CanInterruptParagraph() bool { return true }
func (admonitions) CanAcceptIndentedLine() bool { return false }

func (admonitions) Close(ast.Node, text.Reader, parser.Context) {}

var (
	admonitionForm = pattern.Later(`^(?:!!!|\?\?\?\+?)[ \t]+([A-Za-z][\w-]*(?:[ \t]+[\w-]+)*)?[ \t]*("[^\n]*")?[ \t]*\n?$`)
	tabForm        = pattern.Later(`^===[!+]?[ \t]+("[^\n]*")[ \t]*\n?$`)
)

func (admonitions) Open(_ ast.Node, r text.Reader, _ parser.Context) (ast.Node, parser.State) {
	line, at := rest(r)
	trimmed := bytes.TrimLeft(line, " \t")
	at += len(line) - len(trimmed)
	kinds, title, ok := admonitionOf(trimmed)
	if !ok {
		return nil, parser.NoChildren
	}
	indented := indentedNext(r.Source(), at)
	start, stop := at, at
	if title != nil {
		start, stop = at+title[0]+1, at+title[1]-1
	}
	d := newDivision(r.Source(), kinds, start, stop)
	if title != nil && start == stop {
		d.class = book.Box // an empty title takes away that of the kind
	}
	if d.bare = !indented; d.bare && title == nil && d.class != book.Admonition {
		return nil, parser.NoChildren // two words of prose behind exclamation marks
	}
	d.aside()
	r.AdvanceToEOL()
	return d, parser.HasChildren
}

// admonitionOf reads the line of an admonition or a tab: its kinds, and where its title
// stands with its quotation marks; nil for none.
func admonitionOf(line []byte) (kinds []string, title []int, ok bool) {
	if m := tabForm().FindSubmatchIndex(line); m != nil {
		return nil, m[2:4], true
	}
	m := admonitionForm().FindSubmatchIndex(line)
	if m == nil || m[2] < 0 && m[4] < 0 {
		return nil, nil, false
	}
	if m[2] >= 0 {
		kinds = strings.Fields(string(line[m[2]:m[3]]))
	}
	if m[4] >= 0 {
		title = m[4:6]
	}
	return kinds, title, true
}

// admonitionIndent is by how many columns the text of an admonition is indented.
const admonitionIndent = 4

// indentedNext reports whether the next line of src with a text, from the line of an
// offset on, is indented from that line by as much as the text of an admonition.
func indentedNext(src []byte, at int) bool {
	own := spaces(src, at)
	for {
		n := bytes.IndexByte(src[at:], '\n')
		if n < 0 {
			return false
		}
		at += n + 1
		line := bytes.TrimLeft(src[at:], "> \t")
		if len(line) == 0 {
			return false
		}
		if line[0] != '\n' {
			return spaces(src, len(src)-len(line)) >= own+admonitionIndent
		}
	}
}

func (admonitions) Continue(node ast.Node, r text.Reader, _ parser.Context) parser.State {
	line, _ := r.PeekLine()
	if util.IsBlank(line) {
		return parser.Continue | parser.HasChildren
	}
	at, padding := util.IndentPosition(line, r.LineOffset(), admonitionIndent)
	if at < 0 {
		return parser.Close
	}
	r.AdvanceAndSetPadding(at, padding)
	return parser.Continue | parser.HasChildren
}
