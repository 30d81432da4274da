package web

import (
	"strings"

	"octavo/book"
	"octavo/book/ingest/draft"
	"octavo/book/source/rawhtml"
)

// boxNames are names of boxes beside the text: facts, a profile, a remark on words.
var boxNames = []string{"factbox", "fact box", "infobox", "info box", "infokasten", "faktenbox", "encadre", "callout", "sidebox", "box info", "text box", "textbox", "key facts", "key takeaways"}

// isBox reports whether e is a box that belongs to the article: an <aside> in the body, or
// what is named for one, with a heading, a list, paragraphs or a line of text in it, and less
// links than text. Boxes of the page lead to other articles, and most say so by their names.
func (r *reader) isBox(e *el) bool {
	if e.Name() != "aside" && !(e.Name() == "div" || e.Name() == "section" || e.Name() == "figure") {
		return false
	}
	named := e.named(boxNames)
	if r.boxed || !named && e.Name() != "aside" || e == r.body || e.size == 0 || e.size*2 > r.body.size || !e.inside(r.body) {
		return false
	}
	if hidden(e) || e.named(furniture) || e.named(clutter) || furnitureRoles[e.Get("role")] || e.named(pullNames) || e.links*2 >= e.size || e.holds("table") {
		return false
	}
	heading := e.find(func(n *el) bool { return isHeadingName(n.Name()) && n.links*2 < max(n.size, 1) }) != nil
	listed := e.find(func(n *el) bool {
		return (n.Name() == "ul" || n.Name() == "ol" || n.Name() == "dl") && n.links*2 < n.size
	}) != nil
	return named && (heading || listed || e.holds("p") || e.links == 0) || listed || heading && e.holds("p") || hasProse(e)
}

// box reads a box: its first line is its title where that is a heading.
func (r *reader) box(e *el) {
	inner := &reader{page: r.page, scope: e, body: e, prose: true, boxed: true, homeward: r.homeward, unpacking: r.unpacking, films: r.films}
	d := &book.Division{Class: book.Box, Title: titleIn(e)}
	inner.inside(e)
	r.unpacking = inner.unpacking
	for i, b := range inner.out {
		if h, ok := b.Block.(*book.Heading); ok && i == 0 && len(d.Title) == 0 {
			d.Title = h.Content
			continue
		}
		if b.Block != nil {
			d.Blocks = append(d.Blocks, b.Block)
		}
	}
	if len(d.Blocks) > 0 {
		r.out = append(r.out, draft.Block{Block: d})
	}
}

// verseNames are names of elements that hold verse. The line block is that of pandoc.
var verseNames = []string{"verse", "line block", "poem", "poetry", "stanza", "lyrics", "gedicht", "poeme", "poema", "poesia"}

// maxVerse is the text, in bytes, up to which an element is verse by its name, by eye: a
// ballad. More is an article on a poem.
const maxVerse = 6000

// isVerse reports whether e is verse: an element named for it whose lines are parted by line
// breaks. A <pre> is read as verse by package rawhtml.
func isVerse(e *el) bool {
	switch e.Name() {
	case "div", "p", "blockquote", "section":
		return e.size < maxVerse && e.named(verseNames) && e.holds("br") && !e.holds("img") && !e.holds("h2")
	}
	return false
}

// verse reads verse: its paragraphs are the stanzas.
func (r *reader) verse(e *el) {
	blocks, _ := rawhtml.Blocks([]rawhtml.Element{e.Element})
	d := &book.Division{Class: book.Verse}
	for _, b := range unwrapped(blocks) {
		p, ok := b.(*book.Paragraph)
		if !ok {
			d.Blocks = append(d.Blocks, b)
			continue
		}
		for _, stanza := range paragraphs(p.Content) {
			d.Blocks = append(d.Blocks, &book.Paragraph{Content: stanza})
		}
	}
	if len(d.Blocks) > 0 {
		r.out = append(r.out, draft.Block{Block: d})
	}
}

// galleryNames are names of elements that hold several pictures.
var galleryNames = []string{"gallery", "galerie", "tiled gallery", "image gallery", "photo gallery", "slideshow", "bildergalerie", "galeria"}

// isGallery reports whether e holds several pictures, each of which may have a caption.
func isGallery(e *el) bool {
	if e.Name() != "figure" && !e.named(galleryNames) || e.Name() == "" {
		return false
	}
	inner := e.find(func(n *el) bool { return n != e && n.Name() == "figure" && n.holds("img") })
	return (inner != nil || e.named(galleryNames)) && pictures(e) > 1 && !hasProse(e)
}

// pictures returns how many pictures of different files e has.
func pictures(e *el) int {
	files := map[string]bool{}
	for _, img := range e.all("img") {
		files[img.Get("src")+img.Get("data-src")] = true
	}
	return len(files)
}

// gallery reads the pictures of a gallery, each with its own caption, and then the caption
// of the whole in italics.
func (r *reader) gallery(e *el) {
	for _, k := range e.kids {
		switch {
		case k.Name() == "" || k.Name() == "noscript" && len(r.out) > 0:
		case k.Name() == "figcaption" || k.named(captionNames) && !k.holds("img"):
			if line := rawhtml.Line(k.Element); len(line) > 0 {
				r.out = append(r.out, draft.Block{Block: &book.Paragraph{Content: []book.Inline{&book.Styled{Style: book.Emphasis, Content: line}}}})
			}
		case k.Name() == "img" || k.Name() == "figure" && !isGallery(k) || k.size > 0 && pictures(k) == 1:
			r.figure(k)
		case k.size > 0 && !k.holds("img"):
			r.inside(k)
		default:
			r.gallery(k)
		}
	}
}

// captioned returns the figure that a paragraph is: a picture alone on its first line, and
// its caption in the lines below or in italics; nil for any other paragraph.
func captioned(list []book.Inline) *book.Figure {
	if len(list) < 2 {
		return nil
	}
	image, link := pictureOf(list[0])
	if image == nil || isSign(image) {
		return nil
	}
	rest := draft.Trim(append([]book.Inline(nil), list[1:]...))
	_, apart := list[1].(*book.LineBreak)
	caption, style, slanted := draft.Unstyle(rest)
	if !apart && !(slanted && style != book.Strong) || len(rest) == 0 || len(book.PlainText(rest)) > maxCaption {
		return nil
	}
	for _, in := range rest {
		if more, _ := pictureOf(in); more != nil {
			return nil
		}
	}
	if !slanted || style == book.Strong {
		caption = rest
	}
	return &book.Figure{Image: image, Caption: caption, Link: link, Pos: image.Pos}
}

// maxCaption is the longest caption within the paragraph of its picture, in bytes, by eye:
// more is the text of the article.
const maxCaption = 400

// pictureOf returns the picture that an inline is, and the link around it.
func pictureOf(in book.Inline) (*book.Image, *book.Link) {
	switch in := in.(type) {
	case *book.InlineImage:
		return in.Image, nil
	case *book.Link:
		if len(in.Content) == 1 {
			if image, ok := in.Content[0].(*book.InlineImage); ok {
				return image.Image, nil
			}
		}
	}
	return nil, nil
}

// isSign reports whether a picture stands for a sign, such as an emoji: its alternative is
// that sign.
func isSign(image *book.Image) bool {
	return image.Alt != "" && !strings.Contains(image.Alt, " ") && len(image.Alt) <= 16
}
