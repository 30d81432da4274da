package charset

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
)

// An alphabet is a script whose letters have a byte each, in encodings of their own. In each
// of them a text of another gives letters too, but rare ones, and capitals within words.
type alphabet struct {
	script *unicode.RangeTable
	common string // the ten most frequent letters of texts in the script
}

var (
	cyrillic = alphabet{unicode.Cyrillic, "оеаинтсрвл"}
	greek    = alphabet{unicode.Greek, "αοιετσνηυρ"}
	hebrew   = alphabet{unicode.Hebrew, "יוהלאתמרבש"}
	arabic   = alphabet{unicode.Arabic, "ايلمنورتبه"}
)

// alphabets are the encodings of such scripts.
var alphabets = []struct {
	name string
	enc  encoding.Encoding
	alphabet
}{
	{"windows-1251", charmap.Windows1251, cyrillic},
	{"koi8-u", charmap.KOI8U, cyrillic},
	{"ibm866", charmap.CodePage866, cyrillic},
	{"windows-1253", charmap.Windows1253, greek},
	{"windows-1255", charmap.Windows1255, hebrew},
	{"windows-1256", charmap.Windows1256, arabic},
}

// score is [candidate.score] for an encoding of the alphabet. A letter of it beside one of
// ASCII is an accent of a language in Latin letters, which has few others.
func (a alphabet) score(sample []byte, enc encoding.Encoding) int {
	text, err := enc.NewDecoder().Bytes(sample)
	if err != nil {
		return -1
	}
	sum, n, mixed := 0, 0, 0
	latin, own := false, false // whether the letter before is of ASCII, or of the alphabet
	for len(text) > 0 {
		r, size := utf8.DecodeRune(text)
		text = text[size:]
		isLatin, isOwn := r < utf8.RuneSelf && unicode.IsLetter(r), r >= utf8.RuneSelf && unicode.Is(a.script, r)
		if isOwn && latin || isLatin && own {
			mixed++
		}
		if r >= utf8.RuneSelf {
			n++
			sum += a.weight(r, own)
		}
		latin, own = isLatin, isOwn
	}
	if n == 0 || mixed*10 > n {
		return -1
	}
	return sum * 100 / n
}

// weight is that of a character beyond ASCII, behind a letter of the alphabet or not.
func (a alphabet) weight(r rune, behind bool) int {
	switch {
	case strings.ContainsRune(a.common, r):
		return 4
	case !unicode.Is(a.script, r):
		if strings.ContainsRune("«»“”„’–—…№\u00a0،؟", r) {
			return 1
		}
		return -2
	case behind && unicode.IsUpper(r):
		return -2
	}
	return 2
}
