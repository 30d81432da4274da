package mathml

import (
	"strings"

	"octavo/book/markup/math"
)

// scripts writes a base with what stands above and below it.
func (w *writer) scripts(n *Node, s state) []piece {
	list := n.parts()
	want := map[string]int{"msub": 2, "msup": 2, "munder": 2, "mover": 2, "msubsup": 3, "munderover": 3}[n.Name]
	switch {
	case n.Name == "mmultiscripts" && len(list) > 0:
		return w.many(list, s)
	case len(list) != want || want == 0:
		w.fail("scripts of other than " + n.Name + "'s parts")
		return nil
	}
	base, sub, sup := list[0], list[1], (*Node)(nil)
	switch n.Name {
	case "msup", "mover":
		sub, sup = nil, list[1]
	case "msubsup", "munderover":
		sup = list[2]
	}
	if strings.HasPrefix(n.Name, "ms") {
		return w.beside(base, sub, sup, s)
	}
	return w.stacked(base, sub, sup, s)
}

// beside writes scripts at the right of a base.
func (w *writer) beside(base, sub, sup *Node, s state) []piece {
	tex, class := w.base(base, s)
	if usual, ok := w.limits(base); ok && usual && s.display {
		tex += `\nolimits`
	}
	return []piece{{tex + w.below(sub, s) + w.above(sup, s), class, false}}
}

// stacked writes what stands above and below a base: the limits of an operator, an accent,
// or signs on another.
func (w *writer) stacked(base, sub, sup *Node, s state) []piece {
	if tex, ok := w.accent(base, sub, sup, s); ok {
		return []piece{{tex, math.Ord, true}}
	}
	if usual, ok := w.limits(base); ok {
		tex, class := w.base(base, s)
		if moves, said := base.only().movable(); said && !moves || !usual {
			tex += `\limits`
		}
		return []piece{{tex + w.below(sub, s) + w.above(sup, s), class, false}}
	}
	if braced(base) {
		tex, class := w.base(base, s)
		return []piece{{tex + w.below(sub, s) + w.above(sup, s), class, false}}
	}
	if arrow := longArrow(base.only()); arrow != "" && sup != nil {
		tex := arrow + w.braced(sup, script(s))
		if sub != nil {
			tex = `\underset` + w.braced(sub, script(s)) + "{" + tex + "}"
		}
		return []piece{{tex, math.Rel, true}}
	}
	tex, class := w.base(base, s)
	tex = "{" + strings.TrimSuffix(strings.TrimPrefix(tex, "{"), "}") + "}"
	if !paired(tex[1:len(tex)-1]) || strings.HasPrefix(tex, "{{}") {
		tex, class = w.braced(base, s), math.Ord
	}
	if sup != nil {
		tex = `\overset` + w.braced(sup, script(s)) + tex
	}
	if sub != nil {
		if sup != nil {
			tex = "{" + tex + "}"
		}
		tex = `\underset` + w.braced(sub, script(s)) + tex
	}
	return []piece{{tex, class, true}}
}

// script returns the state of a script.
func script(s state) state {
	s = s.within()
	s.script = true
	return s
}

// base writes what scripts stand at, with the class of it.
func (w *writer) base(n *Node, s state) (string, math.Class) {
	inner := s
	inner.top = false
	pieces := w.list([]*Node{n}, inner)
	switch {
	case len(pieces) == 1 && pieces[0].base && pieces[0].tex != "":
		return pieces[0].tex, pieces[0].class
	case len(pieces) == 0:
		return "{}", math.Ord
	}
	return "{" + join(pieces, s.script) + "}", math.Ord
}

func (w *writer) below(n *Node, s state) string {
	if n == nil || n.Name == "none" {
		return ""
	}
	return "_" + w.group(n, script(s))
}

// above writes a script above the line. Primes stand before it without a sign.
func (w *writer) above(n *Node, s state) string {
	if n == nil || n.Name == "none" {
		return ""
	}
	list := []*Node{n}
	if one := n.only(); one.Name == "mrow" {
		list = one.parts()
	}
	marks := ""
	for len(list) > 0 {
		more, ok := primes(list[0].only().sign())
		if !ok {
			break
		}
		marks += more
		list = list[1:]
	}
	switch {
	case marks == "":
		return "^" + w.group(n, script(s))
	case len(list) == 0:
		return marks
	}
	return marks + "^{" + join(w.list(list, script(s)), true) + "}"
}

// limits reports whether a part is an operator whose scripts may stand above and below it,
// and whether they do so by themselves.
func (w *writer) limits(n *Node) (usual, ok bool) {
	n = n.only()
	if n.Name != "mo" && n.Name != "mi" {
		return false, false
	}
	text := n.Content()
	if usual, ok = math.Function(strings.NewReplacer(" ", "", "\u00a0", "", "\u2009", "").Replace(text)); ok {
		return usual, true
	}
	if _, said := n.movable(); said && n.Name == "mo" && len(text) > 1 && letter(text[0]) {
		return true, true
	}
	if len([]rune(text)) != 1 {
		return false, false
	}
	_, class, known := math.Spell([]rune(text)[0])
	return !strings.Contains("∫∬∭∮", text), known && class == math.Op
}

// braced reports whether a part is a brace above or below a row, whose script stands with it.
func braced(n *Node) bool {
	n = n.only()
	list := n.parts()
	return (n.Name == "munder" || n.Name == "mover") && len(list) == 2 && (list[1].sign() == "⏟" || list[1].sign() == "⏞")
}

// longArrow returns the command of an arrow that grows with what is above it, "" for none.
func longArrow(n *Node) string {
	grows := n.Get("stretchy") != "false"
	switch text := n.sign(); {
	case text == "⟶", text == "→" && grows:
		return `\xrightarrow`
	case text == "⟵", text == "←" && grows:
		return `\xleftarrow`
	}
	return ""
}

// An accentForm are the commands for a mark above one letter, and above a row.
type accentForm struct{ narrow, wide string }

// overs are the marks above a row, as many writers of MathML have them.
var overs = accentTable(map[string]accentForm{
	"^ˆ\u0302": {`\hat`, `\widehat`}, "~˜\u0303∼": {`\tilde`, `\widetilde`}, "¯‾ˉ\u0304\u0305―_": {`\bar`, `\overline`}, "→⃗⟶⇀\u20d7": {`\vec`, `\overrightarrow`},
	"ˇ\u030c": {`\check`, ""}, "´ˊ\u0301": {`\acute`, ""}, "`ˋ\u0300": {`\grave`, ""}, "˙.\u0307⋅·": {`\dot`, ""}, "¨\u0308": {`\ddot`, ""}, "˘\u0306": {`\breve`, ""},
	"˚\u030a": {`\mathring`, ""}, "⏞︷": {`\overbrace`, `\overbrace`},
})

// unders are the marks below a row.
var unders = accentTable(map[string]accentForm{"_¯‾̲―\u0332": {`\underline`, `\underline`}, "⏟︸": {`\underbrace`, `\underbrace`}})

// accentTable returns a table by characters.
func accentTable(lists map[string]accentForm) map[string]accentForm {
	out := map[string]accentForm{}
	for list, form := range lists {
		for _, r := range list {
			out[string(r)] = form
		}
	}
	return out
}

// accent writes a part with a mark above or below it; false when it has none.
func (w *writer) accent(base, sub, sup *Node, s state) (string, bool) {
	mark, table := sup, overs
	if sub != nil {
		mark, table = sub, unders
	}
	if sub != nil && sup != nil {
		return "", false
	}
	text := mark.only().Content()
	form, ok := table[text]
	if one := base.only(); !ok || one.Name == "mo" && one.Get("movablelimits") != "" || longArrow(one) != "" || mark.only().Name == "mi" {
		return "", false
	}
	inner := s
	inner.top, inner.script = false, false
	body := w.braced(base, inner)
	switch stretchy := mark.only().Get("stretchy"); {
	case form.wide == "", stretchy == "false":
		return form.narrow + body, true
	case stretchy == "true":
		return form.wide + body, true
	case len([]rune(base.Content())) == 1:
		return form.narrow + body, true
	}
	return form.wide + body, true
}

// many writes a base with scripts on both sides, in columns.
func (w *writer) many(list []*Node, s state) []piece {
	var before, after strings.Builder
	to := &after
	for i := 1; i < len(list); i++ {
		if list[i].Name == "mprescripts" {
			to = &before
			continue
		}
		if to.Len() > 0 || to == &before {
			to.WriteString("{}")
		}
		to.WriteString(w.below(list[i], s))
		if i++; i < len(list) && list[i].Name != "mprescripts" {
			to.WriteString(w.above(list[i], s))
		}
	}
	tex, class := w.base(list[0], s)
	return []piece{{before.String() + tex + after.String(), class, false}}
}
