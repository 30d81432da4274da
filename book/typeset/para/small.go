package para

import (
	"strings"
	"unicode"

	"octavo/book/font/shape"
	"octavo/book/language/capital"
)

// Small capitals that a face lacks.
//
// Many italics have no small capitals, nor have many faces those of Cyrillic. A word of which
// a letter has none is set in capitals of a smaller size, in the semibold where there is one,
// since strokes grow thin with the size. Its text stays that of the small letters. Capitals,
// figures and points of the word are as they would be.

type smallKey struct {
	font *Font
	r    rune
}

// smallCapital reports whether a font has a small capital of a letter: whether its feature
// changes anything.
func (e *Engine) smallCapital(f *Font, r rune) bool {
	if !unicode.IsLower(r) || unicode.ToUpper(r) == r && r != 'ß' {
		return true
	}
	key := smallKey{f, r}
	has, ok := e.small[key]
	if !ok {
		if len(e.small) >= maxWords {
			clear(e.small)
		}
		has = e.changed(f, f.options, r)
		e.small[key] = has
	}
	return has
}

// changed reports whether a letter is another glyph in small capitals.
func (e *Engine) changed(f *Font, opt shape.Options, r rune) bool {
	small := e.shaper.Shape(f.stack, string(r), opt)
	opt.SmallCaps = false
	return !sameGlyphs(small, e.shaper.Shape(f.stack, string(r), opt))
}

func sameGlyphs(a, b []*shape.Run) bool {
	if len(a) != 1 || len(b) != 1 || a[0].Face != b[0].Face || len(a[0].Glyphs) != len(b[0].Glyphs) {
		return false
	}
	for i, g := range a[0].Glyphs {
		if g.ID != b[0].Glyphs[i].ID {
			return false
		}
	}
	return true
}

// smallCapitals reports whether a font has small capitals of all letters of a text.
func (e *Engine) smallCapitals(f *Font, text string) bool {
	for _, r := range text {
		if !e.smallCapital(f, r) {
			return false
		}
	}
	return true
}

// unlocal gives up the forms that letters have in the language of a font where these have no
// small capitals and the usual ones have: EB Garamond has an f of its own in German. The i
// of Turkish is no such form, since without it the dot is lost.
func (e *Engine) unlocal(f *Font) {
	if capital.Dotless(f.lang) {
		return
	}
	usual := f.options
	usual.Lang = ""
	for r := 'a'; r <= 'z'; r++ {
		if !e.changed(f, f.options, r) && e.changed(f, usual, r) {
			f.options = usual
			return
		}
	}
}

// madeSmall appends text of which some words have no small capitals in their face.
func (p *Paragraph) madeSmall(text string, lk Look, sp span) {
	made := lk
	made.Font = p.set.Font(p.set.madeKey(lk.Font))
	for len(text) > 0 {
		n := strings.IndexByte(text, ' ') + 1
		if n == 0 {
			n = len(text)
		}
		if word := text[:n]; p.set.smallCapitals(lk.Font, word) {
			sp = p.follow(word, lk, sp)
		} else {
			sp = p.madeWord(word, lk, made, sp)
		}
		text = text[n:]
	}
}

// madeWord appends a word, its small letters in another look, and returns what the span
// behind it is.
func (p *Paragraph) madeWord(word string, lk, made Look, sp span) span {
	from, small := 0, false
	for i, r := range word {
		is := unicode.IsLower(r) || small && unicode.Is(unicode.M, r)
		if is != small && i > from {
			sp = p.follow(word[from:i], pickLook(small, made, lk), sp)
			from = i
		}
		small = is
	}
	return p.follow(word[from:], pickLook(small, made, lk), sp)
}

func pickLook(first bool, a, b Look) Look {
	if first {
		return a
	}
	return b
}

// follow appends text, and returns the span of what follows it.
func (p *Paragraph) follow(text string, lk Look, sp span) span {
	p.put(text, lk, sp)
	sp.off += len(text)
	sp.glued = false
	return sp
}

// madeKey returns the key of the letters that stand for small capitals. They are a little
// higher than small letters, as small capitals are, by eight hundredths: by eye.
func (e *Engine) madeKey(f *Font) FontKey {
	key := f.FontKey
	key.smallCaps, key.made = false, true
	if m := f.stack.Face().Metrics(); m.CapHeight > 0 {
		share := int64(m.XHeight) * 108 / int64(m.CapHeight)
		key.Size = key.Size.Mul(min(max(share, 60), 85), 100)
	}
	if key.weight == 400 {
		if heavy := e.lib.Stack(key.family, 600, key.italic).Face(); heavy.Weight() == 600 && heavy.Italic() == key.italic {
			key.weight = 600
		}
	}
	return key
}
