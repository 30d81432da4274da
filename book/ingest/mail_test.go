package ingest

import (
	"strconv"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/tools/txtar"

	"octavo/book/internal/golden"
)

// bare returns the letters and figures of a text in lower case, so that line ends, marks
// and spaces do not count.
func bare(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// TestMails imports mails in the shapes that the mail programs of newsrooms give them, in
// many languages and encodings. Each file has the mail, the text of its article as an
// editor would copy it, and phrases of the letter around it: no paragraph may be lost, and
// no phrase printed. Behind them stands what the import writes and says, "chapter".
func TestMails(t *testing.T) {
	golden.Test(t, "testdata/mail/*.txtar", func(t *testing.T, a *txtar.Archive) *txtar.Archive {
		results, err := Read("in.eml", encoded(t, a.Comment, a.Files[0].Data), Options{})
		if err != nil {
			t.Fatal(err)
		}
		got := string(results[0].Markdown)
		for _, p := range strings.Split(string(a.Files[1].Data), "\n\n") {
			if !strings.Contains(bare(got), bare(p)) {
				t.Errorf("lost: %s", strings.TrimSpace(p))
			}
		}
		for _, p := range strings.Split(strings.TrimSpace(string(a.Files[2].Data)), "\n") {
			if p != "" && strings.Contains(got, p) {
				t.Errorf("printed: %s", p)
			}
		}
		if t.Failed() {
			t.Logf("%s\n%v", got, results[0].Guesses)
		}
		for _, g := range results[0].Guesses {
			got += "taken as " + g.As + ": " + strconv.Quote(g.Text) + "\n"
		}
		return &txtar.Archive{Comment: a.Comment, Files: append(a.Files[:3:3], txtar.File{Name: "chapter", Data: []byte(got)})}
	})
}
