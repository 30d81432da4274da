package css

import (
	"strings"

	"github.com/tdewolff/parse/v2"
	"github.com/tdewolff/parse/v2/css"
)

// end is the kind of what follows the last token.
const end = css.ErrorToken

const white = " \t\r\n\f"

// A parser reads a text token by token.
type parser struct {
	sheet *Sheet
	in    *parse.Input
	lexer *css.Lexer
	// The token at hand.
	kind css.TokenType
	text string
	at   int
	gap  bool // a comment stands before the token

	buffer    []byte // for the text of values
	within    string // the at-rule at hand
	ruleStart int    // of the selectors at hand
	items     int
	attribute bool // a style attribute, which no } ends
	ended     bool // a fault at the end has been noted
	full      bool
}

func newParser(src string) *parser {
	in := parse.NewInputString(src)
	p := &parser{sheet: &Sheet{src: src}, in: in, lexer: css.NewLexer(in)}
	if strings.HasPrefix(src, "\ufeff") {
		in.Move(len("\ufeff"))
		in.Skip()
	}
	return p
}

// next goes to the next token that is no comment.
func (p *parser) next() {
	for {
		p.at = p.in.Offset()
		p.kind, _ = p.lexer.Next()
		if p.full {
			p.kind = end
		}
		if p.kind == end {
			p.text = ""
			return
		}
		p.text = p.sheet.src[p.at:p.in.Offset()]
		if p.kind != css.CommentToken {
			break
		}
		p.gap = true
		if len(p.text) < 4 || !strings.HasSuffix(p.text, "*/") {
			p.cut(p.at, "close it with */", "a comment is not closed", true)
		}
	}
	if p.kind == css.FunctionToken && strings.Contains(p.text, `\`) && p.name(p.text[:len(p.text)-1]) == "url" {
		p.hiddenURL()
	}
}

// hiddenURL makes one token of an address whose url( is written with hexadecimal escapes,
// which the lexer takes for another function.
func (p *parser) hiddenURL() {
	start := p.in.Offset()
	n := addressEnd(p.sheet.src[start:])
	plain := parse.NewInputString("url(" + p.sheet.src[start:start+n])
	p.kind, _ = css.NewLexer(plain).Next()
	p.in.Move(n)
	p.in.Skip()
	p.text = string(plain.Bytes())
}

// addressEnd returns the length of what follows url( up to and with its bracket.
func addressEnd(s string) int {
	quote := byte(0)
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '\\':
			i++
		case quote != 0:
			if c == quote || c == '\n' {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == ')':
			return i + 1
		}
	}
	return len(s)
}

// call notes a function.
func (p *parser) call(name, address string) {
	p.count(1)
	p.sheet.Calls = append(p.sheet.Calls, Call{Name: name, Address: address, Within: p.within, Start: p.at})
}

// name returns a name as the rules compare it: in lower case, its escapes resolved. Custom
// properties are as they are.
func (p *parser) name(s string) string {
	if s = Unescape(s); strings.HasPrefix(s, "--") {
		return s
	}
	return strings.ToLower(s)
}
