package alias

import (
	"strings"
	"testing"
)

// TestFind finds keys however they are written.
func TestFind(t *testing.T) {
	for name, want := range map[string]Key{
		"title": "title", "Title": "title", "short_title": "short-title", "linkTitle": "short-title",
		"author": "authors", "authors": "authors", "translator": "translators", "Translated by": "translators", "contributor": "contributors", "description": "subtitle", "lastmod": "updated", "last_modified_at": "updated",
		"pubDatetime": "date", "published_at": "date", "publishDate": "date", "published": Published, "language": "lang",
		"featured_image": Lead, "featuredImage": Lead, "og_image": Lead, "image": "image", "image_alt": LeadText,
		"tags": Site, "slug": Alias, "aliases": Alias, "redirect_from": Alias, "weight": Site, "cssclasses": Site, "nav_order": Site, "sidebar_position": Site,
		"params": Table, "resources": Files, "canonicalURL": Address, "draft": "draft", "publish": "publish",
		"auhtors": "", "zettel": "", "": "",
	} {
		if got := Find(name); got != want {
			t.Errorf("Find(%q) = %q, want %q", name, got, want)
		}
	}
}

// TestNames: no name stands for two keys.
func TestNames(t *testing.T) {
	seen := map[string]Key{}
	for key, list := range names {
		for _, name := range strings.Fields(list) {
			if other, ok := seen[name]; ok || name != Plain(name) {
				t.Errorf("%q is %q and %q", name, key, other)
			}
			seen[name] = key
		}
	}
}
