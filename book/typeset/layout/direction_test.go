package layout

import (
	"cmp"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"octavo/book"
	"octavo/book/base/unit"
	"octavo/book/typeset/theme"
)

// inLanguage sets Markdown as the one chapter of a book in a language.
func inLanguage(t *testing.T, lang, src string) *Document {
	t.Helper()
	c := parse(t, "a.md", "---\ntitle: T\n---\n\n"+src)
	c.Lang = lang
	b := volume(c)
	b.Language = lang
	doc, _ := set(t, b, Options{})
	return doc
}

// A seenLine is what stands on one baseline, from left to right.
type seenLine struct {
	left, right unit.Length
	words       []string // the texts of the runs
	text        string   // in reading order
}

// seenLines returns the lines of the chapter's opening page that are of elements
// of a type.
func seenLines(doc *Document, typ string) []seenLine {
	type placed struct {
		x unit.Length
		s string
	}
	var out []seenLine
	var words []placed
	y := unit.Length(-1)
	flush := func() {
		slices.SortStableFunc(words, func(a, b placed) int { return cmp.Compare(a.x, b.x) })
		for _, w := range words {
			out[len(out)-1].words = append(out[len(out)-1].words, w.s)
		}
		words = nil
	}
	for _, it := range doc.Pages[doc.Breaks[0].Page].Items {
		tx, ok := it.(*Text)
		if !ok || !within(tx.Elem, typ) {
			continue
		}
		if tx.Y != y {
			flush()
			out, y = append(out, seenLine{left: tx.X}), tx.Y
		}
		ln := &out[len(out)-1]
		ln.text += TextOf(tx)
		ln.left, ln.right = min(ln.left, tx.X), max(ln.right, tx.X+textWidth(tx))
		for _, w := range tx.Words {
			words = append(words, placed{tx.X + w.X, w.Run.Text})
		}
	}
	flush()
	return out
}

func within(e *Element, typ string) bool {
	for ; e != nil; e = e.Parent {
		if e.Type == typ {
			return true
		}
	}
	return false
}

// TestOrderOfLine sets a line that runs both ways and looks at it from left to
// right.
func TestOrderOfLine(t *testing.T) {
	for _, tt := range []struct{ name, lang, src, want string }{
		{"Hebrew", "he", "אחת שתיים שלוש", "שלוש שתיים אחת"},
		{"English alone in a Hebrew book", "he", "set in Serif 4.", "set in Serif 4 ."},
		{"Hebrew with a full stop", "he", "אחת שתיים.", ". שתיים אחת"},
		{"figures in Hebrew", "he", "בשנת 1933 נפתח", "נפתח 1933 בשנת"},
		{"English in Hebrew", "he", "חברת Lloyd Register רשמה", "רשמה Lloyd Register חברת"},
		{"English at the end of Hebrew", "he", "שם Lloyd.", ". Lloyd שם"},
		{"Hebrew in English", "en", "called שלום עולם here", "called עולם שלום here"},
		{"Hebrew before a point", "en", "called שלום. Then", "called שלום . Then"},
		{"a phrase whose language is named", "he", "לפי [the end.]{lang=en} ועוד", "ועוד the end. לפי"},
		{"code", "he", "הפקודה `ls -l /a/` כאן", "כאן ls -l / a/ הפקודה"},
		{"emphasis", "he", "אחת *שתיים שלוש* ארבע", "ארבע שלוש שתיים אחת"},
		{"brackets", "he", "אחת (two) שלוש", "שלוש ) two ( אחת"},
		{"all Hebrew in English", "en", "שלום, עולם!", "! עולם , שלום"},
		{"Arabic figures", "ar", "ثمن ١٢٫٥٠ جنيه", "جنيه ١٢٫٥٠ ثمن"},
		{"Persian figures", "fa", "سال ۱۳۱۲ بود", "بود ۱۳۱۲ سال"},
		{"note call", "he", "אחת[^1] שתיים\n\n[^1]: הערה", "שתיים 1 אחת"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			lines := seenLines(inLanguage(t, tt.lang, tt.src), "P")
			if len(lines) == 0 {
				t.Fatal("no line was set")
			}
			if got := strings.Join(lines[0].words, " "); got != tt.want {
				t.Errorf("%q stands as %q, want %q", tt.src, got, tt.want)
			}
		})
	}
}

const hebrew = "בשנת 1933 נפתח בחיפה נמל חדש, והעיר השתנתה בתוך זמן קצר. ספינות מכל רחבי הים התיכון " +
	"הגיעו אל המזח, והסוחרים בנו מחסנים לאורך החוף. חברת Lloyd's Register רשמה את הספינות (כולן, ללא יוצא " +
	"מן הכלל) ופרסמה רשימה מדי שנה. המחיר היה 12.50 לירות, כלומר כ־15% מן השכר החודשי של פועל."

// TestRightToLeft holds a book in Hebrew to what its reader expects.
func TestRightToLeft(t *testing.T) {
	doc := inLanguage(t, "he", hebrew+"\n\n"+hebrew+"\n\n1. אחת\n2. שתיים\n\n| א | ב |\n|---|---|\n| ג | ד |\n\n```\nx = 1\n```\n\n> ציטוט קצר\n")
	geo, _ := press(t).Geometry("", book.Screen)
	left := geo.Left(false)
	right := left + geo.Measure
	body := seenLines(doc, "P")
	full := 0
	for i, ln := range body {
		near := func(a, b unit.Length) bool { return a-b < 12*unit.Point && b-a < 12*unit.Point }
		if near(ln.left, left) {
			full++
		}
		if ln.left < left-6*unit.Point || ln.right > right+6*unit.Point {
			t.Errorf("line %d, %q, sticks out", i, ln.text)
		}
	}
	if full < 6 {
		t.Errorf("%d lines reach the left margin, want most of %d", full, len(body))
	}
	var text strings.Builder
	for _, ln := range body {
		text.WriteString(ln.text)
	}
	if got := text.String(); !strings.Contains(got, strings.ReplaceAll(hebrew, "'", "’")) {
		t.Errorf("the text in reading order is %q", got)
	}
	for _, ln := range seenLines(doc, "LI") {
		if got := ln.words[len(ln.words)-1]; got != "1" && got != "2" {
			t.Errorf("item %q has %q at its right end, want its number", ln.text, got)
		}
	}
	for _, ln := range seenLines(doc, "TR") {
		if got := strings.Join(ln.words, " "); got != "ב א" && got != "ד ג" {
			t.Errorf("row %q stands as %q", ln.text, got)
		}
	}
	for _, ln := range seenLines(doc, "Code") {
		if ln.left > left+20*unit.Point {
			t.Errorf("code %q does not begin at the left", ln.text)
		}
	}
}

func TestMirrorTwice(t *testing.T) {
	doc := inLanguage(t, "he", hebrew+"\n\n![x](x.png \"כיתוב\")\n")
	pg := doc.Pages[doc.Breaks[0].Page]
	once := dump(doc)
	mirrorItems(pg.Items, geoSum)
	if dump(doc) == once {
		t.Error("mirrored items have not moved")
	}
	mirrorItems(pg.Items, geoSum)
	if got := dump(doc); got != once {
		t.Error("mirrored twice, the page is another")
	}
}

const geoSum = 400 * unit.Point

// TestRigid looks for room between letters that must not be moved apart.
func TestRigid(t *testing.T) {
	long := strings.Repeat("قال البحّار إن السفينة لن تعود إلى الميناء قبل الفجر. ", 12)
	doc := inLanguage(t, "ar", long)
	for _, it := range doc.Pages[doc.Breaks[0].Page].Items {
		if tx, ok := it.(*Text); ok && tx.Elem != nil && tx.Tracking != 0 && strings.Contains(TextOf(tx), "ا") {
			t.Fatalf("%q has room of %s between its letters", TextOf(tx), tx.Tracking)
		}
	}
	for _, tt := range []struct {
		r    rune
		want bool
	}{
		{'a', false}, {'ש', false}, {'س', true}, {'\u064b', true}, {'،', false}, {'न', true}, {'ก', true},
		{'ა', false}, {'한', false}, {'骨', false}, {'ﷺ', true}, {'“', false},
	} {
		if got := rigidScript(tt.r); got != tt.want {
			t.Errorf("rigidScript(%q) = %v", tt.r, got)
		}
	}
}

// TestBookOfHebrew looks at what stands around the text.
func TestBookOfHebrew(t *testing.T) {
	c := parse(t, "a.md", "---\ntitle: T\n---\n\n"+strings.Repeat(hebrew+"\n\n", 40))
	c.Lang, c.Title = "he", []book.Inline{&book.Text{Value: "נמל 12 חדש"}}
	b := volume(c)
	b.Language, b.Title = "he", "נמלים"
	doc, _ := set(t, b, Options{Media: book.Print})
	first := doc.Info.FirstNumbered
	for _, n := range []int{1, 2} {
		pg := doc.Pages[first+n]
		items := pg.Items[len(pg.Items)-2:]
		folio, head := items[0].(*Text), items[1].(*Text)
		// Page 2 is a right page, with its folio outside, at the right.
		if n == 1 && folio.X < head.X || n == 2 && folio.X > head.X {
			t.Errorf("page %s: folio at %s, head at %s", pg.Label, folio.X, head.X)
		}
		if n == 2 {
			if got := TextOf(head); got != "נמל 12 חדש" {
				t.Errorf("running head %q", got)
			}
			if w := head.Words; w[0].X < w[1].X || w[1].X < w[2].X {
				t.Errorf("running head runs to the right: %v %v %v", w[0].X, w[1].X, w[2].X)
			}
		}
	}
}

// TestNothingOverlaps sets random text that runs both ways: its lines read as it
// does, and no word stands on another one or outside the measure.
func TestNothingOverlaps(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 9))
	stock := []string{"שלום", "עולם,", "(נמל)", "ports", "Ships.", "12.5", "١٢٣", "سلام", "«مرحبا»", "骨、", "한국", "a-b", "\u200fx", "א1b", "क्षत्रि", "\u2067ab\u2069", "ג׳"}
	th, geo, _ := press(t).Fit("", book.Screen)
	for _, lang := range []string{"he", "en", "ar", "ja"} {
		b := volume()
		b.Language = lang
		j := &job{book: b, geo: geo, screen: true, places: newPlaces(b), root: &Element{}}
		s := j.section(newEngine(fonts, th, nil), lang, &Element{Type: "P"})
		for range 60 {
			var words []string
			for range 1 + rng.IntN(40) {
				words = append(words, stock[rng.IntN(len(stock))])
			}
			text := strings.Join(words, " ")
			p := s.paragraph(th.Style(theme.Paragraph))
			p.plain(text, s.look(p.style, lang, s.elem))
			width := unit.Length(120+rng.IntN(200)) * unit.Point
			var got strings.Builder
			for _, st := range s.linesOf(p, frame{right: geo.Measure - width, elem: s.elem, style: p.style}, 0) {
				got.WriteString(lineText(st))
				checkLine(t, st, width)
			}
			if letterOnly(got.String()) != letterOnly(text) {
				t.Fatalf("%s: %q reads %q", lang, text, got.String())
			}
		}
	}
}

func lineText(st *strip) string {
	var b strings.Builder
	for _, it := range st.items {
		if tx, ok := it.(*Text); ok {
			for _, w := range tx.Words {
				if !w.Hyphen {
					b.WriteString(w.Run.Text)
				}
				if w.Space {
					b.WriteByte(' ')
				}
			}
		}
	}
	return b.String()
}

// checkLine looks at the places of the words of a line.
func checkLine(t *testing.T, st *strip, width unit.Length) {
	t.Helper()
	type box struct{ left, right unit.Length }
	var boxes []box
	for _, it := range st.items {
		tx, ok := it.(*Text)
		if !ok {
			continue
		}
		for i := range tx.Words {
			w := &tx.Words[i]
			if b := (box{tx.X + w.X, tx.X + w.X + wordWidth(tx, w)}); b.left < b.right {
				boxes = append(boxes, b)
			}
		}
	}
	slices.SortFunc(boxes, func(a, b box) int { return cmp.Compare(a.left, b.left) })
	for i, b := range boxes {
		const slack = unit.Point
		if b.left < -8*slack || b.right > width+8*slack {
			t.Errorf("a word of %q stands from %s to %s of %s", lineText(st), b.left, b.right, width)
		}
		if i > 0 && b.left < boxes[i-1].right-slack {
			t.Errorf("words of %q overlap at %s", lineText(st), b.left)
		}
	}
}

// TestHyphenInRightToLeft divides an English word in a Hebrew line: its hyphen is
// at its right, where the word goes on.
func TestHyphenInRightToLeft(t *testing.T) {
	th, geo, _ := press(t).Fit("", book.Screen)
	b := volume()
	b.Language = "he"
	j := &job{book: b, geo: geo, screen: true, places: newPlaces(b), root: &Element{}}
	s := j.section(newEngine(fonts, th, nil), "he", &Element{Type: "P"})
	hyphens := 0
	for width := 100 * unit.Point; width < 160*unit.Point; width += 4 * unit.Point {
		p := s.paragraph(th.Style(theme.Paragraph))
		p.add([]book.Inline{&book.Text{Value: "שלום "}, &book.Span{Lang: "en", Content: []book.Inline{
			&book.Text{Value: "incomprehensibilities misunderstandings"}}}, &book.Text{Value: " עולם"}},
			s.look(p.style, "he", s.elem))
		for _, st := range s.linesOf(p, frame{right: geo.Measure - width, elem: s.elem, style: p.style}, 0) {
			checkLine(t, st, width)
			st.mirror(0, width) // as it is on the page
			for _, it := range st.items {
				tx, ok := it.(*Text)
				if !ok {
					continue
				}
				for i := range tx.Words {
					if w := &tx.Words[i]; w.Hyphen {
						before := &tx.Words[i-1]
						hyphens++
						if gap := w.X - before.X - wordWidth(tx, before); gap < -unit.Point || gap > unit.Point {
							t.Errorf("the hyphen of %q is %s behind it", before.Run.Text, gap)
						}
					}
				}
			}
		}
	}
	if hyphens == 0 {
		t.Error("no word was divided")
	}
}

// BenchmarkBothWays sets paragraphs in Hebrew with English in them.
func BenchmarkBothWays(b *testing.B) {
	th, geo, _ := press(b).Fit("", book.Screen)
	v := volume()
	v.Language = "he"
	j := &job{book: v, geo: geo, screen: true, places: newPlaces(v), root: &Element{}}
	s := j.section(newEngine(fonts, th, nil), "he", &Element{Type: "P"})
	b.SetBytes(int64(len(hebrew)))
	for b.Loop() {
		p := s.paragraph(th.Style(theme.Paragraph))
		p.plain(hebrew, s.look(p.style, "he", s.elem))
		s.linesOf(p, frame{elem: s.elem, style: p.style}, 0)
	}
}

// TestManySpans sets a paragraph that changes its direction and look at each
// word: time is linear.
func TestManySpans(t *testing.T) {
	th, geo, _ := press(t).Fit("", book.Screen)
	v := volume()
	j := &job{book: v, geo: geo, screen: true, places: newPlaces(v), root: &Element{}}
	s := j.section(newEngine(fonts, th, nil), "en", &Element{Type: "P"})
	var list []book.Inline
	for range 20_000 {
		list = append(list, &book.Styled{Style: book.Emphasis, Content: []book.Inline{&book.Text{Value: "אב "}}}, &book.Text{Value: "ab "})
	}
	p := s.paragraph(th.Style(theme.Paragraph))
	p.add(list, s.look(p.style, "en", s.elem))
	if n := len(s.linesOf(p, frame{elem: s.elem, style: p.style}, 0)); n < 1000 {
		t.Errorf("%d lines", n)
	}
}
