// Package theme holds the look of an edition as data: the page, the faces, and
// a style for each kind of text.
//
// In: a book, which names a built-in theme or brings the files of a theme of
// its own ([Of]). Out: a [Theme], and from it the type and the [Geometry] of a
// page of a given trim and medium ([Theme.Fit]).
//
// A theme of the manuscript's own is a folder with a theme.yaml, an epub.css or
// both. Its theme.yaml extends a built-in theme: it says what is different, and
// all else is as it is there. What differs between the editions with reason stands
// beside the value of paper, under reflow ([Theme.Reflow]). The file and that of the theme
// extended are decoded into one draft, in which what is said later wins, by keys that stand
// beside the types that they fill (pageKeys beside [Page]): a key more is a field and a
// row. The epub.css stands after the sheet that is made of the look, so that its rules
// win, or in place of that sheet ("epub-css: replace").
//
// Invariant: a Theme is complete: it has every style of [StyleNames], and every
// length in it is in scaled points.
//
// Invariant: the style sheet of a theme loads nothing: neither another sheet nor
// a picture, and no font but those that the manuscript lists.
package theme

import "octavo/book"

// A Theme is the look of an edition. It must not be changed once parsed.
type Theme struct {
	Name  string
	Fonts Fonts
	Page  Page
	// Lines is the taste in breaking paragraphs.
	Lines   Lines
	Opening Opening
	Heads   Heads
	Blocks  Blocks
	// Ornament is the text of a thematic break; "" for three small squares.
	Ornament string
	// Marks is the form of the marks of emphasis in Chinese, Japanese and Korean.
	Marks    Marks
	Colors   Colors
	Logo     *book.Logo // of the publisher whose look it is; nil for none
	styles   map[StyleName]*Style
	families map[Role]book.Pos // where the families are named
	reflow   *Theme            // its look on a page without a size
	css      []byte            // of its own
	replace  bool              // css stands alone
}

// Reflow returns the look on a page without a size, such as an EPUB's. Of its lengths only
// the ratio to the size of paragraphs counts; leadings are those of paper.
func (t *Theme) Reflow() *Theme { return t.reflow }

// Family returns the name of the family that plays the style's role.
func (t *Theme) Family(s *Style) string {
	switch s.Family {
	case Sans:
		return t.Fonts.Sans
	case Mono:
		return t.Fonts.Mono
	}
	return t.Fonts.Serif
}

// Style returns the style of that name, one of [StyleNames].
func (t *Theme) Style(name StyleName) *Style { return t.styles[name] }
