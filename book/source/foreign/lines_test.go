package foreign

import "testing"

// TestEditors reads what editors and pymdown write within lines.
func TestEditors(t *testing.T) {
	const told = " are taken as made, and remarks are left out [foreign-tag]"
	for _, c := range []struct{ name, src, want string }{
		{"an addition", "The {++low++} tide", "The low tide\n1: changes of CriticMarkup such as {++low++}" + told},
		{"a deletion", "The {--low --}tide", "The tide\n1: changes of CriticMarkup such as {--low --}" + told},
		{"a substitution", "The {~~low~>high~~} tide", "The high tide\n1: changes of CriticMarkup such as {~~low~>high~~}" + told},
		{"a remark", "The tide{>>true?<<}.", "The tide.\n1: changes of CriticMarkup such as {>>true?<<}" + told},
		{"marked words", "The {==low==} tide", "The ==low== tide"},
		{"a mark without its other", "The {++low tide", "The {++low tide"},
		{"an id", "# Ebb {#ebb}\n\n[x]{#y}", "# Ebb {#ebb}\n\n[x]{#y}"},
		{"keys", `Press ++ctrl+alt+"Q"++ now`, "Press <kbd>Ctrl</kbd>+<kbd>Alt</kbd>+<kbd>Q</kbd> now"},
		{"a program", "i++ + j++ and ++i+j++ and C++", "i++ + j++ and ++i+j++ and C++"},
		{"inserted words", "The ^^low^^ tide, 2^^3", "The <ins>low</ins> tide, 2^^3"},
		{"a smile", "x^^2^^ and ^^좋아요^^ ^^", "x^^2^^ and ^^좋아요^^ ^^"},
		{"an icon", ":material-water: Tide :fontawesome-brands-x:{ .big }", "Tide \n1: icons such as :fontawesome-brands-x:{ .big } are left out: a book has no such font [foreign-tag]\n1: icons such as :material-water: are left out: a book has no such font [foreign-tag]"},
		{"a comment of a template", "Ebb {# not for print #}and flow\n\n{#- nor\nthis -#}\n", "Ebb and flow"},
		{"a comment without an end", "Ebb {# and flow", "Ebb {# and flow"},
		{"an id of kramdown below a heading", "# Ebb\n{: #ebb .big}\n", "# Ebb {#ebb}\n2: attributes such as {: .big} are left out: they are for the style sheet of a site [foreign-tag]"},
	} {
		t.Run(c.name, func(t *testing.T) { check(t, c.src, c.want) })
	}
}

// TestLines reads forms that take whole lines.
func TestLines(t *testing.T) {
	const markua = " are read as asides of Markua, without their letter [foreign-tag]"
	for _, c := range []struct{ name, src, want string }{
		{"a block of pymdown", "/// tip | Low \"water\"\nMind it.\n///\n", "::: {.callout-tip title=\"Low \\\"water\\\"\"}\n\nMind it.\n\n:::"},
		{"blocks within", "//// note\n/// warning\nMind it.\n///\n////\n", "::: {.callout-note}\n\n::: {.callout-warning}\n\nMind it.\n\n:::\n\n:::"},
		{"options", "/// admonition | Low\n    type: tip\nMind it.\n///\n", "::: {.box title=\"Low\"}\n\nMind it.\n\n:::"},
		{"a tab", "/// tab | Ebb\nIt goes.\n///\n", "**Ebb**\n\nIt goes."},
		{"a block of no kind", "/// html | div.low\nIt goes.\n///\n", "It goes.\n1: the block /// html is left out, its words stay [foreign-tag]"},
		{"a block without an end", "/// note\nIt goes.\n", "/// note\nIt goes."},
		{"a caption", "![a](a.png)\n/// caption\nThe *low*\ntide\n///\n", "![a](a.png)\n_The *low* tide_"},
		{"slashes alone", "Ebb\n///\n", "Ebb\n///"},
		{"a snippet", "--8<-- \"ebb.md\"\n", "# Ebb\n\nThe water goes.\n\n## At night\n\nIt goes quietly. <a id=\"quiet\"></a>\n\n## By day\n\nIt goes fast."},
		{"a snippet of code", "<<< @/tide.rs{2}\n", "1: @/tide.rs{2} is not included [include-missing]"},
		{"a picture of iA Writer", "/quay.png \"The quay\"\n", "![](<quay.png> \"The quay\")"},
		{"a table of iA Writer", "/tides.csv\n", "/tides.csv\n1: /tides.csv is not included [include-missing]"},
		{"a path alone", "/etc/hosts.conf\n", "/etc/hosts.conf"},
		{"a path in a line", "Ebb\n/quay.png\n", "Ebb\n/quay.png"},
		{"a definition with a size", "![][q]\n\n[q]: quay.png \"The quay\" width=40px height=3\n", "![][q]\n\n[q]: quay.png \"The quay\""},
		{"an aside of Markua", "W> ## Low\nW> Mind *it*.\n\nEbb.", "::: {.callout-warning}\n\n## Low\nMind *it*.\n\n:::\n\nEbb.\n1: lines such as W> ## Low" + markua},
		{"boxes of Markua", "A> Words.\n\nA> More.\n", "::: {.box}\n\nWords.\n\n\n:::\n\n::: {.box}\n\nMore.\n\n:::\n1: lines such as A> Words." + markua + "\n3: lines such as A> More." + markua},
		{"centred lines of Markua", "C> Words.\n", "Words.\n1: lines such as C> Words." + markua},
		{"a caption of Markua", "{caption: \"The *ebb*\", width: 50%}\n![a](a.png)\n", "_The *ebb*_\n\n![a](a.png)\n1: attributes such as {caption: \"The *ebb*\", width: 50%} are left out: they are for another tool [foreign-tag]"},
		{"a blurb without an end", "{blurb}\nMind it.\n", "Mind it.\n1: {blurb} has no end and is left out, its words stay [foreign-tag]"},
		{"a letter that is greater", "A> b\nand c\n", "A> b\nand c"},
		{"a blurb", "{blurb, class: tip}\nMind it.\n{/blurb}\n", "::: {.callout-tip}\n\nMind it.\n\n:::"},
		{"attributes of Markua", "{width: 50%, alt: \"Ebb\"}\n![a](a.png)\n", "![a](a.png)\n1: attributes such as {width: 50%, alt: \"Ebb\"} are left out: they are for another tool [foreign-tag]"},
		{"an aside of Notion", "<aside>\n💡 Mind **it**.\n\nAll.\n\n</aside>\n\nEbb.", "::: {.box}\n\n💡 Mind **it**.\n\nAll.\n\n:::\n\nEbb."},
		{"an aside of HTML", "<aside>\n<p>Mind it.</p>\n</aside>\n", "<aside>\n<p>Mind it.</p>\n</aside>"},
		{"parts of a book", "{mainmatter}\n\nEbb\n", "Ebb"},
	} {
		t.Run(c.name, func(t *testing.T) { check(t, c.src, c.want) })
	}
}

// TestSiteTags reads tags of Hexo, Zola and GitBook.
func TestSiteTags(t *testing.T) {
	for _, c := range []struct{ name, src, want string }{
		{"a call", `{{ youtube(id="abc", autoplay=true) }}`, "<https://www.youtube.com/watch?v=abc>"},
		{"a call for a picture", `{{ figure(src="a.png", caption="Ebb, low") }}`, `![](<a.png> "Ebb, low")`},
		{"a call of no shortcode", `{{ now(utc=true) }}`, "\\{\\{ now(utc=true) }}\n1: a variable of a template, such as {{ now(utc=true) }}, is printed as it is written [foreign-tag]"},
		{"calls within", "{% note(title=\"Ebb\") %}\n{% quote(author=\"Ann\") %}\nIt goes.\n{% end %}\n{% end %}\n", "::: {.callout-note title=\"Ebb\"}\n\n<blockquote>\n\nIt goes.\n\n— Ann\n\n</blockquote>\n\n:::"},
		{"an end alone", "Ebb {% end %}", "Ebb {% end %}"},
		{"a quotation of Hexo", "{% blockquote Ann Lee, The Tides https://example.org/a %}\nIt goes.\n{% endblockquote %}\n", "<blockquote>\n\nIt goes.\n\n— Ann Lee, The Tides\n\n</blockquote>"},
		{"a quotation of Hugo", "{{< quote cite=\"Ann Lee\" >}}\nIt goes.\n{{< /quote >}}\n", "<blockquote>\n\nIt goes.\n\n— Ann Lee\n\n</blockquote>"},
		{"a picture of Hexo", "{% asset_img big a.png 300 200 \"The ebb\" %}", `![](<a.png> "The ebb")`},
		{"an article of Hexo", "{% post_link ebb The ebb %} and {% post_link ebb %}", "[The ebb](<ebb>) and [ebb](<ebb>)"},
		{"code of Hexo", "{% codeblock Ebb lang:go %}\nx()\n{% endcodeblock %}\n", "```go title=\"Ebb\"\nx()\n```"},
		{"code of Hexo with its language", "{% codeblock lang:go %}\nx()\n{% endcodeblock %}\n", "```go\nx()\n```"},
		{"a note of a kind", "{% note danger %}\nIt goes.\n{% endnote %}\n", "::: {.callout-caution}\n\nIt goes.\n\n:::"},
		{"code of GitBook", "{% code title=\"a.js\" %}\n```js\nx()\n```\n{% endcode %}\n", "**a.js**\n\n```js\nx()\n```\n"},
		{"a film of GitBook", "{% embed url=\"https://example.org/v\" %}\nThe ebb\n{% endembed %}\n", "<https://example.org/v>\n\nThe ebb"},
		{"a link of GitBook", "{% content-ref url=\"b.md\" %}\n[b](b.md)\n{% endcontent-ref %}\n", "[b](b.md)"},
	} {
		t.Run(c.name, func(t *testing.T) { check(t, c.src, c.want) })
	}
}

// TestMyST reads directives and roles of MyST.
func TestMyST(t *testing.T) {
	for _, c := range []struct{ name, src, want string }{
		{"a note", "```{tip}\n:class: dropdown\nMind *it*.\n```\n", "::: {.callout-tip}\n\nMind *it*.\n\n:::"},
		{"notes within", "````{admonition} Ebb\n```{seealso}\n{sub}`2`\n```\n````\n", "::: {.box title=\"Ebb\"}\n\n::: {.callout-note}\n\n<sub>2</sub>\n\n:::\n\n:::"},
		{"between colons", ":::{warning} Low\n:class: x\nMind it.\n:::\n", "::: {.callout-warning title=\"Low\"}\n\nMind it.\n\n:::"},
		{"an epigraph", "```{epigraph}\nIt goes.\n```\n", "::: {.epigraph}\n\nIt goes.\n\n:::"},
		{"a figure", "```{figure} a.png\n:name: fig-a\n:alt: A quay\nThe *low*\ntide\n\nAt noon.\n```\n\n{numref}`fig-a`", "![A quay](<a.png> \"The *low* tide\"){#fig-a}\n\nAt noon.\n\n[\\@fig-a](<#fig-a>)"},
		{"a formula", "```{math}\n:label: e\nx^2\n```\n", "$$\nx^2\n$$ {#e}"},
		{"options in YAML", "```{figure} a.png\n---\nwidth: 80%\nname: \"a\"\n---\nThe ebb\n```\n{ref}`a`", "![](<a.png> \"The ebb\"){#a}\n[\\@a](<#a>)"},
		{"a rule across a note", "```{tip}\n---\nMind it.\n```\n", "::: {.callout-tip}\n\n---\nMind it.\n\n:::"},
		{"a note with a name", "```{tip}\n:name: low\nMind it.\n```\n{ref}`low`", "<a id=\"low\"></a>\n\n::: {.callout-tip}\n\nMind it.\n\n:::\n\n[\\@low](<#low>)"},
		{"code with a caption", "```{code-block} go\n:caption: The \"ebb\"\nx()\n```\n", "```go title=\"The 'ebb'\"\nx()\n```"},
		{"a table between colons", ":::{table} Tides\n:name: t\n\n| a |\n|---|\n| b |\n:::\n", "Table: Tides {#t}\n\n\n| a |\n|---|\n| b |"},
		{"a figure between colons", ":::{figure} a.png\nThe ebb\n:::\n\nIt goes.", "![](<a.png> \"The ebb\")\n\nIt goes."},
		{"code between colons", "::::{code} go\n```\n::::\n", "````go\n```\n````"},
		{"blocks of colons within", ":::{tip}\n:::{note}\nIt goes.\n:::\n:::\n", "::: {.callout-tip}\n\n::: {.callout-note}\n\nIt goes.\n\n:::\n\n:::"},
		{"a note in an item", "- a\n\n  ```{tip}\n  Mind it.\n  ```\n- b", "- a\n\n  ::: {.callout-tip}\n\n  Mind it.\n\n  :::\n\n- b"},
		{"a formula in a quotation", "> ```{math}\n> x\n> ```\n", "> $$\n> x\n> $$"},
		{"code in an item", "1.  a\n\n    ```{code-block} go\n    x()\n    ```\n\nEbb", "1.  a\n\n    ```go\n    x()\n    ```\n\nEbb"},
		{"code", "```{code-block} go\n:linenos:\nx()\n```\n", "```go\nx()\n```"},
		{"a table", "```{list-table} Tides\n* - a\n  - b\n```\n", "**Tides**\n\n* - a\n  - b"},
		{"contents", "```{toctree}\na\nb\n```\n", "1: the directive {toctree} is left out: another tool would fill it in [foreign-tag]"},
		{"a fence without an end", "```{tip}\nMind it.\n", "```{tip}\nMind it."},
		{"a target", "(ebb)=\n\n# The ebb\n\n{ref}`ebb`, {ref}`low <ebb>` and {doc}`other`", "# The ebb {#ebb}\n\n[\\@ebb](<#ebb>), [low](<#ebb>) and [other](<other>)"},
		{"a target above words", "(ebb)=\nIt goes.", "<a id=\"ebb\"></a>\nIt goes."},
		{"roles", "{kbd}`A`, {abbr}`BA (Before)`, {file}`a_b`, {strong}`c` {emphasis}`d` {guilabel}`E_f`", "<kbd>A</kbd>, BA (Before), `a_b`, **c** *d* E\\_f"},
		{"a role that leads to no part", "{ref}`the ebb <ebb>`", "the ebb\n1: references such as {ref}`the ebb <ebb>` lead to no part of the chapter [cross-reference]"},
		{"a term", "{term}`the *ebb* <Ebb>`, {term}`Ebb`", "the \\*ebb\\*, Ebb"},
		{"a role of no kind", "{sub}`2` {odd}`x`", "<sub>2</sub> `x`\n1: the role {odd} is left out, its words stay [foreign-tag]"},
		{"a citation", "{cite:t}`lee2020`", "\\[lee2020\\]\n1: citations such as {cite}`lee2020` are printed as they are written: a book has no bibliography yet [citation]"},
		{"remarks and cells", "{sub}`2`\n\n% for us\n\n+++\n\nEbb", "<sub>2</sub>\n\nEbb"},
		{"a remark within words", "{sub}`2`\n\nFifty\n% for us\n% too\nof them", "<sub>2</sub>\n\nFifty\n\n\nof them\n4: lines within text such as % for us are left out: they are remarks in MyST [foreign-tag]"},
		{"news of a ticker", "{sub}`2`\n\n+++ The ebb +++", "<sub>2</sub>\n\n+++ The ebb +++"},
		{"a per cent below a cell of R", "```{r, eval=FALSE}\nx\n```\n\n% for us", "```r\nx\n```\n\n% for us"},
		{"a per cent of other tools", "% for us\n\n{odd}`x`", "% for us\n\n{odd}`x`"},
	} {
		t.Run(c.name, func(t *testing.T) { check(t, c.src, c.want) })
	}
}

// TestCells reads programs that R Markdown and Quarto run.
func TestCells(t *testing.T) {
	const printed = " are printed and not run: what they show is not there [foreign-tag]"
	const hidden = "1: a cell that hides its program is left out, and what the program shows is not there [foreign-tag]"
	for _, c := range []struct{ name, src, want string }{
		{"a cell", "```{r tides, fig.cap=\"The tides\"}\nplot(t)\n```\n", "```r title=\"The tides\"\nplot(t)\n```\n1: programs in cells such as {r tides, fig.cap=\"The tides\"}" + printed},
		{"its options within", "```{python}\n#| label: a\n#| fig-cap: \"The 'tides'\"\nplot(t)\n```\n", "```python title=\"The 'tides'\"\nplot(t)\n```\n1: programs in cells such as {python}" + printed},
		{"hidden", "```{r, echo=FALSE}\nplot(t)\n```\n", hidden},
		{"hidden, with a caption", "```{r}\n#| echo: false\n#| fig-cap: The tides\nplot(t)\n```\n", "*The tides*\n" + hidden},
		{"within text", "```{r, include=FALSE}\nx\n```\n\nIt rose `r n` m.", "It rose `r n` m.\n" + hidden + "\n5: programs within text such as `r n` are printed and not run [foreign-tag]"},
		{"code that begins so", "Type `r n` there.", "Type `r n` there."},
		{"a program that is not run", "```{r, eval=FALSE}\nx\n```\n", "```r\nx\n```"},
		{"in an item", "1.  a\n\n    ```{r, eval=FALSE}\n    x\n    ```\n\nEbb", "1.  a\n\n    ```r\n    x\n    ```\n\nEbb"},
		{"in a quotation", "> ```{r, eval=FALSE}\n> x\n> ```\n\nEbb", "> ```r\n> x\n> ```\n\nEbb"},
		{"attributes of pandoc", "```{.r}\nx\n```\n", "```{.r}\nx\n```"},
	} {
		t.Run(c.name, func(t *testing.T) { check(t, c.src, c.want) })
	}
}

// TestComponents reads components of MDX that stand for something of Markdown.
func TestComponents(t *testing.T) {
	const module = "import a from 'a'\n\n"
	const told = "\n1: lines that import for MDX are left out: a book runs no program [foreign-tag]"
	for _, c := range []struct{ name, src, want string }{
		{"a picture", `<Image src="./a.png" alt="A quay" />`, "![A quay](<./a.png>)" + told},
		{"a film", `<YouTube id="abc" />`, "<https://www.youtube.com/watch?v=abc>" + told},
		{"an aside", "<Aside type=\"tip\" title=\"Low\">\nMind it.\n</Aside>", "::: {.callout-tip title=\"Low\"}\n\nMind it.\n\n:::" + told},
		{"an expression", "In {year} and { x }.", "In \\{year} and { x }." + told + "\n3: expressions of MDX such as {year} are printed as they are written [foreign-tag]"},
	} {
		t.Run(c.name, func(t *testing.T) { check(t, module+c.src, c.want) })
	}
}
