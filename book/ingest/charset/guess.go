package charset

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	uni "golang.org/x/text/encoding/unicode"
)

// A candidate is an encoding with a weight for each character, from -2 to 4: how much
// the character speaks for a text of the encoding's language.
type candidate struct {
	name   string
	enc    encoding.Encoding
	weight func(r rune) int
}

// candidates are in order of preference among equals.
var candidates = []candidate{
	{"utf-8", uni.UTF8, func(rune) int { return 3 }},
	{"gb18030", simplifiedchinese.GB18030, simplified},
	{"euc-kr", korean.EUCKR, hangul},
	{"shift_jis", japanese.ShiftJIS, kana},
	{"euc-jp", japanese.EUCJP, kana},
	{"big5", traditionalchinese.Big5, traditional},
}

// sampleSize bounds what a guess costs: a few thousand characters decide.
const sampleSize = 1 << 16

// leastOfAlphabet is the mean, in hundredths, above which a text is in an alphabet of its own:
// half of its letters are the ten most frequent ones, and hardly a sign is among them.
const leastOfAlphabet = 240

// guess takes the candidate whose decoded text is most like a text of its
// language, and Windows-1252, in which any bytes are text, where none is.
//
// Nearly all bytes are valid in several of these encodings at once: GB18030
// takes almost everything, and a Korean text read in it gives Chinese
// characters. But they are rare ones. So each candidate decodes a sample and its characters
// are weighed by how common they are in the language: frequent words and
// punctuation weigh much, other Han characters little, and characters that a wrong decoding
// brings forth less than nothing. The mean of the characters beyond ASCII, in hundredths, is
// the score. Han characters without any common one among them have a mean of 100 and are
// no prose: at or below it the text counts as Windows-1252.
//
// Letters of Cyrillic, Greek, Hebrew and Arabic are weighed in the same way (alphabet.go).
//
// The weights and the bounds were chosen by eye, so that the texts of the tests come out
// right.
func guess(data []byte) Result {
	sample := data[:min(len(data), sampleSize)]
	best, score := -1, 100 // in hundredths; below, it is no text of the language
	for i, c := range candidates {
		if s := c.score(sample); s > score {
			best, score = i, s
		}
	}
	enc, name := encoding.Encoding(charmap.Windows1252), "windows-1252"
	if best >= 0 {
		enc, name = candidates[best].enc, candidates[best].name
	}
	score = max(score, leastOfAlphabet)
	for _, a := range alphabets {
		if s := a.score(sample, a.enc); s > score {
			enc, name, score = a.enc, a.name, s
		}
	}
	r := decode(data, enc, name)
	r.Guessed = true
	return r
}

// score returns the mean weight of the characters beyond ASCII, in hundredths,
// and a negative number where there are no such characters or too many wrong places.
func (c candidate) score(sample []byte) int {
	text, err := c.enc.NewDecoder().Bytes(sample)
	if err != nil {
		return -1
	}
	sum, n, lost := 0, 0, 0
	for len(text) > 0 {
		r, size := utf8.DecodeRune(text)
		text = text[size:]
		switch {
		case r == utf8.RuneError, r >= 0x80 && r < 0xa0, unicode.Is(unicode.Co, r):
			lost++
		case r >= 0x80:
			n++
			sum += c.weight(r)
		}
	}
	// A cut in the middle of a character is one wrong place. More than one in fifty of
	// the characters beyond ASCII are too many: a damaged file has single ones, a
	// wrong encoding has them everywhere.
	if n == 0 || lost > 1 && lost*50 > n {
		return -1
	}
	return sum * 100 / n
}

// commonSimplified and commonTraditional are among the most frequent characters
// of Chinese prose.
const (
	commonBoth        = "的一是不了在人有我他上大中到地子你生就那要下以出也得天用里道心好然成事去只如所自日小本同前家水高新力方法主分公路市文作年月行社海多手面最定工与点"
	commonSimplified  = commonBoth + "这个们来为说时国会对过还没经发后学现问进样开长动种应义关无业系东两将实体门车边认见头给听话让么间"
	commonTraditional = commonBoth + "這個們來為說時國會對過還沒經發後學現問進樣開長動種應義關無業系東兩將實體門車邊認見頭給聽話讓麼間與點"
)

func simplified(r rune) int  { return chinese(r, commonSimplified) }
func traditional(r rune) int { return chinese(r, commonTraditional) }

func chinese(r rune, common string) int {
	switch {
	case strings.ContainsRune(common, r):
		return 4
	case strings.ContainsRune("，。、：；！？（）《》“”‘’「」　", r):
		return 3
	case unicode.Is(unicode.Han, r):
		return 1
	}
	return 0
}

// kana are half of Japanese text and more; half-width ones are what bytes of
// other encodings look like.
func kana(r rune) int {
	switch {
	case r >= 0xff61 && r <= 0xff9f:
		return -2
	case unicode.In(r, unicode.Hiragana, unicode.Katakana), strings.ContainsRune("、。「」ー・", r):
		return 4
	case unicode.Is(unicode.Han, r):
		return 1
	}
	return 0
}

func hangul(r rune) int {
	switch {
	case r >= 0xac00 && r <= 0xd7a3:
		return 3
	case unicode.Is(unicode.Han, r):
		return -1
	}
	return 1
}
