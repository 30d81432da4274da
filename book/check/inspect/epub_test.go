package inspect

import (
	"bytes"
	"image/color"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"octavo/book"
	"octavo/book/internal/smallepub"
	"octavo/book/internal/validator"
)

var grey = color.Gray{Y: 90}

const opf, one, two, nav, ncx = "EPUB/package.opf", "EPUB/one.xhtml", "EPUB/two.xhtml", "EPUB/nav.xhtml", "EPUB/toc.ncx"

// faulty holds one fault for each rule on EPUB files. epubcheck is false where
// EPUBCheck calls the fault something else than the rule's table does.
var faulty = []struct {
	name, rule string
	place      string // within the file, with its line when that is known
	epubcheck  bool
	edit       func(*smallepub.Book)
}{
	{"name of a path outside", "epub-name", "", false, func(b *smallepub.Book) { b.Set("../evil.txt", "x") }},
	{"name from the root", "epub-name", "", false, func(b *smallepub.Book) { b.Set("/etc/passwd", "x") }},
	{"name with a backslash", "epub-name", "", false, func(b *smallepub.Book) { b.Set(`EPUB\..\evil`, "x") }},
	{"name with a drive", "epub-name", "", false, func(b *smallepub.Book) { b.Set(`C:evil`, "x") }},
	{"name with a space", "epub-name-plain", "EPUB/low tide.png", true, func(b *smallepub.Book) {
		b.Rename("tide.png", "low tide.png")
		b.Replace(one, "low tide.png", "low%20tide.png").Replace(opf, "low tide.png", "low%20tide.png")
	}},
	{"names that differ in case", "epub-name-twice", "EPUB/TIDE.png", true, func(b *smallepub.Book) {
		b.Set("EPUB/TIDE.png", smallepub.PNG(2, 2, grey))
		b.Replace(opf, `<item id="tide"`, `<item id="tide2" href="TIDE.png" media-type="image/png"/><item id="tide"`)
	}},
	{"no mimetype", "epub-mimetype", "", false, func(b *smallepub.Book) { b.Remove("mimetype") }},
	{"another mimetype", "epub-mimetype", "mimetype", true, func(b *smallepub.Book) { b.Set("mimetype", "application/zip") }},
	{"mimetype compressed", "epub-mimetype", "mimetype", false, func(b *smallepub.Book) { b.Entries[0].Method = 8 }},
	{"mimetype not first", "epub-mimetype", "mimetype", false, func(b *smallepub.Book) {
		b.Entries[0], b.Entries[1] = b.Entries[1], b.Entries[0]
	}},
	{"no container.xml", "epub-container", "", true, func(b *smallepub.Book) { b.Remove("META-INF/container.xml") }},
	{"no package document", "epub-container", "META-INF/container.xml:3", false, func(b *smallepub.Book) { b.Remove(opf) }},
	{"encrypted", "epub-encrypted", "EPUB/tide.png", false, func(b *smallepub.Book) {
		b.Set("META-INF/encryption.xml", `<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container" xmlns:enc="http://www.w3.org/2001/04/xmlenc#">`+
			`<enc:EncryptedData><enc:EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#aes128-cbc"/>`+
			`<enc:CipherData><enc:CipherReference URI="EPUB/tide.png"/></enc:CipherData></enc:EncryptedData></encryption>`)
	}},
	{"tag not closed", "epub-xml", "EPUB/two.xhtml:", true, func(b *smallepub.Book) { b.Replace(two, "</section>", "") }},
	{"entity unknown", "epub-xml", "EPUB/two.xhtml:8", true, func(b *smallepub.Book) { b.Replace(two, "The water", "The&nbsp;water") }},
	{"attribute twice", "epub-xml", "EPUB/two.xhtml:7", true, func(b *smallepub.Book) { b.Replace(two, "<h1>", `<h1 id="a" id="b">`) }},
	{"prefix not declared", "epub-xml", "EPUB/two.xhtml:7", true, func(b *smallepub.Book) { b.Replace(two, "<h1>", `<h1 ops:type="title">`) }},
	{"two roots", "epub-xml", "EPUB/book.svg", false, func(b *smallepub.Book) {
		b.Set("EPUB/book.svg", `<svg xmlns="http://www.w3.org/2000/svg"/><svg/>`)
		b.Replace(opf, `<item id="tide"`, `<item id="svg" href="book.svg" media-type="image/svg+xml"/><item id="tide"`)
	}},
	{"not UTF-8", "epub-xml", "EPUB/two.xhtml", false, func(b *smallepub.Book) { b.Replace(two, "The water", "The w\xe4ter") }},
	{"bomb of entities", "epub-doctype", "EPUB/two.xhtml:2", false, func(b *smallepub.Book) {
		b.Replace(two, "<!DOCTYPE html>", `<!DOCTYPE html [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>`)
	}},
	{"EPUB 2", "epub-version", "EPUB/package.opf:2", false, func(b *smallepub.Book) { b.Replace(opf, `version="3.0"`, `version="2.0"`) }},
	{"identifier", "epub-identifier", "EPUB/package.opf:2", true, func(b *smallepub.Book) { b.Replace(opf, `id="pub-id"`, `id="other"`) }},
	{"no language", "epub-metadata", "EPUB/package.opf:3", true, func(b *smallepub.Book) { b.Replace(opf, "<dc:language>en</dc:language>", "") }},
	{"language", "epub-language-tag", "EPUB/package.opf", true, func(b *smallepub.Book) {
		b.Replace(opf, "<dc:language>en</dc:language>", "<dc:language>C</dc:language>")
	}},
	{"empty source", "epub-metadata", "EPUB/package.opf", true, func(b *smallepub.Book) {
		b.Replace(opf, "<dc:language>en</dc:language>", "<dc:source> </dc:source><dc:language>en</dc:language>")
	}},
	{"no time of change", "epub-metadata", "EPUB/package.opf:3", true, func(b *smallepub.Book) {
		b.Replace(opf, `<meta property="dcterms:modified">2025-11-05T12:00:00Z</meta>`, "")
	}},
	{"time of change", "epub-metadata", "EPUB/package.opf:3", true, func(b *smallepub.Book) { b.Replace(opf, "2025-11-05T12:00:00Z", "yesterday") }},
	{"file missing", "epub-item", "EPUB/package.opf:27", true, func(b *smallepub.Book) { b.Remove("EPUB/tide.png") }},
	{"item twice", "epub-item-twice", "EPUB/package.opf", true, func(b *smallepub.Book) {
		b.Replace(opf, `<item id="tide"`, `<item id="again" href="tide.png" media-type="image/png"/><item id="tide"`)
	}},
	{"file that no item names", "epub-undeclared", "EPUB/old.png", false, func(b *smallepub.Book) { b.Set("EPUB/old.png", smallepub.PNG(2, 2, grey)) }},
	{"wrong media type", "epub-media-type", "EPUB/tide.png", false, func(b *smallepub.Book) {
		b.Replace(opf, `href="tide.png" media-type="image/png"`, `href="tide.png" media-type="image/jpeg"`)
	}},
	{"damaged picture", "epub-media-type", "EPUB/tide.png", true, func(b *smallepub.Book) { b.Set("EPUB/tide.png", "\x89PNG\r\n\x1a\nxx") }},
	{"spine with a picture", "epub-foreign", "EPUB/package.opf", true, func(b *smallepub.Book) {
		b.Replace(opf, `<itemref idref="two"/>`, `<itemref idref="two"/><itemref idref="tide"/>`)
	}},
	{"script unsaid", "epub-property", "EPUB/two.xhtml", true, func(b *smallepub.Book) { b.Replace(two, "</head>", "<script>1</script></head>") }},
	{"drawing unsaid", "epub-property", "EPUB/two.xhtml", true, func(b *smallepub.Book) {
		b.Replace(two, "<h1>", `<svg xmlns="http://www.w3.org/2000/svg"/><h1>`)
	}},
	{"property idle", "epub-property-idle", "EPUB/two.xhtml", true, func(b *smallepub.Book) {
		b.Replace(opf, `<item id="two"`, `<item properties="svg" id="two"`)
	}},
	{"spine of nothing", "epub-spine", "EPUB/package.opf", true, func(b *smallepub.Book) {
		b.Replace(opf, `<itemref idref="two"/>`, `<itemref idref="two"/><itemref idref="three"/>`)
	}},
	{"no navigation", "epub-nav", "EPUB/package.opf", true, func(b *smallepub.Book) { b.Replace(opf, ` properties="nav"`, "") }},
	{"no contents", "epub-nav", "EPUB/nav.xhtml", true, func(b *smallepub.Book) { b.Replace(nav, `epub:type="toc" id`, `epub:type="lot" id`) }},
	{"chapter not listed", "epub-nav-reach", "EPUB/two.xhtml", false, func(b *smallepub.Book) {
		b.Replace(nav, `<li><a href="two.xhtml">Flood</a></li>`, "")
	}},
	{"contents out of order", "epub-nav-order", "EPUB/one.xhtml", true, func(b *smallepub.Book) {
		b.Replace(nav, `<li><a href="cover.xhtml">Cover</a></li>`, `<li><a href="two.xhtml">Flood</a></li>`)
	}},
	{"NCX of another book", "epub-ncx", "EPUB/toc.ncx:3", true, func(b *smallepub.Book) { b.Replace(ncx, "9780000000002", "9780000000026") }},
	{"NCX with another title", "epub-nav-ncx", "EPUB/package.opf", false, func(b *smallepub.Book) { b.Replace(ncx, "Flood", "High Water") }},
	{"NCX with another page", "epub-nav-ncx", "EPUB/package.opf", false, func(b *smallepub.Book) { b.Replace(ncx, "<text>2</text>", "<text>3</text>") }},
	{"page not listed", "epub-page-list", "EPUB/two.xhtml:8", false, func(b *smallepub.Book) {
		b.Replace(nav, `<li><a href="two.xhtml#page.2">2</a></li>`, "")
	}},
	{"pages without a source", "epub-page-source", "EPUB/package.opf:3", false, func(b *smallepub.Book) {
		b.Replace(opf, `<meta property="pageBreakSource">urn:isbn:9780000000019</meta>`, "").Replace(opf, "dc:source", "dc:relation")
	}},
	{"dead link", "epub-link", "EPUB/two.xhtml:8", true, func(b *smallepub.Book) { b.Replace(two, "one.xhtml#mud", "three.xhtml") }},
	{"dead link of a style sheet", "epub-link", "EPUB/book.css", true, func(b *smallepub.Book) {
		b.Set("EPUB/book.css", `/* url(no) */ p { background: url( "none.png" ) } q { content: "url(no)" }`)
	}},
	{"dead place", "epub-fragment", "EPUB/two.xhtml:8", true, func(b *smallepub.Book) { b.Replace(two, "#mud", "#sand") }},
	{"picture not in the manifest", "epub-link-undeclared", "EPUB/one.xhtml:10", true, func(b *smallepub.Book) {
		b.Replace(opf, `<item id="tide" href="tide.png" media-type="image/png"/>`, "")
	}},
	{"address without a scheme", "epub-link-scheme", "EPUB/two.xhtml:8", false, func(b *smallepub.Book) { b.Replace(two, "https://example", "www.example") }},
	{"remote picture", "epub-remote", "EPUB/one.xhtml:10", true, func(b *smallepub.Book) { b.Replace(one, `src="tide.png"`, `src="https://example.org/tide.png"`) }},
	{"link out of the book", "epub-leak", "EPUB/two.xhtml:8", true, func(b *smallepub.Book) { b.Replace(two, "one.xhtml#mud", "../../../etc/passwd") }},
	{"root", "epub-root", "EPUB/two.xhtml:3", true, func(b *smallepub.Book) { b.Replace(two, "http://www.w3.org/1999/xhtml", "http://example.org/") }},
	{"id twice", "epub-id-twice", "EPUB/one.xhtml:9", true, func(b *smallepub.Book) { b.Replace(one, `id="mud"`, `id="call.1"`) }},
	{"no title", "epub-title", "EPUB/two.xhtml", true, func(b *smallepub.Book) { b.Replace(two, "<title>Flood</title>", "<title> </title>") }},
	{"no alternative text", "epub-alt", "EPUB/one.xhtml:10", false, func(b *smallepub.Book) { b.Replace(one, ` alt="A grey bank at low tide"`, "") }},
	{"no language of a document", "epub-language", "EPUB/two.xhtml", false, func(b *smallepub.Book) { b.Replace(two, ` lang="en" xml:lang="en"`, "") }},
	{"no hazards", "epub-access", "EPUB/package.opf:3", false, func(b *smallepub.Book) {
		b.Replace(opf, `<meta property="schema:accessibilityHazard">none</meta>`, "")
	}},
	{"no summary", "epub-access-summary", "EPUB/package.opf:3", false, func(b *smallepub.Book) {
		b.Replace(opf, `<meta property="schema:accessibilitySummary">Every picture is described.</meta>`, "")
	}},
	{"claim misspelt", "epub-conforms", "EPUB/package.opf:8", false, func(b *smallepub.Book) {
		b.Replace(opf, "<dc:source>", `<meta property="dcterms:conformsTo">EPUB Accessibility 1.1 - WCAG 2.2 AA</meta><meta property="a11y:certifiedBy">Ane</meta><dc:source>`)
	}},
	{"claim of nobody", "epub-conforms", "EPUB/package.opf:8", false, func(b *smallepub.Book) {
		b.Replace(opf, "<dc:source>", `<meta property="dcterms:conformsTo">EPUB Accessibility 1.1 - WCAG 2.2 Level AA</meta><dc:source>`)
	}},
}

// TestFaults shows each rule firing on a fault, at its place, and no rule on
// the sound file.
func TestFaults(t *testing.T) {
	if found := readBytes(smallepub.New(t).Bytes()); len(found) > 0 {
		t.Fatalf("the sound file: %v", found)
	}
	fired := map[string]bool{"epub-zip": true, "epub-bounds": true} // shown by TestHostile
	for _, test := range faulty {
		t.Run(test.name, func(t *testing.T) {
			fired[test.rule] = true
			if test.epubcheck && like(test.rule) == "" {
				t.Errorf("%s does not say what EPUBCheck calls it", test.rule)
			}
			b := smallepub.New(t)
			test.edit(b)
			found := readBytes(b.Bytes())
			for _, d := range found {
				if string(d.Rule) == test.rule && strings.HasPrefix(d.Pos.String()+"/", strings.TrimSuffix("book.epub/"+test.place, "/")) {
					return
				}
			}
			t.Errorf("no %s at %q; found %v", test.rule, test.place, found)
		})
	}
	for _, r := range Rules() {
		if strings.HasPrefix(string(r.ID), "epub-") && !fired[string(r.ID)] {
			t.Errorf("no fault shows rule %s", r.ID)
		}
	}
}

// TestLikeEPUBCheck has EPUBCheck look at the same faults: it gives them the
// names that the table of rules says, and no fault of ours is news to it where
// the table says so.
func TestLikeEPUBCheck(t *testing.T) {
	dir := t.TempDir()
	paths := []string{save(t, dir, "sound.epub", smallepub.New(t).Bytes())}
	for i, test := range faulty {
		b := smallepub.New(t)
		test.edit(b)
		paths = append(paths, save(t, dir, strconv.Itoa(i)+".epub", b.Bytes()))
	}
	reports := validator.EPUBChecks(t, paths...)
	for _, m := range reports[0] {
		if m.Severity != "USAGE" {
			t.Errorf("the sound file: %v", m)
		}
	}
	for i, test := range faulty {
		if !test.epubcheck {
			continue
		}
		like := like(test.rule)
		said := map[string]bool{}
		for _, m := range reports[i+1] {
			said[m.ID] = true
		}
		if !said[like] {
			t.Errorf("%s: EPUBCheck does not say %q: %v", test.name, like, reports[i+1])
		}
	}
}

// like is what EPUBCheck calls the fault of a rule.
func like(id string) string {
	for _, r := range Rules() {
		if string(r.ID) == id {
			return r.Like
		}
	}
	return ""
}

func readBytes(data []byte) []book.Diagnostic {
	_, found := ReadEPUB("book.epub", bytes.NewReader(data), int64(len(data)))
	return found
}

func save(t *testing.T, dir, name string, data []byte) string {
	t.Helper()
	path := filepath.Join(dir, name)
	if err := os.WriteFile(path, data, 0o666); err != nil {
		t.Fatal(err)
	}
	return path
}
