package markdown

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"octavo/book"
	"octavo/book/base/nearest"
	"octavo/book/base/rule"
	"octavo/book/source/rawhtml"
)

// division returns the blocks of a division of the tree.
func (d *document) division(n *division, pos book.Pos) []book.Block {
	d.fenceFaults(n, pos)
	div := &book.Division{Class: n.class, Kind: n.kind, Pos: pos}
	lang := d.lang
	var lost []book.Inline
	if n.braces != nil {
		lost = d.divisionAttributes(div, n.braces)
	}
	if t, ok := n.FirstChild().(*titleLine); ok {
		div.Title = d.inlines(t)
	}
	div.Blocks = d.blocks(n)
	if len(lost) > 0 && len(div.Title) > 0 {
		div.Blocks = append([]book.Block{&book.Paragraph{Content: div.Title, Pos: pos}}, div.Blocks...)
	}
	if len(lost) > 0 {
		div.Title = lost
	}
	d.lang = lang
	if div.Class == book.Gallery && n.class != book.Gallery {
		after := laidOut(div)
		return append(d.classed(div, n.names), after...)
	}
	if n.strange && len(div.Title) == 0 {
		div.Title = []book.Inline{&book.Text{Value: titled(n.names[0]), Pos: pos}}
	}
	return d.classed(div, n.names)
}

// laidOut makes a gallery, or a pair, of a block that says how its pictures are laid out, and
// returns the paragraph that is the caption of all. What has other blocks is a plain block.
func laidOut(div *book.Division) (after []book.Block) {
	last := len(div.Blocks) - 1
	if last > 0 {
		if _, ok := div.Blocks[last].(*book.Paragraph); ok {
			div.Blocks, after = div.Blocks[:last], div.Blocks[last:]
		}
	}
	switch n := figuresOf(div); {
	case n == 0 || n < len(div.Blocks):
		div.Class, div.Blocks, after = book.Plain, append(div.Blocks, after...), nil
	case n == 2:
		div.Class = book.Pair
	}
	return after
}

// fenceFaults tells what the lines around a division lack.
func (d *document) fenceFaults(n *division, pos book.Pos) {
	if n.fences > 0 && !n.closed {
		d.once("open", rule.BlockOpen.At(pos, "end it with a line "+strings.Repeat(":", n.fences), "the block that begins here has no end"))
	}
	if n.bare {
		d.report(rule.BlockContent.At(pos, "indent its text by four spaces", "the aside that begins here has no text"))
	}
}

// divisionAttributes reads the braces of a division and returns the title in them. The
// language holds for what is read after.
func (d *document) divisionAttributes(div *book.Division, a *attributes) (title []book.Inline) {
	div.ID = a.id
	for _, p := range a.pairs {
		value := string(p.value)
		switch p.key {
		case "title":
			title = d.inlineAt(p.value, p.at)
		case "lang":
			if d.language(value, d.place(a.offset)) {
				div.Lang, d.lang = value, value
			}
		case "dir":
			div.Dir = d.direction(value, d.place(a.offset))
		case "layout-ncol", "layout-nrow", "layout": // Quarto's, of pictures side by side
			if div.Class == book.Plain {
				div.Class = book.Gallery
			}
		case "collapse", "icon", "appearance", "open": // how a screen shows the callouts of Quarto
		default:
			d.once("attribute "+p.key, rule.AttributeUnknown.At(d.place(a.offset),
				nearest.Among(p.key, []string{"title", "lang", "dir"}), "the attribute %q of a block is unknown", clip(p.key)))
		}
	}
	return title
}

// quotations are the names of blocks that are quotations; Obsidian and MkDocs have them
// among their kinds of asides.
var quotations = map[string]bool{"quote": true, "cite": true, "blockquote": true, "quotation": true}

// positions are the classes of MkDocs that say where an aside stands.
var positions = map[string]bool{"inline": true, "end": true}

// placements are the classes that say how the figures of a block stand.
var placements = map[string]book.Placement{"wide": book.Wide, "page": book.FullPage}

// sorts are the classes that say what a picture is.
var sorts = map[string]book.Sort{"photo": book.PhotoSort, "drawing": book.DrawingSort, "map": book.MapSort, "chart": book.ChartSort}

// classed returns what a division of the names is to its reader.
func (d *document) classed(div *book.Division, names []string) []book.Block {
	for _, name := range names {
		if before, after := rawhtml.BreakClasses([]string{name}); before || after {
			continue
		}
		if p, ok := placements[strings.ToLower(name)]; ok {
			d.setPlacement(div, p, name)
			continue
		}
		if quotations[strings.ToLower(name)] && len(div.Blocks) > 0 {
			div.Blocks = []book.Block{&book.Quote{Blocks: div.Blocks, Pos: div.Pos}}
			continue
		}
		if _, _, ok := book.ClassNamed(name); !ok && !positions[name] {
			d.unknownClass(div, name)
		}
	}
	d.content(div)
	before, after := rawhtml.BreakClasses(names)
	return rawhtml.Paged(unwrap(div), before, after, div.Pos)
}

// unknownClass tells of a class that is not known.
func (d *document) unknownClass(div *book.Division, name string) {
	hint := nearest.Among(strings.ToLower(name), book.ClassNames())
	d.once("class "+name, rule.ClassUnknown.At(div.Pos, hint, "the class %q is unknown", clip(name)))
}

// setPlacement gives the figures of a block a placement.
func (d *document) setPlacement(div *book.Division, p book.Placement, name string) {
	found := false
	for _, b := range div.Blocks {
		if f, ok := b.(*book.Figure); ok {
			f.Placement, found = p, true
		}
	}
	if !found {
		d.once("placement "+name, rule.BlockContent.At(div.Pos, "", "the class %q is that of figures, and the block has none", clip(name)))
	}
}

// content tells of what does not belong in a block of its class.
func (d *document) content(div *book.Division) {
	if div.Class != book.Pair && div.Class != book.Gallery {
		return
	}
	for _, b := range div.Blocks {
		if _, ok := b.(*book.Figure); !ok {
			d.report(rule.BlockContent.At(b.Position(), "put it before or behind the block", "a block of class %q holds figures alone", div.Class))
		}
	}
	if n := figuresOf(div); div.Class == book.Pair && n != 2 {
		d.report(rule.BlockContent.At(div.Pos, "write gallery", "a pair has two figures, and this one has %d", n))
	}
}

func figuresOf(div *book.Division) (n int) {
	for _, b := range div.Blocks {
		if _, ok := b.(*book.Figure); ok {
			n++
		}
	}
	return n
}

// conform brings a division to the form that its class has, however it was written: a
// heading that an aside or a box begins with is its title, as in Quarto, since it
// would stand in the contents as a section of the chapter; a pair has two figures.
func conform(div *book.Division) {
	switch div.Class {
	case book.Admonition, book.Box:
		if len(div.Title) > 0 || len(div.Blocks) == 0 {
			return
		}
		if h, ok := div.Blocks[0].(*book.Heading); ok {
			div.Title, div.Blocks = h.Content, div.Blocks[1:]
			if div.ID == "" {
				div.ID = h.ID
			}
		}
	case book.Pair:
		if figuresOf(div) != 2 {
			div.Class = book.Gallery
		}
	case book.Epigraph, book.PullQuote:
		sign(div)
	}
}

// sign makes the last paragraph of an epigraph or a pull quote its source when it begins with a dash.
func sign(div *book.Division) {
	last := len(div.Blocks) - 1
	if last < 1 {
		return
	}
	p, ok := div.Blocks[last].(*book.Paragraph)
	if !ok {
		return
	}
	t, ok := p.Content[0].(*book.Text)
	if r, _ := utf8.DecodeRuneInString(textOf(t, ok)); r == '—' || r == '–' || r == '―' {
		div.Blocks[last] = &book.Division{Class: book.Signature, Blocks: []book.Block{p}, Pos: p.Pos}
	}
}

func textOf(t *book.Text, ok bool) string {
	if !ok {
		return ""
	}
	return t.Value
}

// unwrap returns a division as blocks: its content alone when nothing else is to be said
// of it, and nothing when it is empty.
func unwrap(div *book.Division) []book.Block {
	switch {
	case len(div.Blocks) == 0 && len(div.Title) == 0:
		return nil
	case div.Class == book.Plain && len(div.Title) == 0 && div.ID == "" && div.Lang == "" && div.Dir == book.DirInherit:
		return div.Blocks
	}
	return []book.Block{div}
}

// titled returns a name as the words of a title: "spaceship" is "Spaceship".
func titled(name string) string {
	name = strings.NewReplacer("-", " ", "_", " ").Replace(name)
	r, n := utf8.DecodeRuneInString(name)
	return string(unicode.ToUpper(r)) + strings.ToLower(name[n:])
}

// A remark is a fault that is told once for all its places.
type remark struct {
	first book.Diagnostic
	lines []int // of the other places
	more  int   // places behind those
}

// once tells of a fault at the end of the file, with all the places where the same key
// is given.
func (r *reader) once(key string, d book.Diagnostic) {
	if m := r.remarks[key]; m != nil {
		if len(m.lines) < maxNamed {
			m.lines = append(m.lines, d.Pos.Line)
		} else {
			m.more++
		}
		return
	}
	if len(r.remarks) >= maxFaults {
		return
	}
	if r.remarks == nil {
		r.remarks = map[string]*remark{}
	}
	m := &remark{first: d}
	r.remarks[key] = m
	r.inOrder = append(r.inOrder, m)
}

// reportRemarks reports what was told once.
func (r *reader) reportRemarks() {
	for _, m := range r.inOrder {
		d := m.first
		switch {
		case m.more > 0:
			d.Message += fmt.Sprintf("; so in lines %s and %d more", lines(m.lines), m.more)
		case len(m.lines) == 1:
			d.Message += fmt.Sprintf("; so in line %d", m.lines[0])
		case len(m.lines) > 1:
			d.Message += "; so in lines " + lines(m.lines)
		}
		r.report(d)
	}
}

func lines(list []int) string {
	return strings.Trim(strings.Join(strings.Fields(fmt.Sprint(list)), ", "), "[]")
}
