package scribble

import "strings"

// A tongue is a language, with words of its own.
type tongue struct {
	lang  string
	words []string
	gap   string // between words
}

var tongues = []tongue{
	{"en", strings.Fields("the ferry leaves at noon office affluent waterway harbour a strait's keeper of buoys 1,250 per-cent naïve façade"), " "},
	{"de", strings.Fields("die Fähre Schiffahrtsgesellschaft Hafenmeister groß Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft über ist"), " "},
	{"fr", strings.Fields("l’hôpital où œuvre bientôt « quai » ville ?"), " "},
	{"ru", strings.Fields("паром уходит в полдень из порта ёлка"), " "},
	{"el", strings.Fields("το πλοίο φεύγει τυπογραφία ΆΝΕΜΟΣ"), " "},
	{"vi", strings.Fields("phà rời bến lúc trưa nước đường"), " "},
	{"ko", strings.Fields("배는 정오에 항구를 떠난다 바다"), " "},
	{"zh-Hans", strings.Fields("渡轮在中午离开港口 船上 没有 一个人 （码头） 《海》"), ""},
	{"ja", strings.Fields("渡し船は 正午に 港を出る フェリー 「海」 っ ー"), ""},
	{"he", strings.Fields("המעבורת יוצאת בצהריים מן הנמל"), " "},
	{"ar", strings.Fields("تغادر العبارة الميناء ظهرا المركب"), " "},
	{"th", strings.Fields("เรือออกจากท่า ตอนเที่ยง น้ำ"), ""},
	{"hi", strings.Fields("नौका दोपहर को बंदरगाह छोड़ती है क्षत्रिय"), " "},
}

// odd are characters that are seldom met, each good in a book of some kind.
var odd = []string{
	"e\u0301\u0323", "a\u00ad\u00adb", "x\u200by", "x\u200dy", "👩\u200d👧", "🏳️", "…", "—", "\u00a0", "ﬁ", "Ǆ", "İ", "ẞ", "½", "№", "𝔸", "\u200f", "\u2067אב\u2069", "ᚠ", "\u3000", "\u2011",
	"https://example.org/a/very/long/address?with=queries&and=more#and-a-fragment", "10~12", "it's", "\"quoted\"", "(c)", "...", "--", "3×4", "C++", "#1", "snake_case_name", "a*b", "&amp;", "&copy;", "\\*", "<3",
}

// word is one of a language, or something odd.
func (s *scribe) word(t tongue) string {
	switch {
	case s.once(25):
		return pick(s, odd)
	case s.once(300):
		return strings.Repeat(pick(s, t.words), 1+s.IntN(60))
	case s.slips():
		return pick(s, []string{"\x01", "\xff", "\ufffe", "\u202e", "*", "**", "`", "[", "](", "<div>", "</p>", "[^x]", "{.x}", "<!--", "$", "![", "\t", "\x00"})
	}
	return pick(s, t.words)
}

// text is n words of a language.
func (s *scribe) text(t tongue, n int) string {
	list := make([]string, n)
	for i := range list {
		list[i] = s.word(t)
	}
	return strings.Join(list, t.gap)
}

// plain is n words without any sign that markup knows, of any language.
func (s *scribe) plain(n int) string {
	t := pick(s, tongues)
	list := make([]string, n)
	for i := range list {
		list[i] = pick(s, t.words)
	}
	return strings.Join(list, t.gap)
}

// most of the text of a book is in one of a few languages.
func (s *scribe) tongue() tongue { return tongues[min(s.IntN(len(tongues)), s.IntN(len(tongues)))] }
