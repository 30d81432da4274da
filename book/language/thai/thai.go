// Package thai finds the words of Thai, which is written without spaces between
// them.
//
// In: text. Out: the places between two words of Thai, at which a line may end.
//
// The words are those of ICU's dictionary. Of all ways to divide a text into words, the
// one counts that leaves little over and has few words. Letters that are in no word stay
// together, as names do.
//
// Invariant: no place is at an end of the text, beside a character that is not Thai,
// before a sign that belongs to the letter or the word before it, or after a vowel that is
// written before its consonant.
package thai

import (
	"bytes"
	"sort"
	"strings"
	"sync"
	"unicode/utf8"

	"octavo/assets"
)

const (
	// width is the length in bytes of each letter of Thai.
	width = 3
	// longest is the most letters that are looked up as one word. stretch is the most
	// letters that are divided at a time: Thai has a space every few clauses, and a
	// longer run of letters is data. The numbers are generous.
	longest, stretch = 40, 2000
)

// What a division costs: for each word, and for each letter that is in none. A letter
// left over weighs as much as two words and a half, so that a long word is given up for
// shorter ones which leave nothing over, and a name is not cut into many short words to
// save a letter. The costs were chosen by eye.
const (
	costWord   = 2
	costLetter = 5
)

// A dictionary is words in the order of their bytes.
type dictionary []string

var words = sync.OnceValue(func() dictionary {
	data, err := assets.Thai()
	if err != nil { // a test reads the list
		return nil
	}
	return strings.Fields(string(bytes.TrimSpace(data)))
})

// Letter reports whether r is a letter or a sign of Thai that words are made of.
func Letter(r rune) bool { return r >= 0x0e01 && r <= 0x0e3a || r >= 0x0e40 && r <= 0x0e4e }

// Has reports whether a text has letters of Thai.
func Has(text string) bool {
	for i := 0; i+width <= len(text); i++ {
		if text[i] == 0xe0 && (text[i+1] == 0xb8 || text[i+1] == 0xb9) {
			return true
		}
	}
	return false
}

// Breaks appends to dst the offsets between two words of Thai in text, in order.
func Breaks(text string, dst []int) []int {
	for i := 0; i < len(text); {
		end := i
		for end < len(text) && end-i < stretch*width {
			r, n := utf8.DecodeRuneInString(text[end:])
			if !Letter(r) {
				break
			}
			end += n
		}
		if end > i {
			dst = divide(text[i:end], i, dst)
			i = end
			continue
		}
		_, n := utf8.DecodeRuneInString(text[i:])
		i += n
	}
	return dst
}

// A step is the best way to a place: its cost, where its last word begins, and
// whether the dictionary has that word.
type step struct {
	cost  int32
	from  int32
	known bool
}

// divide appends the places in s, of letters alone, each moved by offset.
//
// To take the longest word at each place, the simple way, goes wrong where a long word
// eats the beginning of the next, and all that follows is off. So all ways to divide
// the text are compared: best[i] is the cheapest way to letter i, and each word of the
// dictionary that begins at i, or one group of letters that is in no word, leads on to a
// later place. This is a shortest path, from left to right, and every place is
// visited once. The time is the letters times the words that begin at each, found by
// halving the sorted list once for each further letter.
func divide(s string, offset int, dst []int) []int {
	n := len(s) / width
	best := make([]step, n+1)
	for i := 1; i <= n; i++ {
		best[i].cost = 1 << 30
	}
	list := words()
	for i := range n {
		if best[i].cost == 1<<30 || i > 0 && !separable(s, i) {
			continue
		}
		list.each(s[i*width:], func(k int) {
			if i+k < n && !separable(s, i+k) {
				return
			}
			relax(&best[i+k], step{best[i].cost + costWord, int32(i), true})
		})
		// Letters in no word go one by one, but a sign stays with its letter.
		k := 1
		for i+k < n && !separable(s, i+k) {
			k++
		}
		relax(&best[i+k], step{best[i].cost + int32(k)*costLetter, int32(i), false})
	}
	return collect(best, offset, dst)
}

// relax takes over a way that is better. Of two as good the later one counts,
// whose words are longer but for the last.
func relax(to *step, way step) {
	if way.cost <= to.cost {
		*to = way
	}
}

// collect appends the places on the best way, but for those between two pieces
// that are no words.
func collect(best []step, offset int, dst []int) []int {
	first := len(dst)
	for i := len(best) - 1; i > 0; {
		st := best[i]
		if i < len(best)-1 {
			dst = append(dst, offset+i*width)
		}
		for i = int(st.from); i > 0 && !st.known && !best[i].known; {
			i = int(best[i].from)
		}
	}
	for i, j := first, len(dst)-1; i < j; i, j = i+1, j-1 {
		dst[i], dst[j] = dst[j], dst[i]
	}
	return dst
}

// each calls found with the length in letters of each word that s begins with.
func (d dictionary) each(s string, found func(letters int)) {
	for k := 1; k <= longest && k*width <= len(s); k++ {
		prefix := s[:k*width]
		d = d[sort.SearchStrings(d, prefix):]
		if len(d) == 0 || !strings.HasPrefix(d[0], prefix) {
			return
		}
		if len(d[0]) == len(prefix) {
			found(k)
		}
	}
}

// separable reports whether a word may end before letter i of s.
func separable(s string, i int) bool {
	if before, _ := utf8.DecodeRuneInString(s[(i-1)*width:]); before >= 0x0e40 && before <= 0x0e44 {
		return false // a vowel before its consonant
	}
	switch r, _ := utf8.DecodeRuneInString(s[i*width:]); {
	case r >= 0x0e2f && r <= 0x0e3a, r >= 0x0e45 && r <= 0x0e4e:
		return false
	}
	return true
}
