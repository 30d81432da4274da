package web

import (
	"fmt"
	"strings"
	"testing"
)

// TestMissed tells what a page has in the place of its article and was not read, a line a
// kind, with its words and lines.
func TestMissed(t *testing.T) {
	text := "<p>" + strings.Repeat("The tide comes in over the flats at four, and nobody in the village hears it. ", 4) + "</p>\n"
	box := `<div class="related">Read next: a storm of <b>1911</b></div>` + "\n"
	for _, tt := range []struct{ name, src, want string }{
		{"nothing", `<article><h1>Tides</h1>` + text + `</article>`, ""},
		{"a box", `<article><h1>Tides</h1>` + text + box + text + `</article>`, `2: links to other articles left out, 6 words: "Read next: a storm of 1911"`},
		{"many boxes", `<article><h1>Tides</h1>` + text + strings.Repeat(box+text, 30) + `</article>`,
			`2: links to other articles left out, 180 words in 30 places: "Read next: a storm of 1911" (line 2), "Read next: a storm of 1911" (line 4), "Read next: a storm of 1911" (line 6) and lines 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30 and 15 more`},
		{"a line beside the headline", "<article><header><h1>Tides</h1></header>\n<div class=issue>Issue 14 · Spring</div>\n" + `<div class="entry-content">` + text + `</div></article>`,
			`2: lines beside the text left out, 4 words: "Issue 14 · Spring"`},
		{"a line beside a headline that stands apart", "<main><div class=hero><h1>Tides</h1>\n<span>Issue 14</span></div><article>" + text + text + `</article></main>`, `2: lines beside the text left out, 2 words: "Issue 14"`},
		{"a paragraph of a long head that stands apart", "<header><h1>Tides</h1>\n<p>" + strings.Repeat("What the flats are like at night. ", 6) + "</p>\n<p>" + strings.Repeat("And who sees them then. ", 8) + "</p><ul><li><a href=/>Front page of the Post</a></li></ul></header><article>" + text + text + `</article>`,
			`3: lines beside the text left out, 40 words: "And who sees them then. And who sees them then. And who sees…"`},
		{"the byline once more", `<article><h1>Tides</h1><p class=byline>By <span class=author>Ann Roe</span></p>` + text + `<footer>By <a href=/ann>Ann Roe</a> on <time>3 May 2025</time>.</footer></article>`, ""},
		{"two kinds", `<article><h1>Tides</h1>` + text + `<div class=share>Share</div><div class=newsletter>Our letter on Fridays</div></article>`,
			"2: buttons left out, 1 word: \"Share\"\n2: calls to subscribe left out, 4 words: \"Our letter on Fridays\""},
		{"scripts without spaces", `<article><h1>Tides</h1>` + text + `<div class=related>潮の話</div></article>`, `2: links to other articles left out, 3 words: "潮の話"`},
		{"a line that stands twice", `<article><h1>Tides</h1>` + text + `<aside class=ad><p>nobody in the village hears it</p></aside></article>`, ""},
		{"for programs that read aloud", `<article><h1>Tides</h1>` + text + `<span class=sr-only>End of text</span></article>`, ""},
	} {
		a, err := Read("<!DOCTYPE html><html><head><title>Tides</title></head><body>" + tt.src + "</body></html>")
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		var got []string
		for _, w := range a.Warnings {
			got = append(got, fmt.Sprintf("%d: %s", w.Pos.Line, w.Message))
		}
		if strings.Join(got, "\n") != tt.want {
			t.Errorf("%s: got\n%s\nwant\n%s", tt.name, strings.Join(got, "\n"), tt.want)
		}
	}
}
