package inspect

import (
	"archive/zip"
	"bytes"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"octavo/book/internal/golden"
	"octavo/book/internal/smallepub"
	"octavo/book/pdf/object"
)

const svgItem = `<item id="tide"`

// TestSpoken compares what is said of faults beside those of the table of faulty, and of what is
// no fault.
func TestSpoken(t *testing.T) {
	item := func(b *smallepub.Book, item string) { b.Replace(opf, svgItem, item+svgItem) }
	tests := []struct {
		name string
		edit func(*smallepub.Book)
	}{
		{"no rootfile", func(b *smallepub.Book) {
			b.Replace("META-INF/container.xml", "application/oebps-package+xml", "application/pdf")
		}},
		{"container cut short", func(b *smallepub.Book) { b.Set("META-INF/container.xml", "<container>") }},
		{"encryption cut short", func(b *smallepub.Book) { b.Set("META-INF/encryption.xml", "<encryption>") }},
		{"encrypted twice, and an address of none", func(b *smallepub.Book) {
			b.Set("META-INF/encryption.xml", `<e><CipherReference URI="EPUB/tide.png"/><CipherReference URI="EPUB/%74ide.png"/><CipherReference URI="%zz"/></e>`)
		}},
		{"package of another root", func(b *smallepub.Book) { b.Set(opf, "<book/>") }},
		{"package cut short", func(b *smallepub.Book) { b.Set(opf, "<package>") }},
		{"empty package", func(b *smallepub.Book) {
			b.Set(opf, `<package xmlns="http://www.idpf.org/2007/opf" version="2.0"/>`)
		}},
		{"EPUB 2 without metadata, in an empty spine", func(b *smallepub.Book) {
			b.Set(opf, `<package xmlns="http://www.idpf.org/2007/opf" version="2.0"><metadata/><manifest/><spine/></package>`)
		}},
		{"item without an id", func(b *smallepub.Book) { b.Replace(opf, `id="tide"`, `id=""`) }},
		{"item without a type", func(b *smallepub.Book) { item(b, `<item id="x" href="toc.ncx" media-type=" "/>`) }},
		{"item with the id of another", func(b *smallepub.Book) { item(b, `<item id="one" href="x.png" media-type="image/png"/>`) }},
		{"item elsewhere", func(b *smallepub.Book) {
			item(b, `<item id="x" href="https://example.org/x.mp3" media-type="audio/mpeg"/>`)
		}},
		{"item that leads out", func(b *smallepub.Book) { item(b, `<item id="x" href="../../x.png" media-type="image/png"/>`) }},
		{"spine with a document twice", func(b *smallepub.Book) {
			b.Replace(opf, `<itemref idref="two"/>`, `<itemref idref="two"/><itemref idref="two"/>`)
		}},
		{"spine without a linear item", func(b *smallepub.Book) { b.Replace(opf, `<itemref `, `<itemref linear="no" `) }},
		{"fallbacks in a circle", func(b *smallepub.Book) {
			item(b, `<item id="a" href="a.pdf" media-type="application/pdf" fallback="b"/><item id="b" href="b.pdf" media-type="application/pdf" fallback="a"/>`)
			b.Set("EPUB/a.pdf", "%PDF-").Set("EPUB/b.pdf", "%PDF-")
			b.Replace(opf, `<itemref idref="two"/>`, `<itemref idref="two"/><itemref linear="no" idref="a"/>`)
		}},
		{"fallbacks that lead into a circle", func(b *smallepub.Book) {
			item(b, `<item id="a" href="a.pdf" media-type="application/pdf" fallback="b"/><item id="b" href="b.pdf" media-type="application/pdf" fallback="c"/><item id="c" href="c.pdf" media-type="application/pdf" fallback="b"/>`)
			b.Set("EPUB/a.pdf", "%PDF-").Set("EPUB/b.pdf", "%PDF-").Set("EPUB/c.pdf", "%PDF-")
			b.Replace(opf, `<itemref idref="two"/>`, `<itemref idref="two"/><itemref linear="no" idref="a"/>`)
		}},
		{"fallback to a drawing", func(b *smallepub.Book) {
			item(b, `<item id="a" href="a.pdf" media-type="application/pdf" fallback="b"/><item id="b" href="b.svg" media-type="image/svg+xml"/>`)
			b.Set("EPUB/a.pdf", "%PDF-").Set("EPUB/b.svg", `<svg xmlns="http://www.w3.org/2000/svg"/>`)
			b.Replace(opf, `<itemref idref="two"/>`, `<itemref idref="two"/><itemref linear="no" idref="a"/>`)
		}},
		{"no language of the package", func(b *smallepub.Book) { b.Replace(opf, ` xml:lang="en"`, "") }},
		{"modified twice", func(b *smallepub.Book) {
			b.Replace(opf, "<dc:source>", `<meta property="dcterms:modified">2025-11-05T12:00:00Z</meta><dc:source>`)
		}},
		{"claims", func(b *smallepub.Book) {
			claim := func(s string) string { return `<meta property="dcterms:conformsTo">` + s + `</meta>` }
			b.Replace(opf, "<dc:source>", `<meta property="a11y:certifiedBy">Ane</meta>`+
				claim("EPUB Accessibility 1.1 - WCAG 2.")+claim("EPUB Accessibility 1.1 - WCAG 2.3 Level A")+claim("EPUB Accessibility 1.1 - WCAG 2.0 Level AAA")+
				claim("EPUB Accessibility 1.1 - WCAG 2./ Level A")+claim("EPUB Accessibility 1.1 - WCAG 2.1 Level AAAA")+"<dc:source>")
		}},
		{"navigation as text", func(b *smallepub.Book) {
			b.Replace(opf, `href="nav.xhtml" media-type="application/xhtml+xml"`, `href="nav.xhtml" media-type="text/html"`)
		}},
		{"navigation cut short", func(b *smallepub.Book) { b.Set(nav, "<html>") }},
		{"navigation without lists", func(b *smallepub.Book) { b.Replace(nav, "<ol>", "<ul>").Replace(nav, "</ol>", "</ul>") }},
		{"line of the navigation without text", func(b *smallepub.Book) {
			b.Replace(nav, `<li><a href="two.xhtml">Flood</a></li>`, `<li><a href="two.xhtml"> </a></li><b/>`)
		}},
		{"NCX cut short", func(b *smallepub.Book) { b.Set(ncx, "<ncx>") }},
		{"NCX with fewer lines", func(b *smallepub.Book) {
			b.Replace(nav, `<li><a href="two.xhtml">Flood</a></li>`, `<li><a href="two.xhtml">Flood</a></li><li><a href="two.xhtml#page.2">Ebb</a></li>`)
		}},
		{"NCX with more lines", func(b *smallepub.Book) {
			b.Replace(nav, `<li><a href="two.xhtml">Flood</a></li>`, `<li><span>Flood</span></li>`)
		}},
		{"contents of one document", func(b *smallepub.Book) {
			b.Replace(nav, `<li><a href="cover.xhtml">Cover</a></li>`, "").Replace(nav, `<li><a href="two.xhtml">Flood</a></li>`, "").Replace(nav, "landmarks", "loi")
		}},
		{"pages without a list", func(b *smallepub.Book) { b.Replace(nav, "page-list", "lot") }},
		{"drawing of another root", func(b *smallepub.Book) {
			item(b, `<item id="plan" href="plan.svg" media-type="image/svg+xml"/>`)
			b.Set("EPUB/plan.svg", `<plan lang="en"/>`)
		}},
		{"addresses", func(b *smallepub.Book) {
			b.Replace(two, "<h1>", `<h1><a href="%zz"/><a href=" WWW.example.org "/><a href="//example.org/x"/><a href="data:,x"/><a href="#page.2"/><a href="one.xhtml#a(1)"/>`+
				`<a href="tide.png#x"/><a href="package.opf"/><q cite="https://example.org/"/><img alt="" src="data:image/gif,x"/><img alt="" srcset="none.png 1x, , tide.png 2x"/>`)
		}},
		{"sources of sound and film", func(b *smallepub.Book) {
			b.Replace(two, "<h1>", `<h1><audio src="https://example.org/a"/><video poster="https://example.org/b"/><track src="https://example.org/c"/>`+
				`<source src="https://example.org/d"/><source srcset="https://example.org/e"/><iframe src="https://example.org/f"/>`)
		}},
		{"references of a drawing", func(b *smallepub.Book) {
			b.Replace(two, "<h1>", `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"><script/><image xlink:href="none.png"/><use href="#none"/></svg><h1>`)
		}},
		{"handlers and styles", func(b *smallepub.Book) {
			b.Replace(two, "<h1>", `<h1 onclick="x" one="x" style="background: url(none.png)">`)
		}},
		{"style sheet with imports", func(b *smallepub.Book) {
			b.Set("EPUB/book.css", `@import "none.css"; @import url(https://example.org/x.css); @font-face { src: url(https://example.org/f.woff) } p { background: URL('https://example.org/p.png`)
		}},
		{"text after the root", func(b *smallepub.Book) { b.Replace(two, "</html>", "</html>spam") }},
		{"another encoding", func(b *smallepub.Book) { b.Set(two, `<?xml version="1.0" encoding="latin-1"?><html/>`) }},
		{"empty document", func(b *smallepub.Book) { b.Set(two, " ") }},
		{"mimetype with an extra field", func(b *smallepub.Book) {}},
	}
	var out bytes.Buffer
	for _, test := range tests {
		fmt.Fprintf(&out, "%s:\n", test.name)
		b := smallepub.New(t).Set("EPUB/cover.jpg", smallepub.JPEG(3, 4))
		test.edit(b)
		data := b.Bytes()
		if strings.HasPrefix(test.name, "mimetype") {
			data = extra(t, b)
		}
		for _, d := range readBytes(data) {
			fmt.Fprintln(&out, d)
		}
	}
	golden.File(t, "testdata/spoken.golden", out.Bytes())
}

// extra is the book with an extra field at its first entry.
func extra(t *testing.T, b *smallepub.Book) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for i, e := range b.Entries {
		h := &zip.FileHeader{Name: e.Name, Method: e.Method}
		if i == 0 {
			h.Extra = []byte{1, 0, 0, 0}
		}
		f, err := w.CreateHeader(h)
		if err == nil {
			_, err = f.Write([]byte(e.Data))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// TestFacts compares what is read of one document.
func TestFacts(t *testing.T) {
	b := smallepub.New(t).Set("EPUB/cover.jpg", smallepub.JPEG(3, 4))
	b.Set("META-INF/com.apple.ibooks.display-options.xml", `<display_options><platform name="*"><option name="fixed-layout">true</option><option name="specified-fonts">true</option></platform></display_options>`)
	b.Set(two, `<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="fr"><head><title> Flood  tide </title>
<style>/* a */ p, q { Color: RED; x } @media print { i { a: b } @page { margin: 0 } @x { y { z } } } @font-face { src: a } @y { c { d { e } } } u { v: "}" }</style></head>
<body><p>One<span><p>Two</p><p>Three</p></span></p>
<a href="one.xhtml">out <a href="two.xhtml">in</a></a>
<table><tr><td/><th colspan="3"/><b/></tr><tr><td colspan="5000"/><td><table><tr/></table></td></tr></table>
<aside epub:type="footnote" id="f">Foot <aside role="doc-footnote">within</aside></aside><li role="doc-endnote" id="e">End</li><li epub:type="rearnote" id="r">Rear</li>
<span epub:type="pagebreak" id="p1" title="1" aria-label="i"/><span role="doc-pagebreak" id="p2" title="2"/><span epub:type="pagebreak" id="p3">3<b role="doc-pagebreak"/></span>
<form/><svg xmlns="http://www.w3.org/2000/svg"><g/></svg><math xmlns="http://www.w3.org/1998/Math/MathML"><mi/></math></body></html>`)
	data := b.Bytes()
	p, _ := ReadEPUB("book.epub", bytes.NewReader(data), int64(len(data)))
	d := p.Document(two)
	var out bytes.Buffer
	fmt.Fprintf(&out, "specified fonts %v\nlanguage %q title %q\nnested %+v\nnotes %+v\nbreaks %+v\ntables %+v\nlinks %+v\n",
		p.SpecifiedFonts, d.Lang, d.Title, *d.Nested, d.Notes, d.Breaks, d.Tables, d.Links)
	for _, name := range []string{"p", "form", "svg", "math", "g", "style", "a"} {
		if at, ok := d.Elements[name]; ok {
			fmt.Fprintf(&out, "%s %+v\n", name, at)
		}
	}
	for _, r := range p.Styles {
		fmt.Fprintf(&out, "%s %q %q\n", r.Sheet, r.Selectors, r.Declarations)
	}
	fmt.Fprintf(&out, "cover %v none %v nothing %v\n", p.Item("EPUB/cover.jpg").Image, p.Item("EPUB/none"), p.Item(""))
	golden.File(t, "testdata/facts.golden", out.Bytes())
}

// TestHeadsOfImages reads what stands at the head of pictures.
func TestHeadsOfImages(t *testing.T) {
	for head, want := range map[string]string{
		"": "", "RIFF....WEBP": "webp", "RIFF": "", "....ftypavif": "avif", "BM": "bmp", "B": "", "wOF2": "woff2", "wOFF": "woff", "ID3": "mp3",
		"II*\x00": "tiff", "MM\x00*": "tiff", "true": "ttf", "OTTO": "otf", "ttcf": "ttc", "%PDF-": "pdf", "GIF89a": "gif",
	} {
		if got := sniff([]byte(head)); got != want {
			t.Errorf("sniff(%q) is %q, want %q", head, got, want)
		}
		if got, image := isImage(want), strings.Contains(" jpeg png gif webp tiff avif bmp ", " "+want+" "); got != image {
			t.Errorf("isImage(%q) is %v", want, got)
		}
	}
	chunk := func(kind, data string) string {
		return string([]byte{0, 0, 0, byte(len(data))}) + kind + data + "....."[:4]
	}
	png := func(colour byte, chunks ...string) string {
		return "\x89PNG\r\n\x1a\n" + chunk("IHDR", "\x00\x00\x00\x01\x00\x00\x00\x01\x08"+string([]byte{colour, 0, 0, 0})) + strings.Join(chunks, "")
	}
	for _, test := range []struct {
		name, head string
		alpha      bool
	}{
		{"grey", png(0), false},
		{"grey with alpha", png(4), true},
		{"colours with alpha", png(6), true},
		{"palette", png(3), false},
		{"colours, one transparent", png(2, chunk("gAMA", "...."), chunk("tRNS", "......")), true},
		{"said after the data", png(2, chunk("IDAT", "x"), chunk("tRNS", "......")), false},
		{"chunk cut short", png(2, "\x00\x00\x10\x00gAMA....", chunk("tRNS", "......")), false},
		{"too short", png(6)[:32], false},
	} {
		if alpha := pngAlpha([]byte(test.head)); alpha != test.alpha {
			t.Errorf("%s: %v", test.name, alpha)
		}
	}
	for head, want := range map[string]bool{
		"GIF89a\x21\xf9\x04\x01": true, "GIF89a\x21\xf9\x04\x02": false, "GIF89a\x21\xf9\x04\x03": true, "GIF89a\x21\xf9\x04": false, "GIF89a": false, "\x21\xf9\x04\x01": true,
	} {
		if gifTransparent([]byte(head)) != want {
			t.Errorf("gifTransparent(%q) is %v", head, !want)
		}
	}
	for _, test := range []struct {
		format, media string
		want          bool
	}{{"png", "image/png", true}, {"png", "image/jpeg", false}, {"", "image/png", false}, {"", "audio/mpeg", true}, {"ttf", "font/otf", true}, {"tf", "font/otf", false}} {
		if suits(test.format, test.media) != test.want {
			t.Errorf("suits(%q, %q) is %v", test.format, test.media, !test.want)
		}
	}
}

// TestAddressesOfStyleSheets has the addresses of style sheets, and what ends them.
func TestAddressesOfStyleSheets(t *testing.T) {
	type address struct {
		value string
		font  bool
	}
	for text, want := range map[string][]address{
		``:                               nil,
		`url(a) url( "b)" ) URL('c') `:   {{"a", false}, {"b)", false}, {"c", false}},
		`url(a`:                          {{"a", false}},
		`url( "a`:                        {{"a", false}},
		`@import "a"; @import 'b' print`: {{"a", false}, {"b", false}},
		`@import url(a); @import`:        {{"a", false}},
		`@font-face{src:url(a)}b{url(c)`: {{"a", true}, {"c", false}},
		`@FONT-FACE{src:url(a)`:          {{"a", true}},
		`"url(a)" 'url(b)' "" url(c)`:    {{"c", false}},
		`/* url(a) */url(b)/**/url(c)/*`: {{"b", false}, {"c", false}},
		`"url(a)`:                        nil,
		`a{b:u\72l(c\29)}`:               {{"c)", false}},
		`a{b:url(c d)}`:                  nil,
		`@media x{@font-face{b:url(c)}}`: {{"c", true}},
		`@\69mport "a\62 ";`:             {{"ab", false}},
		`a{b:c}}@import "d";`:            nil,
	} {
		s := &session{pub: &Publication{}}
		s.sheet("a.css", text, Place{})
		var got []address
		for _, r := range s.refs {
			got = append(got, address{r.value, r.font})
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %v, want %v", text, got, want)
		}
	}
}

// TestPredictors undoes the filters of PNG that streams are packed with.
func TestPredictors(t *testing.T) {
	f := &pdfFile{}
	tests := []struct {
		name  string
		parms object.Dict
		in    string
		want  string
		err   string
	}{
		{"none said", nil, "\x02abc", "\x02abc", ""},
		{"1", object.Dict{"Predictor": object.Int(1)}, "\x02abc", "\x02abc", ""},
		{"TIFF", object.Dict{"Predictor": object.Int(2)}, "abc", "", "a predictor that is not read here"},
		{"9", object.Dict{"Predictor": object.Int(9)}, "abc", "", "a predictor that is not read here"},
		{"one column", object.Dict{"Predictor": object.Int(10)}, "\x00a\x02\x01", "ab", ""},
		{"no columns", object.Dict{"Predictor": object.Int(10), "Columns": object.Int(0)}, "", "", "a predictor that is not read here"},
		{"most columns", object.Dict{"Predictor": object.Int(10), "Columns": object.Int(1 << 20)}, "\x00a", "", ""},
		{"too many columns", object.Dict{"Predictor": object.Int(10), "Columns": object.Int(1<<20 + 1)}, "", "", "a predictor that is not read here"},
		{"colours", object.Dict{"Predictor": object.Int(12), "Colors": object.Int(3)}, "", "", "a predictor that is not read here"},
		{"bits", object.Dict{"Predictor": object.Int(12), "BitsPerComponent": object.Int(1)}, "", "", "a predictor that is not read here"},
		{"each filter", object.Dict{"Predictor": object.Int(15), "Columns": object.Int(3)},
			"\x00\x0a\x14\x1e\x01\x01\x02\x03\x02\x01\x01\x01\x03\x05\x05\x05\x04\x01\x02\x03\x00", "\x0a\x14\x1e\x01\x03\x06\x02\x04\x07\x06\x0a\x0d\x07\x0c\x10", ""},
		{"bad filter", object.Dict{"Predictor": object.Int(15), "Columns": object.Int(2)}, "\x05ab", "", "a row with a bad filter"},
	}
	for _, test := range tests {
		got, err := f.unpredict([]byte(test.in), test.parms)
		if string(got) != test.want || fmt.Sprint(err) != test.err && !(err == nil && test.err == "") {
			t.Errorf("%s: %q, %v; want %q, %q", test.name, got, err, test.want, test.err)
		}
	}
}

// TestNumbersAndTexts reads the numbers of boxes and the strings of titles.
func TestNumbersAndTexts(t *testing.T) {
	for _, test := range []struct {
		in   object.Object
		want int64
		ok   bool
	}{
		{object.Int(12), 12000, true}, {object.Int(-3), -3000, true}, {object.Int(999_999_999), 999_999_999_000, true},
		{object.Int(1_000_000_000), 1_000_000_000_000, false}, {object.Int(-1_000_000_000), -1_000_000_000_000, false},
		{object.Real("1.5"), 1500, true}, {object.Real("-.5"), -500, true}, {object.Real("+2.34567"), 2345, true}, {object.Real("4."), 4000, true},
		{object.Real("1x"), 0, false}, {object.Real("99999999999999.0"), 0, false}, {object.Name("x"), 0, false}, {nil, 0, false},
	} {
		if got, ok := thousandths(test.in); got != test.want || ok != test.ok {
			t.Errorf("%v: %d, %v; want %d, %v", test.in, got, ok, test.want, test.ok)
		}
	}
	for in, want := range map[object.String]string{
		"": "", "a\xe9": "aé", "\xfe\xff\x20\x22\x00a": "•a", "\xfe\xff\x00a\x00": "a", "\xef\xbb\xbfé": "é", "\xfe": "þ",
	} {
		if got := textString(in); got != want {
			t.Errorf("%q is %q, want %q", in, got, want)
		}
	}
	if got := textString(object.Int(1)); got != "" {
		t.Errorf("a number is the text %q", got)
	}
	for n, want := range map[int]int64{0: 7, 1: 1, 2: 0x102, 3: 0x102ff} {
		if got := field([]byte{9, 1, 2, 255}, 1, n, 7); got != want {
			t.Errorf("field of %d bytes is %#x, want %#x", n, got, want)
		}
	}
}

// TestCrossReferences has what openPDF says of tables and streams of cross-references.
func TestCrossReferences(t *testing.T) {
	const head = "%PDF-1.7\n"
	stream := func(dict, data string) string {
		return fmt.Sprintf("%s1 0 obj<</Type/XRef/Length %d%s>>stream\n%s\nendstream endobj startxref 9", head, len(data), dict, data)
	}
	tests := []struct{ name, in, want string }{
		{"table", head + "xref 0 1 0 65535 f  trailer<</A 1>> startxref 9", ""},
		{"no place", head + "startxref <<>>", "startxref names no place"},
		{"trailer of a number", head + "xref trailer 7 startxref 9", "cross-references at 9: the trailer is no dictionary"},
		{"first of no number", head + "xref /A startxref 9", "cross-references at 9: a whole number is missing"},
		{"count below zero", head + "xref 0 -1 trailer<<>> startxref 9", "cross-references at 9: a whole number is missing"},
		{"more than there is", head + "xref 0 9 trailer<<>> startxref 9", "cross-references at 9: 9 entries from 0"},
		{"entry of no number", head + "xref 0 1 /A                trailer<<>> startxref 9", "cross-references at 9: a whole number is missing"},
		{"another object", head + "1 0 obj 7 endobj startxref 9", "cross-references at 9: neither a table nor a stream of cross-references"},
		{"stream of another type", strings.Replace(stream("", "x"), "XRef", "Xxxx", 1), "cross-references at 9: neither a table nor a stream of cross-references"},
		{"no length", strings.Replace(stream("", "x"), "/Length 1", "", 1), "cross-references at 9: a stream without a length"},
		{"length below zero", strings.Replace(stream("", "x"), "/Length 1", "/Length -1", 1), "cross-references at 9: a stream without a length"},
		{"length beyond the end", strings.Replace(stream("", "x"), "/Length 1", "/Length 99", 1), "cross-references at 9: a stream without a length"},
		{"another filter", stream("/Filter/LZWDecode", "x"), "cross-references at 9: a filter that is not read here"},
		{"two widths", stream("/W[1 2]", "x"), "cross-references at 9: a cross-reference stream without three widths"},
		{"width of a name", stream("/W[1 2 /A]", "x"), "cross-references at 9: a cross-reference stream with a bad width"},
		{"width below zero", stream("/W[1 2 -1]", "x"), "cross-references at 9: a cross-reference stream with a bad width"},
		{"width of 9", stream("/W[1 9 1]", "x"), "cross-references at 9: a cross-reference stream with a bad width"},
		{"width of 8", stream("/W[1 8 1]/Size 1", "x"), ""},
		{"no widths", stream("/W[0 0 0]/Size 1", "x"), "cross-references at 9: a cross-reference stream of nothing"},
		{"index of names", stream("/W[1 1 1]/Index[/A 1]", "x"), "cross-references at 9: a cross-reference stream with a bad index"},
		{"index without a size", stream("/W[1 1 1]", "x"), "cross-references at 9: a cross-reference stream with a bad index"},
		{"index below zero", stream("/W[1 1 1]/Index[-1 1]", "x"), "cross-references at 9: a cross-reference stream with a bad index"},
		{"count of objects below zero", stream("/W[1 1 1]/Index[0 -1]", "x"), "cross-references at 9: a cross-reference stream with a bad index"},
		{"index beyond bounds", stream("/W[1 1 1]/Index[2147483649 1]", "x"), "cross-references at 9: a cross-reference stream with a bad index"},
	}
	for _, test := range tests {
		_, err := openPDF([]byte(test.in))
		if fmt.Sprint(err) != test.want && !(err == nil && test.want == "") {
			t.Errorf("%s: %v, want %s", test.name, err, test.want)
		}
	}
	// Type 1 stands in the file, and 2 in a stream of objects; without a type, it is 1.
	f, err := openPDF([]byte(stream("/W[1 1 1]/Index[3 2 9 2]", "\x01\x09\x00\x02\x07\x05\x00\x01\x01\x01\x08\x00")))
	if want := (map[int]pdfEntry{3: {offset: 9}, 4: {in: 7, index: 5}, 10: {offset: 8}}); err != nil || !reflect.DeepEqual(f.entries, want) {
		t.Errorf("%v, %v; want %v", f.entries, err, want)
	}
	f, err = openPDF([]byte(stream("/W[0 1 0]/Size 2", "\x04\x09")))
	if want := (map[int]pdfEntry{0: {offset: 4}, 1: {offset: 9}}); err != nil || !reflect.DeepEqual(f.entries, want) {
		t.Errorf("%v, %v; want %v", f.entries, err, want)
	}
}

// TestPackedObjects reads objects that stand in a stream of objects.
func TestPackedObjects(t *testing.T) {
	read := func(dict, data string, index int) string {
		f := &pdfFile{parse: 1000, left: 1000, read: map[int]object.Object{}, busy: map[int]bool{}, streams: map[int]*objectStream{}}
		f.data = []byte(fmt.Sprintf("1 0 obj<</Length %d%s>>stream\n%s\nendstream endobj", len(data), dict, data))
		f.entries = map[int]pdfEntry{1: {}, 2: {in: 1, index: index}, 3: {in: 9}, 4: {offset: 1 << 40}, 5: {}}
		return string(f.object(2).Append(nil)) + string(f.object(3).Append(nil)) + string(f.object(4).Append(nil)) + string(f.object(5).Append(nil))
	}
	for _, test := range []struct {
		name, dict, data string
		index            int
		want             string
	}{
		{"first", "/First 8/N 2", "2 0 7 2 1 /A", 0, "1"},
		{"second", "/First 8/N 2", "2 0 7 2 1 /A", 1, "/A"},
		{"beyond its stream", "/First 8/N 2", "2 0 7 2 1 /A", 2, "null"},
		{"a filter in an array", "/First 4/N 1/Filter[/LZWDecode]", "2 0 1", 0, "null"},
		{"first below zero", "/First -1/N 1", "2 1 1", 0, "null"},
		{"more than bytes", "/First 4/N 6", "2 0 1", 0, "null"},
		{"number of none", "/First 4/N 1", "/A 0 1", 0, "null"},
		{"offset beyond", "/First 4/N 1", "2 2 1", 0, "null"},
		{"offset of none", "/First 4/N 1", "2 /A 1", 0, "null"},
	} {
		if got := read(test.dict, test.data, test.index); got != test.want+"nullnullnull" {
			t.Errorf("%s: %s, want %s and null thrice", test.name, got, test.want)
		}
	}
}
