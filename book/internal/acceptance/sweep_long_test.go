package acceptance

import (
	"context"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"octavo/book/compile"
	"octavo/book/typeset/theme"
)

// prose returns n words of running text, others for each n.
func prose(n int) string {
	list := strings.Fields("the pilot of this harbour keeps a log in which he writes every evening what the tide has brought and what the wind has taken away")
	rnd := rand.New(rand.NewPCG(5, uint64(n)))
	var b strings.Builder
	for range n {
		b.WriteString(list[rnd.IntN(len(list))] + " ")
	}
	return strings.TrimSpace(b.String())
}

// headed is a chapter file with keys of front matter.
func headed(keys, body string) string {
	return "---\ndate: 2025-11-01\n" + keys + "\n---\n" + body
}

// tall is a picture that is three times as high as wide.
var tall = `<svg xmlns="http://www.w3.org/2000/svg" width="100" height="300"><rect width="100" height="300" fill="#ccd"/></svg>`

// endless are chapters in which something is longer, taller or deeper than a page has
// room for.
var endless = map[string]string{
	"caption-120":      article("One", "Before.\n\n![A column](tall.svg \""+prose(120)+"\"){credit=\"Ann Lee\"}\n\nAfter.\n"),
	"caption-400":      article("One", "Before.\n\n![A column](tall.svg \""+prose(400)+"\"){credit=\"Ann Lee\"}\n\nAfter.\n\n![Another](tall.svg \"Short\")\n"),
	"caption-650":      article("One", "Before.\n\n![A column](tall.svg \""+prose(650)+"\"){credit=\"Ann Lee\"}\n\n"+prose(300)+"\n\n![Another](tall.svg \"Short\")\n"),
	"caption-in-list":  article("One", "- "+prose(9)+"\n\n  ![A column](tall.svg \""+prose(500)+"\")\n\n- after\n"),
	"caption-in-note":  article("One", "A call.[^1]\n\n[^1]: "+prose(9)+"\n\n    ![A column](tall.svg \""+prose(500)+"\")\n"),
	"lead-caption":     headed("title: One\nauthors: [{name: Ann Lee}]\nimage: {src: tall.svg, alt: A column, caption: '"+prose(500)+"', credit: VCG}", prose(200)),
	"table-caption":    article("One", "<table><caption>"+prose(500)+"</caption><tr><th>a</th><th>b</th></tr><tr><td>c</td><td>d</td></tr></table>\n"),
	"cell":             article("One", "| a | b |\n| --- | --- |\n| "+prose(1200)+" | x |\n| y | z |\n"),
	"head":             article("One", "| "+prose(900)+" | b |\n| --- | --- |\n| c | d |\n"),
	"note":             article("One", prose(50)+"[^1] "+prose(50)+"[^2]\n\n[^1]: "+prose(1500)+"\n\n[^2]: "+prose(300)+"\n"),
	"title":            headed("title: '"+prose(300)+"'\nauthors: [{name: Ann Lee}]", prose(900)),
	"standfirst":       headed("title: One\nsubtitle: '"+prose(700)+"'\nkicker: '"+prose(200)+"'\nauthors: [{name: Ann Lee}]", prose(900)),
	"byline":           headed("title: One\nauthors:"+lines(60, "\n  - {name: Ann Lee the %dth of that name}"), prose(900)),
	"source":           headed("title: One\nauthors: [{name: Ann Lee}]\nsource: {name: '"+prose(200)+"', url: 'https://example.org/'}", prose(100)),
	"editors-note":     headed("title: One\nauthors: [{name: Ann Lee}]\neditors-note: '"+prose(1200)+"'", prose(100)),
	"bio":              headed("title: One\nauthors: [{name: Ann Lee, bio: '"+prose(900)+"'}]", prose(100)),
	"heading":          article("One", "## "+prose(400)+"\n\n"+prose(50)+"\n\n### "+prose(100)+"\n\n#### "+prose(100)+"\n\nEnd.\n"),
	"code":             article("One", "```\n"+strings.Repeat("code_without_a_space", 300)+"\n```\n\n`"+strings.Repeat("code_without_a_space", 300)+"`\n"),
	"lists":            article("One", deepList(30)+strings.Repeat("  ", 30)+prose(300)+"\n"),
	"quotes":           article("One", strings.Repeat("> ", 30)+prose(300)+"\n"),
	"numbers":          article("One", "999999998. "+prose(90)+"\n999999999. "+prose(9)+"\n"),
	"definitions":      article("One", prose(200)+"\n: "+prose(900)+"\n\nterm\n: - "+prose(90)+"\n\n  > "+prose(90)+"\n"),
	"initial":          article("One", "E\u0301\u0302\u0303\u0301\u0302\u0303"+prose(200)+"\n"),
	"marks":            article("One", "a"+strings.Repeat("\u0301\u0323", 300)+" "+prose(50)+"\n"),
	"formula":          article("One", "Text $"+strings.Repeat("x + ", 100)+"x$.\n"),
	"nested-fractions": article("One", "Text $"+strings.Repeat("\\frac{1}{1+", 12)+"x"+strings.Repeat("}", 12)+"$ "+prose(80)+"\n"),
	"pictures":         article("One", strings.Repeat("![A column](tall.svg \"Short\"){credit=\"Ann Lee\"}\n\n", 9)+prose(100)+"\n"),
	"address":          article("One", "[here](https://example.org/"+strings.Repeat("long-path/", 90)+") <https://example.org/"+strings.Repeat("long-path/", 90)+">\n"),
	"subscripts":       article("One", prose(30)+strings.Repeat(" a<sub>b</sub>c<sup>d</sup>", 90)+"\n"),
}

// endlessMatter are manifests whose matter around the chapters is long.
var endlessMatter = "subtitle: '" + prose(150) + "'\nplace: Skarne\nrights: '" + prose(700) + "'\ndescription: '" + prose(300) +
	"'\nseries: {name: '" + prose(60) + "', number: 3}\neditors-note: foreword.md\n"

// TestEndless sets what has no room, on the smallest page and on the theme's own, in
// both themes, for the screen and for print: all of it stands on pages, and nothing on
// something else.
func TestEndless(t *testing.T) {
	for _, look := range theme.Names() {
		for _, e := range []string{"{format: pdf, media: screen, trim: a6}", "{format: pdf, media: print, trim: a6}", "{format: pdf}"} {
			t.Run(look+" "+e, func(t *testing.T) {
				t.Parallel()
				for _, name := range slices.Sorted(maps.Keys(endless)) {
					t.Run(name, func(t *testing.T) { endlessBook(t, look, e, endless[name]) })
				}
				t.Run("matter", func(t *testing.T) { endlessMatterBook(t, look, e) })
			})
		}
	}
}

func endlessBook(t *testing.T, look, edition, text string) {
	f := folder{"book.yaml": manifest("a.md", "b.md") + "math: true\ntheme: " + look + "\neditions: [" + edition + "]\n",
		"a.md": text, "b.md": article("Two", prose(40)), "tall.svg": tall}
	setPages(t, f)
}

func endlessMatterBook(t *testing.T, look, edition string) {
	var editors strings.Builder
	for i := range 40 {
		fmt.Fprintf(&editors, "  - {name: Ann Lee the %dth of that name, bio: '%s'}\n", i, prose(43))
	}
	f := folder{"book.yaml": "title: '" + prose(60) + "'\nlanguage: en\npublisher: '" + prose(39) + "'\ndate: 2025-11-05\n" + endlessMatter +
		"theme: " + look + "\neditions: [" + edition + "]\neditors:\n" + editors.String() +
		"chapters:\n  - part: '" + prose(90) + "'\n    chapters: [a.md]\n  - part: Two\n    chapters: [b.md]\n",
		"a.md":        headed("title: '"+prose(80)+"'\nauthors:"+lines(40, "\n  - {name: Ann Lee the %dth of that name}"), prose(900)),
		"b.md":        article("Two", prose(40)),
		"foreword.md": "---\ntitle: '" + prose(100) + "'\n---\n" + prose(800) + "\n",
	}
	setPages(t, f)
}

// TestPageOverfull shows that what is larger than a page, and cannot be divided, is an
// error with its line.
func TestPageOverfull(t *testing.T) {
	for name, formula := range map[string]string{
		"tall":   "$$\n\\begin{aligned} " + strings.Repeat("x &= \\frac{a}{b} \\\\ ", 60) + " y &= 1 \\end{aligned}\n$$",
		"wide":   "$$\n" + strings.Repeat("x", 400) + "\n$$",
		"inline": "$" + strings.Repeat("x", 400) + "$",
	} {
		f := folder{"book.yaml": manifest("a.md") + "math: true\n", "a.md": article("One", "Text.\n\n"+formula+"\n\nAfter.\n")}
		res, err := compile.Check(context.Background(), compile.Options{Dir: f.write(t)})
		if err != nil {
			t.Fatal(err)
		}
		if text := diagnostics(res); !res.Stopped || !strings.Contains(text, "a.md:8:1: error: ") || !strings.Contains(text, "[page-overfull]") {
			t.Errorf("%s: stopped is %v:\n%s", name, res.Stopped, text)
		}
	}
}

// setPages sets the pages of a folder and sweeps them, without writing them.
func setPages(t *testing.T, f folder) {
	t.Helper()
	res, err := compile.Check(context.Background(), compile.Options{Dir: f.write(t), Inspect: swept(t), Workers: 1})
	if err != nil {
		t.Fatal(err)
	}
	if res.Stopped {
		t.Fatalf("the build stopped:\n%s", diagnostics(res))
	}
}
