package cover

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"octavo/book/base/unit"
	"octavo/book/graphic/drawing"
	"octavo/book/language/hyphen"
	"octavo/book/typeset/linebreak"
)

// A token is a piece of text that is not broken, and what is between it and the
// next one when both stand on a line.
type token struct {
	text   string
	space  bool // a space follows
	hyphen bool // the word goes on: a line that ends here takes a hyphen
	weak   bool // a line ends here badly, after "the" or in the middle of a word
	width  drawing.Fixed
}

// tokens splits a text where a line may end: at spaces, and between Han and
// Kana. Hangul is broken at its spaces, which reads better in a title.
func tokens(text string) []token {
	var list []token
	words := strings.FieldsFunc(text, func(r rune) bool { return r == ' ' || r == '\n' || r == '\t' })
	for i, w := range words {
		parts := splitHan(w)
		for j, part := range parts {
			last := j == len(parts)-1
			list = append(list, token{
				text:  part,
				space: last && i < len(words)-1,
				weak:  last && len(parts) == 1 && isWeak(part) || !last && !closes(part),
			})
		}
	}
	return list
}

// isWeak reports whether a line that ends with the word ends badly: a word of up to three
// letters, as articles, conjunctions and most prepositions are in many languages. Letters
// from Hangul on do not count, since a word of three of them is a long one.
func isWeak(w string) bool {
	n := 0
	for _, r := range w {
		if !unicode.IsLetter(r) || r >= 0x1100 {
			return false
		}
		n++
	}
	return n <= 3
}

// closes reports whether a piece of Han or Kana text ends in a particle or a
// mark, after which a line ends better than in the middle of what may be a word.
func closes(part string) bool {
	r, _ := utf8.DecodeLastRuneInString(part)
	return !unicode.IsLetter(r) || strings.ContainsRune("的之和与與及或のはがをにでとへも", r)
}

// splitHan cuts a word between ideographs, but not before what may not begin a
// line, nor after what may not end one.
func splitHan(w string) []string {
	var parts []string
	start := 0
	var prev rune
	for i, r := range w {
		if i > start && (ideograph(prev) || ideograph(r)) && !strings.ContainsRune(notFirst, r) && !strings.ContainsRune(notLast, prev) {
			parts = append(parts, w[start:i])
			start = i
		}
		prev = r
	}
	return append(parts, w[start:])
}

// The characters of the Japanese kinsoku rules and their Chinese fellows.
const (
	notFirst = "、。，．：；！？」』）】〕》〉”’…‥・·ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ々"
	notLast  = "「『（【〔《〈“‘"
)

func ideograph(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) || r >= 0x3000 && r <= 0x303f || r >= 0xff00 && r <= 0xffef
}

// A setter measures and breaks texts of one style.
type setter struct {
	p     *page
	style drawing.Span
}

// A measured text is tokens with their widths at emSize.
type measured struct {
	tokens        []token
	space, hyphen drawing.Fixed
	items         []linebreak.Item // the tokens, for lines
	lines         linebreak.Breaker
}

// emSize is the size at which tokens are measured.
const emSize = 1000 * drawing.One

// measure measures text. Words that are wider than width at the size of wide
// are divided at their syllables.
func (s *setter) measure(text string, width, wide drawing.Fixed) *measured {
	sp := s.style
	sp.Size = emSize
	sp.Spacing = sp.Spacing.Scale(emSize, max(1, s.style.Size))
	of := func(text string) drawing.Fixed {
		sp.Value = text
		return s.p.fonts.Width(&sp)
	}
	m := &measured{space: of(" "), hyphen: of("-")}
	patterns := hyphen.Lookup(s.p.lang)
	for _, t := range tokens(text) {
		t.width = of(t.text)
		if t.width.Scale(wide, emSize) <= width {
			m.tokens = append(m.tokens, t)
			continue
		}
		start := 0
		for _, at := range append(patterns.Hyphenate(t.text, nil), len(t.text)) {
			part := token{text: t.text[start:at], hyphen: true, weak: true}
			if at == len(t.text) {
				part.hyphen, part.weak, part.space = false, t.weak, t.space
			}
			part.width = of(part.text)
			m.tokens, start = append(m.tokens, part), at
		}
	}
	m.itemize()
	return m
}

// A setting is a text in lines.
type setting struct {
	lines []string
	size  drawing.Fixed
	wide  bool // a token is wider than a line
	weak  int  // lines that end badly
}

// balance breaks m into the fewest lines no wider than width at size, as even as
// they can be. A token wider than a line stands alone.
func (m *measured) balance(size, width drawing.Fixed) setting {
	out := setting{size: size}
	list := m.tokens
	for _, line := range m.lines.Break(m.items, linebreak.Options{
		Mode: linebreak.Balance, Widths: []unit.Length{unit.Length(width.Scale(emSize, max(1, size)))},
	}) {
		n := 0
		for _, it := range m.items[line.Start:line.End] {
			if it.Kind == linebreak.Box {
				n++
			}
		}
		out.lines = append(out.lines, joinTokens(list[:n]))
		if out.wide = out.wide || line.Overfull > 0; n < len(list) && list[n-1].weak {
			out.weak++
		}
		list = list[n:]
	}
	return out
}

// weakCost is the cost of a line that ends badly: as much as a line costs that lacks two
// thirds of its width.
const weakCost = 1800

// itemize makes the tokens into items: each is a box, and a line may end after it. Widths
// are those at emSize.
func (m *measured) itemize() {
	for _, t := range m.tokens {
		m.items = append(m.items, linebreak.Item{Kind: linebreak.Box, Width: unit.Length(t.width)})
		end := linebreak.Item{Kind: linebreak.Penalty}
		if t.hyphen {
			end.Width = unit.Length(m.hyphen)
		}
		if t.weak {
			end.Cost = weakCost
		}
		m.items = append(m.items, end)
		if t.space {
			m.items = append(m.items, linebreak.Item{Kind: linebreak.Glue, Width: unit.Length(m.space)})
		}
	}
}

func joinTokens(list []token) string {
	var b strings.Builder
	for i, t := range list {
		b.WriteString(t.text)
		switch last := i == len(list)-1; {
		case last && t.hyphen:
			b.WriteByte('-')
		case !last && t.space:
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// A fitting says in which sizes a text may be set.
type fitting struct {
	most, least int // size in units
	height      drawing.Fixed
	lines       int   // at the largest size; a smaller one may have more
	leading     int64 // percent of the size
}

// fit sets text at the largest size at which it keeps within width and height,
// or at one up to a fourth smaller when its lines then end better. What does not
// fit at the least size is cut.
//
// The largest size that fits is not always a good one: "The Wreck of the" over "Medusa"
// ends a line with an article, where type a little smaller has "The Wreck" over "of the
// Medusa". How good the breaks are does not grow or shrink with the size, so a search by
// halves would not find the best. All sizes are tried instead, from the largest on in
// steps of 4 units, which the eye does not tell apart. The tokens are measured once, and
// for each size the width is scaled and not the text, so that a size costs one
// [linebreak.Breaker.Break] of a few tokens. The walk ends at the first size without a bad
// line end, or a fourth below the first that fits: type that is smaller still would be a
// worse loss than the article.
func (s *setter) fit(text string, width drawing.Fixed, f fitting) (lines []string, size drawing.Fixed) {
	// Before the type gets smaller than two fifths of the largest for the sake of one long
	// word, by eye, the word is divided.
	m := s.measure(text, width, drawing.Int(max(f.least, f.most*2/5)))
	var best setting
	for px := f.most; px >= f.least; px -= 4 {
		set := m.balance(drawing.Int(px), width)
		if best.lines != nil && set.size < best.size.Scale(3, 4) {
			break
		}
		// A smaller size may run to more lines: half as many again at half the
		// largest.
		most := f.lines * (2*f.most - px) / f.most
		high := set.size.Scale(drawing.Fixed(f.leading), 100) * drawing.Fixed(len(set.lines))
		if set.wide || len(set.lines) > most || high > f.height {
			continue
		}
		if best.lines == nil || set.weak < best.weak {
			best = set
		}
		if best.weak == 0 {
			break
		}
	}
	if best.lines == nil {
		best = m.balance(drawing.Int(f.least), width)
	}
	most := max(1, int(f.height/best.size.Scale(drawing.Fixed(f.leading), 100)))
	lines = s.breakWide(best.lines, best.size, width, most)
	return s.cut(lines, best.size, width, most), best.size
}

// cut keeps the first lines and marks what is missing.
func (s *setter) cut(lines []string, size, width drawing.Fixed, most int) []string {
	if len(lines) <= most {
		return lines
	}
	last := []rune(lines[most-1] + "…")
	for len(last) > 1 && s.fitting(last, size, width) < len(last) {
		last = append(last[:len(last)-2], '…')
	}
	return append(lines[:most-1:most-1], string(last))
}

// maxLine is more letters than a line of a cover can hold.
const maxLine = 1000

// breakWide cuts lines that are still too wide, between letters. It stops when
// there are more than most.
func (s *setter) breakWide(lines []string, size, width drawing.Fixed, most int) []string {
	var out []string
	for _, l := range lines {
		r := []rune(l)
		for len(r) > 0 && len(out) <= most {
			n := s.fitting(r[:min(len(r), maxLine)], size, width)
			out = append(out, string(r[:n]))
			r = r[n:]
		}
	}
	return out
}

// fitting returns how many of r, at least one, fit in a line.
func (s *setter) fitting(r []rune, size, width drawing.Fixed) int {
	sp := s.style
	sp.Size = size
	n := len(r)
	for n > 1 {
		sp.Value = string(r[:n])
		w := s.p.fonts.Width(&sp)
		if w <= width {
			break
		}
		n = max(1, min(n-1, int(drawing.Int(n).Scale(width, w)>>16)+1))
	}
	return n
}
