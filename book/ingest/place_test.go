package ingest

import (
	"fmt"
	"html"
	"strings"
	"testing"
)

// TestPlace has of each guess its line in the file and in the chapter.
func TestPlace(t *testing.T) {
	text := `ESSAY / SHORE
The bell at slack water
By Odd Tangen
3 October 2025

People who move here ask about the bell. It rings at night, four times as often as any clock would.

The watch

It is kept by two men, of whom one sleeps, and has been so for as long as anybody can think of.

Odd Tangen is a pilot, and rings bells.
`
	page := `<!DOCTYPE html>
<html><head><title>The bell</title>
<script>var share = "ESSAY / SHORE";
</script></head>
<body><article>
<p class="x">ESSAY / SHORE</p>
<h1>The bell</h1>
<p class="byline">By Odd Tangen</p>
<p>Skarne, 3 October 2025</p>
<p>People who move here ask about the bell. It rings at night, four times as often as any clock would.</p>
</article></body></html>
`
	entry := `<p class="standfirst">Why it <em>rings</em> at night, and for whom, nobody in the café can tell</p><p class="dateline"><b>Skarne</b>, 3 October 2025</p><p>People who move here ask about the bell, which rings at night, four times as often as any clock would.</p>`
	for _, c := range []struct{ name, text, want string }{
		{"bell.txt", text, "kicker 1 kicker 3; heading 8 - 13"},
		{"bell.html", page, "kicker 6 kicker 3; date; the place before it is left out 9 date 4"},
		{"bell.xml", "<rss version=\"2.0\"><channel><title>Skarne</title>\n<item><title>The bell</title>\n<description>" + html.EscapeString(entry) + "</description></item></channel></rss>", "date; the place before it is left out 3 date 4"},
		{"bell.json", `{"version": "https://jsonfeed.org/version/1", "title": "Skarne", "items": [` + "\n{" + `"id": "1", "title": "The bell",` + "\n" + `"content_html": "` + strings.NewReplacer(`"`, `\"`, "<", `\u003c`, "é", `\u00e9`).Replace(entry) + "\"}]}", "date; the place before it is left out 3 date 4"},
		{"bell.md", "---\ntitle: The bell\n---\n\nWords.\n", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			list, err := Read(c.name, []byte(c.text), Options{})
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, g := range list[0].Guesses {
				key := g.Key
				if key == "" {
					key = "-"
				}
				got = append(got, fmt.Sprint(g.As, " ", g.Line, " ", key, " ", g.At))
			}
			if s := strings.Join(got, "; "); s != c.want {
				t.Errorf("got %q, want %q of\n%s", s, c.want, list[0].Markdown)
			}
		})
	}
}

// TestPlaceInZips has no lines of a document that is a zip: its guesses have that of the
// chapter, unless the words are left out.
func TestPlaceInZips(t *testing.T) {
	body := `<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>The bell</w:t></w:r></w:p><w:p><w:r><w:t>Skarne, 3 October 2025</w:t></w:r></w:p>` +
		`<w:p><w:r><w:t>People who move here ask about the bell, which rings at night, four times as often as any clock would.</w:t></w:r></w:p>`
	data := zipped(t, map[string][]byte{"word/document.xml": []byte(`<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>` + body + `</w:body></w:document>`)})
	list, err := Read("bell.docx", data, Options{})
	if err != nil || len(list[0].Guesses) == 0 {
		t.Fatal(list, err)
	}
	for _, g := range list[0].Guesses {
		if g.Line != 0 || g.At == 0 && !g.LeftOut() {
			t.Errorf("%+v", g)
		}
	}
}

// TestTags has what of a page is no text.
func TestTags(t *testing.T) {
	for _, c := range []struct{ page, text string }{
		{"<p class='a'>One <b>two</b></p>", "One two"}, {"a < b and <3", "a < b and <3"}, {"a<!-- <p>b --></p>c", "ac"},
		{"a<SCRIPT x>b</p></Script >c<style>d</style>e", "ace"}, {"a<script>b", "ab"}, {"a<!-- b", "a<!-- b"}, {"a<b", "a<b"}, {"<", "<"},
	} {
		got, at := "", 0
		for from, to := range tags(c.page) {
			got += c.page[at:from]
			at = to
		}
		if got += c.page[at:]; got != c.text {
			t.Errorf("%q: %q, want %q", c.page, got, c.text)
		}
	}
}
