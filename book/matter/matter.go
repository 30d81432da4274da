// Package matter composes a book: here it is said once, for all formats, what stands around
// the articles and at the ends of each article, in which words and in which order.
//
// In: a [book.Book] and the words of its language. Out: the sections of the book, each a
// list of elements with roles. There are no fonts here, no pages and no markup: an
// encoder dresses a role as its format does, and composes nothing itself.
//
//	Book, words --> []*Section --> layout, epub: a style or a tag for each role
//
// What differs between formats by nature is a reference, not a text: an [Element] with a
// [Target] is a link where there are links and has a number where there are pages.
//
// Invariant: each text of the model that a reader is to see is in some section, and no
// text is in an element twice.
//
// # Words of the trade
//
//	front matter   what stands before the articles; back matter follows them
//	half title     the first page of a printed book: the title alone
//	title page     title, authors and publisher
//	imprint        who published the book, where and when, with its rights and ISBN
//	colophon       a line on the faces and the compiler that the book was made with
//	epigraph       words of somebody else before the text; dedication: to whom it is given
//	part           some articles under a title of their own
//	opening        what heads an article, from kicker to lead figure
//	kicker         the line of a few words above a headline
//	standfirst     the paragraph between headline and text that says what is to come
//	byline         who wrote the article
//	dateline       where and when the article was published, and by whom
//	lead figure    the picture above the text
//	editor's note  words of the book's editors to an article
//	bio            a few lines about an author
//	credit         who made a picture, and where it is from
package matter

import "octavo/book"

// A Section is a piece of the book that begins on a page of its own.
type Section struct {
	// Matter says which piece of the book the section is; "" is an article.
	Matter book.Matter
	// Name is how lists of sections call the section, in plain words.
	Name string
	// Authors names those who wrote an article, in a row; "" where lists leave them out.
	Authors string
	// Title is what lists of sections show, with its styles; nil for a section that they
	// leave out. A title that stands above the text too is there as an element.
	Title []book.Inline
	Lang  string // of the text; never empty
	// TitleLang is the language of Title: the book's where Title is the compiler's word.
	TitleLang string
	// Listed says that the contents list the section. Display says that the section is
	// a few lines on a page of their own, such as a dedication.
	Listed, Display bool
	Within          *Section      // the part that an article is in; nil for none
	Chapter         *book.Chapter // nil but for an article
	Part            *book.Part    // nil but for the page of a part
	// Elements stand in reading order.
	Elements []*Element
}

// Entry is how navigation and bookmarks, whose entries have one line, call the section:
// its name, and the authors behind it.
func (s *Section) Entry() string {
	if s.Authors == "" {
		return s.Name
	}
	return s.Name + between + s.Authors
}

// An Element is words with a role, or blocks, or a group of other elements, its kids.
// Where an element has words and kids, the words stand first. The kids of a line are its
// pieces.
type Element struct {
	Role    Role
	Content []book.Inline
	// Lang is the language of the words and pieces, "" where it is the section's. Words
	// that the compiler adds are in the language of the book.
	Lang   string
	Blocks []book.Block
	Notes  []*book.Note
	Kids   []*Element
	To     *Target // where the element leads; nil for nowhere
	// Person, Figure and Entry say whom or what of the model the element is about.
	Person *book.Person
	Figure *book.Figure
	Entry  *book.IndexEntry
	// Apart says that an entry of the index begins with another letter than the one
	// before it.
	Apart bool
	// Day is what the words of a [Day] name.
	Day book.Date
}

// A Target is a place in the book: a section, or what is in it.
type Target struct {
	Section *Section
	Figure  *book.Figure
	Span    *book.Span
}

// A Role is what an element is to its reader.
type Role int

// The roles of blocks.
const (
	_ Role = iota
	// Heading is the title of a section, above its text.
	Heading
	CoverPicture // its words are the alternative text

	Series
	BookTitle
	BookSubtitle
	Makers // lines of the roles that people had in the book
	Maker
	House // who published the book: Logo and Publisher
	Logo
	Publisher

	Facts // lines of the imprint that belong together
	BookName
	Published // by whom, where and when
	Rights
	ISBN
	Description
	FirstPublished // the word above a list of Articles
	Articles       // a list of Article
	Article
	Colophon

	ContentsList
	FigureList
	Entry // of a ContentsList or FigureList, with the entries within it
	EntryAuthors

	PartLabel
	Opening // a group: what heads an article
	Kicker
	Standfirst
	Byline
	Dateline
	LeadFigure
	EditorsNote
	EditorsNoteLabel
	Body // blocks
	Notes
	Bios
	Bio

	Contributor
	ContributorName
	ContributorGroup   // a head above those of one role
	ContributorInGroup // the name of one below such a head
	ContributorBio
	Written // a list of WrittenArticle
	WrittenArticle

	CreditGroup // of an article
	CreditTitle
	CreditList
	Credit

	Index
	IndexEntry
)

// The roles of pieces of a line.
const (
	Words Role = iota + 100
	PersonName
	Day
	Source
	Address
	WorkTitle
	Caption
	CreditName
	CreditedIn // the article of a picture without a caption, where no CreditTitle is shown
	IndexTerm
	IndexPlace
)

// text returns an element of words that have no markup, nil for no words.
func text(role Role, words string) *Element {
	if words == "" {
		return nil
	}
	return &Element{Role: role, Content: plain(words)}
}

func plain(s string) []book.Inline { return []book.Inline{&book.Text{Value: s}} }

// add appends the kids that are not nil.
func (e *Element) add(kids ...*Element) *Element {
	for _, k := range kids {
		if k != nil {
			e.Kids = append(e.Kids, k)
		}
	}
	return e
}

// add appends the elements that are not nil. The section may be nil, and stays so.
func (s *Section) add(list ...*Element) *Section {
	if s == nil {
		return nil
	}
	for _, e := range list {
		if e != nil {
			s.Elements = append(s.Elements, e)
		}
	}
	return s
}

// group returns an element of the kids that are not nil, nil when there are none.
func group(role Role, kids ...*Element) *Element {
	e := (&Element{Role: role}).add(kids...)
	if len(e.Kids) == 0 {
		return nil
	}
	return e
}

// Inlines returns the words of a line with those of its pieces, in their languages, for a
// format that has no dress for pieces: names are strong, and titles of works emphasised.
func (e *Element) Inlines() []book.Inline {
	list := e.Content
	switch {
	case e.Role == PersonName:
		list = []book.Inline{&book.Styled{Style: book.Strong, Content: e.Words()}}
	case e.Role == WorkTitle, e.Role == CreditedIn:
		list = []book.Inline{&book.Styled{Style: book.Emphasis, Content: e.Words()}}
	}
	whole := append([]book.Inline(nil), list...)
	for _, k := range e.Kids {
		if k.Role >= Words { // kids that are no pieces have lines of their own
			whole = append(whole, k.Inlines()...)
		}
	}
	if e.Role == PersonName || e.Role == WorkTitle || e.Role == CreditedIn {
		return whole
	}
	return InLang(e.Lang, whole)
}

// Words returns the words of an element alone, with their language where it is another
// than the section's.
func (e *Element) Words() []book.Inline { return InLang(e.Lang, e.Content) }

// InLang returns words marked with their language; lang is "" where it is the language of
// the text around them.
func InLang(lang string, list []book.Inline) []book.Inline {
	if lang == "" || len(list) == 0 {
		return list
	}
	return []book.Inline{&book.Span{Lang: lang, Content: list}}
}

// Find returns the first element of the section with a role, nil for none.
func (s *Section) Find(role Role) *Element {
	for _, e := range s.Elements {
		if e.Role == role {
			return e
		}
	}
	return nil
}
