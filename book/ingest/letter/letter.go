// Package letter tells the article in a mail from the letter around it.
//
// In: the blocks of a mail, in the order in which its writer sees them, and its header. Out:
// the same blocks; those that belong to the letter have the role [draft.Letter]. The
// header of a mail that was passed on takes the place of the outer one.
//
// Invariant: no word is lost or changed; only roles are given, and paragraphs parted at
// their line breaks.
//
// Invariant: time is proportional to the text times the words of the drawers.
package letter

import (
	"slices"
	"strings"

	"octavo/book"
	"octavo/book/ingest/draft"
)

// A Header is what a mail says above its text.
type Header struct{ Subject, From, Date string }

// A line is a line of a paragraph, or a block that has none.
type line struct {
	block   int
	content []book.Inline
	text    string
	width   int // columns, those of a whole block too
	solid   bool
	quoted  bool
	tight   bool // no blank line before it
	out     bool
}

// A letter is a mail while it is read: the article is thought to be in lines[from:to].
type letter struct {
	lines    []line
	from, to int
	head     Header
	unquote  bool // the article is what was quoted
}

// leastArticle is the width of the shortest text, in columns, for whose sake what stands
// above or below it is a letter. By eye: three lines of print.
const leastArticle = 200

// Strip gives the blocks of a mail their roles, and returns its header or that of the mail
// that was passed on with it. The lines of a letter are known by what stands around them: a
// greeting is at the top, a closing is followed by names, a quoted mail goes to the end. So
// the text is narrowed from both ends:
//
//	forward    mails passed on, whose header stands in the text; or answered ones
//	thread     what is quoted, below "On Monday she wrote:"
//	signature  below "-- "; what programs and houses add; telephone numbers
//	closing    "Best, Robin", with what follows it, and what is said of fees above it
//	opening    the greeting, and the letter that ends in a closing, a line or a title
func Strip(blocks []draft.Block, h Header) ([]draft.Block, Header) {
	l := &letter{lines: linesOf(blocks), head: h}
	l.to = len(l.lines)
	l.forward()
	l.thread()
	l.unquoted()
	l.signature()
	if !l.isOpenLetter() {
		l.closing()
		l.opening()
		l.signature()
	}
	for i := range l.lines {
		l.lines[i].out = l.lines[i].out || i < l.from || i >= l.to
	}
	return l.rebuilt(blocks), l.head
}

// isOpenLetter reports whether the article is a letter itself: a greeting stands below the
// title, which the subject of the mail names.
func (l *letter) isOpenLetter() bool {
	first := l.next(l.from)
	if first+1 >= l.to || l.lines[first].solid || !same(l.lines[first].text, Topic(l.head.Subject)) {
		return false
	}
	return !l.lines[first+1].solid && isGreeting(l.lines[first+1].text)
}

// linesOf parts paragraphs at their line breaks.
func linesOf(blocks []draft.Block) []line {
	var out []line
	for i, b := range blocks {
		var parts [][]book.Inline
		switch v := b.Block.(type) {
		case *book.Paragraph:
			parts = draft.Lines(v.Content)
		case *book.Heading:
			parts = [][]book.Inline{v.Content}
		default:
			out = append(out, line{block: i, solid: true, width: widthOf(b.Block), quoted: b.Quoted > 0, out: b.Role == draft.Letter})
			continue
		}
		for j, p := range parts {
			text := strings.TrimSpace(book.PlainText(p))
			out = append(out, line{block: i, content: p, text: text, width: draft.Width(text), quoted: b.Quoted > 0, tight: b.Tight || j > 0, out: b.Role == draft.Letter})
		}
	}
	return out
}

func widthOf(b book.Block) int {
	n := 0
	book.WalkBlocks([]book.Block{b}, func(b book.Block) bool {
		for _, run := range book.BlockInlines(b) {
			n += draft.Width(book.PlainText(run))
		}
		return true
	})
	return n
}

// width returns the columns of the lines of the article between two places, quoted ones
// counted or not.
func (l *letter) width(from, to int, quoted bool) int {
	n := 0
	for _, x := range l.lines[from:to] {
		if !x.out && (quoted || !x.quoted) {
			n += x.width
		}
	}
	return n
}

// Alone reports whether a mail with which a file came is a letter that goes with the file. It
// speaks of the file: in what is kept of it, or around a few sentences that are kept. And it
// is no longer than a letter, and greets or closes where it is as long as an article.
func Alone(whole, kept []draft.Block) bool {
	covers := func(x line) bool { return !x.out && !x.solid && saysCover(x.text) > 0 }
	all := &letter{lines: linesOf(whole)}
	rest := &letter{lines: linesOf(kept)}
	width := all.width(0, len(all.lines), true)
	for i, x := range all.lines {
		// Below a mail that was passed on, or a rule that is no signature's, is an article.
		if !x.solid && (IsForwarded(x.text) || isSeparator(x.text) && len(x.text) > len("---") && !underlined(x.text)) && all.width(i+1, len(all.lines), true) >= leastArticle/2 {
			return false
		}
	}
	if !slices.ContainsFunc(rest.lines, covers) {
		titled := slices.ContainsFunc(rest.lines, func(x line) bool { return !x.out && (x.solid || x.width > 0 && !isStop(x.text)) })
		if titled || rest.width(0, len(rest.lines), true) >= leastArticle || !slices.ContainsFunc(all.lines, covers) {
			return false
		}
	}
	return width < leastArticle || width < maxLetter && slices.ContainsFunc(all.lines, func(x line) bool {
		return !x.solid && (isGreeting(x.text) || isClosing(x.text) || opensLetter(x.text) || endsLetter(x.text))
	})
}

// rebuilt returns the blocks with their roles; a paragraph that is of both is parted.
func (l *letter) rebuilt(blocks []draft.Block) []draft.Block {
	var out []draft.Block
	for i := 0; i < len(l.lines); {
		k := i + 1
		for k < len(l.lines) && l.lines[k].block == l.lines[i].block && l.lines[k].out == l.lines[i].out {
			k++
		}
		b := blocks[l.lines[i].block]
		if p, ok := b.Block.(*book.Paragraph); ok && (i > 0 && l.lines[i-1].block == l.lines[i].block || k < len(l.lines) && l.lines[k].block == l.lines[i].block) {
			b.Block = &book.Paragraph{Content: joined(l.lines[i:k]), Pos: p.Pos}
		}
		if l.lines[i].out {
			b.Role = draft.Letter
		} else if i == l.from {
			b.Tight = false
		}
		out = append(out, b)
		i = k
	}
	return l.quotes(out)
}

func joined(lines []line) []book.Inline {
	var out []book.Inline
	for i, x := range lines {
		if i > 0 {
			out = append(out, &book.LineBreak{})
		}
		out = append(out, x.content...)
	}
	return out
}

// quotes makes quotations of the blocks of the article that are quoted, unless all of the
// article is.
func (l *letter) quotes(blocks []draft.Block) []draft.Block {
	var out []draft.Block
	for _, b := range blocks {
		n := len(out)
		switch {
		case b.Role == draft.Letter || b.Quoted == 0 || l.unquote:
			b.Quoted = 0
			out = append(out, b)
		case n > 0 && out[n-1].Quoted > 0:
			q := out[n-1].Block.(*book.Quote)
			q.Blocks = append(q.Blocks, b.Block)
		default:
			out = append(out, draft.Block{Block: &book.Quote{Blocks: []book.Block{b.Block}, Pos: b.Block.Position()}, Quoted: b.Quoted})
		}
	}
	for i := range out {
		out[i].Quoted = 0
	}
	return out
}

// same compares words, case and punctuation apart.
func same(a, b string) bool { return draft.Letters(a) != "" && draft.Letters(a) == draft.Letters(b) }
