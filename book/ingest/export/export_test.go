package export

import (
	"strings"
	"testing"

	"octavo/book"
	"octavo/book/internal/fuzzing"
)

func TestAutop(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"a", "<p>a</p>\n"},
		{"a\nb\n\nc", "<p>a<br>\nb</p>\n<p>c</p>\n"},
		{"a\r\n \r\nb", "<p>a</p>\n<p>b</p>\n"},
		{"a<br />\nb", "<p>a<br />\nb</p>\n"},
		{"a <em>b</em>\n\n<h2>c</h2>\nd", "<p>a <em>b</em></p>\n<h2>c</h2>\n<p>d</p>\n"},
		{`<p class="x">a</p>b`, `<p class="x">a</p>` + "\n<p>b</p>\n"},
		{"<ul>\n<li>a\n\nb</li>\n</ul>\nc", "<ul>\n<li>a\n\nb</li>\n</ul><p>c</p>\n"},
		{"<ul><li><ul><li>a</li></ul></li></ul>b", "<ul><li><ul><li>a</li></ul></li></ul><p>b</p>\n"},
		{"<blockquote>a\n\nb</blockquote>", "<blockquote><p>a</p>\n<p>b</p>\n</blockquote>"},
		{"<pre>a\n\nb", "<pre>a\n\nb"},
		{"a\n<!--more-->\nb", "<p>a</p>\n<p>b</p>\n"},
		{"a <!-- note --> b", "<p>a  b</p>\n"},
		{"1 < 2", "<p>1 < 2</p>\n"},
		{"", ""},
	} {
		if got := autop(tt.in); got != tt.want {
			t.Errorf("%q\ngot  %q\nwant %q", tt.in, got, tt.want)
		}
	}
}

func TestShortcodes(t *testing.T) {
	for _, tt := range []struct{ in, want, told string }{
		{"a [sic] b [1] [...] [T]he", "a [sic] b [1] [...] [T]he", ""},
		{"[[gallery]] it is", "[gallery] it is", ""},
		{"([ref]x[/ref])", `(<sup><a id="export-call-1" href="#export-note-1">1</a></sup>)`, ""},
		{"[vc_row a=\"1\"][vc_column]x[/vc_column][/vc_row]", "\n\n\n\nx\n\n\n\n", ""},
		{"a[/vc_row]", "a", ""},
		{"[vc_custom_heading text=\"A &amp; b\" font_container=\"tag:h4|align:left\"]", "\n\n<h4>A &amp; b</h4>\n", ""},
		{"[et_pb_image src=\"https://e.org/a.jpg\" alt=\"B\" title_text=\"c\"][/et_pb_image]", "\n\n" + `<figure class="wp-block-image"><img src="https://e.org/a.jpg" alt="B"></figure>` + "\n\n\n", ""},
		{"[vc_posts_slider count=3][vc_empty_space height=3]", "\n\n\n\n", "[vc_posts_slider]"},
		{"[vc_raw_html]PHA+YSUyMGI8L3A+[/vc_raw_html]", "\n\n<p>a b</p>", ""},
		{"[box]x[/box] [box]", "x [box]", "[box]"},
		{"a[/box]", "a[/box]", ""},
		{"[form id=4]x[form id=5]", "x", "[form]"},
		{"[[a]b]", "[[a]b]", ""},
		{"[caption caption='c' id=x]<img src=a>[/caption]", `<figure class="wp-caption"><img src=a><figcaption>c</figcaption></figure>`, ""},
		{"[caption]<a href=b><img src=a ></a> c <b>d</b>[/caption]", `<figure class="wp-caption"><a href=b><img src=a ></a><figcaption>c <b>d</b></figcaption></figure>`, ""},
		{"[embed]https://e.org/a?b=1&amp;c[/embed]", "\n\n" + `<p><a href="https://e.org/a?b=1&amp;amp;c">https://e.org/a?b=1&amp;amp;c</a></p>` + "\n\n", ""},
		{"[audio src=\"https://e.org/a.mp3\"]", "\n\n" + `<p><a href="https://e.org/a.mp3">https://e.org/a.mp3</a></p>` + "\n\n", ""},
		{"[code]if a < b[/code]", "<pre><code>if a &lt; b</code></pre>", ""},
		{"[gallery]", "\n\n\n\n", "[gallery]"},
	} {
		r := &rendering{wordpress: &wordpress{}}
		if got := r.shortcodes(tt.in); got != tt.want || strings.Join(r.plugins, " ") != tt.told {
			t.Errorf("%q\ngot  %q, told %q\nwant %q, told %q", tt.in, got, r.plugins, tt.want, tt.told)
		}
	}
}

func TestDoubled(t *testing.T) {
	for _, tt := range []struct{ in, want, notes string }{
		{"a ((b c)) d", `a<sup><a id="export-call-1" href="#export-note-1">1</a></sup> d`, "b c"},
		{"a((b (c d))) e", `a<sup><a id="export-call-1" href="#export-note-1">1</a></sup> e`, "b (c d)"},
		{"f((x)) and ((y", "f((x)) and ((y", ""},
		{"<code>if ((a b)) c</code> ((See d.))", `<code>if ((a b)) c</code><sup><a id="export-call-1" href="#export-note-1">1</a></sup>`, "See d."},
		{"((a\n\nb c))", "((a\n\nb c))", ""},
	} {
		r := &rendering{wordpress: &wordpress{}}
		if got := r.doubled(tt.in); got != tt.want || strings.Join(r.notes, "|") != tt.notes {
			t.Errorf("%q\ngot  %q, %q\nwant %q, %q", tt.in, got, r.notes, tt.want, tt.notes)
		}
	}
}

// wxr is an export of WordPress with the given items.
func wxr(items string) string {
	return `<rss xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The Ledger</title>` + items + "</channel></rss>"
}

func item(kind, status, title string) string {
	return "<item><title>" + title + "</title><wp:post_type>" + kind + "</wp:post_type><wp:status>" + status + "</wp:status><content:encoded>x</content:encoded></item>"
}

// What is no article is counted, and an export of pages alone has them as articles.
func TestKinds(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{wxr(""), "error: no post in this export"},
		{wxr(item("post", "draft", "A") + item("nav_menu_item", "publish", "B") + item("nav_menu_item", "publish", "C")), "error: no published post in this export, but 1 draft and 2 menu items: publish what is to be a chapter, and export anew"},
		{wxr(item("page", "publish", "A") + item("post", "publish", "B")), "B; only published posts are chapters: 1 page left out"},
		{wxr(item("recipe", "publish", "A") + item("page", "publish", "B") + item("page", "private", "C")), `B; only published posts are chapters: 1 "recipe" item and 1 private post left out`},
		{wxr(item("recipe", "publish", "A") + item("recipe", "odd", "B")), `A; only published posts are chapters: 1 "odd" post left out`},
		{"<rss/>", "error: no post in this export"},
	} {
		list, err := WordPress(tt.in)
		got := ""
		for _, a := range list {
			got += book.PlainText(a.Title)
			for _, w := range a.Warnings {
				got += "; " + w.Message
			}
		}
		if err != nil {
			got = "error: " + err.Error()
		}
		if got != tt.want {
			t.Errorf("got  %s\nwant %s", got, tt.want)
		}
	}
}

// A reusable block that has itself in it ends.
func TestReusable(t *testing.T) {
	w := &wordpress{reusable: map[string]string{"1": `<p>a</p><!-- wp:block {"ref":1} /-->`}, budget: 1000}
	r := &rendering{wordpress: w}
	if got := r.text(`<!-- wp:block {"ref":1} /-->`); got != strings.Repeat("<p>a</p>\n", 4) {
		t.Errorf("%q", got)
	}
}

func FuzzWordPress(f *testing.F) {
	fuzzing.Begin(f)
	f.Add("[caption id=a]<img src=b> c[/caption] [[d]] [ref]e[/ref]\n\nf <!-- wp:html --><p>g</p><!-- /wp:html --> <!-- wp:block {\"ref\":1} /-->")
	f.Add("<ul><li>a</ul>\n\n<blockquote>b\n\n[gallery ids='1,2'][/gallery]</p></h2>")
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > fuzzing.Most {
			return
		}
		r := &rendering{wordpress: &wordpress{reusable: map[string]string{"1": s}, budget: 10_000}}
		_ = post{body: r.text(s) + r.endnotes() + coreNotes(s), title: s}.article()
	})
}

func FuzzGhost(f *testing.F) {
	fuzzing.Begin(f)
	f.Add(`{"posts":[{"id":1,"title":"a","status":"published","lexical":"{\"root\":{\"children\":[{\"type\":\"text\",\"format\":3,\"text\":\"b\"}]}}"}]}`)
	f.Add(`{"posts":[{"id":1,"title":"a","status":"published","mobiledoc":"{\"markups\":[[\"a\",[\"href\",\"b\"]]],\"cards\":[[\"hr\",{}]],\"sections\":[[1,\"p\",[[0,[0],1,\"c\"]]],[10,0],[3,\"ol\",[[]]]]}"}]}`)
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) <= fuzzing.Most {
			_, _ = Ghost(`{"db":[{"data":` + s + `}]}`)
		}
	})
}
