package parts

import (
	"fmt"
	"strings"
	"testing"
)

// TestCreditForms parts credits from captions where no label tells them.
func TestCreditForms(t *testing.T) {
	for s, want := range map[string]bool{"A": true, "Ann J": true, "Sammy Davis Jr": true, "Ann Roe Sr": true, "Packet Inc": true, "Ann Roe": false, "Ann Jrs": false} {
		if got := isInitial(s); got != want {
			t.Errorf("isInitial(%q) is %t", s, got)
		}
	}
	for s, want := range map[string]string{"Ann Roe.": "Ann Roe", "Ann J.": "Ann J.", "A.B.C.": "A.B.C.", "林望潮。": "林望潮", "Ann Roe": "Ann Roe"} {
		if got := withoutStop(s); got != want {
			t.Errorf("%q becomes %q, want %q", s, got, want)
		}
	}
	for s, want := range map[string]bool{
		"Ann Roe": true, "": false, " )": false, "J. R. Roe": true, "It is. He is not here at all.": false, "Who? Somebody that nobody has seen": false, "Ann Roe, of the Packet of Skarne (north)": true,
		"A. " + strings.Repeat("a", 21): true, "A. " + strings.Repeat("a", 22): false, strings.Repeat("a", maxCredit): true, strings.Repeat("a", maxCredit+1): false,
	} {
		if got := isCredit(s); got != want {
			t.Errorf("isCredit(%q) is %t", s, got)
		}
	}
	for s, want := range map[string]string{
		"The quay at dusk. MARCOS TRUJILLO (EFE)": "The quay at dusk.|MARCOS TRUJILLO (EFE)", "The quay. Reuters": "The quay.|Reuters", "The quay. ANN ROE": "The quay.|ANN ROE", "The quay. Ann Roe/AFP": "The quay.|Ann Roe/AFP",
		"The quay. Ann Roe": "", "The quay. ANN": "", "The quay": "", "부두의 배. /뉴시스": "부두의 배.|뉴시스", "부두의 배 /뉴시스": "", "부두의 배. /": "", "부두의 배. /뉴시스다.": "",
		"港の船、佐伯直人撮影": "港の船|佐伯直人", "港の船。佐伯直人撮影）": "港の船|佐伯直人", "、佐伯直人撮影": "", "港の船、とても長い一日の朝の夕方の海の撮影": "",
		"船把人送到对岸。 周小满 摄": "船把人送到对岸|周小满", "渡口的早晨（本报记者 周小满摄）": "渡口的早晨|周小满", "廟口的牆，記者吳明哲攝": "廟口的牆|吳明哲", "他在对岸，没有人拍摄": "",
	} {
		got := ""
		if caption, from, to, ok := (&reader{}).creditBehind(s); ok {
			got = s[:caption] + "|" + s[from:to]
		}
		if got != want {
			t.Errorf("%s: %q, want %q", s, got, want)
		}
	}
	for s, want := range map[string]string{
		"By Ann Roe | 2 May 2025": `["By Ann Roe" "2 May 2025"]`, "By Ann Roe｜2 May": `["By Ann Roe" "2 May"]`, "a • b│c": `["a" "b" "c"]`, "a · b / c": `["a" "b" "c"]`, "a·b/c ·d": `["a·b/c ·d"]`, " , ;": `[]`,
		"2 May 2025Updated: 3 May 2025": `["2 May 2025" "Updated: 3 May 2025"]`, "2 May 2025x": `["2 May 2025x"]`, "Published: 2 May Updated: 3 May": `["Published: 2 May" "Updated: 3 May"]`,
	} {
		if got := fmt.Sprintf("%q", (&reader{tables: of("en")}).segments(s)); got != want {
			t.Errorf("%s: %s, want %s", s, got, want)
		}
	}
}
