package ingest

import (
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"octavo/book"
	"octavo/book/language/langdata"
	"octavo/book/language/locale"
)

// TestDrawers imports, for each language that has labels and each of its labels of bylines and
// of dates, a pasted article, and one as Markdown: made of the frequent words of the language,
// with a kicker, a byline, days, a subhead and a bio. Nothing is said of the language.
func TestDrawers(t *testing.T) {
	for _, d := range langdata.All() {
		labels := func(name string) []string { return d.Import[name] }
		if len(labels("byline")) == 0 || d.Like != "" {
			continue
		}
		for i := range max(len(labels("byline")), len(labels("published")), len(labels("updated"))) {
			by, on, updated := labels("byline"), labels("published"), labels("updated")
			p := pasted(d, by[i%len(by)], on[i%len(on)], updated[i%len(updated)])
			if testing.Short() && i > 2 {
				break
			}
			p.test(t, "in.txt", p.text("", "", ""))
			p.test(t, "in.md", p.text("# ", "## ", "*"))
		}
	}
}

// test imports an article under a name.
func (p *paste) test(t *testing.T, name, text string) {
	t.Helper()
	results, err := Read(name, []byte(text), Options{})
	if err != nil {
		t.Fatal(err)
	}
	c := results[0].Chapter
	var authors []string
	for _, a := range c.Authors {
		authors = append(authors, a.Name+" "+book.PlainText(a.Bio))
	}
	headings := ""
	for _, b := range c.Body {
		if h, ok := b.(*book.Heading); ok {
			headings += book.PlainText(h.Content)
		}
	}
	got := fmt.Sprintf("%s|%s|%s|%s|%s|%s|%s", book.PlainText(c.Kicker), book.PlainText(c.Title), strings.Join(authors, ";"), c.Date, c.Updated, headings, c.Lang)
	if want := fmt.Sprintf("%s|%s|%s %s|2025-11-05|2025-11-06|%s|%s", p.kicker, p.title, p.name, p.bio, p.subhead, p.lang); got != want {
		t.Errorf("%s\ngives\n%s\nwant\n%s", text, got, want)
	}
}

// A paste makes an article of the frequent words of a language.
type paste struct {
	lang, name, stop, space     string
	by, day, changed            string // lines of the head
	kicker, title, subhead, bio string
	frequent                    []string
	n                           int // words that have been used
}

func pasted(d *langdata.Drawer, by, on, updated string) *paste {
	p := &paste{lang: d.Tag, frequent: d.Import["frequent"], name: "Ida Brekke", stop: ".", space: " "}
	switch d.Tag {
	case "zh-Hans", "zh-Hant":
		p.name, p.stop, p.space = "林望潮", "。", ""
	case "ja":
		p.name, p.stop, p.space = "浜田とおる", "。", ""
	case "ko":
		p.name = "김하나"
	case "th":
		p.stop, p.space = "", ""
	}
	day := func(d int) string {
		return locale.For(p.lang).Date(book.Date{Time: time.Date(2025, 11, d, 0, 0, 0, 0, time.UTC)})
	}
	p.by, p.day, p.changed = by+p.name, on+day(5), updated+day(6)
	p.kicker, p.title, p.subhead = capital(d.Import["kickers"][0]), p.words(5), p.words(3)
	p.bio = p.name + d.Import["bio-verb"][0] + d.Import["roles"][0] + p.stop
	return p
}

// text returns the article, with marks before its title and its subhead and around its bio.
func (p *paste) text(title, subhead, bio string) string {
	return strings.Join([]string{p.kicker, title + p.title, p.by, p.day, p.changed, p.prose(30), p.prose(40), subhead + p.subhead, p.prose(40), p.prose(30), bio + p.bio + bio}, "\n\n") + "\n"
}

// words returns n words, the first with a capital.
func (p *paste) words(n int) string {
	var list []string
	for range n {
		list = append(list, p.frequent[p.n%len(p.frequent)])
		p.n++
	}
	return capital(strings.Join(list, p.space))
}

func capital(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[size:]
}

func (p *paste) prose(n int) string { return p.words(n/2) + "," + p.space + p.words(n/2) + p.stop }
