package layout

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"octavo/book"
	"octavo/book/font/shape"
	"octavo/book/source/markdown"
	"octavo/book/typeset/document"
	"octavo/book/typeset/theme"
)

// fonts is shared by all tests, since reading the files takes longer than most
// of them. A library is safe for concurrent use.
var fonts = shape.Builtin()

func press(t testing.TB) *theme.Theme {
	t.Helper()
	th, ok := theme.Builtin("press")
	if !ok {
		t.Fatal("the theme press is broken")
	}
	return th
}

// parse returns a chapter from Markdown. Pictures that it names are blank
// squares of 600 by 400 pixels.
func parse(t testing.TB, file, src string) *book.Chapter {
	t.Helper()
	c, list := markdown.Parse(file, []byte(src), markdown.Options{Language: "en"})
	for _, d := range list {
		if d.Severity == book.Error {
			t.Fatalf("%s", d)
		}
	}
	c.ID = strings.TrimSuffix(file, ".md")
	draw := func(im *book.Image) {
		if im != nil {
			im.Picture = &book.Picture{Path: im.Src, Format: "png", Width: 600, Height: 400}
		}
	}
	if c.Image != nil {
		draw(c.Image.Image)
	}
	for _, b := range book.ChapterBlocks(c) {
		book.WalkBlocks([]book.Block{b}, func(b book.Block) bool {
			if f, ok := b.(*book.Figure); ok {
				draw(f.Image)
			}
			for _, list := range book.BlockInlines(b) {
				book.WalkInlines(list, func(in book.Inline) bool {
					if im, ok := in.(*book.InlineImage); ok {
						draw(im.Image)
					}
					return true
				})
			}
			return true
		})
	}
	return c
}

// volume returns a book of the chapters.
func volume(chapters ...*book.Chapter) *book.Book {
	return &book.Book{
		Title: "A Test of Pages", Language: "en", Identifier: "urn:isbn:9780000000002",
		Publisher: "Nobody & Sons", Rights: "No rights reserved.",
		Date:  book.Date{Time: time.Date(2025, 11, 5, 0, 0, 0, 0, time.UTC)},
		Parts: []*book.Part{{Chapters: chapters}},
	}
}

func set(t testing.TB, b *book.Book, opt Options) (*document.Document, []book.Diagnostic) {
	t.Helper()
	opt.Fonts = fonts
	doc, list, err := Set(b, press(t), opt)
	if err != nil {
		t.Fatal(err)
	}
	checkStructure(t, doc)
	return doc, list
}

// linked sets a book with its links and bookmarks, also for print.
func linked(t testing.TB, b *book.Book, opt Options) *document.Document {
	t.Helper()
	opt.Fonts = fonts
	doc, _, err := compose(b, press(t), opt)
	if err != nil {
		t.Fatal(err)
	}
	checkStructure(t, doc)
	return doc
}

// stock is what generated text is made of.
var stock = strings.Fields(`a about above across after again against all almost along also always among
an and another any are around as at away back be because been before began behind being below between boat both
bridge bring built but by call came can captain carried certain change channel city clear close coast cold
company consider could country course cross current dark day deep depend did difference different direction do
does done down draw during each early earth east edge enough even evening every far few figure find first fish
five follow for form found four from full general get give go good govern great ground grow had half hand harbour
has have he head hear heavy held her here high him his hour house how hundred if important in inside into is
island it itself keep kind knew known land large last later lay lead learn leave less light like line little long
look low machine made make many map mark matter may mean measure men might mile mind minute moment money month
moon more morning most move much must name narrow near never new next night no north nothing notice now number
ocean of off often old on once one only open or order other our out over own page paper part pass people perhaps
pilot place plan point port possible power present problem question quick quite rain ran reach ready reason
remember rest result right river road rock round run said sail same sand saw say school sea season second see
seem sentence set several shall shape she ship shore short should show side simple since six slow small so some
soon sound south stand start station steam still stood stop strait strange strong such sun surface system table take
talk tell ten than that the their them then there these they thing think this those though thousand three through
tide time to today together told too took toward town travel tree true try turn two under understand until up us
use usual very voice wait walk want war warm was watch water way we weather week well went were west what wheel
when where which while who whole why will wind winter with without wood word work world would write year yet you`)

// words returns n words of running text, in sentences.
func words(r *rand.Rand, n int) string {
	var b strings.Builder
	left := 0
	for i := range n {
		w := stock[r.IntN(len(stock))]
		if left == 0 {
			left = 6 + r.IntN(20)
			w = strings.ToUpper(w[:1]) + w[1:]
		}
		b.WriteString(w)
		switch left--; {
		case left == 0:
			b.WriteByte('.')
		case r.IntN(9) == 0 && left > 1:
			b.WriteByte(',')
		}
		if i < n-1 {
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// article returns a chapter of about n words with headings, notes, a figure, a
// list, a quotation and a table.
func article(t testing.TB, i, n int) *book.Chapter {
	r := rand.New(rand.NewPCG(uint64(i), 7))
	var b strings.Builder
	fmt.Fprintf(&b, "---\ntitle: %s\nsubtitle: %s\nkicker: Test\ndate: 2025-11-05\n", strings.TrimSuffix(words(r, 5), "."), words(r, 12))
	fmt.Fprintf(&b, "authors: [{name: Ada Test, bio: %q}]\neditors-note: %q\n---\n\n", words(r, 20), words(r, 30))
	for k := 0; n > 0; k++ {
		size := 30 + r.IntN(90)
		n -= size
		switch {
		case k%7 == 6:
			fmt.Fprintf(&b, "## %s\n\n", strings.TrimRight(words(r, 4), "."))
		case k == 4:
			fmt.Fprintf(&b, "![A square](square.png \"%s\"){credit=\"A. Test\"}\n\n", words(r, 14))
		case k == 9:
			fmt.Fprintf(&b, "- %s\n- %s\n\n> %s\n\n", words(r, 9), words(r, 20), words(r, 40))
		case k%8 == 7:
			b.WriteString("```\nfirst line\n\nsecond(line)\nthird(line)\n\nlast line\n```\n\n")
		case k == 11:
			b.WriteString("## The ships\n\n| Year | Ships | Tons |\n| :-- | --: | --: |\n| 1921 | 12 | 4,100 |\n| 1922 | 14 | 5,230 |\n| 1923 | 9 | 2,870 |\n\n")
		}
		fmt.Fprintf(&b, "%s", words(r, size))
		if k == 5 {
			fmt.Fprintf(&b, "[^n]\n\n[^n]: %s", words(r, 25))
		}
		b.WriteString("\n\n")
	}
	return parse(t, fmt.Sprintf("%03d-article.md", i), b.String())
}

// articles returns a book of n articles.
func articles(t testing.TB, n, size int) *book.Book {
	var list []*book.Chapter
	for i := range n {
		list = append(list, article(t, i, size))
	}
	return volume(list...)
}
