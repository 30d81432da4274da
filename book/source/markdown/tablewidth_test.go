package markdown

import (
	"fmt"
	"strings"
	"testing"

	"octavo/book"
)

// TestTableWidths reads the widths of tables, and finds the same when the chapter is written
// anew.
func TestTableWidths(t *testing.T) {
	pipe := "| a | b |\n| --- | --- |\n| c | d |\n\n"
	for _, c := range []struct {
		name, src, want, says string
	}{
		{"none", pipe, "0 []", ""},
		{"of the table", pipe + ": {width=60%}", "600 []", ""},
		{"in a caption", pipe + ": The tides {#tides width=7.5cm}", "681 []", ""},
		{"of columns", pipe + `: The tides {columns="20% 70.5%"}`, "0 [200 705]", ""},
		{"of all", pipe + `: The tides {width=100% columns="20%, 80%"}`, "1000 [200 800]", ""},
		{"a column too many", pipe + `: The tides {columns="20% 20% 20%"}`, "0 []", "are no widths of 2 columns"},
		{"too wide", pipe + `: The tides {columns="60% 60%"}`, "0 []", "are no widths of 2 columns"},
		{"no width", pipe + ": The tides {width=broad}", "0 []", `"broad" is no width`},
		{"of HTML", `<table width="50%"><tr><td>a</td><td>b</td></tr></table>`, "500 []", ""},
		{"of a style", `<table style="width: 62.5%"><tr><td>a</td><td>b</td></tr></table>`, "625 []", ""},
		{"of columns of HTML", `<table><colgroup><col width="25%"/><col style="width: 75%"/></colgroup><tr><td>a</td><td>b</td></tr></table>`, "0 [250 750]", ""},
		{"of several columns", `<table><col span="2" width="50%"><tr><td>a</td><td>b</td></tr></table>`, "0 [500 500]", ""},
		{"of some columns", `<table><col width="50%"><col><tr><td>a</td><td>b</td></tr></table>`, "0 []", ""},
		{"rounded up", `<table><col width="51%"><col width="50%"><tr><td>a</td><td>b</td></tr></table>`, "0 [504 495]", ""},
		{"pixels", `<table width="300"><tr><td>a</td><td>b</td></tr></table>`, "0 []", "the attribute width of <table> is dropped"},
	} {
		t.Run(c.name, func(t *testing.T) {
			src := "---\ntitle: A\n---\n\n" + c.src + "\n"
			for range 2 {
				ch, list := Parse("a.md", []byte(src), Options{Language: "en"})
				table, ok := ch.Body[0].(*book.Table)
				if !ok {
					t.Fatalf("no table, but %T", ch.Body[0])
				}
				if got := fmt.Sprint(table.Width, " ", table.Columns); got != c.want {
					t.Errorf("the widths are %s, not %s:\n%s", got, c.want, src)
				}
				if said := fmt.Sprint(list); !strings.Contains(said, c.says) || c.says == "" && len(list) > 0 {
					t.Errorf("told %s, not %q", said, c.says)
				}
				if c.says != "" {
					return
				}
				src = string(Format(ch))
			}
		})
	}
}
