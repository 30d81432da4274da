package markdown

import (
	"slices"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// tildes reads the explanation of a term behind a tilde, as pandoc does, like that behind a
// colon. Two columns at least stand behind a tilde: "~ 5 km" may be a line of prose.
type tildes struct{ parser.BlockParser }

func (tildes) Trigger() []byte { return []byte{':', '~'} }

func (t tildes) Open(parent ast.Node, r text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, _ := r.PeekLine()
	at := pc.BlockOffset()
	if at < 0 || line[at] != '~' {
		return t.BlockParser.Open(parent, r, pc)
	}
	if tail := line[at+1:]; len(tail) < 3 || tail[0] != '\t' && (tail[0] != ' ' || !isBlank(tail[1])) {
		return nil, parser.NoChildren
	}
	return t.BlockParser.Open(parent, colonReader{r, at}, pc)
}

// A colonReader shows the character at an offset of its line as a colon.
type colonReader struct {
	text.Reader
	at int
}

// PeekLine implements [text.Reader].
func (r colonReader) PeekLine() ([]byte, text.Segment) {
	line, seg := r.Reader.PeekLine()
	line = slices.Clone(line)
	line[r.at] = ':'
	return line, seg
}
