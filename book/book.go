package book

// A Book is a series of articles compiled into one volume. All paths in it are
// slash-separated and relative to the manuscript's folder.
type Book struct {
	Title      string // plain text, typographic quotes; required
	Subtitle   string
	Language   string // BCP 47 tag of the main text; required
	Identifier string // "urn:uuid:..." or "urn:isbn:..."; never empty once loaded
	Publisher  string
	Place      string // place of publication
	Rights     string
	// Description is the blurb for stores, in plain text.
	Description string
	Subjects    []Subject
	// Contributors are the people who made the book as a whole (editors,
	// translators, ...), in the order of the manifest.
	Contributors []*Person
	Series       *Series
	Date         Date // of this edition
	// Modified is the newest date in the manuscript, or SOURCE_DATE_EPOCH when the
	// caller gives one. No other time reaches a file as the time of its making.
	Modified Date
	// AsOf is the day by which chapters with a day of publication are in or left out, zero
	// when there are none. It reaches no edition.
	AsOf  Date
	Cover *Image // nil: the compiler makes one
	Logo  *Logo  // of the publisher; nil for none
	// Pages are the texts that the author wrote to stand around the articles, such as a
	// foreword, in the order in which they stand.
	Pages []*Page
	Parts []*Part
	// Anonymous leaves the names of authors out of the lists of contents: page,
	// navigation and bookmarks.
	Anonymous bool
	// ListOfFigures asks for a list of the figures after the contents.
	ListOfFigures bool
	// Math says that dollar signs enclose formulas in chapters that do not say
	// otherwise.
	Math bool
	// Words overrides words that the compiler adds, by the keys of package
	// locale.
	Words map[string]string
	// Hyphenate holds words with hyphens where they may be divided and nowhere
	// else, by the tag of their language. Only the PDF edition heeds them: a
	// reading system divides by patterns of its own, and soft hyphens in an EPUB
	// would keep words from being found and looked up.
	Hyphenate map[string][]string
	// Patterns are files of TeX with hyphenation patterns, by the tag of their language,
	// which stand in for those of the compiler in the PDF edition.
	Patterns map[string]string
	// Theme is the name of a built-in theme, or the folder of one of the
	// manuscript's own.
	Theme string
	// ThemeFiles is a theme of the manuscript's own; nil for a built-in one.
	ThemeFiles *ThemeFiles
	// Fonts are the fonts that the manuscript brings, in the order of the manifest.
	Fonts    []*Font
	Editions []Edition
	// Accessibility holds what the manifest states about an evaluation.
	Accessibility Accessibility
	// Rules sets the levels of rules and groups of package rule: "off",
	// "warning" or "error".
	Rules map[string]string
	// Allows are the remarks in the manifest that silence a rule.
	Allows []Allow
	// File is the manifest's path, for diagnostics.
	File string
}

// Chapters returns the chapters of all parts in reading order.
func (b *Book) Chapters() []*Chapter {
	var all []*Chapter
	for _, p := range b.Parts {
		all = append(all, p.Chapters...)
	}
	return all
}

// A Logo is the sign of the publisher. A logo stands beside the publisher's name, which says
// the same in words, so that its figure is a decoration.
type Logo struct {
	Figure  *Figure
	OnCover bool // the logo stands on a cover that is made, too
}

// NewLogo returns the logo of a file that is named at pos.
func NewLogo(src string, pos Pos) *Logo {
	return &Logo{Figure: &Figure{Image: &Image{Src: src, Pos: pos}, Decorative: true, Pos: pos}}
}

// A Subject is a topic of the book: a plain keyword or a code of a scheme.
type Subject struct {
	Scheme string // "", "BISAC" or "Thema"
	Text   string // keyword or code
}

// A Series is the set of books that this one belongs to.
type Series struct {
	Name   string
	Number string // position, such as "2" or "1.5"; may be empty
}

// Accessibility states an evaluation by somebody; the compiler never fills it.
type Accessibility struct {
	ConformsTo  string
	CertifiedBy string
	Credential  string
	Report      string // URL
	Summary     string // replaces the computed summary
}

// An Edition asks for one output file.
type Edition struct {
	Format  Format
	Trim    string // a trim size of package theme, "" for the theme's own
	Media   Media
	Ink     Ink     // of a PDF
	Profile Profile // of an EPUB
	// Standard is of a PDF; the zero value is UA1A2a.
	Standard Standard
	// NoBookmarks leaves the bookmarks out of a PDF.
	NoBookmarks bool
	// Identifier is the edition's own, given or derived; "" for the book's.
	Identifier string
	Pos        Pos
}

// A Format is what kind of file an edition is.
type Format string

// The formats.
const (
	EPUB Format = "epub"
	PDF  Format = "pdf"
)

// Formats are all formats, in the order in which a book without a list of editions
// is made in them.
func Formats() []Format { return []Format{EPUB, PDF} }

// A Media says what the pages of an edition are for. The zero value is for the screen, as
// Screen is, so that code has to compare with Print.
type Media string

// The media.
const (
	Screen Media = "screen"
	Print  Media = "print"
)

// An Ink says what the text and the rules of an edition are printed in. The zero value is
// black for print, where each grey and each colour of a text is a screen of dots, and in
// colours for the screen.
type Ink string

// The inks.
const (
	Black  Ink = "black" // what has a colour is grey; pictures keep theirs
	Colour Ink = "color" // those of the theme
)

// Inked returns the ink of an edition.
func (e Edition) Inked() Ink {
	switch {
	case e.Ink != "":
		return e.Ink
	case e.Media == Print:
		return Black
	}
	return Colour
}

// A Standard says which standards a PDF keeps.
type Standard string

// The standards.
const (
	UA1A2a Standard = "ua-1+a-2a" // PDF/UA-1 and PDF/A-2a, in PDF 1.7
	UA2    Standard = "ua-2"      // PDF/UA-2 and both levels of WTPDF 1.0, in PDF 2.0
)

// A Profile says which reading systems an EPUB is for. The zero value is all.
type Profile string

// Kindle is for Kindle's conversion alone.
const Kindle Profile = "kindle"

// ThemeFiles are what a theme of the manuscript's own is made of.
type ThemeFiles struct {
	Folder     string
	Theme, CSS []byte // nil when there is no such file
}

// A Font is a font file that the manuscript brings.
type Font struct {
	Path   string
	Family string
	Weight int // from 100 to 900; 400 is regular
	Italic bool
	Data   []byte // nil when it cannot be used, which has been reported
	Pos    Pos
}

// A Part is a run of chapters under a title. A book without parts has one Part
// with no title.
type Part struct {
	Title    []Inline
	ID       string // unique in the book, stable on re-issue; "" without title
	Chapters []*Chapter
	Pos      Pos
}

// A Chapter is one article.
type Chapter struct {
	File  string   // path of its Markdown file
	ID    string   // unique in the book, from the file name: "02-ports.md" gives "02-ports"
	Title []Inline // never empty once loaded
	// Anchor is an id by which links may name the beginning of the chapter, beside its
	// file: that of the heading which gave the title; "" for none.
	Anchor   string
	Short    string   // short title for running heads; "" when the title serves
	Subtitle []Inline // the standfirst
	Kicker   []Inline
	Date     Date // first published
	Updated  Date
	Source   Source
	Authors  []*Person
	// Contributors are those who had another part in the article, with their roles:
	// translators, photographers, ...
	Contributors []*Person
	// EditorsNote stands before the article, set apart; empty when none.
	EditorsNote []Block
	Image       *Figure // the lead figure; nil when none
	Lang        string  // BCP 47, never empty once loaded: the book's when the chapter has none
	Body        []Block
	// Math says that dollar signs enclose formulas in the file.
	Math bool
	// Notes are the footnotes in the order of their first call; a NoteRef
	// points at one of them.
	Notes []*Note
	// Allows are the remarks in the file that silence a rule.
	Allows []Allow
	// Draft leaves the chapter out of a book, and Publish until its day; see
	// [Book.AsOf]. Who builds may ask for all the same.
	Draft   bool
	Publish Date
	Held    Pos // of the key that says so
	// Unread says that the front matter could not be read: what it lacks may be in it.
	Unread bool
	// Aliases are the other names and addresses that front matter of another tool gives the
	// chapter, as written: links may lead to it by them.
	Aliases []string
	// Passed are the keys of other tools in the front matter that have no meaning here.
	Passed []PassedKey
	Pos    Pos // of the title
}

// A PassedKey is a key of front matter that is passed over.
type PassedKey struct {
	Key string
	Pos Pos
}

// A Source is where an article first appeared.
type Source struct {
	Name, URL string
	Pos       Pos
}

// A Person is an author or contributor.
type Person struct {
	Key    string // key in the manifest's people, "" when written in place
	Name   string // "" when only a bio is known
	FileAs string // sort form, "Brandvik, Ilse"; never empty when Name is set, once loaded
	Role   string // MARC relator code; "aut" for a chapter author without one
	Bio    []Inline
	Email  string
	URL    string
	// Affiliation is the house that the person works for, as it is printed.
	Affiliation string
	// ORCID is the person's number in the register of researchers, as an address:
	// "https://orcid.org/0000-0002-1825-0097"; "" when none is given.
	ORCID string
	// Portrait shows the person beside the bio; nil for none.
	Portrait *Figure
	Pos      Pos
}

// A Note is a footnote, or the text of a [Page].
type Note struct {
	Label  string // as written: "1", "tides"; "" for a page
	Number int    // 1-based in the chapter
	Title  []Inline
	Lang   string
	Blocks []Block
	Allows []Allow // of a page: the remarks in its text
	Notes  []*Note // of a page: its footnotes, as those of a Chapter
	Pos    Pos
}
