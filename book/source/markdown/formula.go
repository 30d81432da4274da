package markdown

import (
	"bytes"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"octavo/book"
	"octavo/book/base/pattern"
	"octavo/book/base/rule"
	"octavo/book/markup/math"
)

// A formulaSpan is a formula within a line: what stands between its dollar
// signs, and the place of each byte of it.
type formulaSpan struct {
	ast.BaseInline
	value   []byte
	at      []int
	start   int
	doubled bool // between two dollar signs
}

var kindFormulaSpan = ast.NewNodeKind("FormulaSpan")

func (*formulaSpan) Kind() ast.NodeKind              { return kindFormulaSpan }
func (n *formulaSpan) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// formulas reads formulas by pandoc's rule: something stands right behind the
// first dollar sign and right before the second, which no figure follows. Where the
// second sign cannot end a formula, the first is a sign for money.
type formulas struct{}

func (formulas) Trigger() []byte { return []byte{'$'} }

func (formulas) Parse(parent ast.Node, r text.Reader, pc parser.Context) ast.Node {
	line, seg := r.PeekLine()
	n := &formulaSpan{start: seg.Start, doubled: bytes.HasPrefix(line, []byte("$$"))}
	size := 1
	if n.doubled {
		size = 2
	}
	if len(line) <= size || isBlank(line[size]) && !n.doubled {
		return nil
	}
	r.Advance(size)
	if !n.read(r, size) {
		return nil
	}
	return n
}

// read reads up to the closing sign, of size bytes.
func (n *formulaSpan) read(r text.Reader, size int) bool {
	for {
		line, seg := r.PeekLine()
		if line == nil {
			return false
		}
		for i := 0; i < len(line); i++ {
			switch c := line[i]; {
			case c == '\\' && i+1 < len(line) && line[i+1] != '\n':
				n.add(c, seg.Start+i)
				i++
			case c == '$':
				if !bytes.HasPrefix(line[i:], []byte("$$")[:size]) || !n.ends(line[i+size:]) {
					return false
				}
				r.Advance(i + size)
				return true
			}
			n.add(line[i], seg.Start+i)
		}
		r.AdvanceLine()
	}
}

// ends reports whether the formula may end before rest.
func (n *formulaSpan) ends(rest []byte) bool {
	if n.doubled {
		return len(bytes.TrimSpace(n.value)) > 0
	}
	last := len(n.value) - 1
	return last >= 0 && !isBlank(n.value[last]) && len(bytes.TrimSpace(n.value)) > 0 && (len(rest) == 0 || rest[0] < '0' || rest[0] > '9')
}

func (n *formulaSpan) add(c byte, at int) {
	if c == '\n' || c == '\t' {
		c = ' '
	}
	n.value, n.at = append(n.value, c), append(n.at, at)
}

// math adds a formula within a line.
func (b *builder) math(n *formulaSpan) {
	if b.literal > 0 {
		sign := "$"
		if n.doubled {
			sign = "$$"
		}
		source := string(b.d.src[n.start : n.at[len(n.at)-1]+1])
		b.raw(strings.Join(strings.Fields(source), " ")+sign, n.start)
		return
	}
	value, at := n.value, n.at
	if b.cell {
		value, at = unbarred(value, at)
	}
	m, ok := b.d.formula(value, at, n.start)
	if !ok {
		b.add(&book.Code{Value: strings.Join(strings.Fields(m.TeX), " "), Pos: m.Pos}, object, n.start)
		return
	}
	if n.doubled {
		b.d.report(rule.MathInline.At(m.Pos, "put $$ at the beginning of its line, and nothing behind the closing $$",
			"a formula between $$ within text is set in the line"))
	}
	if m.TeX != "" {
		b.add(m, object, n.start)
	}
}

// unbarred takes the escapes off bars, which end a cell otherwise.
func unbarred(value []byte, at []int) ([]byte, []int) {
	var out []byte
	var offsets []int
	for i, c := range value {
		if c == '\\' && i+1 < len(value) && value[i+1] == '|' {
			continue
		}
		out, offsets = append(out, c), append(offsets, at[i])
	}
	if bytes.Contains(out, []byte(`\|`)) { // cannot be written in a cell
		return bytes.ReplaceAll(out, []byte(`\|`), []byte("  ")), offsets
	}
	return out, offsets
}

// formula reads the TeX in value, whose bytes stand at the given offsets. What cannot be
// understood is reported, and is not ok: it is printed as code, so that its reader has all
// that its author wrote. In a text that is imported it stays a formula.
func (d *document) formula(value []byte, at []int, start int) (m *book.Math, ok bool) {
	at = at[len(value)-len(bytes.TrimLeftFunc(value, unicode.IsSpace)):]
	value = bytes.TrimLeftFunc(value, unicode.IsSpace)
	m = &book.Math{TeX: trimFormula(string(value)), Pos: d.place(start)}
	tree, faults := math.Parse(m.TeX)
	m.Text = math.Text(tree)
	if m.Text == "" {
		m.Text = m.TeX
	}
	for _, f := range faults {
		offset := start
		if f.At < len(at) {
			offset = at[f.At]
		} else if len(at) > 0 {
			offset = at[len(at)-1] + 1
		}
		d.report(f.Rule.At(d.place(offset), f.Hint, "%s; the formula is printed as code", f.Message))
	}
	return m, len(faults) == 0 || m.TeX == "" || d.foreign
}

// trimFormula takes white off the end of a formula, escaped or not.
func trimFormula(s string) string {
	for {
		t := strings.TrimRightFunc(s, unicode.IsSpace)
		if t == s {
			return s
		}
		slashes := len(t) - len(strings.TrimRight(t, `\`))
		if slashes%2 == 0 {
			return t
		}
		s = t[:len(t)-1]
	}
}

// A display is a formula that stands alone.
type display struct {
	ast.BaseBlock
	start  int
	closed bool
	id     string // "" for none
}

var kindDisplay = ast.NewNodeKind("Display")

func (*display) Kind() ast.NodeKind              { return kindDisplay }
func (n *display) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// displays reads formulas between lines that begin and end with two dollar signs.
type displays struct{}

func (displays) Trigger() []byte { return []byte{'$'} }

func (displays) Open(_ ast.Node, r text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, seg := r.PeekLine()
	at := pc.BlockOffset()
	if at < 0 || pc.BlockIndent() > 3 || !bytes.HasPrefix(line[at:], []byte("$$")) {
		return nil, parser.NoChildren
	}
	n := &display{start: seg.Start + at}
	rest := line[at+2:]
	stop := closingDollars(rest)
	if stop >= 0 && !n.label(rest[stop+2:]) {
		return nil, parser.NoChildren // it stands within text
	}
	n.line(rest, n.start+2, stop)
	r.AdvanceToEOL()
	return n, parser.NoChildren
}

func (displays) Continue(node ast.Node, r text.Reader, pc parser.Context) parser.State {
	n := node.(*display)
	line, seg := r.PeekLine()
	if n.closed || len(bytes.TrimSpace(line)) == 0 {
		return parser.Close
	}
	stop := closingDollars(line)
	n.line(line, seg.Start, stop)
	if stop >= 0 && !n.label(line[stop+2:]) {
		guardOf(pc).fault(seg.Start+stop+2, rule.MathSyntax, "there is text behind the end of a formula")
		r.Advance(stop + 2) // the text is a block of its own
		return parser.Close
	}
	r.AdvanceToEOL()
	if n.closed {
		return parser.Close
	}
	return parser.Continue | parser.NoChildren
}

// labelForm is the id that Quarto has behind a formula.
var labelForm = pattern.Later(`^[ \t]*(?:\{#([\pL\pN_][\pL\pN_:.-]*)\})?[ \t\n]*$`)

// label takes the id behind the end of a formula, and reports whether nothing else is there.
func (n *display) label(behind []byte) bool {
	m := labelForm().FindSubmatch(behind)
	if m == nil {
		return false
	}
	n.id = string(m[1])
	return true
}

// line adds a line of the source, which ends at stop when that is not negative.
func (n *display) line(line []byte, at, stop int) {
	n.closed = stop >= 0
	if !n.closed {
		stop = len(line)
	}
	value := line[:stop]
	from := len(value) - len(bytes.TrimLeftFunc(value, unicode.IsSpace))
	if value = bytes.TrimRightFunc(value[from:], unicode.IsSpace); len(value) > 0 {
		n.Lines().Append(text.NewSegment(at+from, at+from+len(value)))
	}
}

func (displays) Close(node ast.Node, _ text.Reader, pc parser.Context) {
	if n := node.(*display); !n.closed {
		guardOf(pc).fault(n.start, rule.MathSyntax, "a formula that begins with $$ has no end")
	}
}

func (displays) CanInterruptParagraph() bool { return true }
func (displays) CanAcceptIndentedLine() bool { return false }

// closingDollars returns the index of the first two dollar signs that are not
// escaped, -1 for none.
func closingDollars(line []byte) int {
	for i := 0; i+1 < len(line); i++ {
		switch {
		case line[i] == '\\':
			i++
		case line[i] == '$' && line[i+1] == '$':
			return i
		}
	}
	return -1
}

// display returns the block of a display, nil when there is nothing in it.
func (d *document) display(n *display) []book.Block {
	var value []byte
	var at []int
	for i := range n.Lines().Len() {
		l := n.Lines().At(i)
		if i > 0 {
			value, at = append(value, '\n'), append(at, l.Start)
		}
		line := l.Value(d.src)
		value = append(value, line...)
		for k := range line {
			at = append(at, l.Start+k)
		}
	}
	m, ok := d.formula(value, at, n.start)
	if m.TeX == "" {
		if n.closed {
			d.report(rule.MathSyntax.At(m.Pos, "write it between the dollar signs", "a formula with nothing in it"))
		}
		return nil
	}
	if !ok || !n.closed {
		var code []byte
		for line := range strings.Lines(m.TeX) {
			code = append(code, expandTabs([]byte(line))...)
		}
		return []book.Block{&book.CodeBlock{Lang: "tex", Text: string(code), Pos: m.Pos}}
	}
	formula := []book.Block{&book.Formula{Math: m, Pos: m.Pos}}
	if n.id == "" {
		return formula
	}
	return []book.Block{&book.Division{ID: n.id, Blocks: formula, Pos: m.Pos}}
}
