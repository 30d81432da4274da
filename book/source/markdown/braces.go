package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"octavo/book/base/rule"
)

// attributes are what stands in braces: {#id .class key=value key="value"}.
type attributes struct {
	id      string
	classes []string
	pairs   []pair
	offset  int // of the opening brace in the parsed text
}

// A pair is a key with its value, which begins at an offset of the braces.
type pair struct {
	key   string
	value []byte
	at    []int // offset in the parsed text of each byte of value
}

// unnumbered is the class that pandoc's {-} stands for.
const unnumbered = "unnumbered"

// openEnd is the length of braces that go on behind the end of the text.
const openEnd = -1

// parseBraces reads the braces that b begins with and returns their length. When b
// does not begin with braces, ok is false, and the length is 0, or [openEnd] where more
// text could still close them. at gives the offset in the parsed text of each byte of b.
func parseBraces(b []byte, at func(int) int) (a *attributes, length int, ok bool) {
	if len(b) == 0 || b[0] != '{' {
		return nil, 0, false
	}
	a = &attributes{offset: at(0)}
	for i := 1; ; {
		start := i
		for i < len(b) && isBlank(b[i]) {
			i++
		}
		switch {
		case i >= len(b):
			return nil, openEnd, false
		case b[i] == '}':
			empty := a.id == "" && len(a.classes) == 0 && len(a.pairs) == 0
			return a, i + 1, !empty
		case i == start && i > 1:
			return nil, 0, false
		}
		n := a.item(b[i:], func(k int) int { return at(i + k) })
		if n <= 0 {
			return nil, n, false
		}
		i += n
	}
}

func isBlank(c byte) bool { return c == ' ' || c == '\t' || c == '\n' }

// item reads one item and returns its length, 0 when there is none, [openEnd] when
// its closing quotation mark is not in b.
func (a *attributes) item(b []byte, at func(int) int) int {
	switch b[0] {
	case '-':
		if len(b) > 1 && (isBlank(b[1]) || b[1] == '}') {
			a.classes = append(a.classes, unnumbered)
			return 1
		}
		return 0
	case '#', '.':
		n := word(b[1:], true)
		if n == 0 {
			return 0
		}
		if b[0] == '#' {
			a.id = string(b[1 : 1+n])
		} else {
			a.classes = append(a.classes, string(b[1:1+n]))
		}
		return 1 + n
	}
	n := word(b, false)
	if n == 0 || n >= len(b) || b[n] != '=' {
		return 0
	}
	p := pair{key: string(b[:n])}
	size := p.read(b[n+1:], func(k int) int { return at(n + 1 + k) })
	if size <= 0 {
		return size
	}
	a.pairs = append(a.pairs, p)
	return n + 1 + size
}

// word returns the length of the name that b begins with: of an id or a class,
// which may be in any script, or of a key.
func word(b []byte, any bool) int {
	n := 0
	for n < len(b) {
		c := b[n]
		switch {
		case c|0x20 >= 'a' && c|0x20 <= 'z', c == '_':
		case c >= '0' && c <= '9', c == '-', c == ':', c == '.':
			if n == 0 && !any {
				return 0
			}
		case c >= 0x80 && any:
		default:
			return n
		}
		n++
	}
	return n
}

// read reads a value, bare or in quotation marks, and returns its length as item
// does. In quotation marks the quotable characters may be escaped; other escapes
// are left for who reads the value as Markdown.
func (p *pair) read(b []byte, at func(int) int) int {
	if len(b) == 0 {
		return 0
	}
	quote := b[0]
	if quote != '"' && quote != '\'' {
		n := bytes.IndexAny(b, " \t\n}\"'={")
		if n <= 0 {
			return 0
		}
		p.add(b, 0, n, at)
		return n
	}
	for i := 1; i < len(b); i++ {
		switch {
		case b[i] == quote:
			return i + 1
		case b[i] == '\\' && i+1 < len(b):
			if strings.IndexByte(quotable, b[i+1]) < 0 {
				p.add(b, i, i+1, at)
			}
			i++
			p.add(b, i, i+1, at)
		default:
			p.add(b, i, i+1, at)
		}
	}
	return openEnd
}

func (p *pair) add(b []byte, from, to int, at func(int) int) {
	p.value = append(p.value, b[from:to]...)
	for i := from; i < to; i++ {
		p.at = append(p.at, at(i))
	}
}

// attributesKey is the name under which braces are kept on a node of the tree.
const attributesKey = "braces"

// braces reads the attributes right after an image or a link, before anything else
// sees their quotation marks.
type braces struct{}

func (braces) Trigger() []byte { return []byte{'{'} }

func (braces) Parse(parent ast.Node, r text.Reader, pc parser.Context) ast.Node {
	of := parent.LastChild()
	switch of.(type) {
	case *ast.Image, *ast.Link, *ast.AutoLink:
	default:
		return looseBraces(parent, r, pc)
	}
	if _, taken := of.AttributeString(attributesKey); taken {
		return nil
	}
	line, pos := r.Position()
	a, n := readBraces(r, guardOf(pc))
	r.SetPosition(line, pos)
	if a == nil {
		return nil
	}
	r.Advance(n)
	of.SetAttributeString(attributesKey, a)
	parent.RemoveChild(parent, of)
	return of
}

// readBraces reads braces that may go on over lines, up to the end of the block,
// and returns their length; nil when there are none.
//
// What was read is parsed anew, from its beginning, at each line with a closing brace,
// since the brace may stand within quotation marks. A block of such lines would take
// the square of its length; braceWork counts the bytes, over the chapter.
func readBraces(r text.Reader, g *guard) (*attributes, int) {
	_, from := r.Position()
	if g.braceWork > maxBraceWork {
		g.faultHint(from.Start, rule.SizeLimit, `end them with "}, or write \{ for a brace that begins none`, "more than %d bytes are read in one chapter for attributes that have no end", maxBraceWork)
		return nil, 0
	}
	var buf []byte
	var places fragment
	for {
		line, seg := r.PeekLine()
		if line == nil {
			break
		}
		places.lines, places.at = append(places.lines, len(buf)), append(places.at, seg.Start)
		buf = append(buf, line...)
		if bytes.IndexByte(line, '}') >= 0 {
			a, n, ok := parseBraces(buf, places.offset)
			if ok {
				return a, n
			}
			if n != openEnd || g.braceWork > maxBraceWork {
				break
			}
			g.braceWork += len(buf)
		}
		r.AdvanceLine()
	}
	g.braceWork += len(buf)
	return nil, 0
}

// A heading is a parser of headings that takes the braces off their end.
type heading struct{ parser.BlockParser }

func (h heading) Close(node ast.Node, r text.Reader, pc parser.Context) {
	h.BlockParser.Close(node, r, pc)
	lines := node.Lines()
	if lines.Len() == 0 {
		return
	}
	last := lines.At(lines.Len() - 1)
	value := last.Value(r.Source())
	trimmed := bytes.TrimRight(value, " \t\n")
	if !bytes.HasSuffix(trimmed, []byte("}")) {
		return
	}
	open := bytes.LastIndexByte(trimmed, '{')
	if open < 0 || open > 0 && trimmed[open-1] != ' ' && trimmed[open-1] != '\t' {
		return // as in "[Seoul]{lang=ko}"
	}
	a, n, ok := parseBraces(trimmed[open:], func(i int) int { return last.Start + open + i })
	if !ok || open+n != len(trimmed) {
		return
	}
	node.SetAttributeString(attributesKey, a)
	last.Stop = last.Start + len(bytes.TrimRight(trimmed[:open], " \t"))
	lines.Set(lines.Len()-1, last)
}
