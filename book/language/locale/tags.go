package locale

import (
	"strings"

	"octavo/book/language/langdata"
)

// scripts are the scripts of languages that are not written in Latin letters, as
// ISO 15924 calls them.
var scripts = map[string]string{
	"am": "Ethi", "ar": "Arab", "be": "Cyrl", "bg": "Cyrl", "bn": "Beng", "ckb": "Arab", "dv": "Thaa", "el": "Grek",
	"fa": "Arab", "grc": "Grek", "gu": "Gujr", "he": "Hebr", "hi": "Deva", "hy": "Armn", "iw": "Hebr", "ja": "Jpan", "ka": "Geor",
	"kk": "Cyrl", "km": "Khmr", "kn": "Knda", "ko": "Kore", "ky": "Cyrl", "lo": "Laoo", "mk": "Cyrl", "ml": "Mlym",
	"mn": "Cyrl", "mr": "Deva", "my": "Mymr", "ne": "Deva", "or": "Orya", "pa": "Guru", "ps": "Arab", "ru": "Cyrl",
	"sa": "Deva", "sd": "Arab", "si": "Sinh", "sr": "Cyrl", "syr": "Syrc", "ta": "Taml", "te": "Telu", "tg": "Cyrl",
	"th": "Thai", "ti": "Ethi", "ug": "Arab", "uk": "Cyrl", "ur": "Arab", "yi": "Hebr",
}

// Script returns the script that a language is written in, as ISO 15924 has
// it: "Latn", "Hans", "Hant", "Jpan", "Kore". A script that the tag states is taken as
// stated.
func Script(lang string) string {
	for _, p := range strings.Split(strings.ToLower(strings.ReplaceAll(lang, "_", "-")), "-")[1:] {
		if len(p) == 1 {
			break // an extension or private use
		}
		if len(p) == 4 && p[0] >= 'a' {
			return strings.ToUpper(p[:1]) + p[1:]
		}
	}
	language, script, _ := strings.Cut(langdata.Canonical(lang), "-")
	if s, ok := scripts[language]; ok {
		return s
	}
	if language == "zh" {
		return strings.ToUpper(script[:1]) + script[1:]
	}
	return "Latn"
}

// RightToLeft reports whether a language is written from right to left.
func RightToLeft(lang string) bool {
	switch Script(lang) {
	case "Arab", "Hebr", "Nkoo", "Syrc", "Thaa":
		return true
	}
	return false
}
