// Package markdown reads chapters: Markdown files with YAML front matter.
//
// In: the bytes of a file. Out: a [book.Chapter] and diagnostics. [Format] goes
// the other way: [Parse] of what it writes gives the same chapter again.
//
// The text is parsed once by goldmark, with wrappers that bound what its parsers
// may cost (guard.go), and its tree is turned once into the closed model of
// package book. Quotation marks, dashes, web addresses in running text,
// footnotes, heading ids and attributes in braces are ours: they depend on the
// language, on places in the source, or on what stands around them.
//
//	file --source--> text, lines --frontmatter--> keys --+
//	                     |                               +--> book.Chapter
//	                     +--engine (goldmark)--> tree --blocks, inlines--+
//
// Invariant: any bytes give a chapter or an error, never a panic, in time
// proportional to their number.
//
// Invariant: every block, and every inline that has a place, names the line and
// column of the file, front matter counted.
//
// Invariant: no text holds a character that XML forbids, two spaces in a row, or
// a space at an end of its block; neighbouring texts are one.
package markdown

// Bounds on a chapter. What is over is an error with its place.
const (
	// MaxBytes is the largest chapter file.
	MaxBytes = 16 << 20
	// MaxDepth is the deepest nesting of quotes, lists and elements.
	MaxDepth = 200
	// maxLines keeps a file of nothing but line ends from filling the memory.
	maxLines = 1_000_000
	// maxSteps bounds how often an open container is continued with a line.
	maxSteps = 2_000_000
	// maxInlines bounds the marks of a chapter: emphases, links, code spans.
	maxInlines = 2_000_000
	// maxDelimiters bounds the emphasis marks of one paragraph: matching them is
	// quadratic.
	maxDelimiters = 2_000
	// maxBrackets bounds the opening brackets of one paragraph.
	maxBrackets = 50_000
	// maxAddress is the longest address of a link in running text, in bytes.
	maxAddress = 4_096
	// maxLinkWork bounds the bytes of a chapter that are read as addresses and
	// titles and turn out to be none: from each "](" a link is searched for its end.
	maxLinkWork = 16 << 20
	// maxBraceWork bounds the bytes of a chapter that are read as attributes and
	// turn out to be none.
	maxBraceWork = 16 << 20
	// maxCells bounds the table cells of a chapter: short rows are filled up.
	maxCells = 500_000
	// maxAllows bounds the remarks of a chapter that silence a rule.
	maxAllows = 1_000
	// maxFaults bounds the faults that are found while the tree is made.
	maxFaults = 1_000
	// maxReferenceWork bounds, over a chapter, the sum of reference definitions
	// times lines of their paragraph.
	maxReferenceWork = 100_000_000
)
