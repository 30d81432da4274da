package locale

import "maps"

// tables are the words by canonical tag.
var tables = withPages(map[string]map[Key]string{
	"ar":      arabicWords,
	"en":      english,
	"en-us":   maps.Clone(english),
	"en-ph":   maps.Clone(english),
	"de":      germanWords,
	"es":      spanishWords,
	"fr":      frenchWords,
	"he":      hebrewWords,
	"it":      italianWords,
	"ja":      japaneseWords,
	"ko":      koreanWords,
	"nl":      dutchWords,
	"pt":      portugueseWords,
	"zh-hans": simplifiedWords,
	"zh-hant": traditionalWords,
})

// styles are the ways of the same languages.
var styles = map[string]forms{
	"ar":      {date: dayFirst, comma: "، ", and: " و", months: arabicMonths},
	"en":      {date: dayFirst, comma: ", ", and: " and ", months: englishMonths},
	"en-us":   {date: american, comma: ", ", and: " and ", months: englishMonths},
	"en-ph":   {date: american, comma: ", ", and: " and ", months: englishMonths},
	"de":      {date: german, comma: ", ", and: " und ", months: germanMonths},
	"es":      {date: spanish, comma: ", ", and: " y ", andVowel: " e ", months: spanishMonths},
	"fr":      {date: french, comma: ", ", and: " et ", months: frenchMonths},
	"he":      {date: dayFirst, comma: ", ", and: " ו", months: hebrewMonths},
	"it":      {date: italian, comma: ", ", and: " e ", months: italianMonths},
	"ja":      {date: eastAsian, comma: "、", and: "、"},
	"ko":      {date: korean, comma: ", ", and: ", "},
	"nl":      {date: dayFirst, comma: ", ", and: " en ", months: dutchMonths},
	"pt":      {date: portuguese, comma: ", ", and: " e ", months: portugueseMonths},
	"zh-hans": {date: eastAsian, comma: "、", and: "、"},
	"zh-hant": {date: eastAsian, comma: "、", and: "、"},
}

var (
	arabicMonths = [12]string{"يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر",
		"أكتوبر", "نوفمبر", "ديسمبر"}
	// The months as they stand after the day, with the letter for "in".
	hebrewMonths = [12]string{"בינואר", "בפברואר", "במרץ", "באפריל", "במאי", "ביוני", "ביולי", "באוגוסט", "בספטמבר",
		"באוקטובר", "בנובמבר", "בדצמבר"}
	englishMonths = [12]string{"January", "February", "March", "April", "May", "June", "July", "August", "September",
		"October", "November", "December"}
	germanMonths = [12]string{"Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September",
		"Oktober", "November", "Dezember"}
	spanishMonths = [12]string{"enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre",
		"octubre", "noviembre", "diciembre"}
	frenchMonths = [12]string{"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
		"octobre", "novembre", "décembre"}
	italianMonths = [12]string{"gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto",
		"settembre", "ottobre", "novembre", "dicembre"}
	dutchMonths = [12]string{"januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
		"oktober", "november", "december"}
	portugueseMonths = [12]string{"janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto",
		"setembro", "outubro", "novembro", "dezembro"}
)
