package matter

import (
	"octavo/book"
	"octavo/book/language/locale"
)

// Options say what an edition adds to its book.
type Options struct {
	Words *locale.Locale // of the book's language, with its overrides
	// Cover asks for a page of the cover. CoverAlt is its alternative text; "" has one
	// made of the title.
	Cover    bool
	CoverAlt string
	// HalfTitle asks for the page that a printed book begins with.
	HalfTitle bool
	// Faces are the typefaces that the edition is set in, for the colophon. Without
	// any, the colophon does not speak of faces.
	Faces     []string
	Generator string // name and version of the compiler, for the colophon; "" leaves them out
}

// A composer makes the sections of one edition.
type composer struct {
	book     *book.Book
	opt      Options
	words    *locale.Locale
	sections []*Section
	of       map[*book.Chapter]*Section
}

// Compose returns the sections of a book in the order in which they are read, parts and
// articles among them, each once.
func Compose(b *book.Book, opt Options) []*Section {
	c := &composer{book: b, opt: opt, words: opt.Words, of: map[*book.Chapter]*Section{}}
	if opt.Cover {
		c.add(c.cover())
	}
	if opt.HalfTitle {
		c.add(c.halfTitle())
	}
	c.add(c.titlePage())
	imprint := c.add(c.section(book.ImprintPage, locale.Imprint))
	c.add(c.display(book.DedicationPage, locale.Dedication))
	c.add(c.display(book.EpigraphPage, locale.Epigraph))
	contents := c.add(c.headed(book.ContentsPage, locale.Contents))
	listed := book.ListedFigures(b)
	figures := c.add(c.figureList(listed))
	c.add(c.written(book.ForewordPage, locale.Foreword))
	c.add(c.written(book.EditorsNotePage, locale.EditorsNote))
	c.parts()
	c.add(c.written(book.AfterwordPage, locale.Afterword))
	c.add(c.written(book.AcknowledgementsPage, locale.Acknowledgements))
	c.add(c.contributors())
	c.add(c.credits())
	c.add(c.index())
	// Lists of sections are filled when all sections are there.
	c.imprint(imprint)
	contents.add(c.contents())
	figures.add(c.figures(listed))
	return c.sections
}

// add appends a section that is not nil, and returns it.
func (c *composer) add(s *Section) *Section {
	if s != nil {
		c.sections = append(c.sections, s)
	}
	return s
}

// section begins a section with a name of ours.
func (c *composer) section(m book.Matter, name locale.Key) *Section {
	return &Section{Matter: m, Name: c.words.Word(name), Lang: c.book.Language, TitleLang: c.book.Language}
}

// headed begins a section whose name heads it.
func (c *composer) headed(m book.Matter, name locale.Key) *Section {
	s := c.section(m, name)
	s.Title = plain(s.Name)
	return s.add(&Element{Role: Heading, Content: s.Title})
}

func (c *composer) cover() *Section {
	s := c.section(book.CoverPage, locale.Cover)
	alt := c.opt.CoverAlt
	if alt == "" {
		alt = c.words.Format(locale.CoverOf, c.book.Title)
	}
	return s.add(text(CoverPicture, alt))
}

func (c *composer) halfTitle() *Section {
	return c.section(book.HalfTitlePage, locale.HalfTitle).add(text(Heading, c.book.Title))
}

// parts adds the articles, those of a part after its page.
func (c *composer) parts() {
	number := 0
	for _, p := range c.book.Parts {
		var part *Section
		if len(p.Title) > 0 {
			number++
			part = c.add(c.part(p, number))
		}
		for _, ch := range p.Chapters {
			c.of[ch] = c.add(c.article(ch))
			c.of[ch].Within = part
		}
	}
}

func (c *composer) part(p *book.Part, number int) *Section {
	s := &Section{Matter: book.PartPage, Name: book.PlainText(p.Title), Title: p.Title, Lang: c.book.Language, TitleLang: c.book.Language, Listed: true, Part: p}
	return s.add(
		text(PartLabel, c.words.Format(locale.PartNumber, c.words.Number(number))),
		&Element{Role: Heading, Content: p.Title})
}

// written makes the section of what the author wrote for a piece of matter, under its own
// title or else the compiler's word; nil where the author wrote nothing.
func (c *composer) written(m book.Matter, name locale.Key) *Section {
	n := c.book.Page(m)
	if n == nil {
		return nil
	}
	s := c.headed(m, name)
	if c.entitle(s, n) {
		s.Title = n.Title
	} else {
		s.Elements[0].Lang = unless(c.book.Language, s.Lang)
	}
	s.Listed = true
	return s.add(&Element{Role: Body, Blocks: n.Blocks}, notes(n.Notes))
}

// display makes the section of a few lines that the author wrote for a page of their own,
// without a heading and in no list; nil where there are none.
func (c *composer) display(m book.Matter, name locale.Key) *Section {
	n := c.book.Page(m)
	if n == nil {
		return nil
	}
	s := c.section(m, name)
	c.entitle(s, n)
	s.Display = true
	return s.add(&Element{Role: Body, Blocks: n.Blocks}, notes(n.Notes))
}

// entitle gives a section the language and the title of what the author wrote, and reports
// whether there is a title.
func (c *composer) entitle(s *Section, n *book.Note) bool {
	if n.Lang != "" {
		s.Lang = n.Lang
	}
	title := book.PlainText(n.Title)
	if title == "" {
		return false
	}
	s.Name, s.TitleLang = title, s.Lang
	s.Elements = []*Element{{Role: Heading, Content: n.Title}}
	return true
}

func notes(list []*book.Note) *Element {
	if len(list) == 0 {
		return nil
	}
	return &Element{Role: Notes, Notes: list}
}
