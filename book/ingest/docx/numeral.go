package docx

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"octavo/book"
)

// formats are the kinds of numbers that lists of a book have too (ECMA-376, part 1,
// 17.18.59). Figures with zeros before them, and wide ones, are figures there.
var formats = map[string]book.Numbering{
	"": book.Decimal, "decimal": book.Decimal, "lowerLetter": book.LowerAlpha, "upperLetter": book.UpperAlpha, "lowerRoman": book.LowerRoman, "upperRoman": book.UpperRoman,
	"decimalZero": book.Decimal, "decimalFullWidth": book.Decimal, "decimalFullWidth2": book.Decimal, "decimalHalfWidth": book.Decimal,
}

// letterings count with letters. Behind the last one Word doubles them: aa, bb.
var letterings = map[string]string{
	"lowerLetter": "abcdefghijklmnopqrstuvwxyz", "upperLetter": "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "chicago": "*†‡§",
	"russianLower": "абвгдежзиклмнопрстуфхцчшщыэюя", "russianUpper": "АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЫЭЮЯ",
	"arabicAlpha": "أبتثجحخدذرزسشصضطظعغفقكلمنهوي", "arabicAbjad": "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ", "hebrew2": "אבגדהוזחטיכלמנסעפצקרשת",
	"thaiLetters": "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ", "hindiVowels": "कखगघङचछजझञटठडढणतथदधनऩपफबभमयरऱलळऴवशषसह", "hindiConsonants": "अआइईउऊऋऌऍऎएऐऑऒओऔ",
	"ganada": "가나다라마바사아자차카타파하", "chosung": "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ",
	"aiueoFullWidth": "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン", "aiueo": "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ",
	"irohaFullWidth": "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン", "iroha": "ｲﾛﾊﾆﾎﾍﾄﾁﾘﾇﾙｦﾜｶﾖﾀﾚｿﾂﾈﾅﾗﾑｳヰﾉｵｸﾔﾏｹﾌｺｴﾃｱｻｷﾕﾒﾐｼヱﾋﾓｾｽﾝ",
}

// sequences are of signs, and in figures behind the last one.
var sequences = map[string]string{
	"ideographTraditional": "甲乙丙丁戊己庚辛壬癸", "ideographZodiac": "子丑寅卯辰巳午未申酉戌亥", "ideographEnclosedCircle": "㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉",
	"decimalEnclosedCircle": "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳", "decimalEnclosedCircleChinese": "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳",
	"decimalEnclosedFullstop": "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛", "decimalEnclosedParen": "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇",
}

// digits are the ten figures, from zero, of formats that write numbers place by place.
var digits = map[string]string{
	"decimalFullWidth": "０１２３４５６７８９", "decimalFullWidth2": "０１２３４５６７８９", "hindiNumbers": "०१२३४५६७८९", "thaiNumbers": "๐๑๒๓๔๕๖๗๘๙",
	"ideographDigital": "〇一二三四五六七八九", "japaneseDigitalTenThousand": "〇一二三四五六七八九", "taiwaneseDigital": "○一二三四五六七八九",
	"koreanDigital": "영일이삼사오육칠팔구", "koreanDigital2": "零一二三四五六七八九",
}

// A spoken format writes numbers as they are said: two tens and three.
type spoken struct {
	figures string // from zero
	units   string // ten, a hundred, a thousand
	zero    bool   // a place that is empty is said
	one     bool   // ten is "one ten" also at the beginning
	single  bool   // a hundred is "hundred" and not "one hundred"
	places  bool   // from a hundred on, place by place
}

var spokens = map[string]spoken{
	"chineseCounting":           {figures: "○一二三四五六七八九", units: "十百千", places: true},
	"taiwaneseCounting":         {figures: "○一二三四五六七八九", units: "十百千", places: true},
	"chineseCountingThousand":   {figures: "零一二三四五六七八九", units: "十百千", zero: true},
	"taiwaneseCountingThousand": {figures: "零一二三四五六七八九", units: "十百千", zero: true},
	"japaneseCounting":          {figures: "〇一二三四五六七八九", units: "十百千", single: true},
	"koreanCounting":            {figures: "영일이삼사오육칠팔구", units: "십백천", single: true},
	"chineseLegalSimplified":    {figures: "零壹贰叁肆伍陆柒捌玖", units: "拾佰仟", zero: true, one: true},
	"ideographLegalTraditional": {figures: "零壹貳參肆伍陸柒捌玖", units: "拾佰仟", zero: true, one: true},
	"japaneseLegal":             {figures: "〇壱弐参四伍六七八九", units: "拾百阡", one: true},
}

// numeral returns a number as a format of Word writes it, and whether the format is known:
// other numbers are in figures. custom is the example of a format of an author's own: "001".
func numeral(format, custom string, n int) (s string, known bool) {
	plain := strconv.Itoa(n)
	switch sp, says := spokens[format]; {
	case n < 0:
		return plain, true
	case says && n > 0:
		return sp.number(n), true
	case letterings[format] != "" && n > 0:
		return lettered([]rune(letterings[format]), n), true
	case digits[format] != "":
		return placed(digits[format], plain), true
	case sequences[format] != "":
		if row := []rune(sequences[format]); n > 0 && n <= len(row) {
			return string(row[n-1]), true
		}
		return plain, true
	}
	switch format {
	case "lowerRoman", "upperRoman":
		return formats[format].Number(n), true
	case "decimalZero":
		return fmt.Sprintf("%02d", n), true
	case "custom":
		example, _, _ := strings.Cut(custom, ",")
		if _, err := strconv.Atoi(example); err == nil {
			return fmt.Sprintf("%0*d", min(len(example), maxZeros), n), true
		}
		return plain, false
	case "numberInDash":
		return "- " + plain + " -", true
	case "hex":
		return fmt.Sprintf("%X", n), true
	case "hebrew1":
		return hebrew(n), true
	case "ideographZodiacTraditional":
		stems, branches := []rune(sequences["ideographTraditional"]), []rune(sequences["ideographZodiac"])
		if n > 0 && n <= len(stems)*len(branches)/2 {
			return string([]rune{stems[(n-1)%len(stems)], branches[(n-1)%len(branches)]}), true
		}
		return plain, true
	}
	_, known = formats[format]
	return plain, known
}

// maxZeros bounds how many figures a format of an author's own has, and maxLetters how
// often a letter is repeated: nobody counts so far.
const (
	maxZeros   = 10
	maxLetters = 10
)

// lettered returns a number in letters: behind the last one each is doubled, then trebled.
func lettered(letters []rune, n int) string {
	times := (n-1)/len(letters) + 1
	if times > maxLetters {
		return strconv.Itoa(n)
	}
	return strings.Repeat(string(letters[(n-1)%len(letters)]), times)
}

// placed returns a number in other figures.
func placed(figures, number string) string {
	row := []rune(figures)
	return strings.Map(func(c rune) rune { return row[c-'0'] }, number)
}

// number returns a number as it is said. From ten thousand on it stands place by place.
func (s spoken) number(n int) string {
	plain := strconv.Itoa(n)
	units := []rune(s.units)
	if len(plain) > len(units)+1 || s.places && len(plain) > 2 {
		return placed(s.figures, plain)
	}
	var out strings.Builder
	gap := false
	for i, c := range plain {
		place := len(plain) - 1 - i
		if c == '0' {
			gap = true
			continue
		}
		if gap && s.zero && out.Len() > 0 {
			out.WriteString(placed(s.figures, "0"))
		}
		gap = false
		silent := c == '1' && place > 0 && (s.single || place == 1 && i == 0 && !s.one)
		if !silent {
			out.WriteString(placed(s.figures, string(c)))
		}
		if place > 0 {
			out.WriteRune(units[place-1])
		}
	}
	return out.String()
}

// hebrew returns a number in Hebrew letters, whose values are added: 15 and 16 are nine and
// six or seven, since ten and five are the beginning of a name of God.
func hebrew(n int) string {
	const letters, most = "אבגדהוזחטיכלמנסעפצקרשת", 999
	if n < 1 || n > most {
		return strconv.Itoa(n)
	}
	row := []rune(letters)
	last := row[utf8.RuneCountInString(letters)-1] // four hundred
	var out []rune
	for ; n >= 400; n -= 400 {
		out = append(out, last)
	}
	if n >= 100 {
		out = append(out, row[17+n/100])
		n %= 100
	}
	if n == 15 || n == 16 {
		return string(append(out, 'ט', row[n-10]))
	}
	if n >= 10 {
		out = append(out, row[8+n/10])
		n %= 10
	}
	if n > 0 {
		out = append(out, row[n-1])
	}
	return string(out)
}
