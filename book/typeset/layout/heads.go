package layout

import (
	"strings"

	"octavo/book"
	"octavo/book/base/unit"
	"octavo/book/language/locale"
	"octavo/book/typeset/document"
	"octavo/book/typeset/theme"
)

// headRise is how far the baseline of running heads is above the text, in
// thousandths of the baseline grid. By eye.
const headRise = 1500

// runningHead puts the folio outside and the head beside it: the title of the book on left
// pages, that of the chapter on right ones.
func (a *assembly) runningHead(pg *document.Page, b *bound, recto bool) {
	y := a.geo.Top - a.geo.Baseline.Mul(headRise, 1000) + a.geo.Baseline*3/4
	left := a.left(recto)
	right := left + a.geo.Measure
	folio, head := a.theme.Style(theme.Folio), a.theme.Style(theme.RunningHead)
	num := a.Artifact(pg.Label, folio, y, a.book.Language)
	centered := a.theme.Heads.Align == theme.Middle
	// Four ems are the folio with its gap. A head in the middle is as far from the other end.
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
		num.X = right - num.Width()
		line.X = num.X - gap - line.Width()
	} else {
		num.X = left
		line.X = left + num.Width() + gap
	}
	if centered {
		line.X = left + (a.geo.Measure-line.Width()+line.Tracking)/2
	}
	pg.Items = append(pg.Items, num, line)
}

// dropFolio puts the folio of an opening page at its foot.
func (a *assembly) dropFolio(pg *document.Page, recto bool) {
	left := a.left(recto)
	y := a.geo.Top + a.geo.Depth() + a.geo.Baseline*2
	num := a.Artifact(pg.Label, a.theme.Style(theme.Folio), y, a.book.Language)
	num.X = left
	switch {
	case a.theme.Heads.Drop == theme.Middle:
		num.X += (a.geo.Measure - num.Width()) / 2
	case recto != a.rtl():
		num.X += a.geo.Measure - num.Width()
	}
	pg.Items = append(pg.Items, num)
}

// rtl reports whether the book is read from right to left, with its spine at the
// right of page 1.
func (j *job) rtl() bool { return locale.RightToLeft(j.book.Language) }

// left returns the white at the left of the text of a page.
func (j *job) left(recto bool) unit.Length { return j.geo.Left(recto != j.rtl()) }

// maxHead is the greatest number of characters that a running head is tried
// with: more than any page has room for.
const maxHead = 500

// shortened is text that fits room, cut at a word, or within its first word when that
// alone is too wide.
func (a *assembly) shortened(text string, st *theme.Style, room, y unit.Length, lang string) *document.Text {
	text = book.Clip(text, maxHead)
	t := a.Artifact(text, st, y, lang)
	words := strings.Fields(text)
	// Word by word, since each has its own width; a single long word by quarters.
	for t.Width() > room && len(words) > 1 {
		words = words[:len(words)-1]
		t = a.Artifact(strings.TrimRight(strings.Join(words, " "), ",;:–—")+"…", st, y, lang)
	}
	runes := []rune(text)
	for t.Width() > room && len(runes) > 1 {
		runes = runes[:len(runes)*3/4]
		t = a.Artifact(string(runes)+"…", st, y, lang)
	}
	return t
}
