package xhtml

import (
	"strings"
	"testing"

	"octavo/book"
	"octavo/book/language/locale"
)

func TestDirection(t *testing.T) {
	runs := func(s string) []book.Inline { return []book.Inline{&book.Text{Value: s}} }
	text := func(s string) *book.Paragraph { return &book.Paragraph{Content: runs(s)} }
	for _, tt := range []struct {
		name, lang string
		block      book.Block
		want       string
	}{
		{"English", "en", text("Ports"), "<p>Ports</p>"},
		{"Hebrew in a Hebrew book", "he", text("שלום"), "<p>שלום</p>"},
		{"Hebrew in an English book", "en", text("שלום, 12"), `<p dir="rtl">שלום, 12</p>`},
		{"both in an English book", "en", text("שלום is a greeting"), "<p>שלום is a greeting</p>"},
		{"English in a Hebrew book", "he", text("Ports."), `<p><span dir="ltr">Ports.</span></p>`},
		{"both in a Hebrew book", "he", text("Ports, שלום"), "<p>Ports, שלום</p>"},
		{"figures in a Hebrew book", "he", text("12."), "<p>12.</p>"},
		{"heading", "en", &book.Heading{Level: 2, Content: runs("שלום!")}, `<h2 dir="rtl">שלום!</h2>`},
		{"English heading in an Arabic book", "ar", &book.Heading{Level: 2, Content: runs("Ports!")}, `<h2><span dir="ltr">Ports!</span></h2>`},
		{"caption", "en", &book.Figure{Caption: runs("שלום.")},
			`<figure class="figure"><figcaption dir="rtl"><span class="caption">שלום.</span></figcaption></figure>`},
		{"English label of a Hebrew credit", "en", &book.Figure{Caption: runs("שלום."), Credit: runs("שלום")},
			`<figure class="figure"><figcaption><span class="caption">שלום.</span> <span class="credit">Photo: שלום</span></figcaption></figure>`},
		{"English credit of a Hebrew caption", "en", &book.Figure{Caption: runs("שלום."), Credit: runs("Photo: A")},
			`<figure class="figure"><figcaption><span class="caption">שלום.</span> <span class="credit">Photo: A</span></figcaption></figure>`},
		{"item", "en", &book.List{Tight: true, Start: 1, Items: []*book.ListItem{{Blocks: []book.Block{text("שלום.")}}}},
			"<ul class=\"tight\">\n<li><span dir=\"rtl\">שלום.</span></li>\n</ul>"},
		{"cell", "en", &book.Table{Rows: [][]book.Cell{{{Content: runs("שלום.")}}}},
			"<tbody>\n<tr><td dir=\"rtl\">שלום.</td></tr>\n</tbody>"},
		{"definition", "en", &book.DefinitionList{Items: []*book.Definition{{Terms: [][]book.Inline{runs("שלום.")}, Details: [][]book.Block{{text("peace")}}}}},
			"<dl>\n<dt dir=\"rtl\">שלום.</dt>\n<dd>peace</dd>\n</dl>"},
		{"span", "he", &book.Paragraph{Content: []book.Inline{&book.Text{Value: "שלום "}, &book.Span{Lang: "en", Content: runs("a.")}}},
			`<p>שלום <span lang="en" xml:lang="en" dir="ltr">a.</span></p>`},
		{"code", "he", &book.Paragraph{Content: []book.Inline{&book.Text{Value: "שלום "}, &book.Code{Value: "a/"}}},
			`<p>שלום <code class="short" translate="no" dir="ltr">a/</code></p>`},
		{"block of code", "he", &book.CodeBlock{Text: "a;"}, `<pre translate="no" dir="ltr"><code>a;</code></pre>`},
		{"division", "en", &book.Division{Lang: "ar", Blocks: []book.Block{text("سلام")}},
			`<div lang="ar" xml:lang="ar" dir="rtl">` + "\n<p>سلام</p>\n</div>"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			words, _ := locale.For("en").With(nil)
			r := &Renderer{Writer: NewWriter(100), Lang: tt.lang, Words: words}
			r.Block(tt.block)
			if got := string(r.Bytes()); !strings.Contains(got, tt.want) {
				t.Errorf("got  %q\nwant %q", got, tt.want)
			}
		})
	}
}
