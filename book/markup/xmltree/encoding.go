package xmltree

import (
	"bytes"
	"errors"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// decodeUTF returns the document in UTF-8, without its byte order mark.
func decodeUTF(data []byte) ([]byte, error) {
	switch {
	case bytes.HasPrefix(data, []byte("\xef\xbb\xbf")):
		data = data[3:]
	case bytes.HasPrefix(data, []byte("\xfe\xff")), bytes.HasPrefix(data, []byte("\xff\xfe")):
		return decodeUTF16(data), nil
	}
	if !utf8.Valid(data) {
		return nil, errors.New("the document is not in UTF-8")
	}
	return data, nil
}

// decodeUTF16 returns a document in UTF-8; its XML declaration goes, since it
// says otherwise.
func decodeUTF16(data []byte) []byte {
	high, low := 0, 1
	if data[0] == 0xff {
		high, low = 1, 0
	}
	units := make([]uint16, 0, len(data)/2)
	for i := 2; i+1 < len(data); i += 2 {
		units = append(units, uint16(data[i+high])<<8|uint16(data[i+low]))
	}
	out := []byte(string(utf16.Decode(units)))
	if bytes.HasPrefix(out, []byte("<?xml")) {
		if i := bytes.Index(out, []byte("?>")); i >= 0 {
			out = out[i+2:]
		}
	}
	return out
}

// Clean returns s without the control characters that XML forbids: those of a text that
// somebody copied, say, which feeds and exports pass on.
func Clean(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' && r != '\n' && r != '\r' || r == 0xfffe || r == 0xffff {
			return -1
		}
		return r
	}, s)
}
