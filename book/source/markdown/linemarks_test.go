package markdown

import (
	"fmt"
	"strings"
	"testing"

	"octavo/book"
)

// TestLineSigns: signs of other tools for a new page begin one, those for a table of
// contents are told, and what may be text is text.
func TestLineSigns(t *testing.T) {
	const page, contents = "page", "contents-mark"
	for _, tt := range []struct{ text, want string }{
		{"{{pagebreak}}", page}, {"{{ Page-Break }}", page}, {"{{< pagebreak >}}", page}, {"{% newpage %}", page},
		{"{::pagebreak /}", page}, {"{pagebreak}", page}, {"[pagebreak]", page}, {"[[page break]]", page},
		{"<!-- pagebreak -->", page}, {"<!--nextpage-->", page}, {`<!-- \newpage -->`, page}, {"<!--more-->", ""},
		{"***pagebreak***", page}, {"---pagebreak---", page}, {"=== page break ===", page}, {"+++pagebreak+++", page},
		{":::pagebreak:::", page}, {"%%pagebreak%%", page}, {"<<pagebreak>>", page},
		{`\pagebreak`, page}, {`\clearpage`, page}, {`\pagebreak[4]`, page}, {"::: {.page-break}\n:::", page}, {"::: newpage\nWords.\n:::", "Words. page"},
		{"{{toc}}", contents}, {"{{ .TableOfContents }}", contents}, {"[[toc]]", contents}, {"[[_TOC_]]", contents}, {"[_TOC_]", contents},
		{"<!-- toc -->", contents}, {"{% toc %}", contents}, {"__TOC__", contents}, {"@[toc]", contents}, {"{:toc}", contents},
		{`<div style="page-break-after: always"></div>`, page}, {`<div style="break-before:page">&nbsp;</div>`, page},
		{`<div style="break-after: page">Words.</div>`, "Words. page"}, {`<p style="page-break-before: always">Words.</p>`, "page Words."},
		{"<div class=\"page-break-before\">\n\nWords.\n\n</div>", "page Words."}, {`<hr class="pagebreak">`, page},
		{`<br style="page-break-after: always">`, page}, {"<pagebreak />", page}, {"<mbp:pagebreak />", page},
		{`<div style="page-break-inside: avoid">Words.</div>`, "Words. raw-html"},
		{"Words\n{{pagebreak}}\nmore.", "Words page more."},
		{"Words {{pagebreak}}.", "Words {{pagebreak}}. foreign-tag"}, {"Words {{< toc >}}.", "Words . foreign-tag"},
		{"*pagebreak*", "pagebreak"}, {"**Page break**", "Page break"}, {"***TOC***", "TOC"}, {"Page break", "Page break"},
		{"[Page break](https://a.example)", "Page break"}, {"`{{pagebreak}}`", "{{pagebreak}}"}, {"(page break)", "(page break)"},
	} {
		c, list := Parse("c.md", []byte("---\ntitle: T\n---\n\n"+tt.text+"\n"), Options{Language: "en"})
		var got []string
		for _, b := range book.BlocksOf(c) {
			switch b := b.(type) {
			case *book.NewPage:
				got = append(got, page)
			case *book.Paragraph:
				got = append(got, book.PlainText(b.Content))
			case *book.Break:
				got = append(got, "break")
			}
		}
		for _, d := range list {
			if got = append(got, string(d.Rule)); d.Pos.Line != 5 {
				t.Errorf("%s: told of line %d", tt.text, d.Pos.Line)
			}
		}
		if s := strings.Join(got, " "); s != tt.want {
			t.Errorf("%s\ngot  %s\nwant %s", tt.text, s, tt.want)
		}
		roundTrip(t, fmt.Append(nil, tt.text))
	}
	roundTrip(t, []byte("_**pagebreak**_\n\nA\\\n<em><strong>newpage</strong></em>\n\n\\[toc]\n"))
}
