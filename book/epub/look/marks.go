package look

import "octavo/book/typeset/theme"

// marked are the stressed words that have marks in place of bold letters.
const marked = "em:lang(ja), em:lang(ko), em:lang(zh), em:lang(cmn), em:lang(yue)"

// markStyles are the forms of marks in CSS. Sesame drops are filled unless they are said not to
// be, and a dot has to be said to be, for engines that count it as a circle.
var markStyles = map[theme.Marks]string{
	theme.Dots: "filled dot", theme.Sesames: "filled sesame", theme.Circles: "open circle",
}

// marks writes the form of the marks of emphasis in Chinese, Japanese and Korean. Where a
// reading system draws none, and where the theme has none, the letters are bold.
func (s *sheet) marks() {
	style := markStyles[s.theme.Marks]
	if style == "" {
		return
	}
	s.b.WriteString("@supports (text-emphasis-style: dot) or (-webkit-text-emphasis-style: dot) {\n  " +
		ruleText(marked, list{
			{"font-weight", "inherit"}, {"-epub-text-emphasis-style", style}, {"-webkit-text-emphasis-style", style}, {"text-emphasis-style", style},
		}) + "}\n")
}
