package docx

import (
	"errors"
	"strings"

	"octavo/book"
	"octavo/book/base/rule"
	"octavo/book/ingest/draft"
	"octavo/book/ingest/unzip"
	"octavo/book/markup/xmltree"
)

// mainPart is where the text of a document is.
const mainPart = "word/document.xml"

// Read makes an article of a document. The error says in one line why there is
// none.
func Read(data []byte) (*draft.Article, error) {
	p, err := unzip.Open(data)
	if err != nil {
		return nil, err
	}
	d := &document{pack: &pack{p}, article: &draft.Article{Pictures: map[string][]byte{}}}
	root, err := d.open()
	if err != nil {
		return nil, err
	}
	d.article.Blocks = d.blocks(root.Child("body"))
	if d.failed != nil {
		return nil, d.failed
	}
	if len(d.article.Blocks) == 0 {
		return nil, errors.New("there is no text in this document")
	}
	d.article.Notes = d.called
	d.settle()
	d.properties()
	d.revision(root)
	return d.article, nil
}

// left warns, once, of what the article has lost or has in another form.
func (d *document) left(what rule.Rule, hint, message string) {
	for _, w := range d.article.Warnings {
		if w.Message == message {
			return
		}
	}
	d.article.Warnings = append(d.article.Warnings, what.At(book.Pos{}, hint, "%s", message))
}

// revision warns of changes that are not settled, and of remarks.
func (d *document) revision(root *xmltree.Node) {
	if root.Find("ins") != nil || root.Find("del") != nil || root.Find("moveFrom") != nil {
		d.left(rule.ImportChanges, "accept or reject them in Word to be sure", "tracked changes are taken as accepted")
	}
	comments, err := d.XML("word/comments.xml")
	if err == nil && comments != nil && comments.Child("comment") != nil {
		d.left(rule.ImportRemark, "", "remarks in the margin are left out")
	}
}

// A document is a document that is being read.
type document struct {
	*pack
	article   *draft.Article
	styles    map[string]style
	numbering map[string]map[string]level // by number and level
	links     map[string]string           // relations of the main part
	notes     map[string]*xmltree.Node    // by kind and id
	noteLinks map[string]map[string]string
	called    []*book.Note
	byID      map[string]*book.Note
	boxes     []book.Block // text boxes of the paragraph at hand
	failed    error
}

// open reads the parts that the text refers to.
func (d *document) open() (*xmltree.Node, error) {
	root, err := d.XML(mainPart)
	if err != nil {
		return nil, err
	}
	if root == nil || root.Child("body") == nil {
		return nil, errors.New("this zip holds no Word document: unpack it, and import what is in it")
	}
	if d.links, err = d.relations(mainPart); err != nil {
		return nil, err
	}
	styles, err := d.XML("word/styles.xml")
	if err != nil {
		return nil, err
	}
	d.styles = stylesOf(styles)
	numbering, err := d.XML("word/numbering.xml")
	if err != nil {
		return nil, err
	}
	d.numbering = numberingOf(numbering)
	return root, d.openNotes()
}

// openNotes reads the footnotes and endnotes.
func (d *document) openNotes() error {
	d.notes, d.noteLinks, d.byID = map[string]*xmltree.Node{}, map[string]map[string]string{}, map[string]*book.Note{}
	for _, kind := range []string{"footnote", "endnote"} {
		part := "word/" + kind + "s.xml"
		n, err := d.XML(part)
		if err != nil {
			return err
		}
		if d.noteLinks[kind], err = d.relations(part); err != nil {
			return err
		}
		for _, note := range n.All(kind) {
			if t := note.Any("type"); t == "" || t == "normal" {
				d.notes[kind+note.Any("id")] = note
			}
		}
	}
	return nil
}

// settle decides whether the document marks its headings. A document that does not,
// such as a pasted text, is read like text.
func (d *document) settle() {
	for _, b := range d.article.Blocks {
		switch v := b.Block.(type) {
		case *book.Heading:
			d.article.Markup = true
		case *book.Paragraph:
			if _, style, ok := draft.Unstyle(v.Content); ok && style == book.Strong {
				d.article.Markup = true
			}
		}
	}
}

// properties reads the title and author of the document. Both are often left from the
// document that it was made of, so that the title is believed only when one of the first
// six blocks says it too; six is by eye.
func (d *document) properties() {
	core, err := d.XML("docProps/core.xml")
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

// A style is what a paragraph style means.
type style struct {
	name  string // in lower case
	level int    // of a heading, 0 for none
	num   *xmltree.Node
}

func stylesOf(root *xmltree.Node) map[string]style {
	out := map[string]style{}
	for _, s := range root.All("style") {
		st := style{name: strings.ToLower(s.Child("name").Any("val")), num: s.Child("pPr").Child("numPr")}
		switch {
		case st.name == "title":
			st.level = 1
		case strings.HasPrefix(st.name, "heading ") && len(st.name) == 9 && st.name[8] >= '1' && st.name[8] <= '6':
			st.level = int(st.name[8]-'0') + 1
		}
		out[s.Any("styleId")] = st
	}
	return out
}

// A level is how a level of a list counts.
type level struct {
	ordered bool
	none    bool
	start   int
}

func numberingOf(root *xmltree.Node) map[string]map[string]level {
	abstract := map[string]map[string]level{}
	for _, a := range root.All("abstractNum") {
		levels := map[string]level{}
		for _, l := range a.All("lvl") {
			format := l.Child("numFmt").Any("val")
			levels[l.Any("ilvl")] = level{ordered: format != "bullet" && format != "none", none: format == "none", start: number(l.Child("start").Any("val"), 1)}
		}
		abstract[a.Any("abstractNumId")] = levels
	}
	out := map[string]map[string]level{}
	for _, n := range root.All("num") {
		out[n.Any("numId")] = abstract[n.Child("abstractNumId").Any("val")]
	}
	return out
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
