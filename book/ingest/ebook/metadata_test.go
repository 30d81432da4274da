package ebook

import (
	"strings"
	"testing"
)

// TestPersons tells of contributors without a role, and takes nobody without a name.
func TestPersons(t *testing.T) {
	people := strings.Replace(bound, "</metadata>", `<creator role="trl"/><contributor>Bo Lind</contributor><contributor role="bkp">a program</contributor></metadata>`, 1)
	list, err := Read(packed(t, "META-INF/container.xml", container, "p.opf", people, "a.xhtml", "<html><body><h1>The Way</h1><p>Once.</p></body></html>"))
	if err != nil {
		t.Fatal(err)
	}
	a := list[0]
	if len(a.Contributors) > 0 || a.Creator != "Ada Holm" {
		t.Errorf("contributors %v, author %q", a.Contributors, a.Creator)
	}
	if len(a.Warnings) != 1 || a.Warnings[0].Message != "the EPUB names also Bo Lind" {
		t.Errorf("told %v", a.Warnings)
	}
}
