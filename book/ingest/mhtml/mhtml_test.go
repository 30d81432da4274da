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
		{"a mail in both", mail("", html+"\r\n<p>", plain+"\r\nText."), `html "<p>" utf-8; text "Text."`},
		{"a mail in both, plain first", mail("", plain+"\r\nText.", html+"\r\n<p>"), `text "Text."; html "<p>" utf-8`},
		{"a saved page in both", mail("From: <Saved by a browser>\r\n", html+"\r\n<p>", plain+"\r\nText."), `page "<p>" utf-8; from "<Saved by a browser>"`},
		{"a page of another browser", mail("From: <saved BY x>\r\n", html+"\r\n<p>"), `page "<p>" utf-8; from "<saved BY x>"`},
		{"a page with its address", mail("Snapshot-Content-Location: https://example.org/\r\n", html+"Content-Location: https://example.org/a\r\n\r\n<p>"), `page "<p>" utf-8; at https://example.org/`},
		{"a part with its address", mail("", html+"Content-Location: https://example.org/a\r\n\r\n<p>"), `page "<p>" utf-8; at https://example.org/a`},
		{"pictures", mail("", plain+"\r\nText.", "Content-Type: image/png\r\nContent-Location: a.png\r\nContent-ID: <b>\r\nContent-Transfer-Encoding: base64\r\n\r\nYWJj", "Content-Type: image/png\r\nContent-ID: <c>\r\nContent-Transfer-Encoding: Quoted-Printable\r\n\r\na=3Db"),
			`text "Text."; picture cid:c; part a.png "abc"; part cid:b "abc"; part cid:c "a=b"`},
		{"files", mail("", plain+"\r\nText.", plain+"Content-Disposition: attachment; filename=\"=?utf-8?q?=C3=A9?=.txt\"\r\n\r\nMore.", "Content-Type: x/y\r\nContent-Disposition: attachment\r\n\r\n", "Content-Location: z\r\nContent-Type: x/y\r\nContent-Disposition: attachment; filename=z\r\n\r\nz"),
			`text "Text."; part z "z"; attached é.txt; attached z`},
		{"a mail in one form or the other", "MIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=----=_x\n\n------=_x\n" + plain + "\nText.\n------=_x\n" + html + "\n<p>", `html "<p>" utf-8; text "Text."`},
		{"another boundary than is stated", "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=\"y\"\n\n--x\n" + plain + "\nText.\n--x--\n", `text "Text."`},
		{"texts and pictures in turn", mail("", plain+"\nOne.", "Content-Type: image/png; name=a.png\nContent-Disposition: inline; filename=a.png\n\nabc", plain+"\nTwo."), `text "One."; picture attached:0/a.png; text "Two."; part attached:0/a.png "abc"`},
		{"a mail in a mail", mail("", plain+"\nOne.", "Content-Type: message/rfc822\n\nSubject: In\n"+plain+"\nTwo."), `text "One."; mail (text "Two."; subject "In")`},
		{"signed", "MIME-Version: 1.0\nContent-Type: multipart/signed; boundary=x\n\n--x\n" + plain + "\nText.\n--x\nContent-Type: application/pgp-signature\n\nabc\n--x--", `text "Text."`},
		{"encrypted", "MIME-Version: 1.0\nContent-Type: multipart/encrypted; boundary=x\n\n--x\n\n--x--", "error: the mail is encrypted: open it in the mail program, and save its text or forward it without encryption"},
		{"a name in pieces", mail("", plain+"\nText.", "Content-Type: x/y\nContent-Disposition: attachment;\n filename*0*=utf-8''%E2%82;\n filename*1*=%AC;\n filename*2=\".pdf\"\n\n"), `text "Text."; attached €.pdf`},
		{"words parted within a character", "Subject: =?utf-8?b?ww==?=\n =?utf-8?b?qQ==?= =?utf-8?q?=C3?= =?utf-8?q?=A9_x?= y\nFrom: \xe9t\xe9\n" + plain + "\nText.", `text "Text."; subject "éé x y"; from "été"`},
		{"a header folded wrongly", "MIME-Version: 1.0\nSubject: a\nb c\n" + plain + "\nText.", `text "Text."; subject "a b c"`},
		{"base64 with junk", "MIME-Version: 1.0\nContent-Transfer-Encoding: base64\n" + plain + "\nVGV4\n--\ndC4=\n", `text "Text."`},
		{"quoted-printable, broken", "MIME-Version: 1.0\nContent-Transfer-Encoding: quoted-printable\n" + plain + "\na=20 \nb= \nc=\td=zz=3D=", `text "a \nbc=\td=zz="`},
		{"a damaged part", mail("", "Content-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n!", plain+"\r\nText."), `text "Text."`},
		{"a type that cannot be read", "Content-Type: ;\r\n\r\nText.", `text "Text."`},
		{"no boundary", "Content-Type: multipart/mixed\r\n\r\nText.", "error: there is no text in it"},
		{"no text", mail("", "Content-Type: image/png\r\n\r\nx"), "error: there is no text in it"},
		{"no header", "a b\r\n\r\nText.", "error: its header cannot be read"},
		{"nested", nested(maxDepth), `text "Text."`},
		{"nested too deep", nested(maxDepth + 1), "error: more than 4000 parts, or nested more than 8 deep"},
		{"many parts", mail("", append(slices.Repeat([]string{"Content-Type: text/calendar\r\n\r\nx"}, maxParts-2), plain+"\r\nText.")...), `text "Text."`},
		{"too many parts", mail("", slices.Repeat([]string{plain + "\r\nText."}, maxParts)...), "error: more than 4000 parts, or nested more than 8 deep"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			f, err := Read([]byte(tt.in), 0)
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
	var out []string
	text := func(t *Text, kind string) {
		if t != nil {
			out = append(out, strings.TrimSpace(fmt.Sprintf("%s %q %s", kind, t.Data, t.Charset)))
		}
	}
	text(f.Page, "page")
	for _, p := range f.Pieces {
		text(p.HTML, "html")
		text(p.Plain, "text")
		if p.Picture != "" {
			out = append(out, "picture "+p.Picture)
		}
		if p.Mail != nil {
			out = append(out, "mail ("+told(p.Mail)+")")
		}
	}
	for _, field := range [][2]string{{"subject", f.Subject}, {"from", f.From}} {
		if field[1] != "" {
			out = append(out, fmt.Sprintf("%s %q", field[0], field[1]))
		}
	}
	if f.Location != "" {
		out = append(out, "at "+f.Location)
	}
	for _, name := range slices.Sorted(maps.Keys(f.Parts)) {
		out = append(out, fmt.Sprintf("part %s %q", name, f.Parts[name]))
	}
	for _, name := range f.Attached {
		out = append(out, "attached "+name)
	}
	return strings.Join(out, "; ")
}

func TestIs(t *testing.T) {
	const both = "MIME-Version: 1.0\nContent-Type: text/plain\n"
	for _, tt := range []struct {
		in   string
		want bool
	}{
		{both + "\nText.", true}, {strings.ReplaceAll(both, "\n", "\r\n") + "\r\nText.", true}, {strings.ToLower(both), true}, {strings.ToLower(both) + "\n", true},
		{"MIME-Version: 1.0\n\nContent-Type: text/plain", false}, {"Content-Type: text/plain\n\n", false}, {"Text.\n" + both, false}, {" x: y\n" + both + "\n", false},
		{"To: a\n b\n" + both + "\tx\n\n", true}, {"<a: b\n" + both, false}, {": b\n" + both, false}, {"a b: c\n" + both, false},
		{both + "a b", true}, {both + "x: y\na b", true}, {"", false},
	} {
		if got := Is([]byte(tt.in)); got != tt.want {
			t.Errorf("%q: got %t", tt.in, got)
		}
	}
}

func TestIsPlain(t *testing.T) {
	const short = "From: a@example.org\nTo: b\nSubject: c\n"
	for _, tt := range []struct {
		in    string
		named bool
		want  bool
	}{
		{short + "\nText.", true, true}, {short + "\nText.", false, false}, {short + "Content-Type: text/plain\n\nText.", false, true},
		{"Subject: c\n\nText.", true, false}, {"From: the quay\n\nText.", true, false}, {"", true, false},
	} {
		if got := IsPlain([]byte(tt.in), tt.named); got != tt.want {
			t.Errorf("%q: got %t", tt.in, got)
		}
	}
}
