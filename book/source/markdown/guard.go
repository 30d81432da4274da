package markdown

import (
	"bytes"
	"fmt"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"octavo/book/base/rule"
)

var guardKey = parser.NewContextKey()

// A guard is the state of one parse: what it has cost and what it has met.
//
// Some parsers of goldmark take more than linear time on odd input: an open bracket is
// searched for its end to the end of the block, a run of backticks likewise, and emphasis
// is matched pair by pair; and a chapter may have 16 MB. So each of these parsers stands
// within a wrapper here that counts its work in the guard, answers by a table where it
// can, and past a bound leaves the text as text, with one fault. Some counts are of the
// chapter, some of the block at hand (in).
type guard struct {
	src    []byte
	faults []finding
	known  map[string]bool // messages of faults

	steps      int
	inlines    int
	references int
	cells      int
	braceWork  int
	linkWork   int

	block      ast.Node // the block that the fields up to ends count in
	delimiters int
	brackets   int
	open       []*openingBracket // brackets that nothing has closed yet
	spent      int               // how many of open, from the first on, have a link within them
	ticks      map[int]int       // length of a run of backticks -> offset of its last one
	lastRemark int               // offset of the last mark of a remark, and 1; 0 before it is known
	ends       map[int]bool      // offsets of marks that end a subscript or superscript

	abbreviations abbreviations
	lower         []byte         // src with small letters, once an end of HTML was asked for
	lastEnds      map[string]int // offset of the last end of HTML of each kind

	apart bool // the text has no place for notes

	lookWork     int            // bytes that were read in search of second items
	again        int            // offset of a line that begins a list behind a list, and 1
	examples     map[string]int // label of a numbered example -> its number
	exampleCount int

	notes map[string]*east.Footnote
	calls []call
}

// A finding is a fault of the text that is found while the tree is made.
type finding struct {
	offset  int
	rule    rule.Rule
	message string
	hint    string // "" for that of the rule
}

// A call is a footnote call in the text.
type call struct {
	label  string
	offset int
}

func guardOf(pc parser.Context) *guard { return pc.Get(guardKey).(*guard) }

// fault records a fault, unless there is one with the same message.
func (g *guard) fault(offset int, broken rule.Rule, format string, args ...any) {
	g.faultHint(offset, broken, "", format, args...)
}

// faultHint is fault with a hint other than that of the rule.
func (g *guard) faultHint(offset int, broken rule.Rule, hint, format string, args ...any) {
	message := fmt.Sprintf(format, args...)
	if g.known[message] || len(g.faults) >= maxFaults {
		return
	}
	if g.known == nil {
		g.known = map[string]bool{}
	}
	g.known[message] = true
	g.faults = append(g.faults, finding{offset, broken, message, hint})
}

// tell records a fault that may come more than once, each time at another place.
func (g *guard) tell(offset int, broken rule.Rule, hint, format string, args ...any) {
	if len(g.faults) < maxFaults {
		g.faults = append(g.faults, finding{offset, broken, fmt.Sprintf(format, args...), hint})
	}
}

// in starts the counts anew when block is not the block that they are of.
func (g *guard) in(block ast.Node) {
	if g.block != block {
		g.block, g.delimiters, g.brackets, g.ticks, g.ends = block, 0, 0, nil, nil
		g.open, g.spent, g.lastRemark = nil, 0, 0
	}
}

// mark counts an inline mark and reports whether the chapter may have it.
func (g *guard) mark(offset int) bool {
	g.inlines++
	if g.inlines > maxInlines {
		g.fault(offset, rule.SizeLimit, "more than %d marks in one chapter", maxInlines)
		return false
	}
	return true
}

// A container bounds the depth of nested blocks and the lines that they are
// continued with.
type container struct{ parser.BlockParser }

func (c container) Open(parent ast.Node, r text.Reader, pc parser.Context) (ast.Node, parser.State) {
	g := guardOf(pc)
	if g.steps > maxSteps {
		return nil, parser.NoChildren
	}
	if depth(pc) >= MaxDepth {
		line, seg := r.Position()
		if node, _ := c.BlockParser.Open(parent, r, pc); node != nil {
			g.fault(seg.Start, rule.NestingLimit, "nesting of more than %d levels", MaxDepth)
		}
		r.SetPosition(line, seg)
		return nil, parser.NoChildren
	}
	return c.BlockParser.Open(parent, r, pc)
}

func (c container) Continue(node ast.Node, r text.Reader, pc parser.Context) parser.State {
	g := guardOf(pc)
	g.steps++
	if g.steps > maxSteps {
		_, seg := r.Position()
		g.fault(seg.Start, rule.NestingLimit, "too many lines in nested blocks")
		return parser.Close
	}
	return c.BlockParser.Continue(node, r, pc)
}

// depth returns the number of open containers. As long as fewer than MaxDepth blocks of
// all kinds are open, it returns their number, which is not less and is below the bound.
func depth(pc parser.Context) int {
	open := pc.OpenedBlocks()
	if len(open) < MaxDepth {
		return len(open)
	}
	n := 0
	for _, b := range open {
		switch b.Node.Kind() {
		case ast.KindListItem, ast.KindBlockquote, east.KindFootnote, east.KindDefinitionList, kindDivision:
			n++
		}
	}
	return n
}

// references bounds the work of taking link definitions off a paragraph, which
// copies the rest of its lines for each.
type references struct{ parser.ParagraphTransformer }

func (t references) Transform(p *ast.Paragraph, r text.Reader, pc parser.Context) {
	lines := p.Lines()
	src := r.Source()
	defs := 0
	for i := range lines.Len() {
		l := lines.At(i)
		if bytes.HasPrefix(bytes.TrimLeft(src[l.Start:l.Stop], " "), []byte("[")) {
			defs++
		} else if defs == 0 {
			return // definitions stand at the beginning of a paragraph
		}
	}
	g := guardOf(pc)
	g.references += defs * lines.Len()
	if g.references > maxReferenceWork {
		g.fault(p.Pos(), rule.SizeLimit, "too many link definitions in one paragraph")
		return
	}
	parent, before := p.Parent(), p.PreviousSibling()
	t.ParagraphTransformer.Transform(p, r, pc)
	for n := after(parent, before); n != nil; n = n.NextSibling() {
		if d, ok := n.(*ast.LinkReferenceDefinition); ok && utf8.RuneCount(d.Label) > maxLabel {
			g.faultHint(d.Lines().At(0).Start, rule.SizeLimit, "give it a short one, such as [tides]", "the label of a link has %d letters; it may have %d", utf8.RuneCount(d.Label), maxLabel)
		}
	}
}

// after returns the child of parent behind n, which is nil for the first one.
func after(parent, n ast.Node) ast.Node {
	if n == nil {
		return parent.FirstChild()
	}
	return n.NextSibling()
}

// marks counts what an inline parser makes.
type marks struct{ parser.InlineParser }

func (m marks) Parse(parent ast.Node, r text.Reader, pc parser.Context) ast.Node {
	n := m.InlineParser.Parse(parent, r, pc)
	if n == nil {
		return nil
	}
	_, seg := r.Position()
	if !guardOf(pc).mark(seg.Start) {
		return nil
	}
	return n
}

// boxes are the boxes of task lists, which white space follows: "[x](a.md)" is a
// link.
type boxes struct{ parser.InlineParser }

func (b boxes) Parse(parent ast.Node, r text.Reader, pc parser.Context) ast.Node {
	line, _ := r.PeekLine()
	if len(line) < 3 || line[1] == '\n' || len(line) > 3 && !isBlank(line[3]) {
		return nil
	}
	return b.InlineParser.Parse(parent, r, pc)
}

// codeSpans answers runs of backticks that nothing closes from a table of the
// block's runs, where the parser would read to the end of the block for each.
type codeSpans struct{ parser.InlineParser }

func (c codeSpans) Parse(parent ast.Node, r text.Reader, pc parser.Context) ast.Node {
	g := guardOf(pc)
	g.in(parent)
	if g.ticks == nil {
		g.ticks = lastTicks(g.src, parent.Lines())
	}
	line, seg := r.PeekLine()
	n := run(line, '`')
	if g.ticks[n] <= seg.Start {
		r.Advance(n)
		return ast.NewTextSegment(seg.WithStop(seg.Start + n))
	}
	return c.InlineParser.Parse(parent, r, pc)
}

// lastTicks returns the offset of the last run of backticks of each length.
func lastTicks(src []byte, lines *text.Segments) map[int]int {
	last := map[int]int{}
	for i := range lines.Len() {
		l := lines.At(i)
		for at := l.Start; at < l.Stop; {
			k := bytes.IndexByte(src[at:l.Stop], '`')
			if k < 0 {
				break
			}
			n := run(src[at+k:l.Stop], '`')
			last[n] = at + k
			at += k + n
		}
	}
	return last
}

// run returns how many times s begins with c.
func run(s []byte, c byte) int {
	n := 0
	for n < len(s) && s[n] == c {
		n++
	}
	return n
}
