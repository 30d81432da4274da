package charset

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"

	"octavo/book/internal/fuzzing"
)

const (
	english  = "The ferry’s last sailing — “almost empty” — costs £4.50 a head, says the café’s owner.\n"
	german   = "Die Fähre läuft spät aus. „Über das Wasser“, sagt Käthe Größ, „führt kein Weg zurück.“\n"
	french   = "L’été, le bateau part à l’heure où la marée cesse : voilà tout, dit-elle.\n"
	chinese1 = "最后一班渡轮在午夜前二十分钟离开港口，船上几乎没有人。这是我们对海峡的一点看法。\n"
	chinese2 = "最後一班渡輪在午夜前二十分鐘離開港口，船上幾乎沒有人。這是我們對海峽的一點看法。\n"
	korean1  = "마지막 배는 자정 이십 분 전에 항구를 떠난다. 배 안에는 거의 아무도 없다.\n"
	japan1   = "最後の船は真夜中の二十分前に港を出る。船にはほとんど誰も乗っていない。\n"
)

// The encodings of mails with seven bits are told by their signs or their label.
func TestSevenBits(t *testing.T) {
	for _, tt := range []struct{ in, label, want, name string }{
		{"\x1b$BKL\x1b(B x", "", "北 x", "iso-2022-jp"},
		{"\x1b$)Ca \x0e0!\x0fb\n\x0e3*", "iso-2022-kr", "a 가b\n나", "iso-2022-kr"},
		{"\x0e0!\x0f", "ISO-2022-KR", "가", "iso-2022-kr"},
		{"~{VPND~} a", "hz-gb-2312", "中文 a", "hz-gb-2312"},
		{"Caf+AOk- 1 +- 2 +Ti1lhw-.", "utf-7", "Café 1 + 2 中文.", "utf-7"},
		{"1 + 2", "us-ascii", "1 + 2", "utf-8"},
		{"+AOk", "utf-7", "é", "utf-7"},
		{"+A", "utf-7", "", "utf-7"},
		{"\xc4\xe3", "gb2312", "你", "gb18030"},
		{"\xb0\xa1", "cp949", "가", "euc-kr"},
	} {
		if got := Decode([]byte(tt.in), tt.label); got.Text != tt.want || got.Name != tt.name {
			t.Errorf("%q in %s: %q, %s; want %q, %s", tt.in, tt.label, got.Text, got.Name, tt.want, tt.name)
		}
	}
}

const russian = "Мельница у ручья. Тридцать лет не вертится колесо старой мельницы, а наследники рассорились из-за камней, которые никому не нужны."

func TestDecode(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		enc        encoding.Encoding
		want       string
		guessed    bool
	}{
		{"UTF-8", english, encoding.Nop, "utf-8", false},
		{"UTF-8 with mark", "\ufeff" + english, encoding.Nop, "utf-8", false},
		{"UTF-16LE with mark", korean1, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), "utf-16le", false},
		{"UTF-16BE with mark", chinese1, unicode.UTF16(unicode.BigEndian, unicode.UseBOM), "utf-16be", false},
		{"UTF-16LE", english, unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), "utf-16le", true},
		{"UTF-16BE", japan1 + english, unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), "utf-16be", true},
		{"GB18030", chinese1, simplifiedchinese.GB18030, "gb18030", true},
		{"GB18030 beyond GBK", chinese1 + "㐀𠀀", simplifiedchinese.GB18030, "gb18030", true},
		{"EUC-KR", korean1, korean.EUCKR, "euc-kr", true},
		{"Shift_JIS", japan1, japanese.ShiftJIS, "shift_jis", true},
		{"EUC-JP", japan1, japanese.EUCJP, "euc-jp", true},
		{"Big5", chinese2, traditionalchinese.Big5, "big5", true},
		{"Windows-1251", russian, charmap.Windows1251, "windows-1251", true},
		{"Windows-1251 in tags", "<p class=\"text\">" + strings.ReplaceAll(russian, ". ", ".</p><p class=\"text\">"), charmap.Windows1251, "windows-1251", true},
		{"KOI8", russian, charmap.KOI8U, "koi8-u", true},
		{"Code page 866", russian, charmap.CodePage866, "ibm866", true},
		{"Ukrainian", "Млин біля струмка. Тридцять років не крутиться колесо старого млина, і спадкоємці посварилися через каміння.", charmap.Windows1251, "windows-1251", true},
		{"Greek", "Ο μύλος στο ρέμα. Εδώ και τριάντα χρόνια ο τροχός του παλιού μύλου δεν γυρίζει.", charmap.Windows1253, "windows-1253", true},
		{"Hebrew", "שלושים שנה לא מסתובב הגלגל של הטחנה הישנה, והיורשים רבו על האבנים.", charmap.Windows1255, "windows-1255", true},
		{"Arabic", "منذ ثلاثين عاما لا تدور عجلة الطاحونة القديمة، وقد اختلف الورثة على الحجارة.", charmap.Windows1256, "windows-1256", true},
		{"Windows-1252 Spanish", "Él dirá que ¿dónde está? Ñandú, pingüino, ¡él! Año a año, más allá.", charmap.Windows1252, "windows-1252", true},
		{"Windows-1252 English", english, charmap.Windows1252, "windows-1252", true},
		{"Windows-1252 German", german, charmap.Windows1252, "windows-1252", true},
		{"Windows-1252 French", french, charmap.Windows1252, "windows-1252", true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			data, err := tt.enc.NewEncoder().Bytes([]byte(tt.text))
			if err != nil {
				t.Fatal(err)
			}
			got := Decode(data, "")
			if want := strings.TrimPrefix(tt.text, "\ufeff"); got.Text != want {
				t.Errorf("text %q, want %q", got.Text, want)
			}
			if got.Name != tt.want || got.Guessed != tt.guessed || got.Lost != 0 {
				t.Errorf("%s, guessed %t, lost %d; want %s, %t, 0", got.Name, got.Guessed, got.Lost, tt.want, tt.guessed)
			}
		})
	}
}

func TestLabel(t *testing.T) {
	latin2, _ := charmap.ISO8859_2.NewEncoder().String("Zażółć gęślą jaźń, prom o północy.")
	sjis, _ := japanese.ShiftJIS.NewEncoder().String(japan1)
	for _, tt := range []struct{ name, data, label, want string }{
		{"believed", latin2, "iso-8859-2", "iso-8859-2"},
		{"unknown", sjis, "klingon", "shift_jis"},
		{"not believed", sjis, "utf-8", "shift_jis"},
		{"UTF-8 against its label", german, "euc-kr", "utf-8"},
		{"a zero byte in UTF-8", "The tide\x00 comes. Über", "", "utf-8"},
		{"a zero byte in ASCII", "The tide \x00comes.", "", "utf-8"},
		{"UTF-16 without zeros", sjis, "utf-16", "shift_jis"},
		{"one that browsers refuse", sjis, "hz-gb-2312", "shift_jis"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := Decode([]byte(tt.data), tt.label); got.Name != tt.want {
				t.Errorf("got %s, want %s: %q", got.Name, tt.want, got.Text)
			}
		})
	}
}

// A file of UTF-8 with a broken byte is still read as UTF-8, and the loss is counted.
func TestLost(t *testing.T) {
	got := Decode([]byte(strings.Repeat(german, 5)+"\xff"+french), "")
	if got.Name != "utf-8" || got.Lost != 1 {
		t.Errorf("%s with %d lost, want utf-8 with 1", got.Name, got.Lost)
	}
}

func FuzzDecode(f *testing.F) {
	fuzzing.Begin(f)
	for _, s := range []string{"", "a", "\xff\xfe", "\xfe\xff\xd8", "\x81\x30", "\x00a\x00b", english, "\xa4\xcf\xff"} {
		f.Add([]byte(s), "")
		f.Add([]byte(s), "gb18030")
	}
	f.Fuzz(func(t *testing.T, data []byte, label string) {
		r := Decode(data, label)
		if !utf8.ValidString(r.Text) {
			t.Errorf("no UTF-8: %q", r.Text)
		}
		if len(r.Text) > 4*len(data)+4 {
			t.Errorf("%d bytes became %d", len(data), len(r.Text))
		}
	})
}
