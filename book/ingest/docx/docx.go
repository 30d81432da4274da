package docx

import (
	"errors"
	"strings"
	"unicode"

	"octavo/book"
	"octavo/book/ingest/draft"
	"octavo/book/markup/xmltree"
)

// Read makes an article of a document. The error says in one line why there is
// none.
func Read(data []byte) (*draft.Article, error) {
	p, err := openPack(data)
	if err != nil {
		return nil, err
	}
	d := &document{pack: p, article: &draft.Article{Pictures: map[string][]byte{}}, byID: map[string]*book.Note{}, automatics: automatics{sequences: map[string]int{}, lists: map[string]*count{}}}
	root, err := d.open()
	if err != nil {
		return nil, err
	}
	d.article.Blocks = d.blocks(root.Child("body"), d.rels)
	if d.failed != nil {
		return nil, d.failed
	}
	if len(d.article.Blocks) == 0 {
		return nil, d.nothing()
	}
	d.article.Notes = d.called
	d.pullQuotes()
	d.article.Settle()
	d.properties()
	d.told()
	d.heads()
	d.comments(root)
	return d.article, nil
}

// nothing returns the error for a document without text, with what it holds instead.
func (d *document) nothing() error {
	if len(d.article.Warnings) > 0 {
		return errors.New("there is no text in this document: " + d.article.Warnings[0].Message)
	}
	return errors.New("there is no text in this document")
}

// A document is a document that is being read.
type document struct {
	*pack
	article   *draft.Article
	sheet     styleSheet
	numbering numberings
	rels      relations                // of the main part
	notes     map[string]*xmltree.Node // by kind and id
	noteLinks map[string]relations
	called    []*book.Note
	byID      map[string]*book.Note
	remainder
	boxes  []*book.Division
	places map[string]string        // ids in the chapter of bookmarks that links lead to
	placed map[*xmltree.Node]string // ids by paragraphs
	automatics
	chunks int // pages within the document that were read
	quoted int // how often a field was told with the words before it
	failed error
}

// A remainder is what a document holds besides the text that is taken, to be told.
type remainder struct {
	changed     bool     // changes were tracked
	empty       int      // content controls that nobody filled in
	listed      []string // words of tables of contents
	hidden      []string // hidden words
	highlighted []string // words under a highlighter
	concealed   bool     // the last word that was read is the last of hidden
}

// open reads the parts that the text refers to.
func (d *document) open() (*xmltree.Node, error) {
	main, err := d.mainPart()
	if err != nil {
		return nil, err
	}
	root, err := d.xml(main)
	if err != nil {
		return nil, err
	}
	if root == nil || root.Child("body") == nil {
		return nil, errors.New("this zip holds no Word document: unpack it, and import what is in it")
	}
	if d.rels, err = d.relations(main); err != nil {
		return nil, err
	}
	styles, err := d.xml(d.of(d.rels, "styles", "word/styles.xml"))
	if err != nil {
		return nil, err
	}
	d.sheet = stylesOf(styles)
	numbering, err := d.xml(d.of(d.rels, "numbering", "word/numbering.xml"))
	if err != nil {
		return nil, err
	}
	if numbering != nil {
		d.clean(numbering)
	}
	d.numbering = numberingOf(numbering, d.sheet)
	d.clean(root)
	d.listings(root)
	d.seek(root)
	return root, d.openNotes()
}

// openNotes reads the footnotes and endnotes.
func (d *document) openNotes() error {
	d.notes, d.noteLinks = map[string]*xmltree.Node{}, map[string]relations{}
	for _, kind := range []string{"footnote", "endnote"} {
		part := d.of(d.rels, kind+"s", "word/"+kind+"s.xml")
		n, err := d.xml(part)
		if err != nil {
			return err
		}
		rels, err := d.relations(part)
		if err != nil {
			return err
		}
		d.noteLinks[kind] = rels
		if n != nil {
			d.clean(n)
		}
		for _, note := range n.All(kind) {
			if t := note.Any("type"); t == "" || t == "normal" {
				d.notes[kind+note.Any("id")] = note
			}
		}
	}
	return nil
}

// properties reads the title and author of the document. Both are often left from the
// document that it was made of, so that the title is believed only when one of the first
// six blocks says it too; six is by eye.
func (d *document) properties() {
	rels, _ := d.relations("")
	core, err := d.xml(d.of(rels, "core-properties", "docProps/core.xml"))
	if err != nil {
		return
	}
	a := d.article
	a.Hint = strings.Join(strings.Fields(core.Child("title").Content()), " ")
	a.Creator = strings.Join(strings.Fields(core.Child("creator").Content()), " ")
	for i, b := range a.Blocks {
		p, ok := b.Block.(*book.Paragraph)
		if i < 6 && ok && a.Hint != "" && strings.EqualFold(strings.TrimSpace(book.PlainText(p.Content)), a.Hint) {
			a.Blocks[i].Role = draft.Title
			return
		}
	}
}

// number reads a small number, otherwise def.
func number(s string, def int) int {
	n := 0
	for _, c := range s {
		if c < '0' || c > '9' || n > 100_000 {
			return def
		}
		n = n*10 + int(c-'0')
	}
	if s == "" {
		return def
	}
	return n
}

// inTwips are the units that a length may have, in hundredths of a twentieth of a point
// (ECMA-376, part 1, 22.9.2.15).
var inTwips = map[string]int{"": 100, "pt": 2000, "pc": 24_000, "pi": 24_000, "in": 144_000, "cm": 56_693, "mm": 5_669}

// twips reads a length, otherwise def. Strict documents have units, and Google Docs has
// fractions, of which two figures are read.
func twips(s string, def int) int {
	figures := strings.TrimRightFunc(s, unicode.IsLetter)
	unit, known := inTwips[s[len(figures):]]
	whole, fraction, _ := strings.Cut(figures, ".")
	hundredths := number((fraction + "00")[:2], -1)
	n := number(whole, -1)
	if !known || n < 0 || hundredths < 0 {
		return def
	}
	return ((n*100+hundredths)*unit + 5000) / 10_000
}
