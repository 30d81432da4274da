package dateline

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// calendars are the words of dates by language, as newspapers print them: the months from January,
// each with its shorter forms, and the days of the week from Monday.
var calendars = []struct{ lang, months, days, date string }{
	{
		"en", "January,Jan February,Feb March,Mar April,Apr May June,Jun July,Jul August,Aug September,Sep,Sept October,Oct November,Nov December,Dec",
		"Monday,Mon Tuesday,Tue,Tues Wednesday,Wed Thursday,Thu,Thur,Thurs Friday,Fri Saturday,Sat Sunday,Sun", "%s, 5 %s 2025",
	},
	{
		"de", "Januar,Jänner,Jan,Jän Februar,Feber,Feb März,Mär,Mrz April,Apr Mai Juni,Jun Juli,Jul August,Aug September,Sep,Sept Oktober,Okt November,Nov Dezember,Dez",
		"Montag,Mo Dienstag,Di Mittwoch,Mi Donnerstag,Do Freitag,Fr Samstag,Sonnabend,Sa Sonntag,So", "%s, 5. %s 2025",
	},
	{
		"fr", "janvier,janv février,fevrier,févr,fév mars avril,avr mai juin juillet,juil août,aout septembre,sept octobre,oct novembre,nov décembre,decembre,déc",
		"lundi,lun mardi,mar mercredi,mer jeudi,jeu vendredi,ven samedi,sam dimanche,dim", "%s 5 %s 2025",
	},
	{
		"es", "enero,ene febrero,feb marzo,mar abril,abr mayo,may junio,jun julio,jul agosto,ago septiembre,setiembre,sep,sept octubre,oct noviembre,nov diciembre,dic",
		"lunes,lun martes,mar miércoles,miercoles,mié jueves,jue viernes,vie sábado,sabado,sáb domingo,dom", "%s, 5 de %s de 2025",
	},
}

// TestCalendars reads a date with each month beside each day of the week, in full and shortened.
// The weekday need not fit the date: newspapers err.
func TestCalendars(t *testing.T) {
	for _, c := range calendars {
		months := strings.Fields(c.months)
		if len(months) != 12 {
			t.Fatalf("%s: %d months", c.lang, len(months))
		}
		for i, forms := range months {
			want := fmt.Sprintf("2025-%02d-05", i+1)
			for month := range strings.SplitSeq(forms, ",") {
				for day := range strings.FieldsFuncSeq(c.days, func(r rune) bool { return r == ' ' || r == ',' }) {
					line := fmt.Sprintf(c.date, day, month)
					if day == "mar" { // March as well, in both languages that have it
						continue
					}
					if r, ok := Parse(line, c.lang); !ok || r.Date.String() != want {
						t.Errorf("%s: got %v %v, want %s", line, r.Date, ok, want)
					}
				}
			}
		}
	}
}

// TestDaysOfTheEast reads the day of the week behind a date, in the ways it is written.
func TestDaysOfTheEast(t *testing.T) {
	for lang, days := range map[string]string{
		"zh": "星期一 星期二 星期三 星期四 星期五 星期六 星期日 星期天 周一 周二 周三 周四 周五 周六 周日 週一 週日",
		"ja": "月曜日 火曜日 水曜日 木曜日 金曜日 土曜日 日曜日 (月) (火) (水) (木) (金) (土) (日)",
		"ko": "월요일 화요일 수요일 목요일 금요일 토요일 일요일 (월) (화) (수) (목) (금) (토) (일)",
	} {
		for day := range strings.FieldsSeq(days) {
			line := "2025年11月5日 " + day
			if lang == "ko" {
				line = "2025년 11월 5일 " + day
			}
			if r, ok := Parse(line, lang); !ok || r.Date.String() != "2025-11-05" {
				t.Errorf("%s: got %v %v", line, r.Date, ok)
			}
		}
	}
}

// TestNamedZones reads each zone that means one offset, behind a time.
func TestNamedZones(t *testing.T) {
	for zone, hours := range map[string]int{
		"Z": 0, "UTC": 0, "GMT": 0, "WET": 0, "BST": 1, "WEST": 1, "CET": 1, "MEZ": 1, "CEST": 2, "MESZ": 2, "HEC": 2, "EET": 2, "EEST": 3,
		"MSK": 3, "HKT": 8, "SGT": 8, "KST": 9, "JST": 9, "EST": -5, "EDT": -4, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7,
		"ET": -5, "CT": -6, "MT": -7, "PT": -8, // in November, which has no summer time
		"Beijing time": 8, "Tokyo time": 9, "Seoul time": 9, "北京时间": 8, "北京時間": 8, "香港時間": 8, "台北時間": 8, "日本時間": 9, "한국시간": 9, "한국 시간": 9,
	} {
		r, ok := Parse("2025-11-05 22:54 "+zone, "en")
		if !ok {
			t.Errorf("%s: no date", zone)
			continue
		}
		if _, offset := r.Date.Time.Zone(); offset != hours*int(time.Hour/time.Second) {
			t.Errorf("%s: %v, want %+d hours", zone, r.Date, hours)
		}
	}
}

// TestHalves reads a time by each word for a half of the day.
func TestHalves(t *testing.T) {
	for word, hour := range map[string]int{
		"上午": 3, "早上": 3, "凌晨": 3, "午前": 3, "오전": 3, "下午": 15, "晚上": 15, "中午": 15, "午後": 15, "午后": 15, "오후": 15,
	} {
		for _, line := range []string{"2025年11月5日 " + word + "3点04分", "2025年11月5日" + word + "3時4分", "2025. 11. 5. " + word + " 3:04"} {
			if r, ok := Parse(line, "zh"); !ok || r.Date.Time.Hour() != hour || r.Date.Time.Minute() != 4 {
				t.Errorf("%s: got %v %v, want %d o'clock", line, r.Date, ok, hour)
			}
		}
	}
}
