package langtag

import "testing"

func TestValid(t *testing.T) {
	for _, s := range []string{
		"en", "ko", "zh-Hant", "zh-Hant-TW", "de-CH-1996", "sl-rozaj-biske", "es-419", "x-klingon", "en-x-pirate",
		"de-a-value-b-other", "zh-cmn-Hans-CN", "mul", "und", "EN-us", "sr-Latn-RS", "hy-Latn-IT-arevela", "en-u-ca-gregory",
	} {
		if !Valid(s) {
			t.Errorf("%q is refused", s)
		}
	}
	for _, s := range []string{
		"", "e", "english language", "en_US", "en-", "-en", "en--US", "toolonglanguage", "en-US-US", "en-a", "x", "x-", "12", "en-Latn-Latn",
		"en-x", "English", "deutsch-DE", "한국", "en-é", "a-en", "en-1", "en-toolongpart",
	} {
		if Valid(s) {
			t.Errorf("%q is taken", s)
		}
	}
}

func TestPrimary(t *testing.T) {
	for tag, want := range map[string]string{"zh-Hant-TW": "zh", "EN_us": "en", "de": "de", "": "", "-x": "", "x-tide": "x"} {
		if got := Primary(tag); got != want {
			t.Errorf("the language of %q is %q, want %q", tag, got, want)
		}
	}
}
