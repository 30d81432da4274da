package para

import (
	"octavo/book"
	"octavo/book/base/unit"
	"octavo/book/language/locale"
	"octavo/book/typeset/document"
	"octavo/book/typeset/flow"
	"octavo/book/typeset/theme"
)

// A Context is what a paragraph is told of where it stands.
type Context struct {
	*Engine
	Words   *locale.Locale
	Screen  bool           // links are coloured, and need not say where they lead
	Lang    string         // of the text
	Dir     book.Direction // of the text, where it is said; else as the language does
	RTL     bool           // lines begin at the right
	Indexed bool           // places that the index lists are told
	Pos     book.Pos
	Line    unit.Length // of the grid
	Edge    unit.Length // the narrower margin of the page
	Book    Targets
}

// Targets knows the places of a book that paragraphs lead to.
type Targets interface {
	// Place returns where an anchor of a chapter stands.
	Place(c *book.Chapter, anchor string) *document.Dest
	// Here returns where an id of the chapter at hand stands; nil when it is none.
	Here(id string) *document.Dest
	// Note returns the note of a call; nil when there is none.
	Note(ref *book.NoteRef) *flow.Note
}

// Paragraph returns a new paragraph of a style. The paragraph that was returned before is
// no longer valid: an engine has memory for one.
func (e *Engine) Paragraph(c Context, style *theme.Style) *Paragraph {
	p := &e.para
	p.set, p.style, p.leadIn, p.initial, p.hyphens = c, style, 0, nil, false
	p.dir, p.within = book.DirInherit, false
	p.Outdent, p.Skip, p.More = 0, 0, false
	p.marks, p.lost, p.small, p.told = nil, nil, nil, false
	p.buf, p.looks, p.spans, p.atoms = p.buf[:0], p.looks[:0], p.spans[:0], p.atoms[:0]
	p.isolates = p.isolates[:0]
	return p
}
