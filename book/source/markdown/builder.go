package markdown

import (
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"

	"octavo/book"
	"octavo/book/base/rule"
	"octavo/book/source/rawhtml"
)

// A builder makes the inlines of one block. Their text is gathered in one
// buffer, so that spaces and quotation marks see across the borders of styles,
// and handed out to the nodes at the end.
//
// A text node of the tree is no unit for what is to be done with text. In "a *b* 'c" the
// space before b belongs to another node than b, and whether the mark before c opens
// depends on characters that may stand in a third. Done node by node, two spaces would
// meet where a tag between them comes to nothing, and marks at the edges of a style would
// bend the wrong way.
//
// So all text of the block goes into flat, in which one character stands for a code span,
// an image or a call (object, caller). A text node of the model is made at once, but
// has no text yet: a piece says which part of flat is its own. Straight quotation marks
// are noted by their places (marks). When the block is complete, bend looks at all marks
// together, and each node gets its part of the result (resolve), as a part of one string.
//
// Elements, of the tree and of HTML, are levels: the inlines between start and end are
// gathered apart, since only the end tells whether the level becomes an inline, is only its
// content, or is taken back (html.go). A bracketed span is known by its end too, and takes
// the inlines behind its bracket then (inlines.go).
//
// The buffers go from a builder to the next (spare): a chapter has thousands of blocks.
type builder struct {
	d    *document
	lang string
	cell bool // in a table
	// items holds, for each list of HTML that is open in a cell, the number of its next
	// item; 0 for bullets.
	items []int
	mute  bool // an alternative text: footnotes are not called

	buffers

	out      []book.Inline
	levels   []level
	brackets []bracket     // open ones of the current level
	spans    bool          // the block may hold bracketed spans
	verse    []verseIndent // of a paragraph whose lines are verse; nil for any other

	open    bool // a text node is being filled
	from    int  // offset in flat at which the node begins
	fromSrc int  // offset in the source at which it begins
	soft    bool // a line end waits for what follows it
	messy   bool // texts may be empty or neighbours
	removed int  // open levels that will be dropped
	literal int  // open levels that will be code
	scripts int  // open subscripts and superscripts
}

// buffers are what a builder can leave to the next one.
type buffers struct {
	flat   []byte
	pieces []piece
	marks  []mark
}

// A piece is the part of the text that belongs to a node.
type piece struct {
	node     *book.Text
	from, to int
}

// A level is an inline that is not closed yet.
type level struct {
	tag      rawhtml.Tag // of an element of HTML; without a name for a node of the tree
	out      []book.Inline
	brackets []bracket
	lang     string
	at       int // offset in the source
	start    int // length of the text at its beginning
	// Of a ruby: the length of the text and of the inlines where its next base begins.
	base, baseOut int
	reading       bool   // an <rt> within a ruby
	source        string // the address of a <source> within a film
}

// A bracket is an opening bracket in text.
type bracket struct {
	out   int // index in the current level of the node that begins with it
	at    int // offset in the source
	marks int
}

// begin starts a text node unless one is open.
func (b *builder) begin(at int) {
	if !b.open {
		b.open, b.from, b.fromSrc = true, len(b.flat), at
	}
}

// last returns the last byte of the text, 0 at its beginning.
func (b *builder) last() byte {
	if len(b.flat) == 0 {
		return 0
	}
	return b.flat[len(b.flat)-1]
}

// space adds a space unless the text has one there or begins.
func (b *builder) space(at int) {
	if c := b.last(); c == 0 || c == ' ' || c == '\n' {
		return
	}
	b.begin(at)
	b.flat = append(b.flat, ' ')
}

// settle turns a line end that is followed by r into a space, or into nothing
// between characters of a script without spaces.
func (b *builder) settle(r rune, at int) {
	if !b.soft {
		return
	}
	b.soft = false
	before, _ := utf8.DecodeLastRune(b.flat)
	if b.unspaced(before) && b.unspaced(r) && (isWide(before) || isWide(r)) {
		return
	}
	b.space(at)
}

// unspaced reports whether a line may end beside r without a space being meant:
// by Han and Kana, and in Chinese and Japanese by the punctuation that they
// share with Latin.
func (b *builder) unspaced(r rune) bool {
	if r >= 0x2010 && r <= 0x2026 || r == '"' || r == '\'' {
		return len(b.lang) >= 2 && (b.lang[:2] == "zh" || b.lang[:2] == "ja")
	}
	return isWide(r)
}

// flush closes the open text node.
func (b *builder) flush() {
	if !b.open {
		return
	}
	b.open = false
	if b.from == len(b.flat) {
		return
	}
	t := &book.Text{Pos: b.d.place(b.fromSrc)}
	b.pieces = append(b.pieces, piece{t, b.from, len(b.flat)})
	b.out = append(b.out, t)
}

// add appends an inline that is no text; char stands for it in the text.
func (b *builder) add(in book.Inline, char rune, at int) {
	b.settle(char, at)
	b.flush()
	b.out = append(b.out, in)
	b.flat = utf8.AppendRune(b.flat, char)
}

// lineBreak adds a forced line end, but not as the first thing.
func (b *builder) lineBreak() {
	b.soft = false
	if len(b.flat) == 0 {
		return
	}
	b.flush()
	b.unspace()
	b.out = append(b.out, &book.LineBreak{})
	b.flat = append(b.flat, '\n')
}

// unspace takes a space off the end of the text.
func (b *builder) unspace() {
	end := len(b.flat)
	k := len(b.pieces) - 1
	for k >= 0 && b.pieces[k].from == b.pieces[k].to {
		k--
	}
	if k < 0 || b.last() != ' ' || b.pieces[k].to != end {
		return
	}
	b.flat = b.flat[:end-1]
	for j := k; j < len(b.pieces); j++ {
		p := &b.pieces[j]
		p.from, p.to = min(p.from, end-1), min(p.to, end-1)
	}
	b.messy = b.messy || b.pieces[k].from == b.pieces[k].to
}

// push opens a level.
func (b *builder) push(l level) {
	b.flush()
	l.out, l.brackets, l.lang = b.out, b.brackets, b.lang
	l.start = len(b.flat)
	b.levels = append(b.levels, l)
	b.out, b.brackets = nil, nil
}

// pop closes the innermost level and returns what it holds.
func (b *builder) pop() (level, []book.Inline) {
	b.flush()
	l := b.levels[len(b.levels)-1]
	b.levels = b.levels[:len(b.levels)-1]
	content := b.out
	b.out, b.brackets, b.lang = l.out, l.brackets, l.lang
	return l, content
}

// splice puts the content of a level in its place.
func (b *builder) splice(content []book.Inline) {
	b.out = append(b.out, content...)
	b.messy = true
}

// element makes the inlines of a node of the tree a level of their own, which
// wrap turns into one inline; wrap is not called for an empty level.
func (b *builder) element(n ast.Node, wrap func([]book.Inline) book.Inline) {
	at := max(n.Pos(), 0)
	b.settle(b.firstRune(n), at)
	if len(b.levels) >= MaxDepth {
		b.d.g.fault(at, rule.NestingLimit, "nesting of more than %d levels", MaxDepth)
		b.children(n)
		return
	}
	depth := len(b.levels)
	b.push(level{at: at})
	b.children(n)
	b.unclosed(depth + 1)
	_, content := b.pop()
	if len(content) == 0 {
		b.messy = true // the texts on both sides are neighbours
		return
	}
	b.out = append(b.out, wrap(content))
}

// firstRune returns the first character within n.
func (b *builder) firstRune(n ast.Node) rune {
	for n.FirstChild() != nil {
		n = n.FirstChild()
	}
	t, ok := n.(*ast.Text)
	if !ok || t.Segment.Start >= t.Segment.Stop {
		return object
	}
	r, _ := utf8.DecodeRune(b.d.src[t.Segment.Start:])
	return r
}

// finish returns the inlines of the block.
func (b *builder) finish() []book.Inline {
	b.soft = false
	b.unclosed(0)
	b.flush()
	b.trim()
	b.resolve()
	b.d.spare = buffers{b.flat[:0], b.pieces[:0], b.marks[:0]}
	if b.messy {
		b.out = rawhtml.Trim(tidy(b.out))
	}
	if b.d.g != nil && b.d.g.abbreviations.long != nil {
		b.out = b.d.g.abbreviations.explain(b.out)
	}
	return b.out
}

// trim removes a space and line breaks at the end of the block.
func (b *builder) trim() {
	for len(b.out) > 0 {
		if _, ok := b.out[len(b.out)-1].(*book.LineBreak); !ok {
			break
		}
		b.out = b.out[:len(b.out)-1]
		b.flat = b.flat[:len(b.flat)-1]
	}
	b.unspace()
}

// resolve bends the quotation marks and gives the nodes their text, parts of one
// string.
func (b *builder) resolve() {
	if len(b.marks) == 0 {
		all := string(b.flat)
		for _, p := range b.pieces {
			p.node.Value = all[p.from:p.to]
		}
		return
	}
	bent := bend(b.flat, b.marks)
	// A typographic mark has up to three bytes for the one of a straight mark, so
	// that the pieces move; marks and pieces are in the order of the text, and one
	// pass moves them all.
	out := make([]byte, 0, len(b.flat)+2*len(b.marks))
	k := 0
	for i := range b.pieces {
		p := &b.pieces[i]
		for k < len(b.marks) && b.marks[k].at < p.from {
			k++
		}
		from, start := p.from, len(out)
		for ; k < len(b.marks) && b.marks[k].at < p.to; k++ {
			out = append(out, b.flat[from:b.marks[k].at]...)
			out = append(out, bent[k]...)
			from = b.marks[k].at + 1
		}
		out = append(out, b.flat[from:p.to]...)
		p.from, p.to = start, len(out)
	}
	all := string(out)
	for _, p := range b.pieces {
		p.node.Value = all[p.from:p.to]
	}
}

// tidy joins neighbouring texts and removes what is empty.
func tidy(list []book.Inline) []book.Inline {
	out := list[:0]
	for i := 0; i < len(list); i++ {
		in := list[i]
		if isText(in) {
			n := i + 1
			for n < len(list) && isText(list[n]) {
				n++
			}
			if t := joinTexts(list[i:n]); t.Value != "" {
				out = append(out, t)
			}
			i = n - 1
			continue
		}
		if content := book.InlineContent(in); content != nil {
			if *content = tidy(*content); len(*content) == 0 && !rawhtml.IsPlace(in) {
				continue
			}
		}
		out = append(out, in)
	}
	return rejoin(out)
}

func isText(in book.Inline) bool {
	_, ok := in.(*book.Text)
	return ok
}

// joinTexts returns texts as one, at the place of the first that is not empty.
func joinTexts(list []book.Inline) *book.Text {
	first := list[0].(*book.Text)
	var parts []string
	for _, in := range list {
		if t := in.(*book.Text); t.Value != "" {
			if len(parts) == 0 {
				first = t
			}
			parts = append(parts, t.Value)
		}
	}
	if len(parts) > 1 {
		first.Value = strings.Join(parts, "")
	}
	return first
}

// rejoin joins the texts that became neighbours when what was between them
// turned out empty.
func rejoin(list []book.Inline) []book.Inline {
	for i := 1; i < len(list); i++ {
		if isText(list[i-1]) && isText(list[i]) {
			return tidy(list)
		}
	}
	return list
}
