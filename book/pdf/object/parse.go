package object

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"
)

// maxDepth bounds the nesting of arrays and dictionaries, since the parser calls itself
// for each. The trees of PDF are made of references, so that files nest a few levels.
const maxDepth = 64

// ErrSyntax is wrapped by every error of a parser.
var ErrSyntax = errors.New("bad PDF syntax")

// A Parser reads objects from the bytes of a file. The objects share memory
// with them.
type Parser struct {
	Data []byte
	Pos  int // of the next byte to read
	// Loose takes what other makers write: references of any generation, and
	// a key that is given twice, of which the last counts.
	Loose bool
}

// Object reads one object, but not a stream's data.
func (p *Parser) Object() (Object, error) { return p.object(0) }

// Indirect reads "12 0 obj ... endobj" and returns the number with the object,
// which may be a [*Stream] whose /Length is direct.
func (p *Parser) Indirect() (Ref, Object, error) {
	num, err := p.integer()
	if err != nil {
		return 0, nil, err
	}
	gen, err := p.integer()
	if err != nil {
		return 0, nil, err
	}
	if num <= 0 || gen != 0 {
		return 0, nil, p.errorf("object %d of generation %d", num, gen)
	}
	if err := p.Keyword("obj"); err != nil {
		return 0, nil, err
	}
	o, err := p.Object()
	if err != nil {
		return 0, nil, err
	}
	if d, ok := o.(Dict); ok && p.at("stream") {
		if o, err = p.stream(d); err != nil {
			return 0, nil, err
		}
	}
	return Ref(num), o, p.Keyword("endobj")
}

// Keyword reads the keyword.
func (p *Parser) Keyword(word string) error {
	if !p.at(word) {
		return p.errorf("no %q", word)
	}
	p.Pos += len(word)
	return nil
}

// at skips white space and reports whether the keyword stands there.
func (p *Parser) at(word string) bool {
	p.space()
	return bytes.HasPrefix(p.Data[p.Pos:], []byte(word))
}

func (p *Parser) stream(d Dict) (*Stream, error) {
	if err := p.Keyword("stream"); err != nil {
		return nil, err
	}
	if p.peek() == '\r' {
		p.Pos++
	}
	if p.peek() != '\n' {
		return nil, p.errorf("no line end after stream")
	}
	p.Pos++
	n, ok := d["Length"].(Int)
	if !ok || n < 0 || int64(n) > int64(len(p.Data)-p.Pos) {
		return nil, p.errorf("stream of length %v", d["Length"])
	}
	s := &Stream{d, p.Data[p.Pos : p.Pos+int(n) : p.Pos+int(n)]}
	p.Pos += int(n)
	return s, p.Keyword("endstream")
}

func (p *Parser) object(depth int) (Object, error) {
	if depth > maxDepth {
		return nil, p.errorf("nested too deep")
	}
	p.space()
	switch c := p.peek(); {
	case c == '/':
		return p.name()
	case c == '(':
		return p.literal()
	case c == '[':
		return p.array(depth)
	case c == '<' && p.peekAt(1) == '<':
		return p.dict(depth)
	case c == '<':
		return p.hex()
	case isNumeric(c):
		return p.number()
	}
	for word, o := range keywords {
		if p.at(word) {
			p.Pos += len(word)
			return o, nil
		}
	}
	return nil, p.errorf("no object")
}

// keywords are the objects that are words; none begins another.
var keywords = map[string]Object{"true": Bool(true), "false": Bool(false), "null": Null{}}

func (p *Parser) name() (Object, error) {
	p.Pos++
	start := p.Pos
	for p.Pos < len(p.Data) && isRegular(p.Data[p.Pos]) {
		p.Pos++
	}
	raw := p.Data[start:p.Pos]
	if !bytes.ContainsRune(raw, '#') {
		return Name(raw), nil
	}
	out := make([]byte, 0, len(raw))
	for i := 0; i < len(raw); i++ {
		if raw[i] == '#' {
			if i+2 >= len(raw) || hexValue(raw[i+1]) < 0 || hexValue(raw[i+2]) < 0 {
				return nil, p.errorf("bad escape in a name")
			}
			out = append(out, byte(hexValue(raw[i+1])<<4|hexValue(raw[i+2])))
			i += 2
			continue
		}
		out = append(out, raw[i])
	}
	return Name(out), nil
}

func (p *Parser) array(depth int) (Object, error) {
	p.Pos++
	a := Array{}
	for {
		p.space()
		if p.peek() == ']' {
			p.Pos++
			return a, nil
		}
		o, err := p.object(depth + 1)
		if err != nil {
			return nil, err
		}
		a = append(a, o)
	}
}

func (p *Parser) dict(depth int) (Object, error) {
	p.Pos += 2
	d := Dict{}
	for {
		if p.at(">>") {
			p.Pos += 2
			return d, nil
		}
		if p.peek() != '/' {
			return nil, p.errorf("no key in a dictionary")
		}
		k, err := p.name()
		if err != nil {
			return nil, err
		}
		v, err := p.object(depth + 1)
		if err != nil {
			return nil, err
		}
		if _, twice := d[k.(Name)]; twice && !p.Loose {
			return nil, p.errorf("key %s twice", k)
		}
		d[k.(Name)] = v
	}
}

// number reads a number, or a reference, which begins with two of them: "12 0 R" is one
// object and "12 0" are two, so that what 12 is shows only two words later (ISO 32000-1,
// 7.3.10). A second parser looks ahead, and p moves on only where the whole
// reference is there.
func (p *Parser) number() (Object, error) {
	start := p.Pos
	for p.Pos < len(p.Data) && isNumeric(p.Data[p.Pos]) {
		p.Pos++
	}
	raw := string(p.Data[start:p.Pos])
	n, err := strconv.ParseInt(raw, 10, 64)
	if err != nil {
		if !isReal(raw) {
			return nil, p.errorf("bad number %q", raw)
		}
		return Real(raw), nil
	}
	if n > 0 && n < 1<<31 && p.reference() {
		return Ref(n), nil
	}
	return Int(n), nil
}

// reference reads the rest of a reference, " 0 R", if it is there.
func (p *Parser) reference() bool {
	q := Parser{Data: p.Data, Pos: p.Pos}
	q.space()
	if q.Pos == p.Pos || q.peek() != '0' && !(p.Loose && isDigit(q.peek())) {
		return false
	}
	for q.Pos++; p.Loose && isDigit(q.peek()); {
		q.Pos++
	}
	before := q.Pos
	q.space()
	next := q.peekAt(1)
	if q.Pos == before || q.peek() != 'R' || isRegular(next) && q.Pos+1 < len(q.Data) {
		return false
	}
	p.Pos = q.Pos + 1
	return true
}

func (p *Parser) integer() (int64, error) {
	p.space()
	start := p.Pos
	for p.Pos < len(p.Data) && isDigit(p.Data[p.Pos]) {
		p.Pos++
	}
	n, err := strconv.ParseInt(string(p.Data[start:p.Pos]), 10, 32)
	if err != nil {
		return 0, p.errorf("no whole number")
	}
	return n, nil
}

// space skips white space and comments.
func (p *Parser) space() {
	for p.Pos < len(p.Data) {
		switch c := p.Data[p.Pos]; {
		case isSpace(c):
			p.Pos++
		case c == '%':
			for p.Pos < len(p.Data) && p.Data[p.Pos] != '\n' && p.Data[p.Pos] != '\r' {
				p.Pos++
			}
		default:
			return
		}
	}
}

func (p *Parser) peek() byte { return p.peekAt(0) }

// peekAt returns the byte i ahead, or 0 behind the end.
func (p *Parser) peekAt(i int) byte {
	if p.Pos+i >= len(p.Data) {
		return 0
	}
	return p.Data[p.Pos+i]
}

func (p *Parser) errorf(format string, args ...any) error {
	return fmt.Errorf("%w at byte %d: %s", ErrSyntax, p.Pos, fmt.Sprintf(format, args...))
}
