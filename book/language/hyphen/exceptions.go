package hyphen

import (
	"unicode"
	"unicode/utf8"
)

// except sets levels[i] to the level between letters i-1 and i, odd where the
// word may be divided, and reports whether the word is an exception.
func (h *Hyphenator) except(letters []rune, levels []byte) bool {
	if len(h.exceptions) == 0 {
		return false
	}
	var buf [longest * utf8.UTFMax]byte
	key := buf[:0]
	for _, r := range letters {
		key = utf8.AppendRune(key, r)
	}
	l, ok := h.exceptions[string(key)]
	copy(levels, l)
	return ok
}

// With returns a Hyphenator that divides the given words at their hyphens and
// nowhere else: "Octa-vo". A word without a hyphen is not divided. Of a nil
// Hyphenator, With makes one that divides the given words alone.
func (h *Hyphenator) With(words ...string) *Hyphenator {
	if len(words) == 0 {
		return h
	}
	c := Hyphenator{left: 1, right: 1}
	if h != nil {
		c = *h
	}
	all := make(map[string]string, len(c.exceptions)+len(words))
	for w, l := range c.exceptions {
		all[w] = l
	}
	c.exceptions = all
	for _, w := range words {
		c.teach(w)
	}
	return &c
}

// teach adds one exception.
func (h *Hyphenator) teach(word string) {
	var key []rune
	levels := []byte{0}
	for _, r := range word {
		if r == '-' {
			levels[len(key)] = 1
			continue
		}
		key = append(key, h.fold(r))
		levels = append(levels, 0)
	}
	h.exceptions[string(key)] = string(levels)
}

// IsException reports whether With can be given the word: letters of any script, with
// single hyphens between them.
func IsException(word string) bool {
	n, last := 0, '-'
	for _, r := range word {
		switch {
		case r == '-':
			if last == '-' {
				return false
			}
		case unicode.IsLetter(r), n > 0 && unicode.IsMark(r) && last != '-':
			n++
		default:
			return false
		}
		last = r
	}
	return n > 1 && n <= longest && last != '-'
}
