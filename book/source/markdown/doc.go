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

// Bounds on a chapter. What is over a bound is an error with its place. The bounds are
// generous where no other reason is given: an article has 10 to 100 kB, a few hundred
// links and emphases, and nests four deep. A lower bound would refuse odd texts that are
// right; a higher one would let a hostile chapter take longer or more memory
// (BenchmarkHostile has such chapters).
const (
	// MaxBytes is the largest chapter file.
	MaxBytes = 16 << 20
	// MaxDepth is the deepest nesting of quotes, lists and elements. Most of what
	// walks a chapter calls itself for each level.
	MaxDepth = 200
	// maxLines keeps a file of nothing but line ends from filling the memory.
	maxLines = 1_000_000
	// maxSteps bounds how often an open container is continued with a line: each
	// line is offered to all containers that are open, up to MaxDepth of them.
	maxSteps = 2_000_000
	// maxInlines bounds the marks of a chapter: emphases, links, code spans.
	maxInlines = 2_000_000
	// maxDelimiters bounds the emphasis marks of one paragraph: matching them is
	// quadratic.
	maxDelimiters = 2_000
	// maxBrackets bounds the opening brackets of one paragraph. Each is remembered
	// until a bracket closes it, or the paragraph ends.
	maxBrackets = 50_000
	// maxAddress is how far an address in running text is followed, in bytes. It is
	// more than package rawhtml lets a link have, so that an address which is too
	// long is told, and no half of it becomes a link.
	maxAddress = 4_096
	// maxLinkWork bounds the bytes of a chapter that are read as addresses and
	// titles and turn out to be none: from each "](" a link is searched for its end.
	maxLinkWork = 16 << 20
	// maxBraceWork bounds the bytes of a chapter that are read as attributes and
	// turn out to be none.
	maxBraceWork = 16 << 20
	// maxLookWork bounds the bytes of a chapter that are read in search of the second item
	// of a list that one item alone does not make.
	maxLookWork = 16 << 20
	// maxCells bounds the table cells of a chapter: short rows are filled up.
	maxCells = 500_000
	// maxAllows bounds the remarks of a chapter that silence a rule: a warning is
	// compared with each remark on its rule.
	maxAllows = 1_000
	// maxFaults bounds the faults that are found while the tree is made; nobody
	// reads a thousand.
	maxFaults = 1_000
	// maxReferenceWork bounds, over a chapter, the sum of reference definitions
	// times lines of their paragraph: 10,000 definitions in one paragraph are
	// allowed, and more in several.
	maxReferenceWork = 100_000_000
)
