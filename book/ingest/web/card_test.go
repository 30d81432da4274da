package web

import (
	"strings"
	"testing"
)

// TestCards reads cards that stand for a link: the title is the link, and the description and
// who published it stay.
func TestCards(t *testing.T) {
	text := `<p>` + strings.Repeat("a", 300) + `</p>`
	body := "paragraph \"" + strings.Repeat("a", 300) + "\"\n"
	for _, tt := range []struct{ name, src, want string }{
		{"Ghost", `<figure class="kg-card kg-bookmark-card"><a class=kg-bookmark-container href=https://q.org/a><div class=kg-bookmark-title>The quay</div><div class=kg-bookmark-description>A wall of stone.</div><div class=kg-bookmark-metadata><img class=kg-bookmark-icon src=i.ico><span class=kg-bookmark-author>Harbour</span><span class=kg-bookmark-publisher>Ann Roe</span></div></a><figcaption>It stands.</figcaption></figure>`,
			`paragraph link("https://q.org/a": "The quay")" — A wall of stone. (Harbour, Ann Roe)"` + "\nparagraph \"It stands.\"\n"},
		{"Notion", `<figure><a href=https://q.org/a class="bookmark source"><div class=bookmark-info><div class=bookmark-title>The quay</div><div class=bookmark-description>A wall.</div><div class=bookmark-href><img class="icon bookmark-icon" src=i.ico>https://q.org/a</div></div></a></figure>`,
			`paragraph link("https://q.org/a": "The quay")" — A wall."` + "\n"},
		{"Substack", `<div class=embedded-post-wrap><a class=embedded-post href=https://q.org/a><span class=embedded-post-publication-name>Harbour</span><div class=embedded-post-title>The quay</div><div class=embedded-post-body>A wall.</div><span class=embedded-post-cta>Read more</span></a></div>`,
			`paragraph link("https://q.org/a": "The quay")" — A wall. (Harbour)"` + "\n"},
		{"Medium", `<div class="graf graf--mixtapeEmbed"><a href=https://q.org/a><strong>The quay</strong><br><em>A wall.</em>q.org</a><a href=https://q.org/a class=mixtapeImage></a></div>`,
			`paragraph link("https://q.org/a": "The quay")" — A wall."` + "\n"},
		{"WordPress", `<blockquote class=wp-embedded-content><a href=https://q.org/a>The quay</a></blockquote><iframe class=wp-embedded-content title="The quay" src=https://q.org/a/embed></iframe>`,
			`paragraph link("https://q.org/a": "The quay")` + "\n"},
		{"note.com", `<figure><div class=external-article-widget><a href=https://q.org/a><strong class=external-article-widget-title>岸壁</strong><em class=external-article-widget-description>石の壁</em><em class=external-article-widget-url>q.org</em></a></div></figure>`,
			`paragraph link("https://q.org/a": "岸壁")" — 石の壁"` + "\n"},
		{"a box with links of its own", `<div class="link-card"><p>See <a href=https://q.org/a>the quay</a> and <a href=https://q.org/b>the bar</a>.</p></div>`,
			`paragraph "See "link("https://q.org/a": "the quay")" and "link("https://q.org/b": "the bar")"."` + "\n"},
	} {
		if got := told(Fragment(text+tt.src+text, "https://example.org/x/")); got != body+tt.want+body {
			t.Errorf("%s: got\n%s\nwant\n%s", tt.name, got, body+tt.want+body)
		}
	}
}
