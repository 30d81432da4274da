package xhtml

import (
	"testing"

	"octavo/book"
)

// TestDivisions writes a block of each class: its element, what it is for systems that
// skip or announce such blocks, and its title.
func TestDivisions(t *testing.T) {
	words := []book.Block{&book.Paragraph{Content: []book.Inline{&book.Text{Value: "Words."}}}}
	title := []book.Inline{&book.Text{Value: "A title"}}
	poem := []book.Block{&book.Paragraph{Content: []book.Inline{
		&book.Text{Value: "One"}, &book.LineBreak{},
		&book.Styled{Style: book.Emphasis, Content: []book.Inline{&book.Text{Value: "\u00a0two"}, &book.LineBreak{}, &book.Text{Value: "three"}}},
	}}}
	picture := func(w, h int) book.Block {
		return &book.Figure{Image: &book.Image{Src: "a.png", Alt: "a", Picture: &book.Picture{Path: "a.png", Format: "png", Width: w, Height: h}}}
	}
	said := func(name, words string) book.Block {
		return &book.Paragraph{Content: []book.Inline{&book.Styled{Style: book.Strong, Content: []book.Inline{text(name)}}, &book.Text{Value: words}}}
	}
	talk := []book.Block{said("Q:", " Why?"), said("A:", " So."), words[0]}
	const figure = `<figure class="figure"><img src="a.png" alt="a"/></figure>` + "\n"
	for _, tt := range []struct {
		name string
		d    book.Division
		want string
	}{
		{"a language", book.Division{Lang: "he"}, `<div lang="he" xml:lang="he" dir="rtl">` + "\n" + `<p><span dir="ltr">Words.</span></p>` + "\n</div>\n"},
		{"a direction", book.Division{Dir: book.DirRTL, ID: "x"}, `<div id="x" dir="rtl">` + "\n" + `<p><span dir="ltr">Words.</span></p>` + "\n</div>\n"},
		{"a title alone", book.Division{Title: title}, `<div class="block">` + "\n" + `<p class="block-title">A title</p>` + "\n<p>Words.</p>\n</div>\n"},
		{"a note", book.Division{Class: book.Admonition}, `<aside class="block admonition note" role="note" aria-label="Note">` + "\n" + `<p class="block-label">Note</p>` + "\n<p>Words.</p>\n</aside>\n"},
		{"a warning", book.Division{Class: book.Admonition, Kind: book.KindWarning, Title: title}, `<section class="block admonition warning" epub:type="notice" role="doc-notice" aria-label="A title">` + "\n" + `<p class="block-label">A title</p>` + "\n<p>Words.</p>\n</section>\n"},
		{"a pull quote", book.Division{Class: book.PullQuote}, `<aside class="block pullquote" epub:type="pullquote" role="doc-pullquote">` + "\n<p>Words.</p>\n</aside>\n"},
		{"verse", book.Division{Class: book.Verse, Blocks: poem}, `<div class="block verse">` + "\n" + `<p class="stanza"><span class="line">One</span><br/>` + "\n" + `<span class="line"><em>` + "\u00a0" + `two</em></span><br/>` + "\n" + `<span class="line"><em>three</em></span></p>` + "\n</div>\n"},
		{"an interview", book.Division{Class: book.Interview, Blocks: talk}, `<div class="block interview">` + "\n" + `<p class="question"><strong>Q:</strong> Why?</p>` + "\n" + `<p class="answer"><strong>A:</strong> So.</p>` + "\n" + `<p class="continued">Words.</p>` + "\n</div>\n"},
		{"a pair", book.Division{Class: book.Pair, Blocks: []book.Block{picture(3, 2), picture(1, 1)}}, `<div class="block pair">` + "\n" + `<div class="cell" style="flex: 1.5 1 15.6em">` + figure + "</div>\n" + `<div class="cell" style="flex: 1 1 10.4em">` + figure + "</div>\n</div>\n"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if tt.d.Blocks == nil {
				tt.d.Blocks = words
			}
			r := renderer()
			r.Block(&tt.d)
			if got := string(r.Bytes()); got != tt.want {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
		})
	}
}

// TestPullQuote hides words that the chapter says as well; others, and links, are heard.
func TestPullQuote(t *testing.T) {
	text := func(s string) []book.Inline { return []book.Inline{&book.Text{Value: s}} }
	body := &book.Paragraph{Content: text("Nobody in the town looks up.")}
	const open, hidden = `<aside class="block pullquote" epub:type="pullquote" role="doc-pullquote"`, ` aria-hidden="true"`
	for _, tt := range []struct {
		content []book.Inline
		want    string
	}{
		{text("“Nobody … looks up!”"), open + hidden + ">\n<p>“Nobody … looks up!”</p>\n</aside>\n"},
		{text("Everybody looks up."), open + ">\n<p>Everybody looks up.</p>\n</aside>\n"},
		{
			[]book.Inline{&book.Link{URL: "https://example.org/", Content: text("Nobody")}},
			open + ">\n" + `<p><a href="https://example.org/">Nobody</a></p>` + "\n</aside>\n",
		},
	} {
		quote := &book.Division{Class: book.PullQuote, Blocks: []book.Block{&book.Paragraph{Content: tt.content}}}
		r := renderer()
		r.Echo = book.NewEcho(&book.Chapter{Body: []book.Block{body, quote}})
		r.Block(quote)
		if got := string(r.Bytes()); got != tt.want {
			t.Errorf("got\n%s\nwant\n%s", got, tt.want)
		}
	}
}
