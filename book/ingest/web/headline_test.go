package web

import (
	"strings"
	"testing"
)

// TestHeadlines reads the lines of a head that have no name of their own, and what is in
// the place of names.
func TestHeadlines(t *testing.T) {
	text := `<p>` + strings.Repeat("a", 300) + `</p>`
	body := "paragraph \"" + strings.Repeat("a", 300) + "\"\n"
	for _, tt := range []struct{ name, src, want string }{
		{"a signed line", `<address>Por <a rel=author href=/a>Ana Roe</a> e <a rel=author href=/b>Bo Lund</a></address>` + text,
			"byline paragraph \"Por \"link(\"https://example.org/a\": \"Ana Roe\")\" e \"link(\"https://example.org/b\": \"Bo Lund\")\n" + body},
		{"a date with its label", `<div class=last-updated-on>Updated <time datetime=2025-02-20>20 February 2025</time></div>` + text, "dateline paragraph \"Updated 20 February 2025\"\n" + body},
		{"a name and a date", `<div class=meta-info>Ann Roe | <time>20 February 2025</time></div>` + text, "dateline paragraph \"Ann Roe\"\ndateline paragraph \"20 February 2025\"\n" + body},
		{"a time to read", `<div><time>20 February 2025</time> · 4 min read</div>` + text, "dateline paragraph \"20 February 2025\"\ndateline paragraph \"4 min read\"\n" + body},
		{"the articles before and behind", text + `<ul><li>← <a href=/a>Where the quay ends</a></li><li><a href=/b>A tug that nobody called</a> →</li></ul>`, body},
		{"an arrow in the text", text + `<p>From the quay → to <a href=https://other.org>the bar</a></p>`, body + "paragraph \"From the quay → to \"link(\"https://other.org\": \"the bar\")\n"},
		{"a pull quote beside the text", text + `<aside class=pull-quote><p>Nobody is there.</p></aside>`, body + "division pullquote \"\"\n  paragraph \"Nobody is there.\"\n"},
		{"a pull quote round a quotation", text + `<figure class=wp-block-pullquote><blockquote><p>Nobody is there.</p></blockquote></figure>`, body + "division pullquote \"\"\n  paragraph \"Nobody is there.\"\n"},
		{"a picture with a caption by its class", `<div class=c-lead><img src=a.png alt=A><p class=c-lead__caption>The quay</p></div>` + text, "figure \"https://example.org/x/a.png\" alt \"A\"\n  caption \"The quay\"\n" + body},
		{"a way to the author's articles", text + `<div class=author-bio><p>Ann Roe keeps the light. <a class=author-link href=/a>All stories by Ann Roe</a></p></div>`, body + "bio paragraph \"Ann Roe keeps the light.\"\n"},
		{"a listing with its file", text + `<div class=codeBlockContainer_x><div class=codeBlockTitle_y>reader.py</div><div><pre><code>a = 1</code></pre></div></div>`, body + "code \"\"\n  caption \"reader.py\"\n  |a = 1\n"},
		{"a figure of a listing", text + `<figure><pre>a = 1</pre><figcaption>The reader</figcaption></figure>`, body + "code \"\"\n  caption \"The reader\"\n  |a = 1\n"},
		{"who said it on a line", text + `<blockquote><p>It is cold.<br><cite>Ann Roe</cite></p></blockquote>`, body + "quote\n  paragraph \"It is cold.\"\n  paragraph cite(\"Ann Roe\")\n"},
		{"a kicker in the headline", `<h1><span class=kicker>Brauchtum</span><span class=visually-hidden>: </span><span>Die Stunde</span></h1>` + text, "kicker paragraph \"Brauchtum\"\ntitle paragraph \"Die Stunde\"\n" + body},
		{"a kicker and a colon in the headline", `<h1><em class=topline>Volkstelling</em>: elf namen</h1>` + text, "kicker paragraph \"Volkstelling\"\ntitle paragraph \"elf namen\"\n" + body},
		{"a headline that is all of a kicker", `<h1><span class=kicker>Elf namen</span></h1>` + text, "title paragraph \"Elf namen\"\n" + body},
		{"a standfirst that is signed", `<p>Wer ruft, und <i>wer</i> hört zu? <span class=author>Von Lena Ober</span></p>` + text, "standfirst paragraph \"Wer ruft, und \"em(\"wer\")\" hört zu?\"\nbyline paragraph \"Von Lena Ober\"\n" + body},
		{"names of parts in other languages", `<div class=chapeu>Cotidiano</div><h1>A hora</h1><h2 class=linha-fina>Relojoeiro acerta um relógio</h2>` + text, "kicker paragraph \"Cotidiano\"\ntitle paragraph \"A hora\"\nstandfirst paragraph \"Relojoeiro acerta um relógio\"\n" + body},
		{"a box with a bold line", text + `<aside class=infobox><p class=font-bold>The bar</p><p>It is of sand.</p></aside>`, body + "division box \"\"\n  title \"The bar\"\n  paragraph \"It is of sand.\"\n"},
	} {
		if got := told(Fragment(tt.src, "https://example.org/x/")); got != tt.want {
			t.Errorf("%s: got\n%s\nwant\n%s", tt.name, got, tt.want)
		}
	}
}

// TestCardAuthor reads the author of a card, in any language.
func TestCardAuthor(t *testing.T) {
	for _, tt := range []struct{ label, by, time, want string }{
		{"Written by", "Ann Roe", "", "Ann Roe"},
		{"Escrito por", "Ann Roe", "3 minutos", "Ann Roe"},
		{"Lesezeit", "3 Minuten", "", ""},
		{"Price", "On request", "", ""},
	} {
		props := map[string][]string{"twitter:label1": {tt.label}, "twitter:data1": {tt.by}, "twitter:data2": {tt.time}}
		if got := strings.Join(cardAuthor(props), ", "); got != tt.want {
			t.Errorf("%q: %q is %q, want %q", tt.label, tt.by, got, tt.want)
		}
	}
}

// TestUnpublished leaves the name of the publication out of the authors that a page states,
// where the article is signed by somebody else.
func TestUnpublished(t *testing.T) {
	for _, tt := range []struct{ title, byline, want string }{
		{"Die Stunde | Veiter Anzeiger", "Von Lena Ober", ""},
		{"Die Stunde", "Von Lena Ober", "Veiter Anzeiger"},
		{"Die Stunde | Veiter Anzeiger", "Veiter Anzeiger", "Veiter Anzeiger"},
	} {
		a, err := Read(`<title>` + tt.title + `</title><meta name=author content="Veiter Anzeiger"><article><h1>Die Stunde</h1><p class=byline>` + tt.byline + `</p><p>` + strings.Repeat("Wort ", 60) + `</p></article>`)
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(a.Bylines, " "); got != tt.want {
			t.Errorf("%s, %s: got %q, want %q", tt.title, tt.byline, got, tt.want)
		}
	}
}
