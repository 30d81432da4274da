package dialect

import (
	"slices"
	"strings"

	"octavo/book"
	"octavo/book/base/pattern"
	"octavo/book/base/rule"
	"octavo/book/markup/yaml"
	"octavo/book/source/alias"
)

// maxMended bounds the front matter that is mended, in bytes, generously: that of an article
// has some hundreds. Each of its entries is parsed by itself.
const maxMended = 64 << 10

// Lines of front matter that cannot be read as a whole.
var (
	// entryForm begins an entry, in YAML, TOML or JSON: `title: Tides: a history`.
	entryForm = pattern.Later(`^["']?(\pL[\pL\pN_ -]{0,40}?)["']?[ \t]*[:=](?:[ \t]*(.*))$`)
	// rulerForm is a line of hyphens or plus signs, as fences are.
	rulerForm = pattern.Later(`^(?:-{3,}|\+{3,})[ \t]*$`)
	// tableForm is the name of a table in TOML.
	tableForm = pattern.Later(`^\[+[\w. "-]+\]+$`)
)

// readable returns front matter as it can be read, with the text below it. What is broken is
// told and read entry by entry, so that one fault does not lose the other keys. front is nil
// where nothing between the fences is an entry: it is text then.
func (r *reader) readable(name, src, body string, d *yaml.Document) (front *yaml.Document, text string) {
	if _, below, _ := strings.Cut(src, "\n"); strings.HasPrefix(below, "\n") && d.Root.Kind() == yaml.Map && !hasKnown(d) {
		return nil, src // text between two rules across the page
	}
	if !d.Broken() && (d.Root.Kind() == yaml.Map || d.Root.Kind() == yaml.Null) {
		return d, body
	}
	m := mended(name, strings.TrimSuffix(src, body), 1)
	if m == nil {
		return nil, src
	}
	what := rule.ImportFrontMatter.At(d.Root.Pos(), "", "it is no list of keys")
	if list := d.Diagnostics(); len(list) > 0 {
		what = list[0]
	}
	r.article.Warnings = append(r.article.Warnings, rule.ImportFrontMatter.At(what.Pos, "mend it in the file, or compare it with the front matter of the chapter",
		"the front matter cannot be read as a whole, and was read line by line: %s", what.Message))
	return m, body
}

// open reads front matter whose fences nobody knows: it has no end, or lines of four hyphens.
// It ends with a blank line then, or with another such line. front is nil where none of its
// keys is what an article cannot do without.
func (r *reader) open(name, src string) (front *yaml.Document, body string) {
	ruler, rest, _ := strings.Cut(src, "\n")
	if !rulerForm().MatchString(ruler) {
		return nil, src
	}
	n, closed := 0, false
	for line := range strings.Lines(rest) {
		if closed = rulerForm().MatchString(strings.TrimSuffix(line, "\n")); closed {
			body = rest[n+len(line):]
			break
		}
		if strings.TrimSpace(line) == "" {
			break
		}
		n += len(line)
	}
	if !closed {
		body = rest[n:]
	}
	d := mended(name, rest[:n], 2)
	if d == nil || !hasHead(d) {
		return nil, src
	}
	what := "has no end"
	if closed {
		what = "has other lines around it than \"---\""
	}
	r.article.Warnings = append(r.article.Warnings, rule.ImportFrontMatter.At(book.Pos{File: name, Line: 1, Col: 1}, "see that nothing of the text is taken for a key",
		"the front matter %s: it was read up to line %d", what, 1+strings.Count(rest[:n], "\n")))
	return d, body
}

// hasKnown reports whether one of the keys of a document is known.
func hasKnown(d *yaml.Document) bool {
	return slices.ContainsFunc(d.Root.Entries(), func(e yaml.Entry) bool { return alias.Find(e.Key) != "" })
}

// hasHead reports whether one of the keys of a document is what an article cannot do without.
func hasHead(d *yaml.Document) bool {
	var t pairs
	for _, e := range d.Root.Entries() {
		t.keys = append(t.keys, e.Key)
	}
	return t.hasHead()
}

// mended reads front matter entry by entry, each as YAML where it can be read so, and else as a
// key and a text; nil when there is none.
func mended(name, text string, first int) *yaml.Document {
	if len(text) > maxMended {
		return nil
	}
	var b strings.Builder
	var entry []string
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\n \t")
		switch {
		case line == "", rulerForm().MatchString(line), line == "...", tableForm().MatchString(line), line == "{", line == "}":
		case entryForm().MatchString(line):
			b.WriteString(mendedEntry(name, entry))
			entry = []string{line}
		case len(entry) > 0:
			entry = append(entry, line)
		default:
			return nil
		}
	}
	b.WriteString(mendedEntry(name, entry))
	if d := yaml.Parse(name, []byte(b.String()), first); b.Len() > 0 && !d.Broken() {
		return d
	}
	return nil
}

// mendedEntry writes the lines of an entry as YAML.
func mendedEntry(name string, lines []string) string {
	if len(lines) == 0 {
		return ""
	}
	whole := strings.Join(lines, "\n")
	m := entryForm().FindStringSubmatch(lines[0])
	key := yaml.Quote(m[1]) + ": "
	for _, s := range []string{whole, strings.ReplaceAll(whole, "\t", "  "), key + strings.TrimSuffix(m[2], ",") + whole[len(lines[0]):]} {
		if d := yaml.Parse(name, []byte(s), 1); !d.Broken() && d.Root.Kind() == yaml.Map {
			return s + "\n"
		}
	}
	value := m[2]
	for _, line := range lines[1:] {
		value += " " + strings.TrimSpace(line)
	}
	return key + yaml.Quote(unquoted(strings.TrimSuffix(strings.TrimSpace(value), ","))) + "\n"
}

// unquoted returns a value without quotation marks around it, of which one may be missing.
func unquoted(s string) string {
	for _, mark := range []string{`"`, "'"} {
		if inner, ok := strings.CutPrefix(s, mark); ok {
			if inner, closed := strings.CutSuffix(inner, mark); closed || !strings.Contains(inner, mark) {
				return inner
			}
		}
	}
	return s
}

// cuts tells the values of which YAML takes a part for a remark: "title: Room #9".
func cuts(entries []yaml.Entry) {
	for _, e := range entries {
		switch alias.Find(e.Key) {
		case "title", "subtitle", "kicker", "authors":
			e.Cut(yaml.Shape{Form: yaml.Inline})
		}
	}
}
