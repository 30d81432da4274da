package refuse

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"
	"time"

	"octavo/book/internal/fuzzing"
)

// TestText wants what is no article to be named, and articles to be taken.
func TestText(t *testing.T) {
	for _, tt := range []struct{ name, in, want string }{
		{"a.json", `{"title": "Tides", "body": "The sea."}`, "JSON is data"},
		{"a.json", strings.Repeat("[", 20000), "JSON is data"},
		{"a.txt", "\ufeff [{\"title\": \"Tides\"}]", "JSON is data"},
		{"a.md", `{"title": "Tides", "body": "The sea, cut`, "JSON is data"},
		{"a.html", `{"a": 1}`, "JSON is data"},
		{"a.txt", "{\"a\": 1}\n{\"a\": 2}\n", "JSON is data"},
		{"my notes.ipynb", `{"cells": [{"cell_type": "markdown", "source": ["# Tides"]}], "nbformat": 4}`, "a Jupyter notebook is not read: convert it with `jupyter nbconvert --to markdown './my notes.ipynb'`"},
		{"a.json", `{"jsonapi":{"version":"1.0"},"data":[{"type":"node--article","attributes":{"title":"A"}}]}`, "/rss.xml"},
		{"a.json", `{"pandoc-api-version":[1,23],"meta":{},"blocks":[]}`, "pandoc -f json -t markdown a.json -o a.md"},
		{"a.txt", "{The tide, by an old rule} comes in.", ""},
		{"a.txt", "[1] The first note, and then prose.", ""},
		{"a.md", "[The quay](https://example.org) is empty.", ""},

		{"a.fb2", `<?xml version="1.0" encoding="windows-1251"?><FictionBook xmlns="http://www.gribuser.ru/xml/fictionbook/2.0"><body/></FictionBook>`, "pandoc -f fb2"},
		{"a.xml", `<?xml version="1.0"?><article xmlns="http://docbook.org/ns/docbook"><title>Tides</title></article>`, "DocBook is not read: convert it with `pandoc -f docbook -t markdown a.xml -o a.md`"},
		{"a.xml", `<?xml version="1.0"?><!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Archiving DTD v1.2//EN" "JATS.dtd"><article article-type="essay"><front/></article>`, "pandoc -f jats"},
		{"a.xml", `<TEI xmlns="http://www.tei-c.org/ns/1.0"><text/></TEI>`, "TEI is not read"},
		{"a.xml", `<?xml version="1.0"?><newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"/>`, "an agency's XML"},
		{"a.opml", `<?xml version="1.0"?><opml version="2.0"><body/></opml>`, "pandoc -f opml"},
		{"a.svg", `<svg xmlns="http://www.w3.org/2000/svg"><text>Tide</text></svg>`, "a drawing (SVG)"},
		{"a.xml", `<?xml version="1.0"?><orders><order/></orders>`, "XML (<orders>) is not read"},
		{"a.xhtml", `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body/></html>`, ""},
		{"a.txt", `<p>The tide <b>comes</b> in.</p>`, ""},
		{"a.md", "<svg viewBox=\"0 0 1 1\"></svg>\n\nThe tide.", ""},
		{"a.html", "<article><h1>Tides</h1></article>", ""},
		{"a.txt", "<The tide> is a poem.", ""},

		{"a.adoc", "= Tides\nRobin Vale\n\nThe sea.\n", "asciidoctor -b docbook a.adoc` and `pandoc -f docbook -t markdown a.xml -o a.md`"},
		{"a.txt", "= Tides\n:toc: left\n\n== The sea\n\nimage::quay.jpg[The quay]\n", "AsciiDoc is not read"},
		{"a.txt", "= Tides\n\nThe sea comes in.\n", ""},
		{"a.adoc", "The sea comes in.\n\nAnd goes.\n", ""},
		{"a.rst", "Tides\n=====\n\nThe sea.\n", "pandoc -f rst -t markdown a.rst -o a.md"},
		{"a.txt", "Tides\n=====\n\n.. image:: quay.jpg\n\nThe :doc:`sea <sea>` comes.\n", "reStructuredText"},
		{"a.txt", "Tides\n=====\n\nThe sea comes.\n", ""},
		{"a.org", "* Tides\n\nThe sea comes in.\n", "an Org file is not read: convert it with `pandoc -f org -t markdown a.org -o a.md`"},
		{"a.org", "The sea comes in.\n", ""},
		{"a.txt", "#+TITLE: Tides\n\nThe sea comes in.\n", "an Org file"},
		{"a.txt", "#+1: the sea comes in.\n", ""},
		{"notes", "#+TITLE: Tides\n* TODO The sea\n", "an Org file"},
		{"a.textile", "h1. Tides\n\nThe sea.\n", "pandoc -f textile"},
		{"a.wiki", "== Tides ==\n\nThe '''sea'''.\n", "pandoc -f mediawiki"},
		{"a.txt", "====== Tides ======\n\nThe //sea// comes ((twice)).\n", "pandoc -f dokuwiki"},
		{"a.txt", "== Tides ==\n\nThe sea.\n", ""},
		{"a.tex", "% remarks\n\\documentclass{article}\n\\begin{document}\nThe sea.\n\\end{document}\n", "TeX is not read: convert it with `pandoc -f latex -t markdown a.tex -o a.md`"},
		{"a.txt", "\\documentclass[12pt]{article}\n\\usepackage{x}\n\\begin{document}", "TeX is not read"},
		{"a.tex", "The sea comes in.\n", ""},
		{"a.md", "How I write\n\n\\documentclass{article}\n\\begin{document}\n", ""},
		{"a.typ", "#set page(width: 10cm)\n= Tides\n", "pandoc -f typst"},
		{"a.1", ".TH TIDES 1\n.SH NAME\ntides\n", "pandoc -f man"},
		{"a.lyx", "#LyX 2.3 created this file.\n\\lyxformat 544\n", "a LyX file"},

		{"a.csv", "title,body\nTides,The sea\n", "a table in lines"},
		{"a.txt", "a\tb\tc\n1\t2\t3\n1\t2\t3\n1\t2\t3\n1\t2\t3\n", "a table in lines"},
		{"a.txt", "Name;Ort;Jahr\nEbbe;Norden;1990\nFlut;Emden;1991\n", "a table in lines"},
		{"a.txt", "Name\tOrt\tJahr\nEbbe\tNorden\t1990\nFlut\tEmden\t1991\n", "a table in lines"},
		{"a.txt", "He came; he saw; he left.\nShe came; she saw; she stayed.\nThey came; they saw; they won.\n", ""},
		{"a.txt", "The tide comes in; nobody hears it.\nIt goes.\nIt comes again; nobody hears it.\n", ""},
		{"a.ttl", "# a graph\n@prefix foaf: <http://xmlns.com/foaf/0.1/> .\n<#me> a foaf:Person .\n", "Turtle"},
		{"a.usfm", "\\id MAT\n\\h Matthew\n\\c 1\n\\p\n\\v 1 The book.\n", "USFM"},
		{"a.txt", "\\h Matthew\n\\c 1\n\\p\n\\v 1 The book.\n", "USFM"},
		{"a.tid", "created: 20240101000000000\ntitle: Tides\ntype: text/vnd.tiddlywiki\n\nThe tide.\n", "TiddlyWiki"},
		{"a.tid", "title: Tides\ntype: text/vnd.tiddlywiki\n\nThe tide.\n", "TiddlyWiki"},
		{"a.csv", "The sea comes in, and goes.\nAnd so do we.\n", ""},
		{"a.txt", "The sea, the quay, the boat,\nThe moon, the night, the rope,\nThe wind, the rain, the coat,\nThe end, the hand, the hope,\nThe sea, the quay, the boat,\n", ""},
		{"a.yaml", "title: Tides\nauthors:\n  - name: Robin\n", "YAML is data"},
		{"a.toml", "title = \"Tides\"\n[author]\nname = \"Robin\"\n", "TOML is data"},
		{"a.yml", "The sea comes in.\nAnd goes out again.\nSo it is.\n", ""},
		{"a.vcf", "BEGIN:VCARD\nFN:Robin Vale\nEND:VCARD\n", "vCard"},
		{"a.ics", "BEGIN:VCALENDAR\nEND:VCALENDAR\n", "calendar"},
		{"a.txt", "1\n00:00:01,000 --> 00:00:02,000\nThe sea\n", "subtitles"},
		{"a.diff", "diff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n+b\n", "a patch"},
		{"a.go", "package main\n\nimport \"fmt\"\n\nfunc main() {\n\tfmt.Println(\"The sea\")\n}\n", "the source of a program"},
		{"a.txt", "function tide() {\n  let a = 1;\n  return a;\n}\n\nfunction sea() {\n  tide();\n}\n", "the source of a program"},
		{"a.py", "The sea comes in\nand goes\nand comes.\n", ""},
		{"a.txt", "#!/bin/sh\necho tide\n", "a script"},
		{"a.log", strings.Repeat("2025-03-01 10:11:12 INFO tide is in\n", 10), "the log"},
		{"a.txt", strings.Repeat("2025-03-01 10:11:12 Robin: the tide is in\n", 10), ""},
		{"a.url", "[InternetShortcut]\nURL=https://example.org\n", "a shortcut"},
		{"a.bib", "@article{vale2025,\n  title = {Tides}\n}\n", "BibTeX"},
	} {
		err := Text(tt.name, tt.in)
		switch {
		case err == nil && tt.want != "":
			t.Errorf("%s: %.40q is taken, want %s", tt.name, tt.in, tt.want)
		case err != nil && (tt.want == "" || !strings.Contains(err.Error(), tt.want)):
			t.Errorf("%s: %.40q: %v, want %s", tt.name, tt.in, err, tt.want)
		}
	}
}

// TestBinary wants the name of what is no text.
func TestBinary(t *testing.T) {
	zipped := func(names ...string) string {
		var b bytes.Buffer
		z := zip.NewWriter(&b)
		for _, n := range names {
			if w, err := z.Create(n); err != nil || w == nil {
				t.Fatal(err)
			}
		}
		if err := z.Close(); err != nil {
			t.Fatal(err)
		}
		return b.String()
	}
	for _, tt := range []struct{ in, want string }{
		{"%PDF-1.7\n", "a PDF"},
		{"\x1f\x8b\x08\x00", "a gzip archive"},
		{"7z\xbc\xaf'\x1c", "a 7z archive"},
		{strings.Repeat("a", 257) + "ustar\x00", "a tar archive"},
		{strings.Repeat("a", 60) + "BOOKMOBI", "a Kindle book"},
		{"ID3\x04\x00", "a sound"},
		{"\x00\x00\x00\x20ftypisom", "a film"},
		{"RIFF\x00\x00\x00\x00WEBPVP8 ", "a picture"},
		{"\x7fELF", "a program"},
		{"\x01\x02\x03\x04\x05\x06\x07\x01\x02\x03\x04\x05", "this is no text"},
		{zipped("[Content_Types].xml", "xl/workbook.xml"), "a spreadsheet"},
		{zipped("ppt/presentation.xml"), "a presentation"},
		{zipped("Index/Document.iwa", "Metadata/Properties.plist"), "a Pages"},
		{zipped("word/document.xml"), ""},
		{zipped("mimetype", "designmap.xml", "META-INF/container.xml"), "an InDesign file"},
		{"PK\x03\x04" + strings.Repeat("\x00", 26) + "mimetypeapplication/vnd.oasis.opendocument.spreadsheetPK", "a spreadsheet (OpenDocument)"},
		{"\x1b$B%F%9%H\x1b(B\n", ""},
		{"\xff\xfeT\x00i\x00d\x00e\x00", ""},
		{"The tide\x0c\ncomes.", ""},
	} {
		err := Binary("a", []byte(tt.in))
		switch {
		case err == nil && tt.want != "":
			t.Errorf("%.20q is taken, want %s", tt.in, tt.want)
		case err != nil && (tt.want == "" || !strings.Contains(err.Error(), tt.want)):
			t.Errorf("%.20q: %v, want %s", tt.in, err, tt.want)
		}
	}
}

// TestStated finds the type of a zip that was zipped again: packed, not the first, or away.
func TestStated(t *testing.T) {
	for _, tt := range []struct {
		parts []string // name and content by turns
		mime  string
		want  bool
	}{
		{[]string{"META-INF/container.xml", "", "mimetype", "application/epub+zip"}, book, true},
		{[]string{"mimetype", "application/epub+zip\n"}, book, true},
		{[]string{"META-INF/container.xml", "<container/>", "c.opf", ""}, book, true},
		{[]string{"mimetype", "application/vnd.oasis.opendocument.text"}, OpenDocument + "text", true},
		{[]string{"mimetype", strings.Repeat("a", 1<<16)}, book, false},
		{[]string{"META-INF/container.xml", "", "mimetype", "application/vnd.adobe.indesign-idml-package"}, book, false},
		{[]string{"word/document.xml", ""}, book, false},
	} {
		var b bytes.Buffer
		z := zip.NewWriter(&b)
		for i := 0; i < len(tt.parts); i += 2 {
			w, err := z.Create(tt.parts[i])
			if err != nil {
				t.Fatal(err)
			}
			if _, err := w.Write([]byte(tt.parts[i+1])); err != nil {
				t.Fatal(err)
			}
		}
		if err := z.Close(); err != nil {
			t.Fatal(err)
		}
		if got := Stated(b.Bytes(), tt.mime); got != tt.want {
			t.Errorf("%.40q states %s: %v, want %v", tt.parts, tt.mime, got, tt.want)
		}
	}
}

// FuzzWhy tries any bytes under any name.
func FuzzWhy(f *testing.F) {
	fuzzing.Begin(f)
	for _, s := range []string{"{\"a\": 1}", "<?xml version=\"1.0\"?><a>", "= T\n:a: b\n", "a,b\n1,\"2\n", "PK\x03\x04"} {
		f.Add("a.txt", []byte(s))
	}
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		start := time.Now()
		if err := Binary(name, data); err == nil {
			err = Text(name, string(data))
			if err != nil && strings.Contains(err.Error(), "\n") {
				t.Errorf("%q has lines", err)
			}
		}
		if d := time.Since(start); d > 2*time.Second {
			t.Errorf("took %v", d)
		}
	})
}
