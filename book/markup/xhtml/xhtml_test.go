package xhtml

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"octavo/book"
	"octavo/book/language/locale"
)

func TestEscape(t *testing.T) {
	tests := []struct {
		name, in, text, attr string
	}{
		{"plain", "Tide", "Tide", "Tide"},
		{"markup", `<a href="x">&</a>`, `&lt;a href="x"&gt;&amp;&lt;/a&gt;`, `&lt;a href=&quot;x&quot;&gt;&amp;&lt;/a&gt;`},
		{"CDATA end", "]]>", "]]&gt;", "]]&gt;"},
		{"line end and tab", "a\n\tb", "a\n\tb", "a  b"},
		{"controls", "a\x00\x01\x1b\x7f\u0085b\r", "ab", "ab"},
		{"not characters", "a\ufffe\uffffb", "ab", "ab"},
		{"broken UTF-8", "a\xff\xc3b", "ab", "ab"},
		{"replacement character", "a\ufffdb", "a\ufffdb", "a\ufffdb"},
		{"beyond the BMP", "𠮷😀", "𠮷😀", "𠮷😀"},
		{"empty", "", "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := string(AppendEscaped(nil, tt.in, false)); got != tt.text {
				t.Errorf("text %q, want %q", got, tt.text)
			}
			if got := string(AppendEscaped(nil, tt.in, true)); got != tt.attr {
				t.Errorf("attribute %q, want %q", got, tt.attr)
			}
		})
	}
}

// TestWriterCloses opens and closes elements at random.
func TestWriterCloses(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 6))
	for range 200 {
		w := NewWriter(0)
		w.Open("div")
		for range rnd.IntN(40) {
			switch rnd.IntN(4) {
			case 0:
				w.Open("span", "class", "a\"<b", "id", "")
			case 1:
				w.Close()
				if len(w.open) == 0 {
					w.Open("div")
				}
			case 2:
				w.Text("<&>")
			case 3:
				w.Void("br")
			}
		}
		wellFormed(t, "<x>"+string(w.Bytes())+"</x>")
	}
	w := NewWriter(0)
	w.Close() // nothing is open
	if got := string(w.Bytes()); got != "" {
		t.Errorf("wrote %q", got)
	}
}

// TestIDs makes sure that anchors become names, and different ones different
// names.
func TestIDs(t *testing.T) {
	anchors := []string{"", "tides", "2025", "-a", "a b", "a_b", "a_x000020_b", "_2025", "_x000032_", "끝", "a.b", "a:b", "é", "e\u0301", "×", "a\u00b7b", "\xff", "\u2028", "😀", "page.1"}
	rnd := rand.New(rand.NewPCG(2, 6))
	alphabet := []rune("ab_x0123456789- .끝é\u0301")
	for range 5000 {
		s := make([]rune, rnd.IntN(9))
		for i := range s {
			s[i] = alphabet[rnd.IntN(len(alphabet))]
		}
		anchors = append(anchors, string(s))
	}
	of := map[string]string{}
	for _, a := range anchors {
		id := ID(a)
		if before, ok := of[id]; ok && before != a {
			t.Errorf("%q and %q are both %q", before, a, id)
		}
		of[id] = a
		if strings.ContainsAny(id, ".: ") || a != "" && !isName(id) {
			t.Errorf("%q gives %q, which is no name without dot and colon", a, id)
		}
	}
}

func isName(s string) bool {
	for i, r := range s {
		if r != '_' && !nameStart(r) && (i == 0 || r != '-' && (r < '0' || r > '9')) {
			return false
		}
	}
	return s != ""
}

func TestWordStart(t *testing.T) {
	tests := []struct {
		name, before, after, want string
	}{
		{"between words", "the tide ", "turns", "the tide "},
		{"hyphenated word", "the har", "bour", "the "},
		{"soft hyphen", "the har\u00AD", "bour", "the "},
		{"hard hyphen", "a cross-", "channel boat", "a "},
		{"dash", "the tide—", "it turned", "the tide—"},
		{"before a dash", "the tide", "—it turned", "the tide"},
		{"address", "see https://example.org/", "tides", "see "},
		{"Chinese", "海峽兩", "岸", "海峽兩"},
		{"Chinese beside Latin", "海", "abc", "海"},
		{"Korean", "넓은 바", "다가", "넓은 "},
		{"no-break space", "5\u00A0", "km", "5\u00A0"},
		{"whole", "", "tide", ""},
		{"end", "the tide", "", "the tide"},
		{"within a character", "the \xea\xb0", "\x80", "the "},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := tt.before + tt.after
			if got := s[:wordStart(s, len(tt.before))]; got != tt.want {
				t.Errorf("the word begins behind %q, want %q", got, tt.want)
			}
		})
	}
	if wordStart("abc", -1) != 0 || wordStart("abc", 9) != 3 {
		t.Error("an offset out of bounds")
	}
}

func TestLeadIn(t *testing.T) {
	tests := []struct{ text, want string }{
		{"Every night of the year but two", "Every night of the"},
		{"Two words", "Two words"},
		{"Stop, said the pilot", "Stop"},
		{"부산의 밤은 길다", ""},
		{"", ""},
	}
	for _, tt := range tests {
		n, _ := leadIn(tt.text, 4)
		if got := tt.text[:n]; got != tt.want {
			t.Errorf("%q: %q, want %q", tt.text, got, tt.want)
		}
	}
}

func text(s string) *book.Text { return &book.Text{Value: s} }

func inlines(s string) []book.Inline { return []book.Inline{text(s)} }

func renderer() *Renderer {
	return &Renderer{
		Writer: NewWriter(0), Words: locale.For("en"), Lang: "en",
		Href:    func(l *book.Link) string { return l.URL },
		Picture: func(p *book.Picture) string { return p.Path },
	}
}

// TestMarks writes page marks at their words and outside names: a bar is one in a line,
// a broken bar one between blocks.
func TestMarks(t *testing.T) {
	run, code, linked := text("The harbour at night"), &book.Code{Value: "a b"}, text("linked words")
	head, fig := &book.Heading{Level: 2, ID: "h", Content: inlines("Head")}, &book.Figure{Caption: inlines("Caption")}
	pre := &book.CodeBlock{Text: "one\ntwo"}
	cell := text("cell")
	table := &book.Table{Align: make([]book.Align, 1), Head: [][]book.Cell{{{Content: inlines("Top")}}}, Rows: [][]book.Cell{{{Content: []book.Inline{cell}}}}}
	blocks := []book.Block{
		&book.Paragraph{Content: []book.Inline{run, code, &book.Link{URL: "x", Content: []book.Inline{linked}}}}, head, fig, pre, table,
	}
	tests := []struct {
		name   string
		place  any
		offset int
		want   string
	}{
		{"between words", run, 12, "The harbour |at night"},
		{"in a word", run, 7, "The |harbour at night"},
		{"code", code, 2, "<code class=\"short\" translate=\"no\">a |b</code>"},
		{"start of code", code, 0, "night|<code class=\"short\" translate=\"no\">a b"},
		{"start of a link", linked, 0, "|<a href=\"x\">linked"},
		{"in a link", linked, 7, "<a href=\"x\">linked |words"},
		{"heading", head.Content[0], 0, "¦<h2 id=\"h\">Head"},
		{"heading as block", head, 0, "¦<h2 id=\"h\">Head"},
		{"figure", fig, 0, "¦<figure class=\"figure\">"},
		{"caption", fig.Caption[0], 3, "¦<figure class=\"figure\">"},
		{"block of code", pre, 4, "one\n|two</code>"},
		{"table", table, 0, "¦<div class=\"table\""},
		{"head of a table", table.Head[0][0].Content[0], 0, "¦<div class=\"table\""},
		{"cell", cell, 0, "<td>|cell</td>"},
		{"paragraph", blocks[0], 0, "<p>|The harbour"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := renderer()
			r.Marks = &Marks{}
			r.Marks.Add(tt.place, tt.offset, PageMark{"page.7", "7"})
			r.Blocks(blocks)
			got := strings.ReplaceAll(string(r.Bytes()), `<span id="page.7" epub:type="pagebreak" role="doc-pagebreak" aria-label="7"></span>`, "|")
			got = strings.ReplaceAll(got, `<div id="page.7" epub:type="pagebreak" role="doc-pagebreak" aria-label="7"></div>`, "¦")
			if !strings.Contains(got, tt.want) || strings.Count(got, "|")+strings.Count(got, "¦") != 1 {
				t.Errorf("no %q in\n%s", tt.want, got)
			}
			if !slices.Equal(r.Marks.Written(), []string{"page.7"}) {
				t.Errorf("written: %v", r.Marks.Written())
			}
		})
	}
}

// TestCodeClass keeps few letters on a line, and lets many break.
func TestCodeClass(t *testing.T) {
	for s, want := range map[string]string{
		"tide --height": "short", "a b": "short", "tide": "", "tide --height --all": "", "潮 位 表": "short", "": "",
	} {
		if got := codeClass(s); got != want {
			t.Errorf("%q: got %q, want %q", s, got, want)
		}
	}
}

// TestLeadInGoesOn leads in with words within emphasis, and with no code.
func TestLeadInGoesOn(t *testing.T) {
	r := renderer()
	r.Opening([]book.Block{&book.Paragraph{Content: []book.Inline{
		text("The "), &book.Styled{Style: book.Emphasis, Content: []book.Inline{text("tide gauge")}}, &book.Code{Value: "t"}, text(" at Skarne has"),
	}}}, 4)
	want := `<p class="first"><span class="lead-in">The</span> <em><span class="lead-in">tide gauge</span></em><code translate="no">t</code><span class="lead-in"> at</span> Skarne has</p>` + "\n"
	if got := string(r.Bytes()); got != want {
		t.Errorf("got %s want %s", got, want)
	}
}

// TestStress: Western words among characters with marks of emphasis are set apart, but code,
// and words in other languages and in emphasis within emphasis.
func TestStress(t *testing.T) {
	em := func(list ...book.Inline) book.Inline {
		return &book.Styled{Style: book.Emphasis, Content: list}
	}
	for _, tt := range []struct{ lang, want string }{
		{"zh", `<em><span class="western">Nature</span> 杂志<code translate="no">go</code><em>GPT字</em></em>`},
		{"en", `<em>Nature 杂志<code translate="no">go</code><em>GPT字</em></em>`},
	} {
		r := renderer()
		r.Lang = tt.lang
		r.leadIn = 0
		r.Inlines([]book.Inline{em(text("Nature 杂志"), &book.Code{Value: "go"}, em(text("GPT字")))})
		if got := string(r.Bytes()); got != tt.want {
			t.Errorf("%s: %s, not %s", tt.lang, got, tt.want)
		}
	}
}
