package book

// An Inline is one of [*Text], [*Styled], [*Code], [*Link], [*InlineImage],
// [*NoteRef], [*LineBreak], [*Span], [*Ruby], [*Math].
type Inline interface{ inline() }

// Text is characters, with typographic quotes and dashes already in place. A
// line end of the source is one space (or nothing between Han characters). Text
// may hold soft hyphens (U+00AD) and no-break spaces.
type Text struct {
	Value string
	Pos   Pos
}

// A Style is what a [Styled] run means.
type Style int

// The styles.
const (
	Emphasis Style = iota
	Strong
	Strike
	Superscript
	Subscript
	SmallCaps
	Underline // <u>, with no meaning but that of its line
	Highlight // <mark>
	Keyboard  // <kbd>
	Small     // <small>
	Cite      // title of a work, <cite>
	Inserted  // <ins>, text that an editor added
	Defining  // <dfn>, a term where it is explained
)

// Styled is text under a style.
type Styled struct {
	Style   Style
	Content []Inline
}

// Code is literal text within a line.
type Code struct {
	Value string
	Pos   Pos
}

// A Link leads to a place in the book or on the web.
type Link struct {
	// URL is the address as written: "https://...", "mailto:...",
	// "02-ports.md#tides" or "#tides". It is "" for a link that leads nowhere: its words
	// stay.
	URL     string
	Title   string
	Content []Inline
	// External keeps on the web a link whose address is that where a chapter was first
	// published.
	External bool
	// Wiki says that the link names a note as a wiki does: where the book has no such
	// chapter its words stay, as they do there for a note that is still to be written.
	Wiki bool
	// Chapter is the chapter that the link leads to, nil for a link that leads out
	// of the book.
	Chapter *Chapter
	// Anchor is the id within Chapter, "" for its beginning.
	Anchor string
	Pos    Pos
}

// An InlineImage is a picture within a line.
type InlineImage struct {
	Image *Image
	// Width is what the picture asks for where it turns out to stand alone, as in
	// [Figure]; within a line it means nothing.
	Width int
}

// A NoteRef calls a footnote.
type NoteRef struct {
	Note *Note
	// Call is 1 for the first call of the note, 2 for the next, ...
	Call int
	Pos  Pos
}

// A LineBreak is a forced line end.
type LineBreak struct{}

// A Span is text in another language or of another direction, an abbreviation with its
// expansion, a place that links can name, or a place that the index lists.
type Span struct {
	// ID is unique in the chapter; "" for text that is no place. A place may have no
	// Content, and stands before what follows it then.
	ID   string
	Lang string // BCP 47; "" when it is that of the surrounding text
	// Dir is the direction of the text. A text that has one stands in its line as if it
	// were one character, an isolate.
	Dir Direction
	// Override says that each letter runs in Dir, whatever its own direction.
	Override bool
	Title    string // expansion of an abbreviation; usually ""
	// Time is the day or time that the text names, in the form of HTML; usually "".
	Time    string
	Content []Inline
	// Indexed says that the index lists the place, under Entry, or under the text
	// itself when Entry is "". "tides!spring" is the entry spring within tides.
	Indexed bool
	Entry   string
}

// A Ruby is text with its reading, which stands in small letters over it. A word whose
// characters are read one by one is several in a row.
type Ruby struct {
	Content []Inline // the base
	Text    string   // the reading, never empty
}

// Math is a formula.
type Math struct {
	// TeX is its source, in the notation of package math, without faults once
	// loaded.
	TeX string
	// Text is the formula as a line of text, "a² + b² = c²": for places that
	// show no formula, and for readers who cannot see it. Text is never empty.
	Text string
	Pos  Pos
}

func (*Text) inline()        {}
func (*Styled) inline()      {}
func (*Code) inline()        {}
func (*Link) inline()        {}
func (*InlineImage) inline() {}
func (*NoteRef) inline()     {}
func (*LineBreak) inline()   {}
func (*Span) inline()        {}
func (*Ruby) inline()        {}
func (*Math) inline()        {}
