package markdown

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"octavo/book"
	"octavo/book/internal/dump"
	"octavo/book/markup/yaml"
)

// bare prints a chapter without places.
func bare(c *book.Chapter) string {
	var p dump.Printer
	p.Chapter(c)
	return p.String()
}

// roundTrip checks that Parse(Format(c)) is c, for the chapter that src is, and
// that formatting again changes nothing.
func roundTrip(t *testing.T, src []byte) {
	t.Helper()
	opts := Options{Language: "en", People: people()}
	c, _ := Parse("c.md", src, opts)
	text := Format(c)
	again, list := Parse("c.md", text, opts)
	if want, got := bare(c), bare(again); got != want {
		t.Fatalf("source:\n%s\nformatted:\n%s\nwant:\n%s\ngot:\n%s\nfaults: %v", src, text, want, got, list)
	}
	if twice := Format(again); string(twice) != string(text) {
		t.Fatalf("source:\n%s\nformatted:\n%s\nformatted again:\n%s", src, text, twice)
	}
}

// examples returns the examples of the CommonMark specification.
func examples(t testing.TB) []string {
	data, err := os.ReadFile("testdata/commonmark/examples.json")
	if err != nil {
		t.Fatal(err)
	}
	var list []struct{ Markdown string }
	if err := json.Unmarshal(data, &list); err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, e := range list {
		out = append(out, e.Markdown)
	}
	return out
}

func TestRoundTripCommonMark(t *testing.T) {
	for i, e := range examples(t) {
		t.Run(fmt.Sprint(i+1), func(t *testing.T) {
			roundTrip(t, []byte("---\ntitle: T\n---\n\n"+e))
		})
	}
}

// vocabulary are the pieces that random chapters are put together from.
var vocabulary = []string{
	"word", "a", "B", "7", "한국", "中文", "。", "é", " ", " ", " ", "\n", "\n", "\n\n", "\n\n", "  \n", "\\\n", "\t", "    ",
	"*", "**", "_", "__", "~~", "~", "`", "``", "\\", "\"", "'", "--", "---", "...", ".", ":", "!", "#", "##", "###### ", "{#id}",
	"[", "]", "(", ")", "](a.md)", "](https://x.org/a){.external}", "](<b c> \"t\")", "![", "](i.png)", "](i.png \"cap *x*\"){credit=\"by \\\"me\\\"\" width=50%}",
	"[^1]", "[^1]: ", "[^n]: ", "[^n]", "]{lang=ko}", "]{.smallcaps}", "{.decorative}", "{", "}", "<https://x.org>", "https://x.org/a_b", "a@b.co",
	"> ", ">", "- ", "* ", "+ ", "1. ", "2) ", "10. ", "- [ ] ", "- [x] ", "```", "```go\n", "~~~", "***", "___", "===",
	"| a | b |\n|--|:-:|\n", "| ", "|", "Table: ", "term\n: ", ": ", "\n:   ",
	"<b>", "</b>", "<em>", "</em>", "<sup>", "</sup>", "<kbd>", "</kbd>", "<br>", "<div>", "</div>", "<div lang=\"ko\">\n\n", "\n\n</div>\n\n",
	"<p>", "</p>", "<ul><li>", "</li></ul>", "<ol start=3><li><p>", "<table><tr><td>", "</td><td>", "</td></tr></table>", "<th>", "<td rowspan=2>", "<th colspan=3 rowspan=0>", "</tr><tr>", "<caption>c</caption>", "<caption>",
	"<thead>", "</thead><tbody>", "<tr><th>", "<table><tr><th>", "<table><tr><td rowspan=2>", "</td></tr><tr><td>", "<td colspan=2 align=right>", "<td align=center>", "&#91;", "<span data-index-entry=\"a!b's\">", "<span class=smallcaps>", "<span data-index-entry>",
	"<blockquote>", "</blockquote>", "<script>", "</script>", "<!-- c -->", "<pre>", "</pre>", "<img src=x.png alt='y'>", "<a href=\"z.md\">", "</a>",
	"<abbr title=\"T|`\\\">", "</abbr>", "<span lang=\"fr\">", "</span>", "<code>", "</code>", "<q>", "</q>", "<dl><dt>t<dd>d</dl>", "<h1>", "</h1>", "<hr>",
	"<figure><img src=f.png><figcaption>", "</figcaption></figure>", "&amp;", "&lt;", "&nbsp;", "&#10;", "&quot;", "&#0;", "&copy", "\u00a0", "\u2028", "\ufeff",
	"<a id=\"p\"></a>", "<a name=q>", "<a name=r/>", "<span id=s dir=rtl>", "<ruby>", "</ruby>", "<rt>", "</rt>", "<rb>", "<rp>(</rp>", "<ruby>漢字<rt>かんじ</rt></ruby>", "<bdi>", "</bdi>", "<bdo dir=rtl>", "</bdo>", "[]{#p}", "]{#t dir=auto lang=ar}",
	"<div id=d dir=rtl>\n\n", "<p id=u lang=he>", "<li id=v>", "<td id=w dir=ltr>", "\n\n<a id=x></a>\n\n",
	"www.x.org", "http://", "@", "^", "=", "+", "-", "|---|\n",
	"::: box\n", "\n:::\n", ":::", "::: {.verse}\n", "::: {.tip #i lang=fr dir=rtl title=\"a *b* \\\"c\\\"\"} d\n", ":::: fancy [t]\n", "> [!note] t\n> ", "> [!x]-\n", "[!tip]", "!!! note \"t\"\n    ", "??? x\n",
	"\n| ", "| a\n|   b\n", "\n|\n", "::: epigraph\n", "::: pair\n", "::: wide\n", "<pre class=verse>", "<div class=\"box\">\n\n", "<aside class=pullquote>",
	"\n*[a]: Long\n", "*[한]: L", ":smile:", ":a:", "10:100:", "%%", "%%a%%", "\n%%\n", "\n\\newpage\n", "pagebreak", "`a  b`", "\n[TOC]\n", "{-}", "\n{:toc}\n",
	"a. ", "\nb. ", "\n\nc. ", "(1) ", "\n(2) ", "i. ", "\nii) ", "iv) ", "A.  ", "\nB.  ", "\n#. ", "(@x) ", "\n(@) ", "@x", "\nb.\t", "(3)\t", "\n   a. x\n   b. ", "\n~   ",
	"^", "^2^", "x^", "H~2~O", "~", "==", "==a", "a==", "^[", "^[n]", "\\ ",
	"$", "$", "$", "$$", "$$\n", "\n$$", "\\$", "$x^2$", "$\\frac{1}{2}$", "\\|", "$$ y $$\n",
}

// randomText puts up to n pieces of the vocabulary together.
func randomText(r *rand.Rand, n int) string {
	var b strings.Builder
	for range 1 + r.IntN(n) {
		b.WriteString(vocabulary[r.IntN(len(vocabulary))])
	}
	return b.String()
}

// TestRoundTripRandom tries chapters of random pieces, in the body and in all
// values of the front matter that are Markdown.
func TestRoundTripRandom(t *testing.T) {
	n := 2000
	if testing.Short() {
		n = 200
	}
	r := rand.New(rand.NewPCG(1, 2))
	for range n {
		var b strings.Builder
		b.WriteString("---\n")
		if r.IntN(2) == 0 {
			b.WriteString("math: true\n")
		}
		for _, key := range []string{"title", "short-title", "subtitle", "kicker"} {
			fmt.Fprintf(&b, "%s: %s\n", key, yaml.Quote(randomText(r, 4)))
		}
		fmt.Fprintf(&b, "authors: [kim, {name: %s, bio: %s}]\n", yaml.Quote(randomText(r, 2)), yaml.Quote(randomText(r, 6)))
		fmt.Fprintf(&b, "editors-note: %s\n", yaml.Quote(randomText(r, 12)))
		fmt.Fprintf(&b, "image: {src: a.png, alt: %s, caption: %s, credit: %s}\n",
			yaml.Quote(randomText(r, 3)), yaml.Quote(randomText(r, 6)), yaml.Quote(randomText(r, 3)))
		b.WriteString("---\n" + randomText(r, 40))
		roundTrip(t, []byte(b.String()))
	}
}

// tablePieces are what random tables are put together from.
var tablePieces = []string{
	"<tr>", "<tr>", "</tr>", "<td>", "<td>", "<th>", "<th>", "<td colspan=2>", "<td rowspan=2>", "<th rowspan=3 colspan=2>", "<td rowspan=0>", "<th align=center>",
	"<td align=right colspan=2>", "<td style='text-align:left'>", "<thead>", "</thead>", "<tbody>", "<tfoot>", "<tr></tr>", "<caption>", "</caption>", "<p>", "</p>",
	"a", "b", "c", " ", " ", "\n", "<br>", "<em>", "</em>", "<b>", "</b>", "<sup>", "</sup>", "<code>", "</code>", "<q>", "</q>", "<wbr>", "<rt>", "</rt>",
	"<a href=\"a b&amp;c.md\" title=\"t  'u'\">", "</a>", "<abbr lang=ko title='&lt;T&quot;'>", "</abbr>", "<span lang=ja>", "<span class=smallcaps>",
	"<span data-index-entry>", "<span data-index-entry=\"a!b's\">", "</span>", "<img src='x y.png' alt='&amp;z'>", "<ul><li>", "</ul>", "<table>", "</table>",
	"[^1]", "[^n&m]", "[^n&m]", "[^none]", "&#91;^1]", "[", "^1]", "&amp;amp;", "&lt;b&gt;", "\"", "'", "*", "|", "&nbsp;", "<!-- x -->",
}

// TestRoundTripTables tries random tables of raw HTML.
func TestRoundTripTables(t *testing.T) {
	n := 5000
	if testing.Short() {
		n = 500
	}
	r := rand.New(rand.NewPCG(5, 6))
	for range n {
		var b strings.Builder
		b.WriteString("---\ntitle: T\n---\n\n<table>")
		for range 1 + r.IntN(40) {
			b.WriteString(tablePieces[r.IntN(len(tablePieces))])
		}
		b.WriteString("</table>\n\nTable: [^1]: x\n\n[^1]: One.[^n&m]\n\n[^n&m]: Two.\n")
		roundTrip(t, []byte(b.String()))
	}
}

// TestRoundTripModels tries tables that no text gave.
func TestRoundTripModels(t *testing.T) {
	cell := func(s string) book.Cell { return book.Cell{Content: []book.Inline{&book.Text{Value: s}}} }
	head := func(s string) book.Cell { c := cell(s); c.Header = true; return c }
	wide := func(s string, cols, rows int) book.Cell { c := cell(s); c.Cols, c.Rows = cols, rows; return c }
	covered := book.Cell{Covered: true}
	for _, tt := range []struct {
		name string
		t    book.Table
	}{
		{"a body that begins with heads", book.Table{Align: make([]book.Align, 2), Rows: [][]book.Cell{{head("a"), head("b")}, {cell("c"), cell("d")}}}},
		{"a body of heads", book.Table{Align: make([]book.Align, 1), Rows: [][]book.Cell{{head("a")}}}},
		{"a head alone", book.Table{Align: []book.Align{book.AlignLeft, book.AlignRight}, Head: [][]book.Cell{{wide("a", 2, 1), covered}, {cell("b"), cell("c")}}}},
		{"covered in both directions", book.Table{Align: []book.Align{book.AlignCenter, book.AlignNone, book.AlignRight},
			Rows: [][]book.Cell{{wide("a", 2, 2), covered, cell("b")}, {covered, covered, cell("c")}, {cell("d"), cell("e"), cell("f")}}}},
		{"a call in the caption", book.Table{Align: make([]book.Align, 1), Caption: cell("[^x] \"cap\"").Content, Rows: [][]book.Cell{{head("a")}, {cell("[^1] &amp; <b>")}}}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c := &book.Chapter{File: "c.md", ID: "c", Lang: "en", Title: cell("T").Content, Body: []book.Block{&tt.t}}
			again, list := Parse("c.md", Format(c), Options{Language: "en"})
			if want, got := bare(c), bare(again); got != want {
				t.Fatalf("formatted:\n%s\nwant:\n%s\ngot:\n%s\nfaults: %v", Format(c), want, got, list)
			}
		})
	}
}
