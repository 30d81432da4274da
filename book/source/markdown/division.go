package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"octavo/book"
)

// A division is a block of a class in the tree. Three notations make one:
//
//	> [!NOTE] Title     callouts     GitHub, Obsidian
//	::: {.box} Title    fences       pandoc, Quarto, Docusaurus, VuePress
//	!!! note "Title"    admonitions  Python-Markdown, MkDocs
//
// The title, where there is one on the line, is the first child, a [titleLine]: so the
// engine reads its inlines with those of the text.
type division struct {
	ast.BaseBlock
	names   []string    // of classes and kinds, as written
	braces  *attributes // nil when there are none
	class   book.Class
	kind    book.Kind
	fences  int  // colons of the fence that it began with; 0 for the other notations
	closed  bool // a fence ended it
	strange bool // the notation is that of asides, and its name no kind that is known
	bare    bool // an admonition without its text
	base    int  // columns by which its lines are indented in what is around it
}

var kindDivision = ast.NewNodeKind("Division")

func (*division) Kind() ast.NodeKind           { return kindDivision }
func (n *division) Dump(src []byte, level int) { ast.DumpHelper(n, src, level, nil, nil) }

// A titleLine is the title of a division.
type titleLine struct{ ast.BaseBlock }

var kindTitleLine = ast.NewNodeKind("TitleLine")

func (*titleLine) Kind() ast.NodeKind           { return kindTitleLine }
func (n *titleLine) Dump(src []byte, level int) { ast.DumpHelper(n, src, level, nil, nil) }

// newDivision returns a division of the names, with a title that stands in src from
// start to stop; none when that is blank.
func newDivision(src []byte, names []string, start, stop int) *division {
	n := &division{names: names}
	for _, name := range names {
		// A name that says more stands behind one that says less: {.callout .warning}.
		if class, kind, ok := book.ClassNamed(name); ok && (n.class == book.Plain || n.class == book.Box) {
			n.class, n.kind = class, kind
		}
	}
	for start < stop && isBlank(src[start]) {
		start++
	}
	for stop > start && isBlank(src[stop-1]) {
		stop--
	}
	if start < stop {
		t := &titleLine{}
		t.SetPos(start)
		t.Lines().Append(text.NewSegment(start, stop))
		n.AppendChild(n, t)
	}
	return n
}

// aside makes n an aside whatever its name.
func (n *division) aside() {
	if n.class == book.Plain && len(n.names) > 0 && !quotations[strings.ToLower(n.names[0])] {
		n.class, n.strange = book.Admonition, true
	}
}

// rest returns what is left of the line of a reader, without the space that the reader
// puts in for a part of a tab, and its offset.
func rest(r text.Reader) ([]byte, int) {
	_, seg := r.PeekLine()
	return r.Source()[seg.Start:seg.Stop], seg.Start
}

// spaces returns how many columns of white space are before an offset on its line.
func spaces(src []byte, at int) int {
	n := 0
	for i := at - 1; i >= 0 && (src[i] == ' ' || src[i] == '\t'); i-- {
		if n++; src[i] == '\t' {
			n += 3
		}
	}
	return n
}

// callouts reads quotations whose first line is "[!KIND]", with a title behind it or
// without. A mark of folding, + or -, means nothing in a book.
type callouts struct{ parser.BlockParser }

func (c callouts) Open(parent ast.Node, r text.Reader, pc parser.Context) (ast.Node, parser.State) {
	node, state := c.BlockParser.Open(parent, r, pc)
	if node == nil {
		return node, state
	}
	line, at := rest(r)
	kind, n := calloutKind(line)
	if n == 0 {
		return node, state
	}
	d := newDivision(r.Source(), []string{kind}, at+n, at+len(line))
	d.aside()
	r.AdvanceToEOL()
	return d, state
}

// maxKind is the longest name of a kind, in bytes: by eye, twice the longest that is
// known.
const maxKind = 40

// calloutKind returns the kind that a line begins with as "[!KIND]", and the length of
// the mark; 0 when there is none. What Obsidian's themes put behind a bar is no part of the kind.
func calloutKind(line []byte) (string, int) {
	s := bytes.TrimLeft(line, " ")
	if !bytes.HasPrefix(s, []byte("[!")) {
		return "", 0
	}
	end := bytes.IndexAny(s[2:min(len(s), 2+maxKind)], "[]\n")
	if end < 1 || s[2+end] != ']' {
		return "", 0
	}
	kind, _, _ := strings.Cut(string(s[2:2+end]), "|")
	kind = strings.TrimSpace(kind)
	n := 2 + end + 1
	if n < len(s) && (s[n] == '+' || s[n] == '-') {
		n++
	}
	if kind == "" || n < len(s) && !isBlank(s[n]) {
		return "", 0
	}
	return kind, len(line) - len(s) + n
}

// fences reads blocks between lines of colons.
//
// A line of colons alone ends the innermost open block that began with as many, and
// else the innermost one. Pandoc ends the innermost always; VuePress and Docusaurus
// count. The two differ where an author forgot a line, and counting keeps the fault small.
type fences struct{}

func (fences) Trigger() []byte             { return []byte{':'} }
func (fences) CanInterruptParagraph() bool { return true }
func (fences) CanAcceptIndentedLine() bool { return false }

func (fences) Close(ast.Node, text.Reader, parser.Context) {}

func (fences) Open(_ ast.Node, r text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, at := rest(r)
	d := fenceOf(r.Source(), line, at)
	if d == nil {
		return nil, parser.NoChildren
	}
	d.base = pc.BlockIndent()
	r.AdvanceToEOL()
	return d, parser.HasChildren
}

// fenceOf returns the division that a line begins, nil when it begins none: colons, then
// a name or attributes in braces, or both, and a title, in brackets or not.
func fenceOf(src, line []byte, at int) *division {
	indent := len(line) - len(bytes.TrimLeft(line, " \t"))
	colons := run(line[indent:], ':')
	if colons < 3 || colonsAlone(line) > 0 {
		return nil
	}
	end := len(bytes.TrimRight(line, " \t\n"))
	if tail := bytes.TrimRight(line[:end], ":"); len(tail) > 0 && isBlank(tail[len(tail)-1]) {
		end = len(bytes.TrimRight(tail, " \t"))
	}
	f := fence{line: line[:end], i: indent + colons, at: at}
	var names []string
	if name := f.name(); name != "" {
		names = append(names, name)
	}
	start, stop := f.bracketed()
	braces := f.braces()
	if braces != nil {
		names = append(names, braces.classes...)
	}
	if names == nil && braces == nil {
		return nil
	}
	if start == stop {
		start, stop = f.i, end
	}
	d := newDivision(src, names, at+start, at+stop)
	d.fences, d.braces = colons, braces
	return d
}

// A fence is the line that begins a block, as it is read.
type fence struct {
	line []byte
	i    int // what has been read
	at   int // offset of the line in the source
}

func (f *fence) blank() {
	for f.i < len(f.line) && isBlank(f.line[f.i]) {
		f.i++
	}
}

// name reads a name, with the braces that MyST has around it.
func (f *fence) name() string {
	f.blank()
	s := f.line[f.i:]
	bare := bytes.TrimPrefix(s, []byte("{"))
	n := word(bare, true)
	for n > 0 && bare[n-1] == ':' {
		n--
	}
	if n == 0 || bare[0] < 0x80 && !isAlnum(bare[0]) || bare[0] >= '0' && bare[0] <= '9' {
		return ""
	}
	if len(bare) < len(s) {
		if n >= len(bare) || bare[n] != '}' {
			return ""
		}
		f.i += 2
	} else if n < len(bare) && !isBlank(bare[n]) && bare[n] != '[' && bare[n] != '{' {
		return ""
	}
	f.i += n
	return string(bare[:n])
}

// bracketed reads a title in brackets, as Docusaurus has it.
func (f *fence) bracketed() (start, stop int) {
	if f.i == len(f.line) || f.line[f.i] != '[' {
		return f.i, f.i
	}
	end := bytes.LastIndexByte(f.line, ']')
	if end < f.i {
		return f.i, f.i
	}
	start, f.i = f.i+1, end+1
	return start, end
}

func (f *fence) braces() *attributes {
	f.blank()
	a, n, ok := parseBraces(f.line[f.i:], func(k int) int { return f.at + f.i + k })
	if !ok {
		return nil
	}
	f.i += n
	return a
}

func (fences) Continue(node ast.Node, r text.Reader, pc parser.Context) parser.State {
	d := node.(*division)
	line, _ := r.PeekLine()
	indent, _ := util.IndentWidth(line, r.LineOffset())
	if n := colonsAlone(line); n > 0 && indent <= 3 && endedBy(pc, d, n, indent) {
		d.closed = true
		r.AdvanceToEOL()
		return parser.Close
	}
	return parser.Continue | parser.HasChildren
}

// colonsAlone returns the colons of a line that has nothing else, 0 for fewer than three.
func colonsAlone(line []byte) int {
	s := bytes.Trim(line, " \t\n")
	if n := run(s, ':'); n == len(s) && n >= 3 {
		return n
	}
	return 0
}

// endedBy reports whether a line of n colons behind indent spaces ends d, which is open.
func endedBy(pc parser.Context, d *division, n, indent int) bool {
	last := d // the innermost that the line can end
	var like *division
	within := false
	for _, b := range pc.OpenedBlocks() {
		if !within {
			within = b.Node == ast.Node(d)
			if within && d.fences == n {
				like = d
			}
			continue
		}
		switch inner := b.Node.(type) {
		case *division:
			if inner.fences == 0 {
				within = false // the line has not what continues it
				break
			}
			last = inner
			if inner.fences == n {
				like = inner
			}
		case *ast.ListItem:
			if indent >= inner.Offset {
				return false // the line is of the item
			}
			within = false
		case *ast.Blockquote, *east.Footnote, *east.DefinitionDescription:
			within = false
		case *ast.FencedCodeBlock, *display:
			return false
		}
		if !within {
			break
		}
	}
	if like != nil {
		last = like
	}
	return last == d
}

// A stray is a line of colons that ends nothing.
type stray struct{ ast.BaseBlock }

var kindStray = ast.NewNodeKind("Stray")

func (*stray) Kind() ast.NodeKind           { return kindStray }
func (n *stray) Dump(src []byte, level int) { ast.DumpHelper(n, src, level, nil, nil) }

// strays reads lines of colons that no open block took.
type strays struct{ fences }

func (strays) Open(_ ast.Node, r text.Reader, _ parser.Context) (ast.Node, parser.State) {
	if line, _ := r.PeekLine(); colonsAlone(line) == 0 {
		return nil, parser.NoChildren
	}
	r.AdvanceToEOL()
	return &stray{}, parser.NoChildren
}

func (strays) Continue(ast.Node, text.Reader, parser.Context) parser.State { return parser.Close }
