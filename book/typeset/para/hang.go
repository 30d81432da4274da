package para

import (
	"strings"
	"unicode/utf8"

	"octavo/book/base/unit"
	"octavo/book/font/shape"
	"octavo/book/language/locale"
)

// hangs says how much of a character's width hangs into the margin, in
// thousandths, at the left and the right end of a line. What is light at the edge
// hangs, so that the margin looks straight. The marks of Chinese and Japanese
// have half their em empty; that half is what hangs. The others are by eye.
var hangs = map[rune][2]int64{
	'.': {0, 700}, ',': {0, 700}, '-': {0, 600}, '‐': {0, 600}, ':': {0, 400}, ';': {0, 400},
	'!': {0, 150}, '?': {0, 100}, '–': {200, 250}, '—': {100, 150}, '…': {0, 200},
	'“': {500, 0}, '”': {0, 500}, '‘': {600, 0}, '’': {0, 600}, '„': {450, 0}, '‚': {550, 0},
	'"': {450, 450}, '\'': {500, 500}, '«': {250, 0}, '»': {0, 250}, '‹': {250, 0}, '›': {0, 250},
	'،': {0, 600}, '؛': {0, 400}, '؟': {0, 100}, '۔': {0, 600},
	'(': {80, 0}, ')': {0, 80}, '[': {60, 0}, ']': {0, 60},
	'。': {0, 500}, '，': {0, 500}, '、': {0, 500}, '．': {0, 500}, '：': {0, 300}, '；': {0, 300},
	'」': {0, 500}, '』': {0, 500}, '）': {0, 500}, '】': {0, 500}, '》': {0, 500}, '〉': {0, 500},
	'「': {500, 0}, '『': {500, 0}, '（': {500, 0}, '【': {500, 0}, '《': {500, 0}, '〈': {500, 0},
}

// hang returns what the first and the last character of w hang out.
func hang(w *Word, f *Font, share int) (left, right unit.Length) {
	if len(w.Runs) == 0 || share == 0 {
		return 0, 0
	}
	first, last := w.Runs[0], w.Runs[len(w.Runs)-1]
	if len(first.Glyphs) == 0 || len(last.Glyphs) == 0 {
		return 0, 0
	}
	begin, end := first.Glyphs[0], last.Glyphs[len(last.Glyphs)-1]
	if f.direction == leftward {
		begin, end = first.Glyphs[len(first.Glyphs)-1], last.Glyphs[0]
	}
	r, _ := utf8.DecodeRuneInString(w.text)
	left = part(first, begin.Advance, f, hangs[r][0]*int64(share)/1000)
	r, _ = utf8.DecodeLastRuneInString(w.text)
	out := hangs[r][1]
	if strings.ContainsRune(cornered, r) && locale.Script(f.lang) == "Hant" {
		out /= 2 // a mark in the middle of its square has a quarter of white behind it
	}
	right = part(last, end.Advance, f, out*int64(share)/1000)
	return left, right
}

func part(run *shape.Run, advance int32, f *Font, thousandths int64) unit.Length {
	return unit.FromFont(advance, f.Size, run.Face.UnitsPerEm()).Mul(thousandths, 1000)
}
