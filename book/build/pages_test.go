package build

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/xml"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"octavo/book"
	"octavo/book/layout"
)

// TestPageList compares, for every page, the first words behind its mark in the
// EPUB with the first words of the page.
func TestPageList(t *testing.T) {
	tests := []struct {
		name string
		dir  func(testing.TB) string
	}{
		{"sample", func(testing.TB) string { return "../../chapters" }},
		{"hundred", func(t testing.TB) string { return hundred(t, "") }},
		{"print", func(t testing.TB) string {
			return hundred(t, "editions: [epub, {format: pdf, media: print, trim: A5, identifier: \"isbn:9781861972712\"}]\n")
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			job, res, err := prepare(context.Background(), Options{Dir: tt.dir(t)}.defaults())
			if err != nil || res.Stopped {
				t.Fatal(err, res)
			}
			var e Edition
			if err := job.epub(&e, book.Edition{}); err != nil {
				t.Fatal(err)
			}
			comparePages(t, job.paged, readMarks(t, e.Data))
		})
	}
}

func comparePages(t *testing.T, set *layout.Document, got *marked) {
	var labels []string
	for _, pg := range set.Pages {
		labels = append(labels, pg.Label)
	}
	if !slices.Equal(labels, got.labels) {
		t.Errorf("the marks are\n%v, the pages\n%v", got.labels, labels)
		return
	}
	if !slices.Equal(got.list, got.targets) {
		t.Errorf("the page list is\n%v, the marks\n%v", got.list, got.targets)
	}
	if !slices.Equal(got.ncx, got.targets) {
		t.Errorf("the NCX has\n%v, the marks are\n%v", got.ncx, got.targets)
	}
	compared := 0
	for i, pg := range set.Pages {
		want := pageWords(pg, labels)
		if len(want) == 0 {
			continue
		}
		compared++
		if have := got.after(i, 3*len(want)); !begins(have, want) {
			t.Errorf("page %s begins %q, behind its mark stands %q", pg.Label, want, have[:min(len(have), 12)])
		}
	}
	if compared < len(set.Pages)*9/10 {
		t.Errorf("only %d of %d pages have text", compared, len(set.Pages))
	}
}

// begins reports whether have begins with want, whose first word may be the
// rest of one.
func begins(have, want []string) bool {
	if len(have) < len(want) {
		return false
	}
	return strings.HasSuffix(have[0], want[0]) && slices.Equal(have[1:len(want)], want[1:])
}

// compareWords is how many words of a page are compared.
const compareWords = 6

// pageWords returns the first words of the text on a page, without what stands
// elsewhere in the EPUB: figures, notes and their calls, labels and page
// numbers.
func pageWords(pg *layout.Page, labels []string) []string {
	var b strings.Builder
	var last *layout.Element
	for _, it := range pg.Items {
		text, ok := it.(*layout.Text)
		if !ok || text.Elem == nil || within(text.Elem, "Caption", "Note") {
			continue
		}
		if isCall(text.Elem) || within(text.Elem, "TOCI", "Code") {
			b.WriteByte(' ') // a line of code ends without a space
		}
		if isCall(text.Elem) || within(text.Elem, "TOCI") && slices.Contains(labels, strings.TrimSpace(layout.TextOf(text))) {
			continue
		}
		if el := blockOf(text.Elem); el != last {
			b.WriteByte(' ')
			last = el
		}
		for _, w := range text.Words {
			if w.Hyphen {
				continue
			}
			b.WriteString(w.Run.Text)
			if w.Space {
				b.WriteByte(' ')
			}
		}
	}
	text := b.String()
	if strings.Contains(text, " · ") { // picture credits
		text = strings.ReplaceAll(text, "Page ", "")
	}
	list := plainWords(text)
	return list[:min(len(list), compareWords)]
}

func within(e *layout.Element, types ...string) bool {
	for ; e != nil; e = e.Parent {
		if slices.Contains(types, e.Type) {
			return true
		}
	}
	return false
}

// isCall reports whether text of the element calls a note.
func isCall(e *layout.Element) bool {
	return e.Type == "Link" && e.Parent.Type == "Reference" && e.Parent.Parent.Type != "TOCI"
}

// blockOf returns the element of a line's paragraph.
func blockOf(e *layout.Element) *layout.Element {
	for e.Parent != nil && slices.Contains([]string{"Link", "Span", "Code", "Reference"}, e.Type) && e.Parent.Type != "TOCI" {
		e = e.Parent
	}
	return e
}

// plainWords returns the words of s in lower case: runs of letters and digits,
// without numbers, which may be page numbers; a character of Chinese is a word.
func plainWords(s string) []string {
	var b strings.Builder
	for _, r := range s {
		switch {
		case r == '\u00AD' || unicode.Is(unicode.M, r):
		case unicode.Is(unicode.Han, r):
			b.WriteByte(' ')
			b.WriteRune(r)
			b.WriteByte(' ')
		case unicode.IsLetter(r):
			b.WriteRune(unicode.ToLower(r))
		case unicode.IsSpace(r) || r == '—' || r == '–':
			b.WriteByte(' ')
		}
	}
	return strings.Fields(b.String())
}

// marked is the text of an EPUB with the pages in it.
type marked struct {
	words   []string // of all documents
	at      []int    // index of the first word behind each mark
	labels  []string
	targets []string // document and id of each mark
	list    []string // what the page list links to
	ncx     []string
}

func (m *marked) after(i, n int) []string { return m.words[m.at[i]:min(m.at[i]+n, len(m.words))] }

func readMarks(t *testing.T, epub []byte) *marked {
	zr, err := zip.NewReader(bytes.NewReader(epub), int64(len(epub)))
	if err != nil {
		t.Fatal(err)
	}
	read := func(name string) []byte {
		f, err := zr.Open("EPUB/" + name)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		data, err := io.ReadAll(f)
		if err != nil {
			t.Fatal(err)
		}
		return data
	}
	m := &marked{}
	for _, name := range spine(t, read("package.opf")) {
		m.document(t, name, read(name))
	}
	m.list = hrefs(t, read("nav.xhtml"), "page-list")
	m.ncx = hrefs(t, read("toc.ncx"), "pageList")
	return m
}

func spine(t *testing.T, opf []byte) []string {
	var pkg struct {
		Items []struct {
			ID   string `xml:"id,attr"`
			Href string `xml:"href,attr"`
		} `xml:"manifest>item"`
		Refs []struct {
			ID string `xml:"idref,attr"`
		} `xml:"spine>itemref"`
	}
	if err := xml.Unmarshal(opf, &pkg); err != nil {
		t.Fatal(err)
	}
	var list []string
	for _, ref := range pkg.Refs {
		for _, it := range pkg.Items {
			if it.ID == ref.ID {
				list = append(list, it.Href)
			}
		}
	}
	return list
}

func attr(el xml.StartElement, name string) string {
	for _, a := range el.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// inlineTags are the elements that do not end a word.
var inlineTags = map[string]bool{"span": true, "a": true, "em": true, "strong": true, "code": true, "sup": true, "sub": true,
	"cite": true, "del": true, "ins": true, "mark": true, "kbd": true, "small": true, "abbr": true, "time": true, "body": true}

func (m *marked) document(t *testing.T, name string, data []byte) {
	d := xml.NewDecoder(bytes.NewReader(data))
	var text strings.Builder
	flush := func() {
		m.words = append(m.words, plainWords(text.String())...)
		text.Reset()
	}
	for {
		tok, err := d.Token()
		if err == io.EOF {
			flush()
			return
		}
		if err != nil {
			t.Fatal(name, err)
		}
		switch tok := tok.(type) {
		case xml.StartElement:
			if attr(tok, "role") == "doc-pagebreak" {
				flush()
				m.at = append(m.at, len(m.words))
				m.labels = append(m.labels, attr(tok, "aria-label"))
				m.targets = append(m.targets, name+"#"+attr(tok, "id"))
			}
			if left(tok) {
				// What is left out may hold no mark, or be looked into for it.
				if err := m.skip(d, name); err != nil {
					t.Fatal(err)
				}
			} else if !inlineTags[tok.Name.Local] {
				text.WriteByte(' ')
			}
		case xml.EndElement:
			if !inlineTags[tok.Name.Local] {
				text.WriteByte(' ')
			}
		case xml.CharData:
			text.Write(tok)
		}
	}
}

// left reports whether an element holds text that stands elsewhere on the pages.
func left(el xml.StartElement) bool {
	switch attr(el, "class") {
	case "noteref", "task-mark", "caption", "credits-chapter":
		return true
	}
	return el.Name.Local == "head" || el.Name.Local == "figcaption" || el.Name.Local == "caption" || attr(el, "role") == "doc-footnote"
}

func (m *marked) skip(d *xml.Decoder, name string) error {
	for depth := 1; depth > 0; {
		tok, err := d.Token()
		if err != nil {
			return err
		}
		switch tok := tok.(type) {
		case xml.StartElement:
			depth++
			if attr(tok, "role") == "doc-pagebreak" {
				return fmt.Errorf("%s: a mark where no page begins", name)
			}
		case xml.EndElement:
			depth--
		}
	}
	return nil
}

// hrefs returns the targets of the links within the nav of a type, or within
// the element of that name.
func hrefs(t *testing.T, data []byte, within string) []string {
	d := xml.NewDecoder(bytes.NewReader(data))
	var list []string
	depth := 0
	for {
		tok, err := d.Token()
		if err == io.EOF {
			return list
		}
		if err != nil {
			t.Fatal(err)
		}
		switch tok := tok.(type) {
		case xml.StartElement:
			if depth > 0 || tok.Name.Local == within || attr(tok, "type") == within {
				depth++
			}
			if href := attr(tok, "href") + attr(tok, "src"); depth > 0 && href != "" {
				list = append(list, href)
			}
		case xml.EndElement:
			depth = max(depth-1, 0)
		}
	}
}

// hundred writes a manuscript of a hundred chapters with all that a page may
// begin in.
func hundred(t testing.TB, more string) string {
	dir := t.TempDir()
	rnd := rand.New(rand.NewPCG(6, 100))
	write := func(name, text string) {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	write("mark.png", string(onePixel))
	var list strings.Builder
	for i := range 100 {
		if i%20 == 0 {
			fmt.Fprintf(&list, "  - part: Part of %s\n    chapters:\n", phrase(rnd, 2))
		}
		name := fmt.Sprintf("c%03d.md", i)
		fmt.Fprintf(&list, "      - %s\n", name)
		write(name, chapterOf(rnd, i))
	}
	write("foreword.md", "---\ntitle: Before "+phrase(rnd, 2)+"\n---\n\n"+strings.Repeat(phrase(rnd, 90)+".\n\n", 8))
	write("book.yaml", "title: One Hundred Letters\nlanguage: en-GB\npublisher: The Press\ndate: 2025-03-04\neditors-note: foreword.md\n"+more+"chapters:\n"+list.String())
	return dir
}

// onePixel is a picture.
var onePixel = []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x00\x00\x00\x00:~\x9bU" +
	"\x00\x00\x00\nIDATx\x9cc`\x00\x00\x00\x02\x00\x01H\xaf\xa4q\x00\x00\x00\x00IEND\xaeB`\x82")

func phrase(rnd *rand.Rand, n int) string {
	syllables := strings.Fields("ka ver lo sti mor an det ful ing per so la tor ne wick harb our ti de brack sund")
	var list []string
	for range n {
		var w strings.Builder
		for range 1 + rnd.IntN(4) {
			w.WriteString(syllables[rnd.IntN(len(syllables))])
		}
		list = append(list, w.String())
	}
	return strings.Join(list, " ")
}

// paragraphOf returns a paragraph with words in many forms.
func paragraphOf(rnd *rand.Rand) string {
	var b strings.Builder
	for range 3 + rnd.IntN(6) {
		b.WriteString(strings.ToUpper("s") + phrase(rnd, 4+rnd.IntN(12)))
		switch rnd.IntN(12) {
		case 0:
			b.WriteString(" *" + phrase(rnd, 3) + "*")
		case 1:
			b.WriteString(" `" + phrase(rnd, 4) + "`")
		case 2: // an address would be printed on paper alone
			b.WriteString(" [" + phrase(rnd, 5) + "](c007.md)")
		case 3:
			b.WriteString("---" + phrase(rnd, 3))
		case 4:
			b.WriteString(" " + phrase(rnd, 1) + "-" + phrase(rnd, 1) + "-" + phrase(rnd, 1))
		case 5:
			b.WriteString("[^n]")
		case 6:
			b.WriteString(" [한국의 바다는 넓고 배는 작다]{lang=ko}")
		case 7:
			b.WriteString(" [海峽兩岸的港口與河流]{lang=zh-Hant}")
		case 8:
			b.WriteString(" **" + phrase(rnd, 1) + "** _" + phrase(rnd, 2) + "_")
		}
		b.WriteString(". ")
	}
	return strings.TrimSpace(b.String())
}

func chapterOf(rnd *rand.Rand, i int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "---\ntitle: The %s of %s\nkicker: Letters\nsubtitle: %s\ndate: 2024-0%d-11\nauthors: [{name: %s %s, bio: \"Writes about %s.\", email: w%d@example.org}, {name: %s, bio: \"Knows *%s*.\"}]\n",
		phrase(rnd, 1), phrase(rnd, 2), phrase(rnd, 6), 1+i%9, phrase(rnd, 1), phrase(rnd, 1), phrase(rnd, 5), i, phrase(rnd, 2), phrase(rnd, 8))
	if i%3 == 0 {
		fmt.Fprintf(&b, "editors-note: %s\n", phrase(rnd, 30))
	}
	b.WriteString("---\n\n")
	for range 6 + rnd.IntN(14) {
		switch rnd.IntN(14) {
		case 0:
			fmt.Fprintf(&b, "## %s\n\n", phrase(rnd, 4))
		case 1:
			for k := range 3 + rnd.IntN(8) {
				fmt.Fprintf(&b, "%d. %s\n", k+1, phrase(rnd, 5+rnd.IntN(25)))
			}
			b.WriteByte('\n')
		case 2:
			b.WriteString("| " + phrase(rnd, 1) + " | " + phrase(rnd, 2) + " |\n| --- | ---: |\n")
			for range 4 + rnd.IntN(30) {
				b.WriteString("| " + phrase(rnd, 1+rnd.IntN(8)) + " | " + phrase(rnd, 1) + " |\n")
			}
			b.WriteByte('\n')
		case 3:
			b.WriteString("```go\n")
			for range 3 + rnd.IntN(40) {
				b.WriteString("\t" + phrase(rnd, 1+rnd.IntN(14)) + "\n")
			}
			b.WriteString("```\n\n")
		case 4:
			fmt.Fprintf(&b, "> %s\n>\n> %s\n\n", paragraphOf(rnd), paragraphOf(rnd))
		case 5:
			fmt.Fprintf(&b, "![%s](mark.png \"%s\"){credit=\"%s\"}\n\n", phrase(rnd, 3), phrase(rnd, 8), phrase(rnd, 2))
		case 6:
			fmt.Fprintf(&b, "%s\n:   %s\n\n%s\n:   %s\n\n", phrase(rnd, 2), phrase(rnd, 30), phrase(rnd, 1), phrase(rnd, 12))
		case 7:
			b.WriteString("* * *\n\n")
		}
		b.WriteString(paragraphOf(rnd) + "\n\n")
	}
	fmt.Fprintf(&b, "Called here.[^n]\n\n[^n]: %s\n", phrase(rnd, 20))
	return b.String()
}
