package ingest_test

import (
	"cmp"
	"context"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"octavo/book"
	"octavo/book/ingest"
	"octavo/book/internal/golden"
)

// The floors of the corpus: what its chapters hold of what they must hold. No word may be
// lost and no private text printed; the others are a little below what is measured.
const (
	floorFields = 980 // of a thousand
	floorBlocks = 990 // of a thousand
	mostLost    = 0
	mostForeign = 0
	mostLeaked  = 0
)

// TestCorpus imports the articles of testdata/corpus, whose README.md says what they are,
// and compares each with what its chapter must hold: its fields, its blocks in their order,
// each word, and that no private text is in it. What its import writes and says stands in
// chapters.txt, and is to be read when it changes. With -v it prints a line for each article,
// and what is wrong there.
func TestCorpus(t *testing.T) {
	files, err := filepath.Glob("testdata/corpus/*/expected.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no corpus: %v", err)
	}
	var sum tally
	table := &strings.Builder{}
	for _, file := range files {
		dir := filepath.Dir(file)
		got := judge(t, dir)
		fmt.Fprintf(table, "%-20s %v\n", filepath.Base(dir), got)
		for _, s := range got.faults {
			fmt.Fprintf(table, "    %s\n", s)
		}
		sum.add(got)
	}
	t.Logf("\n%s%-20s %v", table, "all", sum)
	if sum.fields*1000 < floorFields*sum.allFields {
		t.Errorf("%d of %d fields are right; the floor is %d of 1000", sum.fields, sum.allFields, floorFields)
	}
	if sum.blocks*1000 < floorBlocks*sum.allBlocks {
		t.Errorf("%d of %d blocks are right; the floor is %d of 1000", sum.blocks, sum.allBlocks, floorBlocks)
	}
	if sum.lost > mostLost || sum.foreign > mostForeign || sum.leaked > mostLeaked {
		t.Errorf("%d words lost, %d foreign, %d private texts; the most are %d, %d, %d",
			sum.lost, sum.foreign, sum.leaked, mostLost, mostForeign, mostLeaked)
	}
}

// A tally is how far chapters are what they must be.
type tally struct {
	fields, allFields int
	blocks, allBlocks int
	lost, foreign     int // words
	leaked            int // private texts
	faults            []string
}

func (a *tally) add(b tally) {
	a.fields, a.allFields = a.fields+b.fields, a.allFields+b.allFields
	a.blocks, a.allBlocks = a.blocks+b.blocks, a.allBlocks+b.allBlocks
	a.lost, a.foreign, a.leaked = a.lost+b.lost, a.foreign+b.foreign, a.leaked+b.leaked
}

func (a tally) String() string {
	return fmt.Sprintf("fields %d/%d, blocks %d/%d, words lost %d, foreign %d, private %d",
		a.fields, a.allFields, a.blocks, a.allBlocks, a.lost, a.foreign, a.leaked)
}

func (a *tally) fault(format string, args ...any) {
	a.faults = append(a.faults, fmt.Sprintf(format, args...))
}

// A content is what a chapter holds, or must hold: fields by their names, and blocks as a
// kind and a text.
type content struct {
	fields map[string]string
	blocks []piece
}

type piece struct{ kind, text string }

// expectation is a file expected.txt.
type expectation struct {
	content
	in, skip string
	private  []string
}

func readExpectation(t *testing.T, file string) expectation {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	e := expectation{content: content{fields: map[string]string{}}}
	head, body, _ := strings.Cut(string(data), "---\n")
	for line := range strings.Lines(head) {
		key, value, _ := strings.Cut(strings.TrimSpace(line), ": ")
		switch key {
		case "in":
			e.in = value
		case "skip":
			e.skip = value
		case "private":
			e.private = append(e.private, value)
		default:
			e.fields[key] = strings.TrimSpace(e.fields[key] + " " + value)
		}
	}
	for line := range strings.Lines(body) {
		kind, text, _ := strings.Cut(strings.TrimSpace(line), " ")
		if kind == "m" {
			text = signs(text)
		}
		e.blocks = append(e.blocks, piece{kind, text})
	}
	return e
}

// judge imports the article in a folder and compares it with what is expected.
func judge(t *testing.T, dir string) tally {
	t.Helper()
	want := readExpectation(t, filepath.Join(dir, "expected.txt"))
	data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(want.in)))
	if err != nil {
		t.Fatal(err)
	}
	within := os.DirFS(dir)
	out, err := ingest.Run(context.Background(), []ingest.Input{{
		Name: want.in,
		Read: func() ([]byte, error) { return data, nil },
		Open: func(name string) ([]byte, error) { return fs.ReadFile(within, path.Clean(name)) },
		Dir:  strings.TrimSuffix(path.Dir(want.in), "."),
	}}, ingest.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var got content
	var printed strings.Builder
	for _, r := range out.Results {
		printed.Write(r.Markdown)
		c := contentOf(r.Chapter)
		if got.fields == nil || spaced(c.fields["title"]) == spaced(want.fields["title"]) {
			got = c
		}
	}
	golden.File(t, filepath.Join(dir, "chapters.txt"), []byte(stated(out.Results)))
	var sum tally
	for _, f := range out.Faults {
		sum.fault("error: %v", f.Err)
	}
	if len(out.Results) > 1 {
		sum.fault("%d chapters", len(out.Results))
	}
	delete(got.fields, want.skip)
	delete(want.fields, want.skip)
	sum.compareFields(want, got)
	sum.compareBlocks(want.blocks, got.blocks)
	sum.compareWords(want.content, got)
	for _, s := range want.private {
		if strings.Contains(spaced(printed.String()), spaced(s)) {
			sum.leaked++
			sum.fault("private: %s", s)
		}
	}
	return sum
}

// stated is all that an import writes and says of its chapters.
func stated(list []ingest.Result) string {
	var b strings.Builder
	for _, r := range list {
		fmt.Fprintf(&b, "%s\n%s\n", r.Name, r.Markdown)
		for _, p := range r.Pictures {
			fmt.Fprintf(&b, "picture %s\n", p.Path)
		}
		for _, g := range r.Guesses {
			fmt.Fprintf(&b, "taken as %s: %q\n", g.As, g.Text)
		}
		for _, d := range r.Warnings {
			fmt.Fprintln(&b, d)
		}
	}
	return b.String()
}

// compareFields counts a field that either has, and is right when both have the same words.
func (a *tally) compareFields(want expectation, got content) {
	keys := maps.Clone(want.fields)
	maps.Copy(keys, got.fields)
	for _, key := range slices.Sorted(maps.Keys(keys)) {
		w, g := spaced(want.fields[key]), spaced(got.fields[key])
		right := w == g
		switch key {
		case "lang":
			right = g != "" && (strings.HasPrefix(w, g) || strings.HasPrefix(g, w))
		case "image":
			right = (w == "") == (g == "") // its name is that of the format
		case "date", "updated":
			right = strings.HasPrefix(g, w) && (w == "") == (g == "")
		}
		a.allFields++
		if right {
			a.fields++
			continue
		}
		a.fault("%s: %q, want %q", key, got.fields[key], want.fields[key])
	}
}

// compareBlocks counts the blocks that stand in both in the same order, as the same kind.
func (a *tally) compareBlocks(want, got []piece) {
	same := func(i, j int) bool {
		return want[i].kind == got[j].kind && spaced(want[i].text) == spaced(got[j].text)
	}
	longest := make([][]int, len(want)+1)
	for i := range longest {
		longest[i] = make([]int, len(got)+1)
	}
	for i := len(want) - 1; i >= 0; i-- {
		for j := len(got) - 1; j >= 0; j-- {
			longest[i][j] = max(longest[i+1][j], longest[i][j+1])
			if same(i, j) {
				longest[i][j] = longest[i+1][j+1] + 1
			}
		}
	}
	a.allBlocks += len(want)
	a.blocks += longest[0][0]
	for i, j := 0, 0; i < len(want) || j < len(got); {
		switch {
		case i < len(want) && j < len(got) && same(i, j):
			i, j = i+1, j+1
		case j == len(got) || i < len(want) && longest[i+1][j] >= longest[i][j+1]:
			a.fault("want block %s %q", want[i].kind, want[i].text)
			i++
		default:
			a.fault("got block  %s %q", got[j].kind, got[j].text)
			j++
		}
	}
}

// compareWords counts the words of either that the other has not, wherever they stand.
func (a *tally) compareWords(want, got content) {
	count := map[string]int{}
	for _, word := range want.words() {
		count[word]++
	}
	for _, word := range got.words() {
		count[word]--
	}
	var lost, foreign []string
	for _, word := range slices.Sorted(maps.Keys(count)) {
		if n := count[word]; n > 0 {
			lost = append(lost, word)
			a.lost += n
		} else if n < 0 {
			foreign = append(foreign, word)
			a.foreign -= n
		}
	}
	if len(lost) > 0 {
		a.fault("words lost: %s", strings.Join(lost, " "))
	}
	if len(foreign) > 0 {
		a.fault("words foreign: %s", strings.Join(foreign, " "))
	}
}

// words returns the words that a reader of the chapter sees.
func (c content) words() []string {
	var list []string
	for key, value := range c.fields {
		switch key {
		case "lang", "date", "updated", "image", "alt", "source": // words of no page
		default:
			list = append(list, strings.Fields(spaced(value))...)
		}
	}
	for _, b := range c.blocks {
		list = append(list, strings.Fields(spaced(b.text))...)
	}
	return list
}

// spaced returns the words of s in lower case, without signs, with a space between two;
// each character of Chinese and Japanese is one.
func spaced(s string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(s) {
		switch {
		case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana):
			b.WriteString(" " + string(r) + " ")
		case unicode.IsLetter(r), unicode.IsDigit(r), unicode.IsMark(r) && r != '\ufe0e' && r != '\ufe0f':
			b.WriteRune(r)
		default:
			b.WriteByte(' ')
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// signs returns a formula with a space behind each sign: its own spaces mean nothing.
func signs(tex string) string {
	return strings.Join(strings.Split(strings.ReplaceAll(tex, " ", ""), ""), " ")
}

// contentOf returns what a chapter holds.
func contentOf(c *book.Chapter) content {
	f := map[string]string{
		"lang": c.Lang, "title": book.PlainText(c.Title), "subtitle": book.PlainText(c.Subtitle),
		"kicker": book.PlainText(c.Kicker), "date": c.Date.String(), "updated": c.Updated.String(), "source": c.Source.URL,
	}
	for _, p := range c.Authors {
		f["author"] += " " + p.Name
		f["bio"] += " " + book.PlainText(p.Bio)
	}
	for _, p := range c.Contributors {
		f["contributor"] += " " + p.Name
	}
	note := gather(c.EditorsNote)
	for _, b := range note {
		f["note"] += " " + b.text
	}
	if fig := c.Image; fig != nil {
		f["image"] = cmp.Or(fig.Image.Src, fig.Image.Source, "no file")
		f["alt"], f["caption"], f["credit"] = fig.Image.Alt, book.PlainText(fig.Caption), book.PlainText(fig.Credit)
	}
	for key, value := range f {
		if spaced(value) == "" {
			delete(f, key)
		}
	}
	blocks := gather(c.Body)
	for _, n := range c.Notes {
		var text []string
		for _, b := range gather(n.Blocks) {
			text = append(text, b.text)
		}
		blocks = append(blocks, piece{"n", strings.Join(text, " ")})
	}
	return content{f, blocks}
}

// gather returns the pieces of blocks in their order.
func gather(list []book.Block) []piece {
	var g gatherer
	g.run(list, "p")
	return g.pieces
}

type gatherer struct{ pieces []piece }

func (g *gatherer) add(kind, text string) {
	if spaced(text) != "" {
		g.pieces = append(g.pieces, piece{kind, text})
	}
}

// kinds are those of the text within divisions.
var kinds = map[book.Class]string{
	book.Admonition: "box", book.Box: "box", book.PullQuote: "pull", book.Verse: "v",
}

// run gathers blocks whose paragraphs are of a kind.
func (g *gatherer) run(list []book.Block, kind string) {
	for _, b := range list {
		switch b := b.(type) {
		case *book.Paragraph:
			g.paragraph(b, kind)
		case *book.Heading:
			head := "h"
			if kind == "box" {
				head = "boxh"
			}
			g.add(head, book.PlainText(b.Content))
		case *book.Quote:
			within := "q"
			if kind != "p" {
				within = kind
			}
			g.run(b.Blocks, within)
		case *book.Division:
			g.add("boxh", book.PlainText(b.Title))
			g.run(b.Blocks, cmp.Or(kinds[b.Class], kind))
		case *book.List:
			for _, item := range b.Items {
				g.run(item.Blocks, "li")
			}
		case *book.DefinitionList:
			for _, item := range b.Items {
				for _, term := range item.Terms {
					g.add("term", book.PlainText(term))
				}
				for _, detail := range item.Details {
					g.run(detail, "li")
				}
			}
		default:
			g.still(b)
		}
	}
}

// paragraph adds a paragraph; one whose lines are kept is a stanza.
func (g *gatherer) paragraph(p *book.Paragraph, kind string) {
	breaks := 0
	book.WalkInlines(p.Content, func(in book.Inline) bool {
		if _, ok := in.(*book.LineBreak); ok {
			breaks++
		}
		return true
	})
	if breaks > 1 && kind == "p" {
		kind = "v"
	}
	g.add(kind, book.PlainText(p.Content))
}

// still adds a block that has no blocks within it.
func (g *gatherer) still(b book.Block) {
	switch b := b.(type) {
	case *book.Figure:
		g.add("cap", book.PlainText(b.Caption))
		g.add("credit", book.PlainText(b.Credit))
	case *book.CodeBlock:
		g.add("cap", book.PlainText(b.Caption))
		g.add("code", b.Text)
	case *book.Formula:
		g.add("m", signs(b.Math.TeX))
	case *book.Table:
		g.add("cap", book.PlainText(b.Caption))
		for _, row := range slices.Concat(b.Head, b.Rows) {
			var text []string
			for _, c := range row {
				text = append(text, book.PlainText(c.Content))
			}
			g.add("row", strings.Join(text, " "))
		}
	}
}
