package theme

import "octavo/book/markup/yaml"

// A StyleName names a style, as in theme.yaml.
type StyleName string

// The styles that every theme has, sorted.
const (
	Admonition       StyleName = "admonition"
	Bio              StyleName = "bio"
	BlockLabel       StyleName = "block-label"
	BlockTitle       StyleName = "block-title"
	BookEditors      StyleName = "book-editors"
	BookPublisher    StyleName = "book-publisher"
	BookSeries       StyleName = "book-series"
	BookSubtitle     StyleName = "book-subtitle"
	BookTitle        StyleName = "book-title"
	Box              StyleName = "box"
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
	Epigraph         StyleName = "epigraph"
	Figure           StyleName = "figure"
	Folio            StyleName = "folio"
	Footnote         StyleName = "footnote"
	Heading2         StyleName = "heading-2"
	Heading3         StyleName = "heading-3"
	Heading4         StyleName = "heading-4"
	Heading5         StyleName = "heading-5"
	Heading6         StyleName = "heading-6"
	Imprint          StyleName = "imprint"
	Interview        StyleName = "interview"
	Kicker           StyleName = "kicker"
	Letter           StyleName = "letter"
	List             StyleName = "list"
	MatterTitle      StyleName = "matter-title"
	Paragraph        StyleName = "paragraph"
	PartLabel        StyleName = "part-label"
	PartTitle        StyleName = "part-title"
	PullQuote        StyleName = "pull-quote"
	Quote            StyleName = "quote"
	RunningHead      StyleName = "running-head"
	Signature        StyleName = "signature"
	Standfirst       StyleName = "standfirst"
	Table            StyleName = "table"
	TableHead        StyleName = "table-head"
	Term             StyleName = "term"
	Timeline         StyleName = "timeline"
	Title            StyleName = "title"
	TOCAuthor        StyleName = "toc-author"
	TOCFolio         StyleName = "toc-folio"
	TOCPart          StyleName = "toc-part"
	TOCTitle         StyleName = "toc-title"
	Verse            StyleName = "verse"
)

// styleDocs say what each style is for, sorted.
var styleDocs = []struct {
	name StyleName
	doc  string
}{
	{Admonition, "notes, tips and warnings beside the text"},
	{Bio, "the lines about the authors at the end of an article"},
	{BlockLabel, "the kind of a note or a warning, above it"},
	{BlockTitle, "the title of a box, or of another block"},
	{BookEditors, "who made the book, on the title page"},
	{BookPublisher, "the publisher, on the title page"},
	{BookSeries, "the series, on the title page"},
	{BookSubtitle, "the subtitle of the book, on the title page"},
	{BookTitle, "the title of the book, on the title page"},
	{Box, "boxes beside the text"},
	{Break, "the ornament of a thematic break"},
	{Byline, "the authors above an article"},
	{Caption, "what is said below a figure"},
	{Code, "blocks of code"},
	{Contributor, "the names in the list of contributors"},
	{Credit, "whom a figure is from"},
	{Dateline, "when and where an article first appeared"},
	{Definition, "what a term means"},
	{Display, "a dedication or an epigraph, on a page of its own"},
	{EditorsNote, "a note before an article"},
	{EditorsNoteLabel, "the words above such a note"},
	{Epigraph, "a motto within an article"},
	{Figure, "the room around figures"},
	{Folio, "the numbers of pages"},
	{Footnote, "notes at the foot of a page"},
	{Heading2, "headings of the first rank within an article"},
	{Heading3, "headings of the second rank"},
	{Heading4, "headings of the third rank"},
	{Heading5, "headings of the fourth rank"},
	{Heading6, "headings of the fifth rank"},
	{Imprint, "the lines of the imprint"},
	{Interview, "questions and answers, of which left is how far a speaker hangs"},
	{Kicker, "the words above the title of an article"},
	{Letter, "letters and documents that are quoted whole"},
	{List, "lists, numbered or not"},
	{MatterTitle, "the titles of what stands around the articles"},
	{Paragraph, "the text, whose size is the em of the theme"},
	{PartLabel, "the number of a part, on its page"},
	{PartTitle, "the title of a part, on its page"},
	{PullQuote, "words of the text once more, as an eye-catcher"},
	{Quote, "quotations set apart"},
	{RunningHead, "the lines above the text of a page"},
	{Signature, "who wrote what stands before"},
	{Standfirst, "the subtitle of an article"},
	{Table, "the cells of tables"},
	{TableHead, "the heads of tables"},
	{Term, "a term that is defined"},
	{Timeline, "what happened on the dates of a timeline"},
	{Title, "the title of an article"},
	{TOCAuthor, "the authors in the contents"},
	{TOCFolio, "the numbers of pages in the contents"},
	{TOCPart, "the parts in the contents"},
	{TOCTitle, "the articles in the contents"},
	{Verse, "poems; center on paper centres a poem as a whole, by its longest line"},
}

// StyleNames are the names of all styles, sorted.
var StyleNames = func() (list []StyleName) {
	for _, s := range styleDocs {
		list = append(list, s.name)
	}
	return list
}()

// styles are the keys of theme.yaml that stand below styles, one for each style.
var styles = func() (list yaml.Object[draft]) {
	shape := styleKeys.Shape()
	shape.Def = "style"
	for _, s := range styleDocs {
		list = append(list, yaml.NewField(string(s.name), s.doc, shape, func(d *draft, v yaml.Value) { d.style(s.name, v) }))
	}
	return list
}()

// headings are the styles of headings by their levels.
var headings = [...]StyleName{2: Heading2, Heading3, Heading4, Heading5, Heading6}

// HeadingOf returns the style of a heading of a level from 2 to 6.
func HeadingOf(level int) StyleName { return headings[level] }
