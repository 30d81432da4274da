package dateline

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"octavo/book/base/pattern"
	"octavo/book/language/locale"
)

// solarMonths are the months of the Solar Hijri calendar, by which papers in Persian date,
// with the names that Afghanistan has for them.
var solarMonths = [2][]string{
	{"فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند"},
	{"حمل", "ثور", "جوزا", "سرطان", "اسد", "سنبله", "میزان", "عقرب", "قوس", "جدی", "دلو", "حوت"},
}

// A solarDate is a day of that calendar: ۲۲ اسفند ۱۴۰۲, and in figures ۱۴۰۲/۱۲/۲۲.
var (
	solarDate    = pattern.Later(`([0-9]{1,2})(?:م|ام)?\s+(?:ماه\s+)?(` + strings.Join(slices.Concat(solarMonths[0], solarMonths[1]), "|") + `)(?:\s?ماه)?،?\s+(?:سال\s+)?(1[34][0-9]{2})`)
	solarFigures = pattern.Later(`\b(1[34][0-9]{2})[/.-]([0-9]{1,2})[/.-]([0-9]{1,2})\b`)
)

// A lunarDate is a day of the Islamic calendar, which Arabic papers print beside that of the
// common era: ٢ رمضان ١٤٤٥ هـ.
var lunarDate = pattern.Later(`([0-9]{1,2})\s+(?:محرم|صفر|ربيع\s+(?:الأول|الاول|الثاني|الآخر)|جمادى\s+(?:الأولى|الاولى|الآخرة|الثانية)|رجب|شعبان|رمضان|شوال|ذو\s+القعدة|ذي\s+القعدة|ذو\s+الحجة|ذي\s+الحجة)،?\s+1[34][0-9]{2}(?:\s?هـ?)?`)

// hijri writes days of the Solar Hijri calendar as those of the common era, and takes days of
// the Islamic calendar away, beside which there is another: which day these are depends on
// who saw the moon.
func hijri(line, lang string) string {
	persian := lang == "fa" || strings.HasPrefix(lang, "fa-")
	if !persian && strings.IndexFunc(line, isArabic) < 0 {
		return line
	}
	line = strings.Map(locale.ASCIIFigure, line)
	line = solarDate().ReplaceAllStringFunc(line, func(s string) string {
		m := solarDate().FindStringSubmatch(s)
		month := slices.Index(solarMonths[0], m[2])
		if month < 0 {
			month = slices.Index(solarMonths[1], m[2])
		}
		return common(m[3], strconv.Itoa(month+1), m[1])
	})
	if persian {
		line = solarFigures().ReplaceAllStringFunc(line, func(s string) string {
			m := solarFigures().FindStringSubmatch(s)
			return common(m[1], m[2], m[3])
		})
	}
	return lunarDate().ReplaceAllString(line, "")
}

func isArabic(r rune) bool { return r >= 0x600 && r < 0x700 }

// common returns a day of the Solar Hijri calendar as one of the common era. Of 33 years
// eight are leap years; the rule of 33 is right from 1244 to 1472 of the calendar.
func common(year, month, day string) string {
	y, _ := strconv.Atoi(year)
	m, _ := strconv.Atoi(month)
	d, _ := strconv.Atoi(day)
	if m < 1 || m > 12 || d < 1 || d > 31 || m > 6 && d > 30 {
		return fmt.Sprintf("%s-%s-%s", year, month, day)
	}
	y += 1595 // a cycle begins there, some 1,600 years before the first year
	days := 365*y + y/33*8 + (y%33+3)/4 - 355668 + d
	if m < 7 {
		days += (m - 1) * 31
	} else {
		days += (m-7)*30 + 186
	}
	return time.Date(0, 1, 1+days, 0, 0, 0, 0, time.UTC).Format(time.DateOnly)
}
