package store

import (
	"bytes"
	"fmt"
	"image/color"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"octavo/book"
	"octavo/book/check/inspect"
	"octavo/book/compile"
	"octavo/book/internal/smallepub"
)

const opf, one, two, nav, ncx, css = "EPUB/package.opf", "EPUB/one.xhtml", "EPUB/two.xhtml", "EPUB/nav.xhtml", "EPUB/toc.ncx", "EPUB/book.css"

// A fault makes a sound book offend against a rule: by an edit of the file, or,
// where the file would be too large, of what was read in it.
type fault struct {
	rule, name string
	edit       func(*smallepub.Book)
	tweak      func(*inspect.Publication)
}

// read reads the book with the fault.
func (f fault) read(t *testing.T) *inspect.Publication {
	t.Helper()
	b := smallepub.New(t)
	if f.edit != nil {
		f.edit(b)
	}
	pub := read(t, b)
	if f.tweak != nil {
		f.tweak(pub)
	}
	return pub
}

// withCover gives a book a cover of other measures.
func withCover(width, height int) func(*smallepub.Book) {
	return func(b *smallepub.Book) { b.Set("EPUB/cover.jpg", smallepub.JPEG(width, height)) }
}

// withDrawing gives a book a drawing.
func withDrawing(width int) func(*smallepub.Book) {
	return func(b *smallepub.Book) {
		b.Set("EPUB/plan.svg", fmt.Sprintf(`<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="30"/>`, width))
		b.Replace(opf, `<item id="tide"`, `<item id="plan" href="plan.svg" media-type="image/svg+xml"/><item id="tide"`)
	}
}

func faults() []fault {
	replace := func(entry, old, new string) func(*smallepub.Book) {
		return func(b *smallepub.Book) { b.Replace(entry, old, new) }
	}
	sheet := func(rule string) func(*smallepub.Book) {
		return func(b *smallepub.Book) { b.Set(css, rule) }
	}
	picture := func(data string) func(*smallepub.Book) {
		return func(b *smallepub.Book) { b.Set("EPUB/tide.png", data) }
	}
	item := func(tweak func(*inspect.Item)) func(*inspect.Publication) {
		return func(p *inspect.Publication) { tweak(p.Item("EPUB/tide.png")) }
	}
	deep := func(b *smallepub.Book) {
		b.Replace(nav, `<li><a href="one.xhtml#mud">Mud</a></li>`, `<li><a href="one.xhtml#mud">Mud</a><ol><li><a href="one.xhtml#a">A</a><ol><li><a href="one.xhtml#b">B</a></li></ol></li></ol></li>`)
	}
	noNCX := func(b *smallepub.Book) {
		b.Replace(opf, `<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>`, "").Replace(opf, ` toc="ncx"`, "")
	}
	return []fault{
		{"any-isbn", "check digit", replace(opf, "9780000000002", "9780000000003"), nil},
		{"any-isbn", "short", replace(opf, "9780000000002", "978"), nil},
		{"any-language-first", "", replace(opf, "<dc:language>en", "<dc:language>ko</dc:language><dc:language>en"), nil},
		{"any-script", "script", replace(two, "</head>", "<script>1</script></head>"), nil},
		{"any-script", "handler", replace(two, "<h1>", `<h1 onclick="1">`), nil},
		{"any-script", "form", replace(two, "<h1>", `<form action="x"><div/></form><h1>`), nil},
		{"any-link-scheme", "", replace(two, "https://example", "www.example"), nil},
		{"any-cover", "no cover", func(b *smallepub.Book) {
			b.Replace(opf, ` properties="cover-image"`, "").Replace(opf, `<meta name="cover" content="cover-image"/>`, "")
		}, nil},
		{"any-cover", "no property", replace(opf, ` properties="cover-image"`, ""), nil},
		{"any-cover", "no meta", replace(opf, `<meta name="cover" content="cover-image"/>`, ""), nil},
		{"any-cover-page", "text", replace("EPUB/cover.xhtml", "</section>", "<p>Buy it!</p></section>"), nil},
		{"any-ncx", "", noNCX, nil},
		{"any-toc-target", "", replace(ncx, "one.xhtml#mud", "one.xhtml"), nil},
		{"any-toc-title", "", replace(nav, ">Flood<", ">Ebb<"), nil},
		{"kdp-cover-pixels", "small", withCover(600, 2560), nil},
		{"kdp-cover-pixels", "large", withCover(700, 10_001), nil},
		{"kdp-cover-ideal", "ratio", withCover(1600, 2700), nil},
		{"kdp-cover-ideal", "small", withCover(1000, 1600), nil},
		{"kdp-cover-format", "", func(b *smallepub.Book) {
			b.Rename("cover.jpg", "cover.png")
			b.Replace(opf, `href="cover.png" media-type="image/jpeg"`, `href="cover.png" media-type="image/png"`).Set("EPUB/cover.png", smallepub.PNG(1600, 2560, color.Gray{}))
		}, nil},
		{"kdp-cover-rgb", "", nil, func(p *inspect.Publication) { p.Cover.Image.CMYK = true }},
		{"kdp-cover-size", "", nil, func(p *inspect.Publication) { p.Cover.Size = 50_000_001 }},
		{"kdp-toc-page", "none", replace(nav, `<li><a epub:type="toc" href="nav.xhtml#toc">Contents</a></li>`, ""), nil},
		{"kdp-toc-page", "no links", replace(nav, "nav.xhtml#toc", "cover.xhtml"), nil},
		{"kdp-toc-table", "", replace(nav, "<h1>Contents</h1>", "<h1>Contents</h1><table><tr><td>1</td></tr></table>"), nil},
		{"kdp-toc-depth", "", deep, nil},
		{"kdp-image-format", "", nil, item(func(it *inspect.Item) { it.Image.Format = "webp" })},
		{"kdp-image-svg", "file", withDrawing(4000), nil},
		{"kdp-image-svg", "element", replace(two, "<h1>", `<svg xmlns="http://www.w3.org/2000/svg"/><h1>`), nil},
		{"kdp-image-alpha", "channel", picture(smallepub.Drawing(30, 20)), nil},
		{"kdp-image-cmyk", "", nil, item(func(it *inspect.Item) { it.Image.CMYK = true })},
		{"kdp-image-size", "", nil, item(func(it *inspect.Item) { it.Size = 5_000_001 })},
		{"kdp-alt-length", "", replace(one, "A grey bank at low tide", strings.Repeat("a grey bank ", 12)), nil},
		{"kdp-nested-p", "", replace(two, "<h1>", "<p>a<p>b</p></p><h1>"), nil},
		{"kdp-negative-margin", "", sheet("p.x { margin: 0 -1em }"), nil},
		{"kdp-body-font", "", sheet("html, body { font-family: Arial }"), nil},
		{"kdp-body-font", "last of two", sheet("body { font-family: serif } body { font-family: Arial }"), nil},
		{"kdp-body-colour", "", sheet("@media all { p { color: #222 } }"), nil},
		{"kdp-mathml", "", replace(two, "<h1>", `<math xmlns="http://www.w3.org/1998/Math/MathML"/><h1>`), nil},
		{"apple-version", "", replace(opf, `version="3.0"`, `version="2.0"`), nil},
		{"apple-size", "", nil, func(p *inspect.Publication) { p.Size = 2_000_000_001 }},
		{"apple-size-ideal", "", nil, func(p *inspect.Publication) { p.Size = 1_000_000_001 }},
		{"apple-image-pixels", "", picture(smallepub.PNG(2001, 2000, color.Gray{})), nil},
		{"apple-cover-rgb", "", nil, func(p *inspect.Publication) { p.Cover.Image.CMYK = true }},
		{"apple-cover-pixels", "", withCover(1399, 2560), nil},
		{"apple-page-list", "", replace(nav, `epub:type="page-list"`, `epub:type="loi"`), nil},
		{"apple-image-alpha", "", picture(smallepub.Drawing(30, 20)), nil},
		{"apple-specified-fonts", "", replace(opf, "<dc:source>", `<meta property="ibooks:specified-fonts">true</meta><dc:source>`), nil},
		{"apple-specified-fonts", "options", func(b *smallepub.Book) {
			b.Set("META-INF/com.apple.ibooks.display-options.xml", `<display_options><platform name="*"><option name="specified-fonts">true</option></platform></display_options>`)
		}, nil},
		{"kobo-document-size", "", nil, item(func(it *inspect.Item) { it.Size = 10_000_001 })},
		{"kobo-size", "", nil, func(p *inspect.Publication) { p.Size = 1_000_000_001 }},
		{"kobo-isbn", "", replace(opf, "urn:isbn:9780000000002", "urn:uuid:6c1f0d52-8a0e-5b7e-9d55-3f1a7f0c2e94"), func(p *inspect.Publication) { p.Name = "book.epub" }},
		{"kobo-cover-format", "", nil, func(p *inspect.Publication) { p.Cover.Image.Format = "gif" }},
		{"kobo-cover-ratio", "", withCover(1600, 1600), nil},
		{"kobo-cover-ratio", "low", withCover(1600, 1919), nil},
		{"kobo-cover-ratio", "high", withCover(1600, 2721), nil},
		{"kobo-cover-img", "", replace("EPUB/cover.xhtml", `<img src="cover.jpg"`, `<img src="tide.png"`), nil},
		{"kobo-font-format", "", func(b *smallepub.Book) {
			b.Set("EPUB/f.woff2", "wOF2")
			b.Replace(opf, `<item id="tide"`, `<item id="f" href="f.woff2" media-type="font/woff2"/><item id="tide"`)
		}, nil},
		{"kobo-image-width", "", sheet("figure img { width: 400px }"), nil},
		{"kobo-page-margin", "", sheet("body { margin: 1em 3em }"), nil},
		{"kobo-table-columns", "", replace(one, "<td>Ansgar</td>", `<td>Ansgar</td><td colspan="3">x</td>`), nil},
		{"kobo-toc-depth", "", deep, nil},
		{"kobo-notes", "", replace(one, `epub:type="footnote" role="doc-footnote"`, ""), nil},
		{"google-version", "", replace(opf, `version="3.0"`, `version="2.0"`), nil},
		{"google-image-format", "", nil, item(func(it *inspect.Item) { it.Image.Format = "webp" })},
		{"google-svg-size", "", withDrawing(4000), nil},
		{"google-size", "", nil, func(p *inspect.Publication) { p.Size = 2_000_000_001 }},
		{"google-cover-pixels", "small", withCover(639, 1000), nil},
		{"google-cover-pixels", "large", withCover(700, 7201), nil},
		{"google-file-name", "", nil, func(p *inspect.Publication) { p.Name = "book.epub" }},
		{"bn-ncx", "", noNCX, nil},
		{"bn-cover-pixels", "", withCover(1600, 2001), nil},
		{"bn-cover-size", "", nil, func(p *inspect.Publication) { p.Cover.Size = 2_000_001 }},
		{"google-pages", "", nil, func(p *inspect.Publication) { p.Pages = p.Pages[:1] }},
	}
}

// expected are the rules that the sound book of two pages offends against.
var expected = []string{"bn-cover-pixels", "google-pages"}

func all() []string {
	var list []string
	for _, s := range Stores() {
		list = append(list, s.ID)
	}
	return list
}

// read reads a book under the name that Google wants.
func read(t *testing.T, b *smallepub.Book) *inspect.Publication {
	t.Helper()
	data := b.Bytes()
	pub, found := inspect.ReadEPUB("9780000000002.epub", bytes.NewReader(data), int64(len(data)))
	if pub == nil {
		t.Fatal(found)
	}
	return pub
}

func named(found []book.Diagnostic) []string {
	var list []string
	for _, d := range found {
		list = append(list, string(d.Rule))
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// TestRules shows each rule on EPUB files firing on a fault, and none but those
// expected on the sound book.
func TestRules(t *testing.T) {
	if got := named(EPUB(read(t, smallepub.New(t)), all())); !slices.Equal(got, expected) {
		t.Errorf("the sound book: %v, want %v", got, expected)
	}
	shown := map[string]bool{}
	for _, f := range faults() {
		t.Run(strings.TrimSuffix(f.rule+"/"+f.name, "/"), func(t *testing.T) {
			shown[f.rule] = true
			if got := named(EPUB(f.read(t), all())); !slices.Contains(got, f.rule) {
				t.Errorf("%s does not fire: %v", f.rule, got)
			}
		})
	}
	for _, r := range Rules() {
		if r.epub != nil && !shown[string(r.ID)] {
			t.Errorf("no fault shows rule %s", r.ID)
		}
	}
}

// TestBounds gives what is just within each bound.
func TestBounds(t *testing.T) {
	for _, f := range []fault{
		{"kdp-cover-pixels", "small", withCover(625, 1000), nil},
		{"kdp-cover-pixels", "large", withCover(6250, 10_000), nil},
		{"kdp-cover-size", "", nil, func(p *inspect.Publication) { p.Cover.Size = 50_000_000 }},
		{"kdp-image-size", "", nil, func(p *inspect.Publication) { p.Item("EPUB/tide.png").Size = 5_000_000 }},
		{"apple-size", "", nil, func(p *inspect.Publication) { p.Size = 2_000_000_000 }},
		{"apple-size-ideal", "", nil, func(p *inspect.Publication) { p.Size = 1_000_000_000 }},
		{"apple-image-pixels", "", func(b *smallepub.Book) { b.Set("EPUB/tide.png", smallepub.PNG(2000, 2000, color.Gray{})) }, nil},
		{"apple-cover-pixels", "", withCover(1400, 2560), nil},
		{"kobo-document-size", "", nil, func(p *inspect.Publication) {
			p.Item("EPUB/tide.png").Size = 10_000_000 - p.Item(one).Size
		}},
		{"kobo-size", "", nil, func(p *inspect.Publication) { p.Size = 1_000_000_000 }},
		{"kobo-cover-ratio", "low", withCover(1600, 1920), nil},
		{"kobo-cover-ratio", "high", withCover(1600, 2720), nil},
		{"google-svg-size", "", withDrawing(3200), nil},
		{"google-size", "", nil, func(p *inspect.Publication) { p.Size = 2_000_000_000 }},
		{"google-cover-pixels", "small", withCover(640, 1000), nil},
		{"google-cover-pixels", "large", withCover(4500, 7200), nil},
		{"bn-cover-pixels", "small", withCover(750, 1200), nil},
		{"bn-cover-pixels", "large", withCover(1250, 2000), nil},
		{"bn-cover-size", "", nil, func(p *inspect.Publication) { p.Cover.Size = 2_000_000 }},
	} {
		t.Run(strings.TrimSuffix(f.rule+"/"+f.name, "/"), func(t *testing.T) {
			if got := named(EPUB(f.read(t), all())); slices.Contains(got, f.rule) {
				t.Errorf("%s fires: %v", f.rule, got)
			}
		})
	}
}

// TestStores asks each store alone: only its rules and those of all stores
// speak.
func TestStores(t *testing.T) {
	b := smallepub.New(t)
	for _, f := range faults() {
		if f.rule == "kdp-nested-p" || f.rule == "kobo-table-columns" || f.rule == "any-toc-title" {
			f.edit(b)
		}
	}
	pub := read(t, b)
	tests := []struct {
		stores []string
		want   []string
	}{
		{nil, nil},
		{[]string{"kdp"}, []string{"any-toc-title", "kdp-nested-p"}},
		{[]string{"kobo"}, []string{"any-toc-title", "kobo-table-columns"}},
		{[]string{"apple"}, []string{"any-toc-title"}},
		{[]string{"kdp", "kobo"}, []string{"any-toc-title", "kdp-nested-p", "kobo-table-columns"}},
	}
	for _, test := range tests {
		if got := named(EPUB(pub, test.stores)); !slices.Equal(got, test.want) {
			t.Errorf("%v: %v, want %v", test.stores, got, test.want)
		}
	}
}

// TestOverridden shows that a declaration which a later one replaces is none.
func TestOverridden(t *testing.T) {
	b := smallepub.New(t).Set(css, "body { font-family: Arial; color: red } body { font-family: serif !important; color: /* no; color */ inherit }")
	if got := named(EPUB(read(t, b), []string{"kdp"})); got != nil {
		t.Errorf("found %v", got)
	}
}

// TestSheets has style sheets that only a reader of CSS understands.
func TestSheets(t *testing.T) {
	for sheet, want := range map[string]string{
		"q { content: '}' } :is(p, q) img { width: 400px ! important }":   "kobo-image-width",
		"q { content: \"/*\" } im\\67 { wi\\64 th: 400px }":               "kobo-image-width",
		"@page { margin: 3em }":                                           "kobo-page-margin",
		"img { width: 40% /* 4px */; width: url(a) b; margin: url(a b) }": "",
	} {
		if got := strings.Join(named(EPUB(read(t, smallepub.New(t).Set(css, sheet)), []string{"kobo"})), " "); got != want {
			t.Errorf("%s: found %q, want %q", sheet, got, want)
		}
	}
}

// TestTable holds the table of rules to its own terms.
func TestTable(t *testing.T) {
	last := map[string]int{}
	ids := map[book.RuleID]bool{}
	for _, r := range Rules() {
		if r.Number != last[r.Store]+1 {
			t.Errorf("%s has number %d after %d", r.ID, r.Number, last[r.Store])
		}
		last[r.Store] = r.Number
		if ids[r.ID] || !strings.HasPrefix(string(r.ID), r.Store+"-") {
			t.Errorf("id %s of store %s", r.ID, r.Store)
		}
		ids[r.ID] = true
		if r.Source == "" || r.Why == "" || r.epub == nil && r.pdf == nil || !strings.ContainsRune("VS?", rune(r.Grade)) {
			t.Errorf("%s is not complete", r.ID)
		}
		if r.Severity == book.Error && r.Grade != Vendor {
			t.Errorf("%s is an error, and graded %c", r.ID, r.Grade)
		}
	}
}

func TestCheckDigit(t *testing.T) {
	for _, n := range []string{"9780000000002", "9780306406157", "9791034304653"} {
		if got := checkDigit(n); got != n[12] {
			t.Errorf("%s: %c", n, got)
		}
	}
}

// TestSample asks all stores about the editions of the sample series, with one
// for Kindle. None may find an error, and in the edition for Kindle Amazon finds
// nothing at all.
func TestSample(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(filepath.Join("..", "..", "..", "chapters"))); err != nil {
		t.Fatal(err)
	}
	manifest := filepath.Join(dir, "book.yaml")
	data, err := os.ReadFile(manifest)
	if err == nil {
		err = os.WriteFile(manifest, append(data, "\neditions: [epub, pdf, {format: epub, profile: kindle}]\n"...), 0o666)
	}
	if err != nil {
		t.Fatal(err)
	}
	res, err := compile.Build(t.Context(), compile.Options{Dir: dir, Version: "test"})
	if err != nil {
		t.Fatal(err)
	}
	if len(res.Editions) != 3 {
		t.Fatalf("%d editions: %v", len(res.Editions), res.Diagnostics)
	}
	for _, e := range res.Editions {
		pub, doc, found := inspect.File(e.Name, bytes.NewReader(e.Data), int64(len(e.Data)))
		if pub != nil {
			found = append(found, EPUB(pub, []string{"kdp", "apple", "kobo", "google", "bn"})...)
		}
		if doc != nil {
			found = append(found, PDF(doc, []string{"google"})...)
		}
		for _, d := range found {
			kindle := e.Profile == book.Kindle && strings.HasPrefix(string(d.Rule), "kdp-")
			if d.Severity == book.Error || kindle {
				t.Error(d)
			}
		}
	}
}

// TestPDFRules shows each rule on PDF files firing on a fault, and none on a
// file that is as the stores want it.
func TestPDFRules(t *testing.T) {
	sound := func() *inspect.PDF {
		page := inspect.Page{Trim: inspect.Box{0, 0, 432000, 648000}}
		return &inspect.PDF{Name: "a.pdf", Pages: slices.Repeat([]inspect.Page{page}, 24), Fonts: []inspect.Font{{Embedded: true}}}
	}
	outline := sound()
	outline.Outline = 4
	if got := named(PDF(outline, []string{"google"})); got != nil {
		t.Errorf("google: %v", got)
	}
	if got := named(PDF(sound(), []string{"kdp-print"})); got != nil {
		t.Errorf("kdp-print: %v", got)
	}
	if got := named(PDF(&inspect.PDF{Name: "a.pdf", Encrypted: true}, []string{"google"})); !slices.Equal(got, []string{"google-pdf-password"}) {
		t.Errorf("of an encrypted file: %v", got)
	}
	tweaks := map[string]func(*inspect.PDF){
		"google-size":           func(p *inspect.PDF) { p.Size = 2_000_000_001 },
		"google-pages":          func(p *inspect.PDF) { p.Pages = p.Pages[:3] },
		"google-pdf-outline":    func(p *inspect.PDF) {},
		"google-pdf-password":   func(p *inspect.PDF) { p.Encrypted = true },
		"kdp-print-fonts":       func(p *inspect.PDF) { p.Fonts[0].Embedded = false },
		"kdp-print-password":    func(p *inspect.PDF) { p.Encrypted = true },
		"kdp-print-bookmarks":   func(p *inspect.PDF) { p.Outline = 1 },
		"kdp-print-annotations": func(p *inspect.PDF) { p.Annots = 1 },
		"kdp-pages":             func(p *inspect.PDF) { p.Pages = slices.Repeat(p.Pages, 40) },
		"kdp-print-pages":       func(p *inspect.PDF) { p.Pages = p.Pages[:23] },
		"kdp-print-page-size":   func(p *inspect.PDF) { p.Pages[3].Trim[2]++ },
	}
	for _, r := range Rules() {
		if r.pdf == nil {
			continue
		}
		doc := sound()
		if tweak := tweaks[string(r.ID)]; tweak != nil {
			tweak(doc)
		}
		if got := named(PDF(doc, all())); !slices.Contains(got, string(r.ID)) {
			t.Errorf("%s does not fire: %v", r.ID, got)
		}
	}
}
