package acceptance

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"octavo/book"
	"octavo/book/compile"
	"octavo/book/language/locale"
	"octavo/book/matter"
	"octavo/book/typeset/document"
)

// A plainText is a third encoder, of plain text. It has no line of its own about title
// pages, imprints, contents, contributors, credits or the index: what a book is made of
// is said by package matter alone.
type plainText struct {
	strings.Builder
	words *locale.Locale
}

func (p *plainText) sections(list []*matter.Section) {
	for _, s := range list {
		p.elements(s.Elements)
		p.WriteString("\n\f\n")
	}
}

func (p *plainText) elements(list []*matter.Element) {
	for _, e := range list {
		p.inlines(e.Content)
		p.elements(e.Kids)
		if e.Figure != nil && len(e.Kids)+len(e.Content) == 0 {
			p.blocks([]book.Block{e.Figure})
		}
		p.blocks(e.Blocks)
		for _, n := range e.Notes {
			p.blocks(n.Blocks)
		}
		if e.Role < matter.Words {
			p.WriteByte('\n')
		}
	}
}

func (p *plainText) blocks(list []book.Block) {
	book.WalkBlocks(list, func(b book.Block) bool {
		for _, run := range book.BlockInlines(b) {
			p.inlines(run)
			p.WriteByte('\n')
		}
		switch b := b.(type) {
		case *book.CodeBlock:
			p.WriteString(b.Text + "\n")
		case *book.Figure:
			p.WriteString(p.words.CreditLabel(b) + "\n")
		}
		return true
	})
}

func (p *plainText) inlines(list []book.Inline) { p.WriteString(book.PlainText(list)) }

// oddities is a book whose people, sources and credits are half there, in all the ways
// that a manifest and front matter allow. Each of its texts has a word of its own, zq00
// and so on.
var oddities = folder{
	"book.yaml": `title: Oddities zq01
subtitle: A subtitle zq02
language: en
identifier: urn:isbn:9781861972712
publisher: Publisher zq03
place: Place zq04
rights: Rights zq05
description: A description zq06
series: {name: Series zq07, number: zq66}
date: 2025-03-04
editors-note: foreword.md
dedication: For *zq60*, who knows
epigraph: |
  All rivers zq61 run into the sea.

  — Ecclesiastes zq62
afterword: after.md
acknowledgements: Thanks to zq63.
list-of-figures: true
words: {contents: Contents zq08, editors-note: Note zq09, contributors: People zq10, picture-credits: Pictures zq11, first-published: First zq12, updated: Changed zq13, photo: Shot zq14, index: Register zq15, list-of-figures: Plates zq16}
editors:
  - {name: Editor zq17, bio: Edits zq18, email: zq19@example.org, url: "https://example.org/zq20"}
  - {bio: Edits without a name zq21}
  - {bio: Edits without a name either zq22}
  - {name: Editor zq23}
  - {name: Editor zq69, email: zq70@example.org}
  - {name: Author zq26, bio: And edits zq71}
translators: [{name: Translator zq24, bio: Translates zq25}]
people:
  known: {name: Author zq26, bio: Writes zq27, email: zq28@example.org, url: "https://example.org/zq29"}
chapters:
  - part: Part zq30
    chapters: [a.md, b.md]
  - c.md
`,
	"after.md":    "---\ntitle: After zq64\n---\n\nText of the afterword zq65.\n",
	"foreword.md": "---\ntitle: Foreword zq31\n---\n\nText of the foreword zq32[^1].\n\n[^1]: Its note zq33.\n",
	"a.md": `---
title: Title zq34
kicker: Kicker zq35
subtitle: Standfirst zq36
date: 2025-01-02
updated: 2025-01-03
source: {name: Source zq37, url: "https://example.org/source"}
authors: [known, {name: Author zq38, url: "https://example.org/zq39", affiliation: House zq80}, {name: Carver zq81, role: ill}]
translators: {name: Translator zq82, bio: Translates here zq83}
contributors:
  - {person: known, role: pht}
  - {name: Voice zq84, portrait: {src: x.png, alt: A, credit: Shutter zq85}}
editors-note: An editor's note zq40.
image: {src: x.png, alt: A, caption: Lead zq41, credit: zq42}
---

Text zq43[^1] and [a link zq68](https://example.org/) with [a term zq44]{index="entry zq67"}.

![A](x.png "Caption zq45"){credit="Credit: zq46"}

[^1]: Note zq47.
`,
	"b.md": `---
title: Title zq48
date: 2025-01-02
source: {url: "https://example.org/zq49"}
authors: [{bio: A bio without a name zq50}, {bio: Another without a name zq51, email: zq52@example.org}, known]
---

Text zq53.

![A](x.png){credit="図：zq54"}

![A wanting picture zq86](gone.png "Caption zq87"){source="https://example.org/zq88"}
`,
	"c.md": "---\ntitle: Title zq55\nauthors: [{name: Author zq56, email: zq57@example.org}]\nsource: Source zq58\n---\n\nText zq59.\n",
}

// TestEveryText walks every text of a book's model: no word of it is lost in an edition,
// and none is more often in one than in the others. It holds faults 1, 5 and 8 of the time
// when each edition composed its own front and back matter: addresses in one edition
// alone, sources without a name, people without a name taken for one.
func TestEveryText(t *testing.T) {
	f := maps.Clone(oddities)
	f["x.png"] = string(onePixel)
	var b *book.Book
	var doc *document.Document
	res, err := hold(t, compile.Options{Dir: f.write(t), Inspect: func(of *book.Book, set *document.Document) { b, doc = of, set }})
	if err != nil || res.Stopped {
		t.Fatal(err, diagnostics(res))
	}
	var pages strings.Builder
	for _, pg := range doc.Pages {
		for _, it := range pg.Items {
			if text, ok := it.(*document.Text); ok && text.Elem != nil {
				pages.WriteString(document.TextOf(text) + " ")
			}
		}
	}
	words, _ := locale.For(b.Language).With(b.Words)
	plain := plainText{words: words}
	plain.sections(matter.Compose(b, matter.Options{Words: words}))
	// The PDF has kickers and labels in capitals.
	texts := map[string]string{}
	for name, text := range map[string]string{"PDF": pages.String(), "EPUB": epubText(t, edition(t, res, book.EPUB)), "plain": plain.String()} {
		texts[name] = strings.ToLower(solid(text))
	}
	all := strings.Join(slices.Collect(maps.Values(oddities)), " ")
	for i := 1; i < 100; i++ {
		token := fmt.Sprintf("zq%02d", i)
		if !strings.Contains(all, token) {
			continue
		}
		times := map[string]int{}
		for name, text := range texts {
			times[name] = strings.Count(text, token)
		}
		if token == "zq34" || token == "zq48" { // a title is also what places are called by that have no page
			times["PDF"], times["plain"] = times["EPUB"], times["EPUB"]
		}
		if times["PDF"] == 0 || times["PDF"] != times["EPUB"] || times["EPUB"] != times["plain"] {
			t.Errorf("%s: %v times", token, times)
		}
	}
}
