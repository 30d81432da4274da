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
	"octavo/book/internal/fuzzing"
)

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

func (m *maker) id() string { m.ids++; return fmt.Sprintf("%s-%d", m.word(), m.ids) }

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
	fuzzing.Begin(f)
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
