package mhtml

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
)

// mail returns a file of parts, each with its header and body.
func mail(header string, parts ...string) string {
	return "MIME-Version: 1.0\r\n" + header + "Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n" + strings.Join(parts, "\r\n--x\r\n") + "\r\n--x--\r\n"
}

func TestRead(t *testing.T) {
	const html, plain = "Content-Type: text/html; charset=utf-8\r\n", "Content-Type: text/plain\r\n"
	nested := func(depth int) string {
		s := plain + "\r\nText."
		for i := range depth {
			s = fmt.Sprintf("Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n%s\r\n--b%d--", i, i, s, i)
		}
		return s
	}
	for _, tt := range []struct{ name, in, want string }{
		{"a mail", "Subject: =?utf-8?q?Caf=C3=A9?=\r\nFrom: Ann <a@example.org>\r\n" + plain + "\r\nText.", `text "Text."; subject "Café"; from "Ann <a@example.org>"`},
		{"words in an encoding that nobody knows", "Subject: =?x-none?q?a?=\r\n" + plain + "\r\nText.", `text "Text."; subject "=?x-none?q?a?="`},
		{"a mail in both", mail("", html+"\r\n<p>", plain+"\r\nText."), `text "Text."`},
		{"a mail in both, plain first", mail("", plain+"\r\nText.", html+"\r\n<p>"), `text "Text."`},
		{"a saved page in both", mail("From: <Saved by a browser>\r\n", html+"\r\n<p>", plain+"\r\nText."), `html "<p>" utf-8; from "<Saved by a browser>"; saved`},
		{"a page of another browser", mail("From: <saved BY x>\r\n", html+"\r\n<p>"), `html "<p>" utf-8; from "<saved BY x>"; saved`},
		{"a page with its address", mail("Snapshot-Content-Location: https://example.org/\r\n", html+"Content-Location: https://example.org/a\r\n\r\n<p>"), `html "<p>" utf-8; at https://example.org/; saved`},
		{"a part with its address", mail("", html+"Content-Location: https://example.org/a\r\n\r\n<p>"), `html "<p>" utf-8; at https://example.org/a`},
		{"pictures", mail("", plain+"\r\nText.", "Content-Type: image/png\r\nContent-Location: a.png\r\nContent-ID: <b>\r\nContent-Transfer-Encoding: base64\r\n\r\nYWJj", "Content-Type: image/png\r\nContent-ID: <c>\r\nContent-Transfer-Encoding: Quoted-Printable\r\n\r\na=3Db"),
			`text "Text."; part a.png "abc"; part cid:b "abc"; part cid:c "a=b"`},
		{"files", mail("", plain+"\r\nText.", plain+"Content-Disposition: attachment; filename=\"=?utf-8?q?=C3=A9?=.txt\"\r\n\r\nMore.", "Content-Type: x/y\r\nContent-Disposition: attachment\r\n\r\n", "Content-Location: z\r\nContent-Type: x/y\r\nContent-Disposition: attachment; filename=z\r\n\r\nz"),
			`text "Text."; part z "z"; attached é.txt`},
		{"a damaged part", mail("", "Content-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n!", plain+"\r\nText."), `text "Text."`},
		{"a type that cannot be read", "Content-Type: ;\r\n\r\nText.", `text "Text."`},
		{"no boundary", "Content-Type: multipart/mixed\r\n\r\nText.", "error: there is no text in it"},
		{"no text", mail("", "Content-Type: image/png\r\n\r\nx"), "error: there is no text in it"},
		{"no header", "a b\r\n\r\nText.", "error: its header cannot be read"},
		{"nested", nested(maxDepth), `text "Text."`},
		{"nested too deep", nested(maxDepth + 1), "error: more than 4000 parts, or nested more than 8 deep"},
		{"many parts", mail("", slices.Repeat([]string{plain + "\r\nText."}, maxParts-1)...), `text "Text."`},
		{"too many parts", mail("", slices.Repeat([]string{plain + "\r\nText."}, maxParts)...), "error: more than 4000 parts, or nested more than 8 deep"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			f, err := Read([]byte(tt.in))
			got := fmt.Sprintf("error: %v", err)
			if err == nil {
				got = told(f)
			}
			if got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}

// told returns what a file holds on one line.
func told(f *File) string {
	kind := "text"
	if f.HTML {
		kind = "html"
	}
	s := strings.TrimSpace(fmt.Sprintf("%s %q %s", kind, f.Text, f.Charset))
	for _, field := range [][2]string{{"subject", f.Subject}, {"from", f.From}} {
		if field[1] != "" {
			s += fmt.Sprintf("; %s %q", field[0], field[1])
		}
	}
	if f.Location != "" {
		s += "; at " + f.Location
	}
	if f.Saved {
		s += "; saved"
	}
	for _, name := range slices.Sorted(maps.Keys(f.Parts)) {
		s += fmt.Sprintf("; part %s %q", name, f.Parts[name])
	}
	for _, name := range f.Attached {
		s += "; attached " + name
	}
	return s
}

func TestIs(t *testing.T) {
	const both = "MIME-Version: 1.0\nContent-Type: text/plain\n"
	for _, tt := range []struct {
		in   string
		want bool
	}{
		{both + "\nText.", true}, {strings.ReplaceAll(both, "\n", "\r\n") + "\r\nText.", true}, {strings.ToLower(both), false}, {strings.ToLower(both) + "\n", true},
		{"MIME-Version: 1.0\n\nContent-Type: text/plain", false}, {"Content-Type: text/plain\n\n", false}, {"Text.\n" + both, false}, {" x: y\n" + both + "\n", false},
		{"To: a\n b\n" + both + "\tx\n\n", true}, {"<a: b\n" + both, false}, {": b\n" + both, false}, {"a b: c\n" + both, false},
		{both + "a b", false}, {both + "x: y\na b", true}, {"", false},
	} {
		if got := Is([]byte(tt.in)); got != tt.want {
			t.Errorf("%q: got %t", tt.in, got)
		}
	}
}
