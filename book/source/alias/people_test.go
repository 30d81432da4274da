package alias

import (
	"fmt"
	"strings"
	"testing"

	"octavo/book"
	"octavo/book/markup/yaml"
)

// people reads the authors of front matter, a line for each: name, bio, address, mail, place.
func people(src string) (list []*book.Person, out string) {
	root := yaml.Parse("f", []byte(src), 1).Root
	list = People(root.Entries()[0].Value, "aut", func(v yaml.Value) []book.Inline {
		return []book.Inline{&book.Text{Value: v.Line()}}
	})
	var lines []string
	for _, p := range list {
		line := fmt.Sprintf("%s %s %s", p.Pos, p.Role, p.Name)
		for _, i := range p.Bio {
			line += " (" + i.(*book.Text).Value + ")"
		}
		lines = append(lines, strings.TrimRight(line+" "+p.URL+" "+p.Email, " "))
	}
	return list, strings.Join(lines, "\n")
}

// TestPeople reads authors in each form that a tool has.
func TestPeople(t *testing.T) {
	for _, tt := range []struct{ name, src, want string }{
		{"a name", "a: Ann  Lee", "f:1:4 aut Ann Lee"},
		{"nothing", "a:", ""},
		{"no name", "a: ' '", ""},
		{"several in a text", "a: Ann Lee and Bo Berg; Cy ; Di & Ed", "f:1:4 aut Ann Lee\nf:1:4 aut Bo Berg\nf:1:4 aut Cy\nf:1:4 aut Di\nf:1:4 aut Ed"},
		{"addresses of mail", "a: Ann Lee <ann@a.example> and Bo (bo@a.example); Cy <cy>", "f:1:4 aut Ann Lee  ann@a.example\nf:1:4 aut Bo  bo@a.example\nf:1:4 aut Cy <cy>"},
		{"a list", "a: [Ann, {name: Bo}, [Cy], Di]", "f:1:5 aut Ann\nf:1:10 aut Bo\nf:1:28 aut Di"},
		{"a mapping", "a:\n  name: Ann\n  bio: Sails\n  url: https://a.example\n  email: a@a.example", "f:2:3 aut Ann (Sails) https://a.example a@a.example"},
		{"other keys", "a: {Title: Ann, about: Sails, Website: 'http://a.example', mail: a@a.example}", "f:1:4 aut Ann (Sails) http://a.example a@a.example"},
		{"a link", "a: {name: Ann, link: 'https://a.example', description: Sails}", "f:1:4 aut Ann (Sails) https://a.example"},
		{"a path is no address", "a: {name: Ann, url: /people/ann}", "f:1:4 aut Ann"},
		{"an address of another key", "a: {name: Ann, avatar: 'https://a.example'}", "f:1:4 aut Ann"},
		{"a name and a title", "a: {name: Ann, title: Captain}", "f:1:4 aut Ann"},
		{"a title and a name", "a: {title: Captain, name: Ann}", "f:1:4 aut Ann"},
		{"an affiliation", "a: {name: Ann, affiliation: Port}", "f:1:4 aut Ann (Port)"},
		{"a bio and an affiliation", "a: {name: Ann, bio: Sails, affiliation: Port}", "f:1:4 aut Ann (Sails)"},
		{"an affiliation and a bio", "a: {name: Ann, affiliation: Port, bio: Sails}", "f:1:4 aut Ann (Sails)"},
		{"a bio alone", "a: {bio: Sails}", "f:1:4 aut  (Sails)"},
		{"an address alone", "a: {url: 'https://a.example'}", ""},
		{"a key that is a list", "a: {name: [Ann], bio: Sails, email: a@a.example}", "f:1:4 aut  (Sails)  a@a.example"},
	} {
		if _, got := people(tt.src); got != tt.want {
			t.Errorf("%s: got\n%s\nwant\n%s", tt.name, got, tt.want)
		}
	}
	if list, _ := people("a: [" + strings.Repeat("A, ", maxPeople) + "B]"); len(list) != maxPeople || list[maxPeople-1].Name != "A" {
		t.Errorf("there are %d people", len(list))
	}
}

// TestKinds finds a key of each kind that tools have, and each by which a site is made.
func TestKinds(t *testing.T) {
	for want, names := range map[Key]string{
		"kicker": "section kicker", "source": "publication source", "editors-note": "editor_note editors-note", "math": "katex math",
		"id": "id", "subtitle": "standfirst metadescription subhead subtitle", "date": "issued date", "updated": "edited updated",
		Bio: "author_bio bio", Lead: "cover banner images", LeadText: "imagecaption featureimage_caption thumbnail_alt",
		Address: "external_url", Files: "resources", Table: "extra", Alias: "handle",
		Site: "keywords documentclass redirectto menu pagination_next classes twitter code_in_header eleventy_computed generate_feed showtoc mermaid up",
	} {
		for _, name := range strings.Fields(names) {
			if got := Find(name); got != want {
				t.Errorf("Find(%q) = %q, want %q", name, got, want)
			}
		}
	}
}
