package foreign

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"octavo/book"
)

// files are what the texts of the tests include.
var files = map[string]string{
	"ebb.md":    "# Ebb\n\nThe water goes.\n\n## At night\n\nIt goes quietly. ^quiet\n\n## By day\n\nIt goes fast.\n",
	"circle.md": "Round ![[circle]]\n\n![[a]]\n",
	"tide.rs":   "fn tide() {\n    // ANCHOR: turn\n    turn();\n    // ANCHOR_END: turn\n}\n",
	"deep.md":   "![[deep2]]\n", "deep2.md": "![[deep]]\n",
}

// translated returns the translation of a text, and below it a line for each thing told.
func translated(src string, math bool) string {
	var told []string
	place := func(lines string) func(int) book.Pos {
		return func(i int) book.Pos {
			return book.Pos{Line: 1 + strings.Count(lines[:min(i, len(lines))], "\n")}
		}
	}
	t := Translate(Text{[]byte(src), place(src), "a.md"}, Options{
		Math: math,
		Open: func(from, name string, note bool) (Text, error) {
			if note {
				name += ".md"
			}
			if name == "a.md" {
				return Text{[]byte(src), place(src), name}, nil
			}
			text, ok := files[name]
			if !ok {
				return Text{}, errors.New("there is no such file")
			}
			return Text{[]byte(text), place(text), name}, nil
		},
		Report: func(list ...book.Diagnostic) {
			for _, d := range list {
				told = append(told, fmt.Sprintf("%d: %s [%s]\n", d.Pos.Line, d.Message, d.Rule))
			}
		},
	})
	out := string(t.Bytes)
	for i := range t.Bytes {
		t.Place(i)
	}
	if !slices.IsSortedFunc(told, strings.Compare) {
		slices.Sort(told)
	}
	return strings.TrimRight(out, "\n") + "\n" + strings.Join(told, "")
}

func TestWiki(t *testing.T) {
	for _, c := range []struct{ name, src, want string }{
		{"a note", "See [[Ebb]].", "See [Ebb](<Ebb>){.wikilink}."},
		{"its part", "See [[Ebb#At night]].", "See [Ebb, At night](<Ebb#At night>){.wikilink}."},
		{"words", "See [[Ebb#At night|the night]].", "See [the night](<Ebb#At night>){.wikilink}."},
		{"words in a row", `| [[Ebb\|the ebb]] | b |`, "| [the ebb](<Ebb>){.wikilink} | b |"},
		{"a part of this note", "See [[#Ports]].", "See [Ports](<#Ports>){.wikilink}."},
		{"a block", "See [[Ebb#^quiet|this]].", "See [this](<Ebb#quiet>){.wikilink}."},
		{"a folder", "[[tides/Ebb.md]]", "[Ebb](<tides/Ebb>){.wikilink}"},
		{"a definition of CommonMark", "[[x]]\n\n[x]: https://example.org", "[[x]]\n\n[x]: https://example.org"},
		{"a link of CommonMark", "[[x]](b.md)", "[[x]](b.md)"},
		{"a mark of a note", "as said[[1]]", "as said[[1]]"},
		{"an index", "x[[i]] and [[2]]", "x[[i]] and [[2]]"},
		{"code", "`[[x]]` and [[y]]", "`[[x]]` and [y](<y>){.wikilink}"},
		{"a block of code", "```\n[[x]]\n```\n\n    [[y]]\n", "```\n[[x]]\n```\n\n    [[y]]\n"},
		{"an item of a list", "- a\n\n    [[y]]\n", "- a\n\n    [y](<y>){.wikilink}\n"},
		{"an escape", `\[[x]] and \[\[y]]`, `\[[x]] and \[\[y]]`},
		{"a picture", "![[quay.svg]]", "![](<quay.svg>)"},
		{"a picture with its size", "![[quay.svg|300]]", "![](<quay.svg>)"},
		{"a picture with words", "![[map.png|The bay|300x200]]", "![The bay](<map.png>)"},
		{"a film", "![[bay.mp4]]", "bay.mp4\n1: an embedded file, bay.mp4, is no text: its name stands in its place [foreign-tag]"},
		{"a note within", "Text.\n\n![[ebb#At night]]\n\nMore.", "Text.\n\n## At night\n\nIt goes quietly. <a id=\"quiet\"></a>\n\nMore."},
		{"a block within", "![[ebb#^quiet]]", "It goes quietly."},
		{"a note in a quotation", "> ![[ebb#By day]]\n", "> ## By day\n> \n> It goes fast.\n"},
		{"a note in a line", "As ![[ebb]] says", "As [ebb](<ebb>){.wikilink} says"},
		{"no note", "![[flood]]", "[flood](<flood>){.wikilink}\n1: flood cannot be included: there is no such file [include-missing]"},
		{"itself", "![[a]]", "[a](<a>){.wikilink}\n1: a.md includes itself [include-missing]"},
		{"a name of a block", "Quiet. ^q-1\nNext", "Quiet. <a id=\"q-1\"></a>\nNext"},
		{"a name on a line", "| a |\n|---|\n\n^t\n", "| a |\n|---|\n\n\n"},
		{"a power", "x ^2 and y^2", "x ^2 and y^2"},
	} {
		t.Run(c.name, func(t *testing.T) { check(t, c.src, c.want) })
	}
}

// check compares a translation, but for blank lines in a row.
func check(t *testing.T, src, want string) {
	t.Helper()
	fold := func(s string) string {
		for strings.Contains(s, "\n\n\n") {
			s = strings.ReplaceAll(s, "\n\n\n", "\n\n")
		}
		return strings.Trim(s, "\n")
	}
	got := fold(translated(src, false))
	if got != fold(want) {
		t.Errorf("%q gives\n%s\nwant\n%s", src, got, want)
	}
}

func TestTags(t *testing.T) {
	for _, c := range []struct{ name, src, want string }{
		{"a figure", `{{< figure src="a.jpg" alt="A quay" caption="The \"quay\"" attr="Ann" >}}`, `![A quay](<a.jpg> "The \"quay\""){credit="Ann"}`},
		{"title and caption", `{{< figure src=a.jpg title="Quay" caption="At dawn" >}}`, `![](<a.jpg> "Quay. At dawn")`},
		{"a figure of Jekyll", `{% include figure.html src="/a.jpg" caption="The quay" %}`, `![](</a.jpg> "The quay")`},
		{"a figure in a list", "- a\n- {{< figure src=a.jpg >}}\n- b", "- a\n- ![](<a.jpg>)\n\n- b"},
		{"a figure between lines", "a\n{{< figure src=a.jpg >}}\nb", "a\n\n![](<a.jpg>)\n\nb"},
		{"a film", "{{< youtube abc-1 >}}", "<https://www.youtube.com/watch?v=abc-1>"},
		{"a film with a title", `{{< youtube id="abc" title="The tide" >}}`, "[The tide](<https://www.youtube.com/watch?v=abc>)"},
		{"a film of Quarto", "{{< video https://example.org/v.mp4 >}}", "<https://example.org/v.mp4>"},
		{"a link", `see {{< ref "other.md" >}} and [that]({{< relref "other.md#week" >}}).`, "see [other](<other.md>) and [that](other.md#week)."},
		{"a post", "[that]({% post_url 2025-01-01-other %})", "[that](2025-01-01-other)"},
		{"a file of Jekyll", "[that]({% link _posts/2025-01-01-other.md %})", "[that](2025-01-01-other.md)"},
		{"the root of the site", "![q]({{ site.baseurl }}/assets/q.jpg) [a]({{ '/a.pdf' | relative_url }})", "![q](/assets/q.jpg) [a](/a.pdf)"},
		{"code of Hugo", "{{< highlight go \"linenos=table\" >}}\nfmt.Println(\"[[x]]\")\n\n{{ y }}\n{{< /highlight >}}\nMore", "```go\nfmt.Println(\"[[x]]\")\n\n{{ y }}\n```\n\nMore"},
		{"code of Jekyll", "{% highlight ruby linenos %}\nputs \"a\"\n{% endhighlight %}", "```ruby\nputs \"a\"\n```"},
		{"an aside", "{{% notice tip %}}\nMind the ropes.\n{{% /notice %}}\n", "::: {.callout-tip}\n\nMind the ropes.\n\n:::\n"},
		{"an aside with a title", "{{< callout type=\"warning\" title=\"Ropes\" >}}\nMind.\n{{< /callout >}}", "::: {.callout-warning title=\"Ropes\"}\n\nMind.\n\n:::"},
		{"an aside by its kind", "{{< tip \"Ropes\" >}}\nMind.\n{{< /tip >}}", "::: {.callout-tip title=\"Ropes\"}\n\nMind.\n\n:::"},
		{"an unknown pair", "{{< lead >}}\nWords.\n{{< /lead >}}", "Words.\n1: the shortcode {{< lead >}} is left out: another tool would fill it in [foreign-tag]"},
		{"an unknown tag with words", `{{< button href="/a" text="Read on" >}}`, "Read on\n1: the shortcode {{< button >}} is left out: another tool would fill it in [foreign-tag]"},
		{"unfolded", "{{< details \"More\" >}}\nWords.\n{{< /details >}}", "**More**\n\nWords."},
		{"a tag of Liquid", "{% if page.x %}\nWords.\n{% endif %}", "Words.\n1: the tag {% if %} is left out: another tool would fill it in [foreign-tag]"},
		{"a comment", "a {% comment %} b {% endcomment %}c", "a c"},
		{"raw", "{% raw %}{{ braces }}{% endraw %}", "{{ braces }}"},
		{"an example", "{{</* figure src=a */>}}", `\{\{\< figure src=a >}}`},
		{"a variable", "Hello {{ page.title }}.", "Hello \\{\\{ page.title }}.\n1: a variable of a template, such as {{ page.title }}, is printed as it is written [foreign-tag]"},
		{"attributes", "He keeps two.{: .lead}\n\n* list\n{: .wide}", "He keeps two.\n\n* list\n1: attributes such as {: .lead} are left out: they are for the style sheet of a site [foreign-tag]\n4: attributes such as {: .wide} are left out: they are for the style sheet of a site [foreign-tag]"},
		{"an id", "## Head {: #top}", "## Head {#top}"},
		{"contents of kramdown", "* TOC\n{:toc}\n\nText", "{:toc}\n\nText"},
		{"an address of Pelican", "![a]({static}/images/a.jpg) [b]({filename}b.md)", "![a](/images/a.jpg) [b](b.md)"},
		{"a caption of WordPress", `[caption id="x" width="3"]<img src="a.jpg" alt="A quay"/> The quay[/caption]`, `<figure><img src="a.jpg" alt="A quay"/><figcaption>The quay</figcaption></figure>`},
		{"a caption of Markdown", `[caption width="3"]![A quay](a.jpg) The quay[/caption]`, `![A quay](<a.jpg> "The quay")`},
		{"a gallery", `[gallery ids="1,2"]`, "1: the shortcode [gallery] of WordPress is left out: another tool would fill it in [foreign-tag]"},
		{"words in brackets", "the [caption] and [video](a.mp4) and [audio]", "the [caption] and [video](a.mp4) and [audio]"},
		{"a module", "import Tabs from '@theme/Tabs';\nimport X from \"x\";\n\nText.\n\nexport const a = {\n  b: 1\n}\n\nimport the tide.", "Text.\n\nimport the tide.\n1: lines that import for MDX are left out: a book runs no program [foreign-tag]\n2: lines that import for MDX are left out: a book runs no program [foreign-tag]\n6: lines that export for MDX are left out: a book runs no program [foreign-tag]"},
		{"tabs", "<Tabs>\n<TabItem value=\"a\" label=\"Ebb\">\n\nIt goes.\n\n</TabItem>\n</Tabs>", "**Ebb**\n\nIt goes."},
		{"a query in a quotation", "> a\n> ```dataview\n> LIST\n> ```\n> b", "> a\n> \n> b\n2: a query of Obsidian's Dataview is left out: it is no text [foreign-tag]"},
		{"a query", "a\n\n```dataview\nLIST\n```\n\nb", "a\n\nb\n3: a query of Obsidian's Dataview is left out: it is no text [foreign-tag]"},
		{"a page", "{{< pagebreak >}}", `\newpage`},
		{"an include of Quarto", "{{< include ebb.md >}}", "# Ebb\n\nThe water goes.\n\n## At night\n\nIt goes quietly. <a id=\"quiet\"></a>\n\n## By day\n\nIt goes fast."},
		{"an include of code", "{{#include tide.rs:turn}}", "```rs\n    turn();\n```"},
		{"an include in code", "```rust\n{{#include tide.rs:2:3}}\n{{#rustdoc_include tide.rs::1}}\n```", "```rust\n    turn();\nfn tide() {\n```"},
		{"an example of an include", "```\n\\{{#include a.rs}}\n```\n", "```\n{{#include a.rs}}\n```\n"},
		{"no part", "{{#include tide.rs:ebb}}", "\\{\\{#include tide.rs:ebb}}\n1: tide.rs has no part \"ebb\" [include-missing]"},
		{"a title of mdBook", "{{#title Tides}}\nText", "\nText"},
		{"a tag without an end", "{{< figure src=a and {% if", "{{< figure src=a and {% if"},
	} {
		t.Run(c.name, func(t *testing.T) { check(t, c.src, c.want) })
	}
}

func TestCitations(t *testing.T) {
	cited := func(source string, lines ...int) (out string) {
		for _, line := range lines {
			out += fmt.Sprintf("\n%d: citations such as %s are printed as they are written: a book has no bibliography yet [citation]", line, source)
		}
		return out
	}
	for _, c := range []struct{ name, src, want string }{
		{"in brackets", "Words [@vale2020, p. 3].", `Words \[\@vale2020, p. 3\].` + cited("[@vale2020, p. 3]", 1)},
		{"without the name", "Vale [-@vale].", `Vale \[-\@vale\].` + cited("[-@vale]", 1)},
		{"cited elsewhere", "@vale says [see @vale]", `\@vale says \[see \@vale\]` + cited("@vale", 1) + cited("[see @vale]", 1)},
		{"a name and a year", "@vale2020 says", `\@vale2020 says` + cited("@vale2020", 1)},
		{"a handle", "@kim wrote to ann@example.org and https://example.org/@vale2020", "@kim wrote to ann@example.org and https://example.org/@vale2020"},
		{"a link of a handle", "[@kim](https://example.org/@kim)", "[@kim](https://example.org/@kim)"},
		{"a figure", "See @fig-quay.\n\n![A quay](a.jpg){#fig-quay}", "See [\\@fig-quay](<#fig-quay>).\n\n![A quay](a.jpg){#fig-quay}"},
		{"figures in brackets", "[Figures @fig-a; @fig-a]\n\n![A](a.jpg){#fig-a}", "Figures [\\@fig-a](<#fig-a>); [\\@fig-a](<#fig-a>)\n\n![A](a.jpg){#fig-a}"},
		{"no figure", "See @fig-x.", "See \\@fig-x.\n1: references such as @fig-x lead to no part of the chapter [cross-reference]"},
		{"of bookdown", "Figure \\@ref(fig:quay), \\autoref{fig:quay}\n\n![A](a.jpg){#fig-quay}", "[Figure](<#fig-quay>), [\\@fig-quay](<#fig-quay>)\n\n![A](a.jpg){#fig-quay}"},
		{"of LaTeX", `as \cite{vale} says`, `as \\cite\{vale} says` + cited(`\cite{vale}`, 1)},
	} {
		t.Run(c.name, func(t *testing.T) { check(t, c.src, c.want) })
	}
}

func TestRaw(t *testing.T) {
	for _, c := range []struct{ name, src, want string }{
		{"LaTeX", "```{=latex}\n\\vspace{1cm}\n```\n", "1: raw text for latex is left out [raw-format]"},
		{"HTML", "```{=html}\n<p>For all.</p>\n```\n", "<p>For all.</p>"},
		{"in a line", "a `<br>`{=html} b `\\x`{=latex} c", "a <br> b  c\n1: raw text for latex is left out [raw-format]"},
		{"a space of TeX", "a\n\n\\vspace{1cm}\n\nb", "a\n\nb\n3: \\vspace of TeX is left out [raw-format]"},
		{"centred", "\\begin{center}\nWords\n\\end{center}", "Words\n1: the environment center of LaTeX is left out, its words stay [raw-format]"},
		{"verse", "\\begin{verse}\nWords\n\\end{verse}", "::: verse\n\nWords\n\n:::\n1: the environment verse of LaTeX is left out, its words stay [raw-format]"},
		{"a name", `\LaTeX and \emph{so} on`, "LaTeX and *so* on"},
		{"a path", `C:\label{x} and \new`, `C:\label{x} and \new`},
		{"a formula's environment", "\\begin{align}\na\n\\end{align}", "\\begin{align}\na\n\\end{align}"},
	} {
		t.Run(c.name, func(t *testing.T) { check(t, c.src, c.want) })
	}
	if got := translated(`$\hspace{1em} @fig-x$ and $$\ref{a}$$`, true); got != "$\\hspace{1em} @fig-x$ and $$\\ref{a}$$\n" {
		t.Errorf("a formula gives %s", got)
	}
}
