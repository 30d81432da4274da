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
