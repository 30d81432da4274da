package markdown

import (
	"strings"
	"testing"

	"octavo/book"
)

// TestUntakenLines tells of signs that CommonMark prints, and takes the marks of Korean.
func TestUntakenLines(t *testing.T) {
	for _, tt := range []struct{ name, src, words, told string }{
		{"a heading without a space", "##Tides\n\n######Ebb\nText", "##Tides|######Ebb Text", "4 heading-mark, 6 heading-mark"},
		{"no headings", "#MeToo here\n\n####### seven\n\n\\##a ##b, #!c, ##!", "#MeToo here|####### seven|##a ##b, #!c, ##!", ""},
		{"tags of a vault", "#harbour #books/old #2\n\n#harbour #한글", "#harbour #books/old #2|#harbour #한글", "6 foreign-tag"},
		{"fields of a vault", "due date:: 3 May\n\nstd::vector, a:: b (c):: d\n\nkey::", "due date:: 3 May|std::vector, a:: b (c):: d|key::", "4 foreign-tag"},
		{"marks that open", "a **b c\n\na ~~b c\n\n__b", "a **b c|a ~~b c|__b", "4 mark-open, 6 mark-open, 8 mark-open"},
		{"a mark that closes", "a b** c", "a b** c", "4 mark-open"},
		{"marks that are meant", "f**k\n\n2 ** 3\n\n2**3\n\na *** b\n\n\\*\\*c\n\n`**d`\n\n(**)", "f**k|2 ** 3|2**3|a *** b|**c|**d|(**)", ""},
		{"marks beside Hangul", "**강(江)**은 *‘말’*을 ~~(취소)~~를 ==(표시)==를 **(굵게)**", "강(江)은 ‘말’을 (취소)를 (표시)를 (굵게)", ""},
		{"low lines beside Hangul", "가_나_다", "가_나_다", ""},
		{"attributes of a block", "{.lead}\nText\n\nText {.a key=\"b c\"}\n\n> Text\n{#here .c}", "Text|Text|Text", "4 foreign-tag, 7 foreign-tag, 10 foreign-tag"},
		{"ids of a block", "{#top}\nText {#end}", "Text", ""},
		{"braces", "{} {a} b{.c}\n\n{.d} e\n\n\\{.f}\n\nset {1, 2}", "{} {a} b{.c}|{.d} e|{.f}|set {1, 2}", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			src := "---\ntitle: T\n---\n" + tt.src + "\n"
			c, list := Parse("c.md", []byte(src), Options{Language: "ko"})
			compareRead(t, c, list, tt.words, tt.told)
			roundTrip(t, []byte(src))
		})
	}
}

// TestLooseIDs holds the places of ids that stand apart.
func TestLooseIDs(t *testing.T) {
	c, _ := Parse("c.md", []byte("---\ntitle: T\n---\n{#top}\nText {#end .x}\n"), Options{Language: "en"})
	var ids []string
	book.WalkInlines(c.Body[0].(*book.Paragraph).Content, func(in book.Inline) bool {
		if s, ok := in.(*book.Span); ok {
			ids = append(ids, s.ID)
		}
		return true
	})
	if got := strings.Join(ids, " "); got != "top end" {
		t.Errorf("ids %q", got)
	}
}

// TestForeignPeople takes the translators of other tools.
func TestForeignPeople(t *testing.T) {
	c, _ := Parse("c.md", []byte("---\ntitle: T\nauthor: Ann Lee\ntranslator: [Bo Berg, Cy Dee]\ncontributor: Di Ef\n---\nText.\n"), Options{Language: "en"})
	var got []string
	for _, p := range append(c.Authors, c.Contributors...) {
		got = append(got, p.Name+" "+p.Role)
	}
	if got, want := strings.Join(got, ", "), "Ann Lee aut, Bo Berg trl, Cy Dee trl, Di Ef ctb"; got != want {
		t.Errorf("people %s, want %s", got, want)
	}
}
