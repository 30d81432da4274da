package dialect

import (
	"slices"
	"strings"

	"octavo/book/base/rule"
	"octavo/book/markup/yaml"
	"octavo/book/source/markdown"
)

// isOurs reports whether front matter, text in the file, is that of a chapter: all of its keys
// are, or are of its author's own, and have values.
func isOurs(entries []yaml.Entry, text string) bool {
	if !strings.HasPrefix(text, "---\n") || !strings.HasSuffix(text, "\n---\n") {
		return false
	}
	keys := markdown.Keys()
	for _, e := range entries {
		known := strings.HasPrefix(e.Key, "x-") || slices.ContainsFunc(keys, func(k yaml.Key) bool { return k.Name == e.Key })
		if !known || e.Value.Kind() == yaml.Null {
			return false
		}
	}
	return len(entries) > 0
}

// ours takes the front matter of a chapter, with its fences, as package markdown reads it, and
// reports whether it is without faults.
func (r *reader) ours(entries []yaml.Entry, front string) bool {
	c, list := markdown.Parse("", []byte(front), markdown.Options{Language: r.language()})
	for _, f := range list {
		if f.Rule != rule.TitleFile.ID {
			return false
		}
	}
	a := r.article
	a.Front, a.Subtitle, a.Kicker, a.Date, a.Updated, a.Source = front, c.Subtitle, c.Kicker, c.Date, c.Updated, c.Source
	a.Authors, a.Contributors, a.Lead, a.Note = c.Authors, c.Contributors, c.Image, c.EditorsNote
	for _, e := range entries {
		switch e.Key {
		case "title":
			a.Title = c.Title
		case "lang":
			a.Lang = c.Lang
		}
	}
	r.math = c.Math
	r.public(!c.Draft)
	return true
}
