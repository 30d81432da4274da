package para

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"octavo/book/base/unit"
	"octavo/book/font/shape"
	"octavo/book/language/langtag"
)

// A Word is shaped text without a place to break, but for its hyphens.
type Word struct {
	text    string // without the characters that only steer breaking
	Runs    []*shape.Run
	Width   unit.Length
	letters int         // that tracking comes after
	ink     unit.Length // of its width, what may be drawn wider or narrower
	// HangLeft and HangRight are what its first and last character would hang
	// into the margins: those at the right and the left for text from right to left.
	HangLeft, HangRight unit.Length
	Missing             rune // a character that no face has; 0 when there is none
	cuts                []cut
	hyphenated          bool // cuts has been filled
}

// A cut is a place where a word may be hyphenated.
type cut struct {
	at    int         // in text
	src   int         // in the text as it stands in the manuscript
	width unit.Length // of text[:at]
}

type wordKey struct {
	font int32
	text string
}

// Word shapes s, which may hold soft hyphens and joiners.
func (e *Engine) Word(f *Font, s string) *Word {
	if w := e.seen[wordKey{f.id, s}]; w != nil {
		return w
	}
	if len(e.seen) >= maxWords {
		clear(e.seen)
	}
	s = strings.Clone(s) // not to keep the paragraph
	w := &Word{text: stripSteering(s)}
	w.Runs = e.shaper.Shape(f.stack, w.text, f.options)
	for _, run := range w.Runs {
		w.Width += runWidth(run, f)
		w.letters += run.Clusters()
		for i := range run.Glyphs {
			if run.Glyphs[i].ID == 0 && w.Missing == 0 {
				w.Missing = missingRune(run, i)
			}
		}
	}
	if elastic(f, w.text) {
		w.ink = w.Width - unit.Length(w.letters)*f.tracking
	}
	w.HangLeft, w.HangRight = hang(w, f, e.theme.Lines.Hanging)
	e.seen[wordKey{f.id, s}] = w
	return w
}

func runWidth(run *shape.Run, f *Font) unit.Length {
	return unit.Length(run.Clusters())*f.tracking + f.Size.Mul(run.Width, int64(run.Face.UnitsPerEm()))
}

// elastic reports whether text may be drawn wider or narrower to fill a line: not
// code, nor the characters of Chinese, Japanese and Korean, which fill a square,
// with the figures between them.
func elastic(f *Font, text string) bool {
	if _, east := EastIndent(f.lang); east || f.fixed() {
		return false
	}
	return strings.IndexFunc(text, func(r rune) bool { return r >= 0x2e80 || hangul(r) }) < 0
}

// missingRune returns the character that the glyph at index i stands for, of
// several the first that the face lacks.
func missingRune(run *shape.Run, i int) rune {
	for i > 0 && run.Glyphs[i].Len == 0 {
		i-- // to the head of the cluster
	}
	before := run.Glyphs[:i]
	if run.RTL { // the glyphs have the other order than the text
		before = run.Glyphs[i+1:]
	}
	// Len is what of the text a glyph is for, so that the lengths before it are its place.
	at := 0
	for _, g := range before {
		at += int(g.Len)
	}
	at = min(at, len(run.Text))
	first, n := utf8.DecodeRuneInString(run.Text[at:])
	end := min(at+max(int(run.Glyphs[i].Len), n), len(run.Text))
	for _, r := range run.Text[at:end] {
		if _, ok := run.Face.GlyphID(r); !ok && !unicode.In(r, unicode.Variation_Selector, unicode.Cf) {
			return r
		}
	}
	return first
}

// steering reports whether r only says where a line may be broken.
func steering(r rune) bool {
	return r == 0xAD || r == 0x200B || r == 0x2060 || r == 0xFEFF
}

func stripSteering(s string) string {
	if strings.IndexFunc(s, steering) < 0 {
		return s
	}
	return strings.Map(func(r rune) rune {
		if steering(r) {
			return -1
		}
		return r
	}, s)
}

// minHyphenated is the length in letters of the shortest word that is
// hyphenated by rule. By eye: to divide a shorter word gains two or three letters, which the
// spaces of a line can give as well.
const minHyphenated = 6

// hyphenate fills the cuts of the word that s was shaped to. Soft hyphens of
// the author stand for all others.
func (e *Engine) hyphenate(f *Font, w *Word, s string) {
	if w.hyphenated {
		return
	}
	w.hyphenated = true
	if strings.ContainsRune(s, 0xAD) {
		e.softCuts(f, w, s)
		return
	}
	if len(w.text) != len(s) || utf8.RuneCountInString(s) < minHyphenated {
		return
	}
	e.cuts = f.patterns.Hyphenate(s, e.cuts[:0])
	for _, at := range e.cuts {
		w.cut(e, f, at, at)
	}
}

// tremas are the letters that tell in Dutch that a syllable begins, with those that they are
// behind a hyphen, which tells it too.
var tremas = map[rune]string{'ä': "a", 'ë': "e", 'ï': "i", 'ö': "o", 'ü': "u"}

// part returns the part of a word between two places, the first of them 0 or a cut. In Dutch
// zeeën is divided into zee- and en: the e is drawn, and what is copied is the letter of the
// word.
func (e *Engine) part(f *Font, text string, start, end int) *Word {
	r, n := utf8.DecodeRuneInString(text[start:])
	before, _ := utf8.DecodeLastRuneInString(text[:start])
	plain := tremas[r]
	if plain == "" || !f.habits.DropsTrema || !strings.ContainsRune("aeiouy", unicode.ToLower(before)) {
		return e.Word(f, text[start:end])
	}
	w := *e.Word(f, plain+text[start+n:end])
	w.Runs = slices.Clone(w.Runs)
	run := *w.Runs[0]
	run.Text = text[start:start+n] + run.Text[len(plain):]
	run.Glyphs = slices.Clone(run.Glyphs)
	run.Glyphs[0].Len += uint8(n - len(plain))
	w.Runs[0] = &run
	return &w
}

func (e *Engine) softCuts(f *Font, w *Word, s string) {
	at := 0
	for i, r := range s {
		switch {
		case r == 0xAD && at > 0 && at < len(w.text):
			w.cut(e, f, at, i+2)
		case !steering(r):
			at += utf8.RuneLen(r)
		}
	}
}

func (w *Word) cut(e *Engine, f *Font, at, src int) {
	if n := len(w.cuts); n > 0 && w.cuts[n-1].at >= at {
		return
	}
	// The beginning of a word is shaped by itself, as it will be when the word is divided there.
	// Kerning can make a longer beginning narrower: widths are made to grow, and to end with the
	// width of the word, so that no box between two cuts has a negative width.
	width := e.Word(f, w.text[:at]).Width
	if n := len(w.cuts); n > 0 {
		width = max(width, w.cuts[n-1].width)
	}
	w.cuts = append(w.cuts, cut{at, src, min(width, w.Width)})
}

// EastIndent returns the indent of paragraphs in ems, also of a first paragraph, in
// a language that has a custom of its own: two characters in Chinese, one in Japanese and
// Korean.
func EastIndent(lang string) (ems int, ok bool) {
	switch langtag.Primary(lang) {
	case "zh", "cmn", "yue":
		return 2, true
	case "ja", "ko":
		return 1, true
	}
	return 0, false
}
