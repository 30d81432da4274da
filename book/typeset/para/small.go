package para

import (
	"slices"
	"strings"
	"unicode"

	"octavo/book"
	"octavo/book/base/rule"
	"octavo/book/font/shape"
	"octavo/book/language/capital"
)

// Small capitals that a face lacks.
//
// Many italics have no small capitals, nor have many faces those of Cyrillic. A word of which
// a letter has none is set in capitals of a smaller size, in the semibold where there is one,
// since strokes grow thin with the size. Its text stays that of the small letters. Capitals,
// figures and points of the word are as they would be. A script of which small capitals
// are made is told, as a font that has them is better.

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
			p.noteMade(word, lk.Font, sp)
			sp = p.madeWord(word, lk, made, sp)
		}
		text = text[n:]
	}
}

// A Made is a family with small capitals that are made, where it was first met.
type Made struct {
	Family string
	Script string
	Italic bool
}

// A MadeAt is a [Made] with its place.
type MadeAt struct {
	Made
	Pos book.Pos
}

// Diagnostic says that small capitals are made.
func (m MadeAt) Diagnostic() book.Diagnostic {
	of := m.Script
	if m.Italic {
		of += " italics"
	}
	return rule.SmallCapsMade.At(m.Pos, "list a font that has them under fonts in book.yaml, if that shows",
		"%s has no small capitals of %s: smaller capitals stand for them", m.Family, of)
}

// noteMade remembers of what small capitals are made in text of the manuscript.
func (p *Paragraph) noteMade(word string, f *Font, sp span) {
	for _, r := range word {
		if p.set.smallCapital(f, r) {
			continue
		}
		m := MadeAt{Made{f.family, script(r), f.italic}, p.set.Pos}
		if sp.src != nil {
			m.Pos = sp.src.Pos
		}
		if m.Pos.File != "" && !slices.ContainsFunc(p.small, func(o MadeAt) bool { return o.Made == m.Made }) {
			p.small = append(p.small, m)
		}
		return
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

// lightShare is the share of the size, in hundredths, from which on a smaller capital keeps
// its weight: strokes of a fifth less are as those of small letters, and a semibold would
// be darker than the text. By eye.
const lightShare = 78

// madeKey returns the key of the letters that stand for small capitals: capitals as high as
// the small capitals that the upright of their family has.
func (e *Engine) madeKey(f *Font) FontKey {
	key := f.FontKey
	key.smallCaps, key.made = false, true
	share := e.smallShare(f)
	key.Size = key.Size.Mul(share, 100)
	if key.weight == 400 && share < lightShare {
		if heavy := e.lib.Stack(key.family, 600, key.italic).Face(); heavy.Weight() == 600 && heavy.Italic() == key.italic {
			key.weight = 600
		}
	}
	return key
}

// smallShare returns the height of small capitals in hundredths of that of capitals. In a
// family that has none they are a little higher than small letters, by eight
// hundredths: by eye.
func (e *Engine) smallShare(f *Font) int64 {
	m := f.stack.Face().Metrics()
	if m.CapHeight <= 0 {
		return 75
	}
	share := int64(m.XHeight) * 108 / int64(m.CapHeight)
	key := f.FontKey
	key.italic, key.stressed = false, false
	if upright := e.Font(key); e.smallCapital(upright, 'h') {
		if high, _, _ := ink(e.Word(upright, "h"), upright.Size); high > 0 {
			share = int64(high) * 100 / int64(upright.Size.Mul(int64(m.CapHeight), int64(m.UnitsPerEm)))
		}
	}
	return min(max(share, 60), 85)
}
