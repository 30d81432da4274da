package check

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"octavo/book"
	"octavo/book/base/pattern"
)

// excerpt returns what stands around the bytes from start to end of s.
func excerpt(s string, start, end int) string {
	const around = 12 // characters: two or three words, by which the place is found
	for n := 0; n < around && start > 0; n++ {
		_, size := utf8.DecodeLastRuneInString(s[:start])
		start -= size
	}
	for n := 0; n < around && end < len(s); n++ {
		_, size := utf8.DecodeRuneInString(s[end:])
		end += size
	}
	out := strings.TrimSpace(s[start:end])
	if start > 0 {
		out = "…" + out
	}
	if end < len(s) {
		out += "…"
	}
	return out
}

// matches reports, once for each text, the first place that re matches. A text
// that holds none of needles is passed over: to look for them is a hundred times
// as fast.
func (r *reporter) matches(re *regexp.Regexp, needles []string, hint, message string) {
	r.texts(func(t *book.Text, _ string) {
		if !slices.ContainsFunc(needles, func(n string) bool { return strings.Contains(t.Value, n) }) {
			return
		}
		if at := re.FindStringIndex(t.Value); at != nil {
			r.report(t.Pos, hint, message+" in %q", excerpt(t.Value, at[0], at[1]))
		}
	})
}

// straightQuotes finds what the compiler left: marks that are escaped, and those
// of values that are no Markdown.
func straightQuotes(r *reporter) {
	r.texts(func(t *book.Text, _ string) {
		if i := strings.IndexAny(t.Value, `"'`); i >= 0 {
			r.report(t.Pos, "write the mark without a backslash, or the typographic one", "a straight quotation mark in %q", excerpt(t.Value, i, i+1))
		}
	})
}

// hardSpaces are two spaces or more that no system collapses.
var hardSpaces = pattern.Later(`[\x{a0}\x{2002}\x{2003}\x{3000} ]*[\x{a0}\x{2002}\x{2003}\x{3000}][\x{a0}\x{2002}\x{2003}\x{3000} ]+|^\x{3000}+`)

// doubleSpace finds them, but for the indents of lines of verse, which are the poet's.
func doubleSpace(r *reporter) {
	verse := versed(r)
	r.texts(func(t *book.Text, _ string) {
		if !strings.ContainsAny(t.Value, "\u00a0\u2002\u2003\u3000") {
			return
		}
		value := t.Value
		if verse[t] {
			value = strings.TrimLeft(value, "\u00a0\u2002\u2003\u3000")
		}
		if at := hardSpaces().FindStringIndex(value); at != nil {
			r.report(t.Pos, "delete them: the theme indents and spaces", "spaces set by hand in %q", excerpt(value, at[0], at[1]))
		}
	})
}

// versed returns the texts of verse.
func versed(r *reporter) map[*book.Text]bool {
	found := map[*book.Text]bool{}
	r.blocks(func(b book.Block, _ string) {
		d, ok := b.(*book.Division)
		if !ok || d.Class != book.Verse {
			return
		}
		for _, stanza := range d.Blocks {
			for _, run := range book.BlockInlines(stanza) {
				textsIn(run, "", func(t *book.Text, _ string) { found[t] = true })
			}
		}
	})
	return found
}

// spacedHyphen is a hyphen between spaces that does not stand between figures.
var spacedHyphen = pattern.Later(`(?:^|[^\d\s])[ \x{a0}]-[ \x{a0}]|[ \x{a0}]-[ \x{a0}][^\d\s]`)

func hyphenDash(r *reporter) {
	r.matches(spacedHyphen(), []string{" - ", "\u00a0- ", " -\u00a0", "\u00a0-\u00a0"}, "write -- for an en dash or --- for an em dash", "a hyphen for a dash")
}

var dots = pattern.Later(`\.\.\.|\. \. \.|。。。|・・・|．．．|···`)

func threeDots(r *reporter) {
	r.matches(dots(), []string{"...", ". . .", "。。。", "・・・", "．．．", "···"}, "write …, the ellipsis, or three dots without spaces", "three dots")
}

// texBetween matches a frequent command of TeX behind a dollar sign, or a power between two.
var texBetween = pattern.Later(`\$[^$]*\\(?:frac|[dt]frac|sum|int|prod|lim|sqrt|text|mathrm|mathbb|left|begin|alpha|beta|gamma|delta|varepsilon|epsilon|lambda|mu|sigma|theta|pi|rho|cdot|times|leq?|geq?|to|infty|hat|bar|log)(?:[^a-zA-Z$][^$]*\$?|\$|$)|\$[^\s$][^$]{0,80}\^[\w{][^$]{0,80}\$`)

func mathOff(r *reporter) {
	r.blocks(func(b book.Block, _ string) {
		for _, run := range book.BlockInlines(b) {
			r.texOf(run)
		}
	})
}

// texOf reports, once for a run of text, the TeX in it.
func (r *reporter) texOf(run []book.Inline) {
	var first *book.Text
	var all strings.Builder
	book.WalkInlines(run, func(in book.Inline) bool {
		if t, ok := in.(*book.Text); ok {
			all.WriteString(t.Value)
			if first == nil && strings.Contains(t.Value, "$") {
				first = t
			}
		}
		return true
	})
	if first == nil {
		return
	}
	if at := texBetween().FindStringIndex(all.String()); at != nil {
		r.report(first.Pos, "write math: true into book.yaml or the chapter, and each formula between dollar signs in one paragraph", "TeX is printed as it is written: %q", clip(all.String()[at[0]:at[1]]))
	}
}

var marks = pattern.Later(`[!！]{2,}|[?？]{3,}`)

func exclamations(r *reporter) {
	r.matches(marks(), []string{"!!", "!！", "！", "??", "?？", "？"}, "one will do", "several marks in a row")
}

// Words in capitals are shouted when two or more in a row have shoutedRun letters, and four
// to a word, or three to a word in a run of four words; or when one word alone has
// shoutedWord letters. No abbreviation is that long, and lists of abbreviations have
// commas. By eye.
const (
	shoutedRun  = 10
	shoutedWord = 12
)

func allCapitals(r *reporter) {
	r.texts(func(t *book.Text, _ string) {
		if !capitalised(t.Value) {
			return
		}
		if shout := shouted(t.Value); shout != "" {
			r.report(t.Pos, "write it in small letters; *emphasis* is louder", "words in capitals: %q", clip(shout))
		}
	})
}

// capitalised reports, quickly, whether s can have a run of words that is shouted:
// three capitals in a row, since four to a word are asked for, or three.
func capitalised(s string) bool {
	n := 0
	for _, c := range s {
		switch {
		case c >= 'A' && c <= 'Z', c >= 0x80 && unicode.IsUpper(c):
			if n++; n == 3 {
				return true
			}
		case c != '\'' && c != '’' && c != '-':
			n = 0
		}
	}
	return false
}

// shouted returns the first run of words of s that is shouted, "" for none.
// Single letters and marks may stand in a run.
func shouted(s string) string {
	start, words, letters := 0, 0, 0
	for at, size := nextWord(s, 0); size > 0; at, size = nextWord(s, at+size) {
		n, ok := capitals(s[at : at+size])
		switch {
		case !ok:
			words, letters = 0, 0
		case n > 1:
			if words == 0 {
				start = at
			}
			words, letters = words+1, letters+n
			if words > 1 && letters >= shoutedRun && (letters >= 4*words || words > 3 && letters >= 3*words) || n >= shoutedWord {
				return s[start : at+size]
			}
			if strings.ContainsAny(s[at+size-1:at+size], ",;") {
				words, letters = 0, 0
			}
		}
	}
	return ""
}

// nextWord returns where the next word of s from i on stands, and its length; 0
// at the end.
func nextWord(s string, i int) (at, size int) {
	skip := strings.IndexFunc(s[i:], func(c rune) bool { return !unicode.IsSpace(c) })
	if skip < 0 {
		return len(s), 0
	}
	at = i + skip
	if size = strings.IndexFunc(s[at:], unicode.IsSpace); size < 0 {
		size = len(s) - at
	}
	return at, size
}

// capitals returns the number of capitals of a word. ok is false when the word
// has another letter, a figure, or a sign of names and addresses.
func capitals(word string) (n int, ok bool) {
	for _, c := range word {
		switch {
		case unicode.IsUpper(c):
			n++
		case unicode.IsLetter(c), unicode.IsDigit(c), strings.ContainsRune("@/_:", c):
			return 0, false
		}
	}
	return n, true
}
