package markdown

import (
	"strings"
	"testing"
)

// hostile are texts that grow with n and make a careless parser slow.
var hostile = []struct {
	name string
	text func(n int) string
}{
	{"open brackets", repeat("[")},
	{"nested brackets", func(n int) string { return strings.Repeat("[", n) + "a" + strings.Repeat("]", n) }},
	{"image brackets", repeat("![")},
	{"links without end", repeat("[a](b")},
	{"links in angles without end", repeat("[a](<b")},
	{"titles without end", repeat("[a](b \"c")},
	{"links within links", repeat("[a]([a](")},
	{"empty links", repeat("[]()")},
	{"references", func(n int) string { return strings.Repeat("[a]: b\n", n) }},
	{"references and text", func(n int) string { return strings.Repeat("[a]: b\n", n/2) + strings.Repeat("c\n", n/2) }},
	{"reference uses", func(n int) string { return strings.Repeat("[a]\n", n) }},
	{"reference uses over lines", func(n int) string { return strings.Repeat("[a\nb]", n) }},
	{"stars", repeat("*")},
	{"stars and letters", repeat("*a ")},
	{"stars then lows", func(n int) string { return strings.Repeat("*a ", n) + strings.Repeat("b_ ", n) }},
	{"stars of two lengths", repeat("a**b*c ")},
	{"tildes", repeat("~a ")},
	{"tildes alone", repeat("~")},
	{"subscripts", repeat("a~b~")},
	{"subscripts without end", repeat("a~b")},
	{"carets", repeat("^")},
	{"superscripts", repeat("a^b")},
	{"scripts that cross", repeat("a^b~c")},
	{"escapes in a superscript", repeat("a^\\^")},
	{"code in a superscript", repeat("a^`")},
	{"equals signs", repeat("=")},
	{"highlights", repeat(" ==a")},
	{"notes within text", repeat("^[a]")},
	{"notes without end", repeat("^[a")},
	{"notes that nest", func(n int) string { return strings.Repeat("^[a", n) + strings.Repeat("]", n) }},
	{"dollars", repeat("$")},
	{"colons", repeat(":")},
	{"names of emoji", repeat(":a")},
	{"percent signs", repeat("%")},
	{"remarks", repeat("%%a%% ")},
	{"comments without end", repeat("<!-- a ")},
	{"comments with one end", func(n int) string { return strings.Repeat("<!-- a\n\n", n/8) + "-->" }},
	{"programs without end", repeat("\n\n<?a")},
	{"remarks without end", repeat(" %%%a")},
	{"abbreviations", func(n int) string { return many(n, "*[a", "]: b\n") + many(n, "a", " ") }},
	{"lows in a word", repeat("a_")},
	{"stars in a word", repeat("a*")},
	{"backticks", repeat("`a ")},
	{"backticks of growing length", func(n int) string {
		var b strings.Builder
		for i := 1; b.Len() < n; i++ {
			b.WriteString(strings.Repeat("`", i) + "a")
		}
		return b.String()
	}},
	{"tags", repeat("<a ")},
	{"tags that nest", repeat("x<b>")},
	{"tags that close", func(n int) string { return "x" + strings.Repeat("<b>", n) + strings.Repeat("</b>", n) }},
	{"rubies", repeat("<ruby>a<rt>b</rt></ruby>")},
	{"readings of one ruby", func(n int) string { return "<ruby>a" + strings.Repeat("<rt>b", n/5) }},
	{"rubies without end", repeat("<ruby>a<rt>")},
	{"end tags", repeat("x</b>")},
	{"attributes", func(n int) string { return "x<a " + strings.Repeat("b ", n) }},
	{"attribute quotes", repeat("x<a b=\"")},
	{"comments", repeat("x<!--")},
	{"instructions", repeat("x<?")},
	{"declarations", repeat("x<!A")},
	{"html blocks", repeat("<div>\n\n")},
	{"html blocks with attributes", repeat("<div a=\"")},
	{"html elements", repeat("<div><p><ul><li>")},
	{"html tables", repeat("<table><tr><td>")},
	{"quotes", repeat(">")},
	{"quotes with spaces", repeat("> ")},
	{"lists in one line", repeat("- ")},
	{"numbers in one line", repeat("1. ")},
	{"nested lists", func(n int) string {
		var b strings.Builder
		for i := 0; b.Len() < n; i++ {
			b.WriteString(strings.Repeat("  ", i) + "- a\n")
		}
		return b.String()
	}},
	{"nested list and blank lines", func(n int) string {
		var b strings.Builder
		for i := range 190 {
			b.WriteString(strings.Repeat("  ", i) + "- a\n")
		}
		return b.String() + strings.Repeat("\n", n)
	}},
	{"items", repeat("- a\n")},
	{"empty items", repeat("-\n")},
	{"headings", repeat("# a\n")},
	{"headings that say the same", repeat("# same words\n\ntext\n\n")},
	{"setext", repeat("a\n---\n")},
	{"setext of many lines", func(n int) string { return strings.Repeat("a\n", n) + "---\n" }},
	{"braces", repeat("{a=")},
	{"braces alone", repeat("{")},
	{"lines of braces", repeat("{\n")},
	{"tags of templates", repeat("{% a %}")},
	{"variables", repeat("{{ a ")},
	{"includes without end", repeat("{{#include ")},
	{"wiki links", repeat("[[a]]")},
	{"wiki links without end", repeat("[[a")},
	{"citations", repeat("[@a]")},
	{"references of TeX", repeat("\\ref{a}")},
	{"names of blocks", repeat("a ^b\n\n")},
	{"places", func(n int) string { return many(n, "[]{#", "}") }},
	{"heading braces", func(n int) string { return "# a " + strings.Repeat("{a=", n) + "}" }},
	{"image braces", repeat("![a](b){c=\"")},
	{"spans", repeat("[a]{lang=ko}")},
	{"spans without end", repeat("[a]{lang=")},
	{"spans that nest", func(n int) string { return strings.Repeat("[a", n) + strings.Repeat("]{lang=ko}", n) }},
	{"footnotes", repeat("a[^1]\n\n[^1]: b\n\n")},
	{"footnote calls", repeat("[^1]")},
	{"footnote brackets", repeat("[^")},
	{"undefined footnotes", func(n int) string { return many(n, "[^a", "] ") }},
	{"footnotes of many labels", func(n int) string { return many(n, "[^a", "]\n\n") + many(n, "[^a", "]: b\n\n") }},
	{"table of one column", func(n int) string { return "|a|\n|-|\n" + strings.Repeat("|b|\n", n) }},
	{"table that is filled up", func(n int) string {
		return strings.Repeat("|a", 200) + "\n" + strings.Repeat("|-", 200) + "\n" + strings.Repeat("|\n", n)
	}},
	{"wide table", func(n int) string { return strings.Repeat("|a", n) + "\n" + strings.Repeat("|-", n) + "\n|b\n" }},
	{"table with escaped bars", func(n int) string { return "|a|\n|-|\n" + strings.Repeat("|`b\\|c`|\n", n) }},
	{"rows with bars in code", func(n int) string { return "|a|\n|-|\n" + strings.Repeat("|`b|c`|`\n", n) }},
	{"one row of bars in code", func(n int) string { return "|a|\n|-|\n" + strings.Repeat("|`b|c`", n/6) }},
	{"a row of spans without end", func(n int) string { return "|a|\n|-|\n" + strings.Repeat("|[[`](<a$b", n/10) }},
	{"bars", repeat("|")},
	{"delimiter rows", repeat("|-")},
	{"terms", func(n int) string { return strings.Repeat("a\n", n) + ": b\n" }},
	{"definitions", repeat("a\n: b\n\n")},
	{"definitions of one term", func(n int) string { return "a\n" + strings.Repeat(": b\n", n) }},
	{"a word", repeat("a")},
	{"a word of accents", repeat("é")},
	{"spaces", repeat(" ")},
	{"tabs", repeat("\t")},
	{"line ends", repeat("\n")},
	{"lines", repeat("a\n")},
	{"short paragraphs", repeat("a\n\n")},
	{"quotation marks", repeat("\"")},
	{"apostrophes", repeat("'a ")},
	{"quotations", repeat("\"a\" 'b' ")},
	{"entities", repeat("&amp;")},
	{"ampersands", repeat("&")},
	{"escapes", repeat("\\*")},
	{"backslashes", repeat("\\")},
	{"addresses", repeat("http://a.b(")},
	{"addresses without end", repeat("www.")},
	{"at signs", repeat("a@")},
	{"mail", repeat("a@b.c ")},
	{"dots", repeat(".")},
	{"hyphens", repeat("-")},
	{"colons", repeat(":")},
	{"colons that end nothing", repeat(":::\n")},
	{"blocks that end", repeat("::: box\n:::\n")},
	{"blocks without end", repeat("::: box\n")},
	{"blocks of text without end", repeat("::: box\na\n\n")},
	{"blocks that end with another", repeat("::: box\n:::: box\n:::\n")},
	{"blocks of unknown classes", func(n int) string { return many(n, "::: ", "\na\n:::\n") }},
	{"braces of blocks", repeat("::: {a=")},
	{"callouts", repeat("> [!note]\n\n")},
	{"callouts in callouts", repeat("> [!note] ")},
	{"callouts that nest", func(n int) string {
		var b strings.Builder
		for i := 1; b.Len() < n; i++ {
			b.WriteString(strings.Repeat("> ", i%150+1) + "[!note]\n")
		}
		return b.String()
	}},
	{"admonitions", repeat("!!! note\n")},
	{"admonitions with text", repeat("!!! note\n    a\n")},
	{"admonitions and blank lines", func(n int) string { return "!!! note\n" + strings.Repeat("\n", n) + "    a" }},
	{"admonitions that nest", func(n int) string {
		var b strings.Builder
		for i := 0; b.Len() < n; i++ {
			b.WriteString(strings.Repeat("    ", i) + "!!! note\n")
		}
		return b.String()
	}},
	{"exclamation marks", repeat("!!! a\n")},
	{"bars and spaces", repeat("| ")},
	{"lines of verse", repeat("| a\n")},
	{"stanzas", repeat("| a\n|\n")},
	{"lines of verse that go on", func(n int) string { return "| a\n" + strings.Repeat(" b\n", n) }},
	{"verse of long indents", func(n int) string { return "::: verse\n" + strings.Repeat(strings.Repeat(" ", 300)+"a\n", n/300) }},
	{"verse of one long line", func(n int) string { return "::: verse\n" + strings.Repeat("a *b* ", n/6) }},
	{"fences", repeat("```\n")},
	{"fences without end", repeat("~~~~a\n")},
	{"indented code", repeat("    a\n")},
	{"hard breaks", repeat("a\\\n")},
	{"controls", repeat("a\x01")},
	{"bad bytes", repeat("\xff")},
	{"carriage returns", repeat("a\r")},
	{"images alone", repeat("![a](b) ")},
	{"list and code", repeat("- ```\n")},
	{"quote and lazy lines", func(n int) string { return strings.Repeat("> ", 150) + "a\n" + strings.Repeat("b\n", n) }},
}

func repeat(s string) func(int) string {
	return func(n int) string { return strings.Repeat(s, n/len(s)) }
}

// many returns n numbered pieces.
func many(n int, before, after string) string {
	var b strings.Builder
	for i := 0; b.Len() < n; i++ {
		b.WriteString(before + string(rune('a'+i%26)) + strings.Repeat("x", i/26%50) + string(rune('a'+i/1300%26)) + after)
	}
	return b.String()
}

// BenchmarkHostile parses hostile chapters of two sizes. The time for a byte
// must not grow with the size.
func BenchmarkHostile(b *testing.B) {
	for _, h := range hostile {
		for _, n := range []int{1 << 16, 1 << 18} {
			src := []byte("---\ntitle: T\n---\n" + h.text(n))
			b.Run(h.name+"/"+size(n), func(b *testing.B) {
				b.SetBytes(int64(len(src)))
				for b.Loop() {
					Parse("c.md", src, Options{Language: "en"})
				}
			})
		}
	}
}

func size(n int) string {
	if n >= 1<<20 {
		return "1MB"
	}
	return map[int]string{1 << 16: "64KB", 1 << 18: "256KB"}[n]
}
