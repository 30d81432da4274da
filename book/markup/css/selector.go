package css

import "github.com/tdewolff/parse/v2/css"

// A Selector is the compounds of one selector, the last of which is what it selects.
type Selector []Compound

// A Compound is a selector without combinators.
type Compound struct {
	Join    byte   // the combinator before it: ' ', '>', '+' or '~', 0 for the first
	Name    string // "" or "*" for any
	ID      string
	Classes []string
	Other   bool // the compound asks for more: attributes, pseudo-classes
}

// ParseSelector reads a selector as [Rule.Prelude] has it, false for what is none.
func ParseSelector(text string) (Selector, bool) {
	p := newParser(text)
	r := selectorReader{parser: p}
	for p.next(); p.kind != end; {
		if p.gap || !r.part() {
			return nil, false
		}
	}
	return r.list, r.started && !p.ended
}

type selectorReader struct {
	*parser
	list    Selector
	join    byte // the combinator that has been read
	started bool // there is a compound at hand
}

// compound returns the compound that a part of a selector belongs to.
func (r *selectorReader) compound() *Compound {
	if !r.started {
		r.list = append(r.list, Compound{Join: r.join})
		r.join, r.started = 0, true
	}
	return &r.list[len(r.list)-1]
}

// part reads a simple selector or a combinator.
func (r *selectorReader) part() bool {
	switch p := r.parser; {
	case p.kind == css.WhitespaceToken, p.kind == css.DelimToken && (p.text == ">" || p.text == "+" || p.text == "~"):
		return r.combinator()
	case p.kind == css.IdentToken || p.kind == css.CustomPropertyNameToken, p.kind == css.DelimToken && p.text == "*":
		if r.started {
			return false
		}
		r.compound().Name = Unescape(p.text)
	case p.kind == css.HashToken:
		c := r.compound()
		if c.ID != "" {
			return false
		}
		c.ID = Unescape(p.text[1:])
	case p.kind == css.DelimToken && p.text == ".":
		if p.next(); p.kind != css.IdentToken && p.kind != css.CustomPropertyNameToken {
			return false
		}
		c := r.compound()
		c.Classes = append(c.Classes, Unescape(p.text))
	case p.kind == css.ColonToken, p.kind == css.LeftBracketToken:
		return r.other()
	default:
		return false
	}
	r.next()
	return true
}

// combinator reads white and at most one mark.
func (r *selectorReader) combinator() bool {
	mark := byte(' ')
	for ; r.kind == css.WhitespaceToken || r.kind == css.DelimToken; r.next() {
		if r.kind == css.WhitespaceToken {
			continue
		}
		if r.text != ">" && r.text != "+" && r.text != "~" {
			break
		}
		if mark != ' ' {
			return false
		}
		mark = r.text[0]
	}
	if len(r.list) == 0 || r.kind == end {
		return mark == ' '
	}
	r.join, r.started = mark, false
	return true
}

// other passes over an attribute, a pseudo-class or a pseudo-element.
func (r *selectorReader) other() bool {
	r.compound().Other = true
	if r.kind == css.LeftBracketToken {
		r.next()
		return r.pass(css.RightBracketToken)
	}
	if r.next(); r.kind == css.ColonToken {
		r.next()
	}
	switch r.kind {
	case css.IdentToken:
		r.next()
		return true
	case css.FunctionToken:
		r.next()
		return r.pass(css.RightParenthesisToken)
	}
	return false
}

// pass goes beyond the bracket that closes what is at hand.
func (r *selectorReader) pass(closer css.TokenType) bool {
	v := r.value(set(closer))
	ok := v.sound && r.kind == closer
	r.next()
	return ok
}
