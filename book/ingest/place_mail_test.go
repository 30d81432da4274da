package ingest

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"mime/quotedprintable"
	"strings"
	"testing"

	"golang.org/x/text/encoding/htmlindex"
)

// broken returns data in base64, in lines of 76 letters as mail programs send it.
func broken(data []byte) string {
	s := base64.StdEncoding.EncodeToString(data)
	var b strings.Builder
	for ; len(s) > 76; s = s[76:] {
		b.WriteString(s[:76] + "\r\n")
	}
	return b.String() + s + "\r\n"
}

func printable(data []byte) string {
	var b bytes.Buffer
	w := quotedprintable.NewWriter(&b)
	_, _ = w.Write(data)
	_ = w.Close()
	return b.String()
}

// TestPlaceInMails has of each guess of a mail the line of the file on which its words begin,
// whatever the mail is encoded in.
func TestPlaceInMails(t *testing.T) {
	const latin = "ESSAI / RIVAGE\nLa cloche à l'étale\nPar Élodie Tréguer\n\n" +
		"Ceux qui arrivent ici demandent tous d'où vient cette cloche qui sonne la nuit, plus souvent qu'une horloge ne le ferait, et que personne n'a l'air d'entendre.\n\n" +
		"La garde\n\nDeux hommes la tiennent, dont l'un dort, et c'est ainsi depuis aussi longtemps que l'on s'en souvienne au village et dans les fermes du marais.\n"
	const japanese = "書評\n満ち潮の鐘\n\n" + "この町に越してきた人は、みな鐘のことを尋ねる。夜になると、時計よりも四倍は多く鳴るのに、誰も気にしていないように見えるからである。\n\n" +
		"番をする人\n\n二人の男が番をしていて、そのうちの一人は眠っている。誰に聞いても、ずっと昔からそうだったと答えるばかりで、理由を知る人はいなかった。\n"
	page := "<html><body><p>" + strings.ReplaceAll(strings.ReplaceAll(strings.TrimSpace(latin), "\n\n", "</p><p>"), "\n", "<br>") + "</p></body></html>"
	head := func(set, encoding string) string {
		return "From: Robin Vale <r@example.org>\r\nSubject: Text\r\nDate: Mon, 3 Mar 2025 10:00:00 +0100\r\nMIME-Version: 1.0\r\nContent-Type: " + set + "\r\nContent-Transfer-Encoding: " + encoding + "\r\n\r\n"
	}
	in := func(set, s string) []byte {
		enc, err := htmlindex.Get(set)
		if err != nil {
			t.Fatal(err)
		}
		data, err := enc.NewEncoder().Bytes([]byte(s))
		if err != nil {
			t.Fatal(err)
		}
		return data
	}
	plain := func(set string) string { return "text/plain; charset=" + set }
	quoted := head(plain("utf-8"), "quoted-printable") + printable([]byte(latin))
	passed := strings.Replace(head("message/rfc822", "base64"), "Subject: Text", "Subject: Fwd: Text", 1) + broken([]byte(quoted))
	for _, c := range []struct{ name, mail, want string }{
		{"quoted-printable", quoted, "kicker 8; heading 16; date, from the mail 3"},
		{"base64", head(plain("utf-8"), "base64") + broken([]byte(latin)), "kicker 8; heading 11; date, from the mail 3"},
		{"quoted-printable, windows-1252", head(plain("windows-1252"), "quoted-printable") + printable(in("windows-1252", latin)), "kicker 8; heading 16; date, from the mail 3"},
		{"a page on one line", head("text/html; charset=utf-8", "quoted-printable") + printable([]byte(page)), "kicker 8; date, from the mail 3"},
		{"iso-2022-jp", head(plain("iso-2022-jp"), "base64") + broken(in("iso-2022-jp", japanese)), "kicker 8; heading 10; author, from the document's properties 1; date, from the mail 3"},
		{"gb18030", head(plain("gb18030"), "base64") + broken(in("gb18030", japanese)), "kicker 8; heading 10; author, from the document's properties 1; date, from the mail 3"},
		{"a mail passed on", passed, "kicker 11; heading 15; date, from the mail 8"},
		{"a mailbox", "From - Mon Mar  3 10:00:00 2025\n" + head(plain("utf-8"), "7bit") + "\nJust a letter.\n\nFrom - Mon Mar  3 10:00:00 2025\n" + quoted, "kicker 20; heading 28; date, from the mail 15"},
	} {
		t.Run(c.name, func(t *testing.T) {
			list, err := Read("in.eml", []byte(c.mail), Options{})
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, g := range list[len(list)-1].Guesses {
				got = append(got, fmt.Sprint(g.As, " ", g.Line))
			}
			if s := strings.Join(got, "; "); s != c.want {
				t.Errorf("got %q, want %q of\n%s", s, c.want, c.mail)
			}
		})
	}
}
