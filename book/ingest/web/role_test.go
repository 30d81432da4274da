package web

import (
	"octavo/book/source/rawhtml"
	"strings"
	"testing"

	"octavo/book"
	"octavo/book/ingest/draft"
)

// element returns the element that a piece of HTML begins with.
func element(src string) *el {
	budget := maxElements
	return newEl(rawhtml.Document("<html><body>"+src+"</body></html>"), nil, &budget).find(func(e *el) bool { return e.Name() == "body" }).kids[0]
}

// TestRoles gives elements their roles by the classes that systems give them.
func TestRoles(t *testing.T) {
	words := "Some words."
	prose := "<p>" + strings.Repeat("Nobody is on the quay at four. ", 10) + "</p>"
	for _, c := range []struct {
		names string // of classes, a low line for the space between their words
		text  string
		want  draft.Role
	}{
		{"editors_note editorNote editorial-note ednote editorsnote note-editor", words, draft.Note},
		{"author-bio authorBox author_info author-description about-author about-the-author bio byline-bio author-profile author-card contributor-bio writer-info autor-info", words, draft.Bio},
		{"author-bio", "", draft.Furniture},
		{"profile profil prof perfil", strings.Repeat("a", leastBio), draft.Bio},
		{"profile profil prof perfil", strings.Repeat("a", leastBio-1), draft.None},
		{"profile", "<a href=x>" + strings.Repeat("a", leastBio) + "</a>", draft.None},
		{"nav navigation menu related recommended recommendations newsletter comments comment-list comment-respond breadcrumb breadcrumbs tagcloud pagination pager sidebar widget cookie cookies consent gdpr jp-relatedposts outbrain taboola popular trending most-read read-next more-on post-navigation nav-links site-footer site-header masthead toc table-of-contents mw-editsection site-sub rich-link",
			prose, draft.Furniture},
		{"share sharing social promo promotion ad ads advert advertisement adsbygoogle sponsored sponsor tags tag-list entry-tags post-tags subscribe subscription paywall sharedaddy print-only toolbar skip-link screen-reader-text sr-only visually-hidden read-more banner modal popup overlay login search-form audio-player listen reactions cat-links tags-links edit-link",
			words, draft.Furniture},
		{"share paywall subscription", prose, draft.None},
		{"kicker eyebrow overline rubric topline dachzeile antetitulo surtitre section-name article-section headline-kicker supertitle article-tag primary-tag category occhiello", words, draft.Kicker},
		{"kicker", strings.Repeat("a", 119), draft.Kicker},
		{"kicker", strings.Repeat("a", 120), draft.None},
		{"standfirst subtitle sub-title subheadline subhead deck dek chapo entradilla vorspann article-summary article-lead article-intro subheading article-excerpt post-excerpt sommario catenaccio", strings.Repeat("a", 799), draft.Standfirst},
		{"standfirst", strings.Repeat("a", 800), draft.None},
		{"byline by-line author authors posted-by entry-author reporter autor auteur writer", strings.Repeat("a", 299), draft.Byline},
		{"byline", strings.Repeat("a", 300), draft.None},
		{"dateline date dates published updated timestamp posted-on publish-date entry-date pubdate time entry-meta post-meta article-meta meta-info", strings.Repeat("a", 299), draft.Dateline},
		{"date", strings.Repeat("a", 300), draft.None},
		{"date", strings.Repeat("a", 1501), draft.None},
		{"something", words, draft.None},
	} {
		for _, name := range strings.Fields(c.names) {
			if got := roleOf(element("<div class='"+name+"'>"+c.text+"</div>"), false); got != c.want && !(c.text == "" && got != draft.Bio) {
				t.Errorf("%s with %d bytes: role %v, want %v", name, len(c.text), got, c.want)
			}
		}
	}
	for _, name := range strings.Fields("nav footer aside form button iframe object embed svg canvas select textarea dialog menu amp-ad amp-social-share amp-sidebar amp-consent amp-embed amp-analytics amp-auto-ads") {
		if e := element("<" + name + ">x</" + name + ">"); roleOf(e, true) != draft.Furniture {
			t.Errorf("<%s> has the role %v", name, roleOf(e, true))
		}
	}
	for _, role := range strings.Fields("navigation complementary search dialog menu toolbar contentinfo") {
		if e := element("<div role=" + role + ">x</div>"); roleOf(e, true) != draft.Furniture {
			t.Errorf("the role %s is %v", role, roleOf(e, true))
		}
	}
	for src, want := range map[string]draft.Role{
		`<p hidden>a</p>`: draft.Furniture, `<p style="color: red; display: NONE">a</p>`: draft.Furniture, `<p style="visibility:hidden">a</p>`: draft.Furniture, `<p style="display:block">a</p>`: draft.None,
		`<a rel=author href=x>Ann</a>`: draft.Byline, `<time>Monday</time>`: draft.Dateline, `<p class=MsoTitle>The quay</p>`: draft.Title, `<header class=deck>a</header>`: draft.None,
		`<figure><a href=b>Read this as well</a></figure>`: draft.Furniture, `<figure><a href=b><img src=a.png>Read this</a></figure>`: draft.None,
		`<figure><table><tr><td><a href=b>a</a></table></figure>`: draft.None, `<div itemprop=author>Ann</div>`: draft.Byline, `<div data-testid="post__byLine">Ann</div>`: draft.Byline,
		`<div class="` + strings.Repeat("x-", 40) + `byline">Ann</div>`: draft.None,
	} {
		if got := roleOf(element(src), false); got != want {
			t.Errorf("%s: role %v, want %v", src, got, want)
		}
	}
	if got := roleOf(element("<p class=deck>a</p>"), true); got != draft.None {
		t.Errorf("a subheading of the body has the role %v", got)
	}
}

// TestHeadOfPage compares all that the head of a page says of its article.
func TestHeadOfPage(t *testing.T) {
	ld := func(s string) string { return "<script type='application/ld+json'>" + s + "</script>" }
	meta := func(key, name, value string) string {
		return "<meta " + key + "='" + name + "' content='" + value + "'>"
	}
	for _, tt := range []struct{ name, head, want string }{
		{"a title", "<title>The quay at night | The Packet</title>", "The quay at night"},
		{"a title and its site", meta("property", "og:site_name", "The Packet") + "<title>The quay - a view - The Packet</title>", "The quay - a view; of The Packet"},
		{"a title and another site", meta("property", "og:site_name", "The Packet") + "<title>The quay - a view</title>", "The quay - a view; of The Packet"},
		{"OpenGraph", meta("property", "og:title", "A") + meta("property", "og:url", "https://example.org/a") + meta("property", "article:published_time", "2025-01-02") + meta("property", "og:locale", "pt_BR"), "A; 2025-01-02; at https://example.org/a; in pt-BR"},
		{"Dublin Core", meta("name", "DC.date", "2025-01-02") + meta("name", "dc.creator", "Ann Roe and Bo Lee; Cy") + meta("http-equiv", "Content-Language", "fr"), "2025-01-02; by Ann Roe and Bo Lee; Cy; in fr"},
		{"an author's page", meta("name", "author", "https://example.org/ann") + meta("name", "parsely-author", "Ann Roe"), "by Ann Roe"},
		{"an address of another kind", "<link rel=Canonical href='/a'>" + meta("property", "og:url", "http://example.org/b"), "at http://example.org/b"},
		{"a change", meta("itemprop", "datePublished", "2025-01-02T10:00:00Z") + meta("itemprop", "dateModified", "2025-01-02T11:00:00Z"), "2025-01-02T10:00:00Z; changed 2025-01-02T11:00:00Z"},
		{"a change at once", meta("itemprop", "datePublished", "2025-01-02T10:00:00Z") + meta("itemprop", "dateModified", "2025-01-02T10:59:59Z"), "2025-01-02T10:00:00Z"},
		{"the first of two", meta("name", "date", "2025-01-02") + meta("name", "date", "2026-01-02"), "2025-01-02"},
		{"a long value", meta("name", "author", strings.Repeat("Ann ", 500)), ""},
		{"a graph", ld(`<!-- {"@graph":[{"@type":"Organization","@id":"#o","name":"The &amp; Packet"},{"@type":["NewsArticle"],"headline":"A","datePublished":"2025-01-02","dateModified":"2025-02-03","publisher":{"@id":"#o"},"mainEntityOfPage":{"@id":"https://example.org/a"},"author":{"@id":"#p"}},{"@type":"Person","@id":"#p","name":["Ann Roe"]}]} -->`),
			"A; 2025-01-02; changed 2025-02-03; of The & Packet; at https://example.org/a; by Ann Roe"},
		{"a list", ld(`[{"@type":"Person"},{"@type":"BlogPosting","headline":"A","url":"https://example.org/b","mainEntityOfPage":"x","author":[{"@type":"NewsMediaOrganization","name":"P"},"Bo Lee"]}]`), "A; at https://example.org/b; by Bo Lee"},
		{"a report within", ld(`{"@type":"WebPage","mainEntity":{"@type":"Report","headline":"A"}}`), "A"},
	} {
		budget := maxElements
		p := &page{root: newEl(rawhtml.Document("<html><head>"+tt.head+"</head><body></body></html>"), nil, &budget), article: &draft.Article{}}
		p.metadata()
		a := p.article
		var got []string
		say := func(before, s string) {
			if s != "" {
				got = append(got, before+s)
			}
		}
		say("", book.PlainText(a.Title))
		if !a.Date.IsZero() {
			say("", a.Date.String())
		}
		if !a.Updated.IsZero() {
			say("changed ", a.Updated.String())
		}
		say("of ", a.Source.Name)
		say("at ", a.Source.URL)
		say("by ", strings.Join(a.Bylines, ", "))
		say("in ", a.Lang)
		if s := strings.Join(got, "; "); s != tt.want {
			t.Errorf("%s:\ngot  %s\nwant %s", tt.name, s, tt.want)
		}
	}
}

// TestSlanted makes emphasis of what the style of a span says.
func TestSlanted(t *testing.T) {
	for style, want := range map[string]string{
		"font-style: italic": "em", "font-style: ITALIC; font-weight: bold": "em", "font-weight: bold": "strong", "font-weight:bolder": "strong", "font-weight: 700": "strong",
		"font-weight: 400": "", "font-style: normal": "", "color: red": "",
	} {
		a := Fragment(`<p>a <span style="`+style+`">b</span> c</p>`, "")
		got := ""
		book.WalkInlines(a.Blocks[0].Block.(*book.Paragraph).Content, func(in book.Inline) bool {
			if s, ok := in.(*book.Styled); ok {
				got = map[book.Style]string{book.Emphasis: "em", book.Strong: "strong"}[s.Style]
			}
			return true
		})
		if got != want {
			t.Errorf("%s is %q, want %q", style, got, want)
		}
	}
}
