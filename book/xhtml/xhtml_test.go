package xhtml

import (
	"encoding/xml"
	"fmt"
	"io"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode"

	"octavo/book"
	"octavo/book/locale"
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

// TestMarks writes page marks at their words and outside names.
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
		{"heading", head.Content[0], 0, "|<h2 id=\"h\">Head"},
		{"heading as block", head, 0, "|<h2 id=\"h\">Head"},
		{"figure", fig, 0, "|<figure class=\"figure\">"},
		{"caption", fig.Caption[0], 3, "|<figure class=\"figure\">"},
		{"block of code", pre, 4, "one\n|two</code>"},
		{"table", table, 0, "|<div class=\"table\""},
		{"head of a table", table.Head[0][0].Content[0], 0, "|<div class=\"table\""},
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
			if !strings.Contains(got, tt.want) || strings.Count(got, "|") != 1 {
				t.Errorf("no %q in\n%s", tt.want, got)
			}
			if !slices.Equal(r.Marks.Written(), []string{"page.7"}) {
				t.Errorf("written: %v", r.Marks.Written())
			}
		})
	}
}

// phrasing are the elements that hold text; block elements in them would break
// the content model.
var phrasing = map[string]bool{"p": true, "h2": true, "h3": true, "h4": true, "h5": true, "h6": true, "span": true, "a": true, "em": true,
	"strong": true, "code": true, "dt": true, "caption": true, "th": true, "sup": true, "sub": true, "pre": true}

var blockTags = map[string]bool{"p": true, "div": true, "ul": true, "ol": true, "dl": true, "table": true, "figure": true, "blockquote": true,
	"pre": true, "h2": true, "h3": true, "h4": true, "h5": true, "h6": true, "aside": true, "hr": true}

// parents are the elements that each element may stand in.
var parents = map[string]string{"li": "ul ol", "dt": "dl", "dd": "dl", "tr": "thead tbody", "td": "tr", "th": "tr", "thead": "table",
	"tbody": "table", "caption": "table", "figcaption": "figure"}

// wellFormed parses markup and holds it to the rules of HTML that a tree of
// blocks and inlines could break.
func wellFormed(t *testing.T, markup string) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(markup))
	var open []string
	ids := map[string]bool{}
	for {
		tok, err := d.Token()
		if err == io.EOF {
			return
		}
		if err != nil {
			t.Fatalf("%v in\n%s", err, markup)
		}
		switch tok := tok.(type) {
		case xml.StartElement:
			fault := misplaced(tok.Name.Local, open)
			for _, a := range tok.Attr {
				if a.Name.Local == "id" && ids[a.Value] {
					fault = "the id " + a.Value + " twice"
				} else if a.Name.Local == "id" {
					ids[a.Value] = true
				}
			}
			if fault != "" {
				t.Fatalf("%s in\n%s", fault, markup)
			}
			open = append(open, tok.Name.Local)
		case xml.EndElement:
			open = open[:len(open)-1]
		}
	}
}

func misplaced(tag string, open []string) string {
	if len(open) == 0 {
		return ""
	}
	parent := open[len(open)-1]
	switch want, ok := parents[tag]; {
	case ok && !slices.Contains(strings.Fields(want), parent):
		return tag + " in " + parent
	case !ok && slices.Contains([]string{"ul", "ol", "dl", "table", "thead", "tbody", "tr"}, parent):
		return tag + " in " + parent
	case blockTags[tag] && phrasing[parent] && !(tag == "p" && parent == "x"):
		return tag + " in " + parent
	case tag == "a" && slices.Contains(open, "a"):
		return "a link in a link"
	}
	return ""
}

// A maker makes trees of blocks out of bytes, of any shape that the types
// allow.
type maker struct {
	data  []byte
	ids   int
	notes []*book.Note
}

func (m *maker) next(n int) int {
	if len(m.data) == 0 {
		return 0
	}
	c := int(m.data[0])
	m.data = m.data[1:]
	return c % n
}

func (m *maker) word() string {
	n := min(m.next(7), len(m.data))
	s := string(m.data[:n])
	m.data = m.data[n:]
	return s
}

func (m *maker) inlines(depth int) []book.Inline {
	var list []book.Inline
	for range m.next(4) {
		if depth == 0 {
			list = append(list, text(m.word()))
			continue
		}
		switch m.next(9) {
		case 0:
			list = append(list, &book.Styled{Style: book.Style(m.next(13)), Content: m.inlines(depth - 1)})
		case 1:
			list = append(list, &book.Code{Value: m.word()})
		case 2:
			list = append(list, &book.Link{URL: m.word(), Title: m.word(), Content: m.inlines(depth - 1)})
		case 3:
			list = append(list, &book.InlineImage{Image: &book.Image{Alt: m.word(), Picture: &book.Picture{Path: m.word()}}}, &book.InlineImage{})
		case 4:
			if len(m.notes) > 0 {
				m.ids++
				list = append(list, &book.NoteRef{Note: m.notes[0], Call: m.ids})
			}
		case 5:
			list = append(list, &book.LineBreak{})
		case 6:
			list = append(list, &book.Span{Lang: m.word(), Title: m.word(), Content: m.inlines(depth - 1)})
		default:
			list = append(list, text(m.word()))
		}
	}
	return list
}

func (m *maker) cells() []book.Cell {
	var list []book.Cell
	for range m.next(4) {
		list = append(list, book.Cell{Content: m.inlines(2)})
	}
	return list
}

func (m *maker) blocks(depth int) []book.Block {
	var list []book.Block
	for range m.next(4) {
		kind := m.next(10)
		if depth == 0 {
			kind %= 4
		}
		list = append(list, m.block(kind, depth-1))
	}
	return list
}

func (m *maker) id() string { m.ids++; return fmt.Sprint(m.word(), m.ids) }

func (m *maker) block(kind, depth int) book.Block {
	switch kind {
	case 0:
		return &book.Heading{Level: m.next(12) - 2, ID: m.id(), Content: m.inlines(3)}
	case 1:
		return &book.CodeBlock{Lang: m.word(), Text: m.word()}
	case 2:
		return &book.Figure{Image: &book.Image{Alt: m.word(), Picture: &book.Picture{Path: m.word()}}, Caption: m.inlines(2), Credit: m.inlines(2),
			ID: m.id(), Width: m.next(250) * 9, Decorative: m.next(2) == 0}
	case 4:
		l := &book.List{Ordered: m.next(2) == 0, Start: m.next(9) - 3, Tight: m.next(2) == 0}
		for range m.next(4) {
			l.Items = append(l.Items, &book.ListItem{Task: book.Task(m.next(4)), Blocks: m.blocks(depth)})
		}
		return l
	case 5:
		return &book.Quote{Blocks: m.blocks(depth)}
	case 6:
		b := &book.Table{Caption: m.inlines(2), Align: make([]book.Align, m.next(3)), Head: [][]book.Cell{m.cells()}}
		for range m.next(3) {
			b.Rows = append(b.Rows, m.cells())
		}
		return b
	case 7:
		b := &book.DefinitionList{}
		for range m.next(3) {
			b.Items = append(b.Items, &book.Definition{Terms: [][]book.Inline{m.inlines(2)}, Details: [][]book.Block{m.blocks(depth)}})
		}
		return b
	case 8:
		return &book.Division{Lang: m.word(), Blocks: m.blocks(depth)}
	case 9:
		return &book.Break{}
	}
	return &book.Paragraph{Content: m.inlines(3)}
}

// FuzzRender writes any model: the markup is well-formed and keeps the content
// model, and no letter of the text is lost.
func FuzzRender(f *testing.F) {
	rnd := rand.New(rand.NewPCG(3, 6))
	for range 60 {
		data := make([]byte, 20+rnd.IntN(400))
		for i := range data {
			data[i] = byte(rnd.IntN(256))
		}
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 1<<12 {
			return
		}
		m := &maker{data: data}
		note := &book.Note{Number: 1, Blocks: m.blocks(2)}
		m.notes = []*book.Note{note}
		list := m.blocks(5)
		r := renderer()
		r.Marks = &Marks{}
		book.WalkBlocks(list, func(b book.Block) bool {
			if n := m.next(5); n == 0 {
				r.Marks.Add(b, 0, PageMark{fmt.Sprint("page.", len(r.Marks.at)), "1"})
			}
			return true
		})
		r.Open("section")
		r.Opening(list, 3)
		r.Notes(m.notes)
		markup := string(r.Bytes())
		wellFormed(t, strings.ReplaceAll(markup, "epub:type", "type"))
		want := letters(list)
		got := map[rune]int{}
		for _, c := range stripTags(t, markup) {
			got[c]++
		}
		for c, n := range want {
			if got[c] < n {
				t.Fatalf("%d of %q, want %d, in\n%s", got[c], c, n, markup)
			}
		}
	})
}

// letters counts the letters of the text of paragraphs and headings.
func letters(list []book.Block) map[rune]int {
	n := map[rune]int{}
	book.WalkBlocks(list, func(b book.Block) bool {
		switch b := b.(type) {
		case *book.Paragraph:
			count(n, b.Content)
		case *book.Heading:
			count(n, b.Content)
		}
		return true
	})
	return n
}

func count(n map[rune]int, list []book.Inline) {
	book.WalkInlines(list, func(in book.Inline) bool {
		if t, ok := in.(*book.Text); ok {
			for _, r := range t.Value {
				if unicode.IsLetter(r) {
					n[r]++
				}
			}
		}
		return true
	})
}

func stripTags(t *testing.T, markup string) string {
	var b strings.Builder
	d := xml.NewDecoder(strings.NewReader(strings.ReplaceAll(markup, "epub:type", "type")))
	for {
		tok, err := d.Token()
		if err == io.EOF {
			return b.String()
		}
		if err != nil {
			t.Fatal(err)
		}
		if c, ok := tok.(xml.CharData); ok {
			b.Write(c)
		}
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
