package mathml

import (
	"strconv"
	"strings"
)

// table writes rows of cells, between marks that grow; 0 is a mark that is not there.
func (w *writer) table(n *Node, s state, open, close rune) string {
	equations := n.Get("displaystyle") == "true"
	cell := s.within()
	cell.display = equations
	var rows []string
	columns := 0
	for _, r := range n.parts() {
		if r.Name != "mtr" && r.Name != "mlabeledtr" {
			w.fail("<" + r.Name + "> in a table")
			return ""
		}
		line, count := w.tableRow(r, cell, len(rows) > 0)
		rows = append(rows, line)
		columns = max(columns, count)
	}
	body := strings.Join(rows, ` \\ `)
	align := alignment(n, columns)
	name, fences := environment(align, equations || tight(n), open, close)
	if name == "array" {
		name = "array}{" + align
	}
	if s.script && columns == 1 && open == 0 && close == 0 {
		return `\substack{` + body + "}"
	}
	tex := `\begin{` + name + "} " + body + ` \end{` + strings.SplitN(name, "}", 2)[0] + "}"
	if fences {
		return `\left` + markTeX(open) + " " + tex + ` \right` + markTeX(close)
	}
	return tex
}

// tableRow writes the cells of a row, and returns their number. The label of an equation stands before
// its cells and is written behind them.
func (w *writer) tableRow(r *Node, s state, follows bool) (string, int) {
	var cells []string
	label := ""
	for i, c := range r.parts() {
		if c.Get("columnspan") > "1" || c.Get("rowspan") > "1" {
			w.fail("a cell of a formula that spans others")
		}
		if r.Name == "mlabeledtr" && i == 0 {
			label = strings.Trim(c.Content(), "()")
			continue
		}
		tex := w.row(c, s)
		tex = strings.TrimPrefix(strings.TrimPrefix(tex, "{} "), "{}")
		if follows && len(cells) == 0 && strings.HasPrefix(tex, "[") {
			tex = "{}" + tex // a bracket behind \\ is a length to TeX
		}
		cells = append(cells, tex)
	}
	line := strings.TrimSpace(strings.Join(cells, " & "))
	if label != "" {
		line += ` \tag{` + escape(label) + "}"
	}
	return line, len(cells)
}

// environment returns the name of a table with the marks round it; fences says that the name
// brings no marks, so that they have to be written.
func environment(align string, equations bool, open, close rune) (name string, fences bool) {
	center := strings.Trim(align, "c") == ""
	marked := open != 0 || close != 0
	switch marks := [2]rune{open, close}; {
	case !marked && equations && strings.HasPrefix(strings.Repeat("rl", len(align)/2+1), align):
		return "aligned", false
	case !marked && equations && center:
		return "gathered", false
	case marks == [2]rune{'{', 0} && (strings.Trim(align, "l") == "" || center):
		return "cases", false
	case marks == [2]rune{0, '}'} && strings.Trim(align, "l") == "":
		return "rcases", false
	case !center:
		return "array", marked
	}
	names := map[[2]rune]string{{0, 0}: "matrix", {'(', ')'}: "pmatrix", {'[', ']'}: "bmatrix", {'{', '}'}: "Bmatrix", {'|', '|'}: "vmatrix", {'‖', '‖'}: "Vmatrix"}
	if name, ok := names[[2]rune{open, close}]; ok {
		return name, false
	}
	return "matrix", true
}

// alignment returns the letters of the columns: what a cell says counts before what its
// table does.
func alignment(n *Node, columns int) string {
	letters := []byte(strings.Repeat("c", columns))
	words := strings.Fields(n.Get("columnalign"))
	for i := range letters {
		if len(words) > 0 {
			letters[i] = columnLetter(words[min(i, len(words)-1)])
		}
	}
	for _, r := range n.parts() {
		for i, c := range r.parts() {
			if a := cellAlign(c); a != 0 && i < columns {
				letters[i] = a
			}
		}
	}
	return string(letters)
}

func columnLetter(word string) byte {
	if word == "left" || word == "right" {
		return word[0]
	}
	return 'c'
}

// cellAlign returns the letter of a cell that says how it is aligned, 0 for none.
func cellAlign(c *Node) byte {
	style := strings.ReplaceAll(c.Get("style"), " ", "")
	switch align := c.Get("columnalign"); {
	case align == "left", strings.Contains(style, "text-align:left"):
		return 'l'
	case align == "right", strings.Contains(style, "text-align:right"):
		return 'r'
	}
	return 0
}

// tight reports whether the columns of a table have no white between them, as the sides of
// equations.
func tight(n *Node) bool {
	if strings.HasPrefix(n.Get("columnspacing"), "0") {
		return true
	}
	for _, r := range n.parts() {
		if cells := r.parts(); len(cells) > 1 {
			style := strings.ReplaceAll(cells[0].Get("style"), " ", "")
			return strings.Contains(style, "padding-right:0") || strings.Contains(cells[0].Get("class"), "tml-right")
		}
	}
	return false
}

// spaces are commands for white with their widths in thousandths of an em, from small to
// large.
var spaces = []struct {
	width int
	tex   string
}{{-167, `\!`}, {0, ""}, {167, `\,`}, {222, `\:`}, {278, `\;`}, {500, `\enspace`}, {1000, `\quad`}, {2000, `\qquad`}}

// namedSpaces are the widths that have names, in thousandths of an em.
var namedSpaces = map[string]int{
	"veryverythinmathspace": 56, "verythinmathspace": 111, "thinmathspace": 167, "mediummathspace": 222, "thickmathspace": 278,
	"verythickmathspace": 333, "veryverythickmathspace": 389, "negativethinmathspace": -167,
}

// space returns the white that comes nearest to that of an <mspace>; a new line where a
// formula may have one.
func space(n *Node, s state) string {
	if n.Get("linebreak") == "newline" {
		if s.top && s.display {
			return `\\`
		}
		return ""
	}
	width := n.width()
	best := spaces[0]
	for _, sp := range spaces {
		if abs(sp.width-width) < abs(best.width-width) {
			best = sp
		}
	}
	return best.tex
}

// width returns the width of white in thousandths of an em, 0 where it is not known.
func (n *Node) width() int {
	text := n.Get("width")
	if w, ok := namedSpaces[text]; ok {
		return w
	}
	end := strings.LastIndexAny(text, "0123456789.") + 1
	value, err := strconv.ParseFloat(text[:end], 64)
	if err != nil || value > 100 || value < -100 {
		return 0
	}
	switch strings.TrimSpace(text[end:]) {
	case "ex":
		value *= 0.43 // that of Computer Modern
	case "px":
		value /= 16
	case "pt":
		value /= 12
	case "em", "":
	default:
		return 0
	}
	return int(value * 1000)
}

func abs(n int) int { return max(n, -n) }

// thinBefore reports whether a part is the thin space that stands before the name of a
// function, which TeX sets by itself.
func thinBefore(list []*Node, i int) bool {
	if list[i].Name != "mspace" || i+1 >= len(list) {
		return false
	}
	w := list[i].width()
	return w >= 150 && w <= 170 && named(list[i+1])
}

// named reports whether a part is the name of a function, perhaps with scripts.
func named(n *Node) bool {
	if strings.HasPrefix(n.Name, "ms") || strings.HasPrefix(n.Name, "mu") || n.Name == "mover" {
		if list := n.parts(); len(list) > 1 {
			n = list[0].only()
		}
	}
	text := n.Content()
	return (n.Name == "mi" || n.Name == "mo") && len(text) > 1 && letter(text[0])
}
