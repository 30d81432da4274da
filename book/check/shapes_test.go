package check

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"octavo/book"
	"octavo/book/graphic/drawing"
)

// TestNames compares names that may be one person's. Letters count from eleven on.
func TestNames(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want bool
	}{
		{"Ilse Brandvik", "Ilse Brandvick", true},
		{"Ilse Brandvik", "ilse brandvik", true},
		{"Ilse Brandvík", "Ilse Brandvik", true},
		{"Brandvik, Ilse", "Ilse Brandvik", true},
		{"Brandvik Ilse", "Ilse Brandvik", true},
		{"I. Brandvik", "Ilse Brandvik", true},
		{"Ilse Brandvik", "I. Brandvik", true},
		{"J. Brandvik", "Ilse Brandvik", false},
		{"Ilsa Maria Brandvik", "Ilse Brandvik", false},
		{"Ilse Brandvik", "Ilsa Brandvyk", false},
		{"Ann O'Hara", "Ann OHara", true},
		{"Ann-Marie Lee", "Ann Marie Lee", true},
		{"Jan Bakers", "Jan Bakert", false},     // nine letters
		{"Jane Bakers", "Jane Bakert", true},    // ten, and a space
		{"Reader 10000", "Reader 10001", false}, // figures
		{"Reader Count", "Reader Coun2", false},
		{"...", "...", false},
		{"Ann Lee", "...", false},
	} {
		if got := one(tt.a, tt.b); got != tt.want {
			t.Errorf("%q and %q: %v", tt.a, tt.b, got)
		}
		// Two names find each other when they share a key.
		keys := spellings(tt.a)
		shared := slices.ContainsFunc(spellings(tt.b), func(k string) bool { return slices.Contains(keys, k) })
		if tt.want && !shared {
			t.Errorf("%q and %q share no key", tt.a, tt.b)
		}
	}
}

// TestSpellings gives the keys of a name: as it is, its words in order, run together, with
// an initial, and from 11 to 64 letters with one left out.
func TestSpellings(t *testing.T) {
	for _, tt := range []struct {
		name string
		want []string
		more int // keys with a letter left out
	}{
		{"Bo Ek", []string{"bo ek", "=bo ek", "+boek", ".b ek"}, 0},
		{"Ek", []string{"ek", "=ek", "+ek"}, 0},
		{"Zoë Abe", []string{"zoe abe", "=abe zoe", "+zoeabe", ".z abe"}, 0},
		{"李 明", []string{"李 明", "=明 李", "+李明"}, 0},
		{"!", nil, 0},
		{"Jan Bakers", []string{"jan bakers", "=bakers jan", "+janbakers", ".j bakers"}, 0},
		{"Jane Bakers", []string{"jane bakers", "=bakers jane", "+janebakers", ".j bakers", "ane bakers", "jne bakers"}, 11},
	} {
		got := spellings(tt.name)
		if len(tt.want) > len(got) || !slices.Equal(got[:len(tt.want)], tt.want) {
			t.Errorf("%s: %q", tt.name, got)
		}
		if tt.more > 0 && len(got) != 4+tt.more || tt.more == 0 && len(got) != len(tt.want) {
			t.Errorf("%s: %d keys", tt.name, len(got))
		}
	}
	for n, want := range map[int]int{64: 3 + 64, 65: 3} {
		if got := len(spellings(strings.Repeat("x", n))); got != want {
			t.Errorf("%d letters have %d keys, want %d", n, got, want)
		}
	}
}

func TestExcerpt(t *testing.T) {
	for _, tt := range []struct{ s, at, want string }{
		{`a"b`, `"`, `a"b`},
		{`123456789012"123456789012`, `"`, `123456789012"123456789012`},
		{`0123456789012"1234567890123`, `"`, `…123456789012"123456789012…`},
		{`éééééééééééééé"`, `"`, `…éééééééééééé"`},
		{`"éééééééééééééé`, `"`, `"éééééééééééé…`},
		{` "`, `"`, `"`},
	} {
		i := strings.Index(tt.s, tt.at)
		if got := excerpt(tt.s, i, i+len(tt.at)); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.s, got, tt.want)
		}
	}
}

// TestShouted: two words of ten letters, four to a word; four words of three; one of twelve.
func TestShouted(t *testing.T) {
	for s, want := range map[string]string{
		"never WRITE SUCH things":         "",
		"never WRITE THESE things":        "WRITE THESE",
		"the BBC AND CNN AND met":         "BBC AND CNN AND",
		"the BBC AND CNN met":             "",
		"the BBC, CNN, NBC, ABC, CBS":     "",
		"the BBC; CNN; NBC; ABC; CBS":     "",
		"an ABCDEFGHIJKL":                 "ABCDEFGHIJKL",
		"an ABCDEFGHIJK":                  "",
		"STOP NOW, PLEASE":                "",
		"HOLD THEM, SHOOT AGAIN! now":     "SHOOT AGAIN!",
		"LOOK A THERE OVER":               "LOOK A THERE OVER",
		"DON’T EVER STOP":                 "DON’T EVER STOP",
		"WRITE then THESE":                "",
		"WRITE B2B THESE":                 "",
		"SEE A@B.COM THERE":               "",
		"ÉCRIS ÇA BIEN LÀ":                "ÉCRIS ÇA BIEN LÀ",
		"ÉCRIS TOUJOURS":                  "ÉCRIS TOUJOURS",
		"A B C D E F G H I J K L M N O P": "",
	} {
		if got := shouted(s); got != want {
			t.Errorf("%s: %q, want %q", s, got, want)
		}
		if want != "" && !capitalised(s) {
			t.Errorf("%s is passed over", s)
		}
	}
	for s, want := range map[string]bool{"AB C": false, "ABC": true, "A-B-C": true, "AB’C": true, "AaBbC": false, "ÄÖÜ": true, "äöü": false, "A'B'C": true, "AZ@": false, "[Z]": false} {
		if got := capitalised(s); got != want {
			t.Errorf("%s: %v", s, got)
		}
	}
}

// TestForeign finds words of another script, from as many letters on as make a word of it.
func TestForeign(t *testing.T) {
	for _, tt := range []struct{ text, code, word, script string }{
		{"the number π is", "Latn", "", ""},
		{"the αβ ray", "Latn", "", ""},
		{"the λόγος, said", "Latn", "λόγος", "Greek"},
		{"λόγος", "Latn", "λόγος", "Greek"},
		{"λόγος", "Grek", "", ""},
		{"an Я there", "Latn", "", ""},
		{"an да there", "Latn", "да", "Cyrillic"},
		{"at 東京 there", "Latn", "東京", "Han"},
		{"at 東京 there", "Jpan", "", ""},
		{"a 食べる b", "Latn", "食べる", "Hiragana"},
		{"a べる食 b", "Latn", "べる食", "Hiragana"},
		{"a コーヒー b", "Latn", "コーヒー", "Katakana"},
		{"a 서울 b", "Latn", "서울", "Hangul"},
		{"אב γδ", "Latn", "אב", "Hebrew"},
		{"γδ אב", "Latn", "אב", "Hebrew"},
		{"नि", "Latn", "नि", "Devanagari"},
		{"the हिन्दी word", "Latn", "हिन्दी", "Devanagari"},
		{"plain café", "Latn", "", ""},
	} {
		word, s := foreign(tt.text, tt.code)
		name := ""
		if s != nil {
			name = s.name
		}
		if word != tt.word || name != tt.script {
			t.Errorf("%s in %s: %q in %q, want %q in %q", tt.text, tt.code, word, name, tt.word, tt.script)
		}
	}
}

func TestBare(t *testing.T) {
	for s, want := range map[string]string{" Here! ": "here", "«Más»": "más", "→ read more →": "read more", "a-b": "a-b", "...": ""} {
		if got := bare(s); got != want {
			t.Errorf("%q: %q", s, got)
		}
	}
}

// TestBefore compares days where one of two dates has no time.
func TestBefore(t *testing.T) {
	at := func(y, m, d, h int, timed bool) book.Date {
		return book.Date{Time: time.Date(y, time.Month(m), d, h, 0, 0, 0, time.UTC), HasTime: timed}
	}
	for i, tt := range []struct {
		a, b book.Date
		want bool
	}{
		{at(2025, 3, 4, 5, true), at(2025, 3, 4, 6, true), true},
		{at(2025, 3, 4, 6, true), at(2025, 3, 4, 5, true), false},
		{at(2025, 3, 4, 0, false), at(2025, 3, 4, 6, true), false},
		{at(2025, 3, 4, 5, true), at(2025, 3, 5, 0, false), true},
		{at(2025, 3, 31, 0, false), at(2025, 4, 1, 0, false), true},
		{at(2024, 12, 31, 0, false), at(2025, 1, 1, 0, false), true},
		{at(2025, 1, 1, 0, false), at(2024, 12, 31, 0, false), false},
	} {
		if got := before(tt.a, tt.b); got != tt.want {
			t.Errorf("%d: %v", i, got)
		}
	}
}

// TestBeside: words of a key stand right of its mark, or left when they end there, as high
// as it and no farther than 16 pixels or twice their size.
func TestBeside(t *testing.T) {
	sh := shape{x: 100, y: 100, w: 12, h: 12} // its middle is at 106, that of words of 12 at y-4
	for _, tt := range []struct {
		words words
		want  bool
	}{
		{words{112, 110, 12, false}, true},
		{words{111, 110, 12, false}, false},
		{words{136, 110, 12, false}, true},
		{words{137, 110, 12, false}, false},
		{words{120, 116, 12, false}, true},
		{words{120, 117, 12, false}, false},
		{words{120, 104, 12, false}, true},
		{words{120, 103, 12, false}, false},
		{words{100, 110, 12, true}, true},
		{words{101, 110, 12, true}, false},
		{words{76, 110, 12, true}, true},
		{words{75, 110, 12, true}, false},
		{words{128, 108, 6, false}, true}, // of small words, 16 pixels
		{words{129, 108, 6, false}, false},
		{words{120, 114, 6, false}, true}, // the mark is higher than they
	} {
		if got := sh.beside(tt.words); got != tt.want {
			t.Errorf("%+v: %v", tt.words, got)
		}
	}
}

func TestLike(t *testing.T) {
	m := mark{form: "line", dashes: "a", width: 4}
	for i, tt := range []struct {
		n    mark
		want bool
	}{
		{mark{form: "line", dashes: "a", width: 7}, true}, {mark{form: "line", dashes: "a", width: 8}, false},
		{mark{form: "line", dashes: "a", width: 3}, true}, {mark{form: "line", dashes: "a", width: 2}, false},
		{mark{form: "line", dashes: "b", width: 4}, false}, {mark{form: "bar", dashes: "a", width: 4}, false},
	} {
		if m.like(tt.n) != tt.want {
			t.Errorf("mark %d: %v", i, !tt.want)
		}
	}
}

// TestKinds picks what tells things apart: keys, three bars of one breadth, and curves.
func TestKinds(t *testing.T) {
	red, blue := drawing.Color{R: 255}, drawing.Color{B: 255}
	s := &survey{width: 600, height: 400, uses: map[drawing.Color]int{red: 2, blue: 1}}
	put := func(c drawing.Color, form string, w, h int, bar, curve bool) {
		s.shapes = append(s.shapes, shape{mark: mark{color: c, form: form, width: 1}, w: w, h: h, bar: bar, curve: curve})
	}
	s.words = []words{{100, 25, 12, false}}
	put(red, "key", 100, 50, false, false)
	put(red, "key", 100, 50, false, false)
	put(red, "wide", 101, 50, false, false)
	put(red, "high", 100, 51, false, false)
	put(blue, "lone", 100, 50, false, false)
	if got := fmt.Sprint(s.keyed()); got != "[{{255 0 0} key  1}]" {
		t.Errorf("keys: %s", got)
	}
	s.shapes = nil
	for i := range 4 {
		put(red, "r", 10, 20+i, true, false)
		if i < 2 {
			put(blue, "r", 11, 30, true, false)
		}
		put(blue, "r", 40+i, 7, i < 3, false)
	}
	if got := fmt.Sprint(s.bars()); got != "[{{255 0 0} column  10} {{0 0 255} bar  7}]" {
		t.Errorf("bars: %s", got)
	}
	s.shapes = nil
	put(red, "line", 200, 1, false, true)
	put(red, "line", 300, 1, false, true)
	put(blue, "line", 199, 1, false, true)
	put(blue, "line", 300, 1, false, false)
	put(blue, "curve", 300, 1, false, true)
	if got := fmt.Sprint(s.lines()); got != "[{{255 0 0} line  1}]" {
		t.Errorf("curves: %s", got)
	}
}

// TestUpright: four corners along the axes, in either order, closed or not.
func TestUpright(t *testing.T) {
	corners := func(xy ...int64) (p []drawing.Point) {
		for i := 0; i < len(xy); i += 2 {
			p = append(p, drawing.Point{X: drawing.Fixed(xy[i]), Y: drawing.Fixed(xy[i+1])})
		}
		return p
	}
	for i, tt := range []struct {
		p    []drawing.Point
		want bool
	}{
		{corners(0, 0, 5, 0, 5, 3, 0, 3), true}, {corners(0, 0, 5, 0, 5, 3, 0, 3, 0, 0), true},
		{corners(0, 0, 0, 3, 5, 3, 5, 0), true}, {corners(0, 0, 5, 0, 5, 3, 0, 3, 1, 0), false},
		{corners(0, 0, 5, 0, 5, 3), false}, {corners(0, 1, 5, 0, 5, 3, 0, 3), false},
		{corners(0, 0, 5, 0, 6, 3, 0, 3), false}, {corners(0, 0, 5, 0, 5, 3, 0, 4), false},
		{corners(0, 0, 5, 0, 5, 3, 1, 3), false}, {corners(1, 0, 0, 3, 5, 3, 5, 0), false},
		{corners(0, 0, 0, 3, 5, 4, 5, 0), false}, {corners(0, 0, 0, 3, 5, 3, 6, 0), false}, {corners(0, 0, 0, 3, 5, 3, 5, 1), false},
	} {
		if got := upright(tt.p); got != tt.want {
			t.Errorf("%d: %v", i, got)
		}
	}
}

// TestFlat lays a paint on white; half of black is the grey in the middle.
func TestFlat(t *testing.T) {
	paint := func(c drawing.Color, a drawing.Alpha) *drawing.Paint { return &drawing.Paint{Color: c, Opacity: a} }
	for i, tt := range []struct {
		p       *drawing.Paint
		opacity drawing.Alpha
		want    drawing.Color
		ok      bool
	}{
		{nil, drawing.Opaque, drawing.Color{}, false},
		{&drawing.Paint{Gradient: &drawing.Gradient{}, Opacity: drawing.Opaque}, drawing.Opaque, drawing.Color{}, false},
		{paint(drawing.Color{R: 10, G: 20, B: 30}, drawing.Opaque), drawing.Opaque, drawing.Color{R: 10, G: 20, B: 30}, true},
		{paint(drawing.Color{}, drawing.Opaque/2), drawing.Opaque, drawing.Color{R: 128, G: 128, B: 128}, true},
		{paint(drawing.Color{}, drawing.Opaque/2), drawing.Opaque / 2, drawing.Color{R: 191, G: 191, B: 191}, true},
		{paint(drawing.Color{}, drawing.Opaque/10), drawing.Opaque, drawing.Color{R: 230, G: 230, B: 230}, false},
	} {
		got, ok := flat(tt.p, tt.opacity)
		near := func(a, b uint8) bool { return a == b || a+1 == b || b+1 == a }
		if ok != tt.ok || !near(got.R, tt.want.R) || !near(got.G, tt.want.G) || !near(got.B, tt.want.B) {
			t.Errorf("%d: %v %v", i, got, ok)
		}
	}
}
