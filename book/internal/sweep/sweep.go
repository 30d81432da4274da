// Package sweep looks over the finished pages of a book for what no page may
// have, whatever the manuscript: the tests that build whole books use it.
//
// In: a book and its [document.Document]. Out: a line for each fault. [Pages] finds
// what stands outside of its page, text below the foot of the text area, and
// lines and pictures on one another; [Figures] finds figures that are missing or
// doubled; [Text] is the text of the pages in the order of the structure, for
// tests that look for words.
//
// Invariant: everything is taken from the pages alone, not from how they were made.
package sweep

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"octavo/book"
	"octavo/book/base/unit"
	"octavo/book/typeset/document"
)

// Letters are taken to reach from 650 thousandths of their size above the baseline,
// which is the height of capitals, to 200 below: real outlines are at most a few
// hundredths off, but for marks that are stacked.
const (
	capitals   = 650
	descenders = 200
)

// A box is the room that an item takes on a page, left, top, right, bottom.
type box struct {
	x0, y0, x1, y1 unit.Length
	text           *document.Text // nil for a picture
}

func (b *box) String() string {
	what := "a picture"
	if b.text != nil {
		what = fmt.Sprintf("%.40q", document.TextOf(b.text))
	}
	return fmt.Sprintf("%s at %s, %s to %s, %s", what, b.x0, b.y0, b.x1, b.y1)
}

// Pages returns the faults of the pages, at most a few for each.
func Pages(doc *document.Document) []string {
	const most = 3
	var list []string
	for i, pg := range doc.Pages {
		faults := page(doc, pg)
		for _, f := range faults[:min(len(faults), most)] {
			list = append(list, fmt.Sprintf("page %d (%s): %s", i+1, pg.Label, f))
		}
	}
	return list
}

func page(doc *document.Document, pg *document.Page) []string {
	boxes := boxesOf(pg)
	var list []string
	w, h := pg.Width, pg.Height
	foot := doc.Geometry.Top + doc.Geometry.Depth()
	if pg.Turned {
		w, h = h, w
		foot = h
	}
	for i := range boxes {
		b := &boxes[i]
		switch {
		case b.text == nil && bleeds(b, w, h):
		case b.x0 < 0 || b.y0 < 0 || b.x1 > w || b.y1 > h:
			list = append(list, fmt.Sprintf("%v stands outside of the page", b))
		case b.text != nil && b.text.Elem != nil && b.text.Y > foot:
			list = append(list, fmt.Sprintf("%v stands below the text area, which ends at %s", b, foot))
		}
	}
	return append(list, collisions(boxes)...)
}

// bleeds reports whether a picture covers the page, as that of a cover does.
func bleeds(b *box, w, h unit.Length) bool {
	return b.x0 <= 0 && b.y0 <= 0 && b.x1 >= w && b.y1 >= h
}

// boxesOf returns the boxes of the texts and pictures of a page, by their tops.
func boxesOf(pg *document.Page) []box {
	var list []box
	for _, it := range pg.Items {
		switch it := it.(type) {
		case *document.Text:
			for _, words := range together(it) {
				if x0, x1, ok := extent(it, words); ok {
					list = append(list, box{x0, it.Y - it.Size.Mul(capitals, 1000), x1, it.Y + it.Size.Mul(descent(it), 1000), it})
				}
			}
		case *document.Graphic:
			list = append(list, box{it.X, it.Y, it.X + it.W, it.Y + it.H, nil})
		}
	}
	slices.SortStableFunc(list, func(a, b box) int { return cmp.Compare(a.y0, b.y0) })
	return list
}

// descent returns how far the letters of t reach below the baseline: capitals, as an
// initial, do not.
func descent(t *document.Text) int64 {
	if s := document.TextOf(t); strings.ToUpper(s) == s && strings.ToLower(s) != s {
		return 0
	}
	return descenders
}

// together returns the words of t in parts between which nothing else stands: all of
// them, but each alone in a line that runs both ways, where words that follow one another in
// the text may stand at either side of others.
func together(t *document.Text) [][]document.Word {
	if !slices.ContainsFunc(t.Words, func(w document.Word) bool { return w.Apart }) {
		return [][]document.Word{t.Words}
	}
	var list [][]document.Word
	for i := range t.Words {
		list = append(list, t.Words[i:i+1])
	}
	return list
}

// extent returns the left and the right end of the ink of words of t; not ok when they
// have none.
func extent(t *document.Text, words []document.Word) (x0, x1 unit.Length, ok bool) {
	for i := range words {
		w := &words[i]
		width := t.Size.Mul(w.Run.Width, int64(w.Run.Face.UnitsPerEm()))
		width = width.Mul(int64(1000+t.Stretch), 1000) + t.Tracking*unit.Length(max(w.Run.Clusters()-1, 0))
		if width <= 0 {
			continue
		}
		left := t.X + w.X
		if !ok {
			x0, x1, ok = left, left+width, true
		}
		x0, x1 = min(x0, left), max(x1, left+width)
	}
	return x0, x1, ok
}

// collisions returns the pairs of boxes that cover each other. Boxes are sorted by
// their tops.
func collisions(boxes []box) []string {
	var list []string
	for i := range boxes {
		a := &boxes[i]
		for k := i + 1; k < len(boxes) && boxes[k].y0 < a.y1; k++ {
			if b := &boxes[k]; collide(a, b) {
				list = append(list, fmt.Sprintf("%v and %v are on one another", a, b))
			}
		}
	}
	return list
}

// collide reports whether two boxes cover each other by more than letters of two
// lines that are set close, or of two words of one line, may.
func collide(a, b *box) bool {
	if a.text != nil && b.text != nil && a.text.Within.Phrase != nil && a.text.Within.Phrase == b.text.Within.Phrase {
		return false // of one formula, whose signs are stacked
	}
	if a.text != nil && a.text == b.text {
		return false
	}
	size := min(a.y1-a.y0, b.y1-b.y0)
	dx, dy := min(a.x1, b.x1)-max(a.x0, b.x0), min(a.y1, b.y1)-max(a.y0, b.y0)
	// Two lines set solid meet by the descenders of one and the accents of the other;
	// a slanted letter leans over its neighbour.
	return dx > size/4 && dy > size/3
}

// Figures returns a line for each figure of a chapter that does not stand on
// exactly one page. A picture may be shown by several figures.
func Figures(b *book.Book, doc *document.Document) []string {
	shown := map[*book.Picture]int{}
	for _, pg := range doc.Pages {
		for _, it := range pg.Items {
			if g, ok := it.(*document.Graphic); ok {
				shown[g.Picture]++
			}
		}
	}
	figures, inline := map[*book.Picture]int{}, map[*book.Picture]bool{}
	var first []*book.Figure // of each picture
	for _, bl := range book.Blocks(b) {
		if f, ok := bl.(*book.Figure); ok && drawn(f) {
			if figures[f.Image.Picture] == 0 {
				first = append(first, f)
			}
			figures[f.Image.Picture]++
		}
	}
	for _, run := range book.Runs(b) {
		book.WalkInlines(run, func(in book.Inline) bool {
			if im, ok := in.(*book.InlineImage); ok && im.Image != nil {
				inline[im.Image.Picture] = true
			}
			return true
		})
	}
	var list []string
	for _, f := range first {
		p := f.Image.Picture
		if n := shown[p]; n < figures[p] || n > figures[p] && !inline[p] {
			list = append(list, fmt.Sprintf("%v: %s is %d times on the pages and in %d figures", f.Pos, p.Path, n, figures[p]))
		}
	}
	return list
}

// drawn reports whether a figure has a picture that a page can show.
func drawn(f *book.Figure) bool {
	return f.Image != nil && f.Image.Picture != nil && f.Image.Picture.Width > 0 && f.Image.Picture.Height > 0
}
