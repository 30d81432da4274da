package scribble

import (
	"fmt"
	"strings"
)

// formulas are right, most of them.
var formulas = []string{`x^2`, `\frac{a}{b}`, `\sum_{i=1}^n x_i`, `\sqrt[3]{\alpha}`, `\left(\frac{1}{2}\right)`, `\begin{pmatrix}a&b\\c&d\end{pmatrix}`, `\text{if } x > 0`, `\hat\beta`, `\int_0^\infty \overline{x}\,dx`, `\underbrace{a+b}_2`, `\mathbb{E}[x]`, `a_{b_{c_d}}`}

func (s *scribe) formula() string {
	if s.slips() {
		return pick(s, []string{`\frac{`, `x^`, `\left(`, `\unknown`, `}`, `\begin{matrix}`, `&`, `x^2^3`})
	}
	return pick(s, formulas)
}

// inlines is a line of text with markup in it.
func (s *scribe) inlines() string {
	t := s.tongue()
	parts := make([]string, 1+s.IntN(4))
	for i := range parts {
		parts[i] = s.text(t, 1+s.IntN(8))
		if s.once(2) {
			parts[i] += " " + s.inline(t, 3)
		}
	}
	return strings.Join(parts, " ")
}

// pairs are marks before and after inlines.
var pairs = [][2]string{{"*", "*"}, {"**", "**"}, {"_", "_"}, {"***", "***"}, {"~~", "~~"}, {"<sup>", "</sup>"}, {"H<sub>", "</sub>"}, {"<kbd>", "</kbd>"}, {"<mark>", "</mark>"}, {"<small>", "</small>"},
	{"<cite>", "</cite>"}, {`<abbr title="T">`, "</abbr>"}, {"<ins>", "</ins>"}, {"<b>", "</b>"}, {"“", "”"}, {"\"", "\""}, {"(", ")"}, {`<span lang="de">`, "</span>"}}

// inline is one construct, with at most depth others inside.
func (s *scribe) inline(t tongue, depth int) string {
	inner := func() string {
		if depth > 0 && s.once(3) {
			return s.inline(t, depth-1)
		}
		return s.text(t, 1+s.IntN(3))
	}
	switch s.IntN(14) {
	case 0:
		return "`" + strings.ReplaceAll(s.text(t, 2), "`", "") + "`"
	case 1:
		return fmt.Sprintf("[%s](%s)", inner(), s.address())
	case 2:
		other := pick(s, tongues)
		return fmt.Sprintf("[%s]{lang=%s}", s.text(other, 2), other.lang)
	case 3:
		return fmt.Sprintf("[%s]{.smallcaps}", inner())
	case 4:
		return pick(s, []string{fmt.Sprintf("[%s]{.index}", s.plain(1)), fmt.Sprintf("[%s]{index=\"%s!%s\"}", s.plain(1), s.plain(1), s.plain(2))})
	case 5:
		return s.call()
	case 6:
		if s.math {
			return "$" + s.formula() + "$"
		}
		return "$5"
	case 7:
		return pick(s, []string{"\\\n", "  \n", "\n"}) + s.text(t, 2)
	case 8:
		return pick(s, []string{"<https://example.org/x>", "<ann@example.org>", "https://example.org/y", "www.example.org"})
	case 9:
		return fmt.Sprintf("![%s](%s)", s.plain(2), s.picture())
	}
	p := pick(s, pairs)
	return p[0] + inner() + p[1]
}

// address is where a link leads.
func (s *scribe) address() string {
	if s.slips() {
		return pick(s, []string{"absent.md", "#absent", "../outside.md", "javascript:x", "//host/x", "ftp://example.org/x", "tel:+1", "", "https://", "<a b>", "/etc/passwd", "file:///x", "data:text/html,x"})
	}
	return pick(s, []string{"https://example.org/", "https://example.org/ö?q=1&r=2 \"Title\"", "mailto:ann@example.org", "<" + pick(s, s.chapters) + ">", "https://example.org/(x)"})
}

// call calls a footnote, whose text is put off to the end of the chapter.
func (s *scribe) call() string {
	if s.depth < 0 { // in a note
		return ""
	}
	id := fmt.Sprintf("n%d", len(s.notes)+1)
	if len(s.notes) > 0 && s.once(5) {
		return "[^n1]"
	}
	s.notes = append(s.notes, "")
	if s.slips() {
		return "[^absent]"
	}
	return "[^" + id + "]"
}
