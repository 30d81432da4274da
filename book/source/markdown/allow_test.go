package markdown

import (
	"fmt"
	"strings"
	"testing"

	"octavo/book"
)

// TestAllows reads remarks and the lines that they hold for.
func TestAllows(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"before a figure", "One.\n\n<!-- octavo: allow figure-credit -->\n![a](a.png)\n\nTwo.", "figure-credit 6-8"},
		{"apart by a line", "<!-- octavo: allow figure-credit -->\n\n![a](a.png)\n\nTwo.", "figure-credit 4-7"},
		{"two remarks", "<!-- octavo: allow a-b -->\n<!-- octavo: allow c-d -->\nOne.\n\nTwo.", "a-b 4-7 c-d 5-7"},
		{"several rules and a reason", "<!-- octavo: allow a-b, c-d -- as the author asked -->\nOne.", "a-b 4-5 c-d 4-5"},
		{"beside a figure", "One.\n\n![a](a.png) <!-- octavo: allow figure-credit -->\n\nTwo.", "figure-credit 6-7"},
		{"within a paragraph", "One\ntwo <!-- octavo: allow exclamations --> three\nfour.\n\nFive.", "exclamations 4-7"},
		{"in a table", "| a | b |\n| - | - |\n| c | d <!-- octavo: allow a-b --> |\n\nOne.", "a-b 4-7"},
		{"in a list item", "- one\n- two <!-- octavo: allow a-b -->\n- three", "a-b 5-5"},
		{"in a list item, before a block", "- one\n\n  <!-- octavo: allow a-b -->\n  two\n\n- three", "a-b 6-8"},
		{"before a list", "<!-- octavo: allow a-b -->\n- one\n- two\n\nThree.", "a-b 4-7"},
		{"in a quote", "> <!-- octavo: allow a-b -->\n> one\n>\n> two", "a-b 4-6"},
		{"before a heading", "<!-- octavo: allow a-b -->\n## One\n\nTwo.", "a-b 4-6"},
		{"at the end", "One.\n\n<!-- octavo: allow a-b -->", "a-b 6-6"},
		{"another comment", "<!-- octavo is great, allow it -->\nOne.", ""},
		{"in code", "    <!-- octavo: allow a-b -->\n\n`<!-- octavo: allow a-b -->`", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			ch, list := Parse("c.md", []byte("---\ntitle: T\n---\n"+c.text), Options{Language: "en"})
			if got := allowLines(ch.Allows); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
			for _, d := range list {
				t.Error(d)
			}
			figures := strings.Count(c.text, "![")
			book.WalkBlocks(ch.Body, func(b book.Block) bool {
				if _, ok := b.(*book.Figure); ok {
					figures--
				}
				return true
			})
			if figures != 0 {
				t.Errorf("%d images are no figure", figures)
			}
		})
	}
}

// TestAllowsFrontMatter reads remarks of YAML.
func TestAllowsFrontMatter(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"before a key", "title: T\n# octavo: allow chapter-date\nsubtitle: S\nkicker: K", "chapter-date 3-4"},
		{"beside a key", "title: T  # octavo: allow chapter-date\nsubtitle: S", "chapter-date 2-2"},
		{"before a mapping", "title: T\n# octavo: allow figure-credit\nimage:\n  src: a.png\n  alt: A\nkicker: K", "figure-credit 3-6"},
		{"before a list", "title: T\n# octavo: allow person-bio\nauthors:\n- name: A B\n- name: C D\nkicker: K", "person-bio 3-6"},
		{"before an item", "title: T\nauthors:\n# octavo: allow person-bio\n- name: A B\n  url: x\n- name: C D\nkicker: K", "person-bio 4-6"},
		{"at the end", "title: T\n# octavo: allow chapter-date", "chapter-date 3-4"},
		{"a hash in text", "title: C# octavo: allow it", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			ch, _ := Parse("c.md", []byte("---\n"+c.text+"\n---\n\nText.\n"), Options{Language: "en"})
			if got := allowLines(ch.Allows); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func allowLines(list []book.Allow) string {
	var out []string
	for _, a := range list {
		out = append(out, fmt.Sprintf("%s %d-%d", a.Rule, a.First, a.Last))
	}
	return strings.Join(out, " ")
}

func TestAllowsBound(t *testing.T) {
	text := "---\ntitle: T\n---\n" + strings.Repeat("<!-- octavo: allow a-b -->\n", 20*maxAllows)
	ch, _ := Parse("c.md", []byte(text), Options{Language: "en"})
	if len(ch.Allows) != maxAllows {
		t.Errorf("%d remarks, want the bound of %d", len(ch.Allows), maxAllows)
	}
}
