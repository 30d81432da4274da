package markdown

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"octavo/book/language/locale"
)

// A mark is a straight quotation mark that a typographic one will stand for.
type mark struct {
	at     int // offset in the text
	double bool
	lang   string
}

// Characters that stand in the text of a block for what is no text, so that
// quotation marks see what is beside them.
const (
	object = '\uFFFC' // code or an image: like a word
	caller = '\uFFF9' // a footnote call: not there
)

// Quote returns s with typographic quotation marks and apostrophes for the
// language, dashes for -- and ---, and an ellipsis for three dots.
func Quote(s, lang string) string {
	if !strings.ContainsAny(s, `"'-.`) {
		return s
	}
	s = dashes.Replace(s)
	var marks []mark
	for i := range len(s) {
		if s[i] == '"' || s[i] == '\'' {
			marks = append(marks, mark{i, s[i] == '"', lang})
		}
	}
	var b strings.Builder
	from := 0
	for i, with := range bend([]byte(s), marks) {
		b.WriteString(s[from:marks[i].at])
		b.WriteString(with)
		from = marks[i].at + 1
	}
	return b.String() + s[from:]
}

var dashes = strings.NewReplacer("---", "—", "--", "–", "...", "…")

// bend returns what each mark of text becomes. A mark opens where it stands
// after space or opening punctuation and before something; otherwise it closes
// or is an apostrophe. Where both are possible, as between Han characters, it
// closes what is open.
//
// The usual way, a table of the two characters beside a mark, goes wrong in two cases.
// A single mark before a word is a quotation mark in 'so he said' and an apostrophe in
// 'neath the bridge; the characters beside it are of the same kinds. And a double mark
// between two Han characters has no space on either side.
//
// So the marks are looked at twice. The first pass says of each what it can be by its
// neighbours (side), and counts the single marks that can close. The second goes from
// left to right with the number of double and of single marks that are open: a mark
// that can close does so when one is open, and a single mark opens only as long as
// one that can close it is still to come; else it is an apostrophe. Double and single
// marks are counted apart and not as a stack, so that one mark which was forgotten does
// not turn all that follow. Words that have lost their beginning ('twas, '68), feet
// and inches (6'2") and elisions before a quotation (L'"affaire") are known by their form
// before anything is counted (elision.go).
//
// Two passes over the marks are linear, as each mark looks past a bounded number of others.
func bend(text []byte, marks []mark) []string {
	out := make([]string, len(marks))
	sides := make([]side, len(marks))
	closers := 0 // single marks to come that can close
	for i, m := range marks {
		sides[i] = m.side(text)
		if !m.double && sides[i].shut {
			closers++
		}
	}
	doubles, singles := 0, 0 // open ones
	lang, q := "", locale.QuotesFor("")
	for i, m := range marks {
		if m.lang != lang {
			lang, q = m.lang, locale.QuotesFor(m.lang)
		}
		s := sides[i]
		switch {
		case s.sign != "":
			out[i] = s.sign
		case m.double:
			out[i] = double(s, q, &doubles)
		default:
			if s.shut {
				closers--
			}
			s.open = s.open && closers > 0
			s.shut = s.shut && (singles == 0 || !possessive(text, marks, sides, i))
			out[i] = single(s, q, &singles)
		}
	}
	return out
}

func double(s side, q locale.Quotes, open *int) string {
	switch {
	case *open > 0 && s.shut:
		*open--
		return q.Close
	case s.open:
		*open++
		return q.Open
	case s.digit:
		return seconds
	}
	return q.Close
}

func single(s side, q locale.Quotes, open *int) string {
	switch {
	case s.within:
		return q.Apostrophe
	case *open > 0 && s.shut:
		*open--
		return q.InnerClose
	case s.open && !s.elided:
		*open++
		return q.InnerOpen
	case s.digit && !s.elided:
		return minutes
	case s.hebrew:
		return geresh
	}
	return q.Apostrophe
}

// A side says what a mark can be by what stands beside it.
type side struct {
	open, shut bool
	within     bool   // between two letters
	digit      bool   // after a digit: feet, inches, minutes
	elided     bool   // before a word that has lost its beginning
	hebrew     bool   // after a letter of Hebrew
	sign       string // what the mark is by its form; "" when that is open
}

// side looks at the characters beside m, past other quotation marks.
func (m mark) side(text []byte) side {
	if sign := m.sign(text); sign != "" {
		return side{sign: sign}
	}
	before, after := neighbour(text[:m.at], true), neighbour(text[m.at+1:], false)
	spaceBefore, spaceAfter := before == 0 || unicode.IsSpace(before), after == 0 || unicode.IsSpace(after)
	wordAfter := isLetter(after)
	if m.double && wordAfter && elides(text[:m.at]) {
		return side{open: true}
	}
	opener := unicode.In(before, unicode.Ps, unicode.Pi) || before == '/' || before == '¿' || before == '¡'
	dash := unicode.Is(unicode.Pd, before)
	// Behind a dash a mark opens before a word and closes otherwise: "he said—'well'",
	// but 'he said—' where a speech breaks off.
	s := side{
		open: !spaceAfter && (spaceBefore || opener || dash && wordAfter || isWide(before)),
		shut: !spaceBefore && !opener && !(dash && wordAfter),
	}
	s.digit = unicode.IsDigit(before)
	if !m.double {
		s.within = isLetter(before) && wordAfter
		s.shut = s.shut && !wordAfter
		s.elided = s.open && elided(text[m.at+1:], m.lang)
		s.hebrew = unicode.Is(unicode.Hebrew, before)
	}
	return s
}

// isLetter reports whether r is a letter or digit of a script with spaces.
func isLetter(r rune) bool {
	return r == object || (unicode.IsLetter(r) || unicode.IsDigit(r)) && !isWide(r)
}

// neighbour returns the character at the end, or at the beginning, of text, past
// quotation marks and footnote calls; 0 at the end of the text. More than three of
// these in a row count as the end: text has no such run, and looking past it from each
// of its marks would be quadratic.
func neighbour(text []byte, last bool) rune {
	for range 4 {
		decode := utf8.DecodeRune
		if last {
			decode = utf8.DecodeLastRune
		}
		r, n := decode(text)
		if n == 0 {
			return 0
		}
		if r != '"' && r != '\'' && r != caller {
			return r
		}
		if last {
			text = text[:len(text)-n]
		} else {
			text = text[n:]
		}
	}
	return 0
}
