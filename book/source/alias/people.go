package alias

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"octavo/book"
	"octavo/book/base/pattern"
	"octavo/book/markup/yaml"
)

// maxPeople bounds the authors of an article.
// It is generous: a paper of physics may have more, an article of a series never.
const maxPeople = 1000

// People returns the people of a role that a value of another tool names: a name, several
// in one text, a mapping, or a list of these. A mapping may say the role of who is no author.
// inline reads Markdown. Names that are empty are left out.
func People(v yaml.Value, role string, inline func(yaml.Value) []book.Inline) []*book.Person {
	values := []yaml.Value{v}
	if v.Kind() == yaml.List {
		values = v.Items()
	}
	var list []*book.Person
	for _, v := range values {
		switch v.Kind() {
		case yaml.Map:
			if p := person(v, role, inline); p.Name != "" || len(p.Bio) > 0 {
				list = append(list, p)
			}
		case yaml.Scalar:
			for _, name := range bylines(v.Line()) {
				p := &book.Person{Name: name, Role: role, Pos: v.Pos()}
				if m := mailForm().FindStringSubmatch(name); m != nil {
					p.Name, p.Email = m[1], m[2]
				}
				list = append(list, p)
			}
		}
	}
	return list[:min(len(list), maxPeople)]
}

func person(v yaml.Value, role string, inline func(yaml.Value) []book.Inline) *book.Person {
	p := &book.Person{Role: role, Pos: v.Pos()}
	for _, e := range v.Entries() {
		switch key := Plain(e.Key); {
		case e.Value.Kind() != yaml.Scalar:
		case key == "name", (key == "title" || key == "displayname" || key == "fullname") && p.Name == "":
			p.Name = e.Value.Line()
		case key == "bio" || key == "description" || key == "about" || key == "affiliation" && len(p.Bio) == 0:
			p.Bio = inline(e.Value)
		case key == "email" || key == "mail":
			p.Email = e.Value.Line()
		case key == "url" || key == "link" || key == "website":
			p.URL = web(e.Value.Line(), p.URL)
		case key == "role" && role != "aut" && book.IsRole(e.Value.Line()):
			p.Role = e.Value.Line()
		}
	}
	return p
}

// web returns an address on the web, and the address before it for a place of a site.
func web(s, before string) string {
	switch {
	case strings.HasPrefix(s, "www."):
		return "https://" + s
	case strings.Contains(s, "://"):
		return s
	}
	return before
}

// mailForm is a name with an address of mail behind it: "Ann Lee <ann@example.org>".
var mailForm = pattern.Later(`^([^<>()@]*[^<>()@\s])\s*[<(]([^\s<>()@]+@[^\s<>()@]+)[>)]$`)

// bylines parts the names that one text holds: "Ann Lee and Bo Berg", "Ann Lee; Bo Berg". A
// comma parts whole names, and else belongs to one: "Lee, Ann".
func bylines(s string) []string {
	var names []string
	s = strings.NewReplacer(", and ", ";", " and ", ";", " & ", ";").Replace(s)
	if parts := strings.Split(s, ","); !slices.ContainsFunc(parts, func(part string) bool { return !isWhole(part) }) {
		s = strings.Join(parts, ";")
	}
	for _, name := range strings.Split(s, ";") {
		if name = unlinked(strings.TrimSpace(name)); name != "" {
			names = append(names, name)
		}
	}
	return names
}

// isWhole reports whether s is a whole name, by its form: two words at least, each with a
// capital.
func isWhole(s string) bool {
	words := strings.Fields(s)
	for _, w := range words {
		if r, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(r) {
			return false
		}
	}
	return len(words) > 1
}

// unlinked returns a name without the brackets by which Obsidian leads to a note on its
// person.
func unlinked(s string) string {
	inner, ok := strings.CutPrefix(s, "[[")
	if inner, closed := strings.CutSuffix(inner, "]]"); ok && closed {
		return inner[strings.LastIndexByte(inner, '|')+1:]
	}
	return s
}
