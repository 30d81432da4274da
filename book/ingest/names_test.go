package ingest

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// TestHumanise makes titles of names of files, in any script and encoding.
func TestHumanise(t *testing.T) {
	for name, want := range map[string]string{
		"порт.md": "Порт", "the_old-quay.txt": "The old quay", "йод.md": "Йод", "e\u0301cluse.md": "E\u0301cluse", "ǆep.md": "ǅep", "ßtrand.md": "ßtrand",
		"ნავი.md": "ნავი", "항구.md": "항구", "𐐨𐐩.md": "𐐀𐐩", "7 ships.md": "7 ships", "": "Untitled", ".md": "Untitled", "a/b/quay.html": "Quay",
		"caf\xe9 du port.md": "Café du port",
	} {
		if got := humanise(name); got != want {
			t.Errorf("%q is titled %q, want %q", name, got, want)
		}
	}
	for _, name := range []string{"\xff.md", "\xe9", "a\xff\xfe-\x80.txt"} {
		if got := humanise(name); !utf8.ValidString(got) || got == "" {
			t.Errorf("%q is titled %q", name, got)
		}
	}
}

// TestDeviceNames: no file has a name that Windows keeps for a device.
func TestDeviceNames(t *testing.T) {
	for title, want := range map[string]string{"Con": "con-1", "LPT1": "lpt1-1", "Contra": "contra", "Null": "null", "A con": "a-con"} {
		if got := fileName(title); got != want {
			t.Errorf("%q is named %q, want %q", title, got, want)
		}
	}
}

// TestFileNameLetters cuts long names between letters.
func TestFileNameLetters(t *testing.T) {
	for _, tt := range []struct{ title, want string }{
		{strings.Repeat("e\u0301", 40), strings.Repeat("e\u0301", 30)},
		{strings.Repeat("ae\u0301", 40), strings.Repeat("ae\u0301", 20)},
		{"b" + strings.Repeat("e\u0301", 40), "b" + strings.Repeat("e\u0301", 29)},
		{strings.Repeat("\u1112\u1161\u11ab", 21), strings.Repeat("\u1112\u1161\u11ab", 20)},
		{"b" + strings.Repeat("\u1112\u1161\u11ab", 21), "b" + strings.Repeat("\u1112\u1161\u11ab", 19)},
	} {
		if got := fileName(tt.title); got != tt.want {
			t.Errorf("%q is named %q, want %q", tt.title, got, tt.want)
		}
	}
}
