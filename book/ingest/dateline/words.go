package dateline

// months are the names of months in the languages that have them, and their
// shorter forms.
var months = map[string]int{
	"january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8,
	"september": 9, "october": 10, "november": 11, "december": 12,
	"jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,

	"januar": 1, "jänner": 1, "jän": 1, "februar": 2, "feber": 2, "märz": 3, "mär": 3, "mrz": 3, "mai": 5, "juni": 6, "juli": 7,
	"oktober": 10, "okt": 10, "dezember": 12, "dez": 12,

	"janvier": 1, "janv": 1, "février": 2, "fevrier": 2, "févr": 2, "fév": 2, "mars": 3, "avril": 4, "avr": 4, "juin": 6,
	"juillet": 7, "juil": 7, "août": 8, "aout": 8, "septembre": 9, "octobre": 10, "novembre": 11, "décembre": 12, "decembre": 12, "déc": 12,

	"enero": 1, "ene": 1, "febrero": 2, "marzo": 3, "abril": 4, "abr": 4, "mayo": 5, "junio": 6, "julio": 7, "agosto": 8, "ago": 8,
	"septiembre": 9, "setiembre": 9, "octubre": 10, "noviembre": 11, "diciembre": 12, "dic": 12,
}

// fillers are words that a date may have and that say nothing more.
var fillers = set(
	// English
	"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
	"mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun", "at", "on", "of", "the", "st", "nd", "rd", "th", "hours", "hrs",
	// German
	"montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonnabend", "sonntag",
	"mo", "di", "mi", "do", "fr", "sa", "so", "um", "uhr", "am", "den", "dem", "vom",
	// French
	"lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "lun", "mer", "jeu", "ven", "sam", "dim",
	"le", "à", "er", "du",
	// Spanish
	"lunes", "martes", "miércoles", "miercoles", "jueves", "viernes", "sábado", "sabado", "domingo",
	"mié", "jue", "vie", "sáb", "dom", "el", "de", "del", "a", "las", "los", "la", "hs",
	// Chinese, Japanese and Korean
	"星", "期", "周", "週", "曜", "月", "日", "木", "金", "土", "火", "水", "一", "二", "三", "四", "五", "六", "天",
	"월요일", "화요일", "수요일", "목요일", "금요일", "토요일", "일요일", "월", "화", "수", "목", "금", "토", "일",
)

// halves are the words for the halves of a day: hours to add below 12. 0 is
// before noon, where 12 is midnight.
var halves = map[string]int{
	"am": 0, "pm": 12, "a.m": 0, "p.m": 12, "上午": 0, "下午": 12, "午前": 0, "午後": 12, "午后": 12,
	"오전": 0, "오후": 12, "早上": 0, "晚上": 12, "凌晨": 0, "中午": 12,
}

// units follow a number in Chinese, Japanese and Korean.
var units = map[string]byte{
	"年": 'y', "년": 'y', "月": 'm', "월": 'm', "日": 'd', "일": 'd', "号": 'd', "號": 'd',
	"時": 'H', "时": 'H', "点": 'H', "點": 'H', "시": 'H', "h": 'H', "分": 'M', "분": 'M', "秒": 'S', "초": 'S',
}

// zones are the names of zones that mean one offset from UTC only, in minutes.
var zones = map[string]int{
	"z": 0, "utc": 0, "gmt": 0, "wet": 0, "bst": 60, "west": 60, "cet": 60, "mez": 60, "cest": 120, "mesz": 120, "hec": 120,
	"eet": 120, "eest": 180, "msk": 180, "hkt": 480, "sgt": 480, "kst": 540, "jst": 540,
	"est": -300, "edt": -240, "cdt": -300, "mst": -420, "mdt": -360, "pst": -480, "pdt": -420,
}

// clocks are the names of zones that have summer time: their offset in winter, in
// minutes.
var clocks = map[string]int{"et": -300, "ct": -360, "mt": -420, "pt": -480}

// phrases are zones of several words, in lower case.
var phrases = []struct {
	words  string
	offset int
}{
	{"北京时间", 480}, {"北京時間", 480}, {"香港時間", 480}, {"台北時間", 480}, {"beijing time", 480},
	{"日本時間", 540}, {"tokyo time", 540}, {"seoul time", 540}, {"한국시간", 540}, {"한국 시간", 540},
}

func set(words ...string) map[string]bool {
	m := make(map[string]bool, len(words))
	for _, w := range words {
		m[w] = true
	}
	return m
}
