package markdown

import (
	"fmt"
	"strings"
	"testing"

	"octavo/book"
)

// cells returns the words of a table, a line a row, cells parted by " / ", and what was
// told.
func cells(t *testing.T, text string) (table *book.Table, rows, told string) {
	t.Helper()
	c, list := Parse("c.md", []byte("---\ntitle: T\n---\n"+text), Options{Language: "en"})
	for _, d := range list {
		told += fmt.Sprintf("%d %s %s\n", d.Pos.Line, d.Severity, d.Rule)
	}
	for _, b := range c.Body {
		if found, ok := b.(*book.Table); ok {
			table = found
		}
	}
	if table == nil {
		return nil, "", told
	}
	for _, row := range append(table.Head, table.Rows...) {
		var words []string
		for _, c := range row {
			words = append(words, book.PlainText(c.Content))
		}
		rows += strings.TrimRight(strings.Join(words, " / "), " ") + "\n"
	}
	return table, rows, told
}

// TestRowsTooLong cuts rows that have more cells than the head.
func TestRowsTooLong(t *testing.T) {
	const head = "| A | B |\n|---|---|\n"
	for _, tt := range []struct{ name, row, want, told string }{
		{"a bar in code", "| `ls | wc` | counts |", "ls | wc / counts\n", ""},
		{"two bars in code", "| `a || b` | or |", "a || b / or\n", ""},
		{"a bar in two backticks", "| ``a`|b`` | c |", "a`|b / c\n", ""},
		{"a bar in an address", "| `a|b` and [p](https://example.org/a|b) | 7 |", "a|b and p / 7\n", ""},
		{"a bar in a tag", `| <span lang="a|b">x</span> | 7 |`, "x / 7\n", ""},
		{"an escaped backtick opens no code", "| \\`a | b\\` |", "`a / b`\n", ""},
		{"right by GitHub's rule", "| `a|b` |", "`a / b`\n", "6 warning table-row\n"},
		{"amounts of money are no formula", "| $5 | $6 | $7 |", "$5 / $6 | $7\n", "6 warning table-row\n"},
		{"too many", "| one | two | three | four |", "one / two | three | four\n", "6 warning table-row\n"},
		{"items", "| - a<br>- b | - c |", "• a • b / - c\n", ""},
		{"items of HTML", "| <ul><li>a</li><li>b</li></ul> | <p>c</p><p>d</p> |", "• a • b / c d\n", ""},
		{"numbers of HTML", "| x <ol start=3><li>a</li><li>b</li></ol> y | c |", "x 3. a 4. b y / c\n", ""},
		{"escaped", "| `a \\| b` | c |", "a | b / c\n", ""},
		{"short", "| a", "a /\n", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, rows, told := cells(t, head+tt.row+"\n")
			if rows != "A / B\n"+tt.want || told != tt.told {
				t.Errorf("got %q, told %q; want %q, told %q", rows, told, tt.want, tt.told)
			}
		})
	}
}

// TestHeadTooLong takes a head whose bars in code part nothing, and tells of one that
// makes no table.
func TestHeadTooLong(t *testing.T) {
	if _, rows, told := cells(t, "| `a|b` | c |\n|---|---|\n| d | e |\n"); rows != "a|b / c\nd / e\n" || told != "" {
		t.Errorf("got %q, told %q", rows, told)
	}
	if table, _, told := cells(t, "| a | b | c |\n|---|---|\n| d | e |\n"); table != nil || told != "4 warning table-row\n" {
		t.Errorf("got %v, told %q", table, told)
	}
}

// TestTableCaptionAttributes: attributes of Quarto beside the id are no words, and are told.
func TestTableCaptionAttributes(t *testing.T) {
	got, _, told := cells(t, "| a |\n|---|\n| b |\n\n: The words {#tbl-x tbl-colwidths=\"[50,50]\"}\n")
	if book.PlainText(got.Caption) != "The words" || got.ID != "tbl-x" || told != "8 warning attribute-unknown\n" {
		t.Errorf("got %q, %q, told %q", book.PlainText(got.Caption), got.ID, told)
	}
}

// TestTableCaptions reads captions above and below, with and without an id.
func TestTableCaptions(t *testing.T) {
	const table = "| a | b |\n|---|---|\n| c | d |\n"
	for _, tt := range []struct{ name, text, caption, id string }{
		{"below", table + "\nTable: The *words* {#tbl-x}\n", "The words", "tbl-x"},
		{"above", "Table: The words {#tbl-x}\n\n" + table, "The words", "tbl-x"},
		{"a colon", table + "\n: The words\n", "The words", ""},
		{"small", table + "\ntable: The words\n", "The words", ""},
		{"an id alone", table + "\nTable: {#tbl-x}\n", "", "tbl-x"},
		{"an escaped brace", table + "\nTable: The words \\{#x}\n", "The words {#x}", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, _, told := cells(t, tt.text)
			if got == nil || book.PlainText(got.Caption) != tt.caption || got.ID != tt.id || told != "" {
				t.Fatalf("got %+v, told %q", got, told)
			}
			roundTrip(t, []byte("---\ntitle: T\n---\n"+tt.text))
		})
	}
}
