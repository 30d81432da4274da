package dialect

import (
	"fmt"
	"strings"
	"testing"

	"octavo/book"
	"octavo/book/ingest/draft"
	"octavo/book/internal/dump"
)

// byFile is the title that the name of the tests' file, a.md, gives.
const byFile = "A"

// stated returns what an article has, one field a line, but for a title by its file.
func stated(a *draft.Article) string {
	var b strings.Builder
	field := func(name, value string) {
		if value != "" {
			fmt.Fprintf(&b, "%s: %s\n", name, value)
		}
	}
	if title := book.PlainText(a.Title); title != byFile {
		field("title", title)
	}
	field("subtitle", book.PlainText(a.Subtitle))
	field("kicker", book.PlainText(a.Kicker))
	for _, p := range a.Authors {
		field("author", strings.Trim(strings.Join([]string{p.Name, book.PlainText(p.Bio), p.Email, p.URL}, "|"), "|"))
	}
	if !a.Date.IsZero() {
		field("date", a.Date.String())
	}
	if !a.Updated.IsZero() {
		field("updated", a.Updated.String())
	}
	field("lang", a.Lang)
	field("source", strings.Trim(a.Source.Name+"|"+a.Source.URL, "|"))
	if f := a.Lead; f != nil {
		field("image", strings.Join([]string{f.Image.Src, f.Image.Alt, book.PlainText(f.Caption), book.PlainText(f.Credit)}, "|"))
	}
	for _, n := range a.Note {
		field("note", book.PlainText(n.(*book.Paragraph).Content))
	}
	field("formula", a.Formula)
	for _, bl := range a.Blocks {
		var pr dump.Printer
		pr.Block(bl.Block)
		name := "body"
		if bl.Role == draft.Bio {
			name = "bio"
		}
		field(name, strings.TrimSuffix(pr.String(), "\n"))
	}
	for _, w := range a.Warnings {
		field("warning", strings.TrimSuffix(w.Message+" ["+string(w.Rule)+"] "+w.Hint, " "))
	}
	field("left", strings.Join(a.Left, ", "))
	return b.String()
}

func TestKeys(t *testing.T) {
	left := func(names string) string {
		return "left: " + names + "\n"
	}
	for _, tt := range []struct{ name, front, want string }{
		{"the first of a list", "title: [The bar, The quay]\nkicker: []\n", "title: The bar\n" + left("kicker")},
		{"a text twice", "description: One\nsummary: Two\n", "subtitle: One\n" + left("summary")},
		{"no text", "title: {a: b}\nsection:\n", left("title, section")},
		{"source", "source: The Packet\n", "source: The Packet\n"},
		{"source at an address", "source: https://example.org/\n", "source: https://example.org/\n"},
		{"source as a table", "publication: {Name: The Packet, URL: https://example.org/, since: 1901}\n", "source: The Packet|https://example.org/\n"},
		{"source as title and link", "site: {title: The Packet, link: https://example.org/}\n", "source: The Packet|https://example.org/\n"},
		{"addresses", "canonical_url: www.example.org/a\nurl: https://example.org/b\nlink: /c\n", "source: www.example.org/a\n"},
		{"addresses of no page", "canonical_url: /a\noriginal_url: //example.org/b\npermalink_url: //example.org/c\n", "source: //example.org/b\n" + left("permalink_url")},
		{"a lead image with its words", "image: a.png\nimage_alt: A quay\nimage-caption: The quay\nfeatured_image_caption: The old quay\nimage_credit: Ann\n", "image: a.png|A quay|The old quay|Ann\n"},
		{"words of an image alone", "caption: The quay\nfeatured-image-alt: A quay\n", "image: |A quay|The quay|\n"},
		{"no words of an image", "image-alt: ''\n", left("image-alt")},
		{"an image as a table", "cover: {File: a.png, alt: A quay, caption: The quay, credit: Ann}\n", "image: a.png|A quay|The quay|Ann\n"},
		{"an image as a table with more", "cover: {image: a.png, width: 600}\n", "image: a.png|||\n" + left("cover")},
		{"an image as a list", "image: [a.png]\n", "image: a.png|||\n"},
		{"resources", "resources:\n  - {src: a.png, name: featured, title: The quay, params: {alt: A quay, credit: Ann}}\n", "image: a.png|A quay|The quay|Ann\n"},
		{"resources that are no lead", "resources:\n  - {src: a.png, name: map}\n  - {src: b.png, name: Hero}\n  - {src: c.png, name: lead}\n  - d.png\n", "image: b.png|||\n" + left("resources")},
		{"resources that are no list", "resources: a.png\n", left("resources")},
		{"a note", "editors_note: Read *this* first.\n", "note: Read this first.\n"},
		{"a note as a list", "editors-note: [a]\n", left("editors-note")},
		{"a bio", "author: Ann\nbio: Ann is *a pilot*.\n", "author: Ann\nbio: paragraph \"Ann is \"em(\"a pilot\")\".\"\n"},
		{"authors", "authors:\n  - Ann and Ben\n  - Cid & Dan; ; Eve\n  - {Title: Fay, about: A pilot., mail: f@example.org, link: https://example.org/f, age: 3}\n  - {name: Gus, affiliation: A port., email: g@example.org, website: https://example.org/g}\n",
			"author: Ann\nauthor: Ben\nauthor: Cid\nauthor: Dan\nauthor: Eve\nauthor: Fay|A pilot.|f@example.org|https://example.org/f\nauthor: Gus|A port.|g@example.org|https://example.org/g\n"},
		{"dates", "date: 2025-09-17\npublished: 2025-09-18\nlastmod: 2025-09-19\nmodified: never\n", "date: 2025-09-17\nupdated: 2025-09-19\n" + left("modified")},
		{"language", "locale: pt_BR\n", "lang: pt-BR\n"},
		{"no language", "lang:\n", left("lang")},
		{"tables of a site's own", "params: {subtitle: S, colour: red}\nother: {subtitle: T}\nmeta: x\n", "subtitle: S\n" + left("params.colour, other, meta")},
		{"a table in a table", "extra: {meta: {subtitle: S}}\n", left("extra.meta")},
		{"keys of the page", "layout: post\nweight: 3\ntoc: true\n", ""},
		{"keys that are given twice", "author: Ann\ndate: 2025-09-17\nauthor: Ben\n", "author: Ann\ndate: 2025-09-17\nwarning: the key \"author\" was given on line 2 already [import-front-matter] keep one of the two\n"},
		{"broken", "title: [a\n", "title: [a\nwarning: the front matter cannot be read as a whole, and was read line by line: a list in brackets is not closed, or an item needs quotation marks [import-front-matter] mend it in the file, or compare it with the front matter of the chapter\n"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := stated(Read("a.md", "---\n"+tt.front+"---\n", Options{})); got != tt.want {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
		})
	}
}

// TestNotations: front matter in TOML and in JSON is read as YAML is.
func TestNotations(t *testing.T) {
	for _, tt := range []struct{ name, src, want string }{
		{"dates", "+++\ndate = 2025-09-17T06:40:00\nupdated = 2025-09-18\n+++\n", "date: 2025-09-17T06:40:00Z\nupdated: 2025-09-18\n"},
		{"with a zone", "+++\ndate = 2025-09-17T06:40:00+01:00\n+++\n", "date: 2025-09-17T06:40:00+01:00\n"},
		{"tables", "+++\ntitle = \"The bar\"\n[[authors]]\nname = \"Ann\"\nbio = \"A pilot.\"\n[[authors]]\nname = \"Ben\"\n[params]\nsubtitle = \"S\"\n+++\n", "title: The bar\nsubtitle: S\nauthor: Ann|A pilot.\nauthor: Ben\n"},
		{"in the order of the file", "+++\nz = 1\na = 2\n[params]\ny = 12:30:00\nb = 1.5\n+++\n", "left: z, a, params.y, params.b\n"},
		{"lists", "+++\nauthors = [\"Ann\", \"Ben\"]\n+++\n", "author: Ann\nauthor: Ben\n"},
		{"broken", "+++\ntitle = \"The bar\"\ndate = \n+++\n", "title: The bar\nwarning: the front matter cannot be read as a whole, and was read line by line: front matter in TOML cannot be read: expected value but found '\\n' instead [import-front-matter] mend it in the file, or compare it with the front matter of the chapter\nleft: date\n"},
		{"JSON", "{\n\t\"title\": \"The bar\",\n\t\"author\": \"Ann\"\n}\n\nText.\n", "title: The bar\nauthor: Ann\nbody: paragraph \"Text.\"\n"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := stated(Read("a.md", tt.src, Options{})); got != tt.want {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
		})
	}
}

func TestBody(t *testing.T) {
	for _, tt := range []struct{ name, src, want string }{
		{"front matter alone", "---\ntitle: The bar\n---", "title: The bar\n"},
		{"front matter without an end", "---\ntitle: The bar\n", "title: The bar\nwarning: the front matter has no end: it was read up to line 2 [import-front-matter] see that nothing of the text is taken for a key\n"},
		{"front matter of a PC", "---\r\ntitle: The bar\r\n---\r\nText.\r\n", "title: The bar\nbody: paragraph \"Text.\"\n"},
		{"title block", "% The bar\n  of the port\n% Ann\n\tBen; Cid\n%\n% More\n", "title: The bar of the port\nauthor: Ann\nauthor: Ben\nauthor: Cid\nbody: paragraph \"% More\"\n"},
		{"title by its line", "The bar\n=======\n\nText.\n", "title: The bar\nbody: paragraph \"Text.\"\n"},
		{"title said again", "---\ntitle: The Bar\n---\n# The bar\n\nText.\n", "title: The Bar\nbody: paragraph \"Text.\"\n"},
		{"another title", "---\ntitle: The quay\n---\n# The bar\n", "title: The quay\nbody: heading 2 #the-bar \"The bar\"\n"},
		{"a heading of the second rank", "## The bar\n\nText.\n", "body: heading 2 #the-bar \"The bar\"\nbody: paragraph \"Text.\"\n"},
		{"properties", "# The bar\n\nAuthor: Ann\nPublish Date: 2025-09-17\nColour: red\n\nText.\n", "title: The bar\nauthor: Ann\ndate: 2025-09-17\nbody: paragraph \"Text.\"\nleft: colour\n"},
		{"properties without a place", "# The bar\n\nColour: red\n\nText.\n", "title: The bar\nbody: paragraph \"Colour: red\"\nbody: paragraph \"Text.\"\n"},
		{"properties twice", "# The bar\n\nAuthor: Ann\nAuthor: Ben\n\nText.\n", "title: The bar\nbody: paragraph \"Author: Ann Author: Ben\"\nbody: paragraph \"Text.\"\n"},
		{"no properties", "# The bar\n\nAuthor: Ann\nis a pilot.\n", "title: The bar\nbody: paragraph \"Author: Ann is a pilot.\"\n"},
		{"a name of a property that is too long", "# The bar\n\nAuthor: Ann\n" + strings.Repeat("x", maxProperty+1) + ": y\n", "title: The bar\nbody: paragraph \"Author: Ann " + strings.Repeat("x", maxProperty+1) + ": y\"\n"},
		{"a name of a property that is long", "# The bar\n\nAuthor: Ann\n" + strings.Repeat("x", maxProperty) + ": y\n", "title: The bar\nauthor: Ann\nleft: " + strings.Repeat("x", maxProperty) + "\n"},
		{"formulas that are stated", "---\nmath: true\n---\nAn $x$ and $5.\n", "formula: x\nbody: paragraph \"An \"math(\"x\")\" and $5.\"\n"},
		{"formulas that are denied", "---\nmathjax: false\n---\nAn $x$ and $5.\n", "body: paragraph \"An $x$ and $5.\"\n"},
		{"formulas that are stated but not there", "---\nkatex: true\n---\nFor $5.\n", "body: paragraph \"For $5.\"\n"},
		{"a formula in indented text", "- a\n\n    with $x_1^2$ in it\n", "formula: x_1^2\nbody: bullets\n  item\n    paragraph \"a\"\n    paragraph \"with \"math(\"x_1^2\")\" in it\"\n"},
		{"a fence without an end", "With $x_1^2$ in it.\n\n```\n$y_1^2$\n", "formula: x_1^2\nbody: paragraph \"With \"math(\"x_1^2\")\" in it.\"\nbody: code \"\"\n  |$y_1^2$\n"},

		{"a backtick without its other", "==a== and ` there", "body: paragraph mark(\"a\")\" and ` there\"\n"},
		{"code in a line", "==a== and `==b==` there", "body: paragraph mark(\"a\")\" and \"code(\"==b==\")\" there\"\n"},
		{"a figure with a title", `{{< figure src="a.png" alt="A [quay]" title="The \"quay\"" attr="Ann" >}}`, "body: figure \"a.png\" alt \"A [quay]\"\n  caption \"The “quay”\"\n  credit \"Ann\"\n"},
		{"a figure with a caption", "{{% figure src=a.png caption=`The quay` title=\"x\" /%}}", "body: figure \"a.png\" alt \"\"\n  caption \"x. The quay\"\n"},
		{"a figure without words", `{{< figure src="a.png" >}}`, "body: figure \"a.png\" alt \"\"\n"},
		{"an embedded picture", "See ![[a.png|100x50]] and ![[b.PNG|A quay]].", "body: paragraph \"See \"image(\"a.png\" alt \"\")\" and \"image(\"b.PNG\" alt \"A quay\")\".\"\n"},
		{"links of a wiki", "See [[Bar]] and [[Quay|the quay]].", "body: paragraph \"See \"link(\"Bar\": \"Bar\")\" and \"link(\"Quay\": \"the quay\")\".\"\n"},
		{"remarks", "a %%x%% b\n\nc %%y%% d", "body: paragraph \"a b\"\nbody: paragraph \"c d\"\nwarning: remarks marked by %% are left out [import-remark]\n"},
		{"a line of remark", "a\n\n%% x y\n\nb", "body: paragraph \"a\"\nbody: paragraph \"b\"\nwarning: remarks marked by %% are left out [import-remark]\n"},
		{"a remark of lines", "a\n\n%% x\n\ny %%\n\n%%\nz\n%%\n\nb", "body: paragraph \"a\"\nbody: paragraph \"b\"\n"},
		{"notes whose labels have spaces", "A[^a b] `[^a b]` and [^c d].\n\n[^a b]: Low.\n", "body: paragraph \"A\"[^1.1]\" \"code(\"[^a b]\")\" and [^c d].\"\n"},
		{"marked words of Bear", "A ::low b:: tide, a::b::c and :: d ::", "body: paragraph \"A \"mark(\"low b\")\" tide, a::b::c and :: d ::\"\n"},
		{"tags of a note", "#ports #north/quays\n\nText #1 of #two.\n\n#1 #2\n\n#draft\n", "body: paragraph \"Text #1 of #two.\"\nbody: paragraph \"#1 #2\"\nwarning: tags are left out: #ports #north/quays [import-keys]\nwarning: tags are left out: #draft [import-keys]\n"},
		{"a callout", "> [!note]+ Mind\n> the gap.", "body: division note \"\"\n  title \"Mind\"\n  paragraph \"the gap.\"\n"},
		{"a callout without a title", "> [!note]\n> Mind the gap.", "body: division note \"\"\n  paragraph \"Mind the gap.\"\n"},
		{"fences of Jekyll", "{% highlight go linenos %}\n==a==\n{% endhighlight %}\n==b==", "body: code \"go\"\n  |==a==\nbody: paragraph mark(\"b\")\n"},
		{"a fence of tildes", "~~~\n==a==\n~~~\n==b==", "body: code \"\"\n  |==a==\nbody: paragraph mark(\"b\")\n"},
		{"a fence in a fence", "~~~\n```\n==a==\n~~~\n", "body: code \"\"\n  |```\n  |==a==\n"},
		{"templates", "A {{ page.title }} here.", "body: paragraph \"A {{ page.title }} here.\"\nwarning: a variable of a template, such as {{ page.title }}, is printed as it is written [foreign-tag] write the words that it stands for, or put the braces into code\n"},
		{"shortcodes", "A {{< x >}} here.", "body: paragraph \"A here.\"\nwarning: the shortcode {{< x >}} is left out: another tool would fill it in [foreign-tag] write in words what it would show, or delete it\n"},
		{"files of the site", "[a]({{ '/a.pdf' | relative_url }}) [b]({{ site.baseurl }}/b.pdf)", "body: paragraph link(\"/a.pdf\": \"a\")\" \"link(\"/b.pdf\": \"b\")\n"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := stated(Read("a.md", tt.src, Options{})); got != tt.want {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
		})
	}
}

// TestFileTitle: a note with front matter that states no title has the name of its file,
// and keeps its words.
func TestFileTitle(t *testing.T) {
	const front = "---\ntags: [sea]\n---\n"
	for _, tt := range []struct{ src, want string }{
		{front + "The tide turns.\n\n## Ebb\n\nWords.\n", "Tide tables"},
		{front + "## Ebb\n\nWords.\n\n## Flood\n\nWords.\n", "Tide tables"},
		{front + "# Ebb\n\nWords.\n", "Ebb"},
		{"---\ntitle: Ebb\n---\nWords.\n", "Ebb"},
		{front + "## Ebb\n\nWords.\n", ""},                  // the only heading may be the title
		{"The tide turns.\n\nIt does so.\n", "Tide tables"}, // a sentence is no title
	} {
		if got := book.PlainText(Read("notes/Tide tables.md", tt.src, Options{}).Title); got != tt.want {
			t.Errorf("%q: title %q, want %q", tt.src, got, tt.want)
		}
	}
}

// TestQuotationMarks sets straight marks by the language that is given, that the front
// matter states, or that the text seems to be in.
func TestQuotationMarks(t *testing.T) {
	for _, tt := range []struct{ src, given, guess, want string }{
		{`"a"`, "de", "fr", "„a“"},
		{`"a"`, "", "ru", "«a»"},
		{`"a"`, "", "", "“a”"},
		{"---\nlang: de\n---\n\"a\"", "", "ru", "„a“"},
		{"---\nlang: de\n---\n\"a\"", "ru", "", "«a»"},
	} {
		a := Read("a.md", tt.src, Options{Given: tt.given, Guess: tt.guess})
		if got := book.PlainText(a.Blocks[0].Block.(*book.Paragraph).Content); got != tt.want {
			t.Errorf("%q given %q, guess %q: %s, want %s", tt.src, tt.given, tt.guess, got, tt.want)
		}
	}
}

// TestContributors takes translators and others with their roles.
func TestContributors(t *testing.T) {
	a := Read("a.md", "---\nauthor: Ann Lee\ntranslator: [Bo Berg, Cy Dee]\ncontributors:\n  - {name: Pia Foto, role: pht}\n  - {name: Di Ef, role: friend}\n---\nText.\n", Options{})
	var got []string
	for _, p := range append(a.Authors, a.Contributors...) {
		got = append(got, p.Name+" "+p.Role)
	}
	if got, want := strings.Join(got, ", "), "Ann Lee aut, Bo Berg trl, Cy Dee trl, Pia Foto pht, Di Ef ctb"; got != want {
		t.Errorf("people %s, want %s", got, want)
	}
}
