package acceptance

import (
	"fmt"
	"strings"
)

// hostileBlocks are chapters whose blocks are nested or empty.
func hostileBlocks() []hostile {
	text := func(name, s string) hostile { return body("block/"+name, s+"\n") }
	return []hostile{
		text("quotes 199 deep", strings.Repeat(">", 199)+" x"),
		text("quotes 201 deep", strings.Repeat(">", 201)+" x"),
		text("quotes 100,000 deep", strings.Repeat(">", 100_000)+" x"),
		text("lists 60 deep", deepList(60)),
		text("lists 250 deep", deepList(250)),
		text("lists on one line", strings.Repeat("- ", 10_000)+"x"),
		text("quotes and lists in turn", strings.Repeat("> - ", 5_000)+"x"),
		text("quote that goes on", strings.Repeat(">", 150)+" x\n"+strings.Repeat("lazy\n", 2_000)),
		text("numbers of lists", "999999999. a\n\n0. b\n\n1000000000. c\n\n-1. d\n\n007. e"),
		text("empty lists", "-\n-\n\n1.\n2.\n\n* \n\n+"),
		text("empty things", "#\n\n##\n\n>\n\n```\n```\n\n[]()\n\n![]()\n\n****\n\n<p></p>\n\n|  |\n| --- |\n\n---\n***\n___"),
		text("headings of every rank in disorder", "###### six\n\n# one\n\n#### four\n\n## two\n\n##### five\n\n# one\n\n====\n\nx\n===\n\ny\n---"),
		text("twenty thousand headings", strings.Repeat("## Same\n\n", 20_000)).hugely(),
		text("heading of 100,000 letters", "## "+strings.Repeat("long ", 20_000)),
		text("heading of everything", "## a *b* `c` [d](#x) ![e](none.png) <u>f</u> [^1] {#id .class a=b}\n\n[^1]: n"),
		text("fence unclosed", "```go\nfunc main() {"),
		text("fence of 10,000 ticks", strings.Repeat("`", 10_000)+"\nx"),
		text("fence with a strange word", "```<script>\"&' {.x}\nx\n```"),
		text("code line of 100,000 letters", "```\n"+strings.Repeat("code", 25_000)+"\n```"),
		text("code of 20,000 lines", "```\n"+lines(20_000, "line %d\n")+"```").hugely(),
		text("code of tabs and controls", "```\n\t\ta\x07\x0cb\u202e\n\n\n   \n```"),
		text("table of 20,000 rows", "| n | square |\n| --: | :-- |\n"+lines(20_000, "| %d | row |\n")).hugely(),
		text("table of 500 columns", strings.Repeat("| c ", 500)+"|\n"+strings.Repeat("| --- ", 500)+"|\n"+strings.Repeat("| x ", 500)+"|"),
		text("table of 60,000 columns", strings.Repeat("|a", 60_000)+"|\n"+strings.Repeat("|-", 60_000)+"|\n").slowly(),
		text("table that is not square", "| a | b |\n| --- | --- |\n| 1 |\n| 1 | 2 | 3 |\n||\n|"),
		text("table cell of a megabyte", "| a | b |\n| --- | --- |\n| "+strings.Repeat("word ", 50_000)+" | x |"),
		text("table of long words", "| a | b | c | d |\n| - | - | - | - |\n"+strings.Repeat("| "+strings.Repeat("Ww", 60)+" ", 4)+"|"),
		text("table of nothing", "|   |   |\n|---|---|\n|   |   |"),
		text("definitions", "term\n: one\n: two\n\n  > quote\n  >\n  > - list\n\n: \n\nterm\n\n: x\n  : y\n    : z"),
		text("definitions 3,000", lines(3_000, "term %d\n: meaning\n\n")).slowly(),
		text("references 50,000", lines(50_000, "[r%d]: http://example.org/\n")+"\n[r7]").slowly(),
		text("reference to itself", "[a]: <#a> 'b'\n\n[a] [a][a] [A]: x"),
		text("breaks 20,000", strings.Repeat("---\n\n", 20_000)).hugely(),
		text("only blank lines", strings.Repeat("\n", 100_000)),
		text("tabs", strings.Repeat("\t", 50_000)+"x"),
		text("indents that grow", growing(400)),
	}
}

// hostileInlines are chapters of one paragraph that is hard to read.
func hostileInlines() []hostile {
	text := func(name, s string) hostile { return body("inline/"+name, s+"\n") }
	times := func(name string, n int, s string) hostile {
		return text(fmt.Sprintf("%d %s", n, name), strings.Repeat(s, n))
	}
	return []hostile{
		times("opening brackets", 10_000, "["),
		times("opening image brackets", 10_000, "!["),
		times("closing brackets", 10_000, "]"),
		times("empty links", 10_000, "[]("),
		times("links in links", 3_000, "[a](").slowly(),
		times("brackets and parentheses", 20_000, "[a]("),
		times("opening parentheses in an address", 1, "[a]("+strings.Repeat("(", 20_000)),
		times("emphasis marks", 10_000, "*a "),
		times("strong marks", 10_000, "**a"),
		times("marks of both kinds", 10_000, "*_a "),
		times("marks in one run", 100_000, "*"),
		text("10,000 nested emphases", strings.Repeat("*a **b ", 5_000)+strings.Repeat("** *", 5_000)),
		text("emphases 500 deep", strings.Repeat("*_", 250)+"x"+strings.Repeat("_*", 250)),
		times("ticks unmatched", 1, ticks(600)),
		times("spans of code", 20_000, "`a` "),
		times("pointed brackets", 20_000, "<"),
		times("tags unclosed", 10_000, "<b "),
		times("comments unclosed", 10_000, "<!-- "),
		times("processing instructions", 10_000, "<? "),
		times("cdata", 10_000, "<![CDATA[ "),
		times("entities", 50_000, "&amp;"),
		times("entities unclosed", 50_000, "&am"),
		times("tildes", 20_000, "~~a "),
		times("braces", 20_000, "{"),
		times("attributes", 5_000, "[a]{lang=ko}"),
		times("spans within spans", 1, strings.Repeat("[", 300)+"x"+strings.Repeat("]{lang=ko}", 300)),
		times("attributes unclosed", 10_000, "[a]{lang="),
		times("addresses", 20_000, "http://example.org/ ").slowly(),
		times("addresses without ends", 1, "http://"+strings.Repeat("a.", 50_000)),
		times("mail addresses", 10_000, "a@b.c "),
		times("at signs", 50_000, "a@"),
		times("dots", 50_000, "www."),
		text("100,000 links in one paragraph", strings.Repeat("[x](http://example.org/) ", 100_000)).slowly(),
		text("100,000 links", strings.Repeat(strings.Repeat("[x](http://example.org/) ", 100)+"\n\n", 1000)).hugely(),
		text("link to 50,000 letters", "[x](http://example.org/"+strings.Repeat("p", 50_000)+")"),
		text("link title of 50,000 letters", "[x](http://example.org/ '"+strings.Repeat("t ", 25_000)+"')"),
		text("hard breaks 20,000", strings.Repeat("a\\\n", 20_000)+"b").slowly(),
		text("hard breaks alone", "\\\n\\\n\\\n<br><br/></br>"),
		text("a word of a megabyte", strings.Repeat("w", 1<<20)).hugely(),
		text("a word of a megabyte in another script", strings.Repeat("潮", 1<<20/3)).hugely(),
		text("a paragraph of a megabyte", strings.Repeat("all the words of a tide ", 1<<20/24)).hugely(),
		text("a word that cannot be divided", strings.Repeat("9", 5_000)),
		text("an address longer than a line", "<https://example.org/"+strings.Repeat("path-to/", 100)+"?q="+strings.Repeat("x", 300)+">"),
		text("hyphens alone", strings.Repeat("-\u00ad", 5_000)+"x"),
		text("soft hyphens", strings.Repeat("a\u00ad", 20_000)),
		text("no-break spaces", strings.Repeat("word\u00a0", 2_000)),
		text("slashes", strings.Repeat("a/b\\c/", 2_000)),
	}
}

// hostileNames are ids, links and footnotes.
func hostileNames() []hostile {
	text := func(name, s string) hostile { return body("name/"+name, s+"\n") }
	return []hostile{
		text("links of script", "[a](javascript:alert(1)) [b](JaVaScRiPt:alert(1)) [c](<java\tscript:x>) [d](vbscript:x) [e](&#106;avascript:x) <javascript:alert(1)>"),
		text("links of data", "[a](data:text/html,<script>x</script>) [b](file:///etc/passwd) [c](blob:x) [d](about:blank) [e](intent://x)"),
		text("links of strange schemes", "[a](tel:+1234) [b](sms:1) [c](urn:isbn:1) [d](x-y+z.1:q) [e](:x) [f](//"+sentinel+"/x) [g](mailto:) [h](http:) [i](http://) [j](http:///x)"),
		text("links of bad addresses", "[a](http://[::1) [b](http://a b/) [c](<http://a b/>) [d](http://a/%zz) [e](http://ü.example/ü?ü#ü) [f](http://a:99999/) [g](http://user:pass@a/) [h](<http://a/\"'<&>\">)"),
		text("links to nothing", "[a](b.md) [b](#none) [c](a.md#none) [d](#) [e]() [f](a.md) [g](./a.md) [h](../manuscript/a.md) [i](A.md) [j](a.md?x) [k](/a.md) [l](a.md#)"),
		text("links to files that are no chapters", "[a](book.yaml) [b](/etc/passwd) [c](../../x.md) [d](.) [e](images/)"),
		text("link within a link", "[a [b](http://example.org/) c](http://example.org/) <a href='http://example.org/'>x <a href='http://example.org/'>y</a></a> [![i](none.png)](http://example.org/)"),
		text("heading ids twice", "## A {#x}\n\n## B {#x}\n\n## A\n\n## A\n\n<p id='x'>y</p><a id=\"x\" name=x></a>\n\n[to](#x) [to](#a) [to](#a-1)"),
		text("heading ids of strange signs", "## A {#\"<>&'}\n\n## B {#1}\n\n## C {# }\n\n## D {#한국}\n\n## 한국 潮 !?\n\n## !\n\n## ?\n\n[a](#1) [b](#한국) [c](#%ED%95%9C%EA%B5%AD)"),
		text("ids that the compiler uses", "## A {#toc}\n\n## B {#fn1}\n\n## C {#fnref1}\n\n## D {#page-1}\n\n## E {#title}\n\n## F {#cover}\n\n## G {#nav}\n\nx[^1]\n\n[^1]: n"),
		text("id of 10,000 letters", "## A {#"+strings.Repeat("x", 10_000)+"}\n\n[a](#"+strings.Repeat("x", 10_000)+")"),
		text("note that calls itself", "a[^1]\n\n[^1]: b[^1] c[^1]"),
		text("notes that call each other", "a[^1]\n\n[^1]: b[^2]\n[^2]: c[^1][^3]\n[^3]: d[^1]"),
		text("note within a note", "a[^1]\n\n[^1]: b\n\n    [^2]: c\n\n    d[^2]"),
		text("note without text", "a[^1] b[^2]\n\n[^1]:\n[^2]: "),
		text("note that is missing", "a[^1] b[^none] [^"),
		text("note that nobody calls", "a\n\n[^1]: b"),
		text("notes twice", "a[^1]\n\n[^1]: b\n\n[^1]: c"),
		text("note names", "a[^a b] b[^*x*] c[^<b>] d[^\"] e[^한국] f[^"+strings.Repeat("n", 2_000)+"]\n\n[^a b]: 1\n[^*x*]: 2\n[^<b>]: 3\n[^\"]: 4\n[^한국]: 5\n[^"+strings.Repeat("n", 2_000)+"]: 6"),
		text("note called 2,000 times", strings.Repeat("word[^1] ", 2_000)+"\n\n[^1]: n").slowly(),
		text("note called in strange places", "## H[^1]\n\n| c[^2] |\n| --- |\n| d[^3] |\n\n![a](none.svg \"cap[^4]\")\n\n[link[^5]](http://example.org/)\n\n> q[^6]\n\nt\n: d[^7]\n\n*e[^8]*[^9][^9]\n\n"+lines(10, "[^%d]: note\n\n")),
		text("note of everything", "a[^1]\n\n[^1]: p\n\n    > q\n\n    - l\n\n    ```\n    c\n    ```\n\n    | t |\n    | - |\n    | u |\n\n    ## H\n\n    ![i](none.png)\n\n    t\n    : d"),
		text("note longer than a page", "a[^1] b[^2]\n\n[^1]: "+strings.Repeat("a very long note ", 2_000)+"\n[^2]: short"),
		text("notes longer than pages in a row", lines(12, "word[^%d] ")+"\n\n"+lines(12, "[^%d]: "+strings.Repeat("long note text ", 400)+"\n\n")).slowly(),
		text("5,000 footnotes", lines(5_000, "A sentence that calls.[^%d]\n\n")+lines(5_000, "[^%d]: A note.\n\n")).hugely(),
		text("5,000 footnotes in one paragraph", lines(5_000, "word[^%d] ")+"\n\n"+lines(5_000, "[^%d]: A note.\n\n")).hugely(),
	}
}

// hostileSizes are books that are large as a whole.
func hostileSizes() []hostile {
	chapters := folder{"book.yaml": manifest("'*.md'")}
	for i := range 10_000 {
		chapters[fmt.Sprintf("%05d.md", i)] = article(fmt.Sprintf("Chapter %d", i), "One line.\n")
	}
	parts := folder{}
	var list strings.Builder
	for i := range 300 {
		fmt.Fprintf(&list, "  - {part: Part %d, chapters: [%d.md]}\n", i, i)
		parts[fmt.Sprintf("%d.md", i)] = article("Same", "Text.\n")
	}
	parts["book.yaml"] = "title: Parts\nlanguage: en\nchapters:\n" + list.String()
	return []hostile{
		plain("size/10,000 chapters of one line", chapters).hugely(),
		plain("size/300 parts", parts).slowly(),
		plain("size/one letter", one("x")),
		plain("size/no text", one("")),
	}
}

// deepList is a list within a list, n deep, one level a line.
func deepList(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.Repeat("  ", i) + "- x\n")
	}
	return b.String()
}

// growing is lines each of which is indented by one more space.
func growing(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.Repeat(" ", i) + "- x\n")
	}
	return b.String()
}

// ticks is runs of 1, 2, 3, ... backticks, none of which has a partner.
func ticks(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.Repeat("`", i+1) + " ")
	}
	return b.String()
}
