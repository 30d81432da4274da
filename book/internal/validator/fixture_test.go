package validator

import (
	"archive/zip"
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"testing"
)

const container = `<?xml version="1.0"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>
</rootfiles></container>`

const packageDocument = `<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="en">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">urn:uuid:6a52f5d2-9b5e-5c5e-9a3c-1d8e4a3f2b10</dc:identifier>
<dc:title>Ports</dc:title><dc:language>en</dc:language>
<meta property="dcterms:modified">2025-01-01T00:00:00Z</meta>
<meta property="schema:accessMode">textual</meta>
<meta property="schema:accessModeSufficient">textual</meta>
<meta property="schema:accessibilityFeature">tableOfContents</meta>
<meta property="schema:accessibilityHazard">none</meta>
<meta property="schema:accessibilitySummary">Plain text.</meta>
</metadata>
<manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest>
<spine><itemref idref="a"/></spine></package>`

const page = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="en" xml:lang="en">
<head><title>Ports</title></head><body>%s</body></html>`

const nav = `<nav epub:type="toc" role="doc-toc" aria-label="Contents"><ol><li><a href="a.xhtml">Ports</a></li></ol></nav>`

// writeEPUB makes a publication of one chapter with the given body.
func writeEPUB(t *testing.T, name, body string) string {
	t.Helper()
	var buf bytes.Buffer
	w := zip.NewWriter(&buf)
	for _, entry := range [][2]string{
		{"mimetype", "application/epub+zip"},
		{"META-INF/container.xml", container},
		{"EPUB/package.opf", packageDocument},
		{"EPUB/nav.xhtml", fmt.Sprintf(page, nav)},
		{"EPUB/a.xhtml", fmt.Sprintf(page, `<section epub:type="chapter" role="doc-chapter">`+body+`</section>`)},
	} {
		f, err := w.CreateHeader(&zip.FileHeader{Name: entry[0], Method: zip.Store})
		if err == nil {
			_, err = f.Write([]byte(entry[1]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return write(t, name, buf.Bytes())
}

const (
	goodBody = `<h1>Ports</h1><p>A harbour is a promise.</p>`
	badBody  = `<h1>Ports</h1><p id="a">No alternative text: <img src="none.png"/></p><p id="a">Twice.</p>`
)

// writePDF makes a file of the given objects, of which the first is the catalog.
func writePDF(t *testing.T, name string, objects ...string) string {
	t.Helper()
	var buf bytes.Buffer
	var offsets []int
	buf.WriteString("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
	for i, object := range objects {
		offsets = append(offsets, buf.Len())
		fmt.Fprintf(&buf, "%d 0 obj\n%s\nendobj\n", i+1, object)
	}
	start := buf.Len()
	fmt.Fprintf(&buf, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, offset := range offsets {
		fmt.Fprintf(&buf, "%010d 00000 n \n", offset)
	}
	fmt.Fprintf(&buf, "trailer\n<</Size %d/Root 1 0 R/ID[<00><00>]>>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, start)
	return write(t, name, buf.Bytes())
}

func stream(dict, data string) string {
	return fmt.Sprintf("<<%s/Length %d>>\nstream\n%s\nendstream", dict, len(data), data)
}

// plainPDF makes a sound file of two pages that is neither tagged nor has its font in it.
func plainPDF(t *testing.T, name string) string {
	t.Helper()
	const leaf = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 100]/Contents %d 0 R/Resources<</Font<</F1 7 0 R>>>>>>"
	return writePDF(t, name,
		"<</Type/Catalog/Pages 2 0 R>>",
		"<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2>>",
		fmt.Sprintf(leaf, 5), fmt.Sprintf(leaf, 6),
		stream("", "BT /F1 12 Tf 20 50 Td (A harbour is a promise.) Tj ET"),
		stream("", "BT /F1 12 Tf 20 50 Td (Ships keep it.) Tj ET"),
		"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>")
}

// hollowPDF makes a file with nothing on its page, which breaks no rule of PDF/UA-1.
func hollowPDF(t *testing.T, name string) string {
	t.Helper()
	const xmp = `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Ports</rdf:li></rdf:Alt></dc:title>
<pdfuaid:part>1</pdfuaid:part></rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`
	return writePDF(t, name,
		"<</Type/Catalog/Pages 2 0 R/Lang(en)/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true>>/Metadata 3 0 R/StructTreeRoot 4 0 R>>",
		"<</Type/Pages/Kids[5 0 R]/Count 1>>",
		stream("/Type/Metadata/Subtype/XML", xmp),
		"<</Type/StructTreeRoot>>",
		"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 100]/Resources<<>>>>")
}

func write(t *testing.T, name string, data []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, data, 0o666); err != nil {
		t.Fatal(err)
	}
	return path
}
