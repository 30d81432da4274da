package markdown

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

// article returns a chapter of about 2,000 words with headings, emphasis,
// quotations, a figure, a list, a table and a footnote.
func article(seed uint64) []byte {
	r := rand.New(rand.NewPCG(seed, 7))
	words := strings.Fields(`the ferry crosses a strait where two shores keep their own time and nobody aboard has ever
		asked why “because it is” said one purser whose café stands at the quay — it’s a long way from Skarne to Port Ansgar
		when fog lies on the water and the bell buoy answers don't hurry "captain" there are thirty-one people`)
	var b strings.Builder
	fmt.Fprintf(&b, "---\ntitle: Article %d of the *series*\nsubtitle: A standfirst of a line or so\nkicker: Opinion\ndate: 2025-09-03\n", seed)
	b.WriteString("authors: [{name: Tove Aldersund, bio: She was purser of the *Kittiwake*.}]\neditors-note: |\n  A note before it.\n---\n")
	for p := range 24 {
		if p%6 == 0 {
			fmt.Fprintf(&b, "\n## Part %d of it\n", p)
		}
		b.WriteString("\n")
		for w := range 80 {
			word := words[r.IntN(len(words))]
			switch {
			case w%27 == 5:
				word = "*" + strings.Trim(word, `"“”—’'`) + "x*"
			case w%40 == 7:
				word = "[" + word + "](02-ports.md)"
			}
			b.WriteString(word)
			if w%12 == 11 {
				b.WriteString(".")
			}
			b.WriteString(" ")
		}
		b.WriteString("end.\n")
	}
	b.WriteString("\n![A map](images/map.png \"The strait\"){credit=\"Map: I. Brandvik\"}\n\n- one\n- two\n- three\n")
	b.WriteString("\n| a | b |\n|---|--:|\n| c | 1 |\n| d | 2 |\n\nA note.[^1]\n\n[^1]: It says *more*.\n")
	return []byte(b.String())
}

func BenchmarkParse(b *testing.B) {
	src := article(1)
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	for b.Loop() {
		Parse("c.md", src, Options{Language: "en"})
	}
}

func BenchmarkFormat(b *testing.B) {
	c, _ := Parse("c.md", article(1), Options{Language: "en"})
	b.ReportAllocs()
	for b.Loop() {
		Format(c)
	}
}
