package book_test

import (
	"testing"

	"octavo/book"
)

func TestPrintable(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"plain", "chapters/02-água 바다.md", "chapters/02-água 바다.md"},
		{"escape sequence", "a\x1b[31mb", `a\x1b[31mb`},
		{"one-byte sequence", "a\u009b31m", `a\u009b31m`},
		{"new line", "a\r\nerror: b", `a\r\nerror: b`},
		{"delete and bell", "\x7f\a", `\x7f\a`},
		{"turned direction", "a\u202egnp.\u2066", `a\u202egnp.\u2066`},
		{"line separators", "a\u2028b\u2029", `a\u2028b\u2029`},
		{"no UTF-8", "a\xffb\x9b", `a\xffb\x9b`},
		{"replacement character", "a\ufffdb", "a\ufffdb"},
		{"marks of Hebrew text", "\u200fא\u200e", "\u200fא\u200e"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := book.Printable(c.in); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestClip(t *testing.T) {
	for _, c := range []struct {
		name, in string
		most     int
		want     string
	}{
		{"short", "tide", 5, "tide"},
		{"as long as may be", "tides", 5, "tides"},
		{"too long", "tidal", 4, "tida…"},
		{"characters, not bytes", "바다는 넓다", 3, "바다는…"},
		{"no UTF-8", "\xff\xfe\xfd", 2, "\xff\xfe…"},
		{"empty", "", 0, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := book.Clip(c.in, c.most); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// TestDiagnosticPrintable makes sure that a file name cannot act on a terminal.
func TestDiagnosticPrintable(t *testing.T) {
	d := book.Diagnostic{Pos: book.Pos{File: "a\x1b.md", Line: 3}, Rule: "rule", Message: "bad \x1b", Hint: "not\x1bthis"}
	want := `a\x1b.md:3: warning: bad \x1b [rule]` + "\n" + `    hint: not\x1bthis`
	if got := d.String(); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
