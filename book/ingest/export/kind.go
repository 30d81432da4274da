package export

import (
	"cmp"
	"strings"

	"octavo/book"
	"octavo/book/ingest/draft"
	"octavo/book/markup/xmltree"
)

// workings are the types of what WordPress keeps for its own use, with what they are
// called in the message.
var workings = map[string]string{
	"attachment": "attachment", "nav_menu_item": "menu item", "revision": "revision", "wp_block": "block", "wp_template": "template",
	"wp_template_part": "template", "wp_navigation": "menu", "wp_global_styles": "style sheet", "custom_css": "style sheet",
	"customize_changeset": "change of settings", "oembed_cache": "kept embed", "user_request": "request of a user", "wp_font_family": "font", "wp_font_face": "font",
	"guest-author": "author page", "feedback": "form reply", "elementor_library": "template",
}

// statuses are what posts are called that are not published, by their status.
var statuses = map[string]string{
	"draft": "draft", "auto-draft": "draft", "pending": "pending post", "private": "private post", "future": "scheduled post", "trash": "deleted post", "inherit": "revision",
}

// typeOf returns the type of an item. The oldest exports have none.
func typeOf(item *xmltree.Node) string { return cmp.Or(field(item, "post_type"), "post") }

// takenType returns the type of the items that are articles: posts. Pages of a site, such
// as "About us", are no articles, and no more are the types that plug-ins add; but an
// editor may export these alone. So pages are taken where no post is published, and the
// first type of a plug-in where there are no pages either.
func takenType(items []*xmltree.Node) string {
	best, rank := "post", 0
	for _, item := range items {
		kind, own := typeOf(item), 1
		switch {
		case workings[kind] != "" || field(item, "status") != "publish" || strings.TrimSpace(long(item, "content")) == "":
			continue
		case kind == "post":
			return "post"
		case kind == "page":
			own = 2
		}
		if own > rank {
			best, rank = kind, own
		}
	}
	return best
}

// leftOut returns what an item is that is no article, "" for one.
func leftOut(item *xmltree.Node, taken string) string {
	kind, status := typeOf(item), field(item, "status")
	switch {
	case workings[kind] != "":
		return workings[kind]
	case statuses[status] != "":
		return statuses[status]
	case status != "" && status != "publish":
		return `"` + status + `" post`
	case field(item, "post_password") != "":
		return "password-protected post"
	case kind != taken && kind == "page":
		return "page"
	case kind != taken:
		return `"` + kind + `" item`
	}
	return ""
}

// primaryKeys are the fields in which plug-ins for search engines keep the category that a
// post has above all: Yoast SEO, Rank Math, The SEO Framework.
var primaryKeys = []string{"_yoast_wpseo_primary_category", "rank_math_primary_category", "_primary_term_category"}

// category returns the category of a post that is no name for posts without one: the one that
// is said to be its first, or else that.
func (w *wordpress) category(item *xmltree.Node) string {
	for _, key := range primaryKeys {
		if name := w.terms[meta(item, key)]; name != "" && !draft.Uncategorised(name) {
			return plain(name)
		}
	}
	for _, c := range item.All("category") {
		name := strings.TrimSpace(c.Content())
		if domain := c.Any("domain"); (domain == "category" || domain == "") && !draft.Uncategorised(name) && c.Any("nicename") != "uncategorized" {
			return plain(name)
		}
	}
	return ""
}

// plain returns HTML that is one line as text.
func plain(s string) string { return strings.TrimSpace(book.PlainText(phrase(s))) }
