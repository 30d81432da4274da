package markdown

import (
	"bytes"
	"slices"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"octavo/book"
	"octavo/book/base/rule"
	"octavo/book/source/rawhtml"
)

// inlines returns the inlines below a block of the tree.
func (d *document) inlines(n ast.Node) []book.Inline {
	b := d.builder(n)
	b.children(n)
	return b.finish()
}

// builder returns a builder for the inlines of a block.
func (d *document) builder(n ast.Node) *builder {
	b := &builder{d: d, lang: d.lang, buffers: d.spare}
	d.spare = buffers{}
	for i := range n.Lines().Len() {
		l := n.Lines().At(i)
		if bytes.Contains(d.src[l.Start:l.Stop], []byte("]{")) {
			b.spans = true
			break
		}
	}
	return b
}

// children adds the inlines below n.
func (b *builder) children(n ast.Node) {
	for c := n.FirstChild(); c != nil; {
		if t, ok := c.(*ast.Text); ok {
			c = b.run(t)
			continue
		}
		b.node(c)
		c = c.NextSibling()
	}
}

// run adds a text with those that follow it without a gap, since marks that came
// to nothing split a text, and returns the node behind them.
func (b *builder) run(t *ast.Text) ast.Node {
	start, stop := t.Segment.Start, t.Segment.Stop
	for !t.SoftLineBreak() && !t.HardLineBreak() {
		next, ok := t.NextSibling().(*ast.Text)
		if !ok || next.Segment.Start != stop {
			break
		}
		t, stop = next, next.Segment.Stop
	}
	b.openMarks(start, stop)
	b.text(start, stop)
	switch broken := t.HardLineBreak(); {
	case b.verse != nil && (broken || t.SoftLineBreak()):
		b.nextVerseLine(stop)
	case broken:
		b.lineBreak()
	case t.SoftLineBreak():
		b.soft = true
	}
	return t.NextSibling()
}

// node adds an inline of the tree that is no text.
func (b *builder) node(n ast.Node) {
	switch n := n.(type) {
	case *ast.Emphasis:
		style := book.Emphasis
		if n.Level > 1 {
			style = book.Strong
		}
		b.element(n, func(c []book.Inline) book.Inline { return &book.Styled{Style: style, Content: c} })
	case *styled:
		b.styled(n)
	case *ast.CodeSpan:
		b.code(n)
	case *ast.Link:
		b.link(n)
	case *ast.AutoLink:
		b.autoLink(n)
	case *ast.Image:
		b.image(n)
	case *ast.RawHTML:
		b.html(n)
	case *east.FootnoteLink:
		b.call(n)
	case *inlineNote:
		b.inlineNote(n)
	case *exampleCall:
		b.raw(strconv.Itoa(n.number), max(n.Pos(), 0))
	case *formulaSpan:
		b.math(n)
	case *loose:
		b.loose(n)
	}
}

// styled adds a run between marks. Within a script an escaped space is a space that
// parts no lines. The call of a note is raised as it is.
func (b *builder) styled(n *styled) {
	script := n.style == book.Subscript || n.style == book.Superscript
	if script {
		b.scripts++
	}
	b.element(n, func(c []book.Inline) book.Inline {
		if ref, ok := c[0].(*book.NoteRef); ok && script && len(c) == 1 {
			return ref
		}
		return &book.Styled{Style: n.style, Content: c}
	})
	if script {
		b.scripts--
	}
}

func (b *builder) code(n *ast.CodeSpan) {
	var value []byte
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if t, ok := c.(*ast.Text); ok {
			value = append(value, t.Segment.Value(b.d.src)...)
		}
	}
	for i, c := range value {
		if c == '\n' || c == '\t' {
			value[i] = ' '
		}
	}
	if b.cell { // a bar in a table is escaped even in code
		value = bytes.ReplaceAll(value, []byte(`\|`), []byte("|"))
	}
	at := max(n.Pos(), 0)
	if len(bytes.TrimSpace(value)) == 0 {
		b.soft = true // an empty code span is a space at most
		return
	}
	b.add(&book.Code{Value: string(value), Pos: b.d.place(at)}, object, at)
}

func (b *builder) link(n *ast.Link) {
	at := max(n.Pos(), 0)
	raw := unescape(n.Destination)
	address, ok := rawhtml.Address(raw)
	pos := b.d.place(at)
	switch {
	case !ok:
		b.d.report(rawhtml.Scheme(raw, pos))
	case address == "":
		b.d.report(rule.LinkEmpty.At(pos, "write the address between the parentheses", "a link leads nowhere"))
	}
	if !ok || address == "" {
		b.settle(b.firstRune(n), at)
		b.messy = true
		b.children(n)
		return
	}
	title := strings.Join(strings.Fields(unescape(n.Title)), " ")
	external, wiki := b.d.linkClasses(n)
	had := len(b.out)
	b.element(n, func(c []book.Inline) book.Inline {
		if hasLink(c) {
			b.messy = true
			c = rawhtml.Unlink(c)
		}
		return &book.Link{URL: address, Title: title, Content: c, External: external, Wiki: wiki, Pos: pos}
	})
	if n.FirstChild() == nil && len(b.out) == had {
		b.d.report(rule.LinkEmpty.At(pos, "write its words between the brackets", "a link has no words"))
	}
}

// linkClasses reads the braces behind a link. The class external keeps on the web what
// would lead to a chapter; wikilink is that of pandoc for the link of a wiki.
func (d *document) linkClasses(n ast.Node) (external, wiki bool) {
	a := bracesOf(n)
	if a == nil {
		return false, false
	}
	for _, class := range a.classes {
		switch class {
		case "external":
			external = true
		case "wikilink":
			wiki = true
		default:
			d.unknown(a, "."+class, ".external")
		}
	}
	if a.id != "" {
		d.unknown(a, "#"+a.id, ".external")
	}
	for _, p := range a.pairs {
		d.unknown(a, p.key, ".external")
	}
	return external, wiki
}

func hasLink(list []book.Inline) bool {
	found := false
	book.WalkInlines(list, func(in book.Inline) bool {
		_, ok := in.(*book.Link)
		found = found || ok
		return !found
	})
	return found
}

func (b *builder) autoLink(n *ast.AutoLink) {
	at := max(n.Pos(), 0)
	label := string(n.Label(b.d.src))
	raw := string(n.URL(b.d.src))
	if n.AutoLinkType == ast.AutoLinkEmail && !strings.HasPrefix(strings.ToLower(raw), "mailto:") {
		raw = "mailto:" + raw
	}
	address, ok := rawhtml.Address(raw)
	pos := b.d.place(at)
	if !ok {
		b.d.report(rawhtml.Scheme(raw, pos))
		b.raw(label, at)
		return
	}
	external, _ := b.d.linkClasses(n)
	b.settle(object, at)
	b.push(level{at: at})
	b.raw(label, at)
	_, content := b.pop()
	if len(content) > 0 {
		b.out = append(b.out, &book.Link{URL: address, Content: content, External: external, Pos: pos})
	}
}

// image adds an image within a line.
func (b *builder) image(n *ast.Image) {
	at := max(n.Pos(), 0)
	image := b.d.imageOf(n)
	if a := bracesOf(n); a != nil {
		b.d.lineImage(image, a)
	}
	if image != nil {
		b.add(&book.InlineImage{Image: image}, object, at)
	}
}

// lineImage reads the braces of an image within a line, which has a source alone.
func (d *document) lineImage(image *book.Image, a *attributes) {
	other := a.id != "" || len(a.classes) > 0
	for _, p := range a.pairs {
		if p.key == sourceKey && image != nil {
			d.source(image, a, p)
		} else {
			other = true
		}
	}
	if other {
		d.report(rule.AttributeUnknown.At(d.place(a.offset), "put the image in a paragraph of its own",
			"an image within text has no attributes but source"))
	}
}

// imageOf returns the image of a node, nil when it names no file.
func (d *document) imageOf(n *ast.Image) *book.Image {
	pos := d.place(max(n.Pos(), 0))
	src := strings.TrimSpace(unescape(n.Destination))
	if src == "" {
		d.report(rule.ImageEmpty.At(pos, "write the file between the parentheses", "an image without a file"))
		return nil
	}
	alt := &builder{d: d, lang: d.lang, mute: true}
	alt.children(n)
	text := strings.Join(strings.Fields(book.PlainText(alt.finish())), " ")
	return &book.Image{Src: src, Alt: text, Pos: pos}
}

func bracesOf(n ast.Node) *attributes {
	if v, ok := n.AttributeString(attributesKey); ok {
		return v.(*attributes)
	}
	return nil
}

// call adds a footnote call.
func (b *builder) call(n *east.FootnoteLink) {
	if b.mute || b.removed > 0 || b.literal > 0 {
		return
	}
	c := b.d.g.calls[n.Index]
	note := b.d.note(c.label)
	b.d.called[note]++
	b.add(&book.NoteRef{Note: note, Call: b.d.called[note], Pos: b.d.place(c.offset)}, caller, c.offset)
}

// openBracket remembers an opening bracket, which begins a text node of its own.
func (b *builder) openBracket(at int) {
	if !b.spans {
		return
	}
	b.flush()
	if len(b.brackets) >= MaxDepth {
		b.brackets = b.brackets[1:] // only the innermost can be closed soon
	}
	b.brackets = append(b.brackets, bracket{len(b.out), at, len(b.marks)})
	b.begin(at)
	b.messy = true
}

// closeBracket makes a span of what is since the last opening bracket when s, a
// closing one, is followed by attributes. It returns the length of the bracket
// and its attributes, 0 for none.
func (b *builder) closeBracket(s []byte, at int) int {
	if len(b.brackets) == 0 {
		return 0
	}
	o := b.brackets[len(b.brackets)-1]
	b.brackets = b.brackets[:len(b.brackets)-1]
	a, n, ok := parseBraces(s[1:], func(i int) int { return at + 1 + i })
	if !ok {
		return 0
	}
	b.flush()
	content := slices.Clone(b.out[o.out:])
	b.out = b.out[:o.out]
	b.dropBracket(content, o.marks)
	b.out = append(b.out, b.spanOf(a, content, o)...)
	return 1 + n
}

// dropBracket takes the bracket that content begins with out of the text, as if
// it had not been written.
func (b *builder) dropBracket(content []book.Inline, marks int) {
	k := len(b.pieces) - 1
	for k >= 0 && b.pieces[k].node != content[0] {
		k--
	}
	if k < 0 {
		return
	}
	at := b.pieces[k].from
	b.delete(at, k, marks)
	b.pieces[k].node.Pos.Col++
	doubled := at == 0 || b.flat[at-1] == ' ' || b.flat[at-1] == '\n'
	if doubled && at < len(b.flat) && b.flat[at] == ' ' {
		b.delete(at, k, marks)
	}
}

// delete takes one byte out of the text; pieces before k and marks before m are
// left of it.
func (b *builder) delete(at, k, m int) {
	b.flat = slices.Delete(b.flat, at, at+1)
	for j := k; j < len(b.pieces); j++ {
		p := &b.pieces[j]
		if p.from > at {
			p.from--
		}
		if p.to > at {
			p.to--
		}
	}
	for ; m < len(b.marks); m++ {
		if b.marks[m].at > at {
			b.marks[m].at--
		}
	}
}

// spanOf returns content under the attributes of a bracketed span.
func (b *builder) spanOf(a *attributes, content []book.Inline, o bracket) []book.Inline {
	for _, class := range a.classes {
		switch class {
		case "smallcaps":
			content = []book.Inline{&book.Styled{Style: book.SmallCaps, Content: content}}
		case "index":
			content = []book.Inline{&book.Span{Indexed: true, Content: content}}
		default:
			b.d.unknown(a, "."+class, ".smallcaps", ".index")
		}
	}
	own := &book.Span{ID: a.id}
	for _, p := range a.pairs {
		value := string(p.value)
		switch p.key {
		case "index":
			content = []book.Inline{&book.Span{Indexed: true, Entry: rawhtml.IndexEntry(value), Content: content}}
		case "lang":
			if b.d.language(value, b.d.place(a.offset)) {
				own.Lang = value
				b.speak(value, o.marks)
			}
		case "dir":
			own.Dir = b.d.direction(value, b.d.place(a.offset))
		default:
			b.d.unknown(a, p.key, "lang", "dir", "index")
		}
	}
	if own.ID == "" && own.Lang == "" && own.Dir == book.DirInherit {
		return content
	}
	own.Content = content
	return []book.Inline{own}
}

// speak makes a language that of the quotation marks from one on, but for those of text
// in a language of its own.
func (b *builder) speak(lang string, from int) {
	for i := from; i < len(b.marks); i++ {
		if b.marks[i].lang == b.lang {
			b.marks[i].lang = lang
		}
	}
}
