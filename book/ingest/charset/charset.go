package charset

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode"
)

// A Result is decoded text.
type Result struct {
	Text string
	// Name is the encoding taken, as the WHATWG names it: "utf-8", "gb18030".
	Name string
	// Guessed says that nothing but the bytes spoke for the encoding.
	Guessed bool
	// Lost is the number of places whose bytes are no text in the encoding;
	// each is U+FFFD in Text.
	Lost int
}

// Decode turns data into UTF-8. label is the encoding that the file states,
// such as "euc-kr", "" for none; a label that is unknown counts as none.
func Decode(data []byte, label string) Result {
	if enc, name, size := marked(data); enc != nil {
		return decode(data[size:], enc, name)
	}
	if enc, name := sixteen(data); enc != nil {
		r := decode(data, enc, name)
		r.Guessed = true
		return r
	}
	if name := sevenBit(data, label); name != "" {
		return seven(data, name)
	}
	if utf8.Valid(data) {
		return Result{Text: string(data), Name: "utf-8"}
	}
	if enc, name := named(label); enc != nil {
		if r := decode(data, enc, name); r.Lost <= tolerable(len(data)) {
			return r
		}
	}
	return guess(data)
}

// tolerable is how many places may be wrong in text of a stated encoding
// before the statement is not believed: one, and one more for each 500 bytes. The
// numbers are by eye: a damaged file has single wrong places, a wrong encoding has them
// in each line.
func tolerable(size int) int { return 1 + size/500 }

// marked returns the encoding that a byte order mark states, and its size.
func marked(data []byte) (encoding.Encoding, string, int) {
	switch {
	case bytes.HasPrefix(data, []byte("\xef\xbb\xbf")):
		return unicode.UTF8, "utf-8", 3
	case bytes.HasPrefix(data, []byte("\xff\xfe")):
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), "utf-16le", 2
	case bytes.HasPrefix(data, []byte("\xfe\xff")):
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), "utf-16be", 2
	}
	return nil, "", 0
}

// sixteen recognises UTF-16 without a mark by the zero bytes of its spaces, line
// ends and Latin letters, which stand in even places or in odd ones. A few Han
// characters, such as U+6700, have a zero byte in the other places. So one byte in a
// hundred has to be zero on one side, and four times as many there as on the other;
// both by eye. What is UTF-8 as well, and has zero bytes in less than a quarter, is a text
// with a stray zero byte.
func sixteen(data []byte) (encoding.Encoding, string) {
	const look = 4096
	sample := data[:min(len(data), look)&^1]
	var zeros [2]int
	for i, c := range sample {
		if c == 0 {
			zeros[i&1]++
		}
	}
	least := max(1, len(sample)/100)
	switch {
	case len(data) < 4 || len(data)%2 != 0:
	case (zeros[0]+zeros[1])*4 < len(sample) && utf8.Valid(data):
	case zeros[1] >= least && zeros[0]*4 <= zeros[1]:
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), "utf-16le"
	case zeros[0] >= least && zeros[1]*4 <= zeros[0]:
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), "utf-16be"
	}
	return nil, ""
}

// named returns the encoding of a label. A label of UTF-16 is not believed here: text
// without zero bytes is not in UTF-16, whatever it states.
func named(label string) (encoding.Encoding, string) {
	if label == "" || len(label) > 40 { // no name of an encoding is half as long
		return nil, ""
	}
	label = strings.ToLower(strings.TrimSpace(label))
	if other := also[label]; other != "" {
		label = other
	}
	enc, err := htmlindex.Get(label)
	if err != nil {
		return nil, ""
	}
	name, err := htmlindex.Name(enc)
	if err != nil || strings.HasPrefix(name, "utf-16") || name == "replacement" || name == "x-user-defined" {
		return nil, ""
	}
	return enc, name
}

func decode(data []byte, enc encoding.Encoding, name string) Result {
	text, err := enc.NewDecoder().Bytes(data)
	if err != nil {
		// The decoders replace wrong bytes; only a bug or a bound of theirs ends here.
		text = data
	}
	s := strings.ToValidUTF8(string(text), "\uFFFD")
	return Result{Text: s, Name: name, Lost: strings.Count(s, "\uFFFD")}
}
