package spacing

import (
	"cmp"
	"strings"
	"unicode"

	"octavo/book"
)

// The two spaces that French knows before its signs: a narrow one, which never gives way,
// and a word space at which no line ends.
const (
	narrowSpace = '\u202f'
	wordSpace   = '\u00a0'
)

// object stands for what is no text within a run: code, a picture, a formula.
const object = '\uFFFC'

// Apply gives the signs of a book the white that their languages have about them: in French
// a narrow space before ; ! and ?, a word space before a colon, the white of its quotation
// marks within these, whatever the author typed there, a space, another one or none. Applying
// it twice changes nothing.
//
// An address, a time of day and the signs of a face keep what they have: a sign gets white
// only where a word stands before it and no word behind it.
func Apply(b *book.Book) {
	for place, run := range book.Runs(b) {
		settle(run, cmp.Or(place.Lang, b.Language))
	}
}

// Text returns a text of a language, such as the title of a book, as [Apply] would have it.
func Text(s, lang string) string {
	t := &book.Text{Value: s}
	settle([]book.Inline{t}, lang)
	return t.Value
}

// settle gives the signs of a run their white.
func settle(run []book.Inline, lang string) {
	if wanted(run, lang) {
		set := setter{}
		set.gather(run, lang)
		set.space()
	}
}

// wanted reports whether a run has text in a language that sets signs off.
func wanted(list []book.Inline, lang string) bool {
	h := For(lang)
	for _, in := range list {
		switch in := in.(type) {
		case *book.Text:
			if (h.narrow != "" || h.wide != "") && strings.ContainsAny(in.Value, h.narrow+h.wide+"«»") {
				return true
			}
		case *book.Span:
			if wanted(in.Content, cmp.Or(in.Lang, lang)) {
				return true
			}
		default:
			if wanted(book.InlineChildren(in), lang) {
				return true
			}
		}
	}
	return false
}

// A letter is one character of a run.
type letter struct {
	r    rune
	text *book.Text // nil for what is no text
	lang *Habits
}

// A setter sets the signs of one run.
type setter struct{ letters []letter }

// gather lists the characters of a run, each with the habits of its language.
func (s *setter) gather(list []book.Inline, lang string) {
	h := For(lang)
	for _, in := range list {
		switch in := in.(type) {
		case *book.Text:
			for _, r := range in.Value {
				s.letters = append(s.letters, letter{r, in, h})
			}
		case *book.Span:
			s.gather(in.Content, cmp.Or(in.Lang, lang))
		case *book.LineBreak:
			s.letters = append(s.letters, letter{r: '\n'})
		case *book.Code, *book.Math, *book.InlineImage:
			s.letters = append(s.letters, letter{r: object})
		case *book.NoteRef: // is not there: what stands before it does
		case *book.Styled, *book.Link, *book.Ruby:
			s.gather(book.InlineChildren(in), lang)
		}
	}
}

// space writes the white anew.
func (s *setter) space() {
	out := make([]letter, 0, len(s.letters)+8)
	for i := 0; i < len(s.letters); i++ {
		l := s.letters[i]
		if l.text != nil {
			if white := l.lang.before(l.r); white != 0 && s.standsOff(out, i) {
				out = setOff(out, l, white)
			}
		}
		out = append(out, l)
		if l.text != nil && l.lang.open != "" && l.r == '«' && l.lang.narrow != "" {
			k := i + 1
			for k < len(s.letters) && isBlank(s.letters[k].r) {
				k++
			}
			if k < len(s.letters) {
				for _, r := range l.lang.open {
					out = append(out, letter{r, l.text, l.lang})
				}
				i = k - 1
			}
		}
	}
	s.write(out)
}

// before returns the white that stands before a sign; 0 for none.
func (h *Habits) before(sign rune) rune {
	switch {
	case sign == '»' && h.open != "" && h.narrow != "":
		for _, r := range h.open {
			return r
		}
	case strings.ContainsRune(h.narrow, sign):
		return narrowSpace
	case strings.ContainsRune(h.wide, sign):
		return wordSpace
	}
	return 0
}

// standsOff reports whether the sign at i is one behind a word, and not part of an address, a
// time of day or a face, nor a sign in brackets by itself.
func (s *setter) standsOff(out []letter, i int) bool {
	sign := s.letters[i].r
	after := rune(' ')
	if i+1 < len(s.letters) {
		after = s.letters[i+1].r
	}
	if sign != '»' && !unicode.IsSpace(after) && !unicode.In(after, unicode.Pe, unicode.Pf, unicode.Pd) && !strings.ContainsRune(".,;:!?…'\"", after) {
		return false // ?q=1, 10:30, https:
	}
	if sign == ':' && strings.ContainsRune("-)('", after) {
		return false // a face
	}
	k := len(out)
	for k > 0 && isBlank(out[k-1].r) {
		k--
	}
	if k == 0 {
		return false
	}
	prev := out[k-1].r
	if prev == '\n' || unicode.In(prev, unicode.Ps, unicode.Pi) {
		return false
	}
	return k < len(out) || sign == '»' || !strings.ContainsRune(";!?:", prev) // ?!
}

// setOff replaces the white at the end of out by what stands before a sign.
func setOff(out []letter, sign letter, white rune) []letter {
	for len(out) > 0 && isBlank(out[len(out)-1].r) {
		out = out[:len(out)-1]
	}
	return append(out, letter{white, sign.text, sign.lang})
}

func isBlank(r rune) bool {
	return r == ' ' || r == wordSpace || r == narrowSpace || r == '\u2009'
}

// write puts the characters into their texts.
func (s *setter) write(out []letter) {
	for _, l := range s.letters {
		if l.text != nil {
			l.text.Value = ""
		}
	}
	for i := 0; i < len(out); {
		k := i
		var b strings.Builder
		for ; k < len(out) && out[k].text == out[i].text; k++ {
			if out[k].text != nil {
				b.WriteRune(out[k].r)
			}
		}
		if t := out[i].text; t != nil {
			t.Value += b.String()
		}
		i = k
	}
}
