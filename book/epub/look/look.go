// Package look makes the style sheet of an EPUB edition.
//
// In: a theme. Out: the sheet of structure, which is the same for all themes, the look
// of this one, and its own sheet, in that order, so that the later wins ([Sheet]).
//
// A style says here how the text that it dresses differs from the text around: what is
// equal is inherited, as it is where a reader chooses another face or size. [dresses] says
// what each style dresses; what is more than a style, such as the opening rule, has a
// function in extras.go.
//
// Invariant: text has no colour but accents, and nothing has a ground, so that night modes
// keep their contrast.
//
// Invariant: equal themes give equal bytes.
package look

import (
	"slices"
	"strings"

	"octavo/assets"
	"octavo/book/base/unit"
	"octavo/book/typeset/theme"
)

// Sheet returns the style sheet for a theme, without @font-face rules. In the sheet
// "%serif%" and its like stand for names of families, as in [theme.Theme.CSS]. In a sheet
// that is not tinted, accents have the colour of the text.
func Sheet(t *theme.Theme, tinted bool) []byte {
	own, alone := t.CSS()
	if alone {
		return own
	}
	s := &sheet{theme: t.Reflow()}
	s.paragraphs()
	for _, d := range dresses {
		s.dress(d)
	}
	s.openings()
	s.breaks()
	s.blocks()
	s.interview()
	s.marks()
	if tinted {
		s.accents()
	}
	head := "\n/* The look of the theme, made of its theme.yaml. */\n\n"
	return slices.Concat(assets.EPUBSheet, []byte(head), []byte(s.b.String()), own)
}

// A sheet is the look while it is written.
type sheet struct {
	theme *theme.Theme
	b     strings.Builder
	inked []string // letters that have the accent's colour
	ruled []string // borders that have it
}

// A dress says what a style dresses, in selectors.
type dress struct {
	style theme.StyleName
	text  string          // the elements with the face of the style
	box   string          // the elements with its white
	paras string          // the paragraphs within a box, which have its alignment and indent
	in    theme.StyleName // the style of the text around, whose size an em is there; "" for that of paragraphs
	over  theme.StyleName // the style of a rule that the selector text narrows
	form  form
}

// A form says of what kind the elements are, where that makes a difference.
type form int

const (
	line   form = iota // a block of text that is no p
	para               // a p, which has the alignment and the indent of paragraphs by itself
	phrase             // words within a line, or cells, which have neither
	padded             // the left indent is a padding, on the right in languages that begin there
)

// dress writes the rules of a style.
func (s *sheet) dress(d dress) {
	st, around := s.theme.Style(d.style), s.style(d.in)
	base := around
	if d.over != "" {
		base = s.theme.Style(d.over)
	}
	var text, box list
	if d.text != "" {
		text = s.face(st, base)
		if d.over != "" || st.Size != around.Size {
			text.add("font-size", em(st.Size, around.Size))
		}
		text = append(text, s.setting(d, st, base)...)
	}
	if d.box != "" {
		box = white(d, st, s.boxSize(d, st))
	}
	if d.text == d.box {
		s.rule(d.text, append(text, box...))
	} else {
		s.rule(d.text, text)
		s.rule(d.box, box)
	}
	if d.paras != "" {
		p := dress{form: para}
		s.rule(d.paras, s.setting(p, st, s.theme.Style(theme.Paragraph)))
	}
	if d.form == padded && d.box != "pre" {
		s.rule(rtl(d.box), list{{"padding", "0 " + em(st.Left, s.boxSize(d, st)) + " 0 0"}})
	}
	if st.Italic && d.text != "" {
		s.rule(within(d.text, "em", "cite", ".western"), list{{"font-style", "normal"}})
	}
	if st.Tint == theme.Accent && d.text != "" {
		s.inked = append(s.inked, d.text)
	}
}

// style returns the style of that name, that of paragraphs for "".
func (s *sheet) style(name theme.StyleName) *theme.Style {
	if name == "" {
		name = theme.Paragraph
	}
	return s.theme.Style(name)
}

// boxSize returns the size of type of the elements with the style's white, of which their
// ems are: the style's own size where these elements have its face too, else the size
// around.
func (s *sheet) boxSize(d dress, st *theme.Style) unit.Length {
	if strings.HasPrefix(d.box, d.text) && d.text != "" || slices.Contains(strings.Split(d.text, ", "), d.box) {
		return st.Size
	}
	return s.style(d.in).Size
}

// face returns how letters differ from those around.
func (s *sheet) face(st, base *theme.Style) (l list) {
	if st.Family != base.Family {
		l.add("font-family", families[st.Family])
	}
	if bold(st) != bold(base) {
		l.add("font-weight", pick(bold(st), "bold", "normal"))
	}
	if st.Italic != base.Italic {
		l.add("font-style", pick(st.Italic, "italic", "normal"))
	}
	if st.SmallCaps != base.SmallCaps {
		l.add("font-variant", pick(st.SmallCaps, "small-caps", "normal"))
	}
	if st.OldStyle != base.OldStyle {
		l.add("font-variant-numeric", pick(st.OldStyle, "oldstyle-nums proportional-nums", "lining-nums"))
	}
	if st.Caps != base.Caps {
		l.add("text-transform", pick(st.Caps, "uppercase", "none"))
	}
	if st.Tracking != base.Tracking {
		l.add("letter-spacing", pick(st.Tracking > 0, em(unit.Length(st.Tracking), 1000), "normal"))
	}
	if st.LineHeight != base.LineHeight && st.LineHeight > 0 {
		l.add("line-height", strings.TrimSuffix(em(unit.Length(st.LineHeight), 1000), "em"))
	}
	return l
}

// setting returns how lines differ from those around.
func (s *sheet) setting(d dress, st, base *theme.Style) (l list) {
	p := s.theme.Style(theme.Paragraph)
	switch {
	case d.form == phrase || d.form == padded:
	case d.form != para && st.Align == theme.Justify: // its paragraphs are
	case d.form != para, st.Align != p.Align:
		l = append(l, aligned(st.Align)...)
	}
	if d.form == para && st.Indent != p.Indent {
		l.add("text-indent", em(st.Indent, st.Size))
	}
	if st.Hyphenate != base.Hyphenate && d.paras == "" {
		l = append(l, decl{"-webkit-hyphens", pick(st.Hyphenate, "auto", "none")}, decl{"hyphens", pick(st.Hyphenate, "auto", "none")})
	}
	return l
}

// white returns the white around a box, in ems of a size.
func white(d dress, st *theme.Style, size unit.Length) list {
	if d.form != padded {
		return list{{"margin", join(em(st.Before, size), em(st.Right, size), em(st.After, size), em(st.Left, size))}}
	}
	l := list{{"margin", join(em(st.Before, size), em(st.Right, size), em(st.After, size), "0")}}
	if d.box == "pre" {
		return append(l, decl{"padding-left", em(st.Left, size)})
	}
	return append(l, decl{"padding", "0 0 0 " + em(st.Left, size)})
}

// bold reports whether a style is set in the bold face: an EPUB has two weights.
func bold(st *theme.Style) bool { return st.Weight >= 600 }

func pick(first bool, a, b string) string {
	if first {
		return a
	}
	return b
}
