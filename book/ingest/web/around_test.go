package web

import (
	"strings"
	"testing"
)

// TestAround reads what stands around an article: a standfirst and a date beside a headline
// that stands apart, a bio in a box of its own; links to other articles stay out.
func TestAround(t *testing.T) {
	text := "<p>" + strings.Repeat("The tide comes in over the flats at four, and nobody in the village hears it. ", 4) + "</p>"
	for _, tt := range []struct{ name, src, want, without string }{
		{"a line below the headline", `<main><div class=hero><h1>Tides</h1><p>A walk to where ships wait</p></div><article>` + text + text + `</article></main>`, "standfirst paragraph \"A walk to where ships wait\"", ""},
		{"a date below the headline", `<main><div class=hero><h1>Tides</h1><div>5 March 2024</div></div><article>` + text + text + `</article></main>`, "dateline paragraph \"5 March 2024\"", ""},
		{"a name below the headline", `<main><div class=hero><h1>Tides</h1><div>Told by Ann Roe for us</div></div><article>` + text + text + `</article></main>`, "", "standfirst"},
		{"a bio beside the article", `<main><article><h1>Tides</h1>` + text + text + `</article><div class=author-bio><p>Ann Roe keeps a boat and a house on the quay of a port that is not named.</p></div></main>`, "bio paragraph \"Ann Roe keeps", ""},
		{"a bio of somebody else", `<main><article><h1>Tides</h1>` + text + text + `</article><div class=author-bio><p>Bo Lund keeps a boat and a house on the quay of a port that is not named.</p></div></main>`, "", "Bo Lund"},
		{"links below a label", `<article><h1>Tides</h1>` + text + `<section><h3>À lire aussi</h3><ul><li><a href=/a>A storm</a></li></ul></section>` + text + `</article>`, "", "A storm"},
		{"text below a label", `<article><h1>Tides</h1>` + text + `<section><h3>À lire aussi</h3><p>A book on storms of the last century.</p></section>` + text + `</article>`, "A book on storms", ""},
		{"a section that opens", `<article><h1>Tides</h1>` + text + `<h3><button>Who built it?</button></h3>` + text + `</article>`, "heading 3 # \"Who built it?\"", ""},
		{"a section by its words", `<article><h1>Tides</h1>` + text + `<h2 id=an-ad-hoc-crew>An ad hoc crew</h2>` + text + `</article>`, "heading 2 #an-ad-hoc-crew \"An ad hoc crew\"", ""},
	} {
		a, err := Read("<!DOCTYPE html><html><head><title>Tides</title><meta name=author content='Ann Roe'></head><body>" + tt.src + "</body></html>")
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		if got, _, _ := strings.Cut(told(a), "\n!"); !strings.Contains(got, tt.want) || tt.without != "" && strings.Contains(got, tt.without) {
			t.Errorf("%s: got\n%s\nwant %q without %q", tt.name, got, tt.want, tt.without)
		}
	}
}
