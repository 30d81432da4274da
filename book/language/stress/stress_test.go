package stress

import (
	"strings"
	"testing"
)

// TestCut: Western words are cut out with the figures and signs within them, and no byte
// is lost.
func TestCut(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"", ""},
		{"東京", "東京"},
		{"Nature", "[Nature]"},
		{"2011年に", "2011年に"},
		{"第3回GPT-4大会", "第3回[GPT-4]大会"},
		{"3D打印", "[3D]打印"},
		{"（The New York Times, 1994）", "（[The New York Times, 1994]）"},
		{"“我” and me", "“我” [and me]"},
		{"ＡＢＣ", "ＡＢＣ"},
		{"한글과 Hangul.", "한글과 [Hangul]."},
		{"ελ字я", "[ελ]字[я]"},
		{"a\xff字", "[a]\xff字"},
	} {
		var b, plain strings.Builder
		for part, latin := range Cut(tt.in) {
			plain.WriteString(part)
			if latin {
				part = "[" + part + "]"
			}
			b.WriteString(part)
		}
		if b.String() != tt.want || plain.String() != tt.in {
			t.Errorf("%q: %q, not %q", tt.in, b.String(), tt.want)
		}
	}
}

// TestMarked: letters and figures have marks, punctuation and spaces have none.
func TestMarked(t *testing.T) {
	for _, r := range "東かカー々한ㄅ3３％℃" {
		if !Marked(r) {
			t.Errorf("%q has no mark", r)
		}
	}
	for _, r := range " 　、。，．・「」『』（）—…！？〜\"'\u3099\u200b" {
		if Marked(r) {
			t.Errorf("%q has a mark", r)
		}
	}
}

// TestSides: each language has its side.
func TestSides(t *testing.T) {
	for lang, want := range map[string]Side{"ja": Above, "ko-KR": Above, "zh-Hans": Below, "zh-Hant-TW": Below, "yue": Below, "en": None, "": None} {
		if got := Of(lang); got != want {
			t.Errorf("%s: %d", lang, got)
		}
	}
}
