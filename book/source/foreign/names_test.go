package foreign

import (
	"strings"
	"testing"
)

// TestNames translates a sign of each name that a tool has.
func TestNames(t *testing.T) {
	for _, c := range []struct{ names, src, want string }{
		{"figure img image picture", `{{< NAME "a.jpg" >}}`, "![](<a.jpg>)"},
		{"src url image_path file", `{{< figure NAME="a.jpg" >}}`, "![](<a.jpg>)"},
		{"link href", `{{< figure src="a.jpg" NAME="b" >}}`, "[![](<a.jpg>)](<b>)"},
		{"attr credit", `{{< figure src="a.jpg" NAME="Ann" >}}`, `![](<a.jpg>){credit="Ann"}`},
		{"ref relref link", `{{< NAME "b.md" >}}`, "[b](<b.md>)"},
		{"include include_relative readfile embed include_file", `{{< NAME ebb.md >}}`, "# Ebb\n\nThe water goes.\n\n## At night\n\nIt goes quietly. <a id=\"quiet\"></a>\n\n## By day\n\nIt goes fast."},
		{"file path", `{{< include NAME="deep.md" >}}`, "[deep](<deep>){.wikilink}\n1: deep.md includes itself [include-missing]"},
		{"details detail expand collapse spoiler tab", "{{< NAME \"Ebb\" >}}\nIt goes.\n{{< /NAME >}}", "**Ebb**\n\nIt goes."},
		{"tabs tabpane rawhtml html center", "{{< NAME >}}\nIt goes.\n{{< /NAME >}}", "It goes."},
		{"title summary name header label", "{{< details NAME=\"Ebb\" >}}\nIt goes.\n{{< /details >}}", "**Ebb**\n\nIt goes."},
		{"note info primary secondary light", "{{< NAME >}}\nIt goes.\n{{< /NAME >}}", "::: {.callout-note}\n\nIt goes.\n\n:::"},
		{"tip success", "{{< NAME >}}\nIt goes.\n{{< /NAME >}}", "::: {.callout-tip}\n\nIt goes.\n\n:::"},
		{"important", "{{< NAME >}}\nIt goes.\n{{< /NAME >}}", "::: {.callout-important}\n\nIt goes.\n\n:::"},
		{"warning attention", "{{< NAME >}}\nIt goes.\n{{< /NAME >}}", "::: {.callout-warning}\n\nIt goes.\n\n:::"},
		{"caution danger error bug", "{{< NAME >}}\nIt goes.\n{{< /NAME >}}", "::: {.callout-caution}\n\nIt goes.\n\n:::"},
		{"example", "{{< NAME >}}\nIt goes.\n{{< /NAME >}}", "::: {.callout-example}\n\nIt goes.\n\n:::"},
		{"question faq", "{{< NAME >}}\nIt goes.\n{{< /NAME >}}", "::: {.callout-question}\n\nIt goes.\n\n:::"},
		{"abstract summary tldr", "{{< NAME >}}\nIt goes.\n{{< /NAME >}}", "::: {.callout-abstract}\n\nIt goes.\n\n:::"},
		{"hint notice callout admonition alert", "{{< NAME warning >}}\nIt goes.\n{{< /NAME >}}", "::: {.callout-warning}\n\nIt goes.\n\n:::"},
		{"type context color kind level style", "{{< callout NAME=danger >}}\nIt goes.\n{{< /callout >}}", "::: {.callout-caution}\n\nIt goes.\n\n:::"},
		{"title header heading", "{{< tip NAME=\"Ebb\" >}}\nIt goes.\n{{< /tip >}}", "::: {.callout-tip title=\"Ebb\"}\n\nIt goes.\n\n:::"},
		{"title text caption label summary content name author", `{{< x NAME="Ebb" >}}`, "Ebb" + leftOut(1, "shortcode {{< x >}}")},
		{"id video_id slug", `{{< vimeo NAME=7 >}}`, "<https://vimeo.com/7>"},
		{"src url mp4", `{{< video NAME="https://example.org/v" >}}`, "<https://example.org/v>"},
		{"src url mp3 mp4 m4a ogg", `[audio NAME="https://example.org/v"]`, "<https://example.org/v>"},
		{"gallery playlist", "[NAME]", "1: the shortcode [NAME] of WordPress is left out: another tool would fill it in [foreign-tag]"},
		{"embed audio video youtube vimeo", "[NAME https://example.org/v]", "<https://example.org/v>"},

		{"youtube", "{{< NAME 7 >}}", "<https://www.youtube.com/watch?v=7>"},
		{"vimeo", "{{< NAME 7 >}}", "<https://vimeo.com/7>"},
		{"gist", "{{< NAME 7 >}}", "<https://gist.github.com/7>"},
		{"instagram", "{{< NAME 7 >}}", "<https://www.instagram.com/p/7/>"},
		{"tweet twitter", "{{< NAME 7 >}}", "<https://twitter.com/i/status/7>"},
		{"x", "{{< NAME 7 >}}", "<https://x.com/i/status/7>"},
		{"spotify", "{{< NAME track/7 >}}", "<https://open.spotify.com/track/7>"},
		{"soundcloud", "{{< NAME 7 >}}", "<https://soundcloud.com/7>"},
		{"bilibili", "{{< NAME 7 >}}", "<https://www.bilibili.com/video/7>"},
		{"codepen", "{{< NAME 7 >}}", "<https://codepen.io/7>"},
		{"asciinema", "{{< NAME 7 >}}", "<https://asciinema.org/a/7>"},

		{"png jpg jpeg gif svg webp bmp tif tiff avif heic", "![[a.NAME]]", "![](<a.NAME>)"},
		{"pdf mp3 m4a wav ogg flac 3gp mp4 webm ogv mov mkv canvas base excalidraw", "![[a.NAME]]", "a.NAME\n1: an embedded file, a.NAME, is no text: its name stands in its place [foreign-tag]"},
		{"{static} {filename} {attach} |static| |filename| |attach|", "[a](NAME/b)", "[a](/b)"},
		{"site.baseurl site.url site.root site.BaseURL page.url .Site.BaseURL Site.BaseURL", "{{ NAME }}/b", "/b"},
		{"relative_url absolute_url url relURL absURL prepend:", "{{ 'b' | NAME }}", "b"},
		{"fig tbl tab sec lst eq thm exm def apx cha chap chapter", "@NAME-a\n\n# A {#NAME-a}", "[\\@NAME-a](<#NAME-a>)\n\n# A {#NAME-a}"},
		{"ref autoref cref Cref pageref nameref", "\\NAME{a}\n\n# A {#a}", "[\\@a](<#a>)\n\n# A {#a}"},
		{"cite parencite textcite autocite footcite citep citet", `\NAME{a}`, `\\NAME\{a}` + "\n1: citations such as \\NAME{a} are printed as they are written: a book has no bibliography yet [citation]"},
		{"md markdown qmd mdx rmd MD", "{{#include NAME.NAME}}", "\\{\\{#include NAME.NAME}}\n1: NAME.NAME cannot be included: there is no such file [include-missing]"},
		{"raw verbatim", "{% NAME %}[[x]]{% endNAME %}", "[[x]]"},
		{"highlight mermaid code", "{% NAME %}[[x]]{% endNAME %}", "`[[x]]`"},
		{"pre script style textarea", "<NAME>[[x]]</NAME> [[y]]", "<NAME>[[x]]</NAME> [y](<y>){.wikilink}"},
		{"html html4 html5 epub epub2 epub3 markdown commonmark md", "`<br>`{=NAME}", "<br>"},
		{"latex tex docx openxml rtf", "`<br>`{=NAME}", "1: raw text for NAME is left out [raw-format]"},
		{"Tabs TabItem", "<NAME>\nWords\n</NAME>", "Words"},
		{"Aside Admonition Callout Note", "import a from 'a'\n\n<NAME>\nWords\n</NAME>", "::: {.callout-note}\n\nWords\n\n:::\n1: lines that import for MDX are left out: a book runs no program [foreign-tag]"},
		{"CodeGroup Steps Card CardGroup", "<NAME>\nWords\n</NAME>", "Words\n1: the component <NAME> is left out, its words stay [foreign-tag]"},
		{"label title summary header", "<Tabs NAME=\"Ebb\">\nWords", "**Ebb**\n\nWords"},

		{"emph textit textsl", `\NAME{a}`, "*a*"},
		{"smallskip medskip bigskip noindent indent centering hfill vfill raggedright raggedleft linebreak nopagebreak bigbreak medbreak singlespacing doublespacing onehalfspacing footnotesize scriptsize normalsize frontmatter mainmatter backmatter printbibliography listoffigures listoftables phantomsection protect vskip hskip parindent parskip par maketitle appendix",
			`\NAME`, "1: \\NAME of TeX is left out [raw-format]"},
		{"vspace hspace setcounter pagestyle thispagestyle pagenumbering label bibliography addcontentsline selectlanguage usepackage", `\NAME{a}`, "1: \\NAME of TeX is left out [raw-format]"},
		{"vspace hspace setcounter pagestyle label usepackage", `\NAME`, `\NAME`},
		{"center centering flushleft flushright abstract minipage multicols figure titlepage small large spacing landscape", "\\begin{NAME}\na\n\\end{NAME}", "a\n1: the environment NAME of LaTeX is left out, its words stay [raw-format]"},
		{"quote quotation displayquote", "\\begin{NAME}\na\n\\end{NAME}", "<blockquote>\n\na\n\n</blockquote>\n1: the environment NAME of LaTeX is left out, its words stay [raw-format]"},
		{"ldots dots textellipsis", `\NAME{}`, "…"},
		{"LaTeX TeX XeLaTeX BibTeX", `\NAME`, "NAME"},
	} {
		for _, name := range strings.Fields(c.names) {
			check(t, strings.ReplaceAll(c.src, "NAME", name), strings.ReplaceAll(c.want, "NAME", name))
		}
	}
	for src, want := range map[string]string{
		`\LaTeXe`: "LaTeX2e", `\textendash`: "–", `\textemdash`: "—", `\textasciitilde`: `\~`, `\texttrademark`: "™",
		`\textregistered`: "®", `a \quad b`: "a   b", `a \qquad b`: "a   b",
	} {
		check(t, src, want)
	}
}
