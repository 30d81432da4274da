package dialect

import (
	"strings"
	"unicode"

	"octavo/book/ingest/draft"
	"octavo/book/markup/yaml"
)

// maxProperty is the longest name of a property, in bytes, by eye: a longer beginning of
// a line is a sentence that has a colon.
const maxProperty = 30

// properties takes the lines "Name: value" that Notion writes below the title
// of a page that is a row of a table, and returns the rest of the body with
// the title. Lines are taken for properties only when all lines of their paragraph have
// the form, and when some of the names have a place in a chapter.
func (r *reader) properties(name, body string) string {
	start := strings.TrimLeft(body, "\n")
	title, rest, ok := strings.Cut(start, "\n")
	if !ok || !strings.HasPrefix(title, "# ") {
		return body
	}
	paragraph, after, _ := strings.Cut(strings.TrimLeft(rest, "\n"), "\n\n")
	var front strings.Builder
	names := map[string]bool{}
	for line := range strings.Lines(paragraph) {
		key, value, ok := strings.Cut(strings.TrimRight(line, "\n "), ": ")
		if !ok || !isProperty(key) {
			return body
		}
		key = strings.ToLower(strings.ReplaceAll(key, " ", "-"))
		if names[key] {
			return body // the second value would be lost
		}
		names[key] = true
		front.WriteString(yaml.Quote(key) + ": " + yaml.Quote(value) + "\n")
	}
	d := yaml.Parse(name, []byte(front.String()), 1)
	probe := &reader{article: &draft.Article{}}
	if d.Broken() || len(probe.entries(d.Root.Entries(), "")) == len(d.Root.Entries()) {
		return body
	}
	r.front(d, "")
	return title + "\n\n" + after
}

func isProperty(key string) bool {
	return key != "" && len(key) <= maxProperty && strings.IndexFunc(key, func(c rune) bool {
		return !unicode.IsLetter(c) && c != ' '
	}) < 0
}
