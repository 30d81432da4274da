package charset

import (
	"bytes"
	"encoding/base64"
	"strings"
	"unicode/utf16"

	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
)

// Encodings of mails that have seven bits, so that their bytes are valid UTF-8 too. All but
// UTF-7 switch to another set of characters by a sign of their own.
const (
	iso2022jp = "iso-2022-jp"
	iso2022kr = "iso-2022-kr"
	hz        = "hz-gb-2312"
	utf7      = "utf-7"
)

// sevenBit returns which of the encodings data is in: by the sign that switches to Japanese
// or Korean, and else by the label. "" is for none.
func sevenBit(data []byte, label string) string {
	for _, c := range data {
		if c >= 0x80 {
			return ""
		}
	}
	label = strings.ToLower(strings.TrimSpace(label))
	switch {
	case bytes.Contains(data, []byte("\x1b$)C")):
		return iso2022kr
	case bytes.Contains(data, []byte("\x1b$B")), bytes.Contains(data, []byte("\x1b$@")), strings.HasPrefix(label, iso2022jp) && bytes.Contains(data, []byte("\x1b(")):
		return iso2022jp
	case label == iso2022kr && bytes.IndexByte(data, 0x0e) >= 0:
		return iso2022kr
	case (label == hz || label == "hz") && bytes.Contains(data, []byte("~{")):
		return hz
	case (label == utf7 || label == "unicode-1-1-utf-7" || label == "x-unicode-2-0-utf-7") && bytes.IndexByte(data, '+') >= 0:
		return utf7
	}
	return ""
}

// seven decodes data in one of the encodings.
func seven(data []byte, name string) Result {
	switch name {
	case iso2022jp:
		return decode(data, japanese.ISO2022JP, name)
	case iso2022kr:
		return decode(unshifted(data), korean.EUCKR, name)
	case hz:
		return decode(data, simplifiedchinese.HZGB2312, name)
	}
	return decode(fromUTF7(data), unicode.UTF8, name)
}

// unshifted returns ISO-2022-KR (RFC 1557) as EUC-KR: between the bytes SO and SI the eighth
// bit is meant. It ends with a line.
func unshifted(data []byte) []byte {
	out := make([]byte, 0, len(data))
	shifted := false
	for i := 0; i < len(data); i++ {
		switch c := data[i]; {
		case bytes.HasPrefix(data[i:], []byte("\x1b$)C")):
			i += 3
		case c == 0x0e:
			shifted = true
		case c == 0x0f:
			shifted = false
		case c == '\n':
			shifted = false
			out = append(out, c)
		case shifted && c > ' ':
			out = append(out, c|0x80)
		default:
			out = append(out, c)
		}
	}
	return out
}

// fromUTF7 decodes UTF-7 (RFC 2152): behind a plus sign stands UTF-16 in base64, up to a
// sign that is none of its letters; "+-" is a plus sign.
func fromUTF7(data []byte) []byte {
	out := make([]byte, 0, len(data))
	for i := 0; i < len(data); i++ {
		if data[i] != '+' {
			out = append(out, data[i])
			continue
		}
		end := i + 1
		for end < len(data) && (isLetter(data[end]) || data[end] == '+' || data[end] == '/') {
			end++
		}
		if end == i+1 {
			out = append(out, '+')
		} else {
			out = append(out, fromUTF16(data[i+1:end])...)
		}
		if i = end - 1; end < len(data) && data[end] == '-' {
			i = end
		}
	}
	return out
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' || c >= '0' && c <= '9' }

func fromUTF16(text []byte) []byte {
	raw := make([]byte, base64.RawStdEncoding.DecodedLen(len(text)))
	n, _ := base64.RawStdEncoding.Decode(raw, text) // bits that are left over say nothing
	units := make([]uint16, n/2)
	for i := range units {
		units[i] = uint16(raw[2*i])<<8 | uint16(raw[2*i+1])
	}
	return []byte(string(utf16.Decode(units)))
}

// also are names of encodings that mail programs use and the WHATWG's list has not.
var also = map[string]string{"cp949": "euc-kr", "ms949": "euc-kr", "uhc": "euc-kr", "x-windows-949": "euc-kr", "cp932": "shift_jis", "ms932": "shift_jis", "cp936": "gb18030", "ms936": "gb18030",
	"cp950": "big5", "gb_2312-80": "gb18030", "x-gbk": "gb18030", "gbk": "gb18030", "gb2312": "gb18030", "x-euc-jp": "euc-jp", "eucjp": "euc-jp", "euckr": "euc-kr", "x-cp1252": "windows-1252",
	"utf8": "utf-8", "x-utf8utf8": "utf-8"}

// Known reports whether a label names an encoding that is read.
func Known(label string) bool {
	enc, _ := named(label)
	return enc != nil || strings.HasPrefix(label, "iso-2022-") || label == utf7 || label == hz
}
