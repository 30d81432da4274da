package acceptance

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"octavo/book"
	"octavo/book/base/rule"
	"octavo/book/compile"
	"octavo/book/internal/validator"
)

// judge shows editions to all judges. Those that take many files at once get
// them all, for the sake of time.
func judge(t *testing.T, editions []string) {
	var epubs, pdfs []string
	for _, path := range editions {
		if strings.HasSuffix(path, ".epub") {
			epubs = append(epubs, path)
		} else {
			pdfs = append(pdfs, path)
		}
	}
	if len(epubs)+len(pdfs) == 0 {
		t.Error("no edition to judge")
	}
	if len(epubs) > 0 {
		t.Run("epubcheck", func(t *testing.T) { validator.EPUBCheckClean(t, epubs...) })
	}
	if len(pdfs) == 0 {
		return
	}
	t.Run("verapdf", func(t *testing.T) { validator.VeraPDF(t, pdfs...) })
	t.Run("qpdf", func(t *testing.T) {
		for _, path := range pdfs {
			validator.QPDF(t, path)
		}
	})
}

// shelve saves the editions of a book, which any reader can open.
func shelve(t *testing.T, shelf, name string, res *compile.Result) []string {
	t.Helper()
	var paths []string
	for _, e := range res.Editions {
		parses(t, e)
		paths = append(paths, save(t, shelf, name, e))
	}
	return paths
}

// whole fails where an edition lacks or repeats text of the manuscript.
func whole(t *testing.T, dir string, res *compile.Result) {
	b := model(t, dir)
	for _, miss := range misses(b, epubText(t, edition(t, res, book.EPUB))) {
		t.Errorf("epub: %s", miss)
	}
	for _, miss := range formulas(b, alternatives(t, edition(t, res, book.EPUB))) {
		t.Errorf("epub: %s", miss)
	}
	t.Run("pdf", func(t *testing.T) {
		path := save(t, t.TempDir(), "whole", edition(t, res, book.PDF))
		for _, miss := range misses(b, structureText(t, path)) {
			t.Error(miss)
		}
		for _, miss := range formulas(b, validator.PDFText(t, path, validator.TextOptions{})) {
			t.Error(miss)
		}
	})
}

// construct is a manuscript for each construct of the format.
var constructs = map[string]folder{
	"plain":    one("A paragraph of plain text, long enough that it has to be broken over more than a line on any page.\n\nAnother.\n"),
	"headings": one("Opening.\n\n## Two\n\nText.\n\n### Three\n\nText.\n\n#### Four\n\nText.\n\n##### Five\n\nText.\n\n###### Six\n\nText.\n\nSetext\n---\n\nEnd, see [six](#six).\n"),
	"inline": one("*Emphasis*, **strong**, ***both***, ~~struck~~, `code`, H<sub>2</sub>O, x<sup>2</sup>, <kbd>Ctrl</kbd>, <mark>marked</mark>, <small>small</small>, " +
		"<cite>A Work</cite>, <abbr title=\"Before Present\">BP</abbr>, <ins>new</ins>, [a span]{lang=fr}.\\\nA new line. <https://example.org/> and https://example.org/b and ann@example.org.\n"),
	"lists":  one("- one\n- two\n  - nested\n\n    with a paragraph\n  - more\n- three\n\n1. first\n2. second\n\n   third paragraph\n\n7. seven\n\n- [ ] open\n- [x] done\n"),
	"quotes": one("> A quotation of some length, which says what somebody said.\n>\n> > And what they quoted.\n>\n> - a list in it\n\nAfter.\n"),
	"code":   one("```go\nfunc main() {\n\tprintln(\"a line that is rather longer than the measure of the page allows it to be, so that it has to be broken\")\n}\n```\n\n    indented code\n\nInline `code span`.\n"),
	"tables": one("| Port | Ships | Tons |\n| :-- | :-: | --: |\n| Skarne | 12 | 3,400 |\n| *Ansgar* | `7` | [9,100](https://example.org/) |\n\n" +
		"| n | text |\n| --: | --- |\n" + lines(120, "| %d | a row of the long table |\n")),
	"notes":       one("A call.[^1] Another.[^tides] The first again.[^1]\n\n[^1]: The first note, with *emphasis*.\n\n    Its second paragraph.\n\n[^tides]: The second, with [an address](https://example.org/).\n"),
	"definitions": one("Ebb\n: The tide going out.\n\nFlood\nTide\n: The tide coming in.\n: And what comes with it.\n"),
	"figures": one("![A square and a circle](a.svg \"A caption with *emphasis*\"){credit=\"Ann Lee\"}\n\n![](b.svg){.decorative}\n\n![Half as wide](a.svg \"Half\"){credit=\"© Ann Lee\" width=50%}\n\nIn a line ![a mark](b.svg) too.\n").
		with("a.svg", drawing(`<rect width="40" height="40" fill="#268"/><circle cx="70" cy="30" r="20" fill="#c63"/><text x="5" y="55" font-size="8">Text in it</text>`)).
		with("b.svg", drawing(`<path d="M0 30H100" stroke="black"/>`)),
	"formulas": one("Output is $Y_t = A_t K_t^\\alpha L_t^{1-\\alpha}$ with $0 < \\alpha < 1$, and the $n$th is $\\frac{\\dot A}{A}$; it costs \\$5.[^1]\n\n"+
		"## The share $\\alpha$\n\nThe estimator is\n$$\n\\hat\\beta = \\left( \\sum_{i=1}^{n} x_i x_i' \\right)^{-1} X'y, \\quad \\mathbb{E}[x \\mid y] \\leq \\sqrt[3]{\\frac{a}{b}}\n$$\nand so on.\n\n"+
		"$$\n\\begin{aligned} f(x) &= \\begin{cases} 1 & \\text{if } x > 0 \\\\ 0 & \\text{otherwise} \\end{cases} \\\\ &= \\int_0^\\infty \\overline{x}\\,dx + \\underbrace{a + b}_{2} \\end{aligned}\n$$\n\n"+
		"> $$A = \\begin{pmatrix} a_{11} & \\cdots \\\\ \\vdots & \\ddots \\end{pmatrix}$$\n\n- $\\vec v \\to \\widehat{xy}$\n\n| $x$ | sign |\n| --- | --- |\n| $\\lim_{x \\to 0} \\binom{n}{k}$ | $\\Re$ |\n\n[^1]: Of $g_A$.\n").
		with("book.yaml", manifest("a.md")+"math: true\neditions: [epub, pdf, {format: epub, profile: kindle}]\n"),
	"breaks": one("Before.\n\n---\n\nBetween.\n\n***\n\nAfter.\n"),
	"html":   one("<div>\n\nA division.\n\n</div>\n\n<p lang=\"de\">Ein Absatz.</p>\n\n<ul><li>raw</li><li>list</li></ul>\n\n<table><tr><th>a</th><td>b</td></tr></table>\n\n<blockquote>raw quote</blockquote>\n"),
	"blocks": {
		"book.yaml": manifest("a.md"),
		"a.md": article("Blocks", "::: epigraph\nTime and tide\n\n::: signature\nA proverb\n:::\n:::\n\n"+
			"The harbour lies where the river meets the sea, and nobody looks up. It waits.\n\n"+
			"::: pullquote\nThe harbour lies where the river meets the sea\n:::\n\n::: pullquote\nWords that stand nowhere else.\n:::\n\n"+
			"> [!NOTE]\n> A note, with a call.[^1]\n\n> [!WARNING]\n> - One\n> - Two\n\n"+
			"::: box\nA box.\n\n> A quotation within.\n\n```go\nfunc main() {}\n```\n:::\n\n"+
			"::: verse\nOver the water,\nover the night.\n\nA second *stanza,\nwhose style goes on.*\n:::\n\n"+
			"::: letter\nDear sir,\n\nI report.\n\n::: signature\nJ. Varga\n:::\n:::\n\n"+
			"::: interview\n**Who?** She.\n\n**When?** Then.\n\nAnd later.\n:::\n\n"+
			"::: timeline\n- **1902**: A boat.\n- **1968**: The bridge.\n:::\n\n"+
			"::: pair\n"+shown("One")+shown("Two")+":::\n\n::: gallery\n"+shown("Three")+shown("Four")+shown("Five")+shown("Six")+":::\n\n"+
			"::: wide\n"+shown("Seven")+":::\n\n::: page\n"+shown("Eight")+":::\n\nThe end.\n\n[^1]: The note that is called.\n"),
		"a.svg": drawing(`<rect width="40" height="40"/>`),
	},
	"matter": {
		"book.yaml": "title: The Book of Everything\nsubtitle: And what comes after it\nlanguage: en\npublisher: Harbour Press\ndate: 2025-11-20\nrights: © 2025 Harbour Press\n" +
			"description: What is in it.\nsubjects: [Ports, 'BISAC:TRA006000', 'Thema:WGG']\nseries: {name: Harbours, number: 2}\n" +
			"identifier: isbn:9783161484100\neditors:\n  - {name: Ann Lee, file-as: 'Lee, Ann', role: edt, bio: Ann Lee *edits*.}\n  - {name: Bo Ek, role: trl}\n" +
			"people:\n  kim: {name: Kim Bora, bio: 'Kim Bora ([김보라]{lang=ko}) writes.', email: kim@example.org}\neditors-note: foreword.md\n" +
			"chapters:\n  - 00-start.md\n  - part: First *Part*\n    chapters: [01-a.md, 02-b.md]\n  - part: Second Part\n    chapters: [03-c.md]\n",
		"foreword.md": "---\ntitle: A Word Before\n---\nWhy this book was made, in a paragraph.[^1]\n\n- an item[^item]\n\n> A quotation.[^2]\n\n| a |\n| --- |\n| cell[^3] |\n\n" +
			"[^1]: A note of the foreword.\n[^item]: That of an item.\n[^2]: That of a quotation.\n[^3]: That of a cell, with [the first](01-a.md).\n",
		"00-start.md": article("Before the Parts", "It begins. See [the second](02-b.md#deep).\n"),
		"01-a.md": "---\ntitle: The *First*\nsubtitle: A standfirst of some words\nkicker: Opinion / Ports\ndate: 2025-11-05T22:54:00+08:00\nupdated: 2025-11-06\n" +
			"source: {name: The Packet, url: 'https://example.org/1'}\nauthors: [kim, {name: Bo Ek, bio: Bo Ek draws.}]\neditors-note: |\n  A note of the editor.\n\n  In two paragraphs.\n" +
			"image: {src: a.svg, alt: A square, caption: The lead figure, credit: VCG}\n---\nBody of the first.[^1]\n\n[^1]: Note of the first.\n",
		"02-b.md": "---\ntitle: The Second\ndate: 2025-11-06\nauthors: [{bio: The author is a pilot who wishes to stay unnamed.}]\n---\n## Deep\n\nBody of the second.[^1] Back to [the first](01-a.md).\n\n[^1]: Note of the second.\n",
		"03-c.md": "---\ntitle: 셋째\ndate: 2025-11-07\nlang: ko\nauthors: [kim]\n---\n본문은 한국어로 쓰였다. [In English]{lang=en}.\n",
		"a.svg":   drawing(`<rect width="40" height="40"/>`),
	},
}

// shown is a figure that stands alone.
func shown(name string) string {
	return fmt.Sprintf("![A dark square](a.svg \"Number %s.\"){credit=VCG}\n\n", name)
}

// TestBooks builds small books of every construct and language, the sample series
// and the examples of CommonMark. They hold their text, and all judges pass
// them, in one run for the sake of time.
func TestBooks(t *testing.T) {
	shelf := t.TempDir()
	var small, all []string
	t.Run("constructs", func(t *testing.T) { small = append(small, buildConstructs(t, shelf)...) })
	t.Run("languages", func(t *testing.T) { small = append(small, buildLanguages(t, shelf)...) })
	t.Run("series", func(t *testing.T) { small = append(small, buildSeries(t, shelf)...) })
	t.Run("commonmark", func(t *testing.T) { all = append(small, buildCommonMark(t, shelf)...) })
	t.Run("judges", func(t *testing.T) { judge(t, all) })
	t.Run("engines", func(t *testing.T) {
		for _, path := range small {
			// Of a formula poppler reads the text, mupdf the glyphs.
			if strings.HasSuffix(path, ".pdf") && !strings.Contains(path, "construct-formulas") {
				validator.EnginesAgree(t, path)
			}
		}
	})
	t.Run("ace", func(t *testing.T) { validator.Ace(t, filepath.Join(shelf, "series.epub")) })
}

func buildConstructs(t *testing.T, shelf string) (editions []string) {
	for name, f := range constructs {
		dir := f.write(t)
		res := made(t, dir)
		// Small capitals of italics have to be made: that is told, and no fault.
		if text := diagnostics(res); text != "" && !(strings.Count(text, "\n") == 1 && strings.Contains(text, string(rule.SmallCapsMade.ID))) {
			t.Errorf("%s:\n%s", name, text)
		}
		editions = append(editions, shelve(t, shelf, "construct-"+name, res)...)
		t.Run(name, func(t *testing.T) { whole(t, dir, res) })
	}
	return editions
}

func buildSeries(t *testing.T, shelf string) []string {
	dir := filepath.Join("..", "..", "..", "chapters")
	res := made(t, dir)
	if text := diagnostics(res); text != "" {
		t.Errorf("the sample has faults:\n%s", text)
	}
	t.Run("whole", func(t *testing.T) { whole(t, dir, res) })
	t.Run("pages", func(t *testing.T) { pagesHoldWords(t, dir, res) })
	return shelve(t, shelf, "series", res)
}

// pagesHoldWords compares the words on the pages, which running heads and folios
// interrupt, with those of the chapters: none may be rarer.
func pagesHoldWords(t *testing.T, dir string, res *compile.Result) {
	path := save(t, t.TempDir(), "words", edition(t, res, book.PDF))
	text := validator.PDFText(t, path, validator.TextOptions{Raw: true})
	on := counted(strings.NewReplacer("\u00ad\n", "", "\u00ad", "").Replace(text))
	in := map[string]int{}
	for _, c := range model(t, dir).Chapters() {
		for _, content := range chapterInlines(c) {
			for w, n := range counted(flat(content)) {
				in[w] += n
			}
		}
	}
	if len(in) < 1000 {
		t.Errorf("%d words in the manuscript", len(in))
	}
	for w, n := range in {
		if on[w] < n {
			t.Errorf("%q is %d times on the pages and %d times in the manuscript", w, on[w], n)
		}
	}
}

// chapterInlines returns all runs of inlines of a chapter.
func chapterInlines(c *book.Chapter) [][]book.Inline {
	all := [][]book.Inline{c.Kicker, c.Title, c.Subtitle}
	for _, p := range c.Authors {
		all = append(all, p.Bio)
	}
	book.WalkBlocks(book.ChapterBlocks(c), func(b book.Block) bool {
		all = append(all, book.BlockInlines(b)...)
		return true
	})
	return all
}

// counted tells how often each word occurs, in lower case. A word is a run of
// letters of an alphabet, or one of the characters that lines may break between.
func counted(text string) map[string]int {
	words := map[string]int{}
	text = strings.ToLower(strings.ReplaceAll(text, "\u00ad", ""))
	for _, w := range strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) }) {
		var word strings.Builder
		for _, r := range w {
			if unicode.In(r, unicode.Han, unicode.Hangul, unicode.Hiragana, unicode.Katakana) {
				words[string(r)]++
				continue
			}
			word.WriteRune(r)
		}
		if word.Len() > 0 {
			words[word.String()]++
		}
	}
	return words
}
