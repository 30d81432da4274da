package book

import "slices"

// A Matter names a piece of a book that is no article: what stands before the
// articles, between them and after them. The zero value is an article.
type Matter string

// The matter of a book, in the order in which it stands (Chicago Manual of Style,
// 18th edition, 1.4).
const (
	CoverPage            Matter = "cover"
	HalfTitlePage        Matter = "half-title"
	TitlePage            Matter = "title-page"
	ImprintPage          Matter = "imprint"
	DedicationPage       Matter = "dedication"
	EpigraphPage         Matter = "epigraph"
	ContentsPage         Matter = "contents"
	FiguresPage          Matter = "list-of-figures"
	ForewordPage         Matter = "foreword"
	EditorsNotePage      Matter = "editors-note"
	PartPage             Matter = "part"
	AfterwordPage        Matter = "afterword"
	AcknowledgementsPage Matter = "acknowledgements"
	ContributorsPage     Matter = "contributors"
	CreditsPage          Matter = "credits"
	IndexPage            Matter = "index"
)

// order is all matter in the order of the constants.
var order = []Matter{
	CoverPage, HalfTitlePage, TitlePage, ImprintPage, DedicationPage, EpigraphPage, ContentsPage, FiguresPage, ForewordPage,
	EditorsNotePage, PartPage, AfterwordPage, AcknowledgementsPage, ContributorsPage, CreditsPage, IndexPage,
}

// Order returns where in a book m stands, the greater the later.
func (m Matter) Order() int { return slices.Index(order, m) }

// A Page is a piece of a book that its author wrote to stand around the articles.
type Page struct {
	Matter Matter
	*Note
}

// Page returns the text that the author wrote for a piece of matter, nil for none.
func (b *Book) Page(m Matter) *Note {
	for _, p := range b.Pages {
		if p.Matter == m {
			return p.Note
		}
	}
	return nil
}

// A Pagination is what a paged edition tells of its pages, for the page list of an edition
// that has no pages of its own.
type Pagination struct {
	Labels []string // of all pages: "iv", "12"
	// Breaks say where the pages begin, in no order; a page without a place in the
	// manuscript, such as a blank one, has none.
	Breaks []PageBreak
}

// A PageBreak says where in the manuscript a page begins.
type PageBreak struct {
	Page  int    // index of the page
	Label string // the page's label
	// Chapter is the chapter that the page belongs to; nil outside chapters.
	Chapter *Chapter
	// Block is the block in which, or before which, the page begins; nil for
	// the chapter's opening page, and for a page that begins in text outside of the
	// blocks, such as an author's bio: Text then says where.
	Block Block
	// Text and Offset are the place within Block: the page begins Offset bytes
	// into Text's Value. Text is nil when the page begins with Block, or
	// within what is not made of Text: Offset counts in Inline then, or in the
	// text of a Block that is code.
	Text   *Text
	Offset int
	// Inline is the *Code, *InlineImage or *Math that the page begins in, nil when it
	// begins in Text. In the index it is the *Span that is the first of an entry, and
	// Offset the depth of that.
	Inline Inline
	// Person is whom the page begins to tell about, or goes on to; nil elsewhere.
	Person *Person
	// Matter names the section that the page belongs to when Chapter is nil.
	Matter Matter
	// Part is the part that the page opens; nil elsewhere.
	Part *Part
}

// Position returns where in the manuscript the page begins, the zero place where that is
// not known.
func (b *PageBreak) Position() Pos {
	switch {
	case b.Text != nil && b.Text.Pos.File != "":
		return b.Text.Pos
	case b.Block != nil:
		return b.Block.Position()
	case b.Chapter != nil:
		return b.Chapter.Pos
	}
	return Pos{}
}
