package web

import "testing"

// TestLibre reads a page that LibreOffice has saved: running head and foot stay out, the
// title is the line in large type, and the names of the file are no more than hints.
func TestLibre(t *testing.T) {
	const page = `<html><head><title>template_2019</title><meta name="generator" content="LibreOffice 7.4.7.2 (Linux)"><meta name="author" content="PC 4"></head><body lang="de-DE">
<div title="header"><p>Third draft</p></div><p align="center"><font size="6" style="font-size: 28pt"><b>The quay</b></font></p>
<p>Nobody is there.</p><h1>Across the water</h1><p>Nor there.</p><div title="footer"><p>Page 1</p></div></body></html>`
	a, err := Read(page)
	if err != nil {
		t.Fatal(err)
	}
	const want = "title paragraph strong(\"The quay\")\nparagraph \"Nobody is there.\"\nheading 1 # \"Across the water\"\nparagraph \"Nor there.\"\n"
	if got := told(a); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if a.Hint != "template" || a.Creator != "PC 4" || len(a.Bylines) > 0 {
		t.Errorf("got hint %q, creator %q, bylines %q", a.Hint, a.Creator, a.Bylines)
	}
	if len(a.Title) == 0 {
		t.Error("no title")
	}
}

// TestInset reads a page of Google Docs, whose quotations stand in from both sides.
func TestInset(t *testing.T) {
	a, err := Read(`<html><head><style>.c1{margin-left:36pt;margin-right:36pt}.c2{margin-left:36pt}</style></head><body class="c0 doc-content">
<p class="title">The quay</p><p class="c1"><span>Nobody is there.</span></p><p class="c2"><span>Nor there.</span></p></body></html>`)
	if err != nil {
		t.Fatal(err)
	}
	const want = "title paragraph \"The quay\"\nquote\n  paragraph \"Nobody is there.\"\nparagraph \"Nor there.\"\n"
	if got := told(a); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
