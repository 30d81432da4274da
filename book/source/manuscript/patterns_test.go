package manuscript_test

import (
	"strings"
	"testing"
)

// TestPatterns reads hyphenation patterns beside the book, and says in which of their
// lines a fault is.
func TestPatterns(t *testing.T) {
	const good = "% Czech\n\\patterns{\n.a2 1be\n}\n"
	b, list := folder(t, "hyphenation: hyph/cs.tex\n", map[string]string{"hyph/cs.tex": good})
	if len(list) != 0 || b.Patterns["en"] != good {
		t.Errorf("%v, patterns %q", list, b.Patterns)
	}
	b, list = folder(t, "hyphenation: {cs: cs.tex, lv: lv.tex}\n", map[string]string{"cs.tex": good, "lv.tex": good})
	if len(list) != 0 || b.Patterns["cs"] != good || b.Patterns["lv"] != good {
		t.Errorf("%v, patterns %q", list, b.Patterns)
	}
	for _, tt := range []struct{ name, manifest, file, want string }{
		{"pattern", "hyphenation: cs.tex\n", "% Czech\n\\patterns{ % all\n.a2 1be\n1c d5\n7\n}\n", `cs.tex:5: error: "7" is no pattern [patterns-unreadable]`},
		{"brace", "hyphenation: cs.tex\n", "% Czech\n\n\\patterns{ 1be\n", "cs.tex:3: error: braces do not match [patterns-unreadable]"},
		{"no patterns", "hyphenation: cs.tex\n", "Notes.\n", `cs.tex:1: error: there is no \patterns{ ... } in the file [patterns-unreadable]`},
		{"letters", "hyphenation: cs.tex\n", "\\patterns{\xe9}\n", "cs.tex:1: error: the hyphenation patterns are not in UTF-8 [patterns-unreadable]"},
		{"missing", "hyphenation: sc.tex\n", good, "book.yaml:4:14: error: the file of hyphenation patterns sc.tex does not exist [patterns-missing]"},
		{"outside", "hyphenation: ../cs.tex\n", good, `book.yaml:4:14: error: "../cs.tex" leads out of the manuscript's folder [path-outside]`},
		{"tag", "hyphenation: {c: cs.tex}\n", good, `book.yaml:4:15: error: "c" is no language tag [language-tag]`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, list := folder(t, tt.manifest, map[string]string{"cs.tex": tt.file})
			if len(list) != 1 || strings.Split(list[0].String(), "\n")[0] != tt.want {
				t.Errorf("got %v, want %s", list, tt.want)
			}
		})
	}
}
