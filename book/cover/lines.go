package cover

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"octavo/book/drawing"
)

// A token is a piece of text that is not broken, and what is between it and the
// next one when both stand on a line.
type token struct {
	text  string
	space bool // a space follows
	width drawing.Fixed
	weak  bool // a short word, or half a word, that looks lost at a line's end
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

// emSize is the size at which tokens are measured.
const emSize = 1000 * drawing.One

// measure returns the tokens of text with their widths at emSize, and that of a
// space.
func (s *setter) measure(text string) ([]token, drawing.Fixed) {
	list := tokens(text)
	sp := s.style
	sp.Size = emSize
	sp.Spacing = sp.Spacing.Scale(emSize, max(1, s.style.Size))
	for i := range list {
		sp.Value = list[i].text
		list[i].width = s.p.fonts.Width(&sp)
	}
	sp.Value = " "
	return list, s.p.fonts.Width(&sp)
}

// balance breaks tokens into the fewest lines no wider than width at size, as
// even as they can be: least squares of what lines lack. A token wider than a
// line stands alone; wide reports that there is one.
func balance(list []token, space, size, width drawing.Fixed) (lines []string, wide bool) {
	n := len(list)
	limit := width.Scale(emSize, max(1, size))
	// best[i] is the cheapest way to set the tokens from i.
	type choice struct {
		count int
		cost  int64
		next  int
	}
	best := make([]choice, n+1)
	for i := n - 1; i >= 0; i-- {
		best[i].count = n + 1
		var w drawing.Fixed
		for j := i; j < n; j++ {
			w += list[j].width
			if w > limit && j > i {
				break
			}
			wide = wide || w > limit
			lack := int64(max(0, limit-w)) >> 12
			c := choice{best[j+1].count + 1, best[j+1].cost + lack*lack, j + 1}
			if list[j].weak && j+1 < n {
				c.cost += int64(limit>>12) * int64(limit>>12) / 8
			}
			if c.count < best[i].count || c.count == best[i].count && c.cost < best[i].cost {
				best[i] = c
			}
			if list[j].space {
				w += space
			}
		}
	}
	for i := 0; i < n; i = best[i].next {
		lines = append(lines, joinTokens(list[i:best[i].next]))
	}
	return lines, wide
}

func joinTokens(list []token) string {
	var b strings.Builder
	for i, t := range list {
		b.WriteString(t.text)
		if t.space && i < len(list)-1 {
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

// fit sets text at the largest size at which it keeps within width and height.
// At the least size it is set whatever it takes.
func (s *setter) fit(text string, width drawing.Fixed, f fitting) (lines []string, size drawing.Fixed) {
	list, space := s.measure(text)
	for px := f.most; ; px -= 4 {
		size = drawing.Int(px)
		lines, wide := balance(list, space, size, width)
		high := size.Scale(drawing.Fixed(f.leading), 100) * drawing.Fixed(len(lines))
		// A smaller size may run to more lines: six at half the largest.
		most := f.lines * (2*f.most - px) / f.most
		if px <= f.least || !wide && len(lines) <= most && high <= f.height {
			return s.breakWide(lines, size, width), size
		}
	}
}

// breakWide cuts lines that are still too wide, between letters.
func (s *setter) breakWide(lines []string, size, width drawing.Fixed) []string {
	var out []string
	sp := s.style
	sp.Size = size
	for _, l := range lines {
		r := []rune(l)
		for len(r) > 1 {
			n := len(r)
			for sp.Value = string(r); n > 1 && s.p.fonts.Width(&sp) > width; sp.Value = string(r[:n]) {
				n = min(n-1, n*9/10+1)
			}
			if n == len(r) {
				break
			}
			out = append(out, string(r[:n]))
			r = r[n:]
		}
		out = append(out, string(r))
	}
	return out
}
