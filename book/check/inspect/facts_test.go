package inspect

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"octavo/book/internal/smallepub"
)

// TestRules asks of each row what is listed to users.
func TestRules(t *testing.T) {
	var ids []string
	like := regexp.MustCompile(`^(?:(?:OPF|PKG|RSC|HTM|NAV|NCX)-\d{3})?$`)
	for _, r := range Rules() {
		ids = append(ids, string(r.ID))
		if !regexp.MustCompile(`^(?:epub|pdf)(?:-[a-z]+)+$`).MatchString(string(r.ID)) || len(r.Why) < 15 || !like.MatchString(r.Like) {
			t.Errorf("the row %+v lacks something", r)
		}
		if strings.HasPrefix(string(r.ID), "pdf") && (r.Like != "" || (r.Severity == failure) != (r.ID == "pdf-syntax" || r.ID == "pdf-bounds")) {
			t.Errorf("the row %+v is not as those of PDF are", r)
		}
	}
	if slices.Sort(ids); len(slices.Compact(ids)) != len(Rules()) || len(ids) < 50 {
		t.Errorf("%d rules of %d", len(slices.Compact(ids)), len(Rules()))
	}
	if len(tooMany.Why) < 20 || tooMany.Severity != warning {
		t.Errorf("the row %+v lacks something", tooMany)
	}
}

// page is a small book whose second document has a body.
func page(t *testing.T, body string) (*Publication, string) {
	t.Helper()
	b := smallepub.New(t)
	b.Set(two, `<html xmlns="http://www.w3.org/1999/xhtml" xmlns:xlink="http://www.w3.org/1999/xlink" lang="en"><head><title>T</title></head><body>`+body+`</body></html>`)
	data := b.Bytes()
	p, list := ReadEPUB("book.epub", bytes.NewReader(data), int64(len(data)))
	var found strings.Builder
	for _, d := range list {
		fmt.Fprintln(&found, d)
	}
	return p, found.String()
}

// TestLoads finds what each element brings in or names that is not there.
func TestLoads(t *testing.T) {
	for _, names := range []string{
		"a href", "area href", "link href", "img src", "img srcset", "script src", "iframe src", "audio src", "video src", "video poster", "source src", "source srcset",
		"track src", "embed src", "object data", "blockquote cite", "q cite", "svg:image href", "svg:image xlink:href", "svg:use xlink:href", "svg:a xlink:href",
	} {
		element, attribute, _ := strings.Cut(names, " ")
		name, svg := strings.CutPrefix(element, "svg:")
		body := fmt.Sprintf(`<%s %s="none.png"/>`, name, attribute)
		if svg {
			body = `<svg xmlns="http://www.w3.org/2000/svg">` + body + `</svg>`
		}
		if _, found := page(t, body); !strings.Contains(found, "none.png") {
			t.Errorf("%s is not looked at:\n%s", names, found)
		}
	}
	if _, found := page(t, `<img alt="" srcset="one.xhtml 1x, far.png 2x,,near.png"/>`); !strings.Contains(found, "far.png") || !strings.Contains(found, "near.png") {
		t.Errorf("of several files some are not looked at:\n%s", found)
	}
	if _, found := page(t, `<b src="none.png" href="none.png"/><x:img xmlns:x="urn:x" src="none.png"/>`); strings.Contains(found, "none.png") {
		t.Errorf("what brings in nothing is looked at:\n%s", found)
	}
}

// TestPictures takes the pictures of a document, with their words and places.
func TestPictures(t *testing.T) {
	p, found := page(t, "<p><img src=\"tide.png\" alt=\"The tide\"/></p>\n<img src=\"../x.png\"/>")
	list := p.Document(two).Images
	if len(list) != 2 || list[0].Alt != "The tide" || list[0].Src.Path != "EPUB/tide.png" || list[1].At.Line != 2 {
		t.Errorf("pictures %+v", list)
	}
	if !strings.Contains(found, "img has no alt attribute") || strings.Count(found, "alt attribute") != 1 {
		t.Errorf("said:\n%s", found)
	}
}

// TestHeard has the words of a text as a listener hears them.
func TestHeard(t *testing.T) {
	for _, name := range strings.Fields("a abbr b bdi bdo cite code data del dfn em i ins kbd mark q s samp small span strong sub sup time u var wbr") {
		if p, _ := page(t, "<p>o<"+name+">n</"+name+">e</p>"); p.Document(two).Text != "one" {
			t.Errorf("%s parts a word: %q", name, p.Document(two).Text)
		}
	}
	for _, name := range strings.Fields("p div li td h1 blockquote br figcaption") {
		if p, _ := page(t, "<div>o<"+name+">n</"+name+">e</div>"); p.Document(two).Text != "o n e" {
			t.Errorf("%s parts no words: %q", name, p.Document(two).Text)
		}
	}
	if p, _ := page(t, "<p>a <img src=\"tide.png\" alt=\"the  tide\"/>\n b</p>"); p.Document(two).Text != "a the tide b" {
		t.Errorf("a picture is heard as %q", p.Document(two).Text)
	}
}

// TestBoundsOfTrees reads as many nodes as there may be.
func TestBoundsOfTrees(t *testing.T) {
	left := maxAllNodes
	if _, f := parseXML([]byte("<a>"+strings.Repeat("<b/>", maxNodes-1)+"</a>"), &left); f != nil || left != maxAllNodes-maxNodes {
		t.Errorf("%d nodes: %+v, %d are left", maxNodes, f, left)
	}
	if maxNodes != 400_000 || maxDepth != 2_000 || maxAllNodes != 5_000_000 {
		t.Error("the bounds are others: see what a book of them takes")
	}
	for text, want := range map[string]string{
		"": "epub-xml 0:0 the document is empty", "<a>": "epub-xml", "<!DOCTYPE a [<!ENTITY b \"c\">]><a/>": "epub-doctype", "<a/>": "",
	} {
		n := 100
		got := ""
		if _, f := parseXML([]byte(text), &n); f != nil {
			got = fmt.Sprintf("%s %d:%d %s", f.rule.ID, f.at.line, f.at.col, f.text)
		}
		if !strings.HasPrefix(got, want) || (want == "") != (got == "") {
			t.Errorf("%q: %s", text, got)
		}
	}
}
