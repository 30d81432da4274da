package dateline

import (
	"strconv"
	"strings"

	"octavo/book/base/pattern"
)

// eras are the eras by which years are counted in Japan and Taiwan, with the year before
// their first one.
var eras = map[string]int{"令和": 2018, "平成": 1988, "昭和": 1925, "民國": 1911, "民国": 1911}

// An eraYear is a year of an era: 令和7年, and 元年 for its first.
var eraYear = pattern.Later(`(令和|平成|昭和|(?:中華|中华)?民[國国])\s?([0-9０-９]{1,3}|元)\s?年`)

// A hanNumber is a number in Han figures before a unit of a date: 二〇二五年, 十二日.
var hanNumber = pattern.Later(`[〇○零一二三四五六七八九十廿卅]{1,4}\s?[年月日]`)

// western writes the numbers of a line as other dates have them: years of eras as those
// of the common era, and Han figures as Arabic ones.
func western(line string) string {
	if !strings.ContainsAny(line, "年月日") {
		return line
	}
	line = hanNumber().ReplaceAllStringFunc(line, func(s string) string {
		unit := s[len(s)-len("年"):]
		return hanValue(strings.TrimSpace(strings.TrimSuffix(s, unit))) + unit
	})
	return eraYear().ReplaceAllStringFunc(line, func(s string) string {
		m := eraYear().FindStringSubmatch(s)
		n := 1
		if m[2] != "元" {
			n = 0
			for _, t := range tokens(m[2]) {
				n = t.number
			}
		}
		era := strings.TrimPrefix(strings.TrimPrefix(m[1], "中華"), "中华")
		return strconv.Itoa(eras[era]+n) + "年"
	})
}

// hanValue returns a number in Han figures as Arabic ones: by tens where it has a sign for
// them, and else figure by figure.
func hanValue(s string) string {
	var figures strings.Builder
	tens, n := 0, 0
	for _, r := range s {
		switch i := strings.IndexRune("零一二三四五六七八九", r); {
		case r == '〇' || r == '○':
			n = 0
			figures.WriteByte('0')
		case i >= 0:
			n = i / len("零")
			figures.WriteByte(byte('0' + n))
		case r == '十':
			tens, n = max(n, 1), 0
		case r == '廿':
			tens, n = 2, 0
		case r == '卅':
			tens, n = 3, 0
		}
	}
	if !strings.ContainsAny(s, "十廿卅") {
		return figures.String()
	}
	return strconv.Itoa(tens*10 + n)
}

// yearFirst reports whether a language writes a year of two figures before month and day:
// 25.09.12 in Korean newspapers.
func yearFirst(lang string) bool {
	for _, l := range []string{"ko", "ja", "zh"} {
		if lang == l || strings.HasPrefix(lang, l+"-") {
			return true
		}
	}
	return false
}
