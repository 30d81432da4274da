package mathml

import (
	"strings"

	"octavo/book/markup/math"
)

// A piece is a part of a row in TeX, with the class that the space around it hangs on.
type piece struct {
	tex   string
	class math.Class
	// base says that scripts may follow without braces round the piece.
	base bool
}

// state is what a part takes from what is around it.
type state struct {
	depth   int
	display bool   // set as a display
	top     bool   // the row that all others stand in
	script  bool   // the row of a script
	applied bool   // what follows is what the part, a function, applies to
	variant string // the mathvariant of the style around, "" for none
}

// within returns the state of a part that is set smaller than what is around.
func (s state) within() state {
	s.display, s.top, s.script, s.applied = false, false, false, false
	return s
}

// A writer writes one formula. What is the first thing that has no TeX.
type writer struct{ what string }

func (w *writer) fail(what string) {
	if w.what == "" {
		w.what = what
	}
}

// list writes parts side by side.
func (w *writer) list(kids []*Node, s state) []piece {
	if s.depth++; s.depth > maxDepth {
		w.fail("a formula nested so deep")
		return nil
	}
	list := shown(kids)
	if pieces, ok := w.fenced(list, s); ok {
		return pieces
	}
	ends := pairs(list)
	var out []piece
	for i := 0; i < len(list); i++ {
		if end := ends[i]; end > 0 {
			out = append(out, w.fenceOf(list[i].mark(), list[end].mark(), list[i+1:end], s))
			i = end
			continue
		}
		if thinBefore(list, i) {
			continue
		}
		part := s
		part.applied = i+1 < len(list) && list[i+1].sign() == applies || s.applied && len(list) == 1
		out = append(out, w.node(list[i], part)...)
	}
	return out
}

// join returns pieces as one text. Signs between terms and sides have spaces around them, for
// the author who reads the source, but in scripts; and so have the commands behind braces.
// Elsewhere a space stands only where TeX needs it.
func join(pieces []piece, tight bool) string {
	var b strings.Builder
	last := math.Open
	tail := piece{} // the piece before
	for _, p := range pieces {
		if p.tex == "" {
			continue
		}
		class := p.class
		if class == math.Bin && (last == math.Bin || last == math.Rel || last == math.Open || last == math.Punct || last == math.Op) {
			class = math.Ord
		}
		airy := !tight && (class == math.Bin || class == math.Rel || last == math.Bin || last == math.Rel || last == math.Punct)
		if tail.tex != "" && (airy || touches(tail.tex, p.tex) || parted(tail, p)) {
			b.WriteByte(' ')
		}
		b.WriteString(p.tex)
		last, tail = class, p
	}
	return b.String()
}

// parted reports whether a reader of the source is helped by a space between two pieces:
// scripts or an argument before a letter or a command.
func parted(a, b piece) bool {
	end := a.tex[len(a.tex)-1]
	command := b.tex[0] == '\\' && len(b.tex) > 1 && letter(b.tex[1])
	return command && (end == '}' || !a.base) && !strings.HasPrefix(b.tex, `\right`) || letter(b.tex[0]) && !a.base && end != '\''
}

// merge makes one piece of letters that each have the same alphabet: {\mathrm{G}\mathrm{D}} is
// how some writers of MathML have \mathrm{GD}.
func merge(pieces []piece) []piece {
	if len(pieces) < 2 {
		return pieces
	}
	head, _, _ := strings.Cut(pieces[0].tex, "{")
	if !alphabet(head) {
		return pieces
	}
	var b strings.Builder
	for _, p := range pieces {
		body, ok := strings.CutPrefix(p.tex, head+"{")
		if !ok || len(body) != 2 || body[1] != '}' {
			return pieces
		}
		b.WriteByte(body[0])
	}
	return []piece{{head + "{" + b.String() + "}", math.Ord, true}}
}

// alphabet reports whether s is the command of an alphabet.
func alphabet(s string) bool {
	for _, command := range faces {
		if s == command {
			return true
		}
	}
	return false
}

// touches reports whether two pieces would be read as one without a space between them.
func touches(before, after string) bool {
	switch a := after[0]; {
	case letter(a):
		return endsCommand(before)
	case a >= '0' && a <= '9' || a == '.':
		c := before[len(before)-1]
		return c >= '0' && c <= '9' || c == '.' || strings.HasSuffix(before, "{,}")
	case a == '\'' || a == '*' || a == '[':
		return endsCommand(before)
	case a == '\\':
		return endsCommand(before) && len(after) > 1 && letter(after[1])
	}
	return false
}

// endsCommand reports whether s ends with a command of letters.
func endsCommand(s string) bool {
	i := len(s)
	for i > 0 && letter(s[i-1]) {
		i--
	}
	return i < len(s) && i > 0 && s[i-1] == '\\'
}

func letter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// row writes what is in an element as one text.
func (w *writer) row(n *Node, s state) string {
	if n.Name == "mrow" || n.Name == "mtd" || n.Name == "math" || n.Name == "semantics" {
		return join(merge(w.list(n.Kids, s)), s.script)
	}
	return join(w.list([]*Node{n}, s), s.script)
}

// group writes an element between braces, but for a single character where no braces
// are needed.
func (w *writer) group(n *Node, s state) string {
	tex := w.row(n, s)
	if len(tex) == 1 && tex != "'" && tex != " " {
		return tex
	}
	return "{" + tex + "}"
}

// braced writes an element between braces.
func (w *writer) braced(n *Node, s state) string { return "{" + w.row(n, s) + "}" }

// node writes one element.
func (w *writer) node(n *Node, s state) []piece {
	one := func(tex string, class math.Class) []piece { return []piece{{tex, class, true}} }
	switch n.Name {
	case "mi", "mn", "mo", "mtext", "ms", "":
		return w.token(n, s)
	case "mrow", "math", "semantics", "mpadded", "a":
		s.top = s.top && n.Name != "mpadded"
		return w.nested(n, s)
	case "mstyle":
		return w.style(n, s)
	case "mspace":
		return one(space(n, s), math.Blank)
	case "mphantom", "none", "mprescripts":
		return nil
	case "mfrac":
		return w.fraction(n, s)
	case "msqrt":
		return one(`\sqrt{`+join(w.list(n.Kids, s.within()), false)+"}", math.Ord)
	case "mroot":
		return w.root(n, s)
	case "msub", "msup", "msubsup", "munder", "mover", "munderover", "mmultiscripts":
		return w.scripts(n, s)
	case "mtable":
		return one(w.table(n, s, 0, 0), math.Ord)
	case "mfenced":
		return w.mfenced(n, s)
	case "menclose":
		return w.enclosed(n, s)
	case "maction":
		if list := n.parts(); len(list) > 0 {
			return w.node(list[0], s)
		}
		return nil
	}
	w.fail("<" + n.Name + ">")
	return nil
}

// nested writes a row within a row. Its braces are left out where they change nothing: a
// sign at its ends would stand between terms without them.
func (w *writer) nested(n *Node, s state) []piece {
	pieces := merge(w.list(n.Kids, s))
	if len(pieces) == 0 {
		return []piece{{"{}", math.Ord, true}}
	}
	for _, p := range []piece{pieces[0], pieces[len(pieces)-1]} {
		if p.class == math.Bin || p.class == math.Rel {
			return []piece{{"{" + join(pieces, s.script) + "}", math.Ord, true}}
		}
	}
	return pieces
}

// style writes a part in a style of its own.
func (w *writer) style(n *Node, s state) []piece {
	if v := n.Get("mathvariant"); v != "" {
		s.variant = v
	}
	command := ""
	shown := n.Get("displaystyle")
	list := n.parts()
	if f := single(list); f != nil && f.Name == "mfrac" && shown != "" && n.Get("scriptlevel") == "0" {
		if s.display != (shown == "true") {
			return w.sizedFraction(f, s, shown == "true")
		}
	}
	switch level := n.Get("scriptlevel"); {
	case level == "1" && !s.script:
		command = `\scriptstyle`
	case level == "2":
		command = `\scriptscriptstyle`
	case shown == "true" && !s.display:
		command, s.display = `\displaystyle`, true
	case shown == "false" && s.display:
		command, s.display = `\textstyle`, false
	}
	pieces := w.list(n.Kids, s)
	switch {
	case command == "":
		return pieces
	case len(pieces) == 1 && strings.HasPrefix(pieces[0].tex, `\binom`):
		pieces[0].tex = `\` + map[bool]string{true: "d", false: "t"}[s.display] + pieces[0].tex[1:]
		return pieces
	}
	tex := join([]piece{{command, math.Ord, true}, {join(pieces, s.script), math.Ord, true}}, false)
	return []piece{{"{" + tex + "}", math.Ord, true}}
}

// single returns the element of a list of one, within rows of one; nil for other lists.
func single(list []*Node) *Node {
	if len(list) != 1 {
		return nil
	}
	return list[0].only()
}

// fraction writes one row above another.
func (w *writer) fraction(n *Node, s state) []piece {
	list := n.parts()
	if len(list) != 2 {
		w.fail("a fraction of other than two parts")
		return nil
	}
	if n.Get("bevelled") == "true" && list[0].single() && list[1].single() { // in a line, others would say something else
		return []piece{{w.braced(list[0], s.within()) + "/" + w.braced(list[1], s.within()), math.Ord, false}}
	}
	above, below := w.braced(list[0], s.within()), w.braced(list[1], s.within())
	if unruled(n) {
		return []piece{{"{" + above[1:len(above)-1] + ` \atop ` + below[1:len(below)-1] + "}", math.Ord, true}}
	}
	return []piece{{`\frac` + above + below, math.Inner, true}}
}

// unruled reports whether a fraction has no line.
func unruled(n *Node) bool {
	thick := n.Get("linethickness")
	return thick != "" && strings.Trim(thick, "0.ptemxc%") == ""
}

// sizedFraction writes a fraction in a style that is not the one around.
func (w *writer) sizedFraction(n *Node, s state, display bool) []piece {
	pieces := w.fraction(n, s)
	for i := range pieces {
		if rest, ok := strings.CutPrefix(pieces[i].tex, `\frac`); ok && display {
			pieces[i].tex = `\dfrac` + rest
		} else if ok {
			pieces[i].tex = `\tfrac` + rest
		}
	}
	return pieces
}

// root writes a radical with its degree.
func (w *writer) root(n *Node, s state) []piece {
	list := n.parts()
	if len(list) != 2 {
		w.fail("a root of other than two parts")
		return nil
	}
	degree := w.row(list[1], s.within())
	if strings.ContainsAny(degree, "[]") {
		degree = "{" + degree + "}"
	}
	return []piece{{`\sqrt[` + degree + "]" + w.braced(list[0], s.within()), math.Ord, true}}
}

// enclosed writes a part in a frame. A frame has no sign here and is left out; a line that
// strikes a part out says something, and has no form.
func (w *writer) enclosed(n *Node, s state) []piece {
	body := func() string { return join(w.list(n.Kids, s.within()), false) }
	notation := n.Get("notation")
	switch notation {
	case "top":
		return []piece{{`\overline{` + body() + "}", math.Ord, true}}
	case "bottom":
		return []piece{{`\underline{` + body() + "}", math.Ord, true}}
	case "radical":
		return []piece{{`\sqrt{` + body() + "}", math.Ord, true}}
	}
	if strings.Contains(notation, "strike") || notation == "" || strings.Contains(notation, "longdiv") || strings.Contains(notation, "actuarial") {
		w.fail("<menclose>")
		return nil
	}
	return w.list(n.Kids, s)
}
