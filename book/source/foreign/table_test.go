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
		{"HTML behind spaces", "   <pre>\n\n+---+\n| a |\n+---+\n\n</pre>\n", "   <pre>\n\n+---+\n| a |\n+---+\n\n</pre>\n"},
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

// TestTableForms has tables at the bounds of what is one, each beside what is none.
func TestTableForms(t *testing.T) {
	const grid, bars = "+---+\n| a |\n+---+\n", "|  |\n| --- |\n| a |\n"
	for _, tt := range []struct{ name, text, want string }{
		{"a foot", "+---+\n| a |\n+===+\n| 1 |\n+===+\n| f |\n+===+\n", "| a |\n| --- |\n| 1 |\n| f |\n"},
		{"a late head", "+---+\n| a |\n+---+\n| b |\n+===+\n| c |\n+---+\n", "|  |\n| --- |\n| a |\n| b |\n| c |\n"},
		{"colons above a head", "+:-:+\n| a |\n+===+\n| 1 |\n+---+\n", "| a |\n| --- |\n| 1 |\n"},
		{"a row of nothing", "+---+---+\n| a | b |\n+---+---+\n|   |   |\n+---+---+\n", "|  |  |\n| --- | --- |\n| a | b |\n|  |\n"},
		{"items of all signs", "+------+\n| * a  |\n| + b  |\n| 9. c |\n| 0) d |\n+------+\n", "|  |\n| --- |\n| • a<br>• b<br>9. c<br>0) d |\n"},
		{"a grid by three spaces", "   +---+\n   | a |\n   +---+\n", bars},
		{"a grid behind code", "```\nx\n```\n\n" + grid, "```\nx\n```\n\n" + bars},
		{"a grid behind a comment", "<!--\nx\n-->\n\n" + grid, "<!--\nx\n-->\n\n" + bars},
		{"a grid behind a comment on a line", "<!-- x -->\n\n" + grid, "<!-- x -->\n\n" + bars},
		{"a grid behind HTML", "<PRE>\n\n" + grid + "</pre>\n\n" + grid, "<PRE>\n\n" + grid + "</pre>\n\n" + bars},
		{"a grid behind HTML on a line", "<pre>x</pre>\n\n" + grid, "<pre>x</pre>\n\n" + bars},
		{"two grids", grid + "\n" + grid, bars + "\n" + bars},
		{"columns without a head, of several lines", "------- --------\nEbb     goes\n        out\n\nFlow    in\n------- --------\n\nText\n",
			"|  |  |\n| :-- | :-- |\n| Ebb | goes out |\n| Flow | in |\n\nText\n"},
		{"a head of eight lines", "-----\n" + strings.Repeat("a  b\n", 8) + "-- --\nc  d\n-----\n", "| a a a a a a a a | b b b b b b b b |\n| :-- | :-- |\n| c | d |\n"},
		{"a rule of three hyphens", "---\nT  W\n-- --\na  b\n---\n", "| T | W |\n| :-- | :-- |\n| a | b |\n"},
		{"a rule, then columns", "-----\n\nT  W\n-- --\na  b\n", "-----\n\n| T | W |\n| :-- | :-- |\n| a | b |\n"},
		{"a head of which a cell begins late", "----------------\n        What\nTerm    it is\n------- --------\nEbb     goes\n----------------\n", "| Term | What it is |\n| --- | :-- |\n| Ebb | goes |\n"},
		{"an empty first cell", "---- -----\n     goes\nb    c\n---- -----\n", "|  |  |\n| --- | :-- |\n|  | goes |\n| b | c |\n"},
		{"words before the first hyphen", "Ebb goes\n -- ----\na   b\n", "| Ebb | goes |\n| --: | --- |\n| a | b |\n"},
		{"a bar at the beginning", "|a   b\n---- ---\nc    d\n", "| \\|a | b |\n| :-- | :-- |\n| c | d |\n"},
		{"columns in a quotation below a break", "-- --\n\nText\n\n> -- --\n> ab cd\n> -- --\n", "-- --\n\nText\n\n> |  |  |\n> | --- | --- |\n> | ab | cd |\n"},
		{"a heading and columns", "Title\n-----\nText\n\nTerm  What\n----  ----\nEbb   goes\n", "Title\n-----\nText\n\n| Term | What |\n| --- | --- |\n| Ebb | goes |\n"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := translated(tt.text, false); got != tt.want {
				t.Errorf("got\n%swant\n%s", got, tt.want)
			}
		})
	}
	for name, text := range map[string]string{
		"a grid of open rules":       "+---+---\n| a | b\n+---+---\n",
		"a grid with rows below":     grid + "| b |\n",
		"a grid with a line outside": "  +---+\n| a |\n  +---+\n",
		"a grid without its bar":     "+---+\n  a |\n+---+\n",
		"a grid with words behind":   "+---+\n| a |x\n+---+\n",
		"a grid with a short line":   "+---+\n| a\n+---+\n",
		"wide words behind":          "+---+---+\n| नमस्ते | b |x\n+---+---+\n",
		"a bar too few":              "+---+---+\n| नमस्ते |\n+---+---+\n",
		"a rule of two hyphens":      "--\nT  W\n-- --\na  b\n--\n",
		"a rule and groups":          "-----\n-- --\na  b\n-----\n",
		"a single hyphen":            "Term  W What\n----  - ----\nEbb   o goes\n\n-- --\n\nText\n",
		"groups that a rule ends":    "---- ----\na    b\n---------\n",
		"a rule that groups end":     "---------\nT    W\n---- ----\na    b\n---- ----\n",
		"columns with a tab":         "---- ----\na\tb\n---- ----\n",
		"a head with a tab":          "T\tW\n---- ----\na    b\n",
		"columns, then text":         "Term  What\n----  ----\nEbb   goes\n----  ----\nText\n",
		"a head across a gap":        "Acrossit is\n---- ----\nEbb  goes\n",
		"several lines across a gap": "---------\nAcrossit\n---- ----\nEbb  goes\n---------\n",
		"rows across a gap":          "---------\nT    W\n---- ----\nacrossit\n---------\n",
		"groups without rows":        "---- ----\n\n---- ----\n",
		"a comment without its end":  "<!--\n\n" + grid,
		"HTML without its end":       "<pre>\n\n" + grid,
		"a paragraph in a quotation": "> Text\n> +---+\n> | a |\n> +---+\n",
		"a grid that a text leaves":  "> +---+\n| a |\n> +---+\n",
	} {
		if got := translated(text, false); got != text {
			t.Errorf("%s: got\n%s", name, got)
		}
	}
}

// TestColumnsIn asks for the width of characters at the ends of the ranges of UAX #11.
func TestColumnsIn(t *testing.T) {
	for wide, runes := range map[int]string{
		1: "aé\u2fff\u303f\uff00\uff61ｱ\uffdcन",
		2: "\u3000、〾あア한海\uff01\uff60",
	} {
		for _, r := range runes {
			if got := columnsIn(r, 2); got != wide || columnsIn(r, 1) != 1 {
				t.Errorf("%U takes %d columns, want %d", r, got, wide)
			}
		}
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
