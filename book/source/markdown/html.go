package markdown

import (
	"cmp"
	"sort"
	"strings"

	"github.com/yuin/goldmark/ast"

	"octavo/book"
	"octavo/book/base/rule"
	"octavo/book/source/rawhtml"
)

// html adds a tag that stands among Markdown. Start and end tags are paired
// within the inline that holds both.
func (b *builder) html(n *ast.RawHTML) {
	at := max(n.Pos(), 0)
	raw := string(n.Segments.Value(b.d.src))
	tag := rawhtml.ParseTag(raw)
	if b.removed == 0 && !b.mute && !b.mediaSource(tag) && len(rawhtml.Unread(tag)) > 0 {
		b.d.losses.lost(tag, b.d.place(at))
	}
	switch {
	case tag.Name == "" && isComment([]byte(raw)):
		b.d.allow(raw, n)
	case tag.Name == "":
		b.d.noElement(raw, b.d.place(at))
	case tag.End:
		b.endTag(tag, at)
	case rawhtml.ClassOf(tag.Name) == rawhtml.Void:
		b.void(tag, at)
	default:
		b.startTag(tag, at)
	}
}

// void adds an element without content.
func (b *builder) void(tag rawhtml.Tag, at int) {
	switch tag.Name {
	case "br":
		b.lineBreak()
	case "wbr":
		b.raw("\u200b", at)
	case "img":
		image := rawhtml.Image(tag, b.d.place(at))
		if image == nil {
			b.d.report(rawhtml.NoFile(b.d.place(at)))
			return
		}
		b.add(&book.InlineImage{Image: image, Width: rawhtml.Width(tag)}, object, at)
	}
}

func (b *builder) startTag(tag rawhtml.Tag, at int) {
	if b.cell && b.cellBlock(tag, at) {
		return
	}
	if tag.Name != "ruby" {
		b.impliedEnd(tag.Name, at)
	}
	switch class := rawhtml.ClassOf(tag.Name); {
	case class == rawhtml.Block, class == rawhtml.Unknown:
		b.dropped(tag, at)
		if tag.Empty || class == rawhtml.Block {
			return
		}
	case class == rawhtml.Removed:
		if tag.Name != "rp" { // its brackets stand for the small letters where these cannot
			b.dropped(tag, at)
		}
		if tag.Empty {
			return
		}
		b.removed++
	case tag.Empty:
		b.emptyTag(tag, at)
		return
	}
	if len(b.levels) >= MaxDepth {
		b.d.g.fault(at, rule.NestingLimit, "nesting of more than %d levels", MaxDepth)
		return
	}
	if b.soft { // the space belongs before the element
		first := object
		if tag.Name == "ruby" { // whose base is mostly Han, which asks for no space
			first = '漢'
		}
		b.settle(first, at)
	}
	reading := tag.Name == "rt" && b.inRuby()
	switch tag.Name {
	case "q":
		b.raw(b.quoteMark(tag, true), at)
	case "rt":
		if !reading {
			b.raw("(", at)
		}
	}
	if rawhtml.IsCode(tag.Name) || reading {
		b.literal++
	}
	b.push(level{tag: tag, at: at, reading: reading})
	if lang := rawhtml.Language(tag); lang != "" {
		b.lang = lang
	}
}

// quoteMark returns the mark that begins or ends a <q> within the elements that are open.
func (b *builder) quoteMark(tag rawhtml.Tag, begins bool) string {
	depth := 0
	for _, l := range b.levels {
		if l.tag.Name == "q" {
			depth++
		}
	}
	open, end := rawhtml.QuoteMarks(cmp.Or(rawhtml.Language(tag), b.lang), depth)
	if begins {
		return open
	}
	return end
}

// emptyTag adds the place that an element without content is, such as <a name="x"/>.
func (b *builder) emptyTag(tag rawhtml.Tag, at int) {
	if b.removed > 0 {
		return
	}
	if rawhtml.ClassOf(tag.Name) == rawhtml.Media {
		b.media(level{tag: tag, at: at}, nil, at)
		return
	}
	list, _ := rawhtml.Wrap(tag, nil, b.d.place(at))
	b.flush()
	b.splice(list)
}

func (b *builder) dropped(tag rawhtml.Tag, at int) {
	if !b.mute && b.removed == 0 {
		b.d.report(rawhtml.Dropped(tag.Name, b.d.place(at)))
	}
}

// endTag closes the nearest element of its name and what is open within it.
func (b *builder) endTag(tag rawhtml.Tag, at int) {
	if b.cell && b.cellBlock(tag, at) {
		return
	}
	if tag.Name == "ruby" {
		b.impliedEnd(tag.Name, at)
	}
	for i := len(b.levels) - 1; i >= 0 && b.levels[i].tag.Name != ""; i-- {
		if b.levels[i].tag.Name == tag.Name {
			b.unclosed(i + 1)
			b.closeTag(at)
			return
		}
	}
	if rawhtml.ClassOf(tag.Name) == rawhtml.Block || tag.Name == "br" {
		return // its start was dropped, or it is a block's
	}
	b.d.report(rule.RawHTML.At(b.d.place(at), "delete it, or write <"+clip(tag.Name)+"> where the element begins", "</%s> ends an element that is not open", clip(tag.Name)))
}

// closeTag turns the innermost level, an element, into what it is in the model.
func (b *builder) closeTag(at int) {
	l, content := b.pop()
	switch {
	case rawhtml.ClassOf(l.tag.Name) == rawhtml.Removed:
		b.removed--
		b.forget(l)
		return
	case rawhtml.ClassOf(l.tag.Name) == rawhtml.Media:
		b.media(l, content, at)
		return
	case l.tag.Name == "q":
		b.splice(content)
		b.raw(b.quoteMark(l.tag, false), at)
		return
	case l.reading:
		b.literal--
		b.readingTag(l)
		return
	case l.tag.Name == "rt":
		b.splice(content)
		b.raw(")", at)
		return
	case rawhtml.IsCode(l.tag.Name):
		b.literal--
		b.codeTag(l)
		return
	}
	list, faults := rawhtml.Wrap(l.tag, content, b.d.place(l.at))
	b.d.report(faults...)
	b.splice(list)
}

// forget takes back what was written since a level was opened.
func (b *builder) forget(l level) {
	b.flat = b.flat[:min(l.start, len(b.flat))]
	for len(b.pieces) > 0 && b.pieces[len(b.pieces)-1].to > l.start {
		b.pieces = b.pieces[:len(b.pieces)-1]
	}
	for len(b.marks) > 0 && b.marks[len(b.marks)-1].at >= l.start {
		b.marks = b.marks[:len(b.marks)-1]
	}
	b.messy = true
}

// codeTag turns the text of a level into code.
func (b *builder) codeTag(l level) {
	value := strings.Map(func(r rune) rune {
		if r == object || r == caller {
			return -1
		}
		return r
	}, string(b.flat[min(l.start, len(b.flat)):]))
	value = strings.Join(strings.Fields(value), " ")
	b.forget(l)
	if value != "" {
		b.add(&book.Code{Value: value, Pos: b.d.place(l.at)}, object, l.at)
	}
}

// unclosed takes the elements that are open from a level on as their content.
func (b *builder) unclosed(depth int) {
	for len(b.levels) > depth {
		l, content := b.pop()
		if rawhtml.ClassOf(l.tag.Name) == rawhtml.Removed {
			b.removed--
			b.forget(l)
			continue
		}
		if rawhtml.IsCode(l.tag.Name) || l.reading {
			b.literal--
		}
		b.d.report(rule.RawHTML.At(b.d.place(l.at), "write </"+l.tag.Name+"> where it ends", "the element <%s> is not closed", clip(l.tag.Name)))
		if rawhtml.Place(l.tag) != "" { // the place stands where the element begins
			list, _ := rawhtml.Wrap(l.tag, nil, b.d.place(l.at))
			b.splice(list)
		}
		b.splice(content)
	}
}

// A fragment is the text of an HTML block, with the places of its lines.
type fragment struct {
	text  string
	lines []int // offset in text of each line
	at    []int // offset in the source of each line
}

func (d *document) fragment(n *ast.HTMLBlock) fragment {
	var f fragment
	var text strings.Builder
	add := func(start, stop int) {
		f.lines = append(f.lines, text.Len())
		f.at = append(f.at, start)
		text.Write(d.src[start:stop])
	}
	for i := range n.Lines().Len() {
		l := n.Lines().At(i)
		add(l.Start, l.Stop)
	}
	if n.HasClosure() {
		add(n.ClosureLine.Start, n.ClosureLine.Stop)
	}
	f.text = text.String()
	return f
}

// offset returns the place in the source of an offset in the text.
func (f fragment) offset(i int) int {
	k := sort.SearchInts(f.lines, i+1) - 1
	if k < 0 {
		return 0
	}
	return f.at[k] + i - f.lines[k]
}
