package hyphen

import (
	"fmt"
	"math/rand"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"octavo/assets"
	"octavo/book/internal/fuzzing"
	"octavo/book/language/langdata"
)

// show puts hyphens where word may be divided.
func show(h *Hyphenator, word string) string {
	var b strings.Builder
	from := 0
	for _, i := range h.Hyphenate(word, nil) {
		b.WriteString(word[from:i] + "-")
		from = i
	}
	return b.String() + word[from:]
}

func TestHyphenate(t *testing.T) {
	tests := []struct{ lang, want string }{
		{"en-US", "hy-phen-ation"},
		{"en-US", "al-go-rithm"},
		{"en-US", "su-per-cal-ifrag-ilis-tic-ex-pi-ali-do-cious"},
		{"en-US", "as-so-ciate"}, // an exception
		{"en-US", "project"},     // an exception without a hyphen
		{"en-US", "man-u-script"},
		{"en-US", "type-set-ting"},
		{"en-GB", "hy-phen-a-tion"},
		{"en-GB", "al-gorithm"},
		{"de", "Sil-ben-tren-nung"},
		{"de", "Aus-nah-me"},
		{"de", "Stra-ßen-bahn"},
		{"de", "Zu-cker"},
		{"de-CH", "Stras-sen-bahn"},
		{"fr", "ty-po-gra-phie"},
		{"fr", "l’hô-pi-tal"},
		{"fr", "au-jour-d'hui"},
		{"es", "gui-ta-rra"},
		{"it", "del-l’ac-qua"},
		{"pt-BR", "cor-re-ção"},
		{"nl", "let-ter-gre-pen"},
		{"pl", "prze-no-sze-nie"},
		{"ru", "ти-по-гра-фия"},
		{"uk", "ти-по-гра-фія"},
		{"el", "τυ-πο-γρα-φία"},
		{"sv", "av-stav-ning"},
		{"da", "or-de-ling"},
		{"nb", "ord-de-ling"},
		{"fi", "ta-vu-tus"},
		{"hu", "el-vá-lasz-tás"},
		{"tr", "he-ce-le-me"},
		{"tr", "İs-tan-bul"},
		{"sk", "de-le-nie"},
		{"hr", "ras-tav-lja-nje"},
		{"ca", "com-pa-gi-na-ció"},
		{"la", "ty-po-gra-phia"},
	}
	for _, tt := range tests {
		h := Lookup(tt.lang)
		if got := show(h, strings.ReplaceAll(tt.want, "-", "")); got != tt.want {
			t.Errorf("%s: got %s, want %s", tt.lang, got, tt.want)
		}
	}
}

func TestWordsOfText(t *testing.T) {
	h := Lookup("en-US")
	tests := []struct{ name, want string }{
		{"empty", ""},
		{"too short", "able"},
		{"capital", "Hy-phen-ation"},
		{"quotes and stops", "“hy-phen-ation,”"},
		{"apostrophe", "al-go-rithm’s"},
		{"quoted", "'al-go-rithm'"},
		{"compound", "type-set-ting-al-go-rithm"},
		{"dash", "al-go-rithm—hy-phen-ation"},
		{"capitals", "HYPHENATION"},
		{"capital inside", "JavaScript"},
		{"name with an apostrophe", "O’Con-nell"},
		{"digits", "algorithm2"},
		{"address", "https://www.example.com/hyphenation"},
		{"host", "hyphenation.example"},
		{"mail", "algorithm@example.com"},
		{"path", "typesetting/algorithm"},
		{"end of a sentence", "al-go-rithm."},
		{"soft hyphen", "algo\u00ADrithm"},
		{"broken UTF-8", "algo\xffrithm"},
		{"other script", "活版印刷"},
		{"combining mark", "al-go\u0301rithm"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			word := tt.want
			for _, w := range []string{"hy-phen-ation", "Hy-phen-ation", "al-go-rithm", "al-go", "type-set-ting", "Con-nell"} {
				word = strings.ReplaceAll(word, w, strings.ReplaceAll(w, "-", ""))
			}
			if got := show(h, word); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestLongWords(t *testing.T) {
	h := Lookup("de")
	if got := h.Hyphenate(strings.Repeat("silben", longest), nil); got != nil {
		t.Errorf("a word of %d letters is divided", 6*longest)
	}
	fits := strings.Repeat("silben", longest/6)
	if got := h.Hyphenate(fits, nil); len(got) < 10 {
		t.Errorf("a word of %d letters is divided at %v only", len(fits), got)
	}
}

func TestLookup(t *testing.T) {
	tests := []struct{ lang, want string }{
		{"en", "en-us"}, {"en-US", "en-us"}, {"EN_gb", "en-gb"}, {"en-GB-oxendict", "en-gb"}, {"en-Latn-NZ", "en-us"},
		{"en-AU", "en-gb"}, {"de-AT", "de-1996"}, {"nn", "no"}, {"nb-NO", "no"}, {"pt-PT", "pt"}, {"el", "el-monoton"}, {"grc", "grc"},
		{"zh", ""}, {"ko", ""}, {"", ""}, {"e", ""}, {"eng", ""}, {"eno", ""}, {"cs", ""},
	}
	for _, tt := range tests {
		got := ""
		if h := Lookup(tt.lang); h != nil {
			got = h.lang
		}
		if got != tt.want {
			t.Errorf("Lookup(%q) has the patterns %q, want %q", tt.lang, got, tt.want)
		}
	}
	if got := Lookup("zh").Hyphenate("hyphenation", nil); got != nil {
		t.Errorf("no hyphenator divides at %v", got)
	}
}

func TestWith(t *testing.T) {
	h := Lookup("en-US").With("Octa-vo", "algorithm", "hyp-henation", "Mc-Allister", "s-e-a")
	for word, want := range map[string]string{
		"McAllister": "Mc-Allister", "McAllisters": "McAllisters", "(sea)": "(s-e-a)", "sea-sea’s": "s-e-a-s-e-a’s",
		"OCTAVO": "OCTA-VO", "UNESCO": "UNESCO",
		"Octavo": "Octa-vo", "octavo": "octa-vo", "algorithm": "algorithm", "hyphenation": "hyp-henation", "associate": "as-so-ciate",
	} {
		if got := show(h, word); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
	if got := show(Lookup("en-US"), "algorithm"); got != "al-go-rithm" {
		t.Errorf("With has changed the patterns of all: %s", got)
	}
	h = Lookup("ko").With("Skar-ne")
	if got := show(h, "Skarne") + " " + show(h, "hyphenation"); got != "Skar-ne hyphenation" {
		t.Errorf("without patterns: %s", got)
	}
}

func TestIsException(t *testing.T) {
	for word, want := range map[string]bool{
		"Skarne": true, "Skar-ne": true, "a-b-c": true, "Ål-borg": true, "Ка-рел": true, "e\u0301te\u0301": true,
		"": false, "a": false, "-": false, "-ab": false, "ab-": false, "a--b": false, "a b": false, "B2B": false,
		"ab\u00adcd": false, "a-\u0301b": false, "d'or": false, strings.Repeat("a", longest+1): false, "a\xff": false,
	} {
		if got := IsException(word); got != want {
			t.Errorf("IsException(%q) is %t", word, got)
		}
	}
}

func TestLanguagesAreAllEmbedded(t *testing.T) {
	files, err := assets.Hyphen.ReadDir("hyphen")
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, f := range files {
		names = append(names, strings.TrimSuffix(strings.TrimPrefix(f.Name(), "hyph-"), ".tex"))
	}
	var want []string
	for _, d := range langdata.All() {
		if h := d.Hyphenation; h.Patterns != "" && h.Patterns != langdata.None {
			want = append(want, h.Patterns)
			if Lookup(d.Tag) == nil {
				t.Errorf("%s has no patterns", d.Tag)
			}
		}
	}
	slices.Sort(want)
	if want = slices.Compact(want); !slices.Equal(names, want) {
		t.Errorf("files of %v, languages %v", names, want)
	}
	for _, lang := range names {
		if _, err := Parse(lang, source(t, lang), 2, 2); err != nil {
			t.Error(err)
		}
	}
}

func source(t testing.TB, lang string) string {
	t.Helper()
	text, err := assets.Hyphen.ReadFile("hyphen/hyph-" + lang + ".tex")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// alphabet is a pattern for each of n letters.
func alphabet(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString("1" + string(rune(0x4e00+i)) + " ")
	}
	return b.String()
}

func TestParseErrors(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"nothing", "", "there is no"},
		{"only a comment", `% \patterns{a1b}`, "there is no"},
		{"open brace", `\patterns{a1b`, "braces do not match"},
		{"nested braces", `\patterns{a{1}b}`, "braces do not match"},
		{"only a digit", `\patterns{1}`, `"1" is no pattern`},
		{"a command after text", `x \y z% \patterns{a1b}`, "there is no"},
		{"a comment in the braces", "\\patterns{% a1b}", "braces do not match"},
		{"no letters after the backslash", `\{a1b}`, "there is no"},
		{"too many letters", `\patterns{` + alphabet(300) + `}`, "is no pattern"},
		{"long pattern", `\patterns{` + strings.Repeat("a", longest+1) + `}`, "is no pattern"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if _, err := Parse("xx", tt.text, 2, 2); err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got error %v, want %q", err, tt.want)
			}
		})
	}
}

// slow divides a lower-case word by looking for every pattern at every place.
func slow(patterns []string, word string, left, right int) string {
	letters := []rune("." + word + ".")
	levels := make([]byte, len(letters)+1)
	for _, p := range patterns {
		var bare []rune
		at := map[int]byte{}
		for _, r := range p {
			if r >= '0' && r <= '9' {
				at[len(bare)] = byte(r - '0')
			} else {
				bare = append(bare, r)
			}
		}
		for i := range letters {
			if i+len(bare) <= len(letters) && string(letters[i:i+len(bare)]) == string(bare) {
				for k, l := range at {
					levels[i+k] = max(levels[i+k], l)
				}
			}
		}
	}
	var b strings.Builder
	for i, r := range letters[1 : len(letters)-1] {
		if i >= left && len(letters)-2-i >= right && levels[i+1]&1 == 1 {
			b.WriteByte('-')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// TestAgainstEveryPattern divides words made of fragments of the patterns.
func TestAgainstEveryPattern(t *testing.T) {
	done := map[string]bool{}
	for _, d := range langdata.All() {
		l := d.Hyphenation
		if l.Patterns == "" || l.Patterns == langdata.None || done[l.Patterns] || testing.Short() && l.Patterns != "en-gb" {
			continue
		}
		done[l.Patterns] = true
		t.Run(l.Patterns, func(t *testing.T) {
			text := source(t, l.Patterns)
			_, args, _, err := command(text[strings.Index(text, "\n\\patterns"):])
			if err != nil {
				t.Fatal(err)
			}
			patterns := strings.Fields(args)
			h, err := Parse(l.Patterns, `\patterns{`+args+`}`, l.Left, l.Right)
			if err != nil {
				t.Fatal(err)
			}
			r := rand.New(rand.NewSource(4))
			for range 20 {
				word := ""
				for range 1 + r.Intn(4) {
					for _, c := range patterns[r.Intn(len(patterns))] {
						if unicode.IsLetter(c) {
							word += string(c)
						}
					}
				}
				word = strings.ToLower(word)
				if n := utf8.RuneCountInString(word); n < l.Left+l.Right || n > longest {
					continue
				}
				if got, want := show(h, word), slow(patterns, word, l.Left, l.Right); got != want {
					t.Errorf("got %s, want %s", got, want)
				}
			}
		})
	}
}

func FuzzHyphenate(f *testing.F) {
	fuzzing.Begin(f)
	f.Add("en", "hyphenation")
	f.Add("fr", "l’hôpital")
	f.Add("tr", "İstanbul")
	f.Add("el", "τυπογραφία")
	f.Fuzz(func(t *testing.T, lang, word string) {
		h := Lookup(lang)
		last := 0
		for _, i := range h.Hyphenate(word, nil) {
			if i <= last || i >= len(word) || !utf8.RuneStart(word[i]) {
				t.Fatalf("%q is divided at %d", word, i)
			}
			if r, _ := utf8.DecodeRuneInString(word[i:]); unicode.IsMark(r) {
				t.Fatalf("%q is divided before a mark, at %d", word, i)
			}
			last = i
		}
	})
}

func FuzzParse(f *testing.F) {
	fuzzing.Begin(f)
	f.Add(`\patterns{a1b .c2d} \hyphenation{ta-ble}`, "abcd")
	f.Fuzz(func(t *testing.T, text, word string) {
		h, err := Parse("xx", text, 1, 1)
		if (h == nil) == (err == nil) {
			t.Fatalf("Parse returns %v and %v", h, err)
		}
		for _, i := range h.Hyphenate(word, nil) {
			if i <= 0 || i >= len(word) {
				t.Fatalf("%q is divided at %d", word, i)
			}
		}
	})
}

func BenchmarkHyphenate(b *testing.B) {
	words := strings.Fields("the compositor divides long words where the language of the book permits it and nowhere else")
	for _, lang := range []string{"en-US", "de", "hu"} {
		b.Run(lang, func(b *testing.B) {
			h := Lookup(lang)
			dst := make([]int, 0, 16)
			b.ReportAllocs()
			for b.Loop() {
				for _, w := range words {
					dst = h.Hyphenate(w, dst[:0])
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(words)), "ns/word")
		})
	}
}

func BenchmarkParse(b *testing.B) {
	for _, lang := range []string{"en-us", "de-1996", "hu"} {
		b.Run(lang, func(b *testing.B) {
			text := source(b, lang)
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Parse(lang, text, 2, 2); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func ExampleHyphenator_Hyphenate() {
	word := "typography"
	fmt.Println(Lookup("en").Hyphenate(word, nil))
	// Output: [2 5 7]
}
