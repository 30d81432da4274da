package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"octavo/book"
	"octavo/book/base/rule"
)

// An enumeration is how a list of the tree counts that CommonMark does not know.
type enumeration struct {
	numbering book.Numbering
	delimiter book.Delimiter
	next      int // number of the next item
}

// enumerationKey is the name under which a list keeps its enumeration.
const enumerationKey = "enumeration"

// enumerationOf returns the enumeration of a list, nil for one of CommonMark and for a
// node that is no list.
func enumerationOf(n ast.Node) *enumeration {
	if _, ok := n.(*ast.List); !ok {
		return nil
	}
	if v, ok := n.AttributeString(enumerationKey); ok {
		return v.(*enumeration)
	}
	return nil
}

// enumerations reads the ordered lists of pandoc that are none of CommonMark's: letters,
// Roman numerals, numbers in parentheses, number signs and numbered examples.
//
// "a. So he said" is also how prose begins. So a list stands at the beginning of its
// block or within an item, its second item counts on from the first (which is looked up
// ahead), and one item alone is a list only where a tab stands behind its sign, where it is an
// "a" or "i" right below the text of another item, or where the sign is one of no prose: "#."
// and "(@label)".
//
// What does not count on, as "a., b., d.", begins a list of its own, so that each item
// keeps the number that its author wrote.
//
// The tree has these lists as lists of goldmark, with an [enumeration]; the parser that is
// embedded closes them.
//
// Source: Pandoc User's Guide, "Ordered lists" and "Numbered example lists".
type enumerations struct{ parser.BlockParser }

// enumeratorStarts are the bytes that an enumerator begins with.
var enumeratorStarts = []byte("(#0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")

func (enumerations) Trigger() []byte             { return enumeratorStarts }
func (enumerations) CanInterruptParagraph() bool { return true }
func (enumerations) CanAcceptIndentedLine() bool { return false }

func (enumerations) Open(parent ast.Node, r text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, at := rest(r)
	e, ok := enumeratorOf(line)
	if !ok || parent.Kind() == ast.KindList {
		return nil, parser.NoChildren
	}
	if d, ok := parent.(*division); ok && d.class == book.Verse {
		return nil, parser.NoChildren
	}
	g := guardOf(pc)
	again := g.again == at+1
	last := pc.LastOpenedBlock().Node
	below := ast.IsParagraph(last) && parent.Kind() == ast.KindListItem && last.Parent() == parent
	if ast.IsParagraph(last) && !again && !below {
		return nil, parser.NoChildren
	}
	start := g.enumerate(e, line, at, again || below && e.opens())
	if start == nil {
		return nil, parser.NoChildren
	}
	marker := byte(')')
	if start.delimiter == book.Period {
		marker = '.'
	}
	n := ast.NewList(marker)
	n.Start = start.next
	n.SetAttributeString(enumerationKey, start)
	return n, parser.HasChildren
}

// enumerate returns how a list counts that begins with e on a line of the source, nil when
// no list begins. Alone says that e may be the sign of an item that no other follows.
func (g *guard) enumerate(e enumerator, line []byte, at int, alone bool) *enumeration {
	start := &enumeration{delimiter: e.delimiter, next: 1}
	switch {
	case e.body == "#":
		return start
	case e.automatic():
		start.next = g.example(e)
		return start
	}
	next, found := g.ahead(e, line, at)
	switch {
	case found && (next.body != "#" || e.plain()):
		start.numbering, start.next = e.countsOn(next)
	case e.plain():
		return nil
	case found, alone, bytes.HasPrefix(bytes.TrimLeft(line, " \t")[e.length:], []byte("\t")):
		start.numbering, start.next = e.first()
	default:
		return nil
	}
	return start
}

func (enumerations) Continue(node ast.Node, r text.Reader, pc parser.Context) parser.State {
	line, _ := r.PeekLine()
	if util.IsBlank(line) {
		return parser.Continue | parser.HasChildren
	}
	indent, _ := util.IndentWidth(line, r.LineOffset())
	if last, ok := node.LastChild().(*ast.ListItem); ok && indent >= last.Offset {
		return parser.Continue | parser.HasChildren
	}
	line, at := rest(r)
	e, ok := enumeratorOf(line)
	counts := enumerationOf(node)
	switch g := guardOf(pc); {
	case !ok || indent > 3 || e.delimiter != counts.delimiter:
	case counts.takes(e, g):
		return parser.Continue | parser.HasChildren
	case !e.plain():
		g.again = at + 1
	}
	return parser.Close
}

// takes reports whether e is the sign of the next item.
func (n *enumeration) takes(e enumerator, g *guard) bool {
	switch {
	case e.body == "#":
		return true
	case e.automatic():
		return g.example(e) == n.next
	}
	return e.value(n.numbering) == n.next
}

// example returns the number of an example that is met now.
func (g *guard) example(e enumerator) int {
	if n := g.examples[e.body[1:]]; n > 0 && len(e.body) > 1 {
		return n
	}
	return g.exampleCount + 1
}

// enumeratedItems reads the items of such lists.
type enumeratedItems struct{}

func (enumeratedItems) Trigger() []byte             { return enumeratorStarts }
func (enumeratedItems) CanInterruptParagraph() bool { return true }
func (enumeratedItems) CanAcceptIndentedLine() bool { return false }

func (enumeratedItems) Close(ast.Node, text.Reader, parser.Context) {}

func (enumeratedItems) Open(parent ast.Node, r text.Reader, pc parser.Context) (ast.Node, parser.State) {
	counts := enumerationOf(parent)
	line, _ := r.PeekLine()
	e, ok := enumeratorOf(line)
	if counts == nil || !ok {
		return nil, parser.NoChildren
	}
	if g := guardOf(pc); e.body[0] == '@' {
		g.exampleCount = max(g.exampleCount, counts.next)
		if label := e.body[1:]; label != "" {
			if g.examples == nil {
				g.examples = map[string]int{}
			}
			g.examples[label] = counts.next
		}
	}
	counts.next++
	indent, at := util.IndentWidth(line, r.LineOffset())
	words := at + e.length
	for isBlank(line[words]) {
		words++
	}
	// Behind a tab the text of an item counts as one column behind its sign, and so does
	// what is further away than code may stand: the first line is never code.
	gap := words - at - e.length
	if gap > 4 || line[at+e.length] == '\t' {
		gap = 1
	}
	r.AdvanceAndSetPadding(words, 0)
	return ast.NewListItem(indent + e.length + gap), parser.HasChildren
}

func (enumeratedItems) Continue(node ast.Node, r text.Reader, _ parser.Context) parser.State {
	line, _ := r.PeekLine()
	if util.IsBlank(line) {
		r.AdvanceToEOL()
		return parser.Continue | parser.HasChildren
	}
	offset := node.(*ast.ListItem).Offset
	if indent, _ := util.IndentWidth(line, r.LineOffset()); indent < offset {
		return parser.Close
	}
	pos, padding := util.IndentPosition(line, r.LineOffset(), offset)
	r.AdvanceAndSetPadding(pos, padding)
	return parser.Continue | parser.HasChildren
}

// ahead returns the sign of the item that counts on from e, which stands in the source at
// an offset. It is looked for up to the line that surely ends the item of e.
func (g *guard) ahead(e enumerator, line []byte, at int) (enumerator, bool) {
	at += len(line) - len(bytes.TrimLeft(line, " \t"))
	prefix := g.src[bytes.LastIndexByte(g.src[:at], '\n')+1 : at]
	quotes := bytes.Count(prefix, []byte(">"))
	base := columnsOf(prefix)
	blank := false
	for p := at + len(bytes.TrimLeft(line, " \t")); p < len(g.src); {
		end := lineEnd(g.src, p)
		if g.lookWork += end - p; g.lookWork > maxLookWork {
			g.fault(at, rule.SizeLimit, "too many lines that could begin lists")
			return e, false
		}
		words := withoutQuotes(g.src[p:end], quotes)
		column := columnsOf(g.src[p : end-len(words)])
		p = end
		next, ok := enumeratorOf(words)
		switch {
		case len(bytes.TrimSpace(words)) == 0:
			blank = true
		case column > base+e.length:
		case ok && next.delimiter == e.delimiter && (next.body == "#" || next.follows(e)):
			return next, column+3 >= base
		case ok && column > base: // of a list within, which is too little indented
		case blank || bytes.IndexByte(blockStarts, words[0]) >= 0 || ok && next.delimiter == e.delimiter:
			return e, false
		}
	}
	return e, false
}

// blockStarts are the bytes that a block may begin with that is no paragraph. Behind such
// a line nobody looks for the next item.
var blockStarts = []byte("#=-*+`~:|<>0123456789")

// withoutQuotes returns a line without the white space and the signs of quotations before it.
func withoutQuotes(line []byte, quotes int) []byte {
	for i, c := range line {
		if c == '>' && quotes > 0 {
			quotes--
		} else if c != ' ' && c != '\t' {
			return line[i:]
		}
	}
	return nil
}

// columnsOf returns how many columns are before what stands behind s, a beginning of a line.
func columnsOf(s []byte) int {
	n := 0
	for _, c := range s {
		switch {
		case c == '\t':
			n += 4 - n%4 // CommonMark's tab stop
		case c&0xc0 != 0x80:
			n++
		}
	}
	return n
}
