package foreign

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"octavo/book"
)

// leftOut is what is told of a tag that is left out.
func leftOut(line int, tag string) string {
	return fmt.Sprintf("\n%d: the %s is left out: another tool would fill it in [foreign-tag]", line, tag)
}

func TestFigures(t *testing.T) {
	for _, c := range []struct{ name, src, want string }{
		{"by its place", `{{< figure "a.jpg" >}}`, `![](<a.jpg>)`},
		{"without a file", `{{< figure alt="A quay" >}}`, leftOut(1, "shortcode {{< figure >}}")},
		{"with a link", `{{< figure src="a.jpg" link="b.md" >}}`, `[![](<a.jpg>)](<b.md>)`},
		{"with a link to itself", `{{< figure src="a.jpg" link="a.jpg" >}}`, `![](<a.jpg>)`},
		{"in a line", `See {{< img src="a.jpg" alt="Quay" caption="The quay" >}} here.`, `See ![Quay](<a.jpg>) The quay here.`},
		{"with its credit in a line", `See {{< img src="a.jpg" caption="The quay" attr="Ann" >}} here.`, `See ![](<a.jpg>) The quay. Ann here.`},
		{"a title that asks", `{{< figure src=a.jpg title="Where?" caption="At dawn" >}}`, `![](<a.jpg> "Where? At dawn")`},
		{"a title alone", `{{< figure src=a.jpg title="Quay" >}}`, `![](<a.jpg> "Quay")`},
		{"a title said twice", `{{< figure src=a.jpg title="Quay" caption="Quay" >}}`, `![](<a.jpg> "Quay")`},
		{"lines", "{{< figure\nsrc=a.jpg caption=\"At\ndawn\" >}}", `![](<a.jpg> "At dawn")`},
		{"quotation marks", "{{< figure src='a.jpg' caption='It\\'s' alt=`a \\ b` >}}", `![a \\ b](<a.jpg> "It's")`},
		{"another paragraph", "{{< figure\n\nsrc=a.jpg >}}", "{{< figure\n\nsrc=a.jpg >}}"},
		{"closed in itself", `{{< figure src=a.jpg / >}}`, `![](<a.jpg>)`},
		{"from the folder of shortcodes", `{{< shortcodes/figure src=a.jpg >}}`, `![](<a.jpg>)`},
		{"in capitals", `{{< Figure SRC=a.jpg >}}`, `![](<a.jpg>)`},
		{"a long tag", `{{< figure alt="` + strings.Repeat("a", maxTag) + `" >}}`, `{{< figure alt="` + strings.Repeat("a", maxTag) + `" >}}`},
	} {
		t.Run(c.name, func(t *testing.T) { check(t, c.src, c.want) })
	}
}

func TestServices(t *testing.T) {
	for _, c := range []struct{ name, src, want string }{
		{"two arguments", `{{< gist ann 12 >}}`, `<https://gist.github.com/ann/12>`},
		{"one", `{{< gist 12 >}}`, `<https://gist.github.com/12>`},
		{"named", `{{< tweet user="ann" id="5" >}}`, `<https://twitter.com/i/status/5>`},
		{"an address", `{{< youtube "https://youtu.be/abc" >}}`, `<https://youtu.be/abc>`},
		{"no id", `{{< youtube "the tide" >}}`, "the tide" + leftOut(1, "shortcode {{< youtube >}}")},
		{"in a line", `Watch {{< vimeo 7 >}} now.`, `Watch <https://vimeo.com/7> now.`},
		{"an include of Jekyll", `{% include youtube.html id="abc" %}`, `<https://www.youtube.com/watch?v=abc>`},
		{"a titled include", `{% include vimeo.html video_id="7" title="Tide" %}`, `[Tide](<https://vimeo.com/7>)`},
		{"a film", `{{< video src="http://example.org/v.mp4" title="Tide" >}}`, `[Tide](<http://example.org/v.mp4>)`},
		{"a file", `{{< video v.mp4 >}}`, leftOut(1, "shortcode {{< video >}}")},
		{"a bad address", `{{< video "https://example.org/a b" >}}`, "https://example.org/a b" + leftOut(1, "shortcode {{< video >}}")},
		{"WordPress", `[video src="https://example.org/v.mp4"]`, `<https://example.org/v.mp4>`},
		{"an embed", `[embed]https://example.org/v[/embed]`, `<https://example.org/v>`},
		{"sound", `[audio mp3="https://example.org/a.mp3"]`, `<https://example.org/a.mp3>`},
		{"sound in a line", `Hear [audio mp3="https://example.org/a.mp3"] now`, `Hear <https://example.org/a.mp3> now`},
		{"sound with an end", `[audio mp3="https://example.org/a.mp3"][/audio]`, `<https://example.org/a.mp3>`},
		{"an address alone", `[youtube https://youtu.be/abc]`, `<https://youtu.be/abc>`},
		{"words", `[youtube abc]`, `[youtube abc]`},
		{"a gallery", `[gallery]`, "1: the shortcode [gallery] of WordPress is left out: another tool would fill it in [foreign-tag]"},
		{"a label", "[gallery]\n\n[gallery]: a.md", "[gallery]\n\n[gallery]: a.md"},
		{"a link", `[gallery][a] and [playlist](b.md)`, `[gallery][a] and [playlist](b.md)`},
		{"the oldest caption", `[wp_caption]<img src="a.jpg">The quay[/wp_caption]`, `<figure><img src="a.jpg"><figcaption>The quay</figcaption></figure>`},
		{"a caption without a picture", `[caption id="x"]The quay[/caption]`, "The quay\n1: the shortcode [caption] of WordPress is left out: another tool would fill it in [foreign-tag]"},
		{"an older caption", `[caption caption="The quay"]<a href="b"><img src="a.jpg"></a>[/caption]`, `<figure><img src="a.jpg"><figcaption>The quay</figcaption></figure>`},
	} {
		t.Run(c.name, func(t *testing.T) { check(t, c.src, c.want) })
	}
}

func TestPairs(t *testing.T) {
	for _, c := range []struct{ name, src, want string }{
		{"tabs", "{{< tabs \"x\" >}}\n{{< tab \"Ebb\" >}}\nIt goes.\n{{< /tab >}}\n{{< /tabs >}}", "**Ebb**\n\nIt goes."},
		{"without a title", "{{< details >}}\nWords.\n{{< /details >}}", "Words."},
		{"a summary", "{{< expand summary=\"So *it* is\" >}}\nWords.\n{{< /expand >}}", "**So \\*it\\* is**\n\nWords."},
		{"without an end", "{{< details \"The rest\" >}}\nWords.", "The rest\nWords." + leftOut(1, "shortcode {{< details >}}")},
		{"centred", "{{< center >}}\nWords.\n{{< /center >}}", "Words."},
		{"centred without an end", "{{< center >}}\nWords.", "Words." + leftOut(1, "shortcode {{< center >}}")},
		{"an end alone", "Words.\n{{< /lead >}}", "Words."},
		{"an aside without an end", "{{< tip >}}\nWords.", "Words." + leftOut(1, "shortcode {{< tip >}}")},
		{"an aside in a line", "Mind {{< tip >}}the ropes{{< /tip >}} now", "Mind \n\n::: {.callout-tip}\n\nthe ropes\n\n:::\n\n now"},
		{"an aside in a quotation", "> {{< tip >}}\n> Words.\n> {{< /tip >}}", "> ::: {.callout-tip}\n>\n> Words.\n> \n> :::"},
		{"an aside in an item", "- a\n\n  {{< tip >}}\n  Words.\n  {{< /tip >}}", "- a\n\n  \n  ::: {.callout-tip}\n\n  Words.\n  \n  :::"},
		{"asides within", "{{< tip >}}\n{{< warning >}}\nWords.\n{{< /warning >}}\n{{< /tip >}}", "::: {.callout-tip}\n\n::: {.callout-warning}\n\nWords.\n\n:::\n\n:::"},
		{"a kind and a title", "{{% notice danger \"The \\\"rope\\\"\" %}}\nWords.\n{{% /notice %}}", "::: {.callout-caution title=\"The \\\"rope\\\"\"}\n\nWords.\n\n:::"},
		{"of no kind", "{{% notice %}}\nWords.\n{{% /notice %}}", "::: {.callout-note}\n\nWords.\n\n:::"},
		{"of a colour", "{{< alert color=\"warning\" >}}\nWords.\n{{< /alert >}}", "::: {.callout-warning}\n\nWords.\n\n:::"},
		{"of an unknown colour", "{{< alert color=\"pink\" heading=\"Ropes\" >}}\nWords.\n{{< /alert >}}", "::: {.callout-note title=\"Ropes\"}\n\nWords.\n\n:::"},
		{"a hint", "{{< hint info >}}\nWords.\n{{< /hint >}}", "::: {.callout-note}\n\nWords.\n\n:::"},
		{"a key", "Press {{< kbd Ctrl-C >}}.", "Press <kbd>Ctrl-C</kbd>."},
		{"no key", "Press {{< kbd >}}.", "Press ." + leftOut(1, "shortcode {{< kbd >}}")},
		{"contents", "{{< toc >}}", "[TOC]"},
	} {
		t.Run(c.name, func(t *testing.T) { check(t, c.src, c.want) })
	}
}

func TestEnclosedCode(t *testing.T) {
	for _, c := range []struct{ name, src, want string }{
		{"in a line", "{{< highlight go >}}x := [[1]]{{< /highlight >}}", "`x := [[1]]`"},
		{"with backticks in a line", "{{< highlight go >}}`x`{{< /highlight >}}", "`` `x` ``"},
		{"with a backtick at one end", "{{< highlight go >}}`x{{< /highlight >}}", "`` `x ``"},
		{"with a backtick within", "{{< highlight go >}}a`x{{< /highlight >}}", "``a`x``"},
		{"a diagram", "{{< mermaid >}}\ngraph\n{{< /mermaid >}}", "```mermaid\ngraph\n```"},
		{"a named language", "{{< code language=\"css\" >}}\na {}\n{{< /code >}}", "```css\na {}\n```"},
		{"in a quotation", "> {{< highlight go >}}\n> a\n> {{< /highlight >}}", "> ```go\n> a\n> ```"},
		{"with fences within", "{{< highlight md >}}\n```\na\n```\n{{< /highlight >}}", "````md\n```\na\n```\n````"},
		{"without an end", "{{< highlight go >}}\na", "a" + leftOut(1, "shortcode {{< highlight >}}")},
		{"as it is", "{% verbatim %}{{ x }}{% endverbatim %}.", "{{ x }}."},
		{"a comment without space", "a{%- comment -%}x{%- endcomment -%}b", "ab"},
		{"an example", "{{%/* notice */%}} {{</* figure */>}}", `\{\{% notice %}} \{\{\< figure >}}`},
		{"a comment of Handlebars", "a {{!-- b --}}c", "a c"},
		{"the address of the site", `{{ site.url }}/x {{ .Site.BaseURL }}y {{ "/a.pdf" | absURL }} {{ site.baseurl | append: "z" }}`, "/x y /a.pdf "},
		{"three braces", "{{{x}}", "{\\{\\{x}}\n1: a variable of a template, such as {{ x }}, is printed as it is written [foreign-tag]"},
	} {
		t.Run(c.name, func(t *testing.T) { check(t, c.src, c.want) })
	}
}

func TestReferences(t *testing.T) {
	figure := "\n\n![A](a.jpg){#fig-a}"
	none := func(source string) string {
		return "\n1: references such as " + source + " lead to no part of the chapter [cross-reference]"
	}
	cited := func(source string) string {
		return "\n1: citations such as " + source + " are printed as they are written: a book has no bibliography yet [citation]"
	}
	for _, c := range []struct{ name, src, want string }{
		{"a path", `{{< ref path="./other.md" >}}`, "[other](<other.md>)"},
		{"no path", `see {{< ref >}}`, "see " + leftOut(1, "shortcode {{< ref >}}")},
		{"an address with a space", `[w]({{< ref "a b.md#x" >}} "t")`, `[w](a%20b.md#x "t")`},
		{"an angled address", `[w](<{{< ref "a.md" >}}> "t")`, `[w](<a.md> "t")`},
		{"brackets in an address", `[w](a_(b)_{{ site.url }}c) {{ site.url }}d`, "[w](a_(b)_c) d"},
		{"an escape in an address", `[w](a\){{ site.url }}b)`, `[w](a\)b)`},
		{"a post in a folder", "{% post_url /tides/2025-01-01-ebb %}", "[2025-01-01-ebb](<2025-01-01-ebb>)"},
		{"an older address of Pelican", "[a](|filename|/b.md)", "[a](/b.md)"},
		{"an attribute", `<a href="{{ site.url }}/x" title="[[y]]">[[z]]</a>`, `<a href="/x" title="[[y]]">[z](<z>){.wikilink}</a>`},
		{"an id in HTML", "@fig-a\n\n<img id=\"fig-a\" src=\"a.jpg\">", "[\\@fig-a](<#fig-a>)\n\n<img id=\"fig-a\" src=\"a.jpg\">"},
		{"without its word", "[-@fig-a]" + figure, "[\\@fig-a](<#fig-a>)" + figure},
		{"several", "[see @fig-a and @fig-b]" + figure, "see [\\@fig-a](<#fig-a>) and \\@fig-b" + figure + none("@fig-b")},
		{"words behind", "[see @fig-a here]" + figure, "see [\\@fig-a](<#fig-a>) here" + figure},
		{"a figure and a source", "[@fig-a; @vale]" + figure, `\[\@fig-a; \@vale\]` + figure + cited("[@fig-a; @vale]")},
		{"a tie", "Figure~\\ref{fig:a} shows" + figure, "[Figure](<#fig-a>) shows" + figure},
		{"a clever one", `\Cref{fig:a} and \eqref{eq:b}` + figure, `[\@fig-a](<#fig-a>) and \\eqref\{eq:b}` + figure + none(`\eqref{eq:b}`)},
		{"none with its word", `see Figure \ref{fig:b}.`, `see Figure \\ref\{fig:b}.` + none(`\ref{fig:b}`)},
		{"an address", "[ann@example.org] and [a @ b]", "[ann@example.org] and [a @ b]"},
		{"a key in braces", "[@{https://example.org/x}]", `\[\@{https://example.org/x}\]` + cited("[@{https://example.org/x}]")},
		{"a page", "@vale [p. 3]", `\@vale [p. 3]` + cited("@vale")},
		{"a year and a letter", "(@smith_2020a)", `(\@smith_2020a)` + cited("@smith_2020a")},
		{"an older year", "@kim1453 and @kim2100", "@kim1453 and @kim2100"},
		{"within a word", "é@vale2020 x@vale2020 /@vale2020", "é@vale2020 x@vale2020 /@vale2020"},
		{"natural", `\citep{vale}, \parencite{vale} and \cite`, `\\citep\{vale}, \\parencite\{vale} and \cite` + cited(`\citep{vale}`) + cited(`\parencite{vale}`)},
	} {
		t.Run(c.name, func(t *testing.T) { check(t, c.src, c.want) })
	}
}

func TestTeX(t *testing.T) {
	gone := func(line int, name string) string {
		return fmt.Sprintf("\n%d: \\%s of TeX is left out [raw-format]", line, name)
	}
	for _, c := range []struct{ name, src, want string }{
		{"a quotation", "\\begin{quote}\nWords.\n\\end{quote}", "<blockquote>\n\nWords.\n\n</blockquote>\n1: the environment quote of LaTeX is left out, its words stay [raw-format]"},
		{"a figure with its place", "\\begin{figure*}[ht]\nWords.\n\\end{figure*}", "Words.\n1: the environment figure of LaTeX is left out, its words stay [raw-format]"},
		{"an environment in a line", `so \begin{center} it`, `so \begin{center} it`},
		{"marks", `\textbf{a} \textsc{b}, \footnote{c} \url{https://example.org} \texttt{d} \underline{e} H\textsubscript{2}O`,
			"**a** [b]{.smallcaps}, ^[c] <https://example.org> `d` <u>e</u> H\\textsubscript{2}O"},
		{"low", `\textsubscript{2} and \textsuperscript{3}`, "<sub>2</sub> and <sup>3</sup>"},
		{"marks without words", `\textbf and \emph{ }`, `\textbf and \emph{ }`},
		{"characters", `a\ldots{} \textbackslash \copyright{} \TeX, \dots`, `a\ldots{} \\ © TeX, …`},
		{"a name with words", `\TeX{x}`, `\TeX{x}`},
		{"layout", "\\noindent Words", " Words" + gone(1, "noindent")},
		{"layout with its argument", `\pagestyle{empty}Words`, "Words" + gone(1, "pagestyle")},
		{"layout without it", `\vspace and \vspace*{1cm}`, `\vspace and ` + gone(1, "vspace")},
		{"a page", "a\n\n\\newpage\n\nb", "a\n\n\\newpage\n\nb"},
		{"behind a word", `x\noindent`, `x\noindent`},
		{"escapes", `\* \\noindent \[[x]]`, `\* \\noindent \[[x]]`},
		{"raw in an item", "- ```{=html}\n  <b>a</b>\n  ```\n- b", "- \n  <b>a</b>\n\n- b"},
		{"raw in an item of an item", "- a\n  - b\n\n    ```{=html}\n    <p>c</p>\n    ```", "- a\n  - b\n\n    \n    <p>c</p>"},
		{"raw in a quotation", "> ```{=html}\n> <b>a</b>\n> ```", "> \n> <b>a</b>"},
		{"raw in capitals", "`<br>`{=HTML}", "<br>"},
		{"raw with more", "```{=html} x\n<b>\n```", "```{=html} x\n<b>\n```"},
		{"a query of code", "```dataviewjs\nx\n```", "1: a query of Obsidian's Dataview is left out: it is no text [foreign-tag]"},
	} {
		t.Run(c.name, func(t *testing.T) { check(t, c.src, c.want) })
	}
}

func TestSites(t *testing.T) {
	attributes := func(line int, what string) string {
		return fmt.Sprintf("\n%d: attributes such as {: %s} are left out: they are for the style sheet of a site [foreign-tag]", line, what)
	}
	component := func(line int, name string) string {
		return fmt.Sprintf("\n%d: the component <%s> is left out, its words stay [foreign-tag]", line, name)
	}
	module := "\n1: lines that import for MDX are left out: a book runs no program [foreign-tag]"
	for _, c := range []struct{ name, src, want string }{
		{"a comment of kramdown", "{::comment}\n[[x]]\n{:/comment}\n[[y]]", "[y](<y>){.wikilink}"},
		{"an end of kramdown", "a {:/}b", "a b"},
		{"a class and an id", "# Head {: .wide #top}", "# Head {#top}" + attributes(1, ".wide")},
		{"an id of a paragraph", "Text\n{: #top}", "Text" + attributes(2, "#top")},
		{"contents without an item", "Text\n\n{:toc}", "Text\n\n{:toc}"},
		{"contents below a numbered item", "1. TOC\n{:TOC}", "{:toc}"},
		{"attributes of ours", "![a](b.jpg){.wide} and [c]{.kbd}", "![a](b.jpg){.wide} and [c]{.kbd}"},
		{"a comment of MDX", "import A from './a';\n\na {/* [[b]] */}c", "a c" + module},
		{"a file alone", "import './a.css'\n\na", "a" + module},
		{"an export", "export default function X() {\n}\n\nText", "Text\n1: lines that export for MDX are left out: a book runs no program [foreign-tag]"},
		{"imports in a paragraph", "Ships\nimport x from 'y'", "Ships\nimport x from 'y'"},
		{"a component of its own", "import A from 'a'\n\n<A.B label={\"Ebb\"}>\n\nWords.\n\n</A.B>", "**Ebb**\n\nWords." + module + component(3, "A.B")},
		{"a known one", "<Steps>\n\nWords.\n\n</Steps>", "Words." + component(1, "Steps")},
		{"one in a line", "So <Card title='Ebb'>goes</Card> it", "So **Ebb** goes it" + component(1, "Card")},
		{"one that only folds", "So <TabItem>goes</TabItem> it", "So goes it"},
		{"an unknown one", "<Ebb title=\"x\">\n", "<Ebb title=\"x\">\n"},
	} {
		t.Run(c.name, func(t *testing.T) { check(t, c.src, c.want) })
	}
}

// TestKept has texts in which signs are none, or are code: beside each stands a sign that
// is one, so that what keeps the first shows where it ends.
func TestKept(t *testing.T) {
	for _, c := range []struct{ name, src, want string }{
		{"code with a backtick", "`` ` [[x]] `` [[y]]", "`` ` [[x]] `` [y](<y>){.wikilink}"},
		{"a backtick alone", "`a [[y]]", "`a [y](<y>){.wikilink}"},
		{"backticks of two lengths", "``a `[[x]]` [[y]]", "``a `[[x]]` [y](<y>){.wikilink}"},
		{"backticks of another paragraph", "`a [[y]]\n\n[[z]]`", "`a [y](<y>){.wikilink}\n\n[z](<z>){.wikilink}`"},
		{"a comment", "<!-- [[x]]\n\n--> [[y]]", "<!-- [[x]]\n\n--> [y](<y>){.wikilink}"},
		{"a comment without an end", "<!-- [[y]]", "<!-- [y](<y>){.wikilink}"},
		{"code of HTML", "<pre>\n[[x]]\n\n[[x]]</pre> [[y]]", "<pre>\n[[x]]\n\n[[x]]</pre> [y](<y>){.wikilink}"},
		{"a script", "<script type=\"x\">[[x]]</script> [[y]]", "<script type=\"x\">[[x]]</script> [y](<y>){.wikilink}"},
		{"preliminary matter", "<pres>[[y]]", "<pres>[y](<y>){.wikilink}"},
		{"an address", "<https://example.org/[[x]]> [[y]]", "<https://example.org/[[x]]> [y](<y>){.wikilink}"},
		{"a tag without an end", "<b [[y]]", "<b [y](<y>){.wikilink}"},
		{"an address without an end", "[a]({{ site.url }}/b", "[a](/b"},
		{"less", "a < [[y]]", "a < [y](<y>){.wikilink}"},
		{"a tag with a sign within", "<b title=\">[[x]]\">[[y]]</b>", "<b title=\">[[x]]\">[y](<y>){.wikilink}</b>"},
		{"an apostrophe in a tag", "<b it's>[[y]]</b>'", "<b it's>[y](<y>){.wikilink}</b>'"},
		{"tildes", "~~~\n[[x]]\n~~~\n[[y]]", "~~~\n[[x]]\n~~~\n[y](<y>){.wikilink}"},
		{"a longer fence", "````\n```\n[[x]]\n````\n[[y]]", "````\n```\n[[x]]\n````\n[y](<y>){.wikilink}"},
		{"a fence of other signs", "~~~\n```\n[[x]]\n~~~\n[[y]]", "~~~\n```\n[[x]]\n~~~\n[y](<y>){.wikilink}"},
		{"a fence in a quotation", "> ```\n> [[x]]\n\n[[y]]", "> ```\n> [[x]]\n\n[y](<y>){.wikilink}"},
		{"a fence in an item", "- ```\n  [[x]]\n  ```\n- [[y]]", "- ```\n  [[x]]\n  ```\n- [y](<y>){.wikilink}"},
		{"a fence behind a line", "[[y]]\n```\n[[x]]\n```", "[y](<y>){.wikilink}\n```\n[[x]]\n```"},
		{"a fence without an end", "```\n[[x]]\n\n[[x]]", "```\n[[x]]\n\n[[x]]"},
		{"no fence", "``` a`b\n[[y]]", "``` a`b\n[y](<y>){.wikilink}"},
		{"code by its indent", "    [[x]]\n\n    [[x]]\n\n[[y]]", "    [[x]]\n\n    [[x]]\n\n[y](<y>){.wikilink}"},
		{"a tab", "\t[[x]]\n\n[[y]]", "\t[[x]]\n\n[y](<y>){.wikilink}"},
		{"a line that goes on", "Text\n    [[y]]", "Text\n    [y](<y>){.wikilink}"},
		{"a paragraph of an item", "1. a\n\n    [[y]]\n\nb\n\n    [[x]]", "1. a\n\n    [y](<y>){.wikilink}\n\nb\n\n    [[x]]"},
		{"code of an item", "1. a\n\n       [[x]]\n\n   [[y]]", "1. a\n\n       [[x]]\n\n   [y](<y>){.wikilink}"},
		{"attributes", "[a]{title=\"[[x]]\"} [[y]]", "[a]{title=\"[[x]]\"} [y](<y>){.wikilink}"},
		{"a definition", "[[x]]: b.md\n\n[[y]]: it", "[[x]]: b.md\n\n[[y]]: it"},
		{"a colon", "See [[y]]: it", "See [y](<y>){.wikilink}: it"},
		{"contents", "[[_TOC_]]\n\n[[y]]", "[[_TOC_]]\n\n[y](<y>){.wikilink}"},
		{"nothing", "[[ ]] [[y]]", "[[ ]] [y](<y>){.wikilink}"},
		{"marks of notes", "said[[1]] [[2, 3]] [[1999]]", "said[[1]] [2, 3](<2, 3>){.wikilink} [1999](<1999>){.wikilink}"},
		{"headings within headings", "[[a#b#c]]", "[a, c](<a#c>){.wikilink}"},
		{"signs in names", `[[a_b*c]] [[x <y> z]]`, `[a\_b\*c](<a_b*c>){.wikilink} [[x <y> z]]`},
		{"a picture in a row", `| ![[a.PNG\|The bay\|300]] |`, `| ![The bay](<a.PNG>) |`},
		{"a name of an item", "- a ^x-1  \n- b", "- a <a id=\"x-1\"></a>\n- b"},
	} {
		t.Run(c.name, func(t *testing.T) { check(t, c.src, c.want) })
	}
	for _, c := range []struct{ name, src, want string }{
		{"formulas", "$[[x]]$ and $$\n[[x]]\n$$ [[y]]", "$[[x]]$ and $$\n[[x]]\n$$ [y](<y>){.wikilink}"},
		{"money", "$5 [[y]] or $6, $7 [[y]]$8", "$5 [y](<y>){.wikilink} or $6, $7 [y](<y>){.wikilink}$8"},
		{"space", "$ [[y]]$ $a [[y]] $", "$ [y](<y>){.wikilink}$ $a [y](<y>){.wikilink} $"},
		{"no end", "$$ [[y]]", "$$ [y](<y>){.wikilink}"},
	} {
		if got := strings.TrimSuffix(translated(c.src, true), "\n"); got != c.want {
			t.Errorf("%s: %q gives\n%s\nwant\n%s", c.name, c.src, got, c.want)
		}
	}
}

// TestIncludes reads parts of the files.
func TestIncludes(t *testing.T) {
	for name, text := range map[string]string{
		"list.md":  "- one ^a\n- two ^b\n\nA paragraph\nof two lines. ^c\n",
		"code.md":  "# Code\n\n```\n# no heading\n```\n\n### Below\n\nb\n\n# After\n",
		"lines.md": "one\ntwo\nthree\nfour\n",
		"ticks.sh": "```\n",
	} {
		files[name] = text
		defer delete(files, name)
	}
	lack := func(what string) string { return "\n1: " + what + " [include-missing]" }
	for _, c := range []struct{ name, src, want string }{
		{"an item", "![[list#^b]]", "- two"},
		{"a paragraph", "![[list#^c]]", "A paragraph\nof two lines."},
		{"no block", "![[list#^z]]", "[list](<list#z>){.wikilink}" + lack(`list has no part "^z"`)},
		{"a part with code", "![[code#Code]]\nMore", "# Code\n\n```\n# no heading\n```\n\n### Below\n\nb\n\nMore"},
		{"a part by its signs", "![[code#After]]", "# After"},
		{"no part", "![[code#no heading]]", "[code, no heading](<code#no heading>){.wikilink}" + lack(`code has no part "no heading"`)},
		{"circles", "![[deep]]", "[deep](<deep>){.wikilink}" + lack("deep.md includes itself")},
		{"a tag of Jekyll", "{% include_relative lines.md %}", "one\ntwo\nthree\nfour"},
		{"in a line", "As {% include lines.md %} says", "As  says" + leftOut(1, "tag {% include %}")},
		{"no file", "{% include flood.md %}", "flood.md" + lack("flood.md cannot be included: there is no such file")},
		{"a line", "{{#include lines.md:3}}", "three"},
		{"lines from one on", "{{#include lines.md:3:}}", "three\nfour"},
		{"lines up to one", "{{#include lines.md::2}}", "one\ntwo"},
		{"some lines", "> {{#include lines.md:2:3}}\n", "> two\n> three"},
		{"fences", "{{#include ticks.sh}}", "````sh\n```\n````"},
		{"an example", `\{{#include a.rs}} and {{#title x}}.`, `\{\{#include a.rs}} and .`},
		{"an example in a line", `See \{{#include a.rs}}.`, `See \{\{#include a.rs}}.`},
		{"a title in code", "```\n{{#title x}}\n```", "```\n{{#title x}}\n```"},
		{"no file in code", "```\n{{#include flood.rs}}\n```", "```\n{{#include flood.rs}}\n```\n2: flood.rs cannot be included: there is no such file [include-missing]"},
		{"code in a quotation", "> ```\n> {{#include lines.md:2:3}}\n> ```", "> ```\n> two\n> three\n> ```"},
	} {
		t.Run(c.name, func(t *testing.T) { check(t, c.src, c.want) })
	}
}

// opened translates a text of which nothing is known but what opens its files, and returns
// what is told, without the places.
func opened(text string, open func(from, name string, note bool) (Text, error)) (out string, told []string) {
	at := func(int) book.Pos { return book.Pos{} }
	t := Translate(Text{[]byte(text), at, "a.md"}, Options{Open: open, Report: func(list ...book.Diagnostic) {
		for _, d := range list {
			told = append(told, d.Message)
		}
	}})
	return string(t.Bytes), told
}

// TestIncludeBounds reaches each bound on what a chapter includes.
func TestIncludeBounds(t *testing.T) {
	at := func(int) book.Pos { return book.Pos{} }
	next := 0
	for _, tt := range []struct {
		name, text string
		open       func(from, name string, note bool) (Text, error)
		out        string // its end
		told       string // the last thing told
	}{
		{"no folder", "{{#include a.rs}} and ![[b]]", nil, `\{\{#include a.rs}} and [b](<b>){.wikilink}`, "an include of a.rs is left as it is: no folder is known"},
		{"depth", "![[n]]", func(string, string, bool) (Text, error) {
			next++
			return Text{fmt.Appendf(nil, "%d\n\n![[n]]", next), at, fmt.Sprint(next)}, nil
		}, "10\n\n[n](<n>){.wikilink}", "files include files more than 10 deep"},
		{"number", strings.Repeat("![[n]]\n\n", maxIncludes) + "![[last]]", func(string, string, bool) (Text, error) {
			return Text{[]byte("x"), at, "n"}, nil
		}, "x\n\n\n[last](<last>){.wikilink}", "a chapter includes more than 500 files"},
		{"size", "![[n]]\n\n![[n]]\n\n![[last]]", func(_, name string, _ bool) (Text, error) {
			if name == "last" {
				return Text{[]byte("x"), at, "n"}, nil
			}
			return Text{[]byte(strings.Repeat(" ", maxIncluded/2)), at, "n"}, nil
		}, "[last](<last>){.wikilink}", "the included files are too large together: the limit is 16 MB"},
		{"a fault", "![[n]]", func(string, string, bool) (Text, error) { return Text{}, errors.New("no") }, "[n](<n>){.wikilink}", "n cannot be included: no"},
	} {
		out, told := opened(tt.text, tt.open)
		if !strings.HasSuffix(out, tt.out) || len(told) != 1 || told[0] != tt.told {
			t.Errorf("%s: ends with %q, told %q", tt.name, out[max(0, len(out)-40):], told)
		}
	}
}

// TestPlaces asks for the place of each word of a translation: words with a digit stand
// once in the source, at the offset that is told.
func TestPlaces(t *testing.T) {
	src := strings.Join([]string{
		"Word0 [[word1|word2]] word3 `word4`", "", "> word5 {{< tip >}}word6{{< /tip >}} word7", "",
		"+-------+-------+", "| word8 | a|b   |", "| wordA | wordB |", "+-------+-------+", "",
		"word9 \\LaTeX wordC", "", "    wordD", "", "- wordE", "  {{< highlight go >}}", "  x", "  {{< /highlight >}}", "  wordF", "",
	}, "\n")
	out := Translate(Text{[]byte(src), func(i int) book.Pos { return book.Pos{Col: i + 1} }, "a.md"}, Options{})
	text := string(out.Bytes)
	for _, word := range strings.Fields("Word0 word3 word4 word5 word6 word7 word8 wordA wordB word9 wordC wordD wordE wordF") {
		at, from := strings.Index(text, word), strings.Index(src, word)
		if at < 0 {
			t.Fatalf("%s is not in\n%s", word, text)
		}
		for i := range word {
			if got := out.Place(at + i).Col; got != from+i+1 {
				t.Errorf("%s: byte %d is at %d, want %d", word, i, got, from+i+1)
				break
			}
		}
	}
	for sign, of := range map[string]string{"word2](<": "[[word1", ":::": "{{< tip", "```go": "{{< highlight", "LaTeX": "\\LaTeX"} {
		if got, want := out.Place(strings.Index(text, sign)).Col, strings.Index(src, of)+1; got != want {
			t.Errorf("%s is at %d, want %d", sign, got, want)
		}
	}
}

// TestIncludedPlaces asks for the places of what another file gives.
func TestIncludedPlaces(t *testing.T) {
	places := func(file string) func(int) book.Pos {
		return func(i int) book.Pos { return book.Pos{File: file, Col: i + 1} }
	}
	const other = "first [[x]] second\n\nthird\n"
	src := "> ![[b]]\n\n```\n{{#include b:3}}\n```\nend"
	out := Translate(Text{[]byte(src), places("a"), "a"}, Options{Open: func(_, name string, _ bool) (Text, error) {
		return Text{[]byte(other), places(name), name}, nil
	}})
	text := string(out.Bytes)
	if want := "> first [x](<x>){.wikilink} second\n> \n> third\n\n\n```\nthird\n```\nend"; text != want {
		t.Fatalf("got\n%s", text)
	}
	for _, tt := range []struct {
		at     int
		file   string
		column int
	}{
		{strings.Index(text, "second"), "b", strings.Index(other, "second") + 1},
		{strings.Index(text, "[x]"), "b", strings.Index(other, "[[x]]") + 1},
		{strings.Index(text, "third"), "b", strings.Index(other, "third") + 1},
		{strings.LastIndex(text, "third"), "b", strings.Index(other, "third") + 1},
		{strings.LastIndex(text, "third") + 4, "b", strings.Index(other, "third") + 5},
		{strings.Index(text, "end"), "a", strings.Index(src, "end") + 1},
	} {
		if got := out.Place(tt.at); got.File != tt.file || got.Col != tt.column {
			t.Errorf("offset %d is at %s:%d, want %s:%d", tt.at, got.File, got.Col, tt.file, tt.column)
		}
	}
}
