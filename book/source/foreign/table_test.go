package foreign

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"

	"octavo/book"
)

// TestTables writes drawn tables with bars, and leaves what is none.
func TestTables(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"a grid", "+---+---+\n| a | b |\n+===+===+\n| 1 | 2 |\n+---+---+\n| 3 |   |\n+---+---+\n",
			"| a | b |\n| --- | --- |\n| 1 | 2 |\n| 3 |\n"},
		{"without a head", "+---+---+\n| a | b |\n+---+---+\n", "|  |  |\n| --- | --- |\n| a | b |\n"},
		{"aligned", "+:--+--:+:-:+\n| a | b | c |\n+---+---+---+\n", "|  |  |  |\n| :-- | --: | :-: |\n| a | b | c |\n"},
		{"aligned below the head", "+---+---+\n| a | b |\n+:==+==:+\n| 1 | 2 |\n+---+---+\n", "| a | b |\n| :-- | --: |\n| 1 | 2 |\n"},
		{"lines of cells", "+--------+-----+\n| one    | - x |\n| goes on| - y |\n|        |   z |\n| two    |     |\n+--------+-----+\n",
			"|  |  |\n| --- | --- |\n| one goes on<br>two | • x<br>• y z |\n"},
		{"bars in cells", "+-------+\n| `a|b` |\n+-------+\n", "|  |\n| --- |\n| `a\\|b` |\n"},
		{"wide letters", "+------+---+\n| 한국 | b |\n+------+---+\n| é    | c |\n+------+---+\n", "|  |  |\n| --- | --- |\n| 한국 | b |\n| é | c |\n"},
		{"in a quotation", "> +---+\n> | a |\n> +---+\n", "> |  |\n> | --- |\n> | a |\n"},
		{"simple", "  Right     Left     Centre     Default\n-------     ------ ----------   -------\n     12     12        12            12\n    123     123       123          123\n\nText.\n",
			"| Right | Left | Centre | Default |\n| --: | :-- | :-: | --- |\n| 12 | 12 | 12 | 12 |\n| 123 | 123 | 123 | 123 |\n\nText.\n"},
		{"simple without a head", "-----  ---\none    two\nthree  four\n-----  ---\n", "|  |  |\n| :-- | --- |\n| one | two |\n| three | four |\n"},
		{"several lines", "----------------\nTerm    What\n        it is\n------- --------\nEbb     goes\n        out\n\nFlow    in\n----------------\n",
			"| Term | What it is |\n| :-- | :-- |\n| Ebb | goes out |\n| Flow | in |\n"},

		{"paragraphs of a cell", "+------+\n| a\\   |\n| b    |\n|      |\n| 1. c |\n| 2. d |\n+------+\n", "|  |\n| --- |\n| a<br>b<br>1. c<br>2. d |\n"},
		{"wide letters of one column", "+----+---+\n| 한국 | b |\n+----+---+\n", "|  |  |\n| --- | --- |\n| 한국 | b |\n"},
		{"letters of other widths", "+---+---+\n| नमस्ते | b |\n| c\\|d | e |\n+---+---+\n", "|  |  |\n| --- | --- |\n| नमस्ते c\\|d | b e |\n"},
		{"indented", "  +---+\n  | a |\n  +---+\n\nText\n", "|  |\n| --- |\n| a |\n\nText\n"},
		{"head of several lines with a row", "-------------\nTerm   What\n----   ----\nEbb    goes\n-------------\n", "| Term | What |\n| --- | --- |\n| Ebb | goes |\n"},
		{"columns that a line ends", "Term  What\n----  ----\nEbb   goes\n----  ----\n", "| Term | What |\n| --- | --- |\n| Ebb | goes |\n"},
		{"columns of wide letters", "낱말   뜻\n------ ----\n썰물   out\n", "| 낱말 | 뜻 |\n| :-- | :-- |\n| 썰물 | out |\n"},
		{"columns in a quotation", "> Term  What\n> ----  ----\n> Ebb   goes\n>\n> Text\n", "> | Term | What |\n> | --- | --- |\n> | Ebb | goes |\n>\n> Text\n"},

		{"a grid with double crosses", "++---+\n|| a |\n++---+\n", "++---+\n|| a |\n++---+\n"},
		{"a grid with other rules", "+---+---+\n| a | b |\n+-----+-+\n| c | d |\n+---+---+\n", "+---+---+\n| a | b |\n+-----+-+\n| c | d |\n+---+---+\n"},
		{"a grid with text below", "+---+\n| a |\n+---+\nText\n", "+---+\n| a |\n+---+\nText\n"},
		{"a grid without its end", "+---+\n| a |\n", "+---+\n| a |\n"},
		{"a grid with a tab", "+---+\n|\ta |\n+---+\n", "+---+\n|\ta |\n+---+\n"},
		{"a grid as code", "    +---+\n    | a |\n    +---+\n", "    +---+\n    | a |\n    +---+\n"},
		{"a comment", "<!--\n\n+---+\n| a |\n+---+\n\n-->\n", "<!--\n\n+---+\n| a |\n+---+\n\n-->\n"},
		{"tildes", "~~~\n\n+---+\n| a |\n+---+\n~~~\n", "~~~\n\n+---+\n| a |\n+---+\n~~~\n"},
		{"columns without rows", "Term  What\n----  ----\n\nText\n", "Term  What\n----  ----\n\nText\n"},
		{"columns with text below", "----  ----\nEbb   goes\n----  ----\nText\n", "----  ----\nEbb   goes\n----  ----\nText\n"},
		{"a long head", "-------\n" + strings.Repeat("a  b\n", 9) + "-- --\nc  d\n-------\n", "-------\n" + strings.Repeat("a  b\n", 9) + "-- --\nc  d\n-------\n"},
		{"front matter", "---\na: -- --\n---\n", "---\na: -- --\n---\n"},
		{"code", "```\n+---+\n| a |\n+---+\n```\n", "```\n+---+\n| a |\n+---+\n```\n"},
		{"HTML", "<pre>\n\n+---+\n| a |\n+---+\n\n</pre>\n", "<pre>\n\n+---+\n| a |\n+---+\n\n</pre>\n"},
		{"within a paragraph", "Text\n+---+\n| a |\n+---+\n", "Text\n+---+\n| a |\n+---+\n"},
		{"a grid with covering cells", "+---+---+\n| a | b |\n|   +---+\n|   | c |\n+---+---+\n", "+---+---+\n| a | b |\n|   +---+\n|   | c |\n+---+---+\n"},
		{"words across a gap", "Right Left\n---- ----\nacrossit is\n", "Right Left\n---- ----\nacrossit is\n"},
		{"a break", "- - -\n\nText\n\n--- ---\n\nMore\n", "- - -\n\nText\n\n--- ---\n\nMore\n"},
		{"a heading", "Title\n-----\n\n+ item\n", "Title\n-----\n\n+ item\n"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := translated(tt.text, false); got != tt.want {
				t.Errorf("got\n%swant\n%s", got, tt.want)
			}
		})
	}
}

// tableLines are lines that make a careless reader of tables slow when a text has nothing
// else.
var tableLines = []string{"+--+\n", "+--+\n\n", "| |\n", "-- --\n", "a\n-- --\n\n", "-- --\nx\n\n", "---\nx\n-- --\n\n", "+-+-", "-- ", "> ", "+--+\n| |\n"}

// tableText returns n bytes of a line behind the beginning of a table.
func tableText(line string, n int) Text {
	text := []byte("+--+\n\n" + strings.Repeat(line, n/len(line)))
	return Text{text, func(int) book.Pos { return book.Pos{} }, "a.md"}
}

// TestTablesLinear reads large texts of signs of tables: with a quadratic pass it would not
// come to its end.
func TestTablesLinear(t *testing.T) {
	for _, line := range tableLines {
		Translate(tableText(line, 1<<19), Options{Report: func(...book.Diagnostic) {}})
	}
}

// BenchmarkTables reads texts of two sizes. The time for a byte must not grow with the size.
func BenchmarkTables(b *testing.B) {
	for _, line := range tableLines {
		for _, n := range []int{1 << 17, 1 << 19} {
			t := tableText(line, n)
			b.Run(fmt.Sprintf("%q/%d", line, n), func(b *testing.B) {
				b.SetBytes(int64(n))
				for b.Loop() {
					Translate(t, Options{Report: func(...book.Diagnostic) {}})
				}
			})
		}
	}
}

// drawnForm is what [drawn] looks for, as one regular expression.
var drawnForm = regexp.MustCompile(`(?m:^[ >]*(?:\+[-=:]+\+|-{2,} +-{2,}))`)

// TestDrawn compares [drawn] with the expression on texts at random.
func TestDrawn(t *testing.T) {
	pieces := []string{"+", "-", "--", "=", ":", " ", ">", "\n", "a", "|", "é", "+--+", "-- --"}
	r := rand.New(rand.NewPCG(5, 6))
	for range 20_000 {
		var b strings.Builder
		for range 1 + r.IntN(7) {
			b.WriteString(pieces[r.IntN(len(pieces))])
		}
		if got, want := drawn([]byte(b.String())), drawnForm.MatchString(b.String()); got != want {
			t.Fatalf("%q: got %t, want %t", b.String(), got, want)
		}
	}
}
