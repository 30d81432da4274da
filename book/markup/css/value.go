package css

import (
	"slices"
	"strings"

	"github.com/tdewolff/parse/v2/css"
)

// kinds is a set of kinds of tokens.
type kinds uint64

func set(list ...css.TokenType) kinds {
	var k kinds
	for _, t := range list {
		k |= 1 << t
	}
	return k
}

// A token of endsOpen and a token of runsOn behind it would be read as other tokens if
// nothing stood between them: where a comment parts them, something else has to.
var (
	endsOpen = set(css.IdentToken, css.HashToken, css.AtKeywordToken, css.NumberToken, css.DimensionToken,
		css.CustomPropertyNameToken, css.UnicodeRangeToken, css.DelimToken)
	runsOn = endsOpen | set(css.FunctionToken, css.URLToken, css.PercentageToken, css.LeftParenthesisToken)
)

// A value is component values as they are read: their text, in one spelling.
type value struct {
	text      string
	important bool
	sound     bool // no bad token, and no bracket without its partner
}

// A reader writes component values as they are read.
//
// A value is handed on as text: to checks, which look for words in it, and to sheets that
// are written anew. So the text has one spelling, whatever the author's, and means the same
// as the source. Each token is respelled by itself (spelled). Between tokens three things
// are to be mended. A comment goes, but it may be all that parts two tokens: where they
// would grow together a space stands in its place, or, in a selector, where a space is a
// combinator, an empty comment (write). Brackets that the end of the text closes are
// written out (atEnd). And !important counts only at the end of a value, which nobody knows
// before it is reached: the place of the last ! is kept with the number of tokens behind
// it, and the text is cut there when the one token is "important" (bangs).
//
// A stop counts only outside of brackets, so that open is the stack of the brackets around
// the token at hand. The time is proportional to the text.
type reader struct {
	*parser
	text  []byte
	parts []string // before the last comma, of a list
	last  css.TokenType
	open  []bracket
	bang  int // where in the text the last ! stands, which "important" may follow, or -1
	words int // tokens behind the !

	stray   string // the fault of a bracket within others that it does not close
	strayAt int
	value
}

// A bracket is one that is open, with where it stands.
type bracket struct {
	kind css.TokenType // of what closes it
	at   int
}

// value reads component values up to one of the stops that stands in no brackets, which it
// leaves, or to the end.
func (p *parser) value(stops kinds) value {
	r := p.read(stops, false)
	if r.important {
		r.text = r.text[:r.bang]
	}
	r.value.text = strings.Trim(string(r.text), white)
	p.buffer = r.text[:0]
	return r.value
}

// list reads component values as value does, split at the commas that stand in no
// brackets, nil for nothing.
func (p *parser) list(stops kinds) (parts []string, sound bool) {
	r := p.read(stops, true)
	if last := strings.Trim(string(r.text), white); last != "" || len(r.parts) > 0 {
		r.parts = append(r.parts, last)
	}
	p.buffer = r.text[:0]
	return r.parts, r.sound
}

func (p *parser) read(stops kinds, list bool) *reader {
	r := &reader{parser: p, text: p.buffer[:0], value: value{sound: true}, bang: -1}
	p.gap = false
	for ; p.kind != end; p.next() {
		if len(r.open) == 0 && stops&set(p.kind) != 0 {
			return r
		}
		if list && len(r.open) == 0 && p.kind == css.CommaToken {
			r.parts = append(r.parts, strings.Trim(string(r.text), white))
			r.text, r.last, p.gap = r.text[:0], 0, false
			p.count(1)
			continue
		}
		r.token(list)
	}
	r.atEnd()
	return r
}

// token takes the token at hand.
func (r *reader) token(list bool) {
	switch p := r.parser; p.kind {
	case css.BadStringToken:
		r.unsound(p.at, "a string is not closed on its line")
	case css.BadURLToken:
		r.unsound(p.at, "the address in url( ) is not written as one")
	case css.StringToken:
		if !closed(p.text, p.text[0]) {
			p.cut(p.at, "", "a string is not closed", true)
		}
	case css.URLToken:
		p.call("url", address(p.text))
		if !closed(p.text, ')') {
			p.cut(p.at, "", "a ( is not closed", true)
		}
	case css.FunctionToken:
		p.call(p.name(p.text[:len(p.text)-1]), "")
		r.open = append(r.open, bracket{css.RightParenthesisToken, p.at + len(p.text) - 1})
	case css.LeftParenthesisToken, css.LeftBracketToken, css.LeftBraceToken:
		r.open = append(r.open, bracket{p.kind + 1, p.at})
	case css.RightParenthesisToken, css.RightBracketToken, css.RightBraceToken:
		r.close()
	case css.DelimToken:
		if p.text == `\` {
			r.unsound(p.at, `a \ at the end of a line`)
		}
	case css.SemicolonToken:
		if list && len(r.open) == 0 && r.sound { // between rules
			r.unsound(p.ruleStart, ruleless)
		}
	}
	r.bangs()
	r.write(list)
}

func (r *reader) unsound(at int, msg string) {
	r.fail(at, "", msg)
	r.sound = false
}

// close closes the last open bracket, if the token at hand is its partner. A closing
// bracket of another kind is a fault, which is told when the brackets around it are
// closed: if they never are, they are the fault.
func (r *reader) close() {
	n := len(r.open)
	switch {
	case n > 0 && r.open[n-1].kind == r.kind:
		if r.open = r.open[:n-1]; n == 1 && r.stray != "" {
			r.unsound(r.strayAt, r.stray)
			r.stray = ""
		}
	case n > 0 && r.stray == "":
		r.stray, r.strayAt = "a "+r.parser.text+" without its partner", r.at
	case n > 0:
	case r.kind == css.RightBraceToken:
		r.unsound(r.at, "a } without a { before it")
	default:
		r.unsound(r.at, "a "+r.parser.text+" without its partner")
	}
}

// bangs looks for !important at the end.
func (r *reader) bangs() {
	switch p := r.parser; {
	case p.kind == css.WhitespaceToken:
	case p.kind == css.DelimToken && p.text == "!" && len(r.open) == 0:
		r.bang, r.words, r.important = len(r.text), 0, false
	case r.bang >= 0:
		r.words++
		r.important = r.words == 1 && p.kind == css.IdentToken && p.name(p.text) == "important"
	}
}

// write adds the token at hand to the text.
func (r *reader) write(list bool) {
	p := r.parser
	if p.gap && len(r.text) > 0 {
		switch space := strings.IndexByte(white, r.text[len(r.text)-1]) >= 0; {
		case p.kind == css.WhitespaceToken && space:
			p.gap = false
			return
		case endsOpen&set(r.last) == 0 || runsOn&set(p.kind) == 0, r.last != css.DelimToken && strings.Contains(".>+~*", p.text):
		case list:
			r.text = append(r.text, "/**/"...) // a space would make another selector of it
		default:
			r.text = append(r.text, ' ')
		}
	}
	p.gap, r.last = false, p.kind
	r.text = append(r.text, spelled(p.kind, p.text)...)
}

// atEnd closes what the end of the text closes.
func (r *reader) atEnd() {
	if len(r.open) == 0 {
		return
	}
	first := r.open[0]
	r.sound = r.sound && r.stray == ""
	mark := map[css.TokenType]string{css.RightParenthesisToken: "(", css.RightBracketToken: "[", css.RightBraceToken: "{"}[first.kind]
	r.cut(first.at, "", "a "+mark+" is not closed", true)
	for _, b := range slices.Backward(r.open) {
		r.text = append(r.text, map[css.TokenType]byte{css.RightParenthesisToken: ')', css.RightBracketToken: ']', css.RightBraceToken: '}'}[b.kind])
	}
}
