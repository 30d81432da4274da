package layout

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"octavo/book"
	"octavo/book/base/unit"
	"octavo/book/typeset/document"
	"octavo/book/typeset/report"
)

// formulaChapter sets a chapter with formulas.
func formulaChapter(t *testing.T, lang, body string) (*document.Document, []book.Diagnostic) {
	t.Helper()
	c := parse(t, "a.md", "---\ntitle: T\nlang: "+lang+"\nmath: true\nauthors: [{name: A B}]\ndate: 2025-01-01\n---\n\n"+body)
	return set(t, volume(c), Options{})
}

// phrases returns the phrases of a document in their order, with the texts of each.
func phrases(doc *document.Document) (list []*document.Phrase, texts map[*document.Phrase][]*document.Text) {
	texts = map[*document.Phrase][]*document.Text{}
	for _, pg := range doc.Pages {
		for _, it := range pg.Items {
			if t, ok := it.(*document.Text); ok && t.Within.Phrase != nil {
				p := t.Within.Phrase
				if texts[p] == nil {
					list = append(list, p)
				}
				texts[p] = append(texts[p], t)
			}
		}
	}
	return list, texts
}

// TestItemOfFormula: the bullet of an item stands on its line, also where a formula makes
// that one higher.
func TestItemOfFormula(t *testing.T) {
	doc, _ := formulaChapter(t, "en", "Text.\n\n- word $\\overbrace{\\overbrace{a+b}^{n}}^{m}$ and more\n")
	if bullet, line := textWith(t, doc, "•"), textWith(t, doc, "word"); bullet.Y != line.Y {
		t.Errorf("the bullet stands at %s, its line at %s", bullet.Y, line.Y)
	}
}

// TestFormulaBreaks breaks a long formula behind its signs, and nowhere else, and
// no line is too wide.
func TestFormulaBreaks(t *testing.T) {
	doc, list := formulaChapter(t, "en", strings.Repeat("The sum is $aaa + bbb = ccc - (ddd + eee) \\leq fff + ggg = hhh$ of them. ", 12))
	if len(list) > 0 {
		t.Error(list)
	}
	if r := report.Measure(doc); r.Overfull > 0 {
		t.Errorf("%d lines are too wide", r.Overfull)
	}
	ends := map[string]bool{}
	found, texts := phrases(doc)
	for i, p := range found[1:] {
		if y := texts[p][0].Y; y > texts[found[i]][0].Y && p.Text != "aaa +" {
			ends[found[i].Text] = true
		}
	}
	if len(ends) == 0 {
		t.Error("no formula is broken")
	}
	for text := range ends {
		if !strings.ContainsAny(text[len(text)-len("≤"):], "+=−≤") {
			t.Errorf("a line ends behind %q", text)
		}
	}
}

// TestFormulaElement finds a formula under one element with its text.
func TestFormulaElement(t *testing.T) {
	doc, _ := formulaChapter(t, "en", "So $a = b$ is.\n\n$$x^2$$\n")
	var got []string
	list, texts := phrases(doc)
	for _, p := range list {
		e := texts[p][0].Elem
		got = append(got, fmt.Sprintf("%s<%s %q %q", e.Type, e.Parent.Type, e.Alt, p.Text))
	}
	want := []string{`Formula<P "a = b" "a ="`, `Formula<P "a = b" "b"`, `Formula<Sect "x²" "x²"`}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestFormulasOnGrid sets tall formulas in lines and as displays: the lines around them
// stand on the grid.
func TestFormulasOnGrid(t *testing.T) {
	text := strings.Repeat("A line of words that goes on for a while. ", 6)
	doc, _ := formulaChapter(t, "en", text+"$\\dfrac{\\dfrac{a}{b}}{c}$ "+text+"\n\n$$\\sum_{i=1}^n \\frac{x_i}{y}$$\n\n"+text+"\n\n$$a$$\n\n"+text)
	if r := report.Measure(doc); r.OffGrid > 0 || r.Overfull > 0 {
		t.Errorf("%d lines off the grid, %d too wide", r.OffGrid, r.Overfull)
	}
}

// TestWideDisplay sets a wide display smaller, and tells of one that is wider yet.
func TestWideDisplay(t *testing.T) {
	sum := func(n int) string { return "$$" + strings.Repeat("aaaa + ", n) + "b$$" }
	for _, tt := range []struct {
		n      int
		faults int
	}{{5, 0}, {9, 0}, {30, 1}} {
		doc, list := formulaChapter(t, "en", "Before.\n\n"+sum(tt.n))
		if len(list) != tt.faults {
			t.Errorf("%d terms: %v", tt.n, list)
		}
		found, _ := phrases(doc)
		measure := doc.Geometry.Measure
		if wide := found[len(found)-1].Width > measure+unit.Point; wide != (tt.faults > 0) {
			t.Errorf("%d terms: %v wide, the measure is %v", tt.n, found[len(found)-1].Width, measure)
		}
	}
}

// TestFormulasRunRight sets a formula in Hebrew: it reads from left to right, and
// its rules stay with its letters.
func TestFormulasRunRight(t *testing.T) {
	const src = "$\\frac{abc}{d} = e$"
	there, _ := formulaChapter(t, "en", src+"\n\n$$x + \\sqrt{y}$$\n")
	back, _ := formulaChapter(t, "he", "א "+src+" ב\n\n$$x + \\sqrt{y}$$\n")
	places := func(doc *document.Document) (all []string) {
		list, texts := phrases(doc)
		for _, p := range list {
			left := texts[p][0].X
			s := p.Text
			for _, t := range texts[p][1:] {
				s += " " + document.TextOf(t) + "@" + (t.X - left).Decimal(1)
			}
			for _, pg := range doc.Pages {
				for _, it := range pg.Items {
					if r, ok := it.(*document.Rule); ok && r.Within.Phrase == p {
						s += " [" + (r.X - left).Decimal(1) + "]"
					}
				}
			}
			all = append(all, s)
		}
		return all
	}
	if a, b := places(there), places(back); !slices.Equal(a, b) {
		t.Errorf("left to right %q, in Hebrew %q", a, b)
	}
	list, texts := phrases(back)
	if a, b := texts[list[0]][0], texts[list[1]][0]; a.X > b.X {
		t.Errorf("%q stands right of %q", list[0].Text, list[1].Text)
	}
}
