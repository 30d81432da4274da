package check

import (
	"octavo/book"
	"octavo/book/base/rule"
	"octavo/book/base/unit"
	"octavo/book/typeset/document"
	"octavo/book/typeset/theme"
)

// The least pixels to the inch at which a photograph still looks sharp. Printers ask for
// 300, and a picture that is half again as coarse begins to show it; on a screen, which has
// 100 and more to the inch, one pixel of the picture to one of the screen is enough.
const (
	leastPrint  = 200
	leastScreen = 100
)

// Pages runs the rules over b that need the pages of an edition. The diagnostics are for
// [Policy.Apply].
func Pages(b *book.Book, doc *document.Document, media book.Media) []book.Diagnostic {
	r := &reporter{book: b, content: contentOf(b)}
	least := leastScreen
	if media == book.Print {
		least = leastPrint
	}
	if media == book.Print {
		r.run(rule.PageLimit, func(r *reporter) { thickness(r, len(doc.Pages)) })
	}
	r.run(rule.FigureResolution, func(r *reporter) { resolution(r, doc, least) })
	return r.found
}

// thickness reports a book that is too thick to be bound.
func thickness(r *reporter, pages int) {
	if pages > theme.MostBound {
		r.report(book.Pos{File: r.book.File}, "choose a larger trim, or divide the book into volumes",
			"the print edition has %d pages, and printers on demand bind few books of more than %d", pages, theme.MostBound)
	}
}

// resolution compares the pixels of each figure with its size on the page. The
// uses of a picture stand in the same order in the book and on the pages.
func resolution(r *reporter, doc *document.Document, least int) {
	printed := map[*book.Picture][]unit.Length{}
	for _, page := range doc.Pages {
		for _, it := range page.Items {
			if g, ok := it.(*document.Graphic); ok {
				printed[g.Picture] = append(printed[g.Picture], g.W)
			}
		}
	}
	r.shown(func(f *book.Figure) {
		p := f.Image.Picture
		widths := printed[p]
		if p == nil || len(widths) == 0 {
			return
		}
		printed[p] = widths[1:]
		if p.Format == "svg" || widths[0] <= 0 {
			return
		}
		perInch := int(int64(p.Width) * 72 * int64(unit.Point) / int64(widths[0]))
		if perInch < least {
			need := int((int64(widths[0])*int64(least) + 72*int64(unit.Point) - 1) / (72 * int64(unit.Point)))
			r.report(f.Pos, "give a picture of more pixels, or a smaller width", "the picture has %d pixels to the inch; at its width it needs %d pixels across and has %d",
				perInch, need, p.Width)
		}
	})
}
