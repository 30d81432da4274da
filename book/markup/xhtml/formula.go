package xhtml

import (
	"strconv"
	"strings"

	"octavo/book"
	"octavo/book/markup/math"
)

// formula writes a formula as MathML (MathML Core, with what older systems want to
// be told besides).
func (r *Renderer) formula(m *book.Math, display bool) {
	if r.Formula != nil {
		r.Formula(m, display)
		return
	}
	row, _ := math.Parse(m.TeX)
	block := ""
	if display {
		block = "block"
	}
	r.Open("math", "xmlns", "http://www.w3.org/1998/Math/MathML", "display", block, "alttext", m.Text)
	w := mathWriter{Writer: r.Writer}
	w.row(row)
	r.Close()
}

// The size in hundredths of an em up to which a formula fits any page, six ems, by eye, also
// where letters are very large; and up to which it fits a small phone, of 288 pixels, in
// letters of 8.
const (
	plainFormula = 600
	broadFormula = 3600
)

// extent returns a style that says how large a formula is, for the style sheet to have
// it fit the page, and the tabindex of one that may have to scroll all the same: nobody
// could scroll it with the keyboard otherwise.
func (r *Renderer) extent(m *book.Math) (style, index string) {
	if r.Extent == nil || r.Formula != nil {
		return "", ""
	}
	width, height := r.Extent(m)
	if max(width, height) <= plainFormula {
		return "", ""
	}
	if width > broadFormula {
		index = "0"
	}
	return "--wide: " + hundredths(width) + "; --tall: " + hundredths(height), index
}

// A mathWriter writes the tree of a formula.
type mathWriter struct{ *Writer }

// row writes a row as one element.
func (w *mathWriter) row(r *math.Row) {
	if len(r.Nodes) == 1 {
		w.node(r.Nodes[0], math.ClassOf(r.Nodes[0]))
		return
	}
	w.Open("mrow")
	w.nodes(r.Nodes)
	w.Close()
}

func (w *mathWriter) nodes(nodes []math.Node) {
	classes := math.Classes(nodes)
	for i, n := range nodes {
		name := named(n)
		if name && i > 0 && !named(nodes[i-1]) {
			switch classes[i-1] {
			case math.Ord, math.Close, math.Inner:
				w.Void("mspace", "width", ems(thin))
			}
		}
		w.node(n, classes[i])
		if !name || i+1 == len(nodes) {
			continue
		}
		switch classes[i+1] {
		case math.Open: // that the function applies
			w.Element("mo", "\u2061", "lspace", "0", "rspace", "0")
		case math.Ord, math.Op, math.Inner:
			w.Element("mo", "\u2061", "lspace", "0", "rspace", ems(thin))
		}
	}
}

// thin is the white beside the name of a function.
const thin = 3

// named reports whether a node is the name of a function, perhaps with scripts.
func named(n math.Node) bool {
	switch n := n.(type) {
	case *math.Name:
		return true
	case *math.Scripts:
		return n.Base != nil && named(n.Base)
	}
	return false
}

func (w *mathWriter) node(n math.Node, class math.Class) {
	switch n := n.(type) {
	case *math.Symbol:
		w.symbol(n, class)
	case *math.Number:
		w.Element("mn", faced(n.Text, n.Face))
	case *math.Name:
		w.name(n)
	case *math.Word:
		w.Element("mi", faced(n.Text, n.Face))
	case *math.Words:
		w.words(n)
	case *math.Row:
		w.row(n)
	case *math.Scripts:
		w.scripts(n)
	case *math.Fraction:
		w.fraction(n)
	case *math.Root:
		w.root(n)
	case *math.Fence:
		w.fence(n)
	case *math.Delimiter:
		w.delimiter(n)
	case *math.Accent:
		w.accent(n)
	case *math.Bar:
		w.bar(n)
	case *math.Space:
		w.Void("mspace", "width", ems(n.Width))
	case *math.Grid:
		w.grid(n)
	case *math.Styled:
		display, level := "false", ""
		switch n.Style {
		case math.Display:
			display = "true"
		case math.Small:
			level = "1"
		case math.Tiny:
			level = "2"
		}
		w.Open("mstyle", "displaystyle", display, "scriptlevel", level)
		w.nodes(n.Body.Nodes)
		w.Close()
	}
}

// symbol writes a letter as an identifier and a sign as an operator.
func (w *mathWriter) symbol(s *math.Symbol, class math.Class) {
	shown := string(math.Glyph(s.Char, s.Face))
	switch {
	case class == math.Ord && !sign(s.Char):
		variant := ""
		if s.Face == math.Italic {
			shown = string(s.Char) // a single letter is slanted by itself
		} else if s.Face == math.Upright {
			variant = "normal"
		}
		w.Element("mi", shown, "mathvariant", variant)
	case class == math.Open, class == math.Close:
		w.Element("mo", shown, "stretchy", "false")
	case class == math.Ord && s.Class == math.Bin:
		w.Element("mo", shown, "form", "prefix")
	case class == math.Ord && (s.Char == '|' || s.Char == '‖' || s.Char == '/'):
		w.Element("mo", shown, "stretchy", "false", "form", "infix", "lspace", "0", "rspace", "0")
	case class == math.Rel && arrow(s.Char):
		w.Element("mo", shown, "stretchy", "false")
	case class == math.Rel && s.Char == ':', class == math.Rel && s.Char == '∣':
		w.Element("mo", shown, "stretchy", "false", "lspace", "0.2778em", "rspace", "0.2778em")
	case class == math.Punct && s.Char == ':':
		w.Element("mo", shown, "lspace", "0", "rspace", "0.1667em")
	default:
		w.Element("mo", shown)
	}
}

// sign reports whether an ordinary character is written as an operator.
func sign(r rune) bool {
	return strings.ContainsRune("|‖/\\.@\"′…⋯⋮⋱∀∃∄¬∠□△−+±∓∗⋅!?%&#$_", r) || r >= '←' && r <= '⇿'
}

func arrow(r rune) bool { return r >= '←' && r <= '⇿' || r >= '⟵' && r <= '⟿' }

// faced returns text in the characters of a face.
func faced(s string, f math.Face) string {
	return strings.Map(func(r rune) rune { return math.Glyph(r, f) }, s)
}

func (w *mathWriter) name(n *math.Name) {
	if n.Limits {
		w.Element("mo", n.Text, "movablelimits", "true", "form", "prefix", "lspace", "0", "rspace", "0")
		return
	}
	variant := ""
	if len([]rune(n.Text)) == 1 {
		variant = "normal"
	}
	w.Element("mi", n.Text, "mathvariant", variant)
}

// words writes text. White at its ends would be lost.
func (w *mathWriter) words(n *math.Words) {
	text := n.Text
	if strings.HasPrefix(text, " ") {
		text = "\u00a0" + text[1:]
	}
	if strings.HasSuffix(text, " ") {
		text = text[:len(text)-1] + "\u00a0"
	}
	variant := ""
	switch n.Face {
	case math.Italic:
		variant = "font-style: italic"
	case math.Bold:
		variant = "font-weight: bold"
	}
	w.Element("mtext", text, "style", variant)
}

// scripts writes a base with its scripts. Large operators are written with scripts above and
// below, which a reading system moves beside them in a line by its own rules.
func (w *mathWriter) scripts(s *math.Scripts) {
	limits := s.Limits == math.Above
	switch b := s.Base.(type) {
	case *math.Symbol:
		limits = limits || b.Limits && s.Limits != math.Beside
	case *math.Name:
		limits = limits || b.Limits && s.Limits != math.Beside
	case *math.Accent:
		limits = limits || math.ClassOf(b) == math.Op
	}
	tag := "msub"
	switch {
	case limits && s.Sub != nil && s.Sup != nil:
		tag = "munderover"
	case limits && s.Sup != nil:
		tag = "mover"
	case limits:
		tag = "munder"
	case s.Sub != nil && s.Sup != nil:
		tag = "msubsup"
	case s.Sup != nil:
		tag = "msup"
	}
	w.Open(tag)
	w.base(s, limits)
	for _, r := range []*math.Row{s.Sub, s.Sup} {
		if r != nil {
			w.row(r)
		}
	}
	w.Close()
}

// base writes the base of scripts. A base whose scripts always stand above and below
// must not let them move.
func (w *mathWriter) base(s *math.Scripts, limits bool) {
	switch b := s.Base.(type) {
	case nil:
		w.Void("mrow")
	case *math.Symbol:
		if limits && s.Limits == math.Above && b.Class != math.Ord {
			w.Element("mo", string(b.Char), "movablelimits", "false", "stretchy", "false")
			return
		}
		w.symbol(b, b.Class)
	case *math.Name:
		if limits && s.Limits == math.Above {
			w.Element("mo", b.Text, "movablelimits", "false", "form", "prefix", "lspace", "0", "rspace", "0")
			return
		}
		w.name(b)
	default:
		w.node(b, math.ClassOf(b))
	}
}

func (w *mathWriter) fraction(f *math.Fraction) {
	thick := ""
	if !f.Ruled {
		thick = "0"
	}
	display := map[math.Style]string{math.Display: "true", math.Inline: "false"}[f.Style]
	if display != "" {
		w.Open("mstyle", "displaystyle", display, "scriptlevel", "0")
	}
	if f.Open != 0 {
		w.Open("mrow")
		w.mark(f.Open, "prefix")
	}
	w.Open("mfrac", "linethickness", thick)
	w.row(f.Above)
	w.row(f.Below)
	w.Close()
	if f.Open != 0 {
		w.mark(f.Close, "postfix")
		w.Close()
	}
	if display != "" {
		w.Close()
	}
}

func (w *mathWriter) root(n *math.Root) {
	if n.Degree == nil {
		w.Open("msqrt")
		w.row(n.Body)
		w.Close()
		return
	}
	w.Open("mroot")
	w.row(n.Body)
	w.row(n.Degree)
	w.Close()
}

// mark writes a fence that grows; nothing for none.
func (w *mathWriter) mark(r rune, form string) {
	if r != 0 {
		w.Element("mo", string(r), "fence", "true", "stretchy", "true", "form", form)
	}
}

func (w *mathWriter) fence(f *math.Fence) {
	w.Open("mrow")
	w.mark(f.Marks[0], "prefix")
	for i, part := range f.Parts {
		if i > 0 {
			w.mark(f.Marks[i], "infix")
		}
		w.row(part)
	}
	w.mark(f.Marks[len(f.Marks)-1], "postfix")
	w.Close()
}

func (w *mathWriter) delimiter(d *math.Delimiter) {
	if d.Mark == 0 {
		w.Void("mrow")
		return
	}
	form := map[math.Class]string{math.Open: "prefix", math.Close: "postfix"}[d.Class]
	size := [...]string{"", "1.2em", "1.8em", "2.4em", "3em"}[d.Size] // those of Computer Modern
	w.Element("mo", string(d.Mark), "fence", "true", "stretchy", "true", "symmetric", "true", "form", form, "minsize", size, "maxsize", size)
}

// accentChars are the characters that MathML has for accents.
var accentChars = map[rune]string{
	'\u0302': "^", '\u030c': "ˇ", '\u0303': "~", '\u0301': "´", '\u0300': "`", '\u0307': "˙", '\u0308': "¨", '\u0306': "˘", '\u0304': "¯",
	'\u20d7': "→", '\u030a': "˚",
}

func (w *mathWriter) accent(a *math.Accent) {
	mark, ok := accentChars[a.Mark]
	if !ok {
		mark = string(a.Mark)
	}
	w.over(a.Body, mark, a.Below, a.Wide)
}

func (w *mathWriter) bar(b *math.Bar) { w.over(b.Body, "¯", b.Below, true) }

func (w *mathWriter) over(body *math.Row, mark string, below, wide bool) {
	tag, attr := "mover", "accent"
	if below {
		tag, attr = "munder", "accentunder"
		if mark == "¯" {
			mark = "_"
		}
	}
	w.Open(tag, attr, "true")
	w.row(body)
	w.Element("mo", mark, "stretchy", strconv.FormatBool(wide))
	w.Close()
}

// ems returns eighteenths of an em as a length.
func ems(eighteenths int) string {
	s := strconv.Itoa((eighteenths*10000 + 9*sgn(eighteenths)) / 18)
	sign := ""
	if s[0] == '-' {
		sign, s = "-", s[1:]
	}
	for len(s) < 5 {
		s = "0" + s
	}
	return sign + s[:len(s)-4] + "." + s[len(s)-4:] + "em"
}

func sgn(n int) int {
	if n < 0 {
		return -1
	}
	return 1
}

var aligns = [...]string{"center", "left", "right"}

// grid writes a table. The alignment is told twice: MathML Core leaves it to style.
func (w *mathWriter) grid(g *math.Grid) {
	if g.Open != 0 || g.Close != 0 {
		w.Open("mrow")
		w.mark(g.Open, "prefix")
	}
	names := make([]string, len(g.Align))
	for i, a := range g.Align {
		names[i] = aligns[a]
	}
	display, gaps := "", ""
	if g.Equations {
		display, gaps = "true", "0em 2em"
	}
	w.Open("mtable", "columnalign", strings.Join(names, " "), "columnspacing", gaps, "displaystyle", display)
	for _, row := range g.Rows {
		w.Open("mtr")
		for i, c := range row {
			w.Open("mtd", "style", cellStyle(g, i))
			w.row(c)
			w.Close()
		}
		w.Close()
	}
	w.Close()
	if g.Open != 0 || g.Close != 0 {
		w.mark(g.Close, "postfix")
		w.Close()
	}
}

// cellStyle returns the style of a cell of column i.
func cellStyle(g *math.Grid, i int) string {
	var list []string
	if a := g.Align[i]; a != math.Center {
		list = append(list, "text-align: "+aligns[a])
		if a == math.Right { // Chromium moves what is in a cell by no other name
			list = append(list, "text-align: -webkit-right")
		}
	}
	if g.Equations {
		left, right := "0", "0"
		if i%2 == 0 && i > 0 {
			left = "2em"
		}
		list = append(list, "padding-left: "+left, "padding-right: "+right)
	}
	return strings.Join(list, "; ")
}
