package dialect

import (
	"strings"

	"octavo/book/base/pattern"
	"octavo/book/markup/yaml"
	"octavo/book/source/alias"
)

// titleBlock reads the title block of pandoc: title, authors and date, each
// beginning with a per cent sign and going on in lines that begin with space.
// Authors are parted by semicolons or lines. front is nil for a file that begins otherwise.
func titleBlock(name, src string) (front *yaml.Document, body string) {
	if !strings.HasPrefix(src, "%") {
		return nil, src
	}
	var b strings.Builder
	rest := src
	for _, key := range []string{"title", "author", "date"} {
		line, after, _ := strings.Cut(rest, "\n")
		value, ok := strings.CutPrefix(line, "%")
		if !ok {
			break
		}
		for rest = after; strings.HasPrefix(rest, " ") || strings.HasPrefix(rest, "\t"); rest = after {
			line, after, _ = strings.Cut(rest, "\n")
			if key == "author" {
				value += ";"
			}
			value += " " + strings.TrimSpace(line)
		}
		if value = strings.TrimSpace(value); value != "" {
			b.WriteString(key + ": " + yaml.Quote(value) + "\n")
		}
	}
	return yaml.Parse(name, []byte(b.String()), 1), rest
}

// Pairs are front matter that is no YAML, key by key.
type pairs struct {
	keys   []string
	values map[string]string
}

// add adds a value. One key may come again, as Pelican has it for several authors.
func (t *pairs) add(key, value string) {
	if t.values == nil {
		t.values = map[string]string{}
	}
	before, again := t.values[key]
	switch {
	case !again:
		t.keys = append(t.keys, key)
	case before != "" && value != "":
		value = before + "; " + value
	default:
		value = before + value
	}
	t.values[key] = value
}

// continued adds a line to the last value.
func (t *pairs) continued(line string) {
	key := t.keys[len(t.keys)-1]
	t.values[key] = strings.TrimSpace(t.values[key] + " " + strings.TrimSpace(line))
}

// document returns the pairs as YAML. Keys without a value are left out, as the tools do.
func (t *pairs) document(name string) *yaml.Document {
	var b strings.Builder
	for _, key := range t.keys {
		if value := t.values[key]; value != "" {
			b.WriteString(yaml.Quote(key) + ": " + yaml.Quote(value) + "\n")
		}
	}
	return yaml.Parse(name, []byte(b.String()), 1)
}

// hasHead reports whether one of the keys is what an article cannot do without.
func (t *pairs) hasHead() bool {
	for _, key := range t.keys {
		switch alias.Find(key) {
		case "title", "date", "authors":
			return true
		}
	}
	return false
}

// commentKey is a line of Nikola's comment: ".. title: The bar".
var commentKey = pattern.Later(`^\.\. ([a-zA-Z][\w-]*):(?:[ \t]+(.*))?$`)

// comment reads Nikola's front matter: lines such as ".. title: The bar" in a comment of HTML
// at the beginning of the file.
func comment(name, src string) (front *yaml.Document, body string) {
	inner, ok := strings.CutPrefix(strings.TrimLeft(src, "\n"), "<!--")
	if !ok {
		return nil, src
	}
	inner, body, ok = strings.Cut(inner, "-->")
	if !ok {
		return nil, src
	}
	var t pairs
	for line := range strings.Lines(inner) {
		line = strings.TrimSpace(line)
		switch m := commentKey().FindStringSubmatch(line); {
		case m != nil:
			t.add(m[1], strings.TrimSpace(m[2]))
		case line != "":
			return nil, src // a remark
		}
	}
	if !t.hasHead() {
		return nil, src
	}
	return t.document(name), body
}

// headerKey is a line of a header without fences: "Title: The bar".
var headerKey = pattern.Later(`^([A-Za-z][A-Za-z0-9 _-]{0,29}):(?:[ \t]+(.*)|)$`)

// header reads the front matter of Pelican and MultiMarkdown: lines "Title: The bar" at the very
// beginning, without fences, that a blank line ends, or a line of another form. A value goes
// on in lines that begin with space. The first key has to be one that some tool has, and one of
// them a title, a date or an author: else the lines are text. So is a line alone, unless it
// is the title.
func header(name, src string) (front *yaml.Document, body string) {
	var t pairs
	rest := src
	for rest != "" {
		line, after, _ := strings.Cut(rest, "\n")
		m := headerKey().FindStringSubmatch(strings.TrimRight(line, " \t"))
		if m != nil && (len(t.keys) > 0 || alias.Find(m[1]) != "") {
			t.add(m[1], m[2])
		} else if m == nil && len(t.keys) > 0 && strings.TrimLeft(line, " \t") != line && strings.TrimSpace(line) != "" {
			t.continued(line)
		} else {
			break
		}
		rest = after
	}
	if len(t.keys) == 0 || !t.hasHead() || len(t.keys) == 1 && alias.Find(t.keys[0]) != "title" {
		return nil, src
	}
	return t.document(name), rest
}
