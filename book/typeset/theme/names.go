package theme

// A StyleName names a style, as in theme.yaml.
type StyleName string

// The styles that every theme has, sorted.
const (
	Bio              StyleName = "bio"
	BookEditors      StyleName = "book-editors"
	BookPublisher    StyleName = "book-publisher"
	BookSeries       StyleName = "book-series"
	BookSubtitle     StyleName = "book-subtitle"
	BookTitle        StyleName = "book-title"
	Break            StyleName = "break"
	Byline           StyleName = "byline"
	Caption          StyleName = "caption"
	Code             StyleName = "code"
	Contributor      StyleName = "contributor"
	Credit           StyleName = "credit"
	Dateline         StyleName = "dateline"
	Definition       StyleName = "definition"
	Display          StyleName = "display"
	EditorsNote      StyleName = "editors-note"
	EditorsNoteLabel StyleName = "editors-note-label"
	Figure           StyleName = "figure"
	Folio            StyleName = "folio"
	Footnote         StyleName = "footnote"
	Heading2         StyleName = "heading-2"
	Heading3         StyleName = "heading-3"
	Heading4         StyleName = "heading-4"
	Heading5         StyleName = "heading-5"
	Heading6         StyleName = "heading-6"
	Imprint          StyleName = "imprint"
	Kicker           StyleName = "kicker"
	List             StyleName = "list"
	MatterTitle      StyleName = "matter-title"
	Paragraph        StyleName = "paragraph"
	PartLabel        StyleName = "part-label"
	PartTitle        StyleName = "part-title"
	Quote            StyleName = "quote"
	RunningHead      StyleName = "running-head"
	Standfirst       StyleName = "standfirst"
	Table            StyleName = "table"
	TableHead        StyleName = "table-head"
	Term             StyleName = "term"
	Title            StyleName = "title"
	TOCAuthor        StyleName = "toc-author"
	TOCFolio         StyleName = "toc-folio"
	TOCPart          StyleName = "toc-part"
	TOCTitle         StyleName = "toc-title"
)

// StyleNames are all of them, sorted.
var StyleNames = []StyleName{
	Bio, BookEditors, BookPublisher, BookSeries, BookSubtitle, BookTitle, Break, Byline,
	Caption, Code, Contributor, Credit, Dateline, Definition, Display, EditorsNote, EditorsNoteLabel,
	Figure, Folio, Footnote, Heading2, Heading3, Heading4, Heading5, Heading6, Imprint,
	Kicker, List, MatterTitle, Paragraph, PartLabel, PartTitle, Quote, RunningHead,
	Standfirst, Table, TableHead, Term, Title, TOCAuthor, TOCFolio, TOCPart, TOCTitle,
}

// headings are the styles of headings by their levels.
var headings = [...]StyleName{2: Heading2, Heading3, Heading4, Heading5, Heading6}

// HeadingOf returns the style of a heading of a level from 2 to 6.
func HeadingOf(level int) StyleName { return headings[level] }
