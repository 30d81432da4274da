package xhtml

import (
	"strings"
	"testing"
	"unicode"

	"octavo/book"
)

// TestClasses writes the start tag of each class and kind of block.
func TestClasses(t *testing.T) {
	title := inlines("T")
	for want, d := range map[string]book.Division{
		`<div class="block">`: {Title: title},
		`<aside class="block box" role="note" aria-label="T">`:                                      {Class: book.Box, Title: title},
		`<aside class="block pullquote" epub:type="pullquote" role="doc-pullquote" aria-label="T">`: {Class: book.PullQuote, Title: title},
		`<div class="block verse">`:     {Class: book.Verse, Title: title},
		`<div class="block letter">`:    {Class: book.Letter, Title: title},
		`<div class="block signature">`: {Class: book.Signature, Title: title},
		`<div class="block epigraph" epub:type="epigraph" role="doc-epigraph" aria-label="T">`: {Class: book.Epigraph, Title: title},
		`<div class="block interview">`:                                                      {Class: book.Interview, Title: title},
		`<div class="block pair">`:                                                           {Class: book.Pair, Title: title},
		`<div class="block gallery">`:                                                        {Class: book.Gallery, Title: title},
		`<div class="block timeline">`:                                                       {Class: book.Timeline, Title: title},
		`<aside class="block admonition note" role="note" aria-label="T">`:                   {Class: book.Admonition, Kind: book.KindNote, Title: title},
		`<aside class="block admonition tip" epub:type="tip" role="doc-tip" aria-label="T">`: {Class: book.Admonition, Kind: book.KindTip, Title: title},
		`<section class="block admonition important" epub:type="notice" role="doc-notice" aria-label="Important">`:   {Class: book.Admonition, Kind: book.KindImportant},
		`<section class="block admonition warning" epub:type="notice" role="doc-notice" aria-label="T">`:             {Class: book.Admonition, Kind: book.KindWarning, Title: title},
		`<section class="block admonition caution" epub:type="notice" role="doc-notice" aria-label="Caution">`:       {Class: book.Admonition, Kind: book.KindCaution},
		`<aside class="block admonition example" role="doc-example" aria-label="T">`:                                 {Class: book.Admonition, Kind: book.KindExample, Title: title},
		`<aside class="block admonition question" role="note" aria-label="T">`:                                       {Class: book.Admonition, Kind: book.KindQuestion, Title: title},
		`<section class="block admonition abstract" id="x" epub:type="abstract" role="doc-abstract" aria-label="T">`: {Class: book.Admonition, Kind: book.KindAbstract, Title: title, ID: "x"},
		`<aside class="block box" role="note" lang="he" xml:lang="he" dir="rtl">`:                                    {Class: book.Box, Lang: "he"},
		`<div id="y" lang="fr" xml:lang="fr">`:                                                                       {ID: "y", Lang: "fr"},
	} {
		d.Blocks = []book.Block{&book.Paragraph{Content: inlines("Words.")}}
		if got := rendered("en", &d); !strings.HasPrefix(got, want+"\n") || !strings.Contains(got, "Words.") || !strings.HasSuffix(got, "\n</"+want[1:strings.Index(want, " ")]+">\n") {
			t.Errorf("want %s in\n%s", want, got)
		}
	}
}

// TestStyles writes the element of each style, and of the other parts of a line.
func TestStyles(t *testing.T) {
	styles := map[book.Style]string{
		book.Emphasis: "em", book.Strong: "strong", book.Strike: "del", book.Superscript: "sup", book.Subscript: "sub", book.Underline: "u", book.Inserted: "ins",
		book.Defining: "dfn", book.Highlight: "mark", book.Keyboard: "kbd", book.Small: "small", book.Cite: "cite",
	}
	for style, tag := range styles {
		got := rendered("en", &book.Paragraph{Content: []book.Inline{text("a "), &book.Styled{Style: style, Content: inlines("b")}, text(" c")}})
		if want := "<p>a <" + tag + ">b</" + tag + "> c</p>\n"; got != want {
			t.Errorf("style %d: %s", style, got)
		}
	}
	ruby := &book.Ruby{Content: inlines("漢"), Text: "kan"}
	link := &book.Link{URL: "b.xhtml", Title: "B", Content: []book.Inline{text("b "), &book.Link{URL: "c.xhtml", Content: inlines("c")}}}
	for want, in := range map[string]book.Inline{
		`<span class="small-caps">b</span>`:                          &book.Styled{Style: book.SmallCaps, Content: inlines("b")},
		`<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>`:             ruby,
		`<a href="b.xhtml" title="B">b c</a>`:                        link,
		`b `:                                                         &book.Link{Content: link.Content[:1]},
		`<code translate="no">abc</code>`:                            &book.Code{Value: "abc"},
		`<code class="short" translate="no">abcdefghij abc</code>`:   &book.Code{Value: "abcdefghij abc"},
		`<code translate="no">abcdefghij abcd</code>`:                &book.Code{Value: "abcdefghij abcd"},
		`<abbr id="i" lang="fr" xml:lang="fr" title="Long">L</abbr>`: &book.Span{ID: "i", Lang: "fr", Title: "Long", Content: inlines("L")},
		`<time datetime="2025-01-02">today</time>`:                   &book.Span{Time: "2025-01-02", Content: inlines("today")},
		`<bdo dir="rtl">abc</bdo>`:                                   &book.Span{Dir: book.DirRTL, Override: true, Content: inlines("abc")},
		`<bdi>abc</bdi>`:                                             &book.Span{Dir: book.DirAuto, Content: inlines("abc")},
		`<span dir="rtl">abc</span>`:                                 &book.Span{Dir: book.DirRTL, Content: inlines("abc")},
		`<img class="inline" src="a.png" alt="A"/>`:                  &book.InlineImage{Image: &book.Image{Alt: "A", Picture: &book.Picture{Path: "a.png"}}},
		`<br/>`: &book.LineBreak{},
		`<ins>a <code translate="no">b</code></ins>`:                   &book.Styled{Style: book.Inserted, Content: []book.Inline{text("a "), &book.Code{Value: "b"}}},
		`<a href="d.xhtml">a <img class="inline" src="p" alt=""/></a>`: &book.Link{URL: "d.xhtml", Content: []book.Inline{text("a "), &book.InlineImage{Image: &book.Image{Picture: &book.Picture{Path: "p"}}}}},
	} {
		r := renderer()
		r.Inlines([]book.Inline{text("x "), in, text(" y")})
		got := strings.ReplaceAll(string(r.Bytes()), "\n", "")
		if got != "x "+want+" y" {
			t.Errorf("want %s, got %s", want, got)
		}
	}
}

// TestLists writes lists of each numbering, and their items.
func TestLists(t *testing.T) {
	item := func(task book.Task, blocks ...book.Block) *book.ListItem {
		return &book.ListItem{Task: task, Blocks: blocks}
	}
	p := func(s string) book.Block { return &book.Paragraph{Content: inlines(s)} }
	one := []*book.ListItem{item(book.NoTask, p("a"))}
	const items = "\n<li>\n<p>a</p>\n</li>\n"
	for _, tt := range []struct {
		l    book.List
		want string
	}{
		{book.List{Items: one}, "<ul>" + items + "</ul>\n"},
		{book.List{Tight: true, Items: one}, "<ul class=\"tight\">\n<li>a</li>\n</ul>\n"},
		{book.List{Ordered: true, Start: 1, Items: one}, "<ol>" + items + "</ol>\n"},
		{book.List{Ordered: true, Start: 0, Items: one}, "<ol start=\"0\">" + items + "</ol>\n"},
		{book.List{Ordered: true, Start: 4, Items: one, Numbering: book.LowerAlpha}, "<ol type=\"a\" start=\"4\">" + items + "</ol>\n"},
		{book.List{Ordered: true, Start: 1, Items: one, Numbering: book.UpperAlpha}, "<ol type=\"A\">" + items + "</ol>\n"},
		{book.List{Ordered: true, Start: 1, Items: one, Numbering: book.LowerRoman}, "<ol type=\"i\">" + items + "</ol>\n"},
		{book.List{Ordered: true, Start: 1, Items: one, Numbering: book.UpperRoman, Tight: true, Delimiter: book.Parenthesis}, "<ol class=\"tight parenthesis\" type=\"I\">\n<li>a</li>\n</ol>\n"},
		{book.List{Ordered: true, Start: 1, Items: one, Delimiter: book.Parentheses}, "<ol class=\"parentheses\">" + items + "</ol>\n"},
		{book.List{Items: one, Delimiter: book.Parentheses}, "<ul>" + items + "</ul>\n"},
		{book.List{Tight: true, Items: []*book.ListItem{item(book.Done, p("a")), item(book.Open, p("b"), p("c"), &book.List{Tight: true, Items: one}), item(book.NoTask)}},
			"<ul class=\"tight\">\n<li class=\"task\"><span class=\"task-mark\">☑</span>\u00A0a</li>\n<li class=\"task\"><span class=\"task-mark\">☐</span>\u00A0b\nc\n<ul class=\"tight\">\n<li>a</li>\n</ul>\n</li>\n<li></li>\n</ul>\n"},
	} {
		if got := rendered("en", &tt.l); got != tt.want {
			t.Errorf("got\n%s\nwant\n%s", got, tt.want)
		}
	}
}

// TestNames compares what may begin a name with production 4 of XML 1.0, up to U+FFFF, of
// which the supplement of the letters of compatibility is left out.
func TestNames(t *testing.T) {
	start := &unicode.RangeTable{R16: []unicode.Range16{
		{'A', 'Z', 1}, {'a', 'z', 1}, {0xC0, 0xD6, 1}, {0xD8, 0xF6, 1}, {0xF8, 0x2FF, 1}, {0x370, 0x37D, 1}, {0x37F, 0x1FFF, 1},
		{0x2C00, 0x2FEF, 1}, {0x3001, 0xD7FF, 1}, {0xF900, 0xFDCF, 1},
	}}
	for r := rune(0); r < 0x11000; r++ {
		if got := nameStart(r); got != unicode.Is(start, r) {
			t.Errorf("%U: %t", r, got)
		}
	}
	for anchor, want := range map[string]string{"a.b c": "a_x00002e_b_x000020_c", ".a": "__x00002e_a", "a\U0001F600": "a_x01f600_", "Z9-": "Z9-", "-a": "_-a"} {
		if got := ID(anchor); got != want {
			t.Errorf("%q is %q, want %q", anchor, got, want)
		}
	}
}

// TestInnerCells says which cells of a row have no neighbour of their own at a side.
func TestInnerCells(t *testing.T) {
	table := &book.Table{Align: []book.Align{book.AlignNone, book.AlignCenter, book.AlignRight}}
	covered := book.Cell{Covered: true}
	for _, tt := range []struct {
		cells []book.Cell
		want  [3]string
	}{
		{[]book.Cell{{}, {}, {}}, [3]string{"", "center", "right"}},
		{[]book.Cell{covered, {}, {}}, [3]string{"", "center inner", "right"}},
		{[]book.Cell{{}, covered, covered}, [3]string{"inner", "", ""}},
		{[]book.Cell{{Cols: 2}, covered, {}}, [3]string{"", "", "right"}},
		{[]book.Cell{{Cols: 2}, covered, covered}, [3]string{"inner", "", ""}},
		{[]book.Cell{covered, covered, {}}, [3]string{"", "", "right inner"}},
	} {
		for i, c := range tt.cells {
			if got := strings.Join(cellClasses(table, tt.cells, i, false), " "); !c.Covered && got != tt.want[i] {
				t.Errorf("%+v: cell %d is %q, want %q", tt.cells, i, got, tt.want[i])
			}
		}
	}
}
