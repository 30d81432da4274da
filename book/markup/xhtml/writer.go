package xhtml

import (
	"strings"
	"unicode/utf8"
)

// A Writer builds well-formed XHTML. Elements are closed in the order in which
// they were opened, whatever the caller does; text and attribute values are
// escaped, and characters that XML has no place for are dropped.
type Writer struct {
	buf  []byte
	open []string
}

// NewWriter returns a Writer with room for size bytes.
func NewWriter(size int) *Writer { return &Writer{buf: make([]byte, 0, size)} }

// Raw writes markup as it is.
func (w *Writer) Raw(s string) { w.buf = append(w.buf, s...) }

// Open starts an element. The attributes are names and values in turn; one
// with an empty value is left out, but for alt, whose empty value has a meaning.
func (w *Writer) Open(tag string, attrs ...string) {
	w.start(tag, attrs)
	w.buf = append(w.buf, '>')
	w.open = append(w.open, tag)
}

// Void writes an element without content.
func (w *Writer) Void(tag string, attrs ...string) {
	w.start(tag, attrs)
	w.buf = append(w.buf, "/>"...)
}

func (w *Writer) start(tag string, attrs []string) {
	w.buf = append(w.buf, '<')
	w.buf = append(w.buf, tag...)
	for i := 0; i+1 < len(attrs); i += 2 {
		name, value := attrs[i], attrs[i+1]
		if value == "" && name != "alt" {
			continue
		}
		before := len(w.buf)
		w.buf = append(w.buf, ' ')
		w.buf = append(w.buf, name...)
		w.buf = append(w.buf, '=', '"')
		at := len(w.buf)
		w.buf = AppendEscaped(w.buf, value, true)
		if len(w.buf) == at && name != "alt" { // nothing but forbidden characters
			w.buf = w.buf[:before]
			continue
		}
		w.buf = append(w.buf, '"')
	}
}

// Close ends the element that was opened last and is still open.
func (w *Writer) Close() {
	last := len(w.open) - 1
	if last < 0 {
		return
	}
	w.buf = append(w.buf, '<', '/')
	w.buf = append(w.buf, w.open[last]...)
	w.buf = append(w.buf, '>')
	w.open = w.open[:last]
}

// CloseLine is Close and a line end, which keeps the file readable. Use it only
// where white space means nothing.
func (w *Writer) CloseLine() {
	w.Close()
	w.Newline()
}

// Newline writes a line end.
func (w *Writer) Newline() { w.buf = append(w.buf, '\n') }

// Text writes characters.
func (w *Writer) Text(s string) { w.buf = AppendEscaped(w.buf, s, false) }

// Element writes an element that holds only text.
func (w *Writer) Element(tag, text string, attrs ...string) {
	w.Open(tag, attrs...)
	w.Text(text)
	w.Close()
}

// Bytes closes what is open and returns what was written.
func (w *Writer) Bytes() []byte {
	for len(w.open) > 0 {
		w.Close()
	}
	return w.buf
}

// AppendEscaped appends s to dst with XML's special characters escaped, quotes
// too within an attribute, and without the characters that XML 1.0 forbids.
func AppendEscaped(dst []byte, s string, attr bool) []byte {
	from := 0
	for i := 0; i < len(s); {
		esc, size, special := escape(s, i, attr)
		if special {
			dst = append(dst, s[from:i]...)
			dst = append(dst, esc...)
			from = i + size
		}
		i += size
	}
	return append(dst, s[from:]...)
}

// escape says what stands for the character of s at i, if anything but itself,
// and how many bytes it takes.
func escape(s string, i int, attr bool) (esc string, size int, special bool) {
	c := s[i]
	if c < utf8.RuneSelf {
		switch {
		case c == '&':
			return "&amp;", 1, true
		case c == '<':
			return "&lt;", 1, true
		case c == '>':
			return "&gt;", 1, true
		case c == '"' && attr:
			return "&quot;", 1, true
		case attr && (c == '\n' || c == '\t'):
			return " ", 1, true
		case c < ' ' && c != '\n' && c != '\t', c == 0x7F:
			return "", 1, true
		}
		return "", 1, false
	}
	r, size := utf8.DecodeRuneInString(s[i:])
	if r == utf8.RuneError && size == 1 || r == 0xFFFE || r == 0xFFFF || r >= 0x80 && r < 0xA0 {
		return "", size, true
	}
	return "", size, false
}

// ID turns an anchor of the model into an XML name without a dot, so that it
// cannot meet one of the encoder's own, which all have one. Different anchors
// give different names.
func ID(anchor string) string {
	if plainID(anchor) {
		return anchor
	}
	var b strings.Builder
	for i, r := range anchor {
		switch {
		case i == 0 && !nameStart(r):
			b.WriteByte('_')
			fallthrough
		default:
			writeIDRune(&b, r)
		}
	}
	return b.String()
}

func plainID(s string) bool {
	for i := range len(s) {
		c := s[i]
		letter := c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
		if !letter && (i == 0 || c != '-' && (c < '0' || c > '9')) {
			return false
		}
	}
	return s != ""
}

func writeIDRune(b *strings.Builder, r rune) {
	if nameStart(r) || r == '-' || r >= '0' && r <= '9' {
		b.WriteRune(r)
		return
	}
	const hex = "0123456789abcdef"
	b.WriteString("_x")
	for shift := 20; shift >= 0; shift -= 4 {
		b.WriteByte(hex[r>>shift&15])
	}
	b.WriteByte('_')
}

// nameStart reports whether r may begin a name (XML 1.0, production 4), the
// underscore and colon apart.
func nameStart(r rune) bool {
	switch {
	case r < 0x80:
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z'
	case r >= 0xC0 && r <= 0x2FF:
		return r != 0xD7 && r != 0xF7
	case r >= 0x370 && r <= 0x1FFF:
		return r != 0x37E
	}
	return r >= 0x2C00 && r <= 0x2FEF || r >= 0x3001 && r <= 0xD7FF || r >= 0xF900 && r <= 0xFDCF
}
