package locale

import (
	"slices"
	"strings"
	"testing"
)

func TestCollation(t *testing.T) {
	for _, tt := range []struct{ lang, want string }{
		{"en", "Åland|Alderney|Ob|Øresund|Ostinato|zero"},
		{"da", "Alderney|Ob|Ostinato|zero|Øresund|Åland"},
		{"de", "Ärger|Arm|Maß|Masse|Öl|Zug"},
		{"sv", "Arm|Maß|Masse|Zug|Ärger|Öl"},
		{"ko", "Zeebrugge|가을|나루|항구"},
		{"en", "Coase, Ronald|cod|“cod” war|co-op|core"},
		{"nb", "Adam|Zorn|Ærvik|Øst|Aas|Åse"},
		{"no", "Adam|Ærvik|Ås"},
		{"hr", "Cvet|Čaj|Dom|Džep|Luk|Ljeto|Nzor|Njiva"},
		{"cs", "Cuk|Hrad|Chata|Iva"},
		{"hu", "Cukor|Csaba|Suz|Szabó"},
		{"ar", "إبراهيم|ابن|أحمد|آدم|باب"},
		{"", "a|B|c"},
		{"no such tag", "a|B|c"},
	} {
		list := strings.Split(tt.want, "|")
		slices.Reverse(list)
		slices.SortFunc(list, NewCollation(tt.lang).Compare)
		if got := strings.Join(list, "|"); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.lang, got, tt.want)
		}
	}
}

func TestSameGroup(t *testing.T) {
	for _, tt := range []struct {
		lang, a, b string
		want       bool
	}{
		{"en", "Øresund", "Ostinato", true},
		{"da", "Øresund", "Ostinato", false},
		{"en", "“Cod” war", "cartel", true},
		{"en", "cod", "dab", false},
		{"en", "1921", "7 seas", true},
		{"ko", "나루", "노", true},
		{"ko", "나루", "다리", false},
		{"zh", "渡口", "灯塔", true},
		{"zh", "渡口", "Busan", false},
		{"en", "", "a", false},
	} {
		if got := NewCollation(tt.lang).SameGroup(tt.a, tt.b); got != tt.want {
			t.Errorf("%s: %q and %q: %t, want %t", tt.lang, tt.a, tt.b, got, tt.want)
		}
	}
}

// TestHead puts terms under the letters that CLDR names for the index of a language:
// digraphs are letters of their own, and marks are none where the language has no letter
// for them.
func TestHead(t *testing.T) {
	for _, tt := range []struct{ lang, term, want string }{
		{"nb", "Ærvik", "Æ"}, {"nb", "Aas", "Å"}, {"da", "Aabenraa", "Å"}, {"en", "Aachen", "A"}, {"sv", "Ärta", "Ä"}, {"de", "Ärger", "A"},
		{"hr", "Ljeto", "LJ"}, {"hr", "Luk", "L"}, {"hr", "Džep", "DŽ"}, {"hr", "Đuro", "Đ"}, {"cs", "Chata", "CH"}, {"cs", "Čech", "Č"}, {"sk", "Ďateľ", "D"},
		{"hu", "Csaba", "CS"}, {"hu", "Szabó", "SZ"}, {"hu", "Éva", "E"}, {"es", "Ñandú", "Ñ"}, {"pl", "Łódź", "Ł"}, {"tr", "Çay", "Ç"}, {"tr", "Irmak", "I"}, {"tr", "İzmir", "İ"},
		{"ar", "آدم", "ا"}, {"ar", "أحمد", "ا"}, {"ar", "إبراهيم", "ا"}, {"ar", "باب", "ب"}, {"fa", "پدر", "پ"}, {"el", "Άννα", "Α"}, {"uk", "Ґудзь", "Ґ"},
		{"th", "เกม", "ก"}, {"hi", "कमल", "क"}, {"he", "אבא", "א"}, {"ja", "かき", "か"}, {"en", "Москва", "М"}, {"ru", "London", "L"}, {"de", "7 Meere", "0"}, {"zh", "渡口", "一"},
	} {
		if got := NewCollation(tt.lang).Head(tt.term); got != tt.want {
			t.Errorf("%s: %s stands under %s, want %s", tt.lang, tt.term, got, tt.want)
		}
	}
}
