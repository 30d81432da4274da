package markdown

import (
	"sort"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"octavo/book/base/rule"
)

// links reads links and images by CommonMark's rule, and notes within text, ^[a note]. goldmark's own reader takes
// none as soon as two brackets of the paragraph that nothing closes are a thousand
// bytes apart, and is quadratic in the text behind a link that has no end; a link
// that it does not take is printed as it stands, and nobody is told.
//
// Here a title has any length. The opening brackets of a block are a stack (open in
// the guard), and each closing bracket takes the last one off, whether a link comes of
// the two or not. So a bracket is looked at once, and only the text behind "](" may be
// read several times. That work is bounded for the chapter, by [maxLinkWork]; past the
// bound brackets stay text, with a fault.
type links struct{}

func (links) Trigger() []byte { return []byte("![]^") }

// An openingBracket is a bracket that a link may begin with.
type openingBracket struct {
	ast.BaseInline
	segment text.Segment // of "[", "![" or "^["
	image   bool
	note    bool
	bottom  ast.Node // the last emphasis mark before it
}

var kindOpeningBracket = ast.NewNodeKind("OpeningBracket")

func (*openingBracket) Kind() ast.NodeKind              { return kindOpeningBracket }
func (o *openingBracket) Dump(source []byte, level int) { ast.DumpHelper(o, source, level, nil, nil) }

func (l links) Parse(parent ast.Node, r text.Reader, pc parser.Context) ast.Node {
	g := guardOf(pc)
	g.in(parent)
	line, seg := r.PeekLine()
	if line[0] == ']' {
		return l.close(parent, r, pc, g)
	}
	n := 1
	if line[0] == '!' {
		if n = 2; len(line) < 2 || line[1] != '[' {
			return nil
		}
	}
	if line[0] == '^' {
		if n = 2; !opensNote(line) {
			return nil
		}
		if g.apart {
			g.noPlace(seg.Start)
			return nil
		}
	}
	if g.brackets++; g.brackets > maxBrackets {
		g.fault(seg.Start, rule.SizeLimit, "more than %d brackets in one paragraph", maxBrackets)
		return nil
	}
	if !g.mark(seg.Start) {
		return nil
	}
	o := &openingBracket{segment: seg.WithStop(seg.Start + n), image: line[0] == '!', note: line[0] == '^', bottom: pc.LastDelimiter()}
	r.Advance(n)
	g.open = append(g.open, o)
	return o
}

// close reads what stands behind the bracket that closes the last one open, and
// makes a link of both. A link holds no other link: a link that is made takes the
// meaning from the open brackets around it, but for those of images.
func (links) close(parent ast.Node, r text.Reader, pc parser.Context, g *guard) ast.Node {
	if len(g.open) == 0 {
		return nil
	}
	last := len(g.open) - 1
	o := g.open[last]
	g.open = g.open[:last]
	// The brackets around a link are those before it on the stack, so that a number
	// says which are spent.
	spent := !o.image && last < g.spent
	g.spent = min(g.spent, last)
	_, seg := r.PeekLine()
	r.Advance(1)
	if o.note && g.mark(seg.Start) {
		note := &inlineNote{}
		note.SetPos(o.segment.Start)
		o.enclose(note, parent, pc)
		return note
	}
	to := target{image: o.image}
	if spent || !to.read(r, pc, g, text.NewSegment(o.segment.Stop, seg.Start), parent.Lines()) || !g.mark(seg.Start) {
		ast.MergeOrReplaceTextSegment(o.Parent(), o, o.segment)
		return nil
	}
	link := ast.NewLink()
	link.Destination, link.Title = to.destination, to.title
	o.enclose(link, parent, pc)
	if !o.image {
		g.spent = last
		link.SetPos(o.segment.Start)
		return link
	}
	image := ast.NewImage(link)
	image.SetPos(o.segment.Start)
	if to.width > 0 {
		image.SetAttributeString(sizeKey, to.width)
	}
	if to.at != nil {
		image.SetAttributeString(titleKey, to.at)
	}
	return image
}

func (links) CloseBlock(_ ast.Node, _ text.Reader, pc parser.Context) {
	g := guardOf(pc)
	for _, o := range g.open {
		o.Parent().ReplaceChild(o.Parent(), o, ast.NewTextSegment(o.segment))
	}
	g.open, g.spent = nil, 0
}

// titleKey is the name under which an image of the tree keeps where its title
// stands, as [*text.Segments].
const titleKey = "title"

// A target is what a link leads to.
type target struct {
	destination, title []byte
	at                 *text.Segments // of the title; nil when it is in a definition
	image              bool
	width              int // of an image, in 1/1000 of the text; 0 when not given
}

// read reads what follows a closing bracket: "(address "title")", the label of a
// definition in brackets, or nothing, when the text at label, between the brackets
// before, is itself the label of a definition.
func (t *target) read(r text.Reader, pc parser.Context, g *guard, label text.Segment, lines *text.Segments) bool {
	line, pos := r.Position()
	switch r.Peek() {
	case '(':
		if t.inline(r, g) {
			return true
		}
	case '[':
		r.Advance(1)
		if found, ok := closure(r, '[', ']', 4*maxLabel+2); ok { // a character has four bytes at most
			if value := join(r.Source(), found); !util.IsBlank(value) {
				return t.defined(value, pc)
			}
			return t.labelled(r.Source(), label, lines, pc)
		}
	}
	*t = target{image: t.image}
	r.SetPosition(line, pos)
	return t.labelled(r.Source(), label, lines, pc)
}

// inline reads "(address "title")".
func (t *target) inline(r text.Reader, g *guard) bool {
	_, from := r.Position()
	if g.linkWork > maxLinkWork {
		g.faultHint(from.Start, rule.SizeLimit, `write \[ for a bracket that begins no link`, "more than %d bytes are read in one chapter for links that have no end", maxLinkWork)
		return false
	}
	work, ok := t.parenthesis(r)
	if !ok {
		g.linkWork += work
	}
	return ok
}

// parenthesis is inline, and returns how many bytes were read at most.
func (t *target) parenthesis(r text.Reader) (work int, ok bool) {
	r.Advance(1)
	r.SkipSpaces()
	if r.Peek() == ')' {
		r.Advance(1)
		return 0, true
	}
	line, _ := r.PeekLine()
	size := t.address(line)
	if size == 0 {
		return len(line), false
	}
	r.Advance(size)
	r.SkipSpaces()
	if t.image && r.Peek() == '=' && !t.readSize(r) {
		return size, false
	}
	opener := r.Peek()
	if opener == '"' || opener == '\'' || opener == '(' {
		closer := opener
		if opener == '(' {
			closer = ')'
		}
		r.Advance(1)
		_, from := r.Position()
		if t.at, ok = closure(r, opener, closer, len(r.Source())); !ok {
			return size + t.at.At(t.at.Len()-1).Stop - from.Start, false
		}
		t.title = join(r.Source(), t.at)
		size += len(t.title)
		r.SkipSpaces()
		if t.image && r.Peek() == '=' && !t.readSize(r) {
			return size, false
		}
	}
	if r.Peek() != ')' {
		return size, false
	}
	r.Advance(1)
	return size, true
}

// address reads the address that line begins with, in angle brackets or bare, and
// returns its length; 0 when there is none.
func (t *target) address(line []byte) int {
	if len(line) > 0 && line[0] == '<' {
		for i := 1; i < len(line); i++ {
			switch {
			case line[i] == '\\' && i+1 < len(line) && util.IsPunct(line[i+1]):
				i++
			case line[i] == '>':
				t.destination = line[1:i]
				return i + 1
			}
		}
		return 0
	}
	// Parentheses within a bare address are in pairs, and the first one too many ends
	// the link.
	open, i := 0, 0
	for ; i < len(line) && !util.IsSpace(line[i]); i++ {
		switch c := line[i]; {
		case c == '\\' && i+1 < len(line) && util.IsPunct(line[i+1]):
			i++
		case c == '(':
			open++
		case c == ')':
			open--
		}
		if open < 0 {
			break
		}
	}
	t.destination = line[:i]
	return i
}

// labelled is defined for the label at a segment of a block with the given lines: the
// marks of a quotation or a list between two lines are no part of the label.
func (t *target) labelled(src []byte, label text.Segment, lines *text.Segments, pc parser.Context) bool {
	if label.Stop-label.Start > 4*maxLabel {
		return false
	}
	i := sort.Search(lines.Len(), func(i int) bool { return lines.At(i).Stop > label.Start })
	var value []byte
	for ; i < lines.Len() && lines.At(i).Start < label.Stop; i++ {
		l := lines.At(i)
		value = append(value, src[max(l.Start, label.Start):min(l.Stop, label.Stop)]...)
	}
	return t.defined(value, pc)
}

// defined takes the address and title of a definition.
func (t *target) defined(label []byte, pc parser.Context) bool {
	if utf8.RuneCount(label) > maxLabel {
		return false
	}
	ref, ok := pc.Reference(util.ToLinkReference(label))
	if ok {
		t.destination, t.title = ref.Destination(), ref.Title()
	}
	return ok
}

// closure looks for closer. The search ends at an opener that is not escaped, after
// most bytes, and at the end of the block. What was read is returned in any case.
func closure(r text.Reader, opener, closer byte, most int) (read *text.Segments, ok bool) {
	read = text.NewSegments()
	for most > 0 {
		line, seg := r.PeekLine()
		if line == nil {
			break
		}
		i := firstOf(line[:min(len(line), most)], opener, closer)
		if i >= 0 {
			read.Append(seg.WithStop(seg.Start + i))
			r.Advance(i + 1)
			return read, line[i] == closer
		}
		read.Append(seg)
		most -= len(line)
		r.AdvanceLine()
	}
	if read.Len() == 0 {
		_, seg := r.Position()
		read.Append(seg.WithStop(seg.Start))
	}
	return read, false
}

// firstOf returns the index in s of the first closer or opener that is not
// escaped, -1 for neither.
func firstOf(s []byte, opener, closer byte) int {
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '\\':
			i++
		case s[i] == closer, s[i] == opener:
			return i
		}
	}
	return -1
}

// join returns the text of segments.
func join(src []byte, list *text.Segments) []byte {
	if list.Len() == 1 {
		l := list.At(0)
		return src[l.Start:l.Stop]
	}
	var out []byte
	for i := range list.Len() {
		l := list.At(i)
		out = append(out, src[l.Start:l.Stop]...)
	}
	return out
}
