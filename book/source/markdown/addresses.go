package markdown

import (
	"bytes"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// addresses makes links of web and mail addresses in running text. The parser starts at
// the character that gives an address away and looks back, where goldmark's own parser
// looks at each word.
type addresses struct{}

func (addresses) Trigger() []byte { return []byte{':', '.', '@'} }

func (addresses) Parse(parent ast.Node, r text.Reader, pc parser.Context) ast.Node {
	line, seg := r.PeekLine()
	last, ok := parent.LastChild().(*ast.Text)
	if !ok || last.Segment.Stop != seg.Start || len(guardOf(pc).open) > 0 {
		return nil
	}
	before := r.Source()[last.Segment.Start:seg.Start]
	rest := line[:min(len(line), maxAddress)]
	back, size, kind := 0, 0, ast.AutoLinkType(ast.AutoLinkURL)
	var protocol []byte
	switch line[0] {
	case ':':
		back, size = webAddress(before, rest)
	case '.':
		back, size = wwwAddress(before, rest)
		protocol = []byte("http")
	case '@':
		back, size = mailAddress(before, rest)
		kind = ast.AutoLinkEmail
	}
	if size == 0 || escapedAt(before, len(before)-back) {
		return nil
	}
	start := seg.Start - back
	if last.Segment.Stop = start; last.Segment.Start == start {
		parent.RemoveChild(parent, last)
	}
	r.Advance(size)
	n := ast.NewAutoLink(kind, ast.NewTextSegment(text.NewSegment(start, seg.Start+size)))
	n.Protocol = protocol
	n.SetPos(start)
	return n
}

// escapedAt reports whether b[i] has a backslash before it.
func escapedAt(b []byte, i int) bool { return i > 0 && b[i-1] == '\\' }

// webAddress returns how much of before, and of rest that begins with a colon,
// is an address such as https://example.org/.
func webAddress(before, rest []byte) (back, size int) {
	if !bytes.HasPrefix(rest, []byte("://")) {
		return 0, 0
	}
	for _, scheme := range []string{"https", "http", "ftp"} {
		if bytes.HasSuffix(before, []byte(scheme)) && beginsWord(before[:len(before)-len(scheme)]) {
			size = addressEnd(rest, len("://"))
			if size > len("://") && isAlnum(rest[len("://")]) {
				return len(scheme), size
			}
			return 0, 0
		}
	}
	return 0, 0
}

// wwwAddress is webAddress for addresses that begin with "www"; rest begins with the
// dot behind it.
func wwwAddress(before, rest []byte) (back, size int) {
	if !bytes.HasSuffix(before, []byte("www")) || !beginsWord(before[:len(before)-3]) {
		return 0, 0
	}
	if len(rest) < 2 || !isAlnum(rest[1]) {
		return 0, 0
	}
	host := 1
	for host < len(rest) && (isAlnum(rest[host]) || rest[host] == '-' || rest[host] == '_') {
		host++
	}
	if host+1 >= len(rest) || rest[host] != '.' || !isAlnum(rest[host+1]) {
		return 0, 0
	}
	return 3, addressEnd(rest, 1)
}

// mailAddress is webAddress for mail addresses; rest begins with the @.
func mailAddress(before, rest []byte) (back, size int) {
	const longest = 64 // of the part before the @ (RFC 5321, section 4.5.3.1.1)
	for back < len(before) && back < longest && isMail(before[len(before)-1-back]) {
		back++
	}
	for back > 0 && !isAlnum(before[len(before)-back]) {
		back--
	}
	if back == 0 || !beginsWord(before[:len(before)-back]) {
		return 0, 0
	}
	size = 1
	for size < len(rest) && (isAlnum(rest[size]) || rest[size] == '-' || rest[size] == '.') {
		size++
	}
	for size > 1 && !isAlnum(rest[size-1]) {
		size--
	}
	if size < 2 || !isAlnum(rest[1]) || bytes.IndexByte(rest[:size], '.') < 0 || bytes.Contains(rest[:size], []byte("..")) {
		return 0, 0
	}
	return back, size
}

// beginsWord reports whether a word can begin after before: no letter or digit
// of a script with spaces is in the way.
func beginsWord(before []byte) bool {
	r, n := utf8.DecodeLastRune(before)
	if n == 0 {
		return true
	}
	return isWide(r) || !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '/' && r != '_'
}

func isAlnum(c byte) bool {
	return c|0x20 >= 'a' && c|0x20 <= 'z' || c >= '0' && c <= '9'
}

func isMail(c byte) bool { return isAlnum(c) || c == '.' || c == '_' || c == '-' || c == '+' }

// addressEnd returns where the address in b ends, from i on: at space, at a
// character that no address has, and before punctuation that ends a sentence.
func addressEnd(b []byte, i int) int {
	// A bracket is a part of the address only when it was opened in the address, as in
	// Wikipedia's: most addresses in brackets end before the bracket.
	open := 0
	for i < len(b) {
		r, n := utf8.DecodeRune(b[i:])
		if r <= ' ' || r == '<' || r == '>' || r == '"' || r == '`' || r == '|' || r == '\\' || r == '^' || r == '{' || r == '}' ||
			r >= utf8.RuneSelf && (!unicode.IsLetter(r) || isWide(r)) {
			break
		}
		switch r {
		case '(':
			open++
		case ')':
			if open == 0 {
				return trimAddress(b, i)
			}
			open--
		case '[', ']':
			return trimAddress(b, i)
		}
		i += n
	}
	return trimAddress(b, i)
}

func trimAddress(b []byte, end int) int {
	for end > 0 && bytes.IndexByte([]byte("?!.,:;*_~'(&"), b[end-1]) >= 0 {
		end--
	}
	return end
}
