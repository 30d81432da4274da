package check

import (
	"fmt"
	"strings"
	"unicode"

	"octavo/book"
	"octavo/book/language/hyphen"
	"octavo/book/language/langdata"
	"octavo/book/language/langtag"
	"octavo/book/language/locale"
)

// A script is a script that a voice reads wrongly within a text of another one. least is
// the number of letters in a row from which on they are a word and no sign: π is at home
// everywhere. By eye.
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
// code do not use. A word that mixes Han characters and Kana counts as Kana, since
// only Japanese mixes them.
func foreign(text, code string) (string, *script) {
	// at is the script of the word at hand, which began at start and has n letters; nil
	// between foreign words.
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
		if at != nil && (unicode.Is(unicode.M, c) || c == soundMark && at.lang == "ja") {
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
		if nameless[langtag.Primary(lang)] || !hyphen.Divides(lang) || hyphen.Lookup(lang) != nil || r.hasPatterns(lang) {
			return
		}
		switch locale.Script(lang) {
		case "Latn", "Cyrl", "Grek":
			r.report(pos, "name a file of TeX patterns in book.yaml, hyphenation: patterns/hyph.tex, or list long words under hyphenate", "there are no hyphenation patterns for %q", lang)
		}
	}
	if langdata.For(r.book.Language) != nil || len(r.book.Words) > 0 { // or else languageWords tells
		see(r.book.Language, r.manifest())
	}
	seen[r.book.Language] = true
	for _, c := range r.book.Chapters() {
		see(c.Lang, c.Pos)
	}
}

// hasPatterns reports whether the book brings patterns for a language.
func (r *reporter) hasPatterns(lang string) bool {
	tag := langdata.Canonical(lang) + "-"
	for own := range r.book.Patterns {
		if strings.HasPrefix(tag, langdata.Canonical(own)+"-") {
			return true
		}
	}
	return false
}

// languageWords finds a book whose added words would be in English, unless its publisher
// gives words. A language that package langdata does not have lacks more than words, and is
// told of once.
func languageWords(r *reporter) {
	lang := r.book.Language
	language := langtag.Primary(lang)
	if len(r.book.Words) > 0 || nameless[language] || language == "en" {
		return
	}
	switch lacks := locale.For(lang).Lacks(); {
	case langdata.For(lang) == nil:
		r.report(r.manifest(), "give words in book.yaml under words, and patterns under hyphenation", "the compiler does not know the language %q: its words, dates and quotation marks are English", lang)
	case len(lacks) > 0:
		r.report(r.manifest(), "give them in book.yaml under words", "the compiler has no words in %q and uses English ones%s", lang, some(lacks))
	}
}

// some names a few of the words that a language lacks; "" when it lacks nearly all.
func some(keys []locale.Key) string {
	const few = 5
	if len(keys) > few {
		return ""
	}
	return ": " + list(keys)
}

func list(keys []locale.Key) string {
	var names []string
	for _, k := range keys {
		names = append(names, string(k))
	}
	return strings.Join(names, ", ")
}

// Remarks returns a line for each thing that a publisher should know who checks a book, and
// that is no fault of the manuscript: words which the compiler adds in the book's language
// were written by the makers of the compiler, and no editor of that language has read them.
// Words that the book overrides are not among them.
func Remarks(b *book.Book) []string {
	var keys []locale.Key
	for _, k := range locale.For(b.Language).Unreviewed() {
		if _, own := b.Words[string(k)]; !own {
			keys = append(keys, k)
		}
	}
	if len(keys) == 0 {
		return nil
	}
	return []string{fmt.Sprintf("no editor has read %s that the compiler adds in %q; read them in the book, and give others under words in book.yaml: %s",
		book.Count(len(keys), "word"), b.Language, list(keys))}
}
