package web

import (
	"fmt"
	"net/url"
	"octavo/book/source/rawhtml"
	"strings"
	"testing"

	"octavo/book"
	"octavo/book/ingest/draft"
	"octavo/book/internal/dump"
)

// TestWords parts names of classes, and reads numbers and addresses of pictures.
func TestWords(t *testing.T) {
	for token, want := range map[string]string{
		"post__author-bio": "[post author bio]", "postAuthorBio": "[post author bio]", "HTMLBody": "[htmlbody]", "a9-b": "[a9 b]", "--": "[]", "éÉ": "[é é]",
	} {
		if got := fmt.Sprint(wordsOf(token)); got != want {
			t.Errorf("%s: %s, want %s", token, got, want)
		}
	}
	for s, want := range map[string]int{"": 0, "px": 0, "90": 90, "300px": 300, "1.5": 1, "1000000": 1_000_000, "99999999999": 9_999_999} {
		if got := number(s); got != want {
			t.Errorf("%q is %d, want %d", s, got, want)
		}
	}
	for src, want := range map[string]bool{
		"": true, "data:image/png,x": true, "a/Blank.gif": true, "spacer.gif": true, "1x1.png": true, "pixel.gif": true, "transparent.png": true, "LAZY-a.jpg": true, "loading.gif": true,
		"a-placeholder-b.png": true, "a.png": false, "blank.d/a.png": false, "a/blank": false,
	} {
		if got := isPlaceholder(src); got != want {
			t.Errorf("isPlaceholder(%q) is %t", src, got)
		}
	}
	for set, want := range map[string]string{"a.png 1x, b.png 2x": "a.png", "a.png, b.png": "a.png", " a.png": "a.png", " ": "", ",": ""} {
		if got := firstOf(set); got != want {
			t.Errorf("%q begins with %q, want %q", set, got, want)
		}
	}
	if got := Fragment("<p>a</p><img src='' data-src=' '><p>b</p>", "").Blocks; len(got) != 2 {
		t.Errorf("there are %d blocks", len(got))
	}
	for site, rows := range map[string]map[string]string{
		"The Packet": {"Ebb | the packet": "Ebb", "Ebb - The Packet": "Ebb", "Ebb – The Packet": "Ebb", "Ebb — The Packet": "Ebb", "Ebb · The Packet": "Ebb", "Ebb :: The Packet": "Ebb", "Ebb » The Packet": "Ebb", "Ebb_The Packet": "Ebb", "Ebb_Tides_The Packet": "Ebb",
			"Ebb | Other": "Ebb | Other", " | The Packet": " | The Packet", "The Packet | Ebb": "Ebb", "The Packet: Ebb": "Ebb", "Ebb - 01/02/2025 - The Packet": "Ebb", "Ebb | By Ann Roe | The Packet": "Ebb", "Ebb - The Packet Daily": "Ebb", "Flood and ebb - The": "Flood and ebb - The"},
		"": {"The quay at night | P": "The quay at night", "A | The Packet": "A | The Packet", "abcd - e": "abcd - e", "abcde - f": "abcde"},
	} {
		p := &page{article: &draft.Article{Source: book.Source{Name: site}, Bylines: []string{"Ann Roe"}}, site: []string{site}}
		for title, want := range rows {
			if got := p.withoutSite(title, true); got != want {
				t.Errorf("%q is %q, want %q", title, got, want)
			}
		}
	}
}

// TestArticles finds articles in data, to a depth.
func TestArticles(t *testing.T) {
	for _, v := range []any{"Article", "NewsArticle", "BlogPosting", "SocialMediaPosting", "Report", "http://schema.org/Article", []any{3, "Article"}} {
		if !isA(v, isArticle) {
			t.Errorf("%v is no article", v)
		}
	}
	for _, v := range []any{nil, 3, "Person", "ArticleList", "JobPosting", []any{}} {
		if isA(v, isArticle) {
			t.Errorf("%v is an article", v)
		}
	}
	for depth, want := range map[int]int{0: 1, 20: 1, 21: 0} {
		var v any = map[string]any{"@type": "Article", "@id": "#a"}
		for range depth {
			v = []any{v}
		}
		g := graph{byID: map[string]map[string]any{}}
		if g.collect(v, 0); len(g.articles) != want || len(g.byID) != want {
			t.Errorf("%d articles at depth %d, want %d", len(g.articles), depth, want)
		}
	}
}

// TestParagraphs parts runs at line breaks, and at a bold line.
func TestParagraphs(t *testing.T) {
	a, b, br := &book.Text{Value: "a"}, &book.Text{Value: "b"}, &book.LineBreak{}
	bold := func(style book.Style) book.Inline {
		return &book.Styled{Style: style, Content: []book.Inline{&book.Text{Value: "Ice"}}}
	}
	six, five := &book.Text{Value: "It is."}, &book.Text{Value: "It is"}
	for _, tt := range []struct {
		name string
		list []book.Inline
		want string
	}{
		{"nothing", nil, ""}, {"one", []book.Inline{a, br, b}, `"a"br()"b"`}, {"two", []book.Inline{a, br, br, b}, `"a" / "b"`},
		{"three breaks", []book.Inline{a, br, br, br, b}, `"a" / "b"`}, {"breaks around", []book.Inline{br, br, a, br, br}, `"a"`},
		{"a bold line", []book.Inline{bold(book.Strong), br, six}, `strong("Ice") / "It is."`},
		{"little below it", []book.Inline{bold(book.Strong), br, five}, `strong("Ice")br()"It is"`},
		{"a slanted line", []book.Inline{bold(book.Emphasis), br, six}, `em("Ice")br()"It is."`},
		{"a bold word", []book.Inline{bold(book.Strong), six, br, six}, `strong("Ice")"It is."br()"It is."`},
		{"a bold line alone", []book.Inline{bold(book.Strong), br, br}, `strong("Ice")`},
	} {
		var got []string
		for _, p := range paragraphs(tt.list) {
			got = append(got, dump.Inlines(p))
		}
		if s := strings.Join(got, " / "); s != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, s, tt.want)
		}
	}
}

// TestLinks tells runs of links from text, and makes addresses absolute.
func TestLinks(t *testing.T) {
	text := func(n int) book.Inline { return &book.Text{Value: strings.Repeat("a", n)} }
	link := func(address string, n int) book.Inline {
		return &book.Link{URL: address, Content: []book.Inline{text(n)}}
	}
	far := "https://other.org/"
	for _, tt := range []struct {
		name  string
		list  []book.Inline
		want  string // only links, mostly, to other pages of the site
		alone bool   // to other pages of a site without an address
	}{
		{"nothing", nil, "true true false", false},
		{"links", []book.Inline{link("b", 5), &book.Text{Value: " | · , • "}, &book.LineBreak{}, link("https://example.org/c", 5)}, "true true true", false},
		{"a link", []book.Inline{link("b", 5)}, "true true true", true},
		{"a mail", []book.Inline{link("mailto:a@b.org", 5)}, "false false false", false},
		{"a link and a word", []book.Inline{link("b", 50), text(1)}, "false false true", true},
		{"two and a short word", []book.Inline{link("b", 10), link("c", 10), text(9)}, "false true true", true},
		{"two and a word", []book.Inline{link("b", 10), link("c", 10), text(10)}, "false false true", true},
		{"long ones and a line", []book.Inline{link("b", 100), link("c", 100), text(59)}, "false true true", true},
		{"long ones and more", []book.Inline{link("b", 100), link("c", 100), text(60)}, "false false true", true},
		{"to another site", []book.Inline{link("b", 5), link(far, 5)}, "true true false", false},
		{"to no address", []book.Inline{link("http://[", 5)}, "true true false", false},
		{"strong", []book.Inline{&book.Styled{Style: book.Strong, Content: []book.Inline{link("b", 5)}}}, "false false true", true},
	} {
		r := &reader{page: &page{base: &url.URL{Scheme: "https", Host: "example.org", Path: "/a/"}}}
		if got := fmt.Sprint(onlyLinks(tt.list), mostlyLinks(tt.list), r.leadsOn(tt.list)); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
		r.base = nil
		if got := r.leadsOn(tt.list); got != tt.alone {
			t.Errorf("%s without an address: %t", tt.name, got)
		}
	}
	r := &reader{page: &page{base: &url.URL{Scheme: "https", Host: "example.org", Path: "/a/"}}}
	for address, want := range map[string]string{
		"#a": "#a", "#b": "", "http://[": "", "b": "https://example.org/a/b", "/b?c#d": "https://example.org/b?c#d", "mailto:a@b.org": "mailto:a@b.org", far: far,
		"https://www.google.com/url?q=https://b.org/c&sa=D": "https://b.org/c", "https://www.google.com/url?q=b": "https://www.google.com/url?q=b", "https://www.google.com/a?q=http": "https://www.google.com/a?q=http",
	} {
		if got := r.absolute(address, map[string]bool{"#a": true}); got != want {
			t.Errorf("%s is %q, want %q", address, got, want)
		}
	}
	if r.base = nil; r.absolute("b", nil) != "b" || r.absolute("#b", nil) != "" || r.absolute(far, nil) != far {
		t.Error("addresses of a page without one")
	}
}

// TestScope finds the article of a page and its body.
func TestScope(t *testing.T) {
	words := func(n int) string { return "<p>" + strings.Repeat("a", n) + "</p>" }
	for _, tt := range []struct{ name, src, want string }{
		{"nothing", words(300), ""},
		{"an article", "<article id=a>" + words(140) + "</article>", "a a"},
		{"by its role", "<div id=a role=article>" + words(140) + "</div>", "a a"},
		{"too short", "<article id=a>" + words(139) + "</article>", ""},
		{"half of it links", "<article id=a><p>" + strings.Repeat("a", 70) + "<a href=x>" + strings.Repeat("b", 70) + "</a></p></article>", "a a"},
		{"more of it links", "<article id=a><p>" + strings.Repeat("a", 70) + "<a href=x>" + strings.Repeat("b", 71) + "</a></p></article>", ""},
		{"a body within", "<article id=a><h1>T</h1><div id=b class=entry-content>" + words(140) + "</div></article>", "a b"},
		{"a body around", "<div id=b class=entry-content><article id=a>" + words(140) + "</article></div>", "b b"},
		{"a body below a headline", "<div id=y><div id=x><h1>T</h1><div id=b class=entry-content>" + words(140) + "</div></div></div>", "x b"},
		{"a body without a headline", "<div id=y><div id=x><div id=b class=entry-content>" + words(140) + "</div></div></div>", "y b"},
		{"a shorter one", "<article id=c>" + words(200) + "</article><article id=a>" + words(300) + "</article>", "a a"},
		{"one as long", "<article id=a>" + words(300) + "</article><article id=c>" + words(201) + "</article>", ""},
		{"two shorter ones", "<article id=a>" + words(300) + "</article><article id=c>" + words(150) + "</article><article id=d>" + words(201) + "</article>", ""},
		{"a hidden one", "<div hidden><article id=a>" + words(140) + "</article></div>", ""},
	} {
		budget := maxElements
		p := &page{root: newEl(rawhtml.Document("<html><body>"+tt.src+"</body></html>"), nil, &budget)}
		got := ""
		if scope, body := p.scope(); body != nil {
			got = scope.Get("id") + " " + body.Get("id")
		}
		if got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

// TestFormulas takes the source of formulas that a page shows.
func TestFormulas(t *testing.T) {
	const tex = `<annotation encoding="application/x-tex"> x^2 </annotation>`
	for src, want := range map[string]string{
		`<p>a <span class="big katex"><math>` + tex + `</math>shown</span> b</p>`:                                     `a \(x^2\) b`,
		`<p><span class="katex-display"><span class="katex"><math>` + tex + `</math></span></span></p>`:               `\[x^2\]`,
		`<p><math display="block">` + tex + `</math></p>`:                                                             `\[x^2\]`,
		`<p><math><mrow>` + tex + `</mrow></math></p>`:                                                                `\(x^2\)`,
		`<p><mjx-container display="true">` + tex + `</mjx-container></p>`:                                            `\[x^2\]`,
		`<p><span>` + tex + `</span></p>`:                                                                             `x^2`,
		`<p><math><annotation encoding="b">x</annotation></math></p>`:                                                 `x`,
		`<p>a<script type="math/tex">x</script></p>`:                                                                  `a\(x\)`,
		`<p><script type="math/tex; mode=display">x</script></p>`:                                                     `\[x\]`,
		`<p><span class="MathJax_Preview">y</span><span class=MathJax>z</span><script type="math/tex">x</script></p>`: `\(x\)`,
		`<p><span class=MathJax>z</span></p>`:                                                                         `z`,
	} {
		e := rawhtml.Document("<html><body>" + src + "</body></html>")
		formulas(e)
		if got := strings.TrimSpace(e.Text()); got != want {
			t.Errorf("%s is %s, want %s", src, got, want)
		}
	}
}
