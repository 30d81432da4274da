package markdown

import (
	"bytes"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"octavo/book"
)

// maxScript is the longest subscript or superscript, in bytes. Generous: what is raised
// or lowered is a figure, an ending, or a word. It bounds the search for the end.
const maxScript = 200

// A styled is a run between two marks of ours: H~2~O, x^2^, ==words==.
type styled struct {
	ast.BaseInline
	style book.Style
}

var kindStyled = ast.NewNodeKind("Styled")

func (*styled) Kind() ast.NodeKind              { return kindStyled }
func (n *styled) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// A pairing makes a styled run of two marks of the same kind and length.
type pairing struct {
	style  book.Style
	char   byte
	length int
}

func (p pairing) IsDelimiter(c byte) bool { return c == p.char }

func (p pairing) CanOpenCloser(_, c *parser.Delimiter) bool { return c.Processor == p }

func (p pairing) OnMatch(int) ast.Node {
	return &styled{style: p.style}
}

// The marks of styled runs.
var (
	strike    = pairing{book.Strike, '~', 2}
	highlight = pairing{book.Highlight, '=', 2}
	lowered   = pairing{book.Subscript, '~', 1}
	raised    = pairing{book.Superscript, '^', 1}
)

// script tells what a mark of [lowered] or [raised] text at the reader is: the one that
// ends the run which g says, one that begins a run, or neither.
//
// The rule is pandoc's: H~2~O and x^2^, with no space between the marks but an escaped
// one. But pandoc's authors write no Korean and Japanese, in which a tilde stands
// between the numbers of a range and behind a word that is drawn out, and a caret is the
// eye of a face. So a tilde lowers only behind a Latin or Greek letter, a bracket or what is raised, and
// what has no letter or digit in it is no script: 3~5~7, ~/notes~, ^_^ and ^^ stay.
func script(kind pairing, r text.Reader, g *guard) (open, shut bool) {
	line, seg := r.PeekLine()
	if g.ends[seg.Start] {
		return false, true
	}
	n := scriptEnd(line)
	if n < 0 {
		return false, false
	}
	before := r.PrecendingCharacter()
	if kind == lowered && !lowers(before, line[1:n]) || kind == raised && !raises(before, line[1:n]) {
		return false, false
	}
	if g.ends == nil {
		g.ends = map[int]bool{}
	}
	g.ends[seg.Start+n] = true
	return true, false
}

// scriptEnd returns the index in line of the mark that ends the script which line
// begins with, -1 for none.
func scriptEnd(line []byte) int {
	for i := 1; i < min(len(line), maxScript); i++ {
		switch c := line[i]; {
		case c == '\\' && i+1 < len(line) && line[i+1] != '\n', c == '[' && bytes.HasPrefix(line[i:], []byte("[^")):
			i++
		case isBlank(c):
			return -1
		case c == '`':
			n := run(line[i:], '`')
			if k := bytes.Index(line[i+n:], line[i:i+n]); k >= 0 {
				i += n + k
			}
			i += n - 1
		case c == line[0]:
			if n := run(line[i:], c); i == 1 || n > 1 {
				return -1
			}
			return i
		}
	}
	return -1
}

// lowers reports whether a tilde behind a character lowers content.
func lowers(before rune, content []byte) bool {
	first, _ := utf8.DecodeRune(content)
	return carriesIndex(before) && first != '/' && !unspacedRune(first) && hasWord(content)
}

// carriesIndex reports whether a subscript may stand behind r.
func carriesIndex(r rune) bool {
	return r == ')' || r == ']' || r == '^' || unicode.In(r, unicode.Latin, unicode.Greek)
}

// raises reports whether a caret behind a character raises content. One letter apart
// from a word is a face more often than anything else: ^o^.
func raises(before rune, content []byte) bool {
	if !hasWord(content) {
		return false
	}
	joined := before == ')' || before == ']' || before == '*' || before == '_' || before == '`' || before == '>' || before == '$' || before == '~' ||
		isLetter(before) && !unspacedRune(before)
	r, n := utf8.DecodeRune(content)
	return joined || n < len(content) || unicode.IsDigit(r)
}

// unspacedRune reports whether r is of Chinese, Japanese or Korean.
func unspacedRune(r rune) bool { return isWide(r) || unicode.Is(unicode.Hangul, r) }

// hasWord reports whether there is a letter or a digit in content, or a sign that is
// raised or lowered alone, as in Na^+^.
func hasWord(content []byte) bool {
	return bytes.IndexFunc(content, func(r rune) bool {
		return isWordRune(r) || r == '+' || r == '−' || r == '*' || r == '†' || r == '‡' || r == '®' || r == '™' || r == '∞'
	}) >= 0
}

// highlights reports whether a run of two equals signs between two characters can begin
// and end marked words. Behind a letter or a bracket it compares, as in a==b, unless
// the letter is of a script in which words have no spaces or endings are joined to them.
func highlights(before, after rune) (open, shut bool) {
	open, shut = flanks('=', before, after)
	compares := isLetter(before) && !unspacedRune(before) || before == ')' || before == ']'
	return open && !compares, shut
}
