package parts

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"octavo/book"
	"octavo/book/base/pattern"
	"octavo/book/base/rule"
	"octavo/book/ingest/draft"
)

// maxHeading is the widest bare heading, in columns, by eye: two lines of a column. With
// a greater width, short paragraphs above long ones are taken for headings.
const maxHeading = 150

// body makes what is left the body of the chapter.
func (r *reader) body() {
	r.spaced = r.isSpaced()
	heading := make([]bool, len(r.items))
	for i := range r.items {
		heading[i] = r.looksLikeHeading(i)
	}
	// The guesses of single lines are mended by looking at all of them together.
	r.numbered(heading)
	r.questions(heading)
	r.pullQuotes(heading)
	r.anothers(heading)
	marked := false // the format has marked a heading, below which bare ones stand
	for i := 0; i < len(r.items); i++ {
		it := r.items[i]
		switch {
		case heading[i]:
			level := 2
			if marked {
				level = 3
			}
			r.chapter.Body = append(r.chapter.Body, &book.Heading{Level: level, Content: unmarked(unstyled(it.content)), Pos: it.Block.Block.Position()})
			if !r.article.Markup {
				r.guess("heading", it.text)
			}
		case i > 0 && it.isText() && !r.article.Markup && it.text == r.items[i-1].text && r.isCaption(it):
			r.guess("caption that is there twice, left out once", it.text)
		case isRule(it):
			r.chapter.Body = append(r.chapter.Body, &book.Break{Pos: it.Block.Block.Position()})
		case it.isText():
			n := r.lines(i, heading)
			r.chapter.Body = append(r.chapter.Body, r.joined(r.items[i:i+n]))
			i += n - 1
		default:
			if h, ok := it.Block.Block.(*book.Heading); ok {
				marked = true
				h.Content = unstyled(h.Content)
			}
			r.chapter.Body = append(r.chapter.Body, it.Block.Block)
		}
	}
	r.trimBreaks()
}

// number is how a heading may be numbered: 一、 or 2. or IV.
var number = pattern.Later(`^(?:[一二三四五六七八九十]{1,3}、|[0-9]{1,2}[.)]\s|[IVX]{1,5}\.\s)`)

// numbered takes lines for headings that are numbered in the way of a known heading, even
// when the paragraph below is short.
func (r *reader) numbered(heading []bool) {
	// The form is the kind of the number and the sign behind it: "I.", "1)", "一、".
	form := func(s string) string {
		n := number().FindString(s)
		if n == "" {
			return ""
		}
		c, _ := utf8.DecodeLastRuneInString(strings.TrimSpace(n))
		first := firstRune(n)
		if first < utf8.RuneSelf && !isDigit(byte(first)) {
			first = 'I'
		} else if first < utf8.RuneSelf {
			first = '1'
		} else {
			first = '一'
		}
		return string(first) + string(c)
	}
	known := map[string]bool{}
	for i, it := range r.items {
		if heading[i] {
			known[form(it.text)] = true
		}
	}
	for i, it := range r.items {
		f := form(it.text)
		heading[i] = heading[i] || f != "" && known[f] && it.isText() && it.width <= maxHeading/2 && headline(it.text) && i+1 < len(r.items) && r.items[i+1].isText() && terminal(r.items[i+1].text)
	}
}

// unmarked removes the sign before a heading, by which a text without markup
// shows its headings.
func unmarked(content []book.Inline) []book.Inline {
	text := book.PlainText(content)
	return draft.Slice(content, len(text)-len(strings.TrimLeft(text, "■◆◇●○▲△▶▷□ \u3000")), len(text))
}

// pullQuotes leaves out lines in a text without markup that say once more what
// stands in a paragraph.
func (r *reader) pullQuotes(heading []bool) {
	// Bytes of letters, and how many lines are looked for. A shorter line may stand in a
	// paragraph by chance, and each line is searched in the whole text.
	// A line that is not in quotation marks and shorter than a line of print is a subhead that
	// repeats words of the text.
	const least, most, print = 16, 50, 60
	if r.article.Markup {
		return
	}
	var all strings.Builder
	for i, it := range r.items {
		if !heading[i] && terminal(it.text) {
			all.WriteString(draft.Letters(it.text) + " ")
		}
	}
	kept, looked := r.items[:0], 0
	marks := heading[:0]
	for i, it := range r.items {
		s := draft.Letters(it.text)
		if looked < most && len(s) >= least && it.isText() && (heading[i] && it.width >= print || isQuoted(it.text)) && it.width <= maxLine {
			looked++
			own := 0 // how often the line itself is among the texts
			if !heading[i] && terminal(it.text) {
				own = 1
			}
			if strings.Count(all.String(), s) > own && !r.isCaption(it) {
				r.guess("pull quote, left out since the text has it", it.text)
				continue
			}
		}
		kept, marks = append(kept, it), append(marks, heading[i])
	}
	r.items = kept
}

// isQuoted reports whether all of s is in quotation marks.
func isQuoted(s string) bool {
	first := firstRune(s)
	last, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune("\"“„«「『‘", first) && strings.ContainsRune("\"”“»」』’", last)
}

// questions takes back the headings that are somebody's words: lines that begin
// with who speaks, and the questions of an interview. The article is an interview when
// there are questions that are no headings, or when it says so (listen) and two thirds
// of its headings are questions.
func (r *reader) questions(heading []bool) {
	asked, other, headings := []int(nil), false, 0
	speakers := map[string]int{}
	for i, it := range r.items {
		if !it.isText() {
			continue
		}
		if s := speaker(it.text); s != "" {
			speakers[s]++
		}
		if heading[i] {
			headings++
		}
		if it.width > maxHeading || !strings.HasSuffix(it.text, "?") && !strings.HasSuffix(it.text, "？") && !strings.HasSuffix(it.text, "؟") {
			continue
		}
		if heading[i] {
			asked = append(asked, i)
		} else {
			other = true
		}
	}
	interview := other || len(asked) > 1 && len(asked)*3 >= headings*2 && r.talk
	for _, i := range asked {
		heading[i] = heading[i] && !interview
	}
	// One name before a colon may be a heading; two that come again are a dialogue.
	repeated := 0
	for _, n := range speakers {
		if n > 1 {
			repeated++
		}
	}
	if repeated < 2 {
		return
	}
	for i, it := range r.items {
		heading[i] = heading[i] && speaker(it.text) == ""
	}
}

// speaker returns who says a paragraph, where the paragraph begins with the name: "BO:
// About time."; "" for any other. A name has 40 bytes and four words at most, by eye.
func speaker(s string) string {
	const longest = 40
	i := strings.IndexAny(s, ":：")
	if i <= 0 || i > longest || strings.ContainsAny(s[:i], ".,;!?\"“«") && !isUpper(s[:i]) {
		return ""
	}
	if c := firstRune(s); unicode.IsLower(c) || !unicode.IsLetter(c) || len(strings.Fields(s[:i])) > 4 {
		return ""
	}
	return s[:i]
}

// looksLikeHeading reports whether the paragraph i is a heading that is not
// marked as one: a short line, no sentence, above a longer paragraph.
//
// A line alone could be anything, so that the paragraph below decides: it ends as a
// sentence does, has 60 columns or more, a line of print, and half as much again as the
// heading. The numbers are by eye. Lesser ones make headings of the lines of verse and of
// addresses, greater ones lose headings above short paragraphs; numbered finds some of
// those again.
func (r *reader) looksLikeHeading(i int) bool {
	it := r.items[i]
	if i == 0 && !r.article.Markup && (it.Tight || len(r.items) == 1 || !r.items[1].Tight) {
		return false // what is left of the head
	}
	if !it.isText() || it.Role != draft.None || it.width > maxHeading || it.joined || isRule(it) || i+1 >= len(r.items) {
		return false
	}
	if r.article.Markup {
		_, style, ok := draft.Unstyle(it.content)
		marked := r.eastern() && strings.ContainsRune("■◆◇□▣◈", firstRune(it.text)) // as papers of East Asia mark headings
		if !marked && (!ok || style != book.Strong) {
			return false
		}
	}
	below := r.items[i+1]
	if below.content == nil || !below.isText() || below.joined || below.width < it.width+it.width/2 || below.width < r.proseWidth() || !terminal(below.text) && !r.unstopped() {
		return false
	}
	if i > 0 && it.Tight && r.items[i-1].isText() && r.items[i-1].width <= maxHeading && !terminal(r.items[i-1].text) {
		return false // a line of verse or of an address
	}
	if r.eastern() && isQuoted(it.text) {
		return false // what somebody says has a paragraph of its own
	}
	return headline(it.text) && !r.isOrdinal(it.text) && !r.isCaption(it)
}

// unstopped reports whether nothing ends the sentences of the language: Thai has no stops.
func (r *reader) unstopped() bool { return language(r.chapter.Lang) == "th" }

// eastern reports whether the article is in Chinese, Japanese or Korean.
func (r *reader) eastern() bool {
	switch language(r.chapter.Lang) {
	case "zh", "ja", "ko":
		return true
	}
	return false
}

// proseWidth is the least width of a paragraph below a heading that is not marked, in
// columns: a line of print, which has ten words. Ten words of Chinese, Japanese or Korean
// are some 18 signs of two columns.
func (r *reader) proseWidth() int {
	if r.eastern() {
		return 36
	}
	return 60
}

// headline reports whether s has the form of a heading: it begins with a capital,
// a digit or a character without case, and does not end as a sentence does.
func headline(s string) bool {
	s = strings.TrimLeft(s, "\"'“‘„«「『[(（【<〈《■◆◇●○▲△▶▷□※§#*_ ¿¡")
	first, _ := utf8.DecodeRuneInString(s)
	if unicode.IsLower(first) || !unicode.IsLetter(first) && !unicode.IsDigit(first) {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, " \"'”’»“‘」』*_"))
	return !strings.ContainsRune(".。．!！,，、;；:：…-–—।॥۔،؛", last)
}

func (r *reader) isOrdinal(s string) bool {
	return anyPrefix(s, r.tables, func(w *words) []string { return w.ordinals }) >= 0
}

func (r *reader) isCaption(it *item) bool {
	_, _, ok := r.credited(it.content)
	return ok
}

// lines returns how many items from i on are lines of one paragraph: lines of one
// paragraph in the file, and short lines without a blank line between, as in verse. Sixty
// columns are by eye: lines of verse are shorter, lines of print longer.
func (r *reader) lines(i int, heading []bool) int {
	n := 1
	for i+n < len(r.items) && r.items[i+n].isText() && !heading[i+n] && r.items[i+n].Role == draft.None {
		it, before := r.items[i+n], r.items[i+n-1]
		if !it.joined && (!it.Tight || r.article.Markup || !r.spaced && !r.stanza(i, n) || it.width > 60 || before.width > 60) {
			break
		}
		n++
	}
	return n
}

// stanza reports whether the items from i on are lines of verse in a text whose
// paragraphs no blank lines part: short lines between two blank lines. n of the items are
// known to be lines of one paragraph.
func (r *reader) stanza(i, n int) bool {
	if n > 1 {
		return true
	}
	if r.items[i].Tight {
		return false
	}
	k := i
	for k < len(r.items) && r.items[k].isText() && (k == i || r.items[k].Tight) {
		if r.items[k].width > 60 {
			return false
		}
		k++
	}
	return k-i > 1
}

// isSpaced reports whether blank lines part the paragraphs of the article.
func (r *reader) isSpaced() bool {
	loose := 0
	for _, it := range r.items {
		if !it.Tight {
			loose++
		}
	}
	return loose*2 > len(r.items)
}

// joined makes one paragraph of lines.
func (r *reader) joined(items []*item) book.Block {
	p := &book.Paragraph{Pos: items[0].Block.Block.Position()}
	for k, it := range items {
		if k > 0 {
			p.Content = append(p.Content, &book.LineBreak{})
		}
		p.Content = append(p.Content, it.content...)
		if r.isCaption(it) && !strings.Contains(it.text, "@") && !r.article.Markup && len(items) == 1 && !terminal(it.text) {
			r.warn(rule.ImportCaption, "add the picture above it, as ![...](images/...)", "a caption without its picture: %q", clip(it.text))
		}
	}
	return p
}

// trimBreaks removes thematic breaks from the ends of the body, and of breaks in a row
// all but the first.
func (r *reader) trimBreaks() {
	body := r.chapter.Body
	kept := body[:0]
	for _, b := range body {
		if _, ok := b.(*book.Break); ok {
			if len(kept) == 0 || isBreak(kept[len(kept)-1]) {
				continue
			}
		}
		kept = append(kept, b)
	}
	for len(kept) > 0 && isBreak(kept[len(kept)-1]) {
		kept = kept[:len(kept)-1]
	}
	r.chapter.Body = kept
}

func isBreak(b book.Block) bool {
	_, ok := b.(*book.Break)
	return ok
}
