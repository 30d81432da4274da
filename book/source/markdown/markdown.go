package markdown

import (
	"path"
	"strings"
	"unicode"

	"octavo/book"
	"octavo/book/markup/yaml"
)

// Options say what a chapter takes from its book.
type Options struct {
	// Language is that of a chapter which names none.
	Language string
	// Math says that dollar signs enclose formulas in a chapter that does not say
	// otherwise.
	Math bool
	// People are the authors that chapters name by key.
	People map[string]*book.Person
	// Foreign says that the text is of another tool, such as the HTML of a page:
	// attributes that are dropped are not reported, and formulas that are not understood
	// stay formulas.
	Foreign bool
	// Line says, when it is not 0, that the text is a body alone, without front matter and
	// title, and the line of the file that the text begins on.
	Line int
	// Open returns a file that the file named from includes, and its path in the
	// manuscript. Name is a path, or with note the name of a note without its ending. nil
	// where nothing can be included.
	Open func(from, name string, note bool) (path string, data []byte, err error)
}

// Parse reads the chapter in src, the content of file. There is always a
// chapter, even of a file with errors, holding what could be read.
func Parse(file string, src []byte, opts Options) (*book.Chapter, []book.Diagnostic) {
	c := &book.Chapter{File: file, ID: FileID(file), Lang: opts.Language, Math: opts.Math, Pos: book.Pos{File: file}}
	s, list := newSource(file, src)
	if s == nil {
		return c, list
	}
	s.first = max(opts.Line, 1)
	r := &reader{list: list, foreign: opts.Foreign}
	var front *yaml.Document
	body, ok := s, true
	if opts.Line == 0 {
		front, body, ok = r.split(s)
	}
	var values func(*document)
	if ok {
		values = r.frontMatter(c, front, opts)
	}
	c.Unread = !ok || front != nil && front.Broken()
	text := r.translate(body, opts)
	d, root := r.open(text.Bytes, text.Place)
	if values != nil {
		values(d)
	}
	c.Body = d.read(root)
	var heading *book.Heading
	if opts.Line == 0 {
		heading = r.title(c, !c.Unread)
	}
	c.Notes = r.notes
	c.Allows = allows(front, r)
	for _, blocks := range [][]book.Block{c.EditorsNote, c.Body} {
		r.ranks(blocks)
	}
	for _, n := range c.Notes {
		r.ranks(n.Blocks)
	}
	r.anchor(c, heading)
	r.refer(c)
	if !opts.Foreign {
		r.reportLosses()
	}
	r.reportRemarks()
	return c, book.SortDiagnostics(r.list)
}

// anchor gives the headings of c their ids. heading is the one that has become the title, nil
// for none: a link to its id leads to the chapter.
func (r *reader) anchor(c *book.Chapter, heading *book.Heading) {
	blocks := book.ChapterBlocks(c)
	switch {
	case c.Anchor != "":
		r.ids.take(c.Anchor)
	case heading != nil:
		blocks = append([]book.Block{heading}, blocks...)
		defer func() { c.Anchor = heading.ID }()
	}
	r.identify(blocks)
}

// ParseNote reads a note for the whole book: Markdown, with or without a front
// matter that gives its title and language.
func ParseNote(file string, src []byte, opts Options) (*book.Note, []book.Diagnostic) {
	n := &book.Note{Lang: opts.Language, Pos: book.Pos{File: file, Line: 1, Col: 1}}
	s, list := newSource(file, src)
	if s == nil {
		return n, list
	}
	r := &reader{list: list, math: opts.Math}
	front, body, _ := r.split(s)
	r.noteMatter(n, front, opts)
	text := r.translate(body, opts)
	r.noteBlocks(n, text.Bytes, text.Place)
	n.Allows = allows(front, r)
	r.reportLosses()
	r.reportRemarks()
	return n, book.SortDiagnostics(r.list)
}

// ParseNoteIn reads a note for the whole book that is a value of YAML.
func ParseNoteIn(v yaml.Value, opts Options) *book.Note {
	r := &reader{lang: opts.Language, math: opts.Math}
	n := &book.Note{Lang: opts.Language, Pos: v.Pos()}
	t := v.Located()
	r.noteBlocks(n, []byte(t.Value), t.Pos)
	n.Allows = allows(nil, r)
	r.reportLosses()
	r.reportRemarks()
	v.Report(r.list...)
	return n
}

// noteBlocks reads the text of a note.
func (r *reader) noteBlocks(n *book.Note, text []byte, pos func(int) book.Pos) {
	n.Blocks = r.blocksOf(text, pos)
	n.Notes = r.notes
	r.ranks(n.Blocks)
	for _, note := range n.Notes {
		r.ranks(note.Blocks)
	}
	r.identify(book.NoteBlocks(n))
}

// allows returns the remarks of front matter and text.
func allows(front *yaml.Document, r *reader) []book.Allow {
	if front == nil {
		return r.allows
	}
	return append(front.Allows(), r.allows...)
}

// FileID returns the id that a chapter has by its file: the name without its
// ending, letters, digits, hyphens and low lines kept.
func FileID(file string) string {
	base := strings.TrimSuffix(path.Base(file), path.Ext(file))
	id := strings.Map(func(r rune) rune {
		switch {
		case r == '-', r == '_', unicode.In(r, unicode.L, unicode.M, unicode.N):
			return r
		case r == ' ', r == '.':
			return '-'
		}
		return -1
	}, base)
	if id == "" {
		return "chapter"
	}
	return id
}

// line0 returns a line of the text, counted from 0.
func (s *source) line0(i int) []byte {
	if i+1 < len(s.lines) {
		return s.text[s.lines[i]:s.lines[i+1]]
	}
	return s.text[s.lines[i]:]
}
