package matter

import (
	"slices"
	"strings"

	"octavo/book"
	"octavo/book/base/address"
	"octavo/book/language/locale"
)

// titlePage says what book this is and who made it.
func (c *composer) titlePage() *Section {
	b := c.book
	return c.section(book.TitlePage, locale.TitlePage).add(
		text(Series, c.series()),
		text(BookTitle, b.Title),
		text(BookSubtitle, b.Subtitle),
		c.makers(),
		group(House, c.logo(), text(Publisher, b.Publisher)))
}

// logo is the publisher's logo, nil for none.
func (c *composer) logo() *Element {
	if c.book.Logo == nil {
		return nil
	}
	return &Element{Role: Logo, Figure: c.book.Logo.Figure}
}

func (c *composer) series() string {
	s := c.book.Series
	switch {
	case s == nil:
		return ""
	case s.Number == "":
		return s.Name
	}
	return c.words.Format(locale.SeriesNumber, s.Name, s.Number)
}

// makers has a line for each role that people had in the book as a whole, in the order
// of the manifest.
func (c *composer) makers() *Element {
	var lines []*Element
	for _, r := range c.roles(c.book.Contributors) {
		lines = append(lines, text(Maker, r))
	}
	return group(Makers, lines...)
}

// imprint says who published the book, when and by what right, where its articles
// first appeared, and what the edition is made with.
func (c *composer) imprint(s *Section) {
	b := c.book
	title := b.Title
	if b.Subtitle != "" {
		title += c.words.Word(locale.Colon) + b.Subtitle
	}
	isbn := ""
	if number, ok := strings.CutPrefix(b.Identifier, "urn:isbn:"); ok {
		isbn = c.words.Format(locale.ISBN, number)
	}
	s.add(
		c.logo(),
		group(Facts, text(BookName, title), text(Published, c.words.Items(b.Publisher, b.Place, c.words.Date(b.Date)))),
		group(Facts, text(Rights, b.Rights)),
		group(Facts, text(ISBN, isbn)),
		group(Facts, text(Description, b.Description)),
		c.firstPublished(),
		c.colophon())
}

// colophon names the faces, each once, and the tool.
func (c *composer) colophon() *Element {
	var set, made string
	var faces []string
	for _, name := range c.opt.Faces {
		if name != "" && !slices.Contains(faces, name) {
			faces = append(faces, name)
		}
	}
	if len(faces) > 0 {
		set = c.words.Format(locale.SetIn, c.words.Join(faces))
	}
	if c.opt.Generator != "" {
		made = c.words.Format(locale.MadeWith, c.opt.Generator)
	}
	return group(Facts, text(Colophon, set), text(Colophon, made))
}

// firstPublished lists where and when the articles first appeared.
func (c *composer) firstPublished() *Element {
	list := &Element{Role: Articles}
	for _, ch := range c.book.Chapters() {
		source := source(ch.Source)
		if source == nil && ch.Date.IsZero() {
			continue
		}
		e := (&Element{Role: Article}).add(c.reference(WorkTitle, ch))
		if source != nil {
			e.add(text(Words, c.words.Word(locale.Comma)), source)
		}
		if !ch.Date.IsZero() {
			e.add(text(Words, c.words.Word(locale.Comma)), c.day(ch.Date))
		}
		list.add(e)
	}
	if len(list.Kids) == 0 {
		return nil
	}
	return group(Facts, text(FirstPublished, c.words.Word(locale.FirstPublished)), list)
}

// reference is the title of an article, in its language, as a link to it.
func (c *composer) reference(role Role, ch *book.Chapter) *Element {
	return &Element{Role: role, Content: book.Label(ch.Title), Lang: c.foreign(ch.Lang), To: &Target{Section: c.of[ch]}}
}

// source names where an article first appeared: by its address where it has no name;
// nil when nothing is known.
func source(s book.Source) *Element {
	name := s.Name
	if name == "" {
		name = s.URL
	}
	if name == "" {
		return nil
	}
	return &Element{Role: Source, Content: linked(s.URL, name)}
}

// linked returns words that lead to an address, or the words alone when a link may not
// lead there.
func linked(url, words string) []book.Inline {
	if address.Href(url) == "" {
		return plain(words)
	}
	return []book.Inline{&book.Link{URL: url, Content: plain(words)}}
}

func (c *composer) day(d book.Date) *Element {
	return &Element{Role: Day, Content: plain(c.words.Date(d)), Day: d}
}
