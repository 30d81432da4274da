package web

import (
	"fmt"
	"strings"
	"testing"

	"octavo/book/ingest/draft"
	"octavo/book/internal/dump"
)

// told writes the blocks of an article, each with its role where it has one, and its warnings.
func told(a *draft.Article) string {
	names := map[draft.Role]string{draft.Title: "title ", draft.Standfirst: "standfirst ", draft.Byline: "byline ", draft.Dateline: "dateline ", draft.Kicker: "kicker ", draft.Bio: "bio ", draft.Note: "note "}
	var b strings.Builder
	for _, block := range a.Blocks {
		var pr dump.Printer
		pr.Block(block.Block)
		b.WriteString(names[block.Role] + pr.String())
	}
	for _, w := range a.Warnings {
		fmt.Fprintf(&b, "! %s\n", w.Message)
	}
	return b.String()
}

// TestBlocks reads pictures, tables, headlines and lines of a body.
func TestBlocks(t *testing.T) {
	words := func(n int) string { return strings.Repeat("a", n) }
	for _, tt := range []struct{ name, src, want string }{
		{"a caption and a credit", `<figure><img src=a.png alt=A><figcaption>The quay <span class=credit>Ann Roe</span></figcaption></figure>`, "figure \"https://example.org/x/a.png\" alt \"A\"\n  caption \"The quay\"\n  credit \"Ann Roe\"\n"},
		{"a long credit", `<figure><img src=a.png><figcaption>The quay <span class=credit>` + words(199) + `</span></figcaption></figure>`, "figure \"https://example.org/x/a.png\" alt \"\"\n  caption \"The quay\"\n  credit \"" + words(199) + "\"\n"},
		{"a credit too long", `<figure><img src=a.png><figcaption>The quay <span class=credit>` + words(200) + `</span></figcaption></figure>`, "figure \"https://example.org/x/a.png\" alt \"\"\n  caption \"The quay " + words(200) + "\"\n"},
		{"a caption by its class", `<div class="wp-caption"><img src=a.png><p class=wp-caption-text>The quay</p></div>`, "figure \"https://example.org/x/a.png\" alt \"\"\n  caption \"The quay\"\n"},
		{"a long caption by its class", `<div class="wp-caption"><img src=a.png alt=A><p class=wp-caption-text>` + words(799) + `</p></div>`, "figure \"https://example.org/x/a.png\" alt \"A\"\n  caption \"" + words(799) + "\"\n"},
		{"a caption too long", `<div class="wp-caption"><img src=a.png alt=A><p class=wp-caption-text>` + words(800) + `</p></div>`, "figure \"https://example.org/x/a.png\" alt \"A\"\nparagraph \"" + words(800) + "\"\n"},
		{"a table", `<figure><table><tr><th>x<th>y<tr><td>1<td>2</table><figcaption>Tides</figcaption></figure>`, "table none none\n  caption \"Tides\"\n  head \"x\" | \"y\"\n  row \"1\" | \"2\"\n"},
		{"a quotation", `<div class=pullquote>Nobody is there.</div>`, "division pullquote \"\"\n  paragraph \"Nobody is there.\"\n"},
		{"headlines", `<h1>One</h1><p>a</p><h1>Two</h1>`, "title paragraph \"One\"\nparagraph \"a\"\nheading 1 # \"Two\"\n"},
		{"links", `<p><a href=b>c</a> | <a href=d>e</a></p><p><a href=https://other.org>f</a></p>`, "paragraph link(\"https://other.org\": \"f\")\n! links to other pages are left out: \"c | e\"\n"},
		{"lines", `<div>b<br><br>c <i>d</i><p>e</p>f</div>`, "paragraph \"b\"\nparagraph \"c \"em(\"d\")\nparagraph \"e\"\nparagraph \"f\"\n"},
		{"a picture of a set", `<p><img src=lazy.gif srcset="b.png 1x, c.png 2x" alt=B></p>`, "figure \"https://example.org/x/b.png\" alt \"B\"\n"},
		{"a picture twice", `<figure><img src=lazy.gif data-src=b.png><img src=b.png alt=B></figure>`, "figure \"https://example.org/x/b.png\" alt \"B\"\n"},
		{"pictures of signs", `<p>a <img src=e.png alt="🙂"> b <img src=e.png alt="a smile"></p>`, "paragraph \"a \"\"🙂\"\" b \"image(\"https://example.org/x/e.png\" alt \"a smile\")\n"},
		{"a bio", `<div class="author-bio"><img src=a.png><p>Ann Roe keeps the light.</p><p><a href=x>All articles</a></p></div><p>` + words(300) + "</p>", "bio paragraph \"Ann Roe keeps the light.\"\nparagraph \"" + words(300) + "\"\n"},
		{"a byline", `<div class=byline>By Ann Roe | <time>2 May 2025</time></div><p>` + words(160) + `</p><div class=byline>By Bo</div>`, "byline paragraph \"By Ann Roe\"\ndateline paragraph \"2 May 2025\"\nparagraph \"" + words(160) + "\"\nparagraph \"By Bo\"\n"},
		{"a byline below a short line", `<p>` + words(159) + `</p><div class=byline>By Bo</div>`, "paragraph \"" + words(159) + "\"\nbyline paragraph \"By Bo\"\n"},
		{"what no book shows", `<iframe src=embed/x></iframe><iframe src=z title=Z></iframe><iframe src=a></iframe><video src=y title="The ebb"></video><video src=blob:y></video><p>b</p>`, "paragraph link(\"https://example.org/x/embed/x\": \"https://example.org/x/embed/x\")\nparagraph link(\"https://example.org/x/z\": \"Z\")\nparagraph link(\"https://example.org/x/y\": \"The ebb\")\nparagraph \"b\"\n! an embedded page is a link now\n! an embedded page is left out: https://example.org/x/a\n! a video is a link now\n! a video is left out\n"},
		{"a gallery", `<figure class=gallery><figure><img src=a.png alt=A><figcaption>One</figcaption></figure><figure><img src=b.png alt=B><figcaption>Two</figcaption></figure><figcaption>Both</figcaption></figure>`, "figure \"https://example.org/x/a.png\" alt \"A\"\n  caption \"One\"\nfigure \"https://example.org/x/b.png\" alt \"B\"\n  caption \"Two\"\nparagraph em(\"Both\")\n"},
		{"a gallery of lists", `<div class=gallery><dl class=gallery-item><dt><a href=a.png><img src=a.png alt=A></a></dt><dd class=wp-caption-text>One</dd></dl><dl class=gallery-item><dt><img src=b.png alt=B></dt></dl></div>`, "figure \"https://example.org/x/a.png\" alt \"A\"\n  caption \"One\"\nfigure \"https://example.org/x/b.png\" alt \"B\"\n"},
		{"a picture and its caption in one paragraph", `<p><img src=a.png alt="A quay"><br>The quay at <i>four</i></p><p><img src=b.png alt="B quay"><em>By Ann</em></p><p><img src=c.png alt="C quay"> and words</p>`, "figure \"https://example.org/x/a.png\" alt \"A quay\"\n  caption \"The quay at \"em(\"four\")\nfigure \"https://example.org/x/b.png\" alt \"B quay\"\n  caption \"By Ann\"\nparagraph image(\"https://example.org/x/c.png\" alt \"C quay\")\" and words\"\n"},
		{"a box", `<p>` + words(300) + `</p><aside><h3>Facts</h3><ul><li>One</li></ul></aside><div class=factbox><p>Two</p></div><aside class=related><h3>More</h3><ul><li>Three</li></ul></aside>`, "paragraph \"" + words(300) + "\"\ndivision box \"\"\n  title \"Facts\"\n  bullets tight\n    item\n      paragraph \"One\"\ndivision box \"\"\n  paragraph \"Two\"\n"},
		{"lines of verse", `<div class=poem><div class=stanza><p class=line>One<p class=line>two</div><div class=stanza><p class=line>three<p class=line>four</div></div>`, "division verse \"\"\n  paragraph \"One\"br()\"two\"\n  paragraph \"three\"br()\"four\"\n"},
		{"verse", `<div class=poem><p>One<br>two</p><p>three</p></div><p class=verse>A<br>B<br><br>C</p>`, "division verse \"\"\n  paragraph \"One\"br()\"two\"\n  paragraph \"three\"\ndivision verse \"\"\n  paragraph \"A\"br()\"B\"\n  paragraph \"C\"\n"},
		{"names that a style parts", `<div class=byline><span>By</span><a href=/a>Ann Roe</a><a href=/b>Bo Lee</a><button>Share</button></div>`, "byline paragraph \"By\"\nbyline paragraph \"Ann Roe\"\nbyline paragraph \"Bo Lee\"\n"},
		{"a name said again", `<div class=byline>By Ann Roe <a href=/f>Follow Ann Roe</a> <span>12 shares</span></div>`, "byline paragraph \"By Ann Roe\"\n"},
		{"a day without its year", `<time datetime=2025-02-05>5 February</time><time datetime=2025-02-05>5 February 2025</time>`, "dateline paragraph \"2025-02-05\"\ndateline paragraph \"5 February 2025\"\n"},
		{"hidden labels", `<p>b<span class=sr-only>c</span><span aria-hidden=true>d</span><span style="display:none">e</span><span hidden>f</span><template>g</template></p>`, "paragraph \"b\"\n"},
		{"who is quoted", `<blockquote><p>Nobody is there.</p><footer>— <cite>Ann Roe</cite></footer></blockquote>`, "quote\n  paragraph \"Nobody is there.\"\n  paragraph \"— \"cite(\"Ann Roe\")\n"},
		{"formulas", `<p>b <math><msup><mi>x</mi><mn>2</mn></msup></math> c <span class="mwe-math-element"><span style="display:none"><math display=block><mi>y</mi></math></span><img src=y.png alt=y></span></p>`, "paragraph \"b \\\\(x^2\\\\) c \\\\[y\\\\]\"\n"},
		{"a place that is not there", `<p>b <a href="#x">c</a></p>`, "paragraph \"b \"\"c\"\n! a link leads to #x, which is not in the article; its words are kept: \"c\"\n"},

		{"furniture", `<p>` + words(300) + `</p><aside>` + words(149) + `</aside>`, "paragraph \"" + words(300) + "\"\n"},
		{"furniture that is a third", `<p>` + words(300) + `</p><aside>` + words(150) + `</aside>`, "paragraph \"" + words(300) + "\"\nparagraph \"" + words(150) + "\"\n"},
		{"furniture with the headline", `<p>` + words(300) + `</p><aside><h1>One</h1></aside>`, "paragraph \"" + words(300) + "\"\ntitle paragraph \"One\"\n"},
		{"a list of pages", `<p>a</p><nav>` + words(300) + `</nav>`, "paragraph \"a\"\n"},
	} {
		if got := told(Fragment(tt.src, "https://example.org/x/")); got != tt.want {
			t.Errorf("%s: got\n%s\nwant\n%s", tt.name, got, tt.want)
		}
	}
}

// TestBeside reads what stands around the body of an article.
func TestBeside(t *testing.T) {
	words := func(n int) string { return strings.Repeat("a", n) }
	body := "<div class=entry-content><p>" + words(300) + "</p></div>"
	const read = "paragraph \""
	for _, tt := range []struct{ name, above, below, want string }{
		{"nothing", "", "", ""},
		{"a line of the head", "<p class=deck>It is cold.</p><div class=kicker>Quays</div>", "", "standfirst paragraph \"It is cold.\"\nkicker paragraph \"Quays\"\n"},
		{"a line of no role", "<p>" + words(31) + "</p><h2>" + words(32) + "</h2>", "", read + words(31) + "\"\n" + read + words(32) + "\"\n"},
		{"a short line", "<p>" + words(30) + "</p>", "", ""},
		{"a line of links", "<p>" + words(20) + "<a href=x>" + words(20) + "</a></p>", "", ""},
		{"a line with a link", "<p>" + words(21) + "<a href=https://other.org>" + words(20) + "</a></p>", "", read + words(21) + "\"link(\"https://other.org\": \"" + words(20) + "\")\n"},
		{"a picture", "<img src=a.png alt=A width=300>", "<img src=b.png width=300>", "figure \"a.png\" alt \"A\"\n"},
		{"a portrait", "<img src=a.png alt=A width=299>", "", ""},
		{"a bio below", "", "<div class=author-bio>Ann keeps the light.</div><p>" + words(40) + "</p>", "below bio paragraph \"Ann keeps the light.\"\nparagraph \"" + words(40) + "\"\n"},
		{"a byline below", "", "<div class=byline>By Bo</div>", ""},
		{"an author below", "", "<div class=author><p>Bo Hansen keeps the northern light.</p></div>", "below bio paragraph \"Bo Hansen keeps the northern light.\"\n"},
	} {
		a, err := Read("<article><h1>The quay</h1>" + tt.above + body + tt.below + "</article>")
		if err != nil {
			t.Fatal(err)
		}
		want := "title paragraph \"The quay\"\n" + tt.want + read + words(300) + "\"\n"
		if below, ok := strings.CutPrefix(tt.want, "below "); ok {
			want = "title paragraph \"The quay\"\n" + read + words(300) + "\"\n" + below
		}
		if got := told(a); got != want {
			t.Errorf("%s: got\n%s\nwant\n%s", tt.name, got, want)
		}
	}
}
