package manifest

import (
	"octavo/book"
	"octavo/book/language/spacing"
	"octavo/book/markup/yaml"
	"octavo/book/source/markdown"
)

// Name is the name of the manifest's file.
const Name = "book.yaml"

// defaultTheme is the theme of a book that names none.
const defaultTheme = "press"

// A Manifest is what book.yaml says.
type Manifest struct {
	// Book is the book but for its chapters, for pages that have files of their own,
	// and for pictures.
	Book *book.Book
	// People are the authors that chapters name by key.
	People map[string]*book.Person
	// Pages are the pages around the articles that have files of their own. A page
	// whose text is written in the manifest is in Book.
	Pages []Page
	// Theme is the folder of a theme of the manuscript's own; empty for a
	// built-in one.
	Theme Path
	// Patterns are the files of hyphenation patterns, by language.
	Patterns map[string]Path
	// Fonts are the font files with what is said of them.
	Fonts []Font
	// Parts are the parts in their order, with the chapters as written. Chapters
	// outside of a part make one without title.
	Parts []Part
}

// A Path is the name of a file, or a pattern of names, as written.
type Path struct {
	Name string
	Pos  book.Pos
}

// A Page is the file of a piece of the book around the articles.
type Page struct {
	Matter book.Matter
	Path
}

// A Part is a part with its chapters as written.
type Part struct {
	Part     *book.Part
	Chapters []Path
}

// Parse reads the manifest in src, the content of file.
func Parse(file string, src []byte) (*Manifest, []book.Diagnostic) {
	d := yaml.Parse(file, src, 1)
	m := &Manifest{
		Book:   &book.Book{Theme: defaultTheme, File: file},
		People: map[string]*book.Person{},
	}
	r := &reader{Manifest: m}
	keys().Decode(r, d.Root)
	m.Book.Allows = d.Allows()
	m.Book.Language = r.language()
	for _, f := range r.later {
		f(m.Book.Language)
	}
	m.Book.Title = spacing.Text(markdown.Quote(m.Book.Title, m.Book.Language), m.Book.Language)
	m.Book.Subtitle = spacing.Text(markdown.Quote(m.Book.Subtitle, m.Book.Language), m.Book.Language)
	m.Book.Description = markdown.Quote(m.Book.Description, m.Book.Language)
	m.Book.Rights = markdown.Quote(m.Book.Rights, m.Book.Language)
	if m.Book.Identifier == "" {
		m.Book.Identifier = Derive(m.Book.Publisher, m.Book.Title, m.Book.Language)
	}
	identify(m.Book)
	if len(m.Book.Editions) == 0 {
		for _, f := range book.Formats() {
			m.Book.Editions = append(m.Book.Editions, book.Edition{Format: f, Pos: d.Root.Pos()})
		}
	}
	return m, book.SortDiagnostics(d.Diagnostics())
}

// A reader fills a manifest. What depends on the language waits, in later, until the
// language is known.
type reader struct {
	*Manifest
	lang  yaml.Value
	given bool // the language
	later []func(lang string)
	part  int // the part without title that chapters outside of parts go to, 1-based; 0 for none
	ids   map[string]bool
}
