package markdown

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"octavo/book"
	"octavo/book/internal/dump"
	"octavo/book/yaml"
)

// bare prints a chapter without places.
func bare(c *book.Chapter) string {
	book.WalkBlocks(book.ChapterBlocks(c), func(b book.Block) bool {
		if t, ok := b.(*book.Table); ok {
			simplify(t)
		}
		return true
	})
	var p dump.Printer
	p.Chapter(c)
	return p.String()
}

// simplify takes from a table what only raw HTML can say.
func simplify(t *book.Table) {
	for _, row := range slices.Concat(t.Head, t.Rows) {
		for i := range row {
			row[i].Cols, row[i].Rows, row[i].Covered, row[i].Header = 0, 0, false, false
		}
	}
	if len(t.Head) == 0 {
		return
	}
	t.Head, t.Rows = t.Head[:1], slices.Concat(t.Head[1:], t.Rows)
	if !slices.ContainsFunc(t.Head[0], func(c book.Cell) bool { return len(c.Content) > 0 }) {
		t.Head = nil
	}
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
	"[", "]", "(", ")", "](a.md)", "](<b c> \"t\")", "![", "](i.png)", "](i.png \"cap *x*\"){credit=\"by \\\"me\\\"\" width=50%}",
	"[^1]", "[^1]: ", "[^n]: ", "[^n]", "]{lang=ko}", "]{.smallcaps}", "{.decorative}", "{", "}", "<https://x.org>", "https://x.org/a_b", "a@b.co",
	"> ", ">", "- ", "* ", "+ ", "1. ", "2) ", "10. ", "- [ ] ", "- [x] ", "```", "```go\n", "~~~", "***", "___", "===",
	"| a | b |\n|--|:-:|\n", "| ", "|", "Table: ", "term\n: ", ": ", "\n:   ",
	"<b>", "</b>", "<em>", "</em>", "<sup>", "</sup>", "<kbd>", "</kbd>", "<br>", "<div>", "</div>", "<div lang=\"ko\">\n\n", "\n\n</div>\n\n",
	"<p>", "</p>", "<ul><li>", "</li></ul>", "<ol start=3><li><p>", "<table><tr><td>", "</td><td>", "</td></tr></table>", "<th>", "<td rowspan=2>", "<th colspan=3 rowspan=0>", "</tr><tr>", "<caption>c</caption>",
	"<blockquote>", "</blockquote>", "<script>", "</script>", "<!-- c -->", "<pre>", "</pre>", "<img src=x.png alt='y'>", "<a href=\"z.md\">", "</a>",
	"<abbr title=\"T|`\\\">", "</abbr>", "<span lang=\"fr\">", "</span>", "<code>", "</code>", "<q>", "</q>", "<dl><dt>t<dd>d</dl>", "<h1>", "</h1>", "<hr>",
	"<figure><img src=f.png><figcaption>", "</figcaption></figure>", "&amp;", "&lt;", "&nbsp;", "&#10;", "&quot;", "&#0;", "&copy", "\u00a0", "\u2028", "\ufeff",
	"www.x.org", "http://", "@", "^", "=", "+", "-", "|---|\n",
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
