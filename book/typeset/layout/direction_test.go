package layout

import (
	"cmp"
	"slices"
	"strings"
	"testing"

	"octavo/book"
	"octavo/book/base/unit"
	"octavo/book/typeset/document"
)

// inLanguage sets Markdown as the one chapter of a book in a language.
func inLanguage(t *testing.T, lang, src string) *document.Document {
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
func seenLines(doc *document.Document, typ string) []seenLine {
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
		tx, ok := it.(*document.Text)
		if !ok || !within(tx.Elem, typ) {
			continue
		}
		if tx.Y != y {
			flush()
			out, y = append(out, seenLine{left: tx.X}), tx.Y
		}
		ln := &out[len(out)-1]
		ln.text += document.TextOf(tx)
		ln.left, ln.right = min(ln.left, tx.X), max(ln.right, tx.X+tx.Width())
		for _, w := range tx.Words {
			words = append(words, placed{tx.X + w.X, w.Run.Text})
		}
	}
	flush()
	return out
}

func within(e *document.Element, typ string) bool {
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
		{"code", "he", "הפקודה `ls -l /a/` כאן", "כאן ls -l /a/ הפקודה"},
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
	document.Mirror(pg.Items, geoSum)
	if dump(doc) == once {
		t.Error("mirrored items have not moved")
	}
	document.Mirror(pg.Items, geoSum)
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
		if tx, ok := it.(*document.Text); ok && tx.Elem != nil && tx.Tracking != 0 && strings.Contains(document.TextOf(tx), "ا") {
			t.Fatalf("%q has room of %s between its letters", document.TextOf(tx), tx.Tracking)
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
		folio, head := items[0].(*document.Text), items[1].(*document.Text)
		// Page 2 is a right page, with its folio outside, at the right.
		if n == 1 && folio.X < head.X || n == 2 && folio.X > head.X {
			t.Errorf("page %s: folio at %s, head at %s", pg.Label, folio.X, head.X)
		}
		if n == 2 {
			if got := document.TextOf(head); got != "נמל 12 חדש" {
				t.Errorf("running head %q", got)
			}
			if w := head.Words; w[0].X < w[1].X || w[1].X < w[2].X {
				t.Errorf("running head runs to the right: %v %v %v", w[0].X, w[1].X, w[2].X)
			}
		}
	}
}

// TestWithin sets an English chapter in a Hebrew book: its date, which is in Hebrew, begins where
// its title does, and a Hebrew cell where the head of its column does; and so turned round.
func TestWithin(t *testing.T) {
	const table = "\n\n| Word | Name |\n| --- | --- |\n| weir | [סכר]{lang=he} |\n| lock | שער |\n"
	for _, tt := range []struct {
		name, outer, inner string
		edge               func(ln seenLine) unit.Length
	}{
		{"English in Hebrew", "he", "en", func(ln seenLine) unit.Length { return ln.left }},
		{"Hebrew in English", "en", "he", func(ln seenLine) unit.Length { return ln.right }},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c := parse(t, "a.md", "---\ntitle: T\ndate: 2026-01-10\n---\n\nText."+table)
			c.Lang = tt.inner
			b := volume(c)
			b.Language = tt.outer
			doc, _ := set(t, b, Options{})
			edges := func(typ string) []unit.Length {
				var list []unit.Length
				for _, ln := range seenLines(doc, typ) {
					list = append(list, tt.edge(ln))
				}
				return list
			}
			if title, lines := edges("H1")[0], edges("P"); title != lines[0] {
				t.Errorf("the title begins at %s, the date at %s", title, lines[0])
			}
			var column []unit.Length
			for _, it := range doc.Pages[doc.Breaks[0].Page].Items {
				if tx, ok := it.(*document.Text); ok && (strings.Contains("סכר שער Name", strings.TrimSpace(document.TextOf(tx)))) {
					column = append(column, tt.edge(seenLine{left: tx.X, right: tx.X + tx.Width()}))
				}
			}
			if len(column) != 3 || column[0] != column[1] || column[1] != column[2] {
				t.Errorf("the cells of a column begin at %v", column)
			}
		})
	}
}
