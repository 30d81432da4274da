package dialect

import (
	"path"
	"strings"

	"octavo/book"
	"octavo/book/base/pattern"
	"octavo/book/base/rule"
	"octavo/book/ingest/draft"
	"octavo/book/markup/yaml"
	"octavo/book/source/alias"
	"octavo/book/source/markdown"
)

// authors takes the authors. What a key calls a byline may hold more than names, in any
// language: whoever recognises bylines reads it.
func (r *reader) authors(name string, v yaml.Value) bool {
	a := r.article
	if s := scalar(v); name == "byline" && strings.Contains(s, " ") {
		a.Blocks = append(a.Blocks, draft.Block{Block: &book.Paragraph{Content: draft.Text(s)}, Role: draft.Byline})
		return true
	}
	a.Authors = append(a.Authors, r.people(v, "aut")...)
	return true
}

// people returns the people that a value names, of lists within lists too.
func (r *reader) people(v yaml.Value, role string) (list []*book.Person) {
	switch v.Kind() {
	case yaml.List:
		for _, item := range v.Items() {
			list = append(list, r.people(item, role)...)
		}
		return list
	case yaml.Map:
		return r.person(v, role)
	}
	list = alias.People(v, role, r.inline)
	for i, p := range list {
		if authorKey().MatchString(p.Name) {
			if known := r.known(p.Name, role); known != nil {
				list[i] = known
			} else if r.Open != nil {
				r.warn(rule.ImportFrontMatter, "write the name in its place", "the author %q is a key that no file of authors at hand has", clip(p.Name))
			}
		}
	}
	return list
}

func (r *reader) inline(v yaml.Value) []book.Inline { return markdown.Inline(v, r.language()) }

// person returns who a mapping describes. Beside the name a title is what the person does,
// which serves where there is no bio. A mapping may lead to a file of authors by a key.
func (r *reader) person(v yaml.Value, role string) []*book.Person {
	list := alias.People(v, role, r.inline)
	var key string
	var title []yaml.Value
	for _, e := range v.Entries() {
		switch alias.Plain(e.Key) {
		case "key":
			key = scalar(e.Value)
		case "title", "role", "job", "jobtitle", "position":
			title = append(title, e.Value)
		}
	}
	if key != "" {
		if p := r.known(key, role); p != nil {
			list = []*book.Person{p}
		}
	}
	for _, p := range list {
		for _, v := range title {
			if s := scalar(v); len(p.Bio) == 0 && s != "" && s != p.Name && !book.IsRole(s) {
				p.Bio = r.inline(v)
			}
		}
	}
	return list
}

// authorKey is the form of a key by which files of authors know somebody.
var authorKey = pattern.Later(`^[a-z0-9][a-z0-9_.-]{0,60}$`)

// Where tools keep their authors, below the folder of the article and those above it: one file
// for all, and a file for each, whose name is the key.
var (
	authorFiles = []string{"authors.yml", "authors.yaml", "authors.json", ".authors.yml", "_data/authors.yml", "_data/authors.yaml", "_data/authors.json", "_data/people.yml",
		"data/authors.yml", "data/authors.yaml", "data/authors.json", "data/authors.toml", "src/_data/authors.json", "src/data/authors.json"}
	authorFolders = []string{"data/authors/%.yaml", "data/authors/%.yml", "data/authors/%.json", "data/authors/%.toml", "content/authors/%.md", "content/authors/%/_index.md",
		"content/authors/%/index.md", "content/author/%/_index.md", "_authors/%.md", "authors/%.md", "authors/%/_index.md", "src/content/authors/%.md", "src/content/authors/%.json",
		"src/content/authors/%.yaml"}
)

// Bounds on the look for authors: a file of authors has some kilobytes, and a site nests
// four deep.
const (
	maxAuthors = 1 << 20 // bytes of a file
	maxUp      = 16      // folders
)

// known returns the author of a key by the files of authors at hand; nil for none. The folder of
// the article comes first, then those above it.
func (r *reader) known(key, role string) *book.Person {
	if r.Open == nil {
		return nil
	}
	dir := path.Clean(r.Dir)
	for range maxUp {
		for _, name := range authorFiles {
			if v, ok := entry(r.authorFile(path.Join(dir, name)), key); ok {
				return first(r.person(v, role))
			}
		}
		for _, form := range authorFolders {
			if d := r.authorFile(path.Join(dir, strings.ReplaceAll(form, "%", key))); d != nil {
				return first(r.person(d.Root, role))
			}
		}
		if dir == "." {
			break
		}
		dir = path.Dir(dir)
	}
	return nil
}

func first(list []*book.Person) *book.Person {
	if len(list) == 0 {
		return nil
	}
	return list[0]
}

// authorFile returns what a file of authors holds, nil when there is none. Each is read once.
func (r *reader) authorFile(name string) *yaml.Document {
	if d, ok := r.files[name]; ok {
		return d
	}
	if r.files == nil {
		r.files = map[string]*yaml.Document{}
	}
	r.files[name] = nil
	data, err := r.Open(name)
	if err != nil || len(data) > maxAuthors {
		return nil
	}
	var d *yaml.Document
	switch path.Ext(name) {
	case ".md":
		d, _ = markdown.Front(name, string(data))
	case ".toml":
		d, _ = markdown.Front(name, "+++\n"+string(data)+"\n+++\n")
	default:
		d = yaml.Parse(name, data, 1)
	}
	if d != nil && !d.Broken() {
		r.files[name] = d
	}
	return r.files[name]
}

// entry returns what a file of authors says of a key: below the key, at the top or in a table
// "authors", or in an item of a list that has the key for a value.
func entry(d *yaml.Document, key string) (v yaml.Value, ok bool) {
	if d == nil {
		return v, false
	}
	root := d.Root
	for range 2 {
		for _, e := range root.Entries() {
			if e.Key == key && e.Value.Kind() == yaml.Map {
				return e.Value, true
			}
		}
		for _, item := range root.Items() {
			for _, e := range item.Entries() {
				if scalar(e.Value) == key {
					return item, true
				}
			}
		}
		for _, e := range root.Entries() {
			if alias.Plain(e.Key) == "authors" {
				root = e.Value
			}
		}
	}
	return v, false
}
