package acceptance

import "strings"

// hostileHTML are chapters with raw HTML.
func hostileHTML() []hostile {
	text := func(name, s string) hostile { return body("html/"+name, s+"\n") }
	return []hostile{
		text("script", "<script>alert(1)</script>\n\na <script>alert(1)</script> b\n\n<script src=\"http://"+sentinel+"/x.js\"></script>"),
		text("script unclosed", "<script>\nalert(1)\n\nText after."),
		text("script in disguise", "<scr<script>ipt>alert(1)</script>\n\n<SCRIPT\n>x</SCRIPT\n>\n\n<svg><script>x</script></svg>\n\n<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">"),
		text("handlers", "<p onclick=\"alert(1)\" style=\"background:url(http://"+sentinel+"/)\">a</p>\n\n<b ONMOUSEOVER=x>b</b> <img src=none.png onerror=alert(1)>"),
		text("svg with a handler", "<svg onload=alert(1)><rect width=\"5\" height=\"5\"/><use href=\"http://"+sentinel+"/#x\"/></svg>"),
		text("svg and math that mix", "<svg><foreignObject><p>x<math><mtext><img src=none.png></mtext></math></foreignObject></svg>\n\n<math><mglyph><svg><mtext><style><path id=\"</style><img onerror=alert(1) src=x>\"></mtext></svg></mglyph></math>"),
		text("math", "<math><mfrac><mi>x</mi><mn>2</mn></mfrac></math>\n\nIn a line <math><msqrt><mi>y</mi></msqrt></math> too.\n\n<math><mi href=\"javascript:x\">z</mi><annotation-xml encoding=\"text/html\"><script>x</script></annotation-xml></math>"),
		text("template", "<template><p>hidden</p><script>x</script></template>\n\n<slot>s</slot><x-y>custom</x-y>"),
		text("frames", "<iframe src=\"http://"+sentinel+"/\">x</iframe><object data=\"http://"+sentinel+"/x\">o</object><embed src=\"http://"+sentinel+"/\"><frameset><frame src=x></frameset>"),
		text("media", "<video src=\"http://"+sentinel+"/v.mp4\" poster=\"http://"+sentinel+"/p.png\">v</video> <audio src=a.mp3>a</audio> <picture><source srcset=\"http://"+sentinel+"/x.png 2x\"><img src=\"http://"+sentinel+"/x.png\" srcset=\"http://"+sentinel+"/y.png 2x\" alt=i></picture>"),
		text("forms", "<form action=\"http://"+sentinel+"/\"><input name=q value=v><button>b</button><textarea>t</textarea><select><option>o</select></form>"),
		text("head", "<html><head><title>t</title><base href=\"http://"+sentinel+"/\"><meta http-equiv=refresh content=\"0;url=http://"+sentinel+"/\"><link rel=stylesheet href=\"http://"+sentinel+"/x.css\"><style>@import 'http://"+sentinel+"/y.css'</style></head><body onload=x>b</body></html>"),
		text("comments", "a <!-- b --> c <!-- -- --> d <!--> e --> f <!---> g\n\n<!-- never closed"),
		text("declarations", "<!DOCTYPE html [<!ENTITY x \"y\">]>\n\n<?xml version=\"1.0\"?>\n\n<?php echo 1 ?>\n\n<![CDATA[ x < y ]]>\n\na <!X> b <?x?> c <![CDATA[z]]> d"),
		text("unclosed", "<div><p><b><i>text\n\nmore <span>text\n\n<table><tr><td>cell\n\nend"),
		text("misnested", "<b><i>x</b></i> <p><div>y</p></div> <table><p>z</table> <li>q</li> <td>r</td> </div></div>"),
		text("blocks in lines", "a <div>b</div> c <p>d</p> *e <h2>f</h2> g* [h <ul><li>i</li></ul>](http://example.org/)"),
		text("generics in prose", "A List<T> of Map<String, List<U>> and std::vector<int>& or a<b and c>d, 1<2."),
		text("elements made up", "<T> <foo-bar baz> <x:y z:w=\"1\"> </nothing> <1a> <a1> <> </>"),
		text("10,000 nested divisions", strings.Repeat("<div>", 10_000)+"x"+strings.Repeat("</div>", 10_000)),
		text("10,000 nested divisions, one a line", strings.Repeat("<div>\n\n", 10_000)+"x\n"),
		text("10,000 nested spans", strings.Repeat("<span lang=ko>", 10_000)+"x"+strings.Repeat("</span>", 10_000)),
		text("10,000 nested bolds", strings.Repeat("<b>", 10_000)+"x"),
		text("10,000 nested tables", strings.Repeat("<table><tr><td>", 10_000)+"x"),
		text("10,000 nested lists", strings.Repeat("<ul><li>", 10_000)+"x"),
		text("10,000 formatting elements open", strings.Repeat("<b><i><u>", 3_000)+"<p>"+strings.Repeat("x<p>", 300)).slowly(),
		text("one element of 100,000 attributes", "<p "+lines(100_000, "a%d=x ")+">x</p>"),
		text("attribute of a megabyte", "<p title=\""+strings.Repeat("t", 1<<20)+"\">x</p>"),
		text("table of every shape", "<table><caption>c</caption><colgroup><col span=99999999></colgroup><thead><tr><th>h</th><th colspan=2>i</th></tr></thead><tbody><tr><td rowspan=65535>a</td><td colspan=1000>b</td></tr><tr></tr><tr><td>c<table><tr><td>n</td></tr></table></td></tr></tbody></table>"),
		text("table of spans", "<table>"+strings.Repeat("<tr><td colspan=1000 rowspan=60000>x</td></tr>", 200)+"</table>"),
		text("lists of strange content", "<ol start=-5 reversed type=I><li value=99999999999>a<li>b</ol><ul>text<p>p</p><ul><li>c</ul></ul><dl><dd>d<dt>t<p>x</p></dl>"),
		text("figure", "<figure><img src=\"none.png\" alt=\"x\"><figcaption>c<figure>f</figure></figcaption></figure>"),
		text("headings in raw html", "<h1 id=a>x</h1><h6>y<h2>z</h2></h6><hgroup><h3>q</h3></hgroup>\n\n[a](#a)"),
		text("links in raw html", "<a href=\"javascript:alert(1)\">a</a> <a href=\"  java&#10;script:x\">b</a> <a href=\"data:text/html,x\">c</a> <a name=here>d</a> <a>e</a> <a href=\"#here\">f</a> <a href=\"http://example.org/?a=1&b=2\" target=_blank ping=\"http://"+sentinel+"/\">g</a>"),
		text("language and direction", "<p lang=ko>한국</p><p lang='??'>x</p><p dir=rtl>y</p><bdo dir=rtl>z</bdo><p xml:lang=\"zh\">水</p>"),
		text("ruby and friends", "<ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby> <kbd>K</kbd> <mark>m</mark> <abbr title=\"a<b\">ab</abbr> <q>q</q> <sub>s</sub> <time>t</time> <wbr> <del>d</del> <ins>i</ins> <details><summary>s</summary>b</details>"),
		text("plaintext", "<plaintext>\n\nnothing closes <b>this"),
		text("textarea and title unclosed", "<textarea>\n\na\n\n<title>\n\nb"),
		text("pre", "<pre>\n  a\n\n  b <b>c</b>\n</pre>\n\n<pre><code class=\"language-go\">x := 1\n</code></pre>"),
		text("nul and controls in tags", "<p title=\"a\x00b\x07\">x</p> <b\x00>y</b\x00>"),
		text("entities in attributes", "<p title=\"&quot;&gt;&lt;script&gt;&#0;&#x1;&#xfffe;\">x</p>"),
		text("everything at once", strings.Repeat("<table><svg><p><b></p><select><math><style></table><title>", 500)),
	}
}
