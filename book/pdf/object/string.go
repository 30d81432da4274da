package object

// literal reads a string in parentheses (ISO 32000-1, 7.3.4.2).
func (p *Parser) literal() (Object, error) {
	p.Pos++
	var out []byte
	for depth := 1; p.Pos < len(p.Data); p.Pos++ {
		c := p.Data[p.Pos]
		switch c {
		case '(':
			depth++
		case ')':
			depth--
			if depth == 0 {
				p.Pos++
				return String(out), nil
			}
		case '\\':
			p.Pos++
			out = p.escape(out)
			continue
		case '\r':
			if p.peekAt(1) == '\n' {
				p.Pos++
			}
			c = '\n'
		}
		out = append(out, c)
	}
	return nil, p.errorf("string without an end")
}

// escape reads what follows a backslash, up to its last byte.
func (p *Parser) escape(out []byte) []byte {
	switch c := p.peek(); c {
	case 'n':
		return append(out, '\n')
	case 'r':
		return append(out, '\r')
	case 't':
		return append(out, '\t')
	case 'b':
		return append(out, '\b')
	case 'f':
		return append(out, '\f')
	case '\n': // the line goes on
		return out
	case '\r':
		if p.peekAt(1) == '\n' {
			p.Pos++
		}
		return out
	case '0', '1', '2', '3', '4', '5', '6', '7':
		v := int(c - '0')
		for range 2 {
			if d := p.peekAt(1); d >= '0' && d <= '7' {
				v = v<<3 | int(d-'0')
				p.Pos++
			}
		}
		return append(out, byte(v))
	default:
		return append(out, c)
	}
}

// hex reads a string in angle brackets.
func (p *Parser) hex() (Object, error) {
	p.Pos++
	var out []byte
	high := -1
	for ; p.Pos < len(p.Data); p.Pos++ {
		c := p.Data[p.Pos]
		v := hexValue(c)
		switch {
		case c == '>':
			p.Pos++
			if high >= 0 { // a missing last digit is 0
				out = append(out, byte(high<<4))
			}
			return String(out), nil
		case isSpace(c):
		case v < 0:
			return nil, p.errorf("bad digit in a string")
		case high < 0:
			high = v
		default:
			out = append(out, byte(high<<4|v))
			high = -1
		}
	}
	return nil, p.errorf("string without an end")
}

func hexValue(c byte) int {
	switch {
	case isDigit(c):
		return int(c - '0')
	case c >= 'A' && c <= 'F':
		return int(c-'A') + 10
	case c >= 'a' && c <= 'f':
		return int(c-'a') + 10
	}
	return -1
}

// isReal reports whether s is a number in the grammar of PDF: a sign, digits
// and at most one point.
func isReal(s string) bool {
	digits, points := 0, 0
	for i := range len(s) {
		switch c := s[i]; {
		case isDigit(c):
			digits++
		case c == '.':
			points++
		case i > 0:
			return false
		}
	}
	return digits > 0 && points <= 1
}

func isDigit(c byte) bool   { return c >= '0' && c <= '9' }
func isNumeric(c byte) bool { return isDigit(c) || c == '+' || c == '-' || c == '.' }

func isSpace(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0
}

func isDelimiter(c byte) bool {
	switch c {
	case '(', ')', '<', '>', '[', ']', '{', '}', '/', '%':
		return true
	}
	return false
}

func isRegular(c byte) bool { return !isSpace(c) && !isDelimiter(c) }
