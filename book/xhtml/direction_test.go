package xhtml

import (
	"testing"

	"octavo/book"
)

func TestDirection(t *testing.T) {
	text := func(s string) *book.Paragraph {
		return &book.Paragraph{Content: []book.Inline{&book.Text{Value: s}}}
	}
	for _, tt := range []struct {
		name, lang string
		block      book.Block
		want       string
	}{
		{"English", "en", text("Ports"), "<p>Ports</p>\n"},
		{"Hebrew in a Hebrew book", "he", text("שלום"), "<p>שלום</p>\n"},
		{"Hebrew in an English book", "en", text("שלום, 12"), `<p dir="rtl">שלום, 12</p>` + "\n"},
		{"both in an English book", "en", text("שלום is a greeting"), "<p>שלום is a greeting</p>\n"},
		{"division", "en", &book.Division{Lang: "ar", Blocks: []book.Block{text("سلام")}},
			`<div lang="ar" xml:lang="ar" dir="rtl">` + "\n<p>سلام</p>\n</div>\n"},
		{"division of the same direction", "en", &book.Division{Lang: "fr", Blocks: []book.Block{text("a")}},
			`<div lang="fr" xml:lang="fr">` + "\n<p>a</p>\n</div>\n"},
		{"span", "he", &book.Paragraph{Content: []book.Inline{&book.Span{Lang: "en", Content: []book.Inline{&book.Text{Value: "a."}}}}},
			`<p><span lang="en" xml:lang="en" dir="ltr">a.</span></p>` + "\n"},
		{"code", "he", &book.Paragraph{Content: []book.Inline{&book.Code{Value: "a/"}}},
			`<p><code class="short" translate="no" dir="ltr">a/</code></p>` + "\n"},
		{"block of code", "he", &book.CodeBlock{Text: "a;"}, `<pre translate="no" dir="ltr"><code>a;</code></pre>` + "\n"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r := &Renderer{Writer: NewWriter(100), Lang: tt.lang}
			r.Block(tt.block)
			if got := string(r.Bytes()); got != tt.want {
				t.Errorf("%q, want %q", got, tt.want)
			}
		})
	}
}
