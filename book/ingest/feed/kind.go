package feed

import (
	"strings"

	"octavo/book/ingest/draft"
	"octavo/book/markup/xmltree"
)

// bloggerKinds are what an export of Blogger has beside posts, by the kind that an entry
// states.
var bloggerKinds = map[string]string{"settings": "setting", "template": "template", "page": "page", "comment": "comment"}

// published returns the entries that readers could read. An export of Blogger is an Atom
// file with drafts, pages, comments and settings as entries; left counts these.
func published(entries []*xmltree.Node, left *draft.Tally) []*xmltree.Node {
	kept := entries[:0:0]
	for _, e := range entries {
		if what := unpublished(e); what != "" {
			left.Add(what)
		} else {
			kept = append(kept, e)
		}
	}
	return kept
}

// unpublished returns what an entry is that is no published article, "" for one. The
// exports of before 2024 state a kind as a category, later ones in a field of their own.
func unpublished(e *xmltree.Node) string {
	kind := strings.ToLower(strings.TrimSpace(e.Child("type").Content()))
	for _, c := range e.All("category") {
		if _, k, ok := strings.Cut(c.Any("term"), "/kind#"); ok {
			kind = k
		}
	}
	switch what := bloggerKinds[kind]; {
	case what != "":
		return what
	case strings.TrimSpace(e.Child("control").Child("draft").Content()) == "yes":
		return "draft"
	}
	switch status := strings.TrimSpace(e.Child("status").Content()); status {
	case "DRAFT", "SCHEDULED":
		return "draft"
	case "SOFT_TRASHED", "TRASHED":
		return "deleted post"
	}
	return ""
}

// category returns the category of an entry that has one alone. Several are the tags by
// which a site is searched, as are those of Blogger.
func category(e *xmltree.Node) string {
	name := ""
	for _, c := range e.All("category") {
		if strings.Contains(c.Any("scheme"), "#kind") || strings.Contains(c.Any("scheme"), "blogger.com") || strings.Contains(c.Space, "itunes") {
			continue
		}
		words := line(c)
		for _, attr := range []string{"label", "term"} {
			if words == "" {
				words = strings.TrimSpace(c.Any(attr))
			}
		}
		if words != "" && name != "" && words != name {
			return ""
		}
		name = words
	}
	if draft.Uncategorised(name) {
		return ""
	}
	return name
}

// addresses returns what other entries call an entry.
func addresses(e *xmltree.Node) []string {
	var out []string
	if guid := strings.TrimSpace(e.Child("guid").Content()); strings.HasPrefix(guid, "http") {
		out = append(out, guid)
	}
	if path := strings.TrimSpace(e.Child("filename").Content()); strings.HasPrefix(path, "/") {
		out = append(out, path) // of Blogger
	}
	return out
}
