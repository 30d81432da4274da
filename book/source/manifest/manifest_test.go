package manifest

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"octavo/book"
	"octavo/book/internal/dump"
	"octavo/book/internal/fuzzing"
)

const head = "title: T\nlanguage: en\nchapters: [a.md]\n"

// faults returns the diagnostics of a manifest, one a line.
func faults(src string) string {
	_, list := Parse("book.yaml", []byte(src))
	var lines []string
	for _, d := range list {
		lines = append(lines, strings.ReplaceAll(d.String(), "\n    hint:", " |"))
	}
	return strings.Join(lines, "\n")
}

func TestFaults(t *testing.T) {
	tests := []struct{ name, src, want string }{
		{"the least", head, ""},
		{"nothing", "", `book.yaml:1:1: error: the key "chapters" is missing [key-missing] | add chapters: the chapters in their order
book.yaml:1:1: error: the key "language" is missing [key-missing] | add language: the main language, such as "en" or "ko"
book.yaml:1:1: error: the key "title" is missing [key-missing] | add title: the title of the book`},
		{"unknown key", head + "publsher: x", `book.yaml:4:1: error: the key "publsher" is unknown [key-unknown] | did you mean publisher?`},
		{"title is a list", "title: [a]\nlanguage: en\nchapters: [a.md]", `book.yaml:1:8: error: want text, got a list [type-wrong] | write it behind the colon, in quotation marks if it begins with [ or {`},
		{"no language tag", "title: T\nlanguage: English, please\nchapters: [a.md]", `book.yaml:2:11: error: "English, please" is no language tag [language-tag] | write a tag such as "en", "ko" or "zh-Hant"`},
		{"wrong UUID", head + "identifier: urn:uuid:123", `book.yaml:4:13: error: "123" is no UUID [identifier-format] | write groups of 8, 4, 4, 4 and 12 of the digits 0 to 9 and letters a to f`},
		{"wrong ISBN", head + "identifier: isbn:978-3-16-148410-1", `book.yaml:4:13: error: "isbn:978-3-16-148410-1" has a wrong check digit: it should be 0 [identifier-format] | write "isbn:" and the number, or "urn:uuid:" and a UUID; leave it out and one is derived`},
		{"font weight", head + "fonts: {file: a.otf, weight: heavy}", `book.yaml:4:30: error: a weight is a number from 100 to 900 [font-weight] | 400 is regular, 700 bold`},
		{"light font", head + "fonts: {file: a.otf, weight: 100}", ""},
		{"too light a font", head + "fonts: {file: a.otf, weight: 99}", "book.yaml:4:30: error: a weight is a number from 100 to 900 [font-weight] | 400 is regular, 700 bold"},
		{"black font", head + "fonts: {file: a.otf, weight: 900}", ""},
		{"too black a font", head + "fonts: {file: a.otf, weight: 901}", "book.yaml:4:30: error: a weight is a number from 100 to 900 [font-weight] | 400 is regular, 700 bold"},
		{"bare UUID", head + "identifier: 6C1F0D52-8A0E-5B7E-9D55-3F1A7F0C2E94", ""},
		{"places of a word", head + "words: {by: Von, page-number: '%s of %s', contents: '%s'}", `book.yaml:4:9: error: the word "by" holds %s, for a name or a number, in 1 place [word-form] | write %s as often: the compiler puts the name or number there
book.yaml:4:18: error: the word "page-number" holds %s, for a name or a number, in 1 place [word-form] | write %s as often: the compiler puts the name or number there
book.yaml:4:43: error: the word "contents" holds %s, for a name or a number, in 0 places [word-form] | write %s as often: the compiler puts the name or number there`},
		{"font name", head + `fonts: [{file: a.otf, family: 'A"; B'}]`, `book.yaml:4:31: error: "A\"; B" is no name of a font family [font-name] | use letters, digits, spaces and hyphens, 60 at most`},
		{"font without file", head + "fonts: [{family: House}]", `book.yaml:4:9: error: the key "file" is missing [key-missing] | add file: the file, TrueType or OpenType`},
		{"profile of a PDF", head + "editions: [{format: pdf, profile: kindle}]", `book.yaml:4:12: error: a PDF has no profile kindle [edition-profile] | leave it out, or make this edition an EPUB`},
		{"trim of an EPUB", head + "editions: [{format: epub, trim: A5}]", `book.yaml:4:12: error: an EPUB has neither a trim nor a medium nor an ink [edition-trim] | leave it out, or make this edition a PDF`},
		{"ink of an EPUB", head + "editions: [{format: epub, ink: black}]", `book.yaml:4:12: error: an EPUB has neither a trim nor a medium nor an ink [edition-trim] | leave it out, or make this edition a PDF`},
		{"standard of an EPUB", head + "editions: [{format: epub, standard: ua-2}]", `book.yaml:4:12: error: an EPUB has no standard ua-2 [edition-profile] | leave it out, or make this edition a PDF`},
		{"bookmarks of an EPUB", head + "editions: [{format: epub, bookmarks: false}]", `book.yaml:4:12: error: an EPUB has contents and no bookmarks [edition-profile] | leave it out, or make this edition a PDF`},
		{"unknown standard", head + "editions: [{format: pdf, standard: pdf-x}]", `book.yaml:4:36: error: "pdf-x" is not known here [value-unknown] | there are ua-1+a-2a and ua-2`},
		{"near ink", head + "editions: [{format: pdf, ink: colour}]", `book.yaml:4:31: error: "colour" is not known here [value-unknown] | did you mean color?`},
		{"near media", head + "editions: [{format: pdf, media: prnt}]", `book.yaml:4:33: error: "prnt" is not known here [value-unknown] | did you mean print?`},
		{"near trim", head + "editions: [{format: pdf, trim: us-trad}]", `book.yaml:4:32: error: unknown trim "us-trad" [edition-trim] | did you mean us-trade?`},
		{"unknown format", head + "editions: [epub, pfd]", `book.yaml:4:18: error: "pfd" is not known here [value-unknown] | there are epub and pdf`},
		{"unknown trim", head + "editions: [{format: pdf, trim: A99}]", `book.yaml:4:32: error: unknown trim "A99" [edition-trim] | give a measure such as 152x229mm or 6x9in, from 3 to 40 inches, or one of a4, a5, a6, b5, letter, executive, us-trade, digest, novella, pocket, royal, demy, b-format, a-format`},
		{"a word like none", head + "words: {zzz: Inhalt}", `book.yaml:4:9: error: no word is called "zzz" [word-unknown] | "octavo schema" lists the words that can be changed`},
		{"unknown word", head + "words: {contens: Inhalt}", `book.yaml:4:9: error: no word is called "contens" [word-unknown] | did you mean contents?`},
		{"words to divide", head + "hyphenate: [Skarne, Kell water, Kell--water]", `book.yaml:4:21: error: "Kell water" is no word to divide [hyphenate-word] | write one word in letters, with single hyphens where it may be divided: Kell-water
book.yaml:4:33: error: "Kell--water" is no word to divide [hyphenate-word] | write one word in letters, with single hyphens where it may be divided: Kell-water`},
		{"words to divide in no language", head + "hyphenate: {English words: [Skarne]}", `book.yaml:4:13: error: "English words" is no language tag [language-tag] | write a tag such as "en", "ko" or "zh-Hant"`},
		{"words to divide in the book's language", head + "hyphenate: Skar-ne", ""},
		{"part without title", "title: T\nlanguage: en\nchapters: [{chapters: [a.md]}]", `book.yaml:3:12: error: the key "part" is missing [key-missing] | add part: the title of the part`},
		{"person without name", head + "editors: [{role: edt}]", `book.yaml:4:11: error: a person without a name [key-missing] | give a name, or at least a bio`},
		{"role", head + "editors: [{name: A, role: editor}]", `book.yaml:4:27: error: "editor" is no MARC relator code [role-format] | write a code such as aut, edt, trl, ill or pht`},
		{"date", head + "date: 2025-11-5", `book.yaml:4:7: error: "2025-11-5" is no date [date-format] | write 2025-11-05`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := faults(tt.src); got != tt.want {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
		})
	}
}

const full = `
title: The "Long" Way
subtitle: It isn't far
language: de-CH
identifier: 3-16-148410-X
publisher: P
place: Bern
editors: [{name: Ada King, file-as: "Lovelace, Ada", bio: She *edits*.}, kim]
translators: Jan van der Meer
contributors: [{name: Ilse Brandvik, role: ill, url: https://example.org}]
series: {name: Reihe, number: 1.5}
date: 2025-11-05
rights: All reserved
description: >
  A blurb over
  two lines.
subjects: [Ferries, "BISAC:TRA006000", "thema: WGG"]
cover: {src: images/c.jpg, alt: A cover}
editors-note: foreword.md
people:
  kim: {name: Kim Minji, email: kim@example.org}
chapters:
  - intro.md
  - part: One *part*
    chapters: [a*.md, b.md]
  - part: One part
    chapters: [c.md]
  - end.md
theme: press
editions: [epub, {format: pdf, trim: A5, media: print}]
words: {contents: Inhaltsverzeichnis}
hyphenate: {de: [Stau-becken, Skarne], fr: Skar-né}
accessibility:
  conforms-to: EPUB Accessibility 1.1
  certified-by: Somebody
  credential: C
  report: https://example.org/report
  summary: It is fine.
`

func TestFull(t *testing.T) {
	m, list := Parse("book.yaml", []byte(full))
	if len(list) > 0 {
		t.Fatal(list)
	}
	want := `book "The «Long» Way"
  subtitle "It isn’t far"
  language "de-CH"
  identifier "urn:isbn:9783161484100"
  publisher "P"
  place "Bern"
  rights "All reserved"
  description "A blurb over two lines."
  subject "" "Ferries"
  subject "BISAC" "TRA006000"
  subject "Thema" "WGG"
  contributor "Ada King" file-as "Lovelace, Ada" role edt @8:11
    bio "She "em("edits")"."
  contributor "Kim Minji" file-as "Minji, Kim" role edt @21:8
    key "kim"
    email "kim@example.org"
  contributor "Jan van der Meer" file-as "van der Meer, Jan" role trl @9:14
  contributor "Ilse Brandvik" file-as "Brandvik, Ilse" role ill @10:16
    url "https://example.org"
  series "Reihe" "1.5"
  date "2025-11-05"
  cover "images/c.jpg" alt "A cover"
  word contents "Inhaltsverzeichnis"
  hyphenate de ["Stau-becken" "Skarne"]
  hyphenate fr ["Skar-né"]
  theme "press"
  edition epub trim "" media ""
  edition pdf trim "A5" media "print"
  conforms-to "EPUB Accessibility 1.1"
  certified-by "Somebody"
  credential "C"
  report "https://example.org/report"
  summary "It is fine."
`
	if got := dump.Book(m.Book); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	var parts []string
	for _, p := range m.Parts {
		parts = append(parts, fmt.Sprintf("%s %s:", p.Part.ID, dump.Inlines(p.Part.Title)))
		for _, c := range p.Chapters {
			parts = append(parts, fmt.Sprintf("  %s @%d:%d", c.Name, c.Pos.Line, c.Pos.Col))
		}
	}
	wantParts := ` :
  intro.md @23:5
part-one-part "One "em("part"):
  a*.md @25:16
  b.md @25:23
part-one-part-2 "One part":
  c.md @27:16
 :
  end.md @28:5`
	if got := strings.Join(parts, "\n"); got != wantParts {
		t.Errorf("got\n%s\nwant\n%s", got, wantParts)
	}
	if m.Pages[0].Name != "foreword.md" || m.People["kim"].Role != "aut" {
		t.Errorf("note %v, people %v", m.Pages, m.People)
	}
}

func TestBrokenManifestKeepsChapters(t *testing.T) {
	m, list := Parse("book.yaml", []byte("title: [x]\nchapters: [a.md, b.md]\nnonsense: 1\n"))
	if !book.HasErrors(list) || len(m.Parts) != 1 || len(m.Parts[0].Chapters) != 2 {
		t.Errorf("parts %v, faults %v", m.Parts, list)
	}
}

func TestISBN(t *testing.T) {
	tests := []struct{ in, want, fault string }{
		{"978-3-16-148410-0", "9783161484100", ""},
		{"3-16-148410-X", "9783161484100", ""},
		{"0306406152", "9780306406157", ""},
		{"979-10-90636-07-1", "9791090636071", ""},
		{"978-3-16-148410-9", "", "has a wrong check digit: it should be 0"},
		{"0306406153", "", "has a wrong check digit: it should be 2"},
		{"4006381333931", "", "is no ISBN: one of 13 digits begins with 978 or 979"},
		{"12345", "", "has 5 digits; an ISBN has 10 or 13"},
		{"X306406152", "", "is no ISBN"},
		{"hello", "", "is no ISBN"},
		{"", "", "has 0 digits; an ISBN has 10 or 13"},
		{"978316148410X", "", "has 13 digits; an ISBN has 10 or 13"},
	}
	for _, tt := range tests {
		t.Run(tt.in, func(t *testing.T) {
			if got, fault := ISBN(tt.in); got != tt.want || fault != tt.fault {
				t.Errorf("got %q, %q; want %q, %q", got, fault, tt.want, tt.fault)
			}
		})
	}
}

// TestIdentify gives the editions of one book identifiers that reading systems
// can tell them apart by.
func TestIdentify(t *testing.T) {
	const own = "urn:isbn:9783161484100"
	ids := func(editions string) (list []string) {
		m, found := Parse("book.yaml", []byte("title: T\nlanguage: en\nchapters: [a.md]\nidentifier: urn:uuid:6c1f0d52-8a0e-5b7e-9d55-3f1a7f0c2e94\neditions: "+editions+"\n"))
		if len(found) > 0 {
			t.Fatal(found)
		}
		for _, e := range m.Book.Editions {
			list = append(list, e.Identifier)
		}
		return list
	}
	kindle := ids("[epub, {format: epub, profile: kindle}]")[1]
	if !strings.HasPrefix(kindle, "urn:uuid:") {
		t.Fatalf("the edition for Kindle is %q", kindle)
	}
	for _, tt := range []struct {
		name, editions string
		want           []string
	}{
		{"one", "[epub, pdf]", []string{"", ""}},
		{"Kindle alone", "[{format: epub, profile: kindle}, pdf]", []string{"", ""}},
		{"Kindle second", "[pdf, epub, {format: epub, profile: kindle}]", []string{"", "", kindle}},
		{"two of a kind", "[epub, epub]", []string{"", ""}},
		{"given", "[epub, {format: epub, profile: kindle, identifier: 3-16-148410-X}]", []string{"", own}},
		{"given to the first", "[{format: epub, identifier: 3-16-148410-X}, {format: epub, profile: kindle}]", []string{own, ""}},
		{"of two PDFs", "[pdf, {format: pdf, media: print}]", []string{"", ""}},
	} {
		if got := ids(tt.editions); !slices.Equal(got, tt.want) {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestDerive(t *testing.T) {
	id := Derive("P", "T", "en")
	if want := "urn:uuid:"; !strings.HasPrefix(id, want) || id[len(want)+14] != '5' || !strings.Contains("89ab", id[len(want)+19:len(want)+20]) {
		t.Errorf("%s is no version 5 UUID", id)
	}
	if id != Derive("P", "T", "en") {
		t.Error("the identifier changes")
	}
	for _, other := range []string{Derive("P", "T", "de"), Derive("", "PT", "en"), Derive("PT", "", "en")} {
		if other == id {
			t.Errorf("two books share %s", id)
		}
	}
}

func TestKeys(t *testing.T) {
	for _, k := range Keys() {
		if k.Doc == "" {
			t.Errorf("the key %s is not documented", k.Name)
		}
	}
}

func FuzzParse(f *testing.F) {
	fuzzing.Begin(f)
	f.Add([]byte(full))
	f.Add([]byte(head))
	f.Fuzz(func(t *testing.T, src []byte) {
		if len(src) > 1<<16 {
			return
		}
		m, _ := Parse("book.yaml", src)
		if m.Book.Identifier == "" || m.Book.Language == "" || m.Book.Theme == "" || len(m.Book.Editions) == 0 {
			t.Fatalf("incomplete: %+v", m.Book)
		}
	})
}

// TestIsFileName tells the name of a file from the text of a page.
func TestIsFileName(t *testing.T) {
	for s, want := range map[string]bool{
		"foreword.md": true, "the foreword.MARKDOWN": true, "foreword.txt": true, "my notes.docx": true, "../../etc/passwd": true, "/etc/passwd": true,
		"For Ann": false, "Thanks.": false, "Thanks...": false, "For A. and B.": false, "Ann": false, "See a/b in the text.": false,
		"M.C.": false, "*J.R.*": false, "Mum/Dad": false, "献给妈妈/爸爸": false, "Thanks\nto THANKS.md": false, "*in foreword.md*": false,
	} {
		if got := isFileName(s); got != want {
			t.Errorf("%q: %v", s, got)
		}
	}
}
