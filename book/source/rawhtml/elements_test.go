package rawhtml

import (
	"strings"
	"testing"
)

// TestElements reads an element of each name.
func TestElements(t *testing.T) {
	for _, c := range []struct{ names, src, want string }{
		{"em i var", "<p>a<NAME>b</NAME>", "paragraph \"a\"em(\"b\")\n"},
		{"strong b", "<p>a<NAME>b</NAME>", "paragraph \"a\"strong(\"b\")\n"},
		{"s del strike", "<p>a<NAME>b</NAME>", "paragraph \"a\"strike(\"b\")\n"},
		{"sup", "<p>a<NAME>b</NAME>", "paragraph \"a\"sup(\"b\")\n"},
		{"sub", "<p>a<NAME>b</NAME>", "paragraph \"a\"sub(\"b\")\n"},
		{"u", "<p>a<NAME>b</NAME>", "paragraph \"a\"underline(\"b\")\n"},
		{"ins", "<p>a<NAME>b</NAME>", "paragraph \"a\"ins(\"b\")\n"},
		{"dfn", "<p>a<NAME>b</NAME>", "paragraph \"a\"dfn(\"b\")\n"},
		{"mark", "<p>a<NAME>b</NAME>", "paragraph \"a\"mark(\"b\")\n"},
		{"kbd", "<p>a<NAME>b</NAME>", "paragraph \"a\"kbd(\"b\")\n"},
		{"small", "<p>a<NAME>b</NAME>", "paragraph \"a\"small(\"b\")\n"},
		{"cite", "<p>a<NAME>b</NAME>", "paragraph \"a\"cite(\"b\")\n"},
		{"code samp tt", "<p>a<NAME>b</NAME>", "paragraph \"a\"code(\"b\")\n"},
		{"abbr acronym", "<p>a<NAME title=x>b</NAME>", "paragraph \"a\"span(lang \"\" title \"x\": \"b\")\n"},
		{"span data label nobr html body", "<p>a<NAME>b</NAME>", "paragraph \"ab\"\n"},
		{"bdi", "<p>a<NAME>b</NAME>", "paragraph \"a\"span(auto lang \"\" title \"\": \"b\")\n"},
		{"p div section article aside main header footer nav address details summary hgroup search", "a<NAME>b</NAME>c", "paragraph \"a\"\nparagraph \"b\"\nparagraph \"c\"\n"},
		{"center", "a<NAME>b</NAME>c", "paragraph \"a\"\nparagraph \"b\"\nparagraph \"c\"\nf:1:2: the text in <NAME> is set as any other\n"},
		{"ul menu", "a<NAME><li>b</NAME>c", "paragraph \"a\"\nbullets tight\n  item\n    paragraph \"b\"\nparagraph \"c\"\n"},
		{"script style template noscript svg math canvas select button frameset applet map dialog datalist portal textarea xmp noframes head title",
			"<p>a<NAME>b</NAME>c", "paragraph \"ac\"\nf:1:5: the element <NAME> is dropped\n"},
		{"meta link base input frame area track param", "<p>a<NAME>c", "paragraph \"ac\"\nf:1:5: the element <NAME> is dropped\n"},
		{"audio video object iframe", "<p>a<NAME src='https://example.org/b'>c</NAME>d", "paragraph \"ac \"link(\"https://example.org/b\": \"https://example.org/b\")\"d\"\nf:1:5: a book plays no <NAME> of \"https://example.org/b\": its words stand for it, with its address\n"},
		{"1 2 3 4 5 6", "a<hNAME>b</hNAME>c", "paragraph \"a\"\nheading NAME # \"b\"\nparagraph \"c\"\n"},
		{"thead", "<table><NAME><tr><td>a<td>b<tr><td>c</NAME><tr><td>d</table>", "table none none\n  head \"a\" | \"b\"\n  head \"c\" | \n  row \"d\" | \n"},
		{"tbody", "<table><NAME><tr><td>a<td>b<tr><td>c</NAME><tr><td>d</table>", "table none none\n  row \"a\" | \"b\"\n  row \"c\" | \n  row \"d\" | \n"},
	} {
		for _, name := range strings.Fields(c.names) {
			got, want := read(strings.ReplaceAll(c.src, "NAME", name)), strings.ReplaceAll(c.want, "NAME", name)
			if got != want {
				t.Errorf("%s:\n%s", name, got)
			}
		}
	}
}

// TestTree reads elements whose ends are left out, or stand where they end nothing.
func TestTree(t *testing.T) {
	for _, tt := range []struct{ name, src, want string }{
		{"an end of the outer item", "<ul><li>a<ul></li><li>b</ul>c</ul>", "bullets tight\n  item\n    paragraph \"a\"\n    bullets tight\n      item\n        paragraph \"b\"\n    paragraph \"c\"\n"},
		{"an end of the outer detail", "<dl><dt>a</dt><dd>b<dl></dd><dt>c<dd>d</dl>e</dl>", "definitions\n  term \"a\"\n  detail\n    paragraph \"b\"\n    definitions\n      term \"c\"\n      detail\n        paragraph \"d\"\n    paragraph \"e\"\n"},
		{"an end of the outer term", "<dl><dt>a<dl></dt><dt>c<dd>d</dl><dd>e</dl>", "definitions\n  term \"a\"br()\"c\"br()\"d\"\n  detail\n    paragraph \"e\"\n"},
		{"an end of the outer row", "<table><tr><td>a<table></td></tr><tr><td>b</table>c<td>d</table>", "table none none\n  row \"a\"br()\"b\"br()\"c\" | \"d\"\n"},
		{"an end of the outer head", "<table><tr><th>a<table></th><tr><td>b</table>c<th>d</table>", "table none none\n  head \"a\"br()\"b\"br()\"c\" | \"d\"\n"},
		{"an end of nothing", "<p>a</b></i>c</p>", "paragraph \"ac\"\n"},
		{"ends in another order", "<p><b>a<i>b</b>c</i>d", "paragraph strong(\"a\"em(\"b\"))\"cd\"\n"},
		{"a block in a phrase", "<p><b>a<div>b</div>c</b>", "paragraph strong(\"a\")\nparagraph \"b\"\nparagraph \"c\"\nclose b\n"},
		{"a heading ends a paragraph", "<p>a<h2>b</h2>c", "paragraph \"a\"\nheading 2 # \"b\"\nparagraph \"c\"\n"},
		{"no items", "<ul></ul><ol> </ol>a", "paragraph \"a\"\n"},
		{"words between items", "<ul>a<li>b</li>c</ul>", "bullets tight\n  item\n    paragraph \"a\"\n  item\n    paragraph \"b\"\n  item\n    paragraph \"c\"\n"},
		{"a number that is none", "<ol start=-1><li>a</ol>", "numbers from 1 tight\n  item\n    paragraph \"a\"\n"},
		{"code with breaks", "<pre>a<br>b  <b>c</b></pre>", "code \"\"\n  |a\n  |b  c\n"},
		{"a quotation with its source", "<blockquote cite='https://example.org/a'><p>a<footer>b</footer></blockquote>", "quote\n  paragraph \"a\"\n  paragraph \"b\"\n"},
		{"a rule", "a<hr>b", "paragraph \"a\"\nbreak\nparagraph \"b\"\n"},
		{"two images of a figure", "<figure><img src=a.png alt=a><img src=b.png alt=b><figcaption>c</figcaption></figure>", "figure \"a.png\" alt \"a\"\nfigure \"b.png\" alt \"b\"\n  caption \"c\"\n"},
		{"a figure with words", "<figure>a<img src=a.png>b</figure>", "figure \"a.png\" alt \"\"\n  caption \"a b\"\n"},
		{"a figure with its credit", "<figure><a href=b.md><img src=a.png></a><figcaption>The <i>quay</i></figcaption><p>Photo: Ann</p></figure>", "figure \"a.png\" alt \"\"\n  link(\"b.md\": )\n  caption \"The \"em(\"quay\")\" Photo: Ann\"\n"},
		{"a figure and what is not seen", "<figure><img src=a.png><noscript><img src=a.png></noscript><script>x</script> <figcaption>c</figcaption><p> </p></figure>", "figure \"a.png\" alt \"\"\n  caption \"c\"\n"},
		{"a figure with a table", "<figure><table><tr><td>a</table><figcaption>c</figcaption></figure>", "table none\n  row \"a\"\nparagraph \"c\"\n"},
		{"a picture of sources", "<picture><source srcset=b.webp><img src=a.png></picture>", "figure \"a.png\" alt \"\"\n"},

		{"a place of a figure", "<div id=x><img src=a.png></div>", "figure #x \"a.png\" alt \"\"\n"},
		{"a place of a paragraph", "<p id=x>a", "paragraph span(#x lang \"\" title \"\": \"a\")\n"},
		{"a place of nothing", "<p id=x></p><div id=y></div>", "paragraph span(#x lang \"\" title \"\": )\nparagraph span(#y lang \"\" title \"\": )\n"},
		{"a place of two", "<div id=x><p>a<p>b</div>", "division #x \"\"\n  paragraph \"a\"\n  paragraph \"b\"\n"},
		{"an older place", "<p><a name=x>a</a>b", "paragraph span(#x lang \"\" title \"\": \"a\")\"b\"\n"},
		{"a direction", "<p dir=rtl>a <bdo dir=ltr>b</bdo> <bdo>c</bdo> <bdi dir=ltr>d</bdi>", "paragraph span(rtl lang \"\" title \"\": \"a \"span(ltr override lang \"\" title \"\": \"b\")\" c \"span(ltr lang \"\" title \"\": \"d\"))\n"},
		{"a language of a figure", "<div id=x lang=fr><img src=a.png></div>", "division #x \"fr\"\n  figure \"a.png\" alt \"\"\n"},
		{"an abbreviation with its place", "<p><abbr id=x lang=fr title=Long>L</abbr>", "paragraph span(#x lang \"fr\" title \"Long\": \"L\")\n"},
		{"a day", "<p><time datetime='2025-01-02'>today</time> <time>now</time>", "paragraph span(time 2025-01-02 lang \"\" title \"\": \"today\")\" now\"\n"},
		{"quotation marks", "<p><q>a <q>b</q></q> c", "paragraph \"“a ‘b’” c\"\n"},

		{"readings in a row", "<p><ruby>東<rb>京</rb><rt>とう<rt>きょう</ruby>", "paragraph ruby(\"とうきょう\": \"東京\")\n"},
		{"a reading of nothing", "<p><ruby>漢<rt></rt></ruby>a<ruby><rt>b</rt></ruby>", "paragraph \"漢a(b)\"\n"},
		{"more readings", "<p><ruby>漢<rt>kan</rt><rtc><rp>(</rp><rt>Han</rt>x</rtc></ruby>", "paragraph ruby(\"kan Han x\": \"漢\")\n"},
		{"more readings of nothing", "<p><ruby><rtc>x</rtc></ruby>", "paragraph \"(x)\"\n"},
		{"a link of a ruby", "<p><a href=a.md><ruby>漢<rt>kan</rt></ruby></a> <a href=b.md>x <ruby><a href=c.md>字</a><rt>ji</rt></ruby></a>", "paragraph link(\"a.md\": ruby(\"kan\": \"漢\"))\" \"link(\"b.md\": \"x \"ruby(\"ji\": \"字\"))\n"},
		{"words that meet in a ruby", "<p><ruby>a<i></i>b<rt>c</rt></ruby>", "paragraph ruby(\"c\": \"ab\")\n"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := read(tt.src); got != tt.want {
				t.Errorf("got\n%s", got)
			}
		})
	}
}
