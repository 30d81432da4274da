package export

import (
	"strings"
	"unicode"

	"octavo/book"
	"octavo/book/base/rule"
	"octavo/book/markup/xmltree"
)

// keepers are the fields in which page builders keep a page whose text WordPress itself does
// not have.
var keepers = []struct{ key, name string }{
	{"_elementor_data", "Elementor"}, {"_bricks_page_content_2", "Bricks"}, {"_fl_builder_data", "Beaver Builder"}, {"panels_data", "SiteOrigin"},
	{"_breakdance_data", "Breakdance"}, {"ct_builder_shortcodes", "Oxygen"}, {"_cornerstone_data", "Cornerstone"},
}

// elsewhere tells of texts that stand beside that of a post: in fields that a site has of its
// own, and the whole text where a page builder keeps it.
func elsewhere(item *xmltree.Node) []book.Diagnostic {
	const hint = "copy it into the chapter from the article on the site"
	var out []book.Diagnostic
	fields := ownFields(item)
	if strings.TrimSpace(long(item, "content")) == "" {
		who := ""
		for _, k := range keepers {
			if meta(item, k.key) != "" {
				who = ", since " + k.name + " keeps it"
				break
			}
		}
		out = append(out, rule.ImportShortcode.At(book.Pos{}, hint, "the post %q has no text in the export%s", book.Clip(field(item, "title"), 80), who))
	}
	if len(fields) > 0 {
		out = append(out, rule.ImportShortcode.At(book.Pos{}, hint, "fields that the site has of its own are left out: %s", book.Clip(strings.Join(fields, ", "), 200)))
	}
	return out
}

// ownFields returns the names of the fields that hold words and were made with Advanced Custom
// Fields, which keeps for each one beside it where it is described.
func ownFields(item *xmltree.Node) []string {
	described := map[string]bool{}
	list := item.All("postmeta")
	for _, m := range list {
		if strings.HasPrefix(field(m, "meta_value"), "field_") {
			described[field(m, "meta_key")] = true
		}
	}
	var out []string
	for _, m := range list {
		key, value := field(m, "meta_key"), field(m, "meta_value")
		if described["_"+key] && strings.Contains(value, " ") && strings.ContainsFunc(value, unicode.IsLetter) {
			out = append(out, key)
		}
	}
	return out
}
