package locale

import (
	"strings"
	"testing"
	"time"

	"octavo/book"
	"octavo/book/language/langdata"
)

const allKeys = "access-images-described access-images-undescribed access-no-images access-page-list access-reflowable " +
	"access-structure acknowledgements " +
	"admonition-abstract admonition-caution admonition-example admonition-important admonition-note admonition-question admonition-tip admonition-warning " +
	"afterword afterword-by back-to-call begin-reading by chart colon comma " +
	"compiled-by contents continued contributions-by contributors cover cover-by cover-of dedication " +
	"designed-by edited-by editors-note epigraph first-published foreword foreword-by half-title " +
	"illustrated-by illustration illustrations imprint index introduction-by isbn landmarks list-of-figures made-with map note " +
	"page-number pages part-number photo photographs photographs-by picture-credits published-by series-number set-in " +
	"stop title-page translated-by translation updated"

func TestKeys(t *testing.T) {
	keys := Keys()
	for i, k := range keys {
		if string(k) != strings.ToLower(string(k)) || strings.ContainsAny(string(k), " _") {
			t.Errorf("key %q is not in kebab case", k)
		}
		if i > 0 && keys[i-1] >= k {
			t.Errorf("%s stands before %s", keys[i-1], k)
		}
	}
	// Manifests name them under words: a name that changes breaks books.
	var names []string
	for _, k := range keys {
		names = append(names, string(k))
	}
	if got := strings.Join(names, " "); got != allKeys {
		t.Errorf("other keys:\n%s", got)
	}
	for code, key := range roles {
		if strings.Count(For("en").Word(key), "%s") != 1 {
			t.Errorf("role %s has no place for a name", code)
		}
	}
}

// TestRoles says what the people of a book did.
func TestRoles(t *testing.T) {
	tests := map[string]string{
		"aut": "By %s", "edt": "Edited by %s", "trl": "Translated by %s", "ill": "Illustrated by %s", "art": "Illustrated by %s",
		"pht": "Photographs by %s", "wfw": "Foreword by %s", "aui": "Introduction by %s", "win": "Introduction by %s",
		"aft": "Afterword by %s", "waw": "Afterword by %s", "com": "Compiled by %s", "bkd": "Designed by %s", "dsr": "Designed by %s",
		"cov": "Cover by %s", "ctb": "With contributions by %s", "pbl": "Published by %s",
	}
	for code, key := range roles {
		if got := For("en").Word(key); got != tests[code] {
			t.Errorf("role %s is %q, want %q", code, got, tests[code])
		}
	}
	if len(roles) != len(tests) {
		t.Errorf("%d roles, want %d", len(roles), len(tests))
	}
}

func TestFor(t *testing.T) {
	tests := []struct{ lang, tag, contents string }{
		{"en", "en", "Contents"},
		{"en-GB", "en-GB", "Contents"},
		{"EN_us", "en-US", "Contents"},
		{"de-AT-1996", "de-AT", "Inhalt"},
		{"zh", "zh-Hans", "目录"},
		{"zh-CN", "zh-Hans", "目录"},
		{"zh-Hans-TW", "zh-Hans", "目录"},
		{"zh-TW", "zh-Hant", "目錄"},
		{"zh-Hant", "zh-Hant", "目錄"},
		{"zh-cmn-Hant", "zh-Hant", "目錄"},
		{"yue", "zh-Hant", "目錄"},
		{"ko-KR", "ko", "차례"},
		{"he-IL", "he", "תוכן העניינים"},
		{"ar-EG", "ar", "المحتويات"},
		{"ja", "ja", "目次"},
		{"pt-PT", "pt-PT", "Índice"},
		{"tlh", "en", "Contents"},
		{"den", "en", "Contents"},
		{"", "en", "Contents"},
		{"-", "en", "Contents"},
	}
	for _, tt := range tests {
		l := For(tt.lang)
		if l.Lang() != tt.tag || l.Word(Contents) != tt.contents {
			t.Errorf("For(%q) is %s with %q, want %s with %q", tt.lang, l.Lang(), l.Word(Contents), tt.tag, tt.contents)
		}
	}
}

func TestDay(t *testing.T) {
	tests := []struct {
		lang       string
		day, first string
	}{
		{"en", "5 November 2025", "1 March 2026"},
		{"en-US", "November 5, 2025", "March 1, 2026"},
		{"zh", "2025年11月5日", "2026年3月1日"},
		{"zh-TW", "2025年11月5日", "2026年3月1日"},
		{"he", "5 בנובמבר 2025", "1 במרץ 2026"},
		{"ar", "5 نوفمبر 2025", "1 مارس 2026"},
		{"ja", "2025年11月5日", "2026年3月1日"},
		{"ko", "2025년 11월 5일", "2026년 3월 1일"},
		{"de", "5. November 2025", "1. März 2026"},
		{"fr", "5 novembre 2025", "1er mars 2026"},
		{"es", "5 de noviembre de 2025", "1 de marzo de 2026"},
		{"it", "5 novembre 2025", "1º marzo 2026"},
		{"pt", "5 de novembro de 2025", "1º de março de 2026"},
		{"nl", "5 november 2025", "1 maart 2026"},
	}
	for _, tt := range tests {
		l := For(tt.lang)
		if got := l.Day(2025, 11, 5); got != tt.day {
			t.Errorf("%s: got %q, want %q", tt.lang, got, tt.day)
		}
		if got := l.Day(2026, 3, 1); got != tt.first {
			t.Errorf("%s: got %q, want %q", tt.lang, got, tt.first)
		}
	}
	if got := For("en").Day(2025, 13, 5); got != "5 December 2025" {
		t.Errorf("month 13 gives %q", got)
	}
}

// TestDayOfAuthor gives the day as the author wrote it, in whatever zone.
func TestDayOfAuthor(t *testing.T) {
	at := book.Date{Time: time.Date(2025, 11, 5, 22, 54, 0, 0, time.FixedZone("", 8*3600)), HasTime: true}
	if got := For("en").Date(at); got != "5 November 2025" {
		t.Errorf("Date gives %q", got)
	}
	if got := For("en").Date(book.Date{}); got != "" {
		t.Errorf("no date gives %q", got)
	}
}

// TestPartly holds the languages whose drawers are partly filled to English dates and
// lists, and to no empty ones.
func TestPartly(t *testing.T) {
	for _, d := range langdata.All() {
		l := For(d.Tag)
		if l.Day(2025, 11, 5) == "" || l.Join([]string{"Zq", "Qz"}) == "ZqQz" {
			t.Errorf("%s: %q, %q", d.Tag, l.Day(2025, 11, 5), l.Join([]string{"Zq", "Qz"}))
		}
		if n, ok := Value(l.Number(1203)); n != 1203 || !ok {
			t.Errorf("%s: %s is %d", d.Tag, l.Number(1203), n)
		}
	}
	if got := For("eu").Day(2025, 11, 5); got != "5 November 2025" {
		t.Errorf("Basque has %q", got)
	}
	if _, ok := Value("iv"); ok {
		t.Error("iv is no number")
	}
}

func TestJoin(t *testing.T) {
	tests := []struct{ lang, names, want string }{
		{"en", "", ""},
		{"en", "A", "A"},
		{"en", "A|B", "A and B"},
		{"en", "A|B|C", "A, B and C"},
		{"en", "A|| C ", "A and C"},
		{"de", "A|B|C", "A, B und C"},
		{"fr", "A|B", "A et B"},
		{"es", "A|Juan", "A y Juan"},
		{"es", "A|Inés", "A e Inés"},
		{"es", "A|Hilario", "A e Hilario"},
		{"es", "A|Íñigo", "A e Íñigo"},
		{"es", "A|Ian", "A y Ian"},
		{"zh", "甲|乙|丙", "甲、乙、丙"},
		{"he", "א|ב|ג", "א, ב וג"},
		{"ar", "أ|ب|ج", "أ وب وج"},
		{"ja", "甲|乙", "甲、乙"},
		{"ko", "가|나|다", "가, 나, 다"},
	}
	for _, tt := range tests {
		if got := For(tt.lang).Join(strings.Split(tt.names, "|")); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.lang, got, tt.want)
		}
	}
}

func TestFormat(t *testing.T) {
	en, fr, zh := For("en"), For("fr-CA"), For("zh-CN")
	credited := func(by, format string) *book.Figure {
		return &book.Figure{Credit: []book.Inline{&book.Text{Value: by}}, Image: &book.Image{Picture: &book.Picture{Format: format}}}
	}
	photo := credited("VCG", "jpeg")
	tests := []struct{ name, got, want string }{
		{"byline", en.Byline([]string{"A", "B"}), "By A and B"},
		{"no byline", en.Byline(nil), ""},
		{"byline in Chinese", zh.Byline([]string{"甲", "乙"}), "作者：甲、乙"},
		{"editor", en.Credit("edt", "A"), "Edited by A"},
		{"unknown role", en.Credit("xyz", "A"), "With contributions by A"},
		{"photo", en.CreditLabel(photo), "Photo: "},
		{"photo in French", fr.CreditLabel(photo), "Photo\u202F: "},
		{"photo in Chinese", zh.CreditLabel(photo), "图片："},
		{"drawing", en.CreditLabel(credited("Ilse Brandvik", "svg")), "Illustration: "},
		{"credit that says what it is", en.CreditLabel(credited("Map: Ilse Brandvik", "svg")), ""},
		{"the same in Japanese", en.CreditLabel(credited("図：海老原", "png")), ""},
		{"right", en.CreditLabel(credited("© Harbour Museum", "jpeg")), ""},
		{"no credit", en.CreditLabel(&book.Figure{}), ""},
		{"figure without a picture", en.CreditLabel(&book.Figure{Credit: photo.Credit}), "Photo: "},
		{"back", en.Back("3"), "Back to note 3 in the text"},
		{"two places", en.Format(SeriesNumber, "Tides", "2"), "Tides, number 2"},
		{"too few", en.Format(SeriesNumber, "Tides"), "Tides, number "},
		{"too many", en.Format(By, "A", "B"), "By A B"},
		{"no place", en.Format(Contents, "A"), "Contents A"},
		{"place in a name", en.Format(SeriesNumber, "%s", "1"), "%s, number 1"},
		{"no such key", en.Format("nothing", "A"), "A"},
	}
	for _, tt := range tests {
		if tt.got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, tt.got, tt.want)
		}
	}
}

func TestDivisionTitle(t *testing.T) {
	title := []book.Inline{&book.Text{Value: "Mind the ropes"}}
	for _, c := range []struct {
		name string
		d    book.Division
		lang string
		want string
	}{
		{"a kind", book.Division{Class: book.Admonition, Kind: book.KindWarning}, "en", "Warning"},
		{"a kind in German", book.Division{Class: book.Admonition, Kind: book.KindTip}, "de-AT", "Tipp"},
		{"a kind in Korean", book.Division{Class: book.Admonition}, "ko", "참고"},
		{"a title", book.Division{Class: book.Admonition, Title: title}, "de", "Mind the ropes"},
		{"a box", book.Division{Class: book.Box}, "en", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := book.PlainText(For(c.lang).DivisionTitle(&c.d)); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestWith(t *testing.T) {
	en := For("en")
	l, faults := en.With(map[string]string{
		"editors-note": "From the desk", "edtors-note": "x", "by": "Words: %s", "edited-by": "Editor", "quite-another": "x",
	})
	if l.Word(EditorsNote) != "From the desk" || l.Byline([]string{"A"}) != "Words: A" || l.Word(EditedBy) != "Edited by %s" {
		t.Errorf("overrides give %q, %q and %q", l.Word(EditorsNote), l.Byline([]string{"A"}), l.Word(EditedBy))
	}
	want := []Fault{{"edited-by", "", 1}, {"edtors-note", "editors-note", -1}, {"quite-another", "", -1}}
	if len(faults) != len(want) {
		t.Fatalf("got %v, want %v", faults, want)
	}
	for i := range want {
		if faults[i] != want[i] {
			t.Errorf("got %v, want %v", faults[i], want[i])
		}
	}
	if en.Word(EditorsNote) != "Editor’s note" || For("en").Word(EditorsNote) != "Editor’s note" {
		t.Error("With has changed the words of all")
	}
}

func TestScript(t *testing.T) {
	tests := []struct {
		lang, script string
		rightToLeft  bool
	}{
		{"en-GB", "Latn", false},
		{"zh", "Hans", false},
		{"zh-TW", "Hant", false},
		{"zh-Latn-pinyin", "Latn", false},
		{"ja", "Jpan", false},
		{"ko", "Kore", false},
		{"ru", "Cyrl", false},
		{"grc", "Grek", false},
		{"sr-Latn", "Latn", false},
		{"ar-EG", "Arab", true},
		{"he", "Hebr", true},
		{"az-arab", "Arab", true},
		{"en-x-arab", "Latn", false},
		{"de-1996", "Latn", false},
		{"", "Latn", false},
	}
	for _, tt := range tests {
		if s, r := Script(tt.lang), RightToLeft(tt.lang); s != tt.script || r != tt.rightToLeft {
			t.Errorf("%q: got %s %v, want %s %v", tt.lang, s, r, tt.script, tt.rightToLeft)
		}
	}
}

func TestQuotes(t *testing.T) {
	tests := []struct{ lang, want string }{
		{"en", "“a ‘b’”"},
		{"de-AT", "„a ‚b‘“"},
		{"de-CH", "«a ‹b›»"},
		{"fr", "«\u202Fa “b”\u202F»"},
		{"zh", "“a ‘b’”"},
		{"zh-HK", "「a 『b』」"},
		{"ja", "「a 『b』」"},
		{"tlh", "“a ‘b’”"},
	}
	for _, tt := range tests {
		q := QuotesFor(tt.lang)
		if got := q.Open + "a " + q.InnerOpen + "b" + q.InnerClose + q.Close; got != tt.want {
			t.Errorf("%s: got %s, want %s", tt.lang, got, tt.want)
		}
	}
}

func BenchmarkFor(b *testing.B) {
	for b.Loop() {
		For("zh-Hant-TW").Day(2025, 11, 5)
	}
}

// TestCreditSorts reads the labels of credits of what is no photograph.
func TestCreditSorts(t *testing.T) {
	text := func(s string) []book.Inline { return []book.Inline{&book.Text{Value: s}} }
	for _, tt := range []struct{ lang, alt, caption, want string }{
		{"en", "A map of the strait", "", "Map: "},
		{"en", "The quay", "Chart of the tides", "Chart: "},
		{"en", "Mapping the strait", "A man with a map", "Photo: "},
		{"de", "Eine Karte der Bucht", "", "Karte: "},
		{"pl", "", "Mapa zatoki", "Mapa: "},
		{"vi", "Bản đồ eo biển", "", "Bản đồ: "},
		{"ja", "", "海峡の地図", "地図："},
		{"th", "แผนที่ช่องแคบ", "", "แผนที่: "},
	} {
		f := &book.Figure{Image: &book.Image{Alt: tt.alt}, Caption: text(tt.caption), Credit: text("VCG")}
		if got := For(tt.lang).CreditLabel(f); got != tt.want {
			t.Errorf("%s %q %q: %q, want %q", tt.lang, tt.alt, tt.caption, got, tt.want)
		}
		f.Sort = book.PhotoSort
		if got := For(tt.lang).CreditLabel(f); got == tt.want && tt.want != "Photo: " {
			t.Errorf("%s: a picture that is said to be a photo has %q", tt.lang, got)
		}
	}
}

// TestCreditGap reads what stands between captions and credits.
func TestCreditGap(t *testing.T) {
	for caption, want := range map[string]string{"The quay": Between, "The quay.": " ", "“The quay.”": " ", "港の朝。": " ", "The (old) quay": Between, "The quay (1956)": Between} {
		f := &book.Figure{Caption: []book.Inline{&book.Text{Value: caption}}}
		if got := For("en").CreditGap(f); got != want {
			t.Errorf("behind %q stands %q", caption, got)
		}
	}
}
