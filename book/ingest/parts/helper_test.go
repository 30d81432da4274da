package parts

import (
	"strings"
	"testing"

	"octavo/book"
	"octavo/book/ingest/draft"
)

// TestHelpers has lines of the head and of the end of a page that name who helped with an
// article, and such that only look so.
func TestHelpers(t *testing.T) {
	for _, c := range []struct {
		lang, line string
		end        bool
		want       string
	}{
		{"en", "Edited by Cy Dahl", false, "edt Cy Dahl"},
		{"en", "Photography by Bo Hansen", false, "pht Bo Hansen"},
		{"en", "Photos by Bo Hansen and Ida Roe", false, "pht Bo Hansen; pht Ida Roe"},
		{"en", "Translated by Cy Dahl", true, "trl Cy Dahl"},
		{"en", "Foto: Bo Hansen", true, "pht Bo Hansen"},
		{"en", "Foto: Bo Hansen", false, ""},
		{"en", "Photo: Getty Images", true, ""},
		{"en", "Photo courtesy of Ann Roe", false, ""},
		{"en", "Edited by hand, all of it", false, ""},
		{"en", "Photography by Bo Hansen is on show.", false, ""},
		{"de", "Übersetzt von Ann Roe", false, "trl Ann Roe"},
		{"ko", "사진 서가람", false, "pht 서가람"},
		{"ko", "사진 제공", false, ""},
		{"ko", "옮김 김하나", true, "trl 김하나"},
	} {
		r := reporting(c.lang, c.line)
		r.article.Markup = true
		r.helper(r.items[0], c.end)
		if got := names(r); got != c.want {
			t.Errorf("%s: got %q, want %q", c.line, got, c.want)
		}
	}
}

// TestCreditAtEnd gives the credit at the end of a page to a lead picture without one.
func TestCreditAtEnd(t *testing.T) {
	r := reporting("en", "Foto: Bo Hansen")
	r.article.Markup = true
	r.chapter.Image = &book.Figure{Image: &book.Image{Src: "a.jpg"}}
	if !r.helper(r.items[0], true) || book.PlainText(r.chapter.Image.Credit) != "Bo Hansen" || names(r) != "" {
		t.Errorf("the credit is %q, the names %q", book.PlainText(r.chapter.Image.Credit), names(r))
	}
}

// TestForeignByline reads the bylines of templates in other languages than the text.
func TestForeignByline(t *testing.T) {
	for line, want := range map[string]string{
		"Von Ann Lee": "Ann Lee", "Par Maud Le Braz": "Maud Le Braz", "Von der Küste": "", "Von Ann": "", "Por ahora nada": "", "Von Ann Lee.": "",
	} {
		r := reporting("en", line)
		r.chapter.Title = draft.Text("The quay at noon")
		(&headReader{reader: r}).foreignByline(r.items[0])
		if got := names(r); got != want {
			t.Errorf("%s: got %q, want %q", line, got, want)
		}
	}
}

// TestKoreanRoles tells roles from words that have their syllables.
func TestKoreanRoles(t *testing.T) {
	for s, want := range map[string]bool{
		"김서연에게 전화가 왔다.": false, "새로 배우고 있다.": false, "주의사항을 읽는다.": false, "소장품이 많다.": false,
		"그는 화가이다.": true, "여행작가다.": true, "서울대교수로 있다.": true, "바다신문 기자": true, "해양학자입니다.": true,
	} {
		if got := reporting("ko", s).saysRole(s); got != want {
			t.Errorf("%s: got %t", s, got)
		}
	}
}

// TestStarred has bios with the stars of emphasis that somebody typed, whole and broken.
func TestStarred(t *testing.T) {
	const text = "The quay\n\nBy Ann Roe\n\nThe ferry leaves at noon, and nobody is on it who would have to be anywhere else that day.\n\nThe light on the mole is lit by hand, as it has been since the war.\n\n"
	for _, line := range []string{"*Ann Roe* is a writer in Hull.", "***Ann Roe** is a writer in Hull.*", "**Ann Roe* is a writer in Hull."} {
		c, _ := recognised("en", text+line+"\n")
		if len(c.Authors) != 1 || book.PlainText(c.Authors[0].Bio) != "Ann Roe is a writer in Hull." || strings.Contains(printed(c), "*") {
			t.Errorf("%s: got\n%s", line, printed(c))
		}
	}
}
