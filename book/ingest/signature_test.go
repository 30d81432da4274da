package ingest

import (
	"strings"
	"testing"
)

// TestSignatures leaves out a signature that is longer than the article, for what a house adds
// to it, and keeps an article below the same sign; a closing may have the sender's name on its
// line.
func TestSignatures(t *testing.T) {
	const article = "Ice on the quay\n\nThe harbour froze in the second week of January, and the ferry lay at the quay for nine days. Nobody in the village minded, for nobody had to be anywhere.\n\nOn the tenth day the ice went out with the tide, all at once, and the ferry went after it.\n\n"
	const house = "This e-mail is confidential and intended only for the person to whom it is addressed. If you are not the intended recipient, please delete it and tell the sender; you must not copy it. "
	for _, c := range []struct{ name, body string }{
		{"longer than the article", article + "-- \nAnn Roe\nQuay Street 3\nTel. +44 1632 960123\n\n" + strings.Repeat(house, 4) + "\n"},
		{"longer, below a letter", "Dear Max,\n\nhere is my piece.\n\n" + article + "-- \nAnn Roe\n\n" + strings.Repeat(house, 4) + "\n"},
		{"an article below", "Dear Max,\n\nhere is my piece.\n\nBest Ann\n\n--\n\n" + article},
		{"a closing with a name", "Dear Max,\n\nhere is my piece.\n\nBest Ann\n\n" + article},
	} {
		mail := "From: Ann Roe <ann@example.org>\nSubject: Ice\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n" + c.body
		list, err := Read("in.eml", []byte(mail), Options{})
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		got := string(list[0].Markdown)
		if !strings.Contains(got, "title: Ice on the quay\n") || !strings.HasSuffix(got, "the ferry went after it.\n") || strings.Contains(got, "Best") {
			t.Errorf("%s: %s", c.name, got)
		}
	}
}
