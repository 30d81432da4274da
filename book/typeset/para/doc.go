// Package para turns inlines into the lines of a paragraph.
//
// In: inlines of the model, each list in a [Look], and a [Context], where the paragraph
// stands. Out: strips for a flow, one for each line, with the items drawn in place.
//
//	inlines -> spans of text in one look -> atoms -> items -> linebreak -> lines -> strips
//	inline.go                               atom.go  items.go              line.go  draw.go
//
// A strip carries what its line calls, marks and lacks; nothing else is changed by
// setting a paragraph, so that who wants to know how many lines a text takes sets it and
// counts them. What an [Engine] remembers, fonts and shaped words, never changes what it
// returns.
//
// A paragraph is set as if it ran from left to right. One that runs from right to left is
// turned to the other side as a whole, and within a line that runs both ways the pieces
// are put in order when the ends of the line are known.
//
// The words of the trade, and ours:
//
//	atom        a piece of text that is broken at hyphens alone: a word, mostly
//	gap         what stands between two atoms: a space, nothing, a forced end
//	cut         a place within a word where a hyphen may be made
//	look        font, colour and meaning of a span
//	measure     how wide lines are
//	glue        a space that gives way; a line is filled by its glue
//	ink         the width of glyphs that may be drawn wider or narrower
//	tracking    room added after each glyph
//	hang        what of a mark at the edge stands in the margin, so that the edge looks straight
//	runt        a last line that is too short
//	initial     a large first letter, with shorter lines beside it
//	lead-in     first words of a chapter in small capitals
//	outdent     by how much a first line begins to the left of the others
//	portion     as much of a long paragraph as is broken at a time
//	torn        broken where no break is legal, since a line would run off the page
//	rigid       of a script whose letters must not be moved apart
//	artifact    text on a page that is no part of the book, such as a running head
//
// Invariant: text on a line comes from the model, byte for byte, but for what steers line
// breaks; hyphens that are made are marked as such.
package para
