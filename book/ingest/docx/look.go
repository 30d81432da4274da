package docx

import (
	"strings"

	"octavo/book"
	"octavo/book/markup/xmltree"
)

// A setting is a property that may be on, off, or not said.
type setting int8

const (
	unset setting = iota
	isOn
	isOff
)

// settingOf returns the setting of a property.
func settingOf(n *xmltree.Node) setting {
	switch {
	case n == nil:
		return unset
	case on(n):
		return isOn
	}
	return isOff
}

// over returns s, or below where s is not said.
func (s setting) over(below setting) setting {
	if s == unset {
		return below
	}
	return s
}

// A look is what properties of characters say (ECMA-376, part 1, 17.3.2), as far as it
// means something.
type look struct {
	strong, em, strike, double, smallCaps, hidden, underline setting
	strongCS, emCS                                           setting // of complex scripts, such as Arabic
	complex                                                  setting // the text is of one
	dotted                                                   setting // the marks of emphasis of East Asia
	script                                                   string  // "superscript", "subscript", "baseline"; "" where it is not said
	font                                                     string
	marker                                                   string // colour of a highlighter
}

func lookOf(props *xmltree.Node) look {
	if props == nil {
		return look{}
	}
	fonts := props.Child("rFonts")
	l := look{
		strong: settingOf(props.Child("b")), em: settingOf(props.Child("i")), strongCS: settingOf(props.Child("bCs")), emCS: settingOf(props.Child("iCs")),
		strike: settingOf(props.Child("strike")), double: settingOf(props.Child("dstrike")), smallCaps: settingOf(props.Child("smallCaps")),
		hidden: settingOf(props.Child("vanish")), underline: settingOf(props.Child("u")), dotted: settingOf(props.Child("em")),
		complex: settingOf(props.Child("rtl")).over(settingOf(props.Child("cs"))),
		script:  props.Child("vertAlign").Any("val"), font: orElse(fonts.Any("ascii"), fonts.Any("hAnsi")), marker: props.Child("highlight").Any("val"),
	}
	// LibreOffice raises and makes small.
	if raised := props.Child("position").Any("val"); l.script == "" && props.Child("sz") != nil {
		switch {
		case strings.HasPrefix(raised, "-"):
			l.script = "subscript"
		case raised != "" && raised != "0":
			l.script = "superscript"
		}
	}
	return l
}

// over returns l where it says something, and below for the rest.
func (below look) over(l look) look {
	l.strong, l.em, l.strike, l.double = l.strong.over(below.strong), l.em.over(below.em), l.strike.over(below.strike), l.double.over(below.double)
	l.strongCS, l.emCS, l.complex = l.strongCS.over(below.strongCS), l.emCS.over(below.emCS), l.complex.over(below.complex)
	l.smallCaps, l.hidden, l.underline, l.dotted = l.smallCaps.over(below.smallCaps), l.hidden.over(below.hidden), l.underline.over(below.underline), l.dotted.over(below.dotted)
	l.script, l.font, l.marker = orElse(l.script, below.script), orElse(l.font, below.font), orElse(l.marker, below.marker)
	return l
}

// onStyle returns the look of a run with properties of its own, in a character style and
// in a paragraph of a style. A property of both styles cancels itself: a word of the style
// Emphasis in a paragraph in italics stands upright (ECMA-376, part 1, 17.7.3).
func (direct look) onStyle(char, paragraph look) look {
	toggled := func(a, b setting) setting {
		switch {
		case a == isOn && b == isOn:
			return isOff
		case a == isOn || b == isOn:
			return isOn
		}
		return a.over(b)
	}
	under := paragraph.over(char)
	under.strong, under.em = toggled(char.strong, paragraph.strong), toggled(char.em, paragraph.em)
	under.strongCS, under.emCS = toggled(char.strongCS, paragraph.strongCS), toggled(char.emCS, paragraph.emCS)
	under.smallCaps, under.hidden = toggled(char.smallCaps, paragraph.smallCaps), toggled(char.hidden, paragraph.hidden)
	l := under.over(direct)
	if l.complex == isOn {
		l.strong, l.em = l.strongCS, l.emCS
	}
	return l
}

// styles returns what a look means in text whose usual look is another. Emphasis is what
// differs from the text around it.
func (l look) styles(usual look, inLink bool) []book.Style {
	var out []book.Style
	for _, s := range []struct {
		is    bool
		style book.Style
	}{
		{l.strong == isOn && usual.strong != isOn, book.Strong},
		{(l.em == isOn) != (usual.em == isOn) || l.dotted == isOn, book.Emphasis},
		{l.strike == isOn || l.double == isOn, book.Strike},
		{l.smallCaps == isOn && usual.smallCaps != isOn, book.SmallCaps},
		{l.script == "superscript", book.Superscript},
		{l.script == "subscript", book.Subscript},
		{l.underline == isOn && usual.underline != isOn && !inLink, book.Underline},
	} {
		if s.is {
			out = append(out, s.style)
		}
	}
	return out
}

// monospaced are beginnings of the names of fonts for code, in lower case.
var monospaced = []string{"courier", "consolas", "menlo", "monaco", "lucida console", "lucida sans typewriter", "andale mono", "cascadia", "source code", "fira code", "fira mono", "jetbrains mono",
	"roboto mono", "sf mono", "ibm plex mono", "ubuntu mono", "inconsolata", "liberation mono", "dejavu sans mono", "noto sans mono", "noto mono", "hack", "pt mono", "letter gothic"}

func isMonospaced(font string) bool {
	font = strings.ToLower(font)
	for _, name := range monospaced {
		if strings.HasPrefix(font, name) {
			return true
		}
	}
	return false
}
