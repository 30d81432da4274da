package look

import (
	"fmt"
	"strings"

	"octavo/book/base/unit"
	"octavo/book/typeset/theme"
)

// families are the faces of the roles, before and after those that stand in for letters
// which they lack.
var families = map[theme.Role]string{
	theme.Serif: `"%serif%", %fallback%serif`,
	theme.Sans:  `"%sans%", %fallback%sans-serif`,
	theme.Mono:  `"%mono%", %fallback%monospace`,
}

// A decl is a declaration, and a list those of a rule.
type decl struct{ property, value string }

type list []decl

func (l *list) add(property, value string) { *l = append(*l, decl{property, value}) }

// rule writes a rule on a line of its own; nothing where it has no declarations.
func (s *sheet) rule(selector string, l list) {
	if len(l) > 0 {
		s.b.WriteString(ruleText(selector, l))
	}
}

func ruleText(selector string, l list) string {
	var b strings.Builder
	b.WriteString(selector + " {")
	for _, d := range l {
		fmt.Fprintf(&b, " %s: %s;", d.property, d.value)
	}
	b.WriteString(" }\n")
	return b.String()
}

// em returns a length in ems of a size, in hundredths.
func em(l, size unit.Length) string {
	n := unit.Point.Mul(int64(l), int64(max(size, 1))).Decimal(2)
	if n == "0" {
		return n
	}
	return n + "em"
}

// px returns the thickness of a rule: a pixel for a point, and one at least.
func px(l unit.Length) string {
	return fmt.Sprintf("%dpx", max(1, (l+unit.Point/2)/unit.Point))
}

// join returns the shortest form of four sides.
func join(top, right, bottom, left string) string {
	switch {
	case right != left:
		return top + " " + right + " " + bottom + " " + left
	case top != bottom:
		return top + " " + right + " " + bottom
	case top != right:
		return top + " " + right
	}
	return top
}

// aligned returns an alignment, for systems that know the sides of the page alone as well.
func aligned(a theme.Align) list {
	switch a {
	case theme.Justify:
		return list{{"text-align", "justify"}}
	case theme.Center:
		return list{{"text-align", "center"}}
	case theme.Right:
		return list{{"text-align", "right"}, {"text-align", "end"}}
	}
	return list{{"text-align", "left"}, {"text-align", "start"}}
}

// each returns a selector list, each of its selectors changed.
func each(selectors string, change func(string) string) string {
	parts := strings.Split(selectors, ", ")
	for i, p := range parts {
		parts[i] = change(p)
	}
	return strings.Join(parts, ", ")
}

func rtl(selectors string) string {
	return each(selectors, func(s string) string { return `[dir="rtl"] ` + s })
}

// within returns the selectors of elements within others.
func within(selectors string, tags ...string) string {
	return each(selectors, func(s string) string {
		var list []string
		for _, tag := range tags {
			list = append(list, s+" "+tag)
		}
		return strings.Join(list, ", ")
	})
}
