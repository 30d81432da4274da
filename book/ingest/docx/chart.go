package docx

import (
	"slices"
	"strconv"
	"strings"

	"octavo/book"
	"octavo/book/base/rule"
	"octavo/book/ingest/draft"
	"octavo/book/markup/xmltree"
)

// Bounds on a chart and a diagram, generous: a chart of a newspaper has ten series of some
// tens of figures, a diagram twenty boxes.
const (
	maxSeries = 50
	maxPoints = 1000
	maxBoxes  = 500
)

// chart takes the figures of a chart as a table, and reports whether there are any. The file
// has them beside what draws them (ECMA-376, part 1, 21.2).
func (c *canvas) chart(id string) bool {
	root, err := c.xml(c.links[id].target)
	if root == nil || err != nil {
		return false
	}
	title := drawn(root.Find("title"))
	t := figuresOf(root)
	if t == nil && title == "" {
		return false
	}
	if t == nil {
		c.left(rule.ImportEmbed, "save it as a picture", "a chart is left out: "+clip(title))
		return true
	}
	t.Caption = draft.Text(title)
	c.hanging = append(c.hanging, draft.Block{Block: t})
	c.left(rule.ImportEmbed, "save it as a picture if its look says more", "a chart is a table of its figures: "+clip(title+" "+book.PlainText(t.Rows[0][0].Content)))
	return true
}

// figuresOf returns the figures of a chart: a row for each category, a column for each
// series; nil where the chart has none.
func figuresOf(root *xmltree.Node) *book.Table {
	var series []*xmltree.Node
	root.Walk(func(n *xmltree.Node) {
		if n.Name == "ser" && len(series) < maxSeries {
			series = append(series, n)
		}
	})
	head := []book.Cell{{}}
	var rows [][]book.Cell
	for i, s := range series {
		head = append(head, book.Cell{Content: draft.Text(strings.TrimSpace(s.Child("tx").Content()))})
		categories, values := pointsOf(either(s, "cat", "xVal")), pointsOf(either(s, "val", "yVal"))
		for k := range min(max(len(categories), len(values)), maxPoints) {
			if k == len(rows) {
				rows = append(rows, make([]book.Cell, 1+len(series)))
			}
			if k < len(categories) && len(rows[k][0].Content) == 0 {
				rows[k][0].Content = draft.Text(categories[k])
			}
			if k < len(values) {
				rows[k][i+1].Content = draft.Text(values[k])
			}
		}
	}
	if len(rows) == 0 {
		return nil
	}
	t := &book.Table{Align: make([]book.Align, len(head)), Rows: rows}
	if slices.ContainsFunc(head, func(c book.Cell) bool { return len(c.Content) > 0 }) {
		t.Head = [][]book.Cell{head}
	}
	for i := 1; i < len(t.Align); i++ {
		t.Align[i] = book.AlignRight
	}
	return t
}

func either(n *xmltree.Node, a, b string) *xmltree.Node {
	if k := n.Child(a); k != nil {
		return k
	}
	return n.Child(b)
}

// pointsOf returns the texts or numbers of a series, by their indexes.
func pointsOf(n *xmltree.Node) []string {
	var out []string
	percent := strings.Contains(n.Find("formatCode").Content(), "%")
	orEmpty(n).Walk(func(k *xmltree.Node) {
		if k.Name != "pt" {
			return
		}
		i := number(k.Any("idx"), maxPoints)
		if i >= maxPoints {
			return
		}
		for len(out) <= i {
			out = append(out, "")
		}
		if out[i] == "" {
			out[i] = figure(strings.TrimSpace(k.Child("v").Content()), percent)
		}
	})
	return out
}

// figure returns a number of a chart without the noise of its last digits; percent says
// that it is shown as a share of a hundred. A text is returned as it is.
func figure(s string, percent bool) string {
	v, err := strconv.ParseFloat(s, 64)
	if err != nil {
		return s
	}
	unit := ""
	if percent {
		v, unit = v*100, " %"
	}
	const digits = 10 // of the fifteen that a number of a sheet has
	rounded, err := strconv.ParseFloat(strconv.FormatFloat(v, 'g', digits, 64), 64)
	if err != nil {
		return s
	}
	return strconv.FormatFloat(rounded, 'f', -1, 64) + unit
}

// drawn returns the text within a drawing, a paragraph behind the other.
func drawn(n *xmltree.Node) string {
	if n == nil {
		return ""
	}
	var s strings.Builder
	n.Walk(func(k *xmltree.Node) {
		switch {
		case k.Name == "p":
			s.WriteByte(' ')
		case (k.Name == "t" || k.Name == "v") && k.Child("p") == nil:
			s.WriteString(k.Content())
		}
	})
	return strings.Join(strings.Fields(s.String()), " ")
}

// diagram takes the words of a diagram (SmartArt) as a list, and reports whether there are
// any. Its boxes stand in one list and the lines from each to those that belong to it in
// another (ECMA-376, part 1, 21.4.2).
func (c *canvas) diagram(id string) bool {
	root, err := c.xml(c.links[id].target)
	if root == nil || err != nil {
		return false
	}
	texts, below, first := map[string]string{}, map[string][]string{}, ""
	for _, p := range root.Child("ptLst").All("pt") {
		if len(texts) == maxBoxes {
			break
		}
		texts[p.Any("modelId")] = drawn(p.Child("t"))
		if p.Any("type") == "doc" {
			first = p.Any("modelId")
		}
	}
	for _, l := range root.Child("cxnLst").All("cxn") {
		if t := l.Any("type"); t == "" || t == "parOf" {
			below[l.Any("srcId")] = append(below[l.Any("srcId")], l.Any("destId"))
		}
	}
	d := &tree{texts: texts, below: below, seen: map[string]bool{}}
	list := d.list(first, 0)
	if list == nil {
		return false
	}
	c.hanging = append(c.hanging, draft.Block{Block: list})
	c.left(rule.ImportEmbed, "save it as a picture if its look says more", "a diagram is a list of its words: "+clip(drawn(root)))
	return true
}

// A tree is the boxes of a diagram.
type tree struct {
	texts map[string]string
	below map[string][]string
	seen  map[string]bool
}

// list returns what is below a box, each box once; nil for nothing.
func (d *tree) list(id string, depth int) *book.List {
	list := &book.List{Tight: true}
	for _, k := range d.below[id] {
		if d.seen[k] || depth > maxListDepth {
			continue
		}
		d.seen[k] = true
		it := &book.ListItem{}
		if s := d.texts[k]; s != "" {
			it.Blocks = append(it.Blocks, &book.Paragraph{Content: draft.Text(s)})
		}
		inner := d.list(k, depth+1)
		switch {
		case inner != nil && len(it.Blocks) > 0:
			it.Blocks = append(it.Blocks, inner)
		case inner != nil:
			list.Items = append(list.Items, inner.Items...)
			continue
		}
		if len(it.Blocks) > 0 {
			list.Items = append(list.Items, it)
		}
	}
	if len(list.Items) == 0 {
		return nil
	}
	return list
}
