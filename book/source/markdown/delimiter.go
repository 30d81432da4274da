package markdown

import (
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"octavo/book/base/rule"
)

// delimiters reads runs of *, _, ~, ^ and =. The rule for stars and low lines is
// CommonMark's, with one addition: beside a Han character or Kana, which have no spaces
// between words, and beside Hangul, whose words have their endings joined to them, a run may
// open or close next to punctuation: **강(江)**은. By the same rule ~~ strikes
// words out and == marks them. A single tilde strikes nothing out, as it would on GitHub:
// Korean and Japanese write each range with one, and other texts have "about ~7" and
// "~/notes". One tilde or caret may begin a subscript or superscript (scripts.go).
type delimiters struct{}

func (delimiters) Trigger() []byte { return []byte("*_~^=") }

func (delimiters) Parse(parent ast.Node, r text.Reader, pc parser.Context) ast.Node {
	line, seg := r.PeekLine()
	n := run(line, line[0])
	g := guardOf(pc)
	g.in(parent)
	processor, open, shut := delimiter(line[0], n, r, g)
	if !open && !shut {
		r.Advance(n)
		return plain(parent, seg.WithStop(seg.Start+n))
	}
	g.delimiters += 1 + n/longRun
	if g.delimiters > maxDelimiters {
		g.fault(seg.Start, rule.SizeLimit, "more than %d emphasis marks in one paragraph", maxDelimiters)
		r.Advance(n) // a sign at a time would look at the rest of a long run each time
		return plain(parent, seg.WithStop(seg.Start+n))
	}
	if !g.mark(seg.Start) {
		return nil
	}
	d := parser.NewDelimiter(open, shut, n, line[0], processor)
	d.Segment = seg.WithStop(seg.Start + n)
	r.Advance(n)
	pc.PushDelimiter(d)
	return d
}

// longRun is the length at which a run counts as one mark more towards the bound: two runs of n
// stars make n/2 emphases one in another, each of which is lifted into the next. Nobody writes
// more than three; eight let a row of stars stand in a line.
const longRun = 8

// delimiter returns what the run of n times c at the reader can begin and end, and what
// becomes of two such runs.
func delimiter(c byte, n int, r text.Reader, g *guard) (p parser.DelimiterProcessor, open, shut bool) {
	line, _ := r.PeekLine()
	before, after := r.PrecendingCharacter(), ' '
	if n < len(line) {
		after, _ = utf8.DecodeRune(line[n:])
	}
	switch {
	case c == '*' || c == '_':
		open, shut = flanks(c, before, after)
		return emphasis{}, open, shut
	case c == '~' && n == strike.length:
		open, shut = flanks(c, before, after)
		return strike, open, shut
	case c == '=' && n == highlight.length:
		open, shut = highlights(before, after)
		return highlight, open, shut
	case c == '~' && n == lowered.length:
		open, shut = script(lowered, r, g)
		return lowered, open, shut
	case c == '^' && n == raised.length:
		open, shut = script(raised, r, g)
		return raised, open, shut
	}
	return nil, false, false
}

// plain returns seg as text, in one node with the text before it.
func plain(parent ast.Node, seg text.Segment) ast.Node {
	t, ok := parent.LastChild().(*ast.Text)
	if ok && t.Segment.Stop == seg.Start && !t.SoftLineBreak() && !t.HardLineBreak() {
		t.Segment.Stop = seg.Stop
		parent.RemoveChild(parent, t)
		return t
	}
	return ast.NewTextSegment(seg)
}

// flanks reports whether a run of c between two characters can open and close:
// CommonMark's left- and right-flanking runs (section 6.2). A character of Chinese, Japanese
// or Korean beside the run counts as punctuation does there, since no space can tell the
// sides apart. A low
// line within a word does neither, as in snake_case.
func flanks(c byte, before, after rune) (open, shut bool) {
	spaceBefore, spaceAfter := isSpaceRune(before), isSpaceRune(after)
	punctBefore, punctAfter := util.IsPunctRune(before), util.IsPunctRune(after)
	wideBefore, wideAfter := unspacedRune(before), unspacedRune(after)
	left := !spaceAfter && (!punctAfter || spaceBefore || punctBefore || wideBefore)
	right := !spaceBefore && (!punctBefore || spaceAfter || punctAfter || wideAfter)
	if c == '_' {
		return left && (!right || punctBefore), right && (!left || punctAfter)
	}
	return left, right
}

func isSpaceRune(r rune) bool { return unicode.IsSpace(r) || r == 0 }

// isWide reports whether r is of a script that is set without spaces: Han, Kana,
// Bopomofo, and their punctuation.
func isWide(r rune) bool {
	return r >= 0x2e80 && (r <= 0x30ff || r >= 0x3100 && r <= 0x312f || r >= 0x31a0 && r <= 0x9fff ||
		r >= 0xf900 && r <= 0xfaff || r >= 0xfe30 && r <= 0xfe4f || r >= 0xff00 && r <= 0xff9f ||
		r >= 0x1b000 && r <= 0x1b16f || r >= 0x20000 && r <= 0x3ffff)
}

type emphasis struct{}

func (emphasis) IsDelimiter(c byte) bool { return c == '*' || c == '_' }

func (emphasis) CanOpenCloser(o, c *parser.Delimiter) bool { return o.Char == c.Char }

func (emphasis) OnMatch(n int) ast.Node { return ast.NewEmphasis(n) }
