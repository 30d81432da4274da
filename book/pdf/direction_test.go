package pdf

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"octavo/book"
	"octavo/book/font/shape"
	"octavo/book/internal/validator"
	"octavo/book/source/markdown"
	"octavo/book/typeset/layout"
	"octavo/book/typeset/theme"
)

// scripts are texts that take more than one letter after the other.
var scripts = []struct{ lang, title, text string }{
	{"he", "הנמל הישן", "בשנת 1933 נפתח בחיפה נמל חדש, והעיר השתנתה בתוך זמן קצר. חברת Lloyd Register רשמה את הספינות מדי שנה, והמחיר היה 12.50 לירות בלבד. מי שרצה לקרוא עוד פנה אל הספרייה העירונית."},
	{"ar", "الميناء القديم", "في عام 1905 افتُتح رصيف جديد في الإسكندرية، وتغيّرت المدينة خلال سنوات قليلة. سجّلت شركة Lloyd Register السفن كلها في كل سنة، وكان الثمن ١٢٫٥٠ جنيهًا فقط."},
	{"fa", "بندر کهنه", "در سال ۱۳۱۲ بندر تازه\u200cای گشوده شد و شهر در چند سال دگرگون شد. بازرگانان در کنار ساحل انبار می\u200cساختند."},
	{"hi", "पुराना बंदरगाह", "सन् १९३३ में एक नया बंदरगाह खुला और कुछ ही वर्षों में शहर बदल गया। व्यापारियों ने समुद्र के किनारे गोदाम बनाए, और जहाज़ों की सूची हर वर्ष प्रकाशित हुई। क्षत्रिय, ज्ञान, श्रद्धा और विद्यार्थी कठिन शब्द हैं।"},
	{"th", "ท่าเรือเก่า", "เรือลำสุดท้ายออกจากท่าเมื่อเวลาเที่ยงคืนและไม่มีผู้โดยสารเลยสักคน กัปตันบอกว่าตารางเวลาคือคำสัญญาว่าจะกลับบ้าน ผู้คนจึงยังเชื่อและรอคอยเรือลำนี้อยู่ทุกคืน"},
}

// TestScripts sets a book in each language and reads its text back.
func TestScripts(t *testing.T) {
	th, _ := theme.Builtin("press")
	dir := t.TempDir()
	var names []string
	for _, tt := range scripts {
		t.Run(tt.lang, func(t *testing.T) {
			src := "---\ntitle: " + tt.title + "\n---\n\n" + tt.text + "\n\n- " + tt.title + "\n\n> " + tt.text + "\n"
			c, _ := markdown.Parse("a.md", []byte(src), markdown.Options{Language: tt.lang})
			b := &book.Book{Title: tt.title, Language: tt.lang, Identifier: "urn:isbn:9780000000002",
				Parts: []*book.Part{{Chapters: []*book.Chapter{c}}}}
			doc, list, err := layout.Set(b, th, layout.Options{Fonts: shape.Builtin(), Generator: "Octavo"})
			if err != nil || len(list) > 0 {
				t.Fatal(err, list)
			}
			data, err := Encode(doc, Options{})
			if err != nil {
				t.Fatal(err)
			}
			name := filepath.Join(dir, tt.lang+".pdf")
			if err := os.WriteFile(name, data, 0o644); err != nil {
				t.Fatal(err)
			}
			names = append(names, name)
			plain := validator.PDFText(t, name, validator.TextOptions{})
			for _, w := range strings.Fields(tt.text) {
				w = strings.TrimFunc(w, unicode.IsPunct)
				if tt.lang != "th" && !strings.Contains(bare(plain), bare(w)) { // Thai writes no spaces: lines end within these
					t.Errorf("the word %s is not whole in\n%s", w, plain)
				}
			}
			if got := letters(plain); strings.Count(got, letters(tt.text)) != 2 {
				t.Errorf("the text does not come back:\n%s\nin\n%s", letters(tt.text), got)
			}
		})
	}
	validator.VeraPDF(t, names...)
}

// letters is text without white, and without what a program adds to show it in
// its direction, see bare.
func letters(s string) string { return strings.Join(strings.Fields(bare(s)), "") }

// bare is text without the signs of its direction, and with its marks in one order.
func bare(s string) string {
	return norm.NFC.String(strings.Map(func(r rune) rune {
		switch {
		case r == 0x200b, r == 0x200e, r == 0x200f, r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069:
			return -1
		}
		return r
	}, s))
}
