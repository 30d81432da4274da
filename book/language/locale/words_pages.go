package locale

// The keys of what authors write to stand around the articles, each with a page of its
// own.
const (
	Dedication       Key = "dedication"
	Epigraph         Key = "epigraph"
	Acknowledgements Key = "acknowledgements"
	Afterword        Key = "afterword"
)

// pageWords are their words by language, in one place: a page more is a row more.
var pageWords = map[Key]map[string]string{
	Dedication: {
		"ar": "الإهداء", "de": "Widmung", "en": "Dedication", "en-us": "Dedication", "en-ph": "Dedication", "es": "Dedicatoria", "fr": "Dédicace", "he": "הקדשה", "it": "Dedica",
		"ja": "献辞", "ko": "헌사", "nl": "Opdracht", "pt": "Dedicatória", "zh-hans": "献辞", "zh-hant": "獻辭",
	},
	Epigraph: {
		"ar": "مقولة افتتاحية", "de": "Motto", "en": "Epigraph", "en-us": "Epigraph", "en-ph": "Epigraph", "es": "Epígrafe", "fr": "Épigraphe", "he": "מוטו", "it": "Epigrafe",
		"ja": "題辞", "ko": "제사", "nl": "Motto", "pt": "Epígrafe", "zh-hans": "题词", "zh-hant": "題詞",
	},
	Acknowledgements: {
		"ar": "شكر وتقدير", "de": "Dank", "en": "Acknowledgements", "en-us": "Acknowledgments", "en-ph": "Acknowledgments", "es": "Agradecimientos", "fr": "Remerciements", "he": "תודות", "it": "Ringraziamenti",
		"ja": "謝辞", "ko": "감사의 말", "nl": "Dankwoord", "pt": "Agradecimentos", "zh-hans": "致谢", "zh-hant": "致謝",
	},
	Afterword: {
		"ar": "خاتمة", "de": "Nachwort", "en": "Afterword", "en-us": "Afterword", "en-ph": "Afterword", "es": "Epílogo", "fr": "Postface", "he": "אחרית דבר", "it": "Postfazione",
		"ja": "あとがき", "ko": "후기", "nl": "Nawoord", "pt": "Posfácio", "zh-hans": "后记", "zh-hant": "後記",
	},
}

// withPages adds the words of pages to those of each language.
func withPages(tables map[string]map[Key]string) map[string]map[Key]string {
	for key, words := range pageWords {
		for tag, word := range words {
			tables[tag][key] = word
		}
	}
	return tables
}
