package shape

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

func TestBreaks(t *testing.T) {
	for _, tt := range []struct{ name, text, lang, want string }{
		{"words", "a line of words", "en", "a |line |of |words"},
		{"no break at no-break space", "10\u00a0km on", "en", "10\u00a0km |on"},
		{"hyphen", "well-known", "en", "well-|known"},
		{"dash", "one—two", "en", "one|—|two"},
		{"zero width space", "a\u200bb", "en", "a\u200b|b"},
		{"word joiner", "a-\u2060b", "en", "a-\u2060b"},
		{"soft hyphen", "hy\u00adphen", "en", "hy\u00ad|phen"},
		{"number", "costs $ 1,000.50 (net)", "en", "costs |$ |1,000.50 |(net)"},
		{"address", "https://a.b/c", "en", "https://|a.b/|c"},
		{"line end", "a\nb\r\nc", "en", "a\n|b\r\n|c"},
		{"line separator", "a\u2028b", "en", "a\u2028|b"},
		{"Han", "骨肉", "zh", "骨|肉"},
		{"no line begins with a full stop", "骨。肉", "zh", "骨。|肉"},
		{"no line ends with a bracket", "骨（肉）血", "zh", "骨|（肉）|血"},
		{"quotation marks in Chinese", "他说“骨”了", "zh", "他|说|“骨”|了"},
		{"quotation marks before a stop", "“骨”。了", "zh", "“骨”。|了"},
		{"quotation marks beside Latin", "骨“a”肉", "zh", "骨“a”肉"},
		{"quotation marks in brackets", "骨（“肉”）血", "zh", "骨|（“肉”）|血"},
		{"guillemets with spaces", "il dit « oui » et", "fr", "il |dit |« oui » |et"},
		{"guillemets without spaces", "sagt »ja« und", "de", "sagt |»ja« |und"},
		{"quotation before brackets", "a “b” (c) \"d\" (e)", "en", "a |“b” |(c) |\"d\" |(e)"},
		{"option", "type ls -l now", "en", "type |ls |-l |now"},
		{"maqaf", "בית־ספר", "he", "בית־|ספר"},
		{"decimal mark first", "less than .5, v.2", "en", "less |than |.5, |v.2"},
		{"hour among Han", "約10:30時", "ja", "約|10:30|時"},
		{"small kana", "ちょっと", "ja", "ちょっ|と"},
		{"sound mark", "コーヒー", "ja", "コー|ヒー"},
		{"Hangul", "한국 말", "ko", "한|국 |말"},
		{"combining mark", "e\u0301 x", "en", "e\u0301 |x"},
		{"not UTF-8", "a\xff \xfeb", "en", "a\xff |\xfeb"},
		{"nothing", "", "en", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var got strings.Builder
			last := 0
			for _, at := range NewShaper().Breaks(tt.text, tt.lang, nil) {
				got.WriteString(tt.text[last:at])
				got.WriteByte('|')
				last = at
			}
			got.WriteString(tt.text[last:])
			if got.String() != tt.want {
				t.Errorf("breaks of %q: %q, want %q", tt.text, got.String(), tt.want)
			}
		})
	}
}

// TestBreaksOfStretches compares with the segmenter that is asked for the whole text.
func TestBreaksOfStretches(t *testing.T) {
	rng := rand.New(rand.NewPCG(14, 17))
	parts := []string{"a", "word", "12", "é", "мир", "λόγος", "’", "'", "“", "”", "«", "»", "\"", "-", "–", "—", ",", ".", ":", ";", "!", "?", "/",
		"(", ")", "$", "%", "骨", "。", "ー", "한", "ש", "\u00a0", "\u00ad", "\u200b", "\u2060", "\u0301", "\n", "\t", "🇰🇷", "…", "×", " ", " ", " ", " ", "  "}
	s := NewShaper()
	for range 30_000 {
		text := ""
		for range rng.IntN(16) {
			text += parts[rng.IntN(len(parts))]
		}
		got := s.Breaks(text, "", nil)
		if want := s.segment(0, len(s.runes), nil); !slices.Equal(got, want) {
			t.Fatalf("breaks of %+q: %v, want %v", text, got, want)
		}
	}
}
