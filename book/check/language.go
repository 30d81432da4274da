package check

import (
	"strings"
	"unicode"

	"octavo/book"
	"octavo/book/language/hyphen"
	"octavo/book/language/locale"
)

// A script is one that a voice reads wrongly in a text of another. least is the
// number of letters in a row that are a word and no sign: π is at home
// everywhere.
type script struct {
	name  string
	codes string // ISO 15924 codes, as locale.Script returns them, of languages written in it
	lang  string // for the hint
	other string // what else it may be, for the hint
	least int
	table *unicode.RangeTable
}

var scripts = []script{
	{"Han", "Hans Hant Hani Jpan Kore", "zh", ", or ja or ko", 1, unicode.Han},
	{"Hangul", "Kore Hang", "ko", "", 1, unicode.Hangul},
	{"Hiragana", "Jpan Hira", "ja", "", 1, unicode.Hiragana},
	{"Katakana", "Jpan Kana", "ja", "", 1, unicode.Katakana},
	{"Cyrillic", "Cyrl", "ru", "", 2, unicode.Cyrillic},
	{"Greek", "Grek", "el", "", 3, unicode.Greek},
	{"Arabic", "Arab", "ar", "", 1, unicode.Arabic},
	{"Hebrew", "Hebr", "he", "", 2, unicode.Hebrew},
	{"Thai", "Thai", "th", "", 1, unicode.Thai},
	{"Devanagari", "Deva", "hi", "", 1, unicode.Devanagari},
	{"Bengali", "Beng", "bn", "", 1, unicode.Bengali},
	{"Tamil", "Taml", "ta", "", 1, unicode.Tamil},
	{"Armenian", "Armn", "hy", "", 2, unicode.Armenian},
	{"Georgian", "Geor", "ka", "", 2, unicode.Georgian},
	{"Ethiopic", "Ethi", "am", "", 2, unicode.Ethiopic},
	{"Khmer", "Khmr", "km", "", 1, unicode.Khmer},
	{"Lao", "Laoo", "lo", "", 1, unicode.Lao},
	{"Myanmar", "Mymr", "my", "", 1, unicode.Myanmar},
}

// spanLang finds words in a script that the language around them is not written
// in. Latin is at home in all languages.
func spanLang(r *reporter) {
	codes := map[string]string{} // by language
	r.texts(func(t *book.Text, lang string) {
		if t.Pos.Line == 0 { // plain text of the manifest cannot name languages
			return
		}
		code, ok := codes[lang]
		if !ok {
			code = locale.Script(lang)
			codes[lang] = code
		}
		if word, s := foreign(t.Value, code); s != nil {
			r.report(t.Pos, "name its language: ["+clip(word)+"]{lang="+s.lang+"}"+s.other, "%q is in %s script and its language is not named", clip(word), s.name)
		}
	})
}

// firstForeign is the first character, of Greek, behind those of Latin.
const firstForeign = 0x370

// foreign returns the first word of text in a script that languages written in
// code do not use. Han characters with Kana among them are a word in Kana, since
// it is Japanese.
func foreign(text, code string) (string, *script) {
	start, n := 0, 0
	var at *script
	for i, c := range text {
		if c < firstForeign && at == nil {
			continue
		}
		s := scriptOf(c)
		if s != nil && strings.Contains(s.codes, code) {
			s = nil
		}
		if at != nil && (unicode.Is(unicode.Mn, c) || c == soundMark && at.lang == "ja") {
			continue
		}
		if at != nil && s != nil && japanese(at) && japanese(s) {
			if s.lang == "ja" {
				at = s
			}
		} else if s != at {
			if at != nil && n >= at.least {
				return text[start:i], at
			}
			start, n, at = i, 0, s
		}
		n++
	}
	if at != nil && n >= at.least {
		return text[start:], at
	}
	return "", nil
}

// soundMark makes a vowel of Kana long; it belongs to no script.
const soundMark = 'ー'

// japanese reports whether Japanese words may be in a script.
func japanese(s *script) bool { return strings.Contains(s.codes, "Jpan") }

// scriptOf returns the script of a letter, nil for Latin and for what is in none.
func scriptOf(c rune) *script {
	if c < firstForeign || !unicode.IsLetter(c) {
		return nil
	}
	for i := range scripts {
		if unicode.Is(scripts[i].table, c) {
			return &scripts[i]
		}
	}
	return nil
}

// undivided are languages in Latin script whose words are not divided in print.
var undivided = map[string]bool{"vi": true, "haw": true, "mi": true, "sm": true, "to": true}

// nameless are the tags of no language, or of any.
var nameless = map[string]bool{"und": true, "mul": true, "zxx": true, "mis": true, "x": true}

// hyphenationMissing finds the languages of whole chapters without patterns.
func hyphenationMissing(r *reporter) {
	seen := map[string]bool{}
	see := func(lang string, pos book.Pos) {
		if lang == "" || seen[lang] {
			return
		}
		seen[lang] = true
		language, _, _ := strings.Cut(strings.ToLower(lang), "-")
		if undivided[language] || nameless[language] || hyphen.Lookup(lang) != nil {
			return
		}
		switch locale.Script(lang) {
		case "Latn", "Cyrl", "Grek":
			r.report(pos, "list long words under hyphenate in book.yaml, or turn the rule off if lines are well without", "there are no hyphenation patterns for %q", lang)
		}
	}
	see(r.book.Language, r.manifest())
	for _, c := range r.book.Chapters() {
		see(c.Lang, c.Pos)
	}
}

// languageWords finds a book whose added words would be in English, unless its
// publisher gives words.
func languageWords(r *reporter) {
	lang, _, _ := strings.Cut(strings.ToLower(r.book.Language), "-")
	if len(r.book.Words) > 0 || nameless[lang] || lang == "en" {
		return
	}
	if used := locale.For(r.book.Language).Lang(); used == "en" || strings.HasPrefix(used, "en-") {
		r.report(r.manifest(), "give them in book.yaml under words", "the compiler has no words in %q and uses English ones", r.book.Language)
	}
}
