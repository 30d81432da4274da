package xhtml

import (
	"strings"

	"octavo/book"
)

// A wrapper is the element that a class of division becomes. A type is of the EPUB
// Structural Semantics Vocabulary, and a role of ARIA or DPUB-ARIA; "" where neither has
// a word for the class.
type wrapper struct{ tag, class, typ, role string }

var wrappers = [...]wrapper{
	book.Plain:      {tag: "div"},
	book.Admonition: {tag: "aside", role: "note"}, // kindWrappers has what is more to say
	book.Box:        {"aside", "box", "", "note"},
	book.PullQuote:  {"aside", "pullquote", "pullquote", "doc-pullquote"},
	book.Verse:      {"div", "verse", "", ""},
	book.Letter:     {"div", "letter", "", ""},
	book.Signature:  {"div", "signature", "", ""},
	book.Epigraph:   {"div", "epigraph", "epigraph", "doc-epigraph"},
	book.Interview:  {"div", "interview", "", ""},
	book.Pair:       {"div", "pair", "", ""},
	book.Gallery:    {"div", "gallery", "", ""},
	book.Timeline:   {"div", "timeline", "", ""},
}

// kindWrappers are the elements of the kinds of asides. HTML lets an aside be no notice
// and no abstract, but a section.
var kindWrappers = [...]wrapper{
	book.KindNote:      {"aside", "note", "", "note"},
	book.KindTip:       {"aside", "tip", "tip", "doc-tip"},
	book.KindImportant: {"section", "important", "notice", "doc-notice"},
	book.KindWarning:   {"section", "warning", "notice", "doc-notice"},
	book.KindCaution:   {"section", "caution", "notice", "doc-notice"},
	book.KindExample:   {"aside", "example", "", "doc-example"},
	book.KindQuestion:  {"aside", "question", "", "note"},
	book.KindAbstract:  {"section", "abstract", "abstract", "doc-abstract"},
}

func wrapperOf(d *book.Division) wrapper {
	if d.Class == book.Admonition {
		w := kindWrappers[d.Kind]
		w.class = "admonition " + w.class
		return w
	}
	return wrappers[d.Class]
}

// division writes a block of a class. Its title is no heading, which would stand in the
// outline of the article, but names the element.
//
// A pull quote that says again what the text says is hidden from voices.
func (r *Renderer) division(d *book.Division) {
	w := wrapperOf(d)
	lang, dir, restore := r.turn(d.Lang, d.Dir)
	title := r.Words.DivisionTitle(d)
	r.MarkBlock(d)
	r.MarkName(title)
	class := strings.TrimSpace("block " + w.class)
	label, hidden := "", ""
	if w.role != "" {
		label = book.PlainText(title)
	}
	if w == (wrapper{tag: "div"}) && len(title) == 0 {
		class = ""
	}
	verse := r.verse
	r.verse = d.Class == book.Verse
	if r.Echo.Repeats(d) {
		hidden, label = "true", ""
	}
	r.Open(w.tag, "class", class, "id", anchor(d.ID), "epub:type", w.typ, "role", w.role,
		"aria-label", label, "aria-hidden", hidden, "lang", lang, "xml:lang", lang, "dir", dir)
	r.Newline()
	if len(title) > 0 {
		name := "block-title"
		if d.Class == book.Admonition {
			name = "block-label"
		}
		r.Open("p", "class", name, "dir", r.Direction(title))
		r.Run(title)
		r.CloseLine()
	}
	switch d.Class {
	case book.Pair, book.Gallery:
		r.cells(d)
	case book.Interview:
		r.turns(d)
	default:
		r.Blocks(d.Blocks)
	}
	r.Close()
	r.verse = verse
	restore()
}

// turnClasses are the classes of the paragraphs of an interview.
var turnClasses = [...]string{book.Continued: "continued", book.Asked: "question", book.Answered: "answer"}

// turns writes the blocks of an interview, its questions and answers told apart.
func (r *Renderer) turns(d *book.Division) {
	for i, turn := range book.Turns(d.Blocks) {
		if p, ok := d.Blocks[i].(*book.Paragraph); ok {
			r.paragraph(p, turnClasses[turn])
			r.Newline()
		} else {
			r.Block(d.Blocks[i])
		}
	}
}

// galleryRow is how high the pictures of a gallery are at least, in hundredths of an em:
// two or three beside each other on a page of 30em, by eye.
const galleryRow = 900

// pairWidth is the width that a pair of pictures needs to stand beside each other, in
// hundredths of an em: less leaves captions too few letters. By eye.
const pairWidth = 2600

// cells writes figures that stand beside each other where the page is wide enough. Each
// has the share of its width by height, so that all of a row are equally high.
func (r *Renderer) cells(d *book.Division) {
	sum := 0
	for _, b := range d.Blocks {
		if f, ok := b.(*book.Figure); ok {
			sum += aspectOf(f)
		}
	}
	for _, b := range d.Blocks {
		f, ok := b.(*book.Figure)
		if !ok {
			r.Block(b)
			continue
		}
		aspect := aspectOf(f)
		basis := hundredths(aspect*galleryRow/100) + "em"
		if d.Class == book.Pair {
			basis = hundredths(aspect*pairWidth/max(sum, 1)) + "em"
		}
		r.Open("div", "class", "cell", "style", "flex: "+hundredths(aspect)+" 1 "+basis)
		r.Block(b)
		r.CloseLine()
	}
}

// aspectOf returns the width of a picture by its height, in hundredths; that of a square where
// the picture is not known.
func aspectOf(f *book.Figure) int {
	if f.Image == nil || f.Image.Picture == nil || f.Image.Picture.Width <= 0 || f.Image.Picture.Height <= 0 {
		return 100
	}
	return min(max(100*f.Image.Picture.Width/f.Image.Picture.Height, 25), 400)
}

// stanza writes a paragraph of verse. A line is an element of its own, so that the part
// of it that is turned over can hang; the break behind it is for engines without style.
func (r *Renderer) stanza(p *book.Paragraph) {
	content, end := r.hold("p", p.Content, "class", "stanza")
	r.Mark(p)
	for i, line := range splitLines(content) {
		if i > 0 {
			r.Void("br")
			r.Newline()
		}
		r.Open("span", "class", "line")
		r.Inlines(line)
		r.Close()
	}
	end()
}

// splitLines parts a run of text at its line breaks, also those within a style, which
// each line then has for itself. Links and spans stay whole, since each is one place.
func splitLines(list []book.Inline) [][]book.Inline {
	lines := [][]book.Inline{nil}
	last := func() *[]book.Inline { return &lines[len(lines)-1] }
	for _, in := range list {
		if _, ok := in.(*book.LineBreak); ok {
			lines = append(lines, nil)
			continue
		}
		styled, ok := in.(*book.Styled)
		var parts [][]book.Inline
		if ok {
			parts = splitLines(styled.Content)
		}
		if len(parts) < 2 {
			*last() = append(*last(), in)
			continue
		}
		for i, part := range parts {
			if i > 0 {
				lines = append(lines, nil)
			}
			if len(part) > 0 {
				*last() = append(*last(), book.WithContent(styled, part))
			}
		}
	}
	return lines
}
