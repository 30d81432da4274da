package css

import (
	"fmt"
	"strings"

	"github.com/tdewolff/parse/v2/css"

	"octavo/book/base/fault"
)

// Parse reads a style sheet. What cannot be read is a fault, and passed over as CSS says.
func Parse(src string) *Sheet {
	p := newParser(src)
	p.guard(func() {
		p.next()
		p.sheet.Rules = p.rules(0, 0)
	})
	return p.sheet
}

// Attribute returns the declarations of a style attribute, and the functions in them.
func Attribute(src string) ([]Decl, []Call) {
	if src == "" {
		return nil, nil
	}
	p := newParser(src)
	p.attribute = true
	var list []Decl
	p.guard(func() {
		p.next()
		list = p.declarations(0)
	})
	return list, p.sheet.Calls
}

// guard runs read. A panic is a fault where the reader stood.
func (p *parser) guard(read func()) {
	var err error
	func() {
		defer fault.Library(&err)
		read()
	}()
	if err != nil {
		p.sheet.Faults = append(p.sheet.Faults, Fault{p.at, err.Error(), fault.Hint, true})
	}
}

// fail notes a fault.
func (p *parser) fail(at int, hint, msg string) {
	if len(p.sheet.Faults) < maxFaults {
		p.sheet.Faults = append(p.sheet.Faults, Fault{Start: at, Msg: msg, Hint: hint})
	}
}

// cut notes that the text ends within something. Only the first thing is named: what is
// around it ends with it.
func (p *parser) cut(at int, hint, msg string, lost bool) {
	if !p.ended {
		p.fail(at, hint, msg)
		p.sheet.Faults[len(p.sheet.Faults)-1].Cut = lost
	}
	p.ended = true
}

// count counts a part of the sheet; when there are too many it ends.
func (p *parser) count(n int) {
	p.items += n
	if p.items > MaxItems && !p.full {
		p.full = true
		p.cut(p.at, "", fmt.Sprintf("more than %d rules and declarations", MaxItems), true)
	}
}

// rules reads rules up to the end of the block that begins at open, or of the sheet.
func (p *parser) rules(depth, open int) []Rule {
	var list []Rule
	for {
		switch {
		case p.kind == end:
			if depth > 0 {
				p.cut(open, "close it with }", "a block is not closed", false)
			}
			return list
		case p.kind == css.RightBraceToken && depth > 0:
			p.next()
			return list
		case p.kind == css.WhitespaceToken, depth == 0 && (p.kind == css.CDOToken || p.kind == css.CDCToken):
			p.next()
		case p.kind == css.AtKeywordToken:
			list = append(list, p.atRule(depth))
		default:
			if r, ok := p.styleRule(depth); ok {
				list = append(list, r)
			}
		}
	}
}

// holdsDeclarations are the at-rules whose blocks are declarations.
var holdsDeclarations = map[string]bool{
	"font-face": true, "page": true, "property": true, "counter-style": true, "font-palette-values": true,
	"viewport": true, "-ms-viewport": true, "view-transition": true, "color-profile": true,
}

func (p *parser) atRule(depth int) Rule {
	r := Rule{Name: p.name(p.text[1:]), Start: p.at}
	p.count(1)
	outer := p.within
	p.within = r.Name
	p.next()
	stops := set(css.LeftBraceToken, css.SemicolonToken)
	if depth > 0 {
		stops |= set(css.RightBraceToken)
	}
	r.Prelude, _ = p.list(stops)
	switch open := p.at; p.kind {
	case css.SemicolonToken:
		r.Ends = ';'
		p.next()
	case css.LeftBraceToken:
		r.Ends = '{'
		p.next()
		switch {
		case holdsDeclarations[r.Name]:
			r.Decls = p.declarations(open)
		case depth >= MaxDepth:
			p.fail(r.Start, "", "blocks are nested too deep")
			p.skipBlock(open)
		default:
			r.Rules = p.rules(depth+1, open)
		}
	}
	r.End, p.within = p.at, outer
	return r
}

const ruleless = "a rule without { }"

// styleRule reads a rule with selectors, false for one that does not count.
func (p *parser) styleRule(depth int) (Rule, bool) {
	r := Rule{Start: p.at, Ends: '{'}
	p.count(1)
	stops := set(css.LeftBraceToken)
	if depth > 0 {
		stops |= set(css.RightBraceToken)
	}
	p.ruleStart = r.Start
	var sound bool
	r.Prelude, sound = p.list(stops)
	if p.kind != css.LeftBraceToken {
		switch {
		case !sound:
			p.ended = p.ended || p.kind == end
		case p.kind == end:
			p.cut(r.Start, "", ruleless, true)
		default:
			p.fail(r.Start, "", ruleless)
		}
		return r, false
	}
	open := p.at
	p.next()
	r.Decls = p.declarations(open)
	r.End = p.at
	return r, sound
}

// skipBlock passes over the rest of a block.
func (p *parser) skipBlock(open int) {
	p.value(set(css.RightBraceToken))
	if p.kind == end {
		p.cut(open, "close it with }", "a block is not closed", false)
	}
	p.next()
}

// declarations reads up to the end of the block that begins at open, or of the attribute.
func (p *parser) declarations(open int) []Decl {
	var list []Decl
	for {
		switch {
		case p.kind == end:
			if !p.attribute {
				p.cut(open, "close it with }", "a block is not closed", false)
			}
			return list
		case p.kind == css.RightBraceToken && !p.attribute:
			p.next()
			return list
		case p.kind == css.SemicolonToken, p.kind == css.WhitespaceToken:
			p.next()
		default:
			if d, ok := p.declaration(); ok {
				list = append(list, d)
			}
		}
	}
}

// declaration reads one declaration, false for what is none.
func (p *parser) declaration() (Decl, bool) {
	d := Decl{Start: p.at}
	p.count(1)
	stops := set(css.SemicolonToken, css.LeftBraceToken)
	if !p.attribute {
		stops |= set(css.RightBraceToken)
	}
	named := p.kind == css.IdentToken || p.kind == css.CustomPropertyNameToken
	if named {
		d.Name = p.name(p.text)
		if p.next(); p.kind == css.WhitespaceToken {
			p.next()
		}
	}
	if !named || p.kind != css.ColonToken {
		p.fail(d.Start, "write property: value;", "this is no declaration")
		p.rest(stops)
		return d, false
	}
	p.next()
	// Only a custom property may have a block in its value. In any other declaration a { is
	// a sign that the ; before it is missing.
	if strings.HasPrefix(d.Name, "--") {
		stops &^= set(css.LeftBraceToken)
	}
	v := p.value(stops)
	if p.kind == css.LeftBraceToken {
		p.fail(p.at, "end the declaration before it with ;", "a { within a declaration")
		p.rest(stops)
		return d, false
	}
	d.Value, d.Important = v.text, v.important
	return d, v.sound
}

// rest passes over what is no declaration, with the block at its end.
func (p *parser) rest(stops kinds) {
	p.value(stops)
	if p.kind == css.LeftBraceToken {
		open := p.at
		p.next()
		p.skipBlock(open)
	}
}
