package rawhtml

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"octavo/book"
	"octavo/book/internal/dump"
	"octavo/book/internal/fuzzing"
)

// place says that everything is on one line.
func place(i int) book.Pos { return book.Pos{File: "f", Line: 1, Col: i + 1} }

// read prints the pieces of a fragment and its faults.
func read(src string) string {
	pieces, list := Fragment(src, "en", place, nil, nil)
	var b strings.Builder
	for _, p := range pieces {
		switch {
		case p.Open != nil:
			fmt.Fprintf(&b, "open %s\n", p.Open.Name)
		case p.Close != "":
			fmt.Fprintf(&b, "close %s\n", p.Close)
		}
		var d dump.Printer
		d.Blocks(p.Blocks)
		b.WriteString(d.String())
	}
	for _, d := range list {
		fmt.Fprintf(&b, "%s: %s\n", d.Pos, d.Message)
	}
	return b.String()
}

func TestFragment(t *testing.T) {
	tests := []struct{ name, src, want string }{
		{"text", "  a\n b  ", "paragraph \"a b\"\n"},
		{"paragraphs without ends", "<p>a<p>b", "paragraph \"a\"\nparagraph \"b\"\n"},
		{"styles", "<p>a <b>b <i>c</i></b><sub>d</sub>", "paragraph \"a \"strong(\"b \"em(\"c\"))sub(\"d\")\n"},
		{"spaces", "<p> a <b> b </b> c </p>", "paragraph \"a \"strong(\"b \")\"c\"\n"},
		{"breaks", "<p><br>a <br> b<br></p>", "paragraph \"a\"br()\"b\"\n"},
		{"script", "a<script>alert('<p>x')</script>b", "paragraph \"ab\"\nf:1:2: the element <script> is dropped\n"},
		{"script without end", "a<script>alert(1)", "paragraph \"a\"\nf:1:2: the element <script> is dropped\n"},
		{"events", `<p onclick="x()" style="color:red">a <a href="b.md" onmouseover=y>c</a>`, "paragraph \"a \"link(\"b.md\": \"c\")\n"},
		{"schemes", `<a href=" java	script:x">a</a> <a href="JAVASCRIPT:x">b</a> <a href="data:x">c</a> <a href="vbscript:x">d</a>`,
			"paragraph \"a b c d\"\nf:1:1: a link to a \"javascript\" address is dropped\nf:1:32: a link to a \"javascript\" address is dropped\n" +
				"f:1:61: a link to a \"data\" address is dropped\nf:1:84: a link to a \"vbscript\" address is dropped\n"},
		{"entities in addresses", `<a href="javascript&#58;x">a</a>`, "paragraph \"a\"\nf:1:1: a link to a \"javascript\" address is dropped\n"},
		{"links in links", `<a href="a.md">a <b><a href="b.md">b</a></b></a>`, "paragraph link(\"a.md\": \"a \"strong(\"b\"))\n"},
		{"unknown", "<p>a<vec>b</vec>", "paragraph \"ab\"\nf:1:5: the element <vec> is dropped\n"},
		{"frames", "<iframe src=x>a</iframe><object>b</object><embed>", "paragraph \"ab\"\nf:1:1: a book plays no <iframe> of \"x\": its words stand for it\nf:1:25: a book plays no <object>: its words stand for it\nf:1:43: a book plays no <embed>: nothing of it is left\n"},
		{"heading", `<h3 id="a b">x</h3>`, "heading 3 #ab \"x\"\n"},
		{"list", "<ul><li>a<li>b<ul><li>c</ul></ul>", "bullets tight\n  item\n    paragraph \"a\"\n  item\n    paragraph \"b\"\n    bullets tight\n      item\n        paragraph \"c\"\n"},
		{"ordered", `<ol start="7"><li><p>a</ol>`, "numbers from 7\n  item\n    paragraph \"a\"\n"},
		{"code", "<pre>\n<code class='x language-go'>a &lt;\n\tb</code></pre>", "code \"go\"\n  |a <\n  |    b\n"},
		{"inline code", "<p><code> a  <b>b</b> </code>", "paragraph code(\"a b\")\n"},
		{"table", "<table><tr><th align=right>a<th>b<tr><td>c<td style='text-align: center'>d<tr><td colspan=2>e</table>",
			"table right center\n  head \"a\" | \"b\"\n  row \"c\" | \"d\"\n  row (2 x 1) \"e\" | (covered)\n"},
		{"table without head", "<table><tr><td>a<tr><td>b<td>c</table>", "table none none\n  row \"a\" | \n  row \"b\" | \"c\"\n"},
		{"blocks in a cell", "<table><tr><td><p>a<p>b<ul><li>c</ul></table>", "table none\n  row \"a\"br()\"b\"br()\"• c\"\n"},
		{"a list in a cell", "<table><tr><td>a<ol start=3><li>b<li>c<ul><li>d</ul></ol></table>", "table none\n  row \"a\"br()\"3. b\"br()\"4. c\"br()\"• d\"\n"},
		{"rows that span", "<table><tr><td rowspan=2>a<td>b<tr><td>c</table>", "table none none\n  row (1 x 2) \"a\" | \"b\"\n  row (covered) | \"c\"\n"},
		{"empty table", "<table><tr><td></table>", ""},
		{"figure", "<figure id=f><img src=a.png alt='A  b' width='50%'><figcaption>c <i>d</i></figcaption></figure>", "figure #f width 500 \"a.png\" alt \"A b\"\n  caption \"c \"em(\"d\")\n"},
		{"image alone", "<p><img src=a.png></p>", "figure \"a.png\" alt \"\"\n"},
		{"image in text", "<p>a <img src=a.png> b</p>", "paragraph \"a \"image(\"a.png\" alt \"\")\" b\"\n"},
		{"terms", "<dl><dt>a<dt>b<dd>c<dd>d<dt>e</dl>", "definitions\n  term \"a\"\n  term \"b\"\n  detail\n    paragraph \"c\"\n  detail\n    paragraph \"d\"\nparagraph \"e\"\n"},
		{"language", "<div lang=ko><p>a</div><p lang='!'>b", "division \"ko\"\n  paragraph \"a\"\nparagraph \"b\"\n"},
		{"a container that stays open", "<p>a</p><div lang=ko><section>b", "paragraph \"a\"\nopen div\nopen section\nparagraph \"b\"\n"},
		{"a container that ends", "a</div>b", "paragraph \"a\"\nclose div\nparagraph \"b\"\n"},
		{"ruby", "<p><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>", "paragraph ruby(\"kan\": \"漢\")\n"},
		{"abbreviation", "<p><abbr title='Long'>L</abbr>", "paragraph span(lang \"\" title \"Long\": \"L\")\n"},
		{"small capitals", "<p><span style='font-variant: small-caps'>a</span>", "paragraph smallcaps(\"a\")\n"},
		{"terms with a paragraph between", "<dl><dt>a<dd>b</dd><p>x</p><dt>c<dd>d</dl>", "definitions\n  term \"a\"\n  detail\n    paragraph \"b\"\nparagraph \"x\"\ndefinitions\n  term \"c\"\n  detail\n    paragraph \"d\"\n"},
		{"terms on lines", "<dl>\n<dt>a</dt>\n<dd>\nb\n</dd>\n</dl>", "definitions\n  term \"a\"\n  detail\n    paragraph \"b\"\n"},
		{"terms in divisions", "<dl><div><dt>a<dd>b</div><div><dt>c<dd>d</div></dl>", "definitions\n  term \"a\"\n  detail\n    paragraph \"b\"\n  term \"c\"\n  detail\n    paragraph \"d\"\n"},
		{"detail without a term", "<dl><dd>b</dl>", "paragraph \"b\"\n"},
		{"figure without a file", "<figure><img alt=x><figcaption>c</figcaption></figure>", "paragraph \"c\"\nf:1:9: an image without a file\n"},
		{"figure with one file of two", "<figure><img alt=x><img src=a.png></figure>", "figure \"a.png\" alt \"\"\nf:1:9: an image without a file\n"},
		{"links in styles", "<p><a href='a.md'><b>x <a href='b.md'>y</a></b> <span lang=fr><a href='c.md'>z</a></span></a>", "paragraph link(\"a.md\": strong(\"x y\")\" \"span(lang \"fr\" title \"\": \"z\"))\n"},
		{"links in a span in a link", "<p><a href='a.md'><span lang=fr>x <i><a href='c.md'>z</a></i></span></a>", "paragraph link(\"a.md\": span(lang \"fr\" title \"\": \"x \"em(\"z\")))\n"},
		{"breaks in styles", "<p><b><br>a<br></b><br><br>b<br>", "paragraph strong(\"a\"br())br()br()\"b\"\n"},
		{"breaks alone", "<p><br><br></p>", ""},
		{"words that run together", "<p>a<b>b</b><b>c</b><span lang=fr>d</span><span lang=fr>e</span>", "paragraph \"a\"strong(\"b\")strong(\"c\")span(lang \"fr\" title \"\": \"d\")span(lang \"fr\" title \"\": \"e\")\n"},
		{"pictures with breaks", "<p><img src=a.png><br><img src=b.png></p>", "figure \"a.png\" alt \"\"\nfigure \"b.png\" alt \"\"\n"},
		{"tables in tables", "<table><tr><td>a<table><tr><td>b<td>c<tr><td>d</table><td>e</table>", "table none none\n  row \"a\"br()\"b\"br()\"c\"br()\"d\" | \"e\"\n"},
		{"caption of a table", "<table><caption>A <b>c</b></caption><tr><th>h<tr><td>a</table>", "table none\n  caption \"A \"strong(\"c\")\n  head \"h\"\n  row \"a\"\n"},
		{"foot of a table", "<table><tfoot><tr><td>f</tfoot><tbody><tr><td>a</tbody><tr><td>b</table>", "table none\n  row \"a\"\n  row \"b\"\n  row \"f\"\n"},
		{"foot and head", "<table><tfoot><tr><th>f</tfoot><tbody><tr><th>a</tbody></table>", "table none\n  head \"a\"\n  row (header) \"f\"\n"},
		{"comment", "<!-- a --><p>b", "paragraph \"b\"\n"},
		{"gap", "<p>&nbsp;</p>", ""},
		{"control characters", "<p>a\x00\x07&#1;b\ufffe", "paragraph \"ab\"\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := read(tt.src); got != tt.want {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
		})
	}
}

func TestPlaces(t *testing.T) {
	pieces, _ := Fragment("<div lang=ko>\n<p>a <b>b</b></p><ul><li>c</ul></div>", "en", place, nil, nil)
	p := dump.Printer{Places: true, InlinePlaces: true}
	p.Blocks(pieces[0].Blocks)
	want := `division "ko" @1:1
  paragraph @1:18 "a "@1:18strong("b"@1:23)
  bullets tight @1:32
    item @1:36
      paragraph @1:40 "c"@1:40
`
	if got := p.String(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestAddress(t *testing.T) {
	for in, want := range map[string]string{
		"https://example.org/a b": "https://example.org/a%20b", " 02-b.md#x ": "02-b.md#x", "mailto:a@b.c": "mailto:a@b.c",
		"HTTP://x": "HTTP://x", "//x.org/a b": "https://x.org/a%20b", "doi:10.1/x": "https://doi.org/10.1/x", "ftp://x.org": "ftp://x.org", "a/b:c": "a/b:c", "#a:b": "#a:b", "?a:b": "?a:b", "": "",
	} {
		if got, ok := Address(in); !ok || got != want {
			t.Errorf("%q is %q, %v", in, got, ok)
		}
	}
	for _, in := range []string{"javascript:x", "java\nscript:x", "\x01javascript:x", "data:,x", "file:///x", "blob:x", "x:y", "https:///x", "//", "tel:", "urn:isbn:1", strings.Repeat("a", 3000)} {
		if got, ok := Address(in); ok {
			t.Errorf("%q is taken as %q", clip(in), clip(got))
		}
	}
}

// TestParseTagSimple compares the short way for tags without attributes with
// the tokenizer's.
func TestParseTagSimple(t *testing.T) {
	for _, s := range []string{"<b>", "</b>", "<b/>", "<BR>", "<h1>", "</h1>", "<b >", "</b >", "<>", "</>", "<b", "<my-x>", "<1>", "<b//>", "</b/>", "<a b>"} {
		got := ParseTag(s)
		want := ParseTag(strings.Replace(s, ">", " x='1'>", 1))
		if simple, ok := simpleTag(s); ok && (simple.Name != want.Name || simple.End != want.End) {
			t.Errorf("%s is %+v, and %+v with an attribute", s, got, want)
		}
	}
}

func FuzzFragment(f *testing.F) {
	fuzzing.Begin(f)
	for _, s := range []string{
		"<p>a<b>c</p>", "<table><tr><td>x<table><tr><td>y", "<ul><li><ol><li>z", "<a href=x><p>y</a>", "<script><!--<script>", "<dl><dt>", "</p></div>",
		"<figure><img src=x><figcaption>y", "<pre>\n\tx", "<svg><foreignObject><p>", "<div lang=ko><blockquote>", "&#0;&notit;&#x110000;",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, src string) {
		if len(src) > 1<<14 {
			return
		}
		pieces, _ := Fragment(src, "en", place, nil, nil)
		for _, p := range pieces {
			check(t, p.Blocks, 0)
		}
	})
}

// check holds blocks to the invariants of the model.
func check(t *testing.T, blocks []book.Block, depth int) {
	if depth > MaxDepth {
		t.Fatal("too deep")
	}
	book.WalkBlocks(blocks, func(b book.Block) bool {
		for _, run := range book.BlockInlines(b) {
			checkRun(t, run)
		}
		if l, ok := b.(*book.Table); ok {
			for _, r := range l.Rows {
				if len(r) != len(l.Align) {
					t.Fatalf("%d cells in %d columns", len(r), len(l.Align))
				}
			}
		}
		return true
	})
}

func checkRun(t *testing.T, run []book.Inline) {
	last := false
	for _, in := range run {
		text, ok := in.(*book.Text)
		if ok && (last || text.Value == "" || strings.Contains(text.Value, "  ") || clean(text.Value) != text.Value) {
			t.Fatalf("text %q, after a text: %v", text.Value, last)
		}
		last = ok
		if l, ok := in.(*book.Link); ok {
			if _, ok := Address(l.URL); !ok {
				t.Fatalf("a link to %q", l.URL)
			}
		}
		checkRun(t, book.InlineChildren(in))
	}
}

// TestNesting nests elements to the limit and beyond, where one error names the
// place and the text stays.
func TestNesting(t *testing.T) {
	for _, c := range []struct {
		depth int
		want  []string
	}{
		{MaxDepth, nil},
		{MaxDepth + 1, []string{"f:1:1001: error: nesting of more than 200 levels [nesting-limit]\n    hint: " + NestingHint}},
		{5 * MaxDepth, []string{"f:1:1001: error: nesting of more than 200 levels [nesting-limit]\n    hint: " + NestingHint}},
	} {
		pieces, list := Fragment(strings.Repeat("<div>", c.depth)+"deep"+strings.Repeat("</div>", c.depth), "en", place, nil, nil)
		var got []string
		for _, d := range list {
			got = append(got, d.String())
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%d levels: %v, want %v", c.depth, got, c.want)
		}
		text := ""
		for _, p := range pieces {
			book.WalkBlocks(p.Blocks, func(b book.Block) bool {
				for _, run := range book.BlockInlines(b) {
					text += book.PlainText(run)
				}
				return true
			})
		}
		if text != "deep" {
			t.Errorf("%d levels: the text is %q", c.depth, text)
		}
	}
}
