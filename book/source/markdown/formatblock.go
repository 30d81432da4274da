package markdown

import (
	"strings"

	"octavo/book"
)

// A blockWriter writes blocks as lines. Each line begins with the marks of the
// containers that it is in; the first line of a list item has the item's marker
// in place of its indentation.
type blockWriter struct {
	b        strings.Builder
	prefix   string // of lines
	next     string // of the next line
	explicit map[*book.Heading]bool
	math     bool // dollar signs are escaped
}

// formatBlocks writes blocks and then the notes that they call.
func formatBlocks(blocks []book.Block, notes []*book.Note, explicit map[*book.Heading]bool, math bool) string {
	w := &blockWriter{explicit: explicit, math: math}
	w.blocks(blocks, false)
	for _, n := range notes {
		if w.b.Len() > 0 {
			w.blank()
		}
		w.note(n)
	}
	return w.b.String()
}

// line writes s, which may hold line ends, as lines.
func (w *blockWriter) line(s string) {
	for _, l := range strings.Split(s, "\n") {
		full := w.next + l
		if l == "" {
			full = strings.TrimRight(w.next, " ")
		}
		w.b.WriteString(full + "\n")
		w.next = w.prefix
	}
}

func (w *blockWriter) blank() {
	w.b.WriteString(strings.TrimRight(w.prefix, " ") + "\n")
	w.next = w.prefix
}

// in calls f, whose lines get more in front of them: first on the next line, rest on
// all others.
func (w *blockWriter) in(first, rest string, f func()) {
	prefix := w.prefix
	w.next += first
	w.prefix += rest
	f()
	w.prefix = prefix
	w.next = prefix
}

// blocks writes blocks, with blank lines between them unless they are tight.
func (w *blockWriter) blocks(blocks []book.Block, tight bool) {
	other := false // the last block is a list with the other bullet: lists take turns, or Parse would join them
	for i, b := range blocks {
		if i > 0 && !tight {
			w.blank()
		}
		l, isList := b.(*book.List)
		if !isList {
			other = false
			w.block(b, i > 0 && isTable(blocks[i-1]) || i+1 < len(blocks) && isTable(blocks[i+1]))
			continue
		}
		beside := i > 0 && sameKind(blocks[i-1], l)
		other = !other && beside && !l.Ordered
		if beside && l.Ordered {
			w.line(nothing)
			if !tight {
				w.blank()
			}
		}
		_, below := blocks[max(i-1, 0)].(*book.Paragraph)
		w.list(l, other, below && tight)
	}
}

// nothing is a line that parts what Parse would join.
const nothing = "<!-- -->"

func isTable(b book.Block) bool {
	_, ok := b.(*book.Table)
	return ok
}

func sameKind(b book.Block, l *book.List) bool {
	before, ok := b.(*book.List)
	return ok && before.Ordered == l.Ordered
}

func (w *blockWriter) block(b book.Block, besideTable bool) {
	switch b := b.(type) {
	case *book.Paragraph:
		text := formatInline(b.Content, runParagraph, w.math)
		if mark := captionMark(text); mark != "" && besideTable {
			text = strings.Replace(text, ": ", `\: `, 1)
		}
		w.line(unframed(text))
	case *book.Heading:
		w.heading(b)
	case *book.Figure:
		w.line(w.figure(b))
	case *book.Quote:
		w.in("> ", "> ", func() { w.blocks(b.Blocks, false) })
	case *book.CodeBlock:
		w.code(b)
	case *book.Table:
		w.table(b)
	case *book.DefinitionList:
		w.definitions(b)
	case *book.Formula:
		w.line("$$\n" + b.Math.TeX + "\n$$")
	case *book.Break:
		if w.prefix == "" {
			w.line("***")
		} else {
			w.line("___") // "* ***" is one break, not a list
		}
	case *book.NewPage:
		w.line(`\newpage`)
	case *book.Division:
		w.division(b)
	case *book.List: // written by blocks, which keeps it apart from the list before
	}
}

func (w *blockWriter) heading(h *book.Heading) {
	s := strings.Repeat("#", h.Level) + " " + formatInline(h.Content, runHeading, w.math)
	if w.explicit[h] {
		s += " {#" + h.ID + "}"
	}
	w.line(s)
}

func (w *blockWriter) figure(f *book.Figure) string {
	s := "![" + formatInline([]book.Inline{&book.Text{Value: f.Image.Alt}}, runLabel, w.math) + "](" + destination(f.Image.Src, runParagraph)
	if len(f.Caption) > 0 {
		s += " " + quoted(formatInline(f.Caption, runQuoted, w.math))
	}
	s += ")"
	var items []string
	if len(f.Credit) > 0 {
		items = append(items, "credit="+quoted(formatInline(f.Credit, runQuoted, w.math)))
	}
	if f.Width != 0 {
		items = append(items, "width="+formatWidth(f.Width))
	}
	if f.Details != nil {
		items = append(items, "described-by="+quoted(f.Details.URL))
	}
	if f.Image.Source != "" {
		items = append(items, sourceKey+"="+quoted(f.Image.Source))
	}
	if f.Decorative {
		items = append(items, ".decorative")
	}
	if f.ID != "" {
		items = append(items, "#"+f.ID)
	}
	if class := [...]string{"", ".wide", ".page"}[f.Placement]; class != "" {
		items = append(items, class)
	}
	if class := [...]string{"", ".photo", ".drawing", ".map", ".chart"}[f.Sort]; class != "" {
		items = append(items, class)
	}
	if len(items) > 0 {
		s += "{" + strings.Join(items, " ") + "}"
	}
	if f.Link == nil || f.Link.URL == "" {
		return s
	}
	s = "[" + s + "](" + destination(f.Link.URL, runParagraph)
	if f.Link.Title != "" {
		s += ` "` + escapeTitle(f.Link.Title, runParagraph) + `"`
	}
	return s + ")"
}

// quoted returns Markdown in quotation marks, as a title or an attribute.
func quoted(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for i := 0; i < len(s); i++ {
		if s[i] == '"' || s[i] == '\\' && (i+1 == len(s) || strings.IndexByte(quotable, s[i+1]) >= 0) {
			b.WriteByte('\\')
		}
		b.WriteByte(s[i])
	}
	return b.String() + `"`
}

func (w *blockWriter) code(c *book.CodeBlock) {
	longest, text := 2, c.Text
	if c.Lang == rust {
		text = withHidden(text)
	}
	for i := 0; i < len(text); {
		n := run([]byte(text[i:]), '`')
		longest = max(longest, n)
		i += max(n, 1)
	}
	fence := strings.Repeat("`", longest+1)
	w.line(fence + fenceInfo(c))
	if text != "" {
		w.line(text)
	}
	w.line(fence)
}

// list writes a list, with the other bullet, or right below the text of an item.
func (w *blockWriter) list(l *book.List, other, below bool) {
	for i, it := range l.Items {
		if i > 0 && !l.Tight {
			w.blank()
		}
		marker := "- "
		switch {
		case l.Ordered:
			marker = numberMark(l, i, below)
		case other:
			marker = "* "
		}
		w.item(it, marker, l.Tight)
	}
}

// numberMark returns what an ordered list has before an item, with the space behind it: a
// tab behind the sign of an item that is alone, unless it opens a list right below the text of
// another, and two spaces where one would make it an initial. A number that the numbering has no
// sign for is counted on.
func numberMark(l *book.List, i int, below bool) string {
	number := min(l.Start+i, 999_999_999) // as CommonMark
	mark := l.Delimiter.Mark(l.Numbering.Number(number))
	e, ok := enumeratorOf([]byte(mark + "\tx"))
	switch {
	case !ok || e.value(l.Numbering) != number:
		return l.Delimiter.Mark("#") + " "
	case e.plain():
		return mark + " "
	case len(l.Items) == 1 && !(below && e.opens()):
		return mark + "\t"
	case e.initial():
		return mark + "  "
	}
	return mark + " "
}

func (w *blockWriter) item(it *book.ListItem, marker string, tight bool) {
	first := marker
	indent := strings.Repeat(" ", len(first))
	switch it.Task {
	case book.Open:
		first += "[ ] "
	case book.Done:
		first += "[x] "
	}
	if len(it.Blocks) == 0 {
		if it.Task == book.NoTask {
			first += nothing // what follows an empty item may not be in the list
		}
		w.in(strings.TrimRight(first, " "), indent, func() { w.line("") })
		return
	}
	w.in(first, indent, func() { w.blocks(it.Blocks, tight) })
}

func (w *blockWriter) table(t *book.Table) {
	if onlyHTML(t) {
		w.htmlTable(t)
	} else {
		w.pipeTable(t)
	}
	var about []string
	if t.ID != "" {
		about = append(about, "#"+t.ID)
	}
	if t.Width > 0 {
		about = append(about, "width="+formatWidth(t.Width))
	}
	if len(t.Columns) > 0 {
		var columns []string
		for _, c := range t.Columns {
			columns = append(columns, formatWidth(c))
		}
		about = append(about, `columns="`+strings.Join(columns, " ")+`"`)
	}
	if len(t.Caption)+len(about) == 0 {
		return
	}
	w.blank()
	caption := captionMarks[0] + formatInline(t.Caption, runCaption, w.math)
	if len(about) > 0 {
		caption = strings.TrimRight(caption, " ") + " {" + strings.Join(about, " ") + "}"
	}
	w.line(caption)
}

func (w *blockWriter) pipeTable(t *book.Table) {
	head := make([]book.Cell, len(t.Align))
	if len(t.Head) > 0 {
		head = t.Head[0]
	}
	w.row(head)
	var s strings.Builder
	for _, a := range t.Align {
		s.WriteString("| " + [...]string{"---", ":--", ":-:", "--:"}[a] + " ")
	}
	w.line(s.String() + "|")
	for _, r := range t.Rows {
		w.row(r)
	}
}

func (w *blockWriter) row(cells []book.Cell) {
	var s strings.Builder
	for _, c := range cells {
		s.WriteString("| " + formatInline(c.Content, runCell, w.math) + " ")
	}
	w.line(s.String() + "|")
}

func (w *blockWriter) definitions(l *book.DefinitionList) {
	for i, d := range l.Items {
		if i > 0 {
			w.blank()
		}
		for _, t := range d.Terms {
			w.line(formatInline(t, runTerm, w.math))
		}
		for k, blocks := range d.Details {
			if k > 0 {
				w.blank()
			}
			w.in(":   ", "    ", func() { w.blocks(blocks, false) })
		}
	}
}

func (w *blockWriter) note(n *book.Note) {
	mark := "[^" + n.Label + "]:"
	switch {
	case len(n.Blocks) == 0:
		w.line(mark)
	case isParagraph(n.Blocks[0]):
		w.in(mark+" ", "    ", func() { w.blocks(n.Blocks, false) })
	default:
		w.line(mark)
		w.blank()
		w.in("    ", "    ", func() { w.blocks(n.Blocks, false) })
	}
}

func isParagraph(b book.Block) bool {
	_, ok := b.(*book.Paragraph)
	return ok
}
