package ingest

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// TestDamagedMails keeps the text above damage and tells where it ends, and refuses a mail
// whose text is all damaged. A text that only says that it is encoded is read.
func TestDamagedMails(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	noise := make([]byte, 3000)
	for i := range noise {
		noise[i] = byte(rng.Uint32())
	}
	good := "Strömung im Watt\n\nDas Wasser kommt am Morgen über die Flächen, und niemand im Dorf hört es kommen, denn alle schlafen noch.\n\nWer es hören will, muss früh hinaus, über den Damm, wo die Schafe liegen, und dann warten, bis der Wind dreht.\n\n"
	head := func(kind, encoding string) string {
		return "From: r@example.org\nSubject: Text\nMIME-Version: 1.0\nContent-Type: " + kind + "\nContent-Transfer-Encoding: " + encoding + "\n\n"
	}
	const utf, latin = "text/plain; charset=utf-8", "text/plain; charset=windows-1252"
	german := strings.NewReplacer("ö", "\xf6", "ä", "\xe4", "ü", "\xfc").Replace(good)
	for _, c := range []struct{ name, mail, want string }{
		{"noise", head(utf, "base64") + broken(noise), "error"},
		{"noise in another encoding", head(latin, "base64") + broken(noise), "error"},
		{"noise as a page", head("text/html", "base64") + broken(noise), "error"},
		{"noise, quoted", head(utf, "quoted-printable") + printable(noise), "error"},
		{"text above noise", head(utf, "base64") + broken(append([]byte(good), noise...)), "cut"},
		{"text above noise in another encoding", head(latin, "base64") + broken(append([]byte(german), noise...)), "cut"},
		{"no damage", head(utf, "base64") + broken([]byte(good)), "whole"},
		{"a stray byte", head(utf, "base64") + broken([]byte(strings.Replace(good, "Dorf", "Do\x01rf", 1))), "whole"},
		{"another encoding than stated", head(utf, "quoted-printable") + printable([]byte(german)), "whole"},
		{"no base64", head(utf, "base64") + good, "whole"},
	} {
		list, err := Read("in.eml", []byte(c.mail), Options{})
		if err != nil {
			if c.want != "error" || !strings.Contains(err.Error(), "damaged") {
				t.Errorf("%s: %v", c.name, err)
			}
			continue
		}
		got := string(list[0].Markdown)
		told := ""
		for _, w := range list[0].Warnings {
			told += w.Message + "\n"
		}
		if !strings.Contains(got, "hört es kommen") || !strings.Contains(got, "bis der Wind dreht.") || strings.Contains(got, "\ufffd") {
			t.Errorf("%s: %s", c.name, got)
		}
		if cut := strings.Contains(told, "damaged behind"); cut != (c.want == "cut") || c.want == "error" {
			t.Errorf("%s: want %s, told %s", c.name, c.want, told)
		}
	}
	both := "MIME-Version: 1.0\nSubject: Text\nContent-Type: multipart/alternative; boundary=x\n\n--x\nContent-Type: text/plain; charset=utf-8\n\n" + good + "--x\nContent-Type: text/html\nContent-Transfer-Encoding: base64\n\n" + broken(noise) + "--x--\n"
	if list, err := Read("in.eml", []byte(both), Options{}); err != nil || !strings.Contains(string(list[0].Markdown), "hört es kommen") {
		t.Error("a damaged form beside a sound one:", err)
	}
}

// TestLettersWithFiles refuses a mail whose article came as a file, and says what to do with
// the file; its letter is no chapter. A text beside a file is one.
func TestLettersWithFiles(t *testing.T) {
	const letter = "Dear Marta,\n\nplease find my piece attached. It has 900 words. My number is +44 20 7946 0958.\n\nBest wishes\nRobin\n"
	const long = "Dear Marta,\n\nit was good to see you at the fair, and thank you for the books. I have thought of what you said about the ending, and you are right.\n\nSo the last part is new now. Please find the piece attached; there is a picture of the quay, too, if you have the space for it.\n\nBest wishes\nRobin\n"
	const text = "The quay\n\nThe tide comes in over the flats at four in the morning, and nobody in the village hears it, for all of them are asleep.\n\nThose who want to hear it have to go out early, over the dam, where the sheep lie, and wait there until the wind turns.\n"
	for _, c := range []struct{ body, file, want string }{
		{letter, "quay.docx", "octavo import quay.docx"}, {letter, "quay.txt", "octavo import quay.txt"}, {letter, "winmail.dat", "Outlook has packed"},
		{long, "quay.md", "octavo import quay.md"}, {text, "quay.docx", ""},
		{"Dear Marta,\n\nhere is my essay. Best, Robin\n\n---------- Forwarded message ----------\n\nThe quay\n\nBy Robin Vale\n\nThe tide comes in over the flats at four in the morning, and nobody in the village hears it.\n", "quay.docx", ""},
	} {
		mail := "From: Robin Vale <r@example.org>\nSubject: Text\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/plain\n\n" + c.body +
			"\n--x\nContent-Type: application/octet-stream; name=" + c.file + "\nContent-Disposition: attachment; filename=" + c.file + "\n\nabc\n--x--\n"
		_, err := Read("in.eml", []byte(mail), Options{})
		if (err == nil) != (c.want == "") || err != nil && !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v", c.file, err)
		}
	}
}
