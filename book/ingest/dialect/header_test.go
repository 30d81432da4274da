package dialect

import (
	"io/fs"
	"strings"
	"testing"

	"octavo/book"
)

// TestHeaders reads front matter that is no YAML.
func TestHeaders(t *testing.T) {
	const text = "body: paragraph \"Text.\"\n"
	for _, tt := range []struct{ name, src, want string }{
		{"of Pelican", "Title: The bar: a study\nDate: 2025-09-17 06:40\nModified: 2025-09-18\nCategory: Ports\nTags: a, b\nSlug: bar\nAuthors: Ann Lee, Bo Berg\nSummary: Short\n  and long\nStatus: draft\n\nText.\n",
			"title: The bar: a study\nsubtitle: Short and long\nkicker: Ports\nauthor: Ann Lee\nauthor: Bo Berg\ndate: 2025-09-17T06:40:00Z\nupdated: 2025-09-18\n" + text +
				"warning: the front matter says that this is a draft [import-keys] see that it may be printed\nleft: Tags\n"},
		{"of MultiMarkdown", "Title:  The bar\n    of the port\nAuthor: Ann\nBase Header Level: 2\n\nText.\n", "title: The bar of the port\nauthor: Ann\n" + text + "left: Base Header Level\n"},
		{"an author twice", "Title: T\nAuthor: Ann\nAuthor: Bo\n\nText.\n", "title: T\nauthor: Ann\nauthor: Bo\n" + text},
		{"a value that is missing", "Title: T\nDate:\nAuthor: Ann\n\nText.\n", "title: T\nauthor: Ann\n" + text},
		{"a title alone", "Title: T\n\nText.\n", "title: T\n" + text},
		{"text right below", "Title: T\nDate: 2025-09-17\nText.\n", "title: T\ndate: 2025-09-17\n" + text},
		{"a header alone", "Title: T\nDate: 2025-09-17", "title: T\ndate: 2025-09-17\n"},
		{"a line of text", "Author: Ann\n\nText.\n", "body: paragraph \"Author: Ann\"\n" + text},
		{"a line with a colon", "Mind: the gap\nTitle: T\n\nText.\n", "body: paragraph \"Mind: the gap Title: T\"\n" + text},
		{"keys without a head", "Summary: a\nTags: b\n\nText.\n", "body: paragraph \"Summary: a Tags: b\"\n" + text},
		{"of Nikola", "<!--\n.. title: The bar\n.. slug: bar\n.. date: 2025-09-17 06:40:00 UTC\n.. tags: \n.. author: Ann Lee\n.. description: Short\n.. type: text\n-->\n\nText.\n",
			"title: The bar\nsubtitle: Short\nauthor: Ann Lee\ndate: 2025-09-17T06:40:00Z\n" + text},
		{"a comment", "<!--\n.. title: T\nand more\n-->\n\nText.\n", text},
		{"a comment without a head", "<!-- .. type: text -->\n\nText.\n", text},
		{"a comment without an end", "<!--\n.. title: T\n", "body: paragraph \"<!– .. title: T\"\nwarning: the comment has no end in its paragraph: where it begins is printed as it is written [remark-open] write --> where it ends\n"},
	} {
		if got := stated(Read("a.md", tt.src, Options{})); got != tt.want {
			t.Errorf("%s: got\n%s\nwant\n%s", tt.name, got, tt.want)
		}
	}
}

// TestTools reads keys in the forms of several tools.
func TestTools(t *testing.T) {
	left := func(names string) string {
		return "left: " + names + "\n"
	}
	const draft = "warning: the front matter says that this is a draft [import-keys] see that it may be printed\n"
	for _, tt := range []struct{ name, front, want string }{
		{"Astro", "pubDate: 'Jul 08 2025'\nupdatedDate: Jul 9 2025\nheroImage: {src: ./a.png, alt: A quay}\n", "date: 2025-07-08\nupdated: 2025-07-09\nimage: ./a.png|A quay||\n"},
		{"Docusaurus", "last_update: {date: 5/13/2025, author: Ann}\nauthors: [{name: Ann, title: Pilot, url: https://example.org/a, image_url: b.png}]\n", "author: Ann|Pilot||https://example.org/a\nupdated: 2025-05-13\n"},
		{"MkDocs", "date: {created: 2025-01-31, updated: 2025-02-02}\n", "date: 2025-01-31\nupdated: 2025-02-02\n"},
		{"a table of days with more", "date: {created: 2025-01-31, other: x}\n", "date: 2025-01-31\n" + left("date")},
		{"Ghost", "custom_excerpt: Short\nfeature_image: a.png\nfeature_image_alt: A quay\nfeatureImageCaption: The quay\npublished_at: 2025-01-31T10:00:00.000Z\nprimary_tag: Ports\n", "subtitle: Short\nkicker: Ports\ndate: 2025-01-31T10:00:00Z\nimage: a.png|A quay|The quay|\n"},
		{"Zola", "taxonomies: {categories: [Ports], tags: [a]}\n", "kicker: Ports\n" + left("taxonomies.tags")},
		{"PaperMod", "cover: {image: a.png, alt: A quay, caption: The quay, relative: true, hidden: false}\n", "image: a.png|A quay|The quay|\n"},
		{"the clipper of Obsidian", "title: T\nsource: https://example.org/a\nauthor: ['[[Ann Lee]]', '[[people/bo|Bo Berg]]']\ncreated: 2025-03-01\npublished: 2025-01-31\n", "title: T\nauthor: Ann Lee\nauthor: Bo Berg\ndate: 2025-01-31\nsource: https://example.org/a\n"},
		{"Jekyll's importer", "author: {login: al, email: al@example.org, display_name: Ann Lee}\n", "author: Ann Lee||al@example.org\n"},
		{"a standfirst behind a description", "description: D\ndek: S\n", "subtitle: S\n" + left("description")},
		{"a picture by which a site announces", "og_image: b.png\nthumbnail: a.png\nimage: a.png\n", "image: a.png|||\n" + left("og_image")},
		{"pictures", "images: [a.png, b.png]\n", "image: a.png|||\n" + left("images")},
		{"a category that is none", "categories: [Uncategorized]\n", ""},
		{"a category for addresses", "categories: [port-news, b]\n", left("categories")},
		{"several categories", "categories: [Ports, Quays]\n", "kicker: Ports\n" + left("categories")},
		{"a category beside a kicker", "categories: [Ports]\nkicker: K\n", "kicker: K\n" + left("categories")},
		{"a byline", "byline: By Ann Lee and Bo Berg\n", "body: paragraph \"By Ann Lee and Bo Berg\"\n"},
		{"names with commas", "author: Ann Lee, Bo Berg, and Cy Day\ntranslator: Lee, Ann\n", "author: Ann Lee\nauthor: Bo Berg\nauthor: Cy Day\n"},
		{"a day in words", "lang: fr\ndate: 3 mai 2025\n", "date: 2025-05-03\nlang: fr\n"},
		{"a draft", "draft: yes\n", draft}, {"no draft", "draft: false\npublished: true\nstatus: Published\n", ""},
		{"a state", "status: Draft\n", draft}, {"another state", "status: of the art\n", left("status")},
		{"not public", "published: false\n", draft}, {"held twice", "publish: false\ndraft: true\n", draft},
		{"quotation marks by a language that stands below", "title: '\"T\"'\nlang: de\n", "title: „T“\nlang: de\n"},
	} {
		if got := stated(Read("a.md", "---\nx: y\n"+tt.front+"---\n", Options{})); strings.Replace(strings.Replace(got, "left: x, ", "left: ", 1), left("x"), "", 1) != tt.want {
			t.Errorf("%s: got\n%s\nwant\n%s", tt.name, got, tt.want)
		}
	}
	for _, tt := range []struct{ name, dir, front, want string }{
		{"2025-05-01-the-bar.md", "_posts", "layout: post\ncategories: ports quays\n", "ports; left categories"},
		{"2025-05-01-the-bar.md", "_posts", "layout: post\ncategories: ports\n", "ports; left "},
		{"2025-05-01-the-bar.md", "_posts", "layout: post\ncategory: Ports and quays\n", "Ports and quays; left "},
		{"2025-05-01-the-bar.md", "_posts", "layout: post\ncategories: [Ports and quays]\n", "Ports and quays; left "},
		{"2025-05-01-the-bar.md", "source/_posts", "layout: post\ncategories: Ports and quays\n", "Ports and quays; left "},
		{"the-bar.md", "content", "layout: post\ncategories: Ports and quays\n", "Ports and quays; left "},
	} {
		a := Read(tt.name, "---\n"+tt.front+"---\nText.\n", Options{Dir: tt.dir})
		if got := book.PlainText(a.Kicker) + "; left " + strings.Join(a.Left, " "); got != tt.want {
			t.Errorf("%s/%s %q: got %q, want %q", tt.dir, tt.name, tt.front, got, tt.want)
		}
	}
	a := Read("2025-05-01-the-bar.md", "---\ntags: [a]\nslug: bar\nredirect_from: [/old/, /older]\npermalink: /:year/:title/\ncanonical: /here/\n---\nText.\n", Options{})
	if a.Day.String() != "2025-05-01" || strings.Join(a.Addresses, " ") != "bar /old/ /older /here/" {
		t.Errorf("the day is %s, the addresses are %q", a.Day, a.Addresses)
	}
}

// TestAuthorFiles looks authors up by their keys.
func TestAuthorFiles(t *testing.T) {
	const missing = "warning: the author \"zoe\" is a key that no file of authors at hand has [import-front-matter] write the name in its place\n"
	for _, tt := range []struct{ name, file, data, front, want string }{
		{"Docusaurus", "blog/authors.yml", "ann:\n  name: Ann Lee\n  title: Pilot\n  url: https://example.org/a\n", "authors: [ann]\n", "author: Ann Lee|Pilot||https://example.org/a\n"},
		{"MkDocs", "blog/.authors.yml", "authors:\n  ann: {name: Ann Lee, description: A pilot, avatar: a.png}\n", "authors: [ann, Bo Berg]\n", "author: Ann Lee|A pilot\nauthor: Bo Berg\n"},
		{"Jekyll", "_data/authors.yml", "ann: {name: Ann Lee, bio: Sails.}\n", "author: ann\n", "author: Ann Lee|Sails.\n"},
		{"a list", "_data/authors.yml", "- {short_name: ann, name: Ann Lee}\n", "author: ann\n", "author: Ann Lee\n"},
		{"JSON", "authors.json", `{"ann": {"name": "Ann Lee"}}`, "author: ann\n", "author: Ann Lee\n"},
		{"Hugo", "data/authors/ann.yaml", "name: Ann Lee\nbio: Sails.\n", "authors: ann\n", "author: Ann Lee|Sails.\n"},
		{"TOML", "data/authors/ann.toml", "name = \"Ann Lee\"\n", "authors: ann\n", "author: Ann Lee\n"},
		{"a page of its own", "content/authors/ann/_index.md", "---\ntitle: Ann Lee\nrole: Pilot\n---\nText.\n", "authors: ann\n", "author: Ann Lee|Pilot\n"},
		{"a key in a table", "blog/authors.yml", "ann: {name: Ann Lee}\n", "authors: [{key: ann, title: Captain}]\n", "author: Ann Lee|Captain\n"},
		{"nobody", "authors.yml", "ann: {name: Ann Lee}\n", "authors: zoe\n", "author: zoe\n" + missing},
		{"broken", "authors.yml", "ann: [\n", "authors: zoe\n", "author: zoe\n" + missing},
		{"outside", "../authors.yml", "zoe: {name: Zoe}\n", "authors: zoe\n", "author: zoe\n" + missing},
	} {
		open := func(name string) ([]byte, error) {
			if name == tt.file && !strings.HasPrefix(name, "../") {
				return []byte(tt.data), nil
			}
			return nil, fs.ErrNotExist
		}
		if got := stated(Read("a.md", "---\ntitle: A\nslug: x\n"+tt.front+"---\n", Options{Open: open, Dir: "blog/2025"})); got != tt.want {
			t.Errorf("%s: got\n%s\nwant\n%s", tt.name, got, tt.want)
		}
	}
}
