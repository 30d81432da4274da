package para

import (
	"testing"

	"octavo/book"
	"octavo/book/base/unit"
	"octavo/book/font/shape"
	"octavo/book/language/locale"
	"octavo/book/typeset/document"
	"octavo/book/typeset/flow"
	"octavo/book/typeset/theme"
)

// fonts is shared by all tests, since reading the files takes longer than most of them.
var fonts = shape.Builtin()

// A section is what paragraphs of a test are set in.
type section struct {
	*Engine
	geo  theme.Geometry
	lang string
	elem *document.Element
}

// A frame is where a paragraph of a test is set.
type frame struct {
	left, right unit.Length
	elem        *document.Element
	style       *theme.Style
}

// bare returns a section of the theme press for the screen in a language.
func bare(t testing.TB, lang string) *section { return themed(t, "press", lang) }

// themed returns a section of a theme for the screen in a language.
func themed(t testing.TB, name, lang string) *section {
	t.Helper()
	th, ok := theme.Builtin(name)
	if !ok {
		t.Fatalf("the theme %s is broken", name)
	}
	th, geo, _ := th.Fit("", book.Screen)
	return &section{New(fonts, th, nil), geo, lang, &document.Element{Type: "P"}}
}

func (s *section) paragraph(style *theme.Style) *Paragraph {
	return s.Paragraph(Context{
		Engine: s.Engine, Screen: true, Lang: s.lang, RTL: locale.RightToLeft(s.lang), Line: s.geo.Baseline, Edge: min(s.geo.Inner, s.geo.Outer),
	}, style)
}

func (s *section) width(fr frame) unit.Length { return s.geo.Measure - fr.left - fr.right }

func (s *section) linesOf(p *Paragraph, fr frame, indent unit.Length) []*flow.Strip {
	return p.Lines(fr.left, s.width(fr), indent)
}
