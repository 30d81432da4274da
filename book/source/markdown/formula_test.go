package markdown

import (
	"strings"
	"testing"
	"time"
)

// TestManyDollars reads a megabyte of dollar signs in time proportional to it.
func TestManyDollars(t *testing.T) {
	for _, s := range []string{"$", "$$", "$a ", "$x$ ", `$a\$`, "$a\n", "$$\n", "$$x$$ ", "| $"} {
		start := time.Now()
		Parse("c.md", []byte("---\ntitle: T\nmath: true\n---\n\n"+strings.Repeat(s, 1<<20/len(s))), Options{Language: "en"})
		if d := time.Since(start); d > 20*time.Second {
			t.Errorf("%q took %v", s, d)
		}
	}
}

// TestFormulasOff leaves dollar signs alone.
func TestFormulasOff(t *testing.T) {
	const body = "It costs $5, or $x^2$.\n\n$$\na\n$$\n"
	c, list := Parse("c.md", []byte("---\ntitle: T\nmath: false\n---\n\n"+body), Options{Language: "en", Math: true})
	if got := bare(c); strings.Contains(got, "math(") || strings.Contains(got, "formula") || len(list) > 0 {
		t.Errorf("%s %v", got, list)
	}
	c, _ = Parse("c.md", []byte("---\ntitle: T\n---\n\n"+body), Options{Language: "en", Math: true})
	if got := bare(c); strings.Count(got, "math(") != 1 || !strings.Contains(got, `formula "a"`) {
		t.Errorf("%s", got)
	}
}
