package ingest

import (
	"fmt"
	"strings"
	"testing"

	"octavo/book/language/langdata"
)

// TestLengths leaves out, and tells, lines that say how long a text is, in each language that
// has labels, at the end and below the head. A line within the text stays, and so does one
// that says more.
func TestLengths(t *testing.T) {
	said := func(got []Result, line string) bool {
		for _, g := range got[0].Guesses {
			if g.Text == line && g.LeftOut() {
				return true
			}
		}
		return false
	}
	for _, d := range langdata.All() {
		if len(d.Import["frequent"]) == 0 || d.Like != "" {
			continue
		}
		units := d.Import["text-length"]
		if len(units) == 0 {
			t.Errorf("%s: no words behind a length", d.Tag)
			continue
		}
		prose := strings.Repeat(strings.Join(d.Import["frequent"][:min(12, len(d.Import["frequent"]))], " ")+" ", 3) + "."
		for _, form := range []string{"1.200 %s", "(1,200 %s)", "~ 1 200 %s", "[ca. 1200 %s]"} {
			line := fmt.Sprintf(form, units[0])
			for _, text := range []string{"Aa bb\n\n" + prose + "\n\n" + prose + "\n\n" + line + "\n", "Aa bb\n\n" + line + "\n\n" + prose + "\n\n" + prose + "\n"} {
				got, err := Read("in.txt", []byte(text), Options{Lang: d.Tag})
				if err != nil {
					t.Fatal(err)
				}
				if !said(got, line) || strings.Contains(string(got[0].Markdown), "200") {
					t.Errorf("%s: %q: %s", d.Tag, line, got[0].Markdown)
				}
			}
		}
	}
	const prose = "The tide comes in over the flats at four in the morning, and nobody in the village hears it.\n\n"
	for _, line := range []string{"Twelve words", "12 words", "1,200 words.", "1,200 words a day", "Nearly every one of 1,200 words", "1,200 men"} {
		got, err := Read("in.txt", []byte("Tides\n\n"+prose+prose+line+"\n"), Options{})
		if err != nil || !strings.Contains(string(got[0].Markdown), line) {
			t.Errorf("%q: %v", line, err)
		}
	}
	got, err := Read("in.txt", []byte("Tides\n\n"+prose+"1,200 words\n\n"+prose), Options{})
	if err != nil || !strings.Contains(string(got[0].Markdown), "1,200 words") {
		t.Error("within the text:", err)
	}
}
