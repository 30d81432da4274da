package acceptance

import (
	"archive/zip"
	"context"
	"encoding/binary"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"octavo/book"
	"octavo/book/compile"
	"octavo/book/font/sfnt"
	"octavo/book/internal/validator"
	"octavo/book/typeset/document"
	"octavo/book/typeset/theme"
)

// everything is an article with every kind of text that a theme styles.
const everything = `---
title: A *Chapter* of Everything
short-title: Everything
subtitle: The standfirst says what it is about
kicker: Opinion / Harbours
date: 2025-01-02
updated: 2025-02-03
source: {name: The Packet, url: https://example.org/packet/2025/01/02}
authors: [{name: Ola Nordvik, bio: Ola Nordvik *sails*., email: ola@example.org}]
editors-note: |
  A note before it, with a [link](https://example.org/note).

  And a second paragraph.
image: {src: images/x.png, alt: A square, caption: The lead figure, credit: Nobody}
---

Every word of the first paragraph stands beside an initial, if the theme has one, and goes on for
long enough to be of more than three lines in whatever trim, with **strong**, *emphasis*,
` + "`code`" + `, H~2~O, m^2^, ~~struck~~ and a note.[^1] It leads to [another chapter](other.md#tides)
and to [the almanac](https://example.org/almanac/of/the/tides/2025/a-very-long-address-indeed.html).

A second paragraph has [한국]{lang=ko} and [日本]{lang=ja} in it, "quotes", and a mail to <ola@example.org>.

## A heading

Text below it.

### A lesser one

> A quotation
> of two lines.
>
> And a second paragraph.

#### The fourth rank

- an item
- another
  1. one
  2. two

##### The fifth

- [x] done
- [ ] not done

###### The sixth

Term
: What it means.

| Port | Ships | Share |
| :--- | ---: | :---: |
| Skarne | 1,204 | 12 % |
| Ansgar | 98 | 1 % |

![A square](images/x.png "The caption"){credit="Nobody"}

` + "```" + `go
func main() { println("a line of code that is much too long for any of the measures that there are") }
` + "```" + `

* * *

The end.

[^1]: A note with a [link](https://example.org/).

    And a second paragraph.
`

// houseLogo is a drawing, which a publisher has for a sign.
const houseLogo = `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="120"><path d="M10 60 L100 10 L190 60 V110 H10 Z"/></svg>`

// themesBook writes a small book of everything and returns its folder. The
// chapter stands in it a few times, to have pages of running text.
func themesBook(t *testing.T, manifest string) string {
	t.Helper()
	picture, err := os.ReadFile("testdata/images/gray.png")
	if err != nil {
		t.Fatal(err)
	}
	font, err := os.ReadFile("../../font/sfnt/testdata/garamond.otf")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	for name, data := range map[string]string{
		"images/x.png": string(picture), "fonts/house.otf": string(font),
		"everything.md": everything, "other.md": otherChapter, "foreword.md": "# Before\n\nA word before it.\n",
		"house/theme.yaml":       "extends: classic\nfonts: {serif: House}\nopening: {lead-in: small-caps}\nlogo: {src: images/house.svg, on-cover: true}\n",
		"house/images/house.svg": houseLogo,
		"house/epub.css":         "h1 { margin: 3em 0; }\n",
		"book.yaml": `title: The Book of Everything
subtitle: And what is in it
language: en
identifier: isbn:978-3-16-148410-0
publisher: The House
place: Skarne
rights: © 2025 The House
date: 2025-03-04
series: {name: Books, number: 3}
editors: [{name: Ann Lee}]
editors-note: foreword.md
chapters:
  - {part: One, chapters: [everything.md]}
  - {part: Two, chapters: [other.md]}
` + manifest,
	} {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(data), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// editions compiles the book of everything and writes its editions into a folder.
func editions(t *testing.T, manifest string) []string {
	t.Helper()
	res, err := compile.Build(context.Background(), compile.Options{Dir: themesBook(t, manifest), Inspect: swept(t)})
	if err != nil {
		t.Fatal(err)
	}
	if res.Stopped {
		t.Fatal(res.Diagnostics)
	}
	for _, d := range res.Diagnostics {
		if d.Rule == "line-overfull" || d.Rule == "glyph-missing" {
			t.Error(d)
		}
	}
	paths, err := compile.Write(context.Background(), t.TempDir(), res.Editions)
	if err != nil {
		t.Fatal(err)
	}
	return paths
}

// TestThemes sets the book of everything in every theme, trim and medium, and
// checks all editions: PDF/UA-1 and PDF/A-2a, sound files, and EPUB.
func TestThemes(t *testing.T) {
	var pdfs, epubs []string
	for _, name := range theme.Names() {
		manifest := "theme: " + name + "\neditions:\n  - epub\n"
		for i, trim := range append(theme.Trims, theme.Trim{Name: "152x229mm"}) {
			for _, media := range []book.Media{book.Screen, book.Print} {
				if testing.Short() && (i > 0 || (name == theme.Default) != (media == book.Screen)) {
					continue
				}
				manifest += fmt.Sprintf("  - {format: pdf, trim: %s, media: %s}\n", trim.Name, media)
			}
		}
		for _, path := range editions(t, manifest) {
			if strings.HasSuffix(path, ".pdf") {
				pdfs = append(pdfs, path)
			} else {
				epubs = append(epubs, path)
			}
		}
	}
	if want := 2 * 2 * (len(theme.Trims) + 1); !testing.Short() && len(pdfs) != want || len(epubs) != 2 {
		t.Fatalf("%d PDF editions, not %d, and %d EPUB editions", len(pdfs), want, len(epubs))
	}
	for _, path := range pdfs {
		validator.QPDF(t, path)
	}
	validator.VeraPDF(t, pdfs...)
	validator.EPUBCheckClean(t, epubs...)
}

// TestOwnFont sets a book in a font of the manuscript with cubic outlines. Such a
// font is embedded as CFF in the PDF and as OpenType in the EPUB.
func TestOwnFont(t *testing.T) {
	paths := editions(t, "theme: house\nfonts: [{file: fonts/house.otf, family: House}]\neditions: [epub, pdf]\n")
	epub, pdf := paths[0], paths[1]
	found := false
	for _, f := range validator.PDFFonts(t, pdf) {
		if strings.Contains(f.Type, "CID Type 0C") && f.Embedded && f.Subset {
			found = true
		}
	}
	if !found {
		t.Error("no subset with cubic outlines is embedded")
	}
	validator.QPDF(t, pdf)
	validator.VeraPDF(t, pdf)
	validator.EnginesAgree(t, pdf)
	if text := validator.PDFText(t, pdf, validator.TextOptions{}); !strings.Contains(text, "Text below it.") {
		t.Error("the text cannot be read back")
	}
	css := entry(t, epub, "EPUB/css/book.css")
	for _, want := range []string{`@font-face { font-family: "House"; font-weight: 400;`, `font-family: "House", `, "h1 { margin: 3em 0; }"} {
		if !strings.Contains(css, want) {
			t.Errorf("the style sheet has no %s", want)
		}
	}
	validator.EPUBCheckClean(t, epub)
}

// TestLogo: the logo of a theme stands on the title page and in the imprint of both
// editions, where the publisher's name says what it shows, and on the cover.
func TestLogo(t *testing.T) {
	const own = "fonts: [{file: fonts/house.otf, family: House}]\n"
	for _, trim := range []string{"us-trade", "a6"} {
		logos := 0
		inspect := func(_ *book.Book, doc *document.Document) {
			for _, pg := range doc.Pages {
				for _, it := range pg.Items {
					g, ok := it.(*document.Graphic)
					if !ok || g.Picture.Path != "house/images/house.svg" {
						continue
					}
					if g.Elem != nil || g.X < 0 || g.X+g.W > pg.Width || g.Y+g.H > pg.Height || g.H > 4*doc.Geometry.Baseline {
						t.Errorf("%s: it is %v by %v at %v, %v", trim, g.W, g.H, g.X, g.Y)
					}
					logos++
				}
			}
		}
		res, err := compile.Build(context.Background(), compile.Options{Dir: themesBook(t, own+"theme: house\neditions: [epub, {format: pdf, trim: "+trim+"}]\n"), Inspect: inspect})
		if err != nil || res.Stopped {
			t.Fatal(err, res)
		}
		if logos != 2 {
			t.Errorf("%s: %d logos on the pages", trim, logos)
		}
		paths, err := compile.Write(context.Background(), t.TempDir(), res.Editions)
		if err != nil {
			t.Fatal(err)
		}
		validator.EPUBCheckClean(t, paths[0])
		validator.VeraPDF(t, paths[1])
		const figure = `<figure class="logo ornament"><img src="../images/house.svg" alt="" role="presentation"/></figure>`
		for _, name := range []string{"title-page", "imprint"} {
			if text := entry(t, paths[0], "EPUB/xhtml/"+name+".xhtml"); !strings.Contains(text, figure) {
				t.Errorf("%s has no logo: %s", name, text)
			}
		}
	}
}

// entry returns a file of an EPUB.
func entry(t *testing.T, path, name string) string {
	t.Helper()
	zr, err := zip.OpenReader(path)
	if err != nil {
		t.Fatal(err)
	}
	defer zr.Close()
	data, err := fs.ReadFile(zr, name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// linearB is the font with one character more, U+10000, which no built-in font
// has.
func linearB(t *testing.T) []byte {
	t.Helper()
	data, err := os.ReadFile("../../font/sfnt/testdata/garamond.otf")
	if err != nil {
		t.Fatal(err)
	}
	f, err := sfnt.Parse(data)
	if err != nil {
		t.Fatal(err)
	}
	glyph, ok := f.GlyphID('A')
	if !ok {
		t.Fatal("the font has no A")
	}
	var tables []sfnt.Table
	for _, name := range []string{"head", "maxp", "hhea", "hmtx", "OS/2", "post", "name", "CFF "} {
		tables = append(tables, sfnt.Table{Tag: sfnt.MakeTag(name), Data: f.Table(name)})
	}
	// Header, one record for platform 3, encoding 10, and a format 12 of one group.
	cmap := binary.BigEndian.AppendUint64(nil, 0x0000_0001_0003_000a)
	for _, v := range []uint32{12, 12 << 16, 28, 0, 1, 0x10000, 0x10000, uint32(glyph)} {
		cmap = binary.BigEndian.AppendUint32(cmap, v)
	}
	return sfnt.Assemble(0x4f54544f, append(tables, sfnt.Table{Tag: sfnt.MakeTag("cmap"), Data: cmap}))
}

// TestFontStandsIn checks that a font of the manuscript serves characters that
// no other has, and that the fault without it says so.
func TestFontStandsIn(t *testing.T) {
	build := func(fonts string) *compile.Result {
		dir := t.TempDir()
		for name, data := range map[string]string{
			"book.yaml": constructBook + fonts, "other.md": otherChapter, "b.otf": string(linearB(t)),
			"chapter.md": "---\ntitle: Signs\nauthors: [{name: Ann Lee}]\ndate: 2025-01-02\n---\n\nThe sign [\U00010000]{lang=gmy} is a vowel.\n",
		} {
			if err := os.WriteFile(filepath.Join(dir, name), []byte(data), 0o666); err != nil {
				t.Fatal(err)
			}
		}
		res, err := compile.Build(context.Background(), compile.Options{Dir: dir, Inspect: swept(t)})
		if err != nil || res.Stopped {
			t.Fatal(err, res)
		}
		return res
	}
	missing := func(res *compile.Result) string {
		for _, d := range res.Diagnostics {
			if d.Rule == "glyph-missing" {
				return d.String()
			}
		}
		return ""
	}
	if got := missing(build("")); !strings.Contains(got, "under fonts in book.yaml") {
		t.Errorf("without the font: %q", got)
	}
	res := build("fonts: {file: b.otf, family: Knossos}\n")
	if got := missing(res); got != "" {
		t.Errorf("with the font: %s", got)
	}
	paths, err := compile.Write(context.Background(), t.TempDir(), res.Editions)
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range paths {
		if strings.HasSuffix(path, ".pdf") {
			if text := validator.PDFText(t, path, validator.TextOptions{}); !strings.Contains(text, "The sign \U00010000 is a vowel.") {
				t.Errorf("the sign cannot be read back: %q", text)
			}
			continue
		}
		validator.EPUBCheckClean(t, path)
	}
}
