package markdown

import (
	"cmp"
	"slices"

	"github.com/yuin/goldmark/ast"

	"octavo/book"
	"octavo/book/base/nearest"
	"octavo/book/base/rule"
	"octavo/book/language/langtag"
	"octavo/book/source/rawhtml"
)

// A reader reads one file: its body and the Markdown in its front matter.
type reader struct {
	lang string
	math bool // dollar signs enclose formulas
	// foreign says that the chapter that is read will be written anew: a formula that is
	// not understood stays one, byte for byte, for its author to mend.
	foreign bool
	list    []book.Diagnostic
	notes   []*book.Note // in the order of their first call
	// around is the text whose notes captions and titles may call; nil where there is none.
	around *document
	ids    ids
	// allows are the remarks of the text that silence a rule.
	allows []book.Allow
	losses losses
	// remarks are the faults that are told once, by their keys; inOrder has them in the
	// order of the text.
	remarks map[string]*remark
	inOrder []*remark
}

func (r *reader) report(list ...book.Diagnostic) { r.list = append(r.list, list...) }

// language reports whether tag has the form of a language tag, and says so when
// it has not.
func (r *reader) language(tag string, pos book.Pos) bool {
	if langtag.Valid(tag) {
		return true
	}
	r.report(rule.LanguageTag.At(pos, `write a tag such as "en", "ko" or "zh-Hant"`, "%q is no language tag", clip(tag)))
	return false
}

// direction returns the direction that a value of dir names, and says so when it names none.
func (r *reader) direction(value string, pos book.Pos) book.Direction {
	dir := book.DirectionNamed(value)
	if dir == book.DirInherit {
		r.report(rule.AttributeUnknown.At(pos, "write ltr, rtl or auto", "%q is no direction", clip(value)))
	}
	return dir
}

// A document is one Markdown text of a file.
type document struct {
	*reader
	src   []byte
	place func(int) book.Pos
	lang  string
	g     *guard
	*footnotes
	spare buffers // of a finished builder
	deep  bool    // elements nested too deep have been reported
}

// footnotes are what has been called in a text of blocks, and in the captions and titles that
// belong to the text.
type footnotes struct {
	text   *document             // which defines them
	byName map[string]*book.Note // notes that were called
	called map[*book.Note]int
	labels int // the last number that was tried as the label of a note within text
	nodes  map[*book.Note]noteNode
}

// A noteNode is where a note stands in a tree.
type noteNode struct {
	of   *document
	node ast.Node
}

func (r *reader) document(src []byte, place func(int) book.Pos) *document {
	return &document{reader: r, src: src, place: place, lang: r.lang}
}

// blocksOf reads src as blocks. Footnotes that src calls and defines join those
// of the chapter.
//
// The work is shared with goldmark. goldmark parses blocks and then the inlines of
// each, by the parsers of engine.go, some of which are its own and some ours: they are
// asked in the order of their numbers, and the first that takes a character keeps it.
// The tree is then turned into the model once, block by block (blocks.go, inlines.go):
// there quotation marks become those of the language, ids are given, figures are
// told from paragraphs, and HTML is taken apart by rawhtml. What these steps need and the
// tree does not hold, such as calls of footnotes and faults, is in the guard.
//
// Notes are made after the text and in the order of their calls, since a note may call
// others: the list grows while it is walked.
//
// A title or a caption is a text of its own and calls the notes of the text that it belongs
// to. So the tree of a chapter is made before the front matter is read (open), and
// turned into blocks after it (read): numbers follow the order of the page.
func (r *reader) blocksOf(src []byte, place func(int) book.Pos) []book.Block {
	d, root := r.open(src, place)
	return d.read(root)
}

// open makes the tree of a text of blocks.
func (r *reader) open(src []byte, place func(int) book.Pos) (*document, ast.Node) {
	d := r.document(src, place)
	d.footnotes = &footnotes{text: d, byName: map[string]*book.Note{}, called: map[*book.Note]int{}, nodes: map[*book.Note]noteNode{}}
	root, g := parse(engine(true, r.math), src, d.footnotes)
	d.g = g
	return d, root
}

// read turns the tree of a text into blocks.
func (d *document) read(root ast.Node) []book.Block {
	defer d.belong(d)()
	blocks := Normalize(d.blocks(root))
	for i := 0; i < len(d.reader.notes); i++ { // a note may call more
		note := d.reader.notes[i]
		if at, ok := d.nodes[note]; ok {
			note.Blocks = Normalize(at.of.noteBlocks(note, at.node))
		}
	}
	d.unused()
	d.faults()
	return blocks
}

// belong lets what is read until the returned function is called use the notes of text, nil
// for none.
func (r *reader) belong(text *document) (leave func()) {
	outer := r.around
	r.around = text
	return func() { r.around = outer }
}

// inline reads src as one run of text.
func (r *reader) inline(src []byte, place func(int) book.Pos) []book.Inline {
	if list, ok := r.simple(src, place); ok {
		return list
	}
	d := r.document(src, place)
	if r.around != nil {
		d.footnotes = r.around.footnotes
	}
	root, g := parse(engine(false, r.math), src, d.footnotes)
	d.g = g
	b := &builder{d: d, lang: d.lang, spans: true}
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		b.children(n)
		b.soft = true
	}
	list := b.finish()
	d.faults()
	return list
}

// simple returns text that holds nothing that Markdown could change.
func (r *reader) simple(src []byte, place func(int) book.Pos) ([]book.Inline, bool) {
	for i, c := range src {
		switch {
		case c == ' ':
			if i == 0 || i == len(src)-1 || src[i-1] == ' ' {
				return nil, false
			}
		case c >= 0x80, c|0x20 >= 'a' && c|0x20 <= 'z', c >= '0' && c <= '9', c == ',', c == ';', c == '?', c == '(', c == ')':
		case c == '.' || c == ':': // at the end of a word: "..." and "www." and "://" mean more
			if i+1 < len(src) && src[i+1] != ' ' {
				return nil, false
			}
		default:
			return nil, false
		}
	}
	if len(src) == 0 {
		return nil, true
	}
	return []book.Inline{&book.Text{Value: string(src), Pos: place(0)}}, true
}

// note returns the note of a label and numbers it at its first call.
func (d *document) note(label string) *book.Note {
	if n := d.byName[label]; n != nil {
		return n
	}
	node := d.g.notes[label]
	n := &book.Note{Label: label, Number: len(d.reader.notes) + 1, Pos: d.text.place(max(node.Pos(), 0))}
	d.byName[label] = n
	d.nodes[n] = noteNode{d.text, node}
	d.reader.notes = append(d.reader.notes, n)
	return n
}

// unused reports the notes that nothing calls.
func (d *document) unused() {
	var list []book.Diagnostic
	for label, node := range d.g.notes {
		if d.byName[label] == nil {
			list = append(list, rule.NoteUnused.At(d.place(max(node.Pos(), 0)), "call it with [^"+clip(label)+"], or delete it",
				"the footnote %q is not called", clip(label)))
		}
	}
	d.report(book.SortDiagnostics(list)...)
}

// faults reports what was found while the tree was made.
func (d *document) faults() {
	slices.SortStableFunc(d.g.faults, func(a, b finding) int { return a.offset - b.offset })
	for _, f := range d.g.faults {
		d.report(f.rule.At(d.place(f.offset), cmp.Or(f.hint, hints[f.rule]), "%s", f.message))
	}
}

// hints say what to do about what was found while the tree was made.
var hints = map[rule.Rule]string{
	rule.MarkdownSyntax: "please report it, with the chapter; to find the place, leave out one half of the text and then the other",
	rule.MathSyntax:     "end it with $$, the last thing on its line, and leave no blank line within it",
	rule.NestingLimit:   rawhtml.NestingHint,
	rule.NoteDuplicate:  "give one of the two another label",
	rule.NoteLabel:      "give it a label of letters, digits and hyphens, such as [^tides]",
	rule.NoteUndefined:  `define it with a paragraph "[^label]: ...", or write \[ for a bracket, within HTML &#91;`,
	rule.SizeLimit:      "make two of it",
}

// unknown reports an attribute that means nothing here.
func (d *document) unknown(a *attributes, name string, known ...string) {
	d.report(rule.AttributeUnknown.At(d.place(a.offset), nearest.Among(name, known), "the attribute %q is unknown", clip(name)))
}
