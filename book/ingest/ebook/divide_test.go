package ebook

import (
	"strconv"
	"strings"
	"testing"
	"time"

	"octavo/book"
)

// bound is the package of a book of one document, with contents and a style sheet.
const bound = `<package><metadata><title>Tides</title><creator>Ada Holm</creator></metadata><manifest>` +
	`<item id="a" href="a.xhtml" media-type="application/xhtml+xml"/><item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/></manifest>` +
	`<spine><itemref idref="a"/></spine></package>`

// readBound reads a book of one document, to which the contents lead as the given lines say.
func readBound(t *testing.T, body, lines string) []string {
	t.Helper()
	list, err := Read(packed(t, "META-INF/container.xml", container, "p.opf", bound, "nav.xhtml", `<html xmlns:epub="e"><body><nav epub:type="toc"><ol>`+lines+`</ol></nav></body></html>`,
		"a.xhtml", `<html xmlns:epub="e"><head><style>.side { float: left }</style></head><body>`+body+`</body></html>`))
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, a := range list {
		var b strings.Builder
		b.WriteString(a.Hint + "/" + book.PlainText(a.Kicker))
		for _, bl := range a.Blocks {
			if p, ok := bl.Block.(*book.Paragraph); ok {
				b.WriteString("|" + book.PlainText(p.Content))
			}
		}
		out = append(out, b.String())
	}
	return out
}

// TestBeginnings wants a chapter that begins where its part begins to have the title of the
// chapter, each time that the book is read.
func TestBeginnings(t *testing.T) {
	const body = `<p>Before them all.</p><div id="p1"><div id="c1"><p>The first of them.</p></div></div><div id="p2"><div id="c2"><p>The second one.</p></div></div>`
	const lines = `<li><a href="a.xhtml#p1">Part A</a><ol><li><a href="a.xhtml#c1">Alpha</a></li></ol></li><li><a href="a.xhtml#p2">Part B</a><ol><li><a href="a.xhtml#c2">Beta</a></li></ol></li>`
	for range 20 {
		list := strings.Join(readBound(t, body, lines), "\n")
		if !strings.Contains(list, "Alpha/|The first") || !strings.Contains(list, "Beta/|The second") {
			t.Fatalf("the chapters are\n%s", list)
		}
	}
}

// TestManyPlaces wants thousands of places behind a long text to be found in no time.
func TestManyPlaces(t *testing.T) {
	const places = 3_000
	var lines, body strings.Builder
	body.WriteString("<div><div>" + strings.Repeat("<p>Word upon word.</p>", 40_000) + "</div>")
	for i := range places {
		id := strconv.Itoa(i)
		lines.WriteString(`<li><a href="a.xhtml#p` + id + `">X</a></li>`)
		body.WriteString(`<h2 id="p` + id + `">H</h2><p>Text.</p>`)
	}
	start := time.Now()
	readBound(t, body.String()+"</div>", lines.String())
	if took := time.Since(start); took > 8*time.Second {
		t.Errorf("took %v", took)
	}
}

// TestLooksAlike wants initials, words that float beside the text, what is set in reverse and
// the name of an author to be none of a large letter, verse and the number of a chapter.
func TestLooksAlike(t *testing.T) {
	const lines = `<li><a href="a.xhtml">The Way</a></li>`
	for _, tt := range []struct{ body, want string }{
		{`<p><span class="initials">J. K.</span> Rowe wrote it.</p>`, "|J. K. Rowe wrote it."},
		{`<p><span class="side">A note <b>apart</b></span> that it rained.</p>`, "|A note apart that it rained."},
		{`<p><span class="side">T</span> he sea was calm.</p>`, "|The sea was calm."},
		{`<p><span class="initial">L’</span> homme est mort.</p>`, "|L’homme est mort."},
		{`<div class="reverse"><p>He went home.</p><p>They stayed.</p></div>`, "|He went home.|They stayed."},
	} {
		if got := readBound(t, "<h1>The Way</h1><p>Once.</p>"+tt.body, lines)[0]; !strings.Contains(got, tt.want) {
			t.Errorf("%s\nis %s", tt.body, got)
		}
	}
	const named = `<p>Ada Holm</p><h1>The Way</h1><p>Once.</p>`
	if got := readBound(t, named, lines)[0]; !strings.HasPrefix(got, "The Way/|") {
		t.Errorf("the name of the author is the kicker: %s", got)
	}
	const section = `<p>Contributors</p><h1>The Way</h1><p>Once.</p>`
	if got := readBound(t, section, lines)[0]; !strings.Contains(got, "|Once.") {
		t.Errorf("an article of the section Contributors is %s", got)
	}
}
