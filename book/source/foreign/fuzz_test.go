package foreign

import (
	"errors"
	"testing"

	"octavo/book"
	"octavo/book/internal/fuzzing"
)

// FuzzTranslate: any text is translated without a panic; each byte of the outcome has a
// place in the text; and what has been translated has a bounded length.
func FuzzTranslate(f *testing.F) {
	fuzzing.Begin(f)
	for _, s := range []string{
		"{{< figure src=\"a.png\" caption=\"C\" >}}\n\n{{< pagebreak >}}\n", "{% highlight go %}\nx\n{% endhighlight %}\n{% raw %}{{ x }}{% endraw %}",
		"[[ebb#At night|x]] ![[ebb]] ![[a.png|300]]\n\nWords ^quiet\n", "See @lee2020 and [@lee2020, p. 3], @fig-x, \\ref{x}.\n\n![x](a.png){#fig-x}\n",
		"```{=html}\n<b>x</b>\n```\n\n```rust\n{{#include tide.rs:turn}}\n```\n", "+---+---+\n| a | b |\n+===+===+\n| c | d |\n+---+---+\n", "a   b\n--- ---\nc   d\n",
		"import X from 'x'\n\n<Tabs>\n<TabItem label=\"a\">\nx\n</TabItem>\n</Tabs>\n", "* TOC\n{:toc}\n\n## A {#b}\n{: .c}\n", "> {{% notice tip %}}\n> x\n> {{% /notice %}}\n",
	} {
		f.Add(s, true)
	}
	f.Fuzz(func(t *testing.T, src string, math bool) {
		if len(src) > fuzzing.Most {
			return
		}
		at := func(from string) func(int) book.Pos {
			return func(i int) book.Pos {
				if i < 0 || i > len(from) {
					t.Fatalf("the place of %d in %d bytes", i, len(from))
				}
				return book.Pos{Line: 1, Col: 1 + i}
			}
		}
		out := Translate(Text{[]byte(src), at(src), "a.md"}, Options{
			Math: math,
			Open: func(_, name string, note bool) (Text, error) {
				if note {
					name += ".md"
				}
				text, ok := files[name]
				if !ok {
					return Text{}, errors.New("there is no such file")
				}
				return Text{[]byte(text), at(text), name}, nil
			},
			Report: func(...book.Diagnostic) {},
		})
		for i := range out.Bytes {
			out.Place(i)
		}
		// Each byte may stand for an escape, or for an included file of the tests.
		if most := 1000 * (1 + len(src)); len(out.Bytes) > most {
			t.Errorf("%d bytes of %d", len(out.Bytes), len(src))
		}
	})
}
