package acceptance

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"octavo/book"
	"octavo/book/compile"
	"octavo/book/internal/validator"
	"octavo/book/source/manuscript"
)

// A run is a stretch of text of the model that an edition has to hold in one
// piece: a paragraph, a heading, a cell.
type run struct {
	text string // without spaces
	kind kind
	pos  book.Pos
}

// A kind says where a run may stand.
type kind int

const (
	flowing kind = iota // in its place between the others
	placed              // anywhere: editions set notes, figures and openings their own way
	listed              // placed, and once more in a list at the end of the book
	named               // placed, perhaps in capitals, and again where the book refers to it
)

// runs returns the text of a chapter in reading order.
func runs(c *book.Chapter) []run {
	var list []run
	add := func(k kind, pos book.Pos, content []book.Inline) {
		for piece := range strings.SplitSeq(flat(content), rubyMark) {
			if s := solid(piece); s != "" {
				list = append(list, run{s, k, pos})
			}
		}
	}
	add(named, c.Pos, c.Kicker)
	add(named, c.Pos, c.Title)
	add(placed, c.Pos, c.Subtitle)
	list = append(list, blockRuns(c.EditorsNote, placed)...)
	if c.Image != nil && c.Image.Image != nil && c.Image.Image.Src != "" {
		list = append(list, blockRuns([]book.Block{c.Image}, placed)...)
	}
	list = append(list, blockRuns(c.Body, flowing)...)
	for _, p := range c.Authors {
		add(listed, p.Pos, p.Bio)
	}
	for _, n := range c.Notes {
		list = append(list, blockRuns(n.Blocks, placed)...)
	}
	return list
}

func blockRuns(blocks []book.Block, k kind) []run {
	var list []run
	add := func(k kind, b book.Block, s string) {
		for piece := range strings.SplitSeq(s, rubyMark) {
			if piece = solid(piece); piece != "" {
				list = append(list, run{piece, k, b.Position()})
			}
		}
	}
	for _, b := range blocks {
		switch b := b.(type) {
		case *book.CodeBlock:
			add(placed, b, flat(b.Caption))
			add(k, b, b.Text)
		case *book.Division:
			add(named, b, flat(b.Title))
		case *book.Figure:
			add(placed, b, flat(b.Caption))
			add(listed, b, flat(b.Credit))
		case *book.DefinitionList:
			for _, it := range b.Items {
				for _, term := range it.Terms {
					add(k, b, flat(term))
				}
				for _, d := range it.Details {
					list = append(list, blockRuns(d, k)...)
				}
			}
			continue
		default:
			for _, content := range book.BlockInlines(b) {
				add(k, b, flat(content))
			}
		}
		list = append(list, blockRuns(book.BlockChildren(b), k)...)
	}
	return list
}

// formulaMark stands for a formula in the text of the model and of editions:
// what it shows is compared by [formulas].
const formulaMark = "\uFFFC"

// rubyMark parts words, their reading, and what stands around them: a reading is written
// behind its words in one edition, and above them in the other.
const rubyMark = "\uFFFB"

// flat is the text of inlines as a reader sees it, with the numbers of notes.
func flat(list []book.Inline) string {
	var b strings.Builder
	book.WalkInlines(list, func(in book.Inline) bool {
		switch in := in.(type) {
		case *book.Text:
			b.WriteString(in.Value)
		case *book.Code:
			b.WriteString(in.Value)
		case *book.Math:
			b.WriteString(formulaMark)
		case *book.NoteRef:
			b.WriteString(strconv.Itoa(in.Note.Number))
		case *book.Ruby:
			b.WriteString(rubyMark + flat(in.Content) + rubyMark + in.Text + rubyMark)
			return false
		}
		return true
	})
	return b.String()
}

// solid drops what line breaking may add or take away, and what has no width.
func solid(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r), unicode.Is(unicode.Cf, r), r == '\ufe0f':
			return -1
		}
		return r
	}, s)
}

// long is the length in bytes from which a run is too particular to occur twice
// by chance.
const long = 60

// misses names each run of the model that the text of an edition has not, has
// too often, or has in another order.
func misses(b *book.Book, text string) []string {
	text = solid(text)
	upper := strings.ToUpper(text)
	var chapters [][]run
	times := map[string]int{}
	for _, c := range b.Chapters() {
		all := runs(c)
		chapters = append(chapters, all)
		for _, r := range all {
			times[r.text]++
		}
	}
	var list []string
	at := 0
	for _, r := range slices.Concat(chapters...) {
		found, want := strings.Count(text, r.text), times[r.text]
		most := want
		switch r.kind {
		case listed:
			most++
		case named:
			found += strings.Count(upper, strings.ToUpper(r.text))
			most = found
		}
		if found < want || len(r.text) >= long && found > most {
			list = append(list, fmt.Sprintf("%v: %d times in the edition, %d in the manuscript: %q", r.pos, found, want, clip(r.text)))
			continue
		}
		if r.kind != flowing || len(r.text) < long || want > 1 {
			continue
		}
		i := strings.Index(text, r.text)
		if i < at {
			list = append(list, fmt.Sprintf("%v is out of order: %q", r.pos, clip(r.text)))
		}
		at = max(at, i)
	}
	return list
}

func clip(s string) string {
	if len(s) > 100 {
		return strings.ToValidUTF8(s[:100], "") + "…"
	}
	return s
}

// epubText is the text of all documents in the spine.
func epubText(t *testing.T, e compile.Edition) string {
	t.Helper()
	docs, err := readEPUB(e.Data)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, d := range docs {
		s, err := d.text()
		if err != nil {
			t.Fatal(err)
		}
		b.WriteString(s + "\n")
	}
	return b.String()
}

// structureText is the text of a PDF as the structure tree orders it, which is
// what assistive technology reads.
func structureText(t *testing.T, path string) string {
	t.Helper()
	var b strings.Builder
	formula := -1 // the indentation of the formula at hand
	for line := range strings.Lines(validator.PDFStructure(t, path)) {
		depth := len(line) - len(strings.TrimLeft(line, " "))
		if line = strings.TrimSpace(line); formula >= 0 && depth > formula {
			continue
		}
		formula = -1
		if line == "Formula" || strings.HasPrefix(line, "Formula ") {
			formula = depth
			b.WriteString(formulaMark)
		}
		if len(line) >= 2 && line[0] == '"' && line[len(line)-1] == '"' {
			b.WriteString(line[1:len(line)-1] + "\n")
		}
	}
	return b.String()
}

// model is the book as the compiler reads it.
func model(t *testing.T, dir string) *book.Book {
	t.Helper()
	b, found, err := manuscript.Load(dir, manuscript.Options{})
	if err != nil || b == nil {
		t.Fatalf("%v %v", err, found)
	}
	return b
}

// TestMisses shows that a lost, a doubled and a moved paragraph are noticed.
func TestMisses(t *testing.T) {
	para := func(s string) book.Block {
		return &book.Paragraph{Content: []book.Inline{&book.Text{Value: strings.Repeat(s+" ", 30)}}}
	}
	text := func(blocks ...book.Block) string {
		var b strings.Builder
		for _, r := range blockRuns(blocks, flowing) {
			b.WriteString(r.text + " ")
		}
		return b.String()
	}
	one, two := para("one"), para("two")
	b := &book.Book{Parts: []*book.Part{{Chapters: []*book.Chapter{{Body: []book.Block{one, two}}}}}}
	for _, c := range []struct {
		name, text string
		want       int
	}{
		{"whole", text(one, two), 0},
		{"lost", text(one), 1},
		{"doubled", text(one, two, two), 1},
		{"moved", text(two, one), 1},
	} {
		if got := misses(b, c.text); len(got) != c.want {
			t.Errorf("%s: %d misses, want %d: %v", c.name, len(got), c.want, got)
		}
	}
}

// formulas names each formula of the model whose text an edition has not.
func formulas(b *book.Book, text string) []string {
	text = solid(text)
	var list []string
	for _, c := range b.Chapters() {
		visit := func(run []book.Inline) {
			book.WalkInlines(run, func(in book.Inline) bool {
				if m, ok := in.(*book.Math); ok && !strings.Contains(text, solid(m.Text)) {
					list = append(list, fmt.Sprintf("%v: no formula %s", m.Pos, m.Text))
				}
				return true
			})
		}
		visit(c.Title)
		book.WalkBlocks(book.ChapterBlocks(c), func(bl book.Block) bool {
			for _, run := range book.BlockInlines(bl) {
				visit(run)
			}
			return true
		})
	}
	return list
}

// alternatives are the texts that stand for the formulas of an EPUB.
func alternatives(t *testing.T, e compile.Edition) string {
	t.Helper()
	docs, err := readEPUB(e.Data)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, d := range docs {
		dec := xml.NewDecoder(bytes.NewReader(d.data))
		for tok, err := dec.Token(); err == nil; tok, err = dec.Token() {
			start, ok := tok.(xml.StartElement)
			if !ok || start.Name.Local != "math" {
				continue
			}
			for _, a := range start.Attr {
				if a.Name.Local == "alttext" {
					b.WriteString(a.Value + "\n")
				}
			}
		}
	}
	return b.String()
}
