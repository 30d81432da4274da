package xhtml

import (
	"testing"

	"octavo/book"
	"octavo/book/language/locale"
)

func rendered(lang string, list ...book.Block) string {
	r := &Renderer{Writer: NewWriter(0), Words: locale.For("en"), Lang: lang}
	r.Blocks(list)
	return string(r.Bytes())
}

func words(s string) []book.Inline { return []book.Inline{&book.Text{Value: s}} }

// TestHold makes sure that what is said of all of a block stands on the block, and what is
// said of a part of it on an element around the part.
func TestHold(t *testing.T) {
	place := &book.Span{ID: "one"}
	tests := []struct {
		name, lang string
		in         book.Block
		want       string
	}{
		{"a block that is a place", "en", &book.Paragraph{Content: []book.Inline{&book.Span{ID: "one", Content: words("a")}}},
			`<p id="one">a</p>`},
		{"a place before text", "en", &book.Paragraph{Content: []book.Inline{place, &book.Text{Value: "a"}}},
			`<p><span id="one"></span>a</p>`},
		{"a direction", "en", &book.Paragraph{Content: []book.Inline{&book.Span{Dir: book.DirRTL, Content: words("12")}}},
			`<p dir="rtl">12</p>`},
		{"a language written to the left", "en", &book.Paragraph{Content: []book.Inline{&book.Span{Lang: "he", Content: words("12 שלום")}}},
			`<p lang="he" xml:lang="he" dir="rtl">12 שלום</p>`},
		{"a direction that is of its language", "he", &book.Paragraph{Content: []book.Inline{&book.Span{Lang: "en", Content: words("a")}}},
			`<p lang="en" xml:lang="en" dir="ltr">a</p>`},
		{"code in a block to the left", "en", &book.Division{ID: "d", Dir: book.DirRTL, Blocks: []book.Block{&book.CodeBlock{Text: "x"}}},
			"<div id=\"d\" dir=\"rtl\">\n<pre translate=\"no\" dir=\"ltr\"><code>x</code></pre>\n</div>"},
		{"an isolate", "en", &book.Paragraph{Content: []book.Inline{&book.Text{Value: "a "}, &book.Span{Dir: book.DirAuto, Content: words("b")}}},
			`<p>a <bdi>b</bdi></p>`},
		{"an override", "en", &book.Paragraph{Content: []book.Inline{&book.Span{Dir: book.DirRTL, Override: true, Content: words("abc")}}},
			`<p><bdo dir="rtl">abc</bdo></p>`},
		{"a heading with a place in it", "en", &book.Heading{Level: 2, ID: "h", Content: []book.Inline{&book.Span{ID: "one", Content: words("a")}}},
			`<h2 id="h"><span id="one">a</span></h2>`},
		{"a heading in another language", "en", &book.Heading{Level: 2, ID: "h", Content: []book.Inline{&book.Span{Lang: "fr", Content: words("a")}}},
			`<h2 id="h" lang="fr" xml:lang="fr">a</h2>`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := rendered(tt.lang, tt.in); got != tt.want+"\n" {
				t.Errorf("got  %swant %s", got, tt.want)
			}
		})
	}
}
