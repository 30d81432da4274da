package acceptance

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"octavo/book"
	"octavo/book/compile"
	"octavo/book/language/capital"
	"octavo/book/language/langdata"
	"octavo/book/typeset/document"
)

// everyField is a book with each field that the compiler adds words to, in a language.
// All that its author wrote is figures and words that begin with zq.
func everyField(lang string) folder {
	return folder{
		"book.yaml": `title: Zq Zqa
subtitle: Zqb
language: ` + lang + `
identifier: urn:isbn:9781861972712
publisher: Zqc
place: Zqd
series: {name: Zqe, number: 3}
date: 2025-03-01
description: Zqf
subjects: [Zqg]
dedication: Zqh
epigraph: Zqi
foreword: Zqj
editors-note: Zqk
afterword: Zql
acknowledgements: Zqm
list-of-figures: true
editors: [{name: Zqn}, {name: Zqo}, {name: Zqp}]
translators: [{name: Zqq}]
contributors: [{name: Zqr, role: ill}, {name: Zqs, role: pht}, {name: Zqt, role: wfw}, {name: Zqu, role: aui}, {name: Zqv, role: aft}, {name: Zqw, role: com}, {name: Zqx, role: bkd}, {name: Zqy, role: cov}, {name: Zqz}]
editions: [epub, {format: pdf, media: print}, {format: pdf, media: screen}]
chapters:
  - part: Zqaa
    chapters: [a.md, b.md]
`,
		"a.md": `---
title: Zqba
kicker: Zqbb
date: 2025-11-05
updated: 2025-12-01
source: Zqbc
authors: [{name: Zqbd, bio: Zqbe., email: zq@zq.zq}, {name: Zqbf}, {name: Zqbg}]
editors-note: Zqbh
image: {src: x.png, alt: Zqbi, caption: Zqbj, credit: Zqbk}
---

Zqca[^1] [Zqcb]{index="Zqcc"}.

![Zqcd](x.svg "Zqce"){credit="Zqcf"}

1. Zqcg
2. Zqch

` + "| Zqci | Zqcj |\n| --- | --- |\n" + strings.Repeat("| Zqck | Zqcl |\n", 70) + `
[^1]: Zqcm
`,
		"b.md":  "---\ntitle: Zqda\nauthors: [{name: Zqdb}]\n---\n\nZqdc [Zqdd]{index=\"Zqcc\"} [Zqde]{index=\"Zqde\"}.\n",
		"x.png": string(onePixel),
		"x.svg": drawing(`<rect width="40" height="40"/>`),
	}
}

// ours are the words that the compiler adds in every language: names, and what has no
// translation.
var ours = []string{"octavo", "source serif 4", "source sans 3", "source code pro", "noto serif hebrew", "noto naskh arabic", "isbn", "pdf", "mailto"}

// TestDrawers builds a book with every field in each language whose drawer is whole, and
// looks in both editions for words that are not of the language. In the PDF that is all
// text of all pages, running heads and folios among it, and what links are called; in the
// EPUB all documents, the navigation and the labels that screen readers say.
func TestDrawers(t *testing.T) {
	for _, d := range langdata.All() {
		if len(d.Words) == 0 || d.Like != "" {
			continue
		}
		if testing.Short() && !slices.Contains([]string{"pl", "fa", "zh-Hant"}, d.Tag) {
			continue
		}
		t.Run(d.Tag, func(t *testing.T) {
			var pages strings.Builder
			res, err := hold(t, compile.Options{Dir: everyField(d.Tag).write(t), Inspect: func(_ *book.Book, set *document.Document) {
				for _, pg := range set.Pages {
					pages.WriteString("\n" + pg.Label + "\n")
					for _, it := range pg.Items {
						if text, ok := it.(*document.Text); ok {
							pages.WriteString(document.TextOf(text) + " ")
						}
					}
					for _, l := range pg.Links {
						pages.WriteString("\n" + l.Contents)
					}
				}
			}})
			if err != nil || res.Stopped {
				t.Fatal(err, diagnostics(res))
			}
			for _, s := range foreignTo(d, pages.String()) {
				t.Errorf("PDF: %q is no %s", s, d.Name)
			}
			e := edition(t, res, book.EPUB)
			for _, s := range foreignTo(d, epubText(t, e)+"\n"+labels(t, e)) {
				t.Errorf("EPUB: %q is no %s", s, d.Name)
			}
		})
	}
}

var (
	authors = regexp.MustCompile(`(?i)zq\p{L}*(?:@zq\.zq)?`)
	spaces  = regexp.MustCompile(` {2,}`)
	roman   = regexp.MustCompile(`\b[ivxlcdm]+\b`)
)

// foreignTo returns what has letters in a text when the author's words, the words of a
// drawer and [ours] are taken out, the longest first. What the theme set in capitals
// counts as if it were not.
func foreignTo(d *langdata.Drawer, text string) []string {
	known := slices.Clone(ours)
	add := func(texts ...string) {
		for _, w := range texts {
			for part := range strings.SplitSeq(w, "%s") {
				// Capitals of Greek have no tonos, and their small letters no final sigma.
				known = append(known, strings.TrimSpace(plainLower(part)), strings.TrimSpace(plainLower(capital.Upper(part, d.Tag))))
			}
		}
	}
	for _, w := range d.Words {
		add(w.Text)
	}
	add(d.Dates.Months...)
	add(d.Dates.Era, d.Dates.First)
	for _, part := range regexp.MustCompile(`'[^']*'|[^dMyG']+`).FindAllString(d.Dates.Long, -1) {
		add(strings.Trim(part, "'"))
	}
	for _, pattern := range []string{d.Lists.Two, d.Lists.Next, d.Lists.Last} {
		add(strings.NewReplacer("{0}", "", "{1}", "").Replace(pattern))
	}
	known = slices.DeleteFunc(known, func(s string) bool { return strings.IndexFunc(s, unicode.IsLetter) < 0 })
	slices.SortFunc(known, func(a, b string) int { return cmp.Or(len(b)-len(a), strings.Compare(a, b)) })
	text = authors.ReplaceAllString(plainLower(text), " ")
	for _, w := range slices.Compact(known) {
		text = strings.ReplaceAll(text, w, " ")
	}
	var left []string
	for line := range strings.Lines(roman.ReplaceAllString(text, " ")) {
		if line = strings.TrimSpace(line); strings.IndexFunc(line, unicode.IsLetter) >= 0 {
			left = append(left, line)
		}
	}
	return left
}

// plainLower makes a text one that is compared: in small letters, without the marks that
// direct it and soft hyphens, with single plain spaces.
func plainLower(s string) string {
	return spaces.ReplaceAllString(strings.Map(func(r rune) rune {
		switch {
		case r == '\u00AD' || unicode.Is(unicode.Cf, r) || r == '\u0307': // the dot of a small İ
			return -1
		case r == '\n':
			return r
		case unicode.IsSpace(r):
			return ' '
		}
		return r
	}, strings.NewReplacer("ς", "σ", "ı", "i").Replace(strings.ToLower(s))), " ")
}

// labels returns what an EPUB says to a screen reader and in its lists: aria-labels, the
// navigation document and the NCX.
func labels(t *testing.T, e compile.Edition) string {
	t.Helper()
	var b strings.Builder
	for name, data := range unzip(t, e.Data) {
		if strings.HasSuffix(name, ".xhtml") {
			for _, m := range regexp.MustCompile(`aria-label="([^"]*)"`).FindAllSubmatch(data, -1) {
				b.WriteString(string(m[1]) + "\n")
			}
		}
		if strings.HasSuffix(name, "nav.xhtml") || strings.HasSuffix(name, ".ncx") {
			b.WriteString(regexp.MustCompile(`(?s)<style.*?</style>|<[^>]*>`).ReplaceAllString(string(data), "\n"))
		}
	}
	return b.String()
}
