// Package schema describes book.yaml, theme.yaml and the front matter of chapters as
// JSON Schemas, by which editors complete and check keys.
//
// In: the keys as packages manifest, markdown and theme know them. Out: documents of
// JSON Schema, draft 2020-12.
//
// Invariant: the schemas are made from the data that the parsers read by, so that
// neither knows a key that the other does not; a test compares their verdicts.
// Faults that no form shows (a file that is not there, a day that does not exist) are left
// to the parsers, and so is the other spelling of a word of choice, such as EPUB. A schema
// knows no keys of other tools, which the parser of chapters takes with a warning.
package schema

import (
	"bytes"
	"encoding/json"

	"octavo/book/markup/yaml"
	"octavo/book/source/manifest"
	"octavo/book/source/markdown"
	"octavo/book/typeset/theme"
)

// Kinds returns the kinds of documents that have a schema.
func Kinds() []string { return []string{"book", "chapter", "theme"} }

// For returns the schema of a kind of document, indented, nil for an unknown
// kind.
func For(kind string) []byte {
	var title, doc string
	var keys []yaml.Key
	switch kind {
	case "book":
		title, doc, keys = manifest.Name, "the manifest of a book", manifest.Keys()
	case "chapter":
		title, doc, keys = "front matter", "the front matter of a chapter", markdown.Keys()
	case "theme":
		title, doc, keys = theme.File, "a theme of the manuscript's own", theme.Keys()
	default:
		return nil
	}
	s := object{
		{"$schema", "https://json-schema.org/draft/2020-12/schema"},
		{"$id", "urn:octavo:schema:" + kind},
		{"title", title},
		{"description", doc},
	}
	whole := yaml.Shape{Form: yaml.Mapping, Keys: keys}
	s = append(s, mapping(whole, needed)...)
	if kind == "chapter" { // the author's own
		s = append(s, member{"patternProperties", object{{"^[xX]-", object{}}}})
	}
	var defs object
	if define(&defs, whole); defs != nil {
		s = append(s, member{"$defs", defs})
	}
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	// What is encoded are strings, booleans, lists and objects of them.
	_ = enc.Encode(s)
	return out.Bytes()
}

// An object is a JSON object whose members keep their order.
type object []member

type member struct {
	name  string
	value any
}

// MarshalJSON implements [json.Marshaler].
func (o object) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte('{')
	for i, m := range o {
		if i > 0 {
			b.WriteByte(',')
		}
		if err := encode(&b, m.name); err != nil {
			return nil, err
		}
		b.WriteByte(':')
		if err := encode(&b, m.value); err != nil {
			return nil, err
		}
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

func encode(b *bytes.Buffer, v any) error {
	enc := json.NewEncoder(b)
	enc.SetEscapeHTML(false)
	return enc.Encode(v)
}
