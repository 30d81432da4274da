package markdown

import (
	"slices"
	"strings"
	"testing"

	"octavo/book"
)

// TestForeignKeys: keys of other tools are taken, told or passed over.
func TestForeignKeys(t *testing.T) {
	tests := []struct{ name, front, want, told string }{
		{"a blog", "title: A\ndescription: Words of it\nlastmod: 2025-01-02T10:00:00Z\ntags: [a]\nlayout: post", "title A, subtitle Words of it, updated 2025-01-02T10:00:00Z, passed tags layout",
			"3 key-foreign, 4 key-foreign"},
		{"dates of blogs", "title: A\ndate: 2015-04-02 10:00:00 +0200\nlast_modified_at: 2015-04-03", "title A, date 2015-04-02T10:00:00+02:00, updated 2015-04-03", "4 key-foreign"},
		{"authors in one text", "title: A\nauthor: Robin Vale and Ann Lee", "title A, by Robin Vale/Vale, Robin, by Ann Lee/Lee, Ann", "3 key-foreign"},
		{"authors as mappings", "title: A\nauthor:\n  - {name: Robin Vale, link: 'https://x.org/', twitter: rv}", "title A, by Robin Vale/Vale, Robin", "3 key-foreign"},
		{"an author by key", "title: A\nauthor: kim", "title A, by Kim Minji/Kim, Minji", "3 key-foreign"},
		{"names of one word", "title: A\nauthors: [Voltaire, 金庸]", "title A, by Voltaire/Voltaire, by 金庸/金庸", ""},
		{"capitals", "Title: A\nShort_Title: B", "title A, short B", "2 key-foreign, 3 key-foreign"},
		{"ours goes before", "title: A\nsubtitle: S\nsummary: T", "title A, subtitle S", "4 key-foreign"},
		{"a value that does not fit", "title: A\nlastmod: yesterday\nlanguage: English", "title A", "3 key-foreign, 4 key-foreign"},
		{"the day of a build", "title: A\ndate: today\nlastmod: 2025-01-02", "title A, updated 2025-01-02", "3 key-foreign, 4 key-foreign"},
		{"a language", "title: A\nlanguage: de", "title A, lang de", "3 key-foreign"},
		{"a picture", "title: A\ncover: a.jpg\nthumbnail: false", "title A, passed thumbnail", "3 key-foreign"},
		{"the site's own table", "title: A\nparams:\n  author: Ann Lee\n  slug: x", "title A, alias x, by Ann Lee/Lee, Ann", "4 key-foreign"},
		{"addresses", "title: A\nurl: /a/\ncanonical: https://x.org/a", "title A, alias /a/", "4 key-foreign"},
		{"a draft", "title: A\ndraft: true", "title A, draft", ""},
		{"no draft", "title: A\ndraft: false", "title A", ""},
		{"Jekyll's draft", "title: A\npublished: false", "title A, draft", "3 key-foreign"},
		{"Jekyll's article", "title: A\npublished: true", "title A, passed published", ""},
		{"Obsidian's draft", "title: A\npublish: false", "title A, draft", ""},
		{"published", "title: A\npublished: 2025-01-02", "title A, date 2025-01-02", "3 key-foreign"},
		{"a day to come", "title: A\npublish: 2027-01-02", "title A, publish 2027-01-02", ""},
		{"the author's own", "title: A\nx-desk: 5", "title A", ""},
		{"nobody's", "title: A\nzettelkasten: 5", "title A", "3 key-foreign"},
		{"misspelt", "title: A\nauhtors: [Ann Lee]\nsubtitel: B", "title A", "3 key-unknown, 4 key-unknown"},
		{"misspelt, and short", "title: A\nlnag: de", "title A", "3 key-foreign"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			src := []byte("---\n" + tt.front + "\n---\n\nText.\n")
			c, list := Parse("c.md", src, Options{Language: "en", People: people()})
			var told []string
			for _, d := range list {
				told = append(told, string(rune('0'+d.Pos.Line))+" "+string(d.Rule))
			}
			slices.Sort(told)
			if got := frontOf(c); got != tt.want || strings.Join(told, ", ") != tt.told {
				t.Errorf("got  %s; %s\nwant %s; %s", got, strings.Join(told, ", "), tt.want, tt.told)
			}
			roundTrip(t, src)
		})
	}
}

// frontOf lists what a chapter has of its front matter.
func frontOf(c *book.Chapter) string {
	var list []string
	add := func(name, value string) {
		if value != "" {
			list = append(list, name+" "+value)
		}
	}
	add("title", book.PlainText(c.Title))
	add("short", c.Short)
	add("subtitle", book.PlainText(c.Subtitle))
	add("date", c.Date.String())
	add("updated", c.Updated.String())
	add("publish", c.Publish.String())
	if c.Draft {
		list = append(list, "draft")
	}
	if c.Lang != "en" {
		add("lang", c.Lang)
	}
	add("alias", strings.Join(c.Aliases, " "))
	var passed []string
	for _, k := range c.Passed {
		passed = append(passed, k.Key)
	}
	add("passed", strings.Join(passed, " "))
	for _, p := range c.Authors {
		add("by", p.Name+"/"+p.FileAs)
	}
	return strings.Join(list, ", ")
}
