package look

import (
	"fmt"
	"strings"

	"octavo/book/typeset/theme"
)

// paragraphs writes the face of the text, which stands on body alone, where a reading
// system can replace it, and the form of paragraphs.
func (s *sheet) paragraphs() {
	p := s.theme.Style(theme.Paragraph)
	body := list{{"font-family", families[p.Family]}}
	rest := s.face(p, &theme.Style{Family: p.Family, Weight: 400})
	if !p.Hyphenate {
		rest = append(rest, list{{"-webkit-hyphens", "none"}, {"hyphens", "none"}}...)
	}
	s.rule("body", append(body, rest...))
	s.rule("p", list{{"text-indent", em(p.Indent, p.Size)}})
	if p.Align != theme.Justify {
		s.rule("p", aligned(p.Align))
		return
	}
	// 25 em are some 55 letters, wider than a phone held upright in a usual size. By eye.
	s.b.WriteString("/* On a phone justified lines gape. Without a text-align the reading system's\n   own choice stands. */\n")
	s.b.WriteString("@media (min-width: 25em) {\n  " + ruleText("p", aligned(p.Align)) + "}\n")
}

// A short rule opens an article, and another one its bios. The selectors draw a rule before
// the first line, whichever that is; a reading system that draws nothing there loses a rule
// and no more.
const (
	openingRule = "div.opening::before, h1.matter-title::before, section.title-page::before, section.part::before"
	endRule     = "div.bios::before"
)

// openings writes how articles begin and end, on which axis figures, tables and the publisher's
// logo stand, and the smaller text of tables.
func (s *sheet) openings() {
	o, size := &s.theme.Opening, s.theme.Style(theme.Paragraph).Size
	s.rule("div.opening", list{{"margin", join(em(o.Before, size), "0", em(o.After, size), "0")}})
	// A picture whose caption has room on its page is laid out by align-items.
	axis := s.theme.Style(theme.Figure).Align
	s.rule("figure", append(aligned(axis), decl{"align-items", pick(axis == theme.Center, "center", "flex-start")}))
	s.rule("figure.logo", aligned(s.theme.Style(theme.BookPublisher).Align))
	below := pick(o.RuleAlign == theme.Center, "auto", "0")
	s.rule("table", list{{"margin", join("0", below, "0", below)}})
	bar := func(thick, width, after string) list {
		return list{{"content", `""`}, {"display", "block"}, {"width", width}, {"border-top", thick + " solid"}, {"margin", join("0", below, after, below)}}
	}
	if o.Rule > 0 {
		s.rule(openingRule, bar(px(o.Rule), em(o.RuleWidth, size), "0.6em"))
		s.rule("h1.matter-title::before", list{{"width", em(o.RuleWidth, s.theme.Style(theme.MatterTitle).Size)}})
		s.ruled = append(s.ruled, openingRule)
	}
	if o.EndRule > 0 {
		s.rule(endRule, bar(px(o.EndRule), em(o.EndRuleWidth, size), "1.2em"))
		s.ruled = append(s.ruled, endRule)
	}
	// The numbers of the initial are by eye: it is as high as three lines of the theme, and
	// its box a little lower than its size, so that no line stands clear of it.
	if o.LeadIn == theme.DropCap {
		s.rule("div.body > p:first-child::first-line", list{{"font-variant", "small-caps"}, {"letter-spacing", "0.03em"}})
		s.rule("div.body > p:first-child::first-letter", list{
			{"float", "left"}, {"font-variant", "normal"}, {"font-size", "3.1em"}, {"line-height", "0.86"}, {"padding", "0.04em 0.08em 0 0"},
		})
	}
	// In a narrow window a table has smaller type, by the width that its columns share. By eye:
	// no smaller than ten pixels, which are read with effort, nor than half an em.
	s.b.WriteString("@supports (container-type: inline-size) {\n  " +
		ruleText("div.table[style] > table", list{{"font-size", "max(0.5em, 10px, min(" + em(s.theme.Style(theme.Table).Size, size) + ", calc(100cqi / var(--columns))))"}}) + "}\n")
}

// breaks writes the ornament of a thematic break: a text, or three dots, made of a border
// for the reading systems that draw no text before an element.
func (s *sheet) breaks() {
	st, size := s.theme.Style(theme.Break), s.theme.Style(theme.Paragraph).Size
	before, after := em(st.Before, size), em(st.After, size)
	if s.theme.Ornament == "" {
		s.rule("hr.break", list{{"border", "none"}, {"border-top", "0.22em dotted"}, {"width", "1.1em"}, {"height", "0"}, {"margin", join(before, "auto", after, "auto")}})
	} else {
		s.rule("hr.break", append(list{{"border", "none"}, {"margin", join(before, "0", after, "0")}, {"height", "1.2em"}}, aligned(st.Align)...))
		text := append(list{{"content", quoted(s.theme.Ornament)}}, s.face(st, s.theme.Style(theme.Paragraph))...)
		s.rule("hr.break::before", append(text, decl{"font-size", em(st.Size, size)}))
	}
	switch {
	case st.Tint != theme.Accent:
	case s.theme.Ornament == "":
		s.ruled = append(s.ruled, "hr.break")
	default:
		s.inked = append(s.inked, "hr.break::before")
	}
}

// blocks writes what is drawn around blocks that stand apart. The white within is by eye.
func (s *sheet) blocks() {
	b := &s.theme.Blocks
	for _, block := range []struct {
		selector string
		form     theme.Form
	}{{".admonition", b.Admonition}, {".box", b.Box}, {".pullquote", b.PullQuote}} {
		s.form(block.selector, block.form, px(b.Rule)+" solid")
	}
}

// interview lets those who speak stand out to the left of what they say.
func (s *sheet) interview() {
	left := em(s.theme.Style(theme.Interview).Left, s.theme.Style(theme.Paragraph).Size)
	// Both classes of the block are named, to win over the first paragraph of any block.
	s.rule(".block.interview > p.block-title, .block.interview > p.question, .block.interview > p.answer", list{{"text-indent", "-" + left}})
	s.rule(".block.interview > p.continued", list{{"text-indent", "0"}})
}

// form writes what is drawn around a block. No page of an EPUB has a known ground, so that
// a tint is a frame.
func (s *sheet) form(selector string, form theme.Form, border string) {
	switch form {
	case theme.Bar:
		s.rule(selector, list{{"border-left", border}, {"padding-left", "0.9em"}})
		s.rule(rtl(selector), list{{"border-left", "none"}, {"padding-left", "0"}, {"border-right", border}, {"padding-right", "0.9em"}})
		s.ruled = append(s.ruled, selector, rtl(selector))
	case theme.Rules:
		s.rule(selector, list{{"border-top", border}, {"border-bottom", border}, {"padding", "0.6em 0"}})
		s.ruled = append(s.ruled, selector)
	case theme.Framed, theme.Tinted:
		s.rule(selector, list{{"border", "1px solid"}, {"padding", "0.7em 0.9em"}})
	}
}

// quoted returns a string of CSS. All but letters and digits is escaped, so that a sheet
// in any encoding shows it, and nothing ends it.
func quoted(text string) string {
	var b strings.Builder
	for _, r := range text {
		if r < 0x80 && r != '"' && r != '\\' && r != '%' && r >= ' ' {
			b.WriteRune(r)
		} else {
			fmt.Fprintf(&b, `\%06x`, r)
		}
	}
	return `"` + b.String() + `"`
}

// accents writes the colour of the accent, and its colour on dark pages. A grey is no
// accent: it is the ink of paper, thinned, and on other pages the text's own colour does as
// well.
//
// A reading system in its night mode seldom says that the scheme is dark: it gives the text
// a light colour. Where CSS can make a colour of another, the accent is chosen by the
// colour of the text. The factor clamp(0, 2r + 7g + b - 1275, 1) is 0 beside dark text and 1
// beside light text: 2, 7 and 1 are tenths of the weights of red, green and blue in
// luminance, and 1275 is half of ten times 255. The letters are filled with the colour, since
// in the property color itself engines take currentcolor for black.
func (s *sheet) accents() {
	c := s.theme.Colors.Accent
	if c.R == c.G && c.G == c.B || len(s.inked)+len(s.ruled) == 0 {
		return
	}
	dark := c.OnDark()
	channel := func(from, to uint8) string {
		return fmt.Sprintf("calc(%d + %d * clamp(0, 2 * r + 7 * g + b - 1275, 1))", from, int(to)-int(from))
	}
	follow := fmt.Sprintf("rgb(from currentcolor %s %s %s)", channel(c.R, dark.R), channel(c.G, dark.G), channel(c.B, dark.B))
	s.tint(list{{"color", hex(c)}}, hex(c), "", "")
	s.tint(list{{"color", hex(dark)}}, hex(dark), "@media (prefers-color-scheme: dark) {\n", "}\n")
	s.tint(list{{"color", "inherit"}, {"-webkit-text-fill-color", follow}}, follow, "@supports (color: rgb(from currentcolor r g b)) and (-webkit-text-fill-color: red) {\n", "}\n")
}

// tint writes the accent's colour for all that has it: for letters, and for rules and
// breaks that are drawn as borders.
func (s *sheet) tint(ink list, border, open, end string) {
	s.b.WriteString(open)
	for _, l := range []struct {
		selectors []string
		value     list
	}{{s.inked, ink}, {s.ruled, list{{"border-color", border}}}} {
		if len(l.selectors) > 0 {
			s.rule(strings.Join(l.selectors, ", "), l.value)
		}
	}
	s.b.WriteString(end)
}

func hex(c theme.Color) string { return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B) }
