package mhtml

import (
	"bytes"
	"encoding/base64"
	"strings"

	"octavo/book/ingest/draft"
)

// decode takes the encoding for the way off the body of a part, and returns where the lines
// of the file begin in what it held. A text that only says that it is in base64 stays.
func (b *builder) decode(h header, body []byte, from origin) ([]byte, []draft.Start) {
	data, starts := body, []int(nil)
	switch encoding := strings.ToLower(strings.TrimSpace(h["content-transfer-encoding"])); {
	case encoding == "quoted-printable":
		data, starts = unquote(body)
	case encoding == "base64" && !isProse(body):
		data, starts = unbase64(body)
	default:
		starts = linesOf(body)
	}
	return data, from.places(starts)
}

// isProse reports whether more lines of a body have spaces in them, as those of base64 never
// have, than have none.
func isProse(body []byte) bool {
	spaced, solid := 0, 0
	for line := range bytes.Lines(body) {
		switch line = bytes.TrimSpace(line); {
		case bytes.ContainsAny(line, " \t"):
			spaced++
		case len(line) > 0:
			solid++
		}
	}
	return spaced > solid
}

// unbase64 decodes base64 with whatever stands among its letters: line ends, a signature of
// a mailing list, several texts one after another, a cut at the end. Starts are where in it
// what the lines of data below the first hold begins.
func unbase64(data []byte) (out []byte, starts []int) {
	out = make([]byte, 0, len(data)*3/4+3)
	var quad [4]byte
	n := 0
	flush := func() {
		if n > 1 {
			var three [3]byte
			k, _ := base64.RawStdEncoding.Decode(three[:], quad[:n])
			out = append(out, three[:k]...)
		}
		n = 0
	}
	for _, c := range data {
		switch {
		case c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '+' || c == '/':
			quad[n] = c
			if n++; n == 4 {
				flush()
			}
		case c == '=':
			flush()
		case c == '\n':
			starts = mark(starts, len(out))
		}
	}
	flush()
	return out, starts
}

// unquote decodes quoted-printable. An equals sign with no byte behind it stays. Starts are as
// of [unbase64].
func unquote(data []byte) (out []byte, starts []int) {
	out = make([]byte, 0, len(data))
	sure := 0 // bytes of out that are meant; space behind them was added on the way, if a line end comes
	for i := 0; i < len(data); i++ {
		c := data[i]
		if c != ' ' && c != '\t' && c != '\r' && c != '\n' && c != '=' {
			sure = len(out) + 1
		}
		switch {
		case c == '\n' || c == '\r' && i+1 < len(data) && data[i+1] == '\n':
			out = append(out[:sure], c)
			sure = len(out)
			if c == '\n' {
				starts = mark(starts, sure)
			}
		case c != '=':
			out = append(out, c)
		default:
			end := i + 1
			for end < len(data) && (data[end] == ' ' || data[end] == '\t' || data[end] == '\r') {
				end++
			}
			hi, lo := -1, -1
			if i+2 < len(data) {
				hi, lo = digit(data[i+1]), digit(data[i+2])
			}
			switch {
			case hi >= 0 && lo >= 0:
				out = append(out, byte(hi<<4|lo))
				sure = len(out)
				i += 2
			case end == len(data) || data[end] == '\n':
				sure = len(out)
				if i = end; end < len(data) {
					starts = mark(starts, sure)
				}
			default:
				out = append(out, c)
				sure = len(out)
			}
		}
	}
	return out, starts
}

func digit(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c >= 'A' && c <= 'F':
		return int(c-'A') + 10
	case c >= 'a' && c <= 'f':
		return int(c-'a') + 10
	}
	return -1
}
