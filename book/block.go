package book

// A Block is one of [*Paragraph], [*Heading], [*Figure], [*List], [*Quote],
// [*CodeBlock], [*Table], [*DefinitionList], [*Break], [*Division], [*Formula].
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
	Pos     Pos
}

// An Image is a use of a picture file.
type Image struct {
	Src string // as written: a path relative to the manuscript's folder
	Alt string
	// Picture is the file itself, shared by all its uses; nil when it could
	// not be read, which is reported as an error.
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
	Items   []*ListItem
	Pos     Pos
}

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
	Lang string // language word of the fence; may be empty
	Text string
	Pos  Pos
}

// A Table has any number of head rows and body rows, all with len(Align) cells.
type Table struct {
	Caption []Inline
	Align   []Align
	Head    [][]Cell // none when the table has no head; more than one from raw HTML
	Rows    [][]Cell
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

// A Division is a run of blocks in another language, or a container that came
// from raw HTML.
type Division struct {
	Lang   string // "" when it is that of the surrounding text
	Blocks []Block
	Pos    Pos
}

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
func (b *Division) Position() Pos { return b.Pos }

// Position implements [Block].
func (b *Formula) Position() Pos { return b.Pos }
