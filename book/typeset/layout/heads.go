package layout

import (
	"strings"

	"octavo/book"
	"octavo/book/base/unit"
	"octavo/book/language/bidi"
	"octavo/book/language/locale"
	"octavo/book/typeset/theme"
)

// headRise is how far the baseline of running heads is above the text, in
// thousandths of the baseline grid.
const headRise = 1500

// runningHead puts the folio outside and the head beside it: the book on left
// pages, the chapter on right ones.
func (a *assembly) runningHead(pg *Page, b *bound, recto bool) {
	y := a.geo.Top - a.geo.Baseline.Mul(headRise, 1000) + a.geo.Baseline*3/4
	left := a.left(recto)
	right := left + a.geo.Measure
	folio, head := a.theme.Style(theme.Folio), a.theme.Style(theme.RunningHead)
	num := a.artifact(pg.Label, folio, y, a.book.Language)
	centered := a.theme.Heads.Align == theme.Middle
	room := a.geo.Measure - 4*folio.Size
	if centered {
		room -= 4 * folio.Size
	}
	text := a.book.Title
	if recto {
		text = b.title
	}
	lang := a.book.Language
	if recto {
		lang = b.section.TitleLang
	}
	line := a.shortened(text, head, room, y, lang)
	gap := 2 * folio.Size
	if recto != a.rtl() {
		num.X = right - textWidth(num)
		line.X = num.X - gap - textWidth(line)
	} else {
		num.X = left
		line.X = left + textWidth(num) + gap
	}
	if centered {
		line.X = left + (a.geo.Measure-textWidth(line)+line.Tracking)/2
	}
	pg.Items = append(pg.Items, num, line)
}

// dropFolio puts the folio of an opening page at its foot.
func (a *assembly) dropFolio(pg *Page, recto bool) {
	left := a.left(recto)
	y := a.geo.Top + a.geo.Depth() + a.geo.Baseline*2
	num := a.artifact(pg.Label, a.theme.Style(theme.Folio), y, a.book.Language)
	num.X = left
	switch {
	case a.theme.Heads.Drop == theme.Middle:
		num.X += (a.geo.Measure - textWidth(num)) / 2
	case recto != a.rtl():
		num.X += a.geo.Measure - textWidth(num)
	}
	pg.Items = append(pg.Items, num)
}

// rtl reports whether the book is read from right to left, with its spine at the
// right of page 1.
func (j *job) rtl() bool { return locale.RightToLeft(j.book.Language) }

// left returns the white at the left of the text of a page.
func (j *job) left(recto bool) unit.Length { return j.geo.Left(recto != j.rtl()) }

// artifact shapes text that is no part of the structure.
func (e *engine) artifact(text string, st *theme.Style, y unit.Length, lang string) *Text {
	f := e.font(e.styleKey(st, lang))
	if locale.RightToLeft(lang) || !bidi.Plain(text) {
		t := e.bothWays(text, f, y)
		t.Color = Color(st.Color)
		return t
	}
	t := &Text{Y: y, Size: st.Size, Tracking: f.tracking, Color: Color(st.Color)}
	var x unit.Length
	words := strings.Fields(text)
	for i, s := range words {
		for k, run := range e.word(f, s).runs {
			last := k == len(e.word(f, s).runs)-1
			t.Words = append(t.Words, Word{Run: run, X: x, Space: last && i < len(words)-1})
			x += runWidth(run, f)
		}
		x += f.space
	}
	return t
}

// maxHead is the greatest number of characters that a running head is tried
// with: more than any page has room for.
const maxHead = 500

// shortened is text that fits room, cut at a word.
func (a *assembly) shortened(text string, st *theme.Style, room, y unit.Length, lang string) *Text {
	text = book.Clip(text, maxHead)
	t := a.artifact(text, st, y, lang)
	words := strings.Fields(text)
	for textWidth(t) > room && len(words) > 1 {
		words = words[:len(words)-1]
		t = a.artifact(strings.TrimRight(strings.Join(words, " "), ",;:–—")+"…", st, y, lang)
	}
	runes := []rune(text)
	for textWidth(t) > room && len(runes) > 1 {
		runes = runes[:len(runes)*3/4]
		t = a.artifact(string(runes)+"…", st, y, lang)
	}
	return t
}

// textWidth returns the width of the ink and spaces of t up to its last word.
func textWidth(t *Text) unit.Length {
	var width unit.Length
	for i := range t.Words {
		width = max(width, t.Words[i].X+wordWidth(t, &t.Words[i]))
	}
	return width
}
