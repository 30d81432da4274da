package parts

import (
	"strings"
	"unicode"

	"octavo/book"
	"octavo/book/base/rule"
)

// function are the most frequent words of languages in Latin script, without
// those that they share.
var function = []struct {
	tag   string
	words map[string]bool
}{
	{"en", set("the of and to in is that for it with as was on are by this be from at which have not but they his her their")},
	{"de", set("der die und den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über so zum war")},
	{"fr", set("le la les de des et du une que dans qui pour pas sur au plus par avec ce il sont ne se cette aux elle mais nous vous ont est leur ses à été")},
	{"es", set("el la los las de y que en un una se del por con no su para es al lo como más pero sus le ha este sí porque esta entre cuando muy sin sobre también hasta hay donde")},
	{"it", set("il di che è la per un non sono una del della le si con da nel alla i gli dei delle più come anche ha questo ma se lo al dal")},
	{"pt", set("o de que e do da em um para com não uma os no se na por mais as dos como mas ao das à seu sua ou quando muito já também pelo pela até isso ela")},
	{"nl", set("de het een van en in is dat op te zijn voor met die niet aan er om ook als bij door naar uit maar heeft hij nog ze wordt over deze werd")},
}

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// language finds the language of the article when nothing states it.
func (r *reader) language() {
	if r.opt.Lang != "" {
		r.chapter.Lang = r.opt.Lang
	}
	if r.chapter.Lang != "" {
		return
	}
	var b strings.Builder
	for _, run := range [][]book.Inline{r.chapter.Title, r.chapter.Subtitle} {
		b.WriteString(book.PlainText(run) + "\n")
	}
	for _, it := range r.items {
		b.WriteString(it.text)
		b.WriteByte('\n')
		if b.Len() > 1<<16 {
			break
		}
	}
	if r.chapter.Lang = Language(b.String()); r.chapter.Lang != "" {
		return
	}
	// Not said: the chapter has the language of its book.
	if len(r.items) > 0 {
		r.warn(rule.ImportLanguage, "give it with --lang", "the language of the text could not be told; it is taken to be that of the book")
	}
}

// Language returns the language of a text by its script or its most frequent
// words: one of en, de, fr, es, it, pt, nl, zh-Hans, zh-Hant, ja, ko, and "" for
// any other.
func Language(s string) string {
	var han, kana, hangul, latin, other int
	for _, c := range s {
		switch {
		case isKana(c):
			kana++
		case isHangul(c):
			hangul++
		case isHan(c):
			han++
		case unicode.Is(unicode.Latin, c):
			latin++
		case unicode.IsLetter(c):
			other++
		}
	}
	eastern := han + kana + hangul
	switch {
	case eastern*3 > latin && eastern > other:
		if hangul > kana && hangul*2 > han {
			return "ko"
		}
		if kana*12 > han {
			return "ja"
		}
		return chineseScript(s)
	case latin > other:
		return latinLanguage(s)
	}
	return ""
}

// Characters that are frequent and stand in one of the two orthographies only.
const (
	onlySimplified  = "这个们来为说时国会对过还没经发后学现问进样开长动种应义关无业东两将实体门车边认见头给听话让么间与从书买卖产亲许论记设轮灯"
	onlyTraditional = "這個們來為說時國會對過還沒經發後學現問進樣開長動種應義關無業東兩將實體門車邊認見頭給聽話讓麼間與從書買賣產親許論記設輪燈"
)

func chineseScript(s string) string {
	simplified, traditional := 0, 0
	for _, c := range s {
		if strings.ContainsRune(onlyTraditional, c) && !strings.ContainsRune(onlySimplified, c) {
			traditional++
		} else if strings.ContainsRune(onlySimplified, c) {
			simplified++
		}
	}
	if traditional > simplified {
		return "zh-Hant"
	}
	return "zh-Hans"
}

// latinLanguage returns the language that has most of its frequent words in s,
// when these are enough to be sure.
func latinLanguage(s string) string {
	fields := strings.FieldsFunc(strings.ToLower(s), func(c rune) bool { return !unicode.IsLetter(c) })
	best, most, second := "", 0, 0
	for _, f := range function {
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
	if most < 3 || most*10 < len(fields) || most-second < 2 {
		return ""
	}
	return best
}
