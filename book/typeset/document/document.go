package document

import (
	"slices"
	"strings"

	"octavo/book"
	"octavo/book/base/unit"
	"octavo/book/font/shape"
	"octavo/book/typeset/theme"
)

// A Document is a finished book: pages of items at fixed positions, with their
// structure. Encoders read nothing else.
//
// Invariant: items stand in reading order, on a page and from page to page,
// but for artifacts.
type Document struct {
	Info Info
	// Geometry is the geometry of the pages.
	Geometry theme.Geometry
	Fonts    *shape.Library // for text within SVG pictures
	// Families are the typefaces of the generic families that such text names; the
	// built-in ones when they are not set.
	Families theme.Fonts
	Pages    []*Page
	Outline  []*Bookmark
	// Root is the structure tree's root, of type Document. Elements know their
	// parents only: an encoder attaches each at its first content.
	Root   *Element
	Breaks []book.PageBreak // of the pages of chapters
	Matter []book.PageBreak // of those around them, but for blank ones
}

// Info is what the document says about itself.
type Info struct {
	Title      string
	Authors    []string // in order of appearance, each once
	Subject    string   // the description
	Keywords   []string
	Publisher  string
	Rights     string
	Language   string // BCP 47
	Identifier string
	Modified   book.Date
	// FirstNumbered is the index of the page that is numbered "1", for page
	// labels: roman before it, arabic from there.
	FirstNumbered int
	Generator     string // name and version of the compiler
}

// A Page is one side of a leaf. Positions on it are measured from its top left
// corner, downwards.
type Page struct {
	Width, Height unit.Length
	Label         string // "iv", "12"
	// Turned says that the page is set by a quarter turned to the left: its
	// content is on a page of Height by Width, whose top is the left edge of this one.
	Turned bool
	// Upright says that a reader shows a turned page so that its text stands upright.
	Upright bool
	Items   []Item
	Links   []LinkArea
}

// Box returns the corners of a rectangle of the page's content on the page
// itself: left, top, right, bottom.
func (p *Page) Box(x, y, w, h unit.Length) [4]unit.Length {
	if p.Turned {
		x, y, w, h = y, p.Height-x-w, h, w
	}
	return [4]unit.Length{x, y, x + w, y + h}
}

// An Item is one of [*Text], [*Rule], [*Stress], [*Graphic], [*Mark].
type Item interface{ item() }

// A Color is sRGB, 8 bits a channel.
type Color struct{ R, G, B uint8 }

// Text is words on one baseline in one size and colour.
type Text struct {
	X, Y     unit.Length // left end of the words, on the baseline
	Size     unit.Length
	Tracking unit.Length // space added after every cluster
	Fill     unit.Length // of the tracking, what fills the line
	Stretch  int         // by which its glyphs are wider than natural, in thousandths
	Color    Color
	Words    []Word
	// Elem is the structure element that the text belongs to; nil for an
	// artifact, such as a running head.
	Elem *Element
	// Within says that the text is part of a formula. Items of one stand together.
	Within Within
}

// A Word is shaped text between two spaces, or a part of one.
type Word struct {
	Run *shape.Run
	X   unit.Length // of its left end, from the Text's X
	// Space says that a space follows in the text. It is written as a real
	// glyph, also at a line end, so that extracted words stay apart.
	Space bool
	// Apart says that the space does not begin where the run ends on the right, but
	// at SpaceX, from the Text's X, as in a line that runs from right to left.
	Apart  bool
	SpaceX unit.Length
	// Hyphen says that the run is a hyphen made at a line end: it stands for
	// U+00AD and vanishes from extracted text.
	Hyphen bool
}

// A Rule is a filled rectangle. Elem is nil: a rule is always an artifact.
type Rule struct {
	X, Y, W, H unit.Length
	Color      Color
	Within     Within
}

// A Graphic is a picture scaled into a rectangle; an SVG is drawn as paths.
type Graphic struct {
	X, Y, W, H unit.Length
	Picture    *book.Picture
	Elem       *Element // of type Figure, or nil for a decoration
}

// A Mark gives an element without content its place in the reading order, such
// as an empty table cell.
type Mark struct{ Elem *Element }

func (*Text) item()    {}
func (*Rule) item()    {}
func (*Stress) item()  {}
func (*Turn) item()    {}
func (*Graphic) item() {}
func (*Mark) item()    {}

// A LinkArea is a rectangle of a page that leads somewhere. A link broken over
// lines has an area for each, all with the same Elem.
type LinkArea struct {
	X, Y, W, H unit.Length
	Elem       *Element // of type Link, Reference or Note
	Contents   string   // says where it leads, for a screen reader; never empty
	URI        string   // when it leads out of the document
	Dest       *Dest    // when it leads to a place in the document
}

// A Dest is a place in the document. Layout fills Page and Y when the place has
// been set; both ends of a link share the pointer.
type Dest struct {
	Page int // index into Pages
	Y    unit.Length
	Elem *Element // what stands there, may be nil
}

// A Bookmark is an entry of the outline.
type Bookmark struct {
	Title string
	Dest  *Dest
	Kids  []*Bookmark
}

// Pagination returns what the document tells of its pages.
func (d *Document) Pagination() *book.Pagination {
	p := &book.Pagination{Breaks: slices.Concat(d.Breaks, d.Matter)}
	for _, pg := range d.Pages {
		p.Labels = append(p.Labels, pg.Label)
	}
	return p
}

// An Element is a node of the structure tree (PDF 1.7, section 14.7).
type Element struct {
	// Type is a standard structure type of PDF 1.7 (Document, Part, Sect, H1 to
	// H6, P, Figure, Caption, Table, THead, TBody, TR, TH, TD, L, LI, Lbl, LBody, Note,
	// Reference, Link, Span, Formula, Quote, BlockQuote, TOC, TOCI, Code, BibEntry, Div)
	// or Aside, Em, Strong or Title of PDF 2.0.
	Type   string
	Parent *Element
	Lang   string // "" when it is the parent's
	Alt    string // alternative text of a Figure or Formula
	Actual string // text that replaces the content
	Title  string
	// ID is unique in the document; required for Note.
	ID string
	// Scope is "Column" or "Row" for a TH.
	Scope string
	// Cols and Rows are how many columns and rows a TH or TD covers; 0 stands
	// for 1.
	Cols, Rows int
	// Numbering is the ListNumbering of an L: "Decimal", "Disc", "None", ...
	Numbering string
	// Pos is where in the manuscript the element begins; zero when not known, as
	// for most: that of an element above it then serves.
	Pos book.Pos
	// To is where the text refers to when it is not a link that leads there, as in print.
	To *Dest
	// BBox bounds a Figure on its page: left, top, right, bottom in page
	// coordinates; zero when not a Figure.
	BBox [4]unit.Length
}

// NewElement returns an element of the type under parent.
func NewElement(parent *Element, typ string) *Element {
	return &Element{Type: typ, Parent: parent}
}

// TextOf returns the words of t, with "-" for a hyphen made at a line end.
func TextOf(t *Text) string {
	var b strings.Builder
	for _, w := range t.Words {
		b.WriteString(w.Run.Text)
		if w.Space {
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// ForPress takes from a document the links, which printers refuse. What was the text of a
// link is a span.
func (doc *Document) ForPress() {
	for _, pg := range doc.Pages {
		for _, l := range pg.Links {
			if l.Elem == nil {
				continue
			}
			if l.Elem.To = l.Dest; l.Elem.Type == "Link" {
				l.Elem.Type = "Span"
			}
		}
		pg.Links = nil
	}
}

// Cover scales a picture to cover the page, cut evenly where it is too large.
func (g *Graphic) Cover(geo theme.Geometry) {
	pw, ph := int64(max(g.Picture.Width, 1)), int64(max(g.Picture.Height, 1))
	g.H = g.W.Mul(ph, pw)
	if g.H < geo.Height {
		g.H = geo.Height
		g.W = g.H.Mul(pw, ph)
	}
	g.X, g.Y = (geo.Width-g.W)/2, (geo.Height-g.H)/2
}
