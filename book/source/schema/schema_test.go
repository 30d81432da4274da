package schema_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	goyaml "go.yaml.in/yaml/v3"

	"octavo/book"
	"octavo/book/language/langtag"
	"octavo/book/markup/yaml"
	"octavo/book/source/manifest"
	"octavo/book/source/markdown"
	"octavo/book/source/schema"
	"octavo/book/typeset/theme"
)

// compile is the judge: a validator of draft 2020-12 that is not ours.
func compile(t *testing.T, kind string) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(schema.For(kind)))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.AssertVocabs()
	if err := c.AddResource("mem:schema.json", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("mem:schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// value returns a YAML document as JSON has it, by the core schema of YAML 1.2,
// as editors do: a day is a string.
func value(t *testing.T, text string) any {
	t.Helper()
	var n goyaml.Node
	if err := goyaml.Unmarshal([]byte(text), &n); err != nil {
		t.Fatalf("%v: %s", err, text)
	}
	if len(n.Content) == 0 {
		return nil
	}
	return jsonOf(n.Content[0])
}

func jsonOf(n *goyaml.Node) any {
	switch n.Kind {
	case goyaml.MappingNode:
		m := map[string]any{}
		for i := 0; i+1 < len(n.Content); i += 2 {
			m[n.Content[i].Value] = jsonOf(n.Content[i+1])
		}
		return m
	case goyaml.SequenceNode:
		list := []any{}
		for _, c := range n.Content {
			list = append(list, jsonOf(c))
		}
		return list
	}
	switch n.Tag {
	case "!!null":
		return nil
	case "!!bool":
		return n.Value == "true" || n.Value == "True" || n.Value == "TRUE"
	case "!!int", "!!float":
		if f, err := strconv.ParseFloat(n.Value, 64); err == nil {
			return f
		}
	}
	return n.Value
}

// parse returns what the parser of a kind reports as an error.
func parse(kind, text string) []book.Diagnostic {
	var list []book.Diagnostic
	switch kind {
	case "book":
		_, list = manifest.Parse("book.yaml", []byte(text))
	case "theme":
		_, list = theme.Parse("theme.yaml", []byte(text))
	default:
		_, list = markdown.Parse("a.md", []byte("---\n"+text+"\n---\n\nText.\n"), markdown.Options{Language: "en"})
	}
	return slices.DeleteFunc(list, func(d book.Diagnostic) bool { return d.Severity != book.Error })
}

const (
	aBook    = "title: T\nlanguage: en\nchapters: [a.md]\n"
	aChapter = "title: T\n"
)

// documents are valid or not, for the parser and for the schema alike.
var documents = []struct {
	kind, name, text string
	valid            bool
}{
	{"book", "the least", aBook, true},
	{"book", "empty", "", false},
	{"book", "no title", "language: en\nchapters: [a.md]", false},
	{"book", "an empty title", "title: ''\nlanguage: en\nchapters: [a.md]", false},
	{"book", "a title of figures", "title: 1984\nlanguage: en\nchapters: [a.md]", true},
	{"book", "a title that is true", "title: true\nlanguage: en\nchapters: [a.md]", true},
	{"book", "a title that is a list", "title: [a]\nlanguage: en\nchapters: [a.md]", false},
	{"book", "no chapters", "title: T\nlanguage: en", false},
	{"book", "chapters that are text", "title: T\nlanguage: en\nchapters: a.md", false},
	{"book", "a part", "title: T\nlanguage: en\nchapters: [{part: P, chapters: [a.md]}, b.md]", true},
	{"book", "a part without chapters", "title: T\nlanguage: en\nchapters: [{part: P}]", false},
	{"book", "a part within a part", "title: T\nlanguage: en\nchapters: [{part: P, chapters: [{part: Q, chapters: [a.md]}]}]", false},
	{"book", "an unknown key", aBook + "subtitel: S", false},
	{"book", "an empty key", aBook + "subtitle:", true},
	{"book", "a language that is none", "title: T\nlanguage: English please\nchapters: [a.md]", false},
	{"book", "a language with script and region", "title: T\nlanguage: zh-Hant-TW\nchapters: [a.md]", true},
	{"book", "a day", aBook + "date: 2025-11-05", true},
	{"book", "a moment", aBook + "date: 2025-11-05T22:54:00+08:00", true},
	{"book", "a moment with spaces", aBook + "date: '2025-11-05 22:54 +0800'", true},
	{"book", "no date", aBook + "date: 05/11/2025", false},
	{"book", "a month too many", aBook + "date: 2025-13-05", false},
	{"book", "an hour too many", aBook + "date: 2025-11-05T25:00", false},
	{"book", "a year alone", aBook + "date: 2025", false},
	{"book", "one subject", aBook + "subjects: Ferries", true},
	{"book", "subjects", aBook + "subjects: [Ferries, 'BISAC:TRA006000']", true},
	{"book", "a subject that is a mapping", aBook + "subjects: [{a: b}]", false},
	{"book", "an editor", aBook + "editors: Ann Lee", true},
	{"book", "editors", aBook + "editors: [Ann Lee, {name: Bo Hansen, file-as: 'Hansen, Bo', role: edt, bio: B, email: b@example.org, url: 'https://example.org/'}]", true},
	{"book", "an editor without name and bio", aBook + "editors: [{email: b@example.org}]", false},
	{"book", "a role that is none", aBook + "editors: [{name: Ann Lee, role: editor}]", false},
	{"book", "a series", aBook + "series: {name: S, number: 1.5}", true},
	{"book", "a series by name", aBook + "series: S", true},
	{"book", "a series without name", aBook + "series: {number: 1}", false},
	{"book", "a cover", aBook + "cover: a.png", true},
	{"book", "a cover with words", aBook + "cover: {src: a.png, alt: A}", true},
	{"book", "a cover without file", aBook + "cover: {alt: A}", false},
	{"book", "people", aBook + "people: {kim: {name: Kim Minji}, lee: Ann Lee}", true},
	{"book", "people that are a list", aBook + "people: [kim]", false},
	{"book", "editions", aBook + "editions: [epub, {format: pdf, trim: A5, media: print}]", true},
	{"book", "an edition that is none", aBook + "editions: [mobi]", false},
	{"book", "an edition without format", aBook + "editions: [{trim: A5}]", false},
	{"book", "a medium that is none", aBook + "editions: [{format: pdf, media: paper}]", false},
	{"book", "a word to divide", aBook + "hyphenate: Skar-ne", true},
	{"book", "words to divide", aBook + "hyphenate: [Skar-ne, Kell]", true},
	{"book", "words to divide by language", aBook + "hyphenate: {en: Skar-ne, de-CH: [Kell, Stau-see]}", true},
	{"book", "words to divide, too deep", aBook + "hyphenate: {en: {de: Skar-ne}}", false},
	{"book", "words", aBook + "words: {contents: Inside}", true},
	{"book", "a word that is none", aBook + "words: {content: Inside}", false},
	{"book", "rules", aBook + "rules: {figure-credit: error, store: warning, straight-quotes: off}", true},
	{"book", "a rule that is none", aBook + "rules: {figure-credits: error}", false},
	{"book", "a rule that is fixed", aBook + "rules: {key-unknown: off}", false},
	{"book", "a rule that can be lowered", aBook + "rules: {link-dead: warning}", true},
	{"book", "a level that is none", aBook + "rules: {figure-credit: info}", false},
	{"book", "an empty level", aBook + "rules: {figure-credit: }", false},
	{"book", "an evaluation", aBook + "accessibility: {conforms-to: X, certified-by: Y, report: 'https://example.org/'}", true},
	{"book", "an evaluation that is text", aBook + "accessibility: good", false},
	{"book", "a list", "[a, b]", false},
	{"chapter", "the least", aChapter, true},
	{"chapter", "no title", "kicker: K", true},
	{"chapter", "an unknown key", aChapter + "auhtors: [Ann Lee]", false},
	{"chapter", "a key of the author's own", aChapter + "x-desk: {a: [1]}", true},
	{"chapter", "a draft", aChapter + "draft: true\npublish: 2027-01-01", true},
	{"chapter", "a chapter that is not public", aChapter + "publish: false", true},
	{"chapter", "a draft that is none", aChapter + "draft: maybe", false},
	{"chapter", "a day of publication that is none", aChapter + "publish: soon", false},
	{"chapter", "an author", aChapter + "authors: Ann Lee", true},
	{"chapter", "authors", aChapter + "authors: [{name: Ann Lee, bio: B}, {bio: C}]", true},
	{"chapter", "an author with an unknown key", aChapter + "authors: [{name: Ann Lee, mail: x}]", false},
	{"chapter", "a source", aChapter + "source: {name: N, url: 'https://example.org/'}", true},
	{"chapter", "a source by name", aChapter + "source: N", true},
	{"chapter", "a source that is a list", aChapter + "source: [N]", false},
	{"chapter", "an image", aChapter + "image: {src: a.png, alt: A, caption: C, credit: D, width: 60.5%, decorative: no, id: x}", true},
	{"chapter", "an image by file", aChapter + "image: a.png", true},
	{"chapter", "a width in pixels", aChapter + "image: {src: a.png, width: 300px}", true},
	{"chapter", "a width in no unit", aChapter + "image: {src: a.png, width: 300ells}", false},
	{"chapter", "a width of nothing", aChapter + "image: {src: a.png, width: 0%}", false},
	{"chapter", "a width too wide", aChapter + "image: {src: a.png, width: 101%}", false},
	{"chapter", "a flag that is none", aChapter + "image: {src: a.png, decorative: maybe}", false},
	{"chapter", "a note", aChapter + "editors-note: |\n  One.\n\n  Two.", true},
	{"chapter", "a note that is a list", aChapter + "editors-note: [One.]", false},
	{"chapter", "a language", aChapter + "lang: ko", true},
	{"chapter", "a language that is none", aChapter + "lang: '?'", false},
	{"theme", "nothing", "{}", true},
	{"theme", "an unknown key", "extend: press", false},
	{"theme", "a base", "extends: classic", true},
	{"theme", "a base that is none", "extends: baroque", false},
	{"theme", "a style sheet alone", "epub-css: replace", true},
	{"theme", "a style sheet in between", "epub-css: between", false},
	{"theme", "an unknown group", "font: {serif: EB Garamond}", false},
	{"theme", "a group that is text", "page: A5", false},
	{"theme", "a number", "page: {inner: 120}", true},
	{"theme", "a number too large", "page: {inner: 1001}", false},
	{"theme", "a number below nothing", "page: {inner: -1}", false},
	{"theme", "a fraction", "opening: {sinkage: 1.5}", false},
	{"theme", "a number that is text", "opening: {sinkage: much}", false},
	{"theme", "lengths", "page: {baseline: 14pt, measure: 30.5em}\nopening: {rule: 0.5mm, end-rule: 0.01in, rule-width: 2ln}", true},
	{"theme", "a length without unit", "page: {baseline: 14}", false},
	{"theme", "a length in pixels", "page: {baseline: 14px}", false},
	{"theme", "a length of four decimals", "page: {baseline: 14.0001pt}", false},
	{"theme", "no length", "page: {baseline: }", true},
	{"theme", "a word", "heads: {align: center}", true},
	{"theme", "a word that is none", "heads: {align: middle}", false},
	{"theme", "an ornament", "break-ornament: '***'", true},
	{"theme", "an empty ornament", "break-ornament: ''", true},
	{"theme", "a long ornament", "break-ornament: this is longer than any ornament", false},
	{"theme", "a colour", "colors: {accent: '#9b1B30'}", true},
	{"theme", "a colour by name", "colors: {accent: red}", false},
	{"theme", "a colour of three digits", "colors: {accent: '#913'}", false},
	{"theme", "a colour that is a comment", "colors:\n  accent: #9b1b30", false},
	{"theme", "a logo", "logo: images/house.svg", true},
	{"theme", "a logo on the cover", "logo: {src: images/house.svg, on-cover: true}", true},
	{"theme", "a logo without a file", "logo: {on-cover: true}", false},
	{"theme", "a logo that is a list", "logo: [images/house.svg]", false},
	{"book", "a logo", aBook + "logo: {src: images/house.svg, on-cover: true}", true},
	{"theme", "a style", "styles: {title: {like: byline, size: 30pt, weight: 700, italic: true, color: '#000000', align: balance}}", true},
	{"theme", "a style that is none", "styles: {titel: {size: 30pt}}", false},
	{"theme", "a style like none", "styles: {title: {like: headline}}", false},
	{"theme", "a style that is text", "styles: {title: large}", false},
	{"theme", "an empty style", "styles: {title: }", true},
	{"theme", "a weight too heavy", "styles: {title: {weight: 1000}}", false},
	{"chapter", "dates", aChapter + "date: 2025-11-05\nupdated: ''", true},
}

func TestVerdicts(t *testing.T) {
	for _, kind := range schema.Kinds() {
		judge := compile(t, kind)
		for _, d := range documents {
			if d.kind != kind {
				continue
			}
			t.Run(kind+"/"+d.name, func(t *testing.T) {
				if list := parse(kind, d.text); (len(list) == 0) != d.valid {
					t.Errorf("the parser says %v, want valid %t", list, d.valid)
				}
				if err := judge.Validate(value(t, d.text)); (err == nil) != d.valid {
					t.Errorf("the schema says %v, want valid %t", err, d.valid)
				}
			})
		}
	}
}

// TestKeys holds the schema to the parser key by key, in both directions: each
// key of the schema, with a value in its place, is known to the parser, and a
// key that the schema does not list beside it is unknown.
func TestKeys(t *testing.T) {
	for kind, least := range map[string]string{"book": aBook, "chapter": aChapter, "theme": ""} {
		var doc map[string]any
		if err := json.Unmarshal(schema.For(kind), &doc); err != nil {
			t.Fatal(err)
		}
		var paths [][]string
		keysOf(doc, doc, nil, &paths)
		if len(paths) < 20 {
			t.Errorf("%s: only %d keys", kind, len(paths))
		}
		for _, path := range paths {
			known := least
			if path[0] == "title" || path[0] == "language" || path[0] == "chapters" {
				known = strings.Join(slices.DeleteFunc(strings.SplitAfter(least, "\n"), func(l string) bool { return strings.HasPrefix(l, path[0]+":") }), "")
			}
			if list := unknown(parse(kind, known+flow(path))); list != nil {
				t.Errorf("%s: the schema has %v, and the parser says %v", kind, path, list)
			}
			other := append(slices.Clone(path[:len(path)-1]), "no-such-key")
			if kind == "chapter" && len(path) == 1 {
				other[0] = "subtitel" // a key that is near to none may be another tool's
			}
			if path[0] != other[0] {
				known = least
			}
			if list := unknown(parse(kind, known+flow(other))); list == nil {
				t.Errorf("%s: the parser takes the key %v", kind, other)
			}
		}
	}
	// The other way: the data that the parser decodes by is all in the schema.
	for kind, n := range map[string]int{"book": len(manifest.Keys()), "chapter": len(markdown.Keys()), "theme": len(theme.Keys())} {
		var doc struct{ Properties map[string]any }
		if err := json.Unmarshal(schema.For(kind), &doc); err != nil || len(doc.Properties) != n {
			t.Errorf("%s: %d keys in the schema, %d in the parser: %v", kind, len(doc.Properties), n, err)
		}
	}
}

func unknown(list []book.Diagnostic) []book.Diagnostic {
	var out []book.Diagnostic
	for _, d := range list {
		if d.Rule == "key-unknown" {
			out = append(out, d)
		}
	}
	return out
}

// keysOf gathers the paths of all keys of s, which is in the schema doc. A list adds "[]"
// to the path, and free keys "*".
func keysOf(doc, s map[string]any, path []string, out *[][]string) {
	down := func(v any, step ...string) {
		if m, ok := v.(map[string]any); ok {
			keysOf(doc, m, append(slices.Clone(path), step...), out)
		}
	}
	if ref, ok := s["$ref"].(string); ok {
		down(doc["$defs"].(map[string]any)[strings.TrimPrefix(ref, "#/$defs/")])
	}
	if p, ok := s["properties"].(map[string]any); ok {
		for name, v := range p {
			*out = append(*out, append(slices.Clone(path), name))
			down(v, name)
		}
	}
	down(s["items"], "[]")
	down(s["additionalProperties"], "*")
	if list, ok := s["anyOf"].([]any); ok {
		for _, v := range list {
			down(v)
		}
	}
}

// flow writes a document of one key, and at its end a text.
func flow(path []string) string {
	open, closing := "", ""
	for i, step := range path {
		switch {
		case step == "[]":
			open, closing = open+"[", "]"+closing
		case step == "*":
			open, closing = open+"{any: ", "}"+closing
		case i == 0:
			open = step + ": "
		default:
			open, closing = open+"{"+step+": ", "}"+closing
		}
	}
	return open + "x" + closing + "\n"
}

// TestSeries validates the sample series.
func TestSeries(t *testing.T) {
	data, err := os.ReadFile("../../../chapters/book.yaml")
	if err != nil {
		t.Fatal(err)
	}
	if err := compile(t, "book").Validate(value(t, string(data))); err != nil {
		t.Error(err)
	}
	files, err := filepath.Glob("../../../chapters/0*.md")
	if err != nil || len(files) == 0 {
		t.Fatal(err, files)
	}
	judge := compile(t, "chapter")
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		front, _, _ := strings.Cut(strings.TrimPrefix(string(data), "---\n"), "\n---\n")
		if err := judge.Validate(value(t, front)); err != nil {
			t.Errorf("%s: %v", f, err)
		}
	}
}

// TestThemes validates the built-in themes, which are what others are begun with.
func TestThemes(t *testing.T) {
	judge := compile(t, "theme")
	for _, name := range theme.Names() {
		files, _ := theme.Export(name)
		if err := judge.Validate(value(t, string(files[theme.File]))); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestDescriptions: each key says what it is for, and no two keys of a mapping say the
// same.
func TestDescriptions(t *testing.T) {
	for kind, keys := range map[string][]yaml.Key{"book": manifest.Keys(), "chapter": markdown.Keys(), "theme": theme.Keys()} {
		described(t, kind, keys)
	}
}

func described(t *testing.T, path string, keys []yaml.Key) {
	seen := map[string]string{}
	for _, k := range keys {
		at := path + "/" + k.Name
		if other := seen[k.Doc]; len(k.Doc) < 8 || other != "" {
			t.Errorf("%s says of itself %q, as does %q", at, k.Doc, other)
		}
		seen[k.Doc] = at
		described(t, at, k.Shape.Keys)
	}
}

// TestLanguagePattern compares the pattern with the parser of language tags.
func TestLanguagePattern(t *testing.T) {
	judge := compile(t, "chapter")
	parts := []string{"en", "zh", "x", "a", "Hant", "TW", "001", "1901", "rozaj", "u", "co", "phonebk", "cmn", "", "toolongpart"}
	for _, a := range parts {
		for _, b := range parts {
			for _, c := range parts {
				tag := strings.Trim(strings.Join([]string{a, b, c}, "-"), "-")
				if strings.TrimSpace(tag) == "" {
					continue
				}
				err := judge.Validate(map[string]any{"title": "T", "lang": tag})
				if want := langtag.Valid(tag); (err == nil) != want {
					t.Errorf("%q: the schema says %v, the parser %t", tag, err, want)
				}
			}
		}
	}
}

// TestSame makes the schemas twice.
func TestSame(t *testing.T) {
	for _, kind := range schema.Kinds() {
		if !bytes.Equal(schema.For(kind), schema.For(kind)) || !json.Valid(schema.For(kind)) {
			t.Errorf("%s is not the same JSON twice", kind)
		}
	}
	if s := schema.For("bok"); s != nil {
		t.Errorf("a schema of nothing: %s", fmt.Sprintf("%.40s", s))
	}
}
