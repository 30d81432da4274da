package reader_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"octavo/book"
	"octavo/book/compile"
	"octavo/book/internal/reader"
	"octavo/book/internal/smallepub"
	"octavo/book/source/manuscript"
)

var series = filepath.Join("..", "..", "..", "chapters")

// sample builds the EPUB edition of the series in a folder.
func sample(t *testing.T, dir string) string {
	t.Helper()
	res, err := compile.Build(t.Context(), compile.Options{Dir: dir, Formats: []book.Format{book.EPUB}, Version: "test"})
	if err != nil {
		t.Fatal(err)
	}
	if res.Stopped {
		t.Fatal(res.Diagnostics)
	}
	return save(t, res.Editions[0].Data)
}

func save(t *testing.T, data []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "book.epub")
	if err := os.WriteFile(path, data, 0o666); err != nil {
		t.Fatal(err)
	}
	return path
}

// TestBrowse opens the sample series in the reading systems.
func TestBrowse(t *testing.T) {
	faults, summary := reader.Faults(t, sample(t, series))
	for _, f := range faults {
		t.Error(f)
	}
	if strings.Contains(summary, " 0 pages") {
		t.Error("the book has no list of pages")
	}
	t.Log(summary)
}

// TestPages has the reading systems divide the sample series, and a book of tall and
// wide tables, code, formulas and pictures, into pages of several sizes: each row, cell,
// line, formula and picture stands on some page, whole, and with the picture its caption.
func TestPages(t *testing.T) {
	for name, dir := range map[string]string{"sample": series, "parts": manyParts(t, "press"), "parts in classic": manyParts(t, "classic")} {
		t.Run(name, func(t *testing.T) {
			faults, summary := reader.Faults(t, sample(t, dir), reader.Paged)
			for _, f := range faults[:min(len(faults), 20)] {
				t.Error(f)
			}
			t.Log(len(faults), summary)
		})
	}
}

// manyParts writes a manuscript of parts that no small page has the room for.
func manyParts(t *testing.T, theme string) string {
	t.Helper()
	var b strings.Builder
	line := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	line("---\ntitle: Parts\nimage: {src: high.png, alt: A mast., caption: \"%s\", credit: \"Photo: A. B.\"}\n---\n", strings.Repeat("A mast with lamps. ", 7))
	line("Eighty rows.\n\n| No. | Day | Tons | Where the load was taken |\n|--:|---|--:|---|")
	for i := range 80 {
		line("| %d | 2025-03-%02d | %d,%03d | %s |", i+1, i%30+1, i+1, i*37%1000, []string{"North quay", "The lower gate, where the dredgers wait for the tide to turn"}[i%2])
	}
	line("\nThirteen columns.\n\n| Year | January | February | March | April | May | June | July | August | September | October | November | December |\n|" + strings.Repeat("--:|", 13))
	for i := range 20 {
		line("| %d |%s", 2000+i, strings.Repeat(fmt.Sprintf(" %d,%03d |", i+3, i*i), 12))
	}
	line("\nLong words, and a row higher than a page.\n\n| Word | Explained |\n|---|---|\n| Donaudampfschifffahrtsgesellschaft | https://example.org/%s |", strings.Repeat("long/", 20))
	line("| Said | %s |\n| Not said | Nothing. |", strings.Repeat("The master said that the water was low. ", 90))
	line("\n<table><tr><td rowspan=\"2\">Kell</td><td colspan=\"2\">Two shores</td></tr><tr><td>Vesteray</td><td>Aldmoor</td></tr></table>\n\n```go")
	for i := range 50 {
		line("\tif water%d < %d { return fmt.Errorf(\"too low for a ship of that draught: %s\") }", i, i, strings.Repeat("metre", i))
	}
	line("```\n\n$$\n(a + b)^9 = %s b^9\n$$\n\n$$\n\\begin{aligned}", strings.Repeat("9 a^8 b + ", 8))
	for i := range 16 {
		line("x_{%d} &= \\frac{a_{%d}}{b} \\\\", i, i)
	}
	line("\\end{aligned}\n$$\n\n![A mast.](high.png \"%s\"){credit=\"Photo: A. B.\"}\n\n![A line.](broad.svg \"A line.\"){credit=\"Drawing: A. B.\" width=80%%}", strings.Repeat("A lamp. ", 15))
	dir := t.TempDir()
	for name, text := range map[string]string{
		"book.yaml":   "title: Parts\nlanguage: en\ntheme: " + theme + "\nmath: true\nchapters: [01-parts.md]\n",
		"01-parts.md": b.String(), "high.png": string(smallepub.Drawing(300, 1200)),
		"broad.svg": `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 100"><path d="M0 50H800" stroke="#000"/></svg>`,
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// TestBrowseThemes opens the documents of the sample series in the other theme.
func TestBrowseThemes(t *testing.T) {
	faults, summary := reader.Faults(t, sample(t, inClassic(t)), reader.Documents)
	for _, f := range faults {
		t.Error(f)
	}
	t.Log(summary)
}

// inClassic returns a folder with the sample series in the other theme.
func inClassic(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(series)); err != nil {
		t.Fatal(err)
	}
	manifest := filepath.Join(dir, "book.yaml")
	data, err := os.ReadFile(manifest)
	if err != nil {
		t.Fatal(err)
	}
	classic := regexp.MustCompile(`(?m)^theme: .*$`).ReplaceAll(data, []byte("theme: classic"))
	if bytes.Equal(classic, data) {
		classic = append(data, "\ntheme: classic\n"...)
	}
	if err := os.WriteFile(manifest, classic, 0o666); err != nil {
		t.Fatal(err)
	}
	return dir
}

// TestBrowseFaults opens a book with a fault of each kind: a test that finds
// nothing there would find nothing anywhere.
func TestBrowseFaults(t *testing.T) {
	const one = "EPUB/one.xhtml"
	b := smallepub.New(t)
	b.Replace(one, "The water goes out.", `The water goes out. <a href="https://example.org/x"><img src="https://example.org/x.png"/></a>`)
	b.Replace(one, "Mud</h2>", `Mud</h2><p style="color: #eee">pale</p><p style="width: 900px">`+strings.Repeat("wide ", 200)+"</p>")
	b.Replace(one, "</table>", `</table><div style="overflow: hidden; width: 5em; white-space: nowrap">overlong text that is clipped</div>`)
	b.Replace("EPUB/two.xhtml", "<h1>", `<script>console.error("hoarse")</script><p style="white-space: nowrap">`+strings.Repeat("sideways", 40)+`</p><img src="none.png" alt="None"/><h1>`)
	b.Replace("EPUB/nav.xhtml", "one.xhtml#mud", "one.xhtml#sand")
	b.Set("EPUB/tide.png", smallepub.Drawing(200, 100))
	faults, _ := reader.Faults(t, save(t, b.Bytes()))
	for _, want := range []string{
		"EPUB/one.xhtml: axe image-alt",
		"EPUB/one.xhtml in light mode: contrast 1.",
		"EPUB/one.xhtml in dark mode: 100 % of a transparent image's ink is lost",
		"EPUB/one.xhtml at 320 px, text 100%: scrolls sideways",
		"EPUB/one.xhtml at 320 px, text 100%: text beyond the edge",
		"EPUB/one.xhtml at 640 px, text 200%: cut off: div",
		"a request to the outside: https://example.org/x.png",
		"console: hoarse",
		"foliate EPUB/two.xhtml at 320 px, text 100%: cut at the page's edge",
		"image is not shown: none.png",
		"foliate contents: “Mud” (EPUB/one.xhtml#sand): the target is not in the document",
		"epubjs contents: “Mud”: no such place",
	} {
		found := false
		for _, f := range faults {
			found = found || strings.Contains(f, want)
		}
		if !found {
			t.Errorf("not found: %s", want)
		}
	}
	if t.Failed() {
		t.Logf("found:\n%s", strings.Join(faults, "\n"))
	}
}

// TestOldEngine has an engine that knows neither HTML5's elements nor what browsers
// forgive set the sample series: the cover is the first page, no page is empty, and a
// chapter opens with its kicker, title, standfirst, picture, caption and note in this
// order.
func TestOldEngine(t *testing.T) {
	b, found, err := manuscript.Load(series, manuscript.Options{})
	if err != nil || b == nil {
		t.Fatal(err, found)
	}
	for name, dir := range map[string]string{"press": series, "classic": inClassic(t)} {
		t.Run(name, func(t *testing.T) {
			pages, said := reader.MuPDFPages(t, sample(t, dir))
			if strings.Contains(said, "css syntax error") {
				t.Error(said)
			}
			if len(pages) < 2 || strings.TrimSpace(pages[0]) != reader.Picture || !strings.Contains(letters(pages[1]), letters(b.Title)) {
				t.Fatalf("%d pages begin with %q", len(pages), pages[:min(len(pages), 2)])
			}
			for i, text := range pages {
				if strings.TrimSpace(text) == "" {
					t.Errorf("page %d is empty", i+1)
				}
			}
			text, openings := letters(strings.Join(pages, "")), 0
			for _, c := range b.Chapters() {
				if c.Image == nil {
					continue
				}
				openings++
				want := letters(flat(c.Kicker)) + letters(flat(c.Title)) + letters(flat(c.Subtitle))
				_, behind, opens := strings.Cut(text, want)
				above, below, shown := strings.Cut(behind, reader.Picture)
				if !opens || !shown || len(above) > 300 || !strings.HasPrefix(below, letters(flat(c.Image.Caption))) {
					t.Errorf("%v: not kicker, title, standfirst, picture and caption: %v, %.300q, %.100q", c.Pos, opens, above, below)
				}
				for _, note := range c.EditorsNote[:min(len(c.EditorsNote), 1)] {
					if want := letters(flat(book.BlockInlines(note)[0])); !strings.Contains(below[:min(len(below), 2000)], want) {
						t.Errorf("%v: the note does not follow the picture: %.300q", c.Pos, below)
					}
				}
			}
			if openings == 0 {
				t.Error("no chapter opens with a picture")
			}
		})
	}
}

// TestEngines has two engines that are no browser read the sample series. Each
// paragraph, heading, cell and caption of the model stands in their text.
func TestEngines(t *testing.T) {
	b, found, err := manuscript.Load(series, manuscript.Options{})
	if err != nil || b == nil {
		t.Fatal(err, found)
	}
	path := sample(t, series)
	for _, engine := range []struct {
		name string
		text func(testing.TB, string) string
	}{{"mupdf", reader.MuPDF}, {"calibre", reader.Calibre}} {
		t.Run(engine.name, func(t *testing.T) {
			text := letters(engine.text(t, path))
			runs := 0
			for _, c := range b.Chapters() {
				for _, list := range inlines(c) {
					runs++
					if want := flat(list); !strings.Contains(text, letters(want)) {
						t.Errorf("%v: the text has not %q", c.Pos, want)
					}
				}
			}
			if runs < 300 {
				t.Errorf("only %d paragraphs were looked for", runs)
			}
		})
	}
	t.Run("metadata", func(t *testing.T) {
		meta := reader.CalibreMeta(t, path)
		for name, want := range map[string]string{
			"Title": b.Title, "Author(s)": b.Contributors[0].Name, "Publisher": b.Publisher, "Series": b.Series.Name, "Published": "2025-11-20",
		} {
			if !strings.HasPrefix(meta[name], want) {
				t.Errorf("%s is %q, not %q", name, meta[name], want)
			}
		}
	})
}

// inlines returns the text of a chapter, without what stands in notes.
func inlines(c *book.Chapter) [][]book.Inline {
	list := [][]book.Inline{c.Kicker, c.Title, c.Subtitle}
	book.WalkBlocks(book.ChapterBlocks(c), func(b book.Block) bool {
		list = append(list, book.BlockInlines(b)...)
		return true
	})
	return list
}

// flat is the text of inlines as a reader sees it, with the numbers of notes
// and without pictures.
func flat(list []book.Inline) string {
	var b strings.Builder
	book.WalkInlines(list, func(in book.Inline) bool {
		switch in := in.(type) {
		case *book.Text:
			b.WriteString(in.Value)
		case *book.Code:
			b.WriteString(in.Value)
		case *book.NoteRef:
			b.WriteString(strconv.Itoa(in.Note.Number))
		}
		return true
	})
	return b.String()
}

// letters drops all but letters, digits and pictures: engines differ in the signs of
// lists and notes, in spaces and in hyphens.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || string(r) == reader.Picture {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}
