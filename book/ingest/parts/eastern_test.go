package parts

import (
	"strings"
	"testing"

	"octavo/book"
	"octavo/book/ingest/draft"
)

// reporting returns a reader of an article in a language, with its first paragraphs.
func reporting(lang string, paragraphs ...string) *reader {
	r := &reader{article: &draft.Article{}, chapter: &book.Chapter{Lang: lang}, tables: of(lang)}
	for _, p := range paragraphs {
		it := &item{text: p, width: draft.Width(p), content: draft.Text(p)}
		it.Block.Block = &book.Paragraph{Content: it.content}
		r.items = append(r.items, it)
	}
	return r
}

func names(r *reader) string {
	var list []string
	for _, a := range r.chapter.Authors {
		list = append(list, a.Name)
	}
	for _, c := range r.chapter.Contributors {
		list = append(list, c.Role+" "+c.Name)
	}
	return strings.Join(list, "; ")
}

// TestReporters has bylines as newspapers of Korea, Japan and China write them.
func TestReporters(t *testing.T) {
	for _, c := range []struct{ lang, line, want string }{
		{"ko", "김하나 기자", "김하나"},
		{"ko", "김하나기자", "김하나"},
		{"ko", "김하나·박준 기자", "김하나; 박준"},
		{"ko", "[부산=바다신문] 김하나 기자", "김하나"},
		{"ko", "부산=김하나 기자 hana@example.co.kr", "김하나"},
		{"ko", "글·사진 이서연 여행작가", "이서연"},
		{"ko", "[해안일보 김서연 기자]", "김서연"},
		{"ko", "전직 신문 기자", ""},
		{"ko", "사진=박준 기자", "pht 박준"},
		{"ko", "사진=바다통신", ""},
		{"ko", "기자 간담회가 열렸다", ""},
		{"ja", "文・写真　霧島灯子", "霧島灯子"},
		{"ja", "取材・文／霧島灯子　撮影／佐伯直人", "霧島灯子; pht 佐伯直人"},
		{"ja", "（記者　林望）", "林望"},
		{"ja", "文：霧島灯子　イラスト：林望", "霧島灯子; ill 林望"},
		{"zh-Hans", "文｜林望潮　图｜王海生", "林望潮; pht 王海生"},
		{"zh-Hans", "撰文/林望潮 摄影/王海生", "林望潮; pht 王海生"},
		{"zh-Hant", "記者 林望潮／高雄報導", "林望潮"},
		{"zh-Hant", "記者王海生／台北報導", "王海生"},
		{"zh-Hant", "記者王海生、林望潮／高雄報導", "王海生; 林望潮"},
		{"zh-Hant", "記者王海生／攝影", "pht 王海生"},
		{"zh-Hant", "記者會／高雄", ""},
		{"zh-Hant", "文｜林望潮　攝影｜王海生", "林望潮; pht 王海生"},
	} {
		r := reporting(c.lang, c.line)
		r.label(r.items[0])
		if got := names(r); got != c.want {
			t.Errorf("%s: got %q, want %q", c.line, got, c.want)
		}
	}
}

// TestRunIn has authors who are named within the text, which keeps its words.
func TestRunIn(t *testing.T) {
	const ko, ja, zh = "바다에 12일 첫눈이 내렸다. 배들은 묶여 있고 갈매기만 날았다.", "港に初雪が降った。漁船は岸につながれ、かもめだけが飛んでいた。", "杭州迎来今冬第一场雪。西湖边的人比平日多了一倍，船却都停着。"
	for _, c := range []struct{ lang, text, want string }{
		{"ko", "(부산=바다통신) 김하나 기자 = " + ko, "김하나"},
		{"ko", "(부산=바다통신) " + ko, ""},
		{"ko", "하나 = 둘이라는 말이 있다. " + ko, ""},
		{"ko", ko + " (김하나 기자)", "김하나"},
		{"ja", ja + "【林望】", "林望"},
		{"ja", ja + "【つづく】", ""},
		{"ja", ja + "（記者　林望）", "林望"},
		{"zh-Hans", "新华社杭州12月3日电（记者 林望潮、王海生）" + zh, "林望潮; 王海生"},
		{"zh-Hans", zh + "（记者会明天举行）", ""},
		{"zh-Hant", "【記者林望潮／台北報導】" + zh, "林望潮"},
		{"en", "(By Ann Roe) The ferry leaves at noon, and nobody is on it who would have to be there.", ""},
	} {
		r := reporting(c.lang, c.text)
		r.runIn()
		if got := names(r); got != c.want {
			t.Errorf("%s: got %q, want %q", c.text, got, c.want)
		}
		if book.PlainText(r.items[0].content) != c.text {
			t.Errorf("%s: the text became %q", c.text, book.PlainText(r.items[0].content))
		}
	}
}

// TestLanguageStated believes the text where the file states the language of its template.
func TestLanguageStated(t *testing.T) {
	for _, c := range []struct{ stated, text, want string }{
		{"en", "바다는 아침부터 잔잔했다. 배는 아홉 시에 떠났다.", "ko"},
		{"zh-CN", "海は朝から静かだった。船は九時に出た。", "ja"},
		{"ja", "海从早晨起就很平静。船九点开走，灯塔里只剩下一个人。", "zh-Hans"},
		{"zh-CN", "海從早晨起就很平靜。船九點開走，燈塔裡只剩下一個人。", "zh-Hant"},
		{"zh-TW", "海從早晨起就很平靜。船九點開走，燈塔裡只剩下一個人。", "zh-TW"},
		{"zh", "海從早晨起就很平靜。船九點開走，燈塔裡只剩下一個人。", "zh"},
		{"ja-JP", "海は朝から静かだった。船は九時に出た。", "ja-JP"},
		{"en-US", "Die Fähre legt um zwölf ab, und niemand ist an Bord, der irgendwo sein müsste.", "de"},
		{"nb", "The ferry leaves at noon, and nobody is on it who would have to be anywhere.", "nb"},
		{"en-GB", "The ferry leaves at noon, and nobody is on it who would have to be anywhere.", "en-GB"},
		{"en-US", "Лодка стоит.", "ru"},
		{"uk", "Лодка стоит.", "uk"},
		{"en", "Lorem ipsum dolor sit amet.", "en"},
	} {
		r := reporting(c.stated, c.text)
		r.language()
		if r.chapter.Lang != c.want {
			t.Errorf("%s, %s: got %s, want %s", c.stated, c.text, r.chapter.Lang, c.want)
		}
	}
}
