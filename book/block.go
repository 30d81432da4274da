package book

// A Block is one of [*Paragraph], [*Heading], [*Figure], [*List], [*Quote],
// [*CodeBlock], [*Table], [*DefinitionList], [*Break], [*NewPage], [*Division],
// [*Formula].
type Block interface {
	block()
	// Position is where the block begins in its file.
	Position() Pos
}

// A Paragraph is running text.
type Paragraph struct {
	Content []Inline
	Pos     Pos
}

// A Heading opens a section of the chapter.
type Heading struct {
	// Level is the rank below the chapter's title: 2 for "##", up to 6. Once
	// loaded, ranks have no gaps: the first is 2 and none is more than one
	// deeper than the one before.
	Level   int
	ID      string // unique in the chapter; from its text, or {#id}
	Content []Inline
	Pos     Pos
}

// A Figure is an image that stands alone, with its caption and credit.
type Figure struct {
	Image      *Image
	Caption    []Inline
	Credit     []Inline
	ID         string // unique in the chapter; "" when it has none
	Decorative bool   // needs no alternative text
	// Width is the share of the text width in 1/1000; 0 when not given.
	Width int
	// Details leads to the heading or figure of the same chapter whose text
	// describes the picture at length. The link shows no words, and a link that leads
	// elsewhere is left out. nil when there is none.
	Details *Link
	// Link is where a picture that is itself a link leads; nil when it is none.
	Link *Link
	// StandIn is what stands in the place of the picture when its file is not there; nil
	// else, and before [StandIns].
	StandIn *StandIn
	// Placement is how much of the page the figure may take.
	Placement Placement
	Sort      Sort
	Pos       Pos
}

// A Sort says what a picture is, which the label of its credit names.
type Sort int

// The sorts, by their classes in Markdown.
const (
	Unsorted    Sort = iota
	PhotoSort        // class "photo"
	DrawingSort      // class "drawing"
	MapSort          // class "map"
	ChartSort        // class "chart"
)

// A Placement is how a figure stands to the measure of the text.
type Placement int

// The placements.
const (
	InMeasure Placement = iota
	Wide                // into the outer margins, class "wide"
	FullPage            // a page of its own, class "page"
)

// An Image is a use of a picture file.
type Image struct {
	Src string // as written: a path relative to the manuscript's folder
	Alt string
	// Source is the address on the web where the file is to be had; "" when none is given.
	Source string
	// Picture is the file itself, shared by all its uses; nil when it could
	// not be read, which is reported.
	Picture *Picture
	Pos     Pos
}

// A Picture is an image file of the manuscript.
type Picture struct {
	Path   string // relative to the manuscript's folder, cleaned
	Format string // "png", "jpeg", "gif", "webp", "tiff", "bmp" or "svg", from its content
	// Width and Height are in pixels, or CSS pixels for SVG, as displayed
	// (after EXIF orientation).
	Width, Height int
	Data          []byte
	// Mended says what was wrong with the file of which Data was made, with all of its
	// pixels; "" when Data is the file.
	Mended string
	// Sound returns nil when every reader shows the file alike, so that an edition may
	// hold the file as it is, and else says why not. The first call reads the file, and later
	// calls return the same. A picture that was made and not read has no such function.
	Sound func() error
}

// A List is an ordered or bulleted list.
type List struct {
	Ordered bool
	Start   int  // number of the first item when ordered
	Tight   bool // no space between items
	// Numbering and Delimiter are how an ordered list counts, and what stands around
	// its numbers.
	Numbering Numbering
	Delimiter Delimiter
	Items     []*ListItem
	Pos       Pos
}

// A Numbering is how the items of an ordered list are counted.
type Numbering int

// The numberings.
const (
	Decimal    Numbering = iota // 1, 2, 3
	LowerAlpha                  // a, b, c
	UpperAlpha                  // A, B, C
	LowerRoman                  // i, ii, iii
	UpperRoman                  // I, II, III
)

// A Delimiter is what stands around the number of an item.
type Delimiter int

// The delimiters.
const (
	Period      Delimiter = iota // 1.
	Parenthesis                  // 1)
	Parentheses                  // (1)
)

// A ListItem is one entry of a List.
type ListItem struct {
	Task   Task
	Blocks []Block
	Pos    Pos
}

// A Task is the state of a task-list item.
type Task int

// The states of a list item.
const (
	NoTask Task = iota
	Open
	Done
)

// A Quote is a block quotation.
type Quote struct {
	Blocks []Block
	Pos    Pos
}

// A CodeBlock is preformatted text, without a final newline.
type CodeBlock struct {
	Lang    string // language word of the fence; may be empty
	Text    string
	Caption []Inline // title of the listing; usually none
	Start   int      // number of the first line; 0 when lines have no numbers
	Pos     Pos
}

// A Table has any number of head rows and body rows, all with len(Align) cells.
type Table struct {
	Caption []Inline
	Align   []Align
	Head    [][]Cell // none when the table has no head; more than one from raw HTML
	Rows    [][]Cell
	// Width is the width of the table in thousandths of the text, 0 for that of what it holds;
	// Columns those of its columns in thousandths of the table, 0 for what they need, and
	// nil for none. Pages of no size, as of an EPUB, have their own.
	Width   int
	Columns []int
	ID      string // unique in the chapter; "" when it has none
	Pos     Pos
}

// An Align is the alignment of a table column.
type Align int

// The alignments.
const (
	AlignNone Align = iota
	AlignLeft
	AlignCenter
	AlignRight
)

// A Cell is one cell of a Table.
type Cell struct {
	Content []Inline
	// Cols and Rows are how many columns and rows the cell covers with its own;
	// 0 stands for 1. No cell covers rows of both the head and the body.
	Cols, Rows int
	// Covered says that another cell covers this one, which is empty.
	Covered bool
	// Header says that a cell of the body is the head of its row.
	Header bool
	Pos    Pos
}

// A DefinitionList explains terms.
type DefinitionList struct {
	Items []*Definition
	Pos   Pos
}

// A Definition is one or more terms with one or more explanations.
type Definition struct {
	Terms   [][]Inline
	Details [][]Block
}

// A Break is a thematic break.
type Break struct{ Pos Pos }

// A NewPage begins a page, where an edition has pages of its own.
type NewPage struct{ Pos Pos }

// A Division is a run of blocks that belong together: an admonition, a block of a class,
// a run in another language, or a container that came from raw HTML.
type Division struct {
	Class  Class
	Kind   Kind     // of an Admonition
	Title  []Inline // heading line of the block; usually none
	ID     string   // a place that links can name; "" when it has none
	Lang   string   // "" when it is that of the surrounding text
	Dir    Direction
	Blocks []Block
	Pos    Pos
}

// A Class is what a [Division] is to its reader.
type Class int

// The classes. An author writes their names in lower case: "::: pullquote".
const (
	Plain      Class = iota // no class, or none that is known
	Admonition              // an aside whose kind or title stands above it
	Box                     // a box beside the text, with or without a title
	PullQuote               // words of the text once more, as an eye-catcher
	Verse                   // paragraphs are stanzas; lines end in a LineBreak and may begin with no-break spaces
	Letter                  // a letter or document that is quoted whole
	Signature               // who wrote what stands before
	Epigraph                // a motto; a paragraph of class Signature within it is its source
	Interview               // paragraphs that begin with a strong run, the speaker
	Pair                    // two figures side by side
	Gallery                 // figures in rows
	Timeline                // a list, or definitions, whose heads are dates
)

// A Kind is that of a [Division] of class [Admonition].
type Kind int

// The kinds of admonitions, after GitHub, Obsidian, MkDocs, Quarto and AsciiDoc.
const (
	KindNote Kind = iota
	KindTip
	KindImportant
	KindWarning
	KindCaution
	KindExample
	KindQuestion
	KindAbstract
)

// A Direction is that in which a run of text is written.
type Direction int

// The directions.
const (
	DirInherit Direction = iota // that of the surrounding text
	DirLTR
	DirRTL
	DirAuto // that of its first strong character
)

// A Formula is a formula that stands alone.
type Formula struct {
	Math *Math
	Pos  Pos
}

func (*Paragraph) block()      {}
func (*Heading) block()        {}
func (*Figure) block()         {}
func (*List) block()           {}
func (*Quote) block()          {}
func (*CodeBlock) block()      {}
func (*Table) block()          {}
func (*DefinitionList) block() {}
func (*Break) block()          {}
func (*NewPage) block()        {}
func (*Division) block()       {}
func (*Formula) block()        {}

// Position implements [Block].
func (b *Paragraph) Position() Pos { return b.Pos }

// Position implements [Block].
func (b *Heading) Position() Pos { return b.Pos }

// Position implements [Block].
func (b *Figure) Position() Pos { return b.Pos }

// Position implements [Block].
func (b *List) Position() Pos { return b.Pos }

// Position implements [Block].
func (b *Quote) Position() Pos { return b.Pos }

// Position implements [Block].
func (b *CodeBlock) Position() Pos { return b.Pos }

// Position implements [Block].
func (b *Table) Position() Pos { return b.Pos }

// Position implements [Block].
func (b *DefinitionList) Position() Pos { return b.Pos }

// Position implements [Block].
func (b *Break) Position() Pos { return b.Pos }

// Position implements [Block].
func (b *NewPage) Position() Pos { return b.Pos }

// Position implements [Block].
func (b *Division) Position() Pos { return b.Pos }

// Position implements [Block].
func (b *Formula) Position() Pos { return b.Pos }
