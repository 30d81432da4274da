package para

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"octavo/book/base/unit"
	"octavo/book/typeset/document"
	"octavo/book/typeset/theme"
)

// endings sets text in a narrow column and returns its lines.
func endings(t *testing.T, lang, text string, width unit.Length) []string {
	t.Helper()
	s := bare(t, lang)
	p := s.paragraph(s.theme.Style(theme.Paragraph))
	p.Plain(text, s.Look(p.style, lang, s.elem))
	var lines []string
	for _, st := range s.linesOf(p, frame{right: s.geo.Measure - width, elem: s.elem, style: p.style}, 0) {
		line := ""
		for _, it := range st.Items {
			if tx, ok := it.(*document.Text); ok {
				line += document.TextOf(tx)
			}
		}
		lines = append(lines, line)
	}
	return lines
}

// TestKinsoku breaks text at every width and looks at the ends of its lines.
func TestKinsoku(t *testing.T) {
	for _, tt := range []struct{ lang, text, never, end string }{
		{"ja", "「船は、もう出ない」と彼は言った。キャッチャーも、ショーもない（そうだ）。本当に？はい！『港・海』を読み、々を学ぶ。",
			"、。」）』？！・ーッャュョ々", "「（『"},
		{"zh-Hans", "“船不再开了”，他说。《港口》（第二版）里写着：“为什么？”没有人知道——谁都不知道……真的！", "，。”》）：？！", "“《（"},
		{"zh-Hant", "「船不再開了」，他說。《港口》（第二版）裡寫著：「為什麼？」沒有人知道！", "，。」》）：？！", "「《（"},
		{"ko", "“배는 이제 떠나지 않는다.” 그가 말했다. 《항구》(둘째 판)에 그렇게 쓰여 있다, 정말로!", ".,”》)!", "“《("},
	} {
		for width := 47 * unit.Point; width < 120*unit.Point; width += 7 * unit.Point {
			lines := endings(t, tt.lang, tt.text, width)
			if len(lines) < 3 {
				t.Errorf("%s: %d lines at %s", tt.lang, len(lines), width)
			}
			for i, ln := range lines {
				ln = strings.TrimSpace(ln)
				first, _ := utf8.DecodeRuneInString(ln)
				last, _ := utf8.DecodeLastRuneInString(ln)
				if i > 0 && strings.ContainsRune(tt.never, first) {
					t.Errorf("%s at %s: line %q begins with %q", tt.lang, width, ln, first)
				}
				if i+1 < len(lines) && strings.ContainsRune(tt.end, last) {
					t.Errorf("%s at %s: line %q ends with %q", tt.lang, width, ln, last)
				}
			}
			if got := letterOnly(strings.Join(lines, "")); got != letterOnly(tt.text) {
				t.Errorf("%s: the lines are %q", tt.lang, got)
			}
		}
	}
}

func letterOnly(s string) string { return strings.Join(strings.Fields(s), "") }

// TestMarksThatMeet compares the widths of marks that stand beside each other with
// those of marks that do not.
func TestMarksThatMeet(t *testing.T) {
	width := func(lang, text string) unit.Length {
		s := bare(t, lang)
		p := s.paragraph(s.theme.Style(theme.Paragraph))
		p.Plain(text, s.Look(p.style, lang, s.elem))
		return s.linesOf(p, frame{elem: s.elem, style: p.style}, 0)[0].Items[0].(*document.Text).Width() / (p.style.Size / 4)
	}
	for _, tt := range []struct {
		name, lang, text string
		want             unit.Length // quarters of an em
	}{
		{"a mark and a letter", "ja", "港、船", 12},
		{"a stop and the end of a quotation", "ja", "港。」", 10},
		{"the end of a quotation and the beginning of one", "ja", "」「", 6},
		{"a comma and the beginning of a quotation", "zh-Hans", "港，《書", 14},
		{"a comma and a quotation mark", "zh-Hans", "港，“書", 14},
		{"a colon and a quotation mark", "zh-Hans", "港：“書", 14},
		{"a quotation mark and a comma", "zh-Hans", "港”，書", 14},
		{"a question and a quotation", "zh-Hans", "港？”“書", 16},
		{"a bracket and a quotation mark", "zh-Hans", "港（“書", 14},
		{"a comma in the middle of its square", "zh-Hant", "港，「書", 16},
		{"quotation marks in Taiwan", "zh-Hant", "港」「書", 14},
		{"a colon in the middle of its square", "ja", "港：「書", 16},
	} {
		if got := width(tt.lang, tt.text); got != tt.want {
			t.Errorf("%s: %q is %d quarters wide, want %d", tt.name, tt.text, got, tt.want)
		}
	}
}

// TestHangulBreaksAtSpaces looks for words of Korean that are divided where
// they need not be.
func TestHangulBreaksAtSpaces(t *testing.T) {
	text := "매일 밤 열한 시 사십 분이면 길이 백 미터의 배 한 척이 거의 빈 채로 항구를 떠난다. 회사는 이 배를 없애고 싶어 한다."
	words := strings.Fields(text)
	for _, ln := range endings(t, "ko", text, 280*unit.Point) {
		for _, w := range strings.Fields(ln) {
			if !slices.Contains(words, w) {
				t.Errorf("%q is a part of a word", w)
			}
		}
	}
	if lines := endings(t, "ko", strings.ReplaceAll(text, " ", ""), 100*unit.Point); len(lines) < 5 {
		t.Errorf("a long word takes %d lines", len(lines))
	}
}

// TestDash breaks English at every width: a dash that stands close to the word before
// it stays with it.
func TestDash(t *testing.T) {
	text := "The boat—the last one of the day—sails at twenty to midnight—whatever the owners say—with nobody aboard—or nearly nobody—and comes back—full."
	at := 0
	for width := 60 * unit.Point; width < 300*unit.Point; width += 3 * unit.Point {
		for _, ln := range endings(t, "en", text, width) {
			if strings.HasPrefix(ln, "—") {
				t.Errorf("at %s: line %q begins with a dash", width, ln)
			}
			if strings.HasSuffix(strings.TrimSpace(ln), "—") {
				at++
			}
		}
	}
	if at < 10 {
		t.Errorf("%d lines end with a dash", at)
	}
}

// TestThai breaks Thai at all widths: between words, and never within a letter.
func TestThai(t *testing.T) {
	const text = "เรือลำสุดท้ายออกจากท่าเมื่อเวลาเที่ยงคืนและไม่มีผู้โดยสารเลยสักคน กัปตันบอกว่าตารางเวลาคือคำสัญญาว่าจะกลับบ้าน"
	whole := []string{"สุดท้าย", "บอก", "ตาราง", "สัญญา", "เมื่อ", "เรือ"}
	for width := 60 * unit.Point; width < 200*unit.Point; width += 9 * unit.Point {
		lines := endings(t, "th", text, width)
		if len(lines) < 3 {
			t.Errorf("%d lines at %s", len(lines), width)
		}
		for _, w := range whole {
			if n := strings.Count(strings.Join(lines, "|"), w); n != strings.Count(text, w) {
				t.Errorf("at %s %q was divided:\n%s", width, w, strings.Join(lines, "\n"))
			}
		}
		if got := letterOnly(strings.Join(lines, "")); got != letterOnly(text) {
			t.Errorf("the lines are %q", got)
		}
	}
}

// TestDevanagari breaks Hindi at spaces, and a word that is too long between its
// letters only.
func TestDevanagari(t *testing.T) {
	const text = "सन् १९३३ में एक नया बंदरगाह खुला और कुछ ही वर्षों में शहर बदल गया।"
	words := strings.Fields(text)
	for width := 80 * unit.Point; width < 200*unit.Point; width += 11 * unit.Point {
		for _, ln := range endings(t, "hi", text, width) {
			for _, w := range strings.Fields(ln) {
				if !slices.Contains(words, w) {
					t.Errorf("at %s %q is a part of a word", width, w)
				}
			}
		}
	}
	for _, ln := range endings(t, "hi", strings.Repeat("क्षत्रि", 20), 60*unit.Point) {
		if strings.Count(ln, "क्ष") != strings.Count(ln, "क") || strings.HasPrefix(ln, "ि") || strings.HasSuffix(ln, "\u094d") {
			t.Errorf("line %q has a part of a letter", ln)
		}
	}
}

func TestLetter(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"ab", "a"}, {"e\u0301x", "e\u0301"}, {"क्षत्रि", "क्ष"}, {"त्रिक", "त्रि"}, {"ที่นี้", "ที่"}, {"เรือ", "เรื"},
		{"ក្មេង", "ក្មេ"}, {"👩\u200d⚖", "👩\u200d⚖"}, {"骨が", "骨"},
	} {
		if got := tt.text[:letter(tt.text)]; got != tt.want {
			t.Errorf("the first letter of %q is %q, want %q", tt.text, got, tt.want)
		}
	}
}

// TestThaiIsEven fills lines of Thai without a space: each reaches the margin, and no place
// between words is wider than those between letters.
func TestThaiIsEven(t *testing.T) {
	s := bare(t, "th")
	p := s.paragraph(s.theme.Style(theme.Paragraph))
	p.Plain(strings.Repeat("เรือลำสุดท้ายออกจากท่าเมื่อเวลาเที่ยงคืนและไม่มีผู้โดยสารเลยสักคน", 4), s.Look(p.style, "th", s.elem))
	lines := s.linesOf(p, frame{elem: s.elem, style: p.style}, 0)
	for i, st := range lines[:len(lines)-1] {
		tx := st.Items[0].(*document.Text)
		if short := s.geo.Measure - tx.X - tx.Width() + tx.Tracking; short < -unit.Milli(10) || short > unit.Milli(10) {
			t.Errorf("line %d is %s too short", i, short)
		}
		for k := range tx.Words[1:] {
			if hole := tx.Words[k+1].X - tx.Words[k].X - tx.WordWidth(&tx.Words[k]); hole < -unit.Milli(10) || hole > unit.Milli(10) {
				t.Errorf("line %d has a hole of %s behind %q", i, hole, tx.Words[k].Run.Text)
			}
		}
	}
}
