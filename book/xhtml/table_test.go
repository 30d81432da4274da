package xhtml

import "testing"

func TestCellClass(t *testing.T) {
	for s, want := range map[string]string{
		"":                               "",
		"2.44 m":                         "short",
		"1,234.5":                        "",
		"Twenty-foot":                    "",
		"2021–22":                        "short",
		"12 metres and more":             "",
		"the moon, twice in a lunar day": "long",
		"바다가 보이는 언덕에 서서 배를 기다리는 사람들": "long",
	} {
		if got := cellClass(s); got != want {
			t.Errorf("%q is %q, want %q", s, got, want)
		}
	}
}
