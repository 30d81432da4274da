package ebook

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"
	"time"

	"octavo/book/internal/fuzzing"
	"octavo/book/markup/xmltree"
)

const (
	container = `<container><rootfiles><rootfile full-path="p.opf"/></rootfiles></container>`
	opf       = `<package><metadata><title>T</title></metadata><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/><item id="n" href="n.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/><itemref idref="n"/></spine></package>`
)

// packed returns a book of files: paths and contents by turns.
func packed(t testing.TB, files ...string) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(files); i += 2 {
		w, err := z.Create(files[i])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(files[i+1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestRefused wants books that cannot be read to be refused with the reason.
func TestRefused(t *testing.T) {
	const drm = `<encryption><EncryptedData><EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#aes128-cbc"/></EncryptedData></encryption>`
	for _, tt := range []struct {
		data []byte
		want string
	}{
		{[]byte("PK\x03\x04"), "damaged"},
		{packed(t, "a", "b"), "does not say where its package is"},
		{packed(t, "META-INF/encryption.xml", drm), "protected (DRM)"},
		{packed(t, "META-INF/license.lcpl", "{}"), "protected (DRM)"},
		{packed(t, "META-INF/container.xml", container, "p.opf", opf), "there is no text"},
	} {
		_, err := Read(tt.data)
		if err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("error %v, want %s", err, tt.want)
		}
	}
}

// FuzzRead reads any XHTML as the chapter and the notes of a book.
func FuzzRead(f *testing.F) {
	fuzzing.Begin(f)
	f.Add(`<html><body><h1>T</h1><p>a<a href="n.xhtml#n1">1</a></p></body></html>`, `<html><body><ol><li id="n1">b <a href="a.xhtml#x">1</a></li></ol></body></html>`)
	f.Add(`<html><body><svg><image href="../../x.png"/></svg><p role="doc-toc"/></body></html>`, `<html/>`)
	f.Fuzz(func(t *testing.T, chapter, notes string) {
		start := time.Now()
		list, err := Read(packed(t, "META-INF/container.xml", container, "p.opf", opf, "a.xhtml", chapter, "n.xhtml", notes))
		if err == nil && len(list) == 0 {
			t.Error("no articles and no error")
		}
		if d := time.Since(start); d > 2*time.Second {
			t.Errorf("took %v", d)
		}
	})
}

// TestCut parts a document within nested elements, so that each half has the elements around it.
func TestCut(t *testing.T) {
	root, err := xmltree.Parse([]byte(`<html><body><div class="a"><p>1</p><section><p>2</p><h1 id="x">3</h1><p>4</p></section></div><p>5</p></body></html>`), xmltree.Options{})
	if err != nil {
		t.Fatal(err)
	}
	d := &document{path: "t/a.xhtml", root: root, ids: map[string]*xmltree.Node{"x": root.Find("h1")}}
	part := (&ebook{}).cut(d, root.Find("h1"), 2)
	for _, tt := range []struct {
		d    *document
		want string
	}{
		{d, `<body><div class="a"><p>1</p><section><p>2</p></section></div></body>`},
		{part, `<body><div class="a"><section><h1 id="x">3</h1><p>4</p></section></div><p>5</p></body>`},
	} {
		if got := markup(tt.d.root.Child("body")); got != tt.want {
			t.Errorf("%s, want %s", got, tt.want)
		}
	}
	if part.name != "t/a.part2.xhtml" || part.ids["x"] == nil || d.ids["x"] != nil {
		t.Errorf("name %q, ids %v and %v", part.name, d.ids, part.ids)
	}
}

// TestTitled wants pages to be told by their titles in the language of the book, and no
// chapter that begins with the same words.
func TestTitled(t *testing.T) {
	for _, tt := range []struct {
		lang, title string
		want        *page
	}{
		{"en", "Also by Robin Vale", housePage}, {"en", "Also by Chance", nil}, {"en", "Praise for the Quay", housePage}, {"en", "Praise for Nobody", nil},
		{"de", "Weitere Bücher von Robin Vale", housePage}, {"de", "Inhaltsverzeichnis", housePage}, {"de", "Danksagung", acknowledgements},
		{"fr", "Du même auteur", housePage}, {"ja", "奥付", imprintPage}, {"ko", "차례", contentsPage}, {"tr", "Robin Vale’in Diğer Kitapları", housePage},
		{"en", "Dedication", dedication}, {"en", "Night", nil}, {"", "", nil},
	} {
		b := &ebook{lang: tt.lang, title: "The Quay", names: []string{"Robin Vale"}}
		if got := b.titled(tt.title); got != tt.want {
			t.Errorf("%s %q is %v, want %v", tt.lang, tt.title, got, tt.want)
		}
	}
}
