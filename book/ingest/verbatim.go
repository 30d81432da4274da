package ingest

import (
	"bytes"
	"regexp"
	"slices"
	"strings"

	"octavo/book"
	"octavo/book/base/pattern"
	signs "octavo/book/source/foreign"
	"octavo/book/source/markdown"
)

// copy returns the chapter c as a file whose body is the original, byte for byte, where
// nothing had to be changed. ref is the same chapter as it reads back when it is written
// anew, which it is when nothing else can be done.
//
// To copy a text that is to say exactly what the model says is risky: a reference stands
// far from where it is used, a list may join the list above it. So nothing is believed. The
// body is cut into the blocks that package markdown found in it, a passage from the beginning
// of one up to the next. A passage is copied when its block says what the chapter's says, with
// new addresses in it where only these differ, and else the block is written anew. The
// result is read, and must say in each block what ref says, with no fault that ref has not.
// Blocks that do not are written in the next way (see ways) in the next round. Rounds are
// few: a block that spoils another is rare, and the chapter is then written anew as a whole.
func (o original) copy(c, ref *book.Chapter) []byte {
	const rounds = 10
	anew := markdown.Format(ref)
	if o.text == "" || len(c.Body) != len(ref.Body) {
		return anew
	}
	p := newCopyist(c, ref, o)
	p.faults = faultsOf(anew)
	for range rounds {
		out, first := p.write()
		bad, ok := p.faulty(out, first)
		if !ok {
			return anew
		}
		if len(bad) == 0 {
			return out
		}
		p.blame(bad)
	}
	return anew
}

// A copyist copies the body of an article.
type copyist struct {
	ref      *book.Chapter
	says     []string        // the blocks of ref
	faults   map[string]bool // of ref
	front    string          // of the chapter, with its fences
	space    string          // the blank lines behind it
	top      *passage        // what stands above the first block
	passages []*passage
	from     []*passage  // of the blocks of the chapter; nil for none
	tried    map[int]int // in how many ways a block has been written in vain
}

// blame has blocks written in their next way. Where a block has been written anew already, it
// is what stands beside it that spoils it.
func (p *copyist) blame(bad map[int]bool) {
	for k := range bad {
		if p.tried[k] >= ways && k >= 0 {
			p.tried[max(k-1, above)]++
			p.tried[k+1]++
		}
		p.tried[k]++
	}
}

// ways is in how many ways a block can be copied, see [copyist.block].
const ways = 1

// above stands among the blocks for what is written above the first one.
const above = -1

// A passage is a block of the article's text, with what stands up to the next one.
type passage struct {
	line  int     // of the file
	n     int     // the place among the passages
	text  string  // without blank lines at its ends
	gap   string  // the blank lines behind it
	says  string  // as [markdown.FormatBlock] has it
	links []place // see linksOf
	taken bool    // by a block of the chapter
}

func newPassage(lines []string) *passage {
	s := strings.Join(lines, "")
	text := strings.TrimRight(s, "\n")
	return &passage{text: text, gap: s[len(text):]}
}

func newCopyist(c, ref *book.Chapter, o original) *copyist {
	p := &copyist{ref: ref, front: o.frontOf(ref), tried: map[int]int{}}
	if p.space = "\n"; p.front == o.front {
		p.space = o.text[:len(o.text)-len(strings.TrimLeft(o.text, "\n"))]
	}
	for _, b := range ref.Body {
		p.says = append(p.says, markdown.FormatBlock(b, ref.Math))
	}
	p.cut(o)
	byLine := map[int]*passage{}
	for _, q := range p.passages {
		byLine[q.line] = q
	}
	for _, b := range c.Body {
		q := byLine[b.Position().Line]
		if q != nil && q.taken {
			q = nil
		}
		if q != nil {
			q.taken = true
		}
		p.from = append(p.from, q)
	}
	return p
}

// cut parts the text of an article into passages. Of blocks that begin on one line only the
// first has a passage, in which the others stand too.
func (p *copyist) cut(o original) {
	src, _ := markdown.Parse("", []byte(o.text), markdown.Options{Language: p.ref.Lang, Foreign: true, Math: p.ref.Math, Line: o.line})
	lines := strings.SplitAfter(o.text, "\n")
	from, top := 0, 0
	for _, b := range src.Body {
		pos := b.Position().Line
		at := pos - o.line
		if at < 0 || at >= len(lines) || len(p.passages) > 0 && at <= from {
			continue
		}
		if n := len(p.passages); n > 0 {
			q := newPassage(lines[from:at])
			p.passages[n-1].text, p.passages[n-1].gap = q.text, q.gap
		} else {
			top = at
		}
		from = at
		p.passages = append(p.passages, &passage{line: pos, n: len(p.passages), says: markdown.FormatBlock(b, p.ref.Math), links: linksOf(b)})
	}
	if n := len(p.passages); n > 0 {
		q := newPassage(lines[from:])
		p.passages[n-1].text, p.passages[n-1].gap = q.text, "\n\n"
	}
	p.top = newPassage(lines[:top])
}

// A place is where a link or a picture leads to. source is the address of a picture on the web
// that was not to be had.
type place struct {
	to, source string
	picture    bool
}

// linksOf returns the places of the pictures and links of a block: pictures first.
func linksOf(b book.Block) (list []place) {
	c := &book.Chapter{Body: []book.Block{b}}
	for _, im := range book.ImagesOf(c) {
		list = append(list, place{im.Src, im.Source, true})
	}
	for _, run := range book.RunsOf(c) {
		book.WalkInlines(run, func(in book.Inline) bool {
			if l, ok := in.(*book.Link); ok {
				list = append(list, place{to: l.URL})
			}
			return true
		})
	}
	return list
}

// write writes the chapter, and returns the line that each block begins on, counted from 1.
func (p *copyist) write() (out []byte, first []int) {
	out = []byte(p.front)
	line := 1 + strings.Count(p.front, "\n")
	put := func(s, gap string) {
		if s != "" {
			out = append(append(out, s...), gap...)
			line += strings.Count(s, "\n") + strings.Count(gap, "\n")
		}
	}
	const blank = "\n\n"
	top := strings.TrimLeft(p.top.text, "\n")
	put(p.space, "")
	if p.tried[above] > 0 {
		top = definitions(blank + top)
	}
	put(top, blank)
	for k := range p.ref.Body {
		first = append(first, line)
		s, copied := p.block(k)
		switch q := p.from[k]; {
		case copied && k+1 < len(p.from) && p.from[k+1] != nil && p.from[k+1].n == q.n+1 && strings.HasPrefix(q.gap, blank):
			put(s, q.gap)
		case q != nil && !copied:
			put(s, blank)
			put(definitions(q.text), blank)
		default:
			put(s, blank)
		}
	}
	for _, q := range p.passages {
		if !q.taken {
			put(definitions(q.text), blank)
		}
	}
	return append(bytes.TrimRight(out, "\n"), '\n'), first
}

// block returns the text of the block k, and whether it was copied: the text of its author, with
// the rank that a heading has now, or with new addresses. A block that cannot be copied is
// written anew. Signs of other tools are no Markdown of ours.
func (p *copyist) block(k int) (s string, copied bool) {
	b, q := p.ref.Body[k], p.from[k]
	if q != nil && p.tried[k] < ways && !foreignSigns(q.text, p.ref.Math) {
		h, heading := b.(*book.Heading)
		hashes := len(q.text) - len(strings.TrimLeft(q.text, "#"))
		switch {
		case heading && hashes > 0 && hashes != h.Level:
			return strings.Repeat("#", h.Level) + q.text[hashes:], true
		case q.says == p.says[k]:
			return q.text, true
		default:
			if s := readdressed(q.text, q.links, linksOf(b)); s != "" {
				return s, true
			}
		}
	}
	return strings.TrimRight(p.says[k], "\n"), false
}

// foreignSigns reports whether a block has signs of other tools. The admonitions of
// Python-Markdown are read in chapters, but no editor of Markdown shows them as what they are,
// so that they count among these.
func foreignSigns(s string, math bool) bool {
	if strings.HasPrefix(s, "!!!") || strings.HasPrefix(s, "???") || directive().MatchString(s) {
		return true
	}
	t := signs.Text{Bytes: []byte(s), Place: func(int) book.Pos { return book.Pos{} }}
	o := signs.Options{Math: math, Report: func(...book.Diagnostic) {}}
	return string(signs.Translate(t, o).Bytes) != s
}

// directive is the first line of a directive of MyST, whose end may stand in another passage.
var directive = pattern.Later("(?m)^[ \\t>]*(?:`{3,}|~{3,}|:{3,})[ \\t]*\\{[a-z]")

// readdressed returns a text with the new places in place of the old ones; "" when there are
// none that differ, or too many to look for. Whether the text then says what it ought to is not
// looked at.
func readdressed(s string, old, to []place) string {
	const most = 200 // by eye: each is looked for in the whole text
	if len(old) != len(to) || len(old) > most || slices.Equal(old, to) {
		return ""
	}
	var pairs []string
	for i := range old {
		if old[i] == to[i] || old[i].to == "" {
			continue
		}
		if to[i].source != old[i].source {
			form := regexp.MustCompile(`(!\[[^\[\]]*\]\()<?` + regexp.QuoteMeta(old[i].to) + `>?((?:[ \t\n]+"[^"\n]*")?\))`)
			with := strings.ReplaceAll(to[i].to, "$", "$$") + `${2}{source="` + strings.ReplaceAll(to[i].source, "$", "$$") + `"}`
			s = form.ReplaceAllString(s, "${1}"+with)
			continue
		}
		for _, form := range [...]string{"](%)", "](% ", "](<%>", `src="%"`, `href="%"`, "]: %\n", "]: % ", "]: <%>"} {
			pairs = append(pairs, strings.ReplaceAll(form, "%", old[i].to), strings.ReplaceAll(form, "%", to[i].to))
		}
	}
	return strings.TrimSuffix(strings.NewReplacer(pairs...).Replace(s+"\n"), "\n")
}

// definition is the beginning of what a text defines for others: a note, a reference, an
// abbreviation.
var definition = pattern.Later(`(?m)^ {0,3}\*?\[[^\]\n]+\]:`)

// definitions returns what a passage of text defines behind its block.
func definitions(s string) string {
	i := strings.Index(s, "\n\n")
	if i < 0 {
		return ""
	}
	loc := definition().FindStringIndex(s[i:])
	if loc == nil {
		return ""
	}
	return strings.Trim(s[i+loc[0]:], "\n")
}

// faultsOf returns what reading a chapter reports.
func faultsOf(src []byte) map[string]bool {
	_, list := markdown.Parse("", src, markdown.Options{Language: "en"})
	m := map[string]bool{}
	for _, d := range list {
		m[string(d.Rule)+d.Message] = true
	}
	return m
}

// faulty returns the blocks of a chapter that do not say what they ought to or have faults of
// their own, by the lines that they begin on. ok is false when the whole does not.
func (p *copyist) faulty(src []byte, first []int) (bad map[int]bool, ok bool) {
	got, list := markdown.Parse("", src, markdown.Options{Language: p.ref.Lang})
	bad = map[int]bool{}
	for _, d := range list {
		if p.faults[string(d.Rule)+d.Message] {
			continue
		}
		k, found := slices.BinarySearch(first, d.Pos.Line)
		if !found {
			k--
		}
		bad[max(k, above)] = true
	}
	for k, says := range p.says {
		if k < len(got.Body) && markdown.FormatBlock(got.Body[k], p.ref.Math) == says {
			continue
		}
		if bad[k] = true; len(got.Body) != len(p.says) {
			bad[max(k-1, 0)] = true // the one that joins or parts
			return bad, true
		}
	}
	return bad, len(bad) > 0 || len(got.Body) == len(p.says) && sameNotes(got, p.ref)
}

// sameNotes reports whether two chapters have the same notes.
func sameNotes(a, b *book.Chapter) bool {
	says := func(c *book.Chapter) (all []string) {
		for _, n := range c.Notes {
			for _, b := range n.Blocks {
				all = append(all, markdown.FormatBlock(b, c.Math))
			}
			all = append(all, n.Label)
		}
		return all
	}
	return slices.Equal(says(a), says(b))
}
