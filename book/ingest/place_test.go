package ingest

import (
	"fmt"
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
	for _, c := range []struct{ name, text, want string }{
		{"bell.txt", text, "kicker 1 kicker 3; heading 8 - 13"},
		{"bell.html", page, "kicker 6 kicker 3; date; the place before it is left out 9 date 4"},
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
