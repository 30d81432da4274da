package dateline

import (
	"testing"

	"octavo/book/internal/fuzzing"
)

func TestParse(t *testing.T) {
	for _, tt := range []struct{ line, lang, want string }{
		{"Nov 05, 2025 10:54 PM", "en", "2025-11-05T22:54:00Z"},
		{"November 5th, 2025", "en", "2025-11-05"},
		{"5 November 2025", "en", "2025-11-05"},
		{"5th of November 2025 at 9.30 am", "en", "2025-11-05T09:30:00Z"},
		{"5th of November 2025 at 9:30 a.m.", "en", "2025-11-05T09:30:00Z"},
		{"Wed, 05 Nov 2025 22:54:00 +0800", "en", "2025-11-05T22:54:00+08:00"},
		{"Wed 5 Nov 2025 22.54 GMT", "en", "2025-11-05T22:54:00Z"},
		{"Nov. 5, 2025, 12:05 a.m. EST", "en", "2025-11-05T00:05:00-05:00"},
		{"March 14, 20256:02 AM EDT", "en", "2025-03-14T06:02:00-04:00"},
		{"March 14, 202516:02", "en", "2025-03-14T16:02:00Z"},
		{"July 14, 2025, 5:00 a.m. ET", "en", "2025-07-14T05:00:00-04:00"},
		{"Nov. 2, 2025, 1:59 a.m. ET", "en", "2025-11-02T01:59:00-04:00"},
		{"Nov. 2, 2025, 2:00 a.m. PT", "en", "2025-11-02T02:00:00-08:00"},
		{"5:30am, 9 Apr 2025", "en", "2025-04-09T05:30:00Z"},
		{"2 November 2024 at 6 pm", "en", "2024-11-02T18:00:00Z"},
		{"12 FEB 2025 - 05:30CET", "es", "2025-02-12T05:30:00+01:00"},
		{"November 5, 2025 at 7 PM", "en", "2025-11-05T19:00:00Z"},
		{"2025-11-05T22:54:00.123+08:00", "en", "2025-11-05T22:54:00+08:00"},
		{"2025-11-05T22:54:00Z", "en", "2025-11-05T22:54:00Z"},
		{"2025-11-05 22:54", "en", "2025-11-05T22:54:00Z"},
		{"2025-11-05 22:54 (GMT+8)", "en", "2025-11-05T22:54:00+08:00"},
		{"2025/11/05", "en", "2025-11-05"},
		{"11/05/2025", "en", "2025-11-05?"},
		{"25/11/2025", "en", "2025-11-25"},
		{"05/11/2025", "fr", "2025-11-05"},
		{"11/25/2025", "fr", "2025-11-25"},
		{"05.11.2025, 15:04 Uhr", "de", "2025-11-05T15:04:00Z"},
		{"5. November 2025, 15.04 Uhr", "de", "2025-11-05T15:04:00Z"},
		{"Mittwoch, den 5. März 2025 um 15:04 Uhr MEZ", "de", "2025-03-05T15:04:00+01:00"},
		{"05.11.25", "de", "2025-11-05?"},
		{"le 1er novembre 2025 à 15h04", "fr", "2025-11-01T15:04:00Z"},
		{"mercredi 5 août 2025", "fr", "2025-08-05"},
		{"5 de noviembre de 2025, a las 15:04 h", "es", "2025-11-05T15:04:00Z"},
		{"5 de noviembre de 2025, a las 15:04", "es", "2025-11-05T15:04:00Z"},
		{"mié, 5 nov 2025 - 09:10 CET", "es", "2025-11-05T09:10:00+01:00"},
		{"2025年11月5日 10:54", "zh", "2025-11-05T10:54:00Z"},
		{"2025年11月05日（星期三）下午3点04分", "zh", "2025-11-05T15:04:00Z"},
		{"北京时间 2025年11月5日 10:54", "zh", "2025-11-05T10:54:00+08:00"},
		{"２０２５年１１月５日", "ja", "2025-11-05"},
		{"2025年11月5日(水) 午後3時4分", "ja", "2025-11-05T15:04:00Z"},
		{"2025년 11월 5일 오후 3시 4분", "ko", "2025-11-05T15:04:00Z"},
		{"2025. 11. 5. 오후 3:04", "ko", "2025-11-05T15:04:00Z"},
		{"2025.11.05 15:04 KST", "ko", "2025-11-05T15:04:00+09:00"},

		{"", "en", ""},
		{"2025", "en", ""},
		{"November 2025", "en", ""},
		{"30 February 2025", "en", ""},
		{"On 5 November 2025 the ferry sank", "en", ""},
		{"5 November 2025 25:00", "en", ""},
		{"1, 2 and 3", "en", ""},
		{"11月5日", "zh", ""},
	} {
		t.Run(tt.line, func(t *testing.T) {
			got := ""
			if r, ok := Parse(tt.line, tt.lang); ok {
				got = r.Date.String()
				if r.DayMonth {
					got += "?"
				}
			}
			if got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestZone(t *testing.T) {
	for _, tt := range []struct{ date, domain, lang, want string }{
		{"2025-11-05 22:54", "example.com.cn", "en", "2025-11-05T22:54:00+08:00"},
		{"2025-11-05 22:54", "example.org", "ko", "2025-11-05T22:54:00+09:00"},
		{"2025-11-05 22:54", "", "zh-Hans", "2025-11-05T22:54:00+08:00"},
		{"2025-11-05 22:54", "example.de", "de", "2025-11-05T22:54:00+01:00"},
		{"2025-07-05 22:54", "example.de", "de", "2025-07-05T22:54:00+02:00"},
		{"2025-03-30 01:59", "example.de", "de", "2025-03-30T01:59:00+01:00"},
		{"2025-03-30 03:00", "example.de", "de", "2025-03-30T03:00:00+02:00"},
		{"2025-11-05 22:54", "example.org", "en", ""},
	} {
		t.Run(tt.date+tt.domain+tt.lang, func(t *testing.T) {
			r, _ := Parse(tt.date, tt.lang)
			got := ""
			if zone, ok := Zone(r.Date, tt.domain, tt.lang); ok {
				got = InZone(r.Date, zone).String()
			}
			if got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func FuzzParse(f *testing.F) {
	fuzzing.Begin(f)
	for _, s := range []string{"Nov 05, 2025 10:54 PM", "2025年11月5日", "1.1.2025 0:0:0.0 +99:99", "99999999999999"} {
		f.Add(s, "en")
	}
	f.Fuzz(func(t *testing.T, line, lang string) {
		r, ok := Parse(line, lang)
		if !ok {
			return
		}
		again, ok := Parse(r.Date.String(), lang)
		if !ok || !again.Date.Time.Equal(r.Date.Time) || again.Date.HasTime != r.Date.HasTime {
			t.Errorf("%q is %s, which reads as %s", line, r.Date, again.Date)
		}
	})
}
