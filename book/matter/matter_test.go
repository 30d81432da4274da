package matter

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"octavo/book"
	"octavo/book/language/locale"
)

func words(s string) []book.Inline { return plain(s) }

// series is a book of two parts and an article outside of them.
func series() *book.Book {
	ann := &book.Person{Name: "Ann Lee", FileAs: "Lee, Ann", Bio: words("She writes."), Email: "ann@example.org"}
	day := book.Date{Time: time.Date(2025, 1, 2, 0, 0, 0, 0, time.UTC)}
	one := &book.Chapter{ID: "one", Title: words("One"), Lang: "en", Date: day, Authors: []*book.Person{ann}, Source: book.Source{URL: "https://example.org/a"}}
	two := &book.Chapter{ID: "two", Title: words("Deux"), Lang: "fr", Updated: day, Kicker: words("Opinion")}
	three := &book.Chapter{ID: "three", Title: []book.Inline{
		&book.Span{Indexed: true, Content: words("Tides")},
	}, Lang: "en"}
	one.Body = []book.Block{&book.Paragraph{Content: []book.Inline{
		&book.Span{Indexed: true, Entry: "tides", Content: words("a")}, &book.Span{Indexed: true, Entry: "tides", Content: words("b")},
		&book.Span{Indexed: true, Entry: "tides!spring", Content: words("c")}, &book.Span{Indexed: true, Entry: "ebb", Content: words("d")},
	}}}
	two.Body = []book.Block{&book.Figure{Caption: words("A quay"), Credit: words("VCG"), Image: &book.Image{}}}
	return &book.Book{
		Title: "Straits", Language: "en", Identifier: "urn:isbn:9781861972712", Series: &book.Series{Name: "Views"}, ListOfFigures: true,
		Contributors: []*book.Person{{Name: "Bo", Role: "edt"}, {Role: "edt", Bio: words("Nobody's bio.")}, {Name: "Cy", Role: "edt"}},
		Pages:        []*book.Page{{Matter: book.ForewordPage, Note: &book.Note{Lang: "en", Blocks: []book.Block{&book.Paragraph{Content: words("Before.")}}}}},
		Parts: []*book.Part{
			{Title: words("First part"), Chapters: []*book.Chapter{one}},
			{Chapters: []*book.Chapter{two}},
			{Title: words("Second part"), Chapters: []*book.Chapter{three}},
		},
	}
}

// outline prints sections with their elements, each with its role and what it leads to.
func outline(list []*Section) string {
	var b strings.Builder
	var elements func([]*Element, string)
	elements = func(list []*Element, in string) {
		for _, e := range list {
			if e.Role >= Words {
				continue // pieces stand in the text of their line
			}
			fmt.Fprintf(&b, "%s- %s", in, book.PlainText(e.Inlines()))
			if e.To != nil {
				fmt.Fprintf(&b, " -> %s", e.To.Section.Name)
			}
			b.WriteByte('\n')
			elements(e.Kids, in+"  ")
		}
	}
	for _, s := range list {
		fmt.Fprintf(&b, "%s %q %s\n", s.Matter, s.Name, s.Lang)
		elements(s.Elements, "  ")
	}
	return b.String()
}

// TestCompose reads the whole of a composition.
func TestCompose(t *testing.T) {
	got := Compose(series(), Options{Words: locale.For("en"), Cover: true, HalfTitle: true, Faces: []string{"A Serif", "A Sans", "A Serif"}, Generator: "octavo"})
	var names []string
	for _, s := range got {
		names = append(names, s.Name)
	}
	want := []string{"Cover", "Half title", "Title page", "Imprint", "Contents", "Figures", "Foreword", "First part", "One", "Deux",
		"Second part", "Tides", "Contributors", "Picture credits", "Index"}
	if !slices.Equal(names, want) {
		t.Errorf("the sections are %q, want %q", names, want)
	}
	text := outline(got)
	for what, part := range map[string]string{
		"the cover is told of by the title":            "Cover of Straits",
		"a series without a number":                    " Views\n",
		"people of one role share a line":              " Edited by Bo and Cy\n",
		"an ISBN":                                      " ISBN 9781861972712\n",
		"each face once":                               " The text is set in A Serif and A Sans.\n",
		"the tool":                                     " This book was made with octavo.\n",
		"a source without a name":                      " One, https://example.org/a, 2 January 2025\n",
		"the number of a part counts those with one":   " Part 2\n",
		"a dateline":                                   " First published 2 January 2025\u00a0· https://example.org/a\n",
		"a bio is led by the name that it lacks":       " Ann Lee. She writes. ann@example.org\n",
		"and not among the contributors":               " She writes. ann@example.org\n",
		"one without a name has a bio":                 " Nobody's bio.\n",
		"places of the index":                          " tides, One, 2\n      - spring, One\n",
		"the contents, an article within its part":     "First part -> First part\n      - One -> One",
		"the contents list the list of figures":        " Figures -> Figures\n",
		"an article outside of parts stands at top":    "\n    - Deux -> Deux\n",
		"a picture is credited":                        " A quay\u00a0· VCG -> Deux\n",
		"in the list of figures it leads to its place": " A quay -> Deux\n",
	} {
		if !strings.Contains(text, part) {
			t.Errorf("%s: no %q in\n%s", what, part, text)
		}
	}
}

// TestLogo: the logo stands above the name of its publisher, and at the head of the imprint.
func TestLogo(t *testing.T) {
	b := series()
	b.Publisher, b.Logo = "A House", book.NewLogo("house.svg", book.Pos{})
	for _, s := range Compose(b, Options{Words: locale.For("en")}) {
		switch s.Matter {
		case book.TitlePage:
			h := s.Find(House)
			if h == nil || len(h.Kids) != 2 || h.Kids[0].Role != Logo || h.Kids[0].Figure != b.Logo.Figure || h.Kids[1].Role != Publisher {
				t.Errorf("the title page has %+v", h)
			}
		case book.ImprintPage:
			if e := s.Elements[0]; e.Role != Logo || e.Figure != b.Logo.Figure {
				t.Errorf("the imprint begins with %+v", e)
			}
		default:
			if s.Find(Logo) != nil {
				t.Errorf("there is a logo in %q", s.Name)
			}
		}
	}
}

// TestNoWords: words may be overridden by nothing, and a note then has no label.
func TestNoWords(t *testing.T) {
	b := series()
	b.Parts[0].Chapters[0].EditorsNote = []book.Block{&book.Paragraph{Content: words("A note.")}}
	none, _ := locale.For("en").With(map[string]string{"editors-note": ""})
	for _, s := range Compose(b, Options{Words: none}) {
		if e := s.Find(EditorsNote); e != nil && (len(e.Kids) > 0 || len(e.Blocks) != 1) {
			t.Errorf("%+v", e)
		}
	}
}

// TestLanguages looks at which words are in which language.
func TestLanguages(t *testing.T) {
	for _, s := range Compose(series(), Options{Words: locale.For("en")}) {
		if want := s.Chapter != nil && s.Chapter.ID == "two"; (s.Lang == "fr") != want {
			t.Errorf("%s is in %s", s.Name, s.Lang)
		}
		for _, e := range s.Elements {
			for _, k := range e.Kids {
				if k.Role == Dateline && (k.Lang == "en") != (s.Lang == "fr") {
					t.Errorf("the dateline of %s is not in the language of the book", s.Name)
				}
				if k.Role == Entry && (k.Lang == "fr") != (k.To.Section.Lang == "fr") {
					t.Errorf("%s stands in a list in %q", k.To.Section.Name, k.Lang)
				}
			}
		}
	}
}

// TestPagesOfTheAuthor composes each piece of matter that an author may write.
func TestPagesOfTheAuthor(t *testing.T) {
	b := series()
	b.Pages = nil
	note := &book.Note{Lang: "fr", Blocks: []book.Block{&book.Paragraph{Content: words("Text.")}}}
	for m, want := range map[book.Matter]string{
		book.DedicationPage: "Dedication en display", book.EpigraphPage: "Epigraph en display", book.ForewordPage: "Foreword en listed",
		book.AfterwordPage: "Afterword en listed", book.AcknowledgementsPage: "Acknowledgements en listed",
	} {
		b.Pages = []*book.Page{{Matter: m, Note: note}}
		got := ""
		for _, s := range Compose(b, Options{Words: locale.For("en")}) {
			if s.Matter != m {
				continue
			}
			got = s.Name + " " + s.TitleLang
			if s.Display {
				got += " display"
			}
			if s.Listed {
				got += " listed"
			}
			if s.Lang != "fr" || (s.Find(Heading) == nil) != s.Display || len(s.Find(Body).Blocks) != 1 {
				t.Errorf("%s: %+v", m, s)
			}
		}
		if got != want {
			t.Errorf("%s is %q, want %q", m, got, want)
		}
	}
}

// TestPeople says what people did in an article: in its byline role by role, in the bios
// each person once, and among the contributors below the head of their role.
func TestPeople(t *testing.T) {
	ann := &book.Person{Name: "Ann Lee", FileAs: "Lee, Ann", Role: "aut", Bio: words("She writes."), Affiliation: "Harbour House"}
	also := *ann
	also.Role = "pht"
	bo := &book.Person{Name: "Bo Berg", FileAs: "Berg, Bo", Role: "trl", ORCID: "https://orcid.org/0000-0002-1825-0097"}
	one := &book.Chapter{ID: "one", Title: words("One"), Lang: "en", Authors: []*book.Person{ann}, Contributors: []*book.Person{bo, &also}}
	b := &book.Book{Title: "Straits", Language: "en", Parts: []*book.Part{{Chapters: []*book.Chapter{one}}}}
	text := outline(Compose(b, Options{Words: locale.For("en")}))
	for _, want := range []string{
		"- By Ann Lee\u00a0· Translated by Bo Berg\u00a0· Photographs by Ann Lee\n",
		"- Ann Lee, Harbour House. She writes.\n    - Bo Berg\u00a0· ORCID\u00a00000-0002-1825-0097\n",
		"- Ann Lee\n    - Harbour House. She writes.\n    - \n      - One -> One\n",
		"- Translation\n  - \n    - Bo Berg\n",
		"- Photographs\n  - \n    - Ann Lee\n    - \n      - One -> One\n",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("lacks %q:\n%s", want, text)
		}
	}
	sections := Compose(b, Options{Words: locale.For("en")})
	entry := func() string {
		for _, s := range sections {
			if s.Chapter == one {
				return s.Entry()
			}
		}
		return ""
	}
	if got := entry(); got != "One\u00a0· Ann Lee" {
		t.Errorf("the entry is %q", got)
	}
	b.Anonymous = true
	sections = Compose(b, Options{Words: locale.For("en")})
	if got := entry(); got != "One" || strings.Contains(outline(sections), "One -> One\n    - Ann Lee") {
		t.Errorf("without authors: the entry is %q in\n%s", got, outline(sections))
	}
}
