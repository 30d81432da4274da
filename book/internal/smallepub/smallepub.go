// Package smallepub makes small EPUB files for tests: a sound one, and
// variants of it by editing its entries.
//
// In: edits. Out: the bytes of an EPUB file, equal for equal edits.
//
// Invariant: without edits, EPUBCheck has nothing to say of the file.
package smallepub

import (
	"archive/zip"
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"slices"
	"strings"
	"sync"
	"testing"
)

// An Entry is one file of the archive.
type Entry struct {
	Name   string
	Data   string
	Method uint16 // zip.Store or zip.Deflate
}

// A Book is an EPUB file in the making.
type Book struct {
	t       testing.TB
	Entries []Entry
}

// New returns the sound book: a cover, two chapters with a note, a table, a
// picture and two page markers.
func New(t testing.TB) *Book {
	b := &Book{t: t}
	b.Entries = append(b.Entries, Entry{"mimetype", "application/epub+zip", zip.Store})
	for _, part := range strings.Split(source, "\n-- ")[1:] {
		name, data, _ := strings.Cut(part, " --\n")
		b.Set(name, data+"\n")
	}
	b.Set("EPUB/cover.jpg", cover())
	b.Set("EPUB/tide.png", PNG(300, 200, color.Gray{90}))
	return b
}

// For returns a copy of the book that belongs to another test, as each execution of
// a fuzz target is one.
func (b *Book) For(t testing.TB) *Book { return &Book{t, slices.Clone(b.Entries)} }

// Set puts an entry in place of the one with its name, or at the end.
func (b *Book) Set(name, data string) *Book {
	for i := range b.Entries {
		if b.Entries[i].Name == name {
			b.Entries[i].Data = data
			return b
		}
	}
	b.Entries = append(b.Entries, Entry{name, data, zip.Deflate})
	return b
}

// Replace changes text of an entry, each time that it stands there. It fails
// the test where it does not.
func (b *Book) Replace(name, old, new string) *Book {
	b.t.Helper()
	for i := range b.Entries {
		if e := &b.Entries[i]; e.Name == name {
			if !strings.Contains(e.Data, old) {
				b.t.Fatalf("%s does not hold %q", name, old)
			}
			e.Data = strings.ReplaceAll(e.Data, old, new)
			return b
		}
	}
	b.t.Fatalf("no entry %s", name)
	return b
}

// Remove takes an entry away.
func (b *Book) Remove(name string) *Book {
	b.t.Helper()
	for i := range b.Entries {
		if b.Entries[i].Name == name {
			b.Entries = append(b.Entries[:i:i], b.Entries[i+1:]...)
			return b
		}
	}
	b.t.Fatalf("no entry %s", name)
	return b
}

// Rename gives an entry another name, in every entry that speaks of it.
func (b *Book) Rename(old, new string) *Book {
	for i := range b.Entries {
		e := &b.Entries[i]
		if e.Name == "EPUB/"+old {
			e.Name = "EPUB/" + new
		}
		if e.Method == zip.Deflate && !strings.HasPrefix(e.Data, "\xff\xd8") && !strings.HasPrefix(e.Data, "\x89PNG") {
			e.Data = strings.ReplaceAll(e.Data, old, new)
		}
	}
	return b
}

// Bytes returns the file.
func (b *Book) Bytes() []byte {
	b.t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, e := range b.Entries {
		f, err := w.CreateHeader(&zip.FileHeader{Name: e.Name, Method: e.Method})
		if err == nil {
			_, err = f.Write([]byte(e.Data))
		}
		if err != nil {
			b.t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		b.t.Fatal(err)
	}
	return out.Bytes()
}

// cover is made once: it takes longer than all the rest.
var cover = sync.OnceValue(func() string { return JPEG(1600, 2560) })

// JPEG returns a grey picture of a size in pixels.
func JPEG(width, height int) string {
	var b bytes.Buffer
	m := image.NewGray(image.Rect(0, 0, width, height))
	_ = jpeg.Encode(&b, m, &jpeg.Options{Quality: 30}) // a buffer takes all
	return b.String()
}

// PNG returns a picture of one colour, with an alpha channel when the colour
// is a [color.NRGBA].
func PNG(width, height int, c color.Color) string {
	var m interface {
		image.Image
		Set(x, y int, c color.Color)
	}
	m = image.NewGray(image.Rect(0, 0, width, height))
	if _, ok := c.(color.NRGBA); ok {
		m = image.NewNRGBA(image.Rect(0, 0, width, height))
	}
	for y := range height {
		for x := range width {
			m.Set(x, y, c)
		}
	}
	var b bytes.Buffer
	_ = png.Encode(&b, m) // a buffer takes all
	return b.String()
}

// Drawing returns a transparent picture with a black stroke through it.
func Drawing(width, height int) string {
	m := image.NewNRGBA(image.Rect(0, 0, width, height))
	for y := height / 3; y < 2*height/3; y++ {
		for x := range width {
			m.Set(x, y, color.Black)
		}
	}
	var b bytes.Buffer
	_ = png.Encode(&b, m) // a buffer takes all
	return b.String()
}

const source = `
-- META-INF/container.xml --
<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
-- EPUB/package.opf --
<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="pub-id" xml:lang="en">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="pub-id">urn:isbn:9780000000002</dc:identifier>
<dc:title>Low Water</dc:title>
<dc:language>en</dc:language>
<dc:creator>Ane Holm</dc:creator>
<dc:source>urn:isbn:9780000000019</dc:source>
<meta property="dcterms:modified">2025-11-05T12:00:00Z</meta>
<meta property="pageBreakSource">urn:isbn:9780000000019</meta>
<meta property="schema:accessMode">textual</meta>
<meta property="schema:accessMode">visual</meta>
<meta property="schema:accessModeSufficient">textual</meta>
<meta property="schema:accessibilityFeature">alternativeText</meta>
<meta property="schema:accessibilityHazard">none</meta>
<meta property="schema:accessibilitySummary">Every picture is described.</meta>
<meta name="cover" content="cover-image"/>
</metadata>
<manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>
<item id="cover" href="cover.xhtml" media-type="application/xhtml+xml"/>
<item id="one" href="one.xhtml" media-type="application/xhtml+xml"/>
<item id="two" href="two.xhtml" media-type="application/xhtml+xml"/>
<item id="css" href="book.css" media-type="text/css"/>
<item id="cover-image" href="cover.jpg" media-type="image/jpeg" properties="cover-image"/>
<item id="tide" href="tide.png" media-type="image/png"/>
</manifest>
<spine toc="ncx">
<itemref idref="cover"/>
<itemref idref="nav"/>
<itemref idref="one"/>
<itemref idref="two"/>
</spine>
</package>
-- EPUB/nav.xhtml --
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="en" xml:lang="en">
<head><title>Contents</title></head>
<body>
<nav epub:type="toc" id="toc"><h1>Contents</h1>
<ol>
<li><a href="cover.xhtml">Cover</a></li>
<li><a href="one.xhtml">Ebb</a>
<ol>
<li><a href="one.xhtml#mud">Mud</a></li>
</ol></li>
<li><a href="two.xhtml">Flood</a></li>
</ol></nav>
<nav epub:type="landmarks" hidden="hidden"><h2>Landmarks</h2>
<ol>
<li><a epub:type="cover" href="cover.xhtml">Cover</a></li>
<li><a epub:type="toc" href="nav.xhtml#toc">Contents</a></li>
<li><a epub:type="bodymatter" href="one.xhtml">Begin reading</a></li>
</ol></nav>
<nav epub:type="page-list" hidden="hidden"><h2>Pages</h2>
<ol>
<li><a href="one.xhtml#page.1">1</a></li>
<li><a href="two.xhtml#page.2">2</a></li>
</ol></nav>
</body>
</html>
-- EPUB/toc.ncx --
<?xml version="1.0" encoding="UTF-8"?>
<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1">
<head><meta name="dtb:uid" content="urn:isbn:9780000000002"/></head>
<docTitle><text>Low Water</text></docTitle>
<navMap>
<navPoint id="n1" playOrder="1"><navLabel><text>Cover</text></navLabel><content src="cover.xhtml"/></navPoint>
<navPoint id="n2" playOrder="2"><navLabel><text>Ebb</text></navLabel><content src="one.xhtml"/>
<navPoint id="n3" playOrder="4"><navLabel><text>Mud</text></navLabel><content src="one.xhtml#mud"/></navPoint>
</navPoint>
<navPoint id="n4" playOrder="5"><navLabel><text>Flood</text></navLabel><content src="two.xhtml"/></navPoint>
</navMap>
<pageList><navLabel><text>Pages</text></navLabel>
<pageTarget id="p1" type="normal" value="1" playOrder="3"><navLabel><text>1</text></navLabel><content src="one.xhtml#page.1"/></pageTarget>
<pageTarget id="p2" type="normal" value="2" playOrder="6"><navLabel><text>2</text></navLabel><content src="two.xhtml#page.2"/></pageTarget>
</pageList>
</ncx>
-- EPUB/cover.xhtml --
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="en" xml:lang="en">
<head><title>Cover</title></head>
<body epub:type="cover"><section><img src="cover.jpg" alt="A grey field under the words Low Water"/></section></body>
</html>
-- EPUB/one.xhtml --
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="en" xml:lang="en">
<head><title>Ebb</title><link rel="stylesheet" type="text/css" href="book.css"/></head>
<body>
<section epub:type="chapter" role="doc-chapter">
<h1>Ebb</h1>
<p><span epub:type="pagebreak" role="doc-pagebreak" id="page.1" aria-label="1"></span>The water goes out.<a epub:type="noteref" role="doc-noteref" href="#note.1" id="call.1">1</a></p>
<h2 id="mud">Mud</h2>
<figure><img src="tide.png" alt="A grey bank at low tide"/><figcaption>The bank.</figcaption></figure>
<table>
<tr><th scope="col">Port</th><th scope="col">Range</th></tr>
<tr><td>Ansgar</td><td>4.1 m</td></tr>
</table>
<aside epub:type="footnote" role="doc-footnote" id="note.1"><p><a href="#call.1">1</a> Twice a day.</p></aside>
</section>
</body>
</html>
-- EPUB/two.xhtml --
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="en" xml:lang="en">
<head><title>Flood</title><link rel="stylesheet" type="text/css" href="book.css"/></head>
<body>
<section epub:type="chapter" role="doc-chapter">
<h1>Flood</h1>
<p>The water comes <span epub:type="pagebreak" role="doc-pagebreak" id="page.2" aria-label="2"></span>in again, as <a href="one.xhtml#mud">the mud</a> knows. More is <a href="https://example.org/tide">elsewhere</a>.</p>
</section>
</body>
</html>
-- EPUB/book.css --
body { line-height: 1.4; margin: 0; }
h1 { font-size: 1.6em; }
img { max-width: 100%; }
`
