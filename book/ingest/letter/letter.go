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
	"unicode"
	"unicode/utf8"

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

// forward finds the headers in the text. Above one that was passed on stands a letter at
// most; below one that was answered stands what the article is an answer to. Which it is
// shows in the text above: a letter is short, and much shorter than what it goes with.
func (l *letter) forward() {
	const longestLetter = 700 // columns; by eye: ten lines
	for range 8 {             // a mail may have been passed on several times
		at, after, marked := l.header()
		if after == 0 {
			return
		}
		above, below := l.width(l.from, at, false), l.width(after, l.to, true)
		if below < leastArticle/2 || above > longestLetter || above*2 > below && above > leastArticle && !marked {
			if above == 0 && below == 0 {
				return
			}
			l.to = at
			return
		}
		for _, x := range l.lines[at:after] {
			l.field(x.text)
		}
		l.from = after
		l.lines[min(after, len(l.lines)-1)].tight = false
		l.unquote = l.unquote || l.allQuoted()
	}
}

// allQuoted reports whether all of the article is quoted.
func (l *letter) allQuoted() bool {
	return l.width(l.from, l.to, false) < leastArticle/4 && l.width(l.from, l.to, true) > leastArticle/2
}

// header returns where the next header of a mail begins in the text, with the line above it
// that says so, and where the text below it does; 0 when there is none. Three fields are
// asked for: a line such as "From: ..." alone may be of the text. marked says that a line
// says that the mail was passed on; below one in hyphens there need be no fields.
func (l *letter) header() (at, after int, marked bool) {
	const leastFields, mostLines = 3, 14
	for i := l.from; i < l.to; i++ {
		x := l.lines[i]
		k := i
		mark := !x.solid && IsForwarded(x.text)
		if mark {
			k++
		} else if name, _ := Field(x.text); name == "" {
			continue
		}
		first, known := k, 0
		for k < l.to && k-first < mostLines && !l.lines[k].solid {
			name, _ := Field(l.lines[k].text)
			if name == "" && !l.goesOn(k, first) {
				break
			}
			if name != "" {
				known++
			}
			k++
		}
		if known >= leastFields {
			return i, k, mark
		}
		if mark && (strings.HasPrefix(x.text, "--") || strings.HasPrefix(x.text, "__") || strings.HasSuffix(x.text, ":")) {
			return i, first, true
		}
	}
	return 0, 0, false
}

// goesOn reports whether the line k is the rest of the field above: another field is below.
func (l *letter) goesOn(k, first int) bool {
	if k == first || k+1 >= l.to || !l.lines[k].tight || l.lines[k].width > 120 {
		return false
	}
	name, _ := Field(l.lines[k+1].text)
	return name != ""
}

func (l *letter) field(s string) {
	switch name, value := Field(s); {
	case IsSubject(name):
		l.head.Subject = value
	case IsSender(name):
		l.head.From = value
	case dateField[name] || strings.ContainsAny(value, "0123456789") && strings.Contains(value, ":") && !strings.Contains(value, "@"):
		l.head.Date = value
	}
}

// dateField is the name that mail programs use for the date themselves.
var dateField = map[string]bool{"date": true}

// thread takes off what is quoted at the end, with the line above it that says of whom.
// Quotations among the text stay: the article has them. When nearly nothing stands above
// what is quoted, that is the article.
func (l *letter) thread() {
	const most = 100 // by eye: a long thread has twenty; each is measured against the whole
	for i, n := l.from, 0; i < l.to && n < most; i++ {
		end := l.attribution(i)
		if end == 0 {
			continue
		}
		n++
		k := end
		for k < l.to && (l.lines[k].quoted || l.lines[k].solid) {
			k++
		}
		above, quoted, below := l.width(l.from, i, false), l.width(end, k, true), l.width(k, l.to, false)
		switch {
		case above+below < leastArticle && quoted > 2*(above+below) && quoted > leastArticle:
			l.from, l.to, l.unquote = end, k, true
		case below*4 < above || below < leastArticle/2 && above > below:
			l.to = i
		default: // answers among what is quoted, as of an interview: that is the article
			for j := i; j < end; j++ {
				l.lines[j].out = true
			}
			if above < leastArticle {
				l.from = end
			}
			continue
		}
		return
	}
	if end := l.quotedEnd(); end < l.to && isReply(l.head.Subject) && l.width(l.from, end, false) > leastArticle {
		l.to = end
	}
	if l.allQuoted() {
		l.unquote = true
	}
}

// unquoted takes the lines of an article that is all quoted for lines that are not.
func (l *letter) unquoted() {
	for i := l.from; l.unquote && i < l.to; i++ {
		l.lines[i].quoted = false
	}
}

// quotedEnd returns where the quoted lines begin that the article ends with.
func (l *letter) quotedEnd() int {
	k := l.to
	for k > l.from && l.lines[k-1].quoted {
		k--
	}
	return k
}

// attribution returns where the line ends that says who wrote what is quoted from there,
// 0 when line i is none. It may be broken into two or three lines that stand close.
func (l *letter) attribution(i int) int {
	const mostLines = 3
	text := ""
	for k := i; k < min(l.to, i+mostLines); k++ {
		if l.lines[k].solid || k > i && !l.lines[k].tight {
			return 0
		}
		text = strings.TrimSpace(text + " " + l.lines[k].text)
		if !isWrote(text) {
			continue
		}
		if k+1 == l.to || l.lines[k+1].quoted || l.lines[k+1].solid || strings.Contains(text, "@") {
			return k + 1
		}
	}
	return 0
}

// signature takes off what stands below the article for ever: a signature, what programs
// and houses add, and lines that say how somebody is reached.
func (l *letter) signature() {
	const longest = 15 // lines; RFC 1855, section 2.1.1, asks for four
	for i := l.to - 1; i > l.from && i >= l.to-longest; i-- {
		if t := l.lines[i].text; t == "--" || t == "__" || t == "—" || t == "---" && l.to-i < 8 || underlined(t) {
			if l.heads(i) {
				break
			}
			l.to = i
			break
		}
	}
	contact := false
	for l.to > l.from+1 {
		x := l.lines[l.to-1]
		switch {
		case x.out, x.text == "" && !x.solid, !x.solid && isProgram(x.text), !x.solid && isSeparator(x.text):
		case !x.solid && isContact(x.text):
			contact = true
		case contact && !x.solid && x.width <= maxClosing && l.lines[l.to].tight && !isStop(x.text):
			// the name or the house above a number
		default:
			return
		}
		l.to--
	}
}

// heads reports whether the line i parts a letter from an article below it, rather than an
// article from a signature, which may be longer where the house adds what mails are not for:
// above it is a letter, there is more text below than above, and no telephone or address begins
// that, nor does the sender's name with a note of the house below it.
func (l *letter) heads(i int) bool {
	const most = 4 // lines of a signature above its telephone, by eye
	below := l.lines[i+1 : l.to]
	if n := l.width(i+1, l.to, true); n < leastArticle || n <= l.width(l.from, i, true) || !slices.ContainsFunc(l.lines[l.from:i], l.isOfLetter) {
		return false
	}
	is := func(what func(string) bool) func(line) bool {
		return func(x line) bool { return !x.solid && what(x.text) }
	}
	return !slices.ContainsFunc(below[:min(len(below), most)], is(isContact)) && (!l.isSender(below[0]) || !slices.ContainsFunc(below, is(isProgram)))
}

// isOfLetter reports whether a line greets, closes or speaks of what goes with the letter.
func (l *letter) isOfLetter(x line) bool {
	return !x.solid && (isGreeting(x.text) || l.signsOff(x.text) || opensLetter(x.text) || saysCover(x.text) > 0)
}

// underlined reports whether a line is the long rule above what a mailing list adds.
func underlined(s string) bool { return len(s) >= 20 && strings.Trim(s, "_") == "" }

func isStop(s string) bool {
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, " \"'”’»)"))
	return strings.ContainsRune(".!?。！？…", last)
}

// closing takes off the end of the letter: the line that closes it, with names, posts and
// addresses below, and the paragraphs above that speak of the article and its price.
func (l *letter) closing() {
	const mostBelow, mostAbove = 9, 3 // lines, by eye
	for i := l.to - 1; i > l.from && i >= l.to-mostBelow; i-- {
		x := l.lines[i]
		if x.solid || x.quoted || !l.signsOff(x.text) {
			if !x.solid && x.width > maxClosing && !isPostscript(x.text) && saysCover(x.text) == 0 {
				break // prose
			}
			continue
		}
		if l.width(l.from, i, true) < leastArticle/2 {
			break
		}
		for l.to = i; l.to > l.from+1 && !l.lines[l.to-1].solid && isClosing(l.lines[l.to-1].text); {
			l.to-- // 此致 above 敬礼
		}
		for n := 0; n < mostAbove && l.to > l.from+1 && l.speaks(l.to-1); n++ {
			l.to--
		}
		for l.to > l.from+1 && !l.lines[l.to-1].solid && isSeparator(l.lines[l.to-1].text) {
			l.to--
		}
		return
	}
	if last := l.lines[max(l.to-1, 0):l.to]; len(last) == 1 && !last[0].solid && l.isSigned(last[0].text) && l.to > l.from+1 {
		l.to--
	}
}

// isPostscript reports whether a line is what was added below a letter.
func isPostscript(s string) bool {
	low := strings.ToLower(s)
	return strings.HasPrefix(low, "ps") || strings.HasPrefix(low, "p.s") || strings.HasPrefix(low, "p. s")
}

// isSigned reports whether a line is the first name of whoever sent the mail. The whole
// name is left to be taken for the author's.
func (l *letter) isSigned(s string) bool {
	name := strings.Fields(Sender(l.head.From))
	return len(name) > 1 && strings.EqualFold(strings.Trim(s, " ,.–—-"), name[0])
}

// speaks reports whether a paragraph speaks to the editor of the article. A long one has to
// say so twice.
func (l *letter) speaks(i int) bool {
	const long, longest = 160, 480 // columns, by eye: two lines, and six
	x := l.lines[i]
	if x.solid || x.quoted || x.width > longest {
		return false
	}
	n := saysCover(x.text)
	return n > 1 || n == 1 && x.width <= long
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
func same(a, b string) bool {
	letters := func(s string) string {
		return strings.Map(func(r rune) rune {
			if unicode.IsLetter(r) || unicode.IsDigit(r) {
				return unicode.ToLower(r)
			}
			return -1
		}, s)
	}
	return letters(a) != "" && letters(a) == letters(b)
}
