// Package svg reads untrusted SVG files.
//
// In: the bytes of a file. Out: a [drawing.Drawing] of what it shows, or a
// clean SVG file for the EPUB edition, its texts as outlines when a [Setter]
// says where the glyphs go; what is not supported is reported as a [Problem],
// never dropped in silence.
//
// Invariant: no input takes more than bounded time and memory, opens a file or
// a connection, or expands an entity.
package svg
