package para

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"octavo/book"
	"octavo/book/base/unit"
	"octavo/book/typeset/document"
	"octavo/book/typeset/flow"
	"octavo/book/typeset/theme"
)

// InitialLines is how many lines an initial is high. By eye.
const InitialLines = 3

// An initial is the large first letter of a chapter. The lines beside an initial are
// shorter by its width.
type initial struct {
	mark  *document.Text // a quotation mark or an apostrophe before the letter; nil for none
	text  *document.Text
	size  int // of what is set with the letter, in bytes of the text
	lines int
	width unit.Length // with the white beside it
}

// before are the marks that may stand before an initial, with the white that parts some of
// them from the letter. A dash is none of them: it would stand alone in the margin.
const before = "“”„‘’‚«»‹›¿¡\"' \u00a0\u202f"

// head returns the mark before an initial, its letter, and the length of both with what
// follows them: the point of a shortened name goes with its letter. It returns no letter
// when the text begins with no capital, nor for a name of several shortened ones, such as
// J. F., which would be torn.
func head(s string) (mark, letters string, size int) {
	rest := strings.TrimLeft(s, before)
	mark = s[:len(s)-len(rest)]
	if !capitalFirst(rest) || utf8.RuneCountInString(mark) > 3 {
		return "", "", 0
	}
	n := letter(rest) // with its marks, which would else stand alone
	if after, found := strings.CutPrefix(rest, "IJ"); found {
		// IJmuiden: both signs are one letter of Dutch, and no other word begins so.
		if r, _ := utf8.DecodeRuneInString(after); unicode.IsLower(r) {
			n = len("IJ")
		}
	}
	size = len(mark) + n
	if strings.HasPrefix(rest[n:], ".") && !strings.HasPrefix(rest[n:], "..") {
		n++
		next := strings.TrimLeft(rest[n:], " \u00a0\u202f")
		if capitalFirst(next) && strings.HasPrefix(next[letter(next):], ".") {
			return "", "", 0
		}
		size = len(s) - len(next)
	}
	return strings.TrimRight(mark, " \u00a0\u202f"), rest[:n], size
}

func capitalFirst(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

// initialOf returns the initial of a paragraph, nil when the paragraph does not begin with
// a capital, or runs from right to left. An initial reaches from the height of the capitals
// of the first line to the baseline of the last; one that descends, such as J and Q, has
// another line beside it. A mark before the letter has the size of the text and hangs into
// the margin, so that the letter stands at the edge as those of other chapters do.
func (p *Paragraph) initialOf(b *book.Paragraph, lk Look) *initial {
	s := &p.set
	if len(b.Content) == 0 || s.RTL {
		return nil
	}
	t, ok := b.Content[0].(*book.Text)
	if !ok {
		return nil
	}
	mark, letters, size := head(t.Value)
	if letters == "" {
		return nil
	}
	body := s.theme.Style(theme.Paragraph)
	high := s.CapHeight(body)
	key := lk.Font.FontKey
	key.Size = body.Size.Mul(int64((InitialLines-1)*body.Leading+high), int64(high))
	key.OldStyle = false
	w := s.Word(s.Font(key), letters)
	// The letter stands on the baseline of the last line, and at its size its capitals reach
	// to the top of those in the first. The white beside it is a fifth of an em, by eye.
	style := *body
	style.Size = key.Size
	top := s.Baseline(body, s.Line)
	_, below, right := ink(w, key.Size)
	in := &initial{size: size, lines: InitialLines, width: max(w.Width, right) + body.Size/5}
	in.text = LabelText(w, 0, top+(InitialLines-1)*body.Leading, &style, lk.Elem)
	in.text.Words[len(in.text.Words)-1].Space = size > len(mark)+len(letters) && strings.HasSuffix(letters, ".")
	if below > body.Leading-high {
		in.lines++
	}
	if mark != "" {
		m := s.Word(lk.Font, mark)
		in.mark = LabelText(m, -m.Width, top, body, lk.Elem)
		in.mark.Words[len(in.mark.Words)-1].Space = false
	}
	return in
}

// ink returns how far the ink of a word reaches above and below its baseline, and to the
// right.
func ink(w *Word, size unit.Length) (above, below, right unit.Length) {
	var x unit.Length
	for _, run := range w.Runs {
		em := int64(run.Face.UnitsPerEm())
		for _, g := range run.Glyphs {
			for _, seg := range run.Face.Outline(g.ID) {
				for _, pt := range seg.Pts { // in 1/64 of a font unit
					above = max(above, size.Mul(int64(pt.Y), 64*em))
					below = max(below, size.Mul(-int64(pt.Y), 64*em))
					right = max(right, x+size.Mul(int64(pt.X), 64*em))
				}
			}
			x += size.Mul(int64(g.Advance), em)
		}
	}
	return above, below, right
}

// place puts an initial at the left end of the lines, before what is in the first of them.
func (in *initial) place(st *flow.Strip, left unit.Length) {
	items := []document.Item{in.text}
	in.text.X = left
	if in.mark != nil {
		in.mark.X += left
		items = []document.Item{in.mark, in.text}
	}
	st.Items = append(items, st.Items...)
}

// Open makes the paragraph the first of a chapter, as the theme has it: with words in small
// capitals, or with an initial when there is room for one.
func (p *Paragraph) Open(b *book.Paragraph, lk Look, room bool) {
	switch o := &p.set.theme.Opening; o.LeadIn {
	case theme.SmallCaps:
		p.leadIn = o.LeadInWords
	case theme.DropCap:
		p.leadIn = o.LeadInWords
		if room {
			p.initial = p.initialOf(b, lk)
		}
	}
	p.Add(b.Content, lk)
}

// Tied returns how many of the first lines are not parted: those beside an initial.
func (p *Paragraph) Tied() int {
	if p.initial == nil {
		return 0
	}
	return p.initial.lines
}
