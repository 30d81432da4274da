package parts

import (
	"slices"
	"strings"
	"sync"
	"unicode"

	"octavo/book"
	"octavo/book/base/rule"
	"octavo/book/language/langdata"
	"octavo/book/language/locale"
)

// language finds the language of the article: what the caller says, what the file states,
// unless that is of its template (foreignTo), or what the words tell.
func (r *reader) language() {
	if r.opt.Lang != "" {
		r.chapter.Lang = r.opt.Lang
		return
	}
	words := r.words()
	stated, found := r.chapter.Lang, asOf(r.opt.Book, Language(words))
	if stated != "" && found == "" && !MayBe(words, stated) {
		found = Likely(words)
	}
	if stated != "" && !foreignTo(found, stated) {
		return
	}
	if r.chapter.Lang = found; found != "" {
		if stated != "" {
			r.guess("language of the text; the file states "+stated, found)
		}
		return
	}
	// Not said: the chapter has the language of its book.
	if r.opt.Book != "" && MayBe(words, r.opt.Book) {
		r.chapter.Lang = r.opt.Book
	} else if len(r.items) > 0 {
		r.warn(rule.ImportLanguage, "give it with --lang", "the language of the text could not be told; it is taken to be that of the book")
	}
}

// asOf returns the language that a text was found to be in as the book calls it: by the tag of
// its region (en-GB), or by that of a language which words do not tell from the one found.
func asOf(lang, found string) string {
	if lang == "" || found == "" {
		return found
	}
	same := language(strings.ToLower(lang)) == language(found) && locale.Script(lang) == locale.Script(found)
	if d := langdata.For(lang); same || d != nil && slices.Contains(d.Import["near"], found) {
		return lang
	}
	return found
}

// words returns as much of the article as tells its language.
func (r *reader) words() string {
	var b strings.Builder
	for _, run := range [][]book.Inline{r.chapter.Title, r.chapter.Subtitle} {
		b.WriteString(book.PlainText(run) + "\n")
	}
	for _, it := range r.items {
		b.WriteString(it.text)
		b.WriteByte('\n')
		if b.Len() > Enough {
			break
		}
	}
	return b.String()
}

// MayBe reports whether a text whose language cannot be told may be in a language: most of its
// letters are of the script of that one, or it has none.
func MayBe(s, lang string) bool {
	var tables []*unicode.RangeTable
	is := locale.Script(lang)
	for _, script := range scripts {
		if script.code == is {
			tables = append(tables, script.table)
		}
	}
	own, all := 0, 0
	for _, c := range s {
		if unicode.IsLetter(c) {
			all++
			if unicode.In(c, tables...) {
				own++
			}
		}
	}
	return own*2 >= all
}

// foreignTo reports whether the language that a text was found to be in is another one than
// what the file states, which then is that of a template: sites in Korean state en-US, where
// nobody has set it. That is believed where the two are written in other scripts, where the
// text is in Chinese, Japanese or Korean, whose signs tell them apart, and where the file
// states English, which is what templates come with. Else the two may be one language by
// other names.
func foreignTo(found, stated string) bool {
	is, says := language(found), language(strings.ToLower(stated))
	switch {
	case found == "" || is == says && is != "zh":
		return false
	case is == says:
		// A site of Taiwan states zh-TW, and its text is in Hant: the region stays.
		return locale.Script(found) != locale.Script(stated) && strings.Contains(stated, "-")
	}
	return is == "ko" || is == "ja" || is == "zh" || says == "en" || locale.Script(found) != locale.Script(stated)
}

// scripts are the scripts that tell something of the language of a text, by their codes
// of ISO 15924, with the language of most texts in them; "" where none stands out.
var scripts = []struct {
	code  string
	table *unicode.RangeTable
	most  string
}{
	{"Latn", unicode.Latin, ""}, {"Cyrl", unicode.Cyrillic, "ru"}, {"Grek", unicode.Greek, "el"}, {"Arab", unicode.Arabic, "ar"}, {"Hebr", unicode.Hebrew, "he"},
	{"Deva", unicode.Devanagari, "hi"}, {"Thai", unicode.Thai, "th"},
}

// Enough is how many bytes of a text tell its language, generously: the first page does.
const Enough = 1 << 16

// Language returns the language of a text, by its script and its most frequent words:
// the tag of a drawer, and "" for any other language.
//
// Han, Kana and Hangul tell by themselves. In any other script the languages that are
// written in it are compared by how many words of the text are among their most
// frequent ones. A language that is the only one of its script must have some too, since
// a text in Nepali, say, is not in Hindi. Thai alone needs none, as nothing parts its
// words.
func Language(s string) string {
	var han, kana, hangul int
	letters := make([]int, len(scripts))
	for _, c := range s {
		switch {
		case isKana(c):
			kana++
		case isHangul(c):
			hangul++
		case isHan(c):
			han++
		case unicode.IsLetter(c):
			for i := range scripts {
				if unicode.Is(scripts[i].table, c) {
					letters[i]++
					break
				}
			}
		}
	}
	most := 0
	for i := range letters {
		if letters[i] > letters[most] {
			most = i
		}
	}
	// A sign of these scripts says as much as about three Latin letters, so that a text
	// with many foreign names is not taken for theirs.
	eastern := han + kana + hangul
	switch code := scripts[most].code; {
	case eastern*3 > letters[0] && (most == 0 || eastern > letters[most]):
		return easternLanguage(s, han, kana, hangul)
	case letters[most] == 0:
		return ""
	case code == "Thai":
		return "th"
	default:
		return frequentLanguage(s, code)
	}
}

// frequentLanguage returns the language of a script that has most of its frequent words
// in s, when they are enough to be sure: three at least, a tenth of all words, and two
// more than of any other language; or eight, a twentieth, and twice as many, since
// languages of many endings have few words that are frequent. The numbers are by eye;
// lower ones would give texts in languages without a drawer a language that they are not
// in.
func frequentLanguage(s, script string) string {
	if tag := lesserLanguage(s, script); tag != "" {
		return tag
	}
	best, most, second, words := frequentest(s, script)
	some := most >= 3 && most*10 >= words && most-second >= 2
	many := most >= 8 && most*20 >= words && most >= 2*second
	if some || many {
		return best
	}
	return ""
}

// lesserLanguage returns the language, of those that have words set apart from a larger one
// near to them, that has most of these in s; "" when they are not enough to be sure: three
// different ones, and four of a hundred words. A quotation in such a language has fewer.
func lesserLanguage(s, script string) string {
	best, most := "", 0
	fields := wordsOf(s)
	for _, f := range lesser() {
		if f.script != script {
			continue
		}
		n, kinds := 0, map[string]bool{}
		for _, w := range fields {
			if f.words[w] {
				n++
				kinds[w] = true
			}
		}
		if n > most && len(kinds) >= 3 && n*25 >= len(fields) {
			best, most = f.tag, n
		}
	}
	return best
}

// wordsOf returns the words of a text in lower case.
func wordsOf(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsMark(c) && c != '\u200c' })
}

// Likely returns the language of a text that is too short to tell it: the one of most of its
// frequent words, or that of most texts in its script. Marks of quotation are by it those of
// a language that is written so. It is "" for Latin, where they differ most.
func Likely(s string) string {
	for _, script := range scripts[1:] {
		if strings.IndexFunc(s, func(c rune) bool { return unicode.Is(script.table, c) }) >= 0 {
			if best, most, _, _ := frequentest(s, script.code); most > 0 {
				return best
			}
			return script.most
		}
	}
	return ""
}

// frequentest returns the language of a script that has most of its frequent words in s, how
// many they are, how many the next language has, and the number of all words.
func frequentest(s, script string) (best string, most, second, words int) {
	fields := wordsOf(s)
	for _, f := range frequent() {
		if f.script != script {
			continue
		}
		n := 0
		for _, w := range fields {
			if f.words[w] {
				n++
			}
		}
		if n > most {
			best, most, second = f.tag, n, most
		} else if n > second {
			second = n
		}
	}
	return best, most, second, len(fields)
}

// A vocabulary is the frequent words of a language.
type vocabulary struct {
	tag, script string
	words       map[string]bool
}

// The words that are frequent, and those that are so and apart from the languages nearby.
var (
	frequent = sync.OnceValue(func() []vocabulary { return gathered("frequent") })
	lesser   = sync.OnceValue(func() []vocabulary { return gathered("apart") })
)

func gathered(row string) []vocabulary {
	var list []vocabulary
	for _, d := range langdata.All() {
		if words := d.Import[row]; len(words) > 0 && d.Like == "" {
			v := vocabulary{d.Tag, locale.Script(d.Tag), map[string]bool{}}
			for _, w := range words {
				v.words[w] = true
			}
			list = append(list, v)
		}
	}
	return list
}

// easternLanguage tells Chinese, Japanese and Korean by how many signs are of each
// script: Korean has its own, and at least each thirteenth sign of Japanese is Kana. The
// bound is by eye: Japanese prose is half Kana, a list of Japanese names a tenth, and
// Chinese quotes a Japanese word at times.
func easternLanguage(s string, han, kana, hangul int) string {
	if hangul > kana && hangul*2 > han {
		return "ko"
	}
	if kana*12 > han {
		return "ja"
	}
	return chineseScript(s)
}

// chineseScript tells the two orthographies by the frequent characters that one alone has.
func chineseScript(s string) string {
	count := map[string]int{}
	for _, f := range frequent() {
		if strings.HasPrefix(f.tag, "zh-") {
			for _, c := range s {
				if f.words[string(c)] {
					count[f.tag]++
				}
			}
		}
	}
	if count["zh-Hant"] > count["zh-Hans"] {
		return "zh-Hant"
	}
	return "zh-Hans"
}
